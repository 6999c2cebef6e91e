"""Makes the fonts in `assets/fonts/`, and copies their licences there.

In: a node_modules folder with the npm packages `@expo-google-fonts/source-sans-3`,
`@expo-google-fonts/noto-sans-sc` and `@expo-google-fonts/arimo` (whole fonts, unchanged).
Out: small TrueType files, kerning kept, hinting and alternates left out: the characters of
European languages and Vietnamese; for Chinese those of GB 2312 and of the Table of General
Standard Chinese Characters. The same source fonts give the same bytes on every run.
Not for: the installed program.

Run from the top folder: `python -m tests.making.fonts NODE_MODULES_DIR`
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.otlLib.optimize.gpos import compact
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otBase import USE_HARFBUZZ_REPACKER

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"

GENERAL_STANDARD = Path(__file__).with_name("general-standard.txt")
"""The 1,467 characters of the Table of General Standard Chinese Characters (2013: 8,105, those
of personal and place names among them) that GB 2312 does not have. The list is Unihan's kTGH."""

MODIFIED = 3_850_070_400
"""The date in every file: 1 January 2026, in seconds since 1904, as TrueType counts."""

TIGHTEST = 9
"""How hard fontTools packs the kerning pairs (0 to 9): the same pairs in two thirds of the room."""

FEATURES = ("ccmp", "kern", "mark", "mkmk")
NAMES_KEPT = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17)
"""Name records: copyright, names, version, trademark, makers, licence; no style-set labels."""

FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT, DESCRIPTION = 1, 2, 3, 4, 5, 6, 10
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE, VARIATIONS_PREFIX = 16, 17, 25

REPERTOIRE = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1: NBSP, °, ±, ×, ÷, ¼ ½ ¾, ¹ ² ³, ©, ®
    (0x0100, 0x0148),  # Latin Extended-A: Polish, Czech, Turkish, Baltic, Maltese ...
    (0x014A, 0x017E),  # the same, without the deprecated ŉ and the long s
    (0x018F, 0x018F),  # Azerbaijani schwa
    (0x0192, 0x0192),  # florin
    (0x01A0, 0x01A1),  # Vietnamese o with horn
    (0x01AF, 0x01B0),  # Vietnamese u with horn
    (0x01CD, 0x01DC),  # pinyin
    (0x01E6, 0x01E7),  # g with caron
    (0x01FC, 0x01FF),  # Danish
    (0x0218, 0x021B),  # Romanian
    (0x0237, 0x0237),  # dotless j
    (0x0259, 0x0259),  # Azerbaijani schwa
    (0x02BB, 0x02BC),  # turned comma, modifier apostrophe
    (0x02C6, 0x02C7),  # spacing circumflex and caron
    (0x02D8, 0x02DD),  # spacing accents
    (0x0300, 0x0303),  # combining grave, acute, circumflex, tilde
    (0x0306, 0x030A),  # combining breve, dot, diaeresis, hook, ring
    (0x030C, 0x030C),  # combining caron
    (0x031B, 0x031B),  # combining horn
    (0x0323, 0x0323),  # combining dot below
    (0x0326, 0x0328),  # combining comma below, cedilla, ogonek
    (0x0384, 0x03CE),  # Greek with tonos
    (0x0400, 0x045F),  # Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian ...
    (0x0490, 0x0493),  # Ukrainian and Kazakh ge
    (0x049A, 0x049B),  # Kazakh ka
    (0x04A2, 0x04A3),  # Kazakh en
    (0x04AE, 0x04B1),  # Kazakh u
    (0x04BA, 0x04BB),  # Kazakh h
    (0x04D8, 0x04D9),  # Kazakh schwa
    (0x04E8, 0x04E9),  # Kazakh o
    (0x1E80, 0x1E85),  # Welsh w
    (0x1E9E, 0x1E9E),  # capital sharp s
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2002, 0x200B),  # spaces: en, figure, thin, hair, zero width
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x2022),  # quotes, daggers, bullet
    (0x2026, 0x2026),  # ellipsis
    (0x202F, 0x202F),  # narrow no-break space
    (0x2030, 0x2033),  # ‰, ‱, ′, ″
    (0x2039, 0x203A),  # ‹, ›
    (0x2044, 0x2044),  # fraction slash
    (0x2060, 0x2060),  # word joiner
    (0x2070, 0x2089),  # superscript and subscript digits
    (0x20A1, 0x20BD),  # currency signs
    (0x2113, 0x2113),  # litre
    (0x2116, 0x2117),  # №
    (0x2120, 0x2126),  # ™, Ω
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2206, 0x2206),  # increment
    (0x2211, 0x221E),  # −, ∑, √, ∞
    (0x2248, 0x2265),  # ≈, ≠, ≤, ≥
    (0x25A0, 0x25A1),  # squares
    (0x25CF, 0x25CF),  # circle
)

CHINESE_SIGNS = (
    (0x2460, 0x249B),  # numbers in circles, in brackets, with a full stop
    (0x3000, 0x301F),  # Chinese punctuation
    (0x3105, 0x3129),  # bopomofo
    (0x3220, 0x3229),  # Han numbers in brackets
    (0x338E, 0x33A2),  # ㎎ ㎏ ㎜ ㎝ ㎞ ㎡
    (0x33A5, 0x33A5),  # ㎥
    (0x33C4, 0x33C4),  # ㏄
    (0xFF01, 0xFF5E),  # full-width forms of ASCII
    (0xFFE0, 0xFFE5),  # ￠ ￡ ￢ ￣ ￤ ￥
)
_ROWS_OF_SIGNS = (0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8)
_ROWS_OF_HAN = range(0xB0, 0xF8)


@dataclass(frozen=True, slots=True)
class Cut:
    """One font to make."""

    source: str
    """The whole font, inside the node_modules folder."""
    family: str
    """The family name to carry: the source's own, or a new one where its licence reserves it."""
    style: str
    subset_of: str
    chinese: bool = False

    @property
    def postscript(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}"

    @property
    def file(self) -> str:
        return f"{self.postscript}.ttf"


_SOURCE = "@expo-google-fonts/source-sans-3"
_NOTO = "@expo-google-fonts/noto-sans-sc"
_ARIMO = "@expo-google-fonts/arimo"

CUTS = (
    Cut(
        f"{_SOURCE}/400Regular/SourceSans3_400Regular.ttf",
        "Bureau Sans",
        "Regular",
        "Source Sans 3",
    ),
    Cut(
        f"{_SOURCE}/600SemiBold/SourceSans3_600SemiBold.ttf",
        "Bureau Sans",
        "SemiBold",
        "Source Sans 3",
    ),
    Cut(f"{_SOURCE}/700Bold/SourceSans3_700Bold.ttf", "Bureau Sans", "Bold", "Source Sans 3"),
    *(
        Cut(
            f"{_NOTO}/{folder}/NotoSansSC_{folder}.ttf",
            "Noto Sans SC",
            folder[3:],
            "Noto Sans SC",
            chinese=True,
        )
        for folder in ("400Regular", "500Medium", "700Bold")
    ),
    Cut(f"{_ARIMO}/400Regular/Arimo_400Regular.ttf", "Arimo", "Regular", "Arimo"),
    Cut(f"{_ARIMO}/700Bold/Arimo_700Bold.ttf", "Arimo", "Bold", "Arimo"),
)
LICENCES = {
    "OFL-SourceSans3.txt": f"{_SOURCE}/LICENSE_FONT",
    "OFL-NotoSansSC.txt": f"{_NOTO}/LICENSE_FONT",
    "OFL-Arimo.txt": f"{_ARIMO}/LICENSE_FONT",
}


def main(node_modules: Path, folder: Path = FONTS) -> None:
    """Write every font and licence into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made(node_modules).items():
        (folder / name).write_bytes(content)


def made(node_modules: Path) -> dict[str, bytes]:
    """File name -> content, of every font and licence."""
    fonts = {cut.file: font_bytes(cut, node_modules) for cut in CUTS}
    return fonts | {name: (node_modules / path).read_bytes() for name, path in LICENCES.items()}


def font_bytes(cut: Cut, node_modules: Path) -> bytes:
    """The subset of one font, named and dated."""
    font = TTFont(node_modules / cut.source, recalcTimestamp=False)
    _keep_repertoire(font, codepoints(chinese=cut.chinese))
    compact(font, TIGHTEST)
    _rename(font, cut)
    font["head"].modified = MODIFIED
    font.cfg[USE_HARFBUZZ_REPACKER] = False
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def _keep_repertoire(font: TTFont, wanted: Sequence[int]) -> None:
    options = Options(
        hinting=False,
        glyph_names=False,
        layout_features=list(FEATURES),
        name_IDs=list(NAMES_KEPT),
        notdef_outline=True,
        recalc_timestamp=False,
    )
    options.drop_tables += ["BASE", "STAT", "gasp", "prep", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def codepoints(*, chinese: bool = False) -> list[int]:
    """Every code point asked for; a font keeps those that it has."""
    ranges = REPERTOIRE + (CHINESE_SIGNS if chinese else ())
    codes = [code for first, last in ranges for code in range(first, last + 1)]
    if chinese:
        rare = GENERAL_STANDARD.read_text(encoding="utf-8").strip()
        codes += [*map(ord, gb_2312(_ROWS_OF_SIGNS)), *map(ord, gb_2312(_ROWS_OF_HAN))]
        codes += map(ord, rare)
    return codes


def gb_2312(rows: Sequence[int]) -> str:
    """The characters in rows of GB 2312, counted by their first byte."""
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return b"".join(pairs).decode("gb2312", errors="ignore")


def _rename(font: TTFont, cut: Cut) -> None:
    linked = cut.style in {"Regular", "Bold"}
    version = str(font["name"].getDebugName(VERSION)).split(";")[0]
    names = {
        FAMILY: cut.family if linked else f"{cut.family} {cut.style}",
        STYLE: cut.style if linked else "Regular",
        UNIQUE: f"{version.removeprefix('Version ')};subset;{cut.postscript}",
        FULL: f"{cut.family} {cut.style}",
        VERSION: f"{version}; subset for bureau-brief",
        POSTSCRIPT: cut.postscript,
        DESCRIPTION: f"A subset of {cut.subset_of} {cut.style}: fewer characters, no hinting, "
        "kerning kept. Advance widths are unchanged.",
    }
    if not linked:
        names |= {TYPOGRAPHIC_FAMILY: cut.family, TYPOGRAPHIC_STYLE: cut.style}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
