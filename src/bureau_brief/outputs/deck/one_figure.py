"""One figure: its number, and the words of the source.

In: the only figure of a slide. Out: its content. Where the source's words are not given,
number and label stand there as a sentence.
"""

from collections.abc import Iterator

from bureau_brief.brief import Figure, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.paragraphs import Limited, count_words, paragraph
from bureau_brief.outputs.deck.setting import Setter
from bureau_brief.outputs.deck.values import Item, Rule
from bureau_brief.outputs.layouts import CONTENT, Box

HEADING_SIZE, SOURCE_SIZE = 16.0, 18.0
QUOTE_BEFORE, SOURCE_BEFORE = 6.0, 12.0
LOWER_RULE = Box(grid.COLUMN.x, 6.586, grid.COLUMN.width, grid.FINE)


def one_figure(setter: Setter, figure: Figure, heading: Text) -> Iterator[Item]:
    """The content of the slide."""
    yield panel(setter, "text", figure)
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    yield setter.placed("text", CONTENT, list(_words(setter, figure, heading)))
    yield Rule("Lower rule", LOWER_RULE, "accent1")


def _words(setter: Setter, figure: Figure, heading: Text) -> Iterator[Limited]:
    said = figure.quote or figure.phrase
    if figure.quote and heading:
        yield Limited(paragraph(heading, HEADING_SIZE, bold=True, colour="accent1"), 1)
    size, line = _quote_size(setter, said)
    before = QUOTE_BEFORE if figure.quote and heading else 0
    yield Limited(paragraph(said, size, line=line, level=1, before=before), grid.QUOTE_LINES)
    if figure.quote and figure.quote_source:
        source = paragraph(figure.quote_source, SOURCE_SIZE, level=2, before=SOURCE_BEFORE)
        yield Limited(source, 2)


def _quote_size(setter: Setter, quote: Text) -> tuple[float, float]:
    """Size and line height by the number of words."""
    words = count_words(str(quote))
    for most, size, line in grid.QUOTE_SIZES:
        if words <= most:
            return size, line
    setter.note("BB406", quote, limit=most, found=words, excess=words - most)
    return size, line
