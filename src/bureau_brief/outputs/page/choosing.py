"""Which form shows an area: the first that its relations ask for.

In: areas of a Brief and a Setter. Out: for each a Form of FORMS. A new form is one module and
one line in that table: its name, when it holds, how it sets a row, how it sets the block that
leads (None: the lead block has no place for it), and how it sets a band.
Not for: setting rows below each other (`ledger`).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bureau_brief.brief import Area
from bureau_brief.outputs.page import bands, lead
from bureau_brief.outputs.page.forms import bars, flow, phrases, proportion, series, stacked, target
from bureau_brief.outputs.page.setting import Block, Setter

MOST_KINDS = 3  # of charts on a page; a fourth kind gives way to the next form that holds

Set = Callable[[Setter, Area], Block]


class Form(NamedTuple):
    """A way to show an area."""

    name: str
    holds: Callable[[Setter, Area], bool]
    row: Set
    lead: Set | None = None
    band: Set | None = None
    """How it sets a band, where that is not how it leads."""
    chart: bool = True
    """Whether it counts as a kind of chart: numbers and words alone do not."""


PHRASES = Form("phrases", phrases.holds, phrases.row, lead.with_phrases, chart=False)
FORMS = (
    Form("proportion", proportion.holds, proportion.row, lead.with_rate),
    Form("flow", flow.holds, flow.row, band=bands.with_flow, chart=False),
    Form("target", target.holds, target.row, lead.with_target),
    Form("series", series.holds, series.row, lead.with_series),
    Form("bars", bars.holds, bars.row, band=bands.with_bars),
    Form("stacked", stacked.holds, stacked.row, lead.with_parts),
    PHRASES,
)


def chosen(setter: Setter, areas: Sequence[Area], *, leads: bool = True) -> list[Form]:
    """The form of each area, the first of which `leads`, or is a row like the others."""
    out: list[Form] = []
    for index, area in enumerate(areas):
        kinds = {form.name for form in out if form.chart}
        held = (
            form for form in FORMS if form.holds(setter, area) and (index or form.lead or not leads)
        )
        out.append(next(f for f in held if not f.chart or len(kinds | {f.name}) <= MOST_KINDS))
    return out
