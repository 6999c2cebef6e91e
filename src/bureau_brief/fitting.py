"""How wide text is, where its lines break, and which size fits.

In: runs of text with a font and a size. Out: lines of runs with their widths, in points.
Not for: places on a page or slide, words, the fonts (`faces`), or where a line may break
(`breaking`).
"""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import field

from bureau_brief.breaking import (
    BREAK_HINT,
    SOFT_HYPHEN,
    drawn,
    inside,
    is_wide,
    loose,
    places,
    unhinted,
)
from bureau_brief.faces import Face
from bureau_brief.values import value

NBSP = "\u00a0"
_HINTS = frozenset((BREAK_HINT, SOFT_HYPHEN))
_UNSEEN = frozenset((" ", *_HINTS))  # at the end of a line

__all__ = [
    "NBSP", "Face", "Line", "Run", "break_lines", "excess_characters",
    "largest_size", "widest",
]  # fmt: skip


@value
class Run:
    """Text in one font, size and colour. `style` is the plan's own name for the three."""

    text: str
    face: Face
    size: float
    style: str = ""
    gap: float = 0
    """Points kept free behind it, unless a line ends there."""

    @property
    def width(self) -> float:
        """Its width in points, with the space at its end and the gap behind it."""
        return self.face.width(self.text, self.size) + self.gap

    def saying(self, text: str, gap: float = 0) -> "Run":
        """Another text in the same style."""
        return Run(text, self.face, self.size, self.style, gap)


@value
class Line:
    """One line of runs; the space that ended it stays inside its last run."""

    runs: tuple[Run, ...]
    measured: float | None = field(default=None, compare=False, repr=False)
    """Its width, where whoever made it knows."""

    @property
    def text(self) -> str:
        """What the line says, with its closing space."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        """Its width in points, without the space or the blank half of a sign at its ends."""
        if self.measured is not None:
            return self.measured
        if not self.runs:
            return 0.0
        width = sum([run.width for run in self.runs])
        if len(self.runs) > 1:
            width += sum([_seam(a, b) for a, b in itertools.pairwise(self.runs)])
        return width - self.inset - _blank_end(self.runs[-1])

    @property
    def inset(self) -> float:
        """How far left of its place it starts: the blank half of the bracket that opens it."""
        return _blank_start(self.runs[0]) if self.runs else 0.0


def _blank_start(run: Run) -> float:
    return run.face.blank_start(run.text) * run.size / 1000 if run.face.squeezes else 0.0


def _blank_end(run: Run) -> float:
    """The space, and the blank half of a sign, that a line does not count at its end."""
    bare = run.text.rstrip(" ")
    space = run.width - run.face.width(bare, run.size) if bare != run.text else run.gap
    return space + run.face.blank_end(bare) * run.size / 1000


def _seam(one: Run, other: Run) -> float:
    """What stands between two runs of a line, beyond their own widths."""
    if not (one.face.han or (one.face.squeezes and _same_style(one, other))):
        return 0.0
    before, after = one.text.rstrip(BREAK_HINT)[-1:], other.text[:1]
    return one.face.between(before, after) * max(one.size, other.size) / 1000


def _same_style(one: Run, other: Run) -> bool:
    return one.face is other.face and one.size == other.size and one.style == other.style


def break_lines(
    runs: Sequence[Run], width: float, *, balanced: bool = False, last: float = 0
) -> tuple[Line, ...]:
    """Set `runs` in lines at most `width` wide (a word wider than that gets a line of its own).

    `balanced` takes the narrowest width that gives the same number of lines; with `last` that
    is done only where the last line would be shorter than this share of `width`.
    """
    merged = _merged(runs)
    if not merged:
        return ()
    whole = Line(tuple([_drawn(run) for run in merged]))
    if whole.width <= width:
        return (Line(whole.runs, whole.width),)
    text = _Text(merged)
    words = _Words(text, width)
    starts = words.greedy(width)
    short = last > 0 and words.width(starts[-1], words.count) < last * width
    if (balanced or short) and len(starts) > 1:
        starts = words.greedy(words.narrowest(width, len(starts)))
    ends = [*starts[1:], words.count]
    return tuple(words.line(a, b) for a, b in zip(starts, ends, strict=True))


def widest(lines: Iterable[Line]) -> float:
    """The width of the widest line; 0 without lines."""
    return max([line.width for line in lines], default=0.0)


def largest_size(text: str, face: Face, sizes: Sequence[float], width: float) -> float | None:
    """The first of `sizes` at which `text` stands on one line of `width`, or None."""
    return next((size for size in sizes if face.width(text, size) <= width), None)


def excess_characters(text: str, face: Face, size: float, width: float) -> int:
    """About how many characters of `text` must go so that it fits `width` on one line."""
    over = face.width(text, size) - width
    return max(0, -int(-over * len(text) // max(face.width(text, size), 1e-9)))


def _drawn(run: Run) -> Run:
    """The run as a line draws it."""
    hinted = not run.text.isascii() and not _HINTS.isdisjoint(run.text)
    return run.saying(drawn(run.text), run.gap) if hinted else run


def _merged(runs: Iterable[Run]) -> list[Run]:
    """The runs with text; neighbours of one style are one run, so that kerning holds."""
    merged: list[Run] = []
    for run in runs:
        if merged and _same_style(run, merged[-1]) and not merged[-1].gap and run.text:
            merged[-1] = run.saying(merged[-1].text + run.text, run.gap)
        elif run.text:
            merged.append(run)
    return merged


class _Text:
    """Runs as one text, every character measured once: the width of any line of it is known."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.said = "".join([run.text for run in runs])
        self._runs = runs
        self._firsts: list[int] = []
        """Where each run starts, in characters."""
        self._starts: list[float] = []
        """Where each character starts, in points, and where it ends before the next one."""
        self._stops: list[float] = []
        self.slides = any(run.face.han for run in runs)
        self._even = all(run.face.even for run in runs)
        at, place = 0, 0.0
        for run, after in itertools.zip_longest(runs, runs[1:]):
            self._firsts.append(at)
            at += len(run.text)
            places = [*itertools.accumulate(_moves(run), initial=place)]
            self._starts += places[:-1]
            self._stops += places[1:]
            place = places[-1] + run.gap + (_seam(run, after) if after else 0.0)

    def start(self, at: int) -> float:
        """Where a line that begins with the character `at` starts."""
        if self._even:
            return self._starts[at]
        run, _ = self._run(at)
        return self._starts[at] + run.face.blank_start(self.said[at]) * run.size / 1000

    def end(self, at: int) -> float:
        """Where a line that stops before the character `at` ends: spaces do not count."""
        last, said = at - 1, self.said
        hyphen = SOFT_HYPHEN if said[last:at] == SOFT_HYPHEN else ""  # it is drawn here alone
        while last >= 0 and said[last] in _UNSEEN:
            last -= 1
        if last < 0 or (self._even and not hyphen):
            return self._stops[last] if last >= 0 else 0.0
        run, first = self._run(last)
        sign = said[max(last - 1, first) : last + 1] + hyphen
        move = sum(run.face.advances(sign)[-1 - len(hyphen) :]) - run.face.blank_end(sign)
        return self._starts[last] + move * run.size / 1000

    def line(self, start: int, end: int) -> Line:
        """The line of these characters."""
        return Line(self._pieces(start, end), self.end(end) - self.start(start))

    def _run(self, at: int) -> tuple[Run, int]:
        """The run of a character, and where it starts."""
        index = bisect.bisect_right(self._firsts, at) - 1
        return self._runs[index], self._firsts[index]

    def _pieces(self, start: int, end: int) -> tuple[Run, ...]:
        pieces = []
        for run, first in zip(self._runs, self._firsts, strict=True):
            said = run.text[max(start - first, 0) : max(end - first, 0)]
            if said:
                gap = run.gap if first + len(run.text) <= end else 0
                pieces.append(_drawn(run.saying(said, gap)))
        return tuple(pieces)


def _moves(run: Run) -> list[float]:
    """How far each character of a run moves on, in points; hints do not."""
    scale = run.size / 1000
    if run.text.isascii() or _HINTS.isdisjoint(run.text):
        return [advance * scale for advance in run.face.advances(run.text)]
    advances = iter(run.face.advances(unhinted(run.text)))
    return [0.0 if c in _HINTS else next(advances) * scale for c in run.text]


class _Words:
    """What may not be split of a text: a word wider than a line is split only where it must be:
    Chinese gives its hints up, Latin breaks behind a hyphen."""

    def __init__(self, text: _Text, width: float) -> None:
        self._text = text
        self._set(places(text.said, slides=text.slides))
        spans = [*zip(self._starts, self._ends[1:], itertools.pairwise(self._bounds), strict=True)]
        wide = [range(*span) for start, end, span in spans if end - start > width]
        if wide:
            more = loose(text.said, text.slides) if is_wide(text.said) else inside(text.said)
            within = set(itertools.chain(*wide)).intersection(more)
            self._set(sorted(within.union(self._bounds[1:-1])))

    def _set(self, ends: Sequence[int]) -> None:
        text = self._text
        self._bounds = [0, *ends, len(text.said)]
        self.count = len(self._bounds) - 1
        self._starts = [text.start(at) for at in self._bounds[:-1]]
        self._ends = [text.end(at) for at in self._bounds]

    def width(self, start: int, end: int) -> float:
        """The width of the line of words start..end, without its closing space."""
        return self._ends[end] - self._starts[start]

    def line(self, start: int, end: int) -> Line:
        """The line of words start..end."""
        return self._text.line(self._bounds[start], self._bounds[end])

    def greedy(self, width: float) -> list[int]:
        """The first word of each line when every line takes all the words it can."""
        starts, room = [0], self._starts[0] + width
        for index in range(1, self.count):
            if self._ends[index + 1] > room + 1e-6:
                starts.append(index)
                room = self._starts[index] + width
        return starts

    def narrowest(self, width: float, count: int) -> float:
        """The least width at which the words still take `count` lines."""
        least = width
        while len(starts := self.greedy(width)) <= count:
            lines = map(self.width, starts, [*starts[1:], self.count])
            fitting = [line for line in lines if line <= width + 1e-6]
            if not fitting:
                break
            least = max(fitting)
            width = least - 0.001
        return least + 0.01
