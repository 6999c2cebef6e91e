"""Parts of wholes and sums of parts.

In: an At. Out: Problems. Two qualified values contradict each other only where no truth fits
both; counts add up exactly, rounded amounts within what rounding can do.
Not for: ratios (`rates`).
"""

from collections.abc import Iterator
from decimal import Decimal

from bureau_brief.arithmetic.intervals import Interval, last_digit, of
from bureau_brief.arithmetic.looking import At, code, plain
from bureau_brief.problems import Problem
from bureau_brief.record import Figure


def whole_is_positive(one: At) -> Iterator[Problem]:
    """Nothing is a share of zero or less."""
    rate, figure = one.figure.rate_of, one.figure
    wholes = {"rate_of.whole": rate.whole if rate else None, "part_of": figure.part_of}
    for field, id_ in wholes.items():
        whole = one.other(id_)
        if whole is not None and whole.value <= 0:
            yield one.problem("BB108", field, id=whole.id, value=plain(whole.value))


def part_within_its_whole(one: At) -> Iterator[Problem]:
    """A part is not more than its whole, unless a qualifier makes it possible."""
    whole, part = one.other(one.figure.part_of), one.figure
    if whole is None or part.value.is_nan() or whole.value <= 0:
        return
    if code(part) != code(whole):
        yield one.problem("BB111", "part_of", id=whole.id, found=_shown(part), unit=_shown(whole))
    elif of(part).above(of(whole)):
        yield one.problem("BB103", id=whole.id, value=_said(part), whole=_said(whole))


def sum_agrees(one: At) -> Iterator[Problem]:
    """A figure that is the sum of others is their sum."""
    total, ids = one.figure, one.figure.sum_of
    if not ids or total.value.is_nan():
        return
    summands = [one.other(id_) for id_ in ids]
    figures = [figure for figure in summands if figure is not None]
    if len(figures) < len(ids):
        return
    for index, figure in enumerate(figures):
        if code(figure) != code(total):
            yield one.problem(
                "BB111", f"sum_of[{index}]", id=total.id, found=_shown(figure), unit=_shown(total)
            )
            return
    computed = Interval(Decimal(0), Decimal(0))
    for figure in figures:
        computed = computed.plus(of(figure))
    slack = sum((_slack(figure) for figure in (total, *figures)), Decimal(0))
    if not of(total).widened(slack).meets(computed):
        yield one.problem(
            "BB117",
            value=plain(total.value),
            computed=plain(sum((figure.value for figure in figures), Decimal(0))),
            sum=" + ".join(plain(figure.value) for figure in figures),
        )


def no_circle_of_parts(one: At) -> Iterator[Problem]:
    """A figure is not part of itself, directly or through others; nor is a rate its own part."""
    figure = one.figure
    seen: list[str] = []
    at = figure.part_of
    while at and at not in seen and at != figure.id:
        seen.append(at)
        next_ = one.known.get(at)
        at = next_.part_of if next_ else None
    if at and at == figure.id:
        yield one.problem("BB104", "part_of", id=at)
    rate = figure.rate_of
    if rate and rate.part and (rate.part == rate.whole or figure.id in (rate.part, rate.whole)):
        yield one.problem("BB104", "rate_of", id=rate.part)
    own = {"change_of": figure.change_of, "share_of_target": figure.share_of_target}
    own |= {f"sum_of[{index}]": id_ for index, id_ in enumerate(figure.sum_of)}
    for field, id_ in own.items():
        if id_ and id_ == figure.id:
            yield one.problem("BB104", field, id=id_)


def _slack(figure: Figure) -> Decimal:
    """What rounding may have changed: half of the last digit behind the point, nothing else."""
    digit = last_digit(figure.value)
    return digit / 2 if digit < 1 else Decimal(0)


def _said(figure: Figure) -> str:
    qualifier = "" if figure.qualifier == "exact" else figure.qualifier.replace("_", " ") + " "
    return qualifier + plain(figure.value)


def _shown(figure: Figure) -> str:
    return f"`{code(figure)}`" if code(figure) else "no code"
