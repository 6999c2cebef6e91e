"""Which figures of an area stand together on a slide, and which areas share one.

In: ids of figures, and of those that a drawn relation needs; the number of slides that each
area asks for. Out: ids, slide by slide. Nothing is left out.
Not for: what a slide says (`areas`, `frames`), or its form (the deck's plan).
"""

import itertools
from collections.abc import Collection, Sequence
from math import ceil

MOST_TOGETHER = 6
"""Figures on a slide, and areas on a shared one."""
ROW = 3
"""Areas in a row of a shared slide."""
MOST_BESIDE = 2
"""With more figures beside a relation that fills a slide, they get a slide of their own."""

Ids = tuple[str, ...]


def divided(
    ids: Sequence[str], first: Collection[str], drawn: Sequence[Collection[str]]
) -> list[Ids]:
    """The figures `ids` slide by slide.

    `first`: those that belong on the first slide, as its title cites them. `drawn`: for each
    relation of the area the figures that are drawn together; one that shows all is preferred.
    """
    whole = next((group for group in drawn if set(ids) <= set(group)), None)
    group = whole or (drawn[0] if drawn else ())
    beside = [id_ for id_ in ids if id_ not in group]
    if group and (len(beside) > MOST_BESIDE or len(ids) > MOST_TOGETHER):
        return [tuple(id_ for id_ in ids if id_ in group), *even(beside)]
    size = ceil(len(ids) / ceil(len(ids) / MOST_TOGETHER))
    leading = sorted(ids, key=lambda id_: id_ not in first)[:size]
    rest = [id_ for id_ in ids if id_ not in leading]
    return [tuple(id_ for id_ in ids if id_ in leading), *even(rest)]


def even(ids: Sequence[str]) -> list[Ids]:
    """As few slides as hold them all, filled evenly, the first ones fuller."""
    slides = ceil(len(ids) / MOST_TOGETHER)
    size, fuller = divmod(len(ids), slides) if slides else (0, 0)
    ends = [size * number + min(number, fuller) for number in range(slides + 1)]
    return [tuple(ids[start:end]) for start, end in itertools.pairwise(ends)]


def rows(ids: Sequence[str]) -> list[Ids]:
    """As few slides as hold them all, in whole rows where that can be, the last with one."""
    slides, left = divmod(len(ids), MOST_TOGETHER)
    full = slides - 1 if slides and 0 < left < ROW else slides
    start = full * MOST_TOGETHER
    last = len(ids) - ROW if full < slides else len(ids)
    ends = [*range(0, start + 1, MOST_TOGETHER), last, len(ids)]
    return [tuple(ids[a:b]) for a, b in itertools.pairwise(ends) if a < b]


def sharing(slides: Sequence[int], priorities: Sequence[int], room: int) -> list[int]:
    """The areas (from 0) without slides of their own, where `room` slides hold all of them.

    `slides`: how many each area asks for. Those of highest priority get theirs. If even shared
    slides are too many, every area shares one.
    """
    ranked = sorted(range(len(slides)), key=lambda index: priorities[index])
    for own in range(len(ranked), 0, -1):
        needed = sum(slides[index] for index in ranked[:own])
        if needed + ceil((len(ranked) - own) / MOST_TOGETHER) <= room:
            return sorted(ranked[own:])
    return list(range(len(ranked)))
