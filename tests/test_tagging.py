"""A finished page is heard in the plan's words and order; and each rule has been seen to fail."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from reportlab.pdfgen.canvas import Canvas

from bureau_brief.brief import Brief
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.page.values import Graphic, Page, TextBox
from bureau_brief.outputs.tagging import Tags, tongues
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests.checks import oracles
from tests.checks.page_tags import tagged, tags_say_what_the_page_says

DATA = Path(__file__).parent / "data"


class Made(NamedTuple):
    """A finished page, and what it was made from."""

    pdf: bytes
    page: Page
    brief: Brief


def made(path: Path, size: str = "a4", language: str = "") -> Made:
    record, _ = read(path, (language,) if language else ())
    brief = resolve(record, language or record.languages[0], None)
    page = OUTPUTS["pdf"].plan(brief, Options(page=size))  # type: ignore[arg-type]
    return Made(OUTPUTS["pdf"].draw(page), page, brief)


FILES = [SAMPLE, DATA / "small.yaml", DATA / "full.yaml"]


@pytest.fixture(
    params=[(path, size) for path in FILES for size in ("a4", "letter")],
    ids=lambda p: f"{p[0].stem}-{p[1]}",
    scope="module",
)
def page(request: pytest.FixtureRequest) -> Iterator[Made]:
    yield made(*request.param)


@pytest.fixture(scope="module")
def sample() -> Made:
    return made(SAMPLE)


def test_the_tags_say_what_the_page_says(page: Made) -> None:
    assert tags_say_what_the_page_says(*page) == []


def test_it_is_accessible_and_archival(page: Made) -> None:
    assert oracles.page_validation_faults(page.pdf) == []


def test_its_syntax_is_sound(page: Made) -> None:
    assert oracles.qpdf_faults(page.pdf) == []


def test_a_screen_reader_hears_the_plan_word_for_word(page: Made) -> None:
    wanted = " ".join(_said(box) for box in page.page.text_boxes())
    assert oracles.spoken(page.pdf) == " ".join(wanted.split())


def test_who_copies_the_text_gets_the_same_words_unglued(page: Made) -> None:
    wanted = [word for box in page.page.text_boxes() for word in _said(box).split()]
    assert oracles.copied(page.pdf) == wanted


def _said(box: TextBox) -> str:
    return "".join(line.line.text for line in box.lines).replace("\u00a0", " ")


def test_every_chart_is_a_figure_with_its_words(sample: Made) -> None:
    found = tagged(sample.pdf)
    figures = [element for element in found.elements() if element.role == "Figure"]
    charts = [i for i in sample.page.items if isinstance(i, Graphic) and i.scale]
    assert len(figures) == len(charts) == 2
    assert "91.8%" in str(figures[0].node.Alt)


def test_the_words_of_an_arrow_are_heard_once(sample: Made) -> None:
    assert oracles.spoken(sample.pdf).count("led directly to") == 1
    found = tagged(sample.pdf)
    alts = [e.node.Alt for e in found.elements() if "/Alt" in e.node]
    assert not [alt for alt in alts if "led directly to" in str(alt)]


def _spans(pdf: bytes) -> list[tuple[str, str]]:
    """Language and text of what is tagged as being in another language."""
    found = tagged(pdf)
    spans = [element for element in found.elements() if element.role == "Span"]
    return [(str(span.node.Lang), found.text(span)) for span in spans]


def test_words_of_another_language_say_so_on_a_chinese_page() -> None:
    one = made(SAMPLE, language="zh")
    spans = _spans(one.pdf)
    assert {language for language, _ in spans} == {"en-US"}
    said = " ".join(text for _, text in spans)
    assert "Guiyang bureau wins provincial award for its contributions" in said
    assert "Guiyang China" in said
    assert tags_say_what_the_page_says(*one) == []
    assert oracles.page_validation_faults(one.pdf) == []


def test_a_screen_reader_hears_all_of_a_chinese_page() -> None:
    one = made(SAMPLE, language="zh")
    wanted = "".join(_said(box) for box in one.page.text_boxes())
    assert "".join(oracles.spoken(one.pdf).split()) == "".join(wanted.split())


def test_an_english_page_has_one_language(sample: Made) -> None:
    assert _spans(sample.pdf) == []


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("《Annual report》，2021年", ["Annual report"]),
        ("抗击COVID-19疫情", []),
        ("由guiyang.yaml生成", ["guiyang.yaml"]),
        ("约30.5万美元，GDP增长6 km", []),
        ("Guiyang China", ["Guiyang China"]),
        ("贵阳", []),
        ("", []),
    ],
)
def test_words_are_told_from_abbreviations(text: str, foreign: list[str]) -> None:
    pieces = list(tongues(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, other in pieces if other] == foreign


def test_a_mark_inside_a_mark_is_refused() -> None:
    tags = Tags(Canvas(io.BytesIO()))
    with tags.element("P"), pytest.raises(RuntimeError, match="inside"), tags.artifact():
        pass


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_source_with_an_address_is_a_link_that_is_tagged(language: str, tmp_path: Path) -> None:
    address = "https://example.org/results?id=(7)"
    text = SAMPLE.read_text(encoding="utf-8")
    text = text.replace(
        "    short: Guiyang China\n", f"    short: Guiyang China\n    url: {address}\n"
    )
    path = tmp_path / "linked.yaml"
    path.write_text(text, encoding="utf-8")
    one = made(path, language=language)
    assert tags_say_what_the_page_says(*one) == []
    assert oracles.page_validation_faults(one.pdf) == []
    found = tagged(one.pdf)
    (link,) = (element for element in found.elements() if element.role == "Link")
    assert "Guiyang bureau wins" in found.text(link)
    (annotation,) = link.annotations
    assert str(annotation.A.URI) == address
    assert "Guiyang bureau wins" in str(annotation.Contents)


def test_a_page_without_an_address_has_no_link(sample: Made) -> None:
    assert not [element for element in tagged(sample.pdf).elements() if element.role == "Link"]
