"""Where a plan shows a figure: every place and the text that stands there.

In: a plan of any output and the id of a figure. Out: its places in reading order (`slide 3,
Title`). A plan is walked as plain data: whatever keeps the brief.Text that it shows is found.
Not for: what an output draws (the drawers).
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from bureau_brief.brief import Text

_NAMES = ("slot", "name")
_FIELDS = {"notes": "notes", "alt": "in words"}


class Shown(NamedTuple):
    """One place of one figure."""

    where: str
    text: str


def places(plan: Any, figure: str) -> tuple[Shown, ...]:
    """Every place where `plan` shows the figure or its conversion, each once."""
    return tuple(dict.fromkeys(_walked(plan, figure, ())))


def _walked(value: Any, figure: str, trail: tuple[str, ...]) -> Iterator[Shown]:
    if isinstance(value, Text):
        if any(id_.partition(".")[0] == figure for id_ in value.figures):
            yield Shown(", ".join(trail), str(value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _walked(item, figure, trail)
    elif isinstance(value, Mapping):
        yield from _walked(tuple(value.values()), figure, trail)
    elif is_dataclass(value):
        names = (getattr(value, name, None) for name in _NAMES)
        trail += tuple(name for name in names if isinstance(name, str) and name)
        for field in fields(value):
            yield from _field(field.name, getattr(value, field.name), figure, trail)


def _field(name: str, value: Any, figure: str, trail: tuple[str, ...]) -> Iterator[Shown]:
    if name == "slides":
        for number, slide in enumerate(value, 1):
            yield from _walked(slide, figure, (*trail, f"slide {number}"))
    else:
        yield from _walked(value, figure, (*trail, _FIELDS[name]) if name in _FIELDS else trail)
