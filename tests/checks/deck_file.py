"""What no validator sees in a deck's parts: lists that do not agree, ends that lead nowhere.

In: the bytes of a .pptx. Out: faults. Read with zipfile and lxml; nothing of the drawer nor of
python-pptx is used.
Not for: what the slides say (`deck`), or how they look (`deck_render`).
"""

import io
import json
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import openpyxl
from lxml import etree

from bureau_brief.plain import plain
from bureau_brief.record import Record

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": f"{_OFFICE}/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "data": "urn:bureau-brief:data:1",
    "vt": f"{_OFFICE}/docPropsVTypes",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
MOST_AXIS = 0x7FFFFFFF


class Parts:
    """A package: its parts as XML, and how they relate."""

    def __init__(self, deck: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(deck))
        self.entries = self._zip.infolist()

    @cached_property
    def names(self) -> list[str]:
        """The names of all entries."""
        return [entry.filename for entry in self.entries]

    def xml(self, name: str) -> Any:
        """The root of a part."""
        return etree.fromstring(self._zip.read(name))

    def bytes(self, name: str) -> bytes:
        """The content of a part."""
        return self._zip.read(name)

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """Id, kind (its last word) and target of what a part relates to."""
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self.names:
            return []
        out = []
        for one in self.xml(path).iterfind("rel:Relationship", NS):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            out.append((one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target))
        return out

    def related(self, name: str, kind: str) -> list[str]:
        """The targets of one kind."""
        return [target for _, found, target in self.relations(name) if found == kind]

    @cached_property
    def slides(self) -> list[str]:
        """The slides in the order they are shown."""
        targets = {id_: target for id_, _, target in self.relations(PRESENTATION)}
        ids = self.xml(PRESENTATION).xpath("p:sldIdLst/p:sldId/@r:id", namespaces=NS)
        return [targets.get(str(id_), "?") for id_ in ids]

    def of_folder(self, folder: str) -> list[str]:
        """The parts that lie in a folder."""
        return [n for n in self.names if posixpath.dirname(n) == folder and n.endswith(".xml")]


PRESENTATION = "ppt/presentation.xml"
TYPES = {
    "ppt/slides": "slide",
    "ppt/notesSlides": "notesSlide",
    "ppt/slideLayouts": "slideLayout",
    "ppt/slideMasters": "slideMaster",
    "ppt/charts": "chart",
    "ppt/theme": "theme",
}


def faults(deck: bytes, record: Record | None = None) -> list[str]:
    """Everything that the rules find; with a Record, what the carried data differ in too."""
    parts = Parts(deck)
    found = [fault for rule in RULES for fault in rule(parts)]
    return found + (list(_data(parts, record)) if record else [])


def _entries(parts: Parts) -> Iterator[str]:
    """No time, no name twice, nothing that nobody asks for."""
    yield from (f"{e.filename} has a time" for e in parts.entries if e.date_time != FIRST_DAY)
    yield from (f"{n} twice" for n, count in Counter(parts.names).items() if count > 1)
    reached, left = set(), [("", "")]
    while left:
        _, name = left.pop()
        if name not in reached:
            reached.add(name)
            left += [(kind, target) for _, kind, target in parts.relations(name)]
    for name in parts.names:
        if not name.endswith(".rels") and name != "[Content_Types].xml" and name not in reached:
            yield f"{name}: nothing leads to it"
        if "thumbnail" in name or "/media/" in name:
            yield f"{name} is a picture"


def _types(parts: Parts) -> Iterator[str]:
    """Every part has the type of its place."""
    root = parts.xml("[Content_Types].xml")
    named = {e.get("PartName", "")[1:]: e.get("ContentType", "") for e in root if e.get("PartName")}
    for name in parts.names:
        wanted = TYPES.get(posixpath.dirname(name))
        if wanted and not named.get(name, "").endswith(f".{wanted}+xml"):
            yield f"{name} is of the type {named.get(name)}"


def _relations_lead_somewhere(parts: Parts) -> Iterator[str]:
    """Every relationship has its target, inside the file."""
    for name in ["", *parts.names]:
        for id_, kind, target in parts.relations(name):
            if target not in parts.names:
                yield f"{name} {id_}: {kind} leads to {target}"


def _slides(parts: Parts) -> Iterator[str]:
    """Every slide is listed once; its layout, and one page of notes that knows it."""
    if sorted(parts.slides) != sorted(parts.of_folder("ppt/slides")):
        yield f"the list has {len(parts.slides)} slides, not those of the file"
    ids = parts.xml(PRESENTATION).xpath("p:sldIdLst/p:sldId/@id", namespaces=NS)
    if len(set(ids)) != len(ids) or any(int(id_) < 256 for id_ in ids):
        yield f"ids of slides: {ids}"
    for name in parts.slides:
        if name not in parts.names:
            yield f"no slide {name}"
            continue
        if len(parts.related(name, "slideLayout")) != 1:
            yield f"{name} has no layout of its own"
        found = parts.related(name, "notesSlide")
        if len(found) != 1 or parts.related(found[0], "slide") != [name]:
            yield f"{name}: its notes are {found}"


def _notes(parts: Parts) -> Iterator[str]:
    """No notes without a slide."""
    owned = {note for slide in parts.slides for note in parts.related(slide, "notesSlide")}
    for name in parts.of_folder("ppt/notesSlides"):
        if name not in owned:
            yield f"{name} belongs to no slide"
        if not parts.related(name, "notesMaster"):
            yield f"{name} has no master"


def _sections(parts: Parts) -> Iterator[str]:
    """Sections hold every slide once, in order, and none that there is not."""
    root = parts.xml(PRESENTATION)
    listed = root.xpath("p:sldIdLst/p:sldId/@id", namespaces=NS)
    held = root.xpath(".//p14:section//p14:sldId/@id", namespaces=NS)
    if root.xpath(".//p14:section", namespaces=NS) and held != listed:
        yield f"sections hold {held}, not {listed}"
    names = root.xpath(".//p14:section/@name", namespaces=NS)
    if any(not name.strip() for name in names) or len(set(names)) != len(names):
        yield f"names of sections: {names}"


def _charts(parts: Parts) -> Iterator[str]:
    """Counts of points, axes that meet, a workbook, ids that the schema allows."""
    used = {chart for slide in parts.slides for chart in parts.related(slide, "chart")}
    for name in parts.of_folder("ppt/charts"):
        if name not in used:
            yield f"{name} stands on no slide"
        if len(parts.related(name, "package")) != 1:
            yield f"{name} has no workbook"
        root = parts.xml(name)
        found = [*_points(root), *_axes(root), *_cells(parts, name, root)]
        yield from (f"{name}: {fault}" for fault in found)


def _points(root: Any) -> Iterator[str]:
    counts = set()
    for cache in root.xpath(".//c:ser/c:cat//c:strCache | .//c:ser/c:val//c:numCache",
                            namespaces=NS):  # fmt: skip
        count = int(cache.xpath("string(c:ptCount/@val)", namespaces=NS) or -1)
        indexes = [int(i) for i in cache.xpath("c:pt/@idx", namespaces=NS)]
        if indexes != sorted(set(indexes)) or any(i >= count for i in indexes):
            yield f"points {indexes} of {count}"
        if etree.QName(cache).localname == "strCache" and len(indexes) != count:
            yield f"{len(indexes)} names of {count}"
        counts.add(count)
    if len(counts) != 1:
        yield f"series of {sorted(counts)} points"
    for series in root.iterfind(".//c:ser", NS):
        if not series.xpath("c:val//c:v", namespaces=NS):
            yield "a series without a value"
    orders = root.xpath(".//c:ser/c:idx/@val", namespaces=NS)
    if len(set(orders)) != len(orders):
        yield f"series {orders}"


def _cells(parts: Parts, name: str, root: Any) -> Iterator[str]:
    """What a cache holds is what its cells hold, one by one."""
    for book in [one for one in parts.related(name, "package") if one in parts.names]:
        workbook = openpyxl.load_workbook(io.BytesIO(parts.bytes(book)))
        for reference in root.xpath(".//c:strRef | .//c:numRef", namespaces=NS):
            cells = reference.findtext("c:f", "", NS).replace("$", "")
            sheet, _, area = cells.partition("!")
            rows = workbook[sheet.strip("'")][area]
            rows = rows if isinstance(rows, tuple) else ((rows,),)
            held = [str(cell.value) for row in rows for cell in row]
            cache = reference.xpath("*[c:ptCount]", namespaces=NS)[0]
            points = {
                int(p.get("idx")): p.findtext("c:v", "", NS) for p in cache.iterfind("c:pt", NS)
            }
            said = [points.get(index, "None") for index in range(len(held))]
            if said != held:
                yield f"{cells} holds {held}, the cache {said}"


def _axes(root: Any) -> Iterator[str]:
    kinds = {
        str(axis.xpath("string(c:axId/@val)", namespaces=NS)): axis
        for axis in root.xpath(".//c:catAx | .//c:valAx | .//c:dateAx", namespaces=NS)
    }
    named = root.xpath(".//c:barChart/c:axId/@val | .//c:lineChart/c:axId/@val", namespaces=NS)
    if sorted(set(named)) != sorted(kinds) or len(kinds) < 2:
        yield f"the plot names the axes {named}, there are {sorted(kinds)}"
    if not root.xpath(".//c:valAx", namespaces=NS):
        yield "no value axis"
    for id_, axis in kinds.items():
        other = axis.xpath("string(c:crossAx/@val)", namespaces=NS)
        if other not in kinds or other == id_ or not 0 <= int(id_) <= MOST_AXIS:
            yield f"the axis {id_} crosses {other}"


def _shapes(parts: Parts) -> Iterator[str]:
    """Ids once a slide; placeholders that the layout has; a title that is a title."""
    for name in parts.slides:
        if name not in parts.names:
            continue
        root = parts.xml(name)
        ids = root.xpath(".//p:cNvPr/@id", namespaces=NS)
        yield from (f"{name}: id {i} twice" for i, n in Counter(ids).items() if n > 1)
        layouts = parts.related(name, "slideLayout")
        layout = [parts.xml(one) for one in layouts if one in parts.names]
        known = {_slot(slot) for one in layout for slot in one.iterfind(".//p:ph", NS)}
        slots = [_slot(slot) for slot in root.iterfind(".//p:ph", NS)]
        yield from (f"{name}: no placeholder {s} in its layout" for s in slots if s not in known)
        if not slots or slots[0][0] not in ("title", "ctrTitle"):
            yield f"{name}: its first shape is no title"


def _slot(slot: Any) -> tuple[str, str]:
    kind = slot.get("type", "obj")
    return (kind, "" if kind in ("title", "ctrTitle") else slot.get("idx", "0"))


def _languages(parts: Parts) -> Iterator[str]:
    """Every run says in which language it is, notes too."""
    wanted = parts.xml("docProps/core.xml").xpath("string(//*[local-name()='language'])")
    for name in [*parts.of_folder("ppt/slides"), *parts.of_folder("ppt/notesSlides")]:
        for run in parts.xml(name).iterfind(".//a:r", NS):
            said = run.find("a:rPr", NS)
            if said is None or said.get("lang") != wanted:
                yield f"{name}: a run without its language"
                break


def _frozen(parts: Parts) -> Iterator[str]:
    """No box that resizes itself, no animation, no hidden slide, no macro, no link outward."""
    for name in parts.slides:
        root = parts.xml(name) if name in parts.names else etree.Element("none")
        for path in ("a:normAutofit", "a:spAutoFit", "p:timing", "p:transition", "a:hlinkClick"):
            if root.find(f".//{path}", NS) is not None:
                yield f"{name}: {path}"
        if root.get("show") == "0":
            yield f"{name} is hidden"
    kinds = parts.xml("[Content_Types].xml").xpath("//@ContentType")
    yield from (f"{kind} is a macro" for kind in kinds if "macro" in kind.lower())


RULES = (
    _entries,
    _types,
    _relations_lead_somewhere,
    _slides,
    _notes,
    _sections,
    _charts,
    _shapes,
    _languages,
    _frozen,
)


def _data(parts: Parts, record: Record) -> Iterator[str]:
    """The data of the record, once, under an id; its file's hash among the properties."""
    items = [
        parts.xml(name) for name in parts.names if re.fullmatch(r"customXml/item\d+\.xml", name)
    ]
    found = [root.text for root in items if root.tag == f"{{{NS['data']}}}data"]
    if len(found) != 1:
        yield f"the data {len(found)} times"
        return
    data = json.loads(found[0])
    origin = data.pop("embedded", {})
    if data != plain(record):
        yield "other data"
    if "docProps/custom.xml" not in parts.names:
        yield "no hash"
        return
    hashes = parts.xml("docProps/custom.xml").xpath("//vt:lpwstr/text()", namespaces=NS)
    if hashes != [record.sha256] or origin.get("sha256") != record.sha256:
        yield f"the hash of another file: {hashes}"
