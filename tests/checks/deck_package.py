"""Faults in the parts of a deck that no validator sees, and that PowerPoint repairs or hides.

In: the bytes of a .pptx. Out: a list of faults. Read with zipfile, lxml and openpyxl alone.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import openpyxl
from lxml import etree

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
PRESENTATION = "ppt/presentation.xml"


class Package:
    """The parts of a file by name."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
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

    def targets(self, name: str) -> dict[str, str]:
        """The parts that a part names, by relationship id."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.parts:
            return {}
        return {
            one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target").lstrip("/")))
            for one in etree.fromstring(self.parts[rels])
            if one.get("TargetMode") != "External"
        }


def _found(element: Any, path: str) -> list[Any]:
    found: list[Any] = element.xpath(path, namespaces=NS)
    return found


def sections_name_every_slide_once(package: Package) -> Iterator[str]:
    """A section of an unknown slide makes PowerPoint offer a repair."""
    root = package.xml(PRESENTATION)
    slides = _found(root, ".//p:sldIdLst/p:sldId/@id")
    listed = _found(root, ".//p14:section//p14:sldId/@id")
    if listed != slides:
        yield f"sections name {listed}, the slides are {slides}"
    ids = _found(root, ".//p14:section/@id")
    if len(set(ids)) != len(ids):
        yield "two sections with one id"


def caches_are_as_long_as_their_cells(package: Package) -> Iterator[str]:
    """`ptCount` and the points of a cache against the range that it stands for."""
    for name, root in package.charts.items():
        for reference in _found(root, ".//c:strRef | .//c:numRef"):
            cells = len(_cells(reference.findtext("c:f", namespaces=NS)))
            (count,) = _found(reference, ".//c:ptCount/@val")
            indexes = [int(index) for index in _found(reference, ".//c:pt/@idx")]
            if int(count) != cells or any(index >= cells for index in indexes):
                yield f"{name}: {count} points for {cells} cells"


def charts_have_both_axes(package: Package) -> Iterator[str]:
    """Every axis that bars name is there and names the other one."""
    for name, root in package.charts.items():
        axes = {_found(axis, "string(c:axId/@val)"): axis
                for axis in _found(root, ".//c:catAx | .//c:valAx")}  # fmt: skip
        named = _found(root, ".//c:barChart/c:axId/@val")
        crossed = {_found(axis, "string(c:crossAx/@val)") for axis in axes.values()}
        if set(named) != set(axes) or crossed != set(axes) or len(axes) != 2:
            yield f"{name}: bars on {named}, axes {list(axes)}"
        elif len(_found(root, ".//c:valAx")) != 1:
            yield f"{name}: no value axis"


def notes_belong_to_one_slide_each(package: Package) -> Iterator[str]:
    """Notes and their slide name each other, and no part is left that nothing names."""
    for name in package.slides:
        notes = [t for t in package.targets(name).values() if "/notesSlides/" in t]
        if len(notes) != 1 or name not in package.targets(notes[0]).values():
            yield f"{name}: notes {notes}"
    reached, waiting = set(), [""]
    while waiting:
        for target in package.targets(waiting.pop()).values():
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    kept = {n for n in package.parts if not n.endswith(".rels") and n != "[Content_Types].xml"}
    yield from (f"{name}: nothing names it" for name in sorted(kept - reached))


def titles_are_title_placeholders(package: Package) -> Iterator[str]:
    """The first shape of every slide, with text."""
    for name, root in package.slides.items():
        first = _found(root, "(.//p:spTree/p:sp | .//p:spTree/p:graphicFrame)[1]")
        kinds = _found(first[0], "./p:nvSpPr/p:nvPr/p:ph/@type") if first else []
        if not kinds or kinds[0] not in ("title", "ctrTitle"):
            yield f"{name}: the first shape is no title"
        elif not "".join(_found(first[0], ".//a:t/text()")).strip():
            yield f"{name}: an empty title"


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


def caches_say_what_their_cells_say(package: Package) -> Iterator[str]:
    """Every cached point against its cell in the data sheet, exactly."""
    for name, root in package.charts.items():
        sheets = [t for t in package.targets(name).values() if t.endswith(".xlsx")]
        if len(sheets) != 1:
            yield f"{name}: data sheets {sheets}"
            continue
        book = openpyxl.load_workbook(io.BytesIO(package.parts[sheets[0]]))
        for reference in _found(root, ".//c:strRef | .//c:numRef"):
            points = {
                int(point.get("idx")): point.findtext("c:v", namespaces=NS)
                for point in _found(reference, ".//c:pt")
            }
            for index, cell in enumerate(_cells(reference.findtext("c:f", namespaces=NS))):
                value = book["Sheet1"][cell].value
                if (None if value is None else str(value)) != points.get(index):
                    yield f"{name}: {cell} holds {value}, the chart shows {points.get(index)}"


def runs_have_a_language(package: Package) -> Iterator[str]:
    """Every run and every end of a paragraph, in slides, notes and charts."""
    for name in package.named(r"ppt/(slides/slide|notesSlides/notesSlide|charts/chart)\d+\.xml"):
        for run in _found(package.xml(name), ".//a:r | .//a:fld"):
            if not _found(run, "./a:rPr/@lang"):
                yield f"{name}: a run without a language: {''.join(run.itertext())!r}"


def text_is_never_shrunk_by_the_program(package: Package) -> Iterator[str]:
    """No autofit, no theme style that brings shadows."""
    for name, root in package.slides.items():
        for tag in ("a:normAutofit", "a:spAutoFit", "p:style"):
            if _found(root, f".//{tag}"):
                yield f"{name}: {tag}"


def _cells(range_: str) -> list[str]:
    """The cells of `Sheet1!$A$2:$A$4`."""
    found = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", range_)
    assert found, range_
    column, first, last = found.groups()
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


Check = Callable[[Package], Iterator[str]]

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        sections_name_every_slide_once,
        caches_are_as_long_as_their_cells,
        charts_have_both_axes,
        notes_belong_to_one_slide_each,
        titles_are_title_placeholders,
        what_has_no_text_has_words,
        shapes_stay_on_the_slide,
        ids_are_given_once,
        caches_say_what_their_cells_say,
        runs_have_a_language,
        text_is_never_shrunk_by_the_program,
    )
}
