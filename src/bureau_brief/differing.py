"""Every difference between two data files, or between the data inside two finished files.

In: two paths: .yaml, .yml, .json, or a PDF or deck of this program. Out: Differences: figures
that came or went, and every field that changed. For the correction of a published brief.
Not for: changes between periods (`comparing`).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from bureau_brief.extracting import extract
from bureau_brief.plain import plain
from bureau_brief.reading import SUFFIXES, read, read_bytes
from bureau_brief.record import Record
from bureau_brief.values import value

_NOTHING = object()


class Change(NamedTuple):
    """One field that differs; `None` where a file does not have it."""

    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        return f"{self.field}: {_said(self.before)} -> {_said(self.after)}"


@value
class Differences:
    """What differs between two files."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    changed: tuple[Change, ...]

    def as_dict(self) -> dict[str, Any]:
        """The differences for `--json`."""
        return {**asdict(self), "changed": [change._asdict() for change in self.changed]}

    def lines(self) -> Iterator[str]:
        """The differences for people."""
        yield from (f"new figure   {figure}" for figure in self.came)
        yield from (f"gone figure  {figure}" for figure in self.went)
        yield from (f"changed      {change}" for change in self.changed)
        if not (self.came or self.went or self.changed):
            yield "no differences"


def differences(before: Path, after: Path) -> Differences:
    """What differs between two files. Raises Problems where one of them cannot be read."""
    return compared(*(plain(_record(path)) for path in (before, after)))


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Differences:
    """What differs between the data of two files."""
    old, new = _by_figure(before), _by_figure(after)
    common = [id_ for id_ in old if id_ in new]
    changes = [change for id_ in common for change in _changes(old[id_], new[id_], id_)]
    changes += _changes(_without_figures(before), _without_figures(after), "")
    return Differences(
        tuple(id_ for id_ in new if id_ not in old),
        tuple(id_ for id_ in old if id_ not in new),
        tuple(changes),
    )


def _record(path: Path) -> Record:
    """The data of a file, or inside it, as a checked Record."""
    if path.suffix.lower() in SUFFIXES:
        return read(path)[0]
    return read_bytes(json.dumps(extract(path)).encode(), f"{path.name}.json")[0]


def _by_figure(data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Every figure by its id, with the area that it stands in."""
    return {
        figure["id"]: {**figure, "area": area["id"]}
        for area in data["areas"]
        for figure in area["figures"]
    }


def _without_figures(data: Mapping[str, Any]) -> dict[str, Any]:
    areas = {area["id"]: {**area, "figures": None} for area in data["areas"]}
    return {**data, "areas": areas}


def _changes(before: Any, after: Any, field: str) -> Iterator[Change]:
    """The fields that differ, each by its path."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            path = f"{field}.{key}" if field else key
            yield from _changes(before.get(key, _NOTHING), after.get(key, _NOTHING), path)
    elif before != after:
        yield Change(field, *(None if value is _NOTHING else value for value in (before, after)))


def _said(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
