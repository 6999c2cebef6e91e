"""The data that a finished file carries, taken out again.

In: the path of a PDF or a deck, by this program or by anybody. Out: the data as JSON reads them,
in the format of a data file; or Problems. Nothing in the file is believed or run.
Not for: whether the file says what its data say (`verifying`).
"""

import io
import json
import math
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from bureau_brief.limits import TooMuch, content_of, limited
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.zips import DAMAGED

MOST_BYTES = 5_000_000
"""Of the data; as much as a data file may have."""

DATA_NAME = "data.json"
DATA_TAG = "{urn:bureau-brief:data:1}data"
_MOST_PARTS = 10_000


def extract(path: Path) -> dict[str, Any]:
    """The data inside a file. Raises Problems."""
    if path.suffix.lower() not in _READERS:
        raise Problems([_other(path, f"`{path.suffix or 'none'}`")])
    try:
        content = content_of(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problems([problem("BB020", Place("", str(path)), reason=reason)]) from error
    try:
        text = limited(lambda: carried(content, path.suffix))
    except TooMuch as error:
        raise Problems([problem("BB020", Place("", path.name), reason=error)]) from error
    if text is None:
        raise Problems([problem("BB511", Place("", path.name))])
    data: dict[str, Any] = json.loads(text)
    return data


def carried(content: bytes, suffix: str) -> bytes | None:
    """The data inside the bytes of a `.pdf` or `.pptx`, as JSON; None if there are none."""
    return next((text for text in _READERS[suffix.lower()](content) if _sound(text)), None)


def _other(path: Path, found: str) -> Problem:
    return problem("BB510", Place("", path.name), found=found)


def _sound(text: bytes) -> bool:
    """Whether it is a JSON object, and not too large."""
    try:
        return len(text) <= MOST_BYTES and isinstance(_read(text), dict)
    except (ValueError, RecursionError):
        return False


def _read(text: bytes) -> Any:
    """What JSON says; NaN and infinity, which Python reads too, are no JSON. Raises ValueError."""
    return json.loads(text, parse_constant=_no_number, parse_float=_number)


def _number(written: str) -> float:
    value = float(written)
    return value if math.isfinite(value) else _no_number(written)


def _no_number(written: str) -> NoReturn:
    raise ValueError(written)


def _of_pdf(content: bytes) -> Iterator[bytes]:
    """The attachment of that name."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return
    try:
        for index in range(document.count_attachments()):
            attached = document.get_attachment(index)
            if attached.get_name() == DATA_NAME:
                yield bytes(attached.get_data())
    except pypdfium2.PdfiumError:  # an attachment that is not there, or damaged
        return
    finally:
        document.close()


def _of_deck(content: bytes) -> Iterator[bytes]:
    """The custom XML part of that namespace; programs that save a deck may rename parts."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        for entry in archive.infolist()[:_MOST_PARTS]:
            name = entry.filename
            named = name.startswith("customXml/") and name.endswith(".xml")
            if named and entry.file_size <= 2 * MOST_BYTES:
                root = etree.fromstring(archive.read(entry), parser)
                if root.tag == DATA_TAG:
                    yield (root.text or "").encode()
    except (*DAMAGED, etree.XMLSyntaxError):
        return


_READERS: Mapping[str, Callable[[bytes], Iterator[bytes]]] = {
    ".pdf": _of_pdf,
    ".pptx": _of_deck,
    ".potx": _of_deck,
}

SUFFIXES = tuple(_READERS)
