"""A series drawn: columns from zero, or a line for rates and for more than eight periods.

In: a Figure with a series and a Frame. Out: a Block: the chart, its labels, its periods.
A period without a count is an empty place that says so; a line breaks there. The line of a rate
runs on a scale from its lowest to its highest value, rounded outward to whole points, and the
foot of the page says so; every other scale starts at zero.
Not for: where the chart stands (`series`).
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bureau_brief.brief import Figure, Point, Series, Text
from bureau_brief.outputs.page.grid import PERIOD, PERIOD_LAST, POINT, POINT_LAST, Type
from bureau_brief.outputs.page.setting import Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path, Rect, TextBox

MOST_COLUMNS = 8
GAP = 0.34  # of the step from one column to the next
LABEL_ROOM, LABEL_RISE = 13.3, 3.6  # above the highest column; between a column and its label
DOT_ROOM = 6.0  # between the lowest dot of a line and the lower edge
PERIOD_DROP, MISSING_RISE = 10.5, 4.0
AXIS, LINE = 0.75, 1.6
DOT, LAST_DOT, CORNERS = 2.6, 3.4, 24  # a dot is a shape of so many corners
BETWEEN = 4.0  # at least, between two labels
CAPTION_DROP, CAPTION_ROOM = 8.0, 14.0  # from the frame's top; the height that it takes


class Frame(NamedTuple):
    """Where the chart stands, labels included; its lower edge is the axis."""

    x: float
    top: float
    width: float
    height: float

    @property
    def axis(self) -> float:
        """The lower edge."""
        return self.top + self.height


class _Scale(NamedTuple):
    """Places of periods and values."""

    frame: Frame
    step: float
    width: float
    low: float
    high: float
    rise: float
    """From the lower edge to the lowest value."""

    def left(self, index: int) -> float:
        """The left edge of a column."""
        return self.frame.x + index * self.step

    def middle(self, index: int) -> float:
        """The middle of a column, where a dot stands."""
        return self.left(index) + self.width / 2

    @property
    def unit(self) -> float:
        """Points per unit of value."""
        return (self.frame.height - LABEL_ROOM - self.rise) / ((self.high - self.low) or 1)

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.frame.axis - self.rise - (value - self.low) * self.unit


def fits(setter: Setter, series: Series, width: float) -> bool:
    """Whether the labels and the periods find their places in a chart of this width."""
    scale = _scale(series, Frame(0, 0, width, 1))
    ends = (series.points[0].period, series.points[-1].period)
    periods = _all_periods(setter, series, scale) or _apart(setter, ends, PERIOD, width)
    missing = [point for point in series.points if point.value is None] if _columns(series) else []
    named = all(setter.run(str(p.label), PERIOD).width <= scale.step for p in missing)
    labels = (_first(series).label, series.points[-1].number)
    return periods and named and _apart(setter, labels, POINT_LAST, width)


def plotted(setter: Setter, figure: Figure, frame: Frame, *, lead: bool) -> Block:
    """The chart; in the lead block all points are labelled where there is room."""
    series = figure.series
    assert series is not None  # noqa: S101 - the callers asked
    scale = _scale(series, frame)
    every = lead and _all_points(setter, series, scale)
    caption = _caption(setter, series, frame) if every else []
    labels = _labels(setter, series, scale, every=every)
    if caption and any(_covers(caption[0], label) for label in labels):
        low = frame.top + CAPTION_ROOM
        scale = _scale(series, Frame(frame.x, low, frame.width, frame.axis - low))
        labels = _labels(setter, series, scale, every=every)
    shapes = _shapes(figure.id, series, scale)
    graphic = Graphic(series.alt, tuple(shapes), scale.unit, scale.low)
    periods = list(_periods(setter, series, scale))
    items: list[Item] = [*caption, graphic, *labels, *periods]
    return Block(tuple(items), frame.axis + PERIOD_DROP, (_reading(series, scale),))


def _reading(series: Series, scale: _Scale) -> Text:
    if series.percent:
        return series.scale.fill(low=int(scale.low), high=int(scale.high))
    return series.reading


def _columns(series: Series) -> bool:
    return not series.percent and len(series.points) <= MOST_COLUMNS


def _first(series: Series) -> Point:
    """The first point that was counted."""
    return next(point for point in series.points if point.value is not None)


def _scale(series: Series, frame: Frame) -> _Scale:
    values = [float(point.value) for point in series.points if point.value is not None]
    step = frame.width / (len(series.points) - GAP)
    low, high = 0.0, max(values)
    if series.percent:
        low, high = float(math.floor(min(values))), float(math.ceil(max(values)))
        if low == high:
            low, high = max(low - 1, 0), high + 1
    rise = 0 if _columns(series) else DOT_ROOM
    return _Scale(frame, step, step * (1 - GAP), low, high, rise)


def _shapes(id_: str, series: Series, scale: _Scale) -> Iterator[Rect | Path]:
    if _columns(series):
        for index, point in enumerate(series.points):
            if point.value is not None:
                top = scale.y(float(point.value))
                fill = "accent" if index == len(series.points) - 1 else "earlier"
                height = scale.frame.axis - top
                yield Rect(
                    scale.left(index), top, scale.width, height, fill, figure=f"{id_}[{index}]"
                )
        ends = (
            (scale.frame.x, scale.frame.axis),
            (scale.frame.x + scale.frame.width, scale.frame.axis),
        )
        yield Path(ends, "outline", AXIS)
        return
    for stretch in _stretches(series, scale):
        if len(stretch) > 1:
            yield Path(tuple(stretch), "accent", LINE)
    counted = [index for index, point in enumerate(series.points) if point.value is not None]
    for index in counted:
        x, y = _dot(series, scale, index)
        yield Path(_circle(x, y, LAST_DOT if index == counted[-1] else DOT), "accent")


def _dot(series: Series, scale: _Scale, index: int) -> tuple[float, float]:
    value = series.points[index].value
    assert value is not None  # noqa: S101 - the callers asked
    return scale.middle(index), scale.y(float(value))


def _stretches(series: Series, scale: _Scale) -> list[list[tuple[float, float]]]:
    """The line from dot to dot, broken where nothing was counted."""
    out: list[list[tuple[float, float]]] = [[]]
    for index, point in enumerate(series.points):
        if point.value is None:
            out.append([])
        else:
            out[-1].append(_dot(series, scale, index))
    return out


def _circle(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    turns = [2 * math.pi * corner / CORNERS for corner in range(CORNERS)]
    return tuple((x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns)


def _caption(setter: Setter, series: Series, frame: Frame) -> list[TextBox]:
    """What the labels count, over the chart's left edge."""
    if not series.caption:
        return []
    lines = setter.lines(series.caption, POINT, frame.width, most=1)
    set_ = placed(lines, frame.x, frame.top + CAPTION_DROP, POINT.leading)
    return [text_box("P", "caption", [series.caption], set_, frame.x, frame.x + lines[0].width)]


def _labels(setter: Setter, series: Series, scale: _Scale, *, every: bool) -> list[TextBox]:
    """The first and the last point, or all of them; empty places say so."""
    last = len(series.points) - 1
    first = series.points.index(_first(series))
    out = []
    for index, point in enumerate(series.points):
        if point.value is None:
            if _columns(series):
                out.append(_label(setter, series, scale, index, point.label, PERIOD))
        elif index == last:
            text = point.label if every and series.caption else point.number
            out.append(_label(setter, series, scale, index, text, POINT_LAST))
        elif every or index == first:
            out.append(_label(setter, series, scale, index, point.label, POINT))
    return out


def _all_points(setter: Setter, series: Series, scale: _Scale) -> bool:
    """Whether every column has room for its label."""
    widths = [setter.run(str(point.label), POINT_LAST).width for point in series.points]
    return _columns(series) and max(widths) <= scale.step - BETWEEN / 2


def _label(
    setter: Setter, series: Series, scale: _Scale, index: int, text: Text, type_: Type
) -> TextBox:
    """A text over its point: centred within the chart, the last one ending at its column."""
    frame, width = scale.frame, setter.run(str(text), type_).width
    x = max(scale.middle(index) - width / 2, frame.x)
    if index == len(series.points) - 1:
        x = scale.left(index) + scale.width - width
    baseline = frame.axis - MISSING_RISE
    if series.points[index].value is not None:
        baseline = _highest(series, scale, x, x + width) - LABEL_RISE
    lines = setter.lines(text, type_, width + 0.1, most=1)
    return text_box("P", "point", [text], placed(lines, x, baseline, 0), x, x + width)


def _highest(series: Series, scale: _Scale, x0: float, x1: float) -> float:
    """The top of what is drawn between two places."""
    found = [scale.frame.axis]
    if _columns(series):
        for index, point in enumerate(series.points):
            left = scale.left(index)
            if point.value is not None and left < x1 + 1 and left + scale.width > x0 - 1:
                found.append(scale.y(float(point.value)))
        return min(found)
    for stretch in _stretches(series, scale):
        found += [y - LAST_DOT for x, y in stretch if x0 - DOT <= x <= x1 + DOT]
        for (xa, ya), (xb, yb) in itertools.pairwise(stretch):
            for x in (x0, x1):
                if xa <= x <= xb:
                    found.append(ya + (yb - ya) * (x - xa) / (xb - xa))
    return min(found)


def _periods(setter: Setter, series: Series, scale: _Scale) -> Iterator[TextBox]:
    """The periods under their places; where they are too wide, the first and the last."""
    last = len(series.points) - 1
    every = _all_periods(setter, series, scale)
    for index, point in enumerate(series.points):
        if not every and index not in (0, last):
            continue
        type_ = PERIOD_LAST if index == last else PERIOD
        width = setter.run(str(point.period), type_).width
        x = scale.middle(index) - width / 2
        if not every:
            x = scale.left(index) + scale.width - width if index else scale.frame.x
        lines = setter.lines(point.period, type_, width + 0.1, most=1)
        set_ = placed(lines, x, scale.frame.axis + PERIOD_DROP, 0)
        yield text_box("P", "period", [point.period], set_, x, x + width)


def _all_periods(setter: Setter, series: Series, scale: _Scale) -> bool:
    widths = [setter.run(str(point.period), PERIOD).width for point in series.points]
    return max(widths) <= scale.step - BETWEEN and max(widths[0], widths[-1]) <= scale.width


def _apart(setter: Setter, texts: Sequence[Text], type_: Type, width: float) -> bool:
    """Whether two texts stand side by side."""
    return sum(setter.run(str(text), type_).width for text in texts) + BETWEEN <= width


def _covers(one: TextBox, other: TextBox) -> bool:
    return (
        one.box.x0 < other.box.x1 + BETWEEN
        and other.box.x0 < one.box.x1 + BETWEEN
        and one.box.y0 < other.box.y1
        and other.box.y0 < one.box.y1
    )
