"""What stands for a value that is wrong or missing, so that the rest can be checked as well.

In: a shape. Out: no words, NaN, an empty id, an empty list, or an object of such. Rules that
meet a hole pass it over; a Record with holes never leaves `reading`.
Not for: defaults: those are the Record's own.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from bureau_brief.reading.shapes import Shape, fields_of, required
from bureau_brief.record import Noun, SharedText, Text, Unit

_HOLES: Mapping[Any, Any] = {
    str: "",
    int: 0,
    bool: False,
    Decimal: Decimal("NaN"),
    dt.date: dt.date.min,
    Literal: "",
    tuple: (),
    Mapping: {},
    Text: Text({}),
    SharedText: SharedText({}),
    Noun: Noun({}),
    Unit: Unit({}),
}


def hole(shape: Shape) -> Any:
    """A value of that shape that says nothing."""
    return _HOLES[shape.type] if shape.type in _HOLES else _empty(shape.type)


@cache
def _empty(cls: type) -> Any:
    return cls(**{name: hole(fields_of(cls)[name].shape) for name in required(cls)})
