"""The page as a plan: a Brief placed on one A4 or Letter page.

In: a Brief, a page size and the theme. Out: a Page, set in the first of `levels.LEVELS` that
fits, which says what it leaves out; or Problems that say what to cut. Nothing is clipped or
shrunk below its step.
Not for: drawing (`outputs.page_pdf`).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bureau_brief.brief import Brief, Figure
from bureau_brief.outputs.page.footer import footed
from bureau_brief.outputs.page.grid import GRIDS, LARGE_GRIDS, PageSize
from bureau_brief.outputs.page.levels import LARGE_PRINT, LEVELS, MOST_AREAS, Step
from bureau_brief.outputs.page.setting import Setter, plain
from bureau_brief.outputs.page.values import Draft, Page, TextBox
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.theme import EAST_ASIAN, Theme

TOO_HIGH = {
    "ledger": ("BB304", 18), "dense": ("BB304", 14), "index": ("BB308", 20), "large": ("BB311", 70),
}  # fmt: skip
"""By family of levels: the problem, and the height of what it asks to take out."""


class _Tried(NamedTuple):
    """What came of a level."""

    setter: Setter
    draft: Draft
    problems: Sequence[Problem]


def plan(brief: Brief, size: PageSize, theme: Theme, *, large: bool = False) -> Page:
    """The page of `brief`, `large`: with no type under 12 pt. Raises Problems.

    Where the height of a level is enough and only its words are too long, no level that says
    less is tried: shorter words are wanted, not fewer.
    """
    looks = theme.in_language(brief.language)
    too_long: Sequence[Problem] = ()
    refused: Sequence[Problem] = ()
    family = ""
    _refuse_too_many(brief)
    steps, grid = (LARGE_PRINT, LARGE_GRIDS[size]) if large else (LEVELS, GRIDS[size])
    first = Setter(looks, grid, steps[0].level)
    grid = footed(first, brief)

    def tried(step: Step) -> _Tried:
        setter = first.anew(grid, step.level)
        draft = step.set(setter, brief)
        return _Tried(setter, draft, [*setter.problems, *_too_high(draft, step.family)])

    for step in steps:
        if (too_long and step.family != family) or not step.suits(brief):
            continue
        setter, draft, refused = tried(step)
        family = step.family
        if not refused:
            while step.roomier and draft.left_over and not (more := tried(step.roomier)).problems:
                step, (setter, draft, _) = step.roomier, more
            return _page(setter, brief, draft)
        if draft.excess <= 0 and (not too_long or len(setter.problems) <= len(too_long)):
            too_long = setter.problems
    raise Problems(too_long or refused)


def _refuse_too_many(brief: Brief) -> None:
    """No level takes so many areas."""
    found = len(brief.areas)
    if found > MOST_AREAS:
        values = {"limit": MOST_AREAS, "found": found, "excess": found - MOST_AREAS}
        raise Problems([problem("BB307", Place("areas"), **values)])


def _too_high(draft: Draft, family: str) -> list[Problem]:
    """The problem if the rows would have to give up too much height."""
    if draft.excess <= 0:
        return []
    code, height = TOO_HIGH[family]
    count = int(draft.excess // height) + 1
    return [problem(code, Place("areas"), excess=f"{draft.excess:.1f}", count=count)]


def _page(setter: Setter, brief: Brief, draft: Draft) -> Page:
    return Page(
        width=setter.grid.width,
        height=setter.grid.height,
        level=setter.level.name,
        language=brief.language,
        locale=brief.locale,
        title=plain(brief.headline),
        author=str(brief.organisation),
        items=draft.items,
        left_over=draft.left_over,
        shown=draft.shown,
        forms=draft.forms,
        colours=setter.theme.colours,
        warnings=(
            *(_context_left_out(brief, draft) if setter.level.context else ()),
            *_left_out(brief, frozenset(draft.shown)),
        ),
        second_locale="en-US" if brief.locale.startswith(EAST_ASIAN) else "",
        published=brief.published,
    )


def _context_left_out(brief: Brief, draft: Draft) -> Iterator[Problem]:
    """What the context says beyond what the page says of it."""
    boxes = (item for item in draft.items if isinstance(item, TextBox) and item.slot == "context")
    said = {str(text) for box in boxes for text in box.texts}
    whole, short = str(brief.context), str(brief.context.shorter or "")
    if whole and whole not in said:
        dropped = whole.removeprefix(short).strip() if short in said else whole
        yield problem("BB313", Place(brief.context.path), dropped=dropped.replace("\u00a0", " "))


def _left_out(brief: Brief, shown: frozenset[str]) -> Iterator[Problem]:
    """For each area, the figures that it has no room for."""
    for area in brief.areas:
        dropped = [figure for figure in area.figures if figure.id not in shown]
        if dropped:
            yield problem(
                "BB310",
                Place(f"{area.path}.figures"),
                area=plain(area.name),
                all=len(area.figures),
                shown=len(area.figures) - len(dropped),
                dropped=", ".join(map(_named, dropped)),
            )


def _named(figure: Figure) -> str:
    return f"`{figure.id}` ({plain(figure.number)}, priority {figure.priority})"


__all__ = ["Page", "PageSize", "plan"]
