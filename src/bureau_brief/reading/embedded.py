"""What data that were taken out of a finished file say of their origin.

In: the root node of a data file, before it is checked. Out: an Origin, and the node without the
key that says so: it is no part of the format that people write.
Not for: believing it: an Origin holds only where the data are still those it speaks of.
"""

import re
from typing import NamedTuple

from bureau_brief.plain import hashed, plain
from bureau_brief.reading.nodes import Node, Scalar, Table
from bureau_brief.reading.scalars import IN_NAMES
from bureau_brief.record import EMBEDDED, Record

_NAME = re.compile(rf"[^/\\:{IN_NAMES}]{{1,255}}")
_HASH = re.compile(r"[0-9a-f]{64}")


class Origin(NamedTuple):
    """The data file that data were first read from."""

    file: str
    sha256: str
    content: str
    """The hash of what the data said."""


def detached(root: Node | None) -> Origin | None:
    """Take the key off; what it says, if it is complete."""
    if not isinstance(root, Table):
        return None
    found = [value for key, value in root.entries() if key.text == EMBEDDED]
    if not found:
        return None
    kept = [entry for entry in root.entries() if entry[0].text != EMBEDDED]
    root.content = [node for entry in kept for node in entry]
    said = _texts(found[0])
    origin = Origin(*(said.get(name, "") for name in Origin._fields))
    sound = _NAME.fullmatch(origin.file) and _HASH.fullmatch(origin.sha256)
    return origin if sound else None


def holds(origin: Origin, record: Record) -> bool:
    """Whether the data are still those that the origin speaks of."""
    return origin.content == hashed(plain(record))


def _texts(node: Node) -> dict[str, str]:
    entries = node.entries() if isinstance(node, Table) else ()
    return {key.text: value.text for key, value in entries if isinstance(value, Scalar)}
