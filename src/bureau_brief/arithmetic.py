"""Figures that contradict each other: rates, parts, conversions and series recomputed.

In: a Record; a value that could not be read is NaN there and is passed over, and so is an id
that no figure has. Out: Problems, or how a figure was checked. Decimal throughout. A qualified
value is an interval: "over 200" is anything from 200 up; two values contradict each other only
where their intervals do not meet.
Not for: showing a computed number: what is printed is what was stated.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from bureau_brief.problems import Problem, problem
from bureau_brief.record import BOUNDS, Earlier, Figure, Point, Record, Text

_ABOUT = Decimal("0.05")
"""How far from the truth a value called `about` may be."""
_ENDLESS = Decimal("Infinity")
_HUNDRED = Decimal(100)


class _Figure(NamedTuple):
    """A figure, where it stands, and all others by id."""

    record: Record
    known: dict[str, Figure]
    path: str
    figure: Figure

    def problem(self, code: str, field: str = "value", **values: object) -> Problem:
        """A problem of one of its fields."""
        return problem(code, self.record.place(f"{self.path}.{field}"), **values)

    def other(self, id_: str | None) -> Figure | None:
        """Another figure with a readable value."""
        found = self.known.get(id_ or "")
        return found if found and not found.value.is_nan() else None


class _Interval(NamedTuple):
    low: Decimal
    high: Decimal


Standing = Literal["above", "at", "below", "at least", "at most", "unknown"]
"""Where a value stands to a mark, as far as its qualifier tells."""


def contradictions(record: Record) -> list[Problem]:
    """Everything that cannot be true together."""
    known = record.figures()
    found: list[Problem] = []
    for i, area in enumerate(record.areas):
        for j, figure in enumerate(area.figures):
            one = _Figure(record, known, f"areas[{i}].figures[{j}]", figure)
            for rule in RULES:
                found += rule(one)
    return found


def checked(record: Record, figure: Figure) -> Literal["rate", "part", ""]:
    """How a figure was checked: recomputed as a rate, compared with its whole, or not at all."""
    known = record.figures()
    rate = figure.rate_of
    if rate and rate.part in known and rate.whole in known:
        bounded = any(f.qualifier in BOUNDS for f in (figure, known[rate.part], known[rate.whole]))
        return "" if bounded else "rate"
    return "part" if figure.part_of in known else ""


def standing(figure: Figure, mark: Decimal) -> Standing:
    """Where a figure stands to its target: `over 200` is above 200, and unknown to 250."""
    low, high = _interval(figure)
    open_ = figure.qualifier in ("over", "more_than", "nearly", "under")
    if low == high == mark:
        return "at"
    if low > mark or (low == mark and open_):
        return "above"
    if high < mark or (high == mark and open_):
        return "below"
    bounds: dict[bool, Standing] = {low == mark: "at least", high == mark: "at most"}
    return bounds.get(True, "unknown")


def _rate_agrees(one: _Figure) -> Iterator[Problem]:
    """A rate is its part divided by its whole, within the last printed digit."""
    rate = one.figure
    parts = _part_and_whole(one)
    if parts is None or rate.value.is_nan() or not _is_percent(rate):
        return
    part, whole = parts
    computed = _divided(_interval(part), _interval(whole))
    last_digit = Decimal(1).scaleb(int(rate.value.as_tuple().exponent))
    stated = _interval(rate)
    if computed.low >= stated.high + last_digit or computed.high <= stated.low - last_digit:
        exact = (_HUNDRED * part.value / whole.value).quantize(last_digit / 10)
        yield one.problem(
            "BB101", value=_plain(rate.value), part=part.id, whole=whole.id,
            sum=f"{_plain(part.value)} / {_plain(whole.value)}", computed=_plain(exact),
        )  # fmt: skip


def _rate_is_percent(one: _Figure) -> Iterator[Problem]:
    """Only a percentage is recomputed from its parts."""
    unit = one.figure.unit
    readable = unit is None or unit.code or unit.by_language
    if one.figure.rate_of and readable and not _is_percent(one.figure):
        yield one.problem("BB109", "rate_of" if unit is None else "unit", id=one.figure.id)


def _rate_within_its_whole(one: _Figure) -> Iterator[Problem]:
    """A share of a whole, its target and its earlier values lie between 0 and 100."""
    figure = one.figure
    if figure.rate_of is None or not _is_percent(figure):
        return
    for field, value in (("value", figure.value), ("target", figure.target), *_earlier(figure)):
        if value is not None and not value.is_nan() and not 0 <= value <= _HUNDRED:
            yield one.problem("BB102", field, value=_plain(value))


def _rate_of_bounds_is_stated(one: _Figure) -> Iterator[Problem]:
    """Nobody can compute a rate of `over 65,000` in `nearly 1 million`; a source may state it."""
    parts = _part_and_whole(one)
    stated = one.figure.source is not None and one.figure.source.stated
    for figure in parts or ():
        if figure.qualifier in BOUNDS and not stated:
            yield one.problem("BB110", "rate_of", id=figure.id, qualifier=figure.qualifier)
            return


def _whole_is_positive(one: _Figure) -> Iterator[Problem]:
    """Nothing is a share of zero or less."""
    rate, figure = one.figure.rate_of, one.figure
    wholes = {"rate_of.whole": rate.whole if rate else None, "part_of": figure.part_of}
    for field, id_ in wholes.items():
        whole = one.other(id_)
        if whole is not None and whole.value <= 0:
            yield one.problem("BB108", field, id=whole.id, value=_plain(whole.value))


def _part_within_its_whole(one: _Figure) -> Iterator[Problem]:
    """A part is not more than its whole, unless a qualifier makes it possible."""
    whole, part = one.other(one.figure.part_of), one.figure
    if whole is None or part.value.is_nan() or whole.value <= 0:
        return
    if _code(part) != _code(whole):
        yield one.problem("BB111", "part_of", id=whole.id, found=_code(part), unit=_code(whole))
    elif _interval(part).low > _interval(whole).high:
        yield one.problem("BB103", id=whole.id, value=_plain(part.value), whole=_plain(whole.value))


def _no_circle_of_parts(one: _Figure) -> Iterator[Problem]:
    """A figure is not part of itself, directly or through others; nor is a rate its own part."""
    seen: list[str] = []
    at = one.figure.part_of
    while at and at not in seen and at != one.figure.id:
        seen.append(at)
        next_ = one.known.get(at)
        at = next_.part_of if next_ else None
    if at and at == one.figure.id:
        yield one.problem("BB104", "part_of", id=at)
    rate = one.figure.rate_of
    if rate and rate.part and (rate.part == rate.whole or one.figure.id in (rate.part, rate.whole)):
        yield one.problem("BB104", "rate_of", id=rate.part)


def _conversion_changes_the_unit(one: _Figure) -> Iterator[Problem]:
    """A conversion is in another unit than its original."""
    converted, unit = one.figure.converted, one.figure.unit
    if converted is not None and unit is not None and unit.by_language and converted.unit == unit:
        yield one.problem("BB107", "converted.unit", id=one.figure.id)


def _series_has_a_period_once(one: _Figure) -> Iterator[Problem]:
    """No period stands twice in a series."""
    first: dict[tuple[tuple[str, str], ...], int] = {}
    for index, point in enumerate(one.figure.series):
        key = tuple(sorted(point.period.by_language.items()))
        if key and key in first:
            yield one.problem(
                "BB106", f"series[{index}].period", period=key[0][1], index=first[key] + 1
            )
        first.setdefault(key, index)


def _periods_agree(one: _Figure) -> Iterator[Problem]:
    """One period has one value, wherever it is given: value, previous, baseline, series."""
    stated = list(_dated(one))
    single = [dated for dated in stated if not dated[0].startswith("series")]  # these come first
    for index, (field, period, value) in enumerate(stated):
        for other, before, earlier in single[:index]:
            if value != earlier and _same(period, before):
                yield one.problem(
                    "BB105", field, value=_plain(value), other=other, earlier=_plain(earlier)
                )
                break


RULES: tuple[Callable[[_Figure], Iterator[Problem]], ...] = (
    _rate_agrees,
    _rate_is_percent,
    _rate_within_its_whole,
    _rate_of_bounds_is_stated,
    _whole_is_positive,
    _part_within_its_whole,
    _no_circle_of_parts,
    _conversion_changes_the_unit,
    _series_has_a_period_once,
    _periods_agree,
)
"""Every check of a figure; a new one is one function and one line here."""


def _part_and_whole(one: _Figure) -> tuple[Figure, Figure] | None:
    rate = one.figure.rate_of
    part, whole = one.other(rate.part if rate else None), one.other(rate.whole if rate else None)
    return (part, whole) if part and whole and whole.value > 0 else None


def _interval(figure: Figure) -> _Interval:
    """The values that a qualified value may stand for."""
    value = figure.value
    if figure.qualifier in ("exact", "estimated"):
        return _Interval(value, value)
    if figure.qualifier == "about":
        return _Interval(value - abs(value) * _ABOUT, value + abs(value) * _ABOUT)
    if figure.qualifier in ("over", "more_than", "at_least"):
        return _Interval(value, _ENDLESS)
    if figure.qualifier in ("nearly", "under", "at_most"):
        return _Interval(min(value, Decimal(0)), value)
    return _Interval(-_ENDLESS, _ENDLESS)  # a qualifier that could not be read


def _divided(part: _Interval, whole: _Interval) -> _Interval:
    """Per cent of a whole that may be anything above zero."""
    low = Decimal(0) if whole.high == _ENDLESS else _HUNDRED * part.low / whole.high
    endless = part.high == _ENDLESS or whole.low <= 0
    return _Interval(low, _ENDLESS if endless else _HUNDRED * part.high / whole.low)


def _code(figure: Figure) -> str:
    return f"`{figure.unit.code}`" if figure.unit and figure.unit.code else "no code"


def _is_percent(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.code == "percent"


def _earlier(figure: Figure) -> Iterator[tuple[str, Decimal | None]]:
    """The earlier values of a figure by field."""
    for field, earlier in _earlier_fields(figure):
        yield f"{field}.value", earlier.value


def _earlier_fields(figure: Figure) -> Iterator[tuple[str, Earlier | Point]]:
    if figure.previous:
        yield "previous", figure.previous
    if figure.baseline:
        yield "baseline", figure.baseline
    for index, point in enumerate(figure.series):
        yield f"series[{index}]", point


def _dated(one: _Figure) -> Iterator[tuple[str, Text, Decimal]]:
    """Field, period and value wherever both can be read."""
    figure = one.figure
    if not figure.value.is_nan():
        yield "value", figure.period or one.record.period, figure.value
    for field, earlier in _earlier_fields(figure):
        if earlier.value is not None and not earlier.value.is_nan():
            yield f"{field}.value", earlier.period, earlier.value


def _same(period: Text, other: Text) -> bool:
    """The same words in a language that both have."""
    return any(
        words is not None and words == other.in_language(code)
        for code in {**period.by_language, **other.by_language}
        for words in (period.in_language(code),)
    )


def _plain(value: Decimal) -> str:
    """A number for a message: digits with commas."""
    return f"{value:,f}"
