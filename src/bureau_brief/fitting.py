"""How wide text is, where its lines break, and which size fits.

In: runs of text with a font and a size. Out: lines of runs with their widths, in points.
Not for: places on a page or slide, words, the fonts (`faces`), or where a line may break
(`breaking`).
"""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import field
from operator import sub

from bureau_brief.breaking import (
    BREAK_HINT,
    OPENING,
    SOFT_HYPHEN,
    drawn,
    first,
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
_UNSEEN = f" {BREAK_HINT}{SOFT_HYPHEN}"  # at the end of a line

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

    def __hash__(self) -> int:
        return hash(self.text)  # a quarter of the time of a hash of all, and as good

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
    followed: float | None = field(default=None, compare=False, repr=False)
    """On a slide: its width with what a program may take of the line that follows."""

    @property
    def text(self) -> str:
        """What the line says, with its closing space."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        """Its width in points, without the space or the blank half of a sign at its ends."""
        if self.measured is not None:
            return self.measured
        runs = [run for run in self.runs if run.text]
        return _Text(runs).width if runs else 0.0

    @property
    def inset(self) -> float:
        """How far left of its place it starts: the blank half of the bracket that opens it."""
        return _blank_start(self.runs[0]) if self.runs else 0.0


def _blank_start(run: Run) -> float:
    return run.face.blank_start(run.text) * run.size / 1000 if run.face.squeezes else 0.0


def _seam(one: Run, other: Run) -> float:
    """What stands between two runs of a line, beyond their own widths."""
    if not (one.face.han or (one.face.squeezes and _same_style(one, other))):
        return 0.0
    before, after = one.text.rstrip(BREAK_HINT)[-1:], other.text.lstrip(BREAK_HINT)[:1]
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
    text = _Text(merged)
    whole = text.width
    if whole <= width:
        return (Line(text.pieces(0, len(text.said)), whole),)
    words = _Words(text, width)
    starts = words.greedy(width)
    short = last > 0 and words.width(starts[-1], words.count) < last * width
    if (balanced or short) and len(starts) > 1:
        starts = words.greedy(words.narrowest(width, len(starts)))
    return words.lines(starts)


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
        alone = len(runs) == 1
        self.said = runs[0].text if alone else "".join([run.text for run in runs])
        self._runs = runs
        self._hinted = not (self.said.isascii() or _HINTS.isdisjoint(self.said))
        squeezes = (run.face.squeezes for run in runs)
        self._squeezes = next(squeezes) if alone else any(squeezes)
        self._plain = alone and not self._hinted and self.said[0] != " "
        self._unit = runs[0].size / 1000 if alone else 1.0
        """Points in the unit of the places: one run has its places as its font has them."""
        self._firsts = [0]
        """Where each run starts, in characters."""
        self._places = [*itertools.accumulate(self._moves(runs[0]), initial=0.0)]
        """Where each character starts, and where the last one ends."""
        for run, after in itertools.pairwise(runs):
            place = self._places.pop() + run.gap + _seam(run, after)
            self._firsts.append(len(self._places))
            self._places += itertools.accumulate(self._moves(after), initial=place)

    @property
    def slides(self) -> bool:
        """Whether it stands on a slide, in Chinese."""
        return self._runs[0].face.han

    @property
    def on_slides(self) -> bool:
        """Whether it stands on a slide: another program breaks its lines."""
        return not self._runs[0].face.kerning

    @property
    def width(self) -> float:
        """The width of all of it on one line."""
        if self._squeezes or self.said[-1] in _UNSEEN:
            return self.ends([len(self.said)])[0] - self.starts([0])[0]
        return self._places[-1] * self._unit

    def starts(self, places: Sequence[int]) -> list[float]:
        """Where lines that begin with these characters start, in points."""
        starts = [self._places[at] * self._unit for at in places]
        if self._squeezes:
            for index, at in enumerate(places):
                if self.said[at] in OPENING:
                    run, _ = self._run(at)
                    starts[index] += run.face.blank_start(self.said[at]) * run.size / 1000
        return starts

    def ends(self, places: Sequence[int]) -> list[float]:
        """Where lines that stop before these characters end, in points: spaces do not count."""
        if not self._plain:
            return [*map(self._end, places)]
        starts, unit, endings = self._places, self._unit, self._runs[0].face.endings
        said = self.said
        lasts = [len(said[:at].rstrip(" ")) - 1 for at in places]
        said = " " + said
        return [(starts[last] + endings[said[last : last + 2]]) * unit for last in lasts]

    def _end(self, at: int) -> float:
        said = self.said
        last = len(said[:at].rstrip(_UNSEEN)) - 1
        if last < 0:
            return 0.0
        run, first = self._run(last)
        hyphen = SOFT_HYPHEN if said[at - 1] == SOFT_HYPHEN else ""  # it is drawn here alone
        move = run.face.endings[said[max(last - 1, first) : last + 1] + hyphen]
        return self._places[last] * self._unit + move * run.size / 1000

    def first(self, start: int, end: int) -> int:
        """Where between these characters a slide program may break first: slides have no hints."""
        said = self.said[start:end]
        if not self._hinted:
            return start + first(said)
        seen = [index for index, character in enumerate(said, start) if character not in _HINTS]
        return [*seen, end][first(unhinted(said))]

    def pieces(self, start: int, end: int) -> tuple[Run, ...]:
        """What a line of these characters draws."""
        if self._plain:
            run, last = self._runs[0], end == len(self.said)
            return (run.saying(self.said[start:end], run.gap if last else 0),)
        pieces = []
        for run, at in zip(self._runs, self._firsts, strict=True):
            said = run.text[max(start - at, 0) : max(end - at, 0)]
            if said:
                gap = run.gap if at + len(run.text) <= end else 0
                pieces.append(run.saying(drawn(said) if self._hinted else said, gap))
        return tuple(pieces)

    def _run(self, at: int) -> tuple[Run, int]:
        """The run of a character, and where it starts."""
        index = bisect.bisect_right(self._firsts, at) - 1
        return self._runs[index], self._firsts[index]

    def _moves(self, run: Run) -> list[float]:
        """How far each character of a run moves on; hints do not."""
        if self._hinted:
            advances = iter(run.face.advances(unhinted(run.text)))
            moves = [0.0 if c in _HINTS else next(advances) for c in run.text]
        else:
            moves = run.face.advances(run.text)
        return moves if len(self._runs) == 1 else [move * run.size / 1000 for move in moves]


class _Words:
    """What may not be split of a text: a word wider than a line is split only where it must be:
    Chinese gives its hints up, Latin breaks behind a hyphen."""

    def __init__(self, text: _Text, width: float) -> None:
        self._text = text
        self._set(places(text.said, slides=text.slides))
        if max(map(sub, self._ends[1:], self._starts)) > width:
            self._split(width)

    def _set(self, ends: Sequence[int]) -> None:
        self._bounds = [0, *ends, len(self._text.said)]
        self.count = len(self._bounds) - 1
        self._starts = self._text.starts(self._bounds[:-1])
        self._ends = [0.0, *self._text.ends(self._bounds[1:])]

    def _split(self, width: float) -> None:
        """Set words wider than a line as several."""
        text = self._text
        more = loose(text.said, text.slides) if is_wide(text.said) else inside(text.said)
        words = zip(itertools.pairwise(self._bounds), self._starts, self._ends[1:], strict=True)
        wide = [range(*word) for word, start, end in words if end - start > width]
        within = set(itertools.chain(*wide)).intersection(more)
        self._set(sorted(within.union(self._bounds[1:-1])))

    def width(self, start: int, end: int) -> float:
        """The width of the line of words start..end, without its closing space."""
        return self._ends[end] - self._starts[start]

    def lines(self, starts: Sequence[int]) -> tuple[Line, ...]:
        """The lines that begin with these words."""
        ends = [*starts[1:], self.count]
        bounds = [self._bounds[word] for word in (*starts, self.count)]
        followed = self._followed(starts, bounds) if self._text.on_slides else [None] * len(starts)
        return tuple(
            Line(self._text.pieces(*bound), self.width(start, end), more)
            for start, end, bound, more in zip(
                starts, ends, itertools.pairwise(bounds), followed, strict=True
            )
        )

    def _followed(self, starts: Sequence[int], bounds: Sequence[int]) -> list[float | None]:
        """What each line is with the first piece of the next one; None for the last."""
        pieces = [self._text.first(*bound) for bound in itertools.pairwise(bounds[1:])]
        begins = [self._starts[word] for word in starts[:-1]]
        return [*map(sub, self._text.ends(pieces), begins), None]

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
