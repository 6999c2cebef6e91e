"""The data inside a finished page: whole, named as data, those of the record.

In: the bytes of a PDF, the Record it was made from. Out: faults.
Not for: what the page shows of them (`page_text`).
"""

import hashlib
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from bureau_brief.plain import plain
from bureau_brief.record import Record


def carried_faults(pdf: bytes, record: Record) -> list[str]:
    """Everything that is wrong with the data inside."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(_faults(document.Root, record))


def _faults(root: Any, record: Record) -> Iterator[str]:
    associated = list(root.get("/AF", []))
    named = list(root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))
    if len(associated) != 1 or [n.objgen for n in named[1::2]] != [associated[0].objgen]:
        yield f"{len(associated)} associated files, {len(named) // 2} embedded"
        return
    (file,) = associated
    stream = file.get("/EF", {}).get("/F")
    if file.get("/AFRelationship") != "/Data" or stream is None:
        yield "no file of data"
        return
    if stream.get("/Subtype") != "/application/json":
        yield f"data of the type {stream.get('/Subtype')}"
    if {str(file.get("/F")), str(file.get("/UF")), str(named[0])} != {"data.json"}:
        yield "data under another name"
    yield from _content(stream, record)


def _content(stream: Any, record: Record) -> Iterator[str]:
    content, params = stream.read_bytes(), stream.get("/Params", {})
    checksum = bytes(params.get("/CheckSum", pikepdf.String("")))
    if checksum != hashlib.md5(content).digest() or params.get("/Size") != len(content):
        yield "the data were changed"
    data = json.loads(content)
    origin = data.pop("embedded", {})
    if data != plain(record):
        yield "other data"
    if origin.get("sha256") != record.sha256 or origin.get("file") != record.file:
        yield "data of another file"
    shown = {re.split(r"[.\[]", id_)[0] for id_ in origin.get("shown", ())}
    if not shown or not shown <= set(record.figures()):
        yield "figures that are shown are not those of the data"
