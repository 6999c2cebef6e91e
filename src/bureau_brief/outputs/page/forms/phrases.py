"""Figures as phrases: what has no relation that a form can draw.

In: an Area and a Setter. Out: a Block for the evidence column.
Not for: the main number.
"""

from bureau_brief.brief import Area
from bureau_brief.outputs.page.rows import numbered, phrases, said_change, unsaid
from bureau_brief.outputs.page.setting import Block, Setter


def holds(_setter: Setter, _area: Area) -> bool:
    """Always."""
    return True


def row(setter: Setter, area: Area) -> Block:
    """A number with its sentence, the other figures beside it."""
    return numbered(setter, area, evidence, said_change(area.figure(area.main)))


def evidence(setter: Setter, area: Area) -> Block:
    """Every figure that the sentence does not say."""
    grid, others = setter.grid, unsaid(area, area.main, area.sentence)
    return phrases(setter, others, grid.evidence, grid.evidence_width, setter.level.evidence_top)
