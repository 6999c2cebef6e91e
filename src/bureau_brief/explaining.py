"""A page on every message: what it means, an example, how to mend it.

In: a code. Out: its page, from the texts in `explanations/` (one file an area, one heading a
code), or Problems. They are plain Markdown, so that they can also be read where they lie.
Not for: the messages themselves (`messages`).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bureau_brief.messages import MESSAGES, Severity
from bureau_brief.problems import Place, Problems, problem

FOLDER = Path(__file__).with_name("explanations")
_HEADING = re.compile(r"^## (BB\d{3}) (.+)$", re.MULTILINE)


class Explanation(NamedTuple):
    """The page of one code."""

    code: str
    title: str
    text: str
    severity: Severity

    def __str__(self) -> str:
        return f"{self.code} ({self.severity}): {self.title}\n\n{self.text}"


def explanation(code: str) -> Explanation:
    """The page of a code. Raises Problems if no message has it."""
    found = explanations().get(code.upper())
    if found is None:
        raise Problems([problem("BB502", Place("CODE"), found=code)])
    return found


def explanations() -> Mapping[str, Explanation]:
    """Every page, in the order of the codes."""
    pages: dict[str, Explanation] = {}
    for path in FOLDER.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        marks = [*_HEADING.finditer(text)]
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            code = mark[1]
            if code in MESSAGES:
                body = text[mark.end() : end].strip("\n")
                pages[code] = Explanation(code, mark[2], body, MESSAGES[code].severity)
    return dict(sorted(pages.items()))
