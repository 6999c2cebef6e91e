"""Texts of the data file, finished: citations filled with numbers of one language.

In: a Record and a Wording. Out: brief.Texts that know their field and their figures.
Not for: which texts a briefing has (`areas`, `frames`).
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from bureau_brief.brief import NOTHING, Part, Saying, Text, capitalised, words
from bureau_brief.citations import Citation, pieces, without_brackets
from bureau_brief.record import Area, Figure, Record
from bureau_brief.record import Text as Words
from bureau_brief.resolving.choosing import qualifier
from bureau_brief.values import replace
from bureau_brief.wording import Wording, joined

_MARKED = re.compile(r"[{}\[]")
_SENTENCE_END = re.compile(
    r"(?<=[^\s.]{4})[.!?…][\"'”’»“)]*(?=\s+(\S))|[。！？][”’」』）]*(?=(\S))"
)
"""Behind a word that is too long for an abbreviation; what follows it is caught."""

_Made = TypeVar("_Made")

FIGURE_COUNT = "count"  # {count} in a closing title


class Known(NamedTuple):
    """A figure with its area and its path in the data file."""

    figure: Figure
    area: Area
    path: str


class Speaker:
    """Says what the Record holds in one language."""

    def __init__(self, record: Record, wording: Wording) -> None:
        self.record = record
        self.wording = wording
        self.known = {
            figure.id: Known(figure, area, f"areas[{i}].figures[{j}]")
            for i, area in enumerate(record.areas)
            for j, figure in enumerate(area.figures)
        }
        self.figures = record.figures()
        self._sources: dict[str, str] = {}
        self._kept: dict[tuple[str, ...], Any] = {}
        self._fixed: dict[tuple[str, ...], Text] = {}

    def plain(self, text: Words | None) -> str:
        """A text of the file in this language; empty for none."""
        return (text.in_language(self.wording.language) or "") if text else ""

    def said(self, text: Words | None, path: str) -> Text:
        """A text of the file with its citations filled."""
        return self._filled(self.plain(text), path)

    def shortened(self, text: Words | None, path: str) -> Text:
        """The same, with its first sentence as the shorter form where it has more of them."""
        written = self.plain(text)
        first = first_sentence(written)
        said, short = self._filled(written, path), self._filled(first, path)
        return said if first == written else replace(said, shorter=short)

    def _filled(self, written: str, path: str) -> Text:
        if not written:
            return NOTHING
        if not _MARKED.search(written):
            return words(written, path)
        out = ""
        figures: list[str] = []
        for piece in pieces(written):
            if isinstance(piece, Citation):
                filled = self._cited(piece)
                out += str(filled)
                figures += filled.figures
            else:
                out += without_brackets(piece)
        return words(out, path, tuple(figures))

    def title(self, text: Words | None, path: str) -> Text:
        """A text that stands alone as a title: a capital, articles bound to their noun."""
        return self.as_title(self.said(text, path))

    def as_title(self, text: Text) -> Text:
        """`text` with a capital, its articles bound to the next word."""
        parts = tuple(Part(part.kind, self.wording.bound(part.text)) for part in text.parts)
        return capitalised(replace(text, parts=parts))

    def number(self, figure: Figure) -> Text:
        """`an estimated 22,246` in parts."""
        return self.once("number", figure, self._number)

    def _number(self, figure: Figure) -> Text:
        said = qualifier(self.figures, figure)
        parts = self.wording.amount(figure.value, figure.unit, said)
        return Text(parts, f"{self.known[figure.id].path}.value", (figure.id,))

    def label(self, figure: Figure) -> Text:
        """What is counted, without the number."""
        return self.once("label", figure, self._label)

    def _label(self, figure: Figure) -> Text:
        return self.said(figure.label, f"{self.known[figure.id].path}.label")

    def conversion(self, figure: Figure) -> str:
        """`($305,000)`; empty where nothing is converted."""
        return self.once("conversion", figure, self._conversion)

    def _conversion(self, figure: Figure) -> str:
        return self.wording.conversion(figure.converted) if figure.converted else ""

    def in_text(self, figure: Figure) -> Text:
        """`over 200,000 job seekers`, `1.98 million yuan ($305,000)`."""
        return self.once("in_text", figure, self._in_text)

    def _in_text(self, figure: Figure) -> Text:
        number = self.number(figure)
        noun = self.wording.noun(figure.counts, figure.value)
        text = self.wording.in_text(joined(number.parts), noun, self.conversion(figure))
        return words(text, number.path, counted(figure))

    def scope(self, figure: Figure) -> str:
        """Its scope; a rate has its whole's."""
        whole = self.known[figure.rate_of.whole].figure if figure.rate_of else figure
        return self.plain(figure.scope or whole.scope)

    def source(self, ref: str) -> str:
        """`Guiyang China, 13 January 2021`: a source in a few words."""
        if ref not in self._sources:
            source = self.record.sources[ref]
            self._sources[ref] = self.wording.sentence(
                "source_short",
                name=self.plain(source.short) or self.plain(source.title),
                date=self.wording.date(source.date),
            )
        return self._sources[ref]

    def sources(self, figures: Iterable[Figure]) -> str:
        """The sources of several figures, each once."""
        refs = dict.fromkeys(figure.source.ref for figure in figures if figure.source)
        return self.wording.stated([self.source(ref) for ref in refs])

    def once(
        self, kind: str, figure: Figure, make: Callable[[Figure], _Made], of: str = ""
    ) -> _Made:
        """What `make` says of the figure (`of` what else), made once: several slides show it."""
        key = (kind, figure.id, of)
        if key not in self._kept:
            self._kept[key] = make(figure)
        said: _Made = self._kept[key]
        return said

    def naming(self, key: str, **values: str) -> Saying:
        """A sentence with blanks that names the data file, if there is one."""
        saying, file = self.wording.saying, self.record.file
        unnamed = saying(key, file="", **values)
        return replace(saying(key, file=file, **values), unnamed=unnamed) if file else unnamed

    def fixed(self, key: str, **values: str) -> Text:
        """A sentence of the templates that many figures share, made once."""
        kept = (key, *values.values())
        if kept not in self._fixed:
            self._fixed[kept] = self.wording.text(key, (), **values)
        return self._fixed[kept]

    def _cited(self, citation: Citation) -> Text:
        if citation.figure == FIGURE_COUNT and FIGURE_COUNT not in self.known:
            return words(self.wording.digits(count(self.record)))
        figure = self.known[citation.figure].figure
        if citation.attribute == "number":
            return self.number(figure)
        if citation.attribute == "label":
            return self.label(figure)
        if citation.attribute == "scope":
            return words(self.scope(figure))
        if citation.attribute == "change":
            return words(self._change(figure))
        return self.in_text(figure)

    def _change(self, figure: Figure) -> str:
        """How it changed; nothing where the file gives no earlier value."""
        before = figure.previous
        if before is None:
            return ""
        said = replace(figure, qualifier=qualifier(self.figures, figure))
        return self.wording.change(said, before, self.plain(before.period))


def first_sentence(text: str) -> str:
    """The first of its sentences; all of it where none surely ends: before a digit or a small
    letter none does (`approx. 300`), nor behind a short word (`Dr. Li`, `am 3. Mai`)."""
    for end in _SENTENCE_END.finditer(text):
        following = end.group(1) or end.group(2)
        if not (following.islower() or following.isdigit()):
            return text[: end.end()]
    return text


def counted(figure: Figure) -> tuple[str, ...]:
    """The ids that a figure counts for: its own, and its conversion's."""
    return (figure.id, f"{figure.id}.converted") if figure.converted else (figure.id,)


def count(record: Record) -> int:
    """How many figures the file states, conversions included."""
    return sum(len(counted(figure)) for figure in record.figures().values())
