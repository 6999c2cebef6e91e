"""What every slide after the cover has: title, kicker, marker, source and slide number.

In: the texts of a slide and its content. Out: its items in reading order.
Not for: the content (one module a form).
"""

import itertools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bureau_brief.breaking import enough
from bureau_brief.brief import Saying, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.paragraphs import Limited, line_height, paragraph, shortening
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import (
    Item,
    Paragraph,
    SlideNumber,
    Span,
    Strip,
    TextBox,
)
from bureau_brief.outputs.layouts import AREA, MARKER, SLIDE_NUMBER, SOURCE, TITLE, Level, Role
from bureau_brief.values import replace, value

_CLAUSES = re.compile(r"(?<=; )|(?<=[；，])")


@value
class Marked:
    """Which of how many areas a slide is about, and the words for it."""

    saying: Saying
    index: int
    """From 0."""
    count: int


class Frame(NamedTuple):
    """The texts around the content of a slide."""

    title: Text
    kicker: Text
    source: Text
    number: int
    marked: Marked | None = None


def framed(setter: Setter, role: Role, frame: Frame, content: Sequence[Item]) -> tuple[Item, ...]:
    """The items of a slide in reading order."""
    kicker = paragraph(frame.kicker, grid.KICKER, bold=True, colour="accent1")
    anchor = _anchor(setter)
    number = setter.layouts.roles[role].placeholder(SLIDE_NUMBER)
    return (
        title(setter, role, frame.title, grid.TITLE_SIZES, grid.TITLE_LINES),
        setter.placed(role, AREA, [Limited(kicker, 1)], anchor=anchor),
        *_marker(setter, role, frame.marked),
        *content,
        _source(setter, role, frame.source),
        SlideNumber(number.name, number.box, SLIDE_NUMBER, frame.number),
    )


def _source(setter: Setter, role: Role, source: Text) -> TextBox:
    """The foot of the slide, as whole as its lines let it be: one, or two of an office's."""
    size = max(grid.SOURCE_SIZE, setter.layouts.smallest)
    most = 2 if setter.layouts.smallest else 1

    def way(text: Text) -> Callable[[Setter], TextBox]:
        return lambda trial: trial.placed(role, SOURCE, [Limited(paragraph(text, size), most)])

    return setter.first(*map(way, shortening(source)))


def title(setter: Setter, role: Role, text: Text, sizes: Sequence[float], most: int) -> TextBox:
    """The title at the first of `sizes` at which it takes `most` lines; what is shorter, if none.

    On the cover a line ends after each clause, unless that takes too many lines.
    """
    layout = setter.layouts.roles[role]
    slot = layout.placeholder(TITLE)
    style, insets = slot.levels[0], slot.words
    width = (slot.box.width - insets.left - insets.right) * POINTS
    room = (slot.box.height - insets.top - insets.bottom) * POINTS / setter.layouts.taller
    ends = (True, False) if role == "cover" else (False,)
    limits = [most]
    if layout.title_sizes:  # an office's title may be narrow: it may take another line
        sizes, limits = layout.title_sizes, [most, most + 1]
    for said, most, ends_lines, size in itertools.product(shortening(text), limits, ends, sizes):
        spans = _title_spans(said, size, style, ends_lines)
        lines = setter.lines(spans, width, LEAST_LAST_LINE)
        high = len(lines) * line_height(size)
        if len(lines) <= most and high <= room + 0.5 and setter.fits(lines, width):
            break
    else:
        said, spans = text, _title_spans(text, size, style, ends_lines)
    set_ = Paragraph(spans, (said,), line_height(size), align=style.align)  # type: ignore[arg-type]
    limited, last = [Limited(set_, most)], LEAST_LAST_LINE
    return setter.placed(role, TITLE, limited, insets=insets, last=last)


def _title_spans(text: Text, size: float, style: Level, ends_lines: bool) -> tuple[Span, ...]:
    pieces = clauses(str(text)) if ends_lines else [str(text)]
    return tuple(
        Span(piece, size, style.bold, style.colour or "tx1", ends_line=number < len(pieces))  # type: ignore[arg-type]
        for number, piece in enumerate(pieces, 1)
    )


def clauses(text: str) -> list[str]:
    """The clauses of a text; one too short for a line of its own stays with the one before."""
    pieces: list[str] = []
    for piece in _CLAUSES.split(text):
        if pieces and not enough(piece):
            piece = pieces.pop() + piece
        pieces.append(piece)
    return pieces


def _marker(setter: Setter, role: Role, marked: Marked | None) -> tuple[Item, ...]:
    """`Area 3 of 7` and, unless they are too many, a row of marks."""
    if marked is None or marked.count < grid.FEWEST_PLACED:
        return ()
    said = marked.saying.fill(i=marked.index + 1, n=marked.count)
    text = paragraph(said, grid.KICKER, align="r")
    anchor = _anchor(setter)
    y = setter.layouts.roles[role].placeholder(MARKER).box.y
    if marked.count > grid.MOST_MARKED:
        box = replace(grid.PLACE_ALONE, y=y)
        return (setter.placed(role, MARKER, [Limited(text, 1)], box=box, anchor=anchor),)
    box = replace(grid.STRIP, y=y + grid.STRIP.y - grid.PLACE_ALONE.y)
    strip = Strip("Area marks", box, grid.STRIP_GAP, marked.count, marked.index)
    return (setter.placed(role, MARKER, [Limited(text, 1)], anchor=anchor), strip)


def _anchor(setter: Setter) -> str:
    """Of the words beside the marks: in the middle where an office's slide stretches places."""
    return "ctr" if setter.layouts.template else ""
