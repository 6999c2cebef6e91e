"""A rate as the share of its whole that is filled, the part labelled, the whole underneath.

In: an Area with a rate and a Setter. Out: a Block; `bar` alone serves the lead block too.
Not for: parts that sum to a whole (`stacked`).
"""

from bureau_brief.brief import Area, Figure, Text
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.forms import marks
from bureau_brief.outputs.page.grid import BAR_LABEL, BAR_LABEL_OUTSIDE, MARK_LABEL, WHOLE
from bureau_brief.outputs.page.rows import numbered, phrases, said_change, unsaid
from bureau_brief.outputs.page.setting import Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path, Rect, TextBox

HEIGHT, OUTLINE = 18.0, 0.75
LABEL_DROP, LABEL_INSET = 12.6, 8.0
BRACKET_TOP, BRACKET_BOTTOM, WHOLE_DROP = 22.0, 26.0, 38.5
MARK_LABEL_DROP = 33.0  # from the bar's top; the whole stands on that line, without a bracket
BETWEEN = 10.0  # at least, between the whole and the label of a mark
HUNDRED = 100.0


def holds(_setter: Setter, area: Area) -> bool:
    """The main figure is a rate with its part and its whole."""
    return area.rate is not None


def row(setter: Setter, area: Area) -> Block:
    """The rate with its sentence, its bar beside it."""
    return numbered(setter, area, _evidence, said_change(area.figure(area.main)))


def _evidence(setter: Setter, area: Area) -> Block:
    rate, grid = area.rate, setter.grid
    assert rate is not None  # noqa: S101 - FORMS asked
    drawn = bar(setter, area, grid.evidence, setter.level.cap_top)
    others = unsaid(area, rate.rate, rate.part, rate.whole, area.sentence)
    first = drawn.last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.evidence, grid.evidence_width, first)
    return Block((*drawn.items, *below.items), below.last if others else drawn.last)


def bar(setter: Setter, area: Area, x: float, top: float) -> Block:
    """The part filled in the whole from `x` to the right edge, with the mark of a target."""
    rate, right, by = area.rate, setter.grid.right, setter.level.scale
    assert rate is not None  # noqa: S101 - FORMS asked
    part, whole = area.figure(rate.part), area.figure(rate.whole)
    scale = (right - x) / float(whole.value)
    filled = float(part.value) * scale
    shapes: list[Rect | Path] = [
        Rect(x, top, right - x, HEIGHT * by, "paper", "outline", OUTLINE, figure=whole.id),
        Rect(x, top, filled, HEIGHT * by, "accent", figure=part.id),
    ]
    target, label = area.figure(rate.rate).target, None
    if target and target.drawable and target.value <= HUNDRED:
        at = x + (right - x) * float(target.value) / HUNDRED
        shapes += marks.mark(at, top, HEIGHT * by, passed=filled > at - x)
        label = _mark_label(setter, target.mark, x, at, top + MARK_LABEL_DROP * by)
    elif setter.level.bracket:
        ends = ((x, BRACKET_TOP), (x, BRACKET_BOTTOM), (right, BRACKET_BOTTOM))
        bracket = (*ends, (right, BRACKET_TOP))
        shapes.append(Path(tuple((at_x, top + y * by) for at_x, y in bracket), "outline", OUTLINE))
    texts = _labels(setter, area, (x, top, filled), label)
    return Block((Graphic(rate.alt, tuple(shapes), scale), *texts.items), texts.last)


def _mark_label(setter: Setter, text: Text, x: float, at: float, baseline: float) -> TextBox:
    """The words of the mark, centred under it as far as the margins allow."""
    right, type_ = setter.grid.right, setter.scaled(MARK_LABEL)
    lines = setter.lines(text, type_, right - x, most=1)
    start = min(max(at - lines[0].width / 2, x), right - lines[0].width)
    set_ = placed(lines, start, baseline, type_.leading)
    return text_box("P", "target", [text], set_, start, start + lines[0].width)


def _labels(
    setter: Setter, area: Area, bar: tuple[float, float, float], mark: TextBox | None
) -> Block:
    """The part in the bar, the whole under it, the words of the mark beside the whole."""
    rate, right = area.rate, setter.grid.right
    assert rate is not None  # noqa: S101 - FORMS asked
    x, top, filled = bar
    type_ = setter.scaled(WHOLE)
    drop = WHOLE_DROP if setter.level.bracket and not mark else MARK_LABEL_DROP
    drop *= setter.level.scale
    label, baseline = _part(setter, area.figure(rate.part), x, top, filled, drop)
    lines = setter.lines(rate.whole_page, type_, right - x, most=3)
    if mark and lines[0].width + BETWEEN > mark.box.x0 - x:
        baseline += type_.leading
    set_ = placed(lines, x, baseline, type_.leading)
    whole = text_box("P", "whole", [rate.whole_page], set_, x, right)
    return Block((label, whole, *([mark] if mark else [])), set_[-1].baseline)


def _part(
    setter: Setter, part: Figure, x: float, top: float, filled: float, drop: float
) -> tuple[Item, float]:
    """The part's phrase inside the filled bar, else in the rest of it, else under it; and the
    baseline that is left for the whole."""
    right, below = setter.grid.right, top + drop
    type_ = setter.scaled(BAR_LABEL)
    width = setter.run(str(part.phrase), type_).width
    start, baseline = x + LABEL_INSET, top + LABEL_DROP * setter.level.scale
    if width + 2 * LABEL_INSET > filled:
        type_ = setter.scaled(BAR_LABEL_OUTSIDE)
        if width + 2 * LABEL_INSET <= right - x - filled:
            start = x + filled + LABEL_INSET
        else:
            start, baseline = x, below
            below += type_.leading + 2
    most = 3 if start == x else 1
    lines: tuple[Line, ...] = setter.lines(part.phrase, type_, right - start, most=most)
    below += type_.leading * (len(lines) - 1)
    set_ = placed(lines, start, baseline, type_.leading)
    return text_box("P", "part", [part.phrase], set_, start, right), below
