"""A finished page as readers see it: glyphs, words, lines, shapes, pixels.

In: the bytes of a PDF. Out: a Finished, read with pdfplumber and pypdfium2, y from the top.
Not for: judging what is found (`page_geometry`, `page_text`, `page_marks`).
"""

import functools
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pdfplumber
import pypdfium2

from bureau_brief.outputs.page.values import Page

SCALE = 3
LARGEST_GAP = 11.0  # between two glyphs of one line; columns stand further apart


class Form(NamedTuple):
    """The measures of one page size, from the design's table."""

    width: float
    height: float
    margin: float
    """Top and bottom; left and right are SIDE."""
    footer: float
    """The footer's rule."""


SIDE = 42.0
NAME, LEAD, EVIDENCE = 42.0, 154.0, 360.0
FORMS = (
    Form(595.28, 841.89, margin=36, footer=744.9),
    Form(612, 792, margin=32, footer=699),
)


def form(page: Page) -> Form:
    """The form that is nearest to the plan's width."""
    forms = LARGE_FORMS if page.level.startswith("large") else FORMS
    return min(forms, key=lambda one: abs(one.width - page.width))


LARGE_FORMS = (
    Form(595.28, 841.89, margin=32, footer=749.9),
    Form(612, 792, margin=32, footer=700),
)
LARGE_EVIDENCE = 290.0
LOWEST_FOOT = 12.0  # a foot of three lines has its rule one line lower
LOW_FEET = ("dense", "loose", "index", "digest")


def foot(pdf: bytes, page: Page) -> float:
    """The footer's rule: where the form has it; a line lower where the level may have it there,
    higher where the foot has more lines than usual."""
    stated = form(page).footer
    rules = [
        (s.top + s.bottom) / 2
        for s in finished(pdf).shapes
        if s.height < 1 and s.x1 - s.x0 > page.width / 2
    ]
    lowest = max(rules, default=stated)
    if page.level in LOW_FEET:
        return next((y for y in rules if -1 < y - stated < LOWEST_FOOT), lowest)
    return next((stated for y in rules if abs(y - stated) < 1), lowest)


@dataclass(frozen=True)
class Glyph:
    """One glyph: its advance box and where it stands."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Word:
    """Glyphs without a space between them, in one size."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Shape:
    """A rectangle or path: its box, its colours (None where it is not filled or stroked)."""

    x0: float
    x1: float
    top: float
    bottom: float
    fill: tuple[int, int, int] | None
    stroke: tuple[int, int, int] | None
    rectangle: bool

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Finished:
    """Everything on the first page of a file, in the order it was drawn."""

    sizes: tuple[tuple[float, float], ...]
    """Width and height of every page."""
    glyphs: tuple[Glyph, ...]
    words: tuple[Word, ...]
    shapes: tuple[Shape, ...]
    images: int

    def lines(self) -> list[list[Glyph]]:
        """Glyphs that follow each other on one baseline."""
        out: list[list[Glyph]] = []
        for glyph in self.glyphs:
            last = out[-1][-1] if out else None
            if last and follows(last, glyph):
                out[-1].append(glyph)
            else:
                out.append([glyph])
        return out


@functools.lru_cache(maxsize=8)
def finished(pdf: bytes) -> Finished:
    """What stands in `pdf`."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        sizes = tuple((float(page.width), float(page.height)) for page in document.pages)
        first = document.pages[0]
        height = float(first.height)
        words = first.extract_words(use_text_flow=True, extra_attrs=["size", "fontname"])
        return Finished(
            sizes,
            tuple(_glyph(char, height) for char in first.chars),
            tuple(_word(word) for word in words),
            tuple(_shape(item) for item in [*first.rects, *first.curves, *first.lines]),
            len(first.images),
        )


def said(glyphs: Iterable[Glyph]) -> str:
    """The text of glyphs, no-break spaces as spaces."""
    return folded("".join(glyph.text for glyph in glyphs))


def folded(text: str) -> str:
    """`text` with no-break spaces as spaces, without soft hyphens."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u00ad", "")


@functools.lru_cache(maxsize=8)
def pixels(pdf: bytes, *, grey: bool = False) -> np.ndarray:
    """The first page at SCALE pixels a point: height x width x 3."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=SCALE, grayscale=grey, rev_byteorder=True)
        array = np.array(bitmap.to_numpy())
    finally:
        document.close()
    if array.ndim == 2:
        array = array[:, :, None]
    return array[:, :, :3] if array.shape[2] >= 3 else np.repeat(array, 3, axis=2)


@functools.lru_cache(maxsize=8)
def reader_text(pdf: bytes) -> str:
    """The text of the first page as PDFium gives it to a person who copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return folded(document[0].get_textpage().get_text_range())
    finally:
        document.close()


@functools.lru_cache(maxsize=8)
def ink_boxes(pdf: bytes) -> tuple[tuple[str, float, float, float, float], ...]:
    """Every visible glyph with the box of its own outline: text, x0, top, x1, bottom."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        text, height = page.get_textpage(), page.get_height()
        boxes = []
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            if not character.isspace():
                x0, y0, x1, y1 = text.get_charbox(index)
                boxes.append((character, x0, height - y1, x1, height - y0))
        return tuple(boxes)
    finally:
        document.close()


def follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether `glyph` goes on in the line of `last`."""
    gap = glyph.x0 - last.x1
    return abs(glyph.baseline - last.baseline) < 0.1 and -last.size < gap < LARGEST_GAP


def _glyph(char: dict[str, Any], height: float) -> Glyph:
    return Glyph(
        char["text"],
        char["x0"],
        char["x1"],
        height - char["matrix"][5],
        round(char["size"], 3),
        char["fontname"],
    )


def _word(word: dict[str, Any]) -> Word:
    bold = "bold" in word["fontname"].lower()
    return Word(
        word["text"], word["x0"], word["x1"], word["top"], word["bottom"], word["size"], bold
    )


def _shape(item: dict[str, Any]) -> Shape:
    return Shape(
        item["x0"],
        item["x1"],
        item["top"],
        item["bottom"],
        _colour(item["non_stroking_color"]) if item["fill"] else None,
        _colour(item["stroking_color"]) if item["stroke"] else None,
        item["object_type"] == "rect",
    )


def _colour(parts: Sequence[float] | float | None) -> tuple[int, int, int]:
    values = [float(parts)] if isinstance(parts, int | float) else [float(v) for v in parts or (0,)]
    red, green, blue = values * 3 if len(values) == 1 else values[:3]
    return round(red * 255), round(green * 255), round(blue * 255)


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """The contrast ratio of two colours (0 to 255), as WCAG defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Sequence[float]) -> float:
    share = np.asarray(colour, dtype=float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))
