"""The block that opens the ledger: one number at 56 pt, its sentence, its proportion.

In: the lead Area of the Brief and a Setter. Out: a Block, y from the lead rule.
Not for: the other areas (`rows`).
"""

from bureau_brief.brief import Area, Figure, PartKind
from bureau_brief.fitting import Line, Run, break_lines
from bureau_brief.outputs.page.grid import (
    BAR_LABEL,
    BAR_LABEL_OUTSIDE,
    LEAD_NUMBERS,
    LEAD_SENTENCE,
    LEAD_UNIT,
    OPTICAL,
    WHOLE,
    Type,
)
from bureau_brief.outputs.page.rows import name_box, phrases, unsaid
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path, PlacedLine, Rect

NAME_DROP, NUMBER_DROP = 21.0, 51.5
SENTENCE_GAP, LEAST_SENTENCE = 16.0, 170.0
LEAST_LAST_LINE = 0.4  # of the width; a shorter last line has the sentence balanced
SENTENCE_UNDER = 20.5  # from the number's baseline, where the sentence does not fit beside it
BAR_DROP, BAR_HEIGHT = 15.5, 18.0  # from the last baseline to the bar's top
BAR_LABEL_DROP, BAR_LABEL_INSET = 12.6, 8.0
BRACKET_TOP, BRACKET_BOTTOM, WHOLE_DROP = 22.0, 26.0, 38.5
OUTLINE = 0.75


def lead(setter: Setter, area: Area) -> Block:
    """The lead area: with its proportion, or with its evidence beside the number."""
    name = name_box(setter, area, NAME_DROP)
    body = _with_rate(setter, area) if area.rate else _with_evidence(setter, area)
    return Block((name, *body.items), max(body.last, name.lines[-1].baseline))


def _with_rate(setter: Setter, area: Area) -> Block:
    rate = area.rate
    assert rate is not None  # noqa: S101 - lead() asked
    grid = setter.grid
    number = _number(setter, area, grid.right)
    bar = _proportion(setter, area, number.last + BAR_DROP)
    others = unsaid(area, rate.rate, rate.part, rate.whole, area.sentence)
    below = phrases(
        setter, others, grid.lead, grid.right - grid.lead, bar.last + setter.level.evidence_pitch
    )
    last = below.last if others else bar.last
    return Block((*number.items, *bar.items, *below.items), last)


def _with_evidence(setter: Setter, area: Area) -> Block:
    grid = setter.grid
    others = unsaid(area, area.main, area.sentence)
    number = _number(setter, area, grid.evidence - SENTENCE_GAP if others else grid.right)
    beside = phrases(setter, others, grid.evidence, grid.evidence_width, setter.level.evidence_top)
    return Block((*number.items, *beside.items), max(number.last, beside.last))


def _types(size: float) -> dict[PartKind, Type]:
    return {
        "qualifier": Type("regular", LEAD_UNIT, size, "ink"),
        "number": Type("bold", size, size, "accent"),
        "unit": Type("semibold", LEAD_UNIT, size, "accent"),
        "words": Type("semibold", LEAD_UNIT, size, "accent"),
    }


def _number(setter: Setter, area: Area, right: float) -> Block:
    """The number with its sentence, beside it where there is room, else below."""
    grid, figure = setter.grid, area.figure(area.main)
    runs = spaced(_number_runs(setter, figure, right - grid.lead))
    number = PlacedLine(grid.lead - OPTICAL, NUMBER_DROP, Line(runs))
    start = grid.lead + number.line.width - OPTICAL + SENTENCE_GAP
    setter.glyphs(figure.number, [number.line])
    room = right - start
    beside = room >= LEAST_SENTENCE and _line_count(setter, area, room) <= 3
    x, width = (start, room) if beside else (grid.lead, right - grid.lead)
    lines = setter.lines(area.sentence, LEAD_SENTENCE, width, most=3, last=LEAST_LAST_LINE)
    first = (
        NUMBER_DROP - LEAD_SENTENCE.leading * (len(lines) - 1)
        if beside
        else NUMBER_DROP + SENTENCE_UNDER
    )
    set_ = placed(lines, x, first, LEAD_SENTENCE.leading)
    box = text_box(
        "P", "number", [figure.number, area.sentence], [number, *set_], grid.lead - OPTICAL, right
    )
    return Block((box,), set_[-1].baseline)


def _line_count(setter: Setter, area: Area, width: float) -> int:
    return len(break_lines([setter.run(str(area.sentence), LEAD_SENTENCE)], width))


def _number_runs(setter: Setter, figure: Figure, width: float) -> tuple[Run, ...]:
    """The number at the largest size that fits its width."""
    for size in LEAD_NUMBERS:
        runs = setter.runs(figure.number, _types(size))
        over = Line(runs).width - width
        if over <= 0:
            return runs
    setter.note("BB305", figure.number, width=f"{width:.0f}", excess=f"{over:.1f}")
    return runs


def _proportion(setter: Setter, area: Area, top: float) -> Block:
    """The part filled in the whole, the whole bracketed underneath."""
    grid, rate = setter.grid, area.rate
    assert rate is not None  # noqa: S101 - lead() asked
    part, whole = area.figure(rate.part), area.figure(rate.whole)
    width = grid.right - grid.lead
    scale = width / float(whole.value)
    filled = float(part.value) * scale
    bracket = (
        (grid.lead, top + BRACKET_TOP),
        (grid.lead, top + BRACKET_BOTTOM),
        (grid.right, top + BRACKET_BOTTOM),
        (grid.right, top + BRACKET_TOP),
    )
    shapes = (
        Rect(grid.lead, top, width, BAR_HEIGHT, "paper", "outline", OUTLINE, figure=whole.id),
        Rect(grid.lead, top, filled, BAR_HEIGHT, "accent", figure=part.id),
        Path(bracket, "outline", OUTLINE),
    )
    label, baseline = _part_label(setter, part, top, filled)
    lines = setter.lines(rate.whole_page, WHOLE, width, most=1)
    set_ = placed(lines, grid.lead, baseline, WHOLE.leading)
    whole_box = text_box("P", "whole", [rate.whole_page], set_, grid.lead, grid.right)
    return Block((Graphic(rate.alt, shapes, scale), label, whole_box), baseline)


def _part_label(setter: Setter, part: Figure, top: float, filled: float) -> tuple[Item, float]:
    """The part's phrase inside the filled bar, else in the rest of it, else under the bracket;
    and the baseline that is left for the whole."""
    grid, below = setter.grid, top + WHOLE_DROP
    width = setter.run(str(part.phrase), BAR_LABEL).width
    rest = grid.right - grid.lead - filled
    x, baseline, type_ = grid.lead + BAR_LABEL_INSET, top + BAR_LABEL_DROP, BAR_LABEL
    if width + 2 * BAR_LABEL_INSET > filled:
        type_ = BAR_LABEL_OUTSIDE
        if width + 2 * BAR_LABEL_INSET <= rest:
            x = grid.lead + filled + BAR_LABEL_INSET
        else:
            x, baseline, below = grid.lead, below, below + WHOLE.leading + 2
    lines = setter.lines(part.phrase, type_, grid.right - x, most=1)
    set_ = placed(lines, x, baseline, type_.leading)
    return text_box("P", "part", [part.phrase], set_, x, grid.right), below
