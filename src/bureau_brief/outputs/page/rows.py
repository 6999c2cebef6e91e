"""The rows of the ledger: name, number with sentence, and the evidence beside it.

In: an Area of the Brief and a Setter. Out: a Block, y from the row's rule.
Not for: the lead block (`lead`), or how high a row may grow (`ledger`).
"""

from collections.abc import Sequence

from bureau_brief.brief import NOTHING, Area, Figure, PartKind, Text
from bureau_brief.fitting import Line, break_lines
from bureau_brief.outputs.page.grid import (
    ARROW_WORDS,
    CAP,
    COMPARE_WORDS,
    NAME,
    Level,
    Type,
)
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Graphic, Item, Path, PlacedLine, Rect, TextBox

NAME_DROP = 17.0
NUMBER_GAP = 6.0  # between a number and the noun beside it
BAR_PITCH, WORDS_DROP, BAR_HEIGHT = 23.0, 17.0, 14.0
ARROW_GAP, ARROW_LINE, ARROW_HEAD, ARROW_WORDS_RISE = 9.0, 1.25, 7.0, 5.5


def row(setter: Setter, area: Area) -> Block:
    """One area: its name, then the form that its relations ask for."""
    name = name_box(setter, area, NAME_DROP)
    if area.flow:
        body = _flow(setter, area)
    elif area.compare and area.main in area.compare.figures:
        body = _bars(setter, area)
    else:
        body = _number_and_evidence(setter, area)
    return Block((name, *body.items), max(body.last, name.lines[-1].baseline))


def name_box(setter: Setter, area: Area, drop: float) -> TextBox:
    """The area's name, the heading of its row."""
    grid = setter.grid
    lines = setter.lines(area.name, NAME, grid.name_width, most=3)
    set_ = placed(lines, grid.left, drop, NAME.leading)
    return text_box("H2", "name", [area.name], set_, grid.left, grid.left + grid.name_width)


def number_types(level: Level, size: float) -> dict[PartKind, Type]:
    """How the parts of an area's number are set."""
    return {
        "qualifier": Type("regular", level.qualifier, size, "ink"),
        "number": Type("bold", size, size, "accent"),
        "unit": Type("semibold", level.unit, size, "accent"),
        "words": Type("semibold", level.unit, size, "accent"),
    }


def evidence_types(level: Level) -> dict[PartKind, Type]:
    """How the parts of a phrase in the evidence column are set."""
    leading = level.evidence_leading
    return {
        "qualifier": Type("regular", level.evidence, leading, "ink"),
        "number": Type("semibold", level.evidence_number, leading, "ink"),
        "unit": Type("semibold", level.evidence, leading, "ink"),
        "words": Type("regular", level.evidence, leading, "ink"),
    }


def number_drop(level: Level) -> float:
    """From the rule to the baseline of an area's number."""
    return level.cap_top + CAP * level.number


def number_with_sentence(
    setter: Setter, figure: Figure, sentence: Text, x: float, width: float
) -> Block:
    """A number and the words that follow it, read as one sentence."""
    level, size = setter.level, _number_size(setter, figure.number, width)
    drop = number_drop(setter.level)
    number = Line(spaced(setter.runs(figure.number, number_types(setter.level, size))))
    type_ = Type("semibold", level.sentence, level.sentence_leading, "ink")
    lines = setter.lines(sentence, type_, width, most=2, balanced=True)
    set_ = [
        PlacedLine(x, drop, number),
        *placed(lines, x, drop + level.sentence_drop, type_.leading),
    ]
    setter.glyphs(figure.number, [number])
    box = text_box("P", "number", [figure.number, sentence], set_, x, x + width)
    return Block((box,), set_[-1].baseline)


def _number_size(setter: Setter, number: Text, width: float) -> float:
    """The level's size, or the smaller one where the number is too wide for its column."""
    level = setter.level
    for size in (level.number, level.number_step):
        over = Line(setter.runs(number, number_types(setter.level, size))).width - width
        if over <= 0:
            return size
    setter.note("BB305", number, width=f"{width:.0f}", excess=f"{over:.1f}")
    return level.number_step


def phrases(
    setter: Setter, figures: Sequence[Figure], x: float, width: float, first: float
) -> Block:
    """Figures with their labels, one phrase each, from the baseline `first` on."""
    level = setter.level
    items: list[Item] = []
    baseline = first
    for figure in figures:
        lines = break_lines(setter.runs(figure.phrase, evidence_types(level)), width)
        setter.limit(figure.phrase, lines, width, most=2)
        set_ = placed(lines, x, baseline, level.evidence_leading)
        items.append(text_box("P", "evidence", [figure.phrase], set_, x, x + width))
        baseline = set_[-1].baseline + level.evidence_pitch
    return Block(tuple(items), baseline - level.evidence_pitch)


def unsaid(area: Area, *said: Text | str) -> list[Figure]:
    """The area's figures whose numbers stand neither in the texts nor under the ids `said`."""
    shown = {id_ for text in said for id_ in ([text] if isinstance(text, str) else text.figures)}
    return [figure for figure in area.figures if figure.id not in shown]


def _number_and_evidence(setter: Setter, area: Area) -> Block:
    grid = setter.grid
    number = number_with_sentence(
        setter, area.figure(area.main), area.sentence, grid.lead, grid.lead_width
    )
    others = unsaid(area, area.main, area.sentence)
    beside = phrases(setter, others, grid.evidence, grid.evidence_width, setter.level.evidence_top)
    return Block((*number.items, *beside.items), max(number.last, beside.last))


def _flow(setter: Setter, area: Area) -> Block:
    """Cause, arrow with the source's words, effect; other figures under the effect."""
    grid, flow = setter.grid, area.flow
    assert flow is not None  # noqa: S101 - row() asked
    cause, effect = area.figure(flow.cause), area.figure(flow.effect)
    left = number_with_sentence(setter, cause, cause.label, grid.lead, grid.lead_width)
    right = number_with_sentence(setter, effect, effect.label, grid.evidence, grid.evidence_width)
    arrow = _arrow(setter, area, cause)
    others = unsaid(area, flow.cause, flow.effect, cause.label, effect.label)
    below = phrases(
        setter, others, grid.evidence, grid.evidence_width, right.last + setter.level.evidence_pitch
    )
    last = max(left.last, below.last if others else right.last)
    return Block((*left.items, *arrow, *right.items, *below.items), last)


def _arrow(setter: Setter, area: Area, cause: Figure) -> list[Item]:
    """From the cause's number to the effect's, the words above it."""
    grid, flow = setter.grid, area.flow
    assert flow is not None  # noqa: S101 - row() asked
    size = _number_size(setter, cause.number, grid.lead_width)
    start = (
        grid.lead
        + Line(setter.runs(cause.number, number_types(setter.level, size))).width
        + ARROW_GAP
    )
    end = grid.evidence - ARROW_GAP
    y = number_drop(setter.level) - CAP * setter.level.number / 2
    half = ARROW_HEAD / 2
    head = ((end - ARROW_HEAD, y - half), (end, y), (end - ARROW_HEAD, y + half))
    shapes = (
        Path(((start, y), (end - ARROW_HEAD, y)), "accent", ARROW_LINE),
        Path(head, "accent"),
    )
    lines = setter.lines(flow.words, ARROW_WORDS, end - start, most=1)
    x = start + (end - ARROW_HEAD - start - lines[0].width) / 2
    set_ = placed(lines, x, y - ARROW_WORDS_RISE, ARROW_WORDS.leading)
    return [
        Graphic(NOTHING, shapes),  # its words are read as text
        text_box("P", "cause", [flow.words], set_, start, end),
    ]


def _bars(setter: Setter, area: Area) -> Block:
    """A number and a noun for each figure of the comparison, and its bar on the common scale."""
    grid, group = setter.grid, area.compare
    assert group is not None  # noqa: S101 - row() asked
    figures = [area.figure(id_) for id_ in group.figures]
    scale = grid.evidence_width / float(max(abs(figure.value) for figure in figures))
    texts: list[Item] = []
    bars: list[Rect] = []
    baseline = number_drop(setter.level)
    for index, figure in enumerate(figures):
        size = setter.level.second_number if index else setter.level.number
        baseline += BAR_PITCH if index else 0
        texts.append(_bar_text(setter, figure, size, baseline))
        top = baseline - CAP * size / 2 - BAR_HEIGHT / 2
        width = float(figure.value) * scale
        bars.append(Rect(grid.evidence, top, width, BAR_HEIGHT, fill="accent", figure=figure.id))
    items: list[Item] = [*texts, Graphic(group.alt, tuple(bars), scale)]
    return _below_bars(setter, area, items, baseline)


def _bar_text(setter: Setter, figure: Figure, size: float, baseline: float) -> Item:
    grid = setter.grid
    number = spaced(setter.runs(figure.number, number_types(setter.level, size)))
    gap = NUMBER_GAP - setter.run(" ", number_types(setter.level, size)["number"]).width
    x = grid.lead + sum(run.width for run in number) + gap
    noun = setter.run(str(figure.noun), Type("semibold", setter.level.sentence, 13.5, "ink"))
    set_ = [
        PlacedLine(grid.lead, baseline, Line(number)),
        PlacedLine(x, baseline, Line((noun,))),
    ]
    width = x - grid.lead + noun.width
    if width > grid.lead_width + ARROW_GAP:
        excess = f"{width - grid.lead_width:.1f}"
        setter.note("BB302", figure.noun, width=f"{grid.lead_width:.0f}", excess=excess)
    setter.glyphs(figure.noun, [Line((*number, noun))])
    return text_box("P", "bar", [figure.number, figure.noun], set_, grid.lead, grid.evidence)


def _below_bars(setter: Setter, area: Area, items: list[Item], baseline: float) -> Block:
    """The words of the comparison, then the figures that are not in it."""
    grid, group = setter.grid, area.compare
    assert group is not None  # noqa: S101 - row() asked
    width = grid.right - grid.lead
    if group.words:
        lines = setter.lines(group.words, COMPARE_WORDS, width, most=1)
        set_ = placed(lines, grid.lead, baseline + WORDS_DROP, COMPARE_WORDS.leading)
        items.append(text_box("P", "compare", [group.words], set_, grid.lead, grid.right))
        baseline = set_[-1].baseline
    others = unsaid(area, *group.figures, group.words)
    below = phrases(setter, others, grid.lead, width, baseline + setter.level.evidence_pitch)
    return Block((*items, *below.items), below.last if others else baseline)
