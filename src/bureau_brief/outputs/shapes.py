"""Shapes of a slide as XML: text, rules, tables, frames of charts.

In: items of a Deck, one slide's tree. Out: elements appended to it, with ids counted here.
Not for: any decision, or parts and relationships (`deck_pptx`). Text and attributes go through
lxml, so nothing in them can become markup. A placeholder says only what differs from its layout.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from bureau_brief.outputs.deck.values import (
    Arrow,
    Bracket,
    Cell,
    Colour,
    Image,
    Paragraph,
    Rule,
    SlideNumber,
    Span,
    Strip,
    Table,
    TextBox,
)
from bureau_brief.outputs.layouts import HERO, Box, Layout, Level, Placeholder
from bureau_brief.outputs.markup import (
    Element,
    Languages,
    add,
    emu,
    filled,
    line,
    namespaces,
    points,
    tag,
    weight,
)

_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_SIDES = (("lIns", "left"), ("tIns", "top"), ("rIns", "right"), ("bIns", "bottom"))
_NO_INSETS = {"wrap": "square", **{side: "0" for side, _ in _SIDES}, "rtlCol": "0"}
_UNKNOWN = Level(math.nan, False, "?", math.nan, math.nan, math.nan, "?", bullets=True)
"""What a placeholder inherits of which nothing is known: everything is said."""
_PLAIN = Level(0, False, "", 0, 0, 0, "l")  # what a shape without a placeholder is given


class Drawing:
    """The shapes of one slide."""

    def __init__(self, tree: Element, layout: Layout, hero: float, languages: Languages) -> None:
        self._tree = tree
        self._layout = layout
        self._hero = hero
        self._languages = languages
        self._ids = 1  # the tree itself

    def text_box(self, item: TextBox) -> None:
        """Text in a placeholder, or in a shape of its own."""
        slot = None if item.idx is None else self._layout.placeholder(item.idx)
        if slot is None or not slot.kind:
            shape = self._shape(item.name, {} if item.fill else {"txBox": "1"})
            self._rectangle(shape, item.box, item.fill)
            slot, style = None, []
        else:
            shape = self._placeholder(slot, item.box)
            style = list(self._levels(slot))
        body = add(shape, "p:txBody")
        _body_properties(body, item, slot)
        add(body, "a:lstStyle")
        for paragraph in item.paragraphs:
            self._paragraph(body, paragraph, style[paragraph.level] if style else _PLAIN)

    def slide_number(self, item: SlideNumber) -> None:
        """The field that counts slides."""
        slot = self._layout.placeholder(item.idx)
        if not slot.kind:
            shape = self._shape(item.name, {"txBox": "1"})
            self._rectangle(shape, item.box, None)
        else:
            shape = self._placeholder(slot, item.box)
        body = add(shape, "p:txBody")
        add(body, "a:bodyPr", None if slot.kind else _NO_INSETS)
        add(body, "a:lstStyle")
        paragraph = add(body, "a:p")
        if not slot.kind:
            add(paragraph, "a:pPr", {"algn": "r"})
        field = add(paragraph, "a:fld", {"id": _NUMBER_FIELD, "type": "slidenum"})
        size = {} if slot.kind else {"sz": points(item.size)}
        run = add(field, "a:rPr", {**self._languages.attributes(), **size})
        if not slot.kind or not slot.levels[0].colour:
            filled(run, "tx1")
        add(field, "a:t").text = str(item.number)
        add(paragraph, "a:endParaRPr", self._languages.attributes())

    def rule(self, item: Rule) -> None:
        """A filled rectangle that is decoration."""
        self._mark(self._tree, item.name, item.box, item.fill)

    def strip(self, item: Strip) -> None:
        """The marks of the areas, grouped."""
        group = add(self._tree, "p:grpSp")
        names = add(group, "p:nvGrpSpPr")
        _decoration(self._named(names, item.name))
        add(names, "p:cNvGrpSpPr")
        add(names, "p:nvPr")
        frame = _frame(add(group, "p:grpSpPr"), item.box)
        add(frame, "a:chOff", {"x": emu(item.box.x), "y": emu(item.box.y)})
        add(frame, "a:chExt", {"cx": emu(item.box.width), "cy": emu(item.box.height)})
        width = (item.box.width - item.gap * (item.count - 1)) / item.count
        for index in range(item.count):
            box = Box(item.box.x + index * (width + item.gap), item.box.y, width, item.box.height)
            colour: Colour = "accent1" if index == item.current else "idle"
            self._mark(group, f"{item.name} {index + 1}", box, colour)

    def bracket(self, item: Bracket) -> None:
        """A line turned up at both ends."""
        shape = self._shape(item.name)
        _decoration(shape[0][0])
        properties = add(shape, "p:spPr")
        _frame(properties, item.box)
        width, depth = emu(item.box.width), emu(item.box.height)
        geometry = add(properties, "a:custGeom")
        for part in ("avLst", "gdLst", "ahLst", "cxnLst"):
            add(geometry, f"a:{part}")
        add(geometry, "a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
        path = add(add(geometry, "a:pathLst"), "a:path", {"w": width, "h": depth, "fill": "none"})
        add(add(path, "a:moveTo"), "a:pt", {"x": "0", "y": "0"})
        for x, y in (("0", depth), (width, depth), (width, "0")):
            add(add(path, "a:lnTo"), "a:pt", {"x": x, "y": y})
        filled(properties, None)
        line(properties, item.colour, item.thickness)

    def arrow(self, item: Arrow) -> None:
        """A connector with a head."""
        shape = add(self._tree, "p:cxnSp")
        names = add(shape, "p:nvCxnSpPr")
        _decoration(self._named(names, item.name))
        add(names, "p:cNvCxnSpPr")
        add(names, "p:nvPr")
        properties = add(shape, "p:spPr")
        _frame(properties, Box(item.x0, item.y, item.x1 - item.x0, 0))
        add(add(properties, "a:prstGeom", {"prst": "straightConnector1"}), "a:avLst")
        add(line(properties, item.colour, item.thickness), "a:tailEnd", {"type": "triangle"})

    def table(self, item: Table) -> None:
        """A table without a style, with rules above and below each row."""
        data = self._graphic(item.name, str(item.alt), item.box, item.idx, _TABLE_URI)
        table = add(data, "a:tbl")
        add(add(table, "a:tblPr"), "a:tableStyleId").text = _NO_STYLE
        grid = add(table, "a:tblGrid")
        for width in item.columns:
            add(grid, "a:gridCol", {"w": emu(width)})
        for cells in item.rows:
            row = add(table, "a:tr", {"h": emu(item.row_height)})
            for cell in cells:
                self._cell(row, cell, item)

    def chart(self, name: str, alt: str, box: Box, idx: int | None, relation: str) -> None:
        """The frame of a chart; `relation` is the id of its part."""
        data = self._graphic(name, alt, box, idx, _CHART_URI)
        # its own map: what another library registers for the namespace may not change the bytes
        etree.SubElement(data, tag("c:chart"), {tag("r:id"): relation}, nsmap=namespaces("c"))

    def image(self, item: Image, relation: str) -> None:
        """A picture; `relation` is the id of its part."""
        picture = add(self._tree, "p:pic")
        names = add(picture, "p:nvPicPr")
        self._named(names, item.name).set("descr", str(item.alt))
        add(add(names, "p:cNvPicPr"), "a:picLocks", {"noChangeAspect": "1"})
        add(names, "p:nvPr")
        fill = add(picture, "p:blipFill")
        add(fill, "a:blip", {tag("r:embed"): relation})
        add(add(fill, "a:stretch"), "a:fillRect")
        properties = add(picture, "p:spPr")
        _frame(properties, item.box)
        add(add(properties, "a:prstGeom", {"prst": "rect"}), "a:avLst")

    def _cell(self, row: Element, cell: Cell, table: Table) -> None:
        element = add(row, "a:tc")
        body = add(element, "a:txBody")
        add(body, "a:bodyPr")
        add(body, "a:lstStyle")
        for paragraph in cell.paragraphs:
            self._paragraph(body, paragraph, _PLAIN)
        margins = {"marL": "0", "marR": emu(cell.right), "marT": "0", "marB": "0"}
        properties = add(element, "a:tcPr", {**margins, "anchor": "ctr"})
        for side in ("lnL", "lnR"):
            add(add(properties, f"a:{side}", {"w": "0"}), "a:noFill")
        for side in ("lnT", "lnB"):
            rule = add(properties, f"a:{side}", {"w": weight(table.thickness)})
            filled(rule, table.rule)
        add(properties, "a:noFill")

    def _graphic(self, name: str, alt: str, box: Box, idx: int | None, uri: str) -> Element:
        """A frame for a table or a chart; where it goes."""
        frame = add(self._tree, "p:graphicFrame")
        names = add(frame, "p:nvGraphicFramePr")
        self._named(names, name).set("descr", alt)
        locks = add(names, "p:cNvGraphicFramePr")
        place = add(names, "p:nvPr")
        slot = None if idx is None else self._layout.placeholder(idx)
        if slot and slot.kind:
            add(locks, "a:graphicFrameLocks", {"noGrp": "1"})
            add(place, "p:ph", {"type": slot.kind, "idx": str(slot.number)})
        _transform(add(frame, "p:xfrm"), box)
        return add(add(frame, "a:graphic"), "a:graphicData", {"uri": uri})

    def _levels(self, slot: Placeholder) -> Sequence[Level]:
        """The styles that a placeholder inherits: the headline number's is the deck's."""
        if slot.detached:
            return [_UNKNOWN] * len(slot.levels)
        if slot.idx != HERO:
            return slot.levels
        number = replace(slot.levels[1], size=self._hero, line=self._hero)
        return (slot.levels[0], number, *slot.levels[2:])

    def _placeholder(self, slot: Placeholder, box: Box) -> Element:
        shape = add(self._tree, "p:sp")
        names = add(shape, "p:nvSpPr")
        self._named(names, slot.name)
        add(add(names, "p:cNvSpPr"), "a:spLocks", {"noGrp": "1"})
        place = {"type": slot.kind, **({"idx": str(slot.number)} if slot.number else {})}
        add(add(names, "p:nvPr"), "p:ph", place)
        properties = add(shape, "p:spPr")
        if box != slot.box or slot.detached:
            _frame(properties, box)
        return shape

    def _shape(self, name: str, kind: Mapping[str, str] | None = None) -> Element:
        shape = add(self._tree, "p:sp")
        names = add(shape, "p:nvSpPr")
        self._named(names, name)
        add(names, "p:cNvSpPr", kind)
        add(names, "p:nvPr")
        return shape

    def _mark(self, parent: Element, name: str, box: Box, colour: Colour) -> None:
        """A rectangle without text that is decoration."""
        shape = self._shape(name)
        parent.append(shape)
        _decoration(shape[0][0])
        self._rectangle(shape, box, colour)

    def _rectangle(self, shape: Element, box: Box, colour: Colour | None) -> None:
        properties = add(shape, "p:spPr")
        _frame(properties, box)
        add(add(properties, "a:prstGeom", {"prst": "rect"}), "a:avLst")
        filled(properties, colour)
        line(properties, None)

    def _named(self, names: Element, name: str) -> Element:
        self._ids += 1
        return add(names, "p:cNvPr", {"id": str(self._ids), "name": name})

    def _paragraph(self, body: Element, paragraph: Paragraph, style: Level) -> None:
        element = add(body, "a:p")
        _paragraph_properties(element, paragraph, style)
        for span in paragraph.spans:
            self._run(element, span, style)
        add(element, "a:endParaRPr", self._languages.attributes())

    def _run(self, paragraph: Element, span: Span, style: Level) -> None:
        run = add(paragraph, "a:r")
        attributes = self._languages.attributes()
        if span.size != style.size:
            attributes["sz"] = points(span.size)
        if span.bold != style.bold:
            attributes["b"] = str(int(span.bold))
        properties = add(run, "a:rPr", attributes)
        if span.colour != style.colour:
            filled(properties, span.colour)
        add(run, "a:t").text = span.text
        if span.ends_line:
            add(add(paragraph, "a:br"), "a:rPr", attributes)


def note_paragraph(body: Element, text: str, languages: Languages) -> None:
    """A paragraph of the notes, in the style of the notes master."""
    paragraph = add(body, "a:p")
    run = add(paragraph, "a:r")
    add(run, "a:rPr", languages.attributes())
    add(run, "a:t").text = text
    add(paragraph, "a:endParaRPr", languages.attributes())


def _paragraph_properties(element: Element, paragraph: Paragraph, style: Level) -> None:
    properties = add(element, "a:pPr")
    if paragraph.level and style is not _PLAIN:
        properties.set("lvl", str(paragraph.level))
    if paragraph.align != style.align:
        properties.set("algn", paragraph.align)
    for name, wanted, inherited in (
        ("lnSpc", paragraph.line, style.line),
        ("spcBef", paragraph.before, style.before),
        ("spcAft", paragraph.after, style.after),
    ):
        if wanted != inherited:
            add(add(properties, f"a:{name}"), "a:spcPts", {"val": points(wanted)})
    if style.bullets:
        properties.attrib.update({"marL": "0", "indent": "0"})
        add(properties, "a:buNone")


def _body_properties(body: Element, item: TextBox, slot: Placeholder | None) -> None:
    """Insets and anchor: all of them, or what differs from the layout's."""
    known = slot is not None and not slot.detached
    inherited = slot.insets if slot and known else None
    properties = add(body, "a:bodyPr") if slot else add(body, "a:bodyPr", {"wrap": "square"})
    for name, side in _SIDES:
        wanted = getattr(item.insets, side)
        if inherited is None or wanted != getattr(inherited, side):
            properties.set(name, emu(wanted))
    if slot is None or not known or item.anchor != slot.anchor:
        properties.set("anchor", item.anchor)
    if slot is None:
        properties.set("rtlCol", "0")
    if slot is None or slot.levels[0].bullets:
        add(properties, "a:noAutofit")


def _frame(properties: Element, box: Box) -> Element:
    return _transform(add(properties, "a:xfrm"), box)


def _transform(frame: Element, box: Box) -> Element:
    add(frame, "a:off", {"x": emu(box.x), "y": emu(box.y)})
    add(frame, "a:ext", {"cx": emu(box.width), "cy": emu(box.height)})
    return frame


def _decoration(names: Element) -> None:
    """Marks what a screen reader may leave out."""
    extension = add(add(names, "a:extLst"), "a:ext", {"uri": _DECORATIVE_URI})
    etree.SubElement(
        extension, f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE}
    )
