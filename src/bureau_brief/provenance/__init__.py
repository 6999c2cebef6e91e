"""Where figures come from: each phrase looked for in its source, and held against its figure.

In: a Record and the data file's folder (None: nothing is read, phrases are only compared).
Out: Problems, and where each phrase stands. Files of that folder and below are read, nothing
else; the network never.
Not for: sums (`arithmetic`).
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from bureau_brief.arithmetic.looking import At, each
from bureau_brief.beside import beside
from bureau_brief.phrases import folded, numbers_in
from bureau_brief.problems import Problem, problem
from bureau_brief.provenance.finding import Hit, Number, first_places, hits
from bureau_brief.provenance.stated import problems_of_stated
from bureau_brief.provenance.texts import Block, SourceError, blocks
from bureau_brief.record import Figure, Record

__all__ = ["Hit", "Sources", "problems_of_provenance"]

_MOST_SHOWN = 80


class Sources:
    """The files of a data file's sources, each read once, when it is first asked for."""

    def __init__(self, record: Record, folder: Path | None) -> None:
        self._record = record
        self._folder = folder
        self._read: dict[str, tuple[Block, ...] | SourceError] = {}
        self._files: dict[Path, tuple[Block, ...]] = {}
        self._numbers: dict[str, dict[Decimal, Number]] = {}

    def blocks(self, ref: str) -> tuple[Block, ...] | None:
        """The paragraphs of a source; None where it has no file that can be read."""
        found = self._found(ref)
        return None if isinstance(found, SourceError) else found

    def hits(self, figure: Figure) -> tuple[Hit, ...]:
        """Where the phrase of a figure stands in its source."""
        source = figure.source
        if source is None or not source.stated:
            return ()
        return hits(self.blocks(source.ref) or (), folded(source.stated))

    def number(self, ref: str, value: Decimal) -> Number | None:
        """Where a number first stands in a source; None if it does not."""
        if ref not in self._numbers:
            self._numbers[ref] = first_places(self.blocks(ref) or ())
        return None if value.is_nan() else self._numbers[ref].get(value)

    def problems(self) -> Iterator[Problem]:
        """Files that cannot be searched."""
        for ref in self._record.sources:
            found = self._found(ref)
            if isinstance(found, SourceError) and str(found):
                where = self._record.place(f"sources.{ref}.file")
                yield problem("BB131", where, reason=str(found))

    def _found(self, ref: str) -> tuple[Block, ...] | SourceError:
        if ref not in self._read:
            try:
                self._read[ref] = self._blocks(ref)
            except SourceError as error:
                self._read[ref] = error
        return self._read[ref]

    def _blocks(self, ref: str) -> tuple[Block, ...]:
        source = self._record.sources.get(ref)
        if source is None or not source.file or self._folder is None:
            raise SourceError
        path = beside(self._folder, source.file)
        if path is None:
            raise SourceError  # reported where the file is named
        if path not in self._files:
            self._files[path] = blocks(path)
        return self._files[path]


def problems_of_provenance(record: Record, folder: Path | None) -> Iterator[Problem]:
    """Everything in which a figure and its source differ."""
    sources = Sources(record, folder)
    yield from sources.problems()
    for one in each(record):
        if one.figure.source is not None:
            searched = sources.blocks(one.figure.source.ref)
            for phrase in _phrases(one.figure) if searched is not None else ():
                yield from _searched(one, phrase, sources)
            yield from _compared(one, searched or ())


class _Phrase(NamedTuple):
    """Words that a source is said to have, and the field that says so."""

    field: str
    words: str


def _phrases(figure: Figure) -> Iterator[_Phrase]:
    """What a figure quotes of its source."""
    source = figure.source
    if source is not None and source.stated:
        yield _Phrase("source.stated", source.stated)
    if source is not None and source.quote is not None and len(source.quote.by_language) == 1:
        yield _Phrase("source.quote", next(iter(source.quote.by_language.values())))
    if figure.leads_to is not None and figure.leads_to.stated:
        yield _Phrase("leads_to.stated", figure.leads_to.stated)


def _compared(one: At, searched: tuple[Block, ...]) -> list[Problem]:
    """The phrase as it reads in the source, else alone; the reading that agrees best counts."""
    stated = folded(one.figure.source.stated or "") if one.figure.source else ""
    readings = [hit.own for hit in hits(searched, stated)] or [numbers_in(stated)]
    return min(([*problems_of_stated(one, reading)] for reading in readings), key=len)


def _searched(one: At, phrase: _Phrase, sources: Sources) -> Iterator[Problem]:
    """Not found, or found where different things are meant."""
    ref = one.figure.source.ref if one.figure.source else ""
    found = hits(sources.blocks(ref) or (), folded(phrase.words))
    values = {"phrase": phrase.words[:_MOST_SHOWN], "file": one.record.sources[ref].file}
    if not found:
        number = sources.number(ref, one.figure.value)
        near = "neither the phrase nor its number"
        near = f"`{number.words}` in {number.place}" if number else near
        yield one.problem("BB132", phrase.field, found=near, **values)
    elif any(not (a.near <= b.near or b.near <= a.near) for a in found for b in found):
        places = " and ".join(dict.fromkeys(hit.place for hit in found[:5]))
        yield one.problem("BB133", phrase.field, places=places, **values)
