"""The deck as a plan: a Brief placed on slides.

In: a Brief, the LayoutSet of a template, the theme. Out: a Deck: cover, overview, the areas'
slides in the forms that their data ask for, slides that areas share, closing; or Problems that
say by how much what misses. Nothing is clipped, shrunk below its ladder, or left out.
Not for: drawing (`outputs.deck_pptx`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from typing import NamedTuple

from bureau_brief.brief import (
    MOST_SLIDES,
    NOTHING,
    Area,
    AreaSlide,
    Brief,
    Figure,
    Text,
)
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.bars import bars
from bureau_brief.outputs.deck.cause import cause
from bureau_brief.outputs.deck.closing import closing
from bureau_brief.outputs.deck.figures import figures
from bureau_brief.outputs.deck.frame import Frame, Marked, framed
from bureau_brief.outputs.deck.glyphs import undrawable
from bureau_brief.outputs.deck.hero import headline_size
from bureau_brief.outputs.deck.more import more
from bureau_brief.outputs.deck.one_figure import one_figure
from bureau_brief.outputs.deck.overview import overview
from bureau_brief.outputs.deck.paragraphs import count_words
from bureau_brief.outputs.deck.rate import rate
from bureau_brief.outputs.deck.series import series
from bureau_brief.outputs.deck.setting import Setter
from bureau_brief.outputs.deck.targets import targets
from bureau_brief.outputs.deck.title import cover
from bureau_brief.outputs.deck.values import Chart, Deck, Form, Item, Looks, Slide
from bureau_brief.outputs.layouts import LayoutSet, Role
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.theme import Theme


def plan(brief: Brief, layouts: LayoutSet, theme: Theme, most_slides: int = MOST_SLIDES) -> Deck:
    """The deck of `brief`, of at most `most_slides`. Raises Problems."""
    setter = Setter(theme.in_language(brief.language), layouts)
    setter.hero = headline_size(setter, _headlines(brief))
    slides = tuple(_slides(setter, brief))
    too_many = _too_many(brief, slides, most_slides)
    said = [" ".join(slide.said()) for slide in slides]
    problems = [
        *setter.problems, *undrawable(slides, said, setter.theme.deck), *too_many,
        *_repeated(slides), *_alt(slides),
    ]  # fmt: skip
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
        warnings=(*_in_notes(brief, slides), *setter.warnings, *_wordy(slides, said)),
        looks=Looks(theme.colours, *theme.deck_fonts) if theme.own else None,
    )


EAST_ASIAN = ("zh", "ja", "ko")


def _headlines(brief: Brief) -> Iterator[Figure]:
    """The figures that lead a slide of an area."""
    for area in brief.areas:
        if area.id not in brief.sharing:
            yield from (area.figure(words.main) for words in area.slides)


def _slides(setter: Setter, brief: Brief) -> Iterator[Slide]:
    numbers = count(2)
    yield cover(setter, brief)
    if brief.overview:
        yield overview(setter, brief, brief.overview, next(numbers))
    for index, area in enumerate(brief.areas):
        if area.id in brief.sharing:
            continue
        marked = Marked(brief.marker, index, len(brief.areas))
        for words in area.slides:
            frame = Frame(words.title, area.name, words.source_line, next(numbers), marked)
            yield _area(setter, area, words, frame, brief.parts.areas)
    for shared in brief.shared:
        yield more(setter, brief, shared, next(numbers))
    yield closing(setter, brief, next(numbers))


class _Way(NamedTuple):
    """A form in which a slide may show what it is about."""

    form: Form
    role: Role
    content: Callable[[Setter], Iterator[Item]]


def _area(setter: Setter, area: Area, words: AreaSlide, frame: Frame, part: Text) -> Slide:
    """The slide in the form that shows what it is about; without its chart if that has no room."""

    def made(way: _Way) -> Callable[[Setter], tuple[_Way, Slide]]:
        def make(trial: Setter) -> tuple[_Way, Slide]:
            items = framed(trial, way.role, frame, list(way.content(trial)))
            return way, Slide(way.form, way.role, items, words.notes, part)

        return make

    ways = list(_ways(area, words))
    taken, slide = setter.first(*map(made, ways))
    if taken is not ways[0]:
        setter.warnings.append(_chartless(setter, area, made(ways[0])))
    return slide


def _ways(area: Area, words: AreaSlide) -> Iterator[_Way]:
    """What the slide is about as a chart; then its figures as a table, or the only one alone.

    What a target says stands in no table: such a slide only goes without its bars.
    """
    alone = len(words.figures) == 1
    if words.about == "targets":
        for drawn in (True, False):
            content = partial(targets, area=area, words=words, drawn=drawn)
            yield _Way("targets", "chart" if alone else "full", content)
        return
    yield from _charted(area, words)
    if alone:
        figure = area.figure(words.main)
        yield _Way("one", "text", partial(one_figure, figure=figure, heading=NOTHING))
    elif len(words.figures) <= grid.MOST_ROWS + 1:
        yield _Way("figures", "figures", partial(figures, area=area, words=words))


def _charted(area: Area, words: AreaSlide) -> Iterator[_Way]:
    if words.about == "series":
        yield _Way("series", "chart", partial(series, area=area, words=words))
    elif words.about == "rate" and area.rate:
        yield _Way("rate", "chart", partial(rate, area=area, shown=area.rate))
    elif words.about == "flow" and area.flow:
        yield _Way("cause", "full", partial(cause, area=area, flow=area.flow))
    elif words.about == "compare" and area.compare:
        yield _Way("bars", "chart", partial(bars, area=area, compare=area.compare))


def _chartless(setter: Setter, area: Area, way: Callable[[Setter], tuple[_Way, Slide]]) -> Problem:
    """The warning that a form had no room, with what it lacked."""
    trial = setter.trial()
    way(trial)
    lacked = trial.problems[0]
    values = {"area": area.name, "reason": lacked.found, "hint": lacked.hint}
    return problem("BB412", lacked.where, **values)


def _too_many(brief: Brief, slides: Sequence[Slide], most: int) -> Iterator[Problem]:
    if len(slides) > most:
        values = {"limit": most, "found": len(slides), "areas": len(brief.areas)}
        yield problem("BB407", Place("areas"), **values)


def _in_notes(brief: Brief, slides: Sequence[Slide]) -> Iterator[Problem]:
    """Areas that share a slide and report more than their main figure: warnings."""
    areas = [area for area in brief.areas if area.id in brief.sharing]
    needed = len(slides) - len(brief.shared) + sum(len(area.slides) for area in areas)
    for area in areas:
        if len(area.figures) > 1:
            values = {"area": area.name, "figures": len(area.figures), "slides": needed}
            yield problem("BB411", Place(area.path), **values)


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


def _wordy(slides: Sequence[Slide], said: Sequence[str]) -> Iterator[Problem]:
    """Slides with more words than can be read while somebody speaks: warnings."""
    for slide, words in zip(slides, said, strict=True):
        found = count_words(words)
        limit = grid.MOST_WORDS.get(slide.form, grid.MOST_WORDS["area"])
        if found > limit:
            values = {"limit": limit, "found": found, "excess": found - limit}
            yield problem("BB410", Place(slide.title.path), **values)


__all__ = ["Deck", "plan"]
