"""A figure by period in the evidence column, as columns or a line (`plot`).

In: an Area whose main figure has a series, and a Setter. Out: a Block.
Not for: the earlier value alone (the change line of a row).
"""

from bureau_brief.brief import Area, Brief
from bureau_brief.outputs.page.forms.plot import Frame, fits, plotted
from bureau_brief.outputs.page.rows import numbered, phrases, unsaid
from bureau_brief.outputs.page.setting import Block, Setter

TOP, LEAD_TOP = 6.0, 8.0


def holds(setter: Setter, area: Area) -> bool:
    """The main figure has a series whose labels find their places."""
    series = area.figure(area.main).series
    return series is not None and fits(setter, series, setter.grid.evidence_width)


def suits(brief: Brief) -> bool:
    """At least half of the areas have a series to draw."""
    drawn = [area for area in brief.areas if area.figure(area.main).series]
    return 2 * len(drawn) >= len(brief.areas)


def row(setter: Setter, area: Area) -> Block:
    """The number with its sentence and its change since the first period."""
    series = area.figure(area.main).series
    assert series is not None  # noqa: S101 - FORMS asked
    return numbered(setter, area, evidence, series.change)


def evidence(setter: Setter, area: Area) -> Block:
    """A small chart, labelled at its ends."""
    return _evidence(setter, area, TOP, setter.level.chart, lead=False)


def lead_evidence(setter: Setter, area: Area) -> Block:
    """A taller chart, every period labelled where there is room."""
    return _evidence(setter, area, LEAD_TOP, setter.level.lead_chart, lead=True)


def _evidence(setter: Setter, area: Area, top: float, height: float, *, lead: bool) -> Block:
    grid = setter.grid
    frame = Frame(grid.evidence, top, grid.evidence_width, height)
    chart = plotted(setter, area.figure(area.main), frame, lead=lead)
    others = unsaid(area, area.main, area.sentence)
    first = chart.last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.evidence, grid.evidence_width, first)
    last = below.last if others else chart.last
    return Block((*chart.items, *below.items), last, chart.notes)
