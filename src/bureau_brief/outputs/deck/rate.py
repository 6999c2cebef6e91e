"""A rate: the share in the panel, its part and its whole beside it.

In: an area with a Rate. Out: its content.
"""

from collections.abc import Iterator

from bureau_brief.brief import Area, Rate, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.paragraphs import Limited, Sizes, number_spans, paragraph
from bureau_brief.outputs.deck.proportion import bracket, proportion
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Colour, Item, Paragraph, Rule
from bureau_brief.outputs.layouts import CHART_TITLE, CONTENT, NOTE, Box

X, WIDTH = grid.COLUMN.x, grid.COLUMN.width
PART = Box(X, 2.32, WIDTH, 1.1)
PART_OF_TWO_LINES = Box(X, 2.20, WIDTH, 1.30)
BAR = Box(X, 3.58, WIDTH, 1.15)
BRACKET_Y, BRACKET_DEPTH = 4.84, 0.12
WHOLE = Box(X, 5.19, WIDTH, 1.2)
WHOLE_OF_TWO_LINES = Box(X, 5.19, WIDTH, 1.41)
SIZES, NUMBER_LINE = Sizes(40, 20, 20), 43.0
LABEL_SIZE, LABEL_LINES = 20.0, 2


def rate(setter: Setter, area: Area, shown: Rate) -> Iterator[Item]:
    """The content of the slide."""
    part, whole = area.figure(shown.part), area.figure(shown.whole)
    yield panel(setter, "chart", area.figure(shown.rate))
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    box = PART if _short(setter, part.short_label) else PART_OF_TWO_LINES
    words = _number_and_label(part.number, part.short_label, "accent1")
    yield setter.placed("chart", CHART_TITLE, words, box=box)
    yield proportion(area, shown, BAR, "Proportion", CONTENT)
    yield bracket(X, BRACKET_Y, WIDTH, BRACKET_DEPTH)
    box = WHOLE if _short(setter, shown.whole_label) else WHOLE_OF_TWO_LINES
    words = _number_and_label(whole.number, shown.whole_label, "tx1")
    yield setter.placed("chart", NOTE, words, box=box)


def _number_and_label(number: Text, label: Text, colour: Colour) -> list[Limited]:
    spans = number_spans(number, SIZES, colour, "tx1")
    return [
        Limited(Paragraph(spans, (number,), NUMBER_LINE, level=1), 1),
        Limited(paragraph(label, LABEL_SIZE, level=2), LABEL_LINES),
    ]


def _short(setter: Setter, label: Text) -> bool:
    """Whether a label takes one line."""
    return len(setter.lines(paragraph(label, LABEL_SIZE).spans, WIDTH * POINTS)) == 1
