"""The foot of the page: source, period and notes, how it was generated, whom to ask.

In: a Brief, what stands above the foot, and a Setter. Out: a Draft: everything on the page.
Not for: footnotes of single figures.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from bureau_brief.brief import Brief, Footer, Text
from bureau_brief.fitting import Line
from bureau_brief.outputs.page.grid import FOOTER, FOOTER_HEADING, Grid
from bureau_brief.outputs.page.setting import (
    LEAST_LAST_LINE,
    LEAST_LEADING,
    Setter,
    followed,
    placed,
    text_box,
)
from bureau_brief.outputs.page.values import Draft, Item, Rect, Rule, TextBox
from bureau_brief.values import replace

SHARES = (0.43, 0.30, 0.27)
GUTTER = 14.0
HEADING_DROP, TEXT_DROP = 14.0, 11.6
LARGE_HEADING_DROP, LARGE_TEXT_DROP = 16.0, 14.0
HAIRLINE = 0.75
LARGE_NOTES_IN: Sequence[int] = (1, 0)
NOTES_IN: Sequence[int] = (1, 0, 2)  # the columns that notes on reading try, in this order
MOST_LINES = 8  # under a heading, where a page has much to say of its sources
NOTES_LINES = 4  # of the notes that name figures; longer ones count them
LARGE_LINES = 3  # of the source in large print; a longer one has the contact beside it
SURE = 0.6  # of the page's width: what is shorter has room in the lines of any column
OUTSIDE = ("office", "headline", "context")  # slots whose figures stand below once more


def draft(
    setter: Setter,
    brief: Brief,
    items: Sequence[Item],
    y: float,
    left_over: float,
    *,
    excess: float = 0,
    forms: tuple[tuple[str, str], ...] = (),
    notes: Sequence[Text] = (),
) -> Draft:
    """The page: `items`, and under the rule at `y` the foot, which counts the figures shown.

    `notes` say how to read what the page draws.
    """
    shown = figures_in(items, brief)
    items = [*items, *_foot(setter, brief, y, len(shown), notes)]
    return Draft(tuple(items), shown, left_over, forms, excess)


def footed(setter: Setter, brief: Brief) -> Grid:
    """The grid with its foot as high as that of `brief` needs."""
    grid, room = setter.grid, replace(setter.grid, foot_lines=MOST_LINES)
    said = (brief.footer.source[1], brief.footer.notes[1], brief.footer.contact)
    if all(setter.run(str(text), FOOTER).width < SURE * grid.full for text in said):
        return grid
    trial = setter.anew(room, setter.level)
    more = min(MOST_LINES, _lines_needed(trial, brief)) - grid.foot_lines
    if more <= 0:
        return grid
    leading = max(FOOTER.leading, LEAST_LEADING * max(FOOTER.size, setter.level.floor))
    return replace(room, footer=grid.footer - more * leading, foot_lines=grid.foot_lines + more)


def low_footer(setter: Setter, brief: Brief) -> float:
    """Where the rule stands if the foot takes one line less than it may."""
    needed = _lines_needed(setter, brief)
    return setter.grid.footer + FOOTER.leading * (needed < setter.grid.foot_lines)


def _lines_needed(setter: Setter, brief: Brief) -> int:
    columns = _columns(setter, brief, len(brief.all_ids()))
    return max(len(_lines(setter, texts, right - x)) for _, texts, x, right in columns)


def figures_in(items: Iterable[Item], brief: Brief) -> tuple[str, ...]:
    """The ids of the figures whose numbers stand in items, head aside, in data order."""
    found = {
        id_
        for item in items
        if isinstance(item, TextBox) and item.slot not in OUTSIDE
        for text in item.texts
        for id_ in text.figures
    }
    return tuple(id_ for id_ in brief.all_ids() if id_ in found)


def _foot(
    setter: Setter, brief: Brief, y: float, shown: int, notes: Sequence[Text]
) -> Iterator[Item]:
    """The rule and three columns under it."""
    grid = setter.grid
    drops = (LARGE_HEADING_DROP, LARGE_TEXT_DROP) if grid.names_above else (HEADING_DROP, TEXT_DROP)
    yield Rule(Rect(grid.left, y - HAIRLINE / 2, grid.full, HAIRLINE, fill="hairline"))
    for title, texts, x, right in _columns(setter, brief, shown, notes):
        baseline = y + drops[0]
        heading = placed(setter.lines(title, FOOTER_HEADING, right - x, most=1), x, baseline, 0)
        yield text_box("P", "heading", [title], heading, x, right)
        lines = _lines(setter, texts, right - x)
        setter.limit(texts[0], lines, right - x, grid.foot_lines)
        set_ = placed(lines, x, baseline + drops[1], FOOTER.leading)
        link = brief.footer.address if title is brief.footer.source[0] else ""
        yield replace(text_box("P", "footer", texts, set_, x, right), link=link)


_Column = tuple[Text, Sequence[Text], float, float]
"""Heading, texts, left and right edge."""


def _columns(setter: Setter, brief: Brief, shown: int, notes: Sequence[Text] = ()) -> list[_Column]:
    grid, words = setter.grid, brief.footer
    if grid.names_above:
        columns, edges, tried = _large(setter, brief, shown), _halves(grid), LARGE_NOTES_IN
    else:
        heading, saying = words.generated
        columns = [
            (words.source[0], [words.source[1]]),
            (words.notes[0], [_notes(setter, words)]),
            (heading, [setter.writable(saying.fill(shown=shown)), words.contact]),
        ]
        edges, tried = _edges(grid), NOTES_IN
    for index in tried if notes else ():
        texts, (x, right) = [*columns[index][1], *notes], edges[index]
        if len(_lines(setter, texts, right - x)) <= grid.foot_lines or index == tried[-1]:
            columns[index][1].extend(notes)
            break
    return [
        (title, texts, x, right) for (title, texts), (x, right) in zip(columns, edges, strict=True)
    ]


def _large(setter: Setter, brief: Brief, shown: int) -> list[tuple[Text, list[Text]]]:
    """In large print: no publisher, no file name, no word on qualifiers; the contact stands
    under the source where there is room."""
    words, said = brief.footer, brief.large_print
    source, notes = [said.source, words.contact], [said.periods, said.count.fill(shown=shown)]
    left, right = _halves(setter.grid)[0]
    if len(_lines(setter, source, right - left)) > LARGE_LINES:
        notes.append(source.pop())
    return [(words.source[0], source), (words.notes[0], notes)]


def _halves(grid: Grid) -> list[tuple[float, float]]:
    return [(grid.left, grid.evidence - GUTTER), (grid.evidence, grid.right)]


def _edges(grid: Grid) -> list[tuple[float, float]]:
    """The left and the right edge of each column."""
    ends = [grid.left + share * grid.full for share in itertools.accumulate(SHARES)]
    rights = [*(end - GUTTER for end in ends[:-1]), ends[-1]]
    return list(zip([grid.left, *ends[:-1]], rights, strict=True))


def _notes(setter: Setter, words: Footer) -> Text:
    """The notes; those that count instead of naming where the others are too long."""
    x, right = _edges(setter.grid)[1]
    lines = _lines(setter, [words.notes[1]], right - x)
    return words.notes[1] if len(lines) <= NOTES_LINES else words.short_notes


def _lines(setter: Setter, texts: Sequence[Text], width: float) -> Sequence[Line]:
    """Texts as one paragraph."""
    runs = [setter.run(followed(text), FOOTER) for text in texts[:-1]]
    runs.append(setter.run(str(texts[-1]), FOOTER))
    return setter.broken(runs, width, last=LEAST_LAST_LINE)
