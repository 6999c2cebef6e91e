"""The slide layouts of a template as plain values, so that the deck's plan stays pure.

In: a .pptx with a slide master. Out: a LayoutSet: for each role the layout that fills it, the
places, insets and text styles of its placeholders; or Problems that name what it lacks.
Not for: the looks themselves (they stay in the template), or what stands on a slide.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from bureau_brief.problems import Place, Problems, problem
from bureau_brief.resources import MASTER
from bureau_brief.values import value

if TYPE_CHECKING:
    from lxml import etree

Role = Literal["cover", "full", "figures", "text", "chart"]

EMU = 914_400
"""English metric units in an inch."""

LAYOUT_NAMES: Mapping[Role, str] = {
    "cover": "Title",
    "full": "Full width",
    "figures": "Number and figures",
    "text": "Number and text",
    "chart": "Number and chart",
}

COVER_LINE, TITLE, SOURCE, SLIDE_NUMBER, AREA, HERO, CONTENT, MARKER, CHART_TITLE, NOTE = (
    1, 0, 11, 12, 13, 14, 15, 16, 17, 18,
)  # fmt: skip
"""Indexes by which slides find their placeholders. On the cover, AREA is the office."""

_FRAME = {TITLE, AREA, MARKER, SOURCE, SLIDE_NUMBER}
_NEEDED: Mapping[Role, set[int]] = {
    "cover": {TITLE, AREA, COVER_LINE},
    "full": _FRAME,
    "figures": _FRAME | {HERO, CONTENT},
    "text": _FRAME | {HERO, CONTENT},
    "chart": _FRAME | {HERO, CHART_TITLE, CONTENT, NOTE},
}


@value
class Box:
    """A rectangle on a slide, in inches."""

    x: float
    y: float
    width: float
    height: float


@value
class Insets:
    """What a box keeps free inside its edges, in inches."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


@value
class Level:
    """The text style of one level of a placeholder, in points."""

    size: float
    bold: bool
    colour: str
    """Slot of the theme: `tx1`, `accent1`."""
    line: float
    """Exact line height; 0 where the template leaves it to the program."""
    before: float
    after: float
    align: str
    bullets: bool = False
    """It may inherit bullets and indents, which slides do without."""


INHERITED = "inherited"
"""The colour of a level that an office's template gives: slides leave it alone."""


class Tone(NamedTuple):
    """A slot of the theme, made lighter or darker."""

    name: str
    """`accent1`"""
    changes: Mapping[str, int]
    """`lumMod`, `lumOff` in thousandths of a per cent."""


@value
class Placeholder:
    """One place of a layout for text, a table or a chart."""

    idx: int
    """By which the plan finds it."""
    kind: str
    """Its type in the format: title, body, tbl, ftr ...; empty: the layout has none, and what
    stands here is drawn as a shape."""
    name: str
    box: Box
    insets: Insets
    anchor: str
    levels: tuple[Level, ...]
    number: int = 0
    """Its own index in the template."""
    fill: Literal["", "accent1"] = ""
    """What a drawn shape is filled with."""
    detached: bool = False
    """The layout lacks it, yet it has a place on the slide, not one of the design."""


@value
class Layout:
    """One layout."""

    name: str
    placeholders: tuple[Placeholder, ...]
    part: str = ""
    """The name of its part in the template."""
    title_sizes: tuple[float, ...] = ()
    """From the template's own size downwards; empty: the design's."""
    colour_map: bytes = b""
    """Its own mapping of the theme's colours, as XML; empty: the master's."""

    def has(self, idx: int) -> bool:
        """Whether there is a placeholder with this index."""
        return any(placeholder.idx == idx for placeholder in self.placeholders)

    def placeholder(self, idx: int) -> Placeholder:
        """The placeholder with this index. Raises KeyError."""
        for placeholder in self.placeholders:
            if placeholder.idx == idx:
                return placeholder
        raise KeyError(idx)


@value
class LayoutSet:
    """Everything the plan needs to know of a template."""

    width: float
    height: float
    roles: Mapping[Role, Layout]
    tones: Mapping[str, Tone] = field(default_factory=dict)
    """What stands for the design's colours; those that are not here stand for themselves."""
    wider: float = 1
    """How much wider, and how much taller, text is in the places of the design than its size
    says: an office's template is of another shape."""
    taller: float = 1
    smallest: float = 0
    """The least size of type, where the design's would be too small on the slide."""
    template: Path | None = None
    """The office's own template."""


@functools.cache
def layout_set(template: Path = MASTER) -> LayoutSet:
    """The layouts of `template`, read once. Raises Problems."""
    from pptx import Presentation

    presentation: Any = Presentation(str(template))
    found = {layout.name: _layout(layout) for layout in presentation.slide_layouts}
    lacking = list(_lacking(found))
    if lacking:
        where = Place("", template.name)
        raise Problems(problem("BB420", where, layout=name, lacking=what) for name, what in lacking)
    return LayoutSet(
        width=_inches(presentation.slide_width),
        height=_inches(presentation.slide_height),
        roles={role: found[name] for role, name in LAYOUT_NAMES.items()},
    )


def _lacking(found: Mapping[str, Layout]) -> Iterator[tuple[str, str]]:
    """Each layout that is not as it must be, and what it has instead."""
    for role, name in LAYOUT_NAMES.items():
        if name not in found:
            yield name, "no such layout"
            continue
        lacking = _NEEDED[role] - {placeholder.idx for placeholder in found[name].placeholders}
        if lacking:
            numbers = ", ".join(str(idx) for idx in sorted(lacking))
            yield name, f"no placeholder {numbers}"


def _layout(layout: Any) -> Layout:
    placeholders = tuple(_placeholder(shape) for shape in layout.placeholders)
    return Layout(layout.name, placeholders, layout.part.partname.membername)


def _placeholder(shape: Any) -> Placeholder:
    body = shape._element.txBody.bodyPr
    sides = (_inches(int(body.get(side, 0))) for side in ("lIns", "tIns", "rIns", "bIns"))
    return Placeholder(
        idx=shape.placeholder_format.idx,
        kind=shape._element.ph.get("type", "obj"),
        name=shape.name,
        box=Box(*map(_inches, (shape.left, shape.top, shape.width, shape.height))),
        insets=Insets(*sides),
        anchor=body.get("anchor", "t"),
        levels=tuple(_level(level) for level in shape._element.xpath(".//a:lstStyle/*")),
        number=shape.placeholder_format.idx,
    )


def _level(level: "etree._Element") -> Level:
    namespace = "{" + str(level.nsmap["a"]) + "}"
    run = level.find(f"{namespace}defRPr")
    colours = [c.get("val", "") for c in level.iter(f"{namespace}schemeClr")]
    return Level(
        size=int(run.get("sz", "1800")) / 100 if run is not None else 18,
        bold=run is not None and run.get("b") == "1",
        colour=colours[0] if colours else "tx1",
        line=_points(level, f"{namespace}lnSpc"),
        before=_points(level, f"{namespace}spcBef"),
        after=_points(level, f"{namespace}spcAft"),
        align=level.get("algn", "l"),
    )


def _inches(emu: int) -> float:
    return round(emu / EMU, 4)


def _points(level: "etree._Element", tag: str) -> float:
    """An exact spacing in points; 0 where there is none."""
    spacing = level.find(tag)
    values = [child.get("val", "0") for child in spacing] if spacing is not None else []
    exact = [value for value in values if spacing is not None and "spcPts" in spacing[0].tag]
    return int(exact[0]) / 100 if exact else 0
