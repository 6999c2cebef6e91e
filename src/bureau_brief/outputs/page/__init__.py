"""The page as a plan: a Brief placed on one A4 or Letter page.

In: a Brief, a page size and the theme. Out: a Page, set in the first of `levels.LEVELS` that
fits; or Problems that say by how much it misses. Nothing is clipped or shrunk below its step.
Not for: drawing (`outputs.page_pdf`).
"""

from collections.abc import Sequence

from bureau_brief.brief import Brief
from bureau_brief.outputs.page.grid import GRIDS, PageSize
from bureau_brief.outputs.page.levels import LEVELS
from bureau_brief.outputs.page.setting import Setter
from bureau_brief.outputs.page.values import Draft, Page
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.theme import Theme


def plan(brief: Brief, size: PageSize, theme: Theme) -> Page:
    """The page of `brief`. Raises Problems."""
    refused: Sequence[Problem] = ()
    for level, suits, set_ in LEVELS:
        if not suits(brief):
            continue
        setter = Setter(theme, GRIDS[size], level)
        draft = set_(setter, brief)
        refused = [*setter.problems, *_too_high(draft)]
        if not refused:
            return _page(setter, brief, draft)
    raise Problems(refused)


def _too_high(draft: Draft) -> list[Problem]:
    """The problem if the rows would have to give up too much height."""
    if draft.excess <= 0:
        return []
    figures = int(draft.excess // 18) + 1  # a phrase of evidence takes 18 pt
    return [problem("BB304", Place("areas"), excess=f"{draft.excess:.1f}", figures=figures)]


def _page(setter: Setter, brief: Brief, draft: Draft) -> Page:
    return Page(
        width=setter.grid.width,
        height=setter.grid.height,
        level=setter.level.name,
        language=brief.language,
        locale=brief.locale,
        title=str(brief.headline).replace("\u00a0", " "),
        author=str(brief.organisation),
        items=draft.items,
        left_over=draft.left_over,
        shown=draft.shown,
        forms=draft.forms,
    )


__all__ = ["Page", "PageSize", "plan"]
