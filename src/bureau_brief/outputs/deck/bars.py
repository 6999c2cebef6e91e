"""Bars on one scale: a comparison that the data file asks for.

In: an area with a Compare. Out: its content. The bar of the main figure stands out.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bureau_brief.brief import Area, Compare, Figure
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.labels import axis_end, chart_title, number_format
from bureau_brief.outputs.deck.paragraphs import Limited, paragraph
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Chart, Item, Label, Rule, Series
from bureau_brief.outputs.layouts import CONTENT, Box

X, Y, WIDTH = grid.COLUMN.x, 2.85, grid.COLUMN.width
MOST_HEIGHT, BAR_HEIGHT = 3.75, 1.5
CATEGORY_SIZE, LABEL_SIZE = 18.0, 20.0
CATEGORY_SHARE, CATEGORY_LINES = 0.31, 3
CATEGORY_GAP, LABEL_GAP = 0.12, 0.10  # inches between a bar and its name, its label
GAP = 60
HEADROOM = Decimal("1.2")
LEAST_PLOT = 0.3  # of the width; bars in less could not be compared


def bars(setter: Setter, area: Area, compare: Compare) -> Iterator[Item]:
    """The content of the slide."""
    yield panel(setter, "chart", area.figure(area.main))
    yield Rule("Rule", grid.COLUMN_RULE, "accent1")
    yield chart_title(setter, compare.title)
    yield _chart(setter, area, compare)


def _chart(setter: Setter, area: Area, compare: Compare) -> Chart:
    shown = [area.figure(id_) for id_ in compare.figures]
    height = min(MOST_HEIGHT, BAR_HEIGHT * len(shown))
    maximum = axis_end(HEADROOM * max(figure.value for figure in shown))
    _check_categories(setter, shown, height / len(shown))
    return Chart(
        name=setter.layouts.roles["chart"].placeholder(CONTENT).name,
        box=Box(X, Y, WIDTH, height),
        alt=compare.alt,
        categories=tuple(figure.category for figure in shown),
        series=(
            Series(
                name=compare.title,
                values=tuple(figure.value for figure in shown),
                fills=tuple("accent1" if f.id == area.main else "other" for f in shown),
                labels=tuple(Label(figure.number, LABEL_SIZE) for figure in shown),
                number_format=number_format((figure.value, figure.number) for figure in shown),
            ),
        ),
        maximum=maximum,
        gap=GAP,
        overlap=0,
        plot=(CATEGORY_SHARE, 0, _plot_width(setter, shown, maximum), 1),
        category_size=CATEGORY_SIZE,
        idx=CONTENT,
    )


def _check_categories(setter: Setter, figures: Sequence[Figure], row: float) -> None:
    """Names that take more lines than stand beside a bar are a problem."""
    width = CATEGORY_SHARE * WIDTH - CATEGORY_GAP
    line = paragraph(figures[0].category, CATEGORY_SIZE).line
    most = min(CATEGORY_LINES, int(row * POINTS // line))
    for figure in figures:
        limited = Limited(paragraph(figure.category, CATEGORY_SIZE), most)
        setter.text_box("Category", Box(X, Y, width, row), [limited])


def _plot_width(setter: Setter, figures: Sequence[Figure], maximum: Decimal) -> float:
    """The share of the width that leaves room for every label behind its bar."""
    widths = [1 - CATEGORY_SHARE]
    for figure in figures:
        label = paragraph(figure.number, LABEL_SIZE, bold=True)
        room = (1 - CATEGORY_SHARE) * WIDTH - setter.width(label.spans) / POINTS - LABEL_GAP
        if figure.value > 0:
            widths.append(room / WIDTH / float(figure.value / maximum))
    width = min(widths)
    if width < LEAST_PLOT:
        excess = f"{(LEAST_PLOT - width) * WIDTH:.2f}"
        longest = max(figures, key=lambda figure: len(str(figure.number)))
        most = f"{(1 - CATEGORY_SHARE - LEAST_PLOT) * WIDTH:.2f}"
        setter.note("BB403", longest.number, width=most, excess=excess)
    return round(max(width, LEAST_PLOT), 4)
