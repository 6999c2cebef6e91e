"""Texts as paragraphs of a deck: their spans, their sizes, the lines they may take.

In: brief.Texts, sizes and colours. Out: Spans, Paragraphs and Limited ones.
Not for: setting them in lines (`setting`).
"""

import re
from typing import NamedTuple

from bureau_brief.brief import Text
from bureau_brief.outputs.deck.values import Align, Colour, Paragraph, Span
from bureau_brief.values import value

LINE = 1.2
"""Line height of text as a multiple of its size, written as exact points."""

_HAN = re.compile("[\u3400-\u9fff]")


class Limited(NamedTuple):
    """A paragraph and the most lines it may take."""

    paragraph: Paragraph
    most: int


@value
class Sizes:
    """The sizes of a number's parts."""

    number: float
    unit: float
    words: float = 0
    """Of the qualifier, and of a label on the same line; 0: they stand elsewhere."""


def paragraph(
    shows: Text,
    size: float,
    *,
    bold: bool = False,
    colour: Colour = "tx1",
    level: int = 0,
    line: float = 0,
    before: float = 0,
    after: float = 0,
    align: Align = "l",
) -> Paragraph:
    """A text in one style; `line` 0 is LINE times the size."""
    spans = (Span(str(shows), size, bold, colour),) if shows else ()
    return Paragraph(spans, (shows,), line or line_height(size), level, before, after, align)


def line_height(size: float) -> float:
    """The exact line height of text of a size."""
    return round(LINE * size, 1)


def number_spans(number: Text, sizes: Sizes, colour: Colour, words: Colour) -> tuple[Span, ...]:
    """The parts of a figure's number or phrase: digits and unit bold, what is said light."""
    spans = []
    for part in number.parts:
        if part.kind in ("number", "unit"):
            size = sizes.unit if part.kind == "unit" else sizes.number
            spans.append(Span(part.text, size, True, colour))
        elif sizes.words:
            spans.append(Span(part.text, sizes.words, False, words))
    return tuple(spans)


def count_words(said: str) -> int:
    """The words of a text; two Han count as one."""
    if said.isascii():
        return len(said.split())
    others, han = _HAN.subn(" ", said)
    return len(others.split()) + han // 2


def shortening(text: Text) -> tuple[Text, ...]:
    """A text and what may stand for it where it has no room."""
    return (text, *(shortening(text.shorter) if text.shorter else ()))
