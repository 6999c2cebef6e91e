"""A phrase looked for in the paragraphs of a source.

In: blocks and a folded phrase. Out: its hits, each with its place, the numbers of its sentence
and how its own numbers read there (`over 200,000` where the phrase is `200,000 job seekers`).
Not for: judging what was found (`stated`).
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from bureau_brief.phrases import Said, each_number, numbers_in
from bureau_brief.provenance.texts import Block

MOST_HITS, MOST_NUMBERS = 20, 20_000
_AROUND = 160  # characters that are read on either side of a phrase
_END = re.compile(r"[.!?;。！？；](?= |$|[^\x00-\x7f])")
_NUMBER_BEFORE = re.compile(r"[0-9][.,]?$")
_NUMBER_AFTER = re.compile(r"[.,]?[0-9]|[%万亿萬億千百余多]")


class Number(NamedTuple):
    """A number of a source."""

    place: str
    words: str


class Hit(NamedTuple):
    """One place where a phrase stands."""

    place: str
    own: tuple[Said, ...]
    """The numbers of the phrase, with what belongs to them in the sentence."""
    near: frozenset[Decimal]
    """The other numbers of the sentence."""


def hits(blocks: Iterable[Block], phrase: str) -> tuple[Hit, ...]:
    """Every place where the phrase stands as a whole; of very many the first ones."""
    found = (_hit(block, at, phrase) for block in blocks for at in _offsets(block.text, phrase))
    return tuple(islice(found, MOST_HITS))


def first_places(blocks: Iterable[Block]) -> dict[Decimal, Number]:
    """The numbers of a source by their values, with the first place where each stands."""
    places: dict[Decimal, Number] = {}
    every = ((block, said) for block in blocks for said in each_number(block.text))
    for block, said in islice(every, MOST_NUMBERS):
        for value in said.readings:
            places.setdefault(value, Number(block.place(said.start), said.words))
    return places


def _offsets(text: str, phrase: str) -> Iterator[int]:
    """Where the phrase begins; not inside a longer number or a longer word."""
    at = text.find(phrase) if phrase else -1
    while at >= 0:
        end = at + len(phrase)
        if not _goes_on_before(text[max(0, at - 2) : at], phrase[0]) and not _goes_on(
            phrase[-1], text[end : end + 2]
        ):
            yield at
        at = text.find(phrase, at + 1)


def _goes_on_before(before: str, first: str) -> bool:
    if first.isdigit():
        return _NUMBER_BEFORE.search(before) is not None
    return _is_latin(first) and _is_latin(before[-1:])


def _goes_on(last: str, after: str) -> bool:
    if last.isdigit():
        return _NUMBER_AFTER.match(after) is not None
    return _is_latin(last) and _is_latin(after[:1])


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < "\u0250"


def _hit(block: Block, at: int, phrase: str) -> Hit:
    start, end = _sentence(block.text, at, at + len(phrase))
    inside = range(at - start, at - start + len(phrase))
    numbers = numbers_in(block.text[start:end])
    own = tuple(said for said in numbers if said.start in inside)
    near = frozenset(said.readings[0] for said in numbers if said.start not in inside)
    return Hit(block.place(at), own, near)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence round a phrase, as far as it is read."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    ends = [match.end() for match in _END.finditer(text, low, start)]
    after = _END.search(text, end, high)
    return (ends[-1] if ends else low), (after.end() if after else high)
