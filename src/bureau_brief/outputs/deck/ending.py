"""How much narrower a box must be for every program to end its lines where they should end.

In: the lines of a box's paragraphs, and its width. Out: what to take from the width, if anything.
Not for: where lines should end (`fitting`, `breaking`).
"""

import sys
from collections.abc import Iterable, Sequence

from bureau_brief.fitting import Line, widest

Set = list[list[Line]]
"""The lines of each paragraph of a box."""
Segments = Sequence[Sequence[Sequence[Line]]]
"""The same, up to each break that is part of a paragraph's setting."""

_POINTS = 72
_SURE = 1.0  # points by which a line must miss the next word, so that any program breaks there
ROUNDING, POINT = 0.002, 0.5
"""Programs round every advance: a line may be this share and these points wider than measured."""


def at_most(width: float) -> float:
    """A width with what another program may add to it."""
    return width * (1 + ROUNDING) + POINT if width else 0


def joined(segments: Segments) -> Set:
    """The lines of each paragraph, whatever segments they are in."""
    return [[line for lines in text for line in lines] for text in segments]


def narrowing(segments: Segments, width: float) -> float | None:
    """The inches to take from `width` points, so that lines end as they do here; None if no width
    does that for all paragraphs."""
    texts = [lines for text in segments for lines in text]
    narrow = at_most(max(map(widest, texts), default=0))
    more = [line.followed for lines in texts for line in lines if line.followed is not None]
    wide = min(more, default=2 * width)
    if wide > width + _SURE:
        return 0
    return round((width - (narrow + wide) / 2) / _POINTS, 3) if wide - narrow > _SURE else None


def shortest(ways: Iterable[tuple[float, Set]], least: int) -> tuple[float, Set] | None:
    """The first of the ways with fewest lines; none can have fewer than `least`."""
    best, fewest = None, sys.maxsize
    for way in ways:
        lines = sum(map(len, way[1]))
        if lines < fewest:
            best, fewest = way, lines
        if fewest <= least:
            break
    return best
