"""What the figures have to do with each other: relations that a form can draw.

In: nothing. Out: frozen dataclasses; strings are finished, `value` is for lengths only. A
relation that the data forbid to draw (a one-sided bound, `chart: none`) is None in its area or
figure, so a plan that finds one may draw it.
Not for: which form draws which relation where (the plans).
"""

from decimal import Decimal

from bureau_brief.brief.text import Saying, Text
from bureau_brief.values import value


@value
class Rate:
    """A rate with its part and its whole (ids), drawn as a proportion."""

    rate: str
    part: str
    whole: str
    whole_page: Text
    """`of an estimated 22,246 poverty-stricken workers, at present`"""
    whole_band: Text
    """`of an estimated 22,246 poverty-stricken workers in Guian and Guiyang`"""
    whole_label: Text
    """`poverty-stricken workers in Guian and Guiyang`"""
    alt: Text


@value
class Flow:
    """One figure led to another (ids), in the source's words."""

    cause: str
    effect: str
    words: Text
    quoted: Text
    """The source's words in quotation marks; the words where the file gives none."""


@value
class Compare:
    """Figures (ids) on one scale."""

    figures: tuple[str, ...]
    title: Text
    words: Text
    alt: Text


@value
class Target:
    """What was planned for a figure, in the figure's unit, and what became of it.

    `better: lower` makes it a limit. What the page says of it (`below the target of 350,000`,
    `over the limit of 3 minutes; lower is better`) is the figure's `verdict`.
    """

    value: Decimal
    """For the length or place of a mark: the result is `value` of its Figure."""
    number: Text
    """`350,000`, `3 minutes`, `75%`"""
    met: bool | None
    """None where a qualified value does not tell (over 200,000 against 250,000)."""
    lower: bool
    """Lower is better: the target is a limit."""
    drawable: bool
    """A bar may show it: no one-sided bound, nothing below zero, a target above zero, and the
    area's chart is not switched off. The words hold in any case."""
    mark: Text
    """`target 90%`, `limit 3 minutes`: beside the mark itself, where it stands on a scale."""
    line: Text
    """For slides: `Target met: at least 12,000 (line in the bar)`. Its part `strong` is set in
    bold. The bracket names the mark of a bar: `outline` where the result is below the target or
    at it, `line in the bar` where it is above; left out where `drawable` is false, and in fewer
    words."""
    alt: Text
    """`Bar: 335,800 jobs provided, below the target of 350,000; up from 310,000 (+8.3%).`"""
    reading: Text
    """How to read the page's bar, for its foot: the share of its own target."""
    reading_cut: Text
    """What is added where the bar is cut because it is longer than its place."""


@value
class Previous:
    """The value of the period before, in the figure's unit. The words are the figure's `change`."""

    value: Decimal
    number: Text
    """`11,020`, `12.8 days`, `about 1,200`"""
    period: Text
    """As a category of an axis: `2019`."""
    bounded: bool
    """A one-sided bound: never a bar."""


@value
class Point:
    """One period of a Series."""

    period: Text
    """`2021`"""
    value: Decimal | None
    """None for a period without a count: a gap, never filled in."""
    label: Text
    """Qualifier and digits in the series' shared form, without its unit: `0.64`, `about 1,200`,
    `91.0%`; for a period without a count its words: `no count`."""
    number: Text
    """The same with its unit: `0.64 million`, `9 days`."""


@value
class Series:
    """A figure's values by period, oldest first, the figure's own value last.

    At least three periods have a value, none is below zero, and all stand in one form. Zero to
    60 periods may lie between.
    """

    points: tuple[Point, ...]
    percent: bool
    """Rates: the page draws a line, its scale whole points (`scale`)."""
    title: Text
    """As the title of a chart: `Visits to the branches (million)`."""
    caption: Text
    """What the bare labels count: `million visits`, `days`; empty where digits say it all."""
    change: Text
    """From the first counted period: `up from 39,400 in 2021 (+22.4%)`."""
    reading: Text
    """How to read columns, for the foot of the page."""
    scale: Saying
    """`The line for opening on time runs from {low}% to {high}%.`"""
    alt: Text
    """Every period with its value."""


@value
class Stacked:
    """Two to four parts (ids) that sum to a stated whole (id): one bar of 100 per cent."""

    parts: tuple[str, ...]
    whole: str
    alt: Text
