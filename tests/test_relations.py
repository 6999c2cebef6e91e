"""What figures have to do with targets, earlier values and their parts, said in words."""

from decimal import Decimal

import pytest

from bureau_brief import brief
from bureau_brief.record import Earlier, Figure, Noun, Point, SharedText, Unit
from tests.test_resolving import area, en, figure, percent, said

DAYS = Unit({"en": {"one": "day", "other": "days"}})


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def one(**given: object) -> brief.Figure:
    """The first figure of a briefing that has only this one."""
    return said(area("a", figure("f", **given))).areas[0].figures[0]  # type: ignore[arg-type]


def target(**given: object) -> brief.Target:
    found = one(**given).target
    assert found is not None
    return found


def years(*values: str | None, **given: object) -> tuple[Point, ...]:
    """Points from 2021 on."""
    return tuple(
        Point(SharedText({"*": str(2021 + i)}), None if v is None else Decimal(v), **given)  # type: ignore[arg-type]
        for i, v in enumerate(values)
    )


@pytest.mark.parametrize(
    ("value", "qualifier", "verdict", "met"),
    [
        ("349999", "exact", "below the target of 350,000", False),
        ("350000", "exact", "at the target of 350,000", True),
        ("350001", "exact", "above the target of 350,000", True),
        ("350000", "over", "above the target of 350,000", True),
        ("340000", "over", "target 350,000", None),
        ("350000", "at_least", "at or above the target of 350,000", True),
        ("350000", "nearly", "below the target of 350,000", False),
        ("360000", "nearly", "target 350,000", None),
        ("350000", "at_most", "target 350,000", None),
        ("345000", "about", "target 350,000", None),
        ("349999", "estimated", "below the target of 350,000", False),
    ],
)
def test_a_result_stands_to_its_target_as_far_as_its_qualifier_tells(
    value: str, qualifier: str, verdict: str, met: bool | None
) -> None:
    found = one(value=value, qualifier=qualifier, target=Decimal(350_000))
    assert plain(found.verdict) == verdict
    assert found.target is not None
    assert found.target.met is met


@pytest.mark.parametrize(
    ("value", "verdict", "line"),
    [
        ("2.9", "within the limit of 3 days", "Target met: at most 3 days (outline)"),
        ("3", "within the limit of 3 days", "Target met: at most 3 days (outline)"),
        ("3.1", "over the limit of 3 days", "Target not met: at most 3 days (line in the bar)"),
    ],
)
def test_lower_is_better_makes_a_limit(value: str, verdict: str, line: str) -> None:
    found = one(value=value, unit=DAYS, counts=None, better="lower", target=Decimal(3))
    assert plain(found.verdict) == f"{verdict}; lower is better"
    assert found.target is not None
    assert plain(found.target.line) == line
    assert plain(found.target.mark) == "limit 3 days"


def test_what_is_set_in_bold_on_a_slide_is_a_part_of_the_line() -> None:
    line = target(value="12480", target=Decimal(12_000)).line
    assert [(part.kind, plain(part.text)) for part in line.parts] == [
        ("strong", "Target met"),
        ("words", ": at least 12,000 (line in the bar)"),
    ]


def test_without_target_or_earlier_value_it_is_said_so() -> None:
    found = one()
    assert (plain(found.verdict), found.target) == ("no target set", None)
    assert (plain(found.change), found.previous) == ("no earlier value", None)


@pytest.mark.parametrize(
    "given",
    [
        {"qualifier": "over"},
        {"target": Decimal(0)},
        {"value": "-3"},
    ],
)
def test_a_bound_or_a_number_below_zero_has_words_and_no_bar(given: dict[str, object]) -> None:
    found = target(**{"value": "12", "target": Decimal(10), **given})
    assert not found.drawable
    assert "(" not in str(found.line)
    assert target(value="12", target=Decimal(10)).drawable


def test_chart_none_keeps_the_words_and_draws_nothing() -> None:
    given = {"target": Decimal(10), "series": years("1", "2", "3")}
    brief_area = said(area("a", figure("f", **given), chart="none")).areas[0]  # type: ignore[arg-type]
    shown = brief_area.figures[0]
    assert shown.target is not None
    assert not shown.target.drawable
    assert shown.series is None
    assert plain(shown.verdict) == "above the target of 10"


def test_an_earlier_value_is_a_category_and_a_change() -> None:
    found = one(value="335800", previous=Earlier(SharedText({"*": "in 2019"}), Decimal(310_000)))
    assert plain(found.change) == "up from 310,000 (+8.3%)"
    assert found.previous is not None
    assert (plain(found.previous.period), plain(found.previous.number)) == ("In 2019", "310,000")


def test_a_series_says_all_values_in_one_form_and_its_change_since_the_first() -> None:
    series = years("640000", "810000", "970000", "1080000", "1210000")
    found = one(
        value="1210000", counts=Noun({"en": {"other": "visits"}}), series=series,
        period=en("in 2025"),
    ).series  # fmt: skip
    assert found is not None
    assert [plain(p.label) for p in found.points] == ["0.64", "0.81", "0.97", "1.08", "1.21"]
    assert plain(found.points[0].number) == "0.64 million"
    assert [plain(p.period) for p in found.points] == ["2021", "2022", "2023", "2024", "2025"]
    assert plain(found.caption) == "million visits"
    assert plain(found.change) == "up from 0.64 million in 2021 (+89.1%)"


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (("39400", "40000", "48210"), ["39,400", "40,000", "48,210"]),
        (("1000000", "1000001", "2000000"), ["1,000,000", "1,000,001", "2,000,000"]),
        (("500000", "1100000", "2000000"), ["0.5", "1.1", "2.0"]),
        (("5", "2000000", "3000000"), ["5", "2,000,000", "3,000,000"]),
    ],
)
def test_a_form_is_shared_where_exact(values: tuple[str, ...], labels: list[str]) -> None:
    found = one(value=values[-1], series=years(*values)).series
    assert found is not None
    assert [plain(p.label) for p in found.points] == labels


def test_a_series_that_ends_before_the_figure_goes_on_to_it() -> None:
    found = one(value="9", series=years("3", None, "7"), period=en("in 2024"))
    assert found.series is not None
    assert [plain(p.period) for p in found.series.points] == ["2021", "2022", "2023", "2024"]
    assert [p.value for p in found.series.points] == [3, None, 7, 9]
    assert plain(found.series.points[1].label) == "no count"
    assert "2022: no count" in plain(found.series.alt)
    assert found.previous is not None
    assert plain(found.change) == "up from 7"


def test_the_year_before_that_was_not_counted_is_no_earlier_value() -> None:
    found = one(value="9", series=years("3", "5", None), period=en("in 2024"))
    assert found.previous is None
    assert plain(found.change) == "no earlier value"


def test_qualified_ends_give_no_percentage_and_keep_their_qualifier() -> None:
    first = years("1200", qualifier="about")
    series = (*first, *years("1", "2000", "2500", "3000")[1:-1])
    found = one(value="3000", qualifier="nearly", series=series, period=en("in 2025")).series
    assert found is not None
    assert plain(found.points[0].label) == "about 1,200"
    assert plain(found.points[-1].label) == "nearly 3,000"
    assert plain(found.change) == "up from about 1,200 in 2021"


def test_lower_is_better_is_said_of_a_series() -> None:
    found = one(
        value="9", unit=DAYS, counts=None, better="lower", series=years("16", "12", "9")
    ).series
    assert found is not None
    assert plain(found.change) == "down from 16 days in 2021; lower is better"
    assert plain(found.title) == "F people helped (days)"


def test_a_rate_says_the_range_of_its_line() -> None:
    unit = Unit({}, "percent")
    found = one(value="96.4", unit=unit, counts=None, series=years("91.0", "93", "96.4")).series
    assert found is not None
    assert found.percent
    assert plain(found.change) == "up from 91.0% in 2021 (+5.4 points)"
    said_ = plain(found.scale.fill(low=91, high=97))
    assert said_ == "The line for Area a runs from 91% to 97%."


@pytest.mark.parametrize("values", [("1", "2"), ("1", None, "3"), ("-1", "2", "3")])
def test_too_few_periods_or_negative_ones_are_no_series(values: tuple[str | None, ...]) -> None:
    assert one(value=values[-1], series=years(*values)).series is None


def parts(*values: str, whole: str = "100", **given: object) -> brief.Stacked | None:
    figures: list[Figure] = [
        figure(f"p{i}", value, part_of="whole", **given) for i, value in enumerate(values)
    ]
    return said(area("a", figure("whole", whole), *figures)).areas[0].stacked


def test_parts_that_sum_to_their_whole_are_one_bar() -> None:
    found = parts("50", "30", "20")
    assert found is not None
    assert (found.whole, found.parts) == ("whole", ("p0", "p1", "p2"))
    assert plain(found.alt) == (
        "One bar of the whole, 100 people, divided into 50 people; 30 people; 20 people."
    )


def test_parts_that_do_not_sum_or_are_bounds_or_too_many_are_no_bar() -> None:
    assert parts("50", "30", "19") is None
    assert parts("100") is None
    assert parts("20", "20", "20", "20", "20") is None
    assert parts("50", "50", qualifier="over") is None
    assert parts("50", "50", qualifier="estimated") is not None


def test_a_rate_against_its_target_keeps_the_weaker_qualifier() -> None:
    rate = percent("r", "50.0", "p", "w", target=Decimal(40))
    figures = (rate, figure("p", "50", qualifier="estimated"), figure("w", "100"))
    found = said(area("a", *figures)).areas[0].figures[0]
    assert plain(found.number) == "an estimated 50.0%"
    assert plain(found.verdict) == "above the target of 40%"
