"""Which figures of an area stand together on a slide, and which areas share one.

In: ids of figures, and of those that a drawn relation needs; the number of slides that each
area asks for. Out: ids, slide by slide. Nothing is left out.
Not for: what a slide says (`areas`, `frames`), or its form (the deck's plan).
"""

import itertools
from collections.abc import Collection, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from bureau_brief.brief import About

MOST_TOGETHER = 6
"""Figures on a slide, and areas on a shared one."""
MOST_TARGETS = 3
"""Figures on a slide that shows targets."""
ROW = 3
"""Areas in a row of a shared slide."""
MOST_BESIDE = 2
"""With more figures beside a relation that fills a slide, they get a slide of their own."""

Ids = tuple[str, ...]


class Group(NamedTuple):
    """Figures that stand together, and what they show."""

    about: About
    figures: Ids


def divided(
    ids: Sequence[str], first: Collection[str], drawn: Mapping[About, Collection[str]]
) -> list[Group]:
    """The figures `ids` slide by slide.

    `first`: those that belong on the first slide, as its title cites them. `drawn`: for each
    relation of the area the figures that it draws together, the relation to be preferred first.
    """
    if "targets" in drawn:
        return _against_targets(ids, drawn["targets"])
    if "series" in drawn:
        return _with_series(ids, drawn["series"])
    for about, group in drawn.items():
        beside = [id_ for id_ in ids if id_ not in group]
        if not beside:
            return [Group(about, tuple(ids))]
    if drawn:
        about, group = next(iter(drawn.items()))
        beside = [id_ for id_ in ids if id_ not in group]
        if len(beside) > MOST_BESIDE or len(ids) > MOST_TOGETHER:
            return [Group(about, tuple(id_ for id_ in ids if id_ in group)), *_figures(beside)]
    return _led(ids, first)


def _against_targets(ids: Sequence[str], targets: Collection[str]) -> list[Group]:
    """Results with targets, few on a slide; those without fill the last, or have their own."""
    groups = even([id_ for id_ in ids if id_ in targets], MOST_TARGETS)
    beside = [id_ for id_ in ids if id_ not in targets]
    if beside and len(groups[-1]) + len(beside) <= MOST_TARGETS:
        shown = {*groups[-1], *beside}
        groups[-1], beside = tuple(id_ for id_ in ids if id_ in shown), []
    return [*(Group("targets", group) for group in groups), *_figures(beside)]


def _with_series(ids: Sequence[str], drawn: Collection[str]) -> list[Group]:
    """The figure with its periods; one or two others stand below them."""
    beside = [id_ for id_ in ids if id_ not in drawn]
    if len(beside) <= MOST_BESIDE:
        return [Group("series", tuple(ids))]
    return [Group("series", tuple(drawn)), *_figures(beside)]


def _led(ids: Sequence[str], first: Collection[str]) -> list[Group]:
    """Figures in slides filled evenly, those of the title on the first."""
    size = len(even(ids)[0])
    leading = sorted(ids, key=lambda id_: id_ not in first)[:size]
    rest = [id_ for id_ in ids if id_ not in leading]
    return [Group("figures", tuple(id_ for id_ in ids if id_ in leading)), *_figures(rest)]


def _figures(ids: Sequence[str]) -> list[Group]:
    return [Group("figures", group) for group in even(ids)]


def even(ids: Sequence[str], most: int = MOST_TOGETHER) -> list[Ids]:
    """As few slides as hold them all, filled evenly, the first ones fuller."""
    slides = ceil(len(ids) / most)
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
