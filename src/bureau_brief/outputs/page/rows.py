"""What the rows of the ledger are made of: name, number with sentence, change, phrases.

In: an Area of the Brief and a Setter. Out: Blocks, y from the row's rule.
Not for: which form shows an area's relations (`forms`), the lead block (`lead`), or how high a
row may grow (`ledger`).
"""

from collections.abc import Callable, Sequence

from bureau_brief.brief import NOTHING, Area, Figure, PartKind, Text
from bureau_brief.fitting import Line, Run
from bureau_brief.outputs.page.grid import (
    CHANGE,
    NAME,
    VERDICT,
    VERDICT_MISSED,
    VERDICT_NONE,
    Level,
    Type,
)
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    Block,
    Setter,
    placed,
    spaced,
    text_box,
)
from bureau_brief.outputs.page.values import Item, PlacedLine, TextBox

MOST_LINES = 3  # of a sentence, of a phrase; a verdict on a target may take one more

Evidence = Callable[[Setter, Area], Block]
"""Sets what stands in the evidence column of an area."""


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
    leading, words = level.evidence_leading, level.evidence
    if level.evidence_bold:
        return {
            "qualifier": Type("regular", words, leading, "ink"),
            "number": Type("bold", level.evidence_number, leading, "accent"),
            "unit": Type("semibold", words, leading, "accent"),
            "words": Type("semibold", words, leading, "ink"),
        }
    return {
        "qualifier": Type("regular", words, leading, "ink"),
        "number": Type("semibold", level.evidence_number, leading, "ink"),
        "unit": Type("semibold", words, leading, "ink"),
        "words": Type("regular", words, leading, "ink"),
    }


def number_drop(setter: Setter) -> float:
    """From the rule to the baseline of an area's number."""
    return setter.level.cap_top + setter.cap * setter.level.number


def number_with_sentence(
    setter: Setter, figure: Figure, sentence: Text, x: float, width: float
) -> Block:
    """A number and the words that follow it, read as one sentence."""
    level, drop = setter.level, number_drop(setter)
    number = Line(spaced(number_runs(setter, figure.number, width)))
    type_ = Type("semibold", level.sentence, level.sentence_leading, "ink")
    lines = setter.lines(sentence, type_, width, most=MOST_LINES, balanced=True)
    set_ = [
        PlacedLine(x, drop, number),
        *placed(lines, x, drop + level.sentence_drop, type_.leading),
    ]
    setter.glyphs(figure.number, [number])
    box = text_box("P", "number", [figure.number, sentence], set_, x, x + width)
    return Block((box,), set_[-1].baseline)


def number_runs(setter: Setter, number: Text, width: float) -> tuple[Run, ...]:
    """In the level's size, or in the smaller one where it is too wide for its column."""
    level = setter.level
    for size in (level.number, *level.number_steps):
        runs = setter.runs(number, number_types(level, size))
        over = Line(runs).width - width
        if over <= 0:
            return runs
    setter.note("BB305", number, width=f"{width:.0f}", excess=f"{over:.1f}")
    return runs


def phrases(
    setter: Setter, figures: Sequence[Figure], x: float, width: float, first: float
) -> Block:
    """Figures with their labels, one phrase each, from the baseline `first` on."""
    level, types = setter.level, evidence_types(setter.level)
    items: list[Item] = []
    baseline = first
    for figure in figures:
        runs = setter.runs(figure.evidence, types)
        lines = setter.broken(runs, width, last=LEAST_LAST_LINE)
        setter.limit(figure.evidence, lines, width, MOST_LINES + (figure.target is not None))
        set_ = placed(lines, x, baseline, level.evidence_leading)
        items.append(text_box("P", "evidence", [figure.evidence], set_, x, x + width))
        baseline = set_[-1].baseline + level.evidence_pitch
    return Block(tuple(items), baseline - level.evidence_pitch)


def unsaid(area: Area, *said: Text | str) -> list[Figure]:
    """The area's figures whose numbers stand neither in the texts nor under the ids `said`."""
    shown = {id_ for text in said for id_ in ([text] if isinstance(text, str) else text.figures)}
    return [figure for figure in area.figures if figure.id not in shown]


def numbered(
    setter: Setter, area: Area, evidence: Evidence, change: Text, *, judged: bool = False
) -> Block:
    """A row of number, sentence and change, and the evidence beside them.

    The verdict on a target stands below the change, unless the evidence says it (`judged`).
    """
    grid, main = setter.grid, area.figure(area.main)
    number = number_with_sentence(setter, main, area.sentence, grid.lead, grid.lead_width)
    beside = evidence(setter, area)
    remarks = [(change, CHANGE)]
    if main.target and not judged:
        remarks.append((main.verdict, verdict_type(main)))
    below = _remarks(setter, area, remarks, number.last)
    items = (*number.items, *below.items, *beside.items)
    return Block(items, max(below.last, beside.last), beside.notes)


def _remarks(setter: Setter, area: Area, said: Sequence[tuple[Text, Type]], last: float) -> Block:
    """What the main number was before and should be, unless its sentence says so already."""
    grid, items = setter.grid, list[Item]()
    for text, said_type in said:
        if text and str(text) not in str(area.sentence):
            type_ = setter.scaled(said_type)
            lines = setter.lines(text, type_, grid.lead_width, most=2, last=LEAST_LAST_LINE)
            set_ = placed(lines, grid.lead, last + setter.level.change_drop, type_.leading)
            right = grid.lead + grid.lead_width
            items.append(text_box("P", "change", [text], set_, grid.lead, right))
            last = set_[-1].baseline
    return Block(tuple(items), last)


def verdict_type(figure: Figure) -> Type:
    """How its verdict is set: missed in weight, without a target in grey."""
    if figure.target is None:
        return VERDICT_NONE
    return VERDICT_MISSED if figure.target.met is False else VERDICT


def said_change(figure: Figure) -> Text:
    """Its change since an earlier value; nothing where the data give none."""
    return figure.change if figure.previous else NOTHING
