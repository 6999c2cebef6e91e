"""The Chinese edition: how its lines break, on finished pages of the sample and of invented files.

Slides are asked what only Chinese has: languages, fonts, widths.
"""

import io
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from bureau_brief.breaking import loose, places, unhinted
from bureau_brief.building import build
from bureau_brief.fitting import Face, Line, Run, break_lines
from bureau_brief.outputs.deck.frame import clauses
from bureau_brief.outputs.page import plan
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import FONTS, SAMPLE
from bureau_brief.theme import theme
from tests.checks.chinese import faults, line_faults, paragraphs
from tests.checks.deck import Finished
from tests.checks.deck_render import (
    Rendered,
    d1_a_page_for_every_slide,
    d14_text_stays_in_its_shape,
    d15_titles_take_two_lines,
)
from tests.checks.oracles import page_validation_faults, qpdf_faults
from tests.checks.tools import slides_as_pdf
from tests.generated import Size, sweep, written
from tests.generated_chinese import chinese_file

NOTO = Face(FONTS / "NotoSansSC-Regular.ttf")
SLIDE = Face(FONTS / "Arimo-Regular.ttf", kerning=False, han=True)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(build(SAMPLE, languages=["zh"]).files)


# Where lines may break


def pieces(text: str) -> str:
    """The text with a bar wherever a line may break."""
    edges = [0, *places(text), len(text)]
    return "|".join(text[a:b] for a, b in pairwise(edges))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("plain words stay whole", "plain |words |stay |whole"),
        ("1,200\u00a0people", "1,200\u00a0people"),
        ("提供33.58万个岗位给求职者", "提|供|33.58万个|岗|位|给|求职者"),
        ("20余万名求职者应聘", "20余万名|求|职|者应聘"),
        ("近100万名农民受益", "近100万名|农|民受益"),
        ("6.5万余名农民受益", "6.5万余名|农|民受益"),
        ("估计22246名劳动力", "估计22246名|劳动力"),
        ("2021年1月13日更新数据", "2021年1月13日|更|新数据"),
        ("198万元（约合30.5万美元）补贴人员", "198万元|（约合30.5万美元）|补|贴人员"),
        (
            "达91.8%，上升2.6个百分点的地方",
            "达|91.8%，|上|升|2.6个百分点|的地方",
        ),
        (
            "抗击COVID-19疫情的先进集体",
            "抗|击|COVID-19|疫|情|的|先|进集体",
        ),
        (
            "Guiyang bureau局获奖情况",
            "Guiyang |bureau|局|获|奖情况",
        ),
        (
            "面积3.5㎡气温25℃的房间里",
            "面|积|3.5㎡|气|温|25℃|的|房间里",
        ),
        (
            "甲、乙和丙（丁）“戊”等",
            "甲、|乙|和|丙|（丁）“戊”等",
        ),
    ],
)
def test_lines_break_only_where_the_rules_allow(text: str, cut: str) -> None:
    assert pieces(text) == cut


def test_slides_break_only_where_libreoffice_breaks_too() -> None:
    text = "窗口，O2O，App（试行）帮助"
    assert set(places(text, slides=True)) < set(places(text))
    at = {text.index("O2O"), text.index("App"), text.index("（")}
    assert at <= set(places(text)) and not at & set(places(text, slides=True))


def test_hints_win_in_their_phrase_and_only_there() -> None:
    cut = pieces("农民工\u200b返回江苏、浙江务工就业")
    assert cut == "农民工\u200b|返回江苏、|浙|江|务|工就业"
    assert len(loose("农民工\u200b返回江苏")) > len(places("农民工\u200b返回江苏"))


def lines(text: str, width: float, face: Face = NOTO, **options: float) -> Sequence[Line]:
    return break_lines([Run(text, face, 10)], width, **options)  # type: ignore[arg-type]


def test_a_last_line_has_three_han() -> None:
    for count in range(5, 24):
        set_ = lines("就业创业补贴培训" * 3, count * 10 + 1)
        assert len(set_[-1].text) >= 3 or len(set_) == 1, count


def test_punctuation_at_a_lines_end_takes_half_its_width() -> None:
    (first, second) = lines("就业创业，补贴培训", 45)
    assert (first.text, first.width) == ("就业创业，", 45)
    assert second.text == "补贴培训"


def test_a_bracket_at_a_lines_start_stands_on_the_margin() -> None:
    line = lines("（试行）办法", 100)[0]
    assert line.inset == 5
    assert line.width == 55


def test_signs_beside_each_other_share_their_blank() -> None:
    assert NOTO.width("》，《", 10) == 20
    assert NOTO.width("、甲、乙", 10) == 40


def test_an_apostrophe_in_a_latin_word_is_narrow() -> None:
    assert NOTO.width("People’s", 10) < NOTO.width("Peoples", 10) + 3


def test_slides_count_a_gap_between_han_and_latin() -> None:
    latin = Face(FONTS / "Arimo-Regular.ttf", kerning=False).width("91.8", 10)
    assert SLIDE.width("达91.8的", 10) == pytest.approx(20 + latin + 5)
    one, other = Run("91.8", SLIDE, 40), Run("名", SLIDE, 20)
    assert Line((one, other)).width == pytest.approx(4 * latin + 20 + 10)
    assert SLIDE.missing("𬱖齄“”℃㎡①→−") == ""
    assert SLIDE.width("℃", 10) == 10


# Finished pages


def test_the_page_of_the_sample_breaks_by_the_rules(files: dict[str, bytes]) -> None:
    assert faults(files["guiyang-zh.pdf"]) == []


def test_the_page_of_the_sample_is_small_and_valid(files: dict[str, bytes]) -> None:
    page = files["guiyang-zh.pdf"]
    assert len(page) <= 250_000
    assert page_validation_faults(page) == []
    assert qpdf_faults(page) == []


def test_a_page_gives_its_texts_back(files: dict[str, bytes]) -> None:
    brief = resolve(read(SAMPLE, ["zh"])[0], "zh")
    assert_same_texts(files["guiyang-zh.pdf"], brief_page(brief))


def test_the_two_editions_of_a_page_share_no_font_state() -> None:
    first = build(SAMPLE, languages=["en", "zh"], outputs=["pdf"]).files
    again = build(SAMPLE, languages=["zh", "en"], outputs=["pdf"]).files
    assert first == again


@pytest.mark.parametrize(
    ("lines_", "fault"),
    [
        (["就业创业", "，补贴培训"], "starts with ，"),
        (["就业（", "补贴）培训"], "ends with （"),
        (["提供33.58", "万个岗位就业"], "splits 33.58万个"),
        (["提供33.58万", "个岗位就业"], "splits 33.58万个"),
        (["2021年1月", "13日发布公告"], "splits 2021年1月13日"),
        (["补贴（约合30.5", "万美元）发放"], "splits （约合30.5万美元）"),
        (["Gui", "yang就业创业"], "splits a word"),
        (["就业创业补贴", "培训"], "fewer than three Han"),
    ],
)
def test_the_check_sees_a_fault(lines_: list[str], fault: str) -> None:
    assert any(fault in found for found in line_faults(lines_))


def brief_page(brief: object) -> object:
    return plan(brief, "a4", theme())  # type: ignore[arg-type]


def assert_same_texts(pdf: bytes, page: object) -> None:
    """Paragraph by paragraph, the file gives back what the plan holds, inside its box."""
    boxes, found = page.text_boxes(), paragraphs(pdf)  # type: ignore[attr-defined]
    assert len(found) == len(boxes)
    for box, paragraph in zip(boxes, found, strict=True):
        said = "".join(re.sub(r"\s", "", unhinted(str(text))) for text in box.texts)
        assert re.sub(r"\s", "", "".join(paragraph.lines)) == said
        ink = [c for c in paragraph.characters if c["text"].strip()]
        assert min(c["x0"] for c in ink) >= box.box.x0 - ink[0]["size"] / 2 - 0.1
        assert max(c["x0"] for c in ink) <= box.box.x1


def check(path: Path) -> bool:
    """Whether the file at `path` makes a page; if so, that it is right."""
    record, _ = read(path)
    brief = resolve(record, "zh")
    try:
        page = brief_page(brief)
    except Problems:
        return False
    pdf = build(path, outputs=["pdf"]).files[f"{path.stem}-zh.pdf"]
    assert faults(pdf) == []
    assert_same_texts(pdf, page)
    return True


def test_invented_files_of_all_sizes_make_right_pages(tmp_path: Path) -> None:
    sizes = [Size(1, 1), Size(1, 4), Size(2, 3), Size(7, 19), Size(18, 54, "short")]
    made = [check(written(tmp_path, chinese_file(seed, size))) for seed, size in enumerate(sizes)]
    assert made.count(True) >= 4


@pytest.mark.slow
def test_two_hundred_invented_files_make_right_pages(tmp_path: Path) -> None:
    made = 0
    for seed, size in sweep(600):
        made += check(written(tmp_path, chinese_file(seed, size._replace(length="short"))))
        if made >= 200:
            break
    assert made >= 200


def test_a_character_that_no_font_has_is_named(tmp_path: Path) -> None:
    data = chinese_file(3, Size(2, 3))
    data["areas"][0]["title"] = "𰻝𰻝面"
    with pytest.raises(Problems) as caught:
        build(written(tmp_path, data), outputs=["pdf"])
    found = [p for p in caught.value.problems if p.code == "BB303"]
    assert found
    assert found[0].where.path == "areas[0].title"
    assert "U+30EDD" in f"{found[0].expected} {found[0].found}"


def test_a_rare_name_is_drawn(tmp_path: Path) -> None:
    data = chinese_file(3, Size(2, 3))
    data["areas"][0]["title"] = "䶮𬱖㑇"
    pdf = build(written(tmp_path, data), outputs=["pdf"]).files["results-zh.pdf"]
    assert any("䶮𬱖㑇" in "".join(one.lines) for one in paragraphs(pdf))


# Slides


def parts(deck: bytes) -> dict[str, etree._Element]:
    with ZipFile(io.BytesIO(deck)) as package:
        names = [name for name in package.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(package.read(name)) for name in names}


def test_every_run_says_its_language_and_that_of_foreign_words(files: dict[str, bytes]) -> None:
    for name, root in parts(files["guiyang-zh.pptx"]).items():
        if not re.match(r"ppt/(slides|notesSlides|charts)/", name):
            continue
        runs = [*root.iter(f"{A}rPr"), *root.iter(f"{A}endParaRPr")]
        assert runs
        assert {(run.get("lang"), run.get("altLang")) for run in runs} == {("zh-CN", "en-US")}, name
        assert not list(root.iter(f"{A}ea", f"{A}latin"))


def test_slides_take_han_from_the_themes_east_asian_font(files: dict[str, bytes]) -> None:
    root = parts(files["guiyang-zh.pptx"])["ppt/theme/theme1.xml"]
    assert {one.get("typeface") for one in root.iter(f"{A}ea")} == {"Microsoft YaHei"}


def test_no_break_hint_is_left_on_a_slide(files: dict[str, bytes]) -> None:
    with ZipFile(io.BytesIO(files["guiyang-zh.pptx"])) as package:
        for name in package.namelist():
            if name.startswith("ppt/"):
                assert "\u200b".encode() not in package.read(name), name


def test_slides_render_inside_their_boxes(files: dict[str, bytes], tmp_path: Path) -> None:
    deck = Finished(files["guiyang-zh.pptx"], read(SAMPLE, ["zh"])[0])
    shown = Rendered(deck, slides_as_pdf(deck.data, tmp_path))
    assert d1_a_page_for_every_slide(shown) == []
    assert d14_text_stays_in_its_shape(shown) == []
    assert d15_titles_take_two_lines(shown) == []


def test_a_cover_gives_no_line_to_two_han() -> None:
    assert clauses("近9元签订，劳动力全市农民工；贵安") == ["近9元签订，", "劳动力全市农民工；贵安"]
    assert clauses("One thing; another thing") == ["One thing; ", "another thing"]
