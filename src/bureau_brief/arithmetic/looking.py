"""What every rule sees: a figure, where it stands, and all the others.

In: a Record. Out: an At for each figure. A value that could not be read is NaN there and an id
may name nobody: `other` answers only with what can be reckoned with.
Not for: any rule.
"""

from collections.abc import Iterator
from decimal import Decimal

from bureau_brief.problems import Problem, problem
from bureau_brief.record import Earlier, Figure, Point, Record
from bureau_brief.values import value


@value
class At:
    """A figure, where it stands, and all others by id."""

    record: Record
    known: dict[str, Figure]
    path: str
    figure: Figure

    def problem(self, code: str, field: str = "value", **values: object) -> Problem:
        """A problem of one of its fields."""
        return problem(code, self.record.place(f"{self.path}.{field}"), **values)

    def other(self, id_: str | None) -> Figure | None:
        """Another figure with a readable value."""
        found = self.known.get(id_ or "")
        return found if found and not found.value.is_nan() else None


def each(record: Record) -> Iterator[At]:
    """Every figure of the file, in order."""
    known = record.figures()
    for i, area in enumerate(record.areas):
        for j, figure in enumerate(area.figures):
            yield At(record, known, f"areas[{i}].figures[{j}]", figure)


def is_percent(figure: Figure) -> bool:
    """Its unit is `percent`."""
    return figure.unit is not None and figure.unit.code == "percent"


def code(figure: Figure) -> str:
    """The code of its unit; empty for a measure or none."""
    return figure.unit.code if figure.unit else ""


def plain(value: Decimal) -> str:
    """A number for a message: digits with commas."""
    return f"{value:,f}"


def earlier_fields(figure: Figure) -> Iterator[tuple[str, Earlier | Point]]:
    """The earlier values of a figure, by field."""
    if figure.previous:
        yield "previous", figure.previous
    if figure.baseline:
        yield "baseline", figure.baseline
    for index, point in enumerate(figure.series):
        yield f"series[{index}]", point
