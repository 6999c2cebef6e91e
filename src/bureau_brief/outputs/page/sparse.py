"""Sparse: one to three areas in bands, or one figure alone on its page.

In: a Setter and a Brief. Out: a Draft. Where there is room, particulars follow: the source's
words, the period, what a figure is compared with, where it was found.
Not for: what stands in a band above the particulars (`lead`, `forms`).
"""

from collections.abc import Iterator, Sequence

from bureau_brief.brief import Area, Brief, Figure, Text
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.choosing import Form, chosen
from bureau_brief.outputs.page.footer import draft
from bureau_brief.outputs.page.grid import CONTEXT, EXTRA_ABOVE, NAME, Type
from bureau_brief.outputs.page.header import header, top
from bureau_brief.outputs.page.lead import hung, number_types
from bureau_brief.outputs.page.ledger import below_name, in_order, rule
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    Block,
    Setter,
    placed,
    spaced,
    text_box,
)
from bureau_brief.outputs.page.values import (
    Draft,
    Item,
    PlacedLine,
    Rect,
    Role,
    Rule,
    TextBox,
    moved,
)
from bureau_brief.values import replace

MOST_AREAS, MOST_ROWS = 3, 4  # in bands; in rows that take all the height
MOST_PARTICULARS = 3  # below a band
NAME_APART = 0.22  # of a number's size: readers glue a name to it that ends nearer
UNEVEN = 48.0  # bands whose contents differ by more are not of one height
MOST_EXTRA = 80.0  # of the height that is left, to each figure of one area alone
EVIDENCE = "evidence"  # the slot of a figure beside or below the main one
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


def suits_rows(brief: Brief) -> bool:
    """One to four areas."""
    return len(brief.areas) <= MOST_ROWS


def suits_four(brief: Brief) -> bool:
    """One to three areas; four of two figures each, or fewer."""
    return suits(brief) or (suits_rows(brief) and len(brief.all_ids()) <= 2 * MOST_ROWS)


def suits_single(brief: Brief) -> bool:
    """One area."""
    return len(brief.areas) == 1


def suits_hero(brief: Brief) -> bool:
    """One figure in all, without a relation that a chart shows."""
    figure = brief.areas[0].figures[0]
    return len(brief.all_ids()) == 1 and not (figure.target or figure.series)


def bands(setter: Setter, brief: Brief) -> Draft:
    """The areas below each other, each as high as the others where they say about as much."""
    areas, wide = in_order(brief), _wide(setter)
    forms = chosen(wide, areas, leads=False)
    head = header(setter, brief)
    y = head.last + BAND_DROP
    room = setter.grid.footer - y
    blocks = [_band(wide, form, area) for form, area in zip(forms, areas, strict=True)]
    rows = _rows(setter, areas, [block.last for block in blocks], room)
    needed = [_needed(setter, one.last, below) for one, below in zip(blocks, rows, strict=True)]
    items: list[Item] = list(head.items)
    if len(areas) == 1:
        items += _alone(setter, y, blocks[0], rows[0], room - needed[0])
    else:
        items += _banded(setter, y, blocks, rows, _heights(needed, room))
    return draft(
        setter,
        brief,
        items,
        setter.grid.footer,
        0,
        excess=sum(needed) - room,
        notes=tuple(dict.fromkeys(note for block in blocks for note in block.notes)),
        forms=tuple((area.id, form.name) for area, form in zip(areas, forms, strict=True)),
    )


def _banded(
    setter: Setter,
    y: float,
    blocks: Sequence[Block],
    rows: Sequence[Sequence[Block]],
    heights: Sequence[float],
) -> Iterator[Item]:
    for block, below, height in zip(blocks, rows, heights, strict=True):
        yield rule(setter, y, BAND_RULE, "accent")
        yield from (moved(item, y) for item in block.items)
        yield from _stacked(below, y + block.last + FIRST_ROW)
        y += height


def _alone(
    setter: Setter, y: float, block: Block, rows: Sequence[Block], free: float
) -> Iterator[Item]:
    """One area over the whole page: each further figure under a hairline and with its share of
    the height that is `free`, the particulars at the foot."""
    level, grid = setter.level, setter.grid
    cap = setter.cap * level.evidence_number
    figures = [item for item in block.items if isinstance(item, TextBox) and item.slot == EVIDENCE]
    extra = max(0.0, min(free / (len(figures) + 1), MOST_EXTRA))
    yield rule(setter, y, BAND_RULE, "accent")
    down = y + extra * EXTRA_ABOVE
    for item in block.items:
        if item in figures:
            down += extra
            above = (level.evidence_pitch + extra - cap) * (1 - EXTRA_ABOVE)
            line = item.lines[0].baseline + down - cap - above
            yield Rule(Rect(grid.lead, line, grid.right - grid.lead, HAIRLINE, fill="hairline"))
        yield moved(item, down)
    height = sum(row.last for row in rows)
    yield from _stacked(rows, grid.footer - ABOVE_FOOTER - height + ROW_BELOW)


def _wide(setter: Setter) -> Setter:
    """What leads a band has its evidence below it, from L to the right edge, and its name stands
    well apart from its number."""
    grid, largest = setter.grid, setter.level.lead_numbers[0]
    width = grid.name_width
    if not grid.names_above:
        width = min(width, grid.lead - grid.left - NAME_APART * largest)
    return replace(setter, grid=replace(grid, evidence=grid.lead, name_width=width))


def _band(setter: Setter, form: Form, area: Area) -> Block:
    set_ = form.band or form.lead
    assert set_ is not None  # noqa: S101 - a form without one cannot stand in a band
    return below_name(setter, set_(setter, area))


def _heights(needed: list[float], room: float) -> list[float]:
    """Equal ones; where one band needs more than its share or much more than another, each what
    it needs and its share of what is left."""
    equal = room / len(needed)
    if max(needed) <= equal and max(needed) - min(needed) <= UNEVEN:
        return [equal] * len(needed)
    return [height + (room - sum(needed)) / len(needed) for height in needed]


def _needed(setter: Setter, last: float, below: Sequence[Block]) -> float:
    """The height of a band whose own last line is `last`, with the rows below it."""
    if not below:
        return last + setter.level.pad
    return last + FIRST_ROW + sum(row.last for row in below) - ROW_BELOW + ABOVE_FOOTER


def _rows(
    setter: Setter, areas: Sequence[Area], lasts: Sequence[float], room: float
) -> list[list[Block]]:
    """The particulars of each area; where there is no room for all, the same ones in each."""
    for most in range(MOST_PARTICULARS, -1, -1):
        said = [_said(area)[:most] for area in areas]
        if len(areas) > 1 and max(map(len, said)) <= 1:
            said = [[] for _ in areas]  # a period alone is said once, at the foot of the page
        rows = [[_particular(setter, *row) for row in some] for some in said]
        needed = (_needed(setter, last, some) for last, some in zip(lasts, rows, strict=True))
        if setter.level.whole or sum(needed) <= room:
            break
    return rows


def _said(area: Area) -> list[tuple[Text, Text]]:
    """The source's words, the period and the place of its main figure: the lead says the rest."""
    said = area.figure(area.main).particulars
    return [*([said.quote] if said.quote else []), *said.rows(compared=False)]


def _stacked(rows: Sequence[Block], y: float) -> Iterator[Item]:
    """Rows below each other."""
    for row in rows:
        yield from (moved(item, y) for item in row.items)
        y += row.last


def _particular(setter: Setter, heading: Text, text: Text, role: Role = "P") -> Block:
    """A hairline, the heading at N, the text at L; `last` is the height of the row."""
    grid, left = setter.grid, _beside_names(setter)
    name = setter.lines(heading, NAME, grid.name_width, most=2)
    lines = setter.lines(text, PARTICULAR, grid.right - left, most=4, last=LEAST_LAST_LINE)
    names = placed(name, grid.left, ROW_BASELINE, NAME.leading)
    set_ = placed(lines, left, ROW_BASELINE, PARTICULAR.leading)
    boxes = (
        text_box("P", "heading", [heading], names, grid.left, left),
        text_box(role, "particular", [text], set_, left, grid.right),
    )
    last = max(box.lines[-1].baseline for box in boxes)
    return Block((rule(setter, 0, HAIRLINE, "hairline"), *boxes), last + ROW_BELOW)


def _beside_names(setter: Setter) -> float:
    """Where the text of a particular starts: L, where names do not stand above it."""
    grid = setter.grid
    return grid.evidence if grid.names_above else grid.lead


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
    items += _stacked(rows, y)
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
    grid, left = setter.grid, _beside_names(setter)
    if not figure.particulars.quote:
        return Block((), y - RULE_DROP)
    name, quote = figure.particulars.quote
    names = setter.lines(name, NAME, grid.name_width, most=2)
    lines = setter.lines(quote, QUOTE, grid.right - left, most=6, last=LEAST_LAST_LINE)
    heading = placed(names, grid.left, y + QUOTE_DROP, NAME.leading)
    set_ = placed(lines, left, y + QUOTE_DROP, QUOTE.leading)
    items = (
        rule(setter, y, BAND_RULE, "accent"),
        text_box("P", "heading", [name], heading, grid.left, left),
        text_box("P", "quote", [quote], set_, left, grid.right),
    )
    return Block(items, set_[-1].baseline)
