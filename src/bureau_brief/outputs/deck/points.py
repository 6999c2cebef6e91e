"""The values of a series by period, as its columns and its line show them.

In: a brief.Series, which periods have labels, colours. Out: a Series of a chart, the alternative
text, widths of labels.
Not for: places and sizes of charts (`columns`, `trend`).
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bureau_brief.brief import Point, Text
from bureau_brief.brief import Series as Periods
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.labels import number_format
from bureau_brief.outputs.deck.paragraphs import paragraph, shortening
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Colour, Label, Series


class Sizes(NamedTuple):
    """Of the values, and of the names of their periods."""

    latest: float
    other: float
    category: float


LARGE, SMALL = Sizes(20, 18, 18), Sizes(16, 16, 16)


def counted(points: Sequence[Point]) -> list[int]:
    """The indexes of the periods that have a value; the last one has."""
    return [index for index, point in enumerate(points) if point.value is not None]


def valued(
    periods: Periods,
    labels: Sequence[Label | None],
    fills: Sequence[Colour | None],
    outline: Colour | None = None,
    thickness: float = 0,
) -> Series:
    """The values with their labels; a format prints them where one can."""
    points = zip(periods.points, labels, strict=True)
    said = [(one.value or Decimal(0), label.text) for one, label in points if label]
    values = tuple(point.value for point in periods.points)
    return Series(
        periods.title, values, tuple(fills), outline, thickness, tuple(labels), number_format(said)
    )


def alternative(periods: Periods) -> Text:
    """Every value, unless that would be too long to be listened to."""
    whole, *shorter = shortening(periods.alt)
    return shorter[-1] if shorter and len(str(whole)) > grid.LONGEST_ALT else whole


def label_width(setter: Setter, points: Sequence[Point], index: int, sizes: Sizes) -> float:
    """The width of a value in inches."""
    latest = index == len(points) - 1
    set_ = paragraph(points[index].label, sizes.latest if latest else sizes.other, bold=latest)
    return setter.width(set_.spans) / POINTS


def note_too_wide(setter: Setter, label: Text, width: float, most: float) -> None:
    """Keep the problem that a value has no room."""
    setter.note("BB403", label, width=f"{most:.2f}", excess=f"{width - most:.2f}")
