"""Faults in the parts of a deck that no validator sees, and that PowerPoint repairs or hides.

In: the bytes of a .pptx, and the Record that it carries. Out: a list of faults. Read with zipfile,
lxml and openpyxl; nothing of the drawer nor of python-pptx is used.
Not for: what the slides say (`deck`), or how they look (`deck_render`).
"""

import io
import json
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import openpyxl
from lxml import etree

from bureau_brief.plain import plain
from bureau_brief.record import Record

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": f"{_OFFICE}/relationships",
    "vt": f"{_OFFICE}/docPropsVTypes",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "data": "urn:bureau-brief:data:1",
}
PRESENTATION, TYPES = "ppt/presentation.xml", "[Content_Types].xml"
KINDS = {
    "ppt/slides": "slide",
    "ppt/notesSlides": "notesSlide",
    "ppt/slideLayouts": "slideLayout",
    "ppt/slideMasters": "slideMaster",
    "ppt/charts": "chart",
    "ppt/theme": "theme",
}
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
MOST_AXIS = 0x7FFFFFFF


class Package:
    """The parts of a file by name, and how they relate."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def slides(self) -> dict[str, Any]:
        """The slides' XML by the name of the part."""
        return {name: self.xml(name) for name in self.named(r"ppt/slides/slide\d+\.xml")}

    @cached_property
    def charts(self) -> dict[str, Any]:
        """The charts' XML."""
        return {name: self.xml(name) for name in self.named(r"ppt/charts/chart\d+\.xml")}

    def named(self, pattern: str) -> list[str]:
        """The names of parts that match."""
        return [name for name in self.parts if re.fullmatch(pattern, name)]

    def xml(self, name: str) -> Any:
        """A part as an element."""
        return etree.fromstring(self.parts[name])

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part relates to by id: the kind (its last word) and the target."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        out = {}
        for one in etree.fromstring(self.parts[rels]) if rels in self.parts else ():
            target = one.get("Target")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            out[one.get("Id")] = (one.get("Type").rpartition("/")[2], target)
        return out

    def related(self, name: str, kind: str) -> list[str]:
        """The targets of one kind."""
        return [target for found, target in self.relations(name).values() if found == kind]


def faults(data: bytes, record: Record) -> list[str]:
    """Everything that the checks find, and what the carried data differ in from the Record."""
    package = Package(data)
    found = [fault for check in CHECKS.values() for fault in check(package)]
    return [*found, *_data_faults(package, record)]


def _found(element: Any, path: str) -> list[Any]:
    found: list[Any] = element.xpath(path, namespaces=NS)
    return found


def entries_have_no_time_and_one_name(package: Package) -> Iterator[str]:
    """The same deck has the same bytes on any day."""
    yield from (f"{e.filename} has a time" for e in package.entries if e.date_time != FIRST_DAY)
    times = Counter(entry.filename for entry in package.entries)
    yield from (f"{name} twice" for name, count in times.items() if count > 1)


def parts_have_the_types_of_their_places(package: Package) -> Iterator[str]:
    """No macro, and no slide that is said to be something else."""
    root = package.xml(TYPES)
    said = {e.get("PartName", "")[1:]: e.get("ContentType", "") for e in root}
    for name in package.parts:
        wanted = KINDS.get(posixpath.dirname(name))
        if wanted and name.endswith(".xml") and not said.get(name, "").endswith(f".{wanted}+xml"):
            yield f"{name} is of the type {said.get(name)}"
    kinds = _found(root, "//@ContentType")
    yield from (f"{kind} is a macro" for kind in kinds if "macro" in kind.lower())


def relations_lead_somewhere_and_every_part_is_used(package: Package) -> Iterator[str]:
    """Every target is in the file, every part is one, and none is a thumbnail or a lone picture."""
    reached, waiting = set(), [""]
    while waiting:
        name = waiting.pop()
        for id_, (kind, target) in package.relations(name).items():
            if target not in package.parts:
                yield f"{name} {id_}: {kind} leads to {target}"
            elif target not in reached:
                reached.add(target)
                waiting.append(target)
    pictures = any(_found(root, ".//p:pic") for root in package.slides.values())
    for name in package.parts:
        if not name.endswith(".rels") and name != TYPES and name not in reached:
            yield f"{name}: nothing leads to it"
        if "thumbnail" in name or ("/media/" in name and not pictures):
            yield f"{name} is a picture"


def slides_are_listed_once(package: Package) -> Iterator[str]:
    """Each with an id that the schema allows, a layout, and shown."""
    root = package.xml(PRESENTATION)
    targets = package.relations(PRESENTATION)
    listed = [targets[id_][1] for id_ in _found(root, "p:sldIdLst/p:sldId/@r:id")]
    if sorted(listed) != sorted(package.slides):
        yield f"the list has {listed}, the file {list(package.slides)}"
    ids = _found(root, "p:sldIdLst/p:sldId/@id")
    if len(set(ids)) != len(ids) or any(int(id_) < 256 for id_ in ids):
        yield f"ids of slides: {ids}"
    for name, slide in package.slides.items():
        if len(package.related(name, "slideLayout")) != 1:
            yield f"{name} has no layout of its own"
        if slide.get("show") == "0":
            yield f"{name} is hidden"


def sections_name_every_slide_once(package: Package) -> Iterator[str]:
    """A section of an unknown slide makes PowerPoint offer a repair."""
    root = package.xml(PRESENTATION)
    slides = _found(root, ".//p:sldIdLst/p:sldId/@id")
    listed = _found(root, ".//p14:section//p14:sldId/@id")
    if listed != slides:
        yield f"sections name {listed}, the slides are {slides}"
    for said in (_found(root, ".//p14:section/@id"), _found(root, ".//p14:section/@name")):
        if len(set(said)) != len(said) or not all(one.strip() for one in said):
            yield f"sections are called {said}"


def notes_belong_to_one_slide_each(package: Package) -> Iterator[str]:
    """Notes and their slide name each other; notes have a master."""
    owned = set()
    for name in package.slides:
        notes = package.related(name, "notesSlide")
        owned.update(notes)
        if len(notes) != 1 or package.related(notes[0], "slide") != [name]:
            yield f"{name}: notes {notes}"
    for name in package.named(r"ppt/notesSlides/[^/]+\.xml"):
        if name not in owned or not package.related(name, "notesMaster"):
            yield f"{name} has no slide, or no master"


def titles_are_title_placeholders(package: Package) -> Iterator[str]:
    """The first shape of every slide, with text."""
    for name, root in package.slides.items():
        first = _found(root, "(.//p:spTree/p:sp | .//p:spTree/p:graphicFrame)[1]")
        kinds = _found(first[0], "./p:nvSpPr/p:nvPr/p:ph/@type") if first else []
        if not kinds or kinds[0] not in ("title", "ctrTitle"):
            yield f"{name}: the first shape is no title"
        elif not "".join(_found(first[0], ".//a:t/text()")).strip():
            yield f"{name}: an empty title"


def placeholders_are_those_of_the_layout(package: Package) -> Iterator[str]:
    """By type and index, so that "Reset" works."""
    for name, root in package.slides.items():
        layouts = [one for one in package.related(name, "slideLayout") if one in package.parts]
        known = {_slot(slot) for one in layouts for slot in _found(package.xml(one), ".//p:ph")}
        for slot in map(_slot, _found(root, ".//p:ph")):
            if slot not in known:
                yield f"{name}: no placeholder {slot} in its layout"


def _slot(slot: Any) -> tuple[str, str]:
    kind = slot.get("type", "obj")
    return (kind, "" if kind in ("title", "ctrTitle") else slot.get("idx", "0"))


def what_has_no_text_has_words(package: Package) -> Iterator[str]:
    """`descr`, or the decorative mark, on each shape, its group or its frame."""
    for name, root in package.slides.items():
        for names in _found(root, ".//p:spTree/*/*[1]/p:cNvPr[not(ancestor::p:nvGrpSpPr[1])]"):
            shape = names.getparent().getparent()
            text = "".join(_found(shape, "./p:txBody//a:t/text()")).strip()
            decoration = _found(names, ".//adec:decorative[@val='1']")
            if not (text or decoration or names.get("descr", "").strip()):
                yield f"{name}: {names.get('name')} says nothing"
        for frame in _found(root, ".//p:graphicFrame/p:nvGraphicFramePr/p:cNvPr"):
            if not frame.get("descr", "").strip():
                yield f"{name}: {frame.get('name')} has no alternative text"


def shapes_stay_on_the_slide(package: Package) -> Iterator[str]:
    """Shapes, the members of groups too."""
    (size,) = _found(package.xml(PRESENTATION), ".//p:sldSz")
    width, height = int(size.get("cx")), int(size.get("cy"))
    for name, root in package.slides.items():
        for place in _found(root, ".//a:xfrm | .//p:xfrm"):
            (off,), (ext,) = _found(place, "./a:off"), _found(place, "./a:ext")
            x, y = int(off.get("x")), int(off.get("y"))
            right, bottom = x + int(ext.get("cx")), y + int(ext.get("cy"))
            if min(x, y) < 0 or right > width or bottom > height:
                yield f"{name}: a shape reaches {right}, {bottom}"


def ids_are_given_once(package: Package) -> Iterator[str]:
    """Shape ids within a slide; names of layouts' placeholders may repeat, ids may not."""
    for name, root in package.slides.items():
        times = Counter(_found(root, ".//p:cNvPr/@id"))
        yield from (f"{name}: id {id_} {n} times" for id_, n in times.items() if n > 1)


def charts_stand_on_slides_with_one_workbook(package: Package) -> Iterator[str]:
    """Each chart is shown, and can be edited."""
    used = {chart for slide in package.slides for chart in package.related(slide, "chart")}
    for name in package.charts:
        if name not in used:
            yield f"{name} stands on no slide"
        if len(package.related(name, "package")) != 1:
            yield f"{name}: data sheets {package.related(name, 'package')}"


def charts_have_both_axes(package: Package) -> Iterator[str]:
    """Every axis that a plot names is there and names the other one."""
    for name, root in package.charts.items():
        axes = {_found(axis, "string(c:axId/@val)"): axis
                for axis in _found(root, ".//c:catAx | .//c:valAx")}  # fmt: skip
        named = _found(root, ".//c:barChart/c:axId/@val | .//c:lineChart/c:axId/@val")
        crossed = {_found(axis, "string(c:crossAx/@val)") for axis in axes.values()}
        if set(named) != set(axes) or crossed != set(axes) or len(axes) != 2:
            yield f"{name}: a plot on {named}, axes {list(axes)}"
        elif len(_found(root, ".//c:valAx")) != 1:
            yield f"{name}: no value axis"
        for id_, axis in axes.items():
            itself = _found(axis, "string(c:crossAx/@val)") == id_
            if itself or not id_.isdigit() or int(id_) > MOST_AXIS:
                yield f"{name}: the axis {id_}"


def series_have_values_and_their_own_numbers(package: Package) -> Iterator[str]:
    """No empty series, no two of one number, all of one length."""
    for name, root in package.charts.items():
        series = _found(root, ".//c:ser")
        if not all(_found(one, "c:val//c:v") for one in series):
            yield f"{name}: a series without a value"
        numbers = _found(root, ".//c:ser/c:idx/@val")
        counts = set(_found(root, ".//c:cat//c:ptCount/@val | .//c:val//c:ptCount/@val"))
        if len(set(numbers)) != len(numbers) or len(counts) != 1:
            yield f"{name}: series {numbers} of {sorted(counts)} points"


def caches_are_as_long_as_their_cells(package: Package) -> Iterator[str]:
    """`ptCount` and the points of a cache against the range that it stands for."""
    for name, root in package.charts.items():
        for reference in _found(root, ".//c:strRef | .//c:numRef"):
            cells = len(_cells(reference.findtext("c:f", namespaces=NS)))
            (count,) = _found(reference, ".//c:ptCount/@val")
            indexes = [int(index) for index in _found(reference, ".//c:pt/@idx")]
            ordered = indexes == sorted(set(indexes))
            if int(count) != cells or not ordered or any(index >= cells for index in indexes):
                yield f"{name}: {count} points {indexes} for {cells} cells"


def caches_say_what_their_cells_say(package: Package) -> Iterator[str]:
    """Every cached point against its cell in the data sheet, exactly."""
    for name, root in package.charts.items():
        sheets = [one for one in package.related(name, "package") if one in package.parts]
        for sheet in sheets:
            book = openpyxl.load_workbook(io.BytesIO(package.parts[sheet]))
            for reference in _found(root, ".//c:strRef | .//c:numRef"):
                yield from (f"{name}: {fault}" for fault in _unlike(reference, book["Sheet1"]))


def _unlike(reference: Any, sheet: Any) -> Iterator[str]:
    points = {
        int(point.get("idx")): point.findtext("c:v", namespaces=NS)
        for point in _found(reference, ".//c:pt")
    }
    for index, cell in enumerate(_cells(reference.findtext("c:f", namespaces=NS))):
        value = sheet[cell].value
        if (None if value is None else str(value)) != points.get(index):
            yield f"{cell} holds {value}, the chart shows {points.get(index)}"


def runs_have_the_language_of_the_deck(package: Package) -> Iterator[str]:
    """Every run and field, in slides, notes and charts."""
    wanted = _found(package.xml("docProps/core.xml"), "string(//*[local-name()='language'])")
    for name in package.named(r"ppt/(slides/slide|notesSlides/notesSlide|charts/chart)\d+\.xml"):
        for run in _found(package.xml(name), ".//a:r | .//a:fld"):
            if _found(run, "./a:rPr/@lang") != [wanted]:
                yield f"{name}: a run without its language: {''.join(run.itertext())!r}"


def nothing_moves_resizes_or_leads_elsewhere(package: Package) -> Iterator[str]:
    """No autofit, no animation, no click, no theme style that brings shadows."""
    tags = ("a:normAutofit", "a:spAutoFit", "p:style", "p:timing", "p:transition", "a:hlinkClick")
    for name, root in package.slides.items():
        yield from (f"{name}: {tag}" for tag in tags if _found(root, f".//{tag}"))


def _cells(range_: str) -> list[str]:
    """The cells of `Sheet1!$A$2:$A$4`."""
    found = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", range_)
    assert found, range_
    column, first, last = found.groups()
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


def _data_faults(package: Package, record: Record) -> Iterator[str]:
    """The data of the record, once, under an id; its file's hash among the properties."""
    items = map(package.xml, package.named(r"customXml/item\d+\.xml"))
    found = [root.text for root in items if root.tag == f"{{{NS['data']}}}data"]
    if len(found) != 1:
        yield f"the data {len(found)} times"
        return
    data = json.loads(found[0])
    origin = data.pop("embedded", {})
    if data != plain(record):
        yield "other data"
    if "docProps/custom.xml" not in package.parts:
        yield "no hash"
        return
    hashes = _found(package.xml("docProps/custom.xml"), "//vt:lpwstr/text()")
    if hashes != [record.sha256] or origin.get("sha256") != record.sha256:
        yield f"the hash of another file: {hashes}"


Check = Callable[[Package], Iterator[str]]

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        entries_have_no_time_and_one_name,
        parts_have_the_types_of_their_places,
        relations_lead_somewhere_and_every_part_is_used,
        slides_are_listed_once,
        sections_name_every_slide_once,
        notes_belong_to_one_slide_each,
        titles_are_title_placeholders,
        placeholders_are_those_of_the_layout,
        what_has_no_text_has_words,
        shapes_stay_on_the_slide,
        ids_are_given_once,
        charts_stand_on_slides_with_one_workbook,
        charts_have_both_axes,
        series_have_values_and_their_own_numbers,
        caches_are_as_long_as_their_cells,
        caches_say_what_their_cells_say,
        runs_have_the_language_of_the_deck,
        nothing_moves_resizes_or_leads_elsewhere,
    )
}
