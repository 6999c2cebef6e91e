"""How wide characters are: a font file, measured.

In: text and a Face. Out: glyphs with their advances, in thousandths of the size.
The page's fonts are measured with their own kerning, as the page draws them, and with Chinese
punctuation at half width where another sign follows. A slide's font is measured with its metric
twin; what Chinese sets wide takes one em there.
Not for: lines (`fitting`).
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from bureau_brief.breaking import BREAK_HINT, CLOSING, OPENING, drawn, is_wide
from bureau_brief.values import value

_LARGE = 500_000  # bytes
_EM, _HALF = 1000.0, 500.0  # thousandths of the size
_APOSTROPHE = 250.0
"""Width of an apostrophe in a Latin word, in a font that has it one em wide."""
_DASH = 92.0
"""The blank between two dashes of that font: Chinese draws them as one line."""
_GAP = 250.0
"""What slide programs put between Han and Latin."""
_CLOSES, _OPENS = frozenset(CLOSING), frozenset(OPENING)
_QUOTES = "“”‘’…—·"
"""Signs that slide programs take from the East Asian font in Chinese text."""
_FIRST_SIGN, _FIRST_WIDE = "\u2100", "\u2e80"
_LATIN_SIGNS = "™−№℗"

_ONE_BY_ONE = {"liga": False, "clig": False, "dlig": False, "calt": False, "ccmp": False}
"""No glyph stands for two characters: each is drawn by itself."""
_KERN = {"kern": True, **_ONE_BY_ONE}
_UNBROKEN = {"kern": False, **_ONE_BY_ONE}


@value
class Glyph:
    """One drawn glyph: its character(s) and its advance in thousandths of the size."""

    text: str
    advance: float
    kern: float
    """Advance beyond the font's plain one: what kerning adds (negative: tighter)."""


@dataclass(frozen=True, eq=False)
class Face:
    """A font file, for measuring. `kerning` off measures as slides are set.

    A face is itself only, not another one of the same file: widths are kept by face.
    """

    path: Path
    kerning: bool = True
    han: bool = False
    """On slides: what Chinese sets wide takes one em, from another font (Microsoft YaHei: its
    Han and full-width signs are one em, so no file of it is needed to measure them)."""

    @functools.cached_property
    def _font(self) -> Any:
        return hb.Font(hb.Face(hb.Blob.from_file_path(self.path)))

    @functools.cached_property
    def _units(self) -> int:
        return int(self._font.face.upem)

    @functools.cached_property
    def cap_height(self) -> float:
        """Height of a capital as a share of the size."""
        return float(self._font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)) / self._units

    @functools.cached_property
    def squeezes(self) -> bool:
        """Whether blank halves of Chinese punctuation are left out."""
        return self.kerning and self._has("。")

    def glyphs(self, text: str) -> tuple[Glyph, ...]:
        """The glyphs of `text` from left to right."""
        return _glyphs(self, text)

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points."""
        return _width(self, text) * size / 1000

    def between(self, before: str, after: str) -> float:
        """What is between two characters, in thousandths, beyond their own widths."""
        if self.han:
            return _gap(before, after)
        return -_HALF if self.squeezes and _blank_between(before, after) else 0.0

    def between_types(self, one: str, other: str) -> bool:
        """Whether Chinese text needs a gap where its type changes from `one` to `other`."""
        signs = _CLOSES | _OPENS | {" ", "\u00a0"}
        return self.squeezes and one[-1:] not in signs and other[:1] not in signs

    def blank_start(self, text: str) -> float:
        """The blank half of a bracket that opens `text`: at the start of a line it is left out."""
        return _HALF if self.squeezes and text[:1] in _OPENS else 0.0

    def blank_end(self, text: str) -> float:
        """The blank half of a sign that ends `text`: at the end of a line it is not counted."""
        return _HALF if self.squeezes and text[-1:] in _CLOSES else 0.0

    @functools.cached_property
    def large(self) -> bool:
        """Whether reading the whole file takes longer than cutting it first."""
        return self.path.stat().st_size > _LARGE

    def cut(self, characters: Iterable[str]) -> bytes:
        """A font file of only these characters: outlines, widths and names."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
        wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
        return bytes(hb.subset(self._font.face, wanted).blob.data)

    def missing(self, text: str) -> str:
        """The characters of `text` that the font cannot draw, each once."""
        unknown = set(text) - self._known
        if not unknown:
            return ""
        lacking = {c for c in unknown if c != BREAK_HINT and not self._has(c)}
        self._known.update(unknown - lacking)
        return "".join(dict.fromkeys(c for c in text if c in lacking))

    @functools.cached_property
    def _known(self) -> set[str]:
        """Characters that were found in the font."""
        return set()

    def _has(self, character: str) -> bool:
        if self.han and _is_wide(character):
            return True
        return self._font.get_nominal_glyph(ord(character)) is not None


@functools.lru_cache(maxsize=4096)
def _glyphs(face: Face, text: str) -> tuple[Glyph, ...]:
    if face.han:
        return tuple(_wide_glyphs(face, text))
    glyphs = _shaped(face, text)
    if face.squeezes and not text.isascii():
        return tuple(_squeezed(glyphs))
    return tuple(glyphs)


def _shaped(face: Face, text: str) -> list[Glyph]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.flags = hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES  # a soft hyphen at a line's end
    hb.shape(face._font, buffer, _KERN if face.kerning else _UNBROKEN)
    scale = 1000 / face._units
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    ends = [info.cluster for info in infos[1:]] + [len(text)]
    out = []
    for info, position, end in zip(infos, positions, ends, strict=True):
        plain = face._font.get_glyph_h_advance(info.codepoint)
        advance = position.x_advance
        out.append(Glyph(text[info.cluster : end], advance * scale, (advance - plain) * scale))
    return out


def _squeezed(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs with every sign at half width where another sign follows."""
    texts = ["", *(glyph.text for glyph in glyphs), ""]
    for glyph, before, after in zip(glyphs, texts, texts[2:], strict=False):
        blank = 0.0
        if _blank_between(glyph.text, after):
            blank = _HALF
        elif glyph.text == "’" and before.isascii() and before.isalpha() and after.isascii():
            blank = _EM - _APOSTROPHE
        elif glyph.text == after == "—":
            blank = _DASH
        yield replace(glyph, advance=glyph.advance - blank, kern=glyph.kern - blank)


def _blank_between(sign: str, after: str) -> bool:
    """Whether `sign` stands at half width before `after`."""
    return (sign in _CLOSES and after in _CLOSES | _OPENS) or (sign in _OPENS and after in _OPENS)


def _wide_glyphs(face: Face, text: str) -> Iterator[Glyph]:
    """Han one em wide, and the gap behind a glyph whose neighbour is of the other kind."""
    for piece in ("".join(same) for _, same in itertools.groupby(text, _is_wide)):
        narrow = not _is_wide(piece[0])
        glyphs = _shaped(face, piece) if narrow else [Glyph(c, _EM, 0.0) for c in piece]
        yield from glyphs[:-1]
        gap = _gap(piece[-1], text[len(piece) :][:1])
        text = text[len(piece) :]
        yield replace(glyphs[-1], advance=glyphs[-1].advance + gap)


def _gap(before: str, after: str) -> float:
    """The gap between two characters of different kinds; spaces stand for themselves."""
    if not before.strip() or not after.strip() or _is_wide(before) == _is_wide(after):
        return 0.0
    return _GAP


def _is_wide(character: str) -> bool:
    """Whether slide programs take it from the East Asian font in Chinese text: ℃, ①, → too."""
    sign = _FIRST_SIGN <= character < _FIRST_WIDE and character not in _LATIN_SIGNS
    return sign or character in _QUOTES or is_wide(character)


@functools.lru_cache(maxsize=8192)
def _width(face: Face, text: str) -> float:
    return sum(glyph.advance for glyph in _glyphs(face, drawn(text)))
