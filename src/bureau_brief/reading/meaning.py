"""What fields mean together: ids, references, marks, comparisons, files.

In: a Checked and the data file's folder (None where there is no disk). Out: Problems.
Not for: words (`texts`), or sums (`arithmetic`).
"""

from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bureau_brief.beside import beside, leads_out
from bureau_brief.problems import Problem, problem
from bureau_brief.reading.nearest import hint
from bureau_brief.reading.nodes import shown
from bureau_brief.reading.texts import COUNT
from bureau_brief.record import BOUNDS, UNIT_CODES, Area, Figure, Record, Unit

MOST_FIGURES = 5_000
MOST_ON_OVERVIEW = 6
_SIGNS = {
    "%": "percent", "％": "percent", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR",
    "HK$": "HKD", "zł": "PLN",
}  # fmt: skip
_CODES = {**_SIGNS, **{code.casefold(): code for code in UNIT_CODES}, "per cent": "percent"}


class _At(NamedTuple):
    """A figure and its path."""

    path: str
    figure: Figure


def problems_of_meaning(record: Record, folder: Path | None) -> Iterator[Problem]:
    """Everything that is wrong between the fields of a file."""
    figures = list(_figures(record))
    yield from _ids(record, figures)
    yield from _languages(record)
    yield from _references(record, figures)
    yield from _sources(record, figures)
    yield from _marks(record)
    for index, area in enumerate(record.areas):
        if area.compare is not None:
            yield from _compared(record, area, f"areas[{index}].compare.figures")
    for at in figures:
        yield from _units(record, at)
    yield from _alike(record, figures)
    yield from _files(record, folder)


def _figures(record: Record) -> Iterator[_At]:
    for i, area in enumerate(record.areas):
        for j, figure in enumerate(area.figures):
            yield _At(f"areas[{i}].figures[{j}]", figure)


def _ids(record: Record, figures: list[_At]) -> Iterator[Problem]:
    """Ids that stand twice, or that mean something else; too many figures."""
    areas = [(f"areas[{i}].id", area.id) for i, area in enumerate(record.areas)]
    yield from _twice(record, areas, "area")
    yield from _twice(record, [(f"{at.path}.id", at.figure.id) for at in figures], "figure")
    for at in figures:
        if at.figure.id == COUNT:
            yield problem("BB058", record.place(f"{at.path}.id"), id=COUNT)
    if len(figures) > MOST_FIGURES:
        where = record.place("areas")
        yield problem("BB064", where, limit=f"{MOST_FIGURES:,}", count=f"{len(figures):,}")


def _twice(record: Record, ids: Iterable[tuple[str, str]], what: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for path, id_ in ids:
        if id_ and id_ in first:
            line = record.place(first[id_]).line
            yield problem("BB041", record.place(path), id=id_, what=what, line=line)
        first.setdefault(id_, path)


def _languages(record: Record) -> Iterator[Problem]:
    for index, language in enumerate(record.languages):
        if language and language in record.languages[:index]:
            yield problem("BB062", record.place(f"languages[{index}]"), id=language)


def _references(record: Record, figures: list[_At]) -> Iterator[Problem]:
    """Ids of figures that no figure has."""
    known = {at.figure.id: at.path for at in figures}
    for path, id_ in _referred(record, figures):
        if id_ and id_ not in known:
            told = hint(id_, [k for k in known if k], "the file has no figure yet")
            yield problem("BB042", record.place(path), id=id_, hint=told)
        elif id_ and path == f"{known[id_]}.leads_to.figure":
            yield problem("BB065", record.place(path), id=id_)


def _referred(record: Record, figures: list[_At]) -> Iterator[tuple[str, str]]:
    """Every place that names a figure, and the name."""
    for path, figure in figures:
        if figure.part_of:
            yield f"{path}.part_of", figure.part_of
        if figure.rate_of:
            yield f"{path}.rate_of.part", figure.rate_of.part
            yield f"{path}.rate_of.whole", figure.rate_of.whole
        for index, id_ in enumerate(figure.sum_of):
            yield f"{path}.sum_of[{index}]", id_
        if figure.change_of:
            yield f"{path}.change_of", figure.change_of
        if figure.share_of_target:
            yield f"{path}.share_of_target", figure.share_of_target
        if figure.leads_to:
            yield f"{path}.leads_to.figure", figure.leads_to.figure
    for index, area in enumerate(record.areas):
        for position, id_ in enumerate(area.compare.figures if area.compare else ()):
            yield f"areas[{index}].compare.figures[{position}]", id_


def _sources(record: Record, figures: list[_At]) -> Iterator[Problem]:
    """Sources that are not there; figures without one."""
    if figures and not record.sources and not any(at.figure.source for at in figures):
        yield problem("BB071", record.place("areas"), what="the file")
        return
    for path, figure in figures:
        ref = figure.source.ref if figure.source else None
        if ref is None:
            yield problem("BB071", record.place(path), what=f"`{figure.id}`")
        elif ref and ref not in record.sources:
            told = hint(ref, record.sources, "describe it under `sources`")
            yield problem("BB043", record.place(f"{path}.source.ref"), id=ref, hint=told)


def _marks(record: Record) -> Iterator[Problem]:
    """Marks that stand once: main and overview in an area, lead in the file."""
    shown_on_overview = []
    for i, area in enumerate(record.areas):
        paths = [f"areas[{i}].figures[{j}]" for j in range(len(area.figures))]
        main = [f"{p}.main" for p, f in zip(paths, area.figures, strict=True) if f.main]
        shown_here = [
            f"{p}.overview" for p, f in zip(paths, area.figures, strict=True) if f.overview
        ]
        for path in main[1:]:
            yield problem("BB049", record.place(path), line=record.place(main[0]).line)
        for path in shown_here[1:]:
            yield problem("BB051", record.place(path), line=record.place(shown_here[0]).line)
        shown_on_overview += shown_here[:1]
    for path in shown_on_overview[MOST_ON_OVERVIEW:]:
        count = len(shown_on_overview)
        yield problem("BB052", record.place(path), limit=MOST_ON_OVERVIEW, count=count)
    lead = [f"areas[{i}].lead" for i, area in enumerate(record.areas) if area.lead]
    for path in lead[1:]:
        yield problem("BB050", record.place(path), line=record.place(lead[0]).line)


def _compared(record: Record, area: Area, path: str) -> Iterator[Problem]:
    """Figures on one scale are the area's own, exact or estimated, from zero up, in one unit."""
    own = {figure.id: figure for figure in area.figures}
    known = record.figures()
    ids = area.compare.figures if area.compare else ()
    first = next((own[id_] for id_ in ids if id_ in own), None)
    for index, id_ in enumerate(ids):
        where = record.place(f"{path}[{index}]")
        figure = own.get(id_)
        if id_ and id_ in ids[:index]:
            yield problem("BB062", where, id=id_)
        elif figure is None and id_ in known:
            yield problem("BB053", where, id=id_, area=area.id)
        elif figure is not None and first is not None and figure.unit != first.unit:
            yield problem(
                "BB054", where, first=first.id, unit=_named(first.unit), found=_named(figure.unit)
            )
        elif figure is not None and (figure.qualifier in BOUNDS or _is_negative(figure)):
            reason = str(figure.value) if _is_negative(figure) else f"`{figure.qualifier}`"
            yield problem("BB055", where, id=id_, found=reason)


def _is_negative(figure: Figure) -> bool:
    return not figure.value.is_nan() and figure.value < 0


def _named(unit: Unit | None) -> str:
    """A unit for a message."""
    if unit is None:
        return "no unit"
    words = unit.code or ", ".join(forms["other"] for forms in unit.by_language.values())
    return f"`{shown(words)}`"


def _units(record: Record, at: _At) -> Iterator[Problem]:
    """A sign or a misspelt code where a code is meant; a number that says nothing of its kind."""
    unit = at.figure.unit
    if unit is None and at.figure.counts is None:
        yield problem("BB073", record.place(at.path), id=at.figure.id)
    for path, one in ((f"{at.path}.unit", unit), *_converted_unit(at)):
        for forms in one.by_language.values() if one is not None and not one.code else ():
            meant = _CODES.get(forms["other"]) or _CODES.get(forms["other"].casefold())
            if meant:
                yield problem("BB061", record.place(path), unit=meant, found=shown(forms["other"]))
                break


def _converted_unit(at: _At) -> list[tuple[str, Unit | None]]:
    converted = at.figure.converted
    return [(f"{at.path}.converted.unit", converted.unit)] if converted else []


def _alike(record: Record, figures: list[_At]) -> Iterator[Problem]:
    """The same thing counted twice, with different results."""
    first: dict[Hashable, _At] = {}
    for at in figures:
        figure = at.figure
        if not figure.label.by_language:
            continue
        other = first.setdefault(_what(record, figure), at)
        if other.figure.value != figure.value and not (other.figure.value + figure.value).is_nan():
            line = record.place(other.path).line
            yield problem(
                "BB074", record.place(at.path), id=figure.id, other=other.figure.id, line=line
            )


def _what(record: Record, figure: Figure) -> Hashable:
    """What a figure says that it counts."""
    texts = figure.label, figure.scope, figure.period or record.period
    said = (frozenset(text.by_language.items()) if text else None for text in texts)
    return (_measured(figure.unit), *said)


def _measured(unit: Unit | None) -> Hashable:
    """The words of a unit in every language and form."""
    if unit is None:
        return None
    return frozenset((code, frozenset(forms.items())) for code, forms in unit.by_language.items())


def _files(record: Record, folder: Path | None) -> Iterator[Problem]:
    """Files that the data file names: in its folder or below, and there."""
    named = [("logo.file", record.logo.file)] if record.logo else []
    named += [(f"sources.{id_}.file", s.file) for id_, s in record.sources.items() if s.file]
    for path, name in named:
        if not name or folder is None:
            continue
        if leads_out(folder, name):
            yield problem("BB059", record.place(path), found=shown(name))
        elif beside(folder, name) is None:
            yield problem("BB060", record.place(path), found=shown(name))
