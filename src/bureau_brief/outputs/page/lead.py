"""The block that opens the ledger: one number at 56 pt, its sentence, its evidence.

In: the lead Area of the Brief and a Setter. Out: a Block, y from the lead rule.
Not for: the other areas (`rows`), or which evidence stands here (`choosing`).
"""

from collections.abc import Sequence

from bureau_brief.brief import Area, Figure, PartKind, Text
from bureau_brief.fitting import Line, Run
from bureau_brief.outputs.page.forms import phrases as phrase_form
from bureau_brief.outputs.page.forms import proportion, series, stacked, target
from bureau_brief.outputs.page.grid import (
    CHANGE,
    LEAD_VERDICT,
    LEAD_VERDICT_MISSED,
    OPTICAL,
    Level,
    Type,
)
from bureau_brief.outputs.page.rows import Evidence, name_box, phrases, said_change, unsaid
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    Block,
    Setter,
    placed,
    spaced,
    text_box,
)
from bureau_brief.outputs.page.values import Item, PlacedLine, moved

SENTENCE_GAP, LEAST_SENTENCE = 16.0, 170.0
LARGE = 50.0  # from this size on, a number hangs over its stop
REMARK_MORE = 2.5  # from the sentence to the change or verdict below it, more than in a row
REMARK_LEADING = 13.0

Said = tuple[Text, Type]


def with_rate(setter: Setter, area: Area) -> Block:
    """The rate, and its proportion under it."""
    rate = area.rate
    assert rate is not None  # noqa: S101 - FORMS asked
    grid = setter.grid
    main = area.figure(area.main)
    said = _remarks(area, said_change(main), judged=False)
    number = numbered(setter, main, area.sentence, grid.right, said)
    bar = proportion.bar(setter, area, grid.lead, number.last + setter.level.lead_bar)
    others = unsaid(area, rate.rate, rate.part, rate.whole, area.sentence)
    first = bar.last + setter.level.evidence_pitch
    below = phrases(setter, others, grid.lead, grid.right - grid.lead, first)
    last = below.last if others else bar.last
    return named(setter, area, Block((*number.items, *bar.items, *below.items), last))


def with_phrases(setter: Setter, area: Area) -> Block:
    """The number, the other figures as phrases beside it."""
    return with_evidence(setter, area, phrase_form.evidence, said_change(area.figure(area.main)))


def with_target(setter: Setter, area: Area) -> Block:
    """The number, its bar beside it."""
    change = said_change(area.figure(area.main))
    return with_evidence(setter, area, target.lead_evidence, change, judged=True)


def with_parts(setter: Setter, area: Area) -> Block:
    """The number, its parts beside it."""
    return with_evidence(setter, area, stacked.lead_evidence, said_change(area.figure(area.main)))


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
    said = _remarks(area, change, judged=judged)
    number = numbered(setter, area.figure(area.main), area.sentence, right, said)
    down = number.last + setter.level.evidence_pitch - setter.level.evidence_top
    if right == narrow or not beside.items:
        lower = 0 if grid.names_above else setter.level.lead_name_drop - setter.level.name_drop
        items = [moved(item, lower) for item in beside.items]
        last = max(number.last, beside.last + lower)
    else:
        items = [moved(item, down, grid.lead - grid.evidence) for item in beside.items]
        last = beside.last + down
    return named(setter, area, Block((*number.items, *items), last, beside.notes))


def named(setter: Setter, area: Area, body: Block) -> Block:
    name = name_box(setter, area, setter.level.lead_name_drop)
    return Block((name, *body.items), max(body.last, name.lines[-1].baseline), body.notes)


def number_types(level: Level, size: float) -> dict[PartKind, Type]:
    """How the parts of the number that leads are set."""
    return {
        "qualifier": Type("regular", level.lead_unit, size, "ink"),
        "number": Type("bold", size, size, "accent"),
        "unit": Type("semibold", level.lead_unit, size, "accent"),
        "words": Type("semibold", level.lead_unit, size, "accent"),
    }


def numbered(
    setter: Setter, figure: Figure, sentence: Text, right: float, said: Sequence[Said] = ()
) -> Block:
    """The number with its sentence, beside it where there is room, else below."""
    grid, level = setter.grid, setter.level
    runs = spaced(_number_runs(setter, figure, right - grid.lead))
    optical = hung(figure.number, runs)
    drop = _drop(setter, runs)
    number = PlacedLine(grid.lead - optical, drop, Line(runs))
    start = grid.lead + number.line.width - optical + SENTENCE_GAP
    setter.glyphs(figure.number, [number.line])
    room = right - start
    beside = room >= LEAST_SENTENCE and _stands_beside(setter, sentence, room)
    x, width = (start, room) if beside else (grid.lead, right - grid.lead)
    type_ = _sentence(level)
    lines = setter.lines(sentence, type_, width, most=3, last=LEAST_LAST_LINE)
    under = REMARK_LEADING * len(said) if beside else 0
    first = drop + level.lead_under
    if beside:
        above = drop - type_.leading * (len(lines) - 1) - under
        first = max(above, level.lead_name_drop) if said else above
    set_ = placed(lines, x, first, type_.leading)
    box = text_box(
        "P", "number", [figure.number, sentence], [number, *set_], grid.lead - optical, right
    )
    down = REMARK_LEADING if beside else level.change_drop + REMARK_MORE
    below = _placed_remarks(setter, said, x, width, set_[-1].baseline + down)
    return Block((box, *below.items), max(below.last if said else 0, set_[-1].baseline))


def _remarks(area: Area, change: Text, *, judged: bool) -> list[Said]:
    """The change and the verdict, where neither sentence nor evidence says them."""
    figure, said = area.figure(area.main), [(change, CHANGE)]
    if figure.target and not judged:
        missed = figure.target.met is False
        said.append((figure.verdict, LEAD_VERDICT_MISSED if missed else LEAD_VERDICT))
    return [(text, type_) for text, type_ in said if text and str(text) not in str(area.sentence)]


def _placed_remarks(
    setter: Setter, said: Sequence[Said], x: float, width: float, first: float
) -> Block:
    """Each on its own line below the sentence."""
    items: list[Item] = []
    baseline = first
    for text, said_type in said:
        type_ = setter.scaled(said_type)
        set_ = placed(
            setter.lines(text, type_, width, most=2, last=LEAST_LAST_LINE),
            x,
            baseline,
            REMARK_LEADING,
        )
        items.append(text_box("P", "change", [text], set_, x, x + width))
        baseline = set_[-1].baseline + REMARK_LEADING
    return Block(tuple(items), baseline - REMARK_LEADING)


def _least_width(setter: Setter, area: Area) -> float:
    """How wide the number is at its smallest size."""
    level, number = setter.level, area.figure(area.main).number
    return Line(setter.runs(number, number_types(level, level.lead_numbers[-1]))).width


def hung(number: Text, runs: Sequence[Run]) -> float:
    """How far a large number hangs over its stop, so that its ink meets it; no qualifier does."""
    return OPTICAL if number.parts[0].kind == "number" and runs[0].size >= LARGE else 0


def _sentence(level: Level) -> Type:
    return Type("bold", level.lead_sentence, level.lead_leading, "ink")


def _drop(setter: Setter, number: Sequence[Run]) -> float:
    """From the rule to the baseline of the number."""
    level = setter.level
    size = max(run.size for run in number)
    return level.lead_top + setter.cap * size if level.lead_top else level.lead_drop


def _stands_beside(setter: Setter, text: Text, width: float) -> bool:
    """Whether the sentence takes up to three lines beside the number; one alone, only where
    height is short."""
    sentence = setter.run(str(text), _sentence(setter.level))
    lines = setter.broken([sentence], width, last=LEAST_LAST_LINE)
    least = 2 if setter.level.lead_shares else 1
    return setter.level.lead_beside and least <= len(lines) <= 3


def _number_runs(setter: Setter, figure: Figure, width: float) -> tuple[Run, ...]:
    """The number at the largest size that fits its width."""
    level = setter.level
    for size in level.lead_numbers:
        runs = setter.runs(figure.number, number_types(level, size))
        over = Line(runs).width - width
        if over <= 0:
            return runs
    setter.note("BB305", figure.number, width=f"{width:.0f}", excess=f"{over:.1f}")
    return runs
