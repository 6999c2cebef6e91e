"""How numbers read: every row of the design's tables, and the digits of any number at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.brief import Text
from bureau_brief.record import Converted, Earlier, Figure, Noun, SharedText, Unit
from bureau_brief.record import Text as Words
from bureau_brief.wording import Wording, joined, wording

NOTHING = Words({})
UNITS = ("percent", "points", "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "INR", "CHF", "PLN")


def english() -> Wording:
    return wording("en")


def unit(word: str) -> Unit | None:
    if not word:
        return None
    return Unit({}, word) if word in UNITS else Unit({"en": {"other": word}})


def printed(value: str, unit_: str = "", qualifier: str = "exact") -> str:
    """What is printed, no-break spaces as `~`."""
    return joined(english().amount(Decimal(value), unit(unit_), qualifier)).replace("\u00a0", "~")


def tile(value: str, unit_: str = "", qualifier: str = "exact") -> dict[str, str]:
    text = Text(english().amount(Decimal(value), unit(unit_), qualifier))
    said = {"qualifier": text.part("qualifier"), "number": text.part("number")}
    return {**said, "unit": text.part("unit").replace("\u00a0", " ")}


SAMPLE = [
    ("1200", "", "exact", "1,200~college students", "", "1,200", ""),
    ("2590", "", "exact", "2,590~jobs", "", "2,590", ""),
    ("162", "", "exact", "162~job fairs", "", "162", ""),
    ("6724", "", "exact", "6,724~employers", "", "6,724", ""),
    ("335800", "", "exact", "335,800~jobs", "", "335,800", ""),
    ("200000", "", "over", "over~200,000~job seekers", "over", "200,000", ""),
    ("20000", "", "exact", "20,000~migrant workers", "", "20,000", ""),
    ("4828", "", "exact", "4,828~drug rehabilitation workers", "", "4,828", ""),
    ("28055", "", "exact", "28,055~veterans", "", "28,055", ""),
    ("4340", "", "exact", "4,340~families", "", "4,340", ""),
    ("1211", "", "exact", "1,211~people", "", "1,211", ""),
    ("1444", "", "exact", "1,444~people", "", "1,444", ""),
    ("1000000", "", "nearly", "nearly~1~million~farmers", "nearly", "1", "million"),
    ("65000", "", "more_than", "more than~65,000~farmers", "more than", "65,000", ""),
    ("22246", "", "estimated", "an estimated~22,246~workers", "an estimated", "22,246", ""),
    ("20424", "", "exact", "20,424~workers", "", "20,424", ""),
    ("91.8", "percent", "exact", "91.8%", "", "91.8%", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", SAMPLE, ids=lambda row: row[3])
def test_a_figure_of_the_sample_reads_as_the_design_says(row: tuple[str, ...]) -> None:
    value, unit_, qualifier, text, before, number, after = row
    noun = text.removeprefix(printed(value, unit_, qualifier)).removeprefix("~")
    whole = english().in_text(printed(value, unit_, qualifier), noun).replace("\u00a0", "~")
    assert whole == text
    assert tile(value, unit_, qualifier) == {
        "qualifier": before, "number": number, "unit": after
    }  # fmt: skip


def test_an_amount_in_yuan_is_followed_by_its_conversion() -> None:
    converted = Converted(Decimal(305000), Unit({}, "USD"))
    assert english().conversion(converted) == "($305,000)"
    text = english().in_text("1.98 million yuan", "", english().conversion(converted))
    assert text == "1.98 million yuan\u00a0($305,000)"
    assert tile("1980000", "CNY") == {"qualifier": "", "number": "1.98", "unit": "million yuan"}


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        ("over", "over~12"), ("more_than", "more than~12"), ("at_least", "at least~12"),
        ("nearly", "nearly~12"), ("under", "under~12"), ("at_most", "at most~12"),
        ("about", "about~12"), ("estimated", "an estimated~12"), ("exact", "12"),
    ],
)  # fmt: skip
def test_a_qualifier_stands_in_words_before_the_number(qualifier: str, words: str) -> None:
    assert printed("12", "", qualifier) == words


@pytest.mark.parametrize(
    ("value", "unit_", "text"),
    [
        ("11", "days", "11~days"),
        ("1.5", "km", "1.5~km"),
        ("3", "minutes", "3~minutes"),
        ("1980000", "CNY", "1.98~million~yuan"),
        ("305000", "USD", "$305,000"),
        ("2500000", "USD", "$2.5~million"),
        ("12", "EUR", "€12"), ("12", "GBP", "£12"), ("12", "JPY", "¥12"),
        ("12", "HKD", "HK$12"), ("12", "INR", "₹12"), ("12", "PLN", "12~zloty"),
        ("1", "CHF", "1~franc"), ("2", "CHF", "2~francs"),
        ("1", "points", "1~point"), ("1.0", "points", "1.0~points"),
        ("2.6", "points", "2.6~points"),
        ("0.5", "percent", "0.5%"), ("100", "percent", "100%"),
        ("1500000", "percent", "1,500,000%"),
    ],
)  # fmt: skip
def test_a_unit_stands_beside_its_number(value: str, unit_: str, text: str) -> None:
    assert printed(value, unit_) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"), ("-0", "0"), ("7", "7"), ("999", "999"), ("1000", "1,000"),
        ("91.80", "91.80"), ("0.25", "0.25"), ("1234.5", "1,234.5"), ("2E+3", "2,000"),
        ("999999", "999,999"), ("1000000", "1~million"), ("1980000", "1.98~million"),
        ("1980000.00", "1.98~million"), ("1985000", "1,985,000"), ("1234567", "1,234,567"),
        ("1E+9", "1~billion"), ("1200000000", "1.2~billion"), ("999000000", "999~million"),
        ("1205000000", "1,205~million"), ("2E+12", "2~trillion"),
        ("330000", "330,000"), ("1000000.5", "1,000,000.5"),
        ("123456789012345678901234567890123", "123,456,789,012,345,678,901,234,567,890,123"),
        ("-5", "−5"), ("-1980000", "−1.98~million"), ("-0.5", "−0.5"),
    ],
)  # fmt: skip
def test_the_stated_value_is_printed_and_never_rounded(value: str, text: str) -> None:
    assert printed(value) == text


def test_the_minus_sign_stands_before_the_dollar_sign() -> None:
    assert printed("-305000", "USD", "nearly") == "nearly~−$305,000"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40),
    st.sampled_from(["", "percent", "USD", "CNY", "days"]),
    st.sampled_from(["exact", "over", "estimated"]),
)
def test_printed_digits_read_back_as_the_exact_value(
    value: Decimal, unit_: str, qualifier: str
) -> None:
    text = Text(english().amount(value, unit(unit_), qualifier))
    digits = "".join(c for c in text.part("number").replace("−", "-") if c in "-.0123456789")
    words = text.part("unit").split("\u00a0")[0]
    power = {"million": 6, "billion": 9, "trillion": 12}.get(words, 0)
    sign, figures, exponent = Decimal(digits).as_tuple()
    assert isinstance(exponent, int)
    assert Decimal((sign, figures, exponent + power)) == value
    if not power:
        assert f"{Decimal(digits):f}".lstrip("-") == f"{value.copy_abs():f}"


def figure(
    value: str, before: str, unit_: str = "", now: str = "exact", then: str = "exact"
) -> tuple[Figure, Earlier]:
    earlier = Earlier(SharedText({"*": "2019"}), Decimal(before), then)  # type: ignore[arg-type]
    return (
        Figure("f", NOTHING, Decimal(value), unit=unit(unit_), qualifier=now, previous=earlier),  # type: ignore[arg-type]
        earlier,
    )


@pytest.mark.parametrize(
    ("value", "before", "unit_", "text"),
    [
        ("335800", "310000", "", "up from 310,000 (+8.3%)"),
        ("310000", "335800", "", "down from 335,800 (−7.7%)"),
        ("310000", "310000.0", "", "unchanged"),
        ("12", "18", "days", "down from 18~days (−33.3%)"),
        ("12", "18", "", "down from 18"),
        ("12", "20", "days", "down from 20~days (−40.0%)"),
        ("91.8", "89.2", "percent", "up from 89.2% (+2.6~points)"),
        ("88.2", "89.2", "percent", "down from 89.2% (−1.0~points)"),
        ("90", "89", "percent", "up from 89% (+1~point)"),
        ("3", "1", "points", "up from 1~point (+2~points)"),
        ("10", "-40", "", "up from −40"),
        ("1000000", "999999", "", "up from 999,999"),
        ("1980000", "1E+6", "CNY", "up from 1~million~yuan (+98.0%)"),
        ("1E+60", "20", "", "up from 20 (+{}%)"),
    ],
)
def test_a_change_is_said_in_words_and_a_rate_changes_in_points(
    value: str, before: str, unit_: str, text: str
) -> None:
    said = english().change(*figure(value, before, unit_)).replace("\u00a0", "~")
    if "{}" in text:  # ((10^60 - 20) / 20) * 100
        text = text.format(f"{(10**60 - 20) * 5:,}.0")
    assert said == text
    assert "-" not in said


@pytest.mark.parametrize(
    ("value", "before", "now", "then", "text"),
    [
        ("335800", "310000", "over", "exact", "up from 310,000"),
        ("335800", "310000", "exact", "estimated", "up from an estimated~310,000"),
        ("310000", "335800", "nearly", "nearly", "down from nearly~335,800"),
        ("310000", "310000", "over", "over", "compared with over~310,000"),
        ("310000", "310000", "exact", "nearly", "compared with nearly~310,000"),
        ("310000", "310000", "estimated", "estimated", "unchanged"),
        ("320000", "310000", "nearly", "over", "compared with over~310,000"),
        ("300000", "310000", "at_least", "under", "compared with under~310,000"),
        ("91.8", "89.2", "about", "exact", "up from 89.2"),
    ],
)
def test_a_qualified_value_gives_no_percentage_and_claims_nothing_unsure(
    value: str, before: str, now: str, then: str, text: str
) -> None:
    said = english().change(*figure(value, before, "", now, then)).replace("\u00a0", "~")
    assert said == text


@pytest.mark.parametrize(
    ("value", "noun"), [("1", "job"), ("2", "jobs"), ("0", "jobs"), ("1.0", "jobs")]
)
def test_a_noun_stands_in_the_plural_of_its_number(value: str, noun: str) -> None:
    forms = Noun({"en": {"one": "job", "other": "jobs"}})
    assert english().noun(forms, Decimal(value)) == noun


def test_a_noun_or_unit_of_another_language_is_not_printed() -> None:
    chinese = Unit({"zh": {"other": "个"}})
    assert joined(english().amount(Decimal(5), chinese, "exact")) == "5"
    assert english().noun(chinese, Decimal(5)) == ""
    assert english().noun(None, Decimal(5)) == ""


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (1, "one"), (12, "twelve"), (13, "13"), (1300, "1,300")]
)
def test_small_counts_are_said_in_words(number: int, words: str) -> None:
    assert english().count(number) == words
