"""The JSON Schema of the data file, for editors.

In: nothing. Out: a schema (draft 2020-12) made from the Record's classes, with their
descriptions. What it refuses, reading refuses too, and every file that is read passes it.
Not for: reading a file: relations between fields are beyond a schema, and messages for people
are in `checking`.
"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from bureau_brief.reading import scalars
from bureau_brief.reading.checking import PLURALS
from bureau_brief.reading.shapes import Shape, fields_of, shape_of
from bureau_brief.record import EMBEDDED, LanguageCode, Noun, Record, SharedText, Text, Unit

Schema = dict[str, Any]

_WORDS: Schema = {
    "type": ["string", "number"],
    "minLength": 1,
    "maxLength": scalars.LONGEST,
    "pattern": r"\S",
    "not": {"type": "string", "pattern": f"[{scalars.FORBIDDEN}]"},
}
"""A text; a number where somebody wrote a year without quotes."""
_EMBEDDED = "Only in data that `bureau-brief extract` printed: where they come from."
_LIMIT = 10**18
_NUMBER: Schema = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": -_LIMIT, "exclusiveMaximum": _LIMIT},
        {"type": "string", "pattern": f"^(?:{scalars.NUMBER})$"},
    ]
}
_LANGUAGE: Schema = {"pattern": f"^(?:{shape_of(LanguageCode).patterns[0].regex})$"}
_FORMS: Schema = {
    "type": "object",
    "properties": {form: {"$ref": "#/$defs/words"} for form in PLURALS},
    "required": ["other"],
    "additionalProperties": False,
}


def schema() -> Schema:
    """The schema of a whole data file."""
    definitions: Schema = {
        "words": _WORDS,
        "number": _NUMBER,
        "Text": _by_language({"$ref": "#/$defs/words"}, "A text, or one for each language."),
        "Noun": _noun(),
    }
    root = _object(Record, definitions)
    root["properties"][EMBEDDED] = {"description": _EMBEDDED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Data file of bureau-brief",
        **root,
        "$defs": definitions,
    }


def _object(cls: type, definitions: Schema) -> Schema:
    """The fields of a class; classes in them are added to `definitions`."""
    fields = fields_of(cls)
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip(),
        "properties": {
            name: _described(_value(field.shape, definitions), field.shape.about)
            for name, field in fields.items()
        },
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _value(shape: Shape, definitions: Schema) -> Schema:
    """The schema of one shape."""
    maker = _MAKERS.get(shape.type)
    if maker is not None:
        return dict(maker(shape))
    if shape.type is tuple:
        return _list(shape, definitions)
    if shape.type is Mapping:
        most = {"maxProperties": shape.between.high} if shape.between else {}
        return {
            "type": "object",
            **most,
            "propertyNames": _patterned(shape.key),
            "additionalProperties": _value(shape.item, definitions),
        }
    name = shape.type.__name__
    if name not in definitions:
        definitions[name] = _object(shape.type, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _list(shape: Shape, definitions: Schema) -> Schema:
    item = _value(shape.item, definitions)
    items: Schema = {"type": "array", "items": item}
    if shape.between:
        items |= {"minItems": shape.between.low, "maxItems": shape.between.high}
    return {"anyOf": [item, items]} if shape.item.type is Text else items


def _string(shape: Shape) -> Schema:
    """Words; a bare number only where its digits would fit the patterns too."""
    types = ["string"]
    for type_, sample in (("number", "2.5"), ("integer", "5")):
        if all(re.fullmatch(pattern.regex, sample) for pattern in shape.patterns):
            types = ["string", type_]
            break
    # a larger whole number is written with an exponent, which such a pattern has no place for
    limits = {"minimum": -_LIMIT, "maximum": _LIMIT} if "integer" in types else {}
    return {"$ref": "#/$defs/words", "type": types, **limits, **_patterned(shape)}


def _patterned(shape: Shape) -> Schema:
    return (
        {"allOf": [{"pattern": f"^(?:{p.regex})$"} for p in shape.patterns]}
        if shape.patterns
        else {}
    )


def _whole(shape: Shape) -> Schema:
    low, high = shape.between or (-_LIMIT, _LIMIT)
    return {"type": "integer", "minimum": low, "maximum": high}


def _by_language(words: Schema, about: str, names: Schema = _LANGUAGE) -> Schema:
    """Words, or words by language."""
    by_language = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": names,
        "additionalProperties": words,
    }
    return {"description": about, "anyOf": [words, by_language]}


def _noun() -> Schema:
    forms: Schema = {"anyOf": [{"$ref": "#/$defs/words"}, _FORMS]}
    names = {**_LANGUAGE, "not": {"enum": list(PLURALS)}}
    return _by_language(forms, "A noun, its plural forms, or one for each language.", names)


def _described(made: Schema, about: str) -> Schema:
    return {"description": about, **made} if about else made


_MAKERS: Mapping[Any, Any] = {
    str: _string,
    int: _whole,
    bool: lambda _shape: {"type": "boolean"},
    Decimal: lambda _shape: {"$ref": "#/$defs/number"},
    dt.date: lambda _shape: {"type": "string", "format": "date", "pattern": f"^{scalars.DATE}$"},
    Literal: lambda shape: {"enum": list(shape.choices)},
    Text: lambda _shape: {"$ref": "#/$defs/Text"},
    SharedText: lambda _shape: {"$ref": "#/$defs/Text"},
    Noun: lambda _shape: {"$ref": "#/$defs/Noun"},
    Unit: lambda _shape: {"$ref": "#/$defs/Noun"},
}
