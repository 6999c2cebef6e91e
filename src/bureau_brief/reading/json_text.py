"""JSON with places.

In: a text and the Tree to grow. Out: nothing; the tree has grown, or Problems were raised.
JSON is nearly YAML, but YAML refuses its surrogate pairs (`\\ud83d\\ude00`) and takes what JSON
does not allow, so it has its own short reader. The numbers stay as written.
Not for: anything else than JSON: no comments, no NaN.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable

from bureau_brief.problems import Mark, Problems
from bureau_brief.reading.nodes import Items, Table, Tree, shown

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])|(?:true|false|null)(?!\w)"
)
_STRING = r"a string stands on one line between double quotes; \n is a line break in it"
_STRINGS = json.JSONDecoder()


def grow_json(tree: Tree, text: str) -> None:
    """Grow `tree` by the one value of a JSON text; an empty text has none."""
    reader = _Reader(tree, text)
    if reader.peek():
        reader.value()
    if reader.peek():
        raise reader.unexpected("the end of the file")


class _Reader:
    """Reads values one after the other; the tree stops it before it goes too deep."""

    def __init__(self, tree: Tree, text: str) -> None:
        self._tree = tree
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def value(self) -> None:
        """Read one value."""
        sign = self.peek()
        if sign == "{":
            self._collection(Table(self._position()), "}", self._entry)
        elif sign == "[":
            self._collection(Items(self._position()), "]", self.value)
        elif sign == '"':
            self._string()
        else:
            self._word()

    def unexpected(self, expected: str) -> Problems:
        """The problem at the next character."""
        found = f"`{shown(self.peek())}`" if self.peek() else "the end of the file"
        hint = f"JSON has {expected} here"
        return self._tree.stopped("BB025", self._position(), kind="JSON", found=found, hint=hint)

    def _collection(self, node: Table | Items, end: str, item: Callable[[], None]) -> None:
        self._tree.open(node)
        self._at += 1
        if self.peek() != end:
            item()
            while self.peek() == ",":
                self._at += 1
                item()
        self._take(end, f"`,` or `{end}`")
        self._tree.close()

    def _entry(self) -> None:
        if self.peek() != '"':
            raise self.unexpected("a key in double quotes")
        self._string()
        self._take(":", "`:`")
        self.value()

    def _take(self, sign: str, expected: str) -> None:
        if self.peek() != sign:
            raise self.unexpected(expected)
        self._at += 1

    def _string(self) -> None:
        mark = self._position()
        try:
            text, self._at = _STRINGS.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            self._at = error.pos
            told = error.msg.lower().removesuffix(" at")
            raise self._tree.stopped(
                "BB025", self._position(), kind="JSON", found=told, hint=_STRING
            ) from error
        self._tree.scalar(text, False, mark)

    def _word(self) -> None:
        match = _WORD.match(self._text, self._at)
        if match is None:
            raise self.unexpected("a value: a text in double quotes, a number, `{` or `[`")
        self._tree.scalar(match.group(), True, self._position())
        self._at = match.end()

    def _position(self) -> Mark:
        line = bisect_right(self._starts, self._at) - 1
        return Mark(line, self._at - self._starts[line])
