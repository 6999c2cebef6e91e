"""An office's own PowerPoint template as a LayoutSet, and what was found in it.

In: a .pptx or .potx. Out: its parts; an Office: its layouts for every role, the ways to place the
design on them, and what a person should know; or Problems that say what is missing.
Its fonts, colours, master, logo and slide size stay; what a layout lacks is drawn.
Not for: what is said on the slides (`outputs.deck`).
"""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.oxml.ns import qn

from bureau_brief.limits import content_of
from bureau_brief.outputs import views
from bureau_brief.outputs.layouts import (
    AREA,
    COVER_LINE,
    EMU,
    HERO,
    MARKER,
    SLIDE_NUMBER,
    SOURCE,
    TITLE,
    Insets,
    Layout,
    LayoutSet,
    Level,
    Placeholder,
    Role,
    Tone,
    layout_set,
)
from bureau_brief.outputs.office.fonts import margins, unknown_fonts
from bureau_brief.outputs.office.matching import Fit, Match, match
from bureau_brief.outputs.office.palette import palette, readable
from bureau_brief.outputs.office.sheets import Slot, sheets
from bureau_brief.outputs.office.unpacking import opened, parsed
from bureau_brief.outputs.package import Part
from bureau_brief.outputs.views import View
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.values import replace

DRAWN = Level(0, False, "", 0, 0, 0, "l")
"""The style of what is drawn: everything is said on the slide."""
DETACHED = Level(28, True, "tx1", 0, 0, 0, "l", bullets=True)
"""The style of a title that the layout has no place for."""
COVER_TITLE = 44.0
SMALLER = (1, 0.9, 0.8, 0.72, 0.64, 0.56, 0.5)
LEAST_TITLE = 20.0
"""Steps from the template's own title size down to the least, in points."""
UNSAID_TITLE = 18.0
"""The last step where nothing says the template's own size: PowerPoint takes this one."""
_ABOVE = 1.05
"""Inches that the kicker stands lower than in the design: under the title, not above it."""
_TWO_LINES = 0.04
"""Inches that it is higher, for a second line on a narrow slide."""
_UNDER = -0.20
"""Inches that the source stands lower: nearer to the content."""


_Found = TypeVar("_Found")


@dataclass(frozen=True)
class Office:
    """A template that can be used."""

    layouts: LayoutSet
    views: tuple[View, ...]
    """Ways to place the design on its slides, the largest type first."""
    warnings: tuple[Problem, ...]
    match: Match


Chosen = tuple[tuple[str, str], ...]
"""The uses of layouts, `cover` and `content`, and the names of those that a person wants."""


def office(template: Path, chosen: Chosen = ()) -> Office:
    """The template and what it can carry, found once. Raises Problems."""
    return _office(template, chosen, _version(template))


@functools.lru_cache(maxsize=4)
def _office(template: Path, chosen: Chosen, _version: tuple[int, int]) -> Office:
    return found_in(template_parts(template), template, chosen)


def template_parts(template: Path) -> tuple[Part, ...]:
    """The parts of a template, read once. Raises Problems."""
    return _template_parts(template, _version(template))


@functools.lru_cache(maxsize=2)
def _template_parts(template: Path, _version: tuple[int, int]) -> tuple[Part, ...]:
    return tuple(opened(_or_problem(template, content_of), template.name))


def _version(template: Path) -> tuple[int, int]:
    """When a file was last written and how long it is: another file is read again."""
    found = _or_problem(template, Path.stat)
    return found.st_mtime_ns, found.st_size


def _or_problem(template: Path, ask: Callable[[Path], _Found]) -> _Found:
    """What a file answers. Raises Problems if it does not."""
    try:
        return ask(template)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "check its name and folder"
        where = Place("", str(template))
        raise Problems([problem("BB421", where, reason=reason.lower(), hint=hint)]) from error


def found_in(parts: Sequence[Part], template: Path, chosen: Chosen = ()) -> Office:
    """What a template can carry. Raises Problems."""
    try:
        return _found(parts, template, dict(chosen))
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
            RuntimeError, StopIteration) as error:  # fmt: skip
        # well-formed, yet something that every template has is missing or no number
        where, hint = Place("", template.name), "open it in PowerPoint, and save it again"
        reason = "a damaged file"
        raise Problems([problem("BB421", where, reason=reason, hint=hint)]) from error


def _found(parts: Sequence[Part], template: Path, chosen: Mapping[str, str]) -> Office:
    size = _slide_size(parts)
    found = tuple(sheets(parts))
    matched = match(found, size, template.name, chosen)
    colours = palette(matched.content.sheet, matched.content.area, template.name)
    roles = _roles(matched, colours.slots["tx1"])
    theme = matched.content.sheet.theme
    unknown = tuple(unknown_fonts(theme, template.name))
    wider, surer = margins(theme)
    layouts = LayoutSet(*size, roles, colours.slots, wider=wider, surer=surer, template=template)
    height = views.DESIGN.height - (views.SOURCE_LINE if matched.source else 0)
    ways = tuple(views.views(matched.content.area, height))
    warnings = (*colours.said, *unknown, *_unreadable(matched, colours.slots["tx1"], template))
    return Office(layouts, ways, warnings, matched)


def _unreadable(matched: Match, ink: Tone, template: Path) -> Iterator[Problem]:
    """Titles whose own colour was not kept."""
    cover, content = matched.cover, matched.content
    for fit in (cover,) if cover is content else (cover, content):
        if fit.title and not readable(fit.sheet, fit.title, ink):
            yield problem("BB430", Place("", template.name), layout=fit.sheet.name)


def _slide_size(parts: Sequence[Part]) -> tuple[float, float]:
    main = next(part for part in parts if part.kind == CT.PML_PRESENTATION_MAIN)
    size = parsed(main).find(qn("p:sldSz"))
    return int(size.get("cx")) / EMU, int(size.get("cy")) / EMU


def _roles(matched: Match, ink: Tone) -> dict[Role, Layout]:
    """The layout of every role: its own placeholders, and what is drawn on it."""
    roles: dict[Role, Layout] = {"cover": _cover(matched, ink)}
    for role, design in layout_set().roles.items():
        if role != "cover":
            places = tuple(_place(matched, place, ink) for place in design.placeholders)
            roles[role] = _layout(matched.content, places)
    return roles


def _cover(matched: Match, ink: Tone) -> Layout:
    cover = matched.cover
    if matched.subtitle:
        line = _readable(cover, matched.subtitle, COVER_LINE, ink)
        return _layout(cover, (_title(cover, ink), line), COVER_TITLE)
    if not cover.title:
        cover = _lowered(cover)
    line = Placeholder(
        COVER_LINE, "", "Document", cover.area, Insets(), "t", (DRAWN,) * 2, detached=True
    )
    return _layout(cover, (_title(cover, ink), line), COVER_TITLE)


def _lowered(cover: Fit) -> Fit:
    """A cover without any place for a title: headline and office in the middle of it."""
    top, height = cover.title_box, cover.title_box.height + cover.area.height
    title = replace(top, y=top.y + 0.15 * height, height=0.35 * height)
    below = replace(top, y=top.y + 0.54 * height, height=0.46 * height)
    return replace(cover, title_box=title, area=below)


def _layout(fit: Fit, places: tuple[Placeholder, ...], title: float = DETACHED.size) -> Layout:
    said = fit.title.levels[0].size if fit.title else title
    own = said or title
    sizes = [round(own * share * 2) / 2 for share in SMALLER]
    sizes = [size for size in sizes if size >= LEAST_TITLE] or [own]
    sizes += () if said else (UNSAID_TITLE,)
    sheet = fit.sheet
    return Layout(sheet.name, places, sheet.part, tuple(sizes), sheet.override)


def _place(matched: Match, design: Placeholder, ink: Tone) -> Placeholder:
    """The template's own placeholder, or the design's as something drawn."""
    if design.idx == TITLE:
        return _title(matched.content, ink)
    if design.idx == SOURCE and matched.source:
        return _own(matched.source, SOURCE)
    if design.idx == SLIDE_NUMBER and matched.number:
        return _readable(matched.content, matched.number, SLIDE_NUMBER, ink)
    lower = {AREA: _ABOVE, MARKER: _ABOVE, SOURCE: _UNDER, SLIDE_NUMBER: _UNDER}
    higher = _TWO_LINES if design.idx == SOURCE else 0
    box = replace(
        design.box,
        y=design.box.y + lower.get(design.idx, 0),
        height=design.box.height + higher,
    )
    drawn = tuple(DRAWN for _ in design.levels)
    fill: Literal["", "accent1"] = "accent1" if design.idx == HERO else ""
    return replace(design, kind="", box=box, levels=drawn, fill=fill)


def _title(fit: Fit, ink: Tone) -> Placeholder:
    if fit.title:
        return replace(_readable(fit, fit.title, TITLE, ink), clear=fit.clear)
    name = "Title"
    return Placeholder(
        TITLE, "title", name, fit.title_box, Insets(), "b", (DETACHED,), detached=True
    )


def _readable(fit: Fit, slot: Slot, idx: int, ink: Tone) -> Placeholder:
    """A placeholder whose own colour is kept if it can be read."""
    place = _own(slot, idx)
    if readable(fit.sheet, slot, ink):
        return place
    levels = tuple(replace(level, colour="") for level in place.levels)
    return replace(place, levels=levels)


def _own(slot: Slot, idx: int) -> Placeholder:
    """A placeholder of the template under the plan's index."""
    return Placeholder(
        idx, slot.kind, slot.name, slot.box, slot.insets, slot.anchor, slot.levels, slot.idx
    )
