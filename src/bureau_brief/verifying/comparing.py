"""Two lists of leaves held against each other: what differs, where, and of which kind.

In: the leaves that a plan expects, those that a file has, and the Known figures. Out: one Held
for each place, in reading order.
Not for: how a difference is worded (`messages`).
"""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar

from bureau_brief.verifying.known import Known
from bureau_brief.verifying.values import (
    Difference,
    Held,
    Kind,
    Leaf,
    Said,
    Section,
    folded,
    numbers,
    same,
)

IN_ORDER = ("texts", "notes")
"""Sections whose places are told apart by their order; those of the others by their names."""


def compare(wanted: Sequence[Leaf], found: Sequence[Leaf], known: Known) -> Iterator[Held]:
    """Every place of both, held against the other."""
    for one, other in _aligned(wanted, found, _title):
        if one and other:
            yield from _sections(one, other, known)
        elif one:
            yield from _lost(one, known)
        elif other:
            yield from _added(other, known)


_Any = TypeVar("_Any")


def _aligned(
    wanted: Sequence[_Any], found: Sequence[_Any], key: Callable[[_Any], str]
) -> Iterator[tuple[_Any | None, _Any | None]]:
    """Side by side: by order, or by what their keys say where one list is longer."""
    if len(wanted) == len(found):
        yield from zip(wanted, found, strict=True)
        return
    keys = [key(item) for item in wanted], [key(item) for item in found]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for _kind, start, end, other_start, other_end in matcher.get_opcodes():
        yield from zip_longest(wanted[start:end], found[other_start:other_end])


def _title(leaf: Leaf) -> str:
    first = next(iter(leaf.sections.values()))
    return folded(first[0].text) if first else ""


def _lost(leaf: Leaf, known: Known) -> Iterator[Held]:
    """A leaf that the file does not have: said once, and every figure on it is missing."""
    yield Held(None, (Difference("leaf", leaf.name, _title(leaf), ""),))
    for expected in (said for section in leaf.sections.values() for said in section):
        yield Held(expected, tuple(_numbers(expected, expected.place, "", known)))


def _added(leaf: Leaf, known: Known) -> Iterator[Held]:
    """A leaf that the data do not ask for, and the numbers on it that they do not give."""
    yield Held(None, (Difference("leaf", leaf.name, "", _title(leaf)),))
    for said in (said for section in leaf.sections.values() for said in section):
        stray = [d for d in _stray(said, known) if d.kind == "unknown"]
        yield Held(None, tuple(stray))


def _sections(wanted: Leaf, found: Leaf, known: Known) -> Iterator[Held]:
    for name in dict.fromkeys([*wanted.sections, *found.sections]):
        expected, there = wanted.sections.get(name, ()), found.sections.get(name, ())
        for one, other in _places(name, expected, there):
            if one and other and _equal(name, one.text, other.text):
                yield Held(one)
            elif one:
                yield Held(one, tuple(_differences(one, other, known)))
            elif other:
                yield Held(None, tuple(_stray(other, known)))


def _places(
    name: str, wanted: Section, found: Section
) -> Iterator[tuple[Said | None, Said | None]]:
    """Places side by side, by their order or by their names."""
    if name in IN_ORDER:
        yield from _aligned(wanted, found, lambda said: folded(said.text))
        return
    there: dict[str, list[Said]] = {}
    for other in found:
        there.setdefault(other.place, []).append(other)
    for one in wanted:  # a chart keeps its categories once a series: each is held against the cell
        for same_place in there.pop(one.place, [None]):
            yield one, same_place
    for others in there.values():
        yield from ((None, other) for other in others)


def _equal(section: str, wanted: str, found: str) -> bool:
    if same(wanted, found):
        return True
    value = _value(wanted)
    return section not in IN_ORDER and value is not None and value == _value(found)


def _value(text: str) -> float | None:
    """What a cell of a sheet holds, however many zeros a program writes behind it."""
    try:
        return float(text)
    except ValueError:
        return None


def _stray(said: Said, known: Known) -> Iterator[Difference]:
    """A text where none should be: its numbers, or its words."""
    found = numbers(said.text)
    for number in found:
        yield _unasked(said.place, number, known)
    if not found:
        yield Difference("text", said.place, "", folded(said.text))


def _unasked(place: str, number: str, known: Known) -> Difference:
    """A number where none should be: one of the brief's, or one that nobody gave."""
    kind: Kind = "stray" if number in known.numbers else "unknown"
    return Difference(kind, place, "", number, other=known.figure(number))


def _differences(expected: Said, found: Said | None, known: Known) -> Iterator[Difference]:
    """In what a text differs: in its numbers, else in the words around them, else elsewhere."""
    place, text = (found.place, found.text) if found else (expected.place, "")
    about_numbers = list(_numbers(expected, place, text, known))
    about_figures = about_numbers or list(_around(expected, place, text, known))
    whole = Difference("text", place, folded(expected.text), folded(text))
    yield from about_figures or [whole]


def _numbers(expected: Said, place: str, text: str, known: Known) -> Iterator[Difference]:
    for number, there in _aligned(numbers(expected.text), numbers(text), str):
        figure = known.figure(number, expected.figures) if number else ""
        if number and there and number != there:
            other = known.figure(there)
            kind: Kind = "swapped" if other and figure else "different"
            yield Difference(kind, place, number, there, figure, other)
        elif number and not there:
            yield Difference("missing", place, number, "", figure)
        elif there and not number:
            yield _unasked(place, there, known)


def _around(expected: Said, place: str, text: str, known: Known) -> Iterator[Difference]:
    """Figures whose digits still stand there, but not with their qualifier or their unit."""
    wanted, found = folded(expected.text).casefold(), folded(text).casefold()
    for id_ in dict.fromkeys(expected.figures):
        kind = known.change(id_, wanted, found)
        if kind:
            full = known.printed[id_].full if known.printed[id_].full in wanted else wanted
            yield Difference(kind, place, full, folded(text), id_)
