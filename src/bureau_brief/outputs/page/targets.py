"""The page of results against targets: each figure a row of number and label, bar and verdict.

In: areas of a Brief and a Setter of the level. Out: the Form of each; when the level is tried.
Not for: one to three targets: in the other levels the bar of a main figure is its evidence.
"""

from collections.abc import Sequence
from functools import partial

from bureau_brief.brief import Area, Brief, Figure, PartKind, Text
from bureau_brief.fitting import Run
from bureau_brief.outputs.page import lead
from bureau_brief.outputs.page.choosing import Form
from bureau_brief.outputs.page.forms import proportion, target
from bureau_brief.outputs.page.grid import CHANGE, Level, Type
from bureau_brief.outputs.page.rows import MOST_LINES, name_box, unsaid
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    Block,
    Setter,
    placed,
    spaced,
    text_box,
)
from bureau_brief.outputs.page.values import Item

FEWEST_TARGETS = 4
SHARE = 0.5  # of the figures, at least, have a target
FIRST, SECOND = (
    16.0,
    13.0,
)  # at normal size; baselines: the first number's; from any number to its second line
MIDDLE, VERDICT_DROP = (
    4.0,
    13.2,
)  # from a number's baseline to the middle of its bar, to the verdict
PITCH, BELOW = 34.5, 21.3  # from number to number, at least; from a second line to the next number
BAR_REACH = 9.0  # a label may reach this far towards its bar


def _types(level: Level, *, main: bool) -> dict[PartKind, Type]:
    """How the parts of a figure are set, and its label."""
    leading = SECOND * level.scale
    if main:
        return {
            "qualifier": Type("regular", level.sentence, leading, "ink"),
            "number": Type("bold", level.second_number, leading, "accent"),
            "unit": Type("semibold", level.sentence, leading, "accent"),
            "words": Type("semibold", level.sentence, leading, "ink"),
        }
    return {
        "qualifier": Type("regular", level.evidence, leading, "ink"),
        "number": Type("semibold", level.evidence_number, leading, "ink"),
        "unit": Type("semibold", level.evidence, leading, "ink"),
        "words": Type("regular", level.evidence, leading, "ink"),
    }


def suits(brief: Brief) -> bool:
    """At least half of the figures have a target, and more than three of them a bar."""
    figures = brief.figures().values()
    targets = [figure.target for figure in figures if figure.target]
    drawable = sum(found.drawable for found in targets)
    return drawable >= FEWEST_TARGETS and len(targets) >= SHARE * len(figures)


def chosen(_setter: Setter, areas: Sequence[Area]) -> list[Form]:
    """A lead rate keeps its proportion; every other area is rows, also where it stands first."""
    changes = any(figure.previous for area in areas for figure in area.figures)
    rows = partial(_row, changes=changes)
    form = Form("targets", target.holds, rows, partial(_opening, rows))
    rate = Form("proportion", proportion.holds, rows, lead.with_rate)
    first = rate if proportion.holds(_setter, areas[0]) else form
    return [first, *(form for _ in areas[1:])]


def _opening(rows: "partial[Block]", setter: Setter, area: Area) -> Block:
    name, body = name_box(setter, area, setter.level.name_drop), rows(setter, area)
    last = max(body.last, name.lines[-1].baseline)
    return Block((name, *body.items), last, body.notes)


def _row(setter: Setter, area: Area, *, changes: bool) -> Block:
    """The main figure, then the others in data order."""
    figures = [area.figure(area.main), *unsaid(area, area.main, area.sentence)]
    items: list[Item] = []
    notes: list[Text] = []
    baseline, last, scale = FIRST * setter.level.scale, 0.0, setter.level.scale
    for figure in figures:
        block = _figure(setter, area, figure, baseline, changes=changes)
        items += block.items
        notes += block.notes
        last = block.last
        baseline = max(baseline + PITCH * scale, last + BELOW * scale)
    return Block(tuple(items), last, tuple(notes))


def _figure(setter: Setter, area: Area, figure: Figure, baseline: float, *, changes: bool) -> Block:
    """Number and label with the change below them, the bar with its verdict beside them."""
    main = figure.id == area.main
    said = _named(setter, area, figure, baseline) if main else _phrase(setter, figure, baseline)
    items, last = [*said.items], said.last
    if changes and str(figure.change) not in str(area.sentence):
        changed = _changed(setter, figure, last + SECOND * setter.level.scale)
        items, last = [*items, *changed.items], changed.last
    if figure.target is None or not figure.target.drawable:
        words = target.verdict(setter, figure, baseline)
        return Block((*items, *words.items), max(last, words.last))
    top = baseline - MIDDLE * setter.level.scale - setter.level.bar / 2
    bar = target.bar(setter, figure, top)
    words = target.verdict(setter, figure, baseline + VERDICT_DROP * setter.level.scale)
    return Block((*items, *bar.items, *words.items), max(last, words.last), bar.notes)


def _changed(setter: Setter, figure: Figure, baseline: float) -> Block:
    left, type_ = setter.grid.lead, setter.scaled(CHANGE)
    lines = setter.lines(figure.change, type_, setter.grid.lead_width, most=2)
    set_ = placed(lines, left, baseline, type_.leading)
    box = text_box("P", "change", [figure.change], set_, left, _right(setter))
    return Block((box,), set_[-1].baseline)


def _right(setter: Setter) -> float:
    return setter.grid.lead + setter.grid.lead_width + BAR_REACH


def _named(setter: Setter, area: Area, figure: Figure, baseline: float) -> Block:
    """The main number with the sentence of its area."""
    types = _types(setter.level, main=True)
    sentence = setter.run(str(area.sentence), types["words"])
    runs = [*spaced(setter.runs(figure.number, types)), sentence]
    return _set(setter, [figure.number, area.sentence], runs, baseline)


def _phrase(setter: Setter, figure: Figure, baseline: float) -> Block:
    runs = setter.runs(figure.phrase, _types(setter.level, main=False))
    return _set(setter, [figure.phrase], list(runs), baseline)


def _set(setter: Setter, texts: list[Text], runs: list[Run], baseline: float) -> Block:
    left, width = setter.grid.lead, setter.grid.lead_width + BAR_REACH
    lines = setter.broken(runs, width, last=LEAST_LAST_LINE)
    setter.limit(texts[-1], lines, width, MOST_LINES)
    set_ = placed(lines, left, baseline, SECOND * setter.level.scale)
    return Block((text_box("P", "number", texts, set_, left, _right(setter)),), set_[-1].baseline)
