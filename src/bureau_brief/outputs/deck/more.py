"""More areas: up to six that share a slide, each with its name and its main number.

In: a Brief and one of its Shared. Out: its Slide: a cell an area, or a row where labels are long.
"""

from collections.abc import Sequence
from functools import partial

from bureau_brief.brief import Area, Brief, Shared
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.frame import Frame, framed
from bureau_brief.outputs.deck.ledger import Row, ledger
from bureau_brief.outputs.deck.paragraphs import Limited, Sizes, number_spans, paragraph
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import Item, Paragraph, Rule, Slide
from bureau_brief.outputs.layouts import Box, Insets

COLUMNS = (0.6, 4.761, 8.922)
ROWS = (grid.TOP, 4.45)
WIDTH, HEIGHT = 3.811, 2.15
THICK = 0.03
INSETS = Insets(0, 0.14, 0, 0)
STEPS = (
    Sizes(48, 26, 20), Sizes(44, 26, 20), Sizes(40, 24, 20), Sizes(36, 20, 18), Sizes(32, 18, 18),
    Sizes(28, 18, 18), Sizes(24, 18, 18), Sizes(20, 18, 18),
)  # fmt: skip
NAME_LINES = 3
LINE_BEYOND = 8.0  # points of line height above the number's size
LABEL_SIZE, LABEL_LINES, LABEL_BEFORE = 18.0, 4, 2.0


def more(setter: Setter, brief: Brief, words: Shared, number: int) -> Slide:
    """The slide."""
    shown = [area for area in brief.areas if area.id in words.areas]
    frame = Frame(words.title, words.kicker, words.source_line, number)
    ways = (partial(_cells, areas=shown, sizes=sizes) for sizes in STEPS)
    rows = [Row(area.figure(area.main), area.name) for area in shown]
    content = setter.first(*ways, partial(ledger, rows=rows, colour="tx1"))
    items = framed(setter, "full", frame, content)
    return Slide("more", "full", items, words.notes, brief.parts.more)


def _cells(setter: Setter, areas: Sequence[Area], sizes: Sizes) -> list[Item]:
    """Row by row; one size of number for all of them, and one height under their names."""
    line = sizes.number + LINE_BEYOND
    names = [paragraph(area.name, grid.KICKER, bold=True, colour="accent1") for area in areas]
    lines = [len(setter.lines(name.spans, WIDTH * POINTS)) for name in names]
    places = [(x, y) for y in ROWS for x in COLUMNS]
    items: list[Item] = []
    for index, (area, (x, y)) in enumerate(zip(areas, places, strict=False)):
        figure = area.figure(area.main)
        spans = number_spans(figure.number, sizes, "tx1", "tx1")
        before = (min(max(lines), NAME_LINES) - lines[index]) * names[index].line
        cell = [
            Limited(names[index], NAME_LINES),
            Limited(Paragraph(spans, (figure.number,), line, before=max(before, 0)), 1),
            Limited(paragraph(figure.lone_label, LABEL_SIZE, before=LABEL_BEFORE), LABEL_LINES),
        ]
        items.append(Rule(f"Area rule {index + 1}", Box(x, y, WIDTH, THICK), "accent1"))
        box, name = Box(x, y, WIDTH, HEIGHT), f"Area {index + 1}"
        items.append(setter.text_box(name, box, cell, insets=INSETS, last=LEAST_LAST_LINE))
    return items
