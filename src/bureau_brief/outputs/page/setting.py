"""Sets Texts in lines, and says what does not fit.

In: brief.Texts, a place and a Type. Out: TextBoxes; Problems collected in the Setter.
Not for: which text stands where (`header`, `lead`, `rows`, `footer`).
"""

import functools
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from bureau_brief.breaking import CLOSING
from bureau_brief.brief import PartKind, Text
from bureau_brief.fitting import Face, Line, Run, break_lines, widest
from bureau_brief.outputs.page.grid import Grid, Level, Type
from bureau_brief.outputs.page.values import Box, Item, PlacedLine, Role, TextBox
from bureau_brief.problems import Place, Problem, problem
from bureau_brief.theme import Theme
from bureau_brief.values import replace, value

LEAST_LAST_LINE = 0.35  # of the width; a shorter last line has its text balanced
APART = 0.2  # of the smaller size, between parts of a Chinese number and its label
LEAST_SPACE = 0.16  # of the larger size: poppler takes 0.15 and less for no space
_FIRST_ODD = "\u0300"
_JOINERS = "\u200c\u200d\u200e\u200f"
_FIRST_EMOJI, _LAST_EMOJI = "\U0001f000", "\U0001faff"
LEAST_LEADING = 1.15  # of the size
ASCENT, DESCENT = 0.95, 0.30  # of the size: where the tallest and deepest glyphs end


@value
class Block:
    """What stands between two rules, measured from the upper one."""

    items: tuple[Item, ...]
    last: float
    """Baseline of its lowest line."""
    notes: tuple[Text, ...] = ()
    """How to read what it draws, for the foot of the page."""


@dataclass(slots=True)
class Setter:
    """Sets text for one page size and level, and keeps what went wrong."""

    theme: Theme
    grid: Grid
    level: Level
    problems: list[Problem] = field(default_factory=list)
    _kept: dict[tuple[object, ...], tuple[Line, ...]] = field(default_factory=dict)

    def anew(self, grid: Grid, level: Level) -> "Setter":
        """One without problems; what this one has set in lines it need not set again."""
        return Setter(self.theme, grid, level, _kept=self._kept)

    @property
    def cap(self) -> float:
        """Height of a digit of the big numbers, as a share of their size."""
        return self.theme.page["bold"].cap_height

    def scaled(self, type_: Type) -> Type:
        """A small Type, larger where everything of the level is."""
        by = self.level.scale
        return replace(type_, size=round(2 * type_.size * by) / 2, leading=type_.leading * by)

    def writable(self, text: Text) -> Text:
        """A text, or the shorter one where the fonts lack its characters."""
        said = str(text)
        odd = _odd(said) or self.theme.page["regular"].missing(said)
        return text.shorter if odd and text.shorter else text

    def run(self, text: str, type_: Type) -> Run:
        """Text in the font, size and colour of a Type."""
        size = max(type_.size, self.level.floor)
        return Run(text, self.theme.page[type_.weight], size, type_.colour)

    def runs(self, text: Text, types: Mapping[PartKind, Type]) -> tuple[Run, ...]:
        """The parts of a Text, each in its own Type.

        The space after a large number is as large as the number. A unit is drawn nearer, yet not
        so near that programs that read the page take the two for one word.
        """
        runs: list[Run] = []
        for part in text.parts:
            run, words = self.run(part.text, types[part.kind]), part.text.lstrip(" \u00a0")
            space = part.text.removesuffix(words)
            if space and runs and runs[-1].size > run.size:
                gap = _nearer(run, runs[-1], space) if part.kind == "unit" else 0
                runs[-1] = runs[-1].saying(runs[-1].text + space, gap)
                run = run.saying(words)
            runs.append(run)
        return tuple(_apart(runs) if self.theme.page["regular"].squeezes else runs)

    def broken(
        self, runs: Iterable[Run], width: float, *, balanced: bool = False, last: float = 0
    ) -> tuple[Line, ...]:
        """Runs in lines, broken once for all levels that are tried."""
        key = (said := tuple(runs), width, balanced, last)
        lines = self._kept.get(key)
        if lines is None:
            lines = self._kept[key] = break_lines(said, width, balanced=balanced, last=last)
        return lines

    def lines(
        self,
        text: Text,
        type_: Type,
        width: float,
        *,
        most: int,
        balanced: bool = False,
        last: float = 0,
    ) -> tuple[Line, ...]:
        """The Text in lines of one Type; too many lines or too wide a word is a problem."""
        lines = self.broken([self.run(str(text), type_)], width, balanced=balanced, last=last)
        self.limit(text, lines, width, most)
        return lines

    def limit(self, text: Text, lines: Sequence[Line], width: float, most: int) -> None:
        """Note the problem if `lines` are too many or too wide, or lack a character."""
        if len(lines) > most:
            # in full lines: balanced ones would ask to cut too much
            full = break_lines([run for line in lines for run in line.runs], width)
            over = max(1, sum(len(line.text) for line in full[most:]))
            self.note("BB301", text, lines=most, found=len(lines), excess=over)
        elif widest(lines) > width + 0.05:
            over_wide = widest(lines) - width
            self.note("BB302", text, width=f"{width:.0f}", excess=f"{over_wide:.1f}")
        self.glyphs(text, lines)

    def glyphs(self, text: Text, lines: Sequence[Line]) -> None:
        """Note the characters that cannot be set, and those that a font of `lines` lacks."""
        runs = [run for line in lines for run in line.runs]
        new = [run for run in runs if not _sound(run.face).issuperset(run.text)]
        if new:
            self._look_at(text, new)

    def _look_at(self, text: Text, runs: Sequence[Run]) -> None:
        """Runs some of whose characters no page has set yet."""
        if odd := _odd("".join([run.text for run in runs])):
            self.note("BB312", text, characters=_points(odd))
        elif missing := "".join([run.face.missing(run.text) for run in runs]):
            self.note("BB303", text, characters=_points(dict.fromkeys(missing)))
        else:
            for run in runs:
                _sound(run.face).update(run.text)

    def note(self, code: str, text: Text, **values: object) -> None:
        """Keep a problem of the field that `text` was made from, once."""
        found = problem(code, Place(text.path), text=plain(text), **values)
        if found not in self.problems:
            self.problems.append(found)


def placed(lines: Sequence[Line], x: float, baseline: float, leading: float) -> list[PlacedLine]:
    """Lines below each other, never too close for their size, the first on `baseline`; their ink
    starts at `x`."""
    smallest = min([run.size for line in lines for run in line.runs], default=0)
    leading = max(leading, LEAST_LEADING * smallest)
    return [
        PlacedLine(x - line.inset, baseline + i * leading, line) for i, line in enumerate(lines)
    ]


def text_box(
    role: Role,
    slot: str,
    texts: Sequence[Text],
    lines: Sequence[PlacedLine],
    x0: float,
    x1: float,
) -> TextBox:
    """A paragraph, its box between x0 and x1 and around its lines."""
    sizes = [(p.baseline, run.size) for p in lines for run in p.line.runs]
    top = min([baseline - ASCENT * size for baseline, size in sizes])
    bottom = max([baseline + DESCENT * size for baseline, size in sizes])
    return TextBox(role, tuple(texts), tuple(lines), Box(x0, top, x1, bottom), slot)


@functools.cache
def _sound(_face: Face) -> set[str]:
    """Characters that pages have set in a font: they are neither odd nor missing."""
    return set()


def _odd(text: str) -> list[str]:
    """What is odd in a text, each once."""
    return [character for character in dict.fromkeys(text) if _is_odd(character)]


def _is_odd(character: str) -> bool:
    """Whether it joins another one, is an emoji, or is read from right to left."""
    return character >= _FIRST_ODD and (
        unicodedata.category(character).startswith("M")
        or unicodedata.bidirectional(character) in ("R", "AL", "AN")
        or character in _JOINERS
        or _FIRST_EMOJI <= character <= _LAST_EMOJI
    )


def _points(characters: Iterable[str]) -> str:
    return ", ".join(f"`{c}` U+{ord(c):04X}" for c in characters)


def plain(text: Text) -> str:
    """A Text for a message: no-break spaces as spaces."""
    return str(text).replace("\u00a0", " ")


def _nearer(unit: Run, number: Run, space: str) -> float:
    """What the space behind a number gives up before a smaller unit: a gap of 0 or less."""
    near = max(unit.saying(space).width, LEAST_SPACE * number.size)
    return min(near - number.saying(space).width, 0)


def spaced(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs that another text of the paragraph follows: the space between the two is inside."""
    last = runs[-1]
    return (*runs[:-1], replace(last, text=last.text + " "))


def followed(text: Text) -> str:
    """A Text that another one of its paragraph follows: a space, unless its last sign has one."""
    said = str(text)
    return said if said.endswith(tuple(CLOSING)) else f"{said} "


def _apart(runs: Sequence[Run]) -> Iterator[Run]:
    """Chinese parts in their own type: where no space stands between them, a gap does."""
    for run, after in zip_longest(runs, runs[1:]):
        apart = after and run.face.between_types(run.text, after.text)
        yield run.saying(run.text, APART * min(run.size, after.size)) if apart else run
