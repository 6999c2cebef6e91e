"""Faults that no validator sees: none in our decks, and each is found where it is seeded."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData

from bureau_brief import build
from tests import deck_data
from tests.checks import deck_package, oracles
from tests.checks.deck_package import Package

DATA = {
    "every form": deck_data.every_form(),
    "18 areas, 108 figures": deck_data.many(18, 6),
    "a line": deck_data.long_series(),
}


@pytest.fixture(scope="module", params=["the sample", *DATA])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if request.param == "the sample":
        return build(outputs=["pptx"]).files["guiyang-en.pptx"]
    return every(tmp_path_factory.mktemp("data"), request.param)


def every(folder: Path, name: str = "every form") -> bytes:
    path = deck_data.written(DATA[name], folder)
    return build(path, outputs=["pptx"]).files["county-en.pptx"]


@pytest.mark.parametrize("name", deck_package.CHECKS)
def test_the_fault_is_not_there(data: bytes, name: str) -> None:
    assert list(deck_package.CHECKS[name](Package(data))) == []


@pytest.mark.parametrize(("language", "most"), [("en", 55_000), ("zh", 57_000)])
def test_the_sample_is_small(language: str, most: int) -> None:
    (deck,) = build(outputs=["pptx"], languages=[language]).files.values()
    assert len(deck) <= most


def test_the_open_xml_sdk_finds_nothing(data: bytes) -> None:
    assert oracles.sdk_faults(data) == []


def test_openxml_audit_finds_nothing(data: bytes) -> None:
    assert oracles.audit_faults(data) == []


Change = Callable[[dict[str, bytes]], None]


def _replaced(part: str, old: str, new: str) -> Change:
    """A change of the first place in the first part of that name that holds it."""

    def change(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if re.fullmatch(part, name) and re.search(old.encode(), content):
                parts[name] = re.sub(old.encode(), new.encode(), content, count=1)
                return
        raise AssertionError(f"{old} is in no {part}")

    return change


def _orphan(parts: dict[str, bytes]) -> None:
    parts["ppt/notesSlides/notesSlide99.xml"] = parts["ppt/notesSlides/notesSlide1.xml"]


def _gone(parts: dict[str, bytes]) -> None:
    del parts["ppt/slideLayouts/slideLayout1.xml"]


def _swapped_notes(parts: dict[str, bytes]) -> None:
    """The notes of the second slide belong to another one."""
    name = "ppt/notesSlides/_rels/notesSlide2.xml.rels"
    parts[name] = parts[name].replace(b"slide2.xml", b"slide3.xml")


SLIDE, CHART = r"ppt/slides/slide\d+\.xml", r"ppt/charts/chart\d+\.xml"

SEEDED: list[tuple[str, Change]] = [
    ("entries_have_no_time_and_one_name", lambda _parts: None),  # packed today
    (
        "parts_have_the_types_of_their_places",
        _replaced(r"\[Content_Types\]\.xml", r"slide\+xml", "slideLayout+xml"),
    ),
    (
        "slides_are_listed_once",
        _replaced(r"ppt/presentation\.xml", r'(<p:sldId id=)"\d+"', r'\1"7"'),
    ),
    (
        "placeholders_are_those_of_the_layout",
        _replaced(SLIDE, r'(<p:ph type="\w+"[^>]* idx=)"13"', r'\1"99"'),
    ),
    (
        "charts_stand_on_slides_with_one_workbook",
        _replaced(
            r"ppt/slides/_rels/slide\d+\.xml\.rels", "relationships/chart", "relationships/x"
        ),
    ),
    (
        "series_have_values_and_their_own_numbers",
        _replaced(CHART, '<c:ser><c:idx val="1"/>', '<c:ser><c:idx val="0"/>'),
    ),
    (
        "sections_name_every_slide_once",
        _replaced(r"ppt/presentation\.xml", r'(<p14:sldId id=)"\d+"', r'\1"999"'),
    ),
    (
        "caches_are_as_long_as_their_cells",
        _replaced(CHART, r'<c:ptCount val="\d+"/>', '<c:ptCount val="9"/>'),
    ),
    ("charts_have_both_axes", _replaced(CHART, r"(?s)<c:valAx>.*?</c:valAx>", "")),
    ("relations_lead_somewhere_and_every_part_is_used", _orphan),
    ("relations_lead_somewhere_and_every_part_is_used", _gone),
    ("notes_belong_to_one_slide_each", _orphan),
    ("notes_belong_to_one_slide_each", _swapped_notes),
    ("titles_are_title_placeholders", _replaced(SLIDE, r'<p:ph type="title"/>', "")),
    ("what_has_no_text_has_words", _replaced(SLIDE, r' descr="[^"]+"', "")),
    ("what_has_no_text_has_words", _replaced(SLIDE, r"(?s)<a:extLst>.*?</a:extLst>", "")),
    ("shapes_stay_on_the_slide", _replaced(SLIDE, r'<a:off x="\d+"', '<a:off x="12000000"')),
    ("ids_are_given_once", _replaced(SLIDE, r'<p:cNvPr id="4"', '<p:cNvPr id="3"')),
    (
        "caches_say_what_their_cells_say",
        _replaced(CHART, r"<c:v>(\d+)</c:v>", r"<c:v>\g<1>1</c:v>"),
    ),
    ("runs_have_the_language_of_the_deck", _replaced(SLIDE, r' lang="en-GB"', "")),
    (
        "nothing_moves_resizes_or_leads_elsewhere",
        _replaced(SLIDE, "<a:noAutofit/>", "<a:spAutoFit/>"),
    ),
]


@pytest.mark.parametrize(("name", "change"), SEEDED)
def test_a_seeded_fault_is_found(tmp_path: Path, name: str, change: Change) -> None:
    with zipfile.ZipFile(io.BytesIO(every(tmp_path))) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    assert list(deck_package.CHECKS[name](Package(out.getvalue()))) != []


def test_a_deck_edited_in_another_program_stays_whole(data: bytes) -> None:
    """One value of a chart and one title are changed, saved, and opened again."""
    presentation = Presentation(io.BytesIO(data))
    presentation.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = "Edited by hand"
    charts = [s.chart for slide in presentation.slides for s in slide.shapes if s.has_chart]
    if charts:
        changed = CategoryChartData()
        changed.categories = list(charts[0].plots[0].categories)
        for series in charts[0].plots[0].series:
            changed.add_series(series.name, [4321, *list(series.values)[1:]])
        charts[0].replace_data(changed)
    out = io.BytesIO()
    presentation.save(out)
    again = Presentation(io.BytesIO(out.getvalue()))
    assert again.slides[2].shapes.title.text.startswith("Edited by hand")
    shown = [s.chart for slide in again.slides for s in slide.shapes if s.has_chart]
    assert [chart.plots[0].series[0].values[0] for chart in shown[:1]] == [4321.0] * bool(charts)
    assert len(again.slides) == len(presentation.slides)
    assert oracles.sdk_faults(out.getvalue()) == []
    package = Package(out.getvalue())
    for name in ("sections_name_every_slide_once", "charts_have_both_axes", "ids_are_given_once"):
        assert list(deck_package.CHECKS[name](package)) == []


def test_every_fault_is_seeded() -> None:
    assert {name for name, _ in SEEDED} == set(deck_package.CHECKS)
