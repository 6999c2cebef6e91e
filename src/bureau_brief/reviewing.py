"""A finished page and a finished deck, reviewed: do they say what their data say?

In: the paths of both files, and a data file or else the data that the files carry. Out: a Review:
figure by figure where it stands and in which state, and a Problem for every difference; or
Problems of the data themselves. The data are resolved and planned again with the choices that
the files were made with.
Not for: reading and comparing (`verifying`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from bureau_brief.brief import MOST_SLIDES, Brief
from bureau_brief.embedding import carried as data_of
from bureau_brief.extracting import SUFFIXES, carried
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.page.grid import GRIDS, PageSize
from bureau_brief.plain import hashed, plain
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.reading import read, read_bytes
from bureau_brief.record import EMBEDDED, Record
from bureau_brief.resolving import resolve
from bureau_brief.verifying import Statement, Verified
from bureau_brief.verifying.embedded import PLACE
from bureau_brief.verifying.package import Unreadable
from bureau_brief.verifying.pdf import read as read_page


@dataclass(frozen=True, slots=True)
class Review:
    """What came of a pair of files."""

    files: tuple[Verified, ...]
    """The page and the deck."""
    figures: Mapping[str, str]
    """Every figure of the data by id, as it is printed."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every difference, page first."""
        return tuple(problem for file in self.files for problem in file.problems)

    def as_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "holds": not self.problems,
            "files": [file.file for file in self.files],
            "figures": [
                {"figure": id_, "printed": printed, "places": list(self._places(id_))}
                for id_, printed in self.figures.items()
            ],
        }

    def lines(self) -> list[str]:
        """For people: one line on each file, then on each figure that is not as it should be."""
        out = [f"{file.file}: {_counted(file)}" for file in self.files]
        for id_, printed in self.figures.items():
            wrong = [place for place in self._places(id_) if place["state"] != "present"]
            if wrong:
                said = "; ".join(f"{one['state']} in {one['place']}" for one in wrong)
                out.append(f"  {id_} ({printed}): {said}")
        return out

    def _places(self, id_: str) -> Iterator[dict[str, str]]:
        for file in self.files:
            for one in file.statements:
                if one.figure == id_:
                    yield {"file": file.file, "place": one.place, "state": str(one.state)}


def review(
    pdf: Path,
    pptx: Path,
    data: Path | None = None,
    *,
    templates: Path | None = None,
    template: Path | None = None,
) -> Review:
    """Both files held against `data`, else against the data inside them. Raises Problems.

    `templates` and `template`: the office's own words and its PowerPoint template, if the files
    were made with them.
    """
    pair = {"pdf": pdf, "pptx": pptx}
    finished = [_Finished(path, kind, _bytes(path)) for kind, path in pair.items()]
    record = read(data)[0] if data else _trusted(finished)
    carrying = data_of(record)
    files = []
    for one in finished:
        brief = one.resolved(record, templates)
        options = replace(one.options(), template=template, carried=carrying)
        plan = OUTPUTS[one.kind].plan(brief, options)
        told = OUTPUTS[one.kind].verify(one.content, plan, brief, record.facts(), one.path.name)
        files.append(replace(told, problems=(*told.problems, *one.changed())))
    printed = {id_: _plain(str(figure.number)) for id_, figure in brief.figures().items()}
    return Review(tuple(files), printed)


class _Inside(NamedTuple):
    """The data inside a file."""

    record: Record
    about: Mapping[str, Any]
    """What is written beside them: how the file was made."""

    def untouched(self) -> bool:
        """Whether they are still those that were put in."""
        return self.about.get("content") == hashed(plain(self.record))


class _Finished:
    """A finished file, what it carries, and the choices that it was made with."""

    def __init__(self, path: Path, kind: str, content: bytes) -> None:
        self.path, self.kind, self.content = path, kind, content
        self.inside = _inside(path, content)

    def changed(self) -> Iterator[Problem]:
        """The problem of data that somebody touched."""
        if self.inside and not self.inside.untouched():
            yield problem("BB614", Place(PLACE, self.path.name))

    def options(self) -> Options:
        """The page size and the number of slides."""
        most = self.inside.about.get("most_slides") if self.inside else None
        most_slides = most if isinstance(most, int) and most > 0 else MOST_SLIDES
        return Options(_page_size(self.content) if self.kind == "pdf" else "a4", most_slides)

    def resolved(self, record: Record, templates: Path | None) -> Brief:
        """What the file should say: the edition is that of the locale that it names."""
        locale = str(self.inside.about.get("language", "")) if self.inside else ""
        language = locale.partition("-")[0]
        named = (one for one in record.languages if one.partition("-")[0] == language)
        edition = next(named, language or record.languages[0])
        return resolve(record, edition, templates, self.options().most_slides)


def _inside(path: Path, content: bytes) -> _Inside | None:
    """What a file carries; it is read as any data file is, and not believed."""
    text = carried(content, path.suffix) if path.suffix.lower() in SUFFIXES else None
    if text is None:
        return None
    about = json.loads(text).get(EMBEDDED)
    try:
        record, _warnings = read_bytes(text, f"{path.stem}.json")
    except Problems:
        return None
    return _Inside(record, about if isinstance(about, dict) else {})


def _trusted(finished: Sequence[_Finished]) -> Record:
    """The data of the first file whose data nobody touched, else of the first that has any."""
    found = [one.inside for one in finished if one.inside]
    if not found:
        raise Problems(problem("BB511", Place("", one.path.name)) for one in finished)
    return next((one for one in found if one.untouched()), found[0]).record


def _page_size(content: bytes) -> PageSize:
    """The size that is nearest to the page's width."""
    try:
        width = read_page(content).width
    except Unreadable:
        return "a4"
    sizes: dict[PageSize, float] = {size: grid.width for size, grid in GRIDS.items()}
    return min(sizes, key=lambda size: abs(sizes[size] - width))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Problems([problem("BB601", Place("", str(path)), reason=reason.lower())]) from error


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u200b", "")


def _counted(file: Verified) -> str:
    """`says what the data say: 19 figures, stated 26 times`, or how many differences there are."""
    figures = len({one.figure for one in file.statements})
    if not file.problems:
        return f"says what the data say: {figures} figures, {_times(file.statements)} in all"
    count = len(file.problems)
    return f"{count} difference{'s' * (count > 1)} from the data"


def _times(statements: Sequence[Statement]) -> str:
    count = len(statements)
    return f"stated {count} time{'s' * (count > 1)}"
