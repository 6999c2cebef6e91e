"""A seal in every finished file, by which the program knows its own work again.

In: a finished page or deck. Out: the same with the digest of its content inside; or whether a
file is still as it was sealed. A page has the seal as the identifier of the file, in its
trailer; a deck as `dc:identifier` among its properties. Whoever changes a file breaks it.
Not for: security: anybody can compute a digest.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence

from bureau_brief.zips import DAMAGED

CORE = "docProps/core.xml"
MOST_BYTES = 512 * 2**20
"""Of a deck when unpacked: what is larger is not this program's."""

_IDENTIFIER = re.compile(rb"<dc:identifier>bureau-brief:([0-9a-f]{64})</dc:identifier>")
_END = b"</cp:coreProperties>"
_ID = re.compile(rb"/ID\s*\[<([0-9a-f]{32})><([0-9a-f]{32})>\]")


def sealed_entries(entries: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a deck, its properties with the digest of all of them."""
    seal = f"<dc:identifier>bureau-brief:{_digest(entries)}</dc:identifier>".encode()
    return {**entries, CORE: entries[CORE].replace(_END, seal + _END)}


def sealed_page(pdf: bytes) -> bytes:
    """A page whose identifier is the digest of the rest of it."""
    pieces = _around_id(pdf)
    return _page_digest(pieces).join(pieces)


def is_sealed(content: bytes) -> bool:
    """Whether a file is as this program wrote it."""
    if content.startswith(b"%PDF"):
        pieces = _around_id(content)
        return len(pieces) > 1 and content == _page_digest(pieces).join(pieces)
    try:
        entries = _entries(content)
        core = entries[CORE]
    except DAMAGED:
        return False
    seal = _IDENTIFIER.search(core)
    if seal is None:
        return False
    entries[CORE] = _IDENTIFIER.sub(b"", core)
    return seal[1].decode() == _digest(entries)


def _digest(entries: Mapping[str, bytes]) -> str:
    """Of names and contents, in whatever order they are stored."""
    digest = hashlib.sha256()
    for name in sorted(entries):
        digest.update(f"{name}\0{len(entries[name])}\0".encode())
        digest.update(entries[name])
    return digest.hexdigest()


def _entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
            raise ValueError
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _page_digest(pieces: Sequence[bytes]) -> bytes:
    return hashlib.sha256((b"0" * 32).join(pieces)).hexdigest()[:32].encode()


def _around_id(pdf: bytes) -> list[bytes]:
    """What stands before, between and after the two halves of the last identifier."""
    *_, last = (None, *_ID.finditer(pdf))
    if last is None:
        return [pdf]
    return [pdf[: last.start(1)], pdf[last.end(1) : last.start(2)], pdf[last.end(2) :]]
