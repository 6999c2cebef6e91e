"""The layouts and masters of a template as they are seen: places, insets and styles resolved.

In: the parts of a template. Out: Sheets: each placeholder with what it inherits from its
master, and the boxes of everything else that is drawn there.
Not for: which layout serves which slide (`matching`).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from bureau_brief.outputs.layouts import EMU, INHERITED, Box, Insets, Level
from bureau_brief.outputs.office.unpacking import parsed
from bureau_brief.outputs.package import Part
from bureau_brief.values import replace, value

FIXED = frozenset({"dt", "ftr", "sldNum"})
TITLES = frozenset({"title", "ctrTitle"})
_SIDES = (("lIns", 0.1), ("tIns", 0.05), ("rIns", 0.1), ("bIns", 0.05))
_DRAWN = ("p:sp", "p:pic", "p:grpSp", "p:cxnSp", "p:graphicFrame")
_CONTENT = {RT.SLIDE_MASTER: CT.PML_SLIDE_MASTER, RT.SLIDE_LAYOUT: CT.PML_SLIDE_LAYOUT}
_NOTHING = Box(0, 0, 0, 0)


@value
class Slot:
    """One placeholder of a layout, as a slide would show it."""

    kind: str
    idx: int
    name: str
    box: Box
    insets: Insets
    anchor: str
    turned: bool
    """Its text stands on its side or upside down."""
    levels: tuple[Level, ...]
    colour: Any = None
    """The fill of its text, an element; None if nothing says one."""


@value
class Shape:
    """Something else that a slide shows: a logo, a bar, a picture."""

    box: Box
    colour: Any
    """Its plain fill, an element; None if it has another or none."""


@dataclass(frozen=True)
class Sheet:
    """A layout with its master."""

    part: str
    name: str
    master: str
    slots: tuple[Slot, ...]
    body: Box
    """The master's place for text; without size if it has none."""
    shapes: tuple[Shape, ...]
    ground: Any
    """The fill of its background, an element; None if nothing says one."""
    mapping: Mapping[str, str]
    """Slot of the theme (`dk1`) by the name that slides use (`tx1`)."""
    override: bytes
    """Its own mapping of colours as XML; empty if it has the master's."""
    theme: Any

    def slot(self, *kinds: str) -> Slot | None:
        """The first placeholder of one of these kinds."""
        return next((slot for slot in self.slots if slot.kind in kinds), None)


def sheets(parts: Sequence[Part]) -> Iterator[Sheet]:
    """Every layout, in the order of the masters."""
    by_name = {part.name: part for part in parts}
    main = next(part for part in parts if part.kind == CT.PML_PRESENTATION_MAIN)
    for master in _ordered(main, "sldMasterId", RT.SLIDE_MASTER, by_name):
        theme = next(
            (parsed(by_name[t]) for k, t in master.relations.values() if k == RT.THEME), None
        )
        for layout in _ordered(master, "sldLayoutId", RT.SLIDE_LAYOUT, by_name):
            yield _sheet(layout, master, theme)


def _ordered(part: Part, tag: str, kind: str, by_name: Mapping[str, Part]) -> Iterator[Part]:
    """Related parts in the order in which the part lists them."""
    for element in parsed(part).iter(qn(f"p:{tag}")):
        found = part.relations.get(element.get(qn("r:id"), ""))
        related = by_name.get(found[1]) if found and found[0] == kind else None
        if related and related.kind == _CONTENT[kind]:
            yield related


def _sheet(layout: Part, master: Part, theme: Any) -> Sheet:
    root, above = parsed(layout), parsed(master)
    own = root.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    mapping = above.find(qn("p:clrMap")) if own is None else own
    shapes = list(_shapes(root))
    if root.get("showMasterSp", "1") in ("1", "true"):
        shapes = [*_shapes(above), *shapes]
    ground = root.find(f"{qn('p:cSld')}/{qn('p:bg')}")
    if ground is None:
        ground = above.find(f"{qn('p:cSld')}/{qn('p:bg')}")
    return Sheet(
        part=layout.name,
        name=str(root.find(qn("p:cSld")).get("name", "")),
        master=master.name,
        slots=tuple(_slots(root, above)),
        body=next((slot.box for slot in _slots(above, above) if slot.kind == "body"), _NOTHING),
        shapes=tuple(shapes),
        ground=ground,
        mapping=dict(mapping.attrib) if mapping is not None else {},
        override=b"" if own is None else _xml(own),
        theme=theme,
    )


def _xml(element: Any) -> bytes:
    from lxml import etree

    return etree.tostring(element)


def _places(root: Any) -> Iterator[tuple[Any, Any]]:
    """Each placeholder shape with its `p:ph`."""
    for shape in root.find(f"{qn('p:cSld')}/{qn('p:spTree')}").iter(qn("p:sp")):
        place = shape.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")
        if place is not None:
            yield shape, place


def _slots(root: Any, master: Any) -> Iterator[Slot]:
    above = {_family(place.get("type", "obj")): shape for shape, place in _places(master)}
    styles = master.find(qn("p:txStyles"))
    for shape, place in _places(root):
        kind = place.get("type", "obj")
        chain = [shape, *([above[_family(kind)]] if _family(kind) in above else [])]
        bodies = [body for s in chain if (body := s.find(f".//{qn('a:bodyPr')}")) is not None]
        yield Slot(
            kind=kind,
            idx=int(place.get("idx", "0")),
            name=shape.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}").get("name", ""),
            box=next((box for s in chain if (box := _box(s))), _NOTHING),
            insets=Insets(*(_inset(bodies, side, usual) for side, usual in _SIDES)),
            anchor=_said(bodies, "anchor", "t"),
            turned=_said(bodies, "vert", "horz") != "horz" or _is_turned(chain),
            levels=tuple(_level(chain, styles, kind, number) for number in range(1, 5)),
            colour=next(
                (f for run in _runs(chain, styles, kind, 1) if (f := _fill(run)) is not None), None
            ),
        )


def _family(kind: str) -> str:
    """The placeholder of the master that one of a layout inherits from."""
    if kind in TITLES:
        return "title"
    return kind if kind in FIXED else "body"


def _box(shape: Any, of: str = "") -> Box | None:
    """Where a shape stands; of a group also `ch`, the places that its shapes count in."""
    frame = shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    if frame is None:
        frame = shape.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    if frame is None:
        frame = shape.find(qn("p:xfrm"))
    if frame is None:
        return None
    names = ("a:chOff", "a:chExt") if of == "ch" else ("a:off", "a:ext")
    place, size = (frame.find(qn(name)) for name in names)
    if place is None or size is None:
        return None
    said = (place.get("x"), place.get("y"), size.get("cx"), size.get("cy"))
    return Box(*(round(int(value) / EMU, 4) for value in said))


def _is_turned(chain: Sequence[Any]) -> bool:
    frames = (shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}") for shape in chain)
    first = next((frame for frame in frames if frame is not None), None)
    return first is not None and first.get("rot", "0") != "0"


def _said(elements: Sequence[Any], name: str, usual: str) -> str:
    """An attribute of the first element that has it."""
    return next((e.get(name) for e in elements if e.get(name) is not None), usual)


def _inset(bodies: Sequence[Any], side: str, usual: float) -> float:
    said = _said(bodies, side, "")
    return round(int(said) / EMU, 4) if said else usual


def _fill(run: Any) -> Any:
    return run.find(qn("a:solidFill"))


def _styles(chain: Sequence[Any], styles: Any, kind: str, number: int) -> list[Any]:
    """What styles one level: the shape itself, its master's, then that of the kind of text."""
    name = qn(f"a:lvl{number}pPr")
    lists = [shape.find(f".//{qn('a:lstStyle')}/{name}") for shape in chain]
    general = {"title": "titleStyle", "body": "bodyStyle"}.get(_family(kind), "otherStyle")
    if styles is not None:
        lists.append(styles.find(f"{qn(f'p:{general}')}/{name}"))
    return [level for level in lists if level is not None]


def _runs(chain: Sequence[Any], styles: Any, kind: str, number: int) -> list[Any]:
    levels = _styles(chain, styles, kind, number)
    return [run for level in levels if (run := level.find(qn("a:defRPr"))) is not None]


def _level(chain: Sequence[Any], styles: Any, kind: str, number: int) -> Level:
    levels = _styles(chain, styles, kind, number)
    runs = _runs(chain, styles, kind, number)
    return Level(
        size=int(_said(runs, "sz", "0")) / 100,
        bold=_said(runs, "b", "0") in ("1", "true"),
        colour=INHERITED,
        line=math.nan,
        before=math.nan,
        after=math.nan,
        align=_said(levels, "algn", "l"),
        bullets=True,
    )


def _shapes(root: Any) -> Iterator[Shape]:
    """What is drawn on a layout or master and is no placeholder."""
    yield from _in_group(root.find(f"{qn('p:cSld')}/{qn('p:spTree')}"))


def _in_group(group: Any) -> Iterator[Shape]:
    """The shapes of a group, in the places where they are seen."""
    for shape in group.iterchildren(*map(qn, _DRAWN)):
        box = _box(shape)
        if box is None or shape.find(f"*/{qn('p:nvPr')}/{qn('p:ph')}") is not None:
            continue
        if shape.tag == qn("p:grpSp"):
            within = _box(shape, "ch") or box
            for inner in _in_group(shape):
                yield replace(inner, box=_moved(inner.box, within, box))
        else:
            yield Shape(box, shape.find(f"{qn('p:spPr')}/{qn('a:solidFill')}"))


def _moved(box: Box, within: Box, seen: Box) -> Box:
    """A box of a group that counts its places in `within` and is seen in `seen`."""
    across, down = seen.width / (within.width or 1), seen.height / (within.height or 1)
    x, y = seen.x + (box.x - within.x) * across, seen.y + (box.y - within.y) * down
    return Box(*(round(v, 4) for v in (x, y, box.width * across, box.height * down)))
