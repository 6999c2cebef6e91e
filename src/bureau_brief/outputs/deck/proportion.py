"""A rate drawn as a part of its whole: a bar, and the bracket that spans the whole.

In: an area with a rate. Out: a Chart and a Bracket.
Not for: the words beside them (`rate`, `overview`).
"""

from bureau_brief.brief import Area, Rate
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.values import Bracket, Chart, Series
from bureau_brief.outputs.layouts import Box


def proportion(area: Area, rate: Rate, box: Box, name: str, idx: int | None = None) -> Chart:
    """The part over the whole on one scale from zero; the remainder is drawn, never printed."""
    part, whole = area.figure(rate.part), area.figure(rate.whole)
    return Chart(
        name=name,
        box=box,
        alt=rate.alt,
        categories=(area.name,),
        series=(
            Series(rate.whole_label, (whole.value,), ("bg1",), "accent1", grid.LINE_WEIGHT),
            Series(part.label, (part.value,), ("accent1",), "accent1", grid.LINE_WEIGHT),
        ),
        maximum=whole.value,
        gap=0,
        overlap=100,
        plot=(0, 0, 1, 1),
        idx=idx,
    )


def bracket(x: float, y: float, width: float, depth: float) -> Bracket:
    """The line under the bar."""
    return Bracket("Bracket", Box(x, y, width, depth), "accent3", grid.LINE_WEIGHT)
