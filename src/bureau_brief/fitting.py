"""How wide text is, where its lines break, and which size fits.

In: runs of text with a font and a size. Out: lines of runs with their widths, in points.
Widths are measured with the font's own kerning, as the page draws them; a slide's text is
measured with the metric twin of its font.
Not for: places on a page or slide, or words.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import uharfbuzz as hb

NBSP = "\u00a0"
BREAK_HINT = "\u200b"

_KERN = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False}
_UNBROKEN = {"kern": False, "liga": False, "clig": False, "dlig": False, "calt": False}
_WORD = re.compile(r"[^ \u200b]+[ \u200b]*|[ \u200b]+")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn glyph: its character(s) and its advance in thousandths of the size."""

    text: str
    advance: float
    kern: float
    """Advance beyond the font's plain one: what kerning adds (negative: tighter)."""


@dataclass(frozen=True)
class Face:
    """A font file, for measuring. `kerning` off measures as slides are set."""

    path: Path
    kerning: bool = True

    @functools.cached_property
    def _font(self) -> Any:
        return hb.Font(hb.Face(self.path.read_bytes()))

    @functools.cached_property
    def _units(self) -> int:
        return int(self._font.face.upem)

    def glyphs(self, text: str) -> tuple[Glyph, ...]:
        """The glyphs of `text` from left to right."""
        return _glyphs(self, text)

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points."""
        return _width(self, text.replace(BREAK_HINT, "")) * size / 1000

    def missing(self, text: str) -> str:
        """The characters of `text` that the font cannot draw, each once."""
        lacking = dict.fromkeys(c for c in text if c != BREAK_HINT and not self._has(c))
        return "".join(lacking)

    def _has(self, character: str) -> bool:
        return self._font.get_nominal_glyph(ord(character)) is not None


@functools.lru_cache(maxsize=4096)
def _glyphs(face: Face, text: str) -> tuple[Glyph, ...]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face._font, buffer, _KERN if face.kerning else _UNBROKEN)
    scale = 1000 / face._units
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    ends = [info.cluster for info in infos[1:]] + [len(text)]
    out = []
    for info, position, end in zip(infos, positions, ends, strict=True):
        plain = face._font.get_glyph_h_advance(info.codepoint)
        advance = position.x_advance
        out.append(Glyph(text[info.cluster : end], advance * scale, (advance - plain) * scale))
    return tuple(out)


@functools.lru_cache(maxsize=8192)
def _width(face: Face, text: str) -> float:
    return sum(glyph.advance for glyph in _glyphs(face, text))


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one font, size and colour. `style` is the plan's own name for the three."""

    text: str
    face: Face
    size: float
    style: str = ""

    @property
    def width(self) -> float:
        """Its width in points, a space at its end included."""
        return self.face.width(self.text, self.size)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of runs; the space that ended it stays inside its last run."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """What the line says, with its closing space."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        """Its width in points without the space that ends it."""
        if not self.runs:
            return 0.0
        last = self.runs[-1]
        bare = replace(last, text=last.text.rstrip(" "))
        return sum(run.width for run in self.runs[:-1]) + bare.width


Word = tuple[Run, ...]
"""What may not be split: pieces of runs up to the next place where a line may break."""


def break_lines(
    runs: Iterable[Run], width: float, *, balanced: bool = False, last: float = 0
) -> tuple[Line, ...]:
    """Set `runs` in lines at most `width` wide (a word wider than that gets a line of its own).

    `balanced` takes the narrowest width that gives the same number of lines; with `last` that
    is done only where the last line would be shorter than this share of `width`.
    """
    words = _Words(_words(runs))
    starts = words.greedy(width)
    short = last > 0 and starts and words.width(starts[-1], len(words.words)) < last * width
    if (balanced or short) and len(starts) > 1:
        starts = words.greedy(words.narrowest(width, len(starts)))
    ends = [*starts[1:], len(words.words)]
    return tuple(_line(words.words[a:b]) for a, b in zip(starts, ends, strict=True))


def widest(lines: Iterable[Line]) -> float:
    """The width of the widest line; 0 without lines."""
    return max((line.width for line in lines), default=0.0)


def largest_size(text: str, face: Face, sizes: Sequence[float], width: float) -> float | None:
    """The first of `sizes` at which `text` stands on one line of `width`, or None."""
    return next((size for size in sizes if face.width(text, size) <= width), None)


def excess_characters(text: str, face: Face, size: float, width: float) -> int:
    """About how many characters of `text` must go so that it fits `width` on one line."""
    over = face.width(text, size) - width
    return max(0, -int(-over * len(text) // max(face.width(text, size), 1e-9)))


class _Words:
    """Words with their widths, summed word by word: exact but for kerning across a space."""

    _NEAR = 2.0  # points; closer than this to the edge, a line is measured whole

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._ends = [0.0]
        self._spaces = []
        for word in words:
            full = sum(run.width for run in word)
            self._ends.append(self._ends[-1] + full)
            self._spaces.append(full - _line([word]).width)

    def width(self, start: int, end: int) -> float:
        """The width of the line of words start..end, without its closing space."""
        return self._ends[end] - self._ends[start] - self._spaces[end - 1]

    def fits(self, start: int, end: int, room: float) -> bool:
        """Whether the words start..end stand on one line of `room`."""
        width = self.width(start, end)
        if abs(width - room) < self._NEAR:
            width = _line(self.words[start:end]).width
        return width <= room + 1e-6

    def greedy(self, width: float) -> list[int]:
        """The first word of each line when every line takes all the words it can."""
        starts = [0] if self.words else []
        for index in range(1, len(self.words)):
            if not self.fits(starts[-1], index + 1, width):
                starts.append(index)
        return starts

    def narrowest(self, width: float, count: int) -> float:
        """The least width at which the words still take `count` lines."""
        spans = itertools.combinations(range(len(self.words) + 1), 2)
        fitting = sorted(w for w in (self.width(*span) for span in spans) if w <= width)
        found = bisect.bisect_left(fitting, True, key=lambda w: len(self.greedy(w + 0.01)) <= count)
        return fitting[found] + 0.01 if found < len(fitting) else width


def _words(runs: Iterable[Run]) -> list[Word]:
    words: list[list[Run]] = []
    open_ = False
    for run in runs:
        for piece in _WORD.findall(run.text):
            part = replace(run, text=piece)
            if open_:
                words[-1].append(part)
            else:
                words.append([part])
            open_ = not piece.endswith((" ", BREAK_HINT))
    return [tuple(word) for word in words]


def _line(words: Sequence[Word]) -> Line:
    """The words joined; neighbours of one style become one run, so that kerning holds."""
    runs: list[Run] = []
    for run in (run for word in words for run in word):
        if runs and replace(run, text="") == replace(runs[-1], text=""):
            runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return Line(tuple(replace(run, text=run.text.replace(BREAK_HINT, "")) for run in runs))
