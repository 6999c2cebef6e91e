"""Equal numbers: both editions of a file state the same figures, read back by a parser of this
module, which shares nothing with the program."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief import brief
from bureau_brief.brief import Brief
from bureau_brief.building import build
from bureau_brief.editions import unlike
from bureau_brief.reading import read
from bureau_brief.record import Unit
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from bureau_brief.wording import joined, wording
from tests.generated import Size, written
from tests.generated_chinese import chinese_file

RECORD = read(SAMPLE, ["en", "zh"])[0]
QUALIFIED: Mapping[str, tuple[str, str]] = {
    "exact": ("", ""), "over": ("over ", "余|超过"), "more_than": ("more than ", "余|超过"),
    "at_least": ("at least ", "至少"), "nearly": ("nearly ", "近"), "under": ("under ", "不足"),
    "at_most": ("at most ", "不超过"), "about": ("about ", "约"),
    "estimated": ("an estimated ", "估计"),
}  # fmt: skip
"""How each qualifier reads in English, and in Chinese."""

BIG = {"million": 6, "billion": 9, "trillion": 12, "万": 4, "亿": 8, "": 0}


def edition(language: str) -> Brief:
    return resolve(RECORD, language)


def english(text: str) -> tuple[str, Decimal]:
    """The qualifier and the value of an English number."""
    found = re.fullmatch(
        r"([a-z ]*)(−?)[$€£¥₹HK]*([\d,]+)(\.\d+)?%? ?(million|billion|trillion|)\b.*",
        text.replace("\u00a0", " "),
    )
    assert found, text
    before, sign, whole, fraction, big = found.groups()
    value = Decimal(whole.replace(",", "") + (fraction or "")).scaleb(BIG[big])
    return before, -value if sign else value


def chinese(text: str) -> tuple[str, Decimal]:
    """The same of a Chinese one: 20余万 is over 200,000."""
    found = re.fullmatch(r"([^\d−]*)(−?)(\d+(?:\.\d+)?)%?(余?)(万|亿|)(余?).*", text)
    assert found, text
    before, sign, digits, early, big, late = found.groups()
    value = Decimal(digits).scaleb(BIG[big])
    assert [before, early, late].count("") >= 2, "never two qualifiers together"
    return before or early or late, -value if sign else value


def test_every_figure_of_the_sample_is_the_same_in_both_editions() -> None:
    ours, theirs = edition("en").figures(), edition("zh").figures()
    assert list(ours) == list(theirs)
    for id_, figure in RECORD.figures().items():
        in_english, in_chinese = QUALIFIED[figure.qualifier]
        before, value = english(str(ours[id_].number))
        assert (before, value) == (in_english, figure.value)
        said, read_back = chinese(str(theirs[id_].number))
        assert read_back == value
        assert re.fullmatch(in_chinese, said)


def test_a_conversion_is_the_same_in_both_editions() -> None:
    for language in ("en", "zh"):
        label = str(edition(language).figures()["subsidies"].label)
        found = re.search(r"[$约合]+([\d,.]+)(万?)", label)
        assert found
        assert Decimal(found[1].replace(",", "")).scaleb(BIG[found[2]]) == 305_000


@given(
    value=st.decimals(min_value=0, max_value=10**13, places=2) | st.integers(0, 10**13),
    qualifier=st.sampled_from(list(QUALIFIED)),
    unit=st.sampled_from(["", "percent", "CNY", "points"]),
)
def test_any_number_reads_back_the_same_from_both(
    value: Decimal | int, qualifier: str, unit: str
) -> None:
    amount, measure = Decimal(value), Unit({}, unit) if unit else None
    ours = joined(wording("en").amount(amount, measure, qualifier))
    theirs = joined(wording("zh").amount(amount, measure, qualifier))
    before, one = english(ours)
    said, other = chinese(theirs)
    assert one == other == amount
    assert before == QUALIFIED[qualifier][0]
    assert re.fullmatch(QUALIFIED[qualifier][1], said)
    assert not re.search("十万|百万|千万|万.*%", theirs)


def test_both_editions_cite_the_same_figures_in_every_text() -> None:
    assert list(unlike([edition("en"), edition("zh")])) == []
    stated = [[text.figures for text in brief.texts(edition(code))] for code in ("en", "zh")]
    assert sorted(map(sorted, stated[0])) == sorted(map(sorted, stated[1]))


def test_a_text_that_cites_other_figures_in_another_language_is_a_warning(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "results.yaml"
    path.write_text(text.replace('zh: "提供{jobs}，', 'zh: "'), encoding="utf-8")
    found = build(path, languages=["en", "zh"], outputs=["pdf"]).warnings
    assert [(p.code, p.where.path) for p in found] == [("BB150", "headline")]
    assert "`jobs`" in found[0].expected
    assert build(path, languages=["zh"], outputs=["pdf"]).warnings == ()


def test_big_words_that_say_another_value_are_a_warning(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "words.toml").write_text(
        '[numbers]\nlargest_first = [{ power = 3, other = "万" }]\n', encoding="utf-8"
    )
    wrong = resolve(RECORD, "zh", tmp_path)
    found = list(unlike([edition("en"), wrong]))
    assert {p.code for p in found} == {"BB151"}
    assert "335800" in {p.expected.split()[-1] for p in found}


@pytest.mark.parametrize("seed", range(6))
def test_chinese_numbers_of_invented_files_read_back_as_their_values(
    tmp_path: Path, seed: int
) -> None:
    record, _ = read(written(tmp_path, chinese_file(seed, Size(9, 40))))
    for id_, figure in resolve(record, "zh").figures().items():
        unit = record.figures()[id_].unit
        own = (unit.in_language("zh") or {}).get("other", "") if unit and not unit.code else ""
        said, value = chinese(str(figure.number).removesuffix(own))
        assert value == record.figures()[id_].value, id_
        assert said or record.figures()[id_].qualifier == "exact" or figure.percent
