"""Checks of places and sizes: B1, B2, B3, B6, B7, B8, B16.

In: a finished page, its plan, its Brief. Out: faults.
Not for: what the words say (`page_text`), or fonts and colours (`page_marks`).
"""

import itertools
from collections.abc import Iterator

import numpy as np

from bureau_brief.brief import Brief
from bureau_brief.outputs.page.values import Page
from tests.checks.page_file import (
    EVIDENCE,
    LARGE_EVIDENCE,
    LEAD,
    NAME,
    SCALE,
    SIDE,
    Form,
    Glyph,
    Word,
    finished,
    folded,
    foot,
    form,
    ink_boxes,
    pixels,
    said,
)

SIZES = {
    "hero": {9, 10, 10.5, 11, 14, 24, 26},
    "single": {9, 10, 10.5, 11, 14.5, 15, 16.5, 24, 26, 44},
    "poster": {9, 10, 10.5, 11, 13, 14.5, 15, 18, 26, 32, 44},
    "sparse": {9, 10, 10.5, 11, 12, 13, 15, 16, 17, 22, 26, 32, 44},
    "open": {9, 10, 11, 12, 13, 15, 16, 17, 22, 26, 32, 44},
    "large": {12, 13, 15, 18, 20, 22, 26},
    "large roomy": {12, 13, 15, 18, 20, 22, 26, 30},
    "large tight": {12, 13, 15, 18, 20, 22},
    "large open": {12, 13, 15, 16, 17, 22, 26, 32, 44},
    "large sparse": {12, 13, 15, 16, 17, 22, 26, 32, 44},
    "large poster": {12, 13, 14.5, 15, 18, 26, 32, 44, 56},
    "large single": {12, 14.5, 15, 16.5, 24, 26, 44},
    "large hero": {12, 14, 24, 26},
    "roomy": {9, 10, 11, 12, 12.5, 13, 13.5, 19, 22, 30, 56},
    "normal": {9, 10, 11, 12.5, 13, 17, 22, 26, 56},
    "targets": {9, 10, 11, 13, 17, 22, 56},
    "open targets": {9, 10, 11, 13, 14, 14.5, 17, 22, 56},
    "series": {9, 10, 11, 12.5, 13, 17, 22, 26, 56},
    "tight": {9, 10, 10.5, 11, 12.5, 13, 17, 22, 56},
    "dense": {9, 10, 10.5, 11, 16, 22},
    "loose": {9, 10, 11, 12, 22},
    "index": {9, 10, 11, 11.5, 13, 15, 22},
    "digest": {9, 10, 11, 22},
}
SMALLER_HEADLINE, SMALLEST_NUMBER = 20, 18
LEAD_STEPS = (44, 56)  # the lead number, where 56 is too wide
LARGER_STEPS = {
    "hero": (44, 132), "single": (44, 132), "poster": (44, 96), "sparse": (44, 72),
    "open": (44, 72), "large": (38, 50), "large tight": (38, 44), "large roomy": (38, 50),
    "large open": (44, 72), "large sparse": (44, 72), "large poster": (44, 96),
    "large single": (44, 132), "large hero": (44, 132),
}  # fmt: skip
LARGE_FLOOR = 12
BODY_FLOOR, FOOTER_FLOOR = 10, 9
CAP = 0.66
DESCENT = 0.30
OVERLAP_X, OVERLAP_Y = 1.0, 3.5
WIDEST_BAND = 36.0
INK = 200  # a grey below this is ink
COLUMNS = (0.43, 0.73)  # of the full width: where the footer's second and third columns start
INSET, SENTENCE_GAP, OPTICAL, LARGE = 8.0, 16.0, (1.5, 2.0), 50
PADS = {
    "hero": 21.0, "single": 21.0, "poster": 21.0, "sparse": 17.0, "open": 17.0, "roomy": 15.0,
    "normal": 13.0, "open targets": 15.0, "targets": 11.0, "series": 11.0, "tight": 10.0,
    "dense": 17.0, "loose": 17.0, "index": 17.0, "digest": 17.0,
    "large": 10.0, "large tight": 8.0, "large roomy": 14.0,
    "large open": 17.0, "large sparse": 17.0, "large poster": 21.0, "large single": 21.0,
    "large hero": 21.0,
}  # fmt: skip
BAR, GROWN = (
    18.0,
    {"single": 1.5, "poster": 1.3, "open targets": 1.3, "large single": 1.5, "large poster": 1.3},
)
OVERHANG = 0.6  # of a letter whose ink is wider than its advance: j
LARGE_FOOT = 12.0  # large print has its first line of the foot further below the rule
BANDS = tuple(
    f"{large}{one}" for large in ("", "large ") for one in ("hero", "single", "poster", "sparse")
)  # where empty bands are the design
ONE_FIGURE = (202.0, 250.0)  # index: where the only column of figures may stand, beside LEAD
IN_CHARTS = ("period", "point", "target", "part")
COLUMN_GUTTER = 20.0  # dense: between its two or three columns
LABELS = {"dense": 46.0, "loose": 50.6, "digest": 0.0}  # labels in a column
LEAST_SHARE = -1.0  # of height that a row may have to give up


def one_page_of_the_right_size(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B1: one page, A4 or Letter within a point."""
    sizes, paper = finished(pdf).sizes, form(page)
    faults = [f"{len(sizes)} pages"] if len(sizes) != 1 else []
    for width, height in sizes:
        if abs(width - paper.width) > 1 or abs(height - paper.height) > 1:
            faults.append(f"{width:.1f} x {height:.1f} pt")
    return faults


def glyphs_inside_margins(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B2: no glyph and no shape beyond the margins; descenders may hang below the lowest."""
    paper, found = form(page), finished(pdf)
    right, bottom = paper.width - SIDE + 0.1, paper.height - paper.margin
    faults = [
        f"`{glyph.text}` at {glyph.x0:.1f}, {glyph.baseline:.1f}"
        for glyph in found.glyphs
        if not glyph.text.isspace()
        and not (
            (glyph.x0 >= SIDE - 0.1 or _optical(glyph))
            and glyph.x1 <= right
            and glyph.baseline - CAP * glyph.size >= paper.margin
            and glyph.baseline <= bottom
        )
    ]
    return faults + [
        f"shape at {shape.x0:.1f}, {shape.top:.1f}"
        for shape in found.shapes
        if shape.x0 < SIDE - 0.1
        or shape.x1 > right
        or shape.top < paper.margin - 0.1
        or shape.bottom > bottom
    ]


def few_sizes_above_the_floor(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B3: only the sizes of the level; 9 pt in the footer, and under and in columns, only."""
    footer, faults = foot(pdf, page), {}
    for glyph in finished(pdf).glyphs:
        small = glyph.baseline > footer or _in(page, glyph, ("period", "point"))
        floor = (
            LARGE_FLOOR if page.level.startswith("large") else FOOTER_FLOOR if small else BODY_FLOOR
        )
        if glyph.size < floor or not _size_of_level(glyph.size, page.level):
            faults.setdefault(glyph.size, f"{glyph.size} pt: `{glyph.text}`")
    return list(faults.values())


def _size_of_level(size: float, level: str) -> bool:
    lowest, highest = LARGER_STEPS.get(level, LEAD_STEPS)
    return (
        size in SIZES[level]
        or size in (SMALLER_HEADLINE, SMALLEST_NUMBER)
        or lowest <= size <= highest
    )


def no_overlapping_words(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B6: no two words cover each other by more than 1 x 3.5 pt; digits have no descenders."""
    return [
        f"`{one.text}` and `{other.text}`"
        for one, other in itertools.combinations(finished(pdf).words, 2)
        if min(one.x1, other.x1) - max(one.x0, other.x0) > OVERLAP_X
        and min(_lower(one), _lower(other)) - max(one.top, other.top) > OVERLAP_Y
    ]


def _lower(word: Word) -> float:
    """The lower edge of a word, of a large number without the room for descenders."""
    return word.bottom - (DESCENT * word.size if word.size >= LEAD_STEPS[0] else 0)


def no_empty_band(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B7: no band of 36 pt without ink; above the footer, what the plan reports as left over.

    Pages of one to three areas are exempt.
    """
    footer = foot(pdf, page)
    faults = []
    for top, bottom in _bands(pdf) if page.level not in BANDS else ():
        above_footer = abs(bottom - footer) < 1.5
        allowed = WIDEST_BAND + (page.left_over if above_footer else 0)
        if bottom - top > allowed:
            faults.append(f"{bottom - top:.1f} pt empty from {top:.1f}")
    return faults


def _bands(pdf: bytes) -> Iterator[tuple[float, float]]:
    """The empty bands between the first and the last ink of the page, in points."""
    rows = np.flatnonzero((pixels(pdf, grey=True)[:, :, 0] < INK).any(axis=1))
    for above, below in itertools.pairwise(rows):
        if below - above > 1:
            yield float(above + 1) / SCALE, float(below) / SCALE


def lines_start_on_stops(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B8: every line starts on a stop, or ends at the right margin; arrow words are free, and so
    is what stands at its own place in a chart.

    The design asks for 90 %. What may stand elsewhere is known here (the lead's sentence, the
    label in its bar, the words on an arrow), so that one line off its stop is enough to fail.
    """
    paper, found = form(page), finished(pdf)
    right = paper.width - SIDE
    free = {folded(str(area.flow.words)) for area in brief.areas if area.flow}
    stops = [*_stops(paper, page.level), *_relative_stops(pdf, page)]
    faults = []
    for line in found.lines():
        x0, x1 = line[0].x0, _ink_end(line)
        if _in(page, line[0], IN_CHARTS):
            continue
        on_stop = any(abs(x0 - stop) <= 0.1 for stop in stops) or _optical(line[0])
        if not on_stop and abs(x1 - right) > 0.2 and said(line).strip() not in free:
            faults.append(f"`{said(line).strip()}` starts at {x0:.1f}")
    return faults


def _in(page: Page, glyph: Glyph, slots: tuple[str, ...]) -> bool:
    """Whether a glyph stands in a box of one of these slots."""
    return any(
        box.slot in slots
        and box.box.x0 - 0.5 <= glyph.x0 <= box.box.x1
        and box.box.y0 <= glyph.baseline <= box.box.y1
        for box in page.text_boxes()
    )


def _stops(paper: Form, level: str) -> list[float]:
    full = paper.width - 2 * SIDE
    feet = [SIDE, *(SIDE + share * full for share in COLUMNS)]
    if level in LABELS:
        inner = (0, LABELS[level])
        steps = [(count, (full + COLUMN_GUTTER) / count) for count in (2, 3)]
        columns = [SIDE + i * step for count, step in steps for i in range(count)]
        return [*feet, *(x + label for x in columns for label in inner)]
    if level.startswith("large"):
        return [NAME, LARGE_EVIDENCE]
    return [*feet, NAME, LEAD, EVIDENCE, *(ONE_FIGURE if level == "index" else ())]


def _relative_stops(pdf: bytes, page: Page) -> Iterator[float]:
    """Where the lead's sentence and the labels in and beside its bar stand."""
    found = finished(pdf)
    lead = [g for g in found.glyphs if g.size >= LEAD_STEPS[0] and not g.text.isspace()]
    if lead:
        units = [g for g in found.glyphs if g.baseline == lead[0].baseline and g.size in (20, 22)]
        yield max(g.x1 for g in [*lead, *units] if not g.text.isspace()) + SENTENCE_GAP
    for shape in found.shapes:
        if shape.rectangle and shape.fill and abs(shape.height - _bar(page.level)) < 0.5:
            yield shape.x0 + INSET
            yield shape.x1 + INSET


def _bar(level: str) -> float:
    """How high a proportion is: it grows with the small type of its level."""
    return BAR * GROWN.get(level, 1)


def _optical(glyph: Glyph) -> bool:
    """A large number starts a little left of its stop, so that its ink meets it."""
    low, high = OPTICAL
    return glyph.size >= LARGE and any(low <= stop - glyph.x0 <= high for stop in (NAME, LEAD))


def _ink_end(line: list[Glyph]) -> float:
    return max((glyph.x1 for glyph in line if not glyph.text.isspace()), default=line[-1].x1)


def text_stays_in_its_box(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B16: every glyph's outline in a box of the plan, and body text clear of the footer's rule."""
    boxes = [item.box for item in page.text_boxes()]
    faults = [
        f"`{text}` at {x0:.1f}, {bottom:.1f} in no box"
        for text, x0, top, x1, bottom in ink_boxes(pdf)
        if not any(
            x0 >= box.x0 - OVERHANG
            and x1 <= box.x1 + OVERHANG
            and top >= box.y0 - 0.5
            and bottom <= box.y1 + 0.5
            for box in boxes
        )
    ]
    footer = foot(pdf, page)
    lowest = footer - PADS[page.level] - LEAST_SHARE
    return faults + [
        f"`{said(line).strip()}` is {footer - line[0].baseline:.1f} pt above the footer"
        for line in finished(pdf).lines()
        if _in_body(line[0], page, footer) and line[0].baseline > lowest
    ]


def _in_body(glyph: Glyph, page: Page, footer: float) -> bool:
    """Whether it stands above the foot, which is set smaller; in large print it is not."""
    if page.level.startswith("large"):
        return glyph.baseline < footer + LARGE_FOOT
    return glyph.size > FOOTER_FLOOR
