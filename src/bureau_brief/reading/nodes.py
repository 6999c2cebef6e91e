"""A parsed file as nodes with places: what every format's reader makes.

In: scalars, openings and closings, one by one, from the reader of a format. Out: one tree of
Scalar, Items and Table whose texts are exactly as written. The limits that keep hostile files
harmless are kept here, so that no format can forget them.
Not for: what the nodes mean (`checking`).
"""

from dataclasses import dataclass, field

from bureau_brief.problems import Place, Problem, Problems, problem

MOST_NODES = 400_000
MOST_ALIASED = 10_000
DEEPEST = 20
_LONGEST_SHOWN = 60


@dataclass(slots=True)
class Scalar:
    """One text as written; `plain` if without quotes, so that `true` and empty have a meaning."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A mapping, in file order; a key may stand in it twice."""

    line: int
    column: int
    entries: "list[tuple[Scalar, Node]]" = field(default_factory=list)


Node = Scalar | Items | Table


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet."""

    node: Items | Table
    anchor: str | None
    before: int
    """Nodes counted before it."""
    height: int = 1
    key: Scalar | None = None


@dataclass(slots=True)
class _Anchored:
    """A finished node that an alias may repeat."""

    node: Node
    size: int
    height: int


class Tree:
    """Grows one tree. Raises Problems where a limit is passed."""

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self._file = file
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._count = self._aliased = 0

    def scalar(self, node: Scalar, anchor: str | None = None) -> None:
        """Add a text."""
        self._add(node, 1, 0)
        if anchor:
            self._anchors[anchor] = _Anchored(node, 1, 0)

    def open(self, node: Items | Table, anchor: str | None = None) -> None:
        """Add a list or mapping; what comes next is in it."""
        self._add(node, 1, 1)
        if anchor:
            self._anchors.pop(anchor, None)
        self._open.append(_Open(node, anchor, self._count - 1))

    def close(self) -> None:
        """End the innermost list or mapping."""
        closed = self._open.pop()
        if self._open:
            self._open[-1].height = max(self._open[-1].height, closed.height + 1)
        if closed.anchor:
            size = self._count - closed.before
            self._anchors[closed.anchor] = _Anchored(closed.node, size, closed.height)

    def alias(self, name: str, line: int, column: int) -> None:
        """Repeat the node that was anchored as `name`."""
        found = self._anchors.get(name)
        if found is None:
            raise self.stopped("BB027", line, column, name=shown(name))
        self._aliased += found.size
        if self._aliased > MOST_ALIASED:
            raise self.stopped("BB028", line, column, limit=f"{MOST_ALIASED:,} by aliases")
        self._add(found.node, found.size, found.height, Scalar("", True, line, column))

    def stopped(self, code: str, line: int, column: int, **values: object) -> Problems:
        """The one problem after which a file is not read on."""
        return Problems([problem(code, Place("", self._file, line, column), **values)])

    def _add(self, node: Node, size: int, height: int, at: Node | None = None) -> None:
        self._count += size
        opened = self._open
        if self._count > MOST_NODES or len(opened) + height > DEEPEST:
            raise self._too_much(at or node)
        if not opened:
            self.root = node
            return
        parent = opened[-1]
        if parent.height <= height:
            parent.height = height + 1
        above = parent.node
        if isinstance(above, Items):
            above.items.append(node)
        elif parent.key is not None:
            above.entries.append((parent.key, node))
            parent.key = None
        elif isinstance(node, Scalar):
            parent.key = node
        else:
            at = at or node
            raise self.stopped("BB031", at.line, at.column)

    def _too_much(self, at: Node) -> Problems:
        if self._count > MOST_NODES:
            return self.stopped("BB028", at.line, at.column, limit=f"{MOST_NODES:,}")
        return self.stopped("BB029", at.line, at.column, limit=DEEPEST)


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
