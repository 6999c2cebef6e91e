"""The foot of the page: source, period and notes, how it was generated, whom to ask.

In: the Brief's Footer, how many figures the page shows, and a Setter. Out: a Block, y from
the top of the page.
Not for: footnotes of single figures.
"""

from collections.abc import Sequence

from bureau_brief.brief import Footer, Text
from bureau_brief.fitting import break_lines
from bureau_brief.outputs.page.grid import FOOTER, FOOTER_HEADING
from bureau_brief.outputs.page.setting import Block, Setter, placed, text_box
from bureau_brief.outputs.page.values import Item, Rect, Rule

SHARES = (0.43, 0.30, 0.27)
GUTTER = 14.0
HEADING_DROP, TEXT_DROP = 14.0, 11.6
HAIRLINE = 0.75
MOST_LINES = 4
LEAST_LAST_LINE = 0.4  # of the width; a shorter last line has the text balanced


def footer(setter: Setter, words: Footer, shown: int) -> Block:
    """The rule and three columns under it."""
    grid = setter.grid
    items: list[Item] = [
        Rule(Rect(grid.left, grid.footer - HAIRLINE / 2, grid.full, HAIRLINE, fill="hairline"))
    ]
    heading, saying = words.generated
    columns: tuple[tuple[Text, Sequence[Text]], ...] = (
        (words.source[0], [words.source[1]]),
        (words.notes[0], [words.notes[1]]),
        (heading, [saying.fill(shown=shown), words.contact]),
    )
    x = grid.left
    for (title, texts), share in zip(columns, SHARES, strict=True):
        end = x + share * grid.full
        right = end if share is SHARES[-1] else end - GUTTER
        items += _column(setter, title, texts, x, right)
        x = end
    return Block(tuple(items), grid.footer)


def _column(
    setter: Setter, title: Text, texts: Sequence[Text], x: float, right: float
) -> list[Item]:
    """A heading, and its texts as one paragraph."""
    baseline = setter.grid.footer + HEADING_DROP
    heading = placed(setter.lines(title, FOOTER_HEADING, right - x, most=1), x, baseline, 0)
    runs = [setter.run(f"{text} ", FOOTER) for text in texts[:-1]]
    runs.append(setter.run(str(texts[-1]), FOOTER))
    lines = break_lines(runs, right - x, last=LEAST_LAST_LINE)
    setter.limit(texts[0], lines, right - x, MOST_LINES)
    set_ = placed(lines, x, baseline + TEXT_DROP, FOOTER.leading)
    return [
        text_box("P", "heading", [title], heading, x, right),
        text_box("P", "footer", texts, set_, x, right),
    ]
