"""Texts of the data file, finished: citations filled with numbers of one language.

In: a Record and a Wording. Out: brief.Texts that know their field and their figures.
Not for: which texts a briefing has (`areas`, `frames`).
"""

import re
from dataclasses import replace
from typing import NamedTuple

from bureau_brief.brief import NOTHING, Part, Text, capitalised, words
from bureau_brief.citations import Citation, pieces, without_brackets
from bureau_brief.record import Area, Figure, Noun, Record
from bureau_brief.record import Text as Words
from bureau_brief.wording import Wording, joined

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

    def plain(self, text: Words | None) -> str:
        """A text of the file in this language; empty for none."""
        return (text.in_language(self.wording.language) or "") if text else ""

    def said(self, text: Words | None, path: str) -> Text:
        """A text of the file with its citations filled."""
        written = self.plain(text)
        if not written:
            return NOTHING
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
        bind = "|".join(map(re.escape, self.wording.words.lists.bind))
        if not bind:
            return capitalised(text)
        pattern = re.compile(rf"(?<!\S)({bind}) ", re.IGNORECASE)
        parts = tuple(Part(p.kind, pattern.sub("\\1\u00a0", p.text)) for p in text.parts)
        return capitalised(replace(text, parts=parts))

    def qualifier(self, figure: Figure) -> str:
        """Its own; a rate that is only computed takes the weaker one of its parts."""
        if figure.rate_of is None or figure.qualifier != "exact":
            return figure.qualifier
        if figure.source is not None and figure.source.stated:
            return figure.qualifier
        parts = (self.known[figure.rate_of.part], self.known[figure.rate_of.whole])
        return next((p.figure.qualifier for p in parts if p.figure.qualifier != "exact"), "exact")

    def number(self, figure: Figure) -> Text:
        """`an estimated 22,246` in parts."""
        parts = self.wording.number(figure, self.qualifier(figure))
        return Text(parts, self.known[figure.id].path, (figure.id,))

    def noun(self, counts: Noun | None, figure: Figure) -> str:
        """The counted noun that goes with the figure's value."""
        return self.wording.noun(counts, figure.value)

    def in_text(self, figure: Figure) -> Text:
        """`over 200,000 job seekers`."""
        number = joined(self.wording.number(figure, self.qualifier(figure)))
        noun = self.noun(figure.counts, figure)
        return words(self.wording.in_text(number, noun), self.known[figure.id].path, (figure.id,))

    def _cited(self, citation: Citation) -> Text:
        if citation.figure == FIGURE_COUNT and FIGURE_COUNT not in self.known:
            return words(str(count(self.record)))
        figure, _area, path = self.known[citation.figure]
        if citation.attribute == "number":
            return self.number(figure)
        if citation.attribute == "label":
            return self.said(figure.label, f"{path}.label")
        if citation.attribute == "scope":
            return words(self.plain(figure.scope))
        if citation.attribute == "change" and figure.previous is not None:
            return words(self.wording.change(figure, figure.previous), path)
        return self.in_text(figure)


def count(record: Record) -> int:
    """How many figures the file states, conversions included."""
    return sum(1 + (figure.converted is not None) for figure in record.figures().values())
