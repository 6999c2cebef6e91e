"""The values that stand at the ends of bars: as numbers of the data sheet where that can be.

In: values with the words that print them. Out: a number format that prints the same.
Not for: places or sizes (the forms).
"""

from collections.abc import Iterable
from decimal import Decimal

from bureau_brief.brief import Text

_FORMATS = {
    "#,##0": "{:,.0f}", "0": "{:.0f}", "#,##0.0": "{:,.1f}", "#,##0.00": "{:,.2f}",
    '0"%"': "{:.0f}%", '0.0"%"': "{:.1f}%", '0.00"%"': "{:.2f}%",
}  # fmt: skip


def number_format(labelled: Iterable[tuple[Decimal, Text]]) -> str:
    """A spreadsheet format that prints every value exactly as its text, or none.

    With one, a label follows when a person edits the data; without, labels are text.
    """
    pairs = [(value, str(said)) for value, said in labelled]
    for pattern, written in _FORMATS.items():
        if all(said == written.format(value) for value, said in pairs):
            return pattern
    return ""
