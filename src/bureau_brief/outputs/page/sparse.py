"""Sparse: one to three areas in bands, or one figure alone on its page.

In: a Setter and a Brief. Out: a Draft. Where there is room, particulars follow: the source's
words, the period, what a figure is compared with, where it was found.
Not for: what stands in a band above the particulars (`lead`, `forms`).
"""

from bureau_brief.brief import Area, Brief, Figure, Text
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.choosing import Form, chosen
from bureau_brief.outputs.page.footer import draft
from bureau_brief.outputs.page.grid import CONTEXT, NAME, Type
from bureau_brief.outputs.page.header import header, top
from bureau_brief.outputs.page.lead import hung, number_types
from bureau_brief.outputs.page.ledger import in_order, opening_of, row_of, rule
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Draft, Item, PlacedLine, Role, moved

MOST_AREAS = 3
BAND_DROP, BAND_RULE = 26.0, 1.5  # from the head to the first band; between bands
FIRST_ROW = 17.0  # from the last line of a band to its first particular
ROW_BASELINE, ROW_BELOW = 15.5, 8.5  # in a row of particulars: 24 pt with one line
HAIRLINE = 0.75
ABOVE_FOOTER = 22.0

NUMBER, NUMBER_HIGH = 286.0, 330.0  # baseline of the figure that stands alone
SENTENCE = Type("bold", 24, 30, "ink")
SENTENCE_DROP, RULE_DROP, QUOTE_DROP, CONTEXT_DROP = 58.0, 44.0, 22.0, 26.0
QUOTE = Type("regular", 14, 20, "ink")
PARTICULAR = Type("regular", 10.5, 14.5, "ink")
FEWEST_PARTICULARS = 3  # with fewer rows below, the number stands lower


def suits(brief: Brief) -> bool:
    """One to three areas."""
    return len(brief.areas) <= MOST_AREAS


def suits_hero(brief: Brief) -> bool:
    """One figure in all."""
    return len(brief.all_ids()) == 1


def bands(setter: Setter, brief: Brief) -> Draft:
    """The areas below each other, each as high as the others where that is enough for all."""
    areas = in_order(brief)
    forms = chosen(setter, areas)
    head = header(setter, brief)
    y = head.last + BAND_DROP
    blocks = [_band(setter, form, area) for form, area in zip(forms, areas, strict=True)]
    needed = [block.last + setter.level.pad for block in blocks]
    heights = _heights(needed, setter.grid.footer - y)
    items: list[Item] = list(head.items)
    excess = y + sum(needed) - setter.grid.footer
    for area, block, height in zip(areas, blocks, heights, strict=True):
        full = _with_particulars(setter, block, area.figure(area.main), height)
        items.append(rule(setter, y, BAND_RULE, "accent"))
        items += (moved(item, y) for item in full.items)
        y += height
    return draft(
        setter,
        brief,
        items,
        setter.grid.footer,
        0,
        excess=excess,
        notes=tuple(dict.fromkeys(note for block in blocks for note in block.notes)),
        forms=tuple((area.id, form.name) for area, form in zip(areas, forms, strict=True)),
    )


def _heights(needed: list[float], room: float) -> list[float]:
    """Equal ones; where one band needs more than its share, each what it needs and its share of
    what is left."""
    equal = room / len(needed)
    if max(needed) <= equal:
        return [equal] * len(needed)
    return [height + (room - sum(needed)) / len(needed) for height in needed]


def _band(setter: Setter, form: Form, area: Area) -> Block:
    return (opening_of if form.lead else row_of)(setter, form, area)


def _with_particulars(setter: Setter, block: Block, figure: Figure, height: float) -> Block:
    """The block with as many particulars as its band has room for."""
    y, items = block.last + FIRST_ROW, list(block.items)
    said = figure.particulars
    quote = (said.quote,) if said.quote else ()
    for heading, text in (*quote, *said.rows(compared=False)):  # the lead says the change
        drawn = _particular(setter, heading, text)
        if y + drawn.last > height - ABOVE_FOOTER:
            break
        items += (moved(item, y) for item in drawn.items)
        y += drawn.last
    return Block(tuple(items), y, block.notes)


def _particular(setter: Setter, heading: Text, text: Text, role: Role = "P") -> Block:
    """A hairline, the heading at N, the text at L; `last` is the height of the row."""
    grid = setter.grid
    name = setter.lines(heading, NAME, grid.name_width, most=2)
    lines = setter.lines(text, PARTICULAR, grid.right - grid.lead, most=4)
    names = placed(name, grid.left, ROW_BASELINE, NAME.leading)
    set_ = placed(lines, grid.lead, ROW_BASELINE, PARTICULAR.leading)
    boxes = (
        text_box("P", "heading", [heading], names, grid.left, grid.lead),
        text_box(role, "particular", [text], set_, grid.lead, grid.right),
    )
    last = max(box.lines[-1].baseline for box in boxes)
    return Block((rule(setter, 0, HAIRLINE, "hairline"), *boxes), last + ROW_BELOW)


def hero(setter: Setter, brief: Brief) -> Draft:
    """One figure alone: the number with its sentence is the title of the page."""
    (area,) = brief.areas
    (figure,) = area.figures
    grid = setter.grid
    rows = [_particular(setter, brief.index.columns[0], area.name, "H2")]
    rows += [
        _particular(setter, heading, text)
        for heading, text in figure.particulars.rows(compared=True)
    ]
    high = NUMBER if len(rows) >= FEWEST_PARTICULARS else NUMBER_HIGH
    opened = _title(setter, brief, area, figure, high)
    quoted = _quoted(setter, figure, opened.last + RULE_DROP)
    y = grid.footer - ABOVE_FOOTER - sum(row.last for row in rows) + ROW_BELOW
    items: list[Item] = [*top(setter, brief), *opened.items, *quoted.items]
    excess = quoted.last + ABOVE_FOOTER - y
    for drawn in rows:
        items += (moved(item, y) for item in drawn.items)
        y += drawn.last
    return draft(setter, brief, items, grid.footer, 0, excess=excess)


def _title(setter: Setter, brief: Brief, area: Area, figure: Figure, high: float) -> Block:
    """The number, its sentence, and the context below them."""
    grid = setter.grid
    number = _number(setter, figure)
    optical = hung(figure.number, number.runs)
    lines = setter.lines(area.sentence, SENTENCE, grid.full, most=3, balanced=True)
    set_ = [
        PlacedLine(grid.left - optical, high, number),
        *placed(lines, grid.left, high + SENTENCE_DROP, SENTENCE.leading),
    ]
    last = set_[-1].baseline
    texts = [figure.number, area.sentence]
    boxes = [text_box("H1", "number", texts, set_, grid.left - optical, grid.right)]
    if brief.context:
        lines = setter.lines(brief.context, CONTEXT, grid.full, most=2)
        set_ = placed(lines, grid.left, last + CONTEXT_DROP, CONTEXT.leading)
        boxes.append(text_box("P", "context", [brief.context], set_, grid.left, grid.right))
        last = set_[-1].baseline
    return Block(tuple(boxes), last)


def _number(setter: Setter, figure: Figure) -> Line:
    """The number at the largest size that fits the page."""
    for size in setter.level.lead_numbers:
        number = Line(spaced(setter.runs(figure.number, number_types(setter.level, size))))
        over = number.width - setter.grid.full
        if over <= 0:
            break
    else:
        width = f"{setter.grid.full:.0f}"
        setter.note("BB305", figure.number, width=width, excess=f"{over:.1f}")
    setter.glyphs(figure.number, [number])
    return number


def _quoted(setter: Setter, figure: Figure, y: float) -> Block:
    """The source's words under a rule; nothing where the file gives none."""
    grid = setter.grid
    if not figure.particulars.quote:
        return Block((), y - RULE_DROP)
    name, quote = figure.particulars.quote
    names = setter.lines(name, NAME, grid.name_width, most=2)
    lines = setter.lines(quote, QUOTE, grid.right - grid.lead, most=6)
    heading = placed(names, grid.left, y + QUOTE_DROP, NAME.leading)
    set_ = placed(lines, grid.lead, y + QUOTE_DROP, QUOTE.leading)
    items = (
        rule(setter, y, BAND_RULE, "accent"),
        text_box("P", "heading", [name], heading, grid.left, grid.lead),
        text_box("P", "quote", [quote], set_, grid.lead, grid.right),
    )
    return Block(items, set_[-1].baseline)
