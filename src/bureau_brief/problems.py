"""What can be wrong, and how it is said.

In: a code, a place and the values that a message names. Out: a Problem, or one Problems
exception that carries all of them.
Not for: finding problems, or their words (`messages`).
"""

from collections.abc import Iterable
from typing import NamedTuple

from bureau_brief.messages import MESSAGES, Severity
from bureau_brief.values import value


class Mark(NamedTuple):
    """Where something is written, as parsers count: line and column from 0."""

    line: int
    column: int


@value
class Place:
    """A field of a data file: its path, and where it is written (line and column from 1)."""

    path: str
    file: str = ""
    line: int = 0
    column: int = 0

    @staticmethod
    def at(mark: Mark, path: str, file: str) -> "Place":
        """The place of a field that is written at `mark`."""
        return Place(path, file, mark.line + 1, mark.column + 1)

    def __str__(self) -> str:
        position = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{position}: {self.path}" if position and self.path else position or self.path


@value
class Problem:
    """One thing that is wrong, or that a person should know."""

    code: str
    where: Place
    expected: str
    found: str
    hint: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """`file:line:column: path`, code, expected and found on the first line, then the hint."""
        text = f"{self.where}: {self.severity} {self.code}: expected {self.expected}"
        if self.found:
            text += f", found {self.found}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text

    def as_dict(self) -> dict[str, str | int]:
        """The problem for `--json`."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.where.file,
            "line": self.where.line,
            "column": self.where.column,
            "path": self.where.path,
            "expected": self.expected,
            "found": self.found,
            "hint": self.hint,
        }


class Problems(Exception):  # noqa: N818 - it is a list of problems, not one error
    """Everything that is wrong with an input, at once, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quoted(value: object) -> str:
    """A value of a file from anywhere, for a message: short, in backticks."""
    try:
        return f"`{str(value)[:60]}`"
    except (RecursionError, ValueError):  # tables in tables, digits without end
        return f"a {type(value).__name__} without end"


def problem(code: str, where: Place, **values: object) -> Problem:
    """The message of `code`, filled in. Raises KeyError on a code or value that is not there."""
    message = MESSAGES[code]
    return Problem(
        code,
        where,
        message.expected.format_map(values),
        message.found.format_map(values),
        message.hint.format_map(values),
        message.severity,
    )
