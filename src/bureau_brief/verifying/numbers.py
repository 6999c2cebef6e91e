"""Numbers in a file held against the data themselves, whatever the wording made of them.

In: the places of a file that say what their plan says, and the Facts of the data. Out:
Differences: a place that should state a figure and does not, or not with its qualifier. Numbers
are read as those of a source are; nothing here knows how they were written.
Not for: places that differ from their plan (`comparing` has said so).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bureau_brief.phrases import Said as Number
from bureau_brief.phrases import folded, numbers_in
from bureau_brief.record import Fact, Facts
from bureau_brief.verifying.values import Difference, Held, Said

_ALIKE = {"more_than": "over"}


def contradicted(held: Iterable[Held], stated: Facts) -> Iterator[Difference]:
    """Figures that a place should state by its plan, and does not by the data."""
    said = (one.expected for one in held if one.expected and not one.differences)
    for place, there in groupby(said, key=lambda one: one.place):
        yield from _at(place, list(there), stated)


def _at(place: str, there: list[Said], stated: Facts) -> Iterator[Difference]:
    """One place: what it says in several paragraphs belongs together."""
    ids = dict.fromkeys(id_ for said in there for id_ in said.figures if id_ in stated)
    if not ids:
        return
    text = " ".join(said.text for said in there)
    numbers = numbers_in(folded(text))
    for id_ in ids:
        fact = stated[id_]
        same = [number for number in numbers if fact.value in number.readings]
        if not same:
            found = ", ".join(number.words for number in numbers)
            yield Difference("different", place, f"{fact.value:f}", found, id_)
        elif not any(_qualified(number, fact) for number in same) and not there[0].bare:
            yield Difference("qualifier", place, _written(fact), same[0].words, id_)


def _qualified(number: Number, fact: Fact) -> bool:
    return number.qualifier == _ALIKE.get(fact.qualifier, fact.qualifier)


def _written(fact: Fact) -> str:
    return f"{fact.qualifier.replace('_', ' ')} {fact.value:f}"
