"""A parsed file as nodes with places: what every format's reader makes.

In: scalars, openings and closings, one by one, from the reader of a format. Out: one tree of
Scalar, Items and Table whose texts are exactly as written. The limits that keep hostile files
harmless are kept here, so that no format can forget them.
Not for: what the nodes mean (`checking`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bureau_brief.problems import Mark, Place, Problem, Problems, problem

MOST_NODES = 400_000
MOST_ALIASED = 10_000
DEEPEST = 20
_LONGEST_SHOWN = 60


@dataclass(slots=True)
class Scalar:
    """One text as written; `plain` if without quotes, so that `true` and empty have a meaning."""

    text: str
    plain: bool
    mark: Mark


@dataclass(slots=True)
class Items:
    """A list."""

    mark: Mark
    content: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A mapping: keys and values in turn, in file order; a key may stand in it twice."""

    mark: Mark
    content: "list[Any]" = field(default_factory=list)

    def entries(self) -> "Iterator[tuple[Scalar, Node]]":
        """Every key with its value."""
        turns = iter(self.content)
        return zip(turns, turns, strict=True)


Node = Scalar | Items | Table


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet."""

    node: Items | Table
    anchor: str | None
    before: int
    """Nodes counted before it."""
    height: int = 1


@dataclass(slots=True)
class _Anchored:
    """A finished node that an alias may repeat."""

    node: Node
    size: int
    height: int


class Tree:
    """Grows one tree. Raises Problems where a limit is passed."""

    def __init__(self, file: str) -> None:
        self._file = file
        roots = Items(Mark(0, 0))
        self._content = roots.content
        self._open = [_Open(roots, None, 0)]
        self._anchors: dict[str, _Anchored] = {}
        self._count = self._aliased = 0

    @property
    def root(self) -> Node | None:
        """The tree that has grown."""
        roots = self._open[0].node.content
        return roots[0] if roots else None

    def scalar(self, text: str, plain: bool, mark: Mark, anchor: str | None = None) -> None:
        """Add a text."""
        self._count += 1
        if self._count > MOST_NODES:
            raise self._too_much(mark)
        node = Scalar(text, plain, mark)
        self._content.append(node)
        if anchor:
            self._anchors[anchor] = _Anchored(node, 1, 0)

    def open(self, node: Items | Table, anchor: str | None = None) -> None:
        """Add a list or mapping; what comes next is in it."""
        self._add(node, 1, 1, node.mark)
        if anchor:
            self._anchors.pop(anchor, None)
        self._open.append(_Open(node, anchor, self._count - 1))
        self._content = node.content

    def close(self) -> None:
        """End the innermost list or mapping."""
        closed = self._open.pop()
        around = self._open[-1]
        if around.height <= closed.height:
            around.height = closed.height + 1
        self._content = around.node.content
        if closed.anchor:
            size = self._count - closed.before
            self._anchors[closed.anchor] = _Anchored(closed.node, size, closed.height)

    def alias(self, name: str, mark: Mark) -> None:
        """Repeat the node that was anchored as `name`."""
        found = self._anchors.get(name)
        if found is None:
            raise self.stopped("BB027", mark, name=shown(name))
        self._aliased += found.size
        if self._aliased > MOST_ALIASED:
            raise self.stopped("BB028", mark, limit=f"{MOST_ALIASED:,} by aliases")
        self._add(found.node, found.size, found.height, mark)

    def stopped(self, code: str, mark: Mark, **values: object) -> Problems:
        """The one problem after which a file is not read on."""
        return Problems([problem(code, Place.at(mark, "", self._file), **values)])

    def _add(self, node: Node, size: int, height: int, mark: Mark) -> None:
        self._count += size
        if self._count > MOST_NODES or len(self._open) + height > DEEPEST + 1:  # with the roots
            raise self._too_much(mark)
        around = self._open[-1]
        if around.height <= height:
            around.height = height + 1
        is_key = isinstance(around.node, Table) and len(self._content) % 2 == 0
        if is_key and not isinstance(node, Scalar):
            raise self.stopped("BB031", mark)
        self._content.append(node)

    def _too_much(self, mark: Mark) -> Problems:
        if self._count > MOST_NODES:
            return self.stopped("BB028", mark, limit=f"{MOST_NODES:,}")
        return self.stopped("BB029", mark, limit=DEEPEST)


def shown(text: str) -> str:
    """A text of the file as a message may print it: short, on one line, nothing invisible."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut)


def in_file_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Once each, by line and column."""
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda p: (p.where.line, p.where.column, p.code))
    )
