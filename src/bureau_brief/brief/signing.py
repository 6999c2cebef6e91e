"""What a sign-off says: every figure with its source, its phrase and its checks.

In: nothing. Out: frozen dataclasses that `resolving.signing` fills and that the sign-off places.
Not for: where the figures stand in page and deck: only the plans know that.
"""

from bureau_brief.brief.text import Saying, Text
from bureau_brief.values import value


@value
class Entry:
    """One figure."""

    id: str
    figure: Text
    """Number and label."""
    source: Text
    """Where it is from, and the phrase in quotation marks."""
    checks: Text
    """The sums that it takes part in; empty if there is none."""


@value
class SignOff:
    """A table to sign, in one language."""

    title: Text
    subtitle: Text
    columns: tuple[Text, Text, Text, Text]
    """Headings: figure, source and phrase, checks, shown."""
    entries: tuple[Entry, ...]
    lines: tuple[Text, ...]
    """What is filled in by hand: name, date, signature."""
    page: Text
    """How the page is called among the places of a figure."""
    slide: Saying
    """`slide {slide}`"""
    number: Saying
    """`Page {page} of {pages}`"""
    join: str
    """Pattern of two things listed: `{a}, {b}`."""
