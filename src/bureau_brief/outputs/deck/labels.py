"""What is said of a chart beside it: its title, and the values at the ends of its bars.

In: texts, and values with the words that print them. Out: a TextBox, a number format.
Not for: the bars (the forms).
"""

from collections.abc import Iterable
from decimal import Decimal

from bureau_brief.brief import Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.paragraphs import Limited, paragraph
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Paragraph, TextBox
from bureau_brief.outputs.layouts import CHART_TITLE, Box

_FORMATS = {
    "#,##0": "{:,.0f}", "0": "{:.0f}", "#,##0.0": "{:,.1f}", "#,##0.00": "{:,.2f}",
    '0"%"': "{:.0f}%", '0.0"%"': "{:.1f}%", '0.00"%"': "{:.2f}%",
}  # fmt: skip


TITLE_SIZE, TITLE_LINES = 20.0, 2
TALL = Box(grid.COLUMN.x, 2.16, grid.COLUMN.width, 0.68)
"""Of a title of two lines: it ends where the chart begins."""


def chart_title(setter: Setter, title: Text) -> TextBox:
    """The title of the chart."""
    return beside_panel(setter, paragraph(title, TITLE_SIZE, bold=True))


def beside_panel(setter: Setter, set_: Paragraph) -> TextBox:
    """One line above the chart, or two that fill the space under the rule."""
    long = len(setter.lines(set_.spans, TALL.width * POINTS)) > 1
    limited = [Limited(set_, TITLE_LINES)]
    return setter.placed("chart", CHART_TITLE, limited, box=TALL if long else None)


def axis_end(value: Decimal) -> Decimal:
    """Where an axis from zero ends: a few digits are enough; of nothing but zeros, at one."""
    return Decimal(f"{value:.6g}") or Decimal(1)


def number_format(labelled: Iterable[tuple[Decimal, Text]]) -> str:
    """A spreadsheet format that prints every value exactly as its text, or none.

    With one, a label follows when a person edits the data; without, labels are text.
    """
    pairs = [(value, str(said)) for value, said in labelled]
    for pattern, written in _FORMATS.items():
        if all(said == written.format(value) for value, said in pairs):
            return pattern
    return ""
