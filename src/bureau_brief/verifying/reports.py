"""Differences as Problems: one code a kind.

In: a Difference and the name of its file. Out: a Problem.
Not for: the words (`messages`).
"""

from collections.abc import Mapping

from bureau_brief.problems import Place, Problem, problem
from bureau_brief.verifying.values import Difference, Kind

CODES: Mapping[Kind, str] = {
    "missing": "BB602",
    "different": "BB603",
    "swapped": "BB604",
    "qualifier": "BB605",
    "unit": "BB606",
    "unknown": "BB607",
    "stray": "BB608",
    "text": "BB609",
    "leaf": "BB610",
    "length": "BB611",
    "data": "BB613",
}
LONGEST = 60
"""Characters of a text that a message repeats."""


def as_problem(difference: Difference, file: str) -> Problem:
    """The difference in words, at its place in `file`."""
    expected, found = _around(difference.expected, difference.found)
    return problem(
        CODES[difference.kind],
        Place(difference.place, file),
        expected=_quoted(expected),
        found=_quoted(found),
        figure=_named(difference.figure),
        other=_named(difference.other),
    )


def _quoted(text: str) -> str:
    return f"`{text}`" if text else "nothing"


def _named(figure: str) -> str:
    return f", the figure `{figure}`" if figure else ""


def _around(one: str, other: str) -> tuple[str, str]:
    """Both texts from shortly before where they part, if they are long."""
    if max(len(one), len(other)) <= LONGEST:
        return one, other
    pairs = zip(one, other, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    start = max(0, same - LONGEST // 3)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    part = text[start : start + LONGEST]
    return "…" * (start > 0) + part + "…" * (start + LONGEST < len(text))
