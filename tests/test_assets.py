"""The files in `assets/` are what the design says, and what their makers make.

In: assets/ as committed; for the fonts' originals, a node_modules folder named by
BUREAU_BRIEF_NODE_MODULES (without it those tests are skipped; BUREAU_BRIEF_CI=1 forbids that).
Out: nothing. Not for: slides and pages made with these files.
"""

import json
import os
import re
import subprocess
import tomllib
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from lxml import etree
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as PageFont
from reportlab.pdfgen.canvas import Canvas

from tests.making import fonts as font_maker
from tests.making import master as master_maker
from tests.making.master_xml import THEME_SLOTS

ASSETS = Path(__file__).resolve().parents[1] / "assets"
FONTS = ASSETS / "fonts"
MASTER = ASSETS / "master.pptx"
THEME = tomllib.loads((ASSETS / "theme.toml").read_text(encoding="utf-8"))
CUTS = pytest.mark.parametrize("cut", font_maker.CUTS, ids=lambda cut: cut.postscript)

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
EMU = 914_400

Place = tuple[str, str, float, float, float, float]
FRAME: dict[int, Place] = {
    0: ("title", "Title", 0.6, 0.90, 11.6, 1.0),
    13: ("body", "Area name", 0.6, 0.55, 7.4, 0.32),
    16: ("body", "Area marker", 8.333, 0.55, 2.1, 0.32),
    11: ("ftr", "Source", 0.6, 6.94, 11.2, 0.30),
    12: ("sldNum", "Slide number", 11.933, 6.94, 0.8, 0.30),
}
HERO: dict[int, Place] = {14: ("body", "Headline number", 0.6, 2.10, 5.0, 4.5)}
LAYOUTS: dict[str, dict[int, Place]] = {
    "Title": {
        0: ("ctrTitle", "Headline", 0.6, 1.5, 11.6, 3.05),
        13: ("body", "Office", 0.6, 0.6, 10.6, 0.5),
        1: ("subTitle", "Document and period", 0.6, 5.35, 9.2, 1.3),
    },
    "Full width": FRAME,
    "Number and figures": FRAME | HERO | {15: ("tbl", "Figures", 6.0, 2.10, 6.733, 4.5)},
    "Number and text": FRAME | HERO | {15: ("body", "Text", 6.0, 2.10, 6.733, 4.5)},
    "Number and chart": FRAME
    | HERO
    | {
        17: ("body", "Chart title", 6.0, 2.30, 6.733, 0.40),
        15: ("chart", "Chart", 6.0, 2.80, 6.733, 3.20),
        18: ("body", "Note", 6.0, 6.10, 6.733, 0.50),
    },
}
"""Layout -> idx -> type, name, x, y, width and height in inches: the numbers of the design."""

STYLES = {
    ("Title", 0): [(44, True, "bg1", 52.8, 0)],
    ("Title", 13): [(24, True, "bg1", 28.8, 0)],
    ("Title", 1): [(24, True, "accent1", 28.8, 0), (20, False, "tx1", 24, 4)],
    ("Full width", 0): [(28, True, "tx1", 33.6, 0)],
    ("Full width", 13): [(16, True, "accent1", 19.2, 0)],
    ("Full width", 16): [(16, False, "tx1", 19.2, 0)],
    ("Full width", 11): [(12, False, "tx1", 14.4, 0)],
    ("Full width", 12): [(12, False, "tx1", 14.4, 0)],
    ("Number and figures", 14): [
        (24, False, "bg1", 28, 0),
        (80, True, "bg1", 80, 0),
        (24, False, "bg1", 28.8, 4),
        (18, False, "bg1", 21.6, 14),
    ],
    ("Number and text", 15): [
        (16, True, "accent1", 19.2, 0),
        (28, False, "tx1", 35, 6),
        (18, False, "tx1", 21.6, 12),
        (18, False, "tx1", 21.6, 3),
    ],
    ("Number and chart", 17): [
        (20, True, "tx1", 24, 0),
        (40, True, "accent1", 43, 0),
        (20, False, "tx1", 24, 0),
    ],
    ("Number and chart", 18): [
        (18, False, "tx1", 21.6, 0),
        (40, True, "tx1", 43, 0),
        (20, False, "tx1", 24, 0),
    ],
}
"""Layout and idx -> the levels: size, bold, colour, exact line, space before, in points."""


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def roots() -> dict[str, etree._Element]:
    """Every XML part of the master, parsed, without the theme (which is where hex belongs)."""
    found = parts(MASTER.read_bytes()).items()
    return {name: etree.fromstring(xml) for name, xml in found if "/theme" not in name}


def layout_named(name: str) -> Any:
    return next(layout for layout in Presentation(MASTER).slide_layouts if layout.name == name)


def placeholder(layout: str, idx: int) -> Any:
    found = layout_named(layout).placeholders
    return next(shape for shape in found if shape.placeholder_format.idx == idx)


def inches(shape: Any) -> tuple[float, ...]:
    return tuple(v / EMU for v in (shape.left, shape.top, shape.width, shape.height))


def above(kind: str) -> Any:
    """The placeholder of the master that one of a layout inherits from."""
    kind = {"ctrTitle": "title"}.get(kind, kind if kind in {"title", "ftr", "sldNum"} else "body")
    shapes = Presentation(MASTER).slide_masters[0].placeholders
    return next(shape.element for shape in shapes if shape.element.ph.get("type") == kind)


def levels_of(shape: Any) -> list[Any]:
    """The paragraph levels of a layout's placeholder: its own, or those of the master's."""
    own = shape.find(f".//{A}lstStyle")
    return list(above(shape.ph.get("type")).find(f".//{A}lstStyle") if own is None else own)


def base_level(kind: str) -> Any:
    """The first level of the master's style for a kind: what a placeholder does not say."""
    style = {"title": "title", "ctrTitle": "title", "ftr": "other", "sldNum": "other"}
    master = Presentation(MASTER).slide_masters[0].element
    return master.find(f".//{P}{style.get(kind, 'body')}Style/{A}lvl1pPr")


def level_style(level: Any, base: Any) -> tuple[float, bool, str, float, float]:
    def said(path: str, name: str) -> str:
        found = level.find(path)
        return str((base.find(path) if found is None else found).get(name))

    run = level.find(f"{A}defRPr")
    colour = said(f"{A}defRPr/{A}solidFill/{A}schemeClr", "val")
    points = (int(said(f"{A}{name}/{A}spcPts", "val")) / 100 for name in ("lnSpc", "spcBef"))
    return (int(run.get("sz")) / 100, run.get("b") == "1", colour, *points)


# The slide master


def test_master_is_widescreen_without_slides_and_has_the_five_layouts() -> None:
    master = Presentation(MASTER)
    assert (master.slide_width, master.slide_height) == (12_192_000, 6_858_000)
    assert len(master.slides) == 0
    assert len(master.slide_masters) == 1
    assert [layout.name for layout in master.slide_layouts] == list(LAYOUTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_placeholders_have_their_number_type_name_and_place(name: str) -> None:
    shapes = {p.placeholder_format.idx: p for p in layout_named(name).placeholders}
    assert set(shapes) == set(LAYOUTS[name])
    for idx, (kind, label, *box) in LAYOUTS[name].items():
        shape = shapes[idx]
        assert (shape.element.ph.get("type"), shape.name) == (kind, label)
        assert inches(shape) == pytest.approx(box, abs=1e-5)


@pytest.mark.parametrize("name", LAYOUTS)
def test_placeholders_stand_in_reading_order(name: str) -> None:
    order = [p.element.ph.get("idx", "0") for p in layout_named(name).shapes if p.is_placeholder]
    wanted = ["0", "13", "16", "14", "17", "15", "18", "1", "11", "12"]
    assert order == [idx for idx in wanted if int(idx) in LAYOUTS[name]]


@pytest.mark.parametrize(("layout", "idx"), STYLES)
def test_text_has_the_size_colour_and_spacing_of_its_role(layout: str, idx: int) -> None:
    shape = placeholder(layout, idx).element
    base = base_level(shape.ph.get("type"))
    assert [level_style(level, base) for level in levels_of(shape)] == STYLES[layout, idx]


def test_headline_number_stands_on_the_panel_with_the_designs_insets() -> None:
    hero = placeholder("Number and chart", 14)
    body = hero.element.find(f".//{A}bodyPr")
    insets = [int(body.get(side)) / EMU for side in ("lIns", "tIns", "rIns", "bIns")]
    assert insets == pytest.approx([0.35, 0.72, 0.30, 0.20])
    assert body.get("anchor") is None
    assert above("body").find(f".//{A}bodyPr").get("anchor") == "t"
    assert hero.element.spPr.find(f"{A}solidFill/{A}schemeClr").get("val") == "accent1"


def test_rules_and_the_covers_panel_are_drawn_once_and_marked_as_decoration() -> None:
    cover = layout_named("Title")
    drawn = [*Presentation(MASTER).slide_masters[0].shapes, *cover.shapes]
    rules = [shape for shape in drawn if not shape.is_placeholder]
    assert {rule.name: pytest.approx(inches(rule), abs=1e-4) for rule in rules} == {
        "Top rule": (0.6, 0.36, 12.133, 0.08),
        "Footer rule": (0.6, 6.84, 12.133, 0.01),
        "Panel": (0, 0, 13.3333, 5.0),
    }
    assert all(rule.element.find(f".//{DECORATIVE}").get("val") == "1" for rule in rules)
    assert cover.element.get("showMasterSp") == "0"


def test_slide_number_is_a_field() -> None:
    field = placeholder("Full width", 12).element.find(f".//{A}fld")
    assert field.get("type") == "slidenum"


def test_nothing_has_a_direct_colour_or_font_a_shadow_or_a_style() -> None:
    for name, root in roots().items():
        tags = {etree.QName(element).localname for element in root.iter(etree.Element)}
        assert not tags & {"srgbClr", "sysClr", "style", "outerShdw", "gradFill"}, name
        faces = {element.get("typeface", "+") for element in root.iter(f"{A}latin", f"{A}ea")}
        assert all(face.startswith("+") for face in faces), name


def test_text_never_shrinks_by_itself() -> None:
    bodies = [body for root in roots().values() for body in root.iter(f"{A}bodyPr")]
    assert len(bodies) > 20
    assert all([etree.QName(child).localname for child in body] == ["noAutofit"] for body in bodies)


def test_text_is_in_british_english_until_a_slide_says_otherwise() -> None:
    languages = {
        element.get("lang")
        for root in roots().values()
        for element in root.iter(f"{A}rPr", f"{A}endParaRPr", f"{A}defRPr")
    }
    assert languages <= {"en-GB", None}
    assert Presentation(MASTER).core_properties.language == "en-GB"


@pytest.mark.parametrize("part", ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"])
def test_theme_has_the_colours_and_fonts_of_theme_toml(part: str) -> None:
    theme = etree.fromstring(parts(MASTER.read_bytes())[part])
    slots = {
        etree.QName(slot).localname: slot[0].get("val") for slot in theme.find(f".//{A}clrScheme")
    }
    assert slots == {s: THEME["colours"][name].lstrip("#") for s, name in THEME_SLOTS.items()}
    for group in ("majorFont", "minorFont"):
        font = theme.find(f".//{A}{group}")
        assert font.find(f"{A}latin").get("typeface") == THEME["fonts"]["deck"]["latin"]
        assert font.find(f"{A}ea").get("typeface") == THEME["fonts"]["deck"]["east_asian"]


def test_nothing_is_left_of_another_programs_template() -> None:
    names, content = zip(*parts(MASTER.read_bytes()).items(), strict=True)
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    text = b"".join(content)
    assert not re.search(rb"Steve|python-pptx|Macintosh|2013-|Calibri", text)


def test_master_is_small_enough_for_a_small_deck() -> None:
    assert MASTER.stat().st_size < 20_000


def test_master_is_what_its_maker_makes() -> None:
    """Bytes depend on the zlib at hand, so the committed parts are packed again here."""
    made = master_maker.made(ASSETS / "theme.toml")
    committed = {name: xml.decode() for name, xml in parts(MASTER.read_bytes()).items()}
    assert made == master_maker.zipped(committed), f"make it again (zlib {zlib.ZLIB_VERSION})"
    assert made == master_maker.made(ASSETS / "theme.toml")


def test_slides_of_every_layout_take_text_a_table_and_a_chart(tmp_path: Path) -> None:
    deck = Presentation(MASTER)
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = layout.name
        slide.notes_slide.notes_text_frame.text = "What to say"
        for shape in list(slide.placeholders):
            fill(shape)
    deck.save(tmp_path / "deck.pptx")
    kinds = [shape.has_table or shape.has_chart for shape in all_shapes(tmp_path / "deck.pptx")]
    assert kinds.count(True) == 2


def all_shapes(file: Path) -> list[Any]:
    return [shape for slide in Presentation(file).slides for shape in slide.shapes]


def fill(shape: Any) -> None:
    kind = shape.element.ph.get("type")
    if kind == "tbl":
        shape.insert_table(3, 2)
    elif kind == "chart":
        data = CategoryChartData()
        data.categories = ["2020"]
        data.add_series("Jobs", [335_800])
        shape.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    else:
        shape.text_frame.text = "335,800"


def test_master_passes_the_audit_of_the_format() -> None:
    result = validate_pptx(MASTER)
    assert result.is_valid, result.errors


def test_master_passes_the_open_xml_sdk() -> None:
    validator = node_modules() / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    run = subprocess.run([validator, MASTER], capture_output=True, check=True)
    assert json.loads(run.stdout)["ok"], run.stdout


# The fonts


def node_modules() -> Path:
    folder = os.environ.get("BUREAU_BRIEF_NODE_MODULES")
    if not folder and os.environ.get("BUREAU_BRIEF_CI") == "1":
        pytest.fail("BUREAU_BRIEF_NODE_MODULES must name the folder of the original fonts")
    if not folder:
        pytest.skip("BUREAU_BRIEF_NODE_MODULES names no folder")
    return Path(folder)


def advance(file: Path, text: str) -> int:
    """The width of a text with kerning, in font units."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"kern": True, "liga": False, "calt": False})
    return sum(position.x_advance for position in buffer.glyph_positions)


@CUTS
def test_fonts_have_the_widths_of_the_originals(cut: font_maker.Cut) -> None:
    whole, small = TTFont(node_modules() / cut.source), TTFont(FONTS / cut.file)
    wanted, kept = whole.getBestCmap(), small.getBestCmap()
    asked = set(wanted) & set(font_maker.codepoints(chinese=cut.chinese))
    assert set(kept) - asked <= {0x220B, 0x2245}  # signs that mirror others come along
    assert asked <= set(kept)
    widths = {code: small["hmtx"][glyph][0] for code, glyph in kept.items()}
    assert widths == {code: whole["hmtx"][wanted[code]][0] for code in kept}


@CUTS
@pytest.mark.parametrize(
    "text", ["AV", "To", "Wo", "91.8%", "1,200", "“Yes”", "Ελλάδα", "ГДА", "Tự"]
)
def test_fonts_have_the_kerning_of_the_originals(cut: font_maker.Cut, text: str) -> None:
    assert advance(FONTS / cut.file, text) == advance(node_modules() / cut.source, text)


@pytest.mark.parametrize(
    "cut",
    [pytest.param(c, marks=pytest.mark.slow if c.chinese else ()) for c in font_maker.CUTS],
    ids=lambda cut: cut.postscript,
)
def test_fonts_are_what_their_maker_makes(cut: font_maker.Cut) -> None:
    made = font_maker.font_bytes(cut, node_modules())
    assert (FONTS / cut.file).read_bytes() == made


def test_licences_are_the_originals() -> None:
    for name, path in font_maker.LICENCES.items():
        assert (FONTS / name).read_bytes() == (node_modules() / path).read_bytes(), name


@CUTS
def test_fonts_kern(cut: font_maker.Cut) -> None:
    file = FONTS / cut.file
    assert advance(file, "AV") < advance(file, "A") + advance(file, "V")


LATIN_SIGNS = "0123456789 \u00a0\u2009\u202f−–—…±×÷≤≥°%‰№™©®′″€£¥₫₽½¼¾²³→←‘’“”‹›ăĐỹŞțłßΏώЖї"
CHINESE_SIGNS = (
    "0123456789 \u00a0−–—…·±×÷≤≥°%‰№™©®′″€£¥½¼¾²³→←‘’“”、，。；：！？（）《》〈〉「」【】〔〕～"
    "％￥０９Ａｚ℃㎡㎏㎞①⑳一丁啊齄䶮㑇𬱖āǎèǐōǔǚñéü"
)


@CUTS
def test_fonts_have_the_signs_that_figures_need(cut: font_maker.Cut) -> None:
    signs = CHINESE_SIGNS if cut.chinese else LATIN_SIGNS
    has = TTFont(FONTS / cut.file).getBestCmap()
    assert [sign for sign in signs if ord(sign) not in has] == []


@CUTS
def test_digits_have_one_width(cut: font_maker.Cut) -> None:
    font = TTFont(FONTS / cut.file)
    assert len({font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}) == 1


@CUTS
def test_fonts_carry_their_own_name_licence_and_a_fixed_date(cut: font_maker.Cut) -> None:
    font = TTFont(FONTS / cut.file)
    names = {record.nameID: str(record) for record in font["name"].names}
    assert names[6] == cut.postscript
    assert not any("Source" in names.get(name_id, "") for name_id in (1, 3, 4, 6, 16))
    assert names[10].startswith(f"A subset of {cut.subset_of}")
    assert re.match(r"©|\(c\)|Copyright", names[0])
    assert "SIL Open Font License" in names[13]
    assert font["head"].modified == font_maker.MODIFIED


@CUTS
def test_fonts_embed_in_a_page(cut: font_maker.Cut, tmp_path: Path) -> None:
    pdfmetrics.registerFont(PageFont(cut.postscript, FONTS / cut.file))
    canvas = Canvas(str(tmp_path / "page.pdf"), pageCompression=0)
    canvas.setFont(cut.postscript, 12)
    canvas.drawString(42, 700, "91.8% − Việt Nam, Łódź, Ελλάδα, Київ")
    canvas.save()
    page = (tmp_path / "page.pdf").read_bytes()
    assert re.search(rb"/FontName /[A-Z+]*" + cut.postscript.encode(), page)
    assert b"/FontFile2" in page


@CUTS
def test_fonts_are_small(cut: font_maker.Cut) -> None:
    most = 2_850 if cut.chinese else 90
    assert (FONTS / cut.file).stat().st_size < most * 1024


def test_chinese_fonts_have_the_whole_of_two_standards() -> None:
    han = set(font_maker.gb_2312(range(0xB0, 0xF8)))
    rare = set(font_maker.GENERAL_STANDARD.read_text(encoding="utf-8").strip())
    assert (len(han), len(rare), len(han & rare)) == (6763, 1467, 0)
    for cut in font_maker.CUTS:
        if cut.chinese:
            kept = set(map(chr, TTFont(FONTS / cut.file).getBestCmap()))
            assert han | rare <= kept


def test_theme_names_fonts_that_are_here_with_their_licences() -> None:
    measuring = {THEME["fonts"]["deck"][key] for key in ("measure_regular", "measure_bold")}
    page = THEME["fonts"]["page"]
    own = {file for fonts in page.values() if isinstance(fonts, dict) for file in fonts.values()}
    named = {file for file in page.values() if isinstance(file, str)} | own | measuring
    assert named == {cut.file for cut in font_maker.CUTS}
    for name in font_maker.LICENCES:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / name).read_text(encoding="utf-8")
    assert not list(ASSETS.rglob("*.py"))
