"""Several figures: the main one in the panel, the others as rows of a table.

In: an area and a slide of it with two to six figures. Out: its content. One or two rows have the
label under the number; more have it beside the number, in columns as wide as the numbers need.
"""

from collections.abc import Callable, Iterator, Sequence

from bureau_brief.brief import Area, AreaSlide, Figure, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import panel
from bureau_brief.outputs.deck.paragraphs import Limited, Sizes, number_spans, paragraph
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Cell, Item, Paragraph, Table
from bureau_brief.outputs.layouts import CONTENT, Box
from bureau_brief.values import value

NUMBER_COLUMNS = (1.75, 2.10, 2.45, 2.80, 3.15, 3.50)
NUMBER_GAP = 0.3
BESIDE_LINE = 1.15
"""Line height of a number beside its label, so that its digits stand in the middle of the row."""


@value
class _Rows:
    """How a number of rows is set."""

    number: float
    label: float
    lines: int
    under: bool = False
    """The label stands under the number."""
    before: float = 4
    """Points between a number and the label under it."""


_ROWS = {
    1: _Rows(60, 24, 2, under=True),
    2: _Rows(54, 24, 2, under=True),
    3: _Rows(40, 20, 3),
    4: _Rows(36, 20, 2),
    5: _Rows(32, 18, 2),
}
_NARROW = {
    1: (_Rows(40, 24, 3, under=True), _Rows(32, 20, 4, under=True)),
    2: (_Rows(40, 20, 3, under=True), _Rows(32, 20, 4, under=True)),
    3: (_Rows(40, 20, 2, under=True), _Rows(32, 18, 3, under=True)),
    4: (_Rows(36, 20, 1, under=True), _Rows(28, 20, 2, under=True)),
    5: (_Rows(32, 18, 1, under=True), _Rows(20, 18, 2, under=True, before=1)),
}
"""Where numbers or labels are too wide for columns."""


def figures(setter: Setter, area: Area, words: AreaSlide) -> Iterator[Item]:
    """The content of the slide."""
    main = area.figure(words.main)
    others = [area.figure(id_) for id_ in words.figures if id_ != words.main]
    yield panel(setter, "figures", main)
    name = setter.layouts.roles["figures"].placeholder(CONTENT).name
    height = grid.COLUMN.height / len(others)
    columns, rows = _set(setter, others, len(others), height)
    yield Table(
        name=name,
        box=grid.COLUMN,
        alt=words.table_alt,
        columns=columns,
        row_height=height,
        rows=rows,
        rule="accent1",
        thickness=1,
        idx=CONTENT,
    )


def rows_below(setter: Setter, others: Sequence[Figure], alt: Text, box: Box) -> Table:
    """Figures as small rows under a chart."""
    height = box.height / len(others)
    columns, rows = _set(setter, others, grid.MOST_ROWS, height)
    return Table("Further figures", box, alt, columns, height, rows, "accent1", 1)


_Set = tuple[tuple[float, ...], tuple[tuple[Cell, ...], ...]]


def _set(setter: Setter, others: Sequence[Figure], count: int, height: float) -> _Set:
    """Rows in the style of `count` of them: labels beside their numbers, else under them."""

    def way(style: _Rows) -> Callable[[Setter], _Set]:
        make = _under if style.under else _beside
        return lambda trial: make(trial, others, style, height)

    return setter.first(*map(way, (_ROWS[count], *_NARROW.get(count, ()))))


def _under(setter: Setter, others: Sequence[Figure], style: _Rows, height: float) -> _Set:
    """One column."""
    width = grid.COLUMN.width
    rows = []
    for figure in others:
        label = paragraph(figure.short_label, style.label, before=style.before)
        limited = [Limited(_number(figure.number, style), 1), Limited(label, style.lines)]
        rows.append((setter.cell(width, height, limited),))
    return (width,), tuple(rows)


def _beside(setter: Setter, others: Sequence[Figure], style: _Rows, height: float) -> _Set:
    """Two columns."""
    left = _number_column(setter, others, style)
    right = grid.COLUMN.width - left
    rows = []
    for figure in others:
        label = paragraph(figure.short_label, style.label)
        number = setter.cell(left, height, [Limited(_number(figure.number, style), 1)])
        rows.append((number, setter.cell(right, height, [Limited(label, style.lines)])))
    return (left, right), tuple(rows)


def _number_column(setter: Setter, others: Sequence[Figure], style: _Rows) -> float:
    """The narrowest column that holds every number and a gap; a problem if none does."""
    sizes = Sizes(style.number, style.label, style.label)
    widths = [setter.width(number_spans(f.number, sizes, "tx1", "tx1")) / POINTS for f in others]
    for column in NUMBER_COLUMNS:
        if max(widths) + NUMBER_GAP <= column:
            return column
    room = column - NUMBER_GAP
    for figure, width in zip(others, widths, strict=True):
        if width > room:
            setter.note("BB403", figure.number, width=f"{room:.2f}", excess=f"{width - room:.2f}")
    return column


def _number(number: Text, style: _Rows) -> Paragraph:
    """Qualifier and unit at the label's size on the number's line."""
    sizes = Sizes(style.number, style.label, style.label)
    line = style.number if style.under else round(BESIDE_LINE * style.number)
    return Paragraph(number_spans(number, sizes, "tx1", "tx1"), (number,), line)
