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
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from bureau_brief.record import EVERY_LANGUAGE, Noun, Record, Text, Unit


def plain(record: Record) -> dict[str, Any]:
    """The fields of a data file; those that hold what they hold anyway are left out."""
    return _fields(record)


def hashed(data: Mapping[str, Any]) -> str:
    """SHA-256 of what plain data say, however they were written."""
    written = json.dumps(data, check_circular=False)  # no data hold themselves
    return hashlib.sha256(written.encode()).hexdigest()


def _fields(value: Any) -> dict[str, Any]:
    cls: Any = type(value)
    return {
        name: _plain(content)
        for name, default in _defaults(cls)
        if (content := getattr(value, name)) is not default
        and (default is None or content != default)
    }


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
    cls: Any = type(value)
    return _way(cls)(value)


@functools.cache
def _way(cls: Any) -> Callable[[Any], Any]:
    """How every value of a class is written."""
    for known, way in _WAYS.items():
        if issubclass(cls, known):
            return way
    return _fields if dataclasses.is_dataclass(cls) else lambda value: value


def _number(value: Decimal) -> int | str:
    """Exactly the digits that were written: a fraction as a text, for JSON has only floats."""
    return int(value) if value.as_tuple().exponent == 0 else f"{value:f}"


def _text(text: Text) -> str | dict[str, str]:
    return text.by_language.get(EVERY_LANGUAGE) or dict(text.by_language)


def _unit(unit: Unit) -> str | dict[str, Any]:
    return unit.code or _noun(unit)


def _noun(noun: Noun) -> dict[str, Any]:
    return {code: _forms(forms) for code, forms in noun.by_language.items()}


def _forms(forms: Mapping[str, str]) -> str | dict[str, str]:
    return forms["other"] if len(forms) == 1 else dict(forms)


def _items(items: Iterable[Any]) -> list[Any]:
    return [_plain(item) for item in items]


def _mapping(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(item) for key, item in mapping.items()}


_WAYS: Mapping[type, Callable[[Any], Any]] = {
    Decimal: _number,
    Text: _text,
    Unit: _unit,  # which is a Noun as well
    Noun: _noun,
    tuple: _items,
    Mapping: _mapping,
    dt.date: dt.date.isoformat,
}
