"""What is wrong in the words: missing languages, braces that cite nothing, numbers typed by hand.

In: a Checked and the languages that are asked for. Out: Problems. A text in a language that
nobody asks for is not looked at.
Not for: the form of a text (`checking`), or what a citation prints (`resolving`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bureau_brief.citations import Citation, CitationError, pieces, typed_digits
from bureau_brief.problems import Problem, problem
from bureau_brief.reading.checking import Checked, Written
from bureau_brief.reading.nearest import hint
from bureau_brief.reading.nodes import shown
from bureau_brief.reading.scalars import LONGEST
from bureau_brief.record import Figure, Record, Text

COUNT = "count"
"""`{count}` in a closing title is the number of figures; no figure may be called so."""
_MAY_LACK_A_LANGUAGE = "short_label"
_DEEPEST = 8
_LONGEST_NUMBER = 40

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:(?:19|20)[0-9]{2}|2100)"
_LETTER = r"A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_MEANT = re.compile(
    r"(?=[\d.\-ADFJMNOS])(?:"  # what any of them begins with
    + "|".join(
        (
            r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)",  # 2021-01-13
            # 2021年1月8日
            rf"{_YEAR}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?|\d{{1,2}}月(?:\d{{1,2}}日)?",
            rf"(?<!\d)\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR}(?!\d)",  # 13.01.2021
            # 8 January 2021, 8. Januar 2021, 8 de enero de 2021
            rf"(?<![\d.,])\d{{1,2}}(?:\.|er|st|nd|rd|th)?\s(?:de\s)?[^\W\d_]{{3,12}}\.?\s(?:de\s)?{_YEAR}(?!\d)",
            rf"(?<![\d.,])\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}",
            rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|[.,]\d)",
            # 2020, 2016-2020, 2019/20; not 2,020 or 2020%
            rf"(?<![\d.,$€£¥]){_YEAR}(?:[-–/](?:{_YEAR}|\d\d))?(?!\d|[.,]\d|\s?[%万亿])",
            rf"(?<=[{_LETTER}])[-.]?\d+(?:[-./]\d+)*",  # COVID-19, G20, PM2.5
            r"(?<![\d.,])\d{1,2}(?:[A-Z]\b|st\b|nd\b|rd\b|th\b)",  # 5G, 18F, 14th
        )
    )
    + ")"
)
"""Digits that are no figure: dates, years, names."""
_NOTABLE = re.compile(r"[{}\d]")
"""What a text has in it with which anything can be wrong."""
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?%?")


def problems_of_texts(checked: Checked, languages: Sequence[str]) -> Iterator[Problem]:
    """Everything that is wrong with the words of a file."""
    there = {code for written in checked.texts for code in written.text.by_language}
    known = [language for language in languages if language in there]
    yield from _languages_without_texts(checked.record, there, languages)
    labels = _Labels(checked.record)
    for written in checked.texts:
        for language in known:
            said = written.text.in_language(language)
            if said is None:
                if _is_missing(written):
                    where = checked.record.place(written.path)
                    yield problem("BB056", where, language=language)
            elif written.shape.type is Text and _NOTABLE.search(said):
                at = _At(checked.record, written.path, language)
                yield from _problems_of_text(at, said, written, labels)
    for language in known:
        yield from labels.problems(language)


class _At(NamedTuple):
    """A text in one language."""

    record: Record
    path: str
    language: str

    def problem(self, code: str, **values: object) -> Problem:
        """A problem of this text."""
        path = _path(self.record, self.path, self.language)
        return problem(code, self.record.place(path), **values)


def _languages_without_texts(
    record: Record, there: set[str], languages: Sequence[str]
) -> Iterator[Problem]:
    """One problem for a language that the whole file lacks, instead of one for each text."""
    have = ", ".join(f"`{code}`" for code in sorted(there) if code != "*")
    for language in languages:
        if language and language not in there and have:
            where = record.place("languages")
            yield problem("BB057", where, language=shown(language), have=have)


def _is_missing(written: Written) -> bool:
    """It has words, is used, and should have them in every language."""
    name = written.path.rpartition(".")[2]
    return bool(written.text.by_language) and name != _MAY_LACK_A_LANGUAGE


def _path(record: Record, path: str, language: str) -> str:
    inner = f"{path}.{language}"
    return inner if inner in record.places else path


def _problems_of_text(at: _At, said: str, written: Written, labels: "_Labels") -> Iterator[Problem]:
    if not written.shape.cites:
        if "{" in said or "}" in said:
            yield at.problem("BB045")
        return
    try:
        found = pieces(said)
    except CitationError as error:
        yield at.problem("BB044", found=shown(str(error)))
        return
    for citation in found:
        if isinstance(citation, Citation):
            yield from _problems_of_citation(at, citation, written.path, labels)
    length = labels.length(found, at.language)
    if length > LONGEST >= len(said):
        yield at.problem("BB063", limit=f"{LONGEST:,}")
    words = typed_digits(said) if _DIGITS.search(said) else ""
    if typed := _DIGITS.findall(_MEANT.sub(" ", words)) if words else []:
        yield at.problem("BB072", found=", ".join(f"`{shown(digits)}`" for digits in typed[:5]))


def _problems_of_citation(
    at: _At, citation: Citation, path: str, labels: "_Labels"
) -> Iterator[Problem]:
    known = labels.known.get(citation.figure)
    if citation.figure == COUNT:
        if path != "closing_title" or citation.attribute:
            yield at.problem("BB046")
    elif known is None:
        told = hint(citation.figure, labels.known, "the file has no figure yet")
        yield at.problem("BB042", id=shown(citation.figure), hint=told)
    elif path.startswith(f"{known.path}.") and citation.attribute != "scope":
        yield at.problem("BB047", id=citation.figure, hint="a label says what is counted")
    elif citation.attribute == "scope" and not _has_scope(known.figure, at.language):
        yield at.problem("BB048", id=citation.figure, attribute="scope", field="scope")
    elif citation.attribute == "change" and known.figure.previous is None:
        yield at.problem("BB048", id=citation.figure, attribute="change", field="previous")


def _has_scope(figure: Figure, language: str) -> bool:
    return figure.scope is not None and figure.scope.in_language(language) is not None


class _Known(NamedTuple):
    figure: Figure
    path: str


class _Labels:
    """Labels that cite labels: how long they get, and whether they ever end."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.known = {
            figure.id: _Known(figure, f"areas[{i}].figures[{j}]")
            for i, area in reversed(list(enumerate(record.areas)))
            for j, figure in reversed(list(enumerate(area.figures)))
            if figure.id
        }
        self._lengths: dict[tuple[str, str], int] = {}
        self._circles: dict[tuple[str, str], None] = {}

    def length(
        self, found: Sequence[str | Citation], language: str, trail: tuple[str, ...] = ()
    ) -> int:
        """About how many characters a text has when its citations are filled."""
        total = 0
        for piece in found:
            if isinstance(piece, str):
                total += len(piece)
            elif piece.attribute == "label":
                total += self._label(piece.figure, language, trail)
            else:
                total += _LONGEST_NUMBER
        return total

    def problems(self, language: str) -> Iterator[Problem]:
        """Labels that cite each other in a circle, or too deep."""
        for id_ in self.known:
            self._label(id_, language, ())
        for id_, of_language in self._circles:
            if of_language == language:
                path = _path(self._record, f"{self.known[id_].path}.label", language)
                told = "let one of the labels say it in words"
                yield problem("BB047", self._record.place(path), id=id_, hint=told)

    def _label(self, id_: str, language: str, trail: tuple[str, ...]) -> int:
        known = self.known.get(id_)
        said = known.figure.label.in_language(language) if known else None
        if said is None:
            return 0
        if id_ in trail[:-1] or len(trail) > _DEEPEST:
            self._circles[trail[-1], language] = None
            return 0
        if id_ in trail:  # its own label: reported where it stands
            return 0
        if (id_, language) not in self._lengths:
            try:
                found = pieces(said)
            except CitationError:
                found = ()
            self._lengths[id_, language] = self.length(found, language, (*trail, id_))
        return self._lengths[id_, language]
