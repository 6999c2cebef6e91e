"""Results against their targets: each with its verdict and a bar.

In: an area and a slide of it with one to three figures. Out: its content: a row a result, without
a panel, as every result is equal; a result that stands alone has the panel. A target above the
result is the open end of its bar; one below it is a white line across it. Words name the mark,
so nothing rests on colour, and a slide whose bars have no room goes without them.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from bureau_brief.brief import Area, AreaSlide, Figure, Previous, Text, capitalised
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.labels import axis_end, beside_panel, number_format
from bureau_brief.outputs.deck.paragraphs import (
    Limited,
    Sizes,
    line_height,
    number_spans,
    paragraph,
    shortening,
)
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import (
    Chart,
    Colour,
    Item,
    Label,
    Paragraph,
    Rule,
    Series,
    Span,
)
from bureau_brief.outputs.layouts import CONTENT, Box
from bureau_brief.values import value

ROW_HEIGHT = 1.5
"""Of what stands in a row; the rows share the height of the slide."""
RESULT_WIDTH, RESULT_TOP, RESULT_HEIGHT = 5.0, 0.10, 1.40
STEPS = (Sizes(48, 24, 20), Sizes(44, 24, 20), Sizes(40, 24, 20), Sizes(32, 18, 18))
X, WIDTH = grid.COLUMN.x, grid.COLUMN.width
VERDICT_TOP, VERDICT_HEIGHT, VERDICT_SIZE, VERDICT_LINES = 0.13, 0.34, 18.0, 4
CHART_TOP, GAP, PERIOD_SIZE = 0.50, 28, 16.0
BAR_HEIGHT, TALL_BAR_HEIGHT = 0.47, 0.62
LONE_VERDICT_SIZE = 20.0
LONE_TOP, LONE_BAR_HEIGHT, LONE_GAP, LONE_PERIOD_SIZE = 2.85, 1.5, 60, 18.0
HEADROOM = Decimal("1.16")
PERIOD_GAP, LABEL_GAP = 0.08, 0.12  # inches between a bar and its period, its label
LEAST_PERIODS, MOST_PERIODS = 0.105, 0.42
"""The share of the chart's width for the names of the periods."""
OPEN, CUT = 1.5, 3.0
"""The outline of a target that is not reached, and the white line of one that is passed."""


@value
class _Look:
    """How bars are set: height and gap of each, and the size of what stands beside them."""

    height: float
    gap: int
    size: float
    left: float
    """The share of the width that the names of the periods take."""


class _Row(NamedTuple):
    """How a result is set: steps of its number and their line height; label and its lines."""

    steps: Sequence[Sizes]
    line: float
    label: float
    lines: int
    bar: float
    """The height of a bar and its gap."""


ROWS = (_Row(STEPS, 52, 20, 2, BAR_HEIGHT), _Row(STEPS[-1:], 36, 18, 3, BAR_HEIGHT))
TALL_ROWS = tuple(row._replace(bar=TALL_BAR_HEIGHT) for row in ROWS)
"""Of two results only: the names of their periods may take two lines."""


def targets(setter: Setter, area: Area, words: AreaSlide, *, drawn: bool = True) -> Iterator[Item]:
    """The content of the slide; the words alone unless `drawn`."""
    shown = [area.figure(id_) for id_ in words.figures]
    bars = [f for f in shown if drawn and f.target and f.target.drawable]
    if len(shown) == 1:
        return _alone(setter, shown[0], bars)
    rows = (*ROWS, *TALL_ROWS) if len(shown) == 2 else ROWS
    return iter(setter.first(*(partial(_rows, shown=shown, bars=bars, row=row) for row in rows)))


def _alone(setter: Setter, figure: Figure, bars: Sequence[Figure]) -> Iterator[Item]:
    """One result: the panel, and the bars beside it."""
    yield panel(setter, "chart", figure)
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    yield beside_panel(setter, _verdict(figure, LONE_VERDICT_SIZE, bars))
    if bars:
        left = _period_share(setter, bars, LONE_PERIOD_SIZE, LONE_BAR_HEIGHT)
        look = _Look(LONE_BAR_HEIGHT, LONE_GAP, LONE_PERIOD_SIZE, left)
        name = setter.layouts.roles["chart"].placeholder(CONTENT).name
        yield _bars(setter, figure, name, LONE_TOP, look, CONTENT)


def _rows(setter: Setter, shown: Sequence[Figure], bars: Sequence[Figure], row: _Row) -> list[Item]:
    """Row under row, their numbers in one size."""
    sizes = _sizes(setter, shown, row.steps)
    look = _Look(row.bar, GAP, PERIOD_SIZE, _period_share(setter, bars, PERIOD_SIZE, row.bar))
    pitch, height = grid.HEIGHT / len(shown), ROW_HEIGHT + 2 * (row.bar - BAR_HEIGHT)
    items: list[Item] = []
    for index, figure in enumerate(shown):
        top = grid.TOP + pitch * index
        y = top + (pitch - height) / 2
        rule = Box(grid.LEFT, top, grid.WIDTH, grid.FINE)
        spans = number_spans(figure.number, sizes, "accent1", "tx1")
        result = [
            Limited(Paragraph(spans, (figure.number,), row.line), 1),
            Limited(paragraph(figure.short_label, row.label), row.lines),
        ]
        box = Box(grid.LEFT, y + RESULT_TOP, RESULT_WIDTH, RESULT_HEIGHT)
        lines = 1 if bars else VERDICT_LINES
        said = Box(X, y + VERDICT_TOP, WIDTH, VERDICT_HEIGHT * lines)
        verdict = Limited(_verdict(figure, VERDICT_SIZE, bars), lines)
        items += [
            Rule(f"Rule {index + 1}", rule, "accent1"),
            setter.text_box(f"Result {index + 1}", box, result, last=LEAST_LAST_LINE),
            setter.text_box(f"Verdict {index + 1}", said, [verdict]),
        ]
        if figure in bars:
            items.append(_bars(setter, figure, f"Target {index + 1}", y + CHART_TOP, look))
    return items


def _sizes(setter: Setter, figures: Sequence[Figure], steps: Sequence[Sizes]) -> Sizes:
    """The first step at which every number, its qualifier on the line, fits."""
    for step in steps:
        spans = [number_spans(figure.number, step, "accent1", "tx1") for figure in figures]
        if all(setter.width(each) <= RESULT_WIDTH * POINTS for each in spans):
            break
    return step


def _verdict(figure: Figure, size: float, bars: Sequence[Figure]) -> Paragraph:
    """Whether the target was met, and what it was; the outcome in bold. Without bars, no mark."""
    said = capitalised(figure.verdict)
    if figure.target:
        said = figure.target.line if figure in bars else shortening(figure.target.line)[-1]
    spans = tuple(Span(part.text, size, part.kind == "strong", "tx1") for part in said.parts)
    return Paragraph(spans, (said,), line_height(size))


def _bars(
    setter: Setter, figure: Figure, name: str, y: float, look: _Look, idx: int | None = None
) -> Chart:
    """The result, and the earlier one below it, on a scale of their own from zero."""
    assert figure.target is not None  # noqa: S101 - the caller asked
    target, before = figure.target, _before(figure)
    passed = figure.value > target.value
    outline: Colour = "bg1" if passed else "accent1"
    earlier = (before.value,) if before else ()
    fills: tuple[Colour, ...] = ("accent1", "other") if before else ("accent1",)
    labels = (None, Label(before.number, look.size, False)) if before else ()
    gaps = (None,) * len(earlier)
    return Chart(
        name=name,
        box=Box(X, y, WIDTH, look.height * (1 + len(earlier))),
        alt=target.alt,
        categories=_periods(figure),
        series=(
            Series(
                name=figure.label,
                values=(figure.value, *earlier),
                fills=fills,
                labels=labels,
                number_format=number_format([(before.value, before.number)]) if before else "",
            ),
            Series(
                name=target.mark,
                values=(target.value, *gaps),
                fills=(None, *gaps),
                outline=outline,
                thickness=CUT if passed else OPEN,
            ),
        ),
        maximum=_maximum(setter, figure, look),
        gap=look.gap,
        overlap=100,
        plot=(look.left, 0, round(1 - look.left, 4), 1),
        category_size=look.size,
        idx=idx,
    )


def _before(figure: Figure) -> Previous | None:
    """The earlier value where a bar may show it."""
    before = figure.previous
    return before if before and not before.bounded and before.value >= 0 else None


def _periods(figure: Figure) -> tuple[Text, ...]:
    """The names of the bars: the latest period of a series is named as its others are."""
    before = _before(figure)
    now = figure.series.points[-1].period if figure.series else figure.period
    return (now, before.period) if before else (now,)


def _period_share(setter: Setter, figures: Sequence[Figure], size: float, height: float) -> float:
    """One share of the width for the periods of all rows, so that their bars start in line."""
    shares = [LEAST_PERIODS]
    lines = int(height * POINTS // line_height(size))
    for period in (period for figure in figures for period in _periods(figure)):
        set_ = paragraph(period, size)
        setter.text_box(
            "Period", Box(X, 0, MOST_PERIODS * WIDTH - PERIOD_GAP, height), [Limited(set_, lines)]
        )
        shares.append((setter.width(set_.spans) / POINTS + PERIOD_GAP) / WIDTH)
    return round(min(max(shares), MOST_PERIODS), 4)


def _maximum(setter: Setter, figure: Figure, look: _Look) -> Decimal:
    """Where the axis ends, so that the earlier value finds room behind its bar."""
    assert figure.target is not None  # noqa: S101 - the caller asked
    before = _before(figure)
    values = [figure.value, figure.target.value, before.value if before else Decimal(0)]
    most = HEADROOM * max(values)
    if before:
        label = setter.width(paragraph(before.number, look.size).spans) / POINTS + LABEL_GAP
        most = max(most, before.value / Decimal(1 - label / ((1 - look.left) * WIDTH)))
    return axis_end(most)
