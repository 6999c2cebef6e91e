"""The fixed words of one language: `templates/<language>/words.toml`.

In: the folders that may hold it (a user's first). Out: a Words value with a closed set of
keys, or Problems that name the missing and the unknown ones.
Not for: sentences (`sentences`), or numbers (`numbers`).
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.record import UNIT_CODES, Qualifier

QUALIFIERS: tuple[Qualifier, ...] = (
    "over", "more_than", "at_least", "nearly", "under", "at_most", "about", "estimated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of the page's footer and of the closing slide."""

    source: str
    notes: str
    generated: str
    method: str
    contact: str
    quote: str
    closing: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a language writes numbers."""

    pattern: str
    minus: str
    join: str
    in_text: str
    phrase: str
    labelled: str
    converted: str
    converted_label: str
    change_points: str
    small: Sequence[str]
    largest_first: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Lists:
    """How a language joins what it lists."""

    two: str
    more: str
    exceptions: str
    statements: str
    leads_to: str
    bind: Sequence[str]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotation marks of words and of titles."""

    words: str
    title: str


@dataclass(frozen=True, slots=True)
class Words:
    """All fixed words of a language."""

    locale: str
    headings: Headings
    numbers: Numbers
    qualifiers: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Mapping[str, str]]
    lists: Lists
    quotes: Quotes


_TABLES: Mapping[str, type] = {
    "headings": Headings,
    "numbers": Numbers,
    "lists": Lists,
    "quotes": Quotes,
}
_CLOSED: Mapping[str, tuple[str, ...]] = {"qualifiers": QUALIFIERS, "units": UNIT_CODES}


def load(folders: Sequence[Path]) -> Words:
    """The words in the first of `folders` that has them. Raises Problems."""
    path = next((f / "words.toml" for f in folders if (f / "words.toml").is_file()), None)
    if path is None:
        language = folders[-1].name
        raise Problems([problem("BB201", Place("", "templates"), language=language)])
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problems([problem("BB202", _place(path), error=error)]) from error
    found = _key_problems(data, path)
    if found:
        raise Problems(found)
    tables = {name: table(**data[name]) for name, table in _TABLES.items()}
    return Words(**{**data, **tables})


def _key_problems(data: Mapping[str, Any], path: Path) -> list[Problem]:
    """Missing and unknown keys, at the top and in every table."""
    out = _differing(data, tuple(field.name for field in fields(Words)), "", path)
    expected = {name: tuple(f.name for f in fields(table)) for name, table in _TABLES.items()}
    for name, keys in {**expected, **_CLOSED}.items():
        if name in data:
            out += _differing(data[name], keys, f"{name}.", path)
    return out


def _differing(table: Any, keys: Sequence[str], prefix: str, path: Path) -> list[Problem]:
    if not isinstance(table, dict):
        return [problem("BB203", _place(path, prefix.rstrip(".")), keys=", ".join(keys))]
    missing = [key for key in keys if key not in table]
    unknown = [key for key in table if key not in keys]
    return [problem("BB204", _place(path, prefix + key)) for key in missing] + [
        problem("BB205", _place(path, prefix + key), keys=", ".join(keys)) for key in unknown
    ]


def _place(path: Path, key: str = "") -> Place:
    return Place(key, f"{path.parent.name}/{path.name}")
