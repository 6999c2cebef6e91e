"""The sums behind the rules, for people who are asked how a number was checked.

In: a Record. Out: for a figure every sum that it takes part in, as terms that any language can
write: `20,424 / an estimated 22,246 = 91.81%`.
Not for: judging (the rules); a sum that could not be made is not there.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal, localcontext
from typing import Literal, NamedTuple

from bureau_brief.arithmetic.conversions import implied
from bureau_brief.arithmetic.intervals import HUNDRED, last_digit
from bureau_brief.arithmetic.looking import At, code, each, plain
from bureau_brief.arithmetic.rates import RATES, part_and_whole
from bureau_brief.record import Figure, Record

Kind = Literal["rate", "part", "sum", "change", "share", "conversion"]


class Amount(NamedTuple):
    """A number of a sum, with its qualifier."""

    value: Decimal
    qualifier: str = "exact"


Term = str | Amount
"""A sign or a code, the same in every language, or a number."""


class Sum(NamedTuple):
    """One check: how it was made, and what is stated."""

    kind: Kind
    ids: tuple[str, ...]
    """The figures in it; the first is the one that was checked."""
    terms: tuple[Term, ...]
    stated: tuple[Term, ...] = ()

    def said(self, say: Callable[[Amount], str]) -> str:
        """The sum with its numbers as `say` writes them."""
        return _joined(self.terms, say)

    def __str__(self) -> str:
        said = self.said(_english)
        return f"{said}, stated {_joined(self.stated, _english)}" if self.stated else said

    def as_dict(self) -> dict[str, object]:
        """The sum for `--json`."""
        stated = _joined(self.stated, _english)
        return {
            "kind": self.kind, "figures": list(self.ids), "sum": self.said(_english),
            "stated": stated,
        }  # fmt: skip


def sums(record: Record) -> tuple[Sum, ...]:
    """Every sum of the file, in file order."""
    with localcontext(prec=60):
        return tuple(
            found
            for one in each(record)
            if not one.figure.value.is_nan()
            for make in (_rate, _part, _sum, _change, _share, _conversion)
            for found in make(one)
        )


def _rate(one: At) -> Iterator[Sum]:
    parts = part_and_whole(one)
    if parts is not None:
        part, whole = parts
        terms = (_of(part), " / ", _of(whole))
        yield _ratio("rate", one.figure, (part.id, whole.id), terms, part.value / whole.value)


def _part(one: At) -> Iterator[Sum]:
    whole = one.other(one.figure.part_of)
    if whole is not None:
        yield Sum("part", (one.figure.id, whole.id), (_of(one.figure), " ≤ ", _of(whole)))


def _sum(one: At) -> Iterator[Sum]:
    parts = [part for part in map(one.other, one.figure.sum_of) if part is not None]
    if parts and len(parts) == len(one.figure.sum_of):
        terms: list[Term] = [_of(parts[0])]
        for part in parts[1:]:
            terms += [" + ", _of(part)]
        total = Amount(sum((part.value for part in parts), Decimal(0)))
        ids = (one.figure.id, *(part.id for part in parts))
        yield Sum("sum", ids, (*terms, " = ", total), (_of(one.figure),))


def _change(one: At) -> Iterator[Sum]:
    changed = one.other(one.figure.change_of)
    before = changed.previous if changed else None
    if changed is None or before is None or before.value.is_nan():
        return
    then = Amount(before.value, before.qualifier)
    if code(changed) in RATES:
        difference = Amount(changed.value - before.value)
        terms = (_of(changed), " − ", then, " = ", difference)
        yield Sum("change", (one.figure.id, changed.id), terms, (_of(one.figure),))
    elif before.value > 0:
        ratio, quotient = changed.value / before.value - 1, (_of(changed), " / ", then)
        yield _ratio("change", one.figure, (changed.id,), quotient, ratio, less=" − 100%")


def _share(one: At) -> Iterator[Sum]:
    planned = one.other(one.figure.share_of_target)
    target = planned.target if planned else None
    if planned is not None and target is not None and target > 0:
        terms = (_of(planned), " / ", Amount(target))
        yield _ratio("share", one.figure, (planned.id,), terms, planned.value / target)


def _conversion(one: At) -> Iterator[Sum]:
    rate, converted = implied(one.figure), one.figure.converted
    if rate is not None and converted is not None:
        first, second = sorted((one.figure.value, converted.value), reverse=True)
        worth = Amount(rate.rate.quantize(Decimal("0.01")))
        terms = (Amount(first), " / ", Amount(second), " = ", worth, f" {rate.of}/{rate.per}")
        yield Sum("conversion", (one.figure.id,), terms)


def _ratio(
    kind: Kind,
    figure: Figure,
    ids: tuple[str, ...],
    terms: tuple[Term, ...],
    ratio: Decimal,
    less: str = "",
) -> Sum:
    """A ratio in per cent, with one digit more than is stated."""
    computed = Amount((HUNDRED * ratio).quantize(last_digit(figure.value) / 10))
    return Sum(kind, (figure.id, *ids), (*terms, f"{less} = ", computed, "%"), (_of(figure), "%"))


def _of(figure: Figure) -> Amount:
    return Amount(figure.value, figure.qualifier)


def _joined(terms: tuple[Term, ...], say: Callable[[Amount], str]) -> str:
    return "".join(term if isinstance(term, str) else say(term) for term in terms)


def _english(amount: Amount) -> str:
    qualifier = "" if amount.qualifier == "exact" else amount.qualifier.replace("_", " ") + " "
    return qualifier + plain(amount.value)
