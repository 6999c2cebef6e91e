"""A data file's bytes as a tree of nodes with places.

In: the bytes of a YAML or JSON file and its name. Out: its root node (None for an empty file),
or Problems: what is not UTF-8, not YAML or JSON, or passes a limit. Nothing is interpreted:
PyYAML's events are taken before it makes objects of them, so no tag can run code, and a number
stays the text that was written.
Not for: what the nodes mean (`checking`).
"""

from collections.abc import Callable, Mapping
from typing import Any

import yaml

from bureau_brief.problems import Problems
from bureau_brief.reading.json_text import grow_json
from bureau_brief.reading.nodes import Items, Node, Scalar, Table, Tree, shown

MOST_BYTES = 5_000_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ALLOWED = (
    (" ", "~"), ("\u00a0", "\u2027"), ("\u202a", "\ud7ff"), ("\ue000", "\ufefe"),
    ("\uff00", "\ufffd"), ("\U00010000", "\U0010ffff"),
)  # fmt: skip
"""What a file may hold besides tabs and ends of lines: what YAML allows, without three characters
that editors count as ends of lines."""
_YAML_TAG = "tag:yaml.org,2002:"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_QUOTE = (
    "a text needs quotes if it starts with a bracket, a brace, a quote or a sign, or if it holds "
    "a colon and a space; lines that belong together start in the same column"
)
_CLOSE = "close the quotes, the bracket or the brace that is opened here"
_SYNTAX = (
    ("mapping values are not allowed", "a colon that ends no key", _QUOTE),
    ("end of stream", "quotes that are not closed", _CLOSE),
    ("expected ',' or", "a bracket or a brace that is not closed", _CLOSE),
    ("node content", "a bracket or a brace that is not complete", _CLOSE),
    ("escape", "a backslash in double quotes", "write two of them, or use single quotes"),
    ("did not find expected key", "something that is no key", _QUOTE),
    ("'-' indicator", "something that is no item of the list", _QUOTE),
    ("cannot start", "a character that starts no text", _QUOTE),
)
"""What PyYAML says (the first that fits), in plain words, and what usually mends it."""
_TAB = "a tab", "use spaces, not tabs, at the start of lines"


def parse(data: bytes, name: str) -> Node | None:
    """The root node of the file. Raises Problems."""
    tree = Tree(name)
    if len(data) > MOST_BYTES:
        raise tree.stopped("BB022", 0, 0, limit=MOST_BYTES // 1_000_000)
    text = _decoded(data, tree)
    if name.lower().endswith(".json"):
        grow_json(tree, text)
    else:
        _grow_yaml(tree, text)
    return tree.root


def _decoded(data: bytes, tree: Tree) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = "UTF-16" if data.startswith(_UTF_16) else f"the byte {data[error.start]:02x}"
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise tree.stopped("BB023", line, column, found=found) from error
    bad = [text.index(c) for c in set(text) - set("\t\n\r") if not _is_allowed(c)]
    if bad:
        at = min(bad)
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        raise tree.stopped("BB024", line, column, character=f"U+{ord(text[at]):04X}")
    return text


def _is_allowed(character: str) -> bool:
    return any(low <= character <= high for low, high in _ALLOWED)


def _grow_yaml(tree: Tree, text: str) -> None:
    try:
        next_event = _LOADER(text).get_event
        documents = 0
        while not isinstance(event := next_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise tree.stopped("BB030", *_position(event))
            _GROW[type(event)](tree, event)
    except yaml.MarkedYAMLError as error:
        raise _syntax(tree, text, error) from error


def _grow_scalar(tree: Tree, event: Any) -> None:
    mark = event.start_mark
    node = Scalar(event.value, not event.style, mark.line + 1, mark.column + 1)
    _untagged(tree, event)
    tree.scalar(node, event.anchor)


def _grow_table(tree: Tree, event: Any) -> None:
    _untagged(tree, event)
    tree.open(Table(*_position(event)), event.anchor)


def _grow_items(tree: Tree, event: Any) -> None:
    _untagged(tree, event)
    tree.open(Items(*_position(event)), event.anchor)


def _untagged(tree: Tree, event: Any) -> None:
    if event.tag is not None:
        tag = shown(event.tag.replace(_YAML_TAG, "!!"))
        raise tree.stopped("BB026", *_position(event), tag=tag)


def _nothing(_tree: Tree, _event: Any) -> None:
    pass


_GROW: Mapping[type[yaml.Event], Callable[[Tree, Any], None]] = {
    yaml.ScalarEvent: _grow_scalar,
    yaml.MappingStartEvent: _grow_table,
    yaml.SequenceStartEvent: _grow_items,
    yaml.MappingEndEvent: lambda tree, _: tree.close(),
    yaml.SequenceEndEvent: lambda tree, _: tree.close(),
    yaml.AliasEvent: lambda tree, event: tree.alias(event.anchor, *_position(event)),
    yaml.StreamStartEvent: _nothing,
    yaml.DocumentStartEvent: _nothing,
    yaml.DocumentEndEvent: _nothing,
}
"""What each event adds to the tree."""


def _position(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _syntax(tree: Tree, text: str, error: yaml.MarkedYAMLError) -> Problems:
    """A syntax error at the place where it can be mended."""
    told = error.problem or ""
    found, hint = next(((f, h) for sign, f, h in _SYNTAX if sign in told), (shown(told), _QUOTE))
    opened = hint is _CLOSE and error.context_mark
    mark = error.context_mark if opened else error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    before = "".join(text.split("\n")[line - 1 : line])[:column]  # the end may be a line further
    if "\t" in before and not before[:-1].strip():
        found, hint = _TAB
    return tree.stopped("BB025", line, column, kind="YAML", found=found, hint=hint)
