"""What only some levels of the page say: an index of many areas, a page in large print.

In: nothing. Out: frozen dataclasses of finished text.
Not for: which level a page has (the plan).
"""

from dataclasses import dataclass

from bureau_brief.brief.text import Saying, Text


@dataclass(frozen=True, slots=True)
class Index:
    """The words round a table of many areas."""

    columns: tuple[Text, Text, Text, Text]
    """Area, main result, next result, rows of the data file."""
    context: Saying
    """`{shown} of {all} figures are shown`, instead of the context."""


@dataclass(frozen=True, slots=True)
class LargePrint:
    """The head and foot of a page in large print: what stays of them."""

    date: Text
    source: Text
    periods: Text
    count: Saying
    """`{shown} of {all} figures shown.`"""
