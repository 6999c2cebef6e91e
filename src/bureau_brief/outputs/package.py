"""Parts and their relationships as one file, the same bytes on any day.

In: parts, read from a presentation with python-pptx or made here. Out: a zip with fixed order
and times, written here: `zipfile` asks the machine for more than these files need.
Not for: what the parts hold.
"""

import functools
import posixpath
import struct
import zlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import NAMESPACE as NS

from bureau_brief.outputs.markup import document, escaped, quoted

CONTENT_TYPES = "[Content_Types].xml"
_DEFAULTS = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}

_FIRST_DAY = 0x21  # 1 January 1980, the earliest that a zip can hold
_VERSION, _UTF8_NAME, _DEFLATED, _STORED = 20, 0x800, 8, 0
_FILE = struct.Struct("<HHHHHLLLHH")
"""What a zip says of a file before it, and again in its directory."""
_LISTED = struct.Struct("<4sH26sHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_SMALL, _MOST_KEPT = 3_800, 64 * 1024  # bytes
_NONE, _QUICK, _BEST = 0, 6, 9
"""Levels of compression: the best one takes a sixth more time for a thousandth of the room."""


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
        parts.append(Part(name, part.content_type, _undeclared(part.blob), _relations(part.rels)))
    return parts


def _undeclared(content: bytes) -> bytes:
    """XML without its declaration, which in UTF-8 says nothing."""
    return content.partition(b"?>")[2].lstrip() if content.startswith(b"<?xml") else content


def xml(root: etree._Element) -> bytes:
    """An element as the content of a part."""
    return etree.tostring(root, encoding="UTF-8")


def entries_of(parts: Iterable[Part]) -> dict[str, bytes]:
    """The files that hold `parts`, by name."""
    parts = list(parts)
    kinds = tuple([(part.name, part.kind) for part in parts if part.name])
    entries = {CONTENT_TYPES: _content_types(kinds)}
    for part in parts:
        if part.name:
            entries[part.name] = part.content
        if part.relations or part.links:
            related, linked = tuple(part.relations.items()), tuple(part.links.items())
            name, content = _relations_entry(part.name, related, linked)
            entries[name] = content
    return entries


def zipped(
    entries: Mapping[str, bytes], kept: Container[str] = (), *, stored: bool = False
) -> bytes:
    """Entries in their order, with one time and nothing of the machine.

    `kept`: the names of those that are the same in every file: they are compressed once.
    `stored`: none is compressed.
    """
    files, directory = bytearray(), bytearray()
    for name, content in entries.items():
        fixed = name in kept and len(content) <= _MOST_KEPT
        level = _NONE if stored else _BEST if fixed else _QUICK
        said, encoded, packed = (_file_once if fixed else _file)(name, content, level)
        directory += _LISTED.pack(b"PK\1\2", _VERSION, said, 0, 0, 0, 0, len(files)) + encoded
        files += b"PK\3\4" + said + encoded + packed
    count = len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(files), 0)
    return bytes(files + directory + end)


def _file(name: str, content: bytes, level: int) -> tuple[bytes, bytes, bytes]:
    """What a zip says of a file, its name and its content as the zip holds them."""
    packed = _deflated(content, level) if level else content
    encoded = name.encode()
    said = _FILE.pack(
        _VERSION, 0 if name.isascii() else _UTF8_NAME, _DEFLATED if level else _STORED,
        0, _FIRST_DAY, zlib.crc32(content), len(packed), len(content), len(encoded), 0,
    )  # fmt: skip
    return said, encoded, packed


_file_once = functools.lru_cache(maxsize=256)(_file)


def _deflated(content: bytes, level: int) -> bytes:
    """Compressed; for parts of a few thousand bytes a small window saves time, and no room."""
    window, memory = (-12, 5) if len(content) < _SMALL else (-14, 7)
    packer = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return packer.compress(content) + packer.flush()


def _relations(found: Any) -> dict[str, tuple[str, str]]:
    return {
        id_: (relation.reltype, relation.target_part.partname.membername)
        for id_, relation in found.items()
    }


_Related = tuple[tuple[str, tuple[str, str]], ...]
"""Id, then type and target."""


@functools.lru_cache(maxsize=256)
def _relations_entry(name: str, relations: _Related, links: _Related) -> tuple[str, bytes]:
    """The file of a part's relationships, by its name."""
    folder, file = posixpath.split(name)
    said = "".join(
        f'<Relationship Id="{id_}" Type={quoted(kind)}'
        f" Target={quoted(posixpath.relpath(target, folder or '.'))}/>"
        for id_, (kind, target) in relations
    )
    said += "".join(
        f"<Relationship Id={quoted(id_)} Type={quoted(kind)} Target={quoted(address)}"
        ' TargetMode="External"/>'
        for id_, (kind, address) in links
    )
    content = f'<Relationships xmlns="{NS.OPC_RELATIONSHIPS}">{said}</Relationships>'
    return posixpath.join(folder, "_rels", f"{file}.rels"), document(content)


@functools.lru_cache(maxsize=16)
def _content_types(kinds: tuple[tuple[str, str], ...]) -> bytes:
    """The part that names the type of every other; `kinds`: names of parts with their types."""
    defaults = dict(_DEFAULTS)
    for name, kind in kinds:
        defaults.setdefault(_extension(name), kind)
    said = "".join(
        f"<Default Extension={quoted(extension)} ContentType={quoted(kind)}/>"
        for extension, kind in defaults.items()
    )
    said += "".join(
        f"<Override PartName={quoted(f'/{name}')} ContentType={quoted(kind)}/>"
        for name, kind in kinds
        if defaults[_extension(name)] != kind
    )
    return document(f'<Types xmlns="{NS.OPC_CONTENT_TYPES}">{said}</Types>')


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()


def properties(title: str, author: str, language: str, program: str, day: str) -> bytes:
    """The core properties of a document, in the order that they are usually written."""
    title, author, language = escaped(title), escaped(author), escaped(language)
    when = "".join(
        f'<dcterms:{event} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{event}>'
        for event in ("created", "modified")
    )
    return document(
        f"<cp:coreProperties{_CORE}><dc:title>{title}</dc:title><dc:subject>{author}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{program}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{when}<dc:language>{language}</dc:language>"
        "</cp:coreProperties>"
    )


_CORE = (
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
