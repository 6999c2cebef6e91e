"""Rates, changes and achieved shares of targets: what is recomputed as a ratio.

In: an At. Out: Problems. A value stated without a bound is right if it is the computed one,
rounded to its own last digit; one that was cut off instead is a warning.
Not for: parts and sums (`parts`).
"""

from collections.abc import Iterator
from decimal import Decimal

from bureau_brief.arithmetic.intervals import HUNDRED, Interval, last_digit, of, ratio
from bureau_brief.arithmetic.looking import At, code, earlier_fields, is_percent, plain
from bureau_brief.problems import Problem
from bureau_brief.record import BOUNDS, Figure

RATES = ("percent", "points")


def rate_agrees(one: At) -> Iterator[Problem]:
    """A rate is its part divided by its whole, within the last printed digit."""
    rate, parts = one.figure, part_and_whole(one)
    if parts is None or rate.value.is_nan() or not is_percent(rate):
        return
    part, whole = parts
    share = HUNDRED * part.value / whole.value
    sum_ = f"{plain(part.value)} / {plain(whole.value)}"
    words = f"`{part.id}` / `{whole.id}` ({sum_})"
    yield from _compared(one, ratio(of(part), of(whole)), share, "BB101", words)


def change_agrees(one: At) -> Iterator[Problem]:
    """A change is what became of the figure's previous value."""
    figure = one.figure
    changed = one.other(figure.change_of)
    before = changed.previous if changed else None
    if changed is None or figure.value.is_nan():
        return
    if before is None:
        yield one.problem("BB113", "change_of", id=changed.id, lacking="previous")
        return
    expected = "points" if code(changed) in RATES else "percent"
    if code(figure) != expected:
        yield one.problem("BB114", "change_of", id=changed.id, unit=expected)
        return
    if before.value.is_nan() or (expected == "percent" and before.value <= 0):
        return
    words = f"the change of `{changed.id}` ({plain(before.value)} to {plain(changed.value)})"
    if expected == "points":
        then = of(before)
        less = Interval(-then.high, -then.low, then.high_open, then.low_open)
        computed, exact = of(changed).plus(less), changed.value - before.value
    else:
        computed = ratio(of(changed), of(before)).shifted(-HUNDRED)
        exact = HUNDRED * changed.value / before.value - HUNDRED
    if computed.high <= 0 < figure.value:  # a fall that is said in words: down 8.3 per cent
        computed = Interval(-computed.high, -computed.low, computed.high_open, computed.low_open)
        exact = -exact
    yield from _compared(one, computed, exact, "BB115", words)


def share_of_target_agrees(one: At) -> Iterator[Problem]:
    """An achieved share is the figure divided by its target."""
    figure = one.figure
    planned = one.other(figure.share_of_target)
    if planned is None or figure.value.is_nan():
        return
    target = planned.target
    if target is None:
        yield one.problem("BB113", "share_of_target", id=planned.id, lacking="target")
    elif not is_percent(figure):
        yield one.problem("BB114", "share_of_target", id=planned.id, unit="percent")
    elif not target.is_nan() and target > 0:
        words = f"`{planned.id}` / its target ({plain(planned.value)} / {plain(target)})"
        share = HUNDRED * planned.value / target
        yield from _compared(
            one, ratio(of(planned), Interval(target, target)), share, "BB116", words
        )


def rate_is_percent(one: At) -> Iterator[Problem]:
    """Only a percentage is recomputed from its parts."""
    unit = one.figure.unit
    readable = unit is None or unit.code or unit.by_language
    if one.figure.rate_of and readable and not is_percent(one.figure):
        yield one.problem("BB109", "rate_of" if unit is None else "unit", id=one.figure.id)


def rate_within_its_whole(one: At) -> Iterator[Problem]:
    """A share of a whole, its target and its earlier values lie between 0 and 100."""
    figure = one.figure
    if figure.rate_of is None or not is_percent(figure):
        return
    fields = [("value", figure.value), ("target", figure.target)]
    fields += [(f"{field}.value", earlier.value) for field, earlier in earlier_fields(figure)]
    for field, value in fields:
        if value is not None and not value.is_nan() and not 0 <= value <= HUNDRED:
            yield one.problem("BB102", field, value=plain(value))


def rate_of_bounds_is_stated(one: At) -> Iterator[Problem]:
    """Nobody can compute a rate of `over 65,000` in `nearly 1 million`; a source may state it."""
    parts = part_and_whole(one)
    stated = one.figure.source is not None and one.figure.source.stated
    for figure in parts or ():
        if figure.qualifier in BOUNDS and not stated:
            yield one.problem("BB110", "rate_of", id=figure.id, qualifier=figure.qualifier)
            return


def part_and_whole(one: At) -> tuple[Figure, Figure] | None:
    """The part and the whole of a rate, where they can be divided."""
    rate = one.figure.rate_of
    part, whole = one.other(rate.part if rate else None), one.other(rate.whole if rate else None)
    return (part, whole) if part and whole and whole.value > 0 else None


def _compared(
    one: At, computed: Interval, exact: Decimal, wrong: str, words: str
) -> Iterator[Problem]:
    """A stated ratio against the computed one; `exact` is what a message shows."""
    figure = one.figure
    digit = last_digit(figure.value)
    stated = of(figure)
    if figure.qualifier not in BOUNDS:
        stated = stated.widened(digit / 2)
    if stated.meets(computed):
        return
    cut = Interval(stated.low, stated.high + digit / 2, high_open=True)
    if figure.value < 0:
        cut = Interval(stated.low - digit / 2, stated.high, low_open=True)
    cut_off = figure.qualifier not in BOUNDS and cut.meets(computed)
    yield one.problem(
        "BB112" if cut_off else wrong,
        value=plain(figure.value),
        computed=plain(exact.quantize(digit / 10)),
        sum=words,
    )
