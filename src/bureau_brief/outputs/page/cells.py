"""An area in a column: its name, its main figure, the others one to a line, no sentences.

In: an Area, its figures and a Setter. Out: lines of each, the first on the baseline 0; the text
boxes of what is placed. Problems are noted only for what is placed.
Not for: where the columns stand and which figures they hold (`dense`).
"""

from collections.abc import Sequence

from bureau_brief.brief import Area, Figure, PartKind
from bureau_brief.fitting import Line, widest
from bureau_brief.outputs.page.grid import Level, Type
from bureau_brief.outputs.page.setting import LEAST_LAST_LINE, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Item, PlacedLine

NAME_LINES, MOST_LINES = 3, 5  # of a name, of a figure
LABEL = 4.6  # of the label's size: where labels start, from the column's left edge
NUMBER_GAP = 4.0  # at least, between a number and its label

_Types = dict[PartKind, Type]


def lead_types(level: Level) -> _Types:
    """How the parts of an area's main number are set."""
    size, leading = level.unit, level.sentence_leading
    return {
        "qualifier": Type("regular", level.qualifier, leading, "ink"),
        "number": Type("bold", level.number, leading, "accent"),
        "unit": Type("semibold", size, leading, "accent"),
        "words": Type("semibold", size, leading, "accent"),
    }


def figure_types(level: Level) -> _Types:
    """How the parts of any other number are set."""
    size, leading = level.evidence, level.evidence_leading
    return {
        "qualifier": Type("regular", size, leading, "ink"),
        "number": Type("semibold", level.evidence_number, leading, "ink"),
        "unit": Type("semibold", size, leading, "ink"),
        "words": Type("semibold", size, leading, "ink"),
    }


class Cells:
    """Sets areas in columns of `width`, their names in `full`; what was set once is kept."""

    def __init__(self, setter: Setter, width: float, full: float) -> None:
        self.setter, self.width, self.full = setter, width, full
        level = setter.level
        self.name_type = Type("semibold", level.sentence, level.sentence_leading, "accent")
        self.label = LABEL * level.evidence
        self._types = {True: lead_types(level), False: figure_types(level)}
        self._labels = {
            True: Type("semibold", level.sentence, level.sentence_leading, "ink"),
            False: Type("regular", level.evidence, level.evidence_leading, "ink"),
        }
        self._kept: dict[tuple[str, bool, bool], list[PlacedLine]] = {}

    def names(self, area: Area) -> list[PlacedLine]:
        """The lines of an area's name."""
        key = (area.path, True, False)
        if key not in self._kept:
            lines = self.setter.broken([self.setter.run(str(area.name), self.name_type)], self.full)
            self._kept[key] = placed(lines, 0, 0, self.name_type.leading)
        return self._kept[key]

    def lines(self, figure: Figure, *, lead: bool = False, close: bool = False) -> list[PlacedLine]:
        """The lines of a figure; `close` lets the label run on where that takes fewer."""
        key = (figure.id, lead, close)
        if key not in self._kept:
            made = None if lead else self._apart(figure)
            if made is None or (close and len(made) > 2):
                run_on = self._run_on(figure, lead=lead)
                made = run_on if made is None or len(run_on) < len(made) - 1 else made
            self._kept[key] = made
        return self._kept[key]

    def name_box(self, area: Area, x: float) -> Item:
        """The name as it is placed, its first line on the baseline 0."""
        lines = self.names(area)
        self.setter.limit(area.name, [p.line for p in lines], self.full, NAME_LINES)
        return text_box("H2", "name", [area.name], _from(lines, x), x, x + self.full)

    def figure_box(
        self, figure: Figure, x: float, *, lead: bool = False, close: bool = False
    ) -> Item:
        """A figure as it is placed, its first line on the baseline 0."""
        lines, width = self.lines(figure, lead=lead, close=close), self.full if lead else self.width
        rows = len({p.baseline for p in lines})
        if len(lines) > rows:  # number and label apart
            self.setter.glyphs(figure.number, [lines[0].line])
            self.setter.glyphs(figure.lone_label, [p.line for p in lines[1:]])
        else:
            self.setter.limit(figure.lone_label, [p.line for p in lines], width, MOST_LINES)
        slot, texts = "number" if lead else "evidence", [figure.number, figure.lone_label]
        return text_box("P", slot, texts, _from(lines, x), x, x + width)

    def _apart(self, figure: Figure) -> list[PlacedLine] | None:
        """Number and label in two columns; None where either is too long for that."""
        number = Line(spaced(self.setter.runs(figure.number, self._types[False])))
        room, type_ = self.width - self.label, self._labels[False]
        run = self.setter.run(str(figure.lone_label), type_)
        label = self.setter.broken([run], room, last=LEAST_LAST_LINE)
        too_wide = number.width > self.label - NUMBER_GAP or widest(label) > room
        if figure.number.part("qualifier") or too_wide or len(label) > 2:
            return None
        return [PlacedLine(0, 0, number), *placed(label, self.label, 0, type_.leading)]

    def _run_on(self, figure: Figure, *, lead: bool) -> list[PlacedLine]:
        """Number and label as one phrase."""
        type_ = self._labels[lead]
        runs = spaced(self.setter.runs(figure.number, self._types[lead]))
        label = self.setter.run(str(figure.lone_label), type_)
        width = self.full if lead else self.width
        lines = self.setter.broken([*runs, label], width, last=LEAST_LAST_LINE)
        return placed(lines, 0, 0, type_.leading)


def _from(lines: Sequence[PlacedLine], x: float) -> list[PlacedLine]:
    return [PlacedLine(p.x + x, p.baseline, p.line) for p in lines]
