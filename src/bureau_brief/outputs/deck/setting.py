"""Sets texts in boxes of slides, and says what does not fit.

In: brief.Texts as spans with sizes, and boxes. Out: TextBoxes and Cells; Problems collected in
the Setter. A text keeps no line breaks of its own: where its lines should break elsewhere than
the full width would break them, the right inset is widened.
Not for: which text stands where (one module a form), or sizes (`grid`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bureau_brief.breaking import BREAK_HINT
from bureau_brief.brief import Text
from bureau_brief.fitting import Line, Run, break_lines, widest
from bureau_brief.outputs.deck.ending import (
    POINT,
    ROUNDING,
    Set,
    at_most,
    joined,
    narrowing,
    shortest,
)
from bureau_brief.outputs.deck.paragraphs import Limited, Sizes, number_spans
from bureau_brief.outputs.deck.values import Cell, Colour, Paragraph, Span, TextBox
from bureau_brief.outputs.layouts import Box, Insets, LayoutSet, Role
from bureau_brief.problems import Place, Problem, problem
from bureau_brief.theme import Theme
from bureau_brief.values import replace

T = TypeVar("T")

POINTS = 72
"""Points in an inch."""
LEAST_LAST_LINE = 0.4
"""Of the width; a shorter last line has the text balanced."""

_SHARES = tuple(1 - 0.03 * step for step in range(9))
"""Of a width: what is tried where the whole one ends lines elsewhere than they should."""
_SPLITTING = re.compile(r"(?<=\w[-–/])(?=\w)")  # where programs break inside a word


@dataclass(slots=True)
class Setter:
    """Sets text of one deck and keeps what went wrong."""

    theme: Theme
    layouts: LayoutSet
    hero: float = 0
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    set_before: dict[tuple[object, ...], list[list[Line]]] = field(default_factory=dict)
    """Texts of this deck in lines: most are set to find their size, and again in their place."""

    def first(self, *ways: "Callable[[Setter], T]") -> T:
        """What the first way makes that fits; where none does, the one that lacks least."""
        tried = []
        for way in ways:
            setter = self.trial()
            tried.append((way(setter), setter.problems))
            if not setter.problems:
                return tried[-1][0]
        made, found = min(tried, key=lambda one: len(one[1]))
        self.problems += [one for one in found if one not in self.problems]
        return made

    def trial(self) -> "Setter":
        """A Setter whose problems do not count yet."""
        return Setter(
            self.theme, self.layouts, self.hero, warnings=self.warnings, set_before=self.set_before
        )

    def width(self, spans: Sequence[Span]) -> float:
        """The width that spans may take on one line in any program, in points."""
        return at_most(Line(tuple(self._runs(spans))).width * self.layouts.surer)

    def lines(self, spans: Sequence[Span], width: float, last: float = 0) -> list[Line]:
        """Spans in lines of at most `width` points, words whole."""
        return [line for segment in self._segments(spans, width, last) for line in segment]

    def fits(self, lines: Sequence[Line], width: float) -> bool:
        """Whether every line stands in `width` points in any program."""
        return at_most(widest(lines)) <= width

    def _segments(self, spans: Sequence[Span], width: float, last: float) -> list[list[Line]]:
        """The lines up to each break that is part of the text's setting."""
        key = (tuple(spans), width, last)
        lines = self.set_before.get(key)
        if lines is None:
            room = (width - POINT) / (1 + ROUNDING)
            runs = map(self._runs, _segments(spans))
            lines = [list(break_lines(segment, room, last=last)) for segment in runs]
            self.set_before[key] = lines
        return lines

    def text_box(
        self,
        name: str,
        box: Box,
        limited: Sequence[Limited],
        *,
        insets: Insets | None = None,
        anchor: str = "t",
        fill: Colour | None = None,
        idx: int | None = None,
        last: float = 0,
    ) -> TextBox:
        """Paragraphs in a box; `last`: the least last line, as a share of the width."""
        insets = insets or Insets()
        width = (box.width - insets.left - insets.right) * POINTS
        room = (box.height - insets.top - insets.bottom) * POINTS
        extra, set_ = self._set(limited, width, room, last)
        self._check(limited, set_, width)
        self._check_height(limited, set_, width, room)
        paragraphs = tuple([paragraph for paragraph, _ in limited])
        insets = _narrowed(insets, extra, paragraphs)
        return TextBox(name, box, paragraphs, insets, anchor, fill, idx)  # type: ignore[arg-type]

    def placed(
        self,
        role: Role,
        idx: int,
        limited: Sequence[Limited],
        *,
        box: Box | None = None,
        insets: Insets | None = None,
        anchor: str = "",
        last: float = 0,
    ) -> TextBox:
        """Paragraphs in a placeholder of a layout, at its own place unless `box` says another."""
        slot = self.layouts.roles[role].placeholder(idx)
        return self.text_box(
            slot.name,
            box or slot.box,
            limited,
            insets=insets or slot.insets,
            anchor=anchor or slot.anchor,
            fill=slot.fill or None,
            idx=idx,
            last=last,
        )

    def cell(self, width: float, height: float, limited: Sequence[Limited]) -> Cell:
        """Paragraphs in a table cell of a size in inches."""
        width, height = width * POINTS, height * POINTS
        extra, set_ = self._set(limited, width, height, LEAST_LAST_LINE)
        self._check(limited, set_, width)
        self._check_height(limited, set_, width, height)
        return Cell(tuple([paragraph for paragraph, _ in limited]), extra)

    def ladder(
        self, numbers: Iterable[tuple[Text, float]], steps: Sequence[Sizes], colour: Colour
    ) -> Sizes:
        """The first step at which every number fits its width in inches; the last if none."""
        wanted = list(numbers)
        for step in steps:
            spans = [number_spans(text, step, colour, colour) for text, _ in wanted]
            excess = [self.width(s) - w * POINTS for s, (_, w) in zip(spans, wanted, strict=True)]
            if max(excess, default=0) <= 0:
                return step
        for (text, room), over in zip(wanted, excess, strict=True):
            if over > 0:
                self.note("BB403", text, width=f"{room:.2f}", excess=f"{over / POINTS:.2f}")
        return steps[-1]

    def note(self, code: str, text: Text, **values: object) -> None:
        """Keep a problem of the field that `text` was made from, once."""
        said = str(text).replace("\u00a0", " ")
        found = problem(code, Place(text.path), text=said, **values)
        if found not in self.problems:
            self.problems.append(found)

    def refuse(self, code: str, path: str, **values: object) -> None:
        """Keep a problem of a field that is no text."""
        self.problems.append(problem(code, Place(path), **values))

    def _runs(self, spans: Sequence[Span]) -> list[Run]:
        faces, wider = self.theme.deck, self.layouts.wider
        return [Run(s.text, faces[s.weight], s.size * wider, s.colour) for s in spans]

    def _set(
        self, limited: Sequence[Limited], width: float, room: float, last: float
    ) -> tuple[float, Set]:
        """The inches to take from the right, and the lines of each paragraph then.

        Lines end where they should, and words stay whole at their hyphens, where a narrower box
        of `room` points of height can see to that.
        """
        segments = [self._segments(p.spans, width, last) for p, _ in limited]
        extra = narrowing(segments, width)
        whole = joined(segments)
        if extra is not None:
            return extra, whole
        narrower = shortest(self._narrower(limited, width, room), sum(map(len, whole)))
        return narrower or (0, [self.lines(_split(p.spans), width) for p, _ in limited])

    def _narrower(
        self, limited: Sequence[Limited], width: float, room: float
    ) -> Iterator[tuple[float, Set]]:
        """What `_set` may give where the whole width does not do, widest first."""
        for share in _SHARES:
            segments = [self._segments(p.spans, share * width, 0) for p, _ in limited]
            extra, set_ = narrowing(segments, width), joined(segments)
            fits = all(len(lines) <= most for (_, most), lines in zip(limited, set_, strict=True))
            if extra is not None and fits and self._over(limited, set_, room) <= 0:
                yield extra, set_

    def _check(
        self, limited: Sequence[Limited], set_: Sequence[Sequence[Line]], width: float
    ) -> None:
        for (paragraph_, most), lines in zip(limited, set_, strict=True):
            over = at_most(widest(lines)) - width
            if len(lines) > most:
                self._too_many(paragraph_, len(lines), most, width)
            elif over > 0.05:
                text = _text(paragraph_)
                excess = -int(-over * max(len(line.text) for line in lines) // widest(lines))
                self.note("BB402", text, width=f"{width / POINTS:.2f}", excess=excess)

    def _check_height(
        self, limited: Sequence[Limited], set_: Set, width: float, room: float
    ) -> None:
        """Note the paragraph with most lines if all together are too high."""
        over = self._over(limited, set_, room)
        if over <= 0.5:
            return
        longest = max(range(len(set_)), key=lambda i: len(set_[i]))
        paragraph_, lines = limited[longest].paragraph, set_[longest]
        fitting = max(1, len(lines) + int(-over // paragraph_.line))
        if all(len(s) <= most for (_, most), s in zip(limited, set_, strict=True)):
            self._too_many(paragraph_, len(lines), fitting, width)

    def _over(
        self, limited: Sequence[Limited], set_: Sequence[Sequence[Line]], room: float
    ) -> float:
        """By how many points paragraphs are higher than `room`."""
        heights = [
            p.before + p.line * max(len(s), 1) + p.after
            for (p, _), s in zip(limited, set_, strict=True)
        ]
        below = limited[-1].paragraph.after if limited else 0
        return (sum(heights) - below) * self.layouts.taller - room

    def _too_many(self, paragraph_: Paragraph, found: int, most: int, width: float) -> None:
        """Note what is over in full lines: balanced ones would ask to cut too much."""
        over = self.lines(_split(paragraph_.spans), width)[most:]
        excess = max(1, sum(len(line.text) for line in over))
        self.note("BB401", _text(paragraph_), lines=most, found=found, excess=excess)


def _narrowed(insets: Insets, extra: float, paragraphs: Iterable[Paragraph]) -> Insets:
    """Insets that take `extra` inches where the text does not stand: on both sides if centred."""
    if not extra:
        return insets
    aligned = "".join({paragraph.align for paragraph in paragraphs})
    left = {"ctr": extra / 2, "r": extra}.get(aligned, 0)
    return replace(insets, left=insets.left + left, right=insets.right + extra - left)


def _text(paragraph_: Paragraph) -> Text:
    """The text that a problem of a paragraph is about: the last, its label if it has one."""
    return paragraph_.shows[-1]


def _segments(spans: Sequence[Span]) -> list[Sequence[Span]]:
    """Spans up to each break that is part of the text's setting."""
    if not any(span.ends_line for span in spans):
        return [spans] if spans else []
    segments: list[list[Span]] = [[]]
    for span in spans:
        segments[-1].append(span)
        if span.ends_line:
            segments.append([])
    return [segment for segment in segments if segment]


def _split(spans: Sequence[Span]) -> list[Span]:
    """Spans that may break inside a word where every program breaks it."""
    return [replace(span, text=_SPLITTING.sub(BREAK_HINT, span.text)) for span in spans]
