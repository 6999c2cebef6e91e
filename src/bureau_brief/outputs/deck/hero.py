"""The headline number: the one thing to remember, at the same height on every slide.

In: a figure. Out: its paragraphs, for the panel and for the tile of a cause.
Not for: the size of the number, which is one for the whole deck (`headline_size`).
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bureau_brief.brief import Figure, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.setting import (
    LEAST_LAST_LINE,
    POINTS,
    Limited,
    Setter,
    Sizes,
    line_height,
    number_spans,
    paragraph,
)
from bureau_brief.outputs.deck.values import Colour, Paragraph, Span, TextBox
from bureau_brief.outputs.layouts import HERO, Role


def headline_size(setter: Setter, figures: Iterable[Figure]) -> float:
    """The largest size at which every figure's number fits the panel."""
    room = _room(setter, "figures")
    numbers = [
        (_without_unit(figure.number) if _apart(setter, figure, room) else figure.number, room)
        for figure in figures
    ]
    return setter.ladder(numbers, grid.HERO_STEPS, "bg1").number


def panel(setter: Setter, role: Role, figure: Figure) -> TextBox:
    """The navy panel of an area: qualifier, number, label, period."""
    sizes = grid.hero_sizes(setter.hero)
    apart = _apart(setter, figure, _room(setter, role))

    def way(label: float) -> Callable[[Setter], TextBox]:
        set_ = headline(figure, sizes, "bg1", "bg1", figure.label, True, label)
        if apart:
            set_[1:2] = _number_over_unit(figure.number, sizes)
        return lambda trial: trial.placed(role, HERO, set_, last=LEAST_LAST_LINE)

    return setter.first(*map(way, grid.HERO_LABELS))


def _room(setter: Setter, role: Role) -> float:
    """The width for text in the panel, in inches."""
    slot = setter.layouts.roles[role].placeholder(HERO)
    return slot.box.width - slot.insets.left - slot.insets.right


def _apart(setter: Setter, figure: Figure, room: float) -> bool:
    """Whether the unit stands under the number, as both are too wide for one line."""
    spans = number_spans(figure.number, grid.HERO_STEPS[-1], "bg1", "bg1")
    return bool(figure.number.part("unit")) and setter.width(spans) > room * POINTS


def _without_unit(number: Text) -> Text:
    parts = tuple(part for part in number.parts if part.kind != "unit")
    return replace(number, parts=parts)


def _number_over_unit(number: Text, sizes: Sizes) -> list[Limited]:
    bare = bare_number(_without_unit(number), sizes, "bg1", level=1).paragraph
    unit = Span(number.part("unit"), grid.HERO_LABELS[0], True, "bg1")
    below = Paragraph((unit,), (number,), line_height(grid.HERO_LABELS[0]), level=2)
    return [Limited(replace(bare, shows=(number,)), 1), Limited(below, 1)]


def headline(
    figure: Figure,
    sizes: Sizes,
    colour: Colour,
    words: Colour,
    label: Text,
    dated: bool,
    label_size: float = grid.HERO_LABELS[0],
) -> list[Limited]:
    """The paragraphs of a headline number; `dated` adds its period."""
    said = paragraph(label, label_size, colour=words, level=2, before=grid.HERO_LABEL_BEFORE)
    set_ = [
        qualifier(figure.number, grid.HERO_QUALIFIER, grid.HERO_QUALIFIER_LINE, words),
        bare_number(figure.number, sizes, colour, level=1),
        Limited(said, grid.HERO_LABEL_LINES),
    ]
    if dated:
        period = paragraph(
            figure.period, grid.HERO_PERIOD, colour=words, level=3, before=grid.HERO_PERIOD_BEFORE
        )
        set_.append(Limited(period, grid.HERO_PERIOD_LINES))
    return set_


def qualifier(number: Text, size: float, line: float, colour: Colour) -> Limited:
    """The qualifier on a line of its own; an empty line if there is none."""
    said = number.part("qualifier")
    spans = (Span(said, size, False, colour),) if said else ()
    return Limited(Paragraph(spans, (number,), line), 1)


def bare_number(
    number: Text,
    sizes: Sizes,
    colour: Colour,
    *,
    level: int = 0,
    line: float = 0,
    before: float = 0,
) -> Limited:
    """Digits and unit; exact spacing of its own size, or it collides with the qualifier."""
    spans = number_spans(number, sizes, colour, colour)
    return Limited(Paragraph(spans, (number,), line or sizes.number, level, before), 1)
