"""The page as a plan: a Brief placed on one A4 or Letter page.

In: a Brief, a page size and the theme. Out: a Page, the first level of `grid.LEVELS` whose
rows fit; or Problems that say by how much it misses. Nothing is clipped, shrunk below its
step, or left out.
Not for: drawing (`outputs.page_pdf`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bureau_brief.brief import Brief
from bureau_brief.outputs.page.footer import footer
from bureau_brief.outputs.page.grid import (
    EXTRA_ABOVE,
    GRIDS,
    LEAST_EXTRA,
    LEVELS,
    MOST_EXTRA,
    Level,
    PageSize,
)
from bureau_brief.outputs.page.header import END_DROP, header
from bureau_brief.outputs.page.lead import lead
from bureau_brief.outputs.page.rows import row
from bureau_brief.outputs.page.setting import Block, Setter
from bureau_brief.outputs.page.values import Item, Page, Rect, Rule, moved
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.theme import Theme

LEAD_PAD = 15.0
LEAD_RULE, HAIRLINE = 2.5, 0.75


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The blocks of one level, and the height that each row would take or has to give."""

    head: Block
    lead: Block
    rows: tuple[Block, ...]
    extra: float


def plan(brief: Brief, size: PageSize, theme: Theme) -> Page:
    """The page of `brief`. Raises Problems."""
    problems: Sequence[Problem] = ()
    for level in LEVELS:
        setter = Setter(theme, GRIDS[size], level)
        ledger = _ledger(setter, brief)
        foot = footer(setter, brief.footer, shown=len(brief.all_ids()))
        problems = [*setter.problems, *_too_high(ledger, setter)]
        if not problems:
            return _page(setter, brief, ledger, foot)
    raise Problems(problems)


def _ledger(setter: Setter, brief: Brief) -> _Ledger:
    """The lead area first, the others in data order."""
    first = next(area for area in brief.areas if area.id == brief.lead)
    head, opening = header(setter, brief), lead(setter, first)
    rows = tuple(row(setter, area) for area in brief.areas if area is not first)
    start = head.last + END_DROP + opening.last + LEAD_PAD
    needed = sum(block.last + setter.level.pad for block in rows)
    free = setter.grid.footer - start - needed
    return _Ledger(head, opening, rows, free / max(len(rows), 1))


def _too_high(ledger: _Ledger, setter: Setter) -> list[Problem]:
    """The problem if the rows would have to give up too much height."""
    if ledger.extra >= LEAST_EXTRA:
        return []
    excess = (LEAST_EXTRA - ledger.extra) * max(len(ledger.rows), 1)
    figures = int(excess // 18) + 1  # a phrase of evidence takes 18 pt
    return [problem("BB304", Place("areas"), excess=f"{excess:.1f}", figures=figures)]


def _page(setter: Setter, brief: Brief, ledger: _Ledger, foot: Block) -> Page:
    grid = setter.grid
    y = ledger.head.last + END_DROP
    items: list[Item] = [*ledger.head.items, _rule(setter, y, LEAD_RULE, "accent")]
    items += (moved(item, y) for item in ledger.lead.items)
    y += ledger.lead.last + LEAD_PAD
    extra = min(ledger.extra, MOST_EXTRA)
    for block in ledger.rows:
        items.append(_rule(setter, y, HAIRLINE, "hairline"))
        items += (moved(item, y + extra * EXTRA_ABOVE) for item in block.items)
        y += block.last + setter.level.pad + extra
    return Page(
        width=grid.width,
        height=grid.height,
        level=setter.level.name,
        language=brief.language,
        locale=brief.locale,
        title=str(brief.headline).replace("\u00a0", " "),
        author=str(brief.organisation),
        items=(*items, *foot.items),
        left_over=max(0.0, grid.footer - y),
    )


def _rule(setter: Setter, y: float, thickness: float, colour: str) -> Rule:
    grid = setter.grid
    return Rule(Rect(grid.left, y - thickness / 2, grid.full, thickness, fill=colour))


__all__ = ["Level", "Page", "PageSize", "plan"]
