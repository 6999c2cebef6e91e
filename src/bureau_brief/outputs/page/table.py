"""A table of areas: name, one or two columns of figures, their rows in the data file.

In: Rows of areas and figures, the columns' places. Out: how much too high they are together;
a Draft. What has to be shorter for a table that is too high is noted, field by field.
Not for: which figures a row holds (`index`).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bureau_brief.brief import Area, Brief, Figure, PartKind, Text
from bureau_brief.fitting import Line, Run
from bureau_brief.outputs.page.footer import draft, figures_in, low_footer
from bureau_brief.outputs.page.grid import CONTEXT, Type
from bureau_brief.outputs.page.header import CONTEXT_DROP, CONTEXT_WIDTH, header
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    Setter,
    placed,
    plain,
    spaced,
    text_box,
)
from bureau_brief.outputs.page.values import Draft, Item, Rect, Role, Rule, TextBox, moved

HEAD_DROP, HEAD_RULE_DROP = 22.0, 8.0  # from the context to the columns' heads, to their rule
HEAD_RULE, HAIRLINE = 1.25, 0.6
MOST_PITCH = 26.0
LEADING, FIGURE_DROP = 11.6, 13.5  # between lines; from a figure to the next one below it
GAP = 8.0  # between columns
ROWS_WIDTH = 48.0  # of the last column
LEAST_ABOVE_FOOTER = 12.5  # from the last row's end; its text stands higher
NAME_LINES, FIGURE_LINES = 3, 3

_HEAD = Type("regular", 10, 12, "grey")
_NAME = Type("semibold", 10, LEADING, "accent")
_LABEL = Type("regular", 10, LEADING, "ink")
_NEXT: dict[PartKind, Type] = {
    "qualifier": Type("regular", 10, LEADING, "ink"),
    "number": Type("semibold", 11.5, LEADING, "ink"),
    "unit": Type("semibold", 10, LEADING, "ink"),
    "words": Type("semibold", 10, LEADING, "ink"),
}


class Columns(NamedTuple):
    """Where names end, and where the columns of figures start and end."""

    name: float
    figures: tuple[tuple[float, float], ...]


class Row(NamedTuple):
    """An area and its figures in printed order."""

    area: Area
    kept: tuple[Figure, ...]
    optional: tuple[Figure, ...] = ()
    """These may go."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What the row shows."""
        return (*self.kept, *self.optional)


class _Cell(NamedTuple):
    """Lines of a text in a column, the first of them `drop` below the row's first baseline."""

    texts: tuple[Text, ...]
    lines: Sequence[Line]
    slot: str
    x: float
    right: float
    drop: float = 0

    @property
    def last(self) -> float:
        """Its last baseline."""
        return self.drop + LEADING * (len(self.lines) - 1)


class Table:
    """Rows of one size of number, at least `least` high where they have one line."""

    def __init__(
        self, setter: Setter, brief: Brief, columns: Columns, number: float, least: float
    ) -> None:
        self.setter, self.brief, self.columns, self.least = setter, brief, columns, least
        self.head, self.foot = header(setter, brief, context=False), low_footer(setter, brief)
        self.number = number
        self.top = self.head.last + CONTEXT_DROP + HEAD_DROP + HEAD_RULE_DROP
        self._main: dict[PartKind, Type] = {
            "qualifier": Type("regular", 10, LEADING, "ink"),
            "number": Type("bold", number, LEADING, "accent"),
            "unit": Type("semibold", 10, LEADING, "accent"),
            "words": Type("semibold", 10, LEADING, "accent"),
        }
        self._lines: dict[str, Sequence[Line]] = {}
        self._heights: dict[tuple[str, int], float] = {}

    def excess(self, rows: Sequence[Row]) -> float:
        """Height beyond what there is."""
        free = self.foot - LEAST_ABOVE_FOOTER - self.top
        return self.least * len(rows) + sum(map(self._more, rows)) - free

    def fewest_dropped(self, rows: Sequence[Row]) -> list[Row]:
        """The rows with optional figures left out one by one until they fit: of the lowest
        priority first, and only where that makes a row lower."""
        out, excess = list(rows), self.excess(rows)
        lower = [(i, row._replace(optional=row.optional[:-1])) for i, row in enumerate(rows)]
        gains = [(i, less, self._more(rows[i]) - self._more(less)) for i, less in lower]
        by_priority = sorted(
            (gain for gain in gains if gain[2] > 0),
            key=lambda gain: (rows[gain[0]].figures[-1].priority, gain[2]),
        )
        while excess > 0 and by_priority:
            index, less, gain = by_priority.pop()
            out[index] = less
            excess -= gain
        return out

    def draft(self, rows: Sequence[Row]) -> Draft:
        """The page; what must be shorter is noted where the rows are too high."""
        excess = self._noted(rows)
        context = self._context(-excess)
        boxes = [[*map(self._box, self._cells(row)), self._rows(row.area.rows, 0)] for row in rows]
        shown = figures_in((box for row in boxes for box in row), self.brief)
        said = self.setter.writable(self.brief.index.context.fill(shown=len(shown)))
        items, y = [*self.head.items], self.head.last + CONTEXT_DROP
        for text in (*context, said):
            box = self._line_box(text, y)
            items.append(box)
            y = box.lines[-1].baseline + CONTEXT.leading
        y += HEAD_DROP - CONTEXT.leading
        items += self._heads(y)
        return self._drafted(items, rows, boxes, y + HEAD_RULE_DROP, excess)

    def _line_box(self, text: Text, y: float) -> TextBox:
        grid = self.setter.grid
        lines = self.setter.lines(text, CONTEXT, CONTEXT_WIDTH, most=2, last=LEAST_LAST_LINE)
        set_ = placed(lines, grid.left, y, CONTEXT.leading)
        return text_box("P", "context", [text], set_, grid.left, grid.right)

    def _drafted(
        self,
        items: list[Item],
        rows: Sequence[Row],
        boxes: Sequence[Sequence[Item]],
        y: float,
        excess: float,
    ) -> Draft:
        """The rows at one pitch for each line, as wide as the page allows."""
        more = [self._more(row) for row in rows]
        free = self.foot - LEAST_ABOVE_FOOTER - y
        pitch = max(self.least, min(MOST_PITCH, (free - sum(more)) / len(rows)))
        middle = (pitch + self.setter.cap * self.number) / 2
        for index, (row, height) in enumerate(zip(boxes, more, strict=True)):
            items += (moved(box, y + middle) for box in row)
            y += pitch + height
            if index < len(rows) - 1:
                items.append(self._rule(y, HAIRLINE, "hairline"))
        left_over = max(0.0, free - sum(more) - pitch * len(rows))
        return draft(self.setter, self.brief, items, self.foot, left_over, excess=excess)

    def _heads(self, y: float) -> Iterator[Item]:
        """The heads of the columns, and the rule below them."""
        area, *figures, rows = self.brief.index.columns
        left = [(self.setter.grid.left, self.columns.name), *self.columns.figures]
        for text, (x, x1) in zip((area, *figures), left, strict=False):
            set_ = placed(self.setter.lines(text, _HEAD, x1 - x, most=1), x, y, 0)
            yield text_box("P", "column", [text], set_, x, x1)
        yield self._rows(rows, y)
        yield self._rule(y + HEAD_RULE_DROP, HEAD_RULE, "accent")

    def _context(self, free: float) -> list[Text]:
        """The context, or its first sentence, where there is room for it."""
        for text in (self.brief.context, self.brief.context.shorter):
            if text:
                run = self.setter.run(str(text), CONTEXT)
                lines = self.setter.broken([run], CONTEXT_WIDTH, last=LEAST_LAST_LINE)
                if len(lines) <= 2 and len(lines) * CONTEXT.leading <= free:
                    self.top += len(lines) * CONTEXT.leading
                    return [text]
        return []

    def _more(self, row: Row) -> float:
        """The height that a row takes beyond one line."""
        key = (row.area.path, len(row.figures))
        if key not in self._heights:
            self._heights[key] = max(cell.last for cell in self._cells(row))
        return self._heights[key]

    def _cells(self, row: Row) -> Iterator[_Cell]:
        """The name, the main figure, and the others below each other in the last column."""
        name = self._lines_of(row.area.path, (self.setter.run(str(row.area.name), _NAME),), 0)
        left = self.setter.grid.left
        yield _Cell((row.area.name,), name, "name", left, self.columns.name)
        drop, last = 0.0, len(self.columns.figures) - 1
        for index, figure in enumerate(row.figures):
            column = min(index, last)
            types = _NEXT if index else self._main
            runs = spaced(self.setter.runs(figure.number, types))
            label = self.setter.run(str(figure.lone_label), _LABEL)
            lines = self._lines_of(f"{figure.id}:{column}", (*runs, label), column + 1)
            slot, texts = ("evidence" if index else "number"), (figure.number, figure.lone_label)
            cell = _Cell(texts, lines, slot, *self.columns.figures[column], drop)
            yield cell
            drop = cell.last + FIGURE_DROP if column == last else 0

    def _lines_of(self, key: str, runs: Sequence[Run], column: int) -> Sequence[Line]:
        """Runs in lines of the width of a column, the first of which is the name's."""
        if key not in self._lines:
            stops = [(self.setter.grid.left, self.columns.name), *self.columns.figures]
            x, right = stops[column]
            self._lines[key] = self.setter.broken(runs, right - x, last=LEAST_LAST_LINE)
        return self._lines[key]

    def _box(self, cell: _Cell) -> TextBox:
        most = NAME_LINES if cell.slot == "name" else FIGURE_LINES
        self.setter.limit(cell.texts[-1], cell.lines, cell.right - cell.x, most)
        role: Role = "H2" if cell.slot == "name" else "P"
        set_ = placed(cell.lines, cell.x, cell.drop, LEADING)
        return text_box(role, cell.slot, cell.texts, set_, cell.x, cell.right)

    def _rows(self, text: Text, y: float) -> Item:
        """Grey text that ends at the right edge."""
        right = self.setter.grid.right
        (line, *_) = self.setter.lines(text, _HEAD, ROWS_WIDTH, most=1)
        x = right - line.width
        return text_box("P", "rows", [text], placed([line], x, y, 0), x, right)

    def _rule(self, y: float, thickness: float, colour: str) -> Rule:
        grid = self.setter.grid
        return Rule(Rect(grid.left, y - thickness / 2, grid.full, thickness, fill=colour))

    def _noted(self, rows: Sequence[Row]) -> float:
        """What is still too high once the figures and texts that are too many are noted."""
        excess, left = self.excess(rows), list(rows)
        while excess > 0 and (index := self._fullest(left)) is not None:
            row = left[index]
            left[index] = row._replace(kept=row.kept[:-1])
            excess -= self._more(row) - self._more(left[index])
            self._note_priority(row)
        for row in sorted(left, key=self._too_long):
            if excess > 0 and self._more(row):
                excess -= self._more(row)
                self._note_lines(row)
        return max(excess, 0.0) if self.setter.problems else excess

    def _fullest(self, rows: Sequence[Row]) -> int | None:
        """The row with most figures of priority 1 beside its main one."""
        index = max(range(len(rows)), key=lambda i: len(rows[i].kept))
        return index if len(rows[index].kept) > 1 else None

    def _note_priority(self, row: Row) -> None:
        figure = row.kept[-1]
        area, limit = plain(row.area.name), len(row.kept) - 1
        self.setter.note("BB309", figure.number, limit=limit, id=figure.id, area=area)

    def _too_long(self, row: Row) -> float:
        """Characters to cut for each point of height."""
        over = [len(line.text) for cell in self._cells(row) for line in cell.lines[1:]]
        return sum(over) / (self._more(row) or 1)

    def _note_lines(self, row: Row) -> None:
        """Each of its texts that takes more than a line."""
        for cell in self._cells(row):
            self.setter.limit(cell.texts[-1], cell.lines, cell.right - cell.x, most=1)
