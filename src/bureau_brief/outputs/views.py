"""How the places of the design lie on the slide of an office's template.

In: a free area of the slide. Out: Views, the largest type first: each shifts and stretches
places and makes type smaller or larger. The plan keeps to the design's inches: it only sees
text as wider or taller by as much as its places are narrower or lower.
Not for: where the area is (`office`), or what stands in it.
"""

import math
from collections.abc import Iterator

from bureau_brief.outputs.layouts import Box, Insets, Layout, LayoutSet, Placeholder
from bureau_brief.values import replace, value

DESIGN = Box(0.6, 1.60, 12.133, 5.44)
"""What the content takes in the design, with a line above it for the kicker and one below it
for the source."""
SOURCE_LINE = 0.44
"""The height of the latter, where the template has a place of its own for the source."""

SMALLEST = 9.0
"""Points: the least type of a source."""
LEAST, STEP = 0.5, 36
"""Least type; and type changes by one in STEP, so that its sizes stay whole or half points."""
CLOSER, TALLER = 1.3, 1.9
"""How much type may outgrow its places, and how much taller than type they may be."""


@value
class View:
    """Places of the design -> places of a slide."""

    x: float = 0
    y: float = 0
    across: float = 1
    """Inches of the slide in an inch of the design, and down the same."""
    down: float = 1
    type: float = 1
    """Points of the slide in a point of the design."""

    def box(self, box: Box) -> Box:
        """A place of the design on the slide."""
        x, y = self.x + box.x * self.across, self.y + box.y * self.down
        return _rounded(x, y, box.width * self.across, box.height * self.down)

    def insets(self, insets: Insets) -> Insets:
        """Insets of the design on the slide."""
        across, down = self.across, self.down
        return _insets(insets, across, down)

    def size(self, points: float) -> float:
        """A size of the design on the slide, to the half point below."""
        return math.floor(points * self.type * 2 + 1e-6) / 2

    def seen(self, layouts: LayoutSet) -> LayoutSet:
        """The layouts of a template as the plan sees them: in the places of the design."""
        roles = {role: self._layout(layout) for role, layout in layouts.roles.items()}
        wider = layouts.wider * self.type / self.across
        taller = layouts.taller * self.type / self.down
        least = SMALLEST / self.type
        return replace(layouts, roles=roles, wider=wider, taller=taller, smallest=least)

    def _layout(self, layout: Layout) -> Layout:
        places = tuple(self._seen(place) for place in layout.placeholders)
        sizes = tuple(size / self.type for size in layout.title_sizes)
        return replace(layout, placeholders=places, title_sizes=sizes)

    def _seen(self, place: Placeholder) -> Placeholder:
        """A placeholder of the template; what it lacks is in the places of the design anyway."""
        if not place.kind and not place.detached:
            return place
        box = place.box
        x, y = (box.x - self.x) / self.across, (box.y - self.y) / self.down
        levels = tuple(replace(level, size=level.size / self.type) for level in place.levels)
        return replace(
            place,
            box=Box(x, y, box.width / self.across, box.height / self.down),
            insets=_insets(place.insets, 1 / self.across, 1 / self.down),
            clear=_insets(place.clear, 1 / self.across, 1 / self.down),
            levels=levels,
        )


def views(area: Box, height: float) -> Iterator[View]:
    """Ways to place `height` inches of the design in an area, the largest type first."""
    across, down = area.width / DESIGN.width, area.height / height
    least, most = min(across, down), max(across, down)
    high = math.floor(min(most, CLOSER * least) * STEP)
    low = math.ceil(max(LEAST, 0.8 * least) * STEP)
    for step in range(high, low - 1, -1):
        type_ = step / STEP
        fitted = min(down, TALLER * type_)
        x, y = area.x - DESIGN.x * across, area.y - DESIGN.y * fitted
        yield View(x, y, across, fitted, type_)


def _rounded(*values: float) -> Box:
    return Box(*(round(value, 4) for value in values))


def _insets(insets: Insets, across: float, down: float) -> Insets:
    left, right = round(insets.left * across, 4), round(insets.right * across, 4)
    return Insets(left, round(insets.top * down, 4), right, round(insets.bottom * down, 4))
