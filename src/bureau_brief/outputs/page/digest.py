"""A digest: very many areas with long texts, each a name and its main figure, in two columns.

In: a Setter and a Brief. Out: a Draft with one figure an area, and all of priority 1.
Not for: areas that an index has room for: there, numbers stand below each other.
"""

from bureau_brief.brief import Area, Brief, PartKind
from bureau_brief.outputs.page.dense import GUTTER, columns
from bureau_brief.outputs.page.dropping import KEEP, main_first
from bureau_brief.outputs.page.footer import draft, low_footer
from bureau_brief.outputs.page.grid import Type
from bureau_brief.outputs.page.header import header
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    Block,
    Setter,
    placed,
    spaced,
    text_box,
)
from bureau_brief.outputs.page.values import Draft, Item, Rect, Rule, moved
from bureau_brief.values import replace

COLUMNS, NAME_LINES, MOST_LINES = 2, 2, 4
LEADING, DROP, FIGURE_DROP = 11.6, 12.0, 12.2  # DROP: from the rule to the first baseline
GAP, MOST_GAP = 6.5, 16.0  # from the last line of an area to the next rule
HAIRLINE, LEAST_ABOVE_FOOTER = 0.6, 16.0

_NAME = Type("semibold", 10, LEADING, "accent")
_LABEL = Type("regular", 10, LEADING, "ink")
_NUMBER: dict[PartKind, Type] = {
    "qualifier": Type("regular", 10, LEADING, "ink"),
    "number": Type("bold", 11, LEADING, "accent"),
    "unit": Type("semibold", 10, LEADING, "accent"),
    "words": Type("semibold", 10, LEADING, "accent"),
}


def digest(setter: Setter, brief: Brief) -> Draft:
    """The areas down two columns."""
    head = header(setter, replace(brief, context=brief.context.shorter or brief.context))
    foot, start = low_footer(setter, brief), head.last + setter.level.head_end
    width = (setter.grid.full - GUTTER) / COLUMNS
    blocks = [_area(setter, area, width) for area in brief.areas]
    items, room, excess = list(head.items), foot - LEAST_ABOVE_FOOTER - start, 0.0
    rest = iter(blocks)
    for index, column in enumerate(columns([b.last + GAP for b in blocks], COLUMNS)):
        free = room - (sum(column) - GAP)
        excess = max(excess, -free)
        gap, y = GAP + min(MOST_GAP - GAP, max(0.0, free) / max(1, len(column) - 1)), start
        for _, block in zip(column, rest, strict=False):
            items += (moved(item, y, index * (width + GUTTER)) for item in block.items)
            y += block.last + gap
    return draft(setter, brief, items, foot, 0, excess=excess)


def _area(setter: Setter, area: Area, width: float) -> Block:
    """Rule, name and main figure; the others of priority 1 below them."""
    x = setter.grid.left
    main, *others = main_first(area)
    said = set(main.lone_label.figures)
    kept = [figure for figure in others if figure.priority == KEEP and figure.id not in said]
    names = placed(setter.lines(area.name, _NAME, width, most=NAME_LINES), x, DROP, LEADING)
    rule = Rule(Rect(x, -HAIRLINE / 2, width, HAIRLINE, fill="accent"))
    items: list[Item] = [rule, text_box("H2", "name", [area.name], names, x, x + width)]
    y = names[-1].baseline
    for figure in (main, *kept):
        label = setter.run(str(figure.lone_label), _LABEL)
        lines = setter.broken(
            [*spaced(setter.runs(figure.number, _NUMBER)), label], width, last=LEAST_LAST_LINE
        )
        setter.limit(figure.lone_label, lines, width, MOST_LINES)
        set_ = placed(lines, x, y + FIGURE_DROP, LEADING)
        slot, texts = "evidence" if figure in kept else "number", [figure.number, figure.lone_label]
        items.append(text_box("P", slot, texts, set_, x, x + width))
        y = set_[-1].baseline
    return Block(tuple(items), y)
