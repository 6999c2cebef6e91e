"""Conversions: amounts that a source gives in a second unit.

In: an At, or a Record. Out: Problems, and the rates that conversions imply.
Not for: converting anything: what is printed is what the source states.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bureau_brief.arithmetic.looking import At, each, plain
from bureau_brief.problems import Problem
from bureau_brief.record import Figure, Record, Unit

MOST_APART = Decimal("0.02")
"""How far two implied rates of one file may differ."""


class Implied(NamedTuple):
    """How many of the dearer unit's smaller sister one of it is worth."""

    rate: Decimal
    of: str
    per: str

    def __str__(self) -> str:
        places = Decimal("0.01") if self.rate >= 1 else Decimal("0.0001")
        return f"{plain(self.rate.quantize(places))} {self.of} per {self.per}"


def implied(figure: Figure) -> Implied | None:
    """The rate that a conversion implies: 6.49 CNY per USD; None where there is none."""
    converted = figure.converted
    if converted is None or figure.value.is_nan() or converted.value.is_nan():
        return None
    if figure.value <= 0 or converted.value <= 0:
        return None
    own, other = _name(figure.unit), _name(converted.unit)
    if figure.value >= converted.value:
        return Implied(figure.value / converted.value, own, other)
    return Implied(converted.value / figure.value, other, own)


def conversion_changes_the_unit(one: At) -> Iterator[Problem]:
    """A conversion is in another unit than its original."""
    converted, unit = one.figure.converted, one.figure.unit
    if converted is not None and unit is not None and unit.by_language and converted.unit == unit:
        yield one.problem("BB107", "converted.unit", id=one.figure.id)


def conversions_agree(record: Record) -> Iterator[Problem]:
    """Conversions between the same units imply about the same rate."""
    first: dict[frozenset[str], tuple[At, Implied]] = {}
    for one in each(record):
        found = implied(one.figure)
        if found is None:
            continue
        before, rate = first.setdefault(frozenset((found.of, found.per)), (one, found))
        if before is one:
            continue
        same = found.rate if found.of == rate.of else 1 / found.rate
        if abs(same - rate.rate) > MOST_APART * min(same, rate.rate):
            yield one.problem(
                "BB118", "converted.value", id=before.figure.id, rate=str(rate), found=str(found)
            )


def _name(unit: Unit | None) -> str:
    """A unit in a few letters."""
    if unit is None:
        return "unit"
    return unit.code or next((forms["other"] for forms in unit.by_language.values()), "unit")
