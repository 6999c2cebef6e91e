"""Shapes of a slide as XML: text, rules, tables, frames of charts.

In: items of a Deck. Out: the content of one slide's part, with ids counted here.
Not for: any decision, or parts and relationships (`deck_pptx`). Texts and names are escaped
where they are written. A placeholder says only what differs from its layout.
"""

import functools
import math
from collections.abc import Sequence

from bureau_brief.outputs.deck.values import (
    Arrow,
    Bracket,
    Cell,
    Chart,
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
    NO_FILL,
    Pen,
    document,
    element,
    emu,
    escaped,
    named,
    namespaces,
    points,
    quoted,
    weight,
)
from bureau_brief.values import replace

_NUMBER_FIELD = "{00000000-1234-1234-1234-123412341234}"
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Marks what a screen reader may leave out."""
_RECTANGLE = '<a:prstGeom prst="rect"/>'
_TEXT_BOX = ' txBox="1"'
_SIDES = (("lIns", "left"), ("tIns", "top"), ("rIns", "right"), ("bIns", "bottom"))
_NO_INSETS = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>'
_UNKNOWN = Level(math.nan, False, "?", math.nan, math.nan, math.nan, "?", bullets=True)
"""What a placeholder inherits of which nothing is known: everything is said."""
_PLAIN = Level(0, False, "", 0, 0, 0, "l")  # what a shape without a placeholder is given

EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
)


def sheet(kind: str, shapes: Sequence[str], colours: str = "", *, relates: bool = False) -> bytes:
    """A slide or its notes: `kind` is the name of the element; few relate to other parts.

    Each shape is encoded by itself: most are ASCII, which is fast.
    """
    start = f"<p:{kind}{namespaces('arp' if relates else 'ap')}><p:cSld><p:spTree>{EMPTY_TREE}"
    colours = colours and f"<p:clrMapOvr>{colours}</p:clrMapOvr>"
    end = f"</p:spTree></p:cSld>{colours}</p:{kind}>"
    return b"".join(map(document, (start, *shapes, end)))


class Drawing:
    """The shapes of one slide."""

    def __init__(self, layout: Layout, hero: float, pen: Pen) -> None:
        self._layout = layout
        self._hero = hero
        self._pen = pen
        self._shapes: list[str] = []
        self._ids = 1  # the tree itself
        self._relates = False

    def xml(self) -> bytes:
        """The content of the slide's part."""
        colours = self._layout.colour_map.decode()
        return sheet("sld", self._shapes, colours, relates=self._relates)

    def text_box(self, item: TextBox) -> None:
        """Text in a placeholder, or in a shape of its own."""
        slot = None if item.idx is None else self._layout.placeholder(item.idx)
        if slot is None or not slot.kind:
            slot, styles = None, None
            shape = self._shape(item.name, item.box, item.fill, kind="" if item.fill else _TEXT_BOX)
        else:
            styles = self._levels(slot)
            shape = self._placeholder(slot, item.box)
        text = "".join(
            [
                self._paragraph(paragraph, styles[paragraph.level] if styles else _PLAIN)
                for paragraph in item.paragraphs
            ]
        )
        self._add(shape, f"{_body_properties(item, slot)}{text}")

    def slide_number(self, item: SlideNumber) -> None:
        """The field that counts slides."""
        slot = self._layout.placeholder(item.idx)
        pen = self._pen
        if slot.kind:
            shape, body, align, size = self._placeholder(slot, item.box), "<a:bodyPr/>", "", ""
        else:
            shape = self._shape(item.name, item.box, None, kind=_TEXT_BOX)
            body, align, size = _NO_INSETS, '<a:pPr algn="r"/>', f' sz="{points(item.size)}"'
        own = "" if slot.kind and slot.levels[0].colour else pen.fill("tx1")
        self._add(
            shape,
            f'{body}<a:p>{align}<a:fld id="{_NUMBER_FIELD}" type="slidenum">'
            f"{element('a:rPr', pen.lang + size, own)}<a:t>{item.number}</a:t></a:fld></a:p>",
        )

    def rule(self, item: Rule) -> None:
        """A filled rectangle that is decoration."""
        shape = self._shape(item.name, item.box, item.fill, _DECORATIVE)
        self._shapes.append(f"<p:sp>{shape}</p:sp>")

    def strip(self, item: Strip) -> None:
        """The marks of the areas, as a group that has the colour of the others."""
        names = f"{self._named(item.name, _DECORATIVE)}<p:cNvGrpSpPr/><p:nvPr/>"
        marks = "".join(
            [
                f"<p:sp><p:nvSpPr>{self._named('Mark')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
                f"<a:xfrm>{place}</a:xfrm>{_RECTANGLE}"
                f"{self._pen.fill('accent1') if index == item.current else '<a:grpFill/>'}"
                "</p:spPr></p:sp>"
                for index, place in enumerate(_steps(item.box, item.count, item.gap))
            ]
        )
        frame = f"{_place(item.box)}{_place(item.box, 'chOff', 'chExt')}"
        self._shapes.append(
            f"<p:grpSp><p:nvGrpSpPr>{names}</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}</a:xfrm>"
            f"{self._pen.fill('idle')}</p:grpSpPr>{marks}</p:grpSp>"
        )

    def bracket(self, item: Bracket) -> None:
        """A line turned up at both ends."""
        names = f"{self._named(item.name, _DECORATIVE)}<p:cNvSpPr/><p:nvPr/>"
        width, depth = emu(item.box.width), emu(item.box.height)
        lines = "".join(
            f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>'
            for x, y in ((0, depth), (width, depth), (width, 0))
        )
        self._shapes.append(
            f"<p:sp><p:nvSpPr>{names}</p:nvSpPr><p:spPr><a:xfrm>{_place(item.box)}</a:xfrm>"
            '<a:custGeom><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{width}" h="{depth}" fill="none">'
            f'<a:moveTo><a:pt x="0" y="0"/></a:moveTo>{lines}</a:path></a:pathLst></a:custGeom>'
            f"{NO_FILL}{self._pen.line(item.colour, item.thickness)}</p:spPr></p:sp>"
        )

    def arrow(self, item: Arrow) -> None:
        """A connector with a head."""
        names = f"{self._named(item.name, _DECORATIVE)}<p:cNvCxnSpPr/><p:nvPr/>"
        place = _place(Box(item.x0, item.y, item.x1 - item.x0, 0))
        line = self._pen.line(item.colour, item.thickness, '<a:tailEnd type="triangle"/>')
        self._shapes.append(
            f"<p:cxnSp><p:nvCxnSpPr>{names}</p:nvCxnSpPr><p:spPr><a:xfrm>{place}</a:xfrm>"
            f'<a:prstGeom prst="straightConnector1"/>{line}</p:spPr>'
            "</p:cxnSp>"
        )

    def table(self, item: Table) -> None:
        """A table without a style, with rules above and below each row."""
        grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in item.columns)
        height = emu(item.row_height)
        rows = "".join(
            f'<a:tr h="{height}">{"".join(self._cell(cell, item) for cell in cells)}</a:tr>'
            for cells in item.rows
        )
        self._graphic(
            item,
            str(item.alt),
            f'<a:graphicData uri="{_TABLE_URI}"><a:tbl>'
            f"<a:tblPr><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
            f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData>",
        )

    def chart(self, item: Chart, relation: str) -> None:
        """The frame of a chart; `relation` is the id of its part."""
        self._relates = True
        self._graphic(
            item,
            str(item.alt),
            f'<a:graphicData uri="{_CHART_URI}">'
            f'<c:chart{namespaces("c")} r:id="{relation}"/></a:graphicData>',
        )

    def image(self, item: Image, relation: str) -> None:
        """A picture; `relation` is the id of its part."""
        self._relates = True
        names = self._named(item.name, alt=str(item.alt))
        self._shapes.append(
            f'<p:pic><p:nvPicPr>{names}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr><a:xfrm>{_place(item.box)}</a:xfrm>{_RECTANGLE}</p:spPr></p:pic>"
        )

    def _cell(self, cell: Cell, table: Table) -> str:
        text = "".join(self._paragraph(paragraph, _PLAIN) for paragraph in cell.paragraphs)
        rule = f'w="{weight(table.thickness)}">{self._pen.fill(table.rule)}'
        return (
            f"<a:tc><a:txBody><a:bodyPr/>{text}</a:txBody>"
            f'<a:tcPr marL="0" marR="{emu(cell.right)}" marT="0" marB="0" anchor="ctr">'
            f'<a:lnL w="0">{NO_FILL}</a:lnL><a:lnR w="0">{NO_FILL}</a:lnR>'
            f"<a:lnT {rule}</a:lnT><a:lnB {rule}</a:lnB>{NO_FILL}</a:tcPr></a:tc>"
        )

    def _graphic(self, item: Table | Chart, alt: str, content: str) -> None:
        """A frame for a table or a chart; where it goes."""
        slot = None if item.idx is None else self._layout.placeholder(item.idx)
        locks = place = ""
        if slot and slot.kind:
            locks = '<a:graphicFrameLocks noGrp="1"/>'
            place = f'<p:ph type={quoted(slot.kind)} idx="{slot.number}"/>'
        self._shapes.append(
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._named(item.name, alt=alt)}"
            f"{element('p:cNvGraphicFramePr', content=locks)}{element('p:nvPr', content=place)}"
            f"</p:nvGraphicFramePr><p:xfrm>{_place(item.box)}</p:xfrm>"
            f"<a:graphic>{content}</a:graphic></p:graphicFrame>"
        )

    def _levels(self, slot: Placeholder) -> Sequence[Level]:
        """The styles that a placeholder inherits: the headline number's is the deck's."""
        if slot.detached:
            return [_UNKNOWN] * len(slot.levels)
        if slot.idx != HERO:
            return slot.levels
        number = replace(slot.levels[1], size=self._hero, line=self._hero)
        return (slot.levels[0], number, *slot.levels[2:])

    def _add(self, shape: str, body: str) -> None:
        self._shapes.append(f"<p:sp>{shape}<p:txBody>{body}</p:txBody></p:sp>")

    def _placeholder(self, slot: Placeholder, box: Box) -> str:
        number = f' idx="{slot.number}"' if slot.number else ""
        own = (box is not slot.box and box != slot.box) or slot.detached
        frame = element("p:spPr", content=f"<a:xfrm>{_place(box)}</a:xfrm>" if own else "")
        return (
            f'<p:nvSpPr>{self._named(slot.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph type={named(slot.kind)}{number}/></p:nvPr></p:nvSpPr>{frame}"
        )

    def _shape(
        self, name: str, box: Box, colour: Colour | None, marks: str = "", kind: str = ""
    ) -> str:
        """A rectangle that is no placeholder: its names and its looks."""
        return (
            f"<p:nvSpPr>{self._named(name, marks)}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"<a:xfrm>{_place(box)}</a:xfrm>{_RECTANGLE}{self._pen.fill(colour)}</p:spPr>"
        )

    def _named(self, name: str, marks: str = "", *, alt: str | None = None) -> str:
        self._ids += 1
        said = "" if alt is None else f" descr={quoted(alt)}"
        return element("p:cNvPr", f' id="{self._ids}" name={named(name)}{said}', marks)

    def _paragraph(self, paragraph: Paragraph, style: Level) -> str:
        runs = "".join([self._run(span, style) for span in paragraph.spans])
        text = runs or f"<a:endParaRPr{self._pen.lang}/>"
        return f"<a:p>{_paragraph_properties(paragraph, style)}{text}</a:p>"

    def _run(self, span: Span, style: Level) -> str:
        size = None if span.size == style.size else span.size
        bold = None if span.bold == style.bold else span.bold
        look = self._pen.run(size, bold, None if span.colour == style.colour else span.colour)
        end = f"<a:br>{self._pen.run(size, bold, None)}</a:br>" if span.ends_line else ""
        return f"<a:r>{look}<a:t>{escaped(span.text)}</a:t></a:r>{end}"


def note_paragraph(text: str, pen: Pen) -> str:
    """A paragraph of the notes, in the style of the notes master."""
    return f"<a:p><a:r><a:rPr{pen.lang}/><a:t>{escaped(text)}</a:t></a:r></a:p>"


def _paragraph_properties(paragraph: Paragraph, style: Level) -> str:
    attributes, spacing = "", ""
    if style.bullets:
        attributes += ' marL="0" indent="0"'
    if paragraph.level and style is not _PLAIN:
        attributes += f' lvl="{paragraph.level}"'
    if paragraph.align != style.align:
        attributes += f' algn="{paragraph.align}"'
    if paragraph.line != style.line:
        spacing += f'<a:lnSpc><a:spcPts val="{points(paragraph.line)}"/></a:lnSpc>'
    if paragraph.before != style.before:
        spacing += f'<a:spcBef><a:spcPts val="{points(paragraph.before)}"/></a:spcBef>'
    if paragraph.after != style.after:
        spacing += f'<a:spcAft><a:spcPts val="{points(paragraph.after)}"/></a:spcAft>'
    if style.bullets:
        spacing += "<a:buNone/>"
    return element("a:pPr", attributes, spacing)  # without one, LibreOffice forgets a footer's font


def _body_properties(item: TextBox, slot: Placeholder | None) -> str:
    """Insets and anchor: all of them, or what differs from the layout's."""
    known = slot if slot and not slot.detached else None
    said, inherited = "", known.insets if known else None
    for name, side in _SIDES if item.insets is not inherited else ():
        wanted = getattr(item.insets, side)
        if inherited is None or wanted != getattr(inherited, side):
            said += f' {name}="{emu(wanted)}"'
    if item.anchor != (known.anchor if known else "" if slot else "t"):
        said += f' anchor="{item.anchor}"'
    fit = "<a:noAutofit/>" if slot is None or slot.levels[0].bullets else ""
    return element("a:bodyPr", said, fit)


@functools.lru_cache(maxsize=64)
def _steps(box: Box, count: int, gap: float) -> Sequence[str]:
    """Where the marks of a strip are, which is the same on every slide."""
    width = (box.width - gap * (count - 1)) / count
    steps = [box.x + index * (width + gap) for index in range(count)]
    return [_place(Box(x, box.y, width, box.height)) for x in steps]


def _place(box: Box, start: str = "off", extent: str = "ext") -> str:
    """Where something is, and how large."""
    return (
        f'<a:{start} x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:{extent} cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
    )
