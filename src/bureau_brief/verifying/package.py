"""The parts of an Office file, found by their relationships and read without trust.

In: the bytes of a .pptx or .xlsx. Out: parts as XML, and how they relate. A file that unpacks
to more than MOST_BYTES, or XML with entities, is not read.
Not for: what the parts mean (`pptx`, `xlsx`).
"""

import io
import posixpath
import zipfile
from typing import Any

from lxml import etree

from bureau_brief.zips import DAMAGED

Element = Any
"""An element of lxml, whose stubs are too narrow for what is done here."""

MOST_BYTES = 200_000_000
MOST_XML = 5_000_000
"""Of a part that is parsed: in memory it takes fifty times as much."""

_SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dc": "http://purl.org/dc/elements/1.1/",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}


class Unreadable(Exception):  # noqa: N818 - it says what the file is
    """The file is not what its name says, or is broken; the text says how."""


def tag(prefix: str, name: str) -> str:
    """A name as lxml writes it."""
    return f"{{{_SPACES[prefix]}}}{name}"


class Package:
    """An Office file. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise Unreadable("no Office file") from error
        if sum(info.file_size for info in self._zip.infolist()) > MOST_BYTES:
            raise Unreadable(f"more than {MOST_BYTES // 1_000_000} MB unpacked")

    def bytes(self, part: str) -> bytes:
        """The content of a part."""
        try:
            return self._zip.read(part)
        except DAMAGED as error:
            raise Unreadable(f"no part `{part}` that can be read") from error

    def xml(self, part: str) -> Element:
        """The root of a part."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        info = self._zip.NameToInfo.get(part)
        if info is not None and info.file_size > MOST_XML:
            raise Unreadable(f"more than {MOST_XML // 1_000_000} MB in `{part}`")
        try:
            return etree.fromstring(self.bytes(part), parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable(f"broken XML in `{part}`") from error

    def main(self) -> str:
        """The part that everything else belongs to."""
        return self.of_type("", "officeDocument")

    def of_type(self, part: str, kind: str) -> str:
        """The first part that `part` relates to as `kind` (the end of the type); else empty."""
        found = (target for type_, target in self._relations(part).values() if type_ == kind)
        return next(found, "")

    def all_of_type(self, part: str, kind: str) -> list[str]:
        """Every part that `part` relates to as `kind`."""
        return [target for type_, target in self._relations(part).values() if type_ == kind]

    def related(self, part: str, id_: str) -> str:
        """The part behind a relationship's id; empty if there is none in the file."""
        return self._relations(part).get(id_, ("", ""))[1]

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """End of the type, and target, by id; what lies outside the file is left out."""
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        if where not in self._zip.NameToInfo:
            return {}
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in self.xml(where).iter(tag("rel", "Relationship"))
            if relation.get("TargetMode") != "External"
        }
