"""Results against their targets: each with its verdict and a bar.

In: an area and a slide of it with one to three figures. Out: its content: a row a result, without
a panel, as every result is equal; a result that stands alone has the panel. A target above the
result is the open end of its bar; one below it is a white line across it. Words name the mark,
so nothing rests on colour.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bureau_brief.brief import Area, AreaSlide, Figure, Previous, Text, capitalised
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.labels import axis_end, number_format
from bureau_brief.outputs.deck.setting import (
    LEAST_LAST_LINE,
    POINTS,
    Limited,
    Setter,
    Sizes,
    line_height,
    number_spans,
    paragraph,
)
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
from bureau_brief.outputs.layouts import CHART_TITLE, CONTENT, Box
from bureau_brief.values import value

ROW_HEIGHT = 1.5
"""Of what stands in a row; the rows share the height of the slide."""
RESULT_WIDTH, RESULT_TOP, RESULT_HEIGHT = 5.0, 0.10, 1.40
STEPS = (Sizes(48, 24, 20), Sizes(44, 24, 20), Sizes(40, 24, 20), Sizes(32, 18, 18))
NUMBER_LINE = 52.0
LABEL_SIZE, LABEL_LINES = 20.0, 2
X, WIDTH = grid.COLUMN.x, grid.COLUMN.width
VERDICT_TOP, VERDICT_HEIGHT, VERDICT_SIZE = 0.13, 0.34, 18.0
CHART_TOP, BAR_HEIGHT, GAP, PERIOD_SIZE = 0.50, 0.47, 28, 16.0
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


def targets(setter: Setter, area: Area, words: AreaSlide) -> Iterator[Item]:
    """The content of the slide."""
    shown = [area.figure(id_) for id_ in words.figures]
    if len(shown) == 1:
        return _alone(setter, shown[0])
    return _rows(setter, shown)


def _alone(setter: Setter, figure: Figure) -> Iterator[Item]:
    """One result: the panel, and the bars beside it."""
    yield panel(setter, "chart", figure)
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    verdict = Limited(_verdict(figure, LONE_VERDICT_SIZE), 1)
    yield setter.placed("chart", CHART_TITLE, [verdict])
    if figure.target and figure.target.drawable:
        left = _period_share(setter, [figure], LONE_PERIOD_SIZE, LONE_BAR_HEIGHT)
        look = _Look(LONE_BAR_HEIGHT, LONE_GAP, LONE_PERIOD_SIZE, left)
        name = setter.layouts.roles["chart"].placeholder(CONTENT).name
        yield _bars(setter, figure, name, LONE_TOP, look, CONTENT)


def _rows(setter: Setter, shown: Sequence[Figure]) -> Iterator[Item]:
    sizes = _sizes(setter, shown)
    left = _period_share(setter, shown, PERIOD_SIZE, BAR_HEIGHT)
    look = _Look(BAR_HEIGHT, GAP, PERIOD_SIZE, left)
    pitch = grid.HEIGHT / len(shown)
    for index, figure in enumerate(shown):
        top = grid.TOP + pitch * index
        y = top + (pitch - ROW_HEIGHT) / 2
        yield Rule(f"Rule {index + 1}", Box(grid.LEFT, top, grid.WIDTH, grid.FINE), "accent1")
        spans = number_spans(figure.number, sizes, "accent1", "tx1")
        result = [
            Limited(Paragraph(spans, (figure.number,), NUMBER_LINE), 1),
            Limited(paragraph(figure.short_label, LABEL_SIZE), LABEL_LINES),
        ]
        box = Box(grid.LEFT, y + RESULT_TOP, RESULT_WIDTH, RESULT_HEIGHT)
        yield setter.text_box(f"Result {index + 1}", box, result, last=LEAST_LAST_LINE)
        box = Box(X, y + VERDICT_TOP, WIDTH, VERDICT_HEIGHT)
        verdict = Limited(_verdict(figure, VERDICT_SIZE), 1)
        yield setter.text_box(f"Verdict {index + 1}", box, [verdict])
        if figure.target and figure.target.drawable:
            yield _bars(setter, figure, f"Target {index + 1}", y + CHART_TOP, look)


def _sizes(setter: Setter, figures: Sequence[Figure]) -> Sizes:
    """The first step at which every number, its qualifier on the line, fits."""
    for step in STEPS:
        spans = [number_spans(figure.number, step, "accent1", "tx1") for figure in figures]
        if all(setter.width(each) <= RESULT_WIDTH * POINTS for each in spans):
            break
    return step


def _verdict(figure: Figure, size: float) -> Paragraph:
    """Whether the target was met, and what it was; the outcome in bold."""
    said = figure.target.line if figure.target else capitalised(figure.verdict)
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
    drawn = [figure for figure in figures if figure.target and figure.target.drawable]
    lines = int(height * POINTS // line_height(size))
    for period in (period for figure in drawn for period in _periods(figure)):
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
