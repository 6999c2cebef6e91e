"""Figures of one comparison as bars on one scale from zero, their words below.

In: an Area with a comparison and a Setter. Out: a Block, y from the row's rule.
Not for: figures that only share a unit: without a comparison in the data they are phrases.
"""

from bureau_brief.brief import Area, Figure
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.grid import COMPARE_WORDS, Type
from bureau_brief.outputs.page.rows import number_drop, number_types, phrases, unsaid
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Graphic, Item, PlacedLine, Rect

NUMBER_GAP = 6.0  # between a number and the noun beside it
PITCH, WORDS_DROP, HEIGHT = 23.0, 17.0, 14.0
LEAST_LEADING = 1.2  # of the second number's size: in bands it is too large for the pitch
TEXT_GAP = 9.0  # between a text and its bar; the text may reach into it


def holds(_setter: Setter, area: Area) -> bool:
    """A comparison that the main figure is in; its nouns have no place for a conversion."""
    group = area.compare.figures if area.compare else ()
    return area.main in group and all(len(area.figure(id_).ids) == 1 for id_ in group)


def row(setter: Setter, area: Area) -> Block:
    """A number and a noun for each figure of the comparison, and its bar on the common scale."""
    grid, group = setter.grid, area.compare
    assert group is not None  # noqa: S101 - FORMS asked
    figures = [area.figure(id_) for id_ in group.figures]
    scale = grid.evidence_width / (float(max(figure.value for figure in figures)) or 1)
    texts: list[Item] = []
    bars: list[Rect] = []
    baseline = number_drop(setter)
    pitch = max(PITCH, LEAST_LEADING * setter.level.second_number)
    for index, figure in enumerate(figures):
        size = setter.level.second_number if index else setter.level.number
        baseline += pitch if index else 0
        texts.append(_text(setter, figure, size, baseline))
        top = baseline - setter.cap * size / 2 - HEIGHT / 2
        width = float(figure.value) * scale
        bars.append(Rect(grid.evidence, top, width, HEIGHT, fill="accent", figure=figure.id))
    items: list[Item] = [*texts, Graphic(group.alt, tuple(bars), scale)]
    return _below(setter, area, items, baseline)


def _text(setter: Setter, figure: Figure, size: float, baseline: float) -> Item:
    grid = setter.grid
    number = spaced(setter.runs(figure.number, number_types(setter.level, size)))
    gap = NUMBER_GAP - number[-1].face.width(" ", number[-1].size)
    number = (*number[:-1], number[-1].saying(number[-1].text, gap))
    noun = setter.run(str(figure.noun), Type("semibold", setter.level.sentence, 13.5, "ink"))
    set_ = [PlacedLine(grid.lead, baseline, Line((*number, noun)))]
    width = set_[0].line.width
    if width > grid.lead_width + TEXT_GAP:
        excess = f"{width - grid.lead_width:.1f}"
        setter.note("BB302", figure.noun, width=f"{grid.lead_width:.0f}", excess=excess)
    setter.glyphs(figure.noun, [Line((*number, noun))])
    return text_box("P", "bar", [figure.number, figure.noun], set_, grid.lead, grid.evidence)


def _below(setter: Setter, area: Area, items: list[Item], baseline: float) -> Block:
    """The words of the comparison, then the figures that are not in it."""
    grid, group = setter.grid, area.compare
    assert group is not None  # noqa: S101 - FORMS asked
    width = grid.right - grid.lead
    if group.words:
        type_ = setter.scaled(COMPARE_WORDS)
        lines = setter.lines(group.words, type_, width, most=2)
        drop = WORDS_DROP * setter.level.scale
        set_ = placed(lines, grid.lead, baseline + drop, type_.leading)
        items.append(text_box("P", "compare", [group.words], set_, grid.lead, grid.right))
        baseline = set_[-1].baseline
    others = unsaid(area, *group.figures, group.words)
    below = phrases(setter, others, grid.lead, width, baseline + setter.level.evidence_pitch)
    return Block((*items, *below.items), below.last if others else baseline)
