"""A cause: one figure led to another, in the source's words.

In: an area with a Flow. Out: its content. The panel stands on the right here only: the order
of time is the order of reading.
"""

from collections.abc import Iterator

from bureau_brief.brief import Area, Flow
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.hero import headline
from bureau_brief.outputs.deck.setting import LEAST_LAST_LINE, Limited, Setter, paragraph
from bureau_brief.outputs.deck.values import Arrow, Item, Rule
from bureau_brief.outputs.layouts import HERO, Box


def cause(setter: Setter, area: Area, flow: Flow) -> Iterator[Item]:
    """The content of the slide. Both numbers have one size."""
    led, result = area.figure(flow.cause), area.figure(flow.effect)
    tile, panel = grid.CAUSE_TILE, grid.EFFECT_PANEL
    insets = setter.layouts.roles["text"].placeholder(HERO).insets
    narrow = tile.width - grid.CAUSE_INSETS.left - grid.CAUSE_INSETS.right
    rooms = [(led.number, narrow), (result.number, panel.width - insets.left - insets.right)]
    steps = [step for step in grid.HERO_STEPS if step.number <= setter.hero]
    sizes = setter.ladder(rooms, steps, "accent1")
    left = headline(led, sizes, "accent1", "tx1", led.short_label, dated=False)
    yield setter.text_box(
        "Cause", tile, left, insets=grid.CAUSE_INSETS, fill="bg2", last=LEAST_LAST_LINE
    )
    yield Rule("Cause rule", Box(tile.x, tile.y, tile.width, grid.HEAVY), "accent1")
    words = paragraph(flow.quoted, grid.LINK_SIZE, align="ctr")
    yield setter.text_box("Link", grid.LINK, [Limited(words, grid.LINK_LINES)], anchor="b")
    x0, x1 = grid.LINK.x, grid.LINK.x + grid.LINK.width
    yield Arrow("Arrow", x0, x1, grid.ARROW_Y, "accent1", grid.ARROW_WEIGHT)
    right = headline(result, sizes, "bg1", "bg1", result.label, dated=True)
    yield setter.text_box(
        "Effect", panel, right, insets=insets, fill="accent1", last=LEAST_LAST_LINE
    )
