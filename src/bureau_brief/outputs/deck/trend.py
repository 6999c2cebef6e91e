"""Periods as a line on a scale from zero: the first and the last value beside its ends.

In: a brief.Series of any number of periods and a box. Out: a Chart, and the names of the first
and the last period below it. A period without a count breaks the line.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bureau_brief.brief import Point
from bureau_brief.brief import Series as Periods
from bureau_brief.outputs.deck.labels import axis_end
from bureau_brief.outputs.deck.paragraphs import Limited, line_height, paragraph
from bureau_brief.outputs.deck.points import (
    LARGE,
    alternative,
    counted,
    label_width,
    note_too_wide,
    valued,
)
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Chart, Colour, Item, Label, TextBox
from bureau_brief.outputs.layouts import CONTENT, Box

WEIGHT = 2.25
PLOT_Y, HEADROOM = 0.02, Decimal("1.08")
LABEL_GAP = 0.16  # inches between an end of the line and its value
MOST_LABELS = 0.6  # of the width; a line in less would show nothing
NAME_LINES, ABOVE, BELOW, BETWEEN = 3, 0.08, 0.06, 0.2  # of the names, in inches


def trend(setter: Setter, periods: Periods, box: Box) -> list[Item]:
    """The line with its ends."""
    points = periods.points
    first, last = counted(points)[0], len(points) - 1
    left, right = (label_width(setter, points, end, LARGE) + LABEL_GAP for end in (first, last))
    if left + right > MOST_LABELS * box.width:
        longest = max((points[first].label, points[last].label), key=lambda text: len(str(text)))
        note_too_wide(setter, longest, left + right, MOST_LABELS * box.width)
    plot = Box(box.x + left, box.y, box.width - left - right, box.height)
    names = list(_names(setter, points, plot))
    foot = ABOVE + names[0].box.height + BELOW
    labels = [Label(points[first].label, LARGE.other, False, "l"),
              *[None] * (last - first - 1),
              Label(points[last].label, LARGE.latest, True, "r")]  # fmt: skip
    high = 1 - PLOT_Y - foot / box.height
    chart = Chart(
        name=setter.layouts.roles["chart"].placeholder(CONTENT).name,
        box=box,
        alt=alternative(periods),
        categories=tuple(point.period for point in points),
        series=(valued(periods, [None] * first + labels, _dots(points), "accent1", WEIGHT),),
        maximum=axis_end(HEADROOM * max(point.value or Decimal(0) for point in points)),
        gap=0,
        overlap=0,
        plot=(round(left / box.width, 4), PLOT_Y, round(plot.width / box.width, 4), round(high, 4)),
        kind="line",
        idx=CONTENT,
    )
    return [chart, *names]


def _names(setter: Setter, points: Sequence[Point], plot: Box) -> Iterator[TextBox]:
    """The first period under the start of the line, the last one under its end."""
    width = (plot.width - BETWEEN) / 2
    starts = (plot.x, plot.x + width + BETWEEN)
    said = [
        paragraph(points[0].period, LARGE.category),
        paragraph(points[-1].period, LARGE.category, align="r"),
    ]
    lines = max(len(setter.lines(name.spans, width * POINTS)) for name in said)
    height = min(lines, NAME_LINES) * line_height(LARGE.category) / POINTS
    y = plot.y + plot.height - height - BELOW
    for name, x, set_ in zip(("First period", "Last period"), starts, said, strict=True):
        yield setter.text_box(name, Box(x, y, width, height), [Limited(set_, NAME_LINES)])


def _dots(points: Sequence[Point]) -> list[Colour | None]:
    """Where a dot stands: at the ends of the line and where a value has no neighbour."""
    values = [None, *(point.value for point in points), None]
    every = counted(points)
    return [
        "accent1"
        if index in (every[0], every[-1])
        or (index in every and values[index] is None and values[index + 2] is None)
        else None
        for index in range(len(points))
    ]
