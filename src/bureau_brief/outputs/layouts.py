"""The slide layouts of a template as plain values, so that the deck's plan stays pure.

In: a .pptx with a slide master of this design, whose layouts give each placeholder a place of
its own, or leave it as the master has it. Out: a LayoutSet: for each role the layout that fills
it, the places, insets and text styles of its placeholders; or Problems that name what it lacks.
Not for: the looks themselves (they stay in the template), or what stands on a slide.
"""

import functools
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from lxml import etree

from bureau_brief.problems import Place, Problems, problem
from bureau_brief.resources import MASTER
from bureau_brief.values import value

Role = Literal["cover", "full", "figures", "text", "chart"]

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LAYOUT_PART = re.compile(r"ppt/slideLayouts/slideLayout[0-9]+\.xml")
_MASTER_PART = "ppt/slideMasters/slideMaster1.xml"

_PLACE = f"{P}spPr/{A}xfrm"

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
    """0 where nothing says it, and every program takes another."""
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
    clear: Insets = Insets()
    """What its words keep free inside its insets: something else of the layout stands there."""
    detached: bool = False
    """The layout lacks it, yet it has a place on the slide, not one of the design."""

    @property
    def words(self) -> Insets:
        """The insets of its words."""
        own, clear = self.insets, self.clear
        left, right = own.left + clear.left, own.right + clear.right
        return Insets(round(left, 4), own.top, round(right, 4), own.bottom)


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
    surer: float = 1
    """How much wider what stands on one line is taken to be, where a font is quite unknown."""
    smallest: float = 0
    """The least size of type, where the design's would be too small on the slide."""
    template: Path | None = None
    """The office's own template."""


@functools.cache
def layout_set(template: Path = MASTER) -> LayoutSet:
    """The layouts of `template`, read once. Raises Problems.

    The parts are read as they stand: python-pptx, which every start would wait for, is for who
    makes slides.
    """
    with zipfile.ZipFile(template) as package:
        names = [name for name in package.namelist() if _LAYOUT_PART.fullmatch(name)]
        master = etree.fromstring(package.read(_MASTER_PART))
        above = {ph.get("type"): shape for shape, ph in _shapes(master)}
        layouts = [_layout(etree.fromstring(package.read(name)), name, above) for name in names]
        presentation: Any = etree.fromstring(package.read("ppt/presentation.xml"))
    size = presentation.find(f"{P}sldSz")
    found = {layout.name: layout for layout in layouts}
    lacking = list(_lacking(found))
    if lacking:
        where = Place("", template.name)
        raise Problems(problem("BB420", where, layout=name, lacking=what) for name, what in lacking)
    return LayoutSet(
        width=_inches(size, "cx"),
        height=_inches(size, "cy"),
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
            yield name, f"no placeholder {numbers} with a place of its own"


def _layout(layout: Any, part: str, above: Mapping[str, Any]) -> Layout:
    """A layout; `above`: the shapes of the master by type, for those without a place here."""
    found = [
        (shape, ph, above.get(ph.get("type")) if shape.find(_PLACE) is None else shape)
        for shape, ph in _shapes(layout)
    ]
    placeholders = tuple(_placeholder(*one) for one in found if one[-1] is not None)
    return Layout(layout.find(f"{P}cSld").get("name", ""), placeholders, part)


def _shapes(sheet: Any) -> Iterator[tuple[Any, Any]]:
    """The placeholders, each with its `p:ph`."""
    for shape in sheet.iter(f"{P}sp"):
        ph = shape.find(f".//{P}ph")
        if ph is not None:
            yield shape, ph


def _placeholder(shape: Any, ph: Any, placed: Any) -> Placeholder:
    """`placed`: the shape whose place and looks it has."""
    place, body = placed.find(_PLACE), placed.find(f"{P}txBody/{A}bodyPr")
    corner, size = place.find(f"{A}off"), place.find(f"{A}ext")
    idx = int(ph.get("idx", "0"))
    return Placeholder(
        idx=idx,
        kind=ph.get("type", "obj"),
        name=shape.find(f".//{P}cNvPr").get("name", ""),
        box=Box(
            _inches(corner, "x"), _inches(corner, "y"), _inches(size, "cx"), _inches(size, "cy")
        ),
        insets=Insets(*(_inches(body, side) for side in ("lIns", "tIns", "rIns", "bIns"))),
        anchor=body.get("anchor", "t"),
        levels=tuple(map(_level, placed.iterfind(f"{P}txBody/{A}lstStyle/*"))),
        number=idx,
    )


def _level(level: Any) -> Level:
    run = level.find(f"{A}defRPr")
    colours = [c.get("val", "") for c in level.iter(f"{A}schemeClr")]
    return Level(
        size=int(run.get("sz", "1800")) / 100 if run is not None else 18,
        bold=run is not None and run.get("b") == "1",
        colour=colours[0] if colours else "tx1",
        line=_points(level, f"{A}lnSpc"),
        before=_points(level, f"{A}spcBef"),
        after=_points(level, f"{A}spcAft"),
        align=level.get("algn", "l"),
    )


def _inches(element: Any, attribute: str) -> float:
    return round(int(element.get(attribute, "0")) / EMU, 4)


def _points(level: Any, tag: str) -> float:
    """An exact spacing in points; 0 where there is none."""
    spacing = level.find(tag)
    values = [child.get("val", "0") for child in spacing] if spacing is not None else []
    exact = [value for value in values if spacing is not None and "spcPts" in spacing[0].tag]
    return int(exact[0]) / 100 if exact else 0
