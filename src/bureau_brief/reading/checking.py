"""Nodes against the Record's classes: the form of a data file.

In: the root node of a file. Out: a Checked: the Record, its texts, and what is wrong with it.
A field that is wrong is reported and left as a hole (no words, NaN, an empty id), so that the
rest can be checked in the same run; rules that meet a hole pass it over.
Not for: what fields mean together (`meaning`, `texts`, `arithmetic`).
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from bureau_brief.problems import Mark, Place, Problem, problem
from bureau_brief.reading import scalars
from bureau_brief.reading.holes import hole
from bureau_brief.reading.nearest import hint, nearest
from bureau_brief.reading.nodes import Items, Node, Scalar, Table, shown
from bureau_brief.reading.scalars import Fault
from bureau_brief.reading.shapes import Shape, fields_of, required, shape_of
from bureau_brief.record import (
    EVERY_LANGUAGE,
    UNIT_CODES,
    LanguageCode,
    Noun,
    Record,
    SharedText,
    Text,
    Unit,
)

PLURALS = ("zero", "one", "two", "few", "many", "other")
MOST_PROBLEMS = 1_000
_READ_ON = 10
"""Times the limit: so much of a list that is too long is read, for the ids that stand in it."""
_LANGUAGE = re.compile(shape_of(LanguageCode).patterns[0].regex)
_DEFAULT_LANGUAGE = "en"


class Written(NamedTuple):
    """A text of the file: where it stands, and what its field allows."""

    path: str
    text: Text
    shape: Shape


class Checked(NamedTuple):
    """What came of a file."""

    record: Record
    texts: tuple[Written, ...]
    problems: tuple[Problem, ...]


class TooMany(Exception):  # noqa: N818 - not an error of this program
    """There is no use in reading on."""


def check(root: Node | None, file: str) -> Checked:
    """The Record of a file's root node, with its problems of form."""
    checker = Checker(file, _first_language(root))
    record = hole(Shape(Record))
    if root is not None and _is_of_this_format(root):
        try:
            record = checker.value(root, Shape(Record), "")
        except TooMany:
            last = max(checker.problems, key=lambda p: (p.where.line, p.where.column)).where
            checker.problems.append(problem("BB032", last, limit=f"{MOST_PROBLEMS:,}"))
    else:
        checker.problems.append(problem("BB001", Place("", file, 1, 1)))
    record = dataclasses.replace(record, file=file, written_in=file, places=checker.places)
    return Checked(record, tuple(checker.texts), tuple(checker.problems))


class Checker:
    """Reads values of any shape and keeps what it met."""

    def __init__(self, file: str, first_language: str) -> None:
        self.problems: list[Problem] = []
        self.places: dict[str, Mark] = {}
        self.texts: list[Written] = []
        self._file = file
        self._first = first_language

    def value(self, node: Node, shape: Shape, path: str) -> Any:
        """The value of `node`, or a hole where it is not of that shape."""
        self.places[path] = node.mark
        if isinstance(node, Scalar) and scalars.is_nothing(node):
            return self._fail("BB004", node, path, shape)
        return _READERS.get(shape.type, Checker._object)(self, node, shape, path)

    def _scalar(self, node: Node, shape: Shape, path: str) -> Any:
        kind = _SCALARS[shape.type]
        if not isinstance(node, Scalar):
            return self._wrong(node, kind.expected, path, shape)
        value = kind.read(node, shape)
        return self._faulty(value, node, path, shape) if isinstance(value, Fault) else value

    def _object(self, node: Node, shape: Shape, path: str) -> Any:
        """A mapping with the fields of a class."""
        fields = fields_of(shape.type)
        if not isinstance(node, Table):
            self._wrong(node, f"a mapping with {_listed(fields)}", path, shape)
            return hole(shape)
        entries = self._entries(node, path)
        above = f"{path}." if path else ""
        known = entries.keys() <= fields.keys()
        meant = set() if known else self._unknown(entries, fields, above)
        values = {
            name: self.value(value, fields[name].shape, above + name)
            for name, (_, value) in entries.items()
            if name in fields
        }
        for name in required(shape.type):
            if name not in entries:
                values[name] = hole(fields[name].shape)
                if name not in meant:
                    told = fields[name].shape.about
                    about = f"`{name}`: {told}" if told else ""
                    self._report("BB002", node, above + name, key=name, hint=about)
        return shape.type(**values)

    def _entries(self, node: Table, path: str) -> dict[str, tuple[Scalar, Node]]:
        """The values by key; a key that stands twice is reported, and its first value taken."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        for entry in node.entries():
            key = entry[0]
            first = entries.setdefault(key.text, entry)
            if first is not entry:
                said = shown(key.text)
                at = f"{path}.{said}" if path else said
                self._report("BB006", key, at, key=said, line=first[0].mark.line + 1)
        return entries

    def _unknown(
        self, entries: Mapping[str, tuple[Scalar, Node]], known: Mapping[str, Any], above: str
    ) -> set[str]:
        """Report the keys that no field has; the missing fields that they were meant to be."""
        meant = set()
        missing = [name for name in known if name not in entries]
        for name in [name for name in entries if name not in known]:
            key, value = entries[name]
            said = hint(name, missing) if nearest(name, missing) else hint(name, known)
            if name == "<<":
                said = "write the fields out; only a whole value can be repeated with `*`"
            elif name.isdigit() and isinstance(value, Scalar) and scalars.is_nothing(value):
                said = "inside braces a comma ends the value: write a number without commas"
            self._report("BB005", key, above + shown(name), key=shown(name), hint=said)
            meant.add(nearest(name, missing))
        return meant

    def _list(self, node: Node, shape: Shape, path: str) -> tuple[Any, ...]:
        """A list; where texts are listed, one text is a list of one."""
        if not isinstance(node, Items):
            if shape.item.type is Text:
                return (self.value(node, shape.item, path),)
            self._wrong(node, "a list", path, shape)
            return ()
        items = self._counted(node.content, node, path, shape)
        return tuple(
            self.value(item, shape.item, f"{path}[{index}]") for index, item in enumerate(items)
        )

    def _counted(self, items: list[Any], node: Node, path: str, shape: Shape) -> list[Any]:
        """The items, as many as are read: where there are too many, so much is told."""
        if shape.between is None or shape.between.low <= len(items) <= shape.between.high:
            return items
        low, high = shape.between
        self._report("BB010", node, path, low=low, high=high, count=len(items))
        return items[: _READ_ON * high]

    def _mapping(self, node: Node, shape: Shape, path: str) -> dict[str, Any]:
        """Values by id."""
        if not isinstance(node, Table):
            self._wrong(node, "a mapping by id", path, shape)
            return {}
        values = {}
        entries = list(self._entries(node, path).items())
        for name, (key, value) in self._counted(entries, node, path, shape):
            wrong = scalars.string(key, shape.key)
            if isinstance(wrong, Fault):
                self._faulty(wrong, key, f"{path}.{shown(name)}", shape)
            values[name] = self.value(value, shape.item, f"{path}.{shown(name)}")
        return values

    def _text(self, node: Node, shape: Shape, path: str) -> Text:
        """Words in the first language (or in all, if shared), or words by language."""
        plain = EVERY_LANGUAGE if shape.type is SharedText else self._first
        if isinstance(node, Scalar):
            said = {plain: self._words(node, path)}
        else:
            said = self._by_language(node, path, shape, self._words)
        text: Text = shape.type({code: words for code, words in said.items() if words})
        self.texts.append(Written(path, text, shape))
        return text

    def _noun(self, node: Node, shape: Shape, path: str) -> Noun:
        """Words or plural forms in the first language, or by language; a unit may be a code."""
        make: Callable[..., Noun] = shape.type
        if isinstance(node, Scalar) and shape.type is Unit and node.text in UNIT_CODES:
            return Unit({EVERY_LANGUAGE: {"other": node.text}}, node.text)
        if isinstance(node, Scalar) or _is_plural(node):
            forms = self._forms(node, path)
            return make({self._first: forms} if forms else {})
        by_language = self._by_language(node, path, shape, self._forms)
        return make({code: said for code, said in by_language.items() if said})

    def _by_language(
        self, node: Node, path: str, shape: Shape, read: Callable[[Node, str], Any]
    ) -> dict[str, Any]:
        if not isinstance(node, Table):
            self._wrong(node, "a text, or texts by language", path, shape)
            return {}
        if not node.content:
            self._report("BB004", node, path)
        said = {}
        for code, (key, value) in self._entries(node, path).items():
            known = _LANGUAGE.fullmatch(code)
            at = f"{path}.{code if known else shown(code)}"
            self.places[at] = value.mark
            if known:
                said[code] = read(value, at)
            else:
                unquoted = isinstance(value, Scalar) and scalars.is_nothing(value)
                self._report("BB015", key, at, key=shown(code), hint=_QUOTE if unquoted else _CODE)
        return said

    def _forms(self, node: Node, path: str) -> dict[str, str]:
        """The forms of a noun by plural category."""
        if not isinstance(node, Table):
            return {"other": words} if (words := self._words(node, path)) else {}
        forms = {}
        entries = self._entries(node, path)
        for name, (key, value) in entries.items():
            at = f"{path}.{shown(name)}"
            if name not in PLURALS:
                self._report("BB016", key, at, found=shown(name), hint=hint(name, PLURALS))
            else:
                self.places[at] = value.mark
                forms[name] = self._words(value, at)
        if "other" not in entries:
            about = "`other`: the form for every number that no other form is for"
            self._report("BB002", node, f"{path}.other", key="other", hint=about)
        return forms if forms.get("other") else {}

    def _words(self, node: Node, path: str) -> str:
        if not isinstance(node, Scalar):
            self._wrong(node, "a text", path, _ANY)
            return ""
        words = scalars.words(node)
        if isinstance(words, Fault):
            self._faulty(words, node, path, _ANY)
            return ""
        return words

    def _faulty(self, wrong: Fault, node: Node, path: str, shape: Shape) -> Any:
        values = dict(wrong.values)
        word = values.pop("word", None)
        if isinstance(word, str):
            values["hint"] = hint(word, [str(c) for c in shape.choices], "write it so")
        return self._fail(wrong.code, node, path, shape, **values)

    def _wrong(self, node: Node, expected: str, path: str, shape: Shape) -> Any:
        told = _QUOTE if isinstance(node, Items) and "text" in expected else shape.about
        return self._fail(
            "BB003", node, path, shape, expected=expected, found=_found(node), hint=told
        )

    def _fail(self, code: str, node: Node, path: str, shape: Shape, **values: object) -> Any:
        self._report(code, node, path, **values)
        return hole(shape)

    def _report(self, code: str, node: Node, path: str, **values: object) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooMany
        self.problems.append(problem(code, Place.at(node.mark, path, self._file), **values))


_ANY = Shape(str)
_QUOTE = "a text that starts with a brace or a bracket needs quotes"
_CODE = "write a language code such as `en` or `zh`, or one text alone"


class _Kind(NamedTuple):
    """How a scalar is read, and what it is called."""

    read: Callable[[Scalar, Shape], Any]
    expected: str


_SCALARS: Mapping[Any, _Kind] = {
    str: _Kind(scalars.string, "a text"),
    Decimal: _Kind(scalars.number, "a number"),
    int: _Kind(scalars.whole, "a whole number"),
    bool: _Kind(scalars.truth, "true or false"),
    dt.date: _Kind(scalars.day, "a date"),
    Literal: _Kind(scalars.choice, "one word"),
}
_READERS: Mapping[Any, Callable[[Checker, Node, Shape, str], Any]] = {
    Text: Checker._text,
    SharedText: Checker._text,
    Noun: Checker._noun,
    Unit: Checker._noun,
    tuple: Checker._list,
    Mapping: Checker._mapping,
    **dict.fromkeys(_SCALARS, Checker._scalar),
}
"""All but those of the Record's classes."""


def _first_language(root: Node | None) -> str:
    """The language of texts that are written plainly."""
    for key, value in root.entries() if isinstance(root, Table) else ():
        if key.text == "languages" and isinstance(value, Items) and value.content:
            first = value.content[0]
            if isinstance(first, Scalar) and _LANGUAGE.fullmatch(first.text):
                return first.text
    return _DEFAULT_LANGUAGE


def _is_of_this_format(root: Node | None) -> bool:
    """It says so, or it has a field that only this format has."""
    signs = {"bureau_brief", "organisation", "headline", "areas"}
    return isinstance(root, Table) and any(key.text in signs for key, _ in root.entries())


def _is_plural(node: Node) -> bool:
    return isinstance(node, Table) and any(key.text in PLURALS for key in node.content[::2])


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return "nothing" if scalars.is_nothing(node) else scalars.found(node)
    return "a list" if isinstance(node, Items) else "a mapping"


def _listed(names: Mapping[str, Any]) -> str:
    return ", ".join(f"`{name}`" for name in names)
