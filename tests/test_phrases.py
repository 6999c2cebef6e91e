"""Numbers as sources say them, read back: English, Chinese, and digits grouped in other ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.phrases import folded, measure, numbers_in


def _read(phrase: str) -> list[tuple[str, str, str]]:
    """Value, qualifier and unit of every number of a phrase."""
    return [(f"{s.readings[0]:f}", s.qualifier, s.unit) for s in numbers_in(folded(phrase))]


@pytest.mark.parametrize(
    ("phrase", "value", "qualifier", "unit"),
    [
        ("1.98 million yuan", "1980000", "exact", "CNY"),
        ("nearly 1 million farmers", "1000000", "nearly", ""),
        ("an estimated 22,246 workers", "22246", "estimated", ""),
        ("91.8 percent", "91.8", "exact", "percent"),
        ("91.8 per cent", "91.8", "exact", "percent"),
        ("91.8%", "91.8", "exact", "percent"),
        ("2.6 percentage points", "2.6", "exact", "points"),
        ("$305,000", "305000", "exact", "USD"),
        ("US$3.5 billion", "3500000000", "exact", "USD"),
        ("more than 65,000 farmers", "65000", "over", ""),
        ("Over 200,000 job seekers", "200000", "over", ""),
        ("no fewer than 30 towns", "30", "at_least", ""),
        ("30 or more towns", "30", "at_least", ""),
        ("no more than 50 days", "50", "at_most", "days"),
        ("up to 500 people", "500", "at_most", ""),
        ("fewer than 12 cases", "12", "under", ""),
        ("just under 12 cases", "12", "nearly", ""),
        ("about a total of 300 people", "300", "about", ""),
        ("a 12-day course", "12", "exact", "days"),
        ("−2.5 %", "-2.5", "exact", "percent"),
        ("−£1.25 million", "-1250000", "exact", "GBP"),
        ("about −$ 500", "-500", "about", "USD"),
        ("33.58万个岗位", "335800", "exact", ""),
        ("20余万名求职者", "200000", "over", ""),
        ("200多万人", "2000000", "over", ""),
        ("6.5万余名农民", "65000", "over", ""),
        ("近100万名农民", "1000000", "nearly", ""),
        ("估计22246名贫困劳动力", "22246", "estimated", ""),
        ("约3000户", "3000", "about", ""),
        ("3000户左右", "3000", "exact", ""),  # behind the measure word it is not seen
        ("3000左右", "3000", "about", ""),
        ("不超过500人", "500", "at_most", ""),
        ("超过３万户", "30000", "over", ""),
        ("１，２００名大学生", "1200", "exact", ""),
        ("提高3.5个百分点", "3.5", "exact", "points"),
        ("3万亿元", "3000000000000", "exact", "CNY"),
        ("最近5次", "5", "exact", ""),  # recently, not nearly
        ("节约200万元", "2000000", "exact", "CNY"),  # saved, not about
        ("plus de 1 234,5 €", "1234.5", "over", "EUR"),
        ("3 lakh loans", "300000", "exact", ""),
    ],
)
def test_a_number_is_read_with_its_qualifier_and_unit(
    phrase: str, value: str, qualifier: str, unit: str
) -> None:
    assert _read(phrase) == [(value, qualifier, unit)]


def test_a_phrase_may_have_several_numbers() -> None:
    assert _read("1.98 million yuan ($305,000)") == [
        ("1980000", "exact", "CNY"),
        ("305000", "exact", "USD"),
    ]
    assert _read("198万元（约合30.5万美元）") == [
        ("1980000", "exact", "CNY"),
        ("305000", "exact", "USD"),
    ]
    assert [value for value, _, _ in _read("分别为1200，259人")] == ["1200", "259"]


@pytest.mark.parametrize(
    "phrase", ["COVID-19", "5G", "18F", "the G20", "leading directly to", "", "PM2.5", "a third"]
)
def test_digits_in_a_name_are_no_number(phrase: str) -> None:
    assert _read(phrase) == []


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("1.234 Euro", ["1.234", "1234"]),
        ("1,234 loans", ["1234", "1.234"]),
        ("1.234.567", ["1234567"]),
        ("1,234.5", ["1234.5"]),
        ("12,5 Millionen", ["12500000"]),
        ("1 234 567", ["1234567"]),
    ],
)
def test_digits_that_can_be_read_in_two_ways_keep_both(phrase: str, values: list[str]) -> None:
    (said,) = numbers_in(folded(phrase))
    assert [f"{value:f}" for value in said.readings] == values


@pytest.mark.parametrize(
    ("phrase", "digit"),
    [("1.98 million", "10000"), ("33.58万", "100"), ("20,424", "1"), ("91.8%", "0.1")],
)  # fmt: skip
def test_the_last_printed_digit_is_known(phrase: str, digit: str) -> None:
    (said,) = numbers_in(folded(phrase))
    assert f"{said.digit:f}" == digit


def test_what_belongs_to_a_number_is_quoted() -> None:
    assert [s.words for s in numbers_in("there were over 200,000 job seekers")] == ["over 200,000"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("33.58\u3000万\n个", "33.58万个"),
        ("１．９８ million\u00a0yuan", "1.98 million yuan"),
        ("2016–2020", "2016-2020"),
        ("the bureau’s", "the bureau's"),
        ("em\u00adploy\u200bers", "employers"),
        ("Over\n  200,000", "over 200,000"),
    ],
)
def test_text_is_folded(text: str, same: str) -> None:
    assert folded(text) == same


def test_words_of_units_have_one_name_in_all_languages() -> None:
    assert measure("day") == measure("jours") == measure("天") == "days"
    assert measure("yuan") == measure("元") == "CNY"
    assert measure("个") == ""


@given(st.integers(0, 10**12), st.sampled_from(["over ", "nearly ", "", "an estimated ", "超过"]))
def test_every_grouped_number_is_read_back(number: int, before: str) -> None:
    (said,) = numbers_in(folded(f"{before}{number:,} loans"))
    assert said.readings[0] == number


@given(st.decimals(min_value=0, max_value=9999, places=2))
def test_every_compact_number_is_read_back(number: Decimal) -> None:
    for phrase, power in ((f"{number} million", 6), (f"{number}万余", 4), (f"{number}亿元", 8)):
        assert numbers_in(folded(phrase))[0].readings[0] == number.scaleb(power)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_accident(text: str) -> None:
    assert folded(folded(text)) == folded(text) or not text.isascii()
    for said in numbers_in(folded(text)):
        assert all(value.is_finite() for value in said.readings)
