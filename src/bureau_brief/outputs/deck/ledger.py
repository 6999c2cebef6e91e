"""Numbers as rows over the whole slide, their labels beside them: for long texts.

In: figures, with the names of their areas or without. Out: their items. A row is as high as its
texts ask for and the gaps are even; all numbers have one size and stand in one column.
Not for: texts that have room in tiles or cells, which can be taken in at a glance.
"""

import itertools
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from bureau_brief.brief import NOTHING, Figure, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.paragraphs import Limited, Sizes, number_spans, paragraph
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import Colour, Item, Paragraph, Rule
from bureau_brief.outputs.layouts import Box

STEPS = (
    Sizes(40, 24, 24), Sizes(40, 20, 20), Sizes(36, 20, 20), Sizes(32, 18, 18), Sizes(28, 18, 18),
    Sizes(24, 18, 18), Sizes(20, 18, 18),
)  # fmt: skip
"""Of the numbers, and of the words beside them."""
COLUMNS = tuple(round(1.75 + 0.35 * step, 2) for step in range(9))
"""Of the numbers, in inches; the narrowest that holds them is taken first."""
NAME_COLUMNS, COLUMN_GAP, LEAST_GAP = (2.8, 0), 0.3, 0.1
NUMBER_LINE = 1.15  # of its size, so that its digits stand in the middle of the row
MOST_LINES = 9
KINDS = ("Area", "Number", "Label")
"""What the columns hold, from left to right; the last two where names stand above numbers."""

Cell = list[Limited]


class Row(NamedTuple):
    """A figure, and the name of its area where that is said."""

    figure: Figure
    name: Text = NOTHING


class _Way(NamedTuple):
    """How rows are set: what stands in their cells, and the columns of these."""

    rows: Sequence[Sequence[Cell]]
    columns: Sequence[float]
    heights: Sequence[float]

    @property
    def gap(self) -> float:
        """The inches that each row has beyond its texts."""
        return (grid.HEIGHT - sum(self.heights)) / len(self.heights)


def ledger(setter: Setter, rows: Sequence[Row], colour: Colour) -> list[Item]:
    """The rows with their rules, the numbers in `colour`."""
    ways = list(_ways(setter, rows, colour))
    roomy = [way for way in ways if way.gap >= LEAST_GAP]
    return setter.first(*(partial(_placed, way=way) for way in roomy or ways[-1:]))


def _placed(setter: Setter, way: _Way) -> list[Item]:
    """Rows with rules above and below them, and the same gap in each."""
    items: list[Item] = []
    y = grid.TOP
    for index, (cells, needed) in enumerate(zip(way.rows, way.heights, strict=True), 1):
        height, x = needed + way.gap, grid.LEFT
        items.append(Rule(f"Rule {index}", Box(x, y, grid.WIDTH, grid.FINE), "accent1"))
        for kind, cell, width in zip(KINDS[-len(cells) :], cells, way.columns, strict=True):
            name, box = f"{kind} {index}", Box(x, y, _inner(width), height)
            items.append(setter.text_box(name, box, cell, anchor="ctr", last=LEAST_LAST_LINE))
            x += width
        y += height
    return [*items, Rule("Last rule", Box(grid.LEFT, y, grid.WIDTH, grid.FINE), "accent1")]


def _ways(setter: Setter, rows: Sequence[Row], colour: Colour) -> Iterator[_Way]:
    """The largest first; the last is the one that needs least room.

    Names have a column of their own, or stand above the numbers where labels need that room.
    """
    most = COLUMNS[-1] - COLUMN_GAP
    largest = setter.ladder([(row.figure.number, most) for row in rows], STEPS, colour)
    names = NAME_COLUMNS if rows[0].name else (0,)
    for name, sizes in itertools.product(names, STEPS[STEPS.index(largest) :]):
        set_ = [_cells(row, sizes, colour, apart=name > 0) for row in rows]
        widest = max(setter.width(cells[-2][-1].paragraph.spans) for cells in set_) / POINTS
        for column in [one for one in COLUMNS if one >= widest + COLUMN_GAP] or COLUMNS[-1:]:
            rest = grid.WIDTH - name - column + COLUMN_GAP
            columns = [*([name] if name else []), column, rest]
            yield _Way(set_, columns, [_height(setter, cells, columns) for cells in set_])


def _cells(row: Row, sizes: Sizes, colour: Colour, *, apart: bool) -> list[Cell]:
    """Number and label; the name in a cell of its own if `apart`, else above the number."""
    spans = number_spans(row.figure.number, sizes, colour, "tx1")
    number = Paragraph(spans, (row.figure.number,), round(NUMBER_LINE * sizes.number, 1))
    name = paragraph(row.name, grid.KICKER, bold=True, colour="accent1")
    label = [Limited(paragraph(row.figure.lone_label, sizes.words), MOST_LINES)]
    if apart:
        return [[Limited(name, MOST_LINES)], [Limited(number, 1)], label]
    above = [Limited(name, MOST_LINES)] if row.name else []
    return [[*above, Limited(number, 1)], label]


def _height(setter: Setter, cells: Sequence[Cell], columns: Sequence[float]) -> float:
    """The inches that a row takes in columns."""
    return max(
        sum(len(setter.lines(each.spans, _inner(width) * POINTS)) * each.line for each, _ in cell)
        for cell, width in zip(cells, columns, strict=True)
    ) * setter.layouts.taller / POINTS  # fmt: skip


def _inner(column: float) -> float:
    """The width for text in a column."""
    return column - COLUMN_GAP
