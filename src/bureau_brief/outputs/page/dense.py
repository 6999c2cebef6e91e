"""Dense: three columns of areas, one line a figure, no charts and no sentences.

In: a Setter and a Brief. Out: a Draft with every figure, or with the fewest left out.
Not for: which figure may be left out, and in which order (`dropping`).
"""

from collections.abc import Sequence
from typing import TypeVar

from bureau_brief.brief import Area, Brief, Figure, PartKind
from bureau_brief.fitting import Line, break_lines, widest
from bureau_brief.outputs.page.dropping import Kept, fewest_dropped
from bureau_brief.outputs.page.footer import draft, low_footer
from bureau_brief.outputs.page.grid import NAME, Type
from bureau_brief.outputs.page.header import header
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Draft, Item, PlacedLine, Rect, Rule, moved

COLUMNS, GUTTER = 3, 20.0
MOST_AREAS = 18
RULE = 0.75
NAME_DROP, LEAD_DROP, FIRST_DROP = 13.0, 18.0, 16.0  # each from the baseline above it
PITCHES = (17.5, 16.0, 14.5, 14.0, 13.5, 13.0, 12.6)
LEADING, LEAD_LEADING = 11.6, 12.5
LABEL = 46.0  # where labels start, from the column's left edge
NUMBER_GAP = 4.0  # at least, between a number and its label
MOST_LINES = 3  # of a figure
GAP, MOST_GAP = 15.0, 33.0  # from the last line of a row of areas to the next rule
LEAST_ABOVE_FOOTER = 16.0

_LEAD: dict[PartKind, Type] = {
    "qualifier": Type("regular", 10, LEAD_LEADING, "ink"),
    "number": Type("bold", 16, LEAD_LEADING, "accent"),
    "unit": Type("semibold", 10, LEAD_LEADING, "accent"),
    "words": Type("semibold", 10, LEAD_LEADING, "accent"),
}
_LEAD_LABEL = Type("semibold", 10, LEAD_LEADING, "ink")
_NUMBER: dict[PartKind, Type] = {
    "qualifier": Type("regular", 10, LEADING, "ink"),
    "number": Type("semibold", 10.5, LEADING, "ink"),
    "unit": Type("semibold", 10, LEADING, "ink"),
    "words": Type("semibold", 10, LEADING, "ink"),
}
_LABEL = Type("regular", 10, LEADING, "ink")

_Any = TypeVar("_Any")


def suits(brief: Brief) -> bool:
    """Up to eighteen areas."""
    return len(brief.areas) <= MOST_AREAS


def dense(setter: Setter, brief: Brief) -> Draft:
    """Every figure, at the widest pitch that fits."""
    kept, page = Kept.all_of(brief), _Dense(setter, brief)
    page.pitch = next((p for p in PITCHES if page.excess(kept, p) <= 0), PITCHES[-1])
    return page.draft(kept)


def dense_in_part(setter: Setter, brief: Brief) -> Draft:
    """As many figures as fit at the least pitch."""
    page = _Dense(setter, brief)
    return page.draft(fewest_dropped(brief, page.excess, page.tallest))


class _Dense:
    """Areas in rows of three; what was set once is kept for the next choice of figures."""

    def __init__(self, setter: Setter, brief: Brief) -> None:
        self.setter, self.brief = setter, brief
        self.pitch = PITCHES[-1]
        self.head = header(setter, brief)
        self.foot = low_footer(setter, brief)
        self.start = self.head.last + setter.level.head_end
        self.width = (setter.grid.full - GUTTER * (COLUMNS - 1)) / COLUMNS
        self._set: dict[str, list[PlacedLine]] = {}
        self._known: dict[tuple[str, frozenset[str], float], float] = {}

    def excess(self, kept: Kept, pitch: float = PITCHES[-1]) -> float:
        """Height beyond what there is, with the least gaps."""
        heights = [max(row) for row in _threes(self._heights(kept, pitch))]
        used = sum(heights) + GAP * (len(heights) - 1)
        return self.start + used + LEAST_ABOVE_FOOTER - self.foot

    def tallest(self, kept: Kept) -> list[Area]:
        """The areas that a row is as high as: to leave out a figure elsewhere gains nothing."""
        rows = zip(_threes(self.brief.areas), _threes(self._heights(kept, self.pitch)), strict=True)
        return [
            area
            for areas, heights in rows
            for area, height in zip(areas, heights, strict=True)
            if height > max(heights) - 0.01
        ]

    def draft(self, kept: Kept) -> Draft:
        """The page."""
        excess = self.excess(kept, self.pitch)
        rows = _threes([self._area(area, kept) for area in self.brief.areas])
        gap = min(MOST_GAP, GAP + max(0.0, -excess) / max(1, len(rows) - 1))
        items: list[Item] = list(self.head.items)
        y = self.start
        for row in rows:
            for column, block in enumerate(row):
                items += (moved(item, y, column * (self.width + GUTTER)) for item in block.items)
            y += max(block.last for block in row) + gap
        left_over = max(0.0, self.foot - LEAST_ABOVE_FOOTER - (y - gap))
        return draft(self.setter, self.brief, items, self.foot, left_over, excess=excess)

    def _heights(self, kept: Kept, pitch: float) -> list[float]:
        return [self._height(area, kept, pitch) for area in self.brief.areas]

    def _height(self, area: Area, kept: Kept, pitch: float) -> float:
        """From the area's rule to its last baseline."""
        key = (area.id, kept.ids[area.id], pitch)
        if key not in self._known:
            self._known[key] = self._measured(area, kept, pitch)
        return self._known[key]

    def _measured(self, area: Area, kept: Kept, pitch: float) -> float:
        main, *others = kept.figures(area)
        height = (
            self._names(area)[-1].baseline + LEAD_DROP + self._lines(main, lead=True)[-1].baseline
        )
        for index, figure in enumerate(others):
            height += (pitch if index else FIRST_DROP) + self._lines(figure)[-1].baseline
        return height

    def _area(self, area: Area, kept: Kept) -> Block:
        """An area as it stands in the first column."""
        x, names = self.setter.grid.left, self._names(area)
        items: list[Item] = [
            Rule(Rect(x, -RULE / 2, self.width, RULE, fill="accent")),
            text_box("H2", "name", [area.name], names, x, x + self.width),
        ]
        baseline = names[-1].baseline
        for index, figure in enumerate(kept.figures(area)):
            lead = index == 0
            baseline += LEAD_DROP if lead else FIRST_DROP if index == 1 else self.pitch
            lines = self._lines(figure, lead=lead)
            box = text_box(
                "P",
                "number" if lead else "evidence",
                [figure.number, figure.lone_label],
                lines,
                x,
                x + self.width,
            )
            items.append(moved(box, baseline))
            baseline += lines[-1].baseline
        return Block(tuple(items), baseline)

    def _names(self, area: Area) -> list[PlacedLine]:
        if area.path not in self._set:
            lines = self.setter.lines(area.name, NAME, self.width, most=2)
            self._set[area.path] = placed(lines, self.setter.grid.left, NAME_DROP, NAME.leading)
        return self._set[area.path]

    def _lines(self, figure: Figure, *, lead: bool = False) -> list[PlacedLine]:
        """The lines of a figure, the first on the baseline 0."""
        key = f"{figure.id}:{lead}"
        if key not in self._set:
            self._set[key] = self._lead(figure) if lead else self._figure(figure)
        return self._set[key]

    def _lead(self, figure: Figure) -> list[PlacedLine]:
        lines = self._run_on(figure, _LEAD, _LEAD_LABEL)
        return placed(lines, self.setter.grid.left, 0, LEAD_LEADING)

    def _figure(self, figure: Figure) -> list[PlacedLine]:
        """Number and label in two columns; as one phrase where either is too long for that."""
        setter, x = self.setter, self.setter.grid.left
        number = Line(spaced(setter.runs(figure.number, _NUMBER)))
        room = self.width - LABEL
        label = break_lines([setter.run(str(figure.lone_label), _LABEL)], room)
        too_wide = number.width > LABEL - NUMBER_GAP or widest(label) > room
        if figure.number.part("qualifier") or too_wide or len(label) > 2:
            return placed(self._run_on(figure, _NUMBER, _LABEL), x, 0, LEADING)
        setter.glyphs(figure.number, [number])
        setter.glyphs(figure.lone_label, label)
        return [PlacedLine(x, 0, number), *placed(label, x + LABEL, 0, LEADING)]

    def _run_on(self, figure: Figure, types: dict[PartKind, Type], label: Type) -> Sequence[Line]:
        """Number and label as one phrase of at most three lines."""
        setter = self.setter
        runs = spaced(setter.runs(figure.number, types))
        lines = break_lines([*runs, setter.run(str(figure.lone_label), label)], self.width)
        setter.limit(figure.lone_label, lines, self.width, most=MOST_LINES)
        return lines


def _threes(items: Sequence[_Any]) -> list[Sequence[_Any]]:
    """The items of each row."""
    return [items[start : start + COLUMNS] for start in range(0, len(items), COLUMNS)]
