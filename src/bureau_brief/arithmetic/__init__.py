"""Figures that contradict each other: rates, parts, sums, changes, conversions, series.

In: a Record; a value that could not be read is NaN there and is passed over, and so is an id
that no figure has. Out: Problems, or how a figure was checked. Decimal throughout. A qualified
value is an interval: "over 200" is anything above 200; two values contradict each other only
where their intervals do not meet.
Not for: showing a computed number: what is printed is what was stated.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import localcontext
from typing import Literal

from bureau_brief.arithmetic.conversions import (
    Implied,
    conversion_changes_the_unit,
    conversions_agree,
    implied,
)
from bureau_brief.arithmetic.intervals import Standing, interval, standing
from bureau_brief.arithmetic.looking import At, each
from bureau_brief.arithmetic.parts import (
    no_circle_of_parts,
    part_within_its_whole,
    sum_agrees,
    whole_is_positive,
)
from bureau_brief.arithmetic.periods import periods_agree, series_has_a_period_once
from bureau_brief.arithmetic.rates import (
    change_agrees,
    rate_agrees,
    rate_is_percent,
    rate_of_bounds_is_stated,
    rate_within_its_whole,
    share_of_target_agrees,
)
from bureau_brief.arithmetic.sums import Amount, Sum, sums
from bureau_brief.problems import Problem
from bureau_brief.record import BOUNDS, Figure, Record

__all__ = [
    "RULES",
    "Amount",
    "Implied",
    "Standing",
    "Sum",
    "checked",
    "contradictions",
    "implied",
    "interval",
    "standing",
    "sums",
]

RULES: tuple[Callable[[At], Iterator[Problem]], ...] = (
    rate_agrees,
    rate_is_percent,
    rate_within_its_whole,
    rate_of_bounds_is_stated,
    whole_is_positive,
    part_within_its_whole,
    sum_agrees,
    no_circle_of_parts,
    change_agrees,
    share_of_target_agrees,
    conversion_changes_the_unit,
    series_has_a_period_once,
    periods_agree,
)
"""Every check of a figure; a new one is one function and one line here."""

_DIGITS = 60  # of a computed ratio, whatever the size of the numbers


def contradictions(record: Record) -> list[Problem]:
    """Everything that cannot be true together."""
    found: list[Problem] = []
    with localcontext(prec=_DIGITS):
        for one in each(record):
            for rule in RULES:
                found += rule(one)
        found += conversions_agree(record)
    return found


def checked(known: Mapping[str, Figure], figure: Figure) -> Literal["rate", "part", ""]:
    """How a figure was checked: recomputed as a rate, compared with its whole, or not at all."""
    rate = figure.rate_of
    if rate and rate.part in known and rate.whole in known:
        bounded = any(f.qualifier in BOUNDS for f in (figure, known[rate.part], known[rate.whole]))
        return "" if bounded else "rate"
    return "part" if figure.part_of in known else ""
