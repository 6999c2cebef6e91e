"""X2: page and deck say the same, figure by figure; and no number that the data do not give.

In: a finished page, a finished deck, the Record. Out: a list of faults, empty if they agree.
The words of a figure come from `known`, which is written without the program's own wording; the
files are read with PDFium and python-pptx.
Not for: the place of a text (X1, `page_text`), or files that other programs changed (`verify`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bureau_brief.record import Record
from tests.checks import deck
from tests.checks.known import QUALIFIERS, folded, known_numbers, numbers, phrases
from tests.checks.page_file import reader_text


class Pair(NamedTuple):
    """Both finished files, and what they were made from."""

    page: bytes
    deck: bytes
    record: Record
    dropped: frozenset[str] = frozenset()
    """Ids of the figures that the page says it leaves out."""

    def on_page(self) -> str:
        """What stands on the page."""
        return folded(reader_text(self.page)).casefold()

    def on_slides(self) -> str:
        """What can be seen on the slides."""
        slides = deck.Finished(self.deck, self.record).slides
        return folded(" | ".join(map(deck.said, slides))).casefold()

    def in_notes(self) -> str:
        """What the speaker notes say."""
        slides = deck.Finished(self.deck, self.record).slides
        return " | ".join(map(deck.notes, slides)).casefold()


def disagreements(pair: Pair) -> list[str]:
    """Every fault of a pair."""
    places = {"page": pair.on_page(), "slides": pair.on_slides(), "notes": pair.in_notes()}
    faults = [*_missing(pair, places["page"], f"{places['slides']} | {places['notes']}")]
    for place, text in places.items():
        faults += [f"{place}: {fault}" for fault in _unqualified(pair.record, text)]
    return faults


def unknown_numbers(pair: Pair) -> list[str]:
    """Numbers of either file that neither the data nor the count of slides account for."""
    finished = deck.Finished(pair.deck, pair.record)
    known = known_numbers(pair.record, "en")
    counts = {str(number) for number in range(1, len(finished.slides) + 1)}
    counts.add(str(len(phrases(pair.record)) - len(pair.dropped)))
    shown = {"page": pair.on_page(), "slides": pair.on_slides(), "notes": pair.in_notes()}
    return [
        f"{place}: {number}"
        for place, text in shown.items()
        for number in numbers(text)
        if number not in known | counts
    ]


def _missing(pair: Pair, page: str, slides: str) -> Iterator[str]:
    """Figures that one of the files does not state, in the words of the other."""
    for id_, phrase in phrases(pair.record).items():
        said = phrase.casefold()
        if id_ not in pair.dropped and not _times(said, page):
            yield f"page: {phrase!r} of {id_} is missing"
        if not _times(said, slides):
            yield f"deck: {phrase!r} of {id_} is missing"


def _unqualified(record: Record, text: str) -> Iterator[str]:
    """Numbers of one figure only that stand without their qualifier, or with a strange one."""
    known = {id_: phrase.casefold() for id_, phrase in phrases(record).items()}
    bare = {id_: _bare(phrase) for id_, phrase in known.items()}
    for id_, phrase in known.items():
        if _shared(bare, id_):
            continue
        if _times(phrase, text) < _times(bare[id_], text):
            yield f"{bare[id_]!r} of {id_} stands without its qualifier"
        for qualifier in filter(None, QUALIFIERS.values()):
            if not phrase.startswith(qualifier) and _times(qualifier + bare[id_], text):
                yield f"{bare[id_]!r} of {id_} stands with {qualifier!r}"


def _bare(phrase: str) -> str:
    """The number with its unit."""
    return next((phrase.removeprefix(q) for q in QUALIFIERS.values() if q and phrase.startswith(q)),
                phrase)  # fmt: skip


def _shared(bare: dict[str, str], id_: str) -> bool:
    """Whether the number is too short, or another figure's begins so: nobody knows whose it is."""
    own = bare[id_]
    return len(own) < 3 or any(o.startswith(own) for other, o in bare.items() if other != id_)


def _times(phrase: str, text: str) -> int:
    return len(re.findall(rf"(?<![\w.,$]){re.escape(phrase)}(?!\d|[.,]\d)", text))
