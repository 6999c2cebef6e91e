"""Where a layout is free: the largest empty rectangle below its title.

In: boxes of a slide, in inches. Out: a Box.
Not for: what stands in it.
"""

from collections.abc import Iterable, Sequence

from bureau_brief.outputs.layouts import Box

MARGIN = 0.03
"""Least margin to the edges of a slide, as a share of its width."""
GAP = 0.08
"""Inches kept free beside what stands on the layout."""


def right(box: Box) -> float:
    """The x of its right edge."""
    return box.x + box.width


def bottom(box: Box) -> float:
    """The y of its lower edge."""
    return box.y + box.height


def common(one: Box, other: Box) -> Box:
    """The part that two boxes share; without size if they share none."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    width, height = min(right(one), right(other)) - x, min(bottom(one), bottom(other)) - y
    return Box(x, y, max(width, 0), max(height, 0))


def free(within: Box, taken: Iterable[Box]) -> Box:
    """The largest rectangle of `within` that meets none of `taken`; without size if none is."""
    near = [_grown(box) for box in taken]
    blocks = [box for box in near if meet(box, within)]
    lefts = _stops(within.x, right(within), (right(box) for box in blocks))
    rights = _stops(within.x, right(within), (box.x for box in blocks))
    tops = _stops(within.y, bottom(within), (bottom(box) for box in blocks))
    best = Box(within.x, within.y, 0, 0)
    for x0 in lefts:
        for x1 in (x for x in rights if x > x0):
            column = [box for box in blocks if box.x < x1 - 1e-6 and right(box) > x0 + 1e-6]
            for y0 in tops:
                y1 = _until(y0, column, bottom(within))
                if (x1 - x0) * (y1 - y0) > best.width * best.height + 1e-6:
                    best = Box(x0, y0, x1 - x0, y1 - y0)
    return Box(*(round(value, 4) for value in (best.x, best.y, best.width, best.height)))


def _until(y0: float, column: Sequence[Box], end: float) -> float:
    """How far down a column is empty from y0 on."""
    if any(box.y < y0 + 1e-6 and bottom(box) > y0 + 1e-6 for box in column):
        return y0
    return min((box.y for box in column if box.y >= y0 - 1e-6), default=end)


def _stops(low: float, high: float, found: Iterable[float]) -> list[float]:
    inside = {value for value in found if low < value < high}
    return sorted({low, high, *inside})


def _grown(box: Box) -> Box:
    return Box(box.x - GAP, box.y - GAP, box.width + 2 * GAP, box.height + 2 * GAP)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have a point in common."""
    across = one.x < right(other) and other.x < right(one)
    return across and one.y < bottom(other) and other.y < bottom(one)
