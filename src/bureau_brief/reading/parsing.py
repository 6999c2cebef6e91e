"""A data file's bytes as a tree of nodes with places.

In: the bytes of a YAML or JSON file and its name. Out: its root node (None for an empty file),
or Problems: what is not UTF-8, not YAML or JSON, or passes a limit. Nothing is interpreted:
PyYAML's events are taken before it makes objects of them, so no tag can run code, and a number
stays the text that was written.
Not for: what the nodes mean (`checking`).
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml

from bureau_brief.problems import Mark, Place, Problems, problem
from bureau_brief.reading.json_text import grow_json
from bureau_brief.reading.nodes import Items, Node, Table, Tree, shown

MOST_BYTES = 5_000_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_REFUSED = re.compile(
    r"[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""All but what YAML allows, and three characters that editors count as ends of lines."""
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
        raise Problems([problem("BB022", Place("", name), limit=MOST_BYTES // 1_000_000)])
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
        raise tree.stopped("BB023", _mark(data, error.start, b"\n"), found=found) from error
    bad = _REFUSED.search(text)
    if bad:
        mark = _mark(text, bad.start(), "\n")
        raise tree.stopped("BB024", mark, character=f"U+{ord(bad.group()):04X}")
    return text


def _mark(text: Any, at: int, end: Any) -> Mark:
    """A position in a text, or in bytes, by its lines."""
    return Mark(text.count(end, 0, at), at - text.rfind(end, 0, at) - 1)


def _grow_yaml(tree: Tree, text: str) -> None:
    try:
        next_event = _LOADER(text).get_event
        while event := next_event():
            _GROW[type(event)](tree, event)
    except yaml.MarkedYAMLError as error:
        raise _syntax(tree, text, error) from error


def _grow_scalar(tree: Tree, event: Any) -> None:
    if event.tag is not None:
        raise _tagged(tree, event)
    tree.scalar(event.value, not event.style, event.start_mark, event.anchor)


def _grow_table(tree: Tree, event: Any) -> None:
    if event.tag is not None:
        raise _tagged(tree, event)
    tree.open(Table(event.start_mark), event.anchor)


def _grow_items(tree: Tree, event: Any) -> None:
    if event.tag is not None:
        raise _tagged(tree, event)
    tree.open(Items(event.start_mark), event.anchor)


def _grow_document(tree: Tree, event: Any) -> None:
    if tree.root is not None:
        raise tree.stopped("BB030", event.start_mark)


def _tagged(tree: Tree, event: Any) -> Problems:
    tag = shown(event.tag.replace(_YAML_TAG, "!!"))
    return tree.stopped("BB026", event.start_mark, tag=tag)


def _nothing(_tree: Tree, _event: Any) -> None:
    pass


_GROW: Mapping[type[yaml.Event], Callable[[Tree, Any], None]] = {
    yaml.ScalarEvent: _grow_scalar,
    yaml.MappingStartEvent: _grow_table,
    yaml.SequenceStartEvent: _grow_items,
    yaml.MappingEndEvent: lambda tree, _: tree.close(),
    yaml.SequenceEndEvent: lambda tree, _: tree.close(),
    yaml.AliasEvent: lambda tree, event: tree.alias(event.anchor, event.start_mark),
    yaml.DocumentStartEvent: _grow_document,
    yaml.DocumentEndEvent: _nothing,
    yaml.StreamStartEvent: _nothing,
    yaml.StreamEndEvent: _nothing,
}
"""What each event adds to the tree."""


def _syntax(tree: Tree, text: str, error: yaml.MarkedYAMLError) -> Problems:
    """A syntax error at the place where it can be mended."""
    told = error.problem or ""
    found, hint = next(((f, h) for sign, f, h in _SYNTAX if sign in told), (shown(told), _QUOTE))
    opened = hint is _CLOSE and error.context_mark
    at = error.context_mark if opened else error.problem_mark or error.context_mark
    mark = Mark(at.line, at.column) if at else Mark(0, 0)
    line = "".join(text.split("\n")[mark.line : mark.line + 1])  # the end may be a line further
    before = line[: mark.column + 1]
    if "\t" in before and not before[:-1].strip():
        found, hint = _TAB
    return tree.stopped("BB025", mark, kind="YAML", found=found, hint=hint)
