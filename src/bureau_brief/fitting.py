"""How wide text is, where its lines break, and which size fits.

In: runs of text with a font and a size. Out: lines of runs with their widths, in points.
Not for: places on a page or slide, words, the fonts (`faces`), or where a line may break
(`breaking`).
"""

import bisect
import itertools
from collections.abc import Iterable, Iterator, Sequence

from bureau_brief.breaking import BREAK_HINT, drawn, inside, is_wide, loose, places
from bureau_brief.faces import Face
from bureau_brief.values import value

NBSP = "\u00a0"

__all__ = [
    "NBSP", "Face", "Line", "Run", "Word", "break_lines", "excess_characters",
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

    @property
    def text(self) -> str:
        """What the line says, with its closing space."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        """Its width in points, without the space or the blank half of a sign at its ends."""
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


Word = tuple[Run, ...]
"""What may not be split: pieces of runs up to the next place where a line may break."""


def break_lines(
    runs: Sequence[Run], width: float, *, balanced: bool = False, last: float = 0
) -> tuple[Line, ...]:
    """Set `runs` in lines at most `width` wide (a word wider than that gets a line of its own).

    `balanced` takes the narrowest width that gives the same number of lines; with `last` that
    is done only where the last line would be shorter than this share of `width`.
    """
    whole = _line([tuple(run for run in runs if run.text)])
    if whole.runs and whole.width <= width:
        return (whole,)
    words = _Words(_words(runs, width))
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
        seams = [_seam(a[-1], b[0]) for a, b in itertools.pairwise(words)]
        full = [sum(run.width for run in word) for word in words]
        self._starts = [0.0]
        for width, seam in zip(full, [*seams, 0.0], strict=True):
            self._starts.append(self._starts[-1] + width + seam)
        self._insets = [_blank_start(word[0]) for word in words]
        self._ends = [
            start + width - _blank_end(word[-1])
            for start, width, word in zip(self._starts, full, words, strict=False)
        ]

    def width(self, start: int, end: int) -> float:
        """The width of the line of words start..end, without its closing space."""
        return self._ends[end - 1] - self._starts[start] - self._insets[start]

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


def _words(runs: Sequence[Run], width: float) -> list[Word]:
    """The runs cut where lines may break; a word wider than a line also inside: Chinese gives
    its hints up, Latin breaks behind a hyphen."""
    kept = [run for run in runs if run.text]
    text = "".join(run.text for run in kept)
    ends = places(text)
    words = list(_cut(kept, ends))
    more = loose(text) if is_wide(text) else inside(text)
    wide = [_line([word]).width > width for word in words] if more else []
    if any(wide):
        spans = itertools.pairwise([0, *ends, len(text)])
        within = {i for span, over in zip(spans, wide, strict=True) if over for i in range(*span)}
        ends = tuple(sorted({*ends, *within.intersection(more)}))
        words = list(_cut(kept, ends))
    return words


def _cut(runs: Sequence[Run], ends: Sequence[int]) -> Iterator[Word]:
    """The runs up to each of `ends`, indexes in their joined text, and the rest."""
    word: list[Run] = []
    at, wanted = 0, iter([*ends, -1])
    end = next(wanted)
    for run in runs:
        start = 0
        while at < end <= at + len(run.text):
            gap = run.gap if end == at + len(run.text) else 0
            word.append(run.saying(run.text[start : end - at], gap))
            yield tuple(word)
            word, start, end = [], end - at, next(wanted)
        if run.text[start:]:
            word.append(run.saying(run.text[start:], run.gap))
        at += len(run.text)
    if word:
        yield tuple(word)


def _line(words: Sequence[Word]) -> Line:
    """The words joined; neighbours of one style become one run, so that kerning holds."""
    runs: list[Run] = []
    for run in (run for word in words for run in word):
        if runs and _same_style(run, runs[-1]) and not runs[-1].gap:
            runs[-1] = run.saying(runs[-1].text + run.text, run.gap)
        else:
            runs.append(run)
    return Line(tuple(run.saying(drawn(run.text), run.gap) for run in runs))
