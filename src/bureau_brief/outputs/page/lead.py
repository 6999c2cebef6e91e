"""The block that opens the ledger: one number at 56 pt, its sentence, its evidence.

In: the lead Area of the Brief and a Setter. Out: a Block, y from the lead rule.
Not for: the other areas (`rows`), or which evidence stands here (`choosing`).
"""

from bureau_brief.brief import Area, Figure, PartKind, Text
from bureau_brief.fitting import Line, Run, break_lines
from bureau_brief.outputs.page.forms import phrases as phrase_form
from bureau_brief.outputs.page.forms import proportion, series, stacked, target
from bureau_brief.outputs.page.grid import (
    CHANGE,
    LEAD_NUMBERS,
    LEAD_SENTENCE,
    LEAD_UNIT,
    LEAD_VERDICT,
    LEAD_VERDICT_MISSED,
    OPTICAL,
    Type,
)
from bureau_brief.outputs.page.rows import Evidence, name_box, phrases, said_change, unsaid
from bureau_brief.outputs.page.setting import Block, Setter, placed, spaced, text_box
from bureau_brief.outputs.page.values import Item, PlacedLine, moved

NAME_DROP, NUMBER_DROP = 21.0, 51.5
SENTENCE_GAP, LEAST_SENTENCE = 16.0, 170.0
LEAST_LAST_LINE = 0.4  # of the width; a shorter last line has the sentence balanced
SENTENCE_UNDER = 20.5  # from the number's baseline, where the sentence does not fit beside it
BAR_DROP = 15.5  # from the last baseline to the bar's top
REMARK_DROP = 16.5  # from the sentence to the change or verdict below it, where there is room
REMARK_LEADING = 13.0

Said = tuple[Text, Type]


def with_rate(setter: Setter, area: Area) -> Block:
    """The rate, and its proportion under it."""
    rate = area.rate
    assert rate is not None  # noqa: S101 - FORMS asked
    grid = setter.grid
    main = area.figure(area.main)
    number = _number(setter, area, grid.right, _remarks(area, said_change(main), judged=False))
    bar = proportion.bar(setter, area, grid.lead, number.last + BAR_DROP)
    others = unsaid(area, rate.rate, rate.part, rate.whole, area.sentence)
    first = bar.last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.lead, grid.right - grid.lead, first)
    last = below.last if others else bar.last
    return _named(setter, area, Block((*number.items, *bar.items, *below.items), last))


def with_phrases(setter: Setter, area: Area) -> Block:
    """The number, the other figures as phrases beside it."""
    return with_evidence(setter, area, phrase_form.evidence, said_change(area.figure(area.main)))


def with_target(setter: Setter, area: Area) -> Block:
    """The number, its bar beside it."""
    change = said_change(area.figure(area.main))
    return with_evidence(setter, area, target.evidence, change, judged=True)


def with_parts(setter: Setter, area: Area) -> Block:
    """The number, its parts beside it."""
    return with_evidence(setter, area, stacked.evidence, said_change(area.figure(area.main)))


def with_series(setter: Setter, area: Area) -> Block:
    """The number, its chart by period beside it."""
    found = area.figure(area.main).series
    assert found is not None  # noqa: S101 - FORMS asked
    return with_evidence(setter, area, series.lead_evidence, found.change)


def with_evidence(
    setter: Setter, area: Area, evidence: Evidence, change: Text, *, judged: bool = False
) -> Block:
    """The number, its evidence beside it, or below it where the number is too wide for that.

    `judged`: the evidence says the verdict on the target.
    """
    grid, beside = setter.grid, evidence(setter, area)
    right, narrow = grid.right, grid.evidence - SENTENCE_GAP
    if beside.items and _least_width(setter, area) <= narrow - grid.lead:
        right = narrow
    number = _number(setter, area, right, _remarks(area, change, judged=judged))
    down = number.last + setter.level.evidence_pitch - setter.level.evidence_top
    items = [moved(item, down if right > narrow else 0) for item in beside.items]
    last = max(number.last, beside.last + (down if right > narrow and items else 0))
    return _named(setter, area, Block((*number.items, *items), last, beside.notes))


def _named(setter: Setter, area: Area, body: Block) -> Block:
    name = name_box(setter, area, NAME_DROP)
    return Block((name, *body.items), max(body.last, name.lines[-1].baseline), body.notes)


def _types(size: float) -> dict[PartKind, Type]:
    return {
        "qualifier": Type("regular", LEAD_UNIT, size, "ink"),
        "number": Type("bold", size, size, "accent"),
        "unit": Type("semibold", LEAD_UNIT, size, "accent"),
        "words": Type("semibold", LEAD_UNIT, size, "accent"),
    }


def _number(setter: Setter, area: Area, right: float, said: list[Said]) -> Block:
    """The number with its sentence, beside it where there is room, else below."""
    grid, figure = setter.grid, area.figure(area.main)
    runs = spaced(_number_runs(setter, figure, right - grid.lead))
    optical = OPTICAL if figure.number.parts[0].kind == "number" else 0  # not before a qualifier
    number = PlacedLine(grid.lead - optical, NUMBER_DROP, Line(runs))
    start = grid.lead + number.line.width - optical + SENTENCE_GAP
    setter.glyphs(figure.number, [number.line])
    room = right - start
    beside = room >= LEAST_SENTENCE and _line_count(setter, area, room) <= 3
    x, width = (start, room) if beside else (grid.lead, right - grid.lead)
    lines = setter.lines(area.sentence, LEAD_SENTENCE, width, most=3, last=LEAST_LAST_LINE)
    under = REMARK_LEADING * len(said) if beside else 0
    first = NUMBER_DROP + SENTENCE_UNDER
    if beside:
        above = NUMBER_DROP - LEAD_SENTENCE.leading * (len(lines) - 1) - under
        first = max(above, NAME_DROP) if said else above
    set_ = placed(lines, x, first, LEAD_SENTENCE.leading)
    box = text_box(
        "P", "number", [figure.number, area.sentence], [number, *set_], grid.lead - optical, right
    )
    drop = REMARK_LEADING if beside else REMARK_DROP
    below = _placed_remarks(setter, said, x, width, set_[-1].baseline + drop)
    return Block((box, *below.items), max(below.last if said else 0, set_[-1].baseline))


def _remarks(area: Area, change: Text, *, judged: bool) -> list[Said]:
    """The change and the verdict, where neither sentence nor evidence says them."""
    figure, said = area.figure(area.main), [(change, CHANGE)]
    if figure.target and not judged:
        missed = figure.target.met is False
        said.append((figure.verdict, LEAD_VERDICT_MISSED if missed else LEAD_VERDICT))
    return [(text, type_) for text, type_ in said if text and str(text) not in str(area.sentence)]


def _placed_remarks(
    setter: Setter, said: list[Said], x: float, width: float, first: float
) -> Block:
    """Each on its own line below the sentence."""
    items: list[Item] = []
    baseline = first
    for text, type_ in said:
        set_ = placed(setter.lines(text, type_, width, most=2), x, baseline, REMARK_LEADING)
        items.append(text_box("P", "change", [text], set_, x, x + width))
        baseline = set_[-1].baseline + REMARK_LEADING
    return Block(tuple(items), baseline - REMARK_LEADING)


def _least_width(setter: Setter, area: Area) -> float:
    """How wide the number is at its smallest size."""
    return Line(setter.runs(area.figure(area.main).number, _types(LEAD_NUMBERS[-1]))).width


def _line_count(setter: Setter, area: Area, width: float) -> int:
    return len(break_lines([setter.run(str(area.sentence), LEAD_SENTENCE)], width))


def _number_runs(setter: Setter, figure: Figure, width: float) -> tuple[Run, ...]:
    """The number at the largest size that fits its width."""
    for size in LEAD_NUMBERS:
        runs = setter.runs(figure.number, _types(size))
        over = Line(runs).width - width
        if over <= 0:
            return runs
    setter.note("BB305", figure.number, width=f"{width:.0f}", excess=f"{over:.1f}")
    return runs
