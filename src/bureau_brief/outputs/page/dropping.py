"""Which figures a page leaves out where not all fit, and what is never left out.

In: a Brief, and whether a choice of figures fits. Out: a Kept.
Not for: how figures are set (`dense`, `index`).
"""

from collections.abc import Callable, Mapping, Sequence

from bureau_brief.brief import Area, Brief, Figure
from bureau_brief.values import replace, value

KEEP = 1
"""The priority of figures that are never left out."""


@value
class Kept:
    """The figures that a page shows, by area: the main one first, then in data order."""

    ids: Mapping[str, frozenset[str]]

    @classmethod
    def all_of(cls, brief: Brief) -> "Kept":
        """Every figure."""
        return cls({area.id: frozenset(f.id for f in area.figures) for area in brief.areas})

    def figures(self, area: Area) -> list[Figure]:
        """The figures of an area that get a line of their own: not those that another says."""
        kept = [figure for figure in main_first(area) if figure.id in self.ids[area.id]]
        said = {id_ for figure in kept for id_ in figure.lone_label.figures}
        return [figure for figure in kept if figure.id not in said or figure.id == area.main]

    def without(self, area: Area, figure: Figure) -> "Kept":
        """One figure less."""
        return replace(self, ids={**self.ids, area.id: self.ids[area.id] - {figure.id}})

    def with_(self, area: Area, figure: Figure) -> "Kept":
        """One figure more."""
        return replace(self, ids={**self.ids, area.id: self.ids[area.id] | {figure.id}})


def main_first(area: Area) -> list[Figure]:
    """The main figure, then the others in data order."""
    return sorted(area.figures, key=lambda figure: figure.id != area.main)


def fewest_dropped(
    brief: Brief, fits: Callable[[Kept], bool], tallest: Callable[[Kept], Sequence[Area]]
) -> Kept:
    """Figures are left out one by one until the others fit; then those that still fit return.

    The next one goes from the area with most figures among the `tallest`, its lowest priority
    first. The answer may still be too high: then nothing is left that may go.
    """
    kept = Kept.all_of(brief)
    dropped: list[tuple[Area, Figure]] = []
    while not fits(kept):
        ids = kept.ids
        areas = sorted(tallest(kept), key=lambda area: -len(ids[area.id]))
        found = ((area, _droppable(area, kept)) for area in areas)
        area, figures = next(((a, some) for a, some in found if some), (None, []))
        if area is None:
            return kept
        figure = max(figures, key=lambda one: one.priority)
        kept = kept.without(area, figure)
        dropped.append((area, figure))
    for area, figure in sorted(dropped, key=lambda pair: pair[1].priority):
        more = kept.with_(area, figure)
        if fits(more) and not _lacking(area, figure, kept):
            kept = more
    return kept


def _lacking(area: Area, figure: Figure, kept: Kept) -> bool:
    """Whether a rate would stand without its part or its whole."""
    return any(
        one.id in figure.rests_on and one.id not in kept.ids[area.id] for one in area.figures
    )


def _droppable(area: Area, kept: Kept) -> list[Figure]:
    """The figures of an area that may go, the last first: no main one, none of priority 1, no
    part and no whole of a rate that is shown."""
    rates = [figure for figure in area.figures if figure.id in kept.ids[area.id]]
    bound = {area.main, *(id_ for figure in rates for id_ in figure.rests_on)}
    shown = kept.figures(area)
    return [f for f in reversed(shown) if f.id not in bound and f.priority > KEEP]
