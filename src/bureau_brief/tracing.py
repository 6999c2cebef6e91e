"""Where a figure comes from, what it was checked against, and every place it appears.

In: a data file and the id of a figure. Out: a Trace, for people and for `--json`.
Not for: judging: whatever is wrong with the file is raised as Problems before.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bureau_brief.arithmetic import Sum, sums
from bureau_brief.outputs import OUTPUTS, STANDARD, Options
from bureau_brief.outputs.places import Shown, places
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.provenance import Sources
from bureau_brief.reading import read
from bureau_brief.record import Figure, Record
from bureau_brief.resolving import resolve
from bureau_brief.values import value


@value
class Trace:
    """Everything that is known of one figure."""

    figure: str
    place: Place
    phrases: Mapping[str, str]
    """How it reads, by language."""
    source: str
    """Id of its source; empty if it names none."""
    at: str
    stated: str
    found: tuple[str, ...]
    """Where the phrase stands in the source's file."""
    searched: str
    """The file that was searched; empty if the source names none."""
    checks: tuple[Sum, ...]
    shown: Mapping[str, tuple[Shown, ...]]
    """Its places, by file."""
    refused: Mapping[str, tuple[Problem, ...]]
    """By file: why there is no such file, so that no place can be named."""

    def as_dict(self) -> dict[str, Any]:
        """The trace for `--json`."""
        return {
            "figure": self.figure,
            "place": {"file": self.place.file, "line": self.place.line, "path": self.place.path},
            "phrases": dict(self.phrases),
            "source": {"ref": self.source, "at": self.at, "stated": self.stated},
            "searched": self.searched,
            "found": list(self.found),
            "checks": [check.as_dict() for check in self.checks],
            "refused": {f: [p.as_dict() for p in found] for f, found in self.refused.items()},
            "shown": {file: [s._asdict() for s in shown] for file, shown in self.shown.items()},
        }

    def lines(self) -> Iterator[str]:
        """The trace for people."""
        yield f"{self.figure}: {'; '.join(self.phrases.values())}"
        yield f"  data file  {self.place}"
        yield f"  source     {', '.join(filter(None, (self.source, self.at))) or 'none'}"
        yield f"  phrase     {self._phrase()}"
        for check in self.checks:
            yield f"  {check.kind:<10} {check}"
        if not self.checks:
            yield "  checks     none: it is related to no other figure"
        for file, shown in self.shown.items():
            yield f"  {file}" if shown else f"  {file}: not shown"
            yield from (f"    {where}: {text}" for where, text in shown)
        for file in self.refused:
            yield f"  {file}: does not fit yet; `bureau-brief check` says why"

    def _phrase(self) -> str:
        if not self.stated:
            return "none"
        if not self.searched:
            return f"“{self.stated}”, not looked for: its source names no file"
        found = ", ".join(self.found)
        return f"“{self.stated}”, {found or 'not found'} in {self.searched}"


def trace(
    data: Path,
    figure: str,
    *,
    languages: Sequence[str] = (),
    options: Options | None = None,
    templates: Path | None = None,
) -> Trace:
    """The trace of a figure. Raises Problems."""
    record, _warnings = read(data, languages)
    one = _figure(record, figure)
    phrases: dict[str, str] = {}
    shown: dict[str, tuple[Shown, ...]] = {}
    refused: dict[str, tuple[Problem, ...]] = {}
    for language in languages or record.languages:
        brief = resolve(record, language, templates)
        phrases[language] = str(brief.figures()[figure].phrase)
        for output in (OUTPUTS[name] for name in STANDARD):
            name = f"{data.stem}-{language}{output.suffix}"
            try:
                shown[name] = places(output.plan(brief, options or Options()), figure)
            except Problems as problems:
                refused[name] = problems.problems
    source = one.source
    at = source.at.in_language((languages or record.languages)[0]) if source and source.at else ""
    return Trace(
        figure=figure,
        place=record.place(_path(record, one)),
        phrases=phrases,
        source=source.ref if source else "",
        at=at or "",
        stated=(source.stated or "") if source else "",
        found=tuple(hit.place for hit in Sources(record, data.parent).hits(one)),
        searched=_file(record, one),
        checks=tuple(check for check in sums(record) if figure in check.ids),
        shown=shown,
        refused=refused,
    )


def _figure(record: Record, id_: str) -> Figure:
    known = record.figures()
    if id_ not in known:
        ids = ", ".join(f"`{known_id}`" for known_id in list(known)[:40])
        raise Problems([problem("BB042", Place("", record.file), id=id_, hint=f"it has {ids}")])
    return known[id_]


def _path(record: Record, figure: Figure) -> str:
    return next(
        f"areas[{i}].figures[{j}]"
        for i, area in enumerate(record.areas)
        for j, other in enumerate(area.figures)
        if other is figure
    )


def _file(record: Record, figure: Figure) -> str:
    source = record.sources[figure.source.ref] if figure.source else None
    return (source.file or "") if source else ""
