"""The sentences of one language: `templates/<language>/<key>.txt.j2`.

In: a key of SENTENCES and its values, all finished strings. Out: one line of text.
Templates are written by people outside the program: they run in Jinja2's sandbox, see strings
only, and a variable that is not there is a Problem, never an empty space.
Not for: markup of any kind; what comes out is printed as it is.
"""

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bureau_brief.problems import Place, Problems, problem

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "type_date": ("document", "date"),
    "page_whole": ("number", "label", "scope", "period"),
    "page_source": ("title", "short", "publisher", "date"),
    "page_source_missing": (),
    "page_notes": ("periods",),
    "page_generated": ("file", "all"),
    "page_contact": ("contact",),
    "periods": ("period", "exceptions"),
    "cover_line": ("period", "date"),
    "overview_kicker": ("results", "areas"),
    "overview_title": ("number", "sentence"),
    "message": ("phrase",),
    "change": ("direction", "previous", "change"),
    "marker": (),
    "slide_source": ("sources", "periods", "estimated_total"),
    "slide_whole": ("number", "label", "scope"),
    "source_short": ("name", "date"),
    "closing_title": ("count", "sources", "kind", "date"),
    "closing_source": ("title", "short", "publisher", "date"),
    "closing_method": ("periods",),
    "closing_contact": ("organisation", "contact"),
    "alt_rate": ("rate", "part", "whole"),
    "alt_compare": ("numbers",),
    "alt_table": ("numbers",),
    "note_say": ("message",),
    "note_figure": ("phrase", "stated", "source", "at", "period", "check"),
    "note_not_charted_bounds": ("numbers",),
    "note_not_charted_units": ("numbers",),
    "note_caution": ("caution",),
}
"""Every sentence and the values it may use: the closed set a language folder must have."""

SUFFIX = ".txt.j2"
LONGEST = 4_000  # characters; a sentence that is longer is a template gone wrong


@functools.lru_cache(maxsize=64)
def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """The sandbox that reads templates from `folders`, the first that has one."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # plain text, drawn without any markup parser
        auto_reload=False,
    )


def sentence(folders: Sequence[Path], key: str, values: Mapping[str, str]) -> str:
    """The sentence `key` with `values`, on one line. Raises Problems."""
    name = key + SUFFIX
    place = Place("", f"{folders[-1].name}/{name}")
    try:
        rendered = environment(tuple(folders)).get_template(name).render(values)
    except TemplateNotFound as error:
        raise Problems([problem("BB206", place, key=key)]) from error
    except TemplateSyntaxError as error:
        at = Place("", place.file, error.lineno, 1)
        raise Problems([problem("BB207", at, error=error.message)]) from error
    except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError) as error:
        known = ", ".join(f"`{name}`" for name in SENTENCES[key]) or "none"
        raise Problems([problem("BB208", place, error=error, known=known)]) from error
    line = " ".join(rendered.split(" ")).replace("\n", "").strip(" ")
    if len(line) > LONGEST:
        raise Problems([problem("BB209", place, length=len(line), limit=LONGEST)])
    return line
