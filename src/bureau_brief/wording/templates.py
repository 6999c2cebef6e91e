"""A template of a sentence, made safe before it is run.

In: a file `<key>.txt.j2` and the values its sentence has. Out: what makes its text of values, or
Problems with the line. Templates are written by people outside the program: Jinja2 parses
them, and only texts, values, `if` and a few filters may be in them. So there is nothing in a
template that could call, repeat, include or reach anything; what passes runs in Jinja2's
sandbox all the same.
What ships with the program is compiled once and kept where Python keeps the program's own byte
code; a template of somebody else's is compiled anew each time, and nothing is kept of it.
Not for: filling templates (`sentences`).
"""

import contextlib
import functools
import importlib.util
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    FileSystemBytecodeCache,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from bureau_brief.problems import Problem, Problems, problem
from bureau_brief.resources import TEMPLATES
from bureau_brief.wording.files import UNPRINTABLE, place, read

LONGEST = 4_000  # characters; a template that is longer has gone wrong
FILTERS = ("capitalize", "lower", "trim", "upper")

_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat,
    nodes.Filter,
)  # fmt: skip


@functools.cache
def environment() -> ImmutableSandboxedEnvironment:
    """The sandbox: no loader, no globals, four filters, and no empty space for a missing value."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,  # plain text, drawn without any markup parser
    )
    made.globals.clear()
    made.tests.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


class _Values(Context):
    """The values of one sentence: all that a template is given.

    A template that may neither call nor include asks its context for names only, so what
    Jinja2's own prepares each time for blocks, globals and escaping is not there.
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a name; without one Jinja2 raises UndefinedError."""
        return self._values.get(key, missing)


class _Kept(FileSystemBytecodeCache):
    """Compiled templates, by name and source; what cannot be kept is compiled again next time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one, as Python keeps a module's: not if it was told to keep none."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)


@functools.cache
def _kept() -> _Kept:
    return _Kept(str(Path(importlib.util.cache_from_source(__file__)).parent), "%s.template")


def compiled(path: Path, values: Sequence[str]) -> Callable[[Mapping[str, str]], str]:
    """What fills the template in `path`, which may use only `values`. Raises Problems."""
    source = read(path)
    if path.is_relative_to(TEMPLATES):
        name = " ".join((path.name, *values))  # it was checked against these values
        bucket = _kept().get_bucket(environment(), name, str(path), source)
        if bucket.code is None:
            bucket.code = _code(path, source, values)
            _kept().set_bucket(bucket)
        code = bucket.code
    else:
        code = _code(path, source, values)
    run = Template.from_code(environment(), code, {}).root_render_func
    return lambda given: "".join(run(_Values(given)))


def _code(path: Path, source: str, values: Sequence[str]) -> CodeType:
    """What Jinja2 makes of a template in which nothing is that no sentence needs."""
    if len(source) > LONGEST:
        raise Problems([problem("BB209", place(path), length=len(source), limit=LONGEST)])
    try:
        tree = environment().parse(source)
        found = [*_problems(tree, path, values)]
        if not found:
            return environment().compile(tree)
    except TemplateSyntaxError as error:
        found = [problem("BB207", place(path, line=error.lineno), error=error.message)]
    except (SyntaxError, RecursionError, ValueError) as error:  # nested, or digits, without end
        found = [problem("BB207", place(path, line=1), error=f"{error}".partition(" (")[0])]
    raise Problems(found)


def _problems(tree: nodes.Node, path: Path, values: Sequence[str]) -> Iterator[Problem]:
    """Everything in the template that no sentence needs."""
    for node in (tree, *_below(tree)):
        if isinstance(node, nodes.Name) and node.name not in values:
            known = ", ".join(f"`{name}`" for name in values) or "no value"
            at = place(path, line=node.lineno)
            yield problem("BB208", at, name=node.name, known=known)
        elif refused := _refused(node):
            yield problem("BB210", place(path, line=node.lineno), found=refused)


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _below(child)


def _refused(node: nodes.Node) -> str:
    """What `node` is, where a sentence may not hold it."""
    if not isinstance(node, _PLAIN):
        return type(node).__name__.lower()
    if isinstance(node, nodes.CondExpr) and node.expr2 is None:
        return "`if` without `else` inside {{ }}"
    if isinstance(node, nodes.Filter) and (node.name not in FILTERS or node.args or node.kwargs):
        return f"the filter `{node.name}`"
    if isinstance(node, nodes.Const) and not isinstance(node.value, str):
        return f"`{str(node.value)[:20]}` without quotation marks"
    text = node.data if isinstance(node, nodes.TemplateData) else ""
    text = node.value if isinstance(node, nodes.Const) else text
    return "a control character" if UNPRINTABLE.search(text) else ""
