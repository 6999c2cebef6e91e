"""A figure against its target: a bar as the share of that target, the verdict in words.

In: a Figure with a target and a Setter. Out: a Block for the evidence column. Every bar has its
own scale: the mark of the target stands at the same place in each.
Not for: rates with part and whole (`proportion` marks the target at its true place).
"""

from bureau_brief.brief import Area, Figure
from bureau_brief.outputs.page.forms import marks
from bureau_brief.outputs.page.rows import (
    number_drop,
    numbered,
    phrases,
    said_change,
    unsaid,
    verdict_type,
)
from bureau_brief.outputs.page.setting import LEAST_LAST_LINE, Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path, Rect

VERDICT_DROP = 13.2  # from a bar to its verdict, below a bar of 9 pt by 4.2
AT = 0.70  # of the column's width: where the mark of every target stands
PASSED = 1.6  # a bar that ends less than this beyond the mark ends at it


def holds(_setter: Setter, area: Area) -> bool:
    """The main figure has a target that a bar may show."""
    target = area.figure(area.main).target
    return target is not None and target.drawable


def row(setter: Setter, area: Area) -> Block:
    """The number with its sentence and its change, the bar beside it."""
    return numbered(setter, area, evidence, said_change(area.figure(area.main)), judged=True)


def evidence(setter: Setter, area: Area) -> Block:
    """The main figure's bar beside its number, the verdict beside its sentence."""
    level = setter.level
    middle = number_drop(setter) - setter.cap * level.number / 2
    return _evidence(
        setter, area, middle - level.bar / 2, number_drop(setter) + level.sentence_drop
    )


def lead_evidence(setter: Setter, area: Area) -> Block:
    """The main figure's bar, the verdict close below it."""
    level = setter.level
    top = level.evidence_top - setter.cap * level.evidence_number
    return _evidence(setter, area, top, top + level.bar + VERDICT_DROP * setter.level.scale)


def _evidence(setter: Setter, area: Area, top: float, baseline: float) -> Block:
    """The bar at `top`, the verdict on the baseline given, then the other figures."""
    grid, main = setter.grid, area.figure(area.main)
    drawn, words = bar(setter, main, top), verdict(setter, main, baseline)
    others = unsaid(area, area.main, area.sentence)
    first = words.last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.evidence, grid.evidence_width, first)
    last = below.last if others else words.last
    return Block((*drawn.items, *words.items, *below.items), last, drawn.notes)


def bar(setter: Setter, figure: Figure, top: float) -> Block:
    """The bar from zero with the mark of its target, cut where it is longer than the column."""
    grid, target = setter.grid, figure.target
    assert target is not None  # noqa: S101 - the callers asked
    x, width, height = grid.evidence, grid.evidence_width, setter.level.bar
    scale = AT * width / float(target.value)
    length, at = float(figure.value) * scale, AT * width
    shapes: list[Rect | Path] = []
    if length > width:
        shapes += [Rect(x, top, width, height, "accent"), *marks.cut(x + width, top, height)]
    elif length > 0:
        shapes.append(Rect(x, top, length, height, "accent", figure=figure.id))
    shapes += marks.mark(x + at, top, height, passed=length > at + PASSED)
    cut = (target.reading_cut,) if length > width else ()
    return Block((Graphic(target.alt, tuple(shapes), scale),), top + height, (target.reading, *cut))


def verdict(setter: Setter, figure: Figure, baseline: float) -> Block:
    """What became of the target, in words; missed is said in weight too."""
    grid, type_ = setter.grid, setter.scaled(verdict_type(figure))
    lines = setter.lines(figure.verdict, type_, grid.evidence_width, most=2, last=LEAST_LAST_LINE)
    set_ = placed(lines, grid.evidence, baseline, type_.leading)
    item: Item = text_box("P", "verdict", [figure.verdict], set_, grid.evidence, grid.right)
    return Block((item,), set_[-1].baseline)
