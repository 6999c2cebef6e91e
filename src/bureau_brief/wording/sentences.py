"""The sentences of one language: `templates/<language>/<key>.txt.j2`, filled in.

In: a key of SENTENCES and its values, all finished strings. Out: one line of text.
Not for: markup of any kind (what comes out is printed as it is), or what a template may hold
(`templates`).
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.wording.files import SUFFIX, found_in, place
from bureau_brief.wording.templates import compiled

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "alt_compare": ("numbers",),
    "alt_rate": ("rate", "part", "whole"),
    "alt_series": ("label", "numbers", "periods"),
    "alt_stacked": ("whole", "numbers"),
    "alt_table": ("numbers",),
    "alt_target": ("phrase", "verdict", "change"),
    "change": ("direction", "previous", "change", "period"),
    "change_since": ("direction", "previous", "period", "change", "better"),
    "closing_contact": ("organisation", "contact"),
    "closing_method": ("sources", "computed", "qualifiers", "conversions", "periods"),
    "closing_source": ("title", "short", "publisher", "date"),
    "closing_title": ("count", "form", "sources", "sourced", "kind", "date"),
    "cover_line": ("period", "date"),
    "marker": (),
    "message": ("phrase",),
    "message_named": ("area", "phrase"),
    "more_title": ("areas", "areas_form", "first"),
    "note_caution": ("caution",),
    "note_figure": ("phrase", "stated", "source", "at", "period", "check"),
    "note_not_charted": ("reason", "numbers"),
    "note_say": ("message",),
    "overview_kicker": ("results", "results_form", "areas", "areas_form"),
    "overview_title": ("number", "sentence", "repeated", "results", "results_form", "areas"),
    "page_columns": (),
    "page_compared": ("previous", "period", "change"),
    "page_contact": ("contact",),
    "page_cut": (),
    "page_found": ("source", "at"),
    "page_generated": ("file", "all"),
    "page_index": ("file", "all"),
    "page_notes": ("periods", "sources", "qualifiers", "conversions"),
    "page_scale": ("name",),
    "page_source": ("title", "short", "publisher", "date"),
    "page_targets": (),
    "page_whole": ("number", "label", "scope", "period"),
    "periods": ("period", "exceptions"),
    "periods_count": ("count", "form", "other"),
    "series_missing": (),
    "series_title": ("label", "unit"),
    "periods_apart": ("period",),
    "sign_off": ("organisation", "document", "date", "file"),
    "sign_off_page": (),
    "sign_off_slide": (),
    "sign_off_source": ("source", "at", "stated"),
    "slide_source": ("sources", "periods", "estimated_total"),
    "slide_whole": ("number", "label", "scope"),
    "source_missing": (),
    "source_short": ("name", "date"),
    "target_line": ("lower", "number", "mark"),
    "target_mark": ("lower", "number"),
    "target_outcome": ("met",),
    "target_verdict": ("verdict", "number"),
    "sources_apart": ("sources",),
    "type_date": ("document", "date"),
}
"""Every sentence and the values it may use: the closed set a language folder must have."""

SAYINGS: Mapping[str, tuple[str, ...]] = {
    "marker": ("i", "n"),
    "page_generated": ("shown",),
    "page_index": ("shown",),
    "page_scale": ("low", "high"),
    "sign_off_page": ("page", "pages"),
    "sign_off_slide": ("slide",),
}
"""The sentences with blanks in single braces, `{shown}`, that only the layout can fill."""

_BLANK = re.compile(r"\{\{|\}\}|\{(\w*)[^{}]*\}?|\}")
_SPACES = re.compile(r" {2,}")
_NEWLINE = re.compile(r"(.?) *\n\s*(.?)")
_DOUBLED = re.compile(r"[.。](?<=[.。!?！？].)(?<![.。]..)(?![.。\w/])")
"""A full stop right behind the end of a sentence: none of an ellipsis, a number or a path."""


def sentence(folders: tuple[Path, ...], key: str, values: Mapping[str, str]) -> str:
    """The sentence `key` with its values, on one line. Raises Problems of the template."""
    assert values.keys() == set(SENTENCES[key]), key  # noqa: S101 - ours to keep
    return tidy(_template(folders, key)(values))


def saying(folders: tuple[Path, ...], key: str, values: Mapping[str, str]) -> str:
    """A sentence of SAYINGS whose blanks stay open; braces in values are doubled."""
    doubled = {name: v.replace("{", "{{").replace("}", "}}") for name, v in values.items()}
    pattern = sentence(folders, key, doubled)
    for match in _BLANK.finditer(pattern):
        blank = match.group(0)
        if blank not in ("{{", "}}") and blank not in [f"{{{name}}}" for name in SAYINGS[key]]:
            known = ", ".join(f"{{{name}}}" for name in SAYINGS[key])
            at = place(_path(folders, key), line=1)
            raise Problems([problem("BB208", at, name=blank, known=known)])
    return pattern


def check(folders: tuple[Path, ...]) -> None:
    """Try every sentence of the first folder, a user's, used or not. Raises all Problems."""
    found: list[Problem] = []
    for key in SENTENCES:
        if not (folders[0] / (key + SUFFIX)).is_file():
            continue
        try:
            if key in SAYINGS:
                saying(folders, key, dict.fromkeys(SENTENCES[key], "x"))
            _template(folders, key)
        except Problems as problems:
            found += problems.problems
    if found:
        raise Problems(found)


def tidy(text: str) -> str:
    """One line without doubled spaces; no full stop behind a full stop (`U.S..`)."""
    line = _NEWLINE.sub(_unwrapped, text.strip()) if "\n" in text else text
    line = _SPACES.sub(" ", line) if "  " in line else line
    return _DOUBLED.sub("", line).strip(" ")


@functools.cache
def _template(folders: tuple[Path, ...], key: str) -> Callable[[Mapping[str, str]], str]:
    return compiled(_path(folders, key), SENTENCES[key])


def _path(folders: tuple[Path, ...], key: str) -> Path:
    path = found_in(folders, key + SUFFIX)
    if path is None:
        where = place(folders[-1] / (key + SUFFIX))
        raise Problems([problem("BB206", Place("", where.file), key=key)])
    return path


def _unwrapped(match: re.Match[str]) -> str:
    """A line that goes on below: a space between words, none beside Han."""
    before, after = match.groups()
    wide = any(unicodedata.east_asian_width(c) in "WF" for c in (before, after) if c)
    return before + ("" if wide else " ") + after
