"""The pipeline: a data file in, finished files out, as bytes.

In: a data file and what a person may choose. Out: a Built: file names, bytes and warnings; or
Problems, all at once, of the data file or of the fit in any output and language.
Not for: writing to disk (`files`), or arguments (`cli`).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bureau_brief.arithmetic import Sum, sums
from bureau_brief.brief import Brief, Picture, words
from bureau_brief.comparing import Compared, compared
from bureau_brief.editions import unlike
from bureau_brief.embedding import carried
from bureau_brief.outputs import OUTPUTS, SIGN_OFF, STANDARD, Options, looks
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.reading import read
from bureau_brief.record import Record
from bureau_brief.resources import SAMPLE
from bureau_brief.values import replace, value
from bureau_brief.workers import Drawn, InProcess, Job, Made, Maker, Refused

FINISHED = "BB6"
"""Codes of what is wrong with a finished file."""

if TYPE_CHECKING:
    from bureau_brief.theme import Theme


@value
class Built:
    """What came of one data file."""

    files: Mapping[str, bytes]
    """Bytes by file name: `guiyang-en.pdf`, `guiyang-en.pptx`."""
    warnings: tuple[Problem, ...]
    """What a person should know, in file order."""
    figures: int
    """How many figures the data file holds, conversions included."""
    compared: Compared | None
    """What came of comparing with an earlier file, if one was given."""
    changes: Mapping[str, str]
    """How each compared figure changed, in words of the first edition."""
    checks: tuple[Sum, ...]
    """Every sum that was made to check the figures."""
    dropped: Mapping[str, tuple[str, ...]]
    """By file name: ids of the figures that the file does not show; `warnings` say why."""


def build(
    data: Path | str = SAMPLE,
    *,
    languages: Sequence[str] = (),
    outputs: Sequence[str] = STANDARD,
    options: Options | None = None,
    templates: Path | None = None,
    strict: bool = False,
    date: dt.date | None = None,
    compare: Path | None = None,
    verify: bool = True,
    draw: bool = True,
    maker: Maker | None = None,
) -> Built:
    """Make the outputs of one data file in memory.

    `data`: path of a .yaml or .json file; by default the sample. `languages`: codes of the
    editions (default: the file's own). `outputs`: keys of `outputs.OUTPUTS`. `options`: the page
    size and the number of slides. `templates`: a folder laid out like `templates/`, searched
    first. `strict`: warnings are problems. `date`: printed instead of the file's own.
    `compare`: the data file of an earlier period. `verify`: the finished files are read back and
    held against the data. `draw`: else only the fit is checked, and the files are empty. Raises
    Problems; nothing is written to disk.
    """
    path = Path(data)
    record, warnings, found = _read(path, languages, compare)
    record = replace(record, published=date or record.published)
    jobs = _jobs(record, path, languages, outputs, options or Options(), templates, verify)
    warnings = (*warnings, *_placed(record, unlike(_editions(jobs))))
    if strict and warnings:
        raise Problems(warnings)
    made = (maker or InProcess()).make([job._replace(drawn=draw) for job in jobs])
    drawn = {j.name: one for j, one in zip(jobs, made, strict=True) if isinstance(one, Drawn)}
    said = _placed(record, (p for one in drawn.values() for p in one.warnings))
    if len(drawn) < len(made) or (strict and said):
        raise Problems((*warnings, *(list(_refused(record, made)) or said)))
    return _built(record, jobs[0].brief, drawn, (*warnings, *said), found)


def _editions(jobs: Iterable[Job]) -> list[Brief]:
    """The Brief of each language, once."""
    return list({job.brief.language: job.brief for job in jobs}.values())


def _built(
    record: Record,
    brief: Brief,
    drawn: Mapping[str, Drawn],
    warnings: tuple[Problem, ...],
    found: Compared | None,
) -> Built:
    every = brief.all_ids()
    return Built(
        files={name: one.content for name, one in drawn.items()},
        warnings=warnings,
        figures=len(every),
        compared=found,
        changes=_changes(brief, found.filled if found else ()),
        checks=sums(record),
        dropped={n: tuple(i for i in every if i not in one.shown) for n, one in drawn.items()},
    )


def _read(
    path: Path, languages: Sequence[str], compare: Path | None
) -> tuple[Record, tuple[Problem, ...], Compared | None]:
    """The data file and its warnings, with the values of an earlier period where one is given."""
    record, warnings = read(path, languages)
    if compare is None:
        return record, warnings, None
    found = compared(record, read(compare)[0])
    return found.record, (*warnings, *found.problems), found


def _changes(brief: Brief, ids: Iterable[str]) -> dict[str, str]:
    figures = brief.figures()
    return {id_: f"{figures[id_].phrase}: {figures[id_].change}" for id_ in ids}


def _jobs(
    record: Record,
    path: Path,
    languages: Sequence[str],
    outputs: Sequence[str],
    options: Options,
    templates: Path | None,
    verify: bool,
) -> list[Job]:
    """The files to make, and how each is made."""
    from bureau_brief.resolving import resolve
    from bureau_brief.resolving.choosing import facts

    options = replace(options, carried=carried(record))
    stated = facts(record) if verify else None
    own = looks(options) if options.theme else None
    logo = _logo(record, path.parent, own)
    jobs = []
    for language in languages or record.languages:
        brief = resolve(record, language, templates, options.most_slides)
        told = words(own.logo_said(language) if own else "", "logo.alt")
        brief = replace(brief, logo=logo, logo_alt=brief.logo_alt or told)
        if SIGN_OFF in outputs:
            from bureau_brief.resolving.signing import sign_off

            options = replace(options, sign_off=sign_off(record, language, templates))
        for output in outputs:
            name = f"{path.stem}-{language}{OUTPUTS[output].suffix}"
            jobs.append(Job(output, brief, options, name, stated))
    return jobs


def _refused(record: Record, made: Iterable[Made]) -> Iterator[Problem]:
    """What is wrong with each file that could not be made, or does not hold."""
    found = [p for result in made if isinstance(result, Refused) for p in result.problems]
    yield from _placed(record, found)
    unlike = sum(one.code.startswith(FINISHED) for one in found)
    if unlike:
        yield problem("BB612", Place(""), count=unlike)


def _logo(record: Record, folder: Path, own: "Theme | None") -> Picture | None:
    """The office's logo: the data file's, in its folder or below, else the theme's."""
    if record.logo is not None:
        from bureau_brief.pictures import picture

        return picture(folder / record.logo.file, record.place("logo.file"))
    if own is not None and own.logo is not None:
        from bureau_brief.pictures import picture

        return picture(own.logo, Place("logo.file", own.logo.name))
    return None


def _placed(record: Record, found: Iterable[Problem]) -> list[Problem]:
    """Problems with the lines of the fields they name, once each, in file order.

    What is wrong with a finished file has a place in that file.
    """
    placed = [
        problem if problem.where.file else replace(problem, where=record.place(problem.where.path))
        for problem in found
    ]
    return sorted(dict.fromkeys(placed), key=lambda p: (p.where.line, p.where.column, p.code))
