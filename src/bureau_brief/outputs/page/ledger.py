"""The ledger: the lead area at its head, the others as rows, as high as their contents.

In: a Setter of one level and a Brief. Out: a Draft; what is left of the height is shared out.
Not for: a single row (`rows`, `lead`), or which level is taken (`levels`).
"""

from collections.abc import Callable, Sequence

from bureau_brief.brief import Area, Brief
from bureau_brief.outputs.page.choosing import Form, chosen
from bureau_brief.outputs.page.footer import draft
from bureau_brief.outputs.page.grid import EXTRA_ABOVE
from bureau_brief.outputs.page.header import header
from bureau_brief.outputs.page.rows import name_box
from bureau_brief.outputs.page.setting import Block, Setter
from bureau_brief.outputs.page.values import Draft, Item, Rect, Rule, TextBox, moved

LEAD_RULE, HAIRLINE = 2.5, 0.75
MOST_AREAS = 12  # more rows fit no page: a row is at least 46 pt high


Choose = Callable[[Setter, Sequence[Area]], list[Form]]


def suits(brief: Brief) -> bool:
    """Whether it is worth setting: rows of more areas can never fit."""
    return len(brief.areas) <= MOST_AREAS


def ledger(setter: Setter, brief: Brief, *, choose: Choose = chosen) -> Draft:
    """The page of a Brief as a ledger that shows every figure."""
    areas, level = in_order(brief), setter.level
    forms = choose(setter, areas)
    head, opening = header(setter, brief), opening_of(setter, forms[0], areas[0])
    rows = [row_of(setter, form, area) for form, area in zip(forms[1:], areas[1:], strict=True)]
    start = head.last + level.head_end
    used = opening.last + level.lead_pad + sum(block.last + level.pad for block in rows)
    free = setter.grid.footer - start - used
    least = level.least_extra * len(rows)
    sharing = len(rows) + level.lead_shares
    extra = min(free / max(sharing, 1), level.most_extra)
    items = [*head.items, *_placed(setter, start, opening, rows, extra)]
    left_over = max(0.0, free - extra * sharing)
    return draft(
        setter,
        brief,
        items,
        setter.grid.footer,
        left_over,
        excess=least - free,
        notes=tuple(dict.fromkeys(note for block in (opening, *rows) for note in block.notes)),
        forms=tuple((area.id, form.name) for area, form in zip(areas, forms, strict=True)),
    )


def opening_of(setter: Setter, form: Form, area: Area) -> Block:
    """One area as the block that opens the page; a row where its form has no larger one."""
    if form.lead is None:
        return row_of(setter, form, area)
    return below_name(setter, form.lead(setter, area))


def row_of(setter: Setter, form: Form, area: Area) -> Block:
    """One area: its name, then its form."""
    name, body = name_box(setter, area, setter.level.name_drop), form.row(setter, area)
    last = max(body.last, name.lines[-1].baseline)
    return below_name(setter, Block((name, *body.items), last, body.notes))


def below_name(setter: Setter, block: Block) -> Block:
    """Where the name stands above the number, what it says in further lines moves the rest."""
    if not setter.grid.names_above:
        return block
    name, *rest = block.items
    assert isinstance(name, TextBox)  # noqa: S101 - every block begins with it
    down = name.lines[-1].baseline - name.lines[0].baseline
    return Block((name, *(moved(item, down) for item in rest)), block.last + down, block.notes)


def in_order(brief: Brief) -> list[Area]:
    """The lead area first, the others in data order."""
    first = next(area for area in brief.areas if area.id == brief.lead)
    return [first, *(area for area in brief.areas if area is not first)]


def _placed(
    setter: Setter, y: float, opening: Block, rows: list[Block], extra: float
) -> list[Item]:
    """The blocks below each other, each row with its share of the height that is left."""
    items: list[Item] = [rule(setter, y, LEAD_RULE, "accent")]
    share = extra * setter.level.lead_shares
    items += (moved(item, y + share * EXTRA_ABOVE) for item in opening.items)
    y += opening.last + setter.level.lead_pad + share
    for block in rows:
        items.append(rule(setter, y, HAIRLINE, "hairline"))
        items += (moved(item, y + extra * EXTRA_ABOVE) for item in block.items)
        y += block.last + setter.level.pad + extra
    return items


def rule(setter: Setter, y: float, thickness: float, colour: str) -> Rule:
    """A rule across the page."""
    grid = setter.grid
    return Rule(Rect(grid.left, y - thickness / 2, grid.full, thickness, fill=colour))
