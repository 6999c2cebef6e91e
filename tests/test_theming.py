"""An office's own looks are taken on by both outputs, or refused with the reason."""

import io
import shutil
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from PIL import Image

from bureau_brief.building import build
from bureau_brief.cli import run
from bureau_brief.files import write_all
from bureau_brief.outputs import Options
from bureau_brief.problems import Problem, Problems
from bureau_brief.resources import FONTS, SAMPLE, THEME
from bureau_brief.reviewing import review
from bureau_brief.theme import contrast, theme
from bureau_brief.theming import own_theme
from tests.checks.page_file import finished

PLUM, PLUM_TINT = "#7A1F3D", "#F6E9EE"


def written(folder: Path, text: str) -> Path:
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    own_theme.cache_clear()
    return path


def refused(folder: Path, text: str) -> list[Problem]:
    with pytest.raises(Problems) as caught:
        own_theme(written(folder, text))
    assert str(folder) not in str(caught.value)
    return list(caught.value.problems)


def codes(folder: Path, text: str) -> list[tuple[str, str]]:
    return [(found.code, found.where.path) for found in refused(folder, text)]


def test_the_theme_that_ships_is_one_that_may_be_given() -> None:
    given, own = own_theme(THEME), theme()
    assert (given.colours, given.deck_fonts) == (own.colours, own.deck_fonts)
    for ours, theirs in ((given.page, own.page), (given.deck, own.deck)):
        assert {w: face.path for w, face in ours.items()} == {w: f.path for w, f in theirs.items()}


def test_an_accent_colours_the_page_and_the_slides(tmp_path: Path) -> None:
    path = written(tmp_path, f'[colours]\naccent = "{PLUM}"\ntint = "{PLUM_TINT}"\n')
    built = build(SAMPLE, languages=["en"], options=Options(theme=path))
    fills = {shape.fill for shape in finished(built.files["guiyang-en.pdf"]).shapes}
    assert (0x7A, 0x1F, 0x3D) in fills
    assert (0x12, 0x43, 0x6D) not in fills
    with zipfile.ZipFile(io.BytesIO(built.files["guiyang-en.pptx"])) as package:
        found = package.read("ppt/theme/theme1.xml").decode()
    assert f'<a:accent1><a:srgbClr val="{PLUM[1:]}"/>' in found
    assert f'<a:lt2><a:srgbClr val="{PLUM_TINT[1:]}"/>' in found
    assert "12436D" not in found


def test_earlier_columns_take_the_hue_of_the_accent(tmp_path: Path) -> None:
    colours = own_theme(written(tmp_path, f'[colours]\naccent = "{PLUM}"\n')).colours
    assert contrast(colours["earlier"], "#FFFFFF") == pytest.approx(3.17, abs=0.03)
    red, green, blue = bytes.fromhex(colours["earlier"][1:])
    assert red > blue > green


@pytest.mark.parametrize(
    ("colours", "one", "other", "ratio"),
    [
        ('accent = "#F2A900"', "accent", "paper", "2.00 to 1 (#F2A900 on #FFFFFF)"),
        ('accent = "#777777"', "accent", "paper", "4.47 to 1 (#777777 on #FFFFFF)"),
        ('accent = "#6B7785"', "accent", "tint", "3.78 to 1 (#6B7785 on #E3EBF3)"),
        ('ink = "#999999"', "ink", "paper", "2.84 to 1 (#999999 on #FFFFFF)"),
        ('outline = "#B8C1CC"', "outline", "paper", "1.82 to 1 (#B8C1CC on #FFFFFF)"),
        ('tint = "#12436D"', "accent", "tint", "1.00 to 1 (#12436D on #12436D)"),
    ],
)
def test_a_colour_that_is_hard_to_read_is_refused_with_its_ratio(
    tmp_path: Path, colours: str, one: str, other: str, ratio: str
) -> None:
    found = refused(tmp_path, f"[colours]\n{colours}\n")
    said = [(p.code, p.where.path, p.found) for p in found]
    assert ("BB533", f"colours.{one}", ratio) in said
    assert any(f"between `{one}` and `{other}`" in p.expected for p in found)


def test_an_accent_of_just_4_5_to_1_is_taken(tmp_path: Path) -> None:
    text = '[colours]\naccent = "#767676"\ntint = "#FFFFFF"\n'
    assert own_theme(written(tmp_path, text)).colours["accent"] == "#767676"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[colours]\nacent = '#7A1F3D'", [("BB531", "colours.acent")]),
        ("[color]\naccent = '#7A1F3D'", [("BB531", "color")]),
        ("accent = '#7A1F3D'", [("BB531", "accent")]),
        ("[colours]\naccent = 'navy'", [("BB532", "colours.accent")]),
        ("[colours]\naccent = 7", [("BB532", "colours.accent")]),
        ("[colours]\npaper = '#FFF8E7'", [("BB532", "colours.paper")]),
        ("colours = 3", [("BB532", "colours")]),
        ("fonts = []", [("BB532", "fonts")]),
        ("[fonts.page]\nregular = 'x.ttf'",
         [("BB532", "fonts.page.semibold"), ("BB532", "fonts.page.bold")]),
        ("[fonts.page]\nlight = 'x.ttf'", [("BB531", "fonts.page.light"),
         *(("BB532", f"fonts.page.{w}") for w in ("regular", "semibold", "bold"))]),
        ("[fonts.page.Chinese]\nregular = 'x.ttf'", [("BB531", "fonts.page.Chinese")]),
        ("[fonts.deck]\nlatin = 'Calibri'", [("BB532", "fonts.deck")]),
        ("[fonts.page]\nregular = '../x.ttf'\nsemibold = 'a.ttf'\nbold = '/etc/passwd'",
         [("BB532", "fonts.page.regular"), ("BB532", "fonts.page.bold")]),
        ("[logo]\nfile = '../x.png'\nalt = 'x'", [("BB532", "logo.file")]),
        ("[logo]\nfile = 'gone.png'", [("BB532", "logo.alt"), ("BB532", "logo.file")]),
        ("[colours", [("BB530", "")]),
        (f"a = {'[' * 5000}", [("BB530", "")]),
        (f"[colours]\naccent.{'a.' * 3000}a = 1", [("BB532", "colours.accent")]),
        (f"[colours]\naccent = 0x{'f' * 5000}", [("BB532", "colours.accent")]),
        ('[fonts.deck]\neast_asian = "\\u0000"', [("BB532", "fonts.deck.east_asian")]),
        ('[layouts]\ncover = "\\u001b[2J"', [("BB532", "layouts.cover")]),
        ('[logo]\nfile = "\\u0000.png"\nalt = "\\u202e"',
         [("BB532", "logo.alt"), ("BB532", "logo.file")]),
    ],
)  # fmt: skip
def test_what_no_theme_has_is_refused(
    tmp_path: Path, text: str, found: list[tuple[str, str]]
) -> None:
    assert codes(tmp_path, text) == found


def test_a_misspelt_key_is_told_its_name(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, "[colours]\nacent = '#7A1F3D'")
    assert found.hint == "did you mean `accent`?"


def test_a_theme_that_is_not_there_or_much_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="BB530"):
        own_theme(tmp_path / "gone.toml")
    assert codes(tmp_path, "#" * 200_000) == [("BB530", "")]


def fonts_theme(folder: Path, name: str) -> str:
    """A theme whose regular font is `name`, the others being fit."""
    for weight in ("SemiBold", "Bold"):
        shutil.copy(FONTS / f"BureauSans-{weight}.ttf", folder / f"{weight}.ttf")
    return f'[fonts.page]\nregular = "{name}"\nsemibold = "SemiBold.ttf"\nbold = "Bold.ttf"\n'


def cut(folder: Path, characters: str) -> Path:
    """Bureau Sans with these characters only."""
    font = TTFont(FONTS / "BureauSans-Regular.ttf")
    subsetter = Subsetter(SubsetOptions(layout_features=["*"]))
    subsetter.populate(text=characters)
    subsetter.subset(font)
    font.save(folder / "own.ttf")
    return folder / "own.ttf"


def postscript(path: Path) -> None:
    """A font with PostScript outlines."""
    pen = T2CharStringPen(500, None)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    glyph = pen.getCharString()
    builder.setupCFF("Own", {}, {".notdef": glyph, "A": glyph}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def locked(path: Path) -> None:
    """A font whose licence forbids embedding."""
    font = TTFont(FONTS / "BureauSans-Regular.ttf")
    font["OS/2"].fsType = 0x0002
    font.save(path)


def variable(path: Path) -> None:
    content = (FONTS / "BureauSans-Regular.ttf").read_bytes()
    path.write_bytes(content.replace(b"post", b"fvar", 1))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (postscript, "outlines in the form of PostScript (CFF) in `own.ttf`"),
        (locked, "a licence that forbids embedding in `own.ttf`"),
        (variable, "a font with several weights (variable) in `own.ttf`"),
        (lambda path: path.write_bytes(b"wOF2" + bytes(100)), "a web font in `own.ttf`"),
        (lambda path: path.write_bytes(b"hello"), "no TrueType font in `own.ttf`"),
        (lambda path: path.write_bytes(b""), "no TrueType font in `own.ttf`"),
        (lambda path: path.write_bytes(struct.pack(">IHHHH", 0x10000, 9, 0, 0, 0)),
         "a damaged font in `own.ttf`"),
        (lambda path: None, "no file `own.ttf` beside the theme"),
    ],
    ids=range(8),
)  # fmt: skip
def test_a_font_that_no_page_can_carry_is_refused(
    tmp_path: Path, make: object, reason: str
) -> None:
    text = fonts_theme(tmp_path, "own.ttf")
    make(tmp_path / "own.ttf")  # type: ignore[operator]
    (found,) = refused(tmp_path, text)
    assert (found.code, found.where.path, found.found) == ("BB534", "fonts.page.regular", reason)


def test_a_font_cut_short_is_refused(tmp_path: Path) -> None:
    content = (FONTS / "BureauSans-Regular.ttf").read_bytes()
    (tmp_path / "own.ttf").write_bytes(content[: len(content) // 2])
    (found,) = refused(tmp_path, fonts_theme(tmp_path, "own.ttf"))
    assert found.code in ("BB534", "BB535")


def test_a_font_that_lacks_letters_is_refused_with_their_names(tmp_path: Path) -> None:
    cut(tmp_path, "abcdefghijklmnopqrstuvwxyz")
    (found,) = refused(tmp_path, fonts_theme(tmp_path, "own.ttf"))
    assert (found.code, found.where.path) == ("BB535", "fonts.page.regular")
    assert "`%` U+0025" in found.found and "more in `own.ttf`" in found.found


def test_own_fonts_are_embedded(tmp_path: Path) -> None:
    font = TTFont(FONTS / "BureauSans-Regular.ttf")
    for name in font["name"].names:
        name.string = (
            str(name).replace("Bureau Sans", "Office Face").replace("BureauSans", "Office")
        )
    font.save(tmp_path / "own.ttf")
    path = written(tmp_path, fonts_theme(tmp_path, "own.ttf"))
    made = build(SAMPLE, languages=["en"], outputs=["pdf"], options=Options(theme=path))
    content = made.files["guiyang-en.pdf"]
    with pikepdf.open(io.BytesIO(content)) as document:
        names = {str(o["/BaseFont"]) for o in document.objects
                 if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}  # fmt: skip
    assert any("Office" in name for name in names)


@pytest.mark.parametrize("semibold", ["Regular.ttf", "Twin.ttf", "sub/Regular.ttf"])
def test_weights_may_be_one_file_or_have_one_name_inside(tmp_path: Path, semibold: str) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("Regular.ttf", "Twin.ttf", "sub/Regular.ttf"):
        shutil.copy(FONTS / "BureauSans-Regular.ttf", tmp_path / name)
    fonts = f'regular = "Regular.ttf"\nsemibold = "{semibold}"\nbold = "{semibold}"\n'
    path = written(tmp_path, f"[fonts.page]\n{fonts}")
    assert build(SAMPLE, languages=["en"], outputs=["pdf"], options=Options(theme=path)).files


def test_a_font_of_tables_without_end_is_refused_in_little_memory(tmp_path: Path) -> None:
    table = struct.pack(">4sIII", b"abcd", 0, 0, 2**31)
    tables = (table.replace(b"abcd", b"%04x" % n) for n in range(65_535))
    head = struct.pack(">IHHHH", 0x10000, 65_535, 0, 0, 0)
    (tmp_path / "own.ttf").write_bytes(head + b"".join(tables) + bytes(5_000_000))
    tracemalloc.start()
    (found,) = refused(tmp_path, fonts_theme(tmp_path, "own.ttf"))
    assert found.code == "BB534"
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_the_logo_of_a_theme_stands_on_every_page_of_the_office(tmp_path: Path) -> None:
    Image.new("RGB", (400, 100), (122, 31, 61)).save(tmp_path / "logo.png")
    text = '[logo]\nfile = "logo.png"\nalt = {en = "The emblem", zh = "徽标"}\n'
    path = written(tmp_path, text)
    made = build(SAMPLE, languages=["en"], options=Options(theme=path))
    assert finished(made.files["guiyang-en.pdf"]).images == 1
    pdf, pptx = (put.path for put in write_all(tmp_path / "out", made.files))
    assert review(pdf, pptx, theme=path).problems == ()


def test_the_command_refuses_a_theme_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, '[colours]\naccent = "#F2A900"\n')
    out = tmp_path / "out"
    assert run(["generate", "--theme", str(path), "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert "office.toml: colours.accent: error BB533" in said
    assert "found 2.00 to 1 (#F2A900 on #FFFFFF)" in said
    assert not out.exists()
