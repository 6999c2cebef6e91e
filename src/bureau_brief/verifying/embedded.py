"""The data inside a finished file held against those that it should carry.

In: the JSON inside a file and the JSON of its plan. Out: Differences, each at the path of its
field, with the figure that it belongs to.
Not for: taking data out of files (`extracting`).
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, zip_longest
from typing import Any

from bureau_brief.verifying.values import Difference

PLACE = "embedded data"
MOST = 20
"""Fields that are named; a file with more was made from other data altogether."""

_VERSION = "embedded.program"
"""May differ: an older program made the file."""
_SHOWN = "embedded.shown."


def differences(found: bytes | None, wanted: bytes) -> Iterator[Difference]:
    """Where the data inside a file are not `wanted`; none are wanted of a plan without data."""
    if not wanted:
        return
    if found is None:
        yield Difference("data", PLACE, "the data", "")
        return
    one, other = (json.loads(text, parse_float=Decimal) for text in (wanted, found))
    yield from islice(_unlike("", one, other, ""), MOST)


def _unlike(path: str, wanted: Any, found: Any, figure: str) -> Iterator[Difference]:
    if isinstance(wanted, dict) and isinstance(found, dict):
        own = str(wanted["id"]) if "value" in wanted and "id" in wanted else figure
        for key in dict.fromkeys([*wanted, *found]):
            inner = f"{path}.{key}" if path else key
            yield from _unlike(inner, wanted.get(key), found.get(key), own)
    elif isinstance(wanted, list) and isinstance(found, list):
        for index, (one, other) in enumerate(zip_longest(wanted, found)):
            yield from _unlike(f"{path}[{index}]", one, other, figure)
    elif _slide(path, wanted) != _slide(path, found) and path != _VERSION:
        yield Difference("data", f"{PLACE}, {path}", _said(wanted), _said(found), figure)


def _slide(path: str, value: Any) -> Any:
    """Of a place that shows a figure, its slide: what a box is called depends on the template."""
    named = path.startswith(_SHOWN) and isinstance(value, str)
    return value.partition(",")[0] if named else value


def _said(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
