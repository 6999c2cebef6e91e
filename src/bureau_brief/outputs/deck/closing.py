"""The closing slide: two numbers to keep, and where everything comes from.

In: a Brief. Out: its Slide.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

from bureau_brief.brief import Brief, Figure, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.frame import Frame, framed
from bureau_brief.outputs.deck.hero import qualifier
from bureau_brief.outputs.deck.logo import ON_CLOSING, logo
from bureau_brief.outputs.deck.paragraphs import (
    Limited,
    Sizes,
    line_height,
    number_spans,
    paragraph,
    shortening,
)
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import Item, Paragraph, Rule, Slide, TextBox
from bureau_brief.outputs.layouts import CONTENT, HERO, Insets
from bureau_brief.values import replace

STEPS = (
    Sizes(60, 24), Sizes(48, 24), Sizes(40, 24), Sizes(36, 20), Sizes(28, 18), Sizes(24, 18)
)  # fmt: skip
LINE_BEYOND = 2.0  # points of line height above the number's size
WAYS = (
    *((label, STEPS[first:], 0.0) for label in (20.0, 18.0) for first in range(len(STEPS))),
    (18.0, STEPS[-1:], 0.35),
)
"""The size of the labels; of the numbers from the first that all have room; the space above them
in inches where it is not the panel's."""
LABEL_BEFORE, LABEL_LINES = 4.0, 5
BETWEEN = 22.0
HEADING_SIZE, TEXT_SIZE = 16.0, 18.0
TEXT_BEFORE, TEXT_AFTER, TEXT_LINES = 3.0, 18.0, 6
TEXT_INSETS = Insets(0, 0.16, 0, 0)


def closing(setter: Setter, brief: Brief, number: int) -> Slide:
    """The last slide."""
    words = brief.closing
    shown = [brief.figures()[id_] for id_ in words.figures]
    content: tuple[Item, ...] = (
        *logo(setter, brief, ON_CLOSING),
        _panel(setter, shown),
        Rule("Rule", grid.COLUMN_RULE, "accent1"),
        _blocks(setter, brief),
    )
    frame = Frame(words.title, words.kicker, words.source_line, number)
    items = framed(setter, "text", frame, content)
    return Slide("closing", "text", items, words.notes, brief.parts.closing)


def _panel(setter: Setter, figures: list[Figure]) -> TextBox:
    slot = setter.layouts.roles["text"].placeholder(HERO)
    room = slot.box.width - slot.insets.left - slot.insets.right
    numbers = [(figure.number, room) for figure in figures]

    def way(label: float, steps: Sequence[Sizes], top: float) -> Callable[[Setter], TextBox]:
        def make(trial: Setter) -> TextBox:
            sizes = replace(trial.ladder(numbers, steps, "bg1"), words=label)
            set_ = [set_ for figure in figures for set_ in _number(trial, figure, sizes, room)]
            set_[0] = Limited(replace(set_[0].paragraph, before=0), 1)
            insets = replace(slot.insets, top=top) if top else slot.insets
            return trial.placed("text", HERO, set_, insets=insets, last=LEAST_LAST_LINE)

        return make

    return setter.first(*itertools.starmap(way, WAYS))


def _number(setter: Setter, figure: Figure, sizes: Sizes, room: float) -> Iterator[Limited]:
    """Number and label; a qualifier on the number's line if there is room, else above it."""
    number, before = figure.number, BETWEEN
    spans = number_spans(number, sizes, "bg1", "bg1")
    if number.part("qualifier") and setter.width(spans) > room * POINTS:
        above = qualifier(number, sizes.words, line_height(sizes.words), "bg1").paragraph
        yield Limited(replace(above, level=2, before=before), 1)
        spans, before = number_spans(number, replace(sizes, words=0), "bg1", "bg1"), 0
    yield Limited(Paragraph(spans, (number,), sizes.number + LINE_BEYOND, 1, before), 1)
    label = paragraph(figure.lone_label, sizes.words, colour="bg1", level=2, before=LABEL_BEFORE)
    yield Limited(label, LABEL_LINES)


def _blocks(setter: Setter, brief: Brief) -> TextBox:
    """Source, method and periods, contact; all in fewer words where the whole has no room."""
    whole = brief.closing.blocks
    short = tuple((heading, shortening(text)[-1]) for heading, text in whole)
    return setter.first(lambda trial: _set(trial, whole), lambda trial: _set(trial, short))


def _set(setter: Setter, blocks: Iterable[tuple[Text, Text]]) -> TextBox:
    limited = []
    for heading, text in blocks:
        if not text:
            continue
        limited.append(Limited(paragraph(heading, HEADING_SIZE, bold=True, colour="accent1"), 1))
        said = paragraph(text, TEXT_SIZE, level=3, before=TEXT_BEFORE, after=TEXT_AFTER)
        limited.append(Limited(said, TEXT_LINES))
    return setter.placed("text", CONTENT, limited, insets=TEXT_INSETS, anchor="t")
