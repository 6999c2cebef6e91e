"""Comparisons and flows over the whole width of a band: the lead block has no place for them.

In: an Area and a Setter whose evidence stands below the number. Out: a Block, y from the rule.
Not for: rows of the ledger (`forms.bars`, `forms.flow`).
"""

from bureau_brief.brief import NOTHING, Area, Figure
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.forms.bars import HEIGHT, WORDS_DROP
from bureau_brief.outputs.page.forms.flow import GAP, HEAD, LINE
from bureau_brief.outputs.page.grid import ARROW_WORDS, COMPARE_WORDS
from bureau_brief.outputs.page.lead import named, numbered
from bureau_brief.outputs.page.rows import evidence_types, phrases, unsaid
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path, Rect, TextBox, moved

BAR_DROP, ABOVE = 12.0, 16.0  # from a text to its bar, from a bar to the next number
LENGTH, BESIDE = 30.0, 14.0  # of the arrow; from it to its words


def with_bars(setter: Setter, area: Area) -> Block:
    """The first number as large as in any band, the others smaller; under each its bar."""
    grid, by, group = setter.grid, setter.level.scale, area.compare
    assert group is not None  # noqa: S101 - FORMS asked
    figures = [area.figure(id_) for id_ in group.figures]
    scale = (grid.right - grid.lead) / (float(max(figure.value for figure in figures)) or 1)
    first = numbered(setter, figures[0], figures[0].noun, grid.right)
    texts, bars, y = [*first.items], list[Rect](), first.last
    for index, figure in enumerate(figures):
        if index:
            y += ABOVE * by + setter.cap * setter.level.evidence_number
            texts.append(_text(setter, figure, y))
        width = float(figure.value) * scale
        y += BAR_DROP * by
        bars.append(Rect(grid.lead, y, width, HEIGHT * by, fill="accent", figure=figure.id))
        y += HEIGHT * by
    items = [*texts, Graphic(group.alt, tuple(bars), scale)]
    if group.words:
        y += WORDS_DROP * by
        items.append(_words(setter, area, y))
    others = unsaid(area, *group.figures, group.words)
    return _with_others(setter, area, Block(tuple(items), y), others)


def _text(setter: Setter, figure: Figure, baseline: float) -> TextBox:
    """A number and its noun on one line."""
    grid, types = setter.grid, evidence_types(setter.level)
    noun = setter.run(str(figure.noun), types["words"])
    line = Line((*spaced(setter.runs(figure.number, types)), noun))
    setter.limit(figure.noun, [line], grid.right - grid.lead, most=1)
    set_ = placed([line], grid.lead, baseline, 0)
    return text_box("P", "bar", [figure.number, figure.noun], set_, grid.lead, grid.right)


def _words(setter: Setter, area: Area, baseline: float) -> TextBox:
    """What the comparison says of all its figures."""
    grid, group, type_ = setter.grid, area.compare, setter.scaled(COMPARE_WORDS)
    assert group is not None  # noqa: S101 - FORMS asked
    lines = setter.lines(group.words, type_, grid.right - grid.lead, most=2)
    set_ = placed(lines, grid.lead, baseline, type_.leading)
    return text_box("P", "compare", [group.words], set_, grid.lead, grid.right)


def with_flow(setter: Setter, area: Area) -> Block:
    """The cause, an arrow down with the source's words beside it, the effect as large."""
    grid, level, flow = setter.grid, setter.level, area.flow
    assert flow is not None  # noqa: S101 - FORMS asked
    cause, effect = area.figure(flow.cause), area.figure(flow.effect)
    above = numbered(setter, cause, cause.label, grid.right)
    top = above.last + GAP * level.scale + GAP
    end = top + LENGTH * level.scale
    arrow = _arrow(setter, area, top, end)
    below = numbered(setter, effect, effect.label, grid.right)
    down = end + GAP * level.scale - level.lead_top
    items: tuple[Item, ...] = (
        *above.items,
        *arrow,
        *(moved(item, down) for item in below.items),
    )
    others = unsaid(area, flow.cause, flow.effect, cause.label, effect.label)
    return _with_others(setter, area, Block(items, below.last + down), others)


def _arrow(setter: Setter, area: Area, top: float, end: float) -> tuple[Item, Item]:
    """It says nothing that its words do not."""
    grid, flow, type_ = setter.grid, area.flow, setter.scaled(ARROW_WORDS)
    assert flow is not None  # noqa: S101 - FORMS asked
    half = HEAD / 2
    x = grid.lead + half
    head = ((x - half, end - HEAD), (x, end), (x + half, end - HEAD))
    shapes = (Path(((x, top), (x, end - HEAD)), "accent", LINE), Path(head, "accent"))
    start = x + BESIDE
    lines = setter.lines(flow.words, type_, grid.right - start, most=1)
    baseline = (top + end + setter.cap * type_.size) / 2
    words = text_box(
        "P", "cause", [flow.words], placed(lines, start, baseline, 0), start, grid.right
    )
    return Graphic(NOTHING, shapes), words


def _with_others(setter: Setter, area: Area, body: Block, others: list[Figure]) -> Block:
    """The area's name, and its other figures below."""
    grid, first = setter.grid, body.last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.lead, grid.right - grid.lead, first)
    last = below.last if others else body.last
    return named(setter, area, Block((*body.items, *below.items), last))
