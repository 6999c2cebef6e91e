"""Checks of fonts, colours, bars and weight: B4, B5, B13, B14, B15, X5.

In: a finished page, its plan, its Brief. Out: faults.
Not for: words and their places (`page_text`, `page_geometry`).
"""

import io
import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import pikepdf

from bureau_brief.brief import Brief
from bureau_brief.outputs.page.values import Graphic, Page, Rect
from tests.checks.page_file import (
    EVIDENCE,
    LARGE_EVIDENCE,
    LEAD,
    NAME,
    SCALE,
    SIDE,
    Shape,
    Word,
    contrast,
    finished,
    form,
    pixels,
)

LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18, 14
INKIEST = 0.04  # of a word's pixels: those that differ most from its ground
LEAST_BAR = 0.05  # a shorter one cannot be seen
BAR_ERROR = 0.005
INK = (0x1B, 0x24, 0x30)
BAR_FILLS = ("accent", "earlier", "paper")
WIDEST_MARK, WIDEST_CUT = 4.0, 8.0  # the mark of a target and the gap behind it; a slash
MARK_AT = 0.70  # of the evidence column
STARTS = (NAME, LEAD, LARGE_EVIDENCE, EVIDENCE)  # where that column begins: it ends at the margin
NAVY, EARLIER, WHITE = (0x12, 0x43, 0x6D), (0x7C, 0x93, 0xAD), (255, 255, 255)
HAIRLINE = (0xB8, 0xC1, 0xCC)
LEAST_BETWEEN_FILLS = 3.0
THICKEST_RULE = 4.05
MOST_BYTES = {"zh": 250_000}
MOST_BYTES_OTHERWISE = 60_000


def fonts_are_embedded(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B4: every font that is named is embedded and maps its glyphs to characters."""
    faults = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for font in _fonts(document):
            name = str(font.get("/BaseFont", "a font without a name"))
            described = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", {})
            if not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
                faults.append(f"{name} is not embedded")
            if "/ToUnicode" not in font:
                faults.append(f"{name} has no ToUnicode")
    return faults


def _fonts(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every font object of the file, whether it is used or not."""
    for item in document.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        if item.get("/Subtype") not in ("/CIDFontType0", "/CIDFontType2"):
            yield item


def contrast_as_rendered(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B5: every word stands out from its ground, measured in pixels."""
    return _faint(pdf, pixels(pdf))


def contrast_in_grey(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """X5: B5 holds on a printer without colour."""
    return _faint(pdf, pixels(pdf, grey=True))


def _faint(pdf: bytes, image: np.ndarray) -> list[str]:
    faults = []
    for word in finished(pdf).words:
        large = word.size >= LARGE or (word.bold and word.size >= LARGE_BOLD)
        ratio = _ratio(word, image)
        if ratio < (LEAST_LARGE if large else LEAST):
            faults.append(f"`{word.text}` {ratio:.2f}")
    return faults


def _ratio(word: Word, image: np.ndarray) -> float:
    """The contrast of a word's ink with the commonest colour of its box."""
    top, bottom = round(word.top * SCALE), round(word.bottom * SCALE)
    left, right = round(word.x0 * SCALE), round(word.x1 * SCALE)
    crop = image[max(top, 0) : bottom, max(left, 0) : max(right, left + 1)].reshape(-1, 3)
    if not len(crop):
        return 1.0
    colours, counts = np.unique(crop, axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    distance = np.abs(crop.astype(int) - ground).sum(axis=1)
    inkiest = crop[np.argsort(distance)[-max(1, int(len(crop) * INKIEST)) :]]
    return contrast(np.median(inkiest, axis=0), ground)


def bars_show_their_values(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B13: each bar is as long as its value says, on the scale of its form; none else.

    Bars of a comparison and of a rate: the longest to the right margin. Parts: all of them to the
    right margin. Columns: the highest is the measure. A bar against a target: the share of that
    target, whose mark stands at 70 % of the column; a cut one fills the column.
    """
    drawn = [shape for shape in finished(pdf).shapes if _is_bar(shape)]
    faults, known = [], []
    for graphic in (item for item in page.items if isinstance(item, Graphic) and item.scale):
        for bar, upright, wanted in _wanted(graphic, page, brief):
            if wanted < LEAST_BAR:
                continue
            found = [s for s in finished(pdf).shapes if s.fill and _at(s, bar, upright=upright)]
            known += found
            lengths = [s.height if upright else s.x1 - s.x0 for s in found]
            if not any(abs(length - wanted) <= BAR_ERROR * wanted for length in lengths):
                said = ", ".join(f"{length:.1f}" for length in lengths) or "nothing"
                faults.append(f"{bar.figure or 'a cut bar'}: {said}, not {wanted:.1f} pt")
    strangers = [shape for shape in drawn if shape not in known]
    return faults + [f"a bar of no figure at {s.x0:.1f}, {s.top:.1f}" for s in strangers]


def _wanted(graphic: Graphic, page: Page, brief: Brief) -> Iterator[tuple[Rect, bool, float]]:
    """The bars of a chart; whether it is their height that counts; how long each should be."""
    bars = [s for s in graphic.shapes if isinstance(s, Rect) and s.fill in BAR_FILLS]
    bars = [bar for bar in bars if bar.width > WIDEST_MARK]
    figures, right = brief.figures(), form(page).width - SIDE
    if not bars:
        return
    id_, _, index = bars[-1].figure.partition("[")
    target = figures[graphic.alt.figures[0]].target
    if index:
        points = figures[id_].series.points  # type: ignore[union-attr]
        values = [
            float(points[int(bar.figure.rstrip("]").partition("[")[2])].value) for bar in bars
        ]
        tallest = max(bar.height for bar in bars)
        yield from ((b, True, v / max(values) * tallest) for b, v in zip(bars, values, strict=True))
        return
    if target and len(bars) == 1:
        share = float(figures[graphic.alt.figures[0]].value / target.value) * MARK_AT
        start = min(STARTS, key=lambda stop: abs(stop - bars[0].x))
        yield bars[0], False, min(share, 1) * (right - start)
        return
    values = [float(figures[bar.figure].value) for bar in bars]
    whole = sum(values) if _form_of(page, brief, id_) == "stacked" else max(values)
    for bar, value in zip(bars, values, strict=True):
        yield bar, False, value / whole * (right - bars[0].x)


def _form_of(page: Page, brief: Brief, id_: str) -> str:
    area = next(area for area in brief.areas if id_ in [figure.id for figure in area.figures])
    return dict(page.forms)[area.id]


def _is_bar(shape: Shape) -> bool:
    wide = shape.x1 - shape.x0 > WIDEST_MARK
    return shape.rectangle and shape.height > THICKEST_RULE and wide


def _at(shape: Shape, bar: Rect, *, upright: bool = False) -> bool:
    """At the bar's place: a column is known by its foot."""
    edge = abs(shape.bottom - bar.y - bar.height) if upright else abs(shape.top - bar.y)
    return (
        abs(shape.x0 - bar.x) < 0.5
        and edge < 0.5
        and (shape.stroke is not None) == bool(bar.stroke)
    )


def fills_are_safe_in_grey(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B14: fills are navy, its lighter second or white; neighbours differ 3 to 1; no images.

    A cut and the gap at a mark are white without an outline, inside a bar; a mark is ink.
    """
    found = finished(pdf)
    fills = [s for s in found.shapes if s.fill and s.height > THICKEST_RULE]
    marks = [s for s in fills if s.x1 - s.x0 <= WIDEST_CUT and _is(s.fill, WHITE, INK)]
    fills = [s for s in fills if s not in marks]
    rules = [s for s in found.shapes if s.fill and s.height <= THICKEST_RULE]
    faults = [f"{found.images} images"] if found.images > bool(brief.logo) else []
    faults += [f"fill {s.fill}" for s in fills if not _is(s.fill, NAVY, EARLIER, WHITE)]
    faults += [f"rule {s.fill}" for s in rules if not _is(s.fill, NAVY, HAIRLINE, EARLIER)]
    faults += [
        f"{one.fill} beside {other.fill}"
        for one, other in itertools.combinations(fills, 2)
        if one.fill and other.fill and one.fill != other.fill and _touch(one, other)
        if contrast(one.fill, other.fill) < LEAST_BETWEEN_FILLS
    ]
    return faults + [
        f"a white fill without an outline at {s.x0:.1f}, {s.top:.1f}"
        for s in fills
        if _is(s.fill, WHITE) and (not s.stroke or contrast(s.stroke, WHITE) < 3)
    ]


def _is(colour: tuple[int, int, int] | None, *allowed: tuple[int, int, int]) -> bool:
    return colour is not None and any(
        all(abs(a - b) <= 1 for a, b in zip(colour, one, strict=True)) for one in allowed
    )


def _touch(one: Shape, other: Shape) -> bool:
    return (
        min(one.x1, other.x1) - max(one.x0, other.x0) > -1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > -1
    )


def small_enough(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B15: 60 kB at most, 250 kB in Chinese."""
    most = MOST_BYTES.get(brief.language, MOST_BYTES_OTHERWISE)
    return [f"{len(pdf)} bytes"] if len(pdf) > most else []
