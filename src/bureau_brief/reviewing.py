"""A finished page and a finished deck, reviewed: do they say what their data say?

In: the paths of both files, and a data file or else the data that the files carry. Out: a Review:
figure by figure where it stands and in which state, and a Problem for every difference; or
Problems of the data themselves. The data are resolved and planned again with the choices that
the files were made with.
Not for: reading and comparing (`verifying`).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bureau_brief.brief import MOST_SLIDES, Brief, Picture, words
from bureau_brief.embedding import carried as data_of
from bureau_brief.extracting import SUFFIXES, carried
from bureau_brief.limits import TooMuch, content_of, limited
from bureau_brief.outputs import OUTPUTS, Options, looks
from bureau_brief.outputs.page.grid import GRIDS, PageSize
from bureau_brief.plain import hashed
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.reading import read, read_bytes
from bureau_brief.record import EMBEDDED, Record
from bureau_brief.resolving import resolve
from bureau_brief.resolving.choosing import facts
from bureau_brief.values import replace, value
from bureau_brief.verifying import Statement, Verified
from bureau_brief.verifying.embedded import PLACE
from bureau_brief.verifying.logo import logo
from bureau_brief.verifying.pdf import picture, preload
from bureau_brief.verifying.pdf import width as page_width

_Result = TypeVar("_Result")


@value
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
        """For people: a line on each file, then one on each figure: how often it stands where."""
        out = [f"{file.file}: {_counted(file)}" for file in self.files]
        width = max(map(len, self.figures), default=0)
        for id_, printed in self.figures.items():
            places = list(self._places(id_))
            counts = Counter(_kind(place["place"]) for place in places)
            said = ", ".join(f"{kind} {counts[kind]}" for kind in _KINDS.values() if counts[kind])
            out.append(f"  {id_:<{width}}  {printed}: {said}")
            wrong = [place for place in places if place["state"] != "present"]
            out += [f"  {'':<{width}}  {one['state']} in {one['place']}" for one in wrong]
        return out

    def _places(self, id_: str) -> Iterator[dict[str, str]]:
        """Of a figure and its conversion."""
        for file in self.files:
            for one in file.statements:
                if one.figure in (id_, f"{id_}.converted"):
                    yield {"file": file.file, "place": one.place, "state": str(one.state)}


_KINDS = {
    "page": "page", "slide": "slides", "chart": "charts", "notes": "notes",
    "alternative": "alternative texts", "embedded": "data",
}  # fmt: skip
"""What places are called together, by their first word."""


def _kind(place: str) -> str:
    first = "alternative" if "alternative text" in place else place.split()[0].rstrip(",")
    return _KINDS[first]


def review(
    pdf: Path,
    pptx: Path,
    data: Path | None = None,
    *,
    templates: Path | None = None,
    template: Path | None = None,
    theme: Path | None = None,
) -> Review:
    """Both files held against `data`, else against the data inside them. Raises Problems.

    `templates`, `template` and `theme`: the office's own words, PowerPoint template and looks, if
    the files were made with them.
    """
    preload()
    pair = {"pdf": pdf, "pptx": pptx}
    finished = [_Finished(path, kind, _bytes(path)) for kind, path in pair.items()]
    record = read(data)[0] if data else _trusted(finished)
    stated, carrying, most_slides = facts(record), data_of(record), _most_slides(finished)
    briefs: dict[str, Brief] = {}
    files = []
    for one in finished:
        edition = one.edition(record)
        if edition not in briefs:
            briefs[edition] = resolve(record, edition, templates, most_slides)
        size: PageSize = _page_size(one.width) if one.kind == "pdf" else "a4"
        large = one.about.get("level", "").startswith("large")  # said by the file, seen in it
        options = Options(size, most_slides, carrying, template, large_print=large, theme=theme)
        output, brief = OUTPUTS[one.kind], _with_logo(briefs[edition], one, options)
        plan = output.plan(brief, options)
        told = one.limited(partial(output.verify, one.content, plan, brief, stated, one.path.name))
        files.append(replace(told, problems=(*told.problems, *one.changed())))
    figures = next(iter(briefs.values())).figures()
    return Review(tuple(files), {id_: _plain(str(one.number)) for id_, one in figures.items()})


class _Finished:
    """A finished file and the data inside it, which are not believed."""

    def __init__(self, path: Path, kind: str, content: bytes) -> None:
        self.path, self.kind, self.content = path, kind, content
        self.text, self.width, self.logo = self.limited(self._read)
        data: dict[str, Any] = json.loads(self.text) if self.text else {}
        about = data.pop(EMBEDDED, None)
        self.about: dict[str, Any] = about if isinstance(about, dict) else {}
        """What is written beside the data: how the file was made."""
        self.untouched = self.text is not None and self.about.get("content") == hashed(data)
        """Whether the data are still those that were put in."""

    def limited(self, work: Callable[[], _Result]) -> _Result:
        """What comes of reading this file. Raises Problems."""
        try:
            return limited(work)
        except TooMuch as error:
            raise Problems([problem("BB601", Place("", self.path.name), reason=error)]) from error

    def _read(self) -> tuple[bytes | None, float, tuple[int, int] | None]:
        """The data inside it, the width of a page, and the size of its logo."""
        known = self.path.suffix.lower() in SUFFIXES
        text = carried(self.content, self.path.suffix) if known else None
        if self.kind == "pdf":
            return text, page_width(self.content), picture(self.content)
        return text, 0, logo(self.content)

    def changed(self) -> Iterator[Problem]:
        """The problem of data that somebody touched."""
        if self.text and not self.untouched:
            yield problem("BB614", Place(PLACE, self.path.name))

    def edition(self, record: Record) -> str:
        """The language of the locale that the file names; else the first."""
        language = str(self.about.get("language", "")).partition("-")[0]
        named = (one for one in record.languages if one.partition("-")[0] == language)
        return next(named, language or record.languages[0])


def _with_logo(brief: Brief, one: _Finished, options: Options) -> Brief:
    """The Brief with a logo of the size that stands in the file: its pixels say no number."""
    if one.logo is None:
        return brief
    told = words(looks(options).logo_said(brief.language), "logo.alt")
    return replace(brief, logo=Picture(b"", *one.logo), logo_alt=brief.logo_alt or told)


def _trusted(finished: Sequence[_Finished]) -> Record:
    """The data of the first file whose data nobody touched, else of the first that has any."""
    found = sorted((one for one in finished if one.text), key=lambda one: not one.untouched)
    if not found:
        raise Problems(problem("BB511", Place("", one.path.name)) for one in finished)
    return read_bytes(found[0].text or b"", f"{found[0].path.stem}.json")[0]


def _most_slides(finished: Sequence[_Finished]) -> int:
    """As many as the deck was allowed to have."""
    said = (one.about.get("most_slides") for one in finished)
    return next((most for most in said if isinstance(most, int) and most > 0), MOST_SLIDES)


def _page_size(width: float) -> PageSize:
    """The size that is nearest to the page's width."""
    sizes: dict[PageSize, float] = {size: grid.width for size, grid in GRIDS.items()}
    return min(sizes, key=lambda size: abs(sizes[size] - width))


def _bytes(path: Path) -> bytes:
    try:
        return content_of(path)
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
