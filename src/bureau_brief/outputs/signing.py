"""The sign-off as a plan: a table of all figures on as many pages as it takes, and lines to sign.

In: what a sign-off says, the plans of page and deck, a page size and the theme. Out: Sheets, or
Problems. Where a figure stands is read from the two plans.
Not for: words (`brief.signing`), or drawing (`page_pdf`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bureau_brief.brief import Brief, Text, words
from bureau_brief.brief.signing import SignOff
from bureau_brief.outputs.page.grid import GRIDS, PageSize, Type
from bureau_brief.outputs.page.levels import LEVELS
from bureau_brief.outputs.page.setting import ASCENT, Setter, placed, plain, text_box
from bureau_brief.outputs.page.values import Rect, Role, Rule, TextBox
from bureau_brief.outputs.places import Shown, places
from bureau_brief.problems import Problem, Problems
from bureau_brief.theme import EAST_ASIAN, Theme
from bureau_brief.values import value

TITLE = Type("bold", 18, 22, "ink")
SUBTITLE = Type("regular", 10, 13, "grey")
HEAD = Type("semibold", 9, 12, "accent")
CELL = Type("regular", 9, 12, "ink")
NUMBER = Type("regular", 9, 12, "grey")
COLUMNS = (0.30, 0.31, 0.22, 0.17)
"""Widths as shares of the whole."""
TOP, LINE, HAIRLINE = 4.0, 1.0, 0.5
"""Thickness of rules."""
GUTTER, PADDING = 14.0, 4.0
BOTTOM, SIGNED = 56.0, 86.0
"""Height below the table, and of the lines to sign."""
MOST_LINES = 40
NONE = "–"
SECOND = "en-US"
_SLIDE = re.compile(r"slide (\d+)")


@value
class Row:
    """A row of the table: its cells are read one after the other; the rule stands below it."""

    cells: tuple[TextBox, ...]
    rule: Rule
    heading: bool = False
    repeated: bool = False
    """The heading again, on a further page: not read out twice."""


@value
class SheetPage:
    """The part of the table that stands on one page, and the page's number."""

    rows: tuple[Row, ...]
    number: TextBox


@value
class Sheets:
    """A whole sign-off: the head on its first page, the lines to sign on its last."""

    width: float
    height: float
    locale: str
    title: str
    author: str
    published: str
    head: tuple[TextBox | Rule, ...]
    pages: tuple[SheetPage, ...]
    signed: tuple[TextBox | Rule, ...]
    colours: Mapping[str, str]
    """Hex (`#12436D`) by name."""
    second_locale: str = ""
    """Language of Latin words inside East Asian text; empty elsewhere."""
    data: bytes = b""
    warnings: tuple[Problem, ...] = ()

    def text_boxes(self) -> tuple[TextBox, ...]:
        """Every paragraph in the order in which it is drawn."""
        return tuple(box for page in self.paragraphs() for box in page)

    def paragraphs(self) -> tuple[tuple[TextBox, ...], ...]:
        """The same page by page."""
        pages = [[c for row in page.rows for c in row.cells] + [page.number] for page in self.pages]
        pages[0][:0] = [item for item in self.head if isinstance(item, TextBox)]
        pages[-1] += [item for item in self.signed if isinstance(item, TextBox)]
        return tuple(map(tuple, pages))


def plan(said: SignOff, brief: Brief, plans: Sequence[Any], size: PageSize, theme: Theme) -> Sheets:
    """The sign-off of a brief that `plans` show. Raises Problems."""
    setter = Setter(theme.in_language(brief.language), GRIDS[size], LEVELS[0].level)
    writer = _Writer(setter, said)
    head = writer.head()
    writer.table(plans)
    signed = writer.signed()
    pages = writer.numbered()
    if setter.problems:
        raise Problems(setter.problems)
    return Sheets(
        width=setter.grid.width,
        height=setter.grid.height,
        locale=brief.locale,
        title=f"{said.title}: {plain(brief.headline)}",
        author=str(brief.organisation),
        published=brief.published,
        second_locale=SECOND if brief.locale.startswith(EAST_ASIAN) else "",
        head=head,
        pages=pages,
        signed=signed,
        colours=theme.colours,
    )


class _Writer:
    """Sets row below row, and begins a page where the next one has no room."""

    def __init__(self, setter: Setter, said: SignOff) -> None:
        self._setter, self._said = setter, said
        self._left, self._right = setter.grid.left, setter.grid.right
        self._bottom = setter.grid.height - BOTTOM
        self._y = setter.grid.top
        self._pages: list[list[Row]] = [[]]

    def head(self) -> tuple[TextBox | Rule, ...]:
        """Rule, title, and what is signed."""
        rule = self._rule(TOP, "accent")
        title = self._line(self._said.title, TITLE, self._left, self._y + 28, "title", "H1")
        last = title.lines[-1].baseline
        said = self._setter.writable(self._said.subtitle)
        below = self._line(said, SUBTITLE, self._left, last + 18, "subtitle")
        self._y = below.lines[-1].baseline + 18
        return (rule, title, below)

    def table(self, plans: Sequence[Any]) -> None:
        """The head of the table, then a row for each figure."""
        self._heading()
        for entry in self._said.entries:
            shown = dict.fromkeys(_places(self._said, plans, entry.id))
            listed = words(_listed(self._said.join, [*shown]), entry.figure.path)
            self._row((entry.figure, entry.source, entry.checks, listed))

    def signed(self) -> tuple[TextBox | Rule, ...]:
        """The lines that are filled in by hand, side by side."""
        if self._y + SIGNED > self._bottom:
            self._turn()
        self._y += SIGNED - 18
        whole = self._right - self._left + GUTTER
        items: list[TextBox | Rule] = []
        for index, text in enumerate(self._said.lines):
            x, width = self._left + index * whole / 3, whole / 3 - GUTTER
            items.append(Rule(Rect(x, self._y, width, LINE, fill="ink")))
            items.append(self._line(text, NUMBER, x, self._y + 13, "line"))
        return tuple(items)

    def numbered(self) -> tuple[SheetPage, ...]:
        """The pages with their numbers."""
        count, baseline = len(self._pages), self._bottom + 20
        numbers = [self._said.number.fill(page=n, pages=count) for n in range(1, count + 1)]
        return tuple(
            SheetPage(tuple(rows), self._line(text, NUMBER, self._left, baseline, "number"))
            for rows, text in zip(self._pages, numbers, strict=True)
        )

    def _turn(self) -> None:
        self._pages.append([])
        self._y = self._setter.grid.top
        self._heading()

    def _heading(self) -> None:
        first = len(self._pages) == 1
        cells = self._cells(self._said.columns, HEAD)
        self._put(cells, HEAD, LINE, "accent", heading=True, repeated=not first)

    def _row(self, texts: Sequence[Text]) -> None:
        """A row; on the next page if it does not fit."""
        cells = self._cells(texts, CELL)
        height = max(len(cell.lines) for cell in cells) * CELL.leading + 2 * PADDING
        if self._y + height > self._bottom and any(not row.heading for row in self._pages[-1]):
            self._turn()
            cells = self._cells(texts, CELL)
        self._put(cells, CELL, HAIRLINE, "hairline")

    def _put(
        self, cells: tuple[TextBox, ...], type_: Type, thickness: float, colour: str,
        *, heading: bool = False, repeated: bool = False,
    ) -> None:  # fmt: skip
        self._y += max(len(cell.lines) for cell in cells) * type_.leading + 2 * PADDING
        rule = self._rule(thickness, colour)
        self._pages[-1].append(Row(cells, rule, heading, repeated))

    def _cells(self, texts: Sequence[Text], type_: Type) -> tuple[TextBox, ...]:
        """The texts in their columns; an empty one says so with a dash."""
        x, whole = self._left, self._right - self._left + GUTTER
        cells: list[TextBox] = []
        for text, share in zip(texts, COLUMNS, strict=True):
            width, said = whole * share - GUTTER, text or words(NONE, text.path)
            lines = self._setter.lines(said, type_, width, most=MOST_LINES)
            first = self._y + PADDING + ASCENT * type_.size
            set_ = placed(lines, x, first, type_.leading)
            cells.append(text_box("P", "cell", [said], set_, x, x + width))
            x += whole * share
        return tuple(cells)

    def _line(
        self, text: Text, type_: Type, x: float, baseline: float, slot: str, role: Role = "P"
    ) -> TextBox:
        lines = self._setter.lines(text, type_, self._right - x, most=4)
        return text_box(
            role, slot, [text], placed(lines, x, baseline, type_.leading), x, self._right
        )

    def _rule(self, thickness: float, colour: str) -> Rule:
        return Rule(Rect(self._left, self._y, self._right - self._left, thickness, fill=colour))


def _listed(join: str, items: Sequence[str]) -> str:
    """`a, b, c`, by the pattern of the language."""
    out = "".join(items[:1])
    for item in items[1:]:
        out = join.replace("{a}", out).replace("{b}", item)
    return out


def _places(said: SignOff, plans: Sequence[Any], figure: str) -> Iterator[str]:
    """`page`, `slide 3`: every place of a figure, in order; notes are none."""
    for plan_ in plans:
        for where in (shown.where for shown in places(plan_, figure) if _is_seen(shown)):
            slide = _SLIDE.match(where)
            yield str(said.slide.fill(slide=int(slide[1])) if slide else said.page)


def _is_seen(shown: Shown) -> bool:
    return not shown.where.endswith("notes")
