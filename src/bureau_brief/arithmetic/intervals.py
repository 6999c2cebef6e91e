"""What a qualified value may stand for: `over 200` is anything above 200.

In: values and qualifiers. Out: intervals, whether they meet, their sums and ratios.
Not for: deciding what contradicts what (the rules beside this module).
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from bureau_brief.record import Earlier, Figure, Point

HUNDRED = Decimal(100)
_ENDLESS = Decimal("Infinity")
_ABOUT = Decimal("0.05")
"""How far from the truth a value called `about` may be."""
_NEARLY = Decimal("0.2")
"""How far below it the truth of a value called `nearly` may lie."""

Standing = Literal["above", "at", "below", "at least", "at most", "unknown"]
"""Where a value stands to a mark, as far as its qualifier tells."""


class Interval(NamedTuple):
    """Everything between two values; an open end does not belong to it."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def above(self, other: "Interval") -> bool:
        """All of it lies above all of `other`."""
        return self.low > other.high or (
            self.low == other.high and (self.low_open or other.high_open)
        )

    def meets(self, other: "Interval") -> bool:
        """Some value lies in both."""
        return not self.above(other) and not other.above(self)

    def holds(self, value: Decimal) -> bool:
        """`value` lies in it."""
        return self.meets(Interval(value, value))

    def widened(self, by: Decimal) -> "Interval":
        """The same with `by` more at both ends; an end that moves is closed."""
        if not by:
            return self
        return Interval(self.low - by, self.high + by)

    def shifted(self, by: Decimal) -> "Interval":
        """All of it moved up by `by`."""
        return self._replace(low=self.low + by, high=self.high + by)

    def plus(self, other: "Interval") -> "Interval":
        """What the sum of a value of each may be."""
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )


def interval(value: Decimal, qualifier: str) -> Interval:
    """The values that a qualified value may stand for. An estimate stands for itself."""
    size = abs(value)
    if qualifier in ("exact", "estimated"):
        return Interval(value, value)
    if qualifier == "about":
        return Interval(value - size * _ABOUT, value + size * _ABOUT)
    if qualifier in ("over", "more_than", "at_least"):
        return Interval(value, _ENDLESS, qualifier != "at_least")
    if qualifier == "nearly":
        return Interval(value - size * _NEARLY, value, high_open=True)
    if qualifier in ("under", "at_most"):
        return Interval(min(value, Decimal(0)), value, high_open=qualifier == "under")
    return Interval(-_ENDLESS, _ENDLESS)  # a qualifier that could not be read


def of(qualified: Figure | Earlier | Point) -> Interval:
    """The values that a figure may stand for."""
    assert qualified.value is not None  # noqa: S101 - callers look first
    return interval(qualified.value, qualified.qualifier)


def ratio(part: Interval, whole: Interval) -> Interval:
    """Per cent of a whole that may be anything above zero."""
    low = Decimal(0) if whole.high == _ENDLESS else HUNDRED * part.low / whole.high
    endless = part.high == _ENDLESS or whole.low <= 0
    return Interval(
        low,
        _ENDLESS if endless else HUNDRED * part.high / whole.low,
        part.low_open or whole.high_open,
        part.high_open or whole.low_open,
    )


def standing(figure: Figure, mark: Decimal) -> Standing:
    """Where a figure stands to its target: `over 200` is above 200, and unknown to 250."""
    truth, target = of(figure), Interval(mark, mark)
    if truth == target:
        return "at"
    if truth.above(target):
        return "above"
    if target.above(truth):
        return "below"
    bounds: dict[bool, Standing] = {truth.low == mark: "at least", truth.high == mark: "at most"}
    return bounds.get(True, "unknown")


def last_digit(value: Decimal) -> Decimal:
    """One in the last digit that was written: 0.1 of 91.8, 1 of 20,424."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))
