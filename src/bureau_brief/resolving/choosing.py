"""Which figure, which areas, which qualifier: the choices that a data file leaves open.

In: a Record. Out: figures and areas of it.
Not for: which form draws them (the plans).
"""

import itertools
from collections.abc import Mapping

from bureau_brief.record import BOUNDS, Area, Facts, Figure, Qualifier, Record

KINDS = ("rate", "outcome", "reach", "activity", "input", "base")
FEWEST_AREAS = 3  # with fewer, an overview repeats the area slides
MOST_TILES = 6
TILES_BESIDE_A_RATE = 4

_TURNED: Mapping[Qualifier, Qualifier] = {
    "over": "under", "more_than": "under", "at_least": "at_most",
    "nearly": "over", "under": "over", "at_most": "at_least",
}  # fmt: skip
"""What a bound on the whole says of the rate: over 200 in the whole, under in the rate."""


def main_figure(area: Area) -> Figure:
    """The figure marked `main`; else the first of the strongest kind."""
    marked = [figure for figure in area.figures if figure.main]
    return marked[0] if marked else min(area.figures, key=_strength)


def lead_area(record: Record) -> Area:
    """The area marked `lead`; else the first led by a whole rate; else the first."""
    marked = (area for area in record.areas if area.lead)
    return next(itertools.chain(marked, filter(drawable_rate, record.areas), record.areas))


def drawable_rate(area: Area) -> bool:
    """The main figure is a rate whose part and whole stand in the area and are no bounds."""
    main = main_figure(area)
    if main.rate_of is None or area.chart == "none" or main.qualifier in BOUNDS:
        return False
    own = {figure.id: figure for figure in area.figures}
    parts = [own.get(main.rate_of.part), own.get(main.rate_of.whole)]
    return all(figure is not None and figure.qualifier not in BOUNDS for figure in parts)


def qualifier(known: Mapping[str, Figure], figure: Figure) -> Qualifier:
    """Its own; a rate that no source states takes the weaker one of its part and its whole."""
    stated = figure.source is not None and bool(figure.source.stated)
    if figure.rate_of is None or figure.qualifier != "exact" or stated:
        return figure.qualifier
    part, whole = known[figure.rate_of.part], known[figure.rate_of.whole]
    return _weaker(part.qualifier, _TURNED.get(whole.qualifier, whole.qualifier))


def facts(record: Record) -> Facts:
    """What finished files are held against, each figure with the qualifier that it is said with."""
    known, stated = record.figures(), record.facts()
    said = {id_: stated[id_]._replace(qualifier=qualifier(known, known[id_])) for id_ in known}
    return {**stated, **said}


def _weaker(part: Qualifier, whole: Qualifier) -> Qualifier:
    """The one that says less; `about` where the two do not go together."""
    if "exact" in (part, whole):
        return whole if part == "exact" else part
    if part == whole:
        return part
    return "estimated" if {part, whole} == {"estimated", "about"} else "about"


def overview(record: Record) -> tuple[Figure, ...]:
    """The figures of the overview slide in printed order: data order, a whole rate last."""
    if len(record.areas) < FEWEST_AREAS:
        return ()
    marked = [figure for area in record.areas for figure in area.figures if figure.overview]
    chosen = marked or _strongest(record)
    band = _band(record, chosen)
    return (*(f for f in chosen if f is not band), *([band] if band else []))


def _strongest(record: Record) -> list[Figure]:
    """Without marks: the main figures, a whole rate first, then by the priority of the area."""
    first = next(filter(drawable_rate, (lead_area(record), *record.areas)), None)
    others = sorted((a for a in record.areas if a is not first), key=lambda area: area.priority)
    kept = others[: TILES_BESIDE_A_RATE if first else MOST_TILES]
    return [main_figure(area) for area in record.areas if area is first or area in kept]


def _band(record: Record, chosen: list[Figure]) -> Figure | None:
    """The one rate among `chosen` that is drawn as a proportion."""
    lead = lead_area(record)
    areas = sorted(record.areas, key=lambda area: area is not lead)
    mains = map(main_figure, filter(drawable_rate, areas))
    return next((figure for figure in mains if figure in chosen), None)


def _strength(figure: Figure) -> int:
    return KINDS.index(figure.kind) if figure.kind else len(KINDS)
