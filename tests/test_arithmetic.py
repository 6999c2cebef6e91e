"""Figures that contradict each other, and figures that only look as if they did."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.arithmetic import checked, contradictions, implied
from bureau_brief.reading import read
from bureau_brief.record import (
    Area,
    Converted,
    Earlier,
    Figure,
    Found,
    Noun,
    Point,
    Qualifier,
    RateOf,
    Record,
    SharedText,
    Text,
    Unit,
)
from bureau_brief.resources import SAMPLE

PERCENT, EUR, USD = (Unit({"*": {"other": code}}, code) for code in ("percent", "EUR", "USD"))
DAYS = Unit({"en": {"other": "days"}})


def _text(words: str) -> Text:
    return Text({"en": words})


def _figure(id_: str, value: str, qualifier: Qualifier = "exact", **fields: object) -> Figure:
    return Figure(id_, _text(id_), Decimal(value), qualifier=qualifier, **fields)  # type: ignore[arg-type]


def _record(*figures: Figure) -> Record:
    return Record(1, _text("o"), _text("h"), _text("in 2025"), (Area("a", _text("a"), figures),))


def _codes(*figures: Figure) -> list[str]:
    return [problem.code for problem in contradictions(_record(*figures))]


def _rate(
    rate: str,
    part: str,
    whole: str,
    qualifiers: Sequence[Qualifier] = ("exact", "exact", "exact"),
    stated: str | None = "so",
    **fields: object,
) -> tuple[Figure, Figure, Figure]:
    """A rate, its part and its whole."""
    relation: dict[str, object] = {
        "unit": PERCENT,
        "rate_of": RateOf("part", "whole"),
        "source": Found("s", stated=stated),
    }
    return (
        _figure("rate", rate, qualifiers[0], **{**relation, **fields}),
        _figure("part", part, qualifiers[1]),
        _figure("whole", whole, qualifiers[2]),
    )


def _earlier(value: str, period: str, qualifier: Qualifier = "exact") -> Earlier:
    return Earlier(SharedText({"*": period}), Decimal(value), qualifier)


# Rates


@pytest.mark.parametrize("rate", ["91.8", "91.81", "91.810", "92", "91.8098"])
def test_a_rate_agrees_within_its_last_printed_digit(rate: str) -> None:
    assert _codes(*_rate(rate, "20424", "22246")) == []


@pytest.mark.parametrize("rate", ["91.80", "91", "91.809"])
def test_a_rate_that_was_cut_off_instead_of_rounded_is_a_warning(rate: str) -> None:
    (problem,) = contradictions(_record(*_rate(rate, "20424", "22246")))
    assert (problem.code, problem.severity) == ("BB112", "warning")


@pytest.mark.parametrize("rate", ["91.7", "91.9", "92.0", "91.79", "90", "93", "91.82", "9.18"])
def test_a_rate_that_is_further_off_is_a_contradiction(rate: str) -> None:
    assert _codes(*_rate(rate, "20424", "22246")) == ["BB101"]


def test_the_message_shows_the_sum() -> None:
    (problem,) = contradictions(_record(*_rate("90.8", "20424", "22246")))
    assert problem.expected == "91.81, that is `part` / `whole` (20,424 / 22,246)"
    assert (problem.found, problem.where.path) == ("90.8", "areas[0].figures[0].value")


@pytest.mark.parametrize(
    ("rate", "qualifiers", "agrees"),
    [
        ("80", ("over", "exact", "exact"), True),
        ("95", ("over", "exact", "exact"), False),
        ("95", ("nearly", "exact", "exact"), True),
        ("80", ("under", "exact", "exact"), False),
        ("95", ("exact", "over", "exact"), True),
        ("80", ("exact", "over", "exact"), False),
        ("80", ("exact", "nearly", "exact"), True),
        ("95", ("exact", "exact", "under"), True),
        ("80", ("exact", "exact", "under"), False),
        ("80", ("exact", "exact", "at_least"), True),
        ("95", ("exact", "exact", "at_least"), False),
        ("91.8", ("exact", "exact", "estimated"), True),
        ("93", ("about", "exact", "exact"), True),
        ("80", ("about", "exact", "exact"), False),
        ("1", ("exact", "over", "over"), True),
        ("91.8", ("over", "exact", "exact"), True),
        ("91.81", ("over", "exact", "exact"), False),  # 91.8097
        ("91.81", ("nearly", "exact", "exact"), True),
        ("91.8", ("nearly", "exact", "exact"), False),
    ],
)
def test_a_qualified_value_is_an_interval(
    rate: str, qualifiers: tuple[Qualifier, Qualifier, Qualifier], agrees: bool
) -> None:
    assert _codes(*_rate(rate, "20424", "22246", qualifiers)) == ([] if agrees else ["BB101"])


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 6))
def test_every_rounded_rate_agrees_with_its_parts(part: int, whole: int, decimals: int) -> None:
    part = min(part, whole)
    rate = (Decimal(100) * part / whole).quantize(Decimal(1).scaleb(-decimals))
    assert _codes(*_rate(str(rate), str(part), str(whole))) == []


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 9))
def test_two_digits_off_never_agrees(part: int, whole: int, decimals: int) -> None:
    part = min(part, whole)
    digit = Decimal(1).scaleb(-decimals)
    rate = (Decimal(100) * part / whole).quantize(digit) - 2 * digit
    assert "BB101" in _codes(*_rate(str(rate), str(part), str(whole)))


@pytest.mark.parametrize("field", ["value", "target", "previous", "baseline", "series"])
def test_a_share_lies_between_nought_and_a_hundred(field: str) -> None:
    fields = {
        "value": {},
        "target": {"target": Decimal("100.1")},
        "previous": {"previous": _earlier("-1", "2024")},
        "baseline": {"baseline": _earlier("101", "2016")},
        "series": {"series": (Point(SharedText({"*": "2016"}), Decimal(101)),)},
    }[field]
    rate, part = ("200", "40") if field == "value" else ("50", "10")
    (problem,) = contradictions(_record(*_rate(rate, part, "20", **fields)))
    assert problem.code == "BB102"
    assert f".{field}" in problem.where.path


def test_growth_may_be_more_than_a_hundred_per_cent() -> None:
    assert _codes(_figure("growth", "250", unit=PERCENT)) == []


def test_a_rate_of_a_whole_is_a_percentage() -> None:
    for unit in (DAYS, EUR, None):
        assert _codes(*_rate("91.8", "20424", "22246", unit=unit)) == ["BB109"]


def test_a_rate_of_bounds_must_be_stated() -> None:
    bounds: tuple[Qualifier, Qualifier, Qualifier] = ("exact", "more_than", "nearly")
    assert _codes(*_rate("6.5", "65000", "1000000", bounds, stated=None)) == ["BB110"]
    assert _codes(*_rate("6.5", "65000", "1000000", bounds)) == []


def test_a_whole_is_above_zero() -> None:
    assert _codes(*_rate("0", "0", "0")) == ["BB108"]
    assert _codes(*_rate("50", "1", "-2")) == ["BB108"]
    assert _codes(_figure("a", "0", part_of="b"), _figure("b", "0")) == ["BB108"]


# Parts


@pytest.mark.parametrize(
    ("part", "whole", "codes"),
    [
        ("exact", "exact", ["BB103"]), ("nearly", "exact", []), ("exact", "over", []),
        ("over", "exact", ["BB103"]), ("exact", "nearly", ["BB103"]), ("about", "exact", []),
        ("exact", "about", []), ("estimated", "exact", ["BB103"]), ("at_most", "at_least", []),
    ],
)  # fmt: skip
def test_a_part_is_not_more_than_its_whole(
    part: Qualifier, whole: Qualifier, codes: list[str]
) -> None:
    assert _codes(_figure("a", "102", part, part_of="b"), _figure("b", "100", whole)) == codes


def test_a_part_may_be_all_of_its_whole() -> None:
    assert _codes(_figure("a", "100", part_of="b"), _figure("b", "100")) == []


@pytest.mark.parametrize(
    ("part", "whole", "codes"),
    [
        ("over", "exact", ["BB103"]), ("at_least", "exact", []), ("exact", "nearly", ["BB103"]),
        ("exact", "at_most", []), ("exact", "under", ["BB103"]), ("nearly", "nearly", []),
    ],
)  # fmt: skip
def test_a_qualifier_is_a_fact_at_its_limit(
    part: Qualifier, whole: Qualifier, codes: list[str]
) -> None:
    assert _codes(_figure("a", "100", part, part_of="b"), _figure("b", "100", whole)) == codes


# Sums


def _sum(total: str, *parts: str, qualifier: Qualifier = "exact", **fields: object) -> list[str]:
    figures = [_figure(f"p{i}", part, **fields) for i, part in enumerate(parts)]
    ids = tuple(figure.id for figure in figures)
    return _codes(_figure("total", total, qualifier, sum_of=ids, **fields), *figures)


@pytest.mark.parametrize(
    ("total", "parts", "codes"),
    [
        ("3120", ("1566", "1554"), []),
        ("3121", ("1566", "1554"), ["BB117"]),
        ("3119", ("1566", "1554"), ["BB117"]),
        ("100.0", ("33.3", "33.3", "33.3"), []),  # each of them rounded: 0.2 at most
        ("100.1", ("33.3", "33.3", "33.3"), []),
        ("100.2", ("33.3", "33.3", "33.3"), ["BB117"]),
    ],
)
def test_counts_add_up_and_rounded_amounts_nearly_do(
    total: str, parts: tuple[str, ...], codes: list[str]
) -> None:
    assert _sum(total, *parts) == codes


def test_a_sum_may_be_a_bound() -> None:
    assert _sum("3000", "1566", "1554", qualifier="over") == []
    assert _sum("3120", "1566", "1554", qualifier="over") == ["BB117"]
    assert _sum("3120", "1566", "1554", qualifier="at_least") == []


def test_a_sum_is_in_the_unit_of_its_parts() -> None:
    total = _figure("t", "5", sum_of=("a", "b"), unit=EUR)
    assert _codes(total, _figure("a", "2", unit=EUR), _figure("b", "3", unit=USD)) == ["BB111"]


def test_nothing_adds_up_to_itself_or_changes_itself() -> None:
    assert _codes(_figure("a", "5", sum_of=("a",))) == ["BB104"]
    assert "BB104" in _codes(_figure("a", "5", change_of="a", previous=_earlier("4", "2024")))
    assert "BB104" in _codes(_figure("a", "5", unit=PERCENT, share_of_target="a"))


# Changes and shares of targets


def _change(
    value: str, then: str, now: str, unit: Unit = PERCENT, of: Unit | None = None
) -> list[str]:
    changed = _figure("loans", now, unit=of, previous=_earlier(then, "2024"))
    return _codes(_figure("growth", value, unit=unit, change_of="loans"), changed)


POINTS = Unit({}, "points")


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("8.4", []), ("8", []), ("8.40", []), ("8.404", ["BB112"]),
        ("8.5", ["BB115"]), ("8.3", ["BB115"]), ("-8.4", ["BB115"]),
    ],
)  # fmt: skip
def test_a_change_is_recomputed_from_the_previous_value(value: str, codes: list[str]) -> None:
    assert _change(value, "116600", "126400") == codes  # 8.4048


def test_a_fall_may_be_said_in_words() -> None:
    assert _change("7.8", "126400", "116600") == []  # down 7.8 per cent: -7.7532
    assert _change("-7.8", "126400", "116600") == []
    assert _change("7.9", "126400", "116600") == ["BB115"]


def test_a_rate_changes_in_points_and_nothing_else_does() -> None:
    assert _change("2.6", "89.2", "91.8", POINTS, PERCENT) == []
    assert _change("2.7", "89.2", "91.8", POINTS, PERCENT) == ["BB115"]
    assert _change("2.6", "89.2", "91.8", PERCENT, PERCENT) == ["BB114"]
    assert _change("2.6", "89.2", "91.8", POINTS) == ["BB114"]


def test_a_change_needs_a_previous_value() -> None:
    growth = _figure("growth", "8.4", unit=PERCENT, change_of="loans")
    assert _codes(growth, _figure("loans", "126400")) == ["BB113"]
    assert _change("8.4", "0", "126400") == []  # no percentage of nothing


@pytest.mark.parametrize(
    ("value", "codes"), [("105.3", []), ("105.4", ["BB116"]), ("105", []), ("105.2", ["BB116"])]
)
def test_an_achieved_share_is_recomputed_from_the_target(value: str, codes: list[str]) -> None:
    share = _figure("achieved", value, unit=PERCENT, share_of_target="loans")
    assert _codes(share, _figure("loans", "126400", target=Decimal(120000))) == codes  # 105.33


def test_an_achieved_share_needs_a_target_and_is_a_percentage() -> None:
    share = _figure("achieved", "105.3", unit=PERCENT, share_of_target="loans")
    assert _codes(share, _figure("loans", "126400")) == ["BB113"]
    share = _figure("achieved", "105.3", share_of_target="loans")
    assert _codes(share, _figure("loans", "126400", target=Decimal(120000))) == ["BB114"]


def test_a_part_has_the_code_of_its_whole() -> None:
    assert _codes(_figure("a", "9", part_of="b", unit=EUR), _figure("b", "10", unit=USD)) == [
        "BB111"
    ]
    assert _codes(_figure("a", "9", part_of="b", unit=DAYS), _figure("b", "10")) == []


def test_parts_do_not_go_in_circles() -> None:
    assert _codes(_figure("a", "1", part_of="a")) == ["BB104"]
    circle = [_figure(a, "1", part_of=b) for a, b in ("ab", "bc", "ca")]
    assert _codes(*circle) == ["BB104"] * 3
    tail = _figure("d", "1", part_of="a")
    assert _codes(tail, *circle) == ["BB104"] * 3


def test_a_rate_is_not_of_itself() -> None:
    for relation in (RateOf("part", "part"), RateOf("rate", "whole"), RateOf("part", "rate")):
        assert "BB104" in _codes(*_rate("100", "100", "100", rate_of=relation))


# Conversions, periods


def _converted(id_: str, value: str, converted: str) -> Figure:
    return _figure(id_, value, unit=EUR, converted=Converted(Decimal(converted), USD))


@pytest.mark.parametrize(
    ("dollars", "codes"), [("1122", []), ("1123", ["BB118"]), ("1079", []), ("1078", ["BB118"])]
)
def test_two_conversions_imply_rates_less_than_two_per_cent_apart(
    dollars: str, codes: list[str]
) -> None:
    assert _codes(_converted("a", "1000000", "1100000"), _converted("b", "1000", dollars)) == codes


def test_conversions_there_and_back_are_compared() -> None:
    back = _figure("b", "1100", unit=USD, converted=Converted(Decimal(1000), EUR))
    assert _codes(_converted("a", "1000", "1100"), back) == []
    back = _figure("b", "1100", unit=USD, converted=Converted(Decimal(1100), EUR))
    assert _codes(_converted("a", "1000", "1100"), back) == ["BB118"]


def test_the_implied_rate_is_shown() -> None:
    assert str(implied(read(SAMPLE)[0].figures()["subsidies"])) == "6.49 CNY per USD"
    assert implied(_figure("a", "5")) is None
    assert implied(_converted("a", "0", "5")) is None


def test_a_conversion_changes_the_unit() -> None:
    same, other = Converted(Decimal(5), EUR), Converted(Decimal(5), USD)
    assert _codes(_figure("a", "6", unit=EUR, converted=same)) == ["BB107"]
    assert _codes(_figure("a", "6", unit=EUR, converted=other)) == []
    assert _codes(_figure("a", "6", converted=Converted(Decimal(5), DAYS), unit=DAYS)) == ["BB107"]


def test_a_period_stands_once_in_a_series() -> None:
    points = [Point(SharedText({"*": year}), Decimal(1)) for year in ("2016", "2017", "2016")]
    (problem,) = contradictions(_record(_figure("a", "6", series=tuple(points))))
    assert (problem.code, problem.where.path) == ("BB106", "areas[0].figures[0].series[2].period")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"previous": _earlier("5", "2024"), "baseline": _earlier("6", "2024")}, ["BB105"]),
        ({"previous": _earlier("5", "2024"), "baseline": _earlier("5.0", "2024")}, []),
        ({"previous": _earlier("5", "2024"), "baseline": _earlier("6", "2023")}, []),
        ({"previous": _earlier("5", "in 2025")}, ["BB105"]),
        ({"previous": _earlier("7", "in 2025")}, []),
        ({"previous": _earlier("7", "in 2025", "nearly")}, ["BB119"]),
        ({"previous": _earlier("7", "in 2025", "over")}, ["BB119"]),
        ({"previous": _earlier("7", "in 2025", "at_least")}, []),
        ({"previous": _earlier("6", "in 2025", "over")}, []),
        ({"previous": _earlier("8", "in 2025", "over")}, ["BB105"]),
        ({"previous": _earlier("8", "in 2025", "nearly")}, []),
        ({"previous": _earlier("10", "in 2025", "nearly")}, ["BB105"]),
        ({"period": _text("in May"), "previous": _earlier("5", "in 2025")}, []),
        ({"period": _text("in May"), "previous": _earlier("5", "in May")}, ["BB105"]),
        ({"series": (Point(_earlier("5", "in 2025").period, Decimal(5)),)}, ["BB105"]),
        ({"series": (Point(_earlier("5", "in 2025").period),)}, []),
        (
            {
                "previous": _earlier("5", "2024"),
                "series": (Point(SharedText({"*": "2024"}), Decimal(6)),),
            },
            ["BB105"],
        ),
    ],
)
def test_one_period_has_one_value(fields: dict[str, object], codes: list[str]) -> None:
    assert _codes(_figure("a", "7", **fields)) == codes


def test_periods_in_several_languages_are_the_same_if_they_meet_in_one() -> None:
    here = Earlier(SharedText({"en": "in 2024", "zh": "2024年"}), Decimal(5))
    there = Earlier(SharedText({"zh": "2024年", "fr": "en 2024"}), Decimal(6))
    assert _codes(_figure("a", "7", previous=here, baseline=there)) == ["BB105"]


# Holes


def test_what_could_not_be_read_contradicts_nothing() -> None:
    assert _codes(*_rate("NaN", "20424", "22246")) == []
    assert _codes(*_rate("10", "NaN", "22246")) == []
    assert _codes(*_rate("10", "5", "NaN")) == []
    assert _codes(_figure("rate", "10", unit=PERCENT, rate_of=RateOf("no", "where"))) == []
    assert _codes(_figure("a", "NaN", part_of="b"), _figure("b", "5")) == []
    assert _codes(_figure("a", "9", "", part_of="b"), _figure("b", "5")) == []  # type: ignore[arg-type]
    assert _codes(_figure("a", "9", unit=Unit({}), converted=Converted(Decimal("NaN"), EUR))) == []
    assert _codes(*_rate("91.8", "20424", "22246", unit=Unit({}))) == []
    nothing = Earlier(SharedText({}), Decimal("NaN"))
    assert _codes(_figure("a", "9", previous=nothing, baseline=nothing)) == []


numbers = st.decimals(allow_nan=True, allow_infinity=False, places=2, min_value=-999, max_value=999)
qualifiers = st.sampled_from(["exact", "over", "nearly", "about", "estimated", ""])


@given(st.lists(st.tuples(numbers, qualifiers), min_size=3, max_size=3), st.data())
def test_any_values_are_compared_without_an_accident(
    values: list[tuple[Decimal, Qualifier]], data: st.DataObject
) -> None:
    ids = st.sampled_from(["rate", "part", "whole", "nobody"])
    figures = _rate(*(str(v) for v, _ in values), qualifiers=[q for _, q in values])  # type: ignore[misc]
    related = [
        Figure(
            f.id, f.label, f.value, unit=f.unit, qualifier=f.qualifier, part_of=data.draw(ids),
            rate_of=RateOf(data.draw(ids), data.draw(ids)), target=data.draw(numbers),
        )
        for f in figures
    ]  # fmt: skip
    assert isinstance(_codes(*related), list)


# How a figure was checked


def test_the_notes_can_say_how_a_figure_was_checked() -> None:
    known = read(SAMPLE)[0].figures()
    found = {id_: checked(known, figure) for id_, figure in known.items()}
    assert {id_: how for id_, how in found.items() if how} == {
        "trained": "part",
        "poverty_rate": "rate",
        "employed": "part",
    }


def test_a_rate_of_bounds_was_not_recomputed() -> None:
    figures = _rate("6.5", "65000", "1000000", ("exact", "more_than", "exact"))
    assert checked(_record(*figures).figures(), figures[0]) == ""
    assert checked(_record(figures[0]).figures(), figures[0]) == ""


def test_the_sample_contradicts_itself_nowhere() -> None:
    assert contradictions(read(SAMPLE)[0]) == []


def test_a_noun_is_no_unit() -> None:
    assert _codes(_figure("a", "5", counts=Noun({"en": {"other": "jobs"}}))) == []
