"""One figure led to another: number, arrow with the source's words, number.

In: an Area with a flow and a Setter. Out: a Block, y from the row's rule.
Not for: two figures that merely stand in one sentence.
"""

from bureau_brief.brief import NOTHING, Area, Figure
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.grid import ARROW_WORDS
from bureau_brief.outputs.page.rows import (
    number_drop,
    number_runs,
    number_with_sentence,
    phrases,
    unsaid,
)
from bureau_brief.outputs.page.setting import Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path

GAP, LINE, HEAD, WORDS_RISE = 9.0, 1.25, 7.0, 5.5


def holds(_setter: Setter, area: Area) -> bool:
    """The source states that one figure led to another."""
    return area.flow is not None


def row(setter: Setter, area: Area) -> Block:
    """Cause, arrow with the source's words, effect; other figures under the effect."""
    grid, flow = setter.grid, area.flow
    assert flow is not None  # noqa: S101 - FORMS asked
    cause, effect = area.figure(flow.cause), area.figure(flow.effect)
    left = number_with_sentence(setter, cause, cause.label, grid.lead, grid.lead_width)
    right = number_with_sentence(setter, effect, effect.label, grid.evidence, grid.evidence_width)
    arrow = _arrow(setter, area, cause)
    others = unsaid(area, flow.cause, flow.effect, cause.label, effect.label)
    below = phrases(
        setter, others, grid.evidence, grid.evidence_width, right.last + setter.level.evidence_pitch
    )
    last = max(left.last, below.last if others else right.last)
    return Block((*left.items, *arrow, *right.items, *below.items), last)


def _arrow(setter: Setter, area: Area, cause: Figure) -> list[Item]:
    """From the cause's number to the effect's, the words above it."""
    grid, flow = setter.grid, area.flow
    assert flow is not None  # noqa: S101 - FORMS asked
    number = Line(number_runs(setter, cause.number, grid.lead_width))
    start = grid.lead + number.width + GAP
    end = grid.evidence - GAP
    y = number_drop(setter) - setter.cap * setter.level.number / 2
    half = HEAD / 2
    head = ((end - HEAD, y - half), (end, y), (end - HEAD, y + half))
    shapes = (
        Path(((start, y), (end - HEAD, y)), "accent", LINE),
        Path(head, "accent"),
    )
    lines = setter.lines(flow.words, ARROW_WORDS, end - start, most=1)
    x = start + (end - HEAD - start - lines[0].width) / 2
    set_ = placed(lines, x, y - WORDS_RISE, ARROW_WORDS.leading)
    return [
        Graphic(NOTHING, shapes),  # its words are read as text
        text_box("P", "cause", [flow.words], set_, start, end),
    ]
