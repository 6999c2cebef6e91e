"""The overview: a tile a number, and a rate as a band with its proportion.

In: a Brief with an Overview. Out: its Slide. With a rate and up to four other numbers: tiles
over a band; otherwise, or where their labels are too long for that, one row of tiles, or two;
a row a number where they are too long for any tile.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from bureau_brief.brief import Area, Brief, Figure, Overview, Rate
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.frame import Frame, framed
from bureau_brief.outputs.deck.hero import bare_number, qualifier
from bureau_brief.outputs.deck.ledger import Row, ledger
from bureau_brief.outputs.deck.paragraphs import (
    Limited,
    Sizes,
    line_height,
    number_spans,
    paragraph,
)
from bureau_brief.outputs.deck.proportion import bracket, proportion
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import Item, Paragraph, Rule, Slide, TextBox
from bureau_brief.outputs.layouts import Box, Insets

MOST_TILES, MOST_BESIDE_A_RATE, MOST_IN_A_ROW = 6, 4, 3
GAP = 0.20
INSETS = Insets(0.2, 0.15, 0.12, 0.05)
TALL_INSETS = Insets(0.2, 0.72, 0.12, 0.20)
"""Of tiles as high as the panel: the number stands where it stands on every slide."""
SMALL, QUALIFIER_LINE = 18.0, 20.0
LABEL_BEFORE = 4.0
OVER_BAND_HEIGHT, ROW_HEIGHT = 2.20, 2.15
STEPS = (Sizes(48, 26), Sizes(44, 24), Sizes(40, 24), Sizes(36, 20), Sizes(32, 18))
LARGE_STEPS = (Sizes(60, 26), *STEPS)


class _Tile(NamedTuple):
    """How a number stands in its tile: the size and the lines of its label, its own steps."""

    label: float
    lines: int
    steps: Sequence[Sizes]
    before: float = 4
    """Points between the number and the label."""


SMALLEST = STEPS[-1:]
ROW_TILES: tuple[_Tile, ...] = (
    _Tile(20, 2, LARGE_STEPS), _Tile(SMALL, 3, STEPS), _Tile(SMALL, 4, SMALLEST, before=2),
)  # fmt: skip
TALL_TILES: tuple[_Tile, ...] = (
    _Tile(24, 5, LARGE_STEPS), _Tile(20, 6, LARGE_STEPS), _Tile(SMALL, 7, STEPS),
)  # fmt: skip

BAND = Box(grid.LEFT, 4.50, grid.WIDTH, 2.10)
RATE = Box(0.8, 4.77, 2.633, 1.83)
RATE_UNDER_QUALIFIER = Box(0.8, 4.58, 2.633, 2.02)
RATE_SIZES = Sizes(48, 26, 18)
PART = Box(3.883, 4.76, 8.65, 0.36)
PART_SIZES = Sizes(20, 20, 20)
BAR = Box(3.883, 5.18, 8.65, 0.60)
BRACKET_Y, BRACKET_DEPTH = 5.86, 0.10
WHOLE = Box(3.883, 6.02, 8.65, 0.36)


def overview(setter: Setter, brief: Brief, words: Overview, number: int) -> Slide:
    """The second slide."""
    figures = [brief.figures()[id_] for id_ in words.figures]
    if len(figures) > MOST_TILES:
        excess = len(figures) - MOST_TILES
        setter.note("BB405", words.title, limit=MOST_TILES, found=len(figures), excess=excess)
    figures = figures[:MOST_TILES]
    ways = list(_rows(figures))
    band = _band(brief, figures)
    if band:
        ways.insert(0, lambda trial: [*_over_band(trial, figures[:-1]), *_banded(trial, *band)])
    rows = [Row(figure) for figure in figures]
    content = setter.first(*ways, partial(ledger, rows=rows, colour="accent1"))
    frame = Frame(words.title, words.kicker, words.source_line, number)
    items = framed(setter, "full", frame, content)
    return Slide("overview", "full", items, words.notes, brief.parts.opening)


def _band(brief: Brief, figures: Sequence[Figure]) -> tuple[Area, Rate] | None:
    """The area of the last figure if that is drawn as a proportion under the tiles."""
    if not 1 < len(figures) <= MOST_BESIDE_A_RATE + 1:
        return None
    for area in brief.areas:
        if area.rate is not None and area.rate.rate == figures[-1].id:
            return area, area.rate
    return None


def _over_band(setter: Setter, figures: Sequence[Figure]) -> list[Item]:
    boxes = _row(grid.TOP, len(figures), OVER_BAND_HEIGHT)
    return _tiles(setter, figures, boxes, INSETS, _Tile(SMALL, 3, STEPS))


def _rows(figures: Sequence[Figure]) -> Iterator[Callable[[Setter], list[Item]]]:
    """One row as high as the panel, or two: 2 + 2, 2 + 3, 3 + 3; the largest labels first."""
    count, upper = len(figures), len(figures) // 2
    insets, tiles = INSETS, ROW_TILES
    boxes = [
        *_row(grid.TOP, upper, ROW_HEIGHT),
        *_row(grid.TOP + grid.HEIGHT - ROW_HEIGHT, count - upper, ROW_HEIGHT),
    ]
    if count <= MOST_IN_A_ROW:
        insets, tiles = TALL_INSETS, TALL_TILES
        boxes = _row(grid.TOP, count, grid.HEIGHT)
    return (partial(_tiles, figures=figures, boxes=boxes, insets=insets, tile=t) for t in tiles)


def _row(y: float, count: int, height: float) -> list[Box]:
    """`count` tiles side by side."""
    width = (grid.WIDTH - GAP * (count - 1)) / count
    return [Box(grid.LEFT + i * (width + GAP), y, width, height) for i in range(count)]


def _tiles(
    setter: Setter,
    figures: Sequence[Figure],
    boxes: Sequence[Box],
    insets: Insets,
    tile: _Tile,
) -> list[Item]:
    """Tiles with their rules; one size of number for all of them."""
    rooms = [box.width - insets.left - insets.right for box in boxes]
    numbers = [figure.number for figure in figures]
    sizes = setter.ladder(zip(numbers, rooms, strict=True), tile.steps, "accent1")
    items: list[Item] = []
    for number, (figure, box) in enumerate(zip(figures, boxes, strict=True), 1):
        set_ = [
            qualifier(figure.number, SMALL, QUALIFIER_LINE, "tx1"),
            bare_number(figure.number, sizes, "accent1"),
            Limited(paragraph(figure.lone_label, tile.label, before=tile.before), tile.lines),
        ]
        name, last = f"Tile {number}", LEAST_LAST_LINE
        items.append(setter.text_box(name, box, set_, insets=insets, fill="bg2", last=last))
        rule = Box(box.x, box.y, box.width, grid.HEAVY)
        items.append(Rule(f"Tile rule {number}", rule, "accent1"))
    return items


def _banded(setter: Setter, area: Area, rate: Rate) -> Iterator[Item]:
    """The rate with its proportion, on a band."""
    yield Rule("Band", BAND, "bg2")
    yield Rule("Band rule", Box(BAND.x, BAND.y, BAND.width, grid.HEAVY), "accent1")
    yield _rate(setter, area.figure(rate.rate))
    phrase = area.figure(rate.part).phrase
    spans = number_spans(phrase, PART_SIZES, "accent1", "tx1")
    part = Paragraph(spans, (phrase,), line_height(PART_SIZES.number))
    yield setter.text_box("Part", PART, [Limited(part, 1)])
    yield proportion(area, rate, BAR, "Proportion")
    yield bracket(BAR.x, BRACKET_Y, BAR.width, BRACKET_DEPTH)
    yield setter.text_box("Whole", WHOLE, [Limited(paragraph(rate.whole_band, SMALL), 1)])


def _rate(setter: Setter, figure: Figure) -> TextBox:
    """The rate; its qualifier on the same line if there is room, else above."""
    label = Limited(paragraph(figure.short_label, SMALL, before=LABEL_BEFORE), 3)
    spans = number_spans(figure.number, RATE_SIZES, "accent1", "tx1")
    if setter.width(spans) <= RATE.width * POINTS:
        number = Limited(Paragraph(spans, (figure.number,), RATE_SIZES.number), 1)
        return setter.text_box("Rate", RATE, [number, label])
    sizes = setter.ladder([(figure.number, RATE.width)], STEPS, "accent1")
    above = qualifier(figure.number, SMALL, QUALIFIER_LINE, "tx1")
    number = bare_number(figure.number, sizes, "accent1")
    return setter.text_box("Rate", RATE_UNDER_QUALIFIER, [above, number, label])
