"""A series: three to eight periods as columns from zero, the latest one standing out.

In: an area and a slide of it whose leading figure has a Series. Out: its content: panel, title
of the chart, columns, and up to two other figures as rows below. A period without a count is a
gap. Where the values do not all fit above their columns, only the first and the last are said.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from bureau_brief.brief import Area, AreaSlide, Point
from bureau_brief.brief import Series as Periods
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.figures import rows_below
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.labels import axis_end, chart_title, number_format
from bureau_brief.outputs.deck.setting import POINTS, Limited, Setter, paragraph
from bureau_brief.outputs.deck.values import Chart, Item, Label, Rule, Series
from bureau_brief.outputs.layouts import CONTENT, Box

X, Y, WIDTH, HEIGHT = grid.COLUMN.x, 2.80, grid.COLUMN.width, 3.80
ROW_HEIGHT = 0.90
GAP = 38
PLOT_Y, PLOT_HEIGHT = 0.02, 0.86
HEADROOM = Decimal("1.08")
FILLED = 0.95
"""Of the width of a column and its gap: a wider label would touch the next."""
CATEGORY_LINES = 2
FEW = 5  # periods; with more, labels are smaller


class _Sizes(NamedTuple):
    latest: float
    other: float
    category: float


_LARGE, _SMALL = _Sizes(20, 18, 18), _Sizes(16, 16, 16)


def series(setter: Setter, area: Area, words: AreaSlide) -> Iterator[Item]:
    """The content of the slide."""
    main = area.figure(words.main)
    assert main.series is not None  # noqa: S101 - the slide is about it
    others = [area.figure(id_) for id_ in words.figures if id_ != main.id]
    yield panel(setter, "chart", main)
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    yield chart_title(setter, main.series.title)
    height = HEIGHT - ROW_HEIGHT * len(others)
    yield _columns(setter, main.series, height)
    if others:
        box = Box(X, Y + height, WIDTH, ROW_HEIGHT * len(others))
        yield rows_below(setter, others, words.table_alt, box)


def _columns(setter: Setter, periods: Periods, height: float) -> Chart:
    points = periods.points
    sizes, labelled = _labelled(setter, points)
    x = _inset(setter, points, sizes, labelled)
    lines = _category_lines(setter, points, sizes.category, (1 - 2 * x) * WIDTH / len(points))
    below = (HEIGHT * (1 - PLOT_Y - PLOT_HEIGHT) + (lines - 1) * sizes.category / 60) / height
    last = len(points) - 1
    labels = tuple(
        Label(point.label, sizes.latest if index == last else sizes.other, index == last)
        if index in labelled
        else None
        for index, point in enumerate(points)
    )
    return Chart(
        name=setter.layouts.roles["chart"].placeholder(CONTENT).name,
        box=Box(X, Y, WIDTH, height),
        alt=periods.alt,
        categories=tuple(point.period for point in points),
        series=(
            Series(
                name=periods.title,
                values=tuple(point.value for point in points),
                fills=tuple("accent1" if i == last else "other" for i in range(len(points))),
                labels=labels,
                number_format=number_format(
                    (points[i].value or Decimal(0), points[i].label) for i in labelled
                ),
            ),
        ),
        maximum=_maximum(points, sizes, (1 - PLOT_Y - below) * height),
        gap=GAP,
        overlap=0,
        plot=(round(x, 4), PLOT_Y, round(1 - 2 * x, 4), round(1 - PLOT_Y - below, 4)),
        upright=True,
        category_size=sizes.category,
        idx=CONTENT,
    )


def _labelled(setter: Setter, points: Sequence[Point]) -> tuple[_Sizes, list[int]]:
    """The sizes, and which counted periods have a label: all, or the first and the last."""
    counted = [index for index, point in enumerate(points) if point.value is not None]
    room = FILLED * WIDTH / len(points)
    for sizes in (_LARGE, _SMALL) if len(points) <= FEW else (_SMALL,):
        if max(_width(setter, points, index, sizes) for index in counted) <= room:
            return sizes, counted
    return _SMALL, [counted[0], counted[-1]]


def _width(setter: Setter, points: Sequence[Point], index: int, sizes: _Sizes) -> float:
    """The width of a label in inches."""
    latest = index == len(points) - 1
    set_ = paragraph(points[index].label, sizes.latest if latest else sizes.other, bold=latest)
    return setter.width(set_.spans) / POINTS


def _inset(
    setter: Setter, points: Sequence[Point], sizes: _Sizes, labelled: Sequence[int]
) -> float:
    """What the plot keeps free on both sides, as a share, for labels wider than their columns."""
    widest = max(_width(setter, points, index, sizes) for index in labelled)
    step = WIDTH / len(points)
    if widest <= step:
        return 0
    # a step is (WIDTH - 2 inset) / n, and the outer half of a label reaches at most the edge
    inset = (widest - step) / 2 / (1 - 1 / len(points))
    room = WIDTH / 4
    if inset > room:
        text = max((points[i].label for i in labelled), key=lambda label: len(str(label)))
        most = step + 2 * room * (1 - 1 / len(points))
        setter.note("BB403", text, width=f"{most:.2f}", excess=f"{widest - most:.2f}")
    return min(inset, room) / WIDTH


def _category_lines(setter: Setter, points: Sequence[Point], size: float, step: float) -> int:
    """The lines that the names of the periods take under their columns."""
    lines = 1
    for point in points:
        limited = Limited(paragraph(point.period, size), CATEGORY_LINES)
        setter.text_box("Period", Box(X, Y, FILLED * step, HEIGHT), [limited])
        spans = limited.paragraph.spans
        lines = max(lines, len(setter.lines(spans, FILLED * step * POINTS)))
    return min(lines, CATEGORY_LINES)


def _maximum(points: Sequence[Point], sizes: _Sizes, plot: float) -> Decimal:
    """Where the axis ends, so that a label finds room above the highest column."""
    highest = max((point.value for point in points if point.value is not None), default=Decimal(0))
    label = Decimal(sizes.latest * 1.5 / POINTS / plot)
    return axis_end(highest * max(HEADROOM, 1 / (1 - label)))
