"""Numbers in a file held against the data themselves, whatever the wording made of them.

In: the places of a file that say what their plan says, and the Facts of the data. Out:
Differences: a place that should state a figure and does not, or not with its qualifier. Numbers
are read as those of a source are; nothing here knows how they were written. Words that are not
known (of another language, of an office's own templates) are never taken for a fault.
Not for: places that differ from their plan (`comparing` has said so).
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from bureau_brief.phrases import Said as Number
from bureau_brief.phrases import folded, numbers_in
from bureau_brief.phrases.folding import HAN
from bureau_brief.record import Fact, Facts
from bureau_brief.verifying.known import Known, Printed
from bureau_brief.verifying.values import Difference, Held, Said

_ALIKE = {"more_than": "over"}
_LETTER, _OTHER = f"[^\\W\\d_{HAN}]", f"[\\d%{HAN}]"
_GLUED = re.compile(f"(?<={_OTHER})(?={_LETTER})|(?<={_LETTER})(?={_OTHER})")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w]+(?=\d)")


def contradicted(held: Iterable[Held], stated: Facts, known: Known) -> Iterator[Difference]:
    """Figures that a place should state by its plan, and does not by the data."""
    said = (one.expected for one in held if one.expected and not one.differences)
    for place, there in groupby(said, key=lambda one: one.place):
        yield from _at(place, list(there), stated, known)


def _at(place: str, there: list[Said], stated: Facts, known: Known) -> Iterator[Difference]:
    """One place: what it says in several paragraphs belongs together."""
    ids = dict.fromkeys(id_ for said in there for id_ in said.figures if id_ in stated)
    if not ids:
        return
    texts = [said.text for said in there]
    numbers = [number for text in {" ".join(texts), *texts} for number in _read(text)]
    for id_ in ids:
        fact, printed = stated[id_], known.printed[id_]
        same = [number for number in numbers if fact.value in number.readings]
        same = same or [n for n in _unmeasured(" ".join(texts), fact) if fact.value in n.readings]
        if not same and not _unread(fact.value, numbers, " ".join(texts), printed.full):
            found = ", ".join(dict.fromkeys(number.words for number in numbers))
            yield Difference("different", place, f"{fact.value:f}", found, id_)
        elif same and not there[0].bare and not _qualified(same, fact, printed):
            yield Difference("qualifier", place, _written(fact), same[0].words, id_)


def _unmeasured(text: str, fact: Fact) -> Iterator[Number]:
    """The numbers of the text without the figure's measure, which may begin with a big word."""
    for measure in fact.measures:
        if measure in text:
            yield from _read(text.replace(measure, " "))


def _unread(value: Decimal, numbers: list[Number], text: str, printed: str) -> bool:
    """Whether the figure may well stand there in words that are not known.

    Its digits stand there, but no number with them was seen; or one was, and a word that is not
    known follows where the figure is printed: it may be a million.
    """
    digits = _digits(value)
    alike = any(_digits(reading) == digits for number in numbers for reading in number.readings)
    if not alike:
        return digits in _BETWEEN_DIGITS.sub("", text)
    said = _parted(folded(printed))
    return any(said[number.end :].lstrip(" -")[:1].isalpha() for number in numbers_in(said))


def _digits(value: Decimal) -> str:
    """The digits that count: 198 of 1,980,000."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def _read(text: str) -> tuple[Number, ...]:
    return numbers_in(_parted(folded(text)))


def _parted(text: str) -> str:
    """`1200APP用户` with its Latin letters apart: they belong to no number here."""
    return _GLUED.sub(" ", text)


def _qualified(same: Iterable[Number], fact: Fact, printed: Printed) -> bool:
    """Whether it stands with its qualifier, or one is printed in words that are not known."""
    wanted = _ALIKE.get(fact.qualifier, fact.qualifier)
    unknown = bool(printed.qualifier) and all(n.qualifier == "exact" for n in _read(printed.full))
    return unknown or any(number.qualifier == wanted for number in same)


def _written(fact: Fact) -> str:
    return f"{fact.qualifier.replace('_', ' ')} {fact.value:f}"
