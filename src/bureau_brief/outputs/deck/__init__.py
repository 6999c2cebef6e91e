"""The deck as a plan: a Brief placed on slides.

In: a Brief, the LayoutSet of a template, the theme. Out: a Deck: cover, overview, one slide an
area in the form that its data ask for, closing; or Problems that say by how much what misses.
Nothing is clipped, shrunk below its ladder, or left out.
Not for: drawing (`outputs.deck_pptx`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from bureau_brief.brief import NOTHING, Area, Brief
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.bars import bars
from bureau_brief.outputs.deck.cause import cause
from bureau_brief.outputs.deck.closing import closing
from bureau_brief.outputs.deck.figures import figures
from bureau_brief.outputs.deck.frame import Frame, Marked, framed
from bureau_brief.outputs.deck.hero import headline_size, panel
from bureau_brief.outputs.deck.one_figure import one_figure
from bureau_brief.outputs.deck.overview import overview
from bureau_brief.outputs.deck.rate import rate
from bureau_brief.outputs.deck.setting import Setter, count_words
from bureau_brief.outputs.deck.title import cover
from bureau_brief.outputs.deck.values import Chart, Deck, Form, Item, Slide
from bureau_brief.outputs.layouts import LayoutSet, Role
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.theme import Theme


def plan(brief: Brief, layouts: LayoutSet, theme: Theme) -> Deck:
    """The deck of `brief`. Raises Problems."""
    setter = Setter(theme, layouts)
    setter.hero = headline_size(setter, [area.figure(area.main) for area in brief.areas])
    slides = tuple(_slides(setter, brief))
    problems = [*setter.problems, *_too_many(brief, slides), *_repeated(slides), *_alt(slides)]
    if problems:
        raise Problems(dict.fromkeys(problems))
    return Deck(
        layouts=layouts,
        slides=slides,
        hero=setter.hero,
        locale=brief.locale,
        second_locale="en-US" if brief.locale.startswith(EAST_ASIAN) else "",
        title=str(brief.headline).replace("\u00a0", " "),
        author=str(brief.organisation),
        published=brief.published,
        warnings=tuple(_wordy(slides)),
    )


EAST_ASIAN = ("zh", "ja", "ko")


def form_of(area: Area) -> Form:
    """The first form that the area's data ask for and that shows all of them."""
    all_ids = {id_ for figure in area.figures for id_ in figure.ids}
    if area.rate and all_ids <= _ids(area, area.rate.rate, area.rate.part, area.rate.whole):
        return "rate"
    if area.flow and all_ids <= _ids(area, area.flow.cause, area.flow.effect):
        return "cause"
    # a bar shows its number and its noun, so a conversion would be lost on it
    if area.compare and all_ids <= {*_ids(area, area.main), *area.compare.figures}:
        return "bars"
    return "figures" if len(area.figures) > 1 else "one"


def _ids(area: Area, *figures: str) -> set[str]:
    """The ids of figures with those of their conversions."""
    return {id_ for name in figures for id_ in area.figure(name).ids}


def _slides(setter: Setter, brief: Brief) -> Iterator[Slide]:
    numbers = count(2)
    yield cover(setter, brief)
    if brief.overview:
        yield overview(setter, brief, brief.overview, next(numbers))
    for index, area in enumerate(brief.areas):
        marked = Marked(brief.marker, index, len(brief.areas))
        yield _area(setter, area, marked, next(numbers))
    yield closing(setter, brief, next(numbers))


_ROLES: dict[Form, Role] = {
    "one": "text", "cause": "full", "rate": "chart", "figures": "figures", "bars": "chart",
}  # fmt: skip


def _area(setter: Setter, area: Area, marked: Marked, number: int) -> Slide:
    form = form_of(area)
    role = _ROLES[form]
    frame = Frame(area.message, area.name, area.source_line, number, marked)
    items = framed(setter, role, frame, list(_content(setter, area, form)))
    return Slide(form, role, items, area.notes)


def _content(setter: Setter, area: Area, form: Form) -> Iterator[Item]:
    if form == "rate" and area.rate:
        return rate(setter, area, area.rate)
    if form == "cause" and area.flow:
        return cause(setter, area, area.flow)
    if form == "bars" and area.compare:
        return bars(setter, area, area.compare)
    if form == "one":
        return one_figure(setter, area, NOTHING)
    if len(area.figures) > grid.MOST_FIGURES:
        return _refused(setter, area)
    return figures(setter, area)


def _refused(setter: Setter, area: Area) -> Iterator[Item]:
    """More figures than a slide of an area holds."""
    found, limit = len(area.figures), grid.MOST_FIGURES
    where = f"{area.path}.figures"
    setter.refuse("BB405", where, limit=limit, found=found, excess=found - limit)
    yield panel(setter, "figures", area.figure(area.main))


def _too_many(brief: Brief, slides: Sequence[Slide]) -> Iterator[Problem]:
    excess = len(slides) - grid.MOST_SLIDES
    if excess > 0:
        areas = len(brief.areas) - excess
        values = {"limit": grid.MOST_SLIDES, "found": len(slides), "excess": excess, "areas": areas}
        yield problem("BB407", Place("areas"), **values)


def _repeated(slides: Sequence[Slide]) -> Iterator[Problem]:
    """Titles that more than one slide has: people find slides by their titles."""
    times = Counter(str(slide.title) for slide in slides)
    for slide in slides:
        if times[str(slide.title)] > 1:
            said = str(slide.title).replace("\u00a0", " ")
            yield problem("BB408", Place(slide.title.path), text=said)


def _alt(slides: Sequence[Slide]) -> Iterator[Problem]:
    """Alternative texts of charts that are too long to be listened to."""
    for slide in slides:
        for item in slide.items:
            if isinstance(item, Chart) and len(str(item.alt)) > grid.LONGEST_ALT:
                excess = len(str(item.alt)) - grid.LONGEST_ALT
                said = str(item.alt).replace("\u00a0", " ")
                values = {"limit": grid.LONGEST_ALT, "excess": excess, "text": said}
                yield problem("BB409", Place(slide.title.path), **values)


def _wordy(slides: Sequence[Slide]) -> Iterator[Problem]:
    """Slides with more words than can be read while somebody speaks: warnings."""
    for slide in slides:
        found = count_words(" ".join(slide.said()))
        limit = grid.MOST_WORDS.get(slide.form, grid.MOST_WORDS["area"])
        if found > limit:
            values = {"limit": limit, "found": found, "excess": found - limit}
            yield problem("BB410", Place(slide.title.path), **values)


__all__ = ["Deck", "plan"]
