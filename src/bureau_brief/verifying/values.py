"""What stands in a finished file, and what should, place by place.

In: nothing. Out: plain values that the readers and the plans both fill, so that they can be
held against each other: a file is a list of leaves (the page; each slide), a leaf has sections
(its texts, its notes, a chart's sheet), a section has places in order.
Not for: reading (`pdf`, `pptx`, `xlsx`), or what a plan expects (`page`, `deck`).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from bureau_brief.values import value


@value
class Said:
    """A text at a place (`slide 4, table row 2, column 1`); expected ones name their figures."""

    place: str
    text: str
    figures: tuple[str, ...] = ()
    """Ids of the figures whose numbers stand in it, in order."""
    bare: bool = False
    """A cell: the number alone, without qualifier and unit."""


Section = Sequence[Said]


@value
class Leaf:
    """The page, or one slide with its notes and charts."""

    name: str
    sections: Mapping[str, Section]
    """By name: `texts`, `notes`, `chart 1, sheet`; the first text of `texts` is its title."""


Kind = Literal[
    "missing", "different", "swapped", "unknown", "stray", "qualifier", "unit", "text", "leaf",
    "length", "data",
]  # fmt: skip
"""How a place differs from what it should say."""


@value
class Difference:
    """One thing that is not as it should be."""

    kind: Kind
    place: str
    expected: str
    found: str
    figure: str = ""
    """Id of the figure whose number it is about, where there is one."""
    other: str = ""
    """Id of the figure that stands there instead."""


@value
class Held:
    """One place held against what it should say (None: nothing stands there by right)."""

    expected: Said | None
    differences: tuple[Difference, ...] = ()


_NUMBER = re.compile(r"\d(?:[.,’'\u00a0\u202f]?\d)*")
_UNSEEN = re.compile("[\u200b\u2060\u00ad\ufeff]")
_SPACE = re.compile(r"\s+")
_SEPARATING = re.compile(r"(?<!\d) | (?!\d)")


def numbers(text: str) -> list[str]:
    """The numbers of a text as they are written, in order."""
    return _NUMBER.findall(text)


def folded(text: str) -> str:
    """Every kind of space as one plain space, nothing at the ends, no invisible break hints."""
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: spaces may differ, but not between two digits."""
    return one == other or _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return _SEPARATING.sub("", folded(text))
