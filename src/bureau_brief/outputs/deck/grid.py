"""Where things stand on the slides and how large they are set: the numbers of the design.

In: nothing. Out: constants; inches for places, points for type.
Not for: places of placeholders (the template's), or anything that depends on a text.
"""

from bureau_brief.outputs.deck.paragraphs import Sizes
from bureau_brief.outputs.layouts import Box, Insets

MOST_WORDS = {"title": 60, "overview": 100, "more": 100, "area": 90, "closing": 110}
LONGEST_ALT = 250
MOST_ROWS = 5  # of a table beside a panel

LEFT, TOP = 0.6, 2.10
WIDTH, HEIGHT = 12.133, 4.5
COLUMN = Box(6.0, TOP, 6.733, HEIGHT)
"""The right column beside the panel."""

HEAVY, FINE = 0.06, 0.014
"""Thickness of the rule on a tile and of the rule above a column."""
COLUMN_RULE = Box(COLUMN.x, TOP, COLUMN.width, FINE)
LINE_WEIGHT = 1.5
"""Points: outlines of bars, brackets."""

TITLE_SIZES, TITLE_LINES = (28.0, 26.0, 24.0), 2
COVER_SIZES, COVER_LINES = (44.0, 40.0, 36.0), 3
KICKER, SOURCE_SIZE = 16.0, 12.0

STRIP, STRIP_GAP = Box(10.633, 0.665, 2.1, 0.10), 0.06
MOST_MARKED = 14  # areas; more marks could not be told apart
FEWEST_PLACED = 3  # areas; with fewer, the place of one says nothing
PLACE_ALONE = Box(8.333, 0.55, 4.4, 0.32)
"""Of the words that say the place, without marks beside them."""


def hero_sizes(number: float) -> Sizes:
    """A headline number with its unit at 40 per cent, to the half point."""
    return Sizes(number, round(0.8 * number) / 2)


HERO_STEPS = tuple(hero_sizes(size) for size in (80, 76, 72, 68, 64, 60, 54, 48))
HERO_QUALIFIER, HERO_QUALIFIER_LINE = 24.0, 28.0
HERO_LABELS, HERO_LABEL_BEFORE, HERO_LABEL_LINES = (24.0, 20.0, 18.0), 4.0, 5
HERO_PERIOD, HERO_PERIOD_BEFORE, HERO_PERIOD_LINES = 18.0, 14.0, 2

CAUSE_TILE = Box(LEFT, TOP, 4.1, HEIGHT)
CAUSE_INSETS = Insets(0.35, 0.72, 0.20, 0.20)
EFFECT_PANEL = Box(7.733, TOP, 5.0, HEIGHT)
LINK = Box(4.9, 3.03, 2.633, 0.70)
LINK_SIZE, LINK_LINES = 20.0, 2
ARROW_Y, ARROW_WEIGHT = 3.87, 6.0

QUOTE_SIZES = ((25, 28.0, 35.0), (35, 24.0, 30.0))
"""Most words, size, line height."""
QUOTE_LINES = 7
