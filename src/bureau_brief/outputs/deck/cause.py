"""A cause: one figure led to another, in the source's words.

In: an area with a Flow. Out: its content. The panel stands on the right here only: the order
of time is the order of reading.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from bureau_brief.brief import Area, Flow, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import (
    ON_PANEL,
    ON_TILE,
    dated,
    headline,
    labelled,
    on_a_line,
)
from bureau_brief.outputs.deck.paragraphs import Limited, Sizes, paragraph
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, Setter
from bureau_brief.outputs.deck.values import Arrow, Item, Rule
from bureau_brief.outputs.layouts import HERO, Box


def cause(setter: Setter, area: Area, flow: Flow) -> Iterator[Item]:
    """The content of the slide, its labels as large as they have room."""
    ways = (partial(_set, area=area, flow=flow, label=size) for size in grid.HERO_LABELS)
    return iter(setter.first(*ways))


def _set(setter: Setter, area: Area, flow: Flow, label: float) -> list[Item]:
    """Cause, link and effect. Both numbers have one size."""
    led, result = area.figure(flow.cause), area.figure(flow.effect)
    tile, panel = grid.CAUSE_TILE, grid.EFFECT_PANEL
    insets = setter.layouts.roles["text"].placeholder(HERO).insets
    narrow = tile.width - grid.CAUSE_INSETS.left - grid.CAUSE_INSETS.right
    wide = panel.width - insets.left - insets.right
    sizes = _sizes(setter, [(led.number, narrow), (result.number, wide)])
    left = [*headline(setter, led.number, sizes, narrow, ON_TILE),
            labelled(led.short_label, label, ON_TILE)]  # fmt: skip
    right = [*headline(setter, result.number, sizes, wide, ON_PANEL),
             labelled(result.label, label, ON_PANEL), dated(result, ON_PANEL)]  # fmt: skip
    words = Limited(paragraph(flow.quoted, grid.LINK_SIZE, align="ctr"), grid.LINK_LINES)
    x0, x1 = grid.LINK.x, grid.LINK.x + grid.LINK.width
    last = LEAST_LAST_LINE
    return [
        setter.text_box("Cause", tile, left, insets=grid.CAUSE_INSETS, fill="bg2", last=last),
        Rule("Cause rule", Box(tile.x, tile.y, tile.width, grid.HEAVY), "accent1"),
        setter.text_box("Link", grid.LINK, [words], anchor="b"),
        Arrow("Arrow", x0, x1, grid.ARROW_Y, "accent1", grid.ARROW_WEIGHT),
        setter.text_box("Effect", panel, right, insets=insets, fill="accent1", last=last),
    ]


def _sizes(setter: Setter, rooms: Sequence[tuple[Text, float]]) -> Sizes:
    """The largest size of the deck's or below at which both numbers have room."""
    steps = [step for step in grid.HERO_STEPS if step.number <= setter.hero]
    shown = [(on_a_line(setter, number, room), room) for number, room in rooms]
    return setter.ladder(shown, steps, "accent1")
