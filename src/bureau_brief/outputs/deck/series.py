"""A series: up to eight periods as columns, more, or wider ones, as a line.

In: an area and a slide of it whose leading figure has a Series. Out: its content: panel, title
of the chart, columns or line, and up to two other figures as rows below.
"""

from collections.abc import Callable, Iterator
from functools import partial

from bureau_brief.brief import Area, AreaSlide
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.columns import columns
from bureau_brief.outputs.deck.figures import rows_below
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.labels import chart_title
from bureau_brief.outputs.deck.setting import Setter
from bureau_brief.outputs.deck.trend import trend
from bureau_brief.outputs.deck.values import Item, Rule
from bureau_brief.outputs.layouts import Box

X, Y, WIDTH, HEIGHT = grid.COLUMN.x, 2.80, grid.COLUMN.width, 3.80
ROW_HEIGHT = 0.90
MOST_COLUMNS = 8


def series(setter: Setter, area: Area, words: AreaSlide) -> Iterator[Item]:
    """The content of the slide."""
    main = area.figure(words.main)
    assert main.series is not None  # noqa: S101 - the slide is about it
    others = [area.figure(id_) for id_ in words.figures if id_ != main.id]
    yield panel(setter, "chart", main)
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    yield chart_title(setter, main.series.title)
    height = HEIGHT - ROW_HEIGHT * len(others)
    forms = (columns, trend) if len(main.series.points) <= MOST_COLUMNS else (trend,)
    box = Box(X, Y, WIDTH, height)
    ways: list[Callable[[Setter], list[Item]]]
    ways = [partial(form, periods=main.series, box=box) for form in forms]
    yield from setter.first(*ways)
    if others:
        below = Box(X, Y + height, WIDTH, ROW_HEIGHT * len(others))
        yield rows_below(setter, others, words.table_alt, below)
