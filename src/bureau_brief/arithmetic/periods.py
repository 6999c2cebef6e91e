"""One period, one value: previous, baseline, series and the value itself held together.

In: an At. Out: Problems. `nearly 126,400` and exactly 126,400 of the same period cannot both
be true; `over 126,000` and exactly 126,400 can.
Not for: what changed between periods (`rates`).
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bureau_brief.arithmetic.intervals import interval
from bureau_brief.arithmetic.looking import At, earlier_fields, plain
from bureau_brief.problems import Problem
from bureau_brief.record import Text


class _Dated(NamedTuple):
    """A value of one period, and the field it stands in."""

    field: str
    period: Text
    value: Decimal
    qualifier: str

    def said(self) -> str:
        """The value with its qualifier, for a message."""
        exact = self.qualifier == "exact"
        return plain(self.value) if exact else f"{_words(self.qualifier)} {plain(self.value)}"

    def contradicts(self, other: "_Dated") -> bool:
        """They cannot both be true."""
        mine, theirs = (interval(one.value, one.qualifier) for one in (self, other))
        return not mine.meets(theirs)


def series_has_a_period_once(one: At) -> Iterator[Problem]:
    """No period stands twice in a series."""
    first: dict[tuple[tuple[str, str], ...], int] = {}
    for index, point in enumerate(one.figure.series):
        key = tuple(sorted(point.period.by_language.items()))
        if key and key in first:
            yield one.problem(
                "BB106", f"series[{index}].period", period=key[0][1], index=first[key] + 1
            )
        first.setdefault(key, index)


def periods_agree(one: At) -> Iterator[Problem]:
    """One period has one value, wherever it is given: value, previous, baseline, series."""
    stated = list(_dated(one))
    single = [dated for dated in stated if not dated.field.startswith("series")]  # come first
    for index, dated in enumerate(stated):
        for other in single[:index]:
            if dated.contradicts(other) and _same(dated.period, other.period):
                code = "BB105" if dated.value != other.value else "BB119"
                yield one.problem(
                    code, dated.field, value=dated.said(), other=other.field, earlier=other.said()
                )
                break


def _dated(one: At) -> Iterator[_Dated]:
    """Field, period and value wherever both can be read."""
    figure = one.figure
    if not figure.value.is_nan():
        yield _Dated("value", figure.period or one.record.period, figure.value, figure.qualifier)
    for field, earlier in earlier_fields(figure):
        if earlier.value is not None and not earlier.value.is_nan():
            yield _Dated(f"{field}.value", earlier.period, earlier.value, earlier.qualifier)


def _same(period: Text, other: Text) -> bool:
    """The same words in a language that both have."""
    return any(
        words is not None and words == other.in_language(code)
        for code in {**period.by_language, **other.by_language}
        for words in (period.in_language(code),)
    )


def _words(qualifier: str) -> str:
    return qualifier.replace("_", " ")
