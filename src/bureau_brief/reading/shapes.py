"""The Record's classes as shapes: what the checker and the JSON Schema both walk.

In: the dataclasses of `record`. Out: for each class its fields, each with its type, its
constraints and its description, taken from the type hints once.
Not for: reading a value (`checking`) or describing one (`schema`).
"""

import dataclasses
import functools
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from bureau_brief.record import Between, Cites, Pattern
from bureau_brief.values import replace, value


@value
class Shape:
    """What a value must be."""

    type: Any
    """A class; `tuple` for a list, `Mapping` for values by id, `Literal` for one of `choices`."""
    about: str = ""
    patterns: tuple[Pattern, ...] = ()
    between: Between | None = None
    cites: bool = False
    choices: tuple[Any, ...] = ()
    item: Any = None
    """Shape of the values of a list or of a mapping."""
    key: Any = None
    """Shape of the keys of a mapping."""


@value
class Field:
    """A field of a class."""

    shape: Shape
    required: bool


@functools.cache
def fields_of(cls: type) -> Mapping[str, Field]:
    """The fields of a class that stand in a data file, in order."""
    hints = get_type_hints(cls, include_extras=True)
    return {
        field.name: Field(shape_of(hints[field.name]), _required(field))
        for field in dataclasses.fields(cls)
        if field.metadata.get("format", True)
    }


@functools.cache
def required(cls: type) -> tuple[str, ...]:
    """The names of those fields that have no default."""
    return tuple(name for name, field in fields_of(cls).items() if field.required)


def shape_of(hint: Any) -> Shape:
    """The shape of one type hint."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _noted(shape_of(arguments[0]), arguments[1:])
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return shape_of(inner)
    if origin is Literal:
        return Shape(Literal, choices=arguments)
    if origin is tuple:
        return Shape(tuple, item=shape_of(arguments[0]))
    if origin is Mapping:
        return Shape(Mapping, key=shape_of(arguments[0]), item=shape_of(arguments[1]))
    return Shape(hint)


def _noted(shape: Shape, notes: tuple[Any, ...]) -> Shape:
    for note in notes:
        if isinstance(note, str):
            shape = replace(shape, about=note)
        elif isinstance(note, Pattern):
            shape = replace(shape, patterns=(*shape.patterns, note))
        elif isinstance(note, Between):
            shape = replace(shape, between=note)
        elif isinstance(note, Cites):
            shape = replace(shape, cites=True)
    return shape


def _required(field: "dataclasses.Field[Any]") -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing
