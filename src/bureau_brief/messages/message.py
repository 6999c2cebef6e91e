"""What a message is made of."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Message(NamedTuple):
    """What was expected, what was found instead, and how to mend it (`{name}` is filled in)."""

    expected: str
    found: str
    hint: str
    severity: Severity = "error"
