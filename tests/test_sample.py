"""The sample: every figure of the article, as stated, and nothing that may not be concluded."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from bureau_brief.reading import read
from bureau_brief.record import BOUNDS, Figure, Record
from bureau_brief.resources import SAMPLE

RECORD = read(SAMPLE, ("en", "zh"))[0]
YEAR, PLAN, NOW = "over the past year", "three-year plan", "at present"


class Row(NamedTuple):
    """A figure as the article has it."""

    id: str
    value: str
    qualifier: str
    period: str
    paragraph: int
    stated: str


FIGURES = [
    Row("students", "1200", "exact", YEAR, 3, "1,200 college students"),
    Row("startup_jobs", "2590", "exact", YEAR, 3, "2,590 jobs"),
    Row("jobs", "335800", "exact", YEAR, 3, "335,800 jobs"),
    Row("employers", "6724", "exact", YEAR, 3, "6,724 employers"),
    Row("seekers", "200000", "over", YEAR, 3, "over 200,000 job seekers"),
    Row("fairs", "162", "exact", YEAR, 3, "162 online and offline job fairs"),
    Row("migrants", "20000", "exact", YEAR, 4, "20,000 migrant workers"),
    Row("subsidies", "1980000", "exact", YEAR, 4, "1.98 million yuan ($305,000)"),
    Row("veterans", "28055", "exact", YEAR, 4, "28,055 veterans"),
    Row("rehab", "4828", "exact", YEAR, 4, "4,828 drug rehabilitation workers"),
    Row("found_jobs", "1211", "exact", YEAR, 5, "1,211 people"),
    Row("families", "4340", "exact", YEAR, 5, "4,340 families"),
    Row("benefits", "1444", "exact", YEAR, 5, "1,444 people"),
    Row("farmers", "1000000", "nearly", PLAN, 6, "nearly 1 million farmers"),
    Row("trained", "65000", "more_than", PLAN, 6, "more than 65,000 farmers"),
    Row("poverty_rate", "91.8", "exact", NOW, 7, "91.8 percent"),
    Row("employed", "20424", "exact", NOW, 7, "20,424"),
    Row("workforce", "22246", "estimated", NOW, 7, "an estimated 22,246 poverty-stricken workers"),
]  # fmt: skip
"""Eighteen; the nineteenth is the conversion of the subsidies."""

AREAS = {
    "startups": ["students", "startup_jobs"],
    "job-matching": ["jobs", "employers", "seekers", "fairs"],
    "migrant-workers": ["migrants", "subsidies"],
    "veterans": ["veterans", "rehab"],
    "families": ["found_jobs", "families", "benefits"],
    "farmers": ["farmers", "trained"],
    "poverty": ["poverty_rate", "employed", "workforce"],
}

CHINESE = {
    "students": "名大学生",
    "startup_jobs": "个就业岗位",
    "jobs": "个岗位",
    "employers": "家用人单位",
    "seekers": "名求职者",
    "fairs": "场招聘会",
    "migrants": "名农民工",
    "veterans": "名退役军人",
    "rehab": "名戒毒康复人员",
    "found_jobs": "名就业困难人员",
    "families": "户家庭",
    "benefits": "人",
    "farmers": "名农民",
    "trained": "名农民",
    "employed": "名",
    "workforce": "名贫困劳动力",
}
"""Measure word and noun."""

WORDS = {
    "over": "over",
    "more_than": "more than",
    "nearly": "nearly",
    "estimated": "an estimated",
}


def _figure(id_: str) -> Figure:
    return RECORD.figures()[id_]


def _said(text: object) -> str:
    """Everything that a part of the Record says, in all languages."""
    return str(text)


@pytest.mark.parametrize("languages", [(), ("en",), ("zh",), ("en", "zh")])
def test_it_reads_without_a_problem_or_a_warning(languages: tuple[str, ...]) -> None:
    record, warnings = read(SAMPLE, languages)
    assert warnings == ()
    assert record.languages == ("en", "zh")


def test_it_has_the_figures_of_the_article_and_no_other() -> None:
    stated = {area.id: [figure.id for figure in area.figures] for area in RECORD.areas}
    assert stated == AREAS
    assert list(RECORD.figures()) == [row.id for row in FIGURES]
    converted = [figure for figure in RECORD.figures().values() if figure.converted]
    assert len(FIGURES) + len(converted) == 19


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row.id)
def test_a_figure_is_as_stated(row: Row) -> None:
    figure = _figure(row.id)
    assert (figure.value, figure.qualifier) == (Decimal(row.value), row.qualifier)
    period = (figure.period or RECORD.period).in_language("en")
    assert period == row.period
    assert figure.source is not None and figure.source.at is not None
    assert figure.source.ref == "article"
    assert figure.source.at.in_language("en") == f"paragraph {row.paragraph}"
    assert figure.source.at.in_language("zh") == f"第{row.paragraph}段"
    assert figure.source.stated == row.stated


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row.id)
def test_the_stated_phrase_says_value_and_qualifier(row: Row) -> None:
    numbers = re.findall(r"\d[\d,.]*", row.stated)
    value = Decimal(numbers[0].replace(",", "")) * (10**6 if "million" in row.stated else 1)
    assert value == _figure(row.id).value
    before = row.stated[: row.stated.index(numbers[0])].strip()
    assert before == WORDS.get(row.qualifier, "")


@pytest.mark.parametrize(("id_", "words"), CHINESE.items())
def test_the_chinese_measure_and_noun_come_from_the_file(id_: str, words: str) -> None:
    figure = _figure(id_)
    assert figure.unit is not None
    said = (figure.unit.in_language("zh") or {})["other"]
    said += ((figure.counts.in_language("zh") if figure.counts else None) or {}).get("other", "")
    assert said == words


def test_the_relations_are_those_of_the_article() -> None:
    figures = RECORD.figures().values()
    assert {f.id: f.leads_to.figure for f in figures if f.leads_to} == {"students": "startup_jobs"}
    leads = _figure("students").leads_to
    assert leads is not None and leads.stated == "leading directly to"
    assert {f.id: f.part_of for f in figures if f.part_of} == {
        "trained": "farmers",
        "employed": "workforce",
    }
    (rate,) = (f.rate_of for f in figures if f.rate_of)
    assert (rate.part, rate.whole) == ("employed", "workforce")
    converted = _figure("subsidies").converted
    assert converted is not None
    assert (converted.value, converted.unit.code) == (305000, "USD")
    unit = _figure("subsidies").unit
    assert unit is not None and unit.code == "CNY"


def test_the_main_and_overview_figures_are_the_designs() -> None:
    mains = [f.id for area in RECORD.areas for f in area.figures if f.main]
    assert mains == [
        "startup_jobs", "jobs", "migrants", "veterans", "found_jobs", "farmers", "poverty_rate",
    ]  # fmt: skip
    shown = [f.id for f in RECORD.figures().values() if f.overview]
    assert shown == ["jobs", "migrants", "veterans", "farmers", "poverty_rate"]
    assert [area.id for area in RECORD.areas if area.lead] == ["poverty"]


def test_every_text_has_both_languages() -> None:
    for area in RECORD.areas:
        for text in (area.title, area.short, area.message, *area.do_not_say):
            assert text is not None and set(text.by_language) == {"en", "zh"}
        for figure in area.figures:
            assert set(figure.label.by_language) == {"en", "zh"}


# The traps of the text


def _area(id_: str, record: Record = RECORD) -> str:
    return _said(next(area for area in record.areas if area.id == id_))


def test_jobs_were_provided_never_filled_created_or_hired() -> None:
    area = next(area for area in RECORD.areas if area.id == "job-matching")
    for text in (area.message, area.sentence, *(f.label for f in area.figures)):
        assert not re.search("filled|created|hired", _said(text))
    assert "never say filled, created or hired" in _said(area.do_not_say)


def test_jobs_and_job_seekers_share_no_scale() -> None:
    compared = [area.compare.figures for area in RECORD.areas if area.compare]
    assert compared == [("veterans", "rehab")]
    assert _figure("jobs").unit != _figure("seekers").unit


def test_the_subsidies_are_not_per_migrant_worker() -> None:
    figure = _figure("subsidies")
    assert figure.part_of is None and figure.rate_of is None
    assert figure.label.in_language("en") == (
        "in subsidies for those who returned to work in Guiyang"
    )
    assert "no amount per person" in _area("migrant-workers")


def test_students_are_no_start_ups() -> None:
    counts = _figure("students").counts
    assert counts is not None
    assert counts.in_language("en") == {"other": "college students"}
    assert "not a number of start-ups" in _area("startups")


def test_nothing_is_added_up() -> None:
    sums = {2590 + 335800, 1211 + 1444, 22246 - 20424, 4828 + 28055}
    assert not sums & {figure.value for figure in RECORD.figures().values()}
    assert "never add the two" in _area("startups")
    assert "never add them" in _area("families")


def test_bounds_are_bounds_and_give_no_rate() -> None:
    assert {_figure("farmers").qualifier, _figure("trained").qualifier} <= BOUNDS
    assert [f.id for f in RECORD.figures().values() if f.kind == "rate"] == ["poverty_rate"]
    assert "no share and no percentage" in _area("farmers")


def test_the_workforce_is_an_estimate_for_guian_and_guiyang() -> None:
    figure = _figure("workforce")
    assert figure.qualifier == "estimated"
    assert figure.scope is not None
    assert figure.scope.in_language("en") == "in Guian and Guiyang"
    assert figure.scope.in_language("zh") == "贵安、贵阳"


def test_no_figure_is_called_a_result_of_2020() -> None:
    assert not re.search("2020|calendar year(?<!one calendar year)", _said(RECORD))


def test_the_remainder_stands_nowhere() -> None:
    assert not re.search("1,?822", SAMPLE.read_text(encoding="utf-8"))


def test_the_chinese_reading_of_rehabilitation_workers_is_marked_as_one() -> None:
    assert "one reading, to be confirmed by the office" in _area("veterans")


def test_the_award_is_context_only() -> None:
    context = RECORD.context
    assert context is not None and "COVID-19" in _said(context)
    for area in RECORD.areas:
        for text in (area.message, area.sentence, *(figure.label for figure in area.figures)):
            assert "award" not in _said(text) and "COVID" not in _said(text)


def test_labels_keep_the_words_of_the_source() -> None:
    assert "found work" not in _said([figure.label for figure in _poverty()])
    assert "employed or started businesses" in _said(_figure("employed").label)
    assert "wording for titles only" in _area("poverty")


def _poverty() -> tuple[Figure, ...]:
    return next(area.figures for area in RECORD.areas if area.id == "poverty")


def test_no_file_is_named_that_does_not_ship() -> None:
    assert all(source.file is None for source in RECORD.sources.values())
    assert not list(Path(SAMPLE).parent.glob("*.txt"))


def test_the_header_teaches_the_whole_format() -> None:
    from bureau_brief.reading.shapes import fields_of
    from bureau_brief.record import Area

    text = SAMPLE.read_text(encoding="utf-8")
    for cls in (Record, Area, Figure):
        for name in fields_of(cls):
            assert f"{name}:" in text, name
    assert text.startswith("# The sample")
