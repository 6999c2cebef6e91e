"""Parts and their relationships as one file, the same bytes on any day.

In: parts, read from a presentation with python-pptx or made here. Out: a zip with fixed order
and times.
Not for: what the parts hold.
"""

import functools
import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import NAMESPACE as NS

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""

_DEFAULTS = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML, "xlsx": CT.SML_SHEET}


@dataclass(slots=True)
class Part:
    """A part of a package. Without a name it is the package itself."""

    name: str
    """`ppt/slides/slide1.xml`"""
    kind: str
    """Its content type."""
    content: bytes = b""
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Type and target (the name of a part) by id."""
    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Type and address by id, of what a person may click on."""

    def relate(self, kind: str, target: "Part") -> str:
        """A new relationship; its id."""
        number = len(self.relations) + 1
        while f"rId{number}" in self.relations or f"rId{number}" in self.links:
            number += 1
        id_ = f"rId{number}"
        self.relations[id_] = (kind, target.name)
        return id_

    def copied(self) -> "Part":
        """The same part, free to take relationships of its own."""
        return Part(self.name, self.kind, self.content, dict(self.relations), dict(self.links))


def parts_of(package: Any) -> list[Part]:
    """The parts of a python-pptx package, the package itself first."""
    parts = [Part("", "", b"", _relations(package._rels))]
    for part in package.iter_parts():
        name = part.partname.membername
        parts.append(Part(name, part.content_type, part.blob, _relations(part.rels)))
    return parts


def packed(parts: Iterable[Part], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The file that holds `parts`."""
    return zipped(entries_of(parts), method)


def entries_of(parts: Iterable[Part]) -> dict[str, bytes]:
    """The files that hold `parts`, by name."""
    parts = list(parts)
    entries = {"[Content_Types].xml": _content_types(parts)}
    for part in parts:
        if part.name:
            entries[part.name] = part.content
        if part.relations or part.links:
            folder, name = posixpath.split(part.name)
            entries[posixpath.join(folder, "_rels", f"{name}.rels")] = _relations_xml(part)
    return entries


def zipped(entries: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Entries in their order, with one time and nothing of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, date_time=FIRST_DAY)
            info.compress_type = method
            info.create_system = 0
            archive.writestr(info, content, compresslevel=9)
    return out.getvalue()


_BREAK_HINT = "\u200b".encode()
"""Slide programs break between any two Han: a hint says nothing to them."""


def xml(root: etree._Element, *, hints: bool = False) -> bytes:
    """An element as the content of a part; without the page's break hints, unless it is data."""
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return content if hints else content.replace(_BREAK_HINT, b"")


def namespace(uri: str) -> Any:
    """The map of an element whose own namespace needs no prefix."""
    return {None: uri}


def _relations(found: Any) -> dict[str, tuple[str, str]]:
    return {
        id_: (relation.reltype, relation.target_part.partname.membername)
        for id_, relation in found.items()
    }


_relative = functools.cache(posixpath.relpath)


def _relations_xml(part: Part) -> bytes:
    root = etree.Element(
        f"{{{NS.OPC_RELATIONSHIPS}}}Relationships", nsmap=namespace(NS.OPC_RELATIONSHIPS)
    )
    folder = posixpath.dirname(part.name) or "."
    for id_, (kind, target) in part.relations.items():
        where = _relative(target, folder)
        _child(root, "Relationship", {"Id": id_, "Type": kind, "Target": where})
    for id_, (kind, address) in part.links.items():
        said = {"Id": id_, "Type": kind, "Target": address, "TargetMode": "External"}
        _child(root, "Relationship", said)
    return xml(root)


def _content_types(parts: Iterable[Part]) -> bytes:
    """The part that names the type of every other."""
    root = etree.Element(f"{{{NS.OPC_CONTENT_TYPES}}}Types", nsmap=namespace(NS.OPC_CONTENT_TYPES))
    defaults = dict(_DEFAULTS)
    for part in parts:
        if part.name:
            defaults.setdefault(_extension(part), part.kind)
    for extension, kind in defaults.items():
        _child(root, "Default", {"Extension": extension, "ContentType": kind})
    for part in parts:
        if part.name and defaults[_extension(part)] != part.kind:
            _child(root, "Override", {"PartName": f"/{part.name}", "ContentType": part.kind})
    return xml(root)


def _extension(part: Part) -> str:
    return part.name.rpartition(".")[2].lower()


def _child(root: etree._Element, name: str, attributes: Mapping[str, str]) -> None:
    space = etree.QName(root).namespace
    etree.SubElement(root, f"{{{space}}}{name}", dict(attributes))


def properties(title: str, author: str, language: str, program: str, day: str) -> bytes:
    """The core properties of a document, in the order that they are usually written."""
    root = etree.Element(f"{{{_CORE['cp']}}}coreProperties", nsmap=_CORE)
    said = (
        ("dc:title", title),
        ("dc:subject", author),
        ("dc:creator", author),
        ("cp:lastModifiedBy", program),
        ("cp:revision", "1"),
        ("dcterms:created", f"{day}T00:00:00Z"),
        ("dcterms:modified", f"{day}T00:00:00Z"),
        ("dc:language", language),
    )
    for name, text in said:
        prefix, _, local = name.partition(":")
        element = etree.SubElement(root, f"{{{_CORE[prefix]}}}{local}")
        element.text = text
        if prefix == "dcterms":
            element.set(f"{{{_CORE['xsi']}}}type", "dcterms:W3CDTF")
    return xml(root)


_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
