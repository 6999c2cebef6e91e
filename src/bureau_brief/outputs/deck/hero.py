"""The headline number: the one thing to remember, at the same height on every slide.

In: a figure. Out: its paragraphs, for the panel and for the tile of a cause.
Not for: the size of the number, which is one for the whole deck (`headline_size`).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bureau_brief.brief import Figure, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.paragraphs import (
    Limited,
    Sizes,
    line_height,
    number_spans,
    paragraph,
)
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, POINTS, Setter
from bureau_brief.outputs.deck.values import Colour, Paragraph, Span, TextBox
from bureau_brief.outputs.layouts import HERO, Role
from bureau_brief.values import replace


class Ink(NamedTuple):
    """The colours of a number and of the words around it."""

    number: Colour
    words: Colour


ON_PANEL, ON_TILE = Ink("bg1", "bg1"), Ink("accent1", "tx1")


def headline_size(setter: Setter, figures: Iterable[Figure]) -> float:
    """The largest size at which every figure's number fits the panel."""
    room = _room(setter, "figures")
    numbers = [(on_a_line(setter, figure.number, room), room) for figure in figures]
    return setter.ladder(numbers, grid.HERO_STEPS, "bg1").number


def panel(setter: Setter, role: Role, figure: Figure) -> TextBox:
    """The navy panel of an area: qualifier, number, label, period."""
    sizes, room = grid.hero_sizes(setter.hero), _room(setter, role)

    def way(label: float) -> Callable[[Setter], TextBox]:
        def make(trial: Setter) -> TextBox:
            said = [*headline(trial, figure.number, sizes, room, ON_PANEL),
                    labelled(figure.label, label, ON_PANEL), dated(figure, ON_PANEL)]  # fmt: skip
            return trial.placed(role, HERO, said, last=LEAST_LAST_LINE)

        return make

    return setter.first(*map(way, grid.HERO_LABELS))


def _room(setter: Setter, role: Role) -> float:
    """The width for text in the panel, in inches."""
    slot = setter.layouts.roles[role].placeholder(HERO)
    return slot.box.width - slot.insets.left - slot.insets.right


def on_a_line(setter: Setter, number: Text, room: float) -> Text:
    """What stands on the number's line: its unit too, unless both are too wide in any size."""
    spans = number_spans(number, grid.HERO_STEPS[-1], "bg1", "bg1")
    if not number.part("unit") or setter.width(spans) <= room * POINTS:
        return number
    return replace(number, parts=tuple(part for part in number.parts if part.kind != "unit"))


def headline(
    setter: Setter, number: Text, sizes: Sizes, room: float, ink: Ink
) -> Iterator[Limited]:
    """A headline number under its qualifier; its unit below where that has no room beside it."""
    yield qualifier(number, grid.HERO_QUALIFIER, grid.HERO_QUALIFIER_LINE, ink.words)
    bare = on_a_line(setter, number, room)
    digits = bare_number(bare, sizes, ink.number, level=1)
    yield Limited(replace(digits.paragraph, shows=(number,)), 1)
    if bare is not number:
        size = grid.HERO_LABELS[0]
        unit = Span(number.part("unit"), size, True, ink.number)
        yield Limited(Paragraph((unit,), (number,), line_height(size), level=2), 1)


def labelled(label: Text, size: float, ink: Ink) -> Limited:
    """What a headline number counts."""
    set_ = paragraph(label, size, colour=ink.words, level=2, before=grid.HERO_LABEL_BEFORE)
    return Limited(set_, grid.HERO_LABEL_LINES)


def dated(figure: Figure, ink: Ink) -> Limited:
    """The period of a headline number."""
    size, before = grid.HERO_PERIOD, grid.HERO_PERIOD_BEFORE
    set_ = paragraph(figure.period, size, colour=ink.words, level=3, before=before)
    return Limited(set_, grid.HERO_PERIOD_LINES)


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
