"""The checks D1 to D17 hold on the sample's finished deck, and each has been seen to fail."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Emu, Pt

from bureau_brief import build
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE
from tests.checks import deck, deck_render, tools
from tests.checks.deck import Finished
from tests.checks.deck_render import Rendered

RECORD = read(SAMPLE)[0]
OVERVIEW, START_UPS, MATCHING, VETERANS, POVERTY, CLOSING = 1, 2, 3, 5, 8, 9
SOURCE_IDX = 11


@pytest.fixture(scope="module")
def sample() -> Finished:
    return Finished(build(outputs=["pptx"]).files["guiyang-en.pptx"], RECORD)


@pytest.fixture(scope="module")
def rendered(sample: Finished, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return Rendered(sample, tools.slides_as_pdf(sample.data, tmp_path_factory.mktemp("deck")))


@pytest.mark.parametrize("name", deck.CHECKS)
def test_the_check_holds_on_the_sample(sample: Finished, name: str) -> None:
    assert deck.CHECKS[name](sample) == []


@pytest.mark.parametrize("name", deck_render.CHECKS)
def test_the_check_holds_on_the_rendered_sample(rendered: Rendered, name: str) -> None:
    assert deck_render.CHECKS[name](rendered) == []


Damage = Callable[[Any], None]


def _shape(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if name in shape.name)


def _chart(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if getattr(shape, "has_chart", False))


def _replace(element: Any, old: str, new: str) -> None:
    """Change a text wherever one run holds it."""
    runs = [run for run in element.xpath(".//a:t") if old in run.text]
    assert runs, f"{old} is in no run"
    for run in runs:
        run.text = run.text.replace(old, new)


def _narrow(prs: Any) -> None:
    prs.slide_width = Emu(9144000)


def _no_title(prs: Any) -> None:
    title = prs.slides[MATCHING].shapes.title._element
    title.getparent().remove(title)


def _same_title(prs: Any) -> None:
    prs.slides[MATCHING].shapes.title.text = prs.slides[VETERANS].shapes.title.text


def _odd_size(prs: Any) -> None:
    prs.slides[MATCHING].shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(27)


def _small_label(prs: Any) -> None:
    cell = next(s for s in prs.slides[MATCHING].shapes if s.has_table).table.cell(0, 1)
    cell.text_frame.paragraphs[0].runs[0].font.size = Pt(12)


def _own_colour(prs: Any) -> None:
    from pptx.dml.color import RGBColor

    run = prs.slides[MATCHING].shapes.title.text_frame.paragraphs[0].runs[0]
    run.font.color.rgb = RGBColor(255, 0, 0)


def _own_font(prs: Any) -> None:
    prs.slides[MATCHING].shapes.title.text_frame.paragraphs[0].runs[0].font.name = "Courier"


def _off_slide(prs: Any) -> None:
    shape = _chart(prs.slides[VETERANS])
    shape.left = prs.slide_width - shape.width // 2


def _no_words(prs: Any) -> None:
    _chart(prs.slides[VETERANS])._element.nvGraphicFramePr.cNvPr.set("descr", "")


def _title_last(prs: Any) -> None:
    tree = prs.slides[MATCHING].shapes._spTree
    tree.append(prs.slides[MATCHING].shapes.title._element)


def _source_early(prs: Any) -> None:
    slide = prs.slides[MATCHING]
    source = next(s for s in slide.placeholders if s.placeholder_format.idx == SOURCE_IDX)
    slide.shapes.title._element.addnext(source._element)


def _axis_from_ten(prs: Any) -> None:
    (low,) = _chart(prs.slides[VETERANS]).chart._chartSpace.xpath(".//c:valAx//c:min")
    low.set("val", "10")


def _cache_unlike_sheet(prs: Any) -> None:
    points = _chart(prs.slides[VETERANS]).chart._chartSpace.xpath(".//c:val//c:v")
    points[0].text = "28056"


def _many_words(prs: Any) -> None:
    title = prs.slides[MATCHING].shapes.title
    title.text = title.text + " and so on" * 40


def _no_place(prs: Any) -> None:
    _replace(prs.slides[MATCHING].notes_slide._element, "paragraph 3", "somewhere")


def _stated_changed(prs: Any) -> None:
    _replace(prs.slides[MATCHING].notes_slide._element, "6,724 employers", "6,725 employers")


def _qualifier_lost(prs: Any) -> None:
    slide = prs.slides[MATCHING]
    table = next(shape for shape in slide.shapes if shape.has_table)._element
    _replace(table, "over", "")


def _qualifier_lost_in_title(prs: Any) -> None:
    _replace(prs.slides[MATCHING].shapes.title._element, "over\u00a0", "")


def _estimate_lost(prs: Any) -> None:
    slide = prs.slides[POVERTY]
    for shape in slide.shapes:
        if shape.has_text_frame and "an estimated" in shape.text_frame.text:
            _replace(shape._element, "an estimated", "")


def _figure_lost(prs: Any) -> None:
    table = next(shape for shape in prs.slides[MATCHING].shapes if shape.has_table)._element
    _replace(table, "162", "")


def _remainder(prs: Any) -> None:
    _replace(prs.slides[POVERTY].shapes.title._element, "91.8%", "91.8% (1,822 not)")


def _sum(prs: Any) -> None:
    _replace(prs.slides[MATCHING].notes_slide._element, "335,800", "338,390")


def _moved_source(prs: Any) -> None:
    slide = prs.slides[MATCHING]
    source = next(s for s in slide.placeholders if s.placeholder_format.idx == SOURCE_IDX)
    source.left, source.top, source.width, source.height = Emu(9), Emu(9), Emu(999999), Emu(99999)


def _no_language(prs: Any) -> None:
    prs.core_properties.language = ""


def _left_over(prs: Any) -> None:
    prs.core_properties.comments = "generated using python-pptx"


SEEDED: list[tuple[str, Damage]] = [
    ("D1", _narrow),
    ("D2", _no_title),
    ("D2", _same_title),
    ("D3", _odd_size),
    ("D3", _small_label),
    ("D4", _own_colour),
    ("D4", _own_font),
    ("D5", _off_slide),
    ("D6", _no_words),
    ("D7", _title_last),
    ("D7", _source_early),
    ("D8", _axis_from_ten),
    ("D8", _cache_unlike_sheet),
    ("D9", _many_words),
    ("D10", _no_place),
    ("D10", _stated_changed),
    ("D11", _qualifier_lost),
    ("D11", _qualifier_lost_in_title),
    ("D11", _estimate_lost),
    ("D11", _figure_lost),
    ("D12", _remainder),
    ("D12", _sum),
    ("D13", _moved_source),
    ("D17", _no_language),
    ("D17", _left_over),
]


@pytest.mark.parametrize(("name", "damage"), SEEDED, ids=lambda v: getattr(v, "__name__", v))
def test_the_check_fails_on_a_seeded_fault(sample: Finished, name: str, damage: Damage) -> None:
    assert deck.CHECKS[name](Finished(_damaged(sample.data, damage), RECORD)) != []


def test_every_check_has_a_seeded_fault() -> None:
    assert {name for name, _ in SEEDED} == set(deck.CHECKS)
    assert {name for name, _ in RENDERED} == set(deck_render.CHECKS)


def _hidden_slide(prs: Any) -> None:
    prs.slides[MATCHING]._element.set("show", "0")


def _label_too_long(prs: Any) -> None:
    table = next(shape for shape in prs.slides[MATCHING].shapes if shape.has_table)._element
    _replace(table, "employers helped to provide jobs", "employers helped to provide jobs " * 12)


def _three_lines(prs: Any) -> None:
    title = prs.slides[MATCHING].shapes.title._element
    run = title.xpath(".//a:t")[0]
    run.text = run.text + " and many more people were helped in other ways besides" * 2


def _pale(prs: Any) -> None:
    (properties,) = prs.slides[MATCHING].shapes.title._element.xpath(".//a:rPr")
    fill = etree.SubElement(properties, properties.tag.replace("rPr", "solidFill"))
    colour = etree.SubElement(fill, properties.tag.replace("rPr", "schemeClr"))
    colour.set("val", "bg2")
    properties.insert(0, fill)


RENDERED: list[tuple[str, Damage]] = [
    ("D1", _hidden_slide),
    ("D14", _label_too_long),
    ("D15", _three_lines),
    ("D16", _pale),
]


@pytest.mark.parametrize(("name", "damage"), RENDERED, ids=lambda v: getattr(v, "__name__", v))
def test_the_render_check_fails_on_a_seeded_fault(
    sample: Finished, name: str, damage: Damage, tmp_path: Path
) -> None:
    data = _damaged(sample.data, damage)
    damaged = Rendered(Finished(data, RECORD), tools.slides_as_pdf(data, tmp_path))
    assert deck_render.CHECKS[name](damaged) != []


def _damaged(data: bytes, damage: Damage) -> bytes:
    presentation = Presentation(io.BytesIO(data))
    damage(presentation)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()
