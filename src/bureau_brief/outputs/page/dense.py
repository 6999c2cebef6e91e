"""Dense: columns of areas, one line a figure, no charts and no sentences.

In: a Setter and a Brief. Out: a Draft with every figure, or with the fewest left out. Three areas
stand side by side; where there are few of them, each may take the whole width and set its
figures in columns of its own; where rows of areas have no room, areas run down the columns.
Not for: which figure may be left out, and in which order (`dropping`), or how an area is set in
its columns (`cells`).
"""

import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar

from bureau_brief.brief import Area, Brief, Figure, Text
from bureau_brief.outputs.page.cells import Cells
from bureau_brief.outputs.page.dropping import Kept, fewest_dropped
from bureau_brief.outputs.page.footer import draft, low_footer
from bureau_brief.outputs.page.header import header
from bureau_brief.outputs.page.setting import Block, Setter
from bureau_brief.outputs.page.values import Draft, Item, Rect, Rule, moved
from bureau_brief.values import replace

GUTTER = 20.0
MOST_AREAS, FEW_AREAS = 18, 6
RULE = 0.75
AIR = (4.4, 2.9, 2.4, 1.9, 1.4, 1.0)  # between two figures, beyond the leading
GAP, MOST_GAP = 15.0, 33.0  # from the last line of a row of areas to the next rule
MOST_GAP_DOWN = 46.0  # the same in a column of its own, so that all columns end alike
LEAST_ABOVE_FOOTER = 16.0

_Any = TypeVar("_Any")


class _Columns(NamedTuple):
    """How many areas stand side by side, and in how many columns each sets its figures."""

    areas: int
    figures: int = 1
    flowing: bool = False
    """Areas run down the columns; else row by row, a row as high as its highest."""


class _Pace(NamedTuple):
    """How tightly figures follow each other."""

    pitch: float
    close: bool
    """Labels run on where that saves a line."""


_ROWS, _DOWN = _Columns(3), _Columns(3, flowing=True)
_BANDS = (_Columns(1, 2), _Columns(1, 3))
_TRIED = {
    1: _BANDS,
    2: (_Columns(2), *_BANDS),
    3: (_ROWS, *_BANDS),
    4: (_Columns(2), *_BANDS, _DOWN),
    5: (_ROWS, *_BANDS, _DOWN),
    6: (_ROWS, *_BANDS, _DOWN),
}
"""By number of areas, the arrangements in the order in which they are tried."""


def suits(brief: Brief) -> bool:
    """Up to eighteen areas."""
    return len(brief.areas) <= MOST_AREAS


def dense(setter: Setter, brief: Brief) -> Draft:
    """Every figure, in the first arrangement and at the widest pitch that fits; else as many as
    fit. What the context says after its first sentence goes before them, and stays where there
    is room."""
    every, pages = Kept.all_of(brief), _pages(setter, brief)
    page = next((page for page in pages if page.fits(every)), None)
    if page:
        return page.draft(every)
    short = [page.saying(brief.context.shorter or brief.context) for page in pages]
    page = next((page for page in short if page.fits(every)), None)
    page = page or min(short, key=lambda page: page.excess(every))
    kept = fewest_dropped(brief, page.fits, page.tallest)
    whole = page.saying(brief.context)
    return (whole if whole.fits(kept) else page).draft(kept)


def loose(setter: Setter, brief: Brief) -> Draft:
    """Every figure, in the first arrangement that fits."""
    every, pages = Kept.all_of(brief), _pages(setter, brief)
    return next((page for page in pages if page.fits(every)), pages[0]).draft(every)


def _pages(setter: Setter, brief: Brief) -> list["_Dense"]:
    head, foot = header(setter, brief), low_footer(setter, brief)
    tried = _TRIED.get(len(brief.areas), (_ROWS, _DOWN))
    cells = {one[:2]: _cells(setter, one) for one in tried}
    kinds = [(one, _Flow if one.flowing else _Dense) for one in tried]
    return [kind(setter, brief, one, cells[one[:2]], head, foot) for one, kind in kinds]


def _cells(setter: Setter, columns: _Columns) -> Cells:
    every = columns.areas * columns.figures
    width = (setter.grid.full - GUTTER * (every - 1)) / every
    return Cells(setter, width, columns.figures * (width + GUTTER) - GUTTER)


class _Dense:
    """One arrangement of the areas; what was measured once is kept for the next choice of
    figures."""

    def __init__(
        self,
        setter: Setter,
        brief: Brief,
        columns: _Columns,
        cells: Cells,
        head: Block,
        foot: float,
    ) -> None:
        self.setter, self.brief, self.columns, self.cells = setter, brief, columns, cells
        self.head, self.foot = head, foot
        self.start = head.last + setter.level.head_end
        self.step = cells.width + GUTTER
        self._heights: dict[tuple[str, frozenset[str], _Pace], float] = {}

    def saying(self, context: Text) -> "_Dense":
        """The same under another context."""
        head = header(self.setter, replace(self.brief, context=context))
        made = type(self)(self.setter, self.brief, self.columns, self.cells, head, self.foot)
        made._heights = self._heights
        return made

    def excess(self, kept: Kept, pace: _Pace | None = None) -> float:
        """Height beyond what there is, with the least gaps; at the tightest pace if none is
        given."""
        used = self._used(self._measured(kept, pace or self._tightest))
        return self.start + used + LEAST_ABOVE_FOOTER - self.foot

    def fits(self, kept: Kept, pace: _Pace | None = None) -> bool:
        """Whether the areas have room."""
        return self.excess(kept, pace) <= 0

    def tallest(self, kept: Kept) -> list[Area]:
        """The areas that a row is as high as: to leave out a figure elsewhere gains nothing."""
        heights = self._rows_of(self._measured(kept, self._tightest))
        return [
            area
            for areas, row in zip(self._rows_of(self.brief.areas), heights, strict=True)
            for area, height in zip(areas, row, strict=True)
            if height > max(row) - 0.01
        ]

    def draft(self, kept: Kept) -> Draft:
        """The page."""
        pace = next((p for p in self._paces() if self.fits(kept, p)), self._tightest)
        blocks = [self._area(area, kept, pace) for area in self.brief.areas]
        body, last = self._placed(blocks)
        foot = self.foot
        left_over, excess = max(0.0, foot - LEAST_ABOVE_FOOTER - last), self.excess(kept, pace)
        items = [*self.head.items, *body]
        return draft(self.setter, self.brief, items, foot, left_over, excess=excess)

    def _used(self, heights: Sequence[float]) -> float:
        """The height of all areas with the least gaps."""
        rows = [max(row) for row in self._rows_of(heights)]
        return sum(rows) + GAP * (len(rows) - 1)

    def _placed(self, blocks: Sequence[Block]) -> tuple[list[Item], float]:
        """The areas in their places, and the last baseline."""
        rows = self._rows_of(blocks)
        highest = [max(block.last for block in row) for row in rows]
        gap, y, items = self._gap(highest), self.start, list[Item]()
        for row, height in zip(rows, highest, strict=True):
            for column, block in enumerate(row):
                right = column * self.columns.figures * self.step
                items += (moved(item, y, right) for item in block.items)
            y += height + gap
        return items, y - gap

    def _gap(self, heights: Sequence[float], most: float = MOST_GAP) -> float:
        """Between what stands below each other, so that it takes the height that there is."""
        free = self.foot - LEAST_ABOVE_FOOTER - self.start - sum(heights)
        return min(most, max(GAP, free / max(1, len(heights) - 1)))

    def _paces(self) -> Iterator[_Pace]:
        """The widest first."""
        level = self.setter.level
        pitches = (level.evidence_pitch, *(level.evidence_leading + air for air in AIR))
        return (_Pace(pitch, close) for close in (False, True) for pitch in pitches)

    @property
    def _tightest(self) -> _Pace:
        return _Pace(self.setter.level.evidence_leading + AIR[-1], close=True)

    def _rows_of(self, items: Sequence[_Any]) -> list[Sequence[_Any]]:
        """The items of each row of areas."""
        across = self.columns.areas
        return [items[start : start + across] for start in range(0, len(items), across)]

    def _measured(self, kept: Kept, pace: _Pace) -> list[float]:
        """The height of each area, from its rule to its last baseline."""
        return [self._height(area, kept, pace) for area in self.brief.areas]

    def _height(self, area: Area, kept: Kept, pace: _Pace) -> float:
        key = (area.id, kept.ids[area.id], pace)
        if key not in self._heights:
            columns = self._split(kept.figures(area)[1:], pace)
            self._heights[key] = self._first(area) + max(map(sum, columns), default=0.0)
        return self._heights[key]

    def _first(self, area: Area) -> float:
        """From an area's rule to the last baseline of its main figure."""
        level, lead = self.setter.level, self.cells.lines(area.figure(area.main), lead=True)
        name = level.name_drop + self.cells.names(area)[-1].baseline
        return name + level.sentence_drop + lead[-1].baseline

    def _split(self, figures: Sequence[Figure], pace: _Pace) -> list[list[float]]:
        """What each figure adds to the height of its column, column by column."""
        depths = [self.cells.lines(f, close=pace.close)[-1].baseline for f in figures]
        first = self.setter.level.evidence_top - pace.pitch
        return columns([depth + pace.pitch for depth in depths], self.columns.figures, first)

    def _area(self, area: Area, kept: Kept, pace: _Pace) -> Block:
        """An area as it stands in the first column."""
        x, level, cells = self.setter.grid.left, self.setter.level, self.cells
        main, *others = kept.figures(area)
        baseline = level.name_drop + cells.names(area)[-1].baseline + level.sentence_drop
        items: list[Item] = [
            Rule(Rect(x, -RULE / 2, cells.full, RULE, fill="accent")),
            moved(cells.name_box(area, x), level.name_drop),
            moved(cells.figure_box(main, x, lead=True), baseline),
        ]
        rest = iter(others)
        for column, depths in enumerate(self._split(others, pace)):
            y = self._first(area)
            for depth in depths:
                figure = next(rest)
                lines = cells.lines(figure, close=pace.close)
                y += depth
                box = cells.figure_box(figure, x, close=pace.close)
                items.append(moved(box, y - lines[-1].baseline, column * self.step))
        return Block(tuple(items), self._height(area, kept, pace))


class _Flow(_Dense):
    """The areas down one column after the other."""

    def fits(self, kept: Kept, pace: _Pace | None = None) -> bool:
        """Whether the areas have room: quicker than to see how much of it they take."""
        heights = [height + GAP for height in self._measured(kept, pace or self._tightest)]
        room = self.foot - LEAST_ABOVE_FOOTER - self.start + GAP
        return max(heights) <= room and len(_filled(heights, room)) <= self.columns.areas

    def tallest(self, kept: Kept) -> list[Area]:
        """All areas: what one gives up, the next ones of other columns get."""
        return list(self.brief.areas)

    def _used(self, heights: Sequence[float]) -> float:
        return max(sum(column) for column in self._down(heights)) - GAP

    def _placed(self, blocks: Sequence[Block]) -> tuple[list[Item], float]:
        items, lowest, rest = list[Item](), 0.0, iter(blocks)
        for index, column in enumerate(self._down([block.last for block in blocks])):
            heights, y = [height - GAP for height in column], self.start
            gap = self._gap(heights, MOST_GAP_DOWN)
            for height, block in zip(heights, rest, strict=False):
                items += (moved(item, y, index * self.step) for item in block.items)
                y += height + gap
            lowest = max(lowest, y - gap)
        return items, lowest

    def _down(self, heights: Sequence[float]) -> list[list[float]]:
        """Heights with their gaps, by column."""
        return columns([height + GAP for height in heights], self.columns.areas)


def columns(depths: Sequence[float], most: int, first: float = 0) -> list[list[float]]:
    """Depths in at most `most` columns of the least height, in their order; the first of each
    column has `first` more."""
    if most == 1 or not depths:
        found = [list(depths)] if depths else []
    else:
        sums = [0.0, *accumulate(depths)]
        heights = sorted({b - a for i, a in enumerate(sums) for b in sums[i + 1 :]})
        least = bisect.bisect_left(heights, max(depths) - 0.01)
        low = bisect.bisect_left(
            heights, True, lo=least, key=lambda height: len(_filled(depths, height)) <= most
        )
        found = _filled(depths, heights[min(low, len(heights) - 1)])
    return [[column[0] + first, *column[1:]] for column in found]


def _filled(depths: Sequence[float], height: float) -> list[list[float]]:
    """Depths in columns of one height, each as full as it gets."""
    columns, left = list[list[float]](), -1.0
    for depth in depths:
        if depth > left + 0.01:
            columns.append([depth])
            left = height - depth
        else:
            columns[-1].append(depth)
            left -= depth
    return columns
