"""The checks D1 to D13 and D17: what a finished deck says and how it is built.

In: a Finished deck: its bytes, the Record it was made from. Out: a list of faults, empty if it
holds. The file is read with python-pptx's readers and lxml; nothing of the drawer is used.
Not for: what only a rendering shows (`deck_render`).
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

import openpyxl
from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from bureau_brief.record import Area, Figure, Record
from bureau_brief.resolving.choosing import main_figure
from tests.checks.known import folded, known_numbers, numbers, phrases

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
LONGEST_TITLE = 95
MOST_CATEGORIES = 8
MOST_WORDS = {"area": 90, "overview": 100, "more": 100, "closing": 110, "title": 60}
SIZES = {12, 16, 18, 20, 24, 26, 28, 32, 36, 40, 44, 48, 54, 60, 64, 68, 72, 76, 80}
SMALL = {12, 16}  # only in what FINE names
FINE_IDX = {11, 12, 13, 16}  # source, slide number, area name, marker
HERO_IDX = 14
FORMATS = {
    "#,##0": "{:,.0f}", "0": "{:.0f}", "#,##0.0": "{:,.1f}", "#,##0.00": "{:,.2f}",
    '0"%"': "{:.0f}%", '0.0"%"': "{:.1f}%", '0.00"%"': "{:.2f}%",
}  # fmt: skip
"""What the number formats of labels print."""
IN_CHARTS = {16, 18, 20}
FOOTER, SLIDE_NUMBER, KICKER = 11, 12, 13
FEWEST_WITH_OVERVIEW = 3


@dataclass(frozen=True)
class Finished:
    """A finished deck and what it was made from."""

    data: bytes
    record: Record
    language: str = "en"

    @cached_property
    def slides(self) -> list[Any]:
        """The slides, read by python-pptx."""
        return list(self._presentation.slides)

    @cached_property
    def _presentation(self) -> Any:
        return Presentation(io.BytesIO(self.data))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in EMU."""
        return self._presentation.slide_width, self._presentation.slide_height

    @property
    def properties(self) -> Any:
        """The core properties."""
        return self._presentation.core_properties

    def kind(self, index: int) -> str:
        """Title, overview, area, more (areas that share a slide) or closing."""
        if index in (0, len(self.slides) - 1):
            return "closing" if index else "title"
        if _kicker(self.slides[index]) in map(self._name, self.record.areas):
            return "area"
        return (
            "overview" if index == 1 and len(self.record.areas) >= FEWEST_WITH_OVERVIEW else "more"
        )

    def slides_of(self, area: Area) -> list[Any]:
        """The slides of one area: its own, or the one that it shares."""
        name = self._name(area)
        own = [slide for slide in self.slides[1:-1] if _kicker(slide) == name]
        return own or [
            slide
            for index, slide in enumerate(self.slides)
            if self.kind(index) == "more"
            for shape in slide.shapes
            if name in map(folded, shape_texts(shape))
        ]

    def figures_on_slides(self, area: Area) -> list[Figure]:
        """The figures that its slides must show: all, or its main one on a slide that it shares."""
        if self.kind(self.slides.index(self.slides_of(area)[0])) == "area":
            return list(area.figures)
        return [main_figure(area)]

    def _name(self, area: Area) -> str:
        return folded(area.title.in_language(self.language) or "")


def _kicker(slide: Any) -> str:
    """What stands above the title."""
    places = [s for s in slide.placeholders if s.placeholder_format.idx == KICKER]
    return folded(places[0].text_frame.text) if places else ""


def shapes(slide: Any) -> Iterator[Any]:
    """Every shape of a slide, those inside groups too."""
    for shape in slide.shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shape.shapes


def said(slide: Any) -> str:
    """Every text of a slide in tree order: shapes, table cells, chart titles and labels."""
    return " ".join(text for shape in shapes(slide) for text in shape_texts(shape))


def shape_texts(shape: Any) -> list[str]:
    """The paragraphs of one shape."""
    if shape.has_text_frame:
        return [paragraph.text for paragraph in shape.text_frame.paragraphs if paragraph.text]
    if getattr(shape, "has_table", False):
        rows = shape.table.rows
        return [p.text for row in rows for cell in row.cells for p in cell.text_frame.paragraphs]
    if getattr(shape, "has_chart", False):
        return chart_texts(shape.chart)
    return []


def chart_texts(chart: Any) -> list[str]:
    """What a chart shows: the names of its categories, and its labels."""
    space = chart._chartSpace
    shown = named(space)
    for series in space.xpath(".//c:ser[c:dLbls]"):
        shown += _labels(series)
    return shown


def named(space: Any) -> list[str]:
    """The categories that the axis of a chart names."""
    if space.xpath(".//c:catAx/c:delete[@val='1'] | .//c:catAx/c:tickLblPos[@val='none']"):
        return []
    return [point.text for point in space.xpath("(.//c:ser)[1]/c:cat//c:v")]


def _labels(series: Any) -> Iterator[str]:
    """Text where a label has its own, else the value in the label's number format."""
    own = {label.xpath("./c:idx/@val")[0]: label for label in series.xpath("./c:dLbls/c:dLbl")}
    (plain,) = series.xpath("./c:dLbls/c:numFmt/@formatCode")
    for point in series.xpath("./c:val//c:pt"):
        label = own.get(point.get("idx"))
        if label is not None and label.xpath("./c:delete[@val='1']"):
            continue
        rich = label.xpath(".//c:rich//a:t") if label is not None else []
        yield rich[0].text if rich else FORMATS[plain].format(Decimal(point.xpath("./c:v")[0].text))


def d1_is_a_wide_deck(deck: Finished) -> list[str]:
    """16:9, 12,192,000 x 6,858,000 EMU."""
    return [] if deck.size == (12192000, 6858000) else [f"slide size {deck.size}"]


def d2_every_slide_has_its_own_title(deck: Finished) -> list[str]:
    """A title placeholder, its text unique and of at most 95 characters."""
    titles = [
        folded(s.shapes.title.text) if s.shapes.title is not None else "" for s in deck.slides
    ]
    faults = [f"slide {i + 1}: no title" for i, title in enumerate(titles) if not title]
    faults += [f"long title: {title}" for title in titles if len(title) > LONGEST_TITLE]
    return faults + [f"title twice: {t}" for t in set(titles) if t and titles.count(t) > 1]


def d3_sizes_are_those_of_the_roles(deck: Finished) -> list[str]:
    """Only the sizes of the design; 12 and 16 points only in fine print."""
    faults = [f"slide {n}: {points} pt in a chart" for n, points in _odd_in_charts(deck)]
    for number, slide in enumerate(deck.slides, 1):
        for shape in shapes(slide):
            placeholder = shape.placeholder_format.idx if shape.is_placeholder else None
            for style in shape._element.xpath(".//a:rPr[@sz] | .//a:defRPr[@sz]"):
                points = int(style.get("sz")) / 100
                hero_unit = placeholder == HERO_IDX and points == round(points * 2) / 2
                if points not in SIZES and not hero_unit:
                    faults.append(f"slide {number}: {points} pt in {shape.name}")
                fine = style.get("b") == "1" or placeholder in FINE_IDX
                if points in SMALL and not fine:
                    faults.append(f"slide {number}: {points} pt in {shape.name}")
    return faults


def _odd_in_charts(deck: Finished) -> Iterator[tuple[int, float]]:
    """Sizes in charts that are not the design's: 16 only for periods and what stands beside."""
    for number, slide in enumerate(deck.slides, 1):
        for shape in shapes(slide):
            if getattr(shape, "has_chart", False):
                sizes = shape.chart._chartSpace.xpath(".//a:rPr/@sz | .//a:defRPr/@sz")
                yield from ((number, int(s) / 100) for s in sizes if int(s) / 100 not in IN_CHARTS)


def d4_colours_and_fonts_come_from_the_theme(deck: Finished) -> list[str]:
    """No direct colour and no direct font on slides or in charts."""
    faults = []
    for number, root in _roots(deck):
        for path in ("a:srgbClr", "a:sysClr", "a:prstClr", "a:latin", "a:ea", "p:style"):
            if root.xpath(f".//{path}", namespaces=NS):
                faults.append(f"slide {number}: {path}")
    return faults


def d5_shapes_stay_on_the_slide(deck: Finished) -> list[str]:
    """No shape reaches over an edge."""
    width, height = deck.size
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            right, bottom = shape.left + shape.width, shape.top + shape.height
            if min(shape.left, shape.top) < 0 or right > width or bottom > height:
                faults.append(f"slide {number}: {shape.name} leaves the slide")
    return faults


def d6_what_has_no_text_has_words_or_is_decoration(deck: Finished) -> list[str]:
    """`descr` or the decorative mark on every shape without text."""
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text.strip():
                continue
            name = shape._element.xpath("./*[1]/p:cNvPr")[0]
            marked = name.xpath(".//*[local-name()='decorative'][@val='1']")
            if not name.get("descr") and not marked:
                faults.append(f"slide {number}: {shape.name} has no alternative text")
            if len(name.get("descr", "")) > 250:
                faults.append(f"slide {number}: {shape.name} has a long alternative text")
    return faults


def d7_shapes_are_read_in_order(deck: Finished) -> list[str]:
    """Title first, area name and marker next, source and slide number last."""
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        order = [s.placeholder_format.idx for s in slide.shapes if s.is_placeholder]
        every = list(slide.shapes)
        if not every or every[0].shape_id != getattr(slide.shapes.title, "shape_id", None):
            faults.append(f"slide {number}: the title is not first")
        if deck.kind(number - 1) == "title":
            continue
        if order[-2:] != [FOOTER, SLIDE_NUMBER]:
            faults.append(f"slide {number}: source and slide number are not last: {order}")
        elif [s.placeholder_format.idx if s.is_placeholder else None for s in every[-2:]] != [
            FOOTER,
            SLIDE_NUMBER,
        ]:
            faults.append(f"slide {number}: something follows the source")
        if order[1:2] != [13]:
            faults.append(f"slide {number}: the area name does not follow the title")
    return faults


def d8_charts_are_native_and_start_at_zero(deck: Finished) -> list[str]:
    """No picture but the logo; charts with a workbook of what they show, an axis from zero."""
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        for shape in shapes(slide):
            logo = deck.record.logo and deck.kind(number - 1) in ("title", "closing")
            if shape.shape_type == 13 and not logo:
                faults.append(f"slide {number}: a picture")
            if getattr(shape, "has_chart", False):
                faults += [f"slide {number}: {fault}" for fault in _chart_faults(shape.chart)]
    return faults


def _chart_faults(chart: Any) -> list[str]:
    space = chart._chartSpace
    faults = []
    if [float(v) for v in space.xpath(".//c:valAx//c:min/@val")] != [0.0]:
        faults.append("the value axis does not start at zero")
    if len(named(space)) > MOST_CATEGORIES:
        faults.append("too many categories with names")
    ids = space.xpath(".//c:axId/@val | .//c:crossAx/@val")
    if any(not 0 <= int(value) <= 0x7FFFFFFF for value in ids):
        faults.append("an axis id out of range")
    workbook = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = {
        str(c.value) for row in workbook.active.iter_rows() for c in row if c.value is not None
    }
    for point in space.xpath(".//c:cat//c:v | .//c:val//c:v | .//c:tx//c:v"):
        if point.text not in cells:
            faults.append(f"{point.text} is not in the data sheet")
    return faults


def d9_slides_are_short(deck: Finished) -> list[str]:
    """Words a slide, source and number included."""
    counts = [(i, len(folded(said(slide)).split())) for i, slide in enumerate(deck.slides)]
    return [f"slide {i + 1}: {n} words" for i, n in counts if n > MOST_WORDS[deck.kind(i)]]


def d10_notes_say_where_every_figure_is_from(deck: Finished) -> list[str]:
    """On the area's slide: every figure with the place and the phrase of its source."""
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        if not slide.has_notes_slide or not notes(slide):
            faults.append(f"slide {number}: no notes")
    for area in deck.record.areas:
        text = " ".join(map(notes, deck.slides_of(area)))
        for figure in area.figures:
            found = figure.source
            at = found.at.in_language(deck.language) if found and found.at else ""
            stated = f"“{found.stated}”" if found and found.stated else ""
            for wanted in (stated, at, phrases(deck.record)[figure.id]):
                if wanted and folded(wanted).lower() not in text.lower():
                    faults.append(f"{area.id}: the notes lack {wanted!r} of {figure.id}")
            if stated and at and not _places_it(deck.slides_of(area), stated, at):
                faults.append(f"{area.id}: {stated} without its place")
    return faults


def _places_it(slides: Sequence[Any], stated: str, at: str) -> bool:
    """Whether one paragraph of the notes says a phrase and where it stands."""
    frames = [slide.notes_slide.notes_text_frame for slide in slides]
    said = [folded(paragraph.text) for frame in frames for paragraph in frame.paragraphs]
    return any(folded(stated) in text and folded(at) in text for text in said)


def notes(slide: Any) -> str:
    """The notes of a slide, folded."""
    return folded(slide.notes_slide.notes_text_frame.text)


def d11_every_figure_stands_with_its_qualifier(deck: Finished) -> list[str]:
    """On its area's slides, qualifier directly before the number, unit behind it; the same
    wherever the number stands again."""
    faults = []
    known = phrases(deck.record)
    for area in deck.record.areas:
        text = " ".join(folded(said(slide)) for slide in deck.slides_of(area))
        for figure in deck.figures_on_slides(area):
            for id_ in (figure.id, f"{figure.id}.converted"):
                if id_ in known and not _stands(known[id_], text):
                    faults.append(f"{area.id}: {known[id_]!r} is not on its slide")
    bare = {numbers(phrase)[0]: phrase for phrase in known.values() if phrase[0].isalpha()}
    for number, slide in enumerate(deck.slides, 1):
        for text in (folded(said(slide)), notes(slide)):
            for match in re.finditer(r"(?<![\d,.])\d[\d,.]*\d|(?<![\d,.])\d(?!\d)", text):
                phrase = bare.get(match.group())
                if phrase and not _qualified(text, match, phrase):
                    faults.append(f"slide {number}: {match.group()} without its qualifier")
    return faults


def _qualified(text: str, match: re.Match[str], phrase: str) -> bool:
    """The phrase ends where it should around the match, or the number is another one's."""
    start = match.start() - phrase.index(match.group())
    whole = text[max(start, 0) :].lower().startswith(phrase)
    unit = phrase[phrase.index(match.group()) + len(match.group()) :]
    same_unit = text[match.end() :].startswith(unit)
    return whole or not same_unit or (len(match.group()) == 1 and not unit)


def _stands(phrase: str, text: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(phrase)}(?![\d]|[.,]\d)", text) is not None


def d12_no_number_is_unknown(deck: Finished) -> list[str]:
    """Slides, notes, charts, data sheets and alternative texts: no number beyond the data."""
    known = known_numbers(deck.record, deck.language)
    faults = []
    for number, slide in enumerate(deck.slides, 1):
        descr = " ".join(slide._element.xpath(".//p:cNvPr/@descr"))
        shown = numbers(" ".join((folded(said(slide)), notes(slide), descr)))
        allowed = known | {str(number)}
        faults += [f"slide {number}: {n}" for n in shown if n not in allowed]
    return faults


def d13_frames_stand_at_one_place(deck: Finished) -> list[str]:
    """Title, source and slide number at the same place on every slide but the cover."""
    faults = []
    for idx in (0, FOOTER, SLIDE_NUMBER):
        places = {
            (s.left, s.top, s.width, s.height)
            for slide in deck.slides[1:]
            for s in slide.placeholders
            if s.placeholder_format.idx == idx
        }
        if len(places) != 1:
            faults.append(f"placeholder {idx} stands at {len(places)} places")
    return faults


def d17_properties_are_set(deck: Finished) -> list[str]:
    """Title and language of the document; nothing left of the tools that made it."""
    core = deck.properties
    faults = []
    if not core.title or core.language != "en-GB":
        faults.append(f"title {core.title!r}, language {core.language!r}")
    for value in (core.author, core.comments, core.last_modified_by, core.title):
        if "python-pptx" in (value or "") or "Canny" in (value or ""):
            faults.append(f"left over: {value}")
    return faults


def _roots(deck: Finished) -> Iterator[tuple[int, Any]]:
    """The XML of slides, and of their charts, with the slide's number."""
    for number, slide in enumerate(deck.slides, 1):
        yield number, etree.fromstring(etree.tostring(slide._element))
        for shape in shapes(slide):
            if getattr(shape, "has_chart", False):
                yield number, etree.fromstring(etree.tostring(shape.chart._chartSpace))


Check = Callable[[Finished], list[str]]

CHECKS: Mapping[str, Check] = {
    name.partition("_")[0].upper(): check
    for name, check in list(globals().items())
    if re.match(r"d\d+_", name)
}

__all__ = ["CHECKS", "Emu", "Finished", "said", "shape_texts", "shapes"]
