"""The index: one row an area, with its main result and the next one, and where all stand.

In: a Setter and a Brief. Out: a Draft with two figures an area, or with one.
Not for: pages that can show more (`ledger`, `dense`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from bureau_brief.brief import Area, Brief, Figure, PartKind, Text
from bureau_brief.fitting import break_lines
from bureau_brief.outputs.page.dropping import KEEP, main_first
from bureau_brief.outputs.page.footer import draft, figures_in, low_footer
from bureau_brief.outputs.page.grid import CONTEXT, NAME, Type
from bureau_brief.outputs.page.header import CONTEXT_DROP, CONTEXT_WIDTH, header
from bureau_brief.outputs.page.setting import Block, Setter, placed, plain, spaced, text_box
from bureau_brief.outputs.page.values import Draft, Item, Rect, Rule, TextBox, moved

HEAD_DROP, HEAD_RULE_DROP = 22.0, 8.0  # from the context to the columns' heads, to their rule
HEAD_RULE, HAIRLINE = 1.25, 0.6
MOST_PITCH, LEAST_PITCH, LEAST_PITCH_OF_TWO = 26.0, 17.5, 20.0
NUMBER = 15.0
BASELINE = 0.62  # of a row of one line: where its baseline stands
LEADING = 12.0
GAP = 8.0  # between columns
ROWS_WIDTH = 48.0  # of the last column
ONE_FIGURE = 250.0  # where the only column of figures starts
LEAST_ABOVE_FOOTER = 10.0  # from the last row's end; its text stands higher

_HEAD = Type("regular", 10, 12, "grey")
_LABEL = Type("regular", 10, LEADING, "ink")
_MAIN: dict[PartKind, Type] = {
    "qualifier": Type("regular", 10, LEADING, "ink"),
    "number": Type("bold", NUMBER, LEADING, "accent"),
    "unit": Type("semibold", 10, LEADING, "accent"),
    "words": Type("semibold", 10, LEADING, "accent"),
}
_NEXT: dict[PartKind, Type] = {
    "qualifier": Type("regular", 10, LEADING, "ink"),
    "number": Type("semibold", 11.5, LEADING, "ink"),
    "unit": Type("semibold", 10, LEADING, "ink"),
    "words": Type("semibold", 10, LEADING, "ink"),
}


class _Columns(NamedTuple):
    """Where names end, and where the columns of figures start and end."""

    name: float
    figures: tuple[tuple[float, float], ...]


def suits(_brief: Brief) -> bool:
    """Any number of areas that a page takes."""
    return True


def two_figures(setter: Setter, brief: Brief) -> Draft:
    """Two figures an area, where the rows are not too close for that."""
    grid = setter.grid
    ends = grid.evidence - GAP, grid.right - ROWS_WIDTH
    columns = _Columns(grid.lead - GAP, ((grid.lead, ends[0]), (grid.evidence, ends[1])))
    return _index(setter, brief, columns, LEAST_PITCH_OF_TWO)


def one_figure(setter: Setter, brief: Brief) -> Draft:
    """One figure an area: more room for long names and labels."""
    grid = setter.grid
    columns = _Columns(ONE_FIGURE - GAP, ((ONE_FIGURE, grid.right - ROWS_WIDTH),))
    return _index(setter, brief, columns, LEAST_PITCH)


def _index(setter: Setter, brief: Brief, columns: _Columns, least: float) -> Draft:
    rows = [_row(setter, area, columns) for area in brief.areas]
    shown = figures_in((item for row in rows for item in row.items), brief)
    head = header(setter, brief, context=False)
    context = brief.index.context.fill(shown=len(shown))
    lines = setter.lines(context, CONTEXT, CONTEXT_WIDTH, most=2)
    set_ = placed(lines, setter.grid.left, head.last + CONTEXT_DROP, CONTEXT.leading)
    items = [
        *head.items,
        text_box("P", "context", [context], set_, setter.grid.left, setter.grid.right),
    ]
    y = set_[-1].baseline + HEAD_DROP
    items += _heads(setter, brief, columns, y)
    return _placed(setter, brief, items, rows, y + HEAD_RULE_DROP, least)


def _heads(setter: Setter, brief: Brief, columns: _Columns, y: float) -> list[Item]:
    """The heads of the columns, and the rule below them."""
    area, main, next_, rows = brief.index.columns
    left = [(setter.grid.left, columns.name), *columns.figures]
    items: list[Item] = []
    for text, (x, x1) in zip((area, main, next_), left, strict=False):
        set_ = placed(setter.lines(text, _HEAD, x1 - x, most=1), x, y, 0)
        items.append(text_box("P", "column", [text], set_, x, x1))
    return [*items, _right(setter, rows, y), _rule(setter, y + HEAD_RULE_DROP, HEAD_RULE, "accent")]


def _placed(
    setter: Setter, brief: Brief, items: list[Item], rows: Sequence[Block], y: float, least: float
) -> Draft:
    """The rows at one pitch for each line, as wide as the page allows."""
    foot = low_footer(setter, brief)
    more = sum(row.last for row in rows)  # what lines after the first take
    free = foot - LEAST_ABOVE_FOOTER - y - more
    pitch = max(least, min(MOST_PITCH, free / len(rows)))
    for index, row in enumerate(rows):
        items += (moved(item, y + pitch * BASELINE) for item in row.items)
        y += pitch + row.last
        if index < len(rows) - 1:
            items.append(_rule(setter, y, HAIRLINE, "hairline"))
    excess = pitch * len(rows) - free
    return draft(setter, brief, items, foot, max(0, -excess), excess=excess)


def _row(setter: Setter, area: Area, columns: _Columns) -> Block:
    """An area from the baseline 0; `last` is the height that its further lines take."""
    left = setter.grid.left
    names = setter.lines(area.name, NAME, columns.name - left, most=3)
    name = text_box(
        "H2", "name", [area.name], placed(names, left, 0, NAME.leading), left, columns.name
    )
    figures = _shown(setter, area, len(columns.figures))
    stops = zip(figures, columns.figures, (_MAIN, _NEXT), strict=False)
    boxes = [_figure(setter, figure, x, x1, types) for figure, (x, x1), types in stops]
    last = max(box.lines[-1].baseline for box in (name, *boxes))
    return Block((name, *boxes, _right(setter, area.rows, 0)), last)


def _shown(setter: Setter, area: Area, most: int) -> list[Figure]:
    """The main figure and the next ones by priority; those of priority 1 must be among them."""
    main, *others = main_first(area)
    said = set(main.lone_label.figures)
    others = sorted((f for f in others if f.id not in said), key=lambda figure: figure.priority)
    for figure in others[most - 1 :]:
        if figure.priority == KEEP:
            setter.note("BB309", figure.number, limit=most, id=figure.id, area=plain(area.name))
    return [main, *others[: most - 1]]


def _figure(
    setter: Setter, figure: Figure, x: float, x1: float, types: dict[PartKind, Type]
) -> TextBox:
    runs = spaced(setter.runs(figure.number, types))
    lines = break_lines([*runs, setter.run(str(figure.lone_label), _LABEL)], x1 - x)
    setter.limit(figure.lone_label, lines, x1 - x, most=2)
    slot = "number" if types is _MAIN else "evidence"
    return text_box(
        "P", slot, [figure.number, figure.lone_label], placed(lines, x, 0, LEADING), x, x1
    )


def _right(setter: Setter, text: Text, y: float) -> Item:
    """Grey text that ends at the right edge."""
    right = setter.grid.right
    (line, *_) = setter.lines(text, _HEAD, ROWS_WIDTH, most=1)
    x = right - line.width
    return text_box("P", "rows", [text], placed([line], x, y, 0), x, right)


def _rule(setter: Setter, y: float, thickness: float, colour: str) -> Rule:
    grid = setter.grid
    return Rule(Rect(grid.left, y - thickness / 2, grid.full, thickness, fill=colour))
