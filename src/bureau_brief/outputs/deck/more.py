"""More areas: up to six that share a slide, each with its name and its main number.

In: a Brief and one of its Shared. Out: its Slide.
"""

from collections.abc import Iterator, Sequence

from bureau_brief.brief import Area, Brief, Shared
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.frame import Frame, framed
from bureau_brief.outputs.deck.setting import (
    LEAST_LAST_LINE,
    POINTS,
    Limited,
    Setter,
    Sizes,
    number_spans,
    paragraph,
)
from bureau_brief.outputs.deck.values import Item, Paragraph, Rule, Slide
from bureau_brief.outputs.layouts import Box, Insets

COLUMNS = (0.6, 4.761, 8.922)
ROWS = (grid.TOP, 4.45)
WIDTH, HEIGHT = 3.811, 2.15
THICK = 0.03
INSETS = Insets(0, 0.14, 0, 0)
STEPS = tuple(Sizes(size, 26, 20) for size in (48, 44, 40))
NUMBER_LINE = 56.0
LABEL_SIZE, LABEL_LINES, LABEL_BEFORE = 18.0, 2, 2.0


def more(setter: Setter, brief: Brief, words: Shared, number: int) -> Slide:
    """The slide."""
    shown = [area for area in brief.areas if area.id in words.areas]
    frame = Frame(words.title, words.kicker, words.source_line, number)
    items = framed(setter, "full", frame, list(_cells(setter, shown)))
    return Slide("more", "full", items, words.notes, brief.parts.more)


def _cells(setter: Setter, areas: Sequence[Area]) -> Iterator[Item]:
    """Row by row; one size of number for all of them."""
    sizes = _sizes(setter, areas)
    places = [(x, y) for y in ROWS for x in COLUMNS]
    for index, (area, (x, y)) in enumerate(zip(areas, places, strict=False), 1):
        figure = area.figure(area.main)
        spans = number_spans(figure.number, sizes, "tx1", "tx1")
        cell = [
            Limited(paragraph(area.name, grid.KICKER, bold=True, colour="accent1"), 1),
            Limited(Paragraph(spans, (figure.number,), NUMBER_LINE), 1),
            Limited(paragraph(figure.lone_label, LABEL_SIZE, before=LABEL_BEFORE), LABEL_LINES),
        ]
        yield Rule(f"Area rule {index}", Box(x, y, WIDTH, THICK), "accent1")
        box = Box(x, y, WIDTH, HEIGHT)
        yield setter.text_box(f"Area {index}", box, cell, insets=INSETS, last=LEAST_LAST_LINE)


def _sizes(setter: Setter, areas: Sequence[Area]) -> Sizes:
    """The first step at which every number, its qualifier on the line, fits its cell."""
    numbers = [area.figure(area.main).number for area in areas]
    for step in STEPS:
        spans = [number_spans(number, step, "tx1", "tx1") for number in numbers]
        if all(setter.width(each) <= WIDTH * POINTS for each in spans):
            return step
    for number, each in zip(numbers, spans, strict=True):
        over = setter.width(each) / POINTS - WIDTH
        if over > 0:
            setter.note("BB403", number, width=f"{WIDTH:.2f}", excess=f"{over:.2f}")
    return step
