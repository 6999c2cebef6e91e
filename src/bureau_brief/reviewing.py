"""A finished page and a finished deck, reviewed: do they say what their data say?

In: the paths of both files, a data file. Out: a Review: figure by figure where it stands and in
which state, and a Problem for every difference; or Problems of the data file itself. The data
are resolved and planned again with the choices that the files were made with.
Not for: reading and comparing (`verifying`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.verifying import Statement, Verified


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
    data: Path,
    *,
    languages: Sequence[str] = (),
    options: Options | None = None,
    templates: Path | None = None,
) -> Review:
    """Both files held against `data`. Raises Problems."""
    record, _warnings = read(data, languages)
    options = options or Options()
    language = (languages or record.languages)[0]
    brief = resolve(record, language, templates, options.most_slides)
    stated = record.facts()
    files = []
    for path, kind in ((pdf, "pdf"), (pptx, "pptx")):
        output = OUTPUTS[kind]
        plan = output.plan(brief, options)
        files.append(output.verify(_bytes(path), plan, brief, stated, path.name))
    printed = {id_: _plain(str(figure.number)) for id_, figure in brief.figures().items()}
    return Review(tuple(files), printed)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Problems([problem("BB601", Place("", str(path)), reason=reason.lower())]) from error


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u200b", "")


def _counted(file: Verified) -> str:
    """`holds: 19 figures, 26 times`, or how many differences there are."""
    figures = len({one.figure for one in file.statements})
    if not file.problems:
        return f"says what the data say: {figures} figures, {_times(file.statements)} in all"
    count = len(file.problems)
    return f"{count} difference{'s' * (count > 1)} from the data"


def _times(statements: Sequence[Statement]) -> str:
    count = len(statements)
    return f"stated {count} time{'s' * (count > 1)}"
