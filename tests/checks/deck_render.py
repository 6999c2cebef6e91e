"""The checks D1 and D14 to D16: what only a rendering of the deck shows.

In: a Finished deck and the same deck as a PDF. Out: a list of faults.
LibreOffice with the metric twins of the deck's fonts stands in for PowerPoint.
"""

import io
import itertools
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2
from numpy.typing import NDArray

from bureau_brief.theme import contrast
from tests.checks.deck import Finished, shape_texts, shapes

EMU = 12700  # a point
SLACK = 3.0  # points that a glyph may stand out of its shape
SCALE = 2.0
LEAST_CONTRAST = 4.5


@dataclass(frozen=True)
class Rendered:
    """A deck and its rendering."""

    deck: Finished
    pdf: bytes

    @cached_property
    def pages(self) -> list[Any]:
        """The pages, read by pdfplumber."""
        with pdfplumber.open(io.BytesIO(self.pdf)) as pdf:
            for page in pdf.pages:
                _ = page.chars
            return list(pdf.pages)

    @cached_property
    def pictures(self) -> list[NDArray[np.uint8]]:
        """The pages as pixels."""
        document = pypdfium2.PdfDocument(self.pdf)
        return [np.asarray(page.render(scale=SCALE).to_pil().convert("RGB")) for page in document]


def d1_a_page_for_every_slide(rendered: Rendered) -> list[str]:
    """As many pages as slides."""
    pages, slides = len(rendered.pages), len(rendered.deck.slides)
    return [] if pages == slides else [f"{pages} pages for {slides} slides"]


def d14_text_stays_in_its_shape(rendered: Rendered) -> list[str]:
    """Every character of a shape is found inside the shape's box."""
    faults = []
    for number, (slide, page) in enumerate(
        zip(rendered.deck.slides, rendered.pages, strict=True), 1
    ):
        for shape in shapes(slide):
            text = "".join(shape_texts(shape)).split()
            if not text or getattr(shape, "has_chart", False):
                continue
            box = _box(shape)
            inside = Counter(
                c["text"] for c in page.chars if _inside(c, box) and not c["text"].isspace()
            )
            lost = Counter("".join(text)) - inside
            if lost and not _is_number_field(shape):
                faults.append(f"slide {number}: {shape.name} loses {''.join(sorted(lost))}")
    return faults


def _is_number_field(shape: Any) -> bool:
    return bool(shape._element.xpath(".//a:fld"))


Box = tuple[float, float, float, float]


def _box(shape: Any) -> Box:
    """Left, top, right and bottom in points, looked up once: a placeholder asks its layout."""
    left, top = shape.left / EMU, shape.top / EMU
    return left, top, left + shape.width / EMU, top + shape.height / EMU


def _inside(char: dict[str, Any], box: Box) -> bool:
    left, top, right, bottom = box
    middle = (char["top"] + char["bottom"]) / 2
    across = left - SLACK <= char["x0"] and char["x1"] <= right + SLACK
    return bool(across and top - SLACK <= middle <= bottom + SLACK)


def _starts_inside(char: dict[str, Any], box: Box) -> bool:
    """Its upper edge is in the shape: a line too many hangs out of the box, and still counts."""
    left, top, right, bottom = box
    across = left - SLACK <= char["x0"] and char["x1"] <= right + SLACK
    return bool(across and top <= char["top"] + SLACK < bottom)


def d15_titles_take_two_lines(rendered: Rendered) -> list[str]:
    """At most two lines of title, three on the cover."""
    faults = []
    for number, (slide, page) in enumerate(
        zip(rendered.deck.slides, rendered.pages, strict=True), 1
    ):
        title = slide.shapes.title
        if title is None:
            continue
        box = _box(title)
        tops = sorted({round(c["bottom"]) for c in page.chars if _starts_inside(c, box)})
        lines = 1 + sum(b - a > 8 for a, b in itertools.pairwise(tops)) if tops else 0
        if not 1 <= lines <= (3 if number == 1 else 2):
            faults.append(f"slide {number}: {lines} lines of title")
    return faults


def d16_text_can_be_read(rendered: Rendered) -> list[str]:
    """Rendered contrast of every word against what is behind it."""
    faults = []
    for number, (page, picture) in enumerate(
        zip(rendered.pages, rendered.pictures, strict=True), 1
    ):
        for word in page.extract_words():
            ratio = _contrast(picture, word)
            if ratio < LEAST_CONTRAST:
                faults.append(f"slide {number}: {word['text']!r} has contrast {ratio:.1f}")
    return faults


def _contrast(picture: NDArray[np.uint8], word: dict[str, Any]) -> float:
    """Background: the commonest colour in the word's box; ink: the most different 4 percent."""
    x0, x1 = int(word["x0"] * SCALE), int(np.ceil(word["x1"] * SCALE))
    y0, y1 = int(word["top"] * SCALE), int(np.ceil(word["bottom"] * SCALE))
    pixels = picture[y0:y1, x0:x1].reshape(-1, 3)
    if not len(pixels):
        return 21.0
    colours, counts = np.unique(pixels, axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    distance = np.abs(pixels.astype(int) - ground.astype(int)).sum(axis=1)
    most = pixels[distance >= np.quantile(distance, 0.96)]
    ink = np.median(most, axis=0).astype(int)
    return contrast(bytes(int(c) for c in ground).hex(), bytes(int(c) for c in ink).hex())


CHECKS: Mapping[str, Callable[[Rendered], list[str]]] = {
    "D1": d1_a_page_for_every_slide,
    "D14": d14_text_stays_in_its_shape,
    "D15": d15_titles_take_two_lines,
    "D16": d16_text_can_be_read,
}
