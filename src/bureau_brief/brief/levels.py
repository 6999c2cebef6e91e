"""What only some levels of the page say: an index of many areas, a page in large print.

In: nothing. Out: frozen dataclasses of finished text.
Not for: which level a page has (the plan).
"""

from bureau_brief.brief.text import Saying, Text
from bureau_brief.values import value

Row = tuple[Text, Text]
"""A heading and what stands beside it."""


@value
class Particulars:
    """What is said of a figure where there is room; None for what the data file does not give."""

    quote: Row | None
    """The source's sentence."""
    period: Row
    compared: Row | None
    """`39,400 in 2021 (+22.4%)`"""
    found: Row | None
    """`Annual report 2025, page 4`"""

    def rows(self, *, compared: bool) -> tuple[Row, ...]:
        """The particulars below the quote, in printed order."""
        said = (self.period, self.compared if compared else None, self.found)
        return tuple(row for row in said if row)


@value
class Index:
    """The words round a table of many areas."""

    columns: tuple[Text, Text, Text, Text]
    """Area, main result, next result, rows of the data file."""
    context: Saying
    """`{shown} of {all} figures are shown`, instead of the context."""


@value
class LargePrint:
    """The head and foot of a page in large print: what stays of them."""

    date: Text
    source: Text
    periods: Text
    count: Saying
    """`{shown} of {all} figures shown.`"""
