"""The head of the page: top rule, office and kind of document, headline, context.

In: the Brief and a Setter. Out: a Block from the top of the page to the lead rule.
Not for: the ledger below it.
"""

from bureau_brief.brief import Brief
from bureau_brief.fitting import excess_characters, widest
from bureau_brief.outputs.page.grid import CONTEXT, KIND, OFFICE, Type
from bureau_brief.outputs.page.setting import Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Item, Rect, Rule

RULE = 4.0
OFFICE_DROP, HEADLINE_DROP, CONTEXT_DROP = 20.0, 50.0, 20.0
HEADLINE_LEADING = 26.5 / 22
BETWEEN = 12.0  # at least, between office and kind of document
CONTEXT_WIDTH = 496.0


def header(setter: Setter, brief: Brief, *, context: bool = True) -> Block:
    """The items, and the last baseline of the head."""
    grid = setter.grid
    headline, last = _headline(setter, brief)
    items: list[Item] = [*top(setter, brief), headline]
    if context and brief.context and setter.level.context:
        lines = setter.lines(brief.context, CONTEXT, CONTEXT_WIDTH, most=2)
        set_ = placed(lines, grid.left, last + CONTEXT_DROP, CONTEXT.leading)
        items.append(text_box("P", "context", [brief.context], set_, grid.left, grid.right))
        last = set_[-1].baseline
    return Block(tuple(items), last)


def top(setter: Setter, brief: Brief) -> list[Item]:
    """The rule, the office and the kind of document."""
    grid = setter.grid
    rule = Rule(Rect(grid.left, grid.top, grid.full, RULE, fill="accent"))
    return [rule, *_office(setter, brief)]


def _office(setter: Setter, brief: Brief) -> list[Item]:
    """The office at the left, the kind of document at the right, on one baseline."""
    grid, baseline = setter.grid, setter.grid.top + OFFICE_DROP
    office = setter.lines(brief.organisation, OFFICE, grid.full, most=1)
    said = brief.type_date if setter.level.context else brief.large_print.date
    kind = setter.lines(said, KIND, grid.full, most=1) if said else ()
    over = widest(office) + widest(kind) + BETWEEN - grid.full
    if kind and over > 0:
        face = setter.theme.page[OFFICE.weight]
        text = str(brief.organisation)
        room = face.width(text, OFFICE.size) - over
        characters = excess_characters(text, face, OFFICE.size, room)
        setter.note("BB306", brief.organisation, excess=f"{over:.1f}", characters=characters)
    start = grid.right - widest(kind)
    boxes: list[Item] = []
    for text_, lines, x, x1 in (
        (brief.organisation, office, grid.left, start - BETWEEN if kind else grid.right),
        (said, kind, start, grid.right),
    ):
        if lines:
            set_ = placed(lines, x, baseline, OFFICE.leading)
            boxes.append(text_box("P", "office", [text_], set_, x, x1))
    return boxes


def _headline(setter: Setter, brief: Brief) -> tuple[Item, float]:
    """The headline at the first size at which it takes two lines."""
    grid = setter.grid
    for size in setter.level.headlines:
        type_ = Type("bold", size, size * HEADLINE_LEADING, "ink")
        trial = Setter(setter.theme, grid, setter.level)
        lines = trial.lines(brief.headline, type_, grid.full, most=2, balanced=True)
        if not trial.problems:
            break
    setter.problems += trial.problems
    set_ = placed(lines, grid.left, grid.top + HEADLINE_DROP, type_.leading)
    box = text_box("H1", "headline", [brief.headline], set_, grid.left, grid.right)
    return box, set_[-1].baseline
