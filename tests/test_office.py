"""An office's own template carries the deck, whatever is odd about it, or is refused with why."""

import functools
import io
import random
import re
import tempfile
import typing
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.shapes import MSO_SHAPE_TYPE

from bureau_brief import Problems, build
from bureau_brief.outputs import Options
from bureau_brief.outputs.deck import placing, values
from bureau_brief.outputs.layouts import TITLE, Box, Insets
from bureau_brief.outputs.office import Office, found_in, office, unpacking
from bureau_brief.outputs.office.report import lines, report
from bureau_brief.outputs.office.spaces import free
from bureau_brief.outputs.office.unpacking import opened
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE
from tests import deck_data, office_templates
from tests.checks import deck, deck_render, oracles, tools
from tests.checks.deck import Finished, shapes
from tests.checks.deck_render import Rendered
from tests.office_templates import TEMPLATES, packed, unpacked

RECORD = read(SAMPLE)[0]
BY_DESIGN = {"D1", "D3", "D7", "D13"}
"""Checks of the program's own sizes and places: an office's template has others."""
FORMS = {"every form": deck_data.every_form(), "many": deck_data.many(18, 6)}
OFTEN = ("standard", "without placeholders", "with slides")
RENDERED = ("without placeholders",)
"""Checked on every run; the others where slow tests run."""


@functools.cache
def made(name: str) -> bytes:
    """The sample on one of the templates."""
    return _on(TEMPLATES[name]())


def _on(template: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.pptx"
        path.write_bytes(template)
        built = build(outputs=["pptx"], options=Options(template=path))
    return built.files["guiyang-en.pptx"]


def office_read(template: bytes, chosen: tuple[tuple[str, str], ...] = ()) -> Office:
    """A template that was not written to disk."""
    return found_in(opened(template, "office.pptx"), Path("office.pptx"), chosen)


def _refused(template: bytes) -> Any:
    with pytest.raises(Problems) as raised:
        office_read(template)
    return raised.value.problems[0]


every_template = pytest.mark.parametrize("name", TEMPLATES)
odd_templates = pytest.mark.parametrize(
    "name", [n if n in OFTEN else pytest.param(n, marks=pytest.mark.slow) for n in TEMPLATES]
)


@odd_templates
def test_the_open_xml_sdk_finds_nothing(name: str) -> None:
    assert oracles.sdk_faults(made(name)) == []


@every_template
def test_the_audit_of_identities_finds_nothing(name: str) -> None:
    assert oracles.audit_faults(made(name)) == []


@odd_templates
@pytest.mark.parametrize("check", [name for name in deck.CHECKS if name not in BY_DESIGN])
def test_the_checks_hold(name: str, check: str) -> None:
    assert deck.CHECKS[check](Finished(made(name), RECORD)) == []


@every_template
def test_the_slides_have_the_size_of_the_template(name: str) -> None:
    before = Presentation(io.BytesIO(_as_presentation(TEMPLATES[name]())))
    after = Presentation(io.BytesIO(made(name)))
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)


@every_template
def test_titles_and_sources_stand_at_one_place(name: str) -> None:
    slides = list(Presentation(io.BytesIO(made(name))).slides)[1:]
    titles = {(t.left, t.top) for t in (slide.shapes.title for slide in slides)}
    assert len(titles) == 1
    odd = {"with Chinese names": ("Source",), "with a wide footer": ("Footer", "Slide number")}
    for said in odd.get(name, ("Source", "Slide number")):
        places = {
            (s.left, s.top, s.width, s.height)
            for slide in slides
            for s in slide.shapes
            if s.name.lower().startswith(said.lower())
        }
        assert len(places) == 1, said


@every_template
def test_the_title_is_read_first_and_the_source_last(name: str) -> None:
    for slide in list(Presentation(io.BytesIO(made(name))).slides)[1:]:
        names = [shape.name for shape in slide.shapes]
        assert names[0].startswith("Title") or slide.shapes.title.name == names[0]
        assert names[1] == "Area name"
        assert names[-2].startswith("Source" if name != "with a wide footer" else "Footer")


@every_template
def test_the_titles_have_one_size(name: str) -> None:
    slides = list(Presentation(io.BytesIO(made(name))).slides)[1:]
    sizes = {slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size for slide in slides}
    assert len(sizes) == 1


@every_template
def test_the_masters_and_layouts_are_those_of_the_template(name: str) -> None:
    before, after = unpacked(TEMPLATES[name]()), unpacked(made(name))
    for part in before:
        if re.match(r"ppt/(slideMasters|slideLayouts|theme|media)/[^/]+$", part):
            kept = part in after and after[part] == before[part]
            assert kept or name == "with slides", part


@every_template
def test_no_content_stands_on_what_the_layout_shows(name: str) -> None:
    for slide in list(Presentation(io.BytesIO(made(name))).slides)[1:]:
        layout = slide.slide_layout
        drawn = [s for s in (*layout.shapes, *layout.slide_master.shapes) if not s.is_placeholder]
        fixed = [place for shape in drawn for place in _places(shape)]
        for shape in shapes(slide):
            if not shape.is_placeholder:
                own = _places(shape)
                assert not any(_meet(a, b) for a in own for b in fixed), shape.name


_Place = tuple[float, float, float, float]


def _places(shape: Any) -> list[_Place]:
    """Left, top, right and bottom; of a group, of each of its shapes as they are seen."""
    place = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
    if shape.shape_type != MSO_SHAPE_TYPE.GROUP:
        return [place]
    x, y, width, height = (int(shape._element.xpath(f"p:grpSpPr//a:{at}")[0]) for at in _WITHIN)
    across, down = shape.width / width, shape.height / height
    return [
        (shape.left + (x0 - x) * across, shape.top + (y0 - y) * down,
         shape.left + (x1 - x) * across, shape.top + (y1 - y) * down)
        for one in shape.shapes for x0, y0, x1, y1 in _places(one)
    ]  # fmt: skip


_WITHIN = ("chOff/@x", "chOff/@y", "chExt/@cx", "chExt/@cy")


def _meet(one: _Place, other: _Place) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _as_presentation(data: bytes) -> bytes:
    """A .potx as python-pptx reads it."""
    entries = unpacked(data)
    kind = "[Content_Types].xml"
    entries[kind] = entries[kind].replace(b"template.main+xml", b"presentation.main+xml")
    return packed(entries)


def test_nothing_of_the_old_slides_is_left() -> None:
    entries = unpacked(made("with slides"))
    everything = b" ".join(entries.values())
    for word in (b"confidential", b"secret", b"Old slide", b"Somebody", b"custShow"):
        assert word not in everything
    notes = [name for name in entries if "notesSlides/notesSlide" in name]
    slides = [name for name in entries if "slides/slide" in name]
    assert len(notes) == len(slides)
    assert sum("charts/chart" in name for name in entries) == 3


def test_every_part_is_used_and_every_relationship_leads_somewhere() -> None:
    for name in TEMPLATES:
        entries = unpacked(made(name))
        used = {"[Content_Types].xml", "_rels/.rels"}
        for rels in (n for n in entries if n.endswith(".rels")):
            folder = Path(rels).parent.parent
            used.add(rels)
            for target in re.findall(r'Target="([^"]+)"', entries[rels].decode()):
                path = "/".join(_normal(folder / target))
                assert path in entries, f"{name}: {rels} leads to {path}"
                used.add(path)
        assert set(entries) - used == set(), name


def _normal(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return parts


def test_a_footer_that_is_wide_enough_holds_the_source() -> None:
    for slide in list(Presentation(io.BytesIO(made("with a wide footer"))).slides)[1:]:
        (footer,) = (s for s in slide.placeholders if s._element.ph.get("type") == "ftr")
        assert footer.text_frame.text.startswith("Source: ")


def test_two_masters_stay_and_one_carries_the_deck() -> None:
    presentation = Presentation(io.BytesIO(made("with two masters")))
    assert len(presentation.slide_masters) == 2
    assert (
        len({slide.slide_layout.slide_master.part.partname for slide in presentation.slides}) == 1
    )


def test_layouts_are_found_whatever_they_are_called() -> None:
    english, chinese = (office_read(TEMPLATES[n]()) for n in
                        ("wide", "with Chinese names"))  # fmt: skip
    assert chinese.match.content.sheet.part == english.match.content.sheet.part
    assert chinese.match.content.sheet.name == "仅标题"


def test_a_title_that_no_layout_has_is_a_title_all_the_same() -> None:
    for slide in Presentation(io.BytesIO(made("without placeholders"))).slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.width > 0


def test_the_same_template_gives_the_same_bytes() -> None:
    assert _on(TEMPLATES["wide"]()) == made("wide")


def test_a_report_says_what_stands_where_and_what_is_drawn() -> None:
    found = report(office_read(TEMPLATES["wide"]()))
    assert found["roles"]["cover"]["layout"] == "Title Slide"
    assert found["roles"]["figures"]["layout"] == "Title Only"
    assert "headline number" in found["roles"]["figures"]["drawn"]
    assert any("`Title Slide`" in line for line in lines(found))


def test_a_layout_can_be_chosen_by_its_name() -> None:
    chosen = (("content", "Title and Content"),)
    found = office_read(TEMPLATES["wide"](), chosen)
    assert found.match.content.sheet.name == "Title and Content"
    with pytest.raises(Problems) as raised:
        office_read(TEMPLATES["wide"](), (("cover", "Front"),))
    assert raised.value.problems[0].code == "BB429"
    assert "`Title Only`" in raised.value.problems[0].hint


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"hello", "another kind of file"),
        (b"\xd0\xcf\x11\xe0rest", "a protected file, or the old format .ppt"),
        (b"PK\x03\x04broken", "a damaged or protected file"),
        (packed({"a": b""}), "a damaged or protected file"),
    ],
    ids=["text", "ole", "cut", "zip"],
)
def test_what_is_no_template_is_refused(content: bytes, found: str) -> None:
    problem = _refused(content)
    assert (problem.code, problem.found) == ("BB421", found)
    assert problem.hint


def _edited(name: str, old: bytes, new: bytes) -> bytes:
    entries = unpacked(TEMPLATES["wide"]())
    assert old in entries[name]
    entries[name] = entries[name].replace(old, new)
    return packed(entries)


def test_macros_are_refused() -> None:
    kind = b"presentation.main+xml"
    data = _edited("[Content_Types].xml", b"vnd.openxmlformats-officedocument.presentationml."
                   + kind, b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml")  # fmt: skip
    assert "macros" in _refused(data).found
    rels = "ppt/_rels/presentation.xml.rels"
    project = b'<Relationship Id="r9" Type="http://schemas.microsoft.com/office/2006/relationships'
    project += b'/vbaProject" Target="vbaProject.bin"/></Relationships>'
    assert "macros" in _refused(_edited(rels, b"</Relationships>", project)).found


def test_a_picture_from_elsewhere_is_refused_and_a_link_to_click_stays() -> None:
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    link = (
        '<Relationship Id="r9" Target="https://example.org/x" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/>'
        "</Relationships>"
    )
    problem = _refused(_edited(rels, b"</Relationships>", link.format("image").encode()))
    assert problem.code == "BB423"
    assert "https://example.org/x" in problem.found
    kept = _on(_edited(rels, b"</Relationships>", link.format("hyperlink").encode()))
    assert b"https://example.org/x" in unpacked(kept)[rels]


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 2**20)
    entries = unpacked(TEMPLATES["wide"]())
    entries["ppt/media/zeros.bin"] = bytes(2**20)
    assert _refused(packed(entries)).code == "BB422"
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(5000):
            archive.writestr(f"a{number}", b"")
    assert _refused(many.getvalue()).code == "BB422"


def test_a_part_or_layouts_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = unpacked(TEMPLATES["wide"]())
    for name in ("ppt/slideLayouts/slideLayout6.xml", "[Content_Types].xml", "_rels/.rels"):
        long = re.sub(rb"(</[^<]+>)\s*$", rb"<!--" + b"x" * 5_000_000 + rb"-->\1", entries[name])
        problem = _refused(packed({**entries, name: long}))
        assert (problem.code, problem.expected) == (
            "BB422",
            "a template of at most 5 MB in one part",
        )
    monkeypatch.setattr(unpacking, "MOST_LAYOUTS", 3)
    problem = _refused(packed(entries))
    assert (problem.code, problem.expected) == ("BB422", "a template of at most 3 layouts")


def test_entities_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    entries = unpacked(TEMPLATES["wide"]())
    name = "ppt/slideLayouts/slideLayout6.xml"
    start = f'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    body = re.sub(rb"^<\?xml[^>]*\?>", b"", entries[name]).replace(b"Title Only", b"&s;")
    entries[name] = start.encode() + body
    assert _refused(packed(entries)).code == "BB421"


def test_a_template_without_room_is_refused_with_the_room_it_has() -> None:
    problem = _refused(office_templates.standard(4, 3))
    assert problem.code == "BB424"
    assert "in on `" in problem.found


def test_unknown_fonts_are_said() -> None:
    found = office_read(office_templates.standard(font="Calibri"))
    assert "`Calibri`" in next(w for w in found.warnings if w.code == "BB426").found
    known = office_read(office_templates.standard())
    assert not [w for w in known.warnings if w.code == "BB426"]


def test_a_font_as_wide_as_verdana_has_room_and_a_number_more_room_in_an_unknown_one() -> None:
    wide = office_read(office_templates.standard(font="Verdana")).layouts
    unknown = office_read(office_templates.standard(font="House Sans")).layouts
    known = office_read(office_templates.standard(font="Calibri")).layouts
    assert (wide.wider, wide.surer) == (1.3, 1)
    assert unknown.wider < 1.1 and unknown.wider * unknown.surer > 1.26
    assert (known.wider, known.surer) == (1, 1)


def test_content_stands_above_a_title_at_the_bottom() -> None:
    match = office_read(office_templates.with_titles_at_the_bottom()).match.content
    assert match.area.y + match.area.height <= match.title_box.y
    assert match.area.height > 5


def test_the_shapes_of_a_group_are_seen_one_by_one_and_a_title_keeps_clear_of_a_logo() -> None:
    found = office_read(office_templates.with_groups())
    area, title = found.match.content.area, found.layouts.roles["full"].placeholder(TITLE)
    assert 6.8 < area.y + area.height < 7.25 and area.width > 11.5
    assert title.box.x + title.box.width - title.words.right < 12
    assert title.words.left == title.insets.left


def test_a_layout_whose_title_has_no_room_between_its_marks_is_taken_last() -> None:
    found = office_read(office_templates.with_crowded_titles()).match
    assert found.content.clear.left + found.content.clear.right == 0
    assert found.content.sheet.master == "ppt/slideMasters/slideMaster2.xml"
    assert found.cover.sheet.master == found.content.sheet.master


def test_content_stays_on_the_panel_of_its_layout_and_is_read_there() -> None:
    area = office_read(office_templates.with_a_panel()).match.content.area
    assert area.x > 0.7 and area.x + area.width < 12.6
    assert area.y + area.height < 6.8
    slots = office_read(office_templates.with_a_panel()).layouts.tones
    assert slots["tx1"].name == "tx1"  # dark on the white panel, whatever is around it


def test_tiles_on_a_dark_ground_never_have_the_colour_of_their_words() -> None:
    slots = office_read(office_templates.on_black()).layouts.tones
    assert slots["tx1"].name == "bg1"
    assert slots["bg2"].name == "tx1"


def test_a_title_of_which_nothing_says_the_size_states_its_own() -> None:
    template = office_templates.without_styles()
    sizes = office_read(template).layouts.roles["full"].title_sizes
    assert sizes[0] == 28 and sizes[-1] == 18
    deck = Presentation(io.BytesIO(_on(template)))
    for slide in deck.slides:
        assert all(r.font.size for p in slide.shapes.title.text_frame.paragraphs for r in p.runs)


def test_a_yellow_accent_gives_way_to_the_dark_colour_of_the_theme() -> None:
    yellow = _edited("ppt/theme/theme1.xml", b'<a:accent1><a:srgbClr val="4F81BD"/>',
                     b'<a:accent1><a:srgbClr val="FFCC00"/>')  # fmt: skip
    assert office_read(yellow).layouts.tones["accent1"].name == "tx2"


def test_an_accent_that_cannot_be_read_is_replaced_and_said() -> None:
    pale = _edited("ppt/theme/theme1.xml", b'<a:accent1><a:srgbClr val="4F81BD"/>',
                   b'<a:accent1><a:srgbClr val="FFE08A"/>')  # fmt: skip
    found = office_read(pale)
    (problem,) = [w for w in found.warnings if w.code == "BB425"]
    assert "accent1" in problem.hint or "accent" in problem.hint
    assert deck.CHECKS["D4"](Finished(_on(pale), RECORD)) == []


def test_a_theme_file_can_choose_the_layouts(tmp_path: Path) -> None:
    template, theme = tmp_path / "office.pptx", tmp_path / "office.toml"
    template.write_bytes(TEMPLATES["wide"]())
    theme.write_text('[layouts]\ncontent = "Title and Content"\n', encoding="utf-8")
    options = Options(template=template, theme=theme)
    built = build(outputs=["pptx"], options=options)
    slides = list(Presentation(io.BytesIO(built.files["guiyang-en.pptx"])).slides)
    assert {slide.slide_layout.name for slide in slides[1:]} == {"Title and Content"}
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[layouts]\nfront = 1\n", encoding="utf-8")
    with pytest.raises(Problems) as raised:
        build(outputs=["pptx"], options=replace(options, theme=wrong))
    assert raised.value.problems[0].where.path == "layouts.front"


def test_every_place_and_size_of_the_plan_is_put_on_the_slide() -> None:
    lengths = (float, Box, Insets, tuple[float, ...])
    for kind, changes in placing.CHANGES.items():
        hints = typing.get_type_hints(kind)
        assert {name for name, hint in hints.items() if hint in lengths} == set(changes), kind
    inner = {values.Span, values.Paragraph, values.Cell, values.Label, values.Series}
    logo = {values.Image}  # an office's template brings its own
    assert {*typing.get_args(values.Item)} - logo | inner == set(placing.CHANGES)


def test_a_title_that_nobody_could_read_takes_the_colour_of_text() -> None:
    template = office_templates.with_white_titles()
    found = office_read(template)
    assert {w.found for w in found.warnings if w.code == "BB430"} == {
        "the template's own colour of titles on `Title Slide`",
        "the template's own colour of titles on `Title Only`",
    }
    for slide in Presentation(io.BytesIO(_on(template))).slides:
        (colour,) = slide.shapes.title._element.xpath(".//a:r[1]/a:rPr//a:schemeClr/@val")
        assert colour == "tx1"
    assert not [w for w in office_read(TEMPLATES["wide"]()).warnings if w.code == "BB430"]


def test_the_largest_free_rectangle_is_found() -> None:
    page = Box(0, 0, 10, 10)
    assert free(page, []) == page
    left = free(page, [Box(6.08, 0.08, 4, 9.9)])
    assert (left.x, left.width, left.height) == (0, 6, 10)
    assert free(page, [Box(-1, -1, 20, 20)]).width == 0


@pytest.mark.parametrize(
    "name", [n if n in RENDERED else pytest.param(n, marks=pytest.mark.slow) for n in TEMPLATES]
)
def test_the_rendered_slides_hold(name: str, tmp_path: Path) -> None:
    finished = Finished(made(name), RECORD)
    rendered = Rendered(finished, tools.slides_as_pdf(finished.data, tmp_path))
    for number, check in deck_render.CHECKS.items():
        if (name, number) != ("portrait", "D15"):  # a narrow title may take a third line
            assert check(rendered) == [], number


@odd_templates
@pytest.mark.parametrize("data", ["every form", pytest.param("many", marks=pytest.mark.slow)])
def test_every_form_and_many_areas_fit(name: str, data: str, tmp_path: Path) -> None:
    path = deck_data.written(FORMS[data], tmp_path)
    template = tmp_path / "office.pptx"
    template.write_bytes(TEMPLATES[name]())
    built = build(path, outputs=["pptx"], options=Options(template=template))
    finished = Finished(built.files["county-en.pptx"], read(path)[0])
    for check in ("D2", "D4", "D5", "D6", "D8", "D11", "D12"):
        assert deck.CHECKS[check](finished) == [], check
    assert oracles.audit_faults(finished.data) == []


def test_a_person_changes_a_title_and_a_value_and_nothing_breaks() -> None:
    presentation = Presentation(io.BytesIO(made("with slides")))
    slides = list(presentation.slides)
    slides[1].shapes.title.text = "Another title"
    chart = next(s.chart for s in slides[1].shapes if getattr(s, "has_chart", False))
    numbers = CategoryChartData()
    numbers.categories = list(chart.plots[0].categories)
    for series in chart.plots[0].series:
        numbers.add_series(series.name, [value + 1 for value in series.values])
    chart.replace_data(numbers)
    out = io.BytesIO()
    presentation.save(out)
    assert oracles.sdk_faults(out.getvalue()) == []
    again = list(Presentation(io.BytesIO(out.getvalue())).slides)
    assert again[1].shapes.title.text == "Another title"
    assert len(again) == len(slides)


def test_a_template_that_was_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "office.pptx"
    path.write_bytes(TEMPLATES["wide"]())
    wide = office(path).layouts.width
    path.write_bytes(TEMPLATES["standard"]())
    assert office(path).layouts.width < wide


@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_template_is_read_or_refused(seed: int) -> None:
    entries = unpacked(TEMPLATES["with slides"]())
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice([n for n in entries if n.endswith((".xml", ".rels"))])
        entries[name] = _damaged(entries[name], chance)
    try:
        data = _on(packed(entries))
    except Problems as error:
        assert error.problems[0].hint
    else:
        assert Presentation(io.BytesIO(data)).slides


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """A part with an element or an attribute less, another value, or its end cut off."""
    kind = chance.choice((rb"<[apr]:\w+[^>]*/>", rb' [\w:]+="[^"]*"', rb'(?<==")[^"]*(?=")', None))
    found = [] if kind is None else [*re.finditer(kind, content)]
    if not found:
        return content[: chance.randint(0, len(content))]
    place = chance.choice(found)
    new = chance.choice((b"", b"abc", b"-1", b"99999999999999")) if kind and b"?<=" in kind else b""
    return content[: place.start()] + new + content[place.end() :]
