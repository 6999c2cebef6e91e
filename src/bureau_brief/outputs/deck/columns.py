"""Periods as columns from zero, the latest one standing out.

In: a brief.Series of at most eight periods and a box. Out: a Chart. A period without a count is a
gap. Where the values do not all fit above their columns, only the first and the last are said.
"""

from collections.abc import Sequence
from decimal import Decimal

from bureau_brief.brief import Point
from bureau_brief.brief import Series as Periods
from bureau_brief.outputs.deck.labels import axis_end
from bureau_brief.outputs.deck.paragraphs import Limited, paragraph
from bureau_brief.outputs.deck.points import (
    LARGE,
    SMALL,
    Sizes,
    alternative,
    counted,
    label_width,
    note_too_wide,
    valued,
)
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Chart, Colour, Item, Label
from bureau_brief.outputs.layouts import CONTENT, Box

GAP = 38
PLOT_Y, BELOW = 0.02, 0.456
"""The space above the plot, as a share, and below it, in inches, for names of one line."""
HEADROOM = Decimal("1.08")
FILLED, TOUCHING = 0.95, 1.25
"""Of a column and its gap: a wider label would touch the next one, or lie on the next column."""
CATEGORY_LINES = 3
FEW = 5  # periods; with more, labels are smaller


def columns(setter: Setter, periods: Periods, box: Box) -> list[Item]:
    """The chart."""
    points, last = periods.points, len(periods.points) - 1
    sizes, labelled = _labelled(setter, points, box.width / len(points))
    x = _inset(setter, points, sizes, labelled, box.width)
    lines = _category_lines(setter, points, sizes.category, (1 - 2 * x) * box.width / len(points))
    below = (BELOW + (lines - 1) * sizes.category / 60) / box.height
    labels = [
        Label(point.label, sizes.latest if index == last else sizes.other, index == last)
        if index in labelled
        else None
        for index, point in enumerate(points)
    ]
    fills: list[Colour | None] = [*["other"] * last, "accent1"]  # type: ignore[list-item]
    chart = Chart(
        name=setter.layouts.roles["chart"].placeholder(CONTENT).name,
        box=box,
        alt=alternative(periods),
        categories=tuple(point.period for point in points),
        series=(valued(periods, labels, fills),),
        maximum=_maximum(points, sizes, (1 - PLOT_Y - below) * box.height),
        gap=GAP,
        overlap=0,
        plot=(round(x, 4), PLOT_Y, round(1 - 2 * x, 4), round(1 - PLOT_Y - below, 4)),
        kind="columns",
        category_size=sizes.category,
        idx=CONTENT,
    )
    return [chart]


def _labelled(setter: Setter, points: Sequence[Point], step: float) -> tuple[Sizes, list[int]]:
    """The sizes, and which counted periods have a label: all, or the first and the last."""
    every = counted(points)
    for sizes in (LARGE, SMALL) if len(points) <= FEW else (SMALL,):
        if max(label_width(setter, points, index, sizes) for index in every) <= FILLED * step:
            return sizes, every
    ends = [every[0], every[-1]]
    for index in ends:
        width, most = label_width(setter, points, index, SMALL), TOUCHING * step
        if width > most:
            note_too_wide(setter, points[index].label, width, most)
    return SMALL, ends


def _inset(
    setter: Setter, points: Sequence[Point], sizes: Sizes, labelled: Sequence[int], width: float
) -> float:
    """What the plot keeps free on both sides, as a share, for labels wider than their columns."""
    widest = max(label_width(setter, points, index, sizes) for index in labelled)
    step = width / len(points)
    # a step is (width - 2 inset) / n, and the outer half of a label reaches at most the edge
    return max(0, widest - step) / 2 / (1 - 1 / len(points)) / width


def _category_lines(setter: Setter, points: Sequence[Point], size: float, step: float) -> int:
    """The lines that the names of the periods take under their columns."""
    width = FILLED * step
    names = [paragraph(point.period, size) for point in points]
    for name in names:
        setter.text_box("Period", Box(0, 0, width, 9), [Limited(name, CATEGORY_LINES)])
    most = max(len(setter.lines(name.spans, width * POINTS)) for name in names)
    return min(most, CATEGORY_LINES)


def _maximum(points: Sequence[Point], sizes: Sizes, plot: float) -> Decimal:
    """Where the axis ends, so that a label finds room above the highest column."""
    highest = max((point.value for point in points if point.value is not None), default=Decimal(0))
    label = Decimal(sizes.latest * 1.5 / POINTS / plot)
    return axis_end(highest * max(HEADROOM, 1 / (1 - label)))
