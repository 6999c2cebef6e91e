"""A Record as plain data: what a data file in JSON would hold.

In: a Record. Out: dicts, lists, strings and whole numbers that reading accepts again and makes
the same Record of; the same with the same keys in the same order, so that it can be hashed.
Not for: where the data go (`embedding`), or reading them (`reading`).
"""

import dataclasses
import datetime as dt
import functools
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bureau_brief.record import EVERY_LANGUAGE, Noun, Record, Text, Unit


def plain(record: Record) -> dict[str, Any]:
    """The fields of a data file; those that hold what they hold anyway are left out."""
    return _fields(record)


def hashed(data: Mapping[str, Any]) -> str:
    """SHA-256 of what plain data say, however they were written."""
    return hashlib.sha256(json.dumps(data).encode()).hexdigest()


def _fields(value: Any) -> dict[str, Any]:
    cls: Any = type(value)
    said = ((name, getattr(value, name), default) for name, default in _defaults(cls))
    return {name: _plain(content) for name, content, default in said if content != default}


@functools.cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a class that stand in a data file, and what they hold anyway."""
    fields = (field for field in dataclasses.fields(cls) if field.metadata.get("format", True))
    return tuple((field.name, _default(field)) for field in fields)


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Text):
        return value.by_language.get(EVERY_LANGUAGE) or dict(value.by_language)
    if isinstance(value, Unit) and value.code:
        return value.code
    if isinstance(value, Noun):
        return {code: _forms(forms) for code, forms in value.by_language.items()}
    if dataclasses.is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, dt.date) else value


def _number(value: Decimal) -> int | str:
    """Exactly the digits that were written: a fraction as a text, for JSON has only floats."""
    return int(value) if value.as_tuple().exponent == 0 else f"{value:f}"


def _forms(forms: Mapping[str, str]) -> str | dict[str, str]:
    return forms["other"] if len(forms) == 1 else dict(forms)
