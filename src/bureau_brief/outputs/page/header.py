"""The head of the page: top rule, office and kind of document, headline, context.

In: the Brief and a Setter. Out: a Block from the top of the page to the lead rule.
Not for: the ledger below it.
"""

from bureau_brief.brief import Brief, Text
from bureau_brief.fitting import excess_characters, widest
from bureau_brief.outputs.page.grid import CONTEXT, KIND, OFFICE, Type
from bureau_brief.outputs.page.setting import LEAST_LAST_LINE, Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Box, Image, Item, Rect, Rule

RULE = 4.0
OFFICE_DROP, HEADLINE_DROP, CONTEXT_DROP = 20.0, 50.0, 20.0
HEADLINE_LEADING = 26.5 / 22
LOGO_DROP, LOGO_HEIGHT, LOGO_WIDTH = 7.0, 22.0, 110.0  # between the rule and the headline
BETWEEN = 12.0  # at least, between office and kind of document
CONTEXT_WIDTH, CONTEXT_LINES = 496.0, 2


def header(setter: Setter, brief: Brief, *, context: bool = True) -> Block:
    """The items, and the last baseline of the head."""
    grid = setter.grid
    headline, last = _headline(setter, brief)
    items: list[Item] = [*top(setter, brief), headline]
    if context and brief.context and setter.level.context:
        said = _context(setter, brief.context)
        most, last_line = CONTEXT_LINES, LEAST_LAST_LINE
        lines = setter.lines(said, CONTEXT, CONTEXT_WIDTH, most=most, last=last_line)
        set_ = placed(lines, grid.left, last + CONTEXT_DROP, CONTEXT.leading)
        items.append(text_box("P", "context", [said], set_, grid.left, grid.right))
        last = set_[-1].baseline
    return Block(tuple(items), last)


def _context(setter: Setter, text: Text) -> Text:
    """Its first sentence alone, where the whole has too many lines."""
    whole = setter.broken([setter.run(str(text), CONTEXT)], CONTEXT_WIDTH, last=LEAST_LAST_LINE)
    return text if len(whole) <= CONTEXT_LINES else text.shorter or text


def top(setter: Setter, brief: Brief) -> list[Item]:
    """The rule, the office, the kind of document and the logo."""
    grid = setter.grid
    rule = Rule(Rect(grid.left, grid.top, grid.full, RULE, fill="accent"))
    logo = _logo(setter, brief)
    right = logo[0].box.x0 - BETWEEN if logo else grid.right
    return [rule, *_office(setter, brief, right), *logo]


def _logo(setter: Setter, brief: Brief) -> list[Image]:
    """The office's logo in the right corner under the rule, as large as its zone allows."""
    if brief.logo is None:
        return []
    grid, picture = setter.grid, brief.logo
    scale = min(LOGO_WIDTH / picture.width, LOGO_HEIGHT / picture.height)
    width, height = picture.width * scale, picture.height * scale
    y = grid.top + LOGO_DROP + (LOGO_HEIGHT - height) / 2
    box = Box(grid.right - width, y, grid.right, y + height)
    return [Image(brief.logo_alt, picture.content, box)]


def _office(setter: Setter, brief: Brief, right: float) -> list[Item]:
    """The office at the left, the kind of document at the right, on one baseline."""
    grid, baseline = setter.grid, setter.grid.top + OFFICE_DROP
    office = setter.lines(brief.organisation, OFFICE, right - grid.left, most=1)
    said = brief.type_date if setter.level.context else brief.large_print.date
    kind = setter.lines(said, KIND, right - grid.left, most=1) if said else ()
    over = widest(office) + widest(kind) + BETWEEN - (right - grid.left)
    if kind and over > 0:
        face = setter.theme.page[OFFICE.weight]
        text = str(brief.organisation)
        room = face.width(text, OFFICE.size) - over
        characters = excess_characters(text, face, OFFICE.size, room)
        setter.note("BB306", brief.organisation, excess=f"{over:.1f}", characters=characters)
    start = right - widest(kind)
    boxes: list[Item] = []
    for text_, lines, x, x1 in (
        (brief.organisation, office, grid.left, start - BETWEEN if kind else right),
        (said, kind, start, right),
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
        trial = setter.anew(grid, setter.level)
        lines = trial.lines(brief.headline, type_, grid.full, most=2, balanced=True)
        if not trial.problems:
            break
    setter.problems += trial.problems
    set_ = placed(lines, grid.left, grid.top + HEADLINE_DROP, type_.leading)
    box = text_box("H1", "headline", [brief.headline], set_, grid.left, grid.right)
    return box, set_[-1].baseline
