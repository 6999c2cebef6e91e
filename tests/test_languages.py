"""Every language is whole, and a language is data: Chinese and French need no Python."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from bureau_brief import brief
from bureau_brief.brief import Text
from bureau_brief.building import build
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.places import texts
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.record import Converted, Earlier, Figure, Noun, SharedText, Unit
from bureau_brief.record import Text as Words
from bureau_brief.resolving import resolve
from bureau_brief.resolving.signing import sign_off
from bureau_brief.resources import SAMPLE, TEMPLATES
from bureau_brief.wording import Wording, joined, wording
from bureau_brief.wording.files import SUFFIX
from bureau_brief.wording.sentences import SAYINGS, SENTENCES
from bureau_brief.wording.templates import compiled
from bureau_brief.wording.words import TABLES
from tests.deck_data import many, written

LANGUAGES = sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_sentence_and_no_other_file(language: str) -> None:
    names = {path.name for path in (TEMPLATES / language).iterdir()}
    assert names == {"words.toml", *(key + SUFFIX for key in SENTENCES)}


MAY_BE_EMPTY = (
    "document", "date", "scope", "exceptions", "short", "publisher", "kind", "contact", "change",
    "stated", "source", "at", "check", "qualifiers", "conversions", "computed", "sourced",
    "repeated", "estimated_total", "file",
)  # fmt: skip
OFFERED = {("change", "period"), ("closing_source", "date")}
PLURALS = ("form", "results_form", "areas_form")
"""Values that a sentence may use although not every language does: Chinese has no plurals."""


@pytest.mark.parametrize("key", SENTENCES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_renders_every_sentence_with_and_without_its_values(
    language: str, key: str
) -> None:
    full = {name: f"<{name}>" for name in SENTENCES[key]}
    least = {name: "" if name in MAY_BE_EMPTY else text for name, text in full.items()}
    for values in (full, least):
        text = wording(language).sentence(key, **values)
        assert "\n" not in text
        assert "  " not in text.replace("\u00a0", " ") or key == "type_date"
        assert not re.search(r"[.。]{2}|\(\)| [,.;:]|^[,.;]|[,;:]$", text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_uses_the_values_that_it_is_given(language: str) -> None:
    for key, names in SENTENCES.items():
        source = (TEMPLATES / language / (key + SUFFIX)).read_text(encoding="utf-8")
        unused = {name for name in names if not re.search(rf"\b{name}\b", source)}
        assert {(key, name) for name in unused if name not in PLURALS} <= OFFERED


@pytest.mark.parametrize("key", SAYINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_saying_holds_the_blanks_that_the_layout_fills(language: str, key: str) -> None:
    values = dict.fromkeys(SENTENCES[key], "x")
    said = wording(language).saying(key, **values).fill(**dict.fromkeys(SAYINGS[key], 4))
    assert "4" in str(said)
    assert "{" not in str(said)


def test_a_language_that_is_not_there_is_a_problem() -> None:
    for language in ("xx", "../en", "en/../../etc", ""):
        with pytest.raises(Problems) as caught:
            wording(language)
        assert [p.code for p in caught.value.problems] == ["BB201"]


def test_the_table_of_words_is_the_one_of_the_english_file() -> None:
    text = (TEMPLATES / "en" / "words.toml").read_text(encoding="utf-8")
    assert re.findall(r"^\[(\w+)\]", text, re.MULTILINE) == list(TABLES)


def test_the_readme_lists_every_sentence_with_its_values() -> None:
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8").split("## Which file")[1]
    rows = re.findall(r"^\| `(\w+)` \| .+? \| (.*) \|$", text, re.MULTILINE)
    listed = {}
    for key, cell in rows:
        values = re.sub(r"\([^()]*\)", "", cell)  # what a value may be stands in brackets
        listed[key] = tuple(re.findall(r"`(\{?\w+\}?)`", values))
    blanks = {key: tuple(f"{{{name}}}" for name in SAYINGS.get(key, ())) for key in SENTENCES}
    assert listed == {key: (*SENTENCES[key], *blanks[key]) for key in SENTENCES}


def test_the_example_of_the_readme_is_a_template(tmp_path: Path) -> None:
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    example = re.search(r"^Press office: .*$", text, re.MULTILINE)
    assert example
    (tmp_path / "en").mkdir()
    path = tmp_path / "en" / f"page_contact{SUFFIX}"
    path.write_text(example.group(0), encoding="utf-8")
    assert compiled(path, SENTENCES["page_contact"])({"contact": ""}) == (
        "Press office: please call the bureau."
    )


@pytest.fixture
def chinese() -> Wording:
    return wording("zh")


def amount(said: Wording, value: str, unit: str = "", qualifier: str = "exact") -> Text:
    measure = Unit({"zh": {"other": unit}}) if unit and not unit.isascii() else None
    return Text(
        said.amount(Decimal(value), measure or (Unit({}, unit) if unit else None), qualifier)
    )


CHINESE = [
    ("1200", "名", "exact", "大学生", "1200名大学生", "", "1200", "名"),
    ("2590", "个", "exact", "就业岗位", "2590个就业岗位", "", "2590", "个"),
    ("162", "场", "exact", "招聘会", "162场招聘会", "", "162", "场"),
    ("6724", "家", "exact", "用人单位", "6724家用人单位", "", "6724", "家"),
    ("335800", "个", "exact", "岗位", "33.58万个岗位", "", "33.58", "万个"),
    ("200000", "名", "over", "求职者", "20余万名求职者", "", "20", "余万名"),
    ("20000", "名", "exact", "农民工", "2万名农民工", "", "2", "万名"),
    ("4828", "名", "exact", "戒毒康复人员", "4828名戒毒康复人员", "", "4828", "名"),
    ("28055", "名", "exact", "退役军人", "28055名退役军人", "", "28055", "名"),
    ("4340", "户", "exact", "家庭", "4340户家庭", "", "4340", "户"),
    ("1211", "名", "exact", "就业困难人员", "1211名就业困难人员", "", "1211", "名"),
    ("1444", "人", "exact", "", "1444人", "", "1444", "人"),
    ("20424", "名", "exact", "", "20424名", "", "20424", "名"),
    ("1000000", "名", "nearly", "农民", "近100万名农民", "近", "100", "万名"),
    ("65000", "名", "more_than", "农民", "6.5万余名农民", "", "6.5", "万余名"),
    ("22246", "名", "estimated", "贫困劳动力", "估计22246名贫困劳动力", "估计", "22246", "名"),
    ("91.8", "percent", "exact", "", "91.8%", "", "91.8%", ""),
    ("90", "percent", "over", "", "超过90%", "超过", "90%", ""),
    ("3.5", "公里", "over", "", "超过3.5公里", "超过", "3.5", "公里"),
    ("3500", "人", "over", "", "3500余人", "", "3500", "余人"),
    ("1980000", "CNY", "exact", "", "198万元", "", "198", "万元"),
    ("120000000", "CNY", "about", "", "约1.2亿元", "约", "1.2", "亿元"),
    ("2.6", "points", "exact", "", "2.6个百分点", "", "2.6", "个百分点"),
    ("-20000", "CNY", "exact", "", "−2万元", "", "−2", "万元"),
    ("32110", "万元", "exact", "", "32110万元", "", "32110", "万元"),  # never 3.211万万元
]


@pytest.mark.parametrize("row", CHINESE, ids=lambda row: row[4])
def test_chinese_numbers_are_data(chinese: Wording, row: tuple[str, ...]) -> None:
    value, unit, qualifier, noun, text, before, number, after = row
    said = amount(chinese, value, unit, qualifier)
    assert chinese.in_text(str(said), noun) == text
    assert [said.part(kind) for kind in ("qualifier", "number", "unit")] == [before, number, after]


@pytest.mark.parametrize(
    ("value", "before", "unit_", "period", "text"),
    [
        ("335800", "310000", "个", "2019年", "较2019年的31万个上升（+8.3%）"),
        ("335800", "310000", "个", "上年同期", "同比上升（上年同期31万个，+8.3%）"),
        ("12", "18", "天", "上月", "环比下降（上月18天，−33.3%）"),
        ("12", "18", "天", "", "较此前的18天下降（−33.3%）"),
        ("310000", "310000", "个", "2019年", "与2019年持平"),
        ("310000", "310000", "个", "去年同期", "同比持平"),
        ("310000", "310000", "个", "上季度", "环比持平"),
        ("91.8", "89.2", "percent", "去年同期", "同比上升（去年同期89.2%，+2.6个百分点）"),
        ("88.2", "89.2", "percent", "2019年", "较2019年的89.2%下降（−1个百分点）"),
    ],
)
def test_a_change_in_chinese_names_what_it_is_compared_with(
    chinese: Wording, value: str, before: str, unit_: str, period: str, text: str
) -> None:
    unit = Unit({}, unit_) if unit_.isascii() else Unit({"zh": {"other": unit_}})
    earlier = Earlier(SharedText({"*": period}), Decimal(before))
    figure = Figure("f", Words({}), Decimal(value), unit=unit, previous=earlier)
    said = chinese.change(figure, earlier, period)
    assert said.replace("1.0", "1") == text
    assert not (unit_ == "percent" and re.search(r"[+−][\d.]+%", said))


def test_chinese_conversions_and_dates_are_data(chinese: Wording) -> None:
    converted = chinese.conversion(Converted(Decimal(305000), Unit({}, "USD")))
    assert chinese.in_text("198万元", "", converted) == "198万元（约合30.5万美元）"
    assert chinese.date(read(SAMPLE)[0].published) == "2021年1月13日"
    assert chinese.listed(["甲", "乙", "丙"]) == "甲、乙和丙"


def test_the_sample_resolves_in_chinese_without_a_word_of_english() -> None:
    record = read(SAMPLE, ["zh"])[0]
    said = resolve(record, "zh")
    areas = {area.id: area for area in said.areas}
    assert str(said.headline) == "提供33.58万个岗位，贫困劳动力就业率达91.8%"
    assert str(areas["startups"].message) == "帮助1200名大学生创业，直接创造2590个就业岗位"
    subsidies = said.figures()["subsidies"]
    assert (
        str(subsidies.phrase).replace("\u200b", "")
        == "198万元（约合30.5万美元）补贴返回贵阳就业人员"
    )
    rate = areas["poverty"].rate
    assert rate is not None
    assert str(rate.whole_page) == "目前贫困劳动力估计22246名"  # the sentence names the place
    assert str(rate.whole_band) == "贵安、贵阳贫困劳动力估计22246名"
    assert str(said.marker.fill(i=2, n=7)) == "第2项，共7项"
    assert str(said.overview.kicker if said.overview else "") == "概览：七个领域，五项成效"
    assert str(said.closing.title) == "全部19项数据来自2021年1月13日的一篇报道"
    assert str(said.footer.notes[1]).startswith("除农民培训（三年计划）和就业扶贫（目前）外，")
    allowed = (
        "Guiyang China|Guiyang bureau wins provincial award for its contributions|guiyang.yaml"
    )
    for text in brief.texts(said):
        words = re.sub(rf"“[^”]*”|{allowed}", "x", str(text))
        assert not re.search(r"[A-Za-z]{2,}|\u00a0", words), words
        assert not re.search(r"[。，；]{2}", words), words


def test_french_numbers_are_data() -> None:
    french = wording("fr")
    jobs = Noun({"fr": {"one": "emploi", "many": "d’emplois", "other": "emplois"}})

    def said(value: str) -> str:
        return french.in_text(str(amount(french, value)), french.noun(jobs, Decimal(value)))

    assert said("335800") == "335\u202f800\u00a0emplois"
    assert said("1") == "1\u00a0emploi"
    assert said("1000000") == "1\u00a0million\u00a0d’emplois"
    assert said("2500000") == "2,5\u00a0millions\u00a0d’emplois"
    assert str(amount(french, "91.8", "percent", "more_than")) == "plus de\u00a091,8\u202f%"
    assert str(amount(french, "1980000", "CNY")) == "1,98\u00a0million\u00a0de yuans"
    assert french.date(read(SAMPLE)[0].published) == "13\u00a0janvier 2021"


def test_indian_english_groups_by_lakh_and_crore(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.toml").write_text(
        'locale = "en-IN"\n[numbers]\npattern = "#,##,##0"\n'
        'largest_first = [{ power = 5, other = "lakh" }, { power = 7, other = "crore" }]\n',
        encoding="utf-8",
    )
    indian = wording("en", tmp_path)
    assert str(amount(indian, "12345678")) == "1,23,45,678"
    assert str(amount(indian, "150000")) == "1.5\u00a0lakh"
    assert str(amount(indian, "25000000")) == "2.5\u00a0crore"


def test_a_qualifier_may_stand_behind_the_unit(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.toml").write_text(
        '[qualifiers]\nover = { after = "or more" }\n', encoding="utf-8"
    )
    said = amount(wording("en", tmp_path), "2000000", "CNY", "over")
    assert str(said) == "2\u00a0million\u00a0yuan\u00a0or more"
    assert said.part("qualifier") == "or more"
    assert joined(said.parts) == str(said)


FRENCH = Path(__file__).parent / "data" / "guiyang-fr.yaml"


def test_the_sample_in_french_needs_no_python_and_leaks_no_other_language() -> None:
    said = resolve(read(FRENCH)[0], "fr")
    figures = said.figures()
    assert str(said.headline).startswith("335\u202f800\u00a0emplois proposés\u202f; 91,8\u202f%")
    assert str(figures["farmers"].number) == "près de\u00a01\u00a0million"
    assert str(figures["subsidies"].phrase).startswith(
        "1,98\u00a0million\u00a0de yuans\u00a0(305\u202f000\u00a0dollars)"
    )
    assert str(said.type_date).endswith("13\u00a0janvier 2021")
    quoted = r"«[^»]*»|Guiyang China|guiyang-fr.yaml"
    english = r"\b(the|of|and|with|from|people|jobs|shown|area|source’s|percent)\b"
    for text in brief.texts(said):
        own = re.sub(quoted, "", str(text))
        assert not re.search(english, own), own
        assert not re.search(r"[\u4e00-\u9fff]", own), own
        assert not re.search(r"[a-zé](?<!\u202f)[;!?]", own), own  # a space stands before these


def test_the_sample_in_french_makes_a_page_and_a_deck() -> None:
    files = build(FRENCH).files
    assert sorted(files) == ["guiyang-fr-fr.pdf", "guiyang-fr-fr.pptx"]


def test_a_german_edition_needs_only_a_folder(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES / "en", tmp_path / "de")
    words = tmp_path / "de" / "words.toml"
    text = words.read_text(encoding="utf-8").replace('locale = "en-GB"', 'locale = "de-DE"')
    words.write_text(
        text.replace('other = "million"', 'one = "Million", other = "Millionen"'), "utf-8"
    )
    german = wording("de", tmp_path)
    assert str(amount(german, "335800")) == "335.800"
    assert str(amount(german, "1980000")) == "1,98\u00a0Millionen"
    assert german.date(read(SAMPLE)[0].published) == "13.\u00a0Januar 2021"


@pytest.mark.parametrize("name", ["就业成果", "📊 results ١٢"])
def test_a_file_name_that_the_fonts_lack_is_not_printed(name: str, tmp_path: Path) -> None:
    sample = tmp_path / f"{name}.yaml"
    sample.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    index = written(many(24, 6), tmp_path, name)
    for data, said in (
        (sample, "19 of 19 figures shown."),
        (index, "of them stand in the data file"),
    ):
        brief = resolve(read(data)[0], "en")
        page = OUTPUTS["pdf"].plan(brief, Options())
        printed = " ".join(str(text) for _where, text in texts(page))
        assert said in printed and name not in printed
    subtitle = sign_off(read(sample)[0], "en").subtitle
    assert name in str(subtitle) and name not in str(subtitle.shorter)


def test_a_file_name_is_printed_where_the_fonts_have_it(tmp_path: Path) -> None:
    data = tmp_path / "就业成果.yaml"
    data.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    page = OUTPUTS["pdf"].plan(resolve(read(data)[0], "zh"), Options())
    assert "就业成果.yaml" in " ".join(str(text) for _where, text in texts(page))
