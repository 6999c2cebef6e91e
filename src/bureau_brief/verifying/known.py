"""The figures of a brief by what they print: which figure is meant where a number stands.

In: a Brief, and every text that a plan places. Out: a Known.
Not for: whether the brief itself is right (`numbers`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from bureau_brief.brief import Brief, Figure
from bureau_brief.values import value
from bureau_brief.verifying.values import folded, numbers

_BRACKET = re.compile(r"[(（]([^)）]*)[)）]")


@value
class Printed:
    """A figure as it is printed: `over 200,000`."""

    full: str
    bare: str
    """Without its qualifier."""
    qualifier: str
    digits: tuple[str, ...]
    """The numbers in it; one, but for languages that part thousands with spaces."""


class Known:
    """Which figures print which digits, and which digits stand anywhere in a plan."""

    def __init__(self, brief: Brief, texts: Iterable[str]) -> None:
        self.printed: dict[str, Printed] = {}
        self._by_digits: dict[str, list[str]] = defaultdict(list)
        for figure in brief.figures().values():
            self._add(figure.id, _printed(figure))
            self._by_digits[f"{figure.value:f}"].append(figure.id)
            for id_ in figure.ids[1:]:
                self._add(id_, _converted(figure))
        self.numbers = frozenset(number for text in texts for number in numbers(text))

    def figure(self, number: str, near: Sequence[str] = ()) -> str:
        """The id of the figure that prints `number`, one of `near` before others; or empty."""
        found = self._by_digits.get(number, [])
        return next((id_ for id_ in near if id_ in found), next(iter(found), ""))

    def change(self, id_: str, wanted: str, found: str) -> Literal["qualifier", "unit", ""]:
        """What a figure lost, or was given, between two texts that have the same numbers."""
        printed = self.printed.get(id_)
        if printed is None:
            return ""
        if found.count(printed.bare) < wanted.count(printed.bare):
            return "unit"
        lost = found.count(printed.full) < wanted.count(printed.full)
        alone = wanted == printed.qualifier != found
        return "qualifier" if lost or alone or self._qualified(printed, wanted, found) else ""

    def _qualified(self, printed: Printed, wanted: str, found: str) -> bool:
        """Whether an exact figure was given the qualifier of another one."""
        said = {one.qualifier for one in self.printed.values()} - {"", printed.qualifier}
        given = (f"{qualifier}{space}{printed.bare}" for qualifier in said for space in ("", " "))
        return any(found.count(text) > wanted.count(text) for text in given)

    def _add(self, id_: str, printed: Printed) -> None:
        self.printed[id_] = printed
        for number in printed.digits:
            self._by_digits[number].append(id_)


def _printed(figure: Figure) -> Printed:
    parts = figure.number.parts
    bare = "".join(part.text for part in parts if part.kind != "qualifier")
    return Printed(
        full=_said(str(figure.number)),
        bare=_said(bare),
        qualifier=_said(figure.number.part("qualifier")),
        digits=tuple(numbers(bare)),
    )


def _converted(figure: Figure) -> Printed:
    """The conversion, which stands in brackets at the beginning of the label."""
    bracket = _BRACKET.search(str(figure.label))
    said = bracket.group(1) if bracket else ""
    return Printed(_said(said), _said(said), "", tuple(numbers(said)))


def _said(text: str) -> str:
    return folded(text).casefold()
