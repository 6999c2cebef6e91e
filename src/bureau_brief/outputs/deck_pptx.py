"""Draws a Deck as a .pptx on the parts of a template.

In: a Deck. Out: the bytes of a presentation on the program's slide master, the same for the
same Deck. The template is read with python-pptx once; slides, notes and charts are parts made
here, with ids counted here: python-pptx searches the whole tree for a free id at every shape,
and copies placeholders that are filled anyway.
Not for: any decision: places, sizes and words are the plan's.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from bureau_brief.outputs.charts import chart_xml
from bureau_brief.outputs.deck.values import (
    Arrow,
    Bracket,
    Chart,
    Deck,
    Image,
    Rule,
    Slide,
    SlideNumber,
    Strip,
    Table,
    TextBox,
)
from bureau_brief.outputs.deck_data import data_parts
from bureau_brief.outputs.layouts import HERO
from bureau_brief.outputs.markup import Pen, document, points, quoted
from bureau_brief.outputs.package import (
    CONTENT_TYPES,
    Part,
    entries_of,
    parts_of,
    properties,
    xml,
    zipped,
)
from bureau_brief.outputs.presentation import with_slides
from bureau_brief.outputs.recolouring import take_on
from bureau_brief.outputs.shapes import Drawing, note_paragraph, sheet
from bureau_brief.outputs.sheets import workbook
from bureau_brief.resources import MASTER
from bureau_brief.seals import sealed_entries

PROGRAM = "bureau-brief"
UNDATED = "2000-01-01"
"""The date of a deck whose data file gives none: a clock would change the bytes."""
_COMPLETED = (CT.PML_PRESENTATION_MAIN, CT.OPC_CORE_PROPERTIES)
"""What a template has and each deck completes."""
_TEXT = "<!-- text -->"
"""Where the text of notes goes."""


def draw(deck: Deck) -> bytes:
    """The presentation."""
    parts = _template(deck)
    fixed = {part.name for part in parts if part.kind not in _COMPLETED}
    writer = _Writer(parts, deck)
    for slide in deck.slides:
        writer.slide(slide)
    writer.finish()
    entries = sealed_entries(entries_of(parts))
    listing = {name for name in entries if name.endswith((".rels", CONTENT_TYPES))}
    return zipped(entries, fixed | listing)


@functools.cache
def master() -> tuple[Part, ...]:
    """The parts of the master, read once."""
    return tuple(parts_of(Presentation(str(MASTER)).part.package))


@functools.lru_cache(maxsize=16)
def _sized(hero: float) -> tuple[Part, ...]:
    """The master with one size of headline number in its layouts, where a person can change it."""
    parts = [part.copied() for part in master()]
    for part in parts:
        if part.kind == CT.PML_SLIDE_LAYOUT:
            part.content = _with_headline(part.content, hero)
    return tuple(parts)


def _template(deck: Deck) -> list[Part]:
    """The parts of the master, or of the office's own template, free to be changed."""
    if deck.layouts.template:
        from bureau_brief.outputs.office import template_parts
        from bureau_brief.outputs.office.base import base

        return base(template_parts(deck.layouts.template), master())
    parts = [part.copied() for part in _sized(deck.hero)]
    if deck.looks:
        take_on(parts, deck.looks)
    return parts


def _with_headline(layout: bytes, size: float) -> bytes:
    root: Any = etree.fromstring(layout)
    for place in root.iter(qn("p:ph")):
        if place.get("idx") == str(HERO):
            shape = next(place.iterancestors(qn("p:sp")))
            level = shape.find(f".//{qn('a:lstStyle')}/{qn('a:lvl2pPr')}")
            level.find(qn("a:defRPr")).set("sz", str(points(size)))
            level.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}").set("val", str(points(size)))
    return xml(root)


class _Writer:
    """Adds slides with their notes and charts to the parts of a template."""

    def __init__(self, parts: list[Part], deck: Deck) -> None:
        self._parts = parts
        self._deck = deck
        self._pen = Pen(deck.locale, deck.second_locale, deck.layouts.tones)
        self._presentation = _of_kind(parts, CT.PML_PRESENTATION_MAIN)
        self._notes_master = _of_kind(parts, CT.PML_NOTES_MASTER)
        self._layouts = {p.name: p for p in parts if p.kind == CT.PML_SLIDE_LAYOUT}
        self._names = {part.name for part in parts}
        self._slides: list[str] = []
        self._charts = 0

    def slide(self, slide: Slide) -> None:
        """One slide and what belongs to it."""
        part = self._part(f"slides/slide{len(self._slides) + 1}.xml", CT.PML_SLIDE)
        layout = self._deck.layouts.roles[slide.role]
        part.relate(RT.SLIDE_LAYOUT, self._layouts[layout.part])
        drawing = Drawing(layout, self._deck.hero, self._pen)
        for item in slide.items:
            if isinstance(item, Chart):
                drawing.chart(item, part.relate(RT.CHART, self._chart(item)))
            elif isinstance(item, Image):
                drawing.image(item, part.relate(RT.IMAGE, self._image(item)))
            else:
                _DRAWN[type(item)](drawing, item)
        part.content = drawing.xml()
        self._slides.append(self._presentation.relate(RT.SLIDE, part))
        self._notes(slide, part)

    def finish(self) -> None:
        """The list of slides and of sections, and the properties of the document."""
        deck = self._deck
        sections = [str(slide.part) for slide in deck.slides]
        slides = list(zip(sections, self._slides, strict=True))
        self._presentation.content = with_slides(self._presentation.content, slides)
        if deck.data:
            package, presentation = self._parts[0], self._presentation
            self._parts += data_parts(package, presentation, deck.data, deck.data_hash)
        _of_kind(self._parts, CT.OPC_CORE_PROPERTIES).content = properties(
            title=deck.title,
            author=deck.author,
            language=deck.locale,
            program=PROGRAM,
            day=deck.published or UNDATED,
        )

    def _chart(self, chart: Chart) -> Part:
        self._charts += 1
        sheet = self._part(f"embeddings/sheet{self._charts}.xlsx", CT.SML_SHEET)
        sheet.content = workbook(chart)
        part = self._part(f"charts/chart{self._charts}.xml", CT.DML_CHART)
        part.content = chart_xml(chart, self._pen, part.relate(RT.PACKAGE, sheet))
        return part

    def _image(self, image: Image) -> Part:
        """The picture, once for all slides that show it."""
        known = [part for part in self._parts if part.content == image.content]
        part = known[0] if known else self._part("media/logo.png", CT.PNG)
        part.content = image.content
        return part

    def _notes(self, slide: Slide, of: Part) -> None:
        said = "".join([note_paragraph(str(text), self._pen) for text in slide.notes or ("",)])
        part = self._part(f"notesSlides/notesSlide{len(self._slides)}.xml", CT.PML_NOTES_SLIDE)
        part.content = document(said).join(_around_notes(self._notes_master.content))
        part.relate(RT.NOTES_MASTER, self._notes_master)
        part.relate(RT.SLIDE, of)
        of.relate(RT.NOTES_SLIDE, part)

    def _part(self, name: str, kind: str) -> Part:
        path = f"ppt/{name}"
        while path in self._names:  # a template may have parts of its own there
            path = path.replace(".", "_.", 1)
        self._names.add(path)
        part = Part(path, kind)
        self._parts.append(part)
        return part


_DRAWN: Mapping[type, Callable[[Drawing, Any], None]] = {
    TextBox: Drawing.text_box,
    Rule: Drawing.rule,
    Bracket: Drawing.bracket,
    Arrow: Drawing.arrow,
    Strip: Drawing.strip,
    SlideNumber: Drawing.slide_number,
    Table: Drawing.table,
}


def _of_kind(parts: list[Part], kind: str) -> Part:
    return next(part for part in parts if part.kind == kind)


@functools.lru_cache(maxsize=8)
def _around_notes(master: bytes) -> list[bytes]:
    """What stands around the text: the slide's picture and the body, as on the notes master."""
    found: list[Any] = list(etree.fromstring(master).iter(qn("p:ph")))
    wanted = [place for place in found if place.get("type") in ("sldImg", "body")]
    places = [_place_of_notes(number, place) for number, place in enumerate(wanted, 2)]
    return sheet("notes", places).split(_TEXT.encode())


def _place_of_notes(number: int, place: Any) -> str:
    name = next(place.iterancestors(qn("p:nvSpPr"))).find(qn("p:cNvPr")).get("name", "")
    own = "".join(f" {k}={quoted(place.get(k))}" for k in ("type", "idx") if k in place.attrib)
    is_body = place.get("type") == "body"
    body = f"<p:txBody><a:bodyPr/>{_TEXT}</p:txBody>" if is_body else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{own}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/>{body}</p:sp>"
    )
