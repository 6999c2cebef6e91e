"""How wide characters are: a font file, measured.

In: text and a Face. Out: how far each character moves on, in thousandths of the size. That hangs
on the character behind it alone (kerning, blanks of Chinese signs), so that every pair is measured
once a process and the width of a text is a sum.
The page's fonts are measured with their own kerning, as the page draws them, and with Chinese
punctuation at half width where another sign follows. A slide's font is measured with its metric
twin; what Chinese sets wide takes one em there.
Not for: lines (`fitting`).
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import uharfbuzz as hb

from bureau_brief.breaking import BREAK_HINT, CLOSING, OPENING, SOFT_HYPHEN, drawn, is_wide

Key = TypeVar("Key")

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

_END = "\n"
"""What stands behind the last character: no text holds it."""
_CURLED = "’"

_KERN = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False, "ccmp": False}
"""No glyph stands for two characters: each is drawn by itself."""


class _Once(dict[Key, float]):
    """A measure, taken once of each thing."""

    def __init__(self, measure: Callable[[Key], float]) -> None:
        self._measure = measure

    def __missing__(self, key: Key) -> float:
        found = self[key] = self._measure(key)
        return found


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

    @functools.cached_property
    def even(self) -> bool:
        """Whether a character is as wide before any other."""
        return not (self.kerning or self.han)

    def advances(self, text: str) -> list[float]:
        """How far each character of `text` moves on, in thousandths of the size."""
        if self.even:
            return [*map(self._plain.__getitem__, text)]
        return self._by_pair(self._advances, text)

    def kerns(self, text: str) -> list[float]:
        """What of each advance is beyond the font's plain one (negative: tighter)."""
        return [0.0] * len(text) if self.even else self._by_pair(self._kerns, text)

    def _by_pair(self, measures: Mapping[tuple[str, str], float], text: str) -> list[float]:
        """A measure of each character and the one behind it."""
        found = [*map(measures.__getitem__, zip(text, text[1:] + _END, strict=False))]
        if _CURLED in text and self.squeezes:
            for index in _apostrophes(text):
                found[index] -= _EM - _APOSTROPHE
        return found

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points."""
        return sum(self.advances(text if text.isascii() else drawn(text))) * size / 1000

    @functools.cached_property
    def endings(self) -> Mapping[str, float]:
        """How far the last character of a text moves on at the end of a line, its blank half left
        out: by that character and the one before it. A soft hyphen is drawn behind it."""
        return _Once(self._ending)

    @functools.cached_property
    def _advances(self) -> _Once[tuple[str, str]]:
        return _Once(self._advance)

    @functools.cached_property
    def _kerns(self) -> _Once[tuple[str, str]]:
        return _Once(lambda pair: self._advances[pair] - self._plain[pair[0]])

    @functools.cached_property
    def _plain(self) -> _Once[str]:
        return _Once(self._plain_advance)

    def _advance(self, pair: tuple[str, str]) -> float:
        character, after = pair
        if self.han:
            wide = _is_wide(character)
            return (_EM if wide else self._plain[character]) + _gap(character, after)
        kerned = self._kerned(character + after) * 1000 / self._units
        return kerned - (_blank(character, after) if self.squeezes else 0.0)

    def _ending(self, sign: str) -> float:
        hyphen = sign.endswith(SOFT_HYPHEN)
        return sum(self.advances(sign)[-1 - hyphen :]) - self.blank_end(sign)

    def _plain_advance(self, character: str) -> float:
        glyph = self._font.get_nominal_glyph(ord(character)) or 0
        return float(self._font.get_glyph_h_advance(glyph)) * 1000 / self._units

    def _kerned(self, pair: str) -> float:
        """The advance of the first of two characters, in the font's units."""
        buffer = hb.Buffer()
        buffer.add_str(pair.removesuffix(_END))
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES  # a soft hyphen at a line's end
        hb.shape(self._font, buffer, _KERN)
        return float(buffer.glyph_positions[0].x_advance)

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


def _apostrophes(text: str) -> Iterator[int]:
    """Where a curled quote is the apostrophe of a Latin word."""
    for index, character in enumerate(text):
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if character == _CURLED and before.isascii() and before.isalpha() and after.isascii():
            yield index


def _blank(sign: str, after: str) -> float:
    """What `sign` leaves out before `after`: the blank half of a sign, or between two dashes."""
    if _blank_between(sign, after):
        return _HALF
    return _DASH if sign == after == "—" else 0.0


def _blank_between(sign: str, after: str) -> bool:
    """Whether `sign` stands at half width before `after`."""
    return (sign in _CLOSES and after in _CLOSES | _OPENS) or (sign in _OPENS and after in _OPENS)


def _gap(before: str, after: str) -> float:
    """The gap between two characters of different kinds; spaces stand for themselves."""
    if not before.strip() or not after.strip() or _is_wide(before) == _is_wide(after):
        return 0.0
    return _GAP


def _is_wide(character: str) -> bool:
    """Whether slide programs take it from the East Asian font in Chinese text: ℃, ①, → too."""
    sign = _FIRST_SIGN <= character < _FIRST_WIDE and character not in _LATIN_SIGNS
    return sign or character in _QUOTES or is_wide(character)
