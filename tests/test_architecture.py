"""The import contract: who may know whom.

The table below is the architecture. A module that imports anything else, relative or inside a
function, or that is not in the table, fails. The standard library is free for all, except for
what CLOSED names.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "bureau_brief"
ANYTHING = frozenset({"*"})

CONTRACT: dict[str, frozenset[str]] = {
    "": frozenset({"building", "problems"}),
    "__main__": frozenset({"cli"}),
    "cli": frozenset(
        {
            "arguments",
            "asking",
            "building",
            "extracting",
            "files",
            "outputs",
            "outputs.office",
            "problems",
            "reading",
            "reporting",
            "reviewing",
            "workers",
        }
    ),
    "arguments": frozenset({"", "asking", "brief", "outputs", "resources"}),
    "reviewing": frozenset(
        {
            "brief",
            "embedding",
            "extracting",
            "limits",
            "outputs",
            "outputs.page",
            "plain",
            "problems",
            "reading",
            "record",
            "resolving",
            "verifying",
        }
    ),
    "editions": frozenset({"brief", "phrases", "problems"}),
    "pictures": frozenset({"brief", "problems", "PIL"}),
    "building": frozenset(
        {
            "pictures",
            "arithmetic",
            "brief",
            "comparing",
            "editions",
            "embedding",
            "outputs",
            "problems",
            "reading",
            "record",
            "resolving",
            "resources",
            "theme",
            "workers",
        }
    ),
    "workers": frozenset({"brief", "outputs", "problems", "record"}),
    "files": frozenset({"problems", "seals"}),
    "seals": frozenset({"zips"}),
    "zips": frozenset(),
    "limits": frozenset(),
    "values": frozenset(),
    "problems": frozenset({"messages"}),
    "messages": frozenset(),
    "explaining": frozenset({"messages", "problems"}),
    "reporting": frozenset({"", "explaining", "problems"}),
    "asking": frozenset(
        {"arithmetic", "comparing", "differing", "explaining", "outputs", "tracing"}
    ),
    "comparing": frozenset({"arithmetic", "problems", "record"}),
    "differing": frozenset({"extracting", "plain", "reading", "record"}),
    "tracing": frozenset(
        {
            "arithmetic",
            "outputs",
            "outputs.places",
            "problems",
            "provenance",
            "reading",
            "record",
            "resolving",
        }
    ),
    "resources": frozenset(),
    "beside": frozenset(),
    "citations": frozenset(),
    "record": frozenset({"problems"}),
    "reading": frozenset(
        {
            "arithmetic",
            "beside",
            "citations",
            "plain",
            "problems",
            "provenance",
            "reading",
            "record",
            "yaml",
        }
    ),
    "plain": frozenset({"record"}),
    "extracting": frozenset({"limits", "problems", "zips", "lxml", "pypdfium2"}),
    "embedding": frozenset({"", "arithmetic", "outputs.carrying", "plain", "record"}),
    "arithmetic": frozenset({"problems", "record"}),
    "phrases": frozenset(),
    "provenance": frozenset(
        {"arithmetic", "beside", "limits", "phrases", "problems", "record", "pypdfium2"}
    ),
    "wording": frozenset(
        {"brief", "problems", "record", "resources", "wording", "babel", "jinja2"}
    ),
    "brief": frozenset({"brief"}),
    "resolving": frozenset(
        {"arithmetic", "breaking", "brief", "citations", "record", "resolving", "wording"}
    ),
    "breaking": frozenset(),
    "faces": frozenset({"breaking", "uharfbuzz"}),
    "fitting": frozenset({"breaking", "faces"}),
    "theme": frozenset({"fitting", "resources"}),
    "theming": frozenset(
        {"beside", "faces", "limits", "problems", "resources", "theme", "reportlab"}
    ),
    "outputs": frozenset(
        {
            "brief",
            "outputs.page",
            "outputs.page_pdf",
            "outputs.signing",
            "outputs.signing_pdf",
            "outputs.deck",
            "outputs.deck_pptx",
            "outputs.layouts",
            "outputs.carrying",
            "outputs.embedding",
            "outputs.manifest",
            "outputs.office",
            "seals",
            "theme",
            "theming",
            "verifying",
        }
    ),
    "verifying": frozenset(
        {
            "brief",
            "extracting",
            "outputs.deck",
            "outputs.page",
            "outputs.signing",
            "phrases",
            "problems",
            "record",
            "verifying",
            "zips",
            "lxml",
            "pypdfium2",
        }
    ),
    "outputs.recolouring": frozenset({"outputs.deck", "outputs.package", "lxml", "pptx"}),
    "outputs.places": frozenset({"brief", "outputs.deck", "outputs.page"}),
    "outputs.signing_pdf": frozenset({"outputs.page_pdf", "outputs.signing", "outputs.tagging"}),
    "outputs.signing": frozenset({"brief", "outputs.page", "outputs.places", "problems", "theme"}),
    "outputs.page": frozenset(
        {"breaking", "brief", "fitting", "outputs.page", "problems", "theme"}
    ),
    "outputs.page_pdf": frozenset(
        {
            "breaking",
            "fitting",
            "outputs.archival",
            "outputs.embedding",
            "outputs.page",
            "outputs.reportlab_patches",
            "outputs.tagging",
            "theme",
            "reportlab",
        }
    ),
    "outputs.carrying": frozenset(),
    "outputs.manifest": frozenset(
        {"outputs.carrying", "outputs.deck", "outputs.page", "outputs.places", "outputs.signing"}
    ),
    "outputs.deck_data": frozenset({"outputs.markup", "outputs.package", "pptx"}),
    "outputs.embedding": frozenset({"fitting", "reportlab"}),
    "outputs.tagging": frozenset({"reportlab"}),
    "outputs.archival": frozenset({"resources", "reportlab"}),
    "outputs.reportlab_patches": frozenset({"reportlab"}),
    "outputs.deck": frozenset(
        {
            "breaking",
            "brief",
            "fitting",
            "outputs.deck",
            "outputs.layouts",
            "outputs.views",
            "problems",
            "theme",
        }
    ),
    "outputs.views": frozenset({"outputs.layouts"}),
    "outputs.office": frozenset(
        {
            "limits",
            "outputs.layouts",
            "outputs.package",
            "outputs.views",
            "problems",
            "theme",
            "zips",
            "lxml",
            "pptx",
        }
    ),
    "outputs.layouts": frozenset({"problems", "resources", "lxml"}),
    "outputs.deck_pptx": frozenset(
        {
            "outputs.charts",
            "outputs.deck",
            "outputs.deck_data",
            "outputs.layouts",
            "outputs.markup",
            "outputs.office",
            "outputs.package",
            "outputs.recolouring",
            "outputs.presentation",
            "outputs.sheets",
            "outputs.shapes",
            "resources",
            "seals",
            "lxml",
            "pptx",
        }
    ),
    "outputs.presentation": frozenset({"outputs.markup", "lxml", "pptx"}),
    "outputs.shapes": frozenset({"outputs.deck", "outputs.layouts", "outputs.markup"}),
    "outputs.charts": frozenset({"outputs.deck", "outputs.markup", "outputs.sheets"}),
    "outputs.sheets": frozenset({"outputs.deck", "outputs.markup", "outputs.package", "pptx"}),
    "outputs.markup": frozenset({"outputs.deck", "outputs.layouts", "pptx"}),
    "outputs.package": frozenset({"outputs.markup", "lxml", "pptx"}),
}
"""Room -> what it may import: rooms of this package, and libraries."""

FOR_ALL = frozenset({"values"})
"""What the classes of every room are made with: not listed again and again."""

LONGEST_MODULE, LONGEST_FUNCTION = 350, 40

MODULES = sorted(SRC.rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _room(module: str) -> str:
    """The longest name in CONTRACT that `module` is, or lies in."""
    fitting = [room for room in CONTRACT if module == room or module.startswith(f"{room}.")]
    if not fitting and module == "":
        return ""
    return max(fitting, key=len, default="?")


def _imports(path: Path) -> Iterator[str]:
    """Every module that `path` imports, anywhere in it, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            assert node.module is not None
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if _is_module(inner) else node.module


def _is_module(name: str) -> bool:
    if not name.startswith("bureau_brief."):
        return False
    path = SRC / Path(*name.split(".")[1:])
    return path.is_dir() or path.with_suffix(".py").is_file()


def _imported_room(name: str) -> str | None:
    """The room or library of an imported name; None for the standard library."""
    if name == "bureau_brief":
        return ""
    if name.startswith("bureau_brief."):
        return _room(name.removeprefix("bureau_brief."))
    top = name.partition(".")[0]
    return None if top in sys.stdlib_module_names else top


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = _room(_name(path))
    assert room != "?", f"{_name(path)} is not in the contract"
    imported = {_imported_room(name) for name in _imports(path)} - {None, *FOR_ALL}
    assert imported - {room} <= CONTRACT[room], f"{_name(path)} may not import these"


def test_no_room_is_listed_that_does_not_exist() -> None:
    rooms = {_room(_name(path)) for path in MODULES}
    assert set(CONTRACT) - rooms == set()


def test_every_permission_is_used() -> None:
    used: dict[str, set[str | None]] = {room: set() for room in CONTRACT}
    for path in MODULES:
        used[_room(_name(path))] |= {_imported_room(name) for name in _imports(path)}
    unused = {room: allowed - used[room] - {room} for room, allowed in CONTRACT.items()}
    assert {room: names for room, names in unused.items() if names} == {}


def test_rooms_do_not_import_each_other_in_a_circle() -> None:
    edges = {
        room: {n for n in allowed if n in CONTRACT} - {room} for room, allowed in CONTRACT.items()
    }
    for room in ("arguments", "embedding"):
        edges[room].discard("")  # the version number
    done: set[str] = set()
    while ready := {room for room in edges if room not in done and edges[room] <= done}:
        done |= ready
    assert set(edges) - done == set()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_function_is_long(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


def test_drawers_and_plans_know_neither_the_record_nor_templates() -> None:
    for room, allowed in CONTRACT.items():
        if room.startswith("outputs"):
            assert not allowed & {"record", "wording", "jinja2", "babel", "reading"}
