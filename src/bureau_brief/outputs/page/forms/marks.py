"""The mark of a target on a bar: an upright line, and a gap where the bar passes it.

In: places in points. Out: shapes.
Not for: where the mark stands (`target`, `proportion`).
"""

from bureau_brief.outputs.page.values import Path, Rect

LINE, GAP, RISE = 1.4, 3.2, 4.0  # the line stands above and below the bar by RISE
SLASHES, SLASH_WIDTH, SLANT = (14.0, 8.5), 2.2, 2.6  # from the bar's end to the middle of each


def mark(at: float, top: float, height: float, *, passed: bool) -> list[Rect | Path]:
    """The line at `at`; `passed` cuts the bar behind it."""
    gap = [Rect(at - GAP / 2, top, GAP, height, "paper")] if passed else []
    return [*gap, Rect(at - LINE / 2, top - RISE, LINE, height + 2 * RISE, "ink")]


def cut(end: float, top: float, height: float) -> list[Rect | Path]:
    """Two white slashes through the end of a bar that is longer than its place."""
    out: list[Rect | Path] = []
    for back in SLASHES:
        low, high = end - back - SLANT, end - back + SLANT
        half = SLASH_WIDTH / 2
        corners = (
            (low - half, top + height),
            (high - half, top),
            (high + half, top),
            (low + half, top + height),
        )
        out.append(Path(corners, "paper"))
    return out
