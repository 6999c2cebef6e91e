"""The sums behind the rules, for people who are asked how a number was checked.

In: a Record. Out: for a figure every sum that it takes part in, with what is stated beside it.
Not for: judging (the rules); a sum that could not be made is not there.
"""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Literal, NamedTuple

from bureau_brief.arithmetic.conversions import implied
from bureau_brief.arithmetic.intervals import HUNDRED, last_digit
from bureau_brief.arithmetic.looking import At, code, each, plain
from bureau_brief.arithmetic.rates import RATES, part_and_whole
from bureau_brief.record import Figure, Record

Kind = Literal["rate", "part", "sum", "change", "share", "conversion"]


class Sum(NamedTuple):
    """One check: `20,424 / 22,246 = 91.81`, stated as `91.8`."""

    kind: Kind
    ids: tuple[str, ...]
    """The figures in it; the first is the one that was checked."""
    said: str
    stated: str

    def __str__(self) -> str:
        return f"{self.said}, stated {self.stated}" if self.stated else self.said


def sums(record: Record) -> tuple[Sum, ...]:
    """Every sum of the file, in file order."""
    with localcontext(prec=60):
        return tuple(found for one in each(record) for found in _sums(one))


def _sums(one: At) -> Iterator[Sum]:
    if one.figure.value.is_nan():
        return
    yield from _rate(one)
    yield from _part(one)
    yield from _sum(one)
    yield from _change(one)
    yield from _share(one)
    rate, converted = implied(one.figure), one.figure.converted
    if rate is not None and converted is not None:
        amounts = sorted((one.figure.value, converted.value), reverse=True)
        said = f"{plain(amounts[0])} / {plain(amounts[1])} = {rate}"
        yield Sum("conversion", (one.figure.id,), said, "")


def _rate(one: At) -> Iterator[Sum]:
    parts = part_and_whole(one)
    if parts is not None:
        part, whole = parts
        said = f"{_said(part)} / {_said(whole)}"
        yield _ratio("rate", one.figure, (part.id, whole.id), said, part.value / whole.value)


def _part(one: At) -> Iterator[Sum]:
    whole = one.other(one.figure.part_of)
    if whole is not None:
        said = f"{_said(one.figure)} within {_said(whole)}"
        yield Sum("part", (one.figure.id, whole.id), said, "")


def _sum(one: At) -> Iterator[Sum]:
    parts = [part for part in map(one.other, one.figure.sum_of) if part is not None]
    if parts and len(parts) == len(one.figure.sum_of):
        total = plain(sum((part.value for part in parts), Decimal(0)))
        said = f"{' + '.join(map(_said, parts))} = {total}"
        ids = (one.figure.id, *(part.id for part in parts))
        yield Sum("sum", ids, said, _said(one.figure))


def _change(one: At) -> Iterator[Sum]:
    changed = one.other(one.figure.change_of)
    before = changed.previous if changed else None
    if changed is None or before is None or before.value.is_nan():
        return
    if code(changed) in RATES:
        said = f"{plain(changed.value)} - {plain(before.value)}"
        difference = plain(changed.value - before.value)
        ids = (one.figure.id, changed.id)
        yield Sum("change", ids, f"{said} = {difference}", _said(one.figure))
    elif before.value > 0:
        said = f"{plain(changed.value)} / {plain(before.value)} - 1"
        ratio = changed.value / before.value - 1
        yield _ratio("change", one.figure, (changed.id,), said, ratio)


def _share(one: At) -> Iterator[Sum]:
    planned = one.other(one.figure.share_of_target)
    target = planned.target if planned else None
    if planned is not None and target is not None and target > 0:
        said = f"{_said(planned)} / {plain(target)}"
        yield _ratio("share", one.figure, (planned.id,), said, planned.value / target)


def _ratio(kind: Kind, figure: Figure, ids: tuple[str, ...], said: str, ratio: Decimal) -> Sum:
    """A ratio in per cent, with one digit more than is stated."""
    computed = (HUNDRED * ratio).quantize(last_digit(figure.value) / 10)
    return Sum(kind, (figure.id, *ids), f"{said} = {plain(computed)}%", f"{_said(figure)}%")


def _said(figure: Figure) -> str:
    """A value with its qualifier."""
    qualifier = "" if figure.qualifier == "exact" else figure.qualifier.replace("_", " ") + " "
    return qualifier + plain(figure.value)
