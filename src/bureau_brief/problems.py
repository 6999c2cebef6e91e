"""What can be wrong, and how it is said.

In: a code, a place and the values that a message names. Out: a Problem, or one Problems
exception that carries all of them. Every message of the program stands in MESSAGES, so that
all of them can be read, and translated into advice, on one page.
Not for: finding problems.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Message(NamedTuple):
    """What was expected, what was found instead, and how to mend it (`{name}` is filled in)."""

    expected: str
    found: str
    hint: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a data file: its path, and where it is written (line and column from 1)."""

    path: str
    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        position = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{position}: {self.path}" if position and self.path else position or self.path


@dataclass(frozen=True, slots=True)
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


MESSAGES: Mapping[str, Message] = {
    # BB0xx: the form of the data file (reading)
    # BB1xx: figures that contradict each other (arithmetic)
    # BB2xx: words and templates (wording)
    "BB201": Message(
        "a folder of words for each language",
        "no `{language}/words.toml`",
        "ask for another language, or add the folder templates/{language}",
    ),
    "BB202": Message("a TOML file", "{error}", "mend the line that is named"),
    "BB203": Message("a table with the keys {keys}", "something else", "write it as a table"),
    "BB204": Message("this key", "nothing", "add it; the English file shows what it holds"),
    "BB205": Message("one of {keys}", "an unknown key", "take it out or mend its spelling"),
    "BB206": Message(
        "the sentence `{key}.txt.j2`", "no such file", "add it; the English folder has one"
    ),
    "BB207": Message("a template", "{error}", "see how the English template is written"),
    "BB208": Message(
        "a template that uses only its own values", "{error}", "this sentence has: {known}"
    ),
    "BB209": Message("at most {limit} characters", "{length}", "shorten the template"),
    # BB3xx: the page
    "BB301": Message(
        "a text of at most {lines} lines on the page",
        "{found} lines: `{text}`",
        "cut about {excess} characters",
    ),
    "BB302": Message(
        "a text at most {width} pt wide on the page",
        "{excess} pt more: `{text}`",
        "shorten it, or break the long word with a hyphen",
    ),
    "BB303": Message(
        "characters that the page’s font has",
        "{characters}",
        "write them in another way, or name a font that has them",
    ),
    "BB304": Message(
        "rows that fit on one page",
        "{excess} pt too much even when set tightly",
        "take out about {figures} figures or shorten sentences to one line",
    ),
    "BB305": Message(
        "a number at most {width} pt wide",
        "{excess} pt more at its smallest size: `{text}`",
        "shorten its unit, or give the number in a larger unit",
    ),
    "BB306": Message(
        "office name and kind of document side by side",
        "{excess} pt too much: `{text}`",
        "cut about {characters} characters of the office’s name",
    ),
    # BB4xx: the deck
    # BB5xx: files and options
    "BB501": Message(
        "a folder that can be written", "{reason}", "choose another one with -o, or free this one"
    ),
}
