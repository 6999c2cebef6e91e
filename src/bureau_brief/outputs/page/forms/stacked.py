"""Parts that sum to a stated whole: one bar of 100 per cent, each part labelled under it.

In: an Area with stacked parts and a Setter. Out: a Block for the evidence column.
Not for: a rate (`proportion`), or parts whose labels do not fit under them (`phrases`).
"""

from bureau_brief.brief import Area, Figure, Stacked
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.grid import PART_NAME, PART_NUMBER
from bureau_brief.outputs.page.rows import number_drop, numbered, phrases, said_change, unsaid
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Graphic, Item, PlacedLine, Rect

HEIGHT, OUTLINE = 14.0, 0.75
FILLS = ("accent", "earlier", "paper", "accent")  # neighbours differ by 3 to 1
NUMBER_DROP, NAME_DROP = 13.0, 12.0  # from the bar to the numbers, and from them to the names
BETWEEN = 6.0  # at least, between two labels


def holds(setter: Setter, area: Area) -> bool:
    """The parts of the main figure sum to it, and their labels stand side by side."""
    stacked = area.stacked
    return stacked is not None and stacked.whole == area.main and _fits(setter, area, stacked)


def row(setter: Setter, area: Area) -> Block:
    """The whole with its sentence, its parts beside it."""
    return numbered(setter, area, evidence, said_change(area.figure(area.main)))


def evidence(setter: Setter, area: Area) -> Block:
    """The bar beside the number, its labels below it."""
    middle = number_drop(setter) - setter.cap * setter.level.number / 2
    return _evidence(setter, area, middle - HEIGHT * setter.level.scale / 2)


def lead_evidence(setter: Setter, area: Area) -> Block:
    """The bar as high up as a first phrase."""
    level = setter.level
    return _evidence(setter, area, level.evidence_top - setter.cap * level.evidence_number)


def _evidence(setter: Setter, area: Area, top: float) -> Block:
    """The bar with its labels, other figures below."""
    grid, by, stacked = setter.grid, setter.level.scale, area.stacked
    assert stacked is not None  # noqa: S101 - FORMS asked
    scale = grid.evidence_width / float(area.figure(stacked.whole).value)
    x, rects, labels = grid.evidence, [], []
    for part, start, fill in zip(
        _parts(area, stacked), _starts(setter, area, stacked), FILLS, strict=False
    ):
        length = float(part.value) * scale
        rects.append(Rect(x, top, length, HEIGHT * by, fill, "outline", OUTLINE, figure=part.id))
        labels.append(_label(setter, part, start, top + (HEIGHT + NUMBER_DROP) * by))
        x += length
    last = top + (HEIGHT + NUMBER_DROP + NAME_DROP) * by
    others = unsaid(area, area.main, area.sentence, *stacked.parts)
    first = last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.evidence, grid.evidence_width, first)
    items = (Graphic(stacked.alt, tuple(rects), scale), *labels, *below.items)
    return Block(items, below.last if others else last)


def _parts(area: Area, stacked: Stacked) -> list[Figure]:
    return [area.figure(id_) for id_ in stacked.parts]


def _width(setter: Setter, part: Figure) -> float:
    return max(
        setter.run(str(part.number), setter.scaled(PART_NUMBER)).width,
        setter.run(str(part.noun), setter.scaled(PART_NAME)).width,
    )


def _starts(setter: Setter, area: Area, stacked: Stacked) -> list[float]:
    """Where the labels begin: under the left edge of their part, the last at the right margin
    at most."""
    grid = setter.grid
    scale = grid.evidence_width / float(area.figure(stacked.whole).value)
    out, x = [], grid.evidence
    for part in _parts(area, stacked):
        out.append(min(x, grid.right - _width(setter, part)))
        x += float(part.value) * scale
    return out


def _fits(setter: Setter, area: Area, stacked: Stacked) -> bool:
    """No label runs into the next, and each begins under its own part."""
    parts, starts = _parts(area, stacked), _starts(setter, area, stacked)
    ends = [start + _width(setter, part) for start, part in zip(starts, parts, strict=True)]
    apart = all(end + BETWEEN <= start for end, start in zip(ends, starts[1:], strict=False))
    return apart and starts[0] >= setter.grid.evidence


def _label(setter: Setter, part: Figure, x: float, baseline: float) -> Item:
    """Number over name."""
    width = _width(setter, part) + 0.1
    number = spaced([setter.run(str(part.number), setter.scaled(PART_NUMBER))])
    setter.glyphs(part.number, [Line(number)])
    names = setter.lines(part.noun, setter.scaled(PART_NAME), width, most=1)
    set_ = [
        PlacedLine(x, baseline, Line(number)),
        *placed(names, x, baseline + NAME_DROP * setter.level.scale, 0),
    ]
    return text_box("P", "part", [part.number, part.noun], set_, x, x + width)
