"""What a finished page says, read with PDFium: the reader that most people see it with.

In: the bytes of a PDF. Out: a Sheet: every text with its origin, every drawn shape with its box,
y from the top; the alternative texts, and what is pinned on the page.
Not for: judging what is found (`page`).
"""

import contextlib
from collections.abc import Iterator
from typing import Any

from bureau_brief.values import value
from bureau_brief.verifying.package import Unreadable


@value
class Placed:
    """A text as one operator of the page shows it; `y` is its baseline."""

    text: str
    x: float
    y: float


@value
class Drawn:
    """The box of a shape."""

    x: float
    y: float
    width: float
    height: float


@value
class Sheet:
    """The first page, and what the document says of itself."""

    pages: int
    title: str
    texts: tuple[Placed, ...]
    shapes: tuple[Drawn, ...]
    alternatives: tuple[str, ...]
    """The alternative texts in reading order."""
    language: str
    pinned: tuple[str, ...]
    """What notes and stamps say that somebody put on the page."""


def read(data: bytes) -> Sheet:
    """The page. Raises Unreadable."""
    from pypdfium2 import raw

    with _opened(data) as document:
        page = document[0]
        height = page.get_height()
        objects = list(_objects(page, height))
        return Sheet(
            len(document),
            document.get_metadata_value("Title"),
            tuple(o for o in objects if isinstance(o, Placed)),
            tuple(o for o in objects if isinstance(o, Drawn)),
            tuple(_alternatives(page)),
            _utf16(raw.FPDFCatalog_GetLanguage, document.raw),
            tuple(_pinned(page)),
        )


def texts(data: bytes) -> tuple[str, ...]:
    """What each page says, in the order in which it is drawn. Raises Unreadable."""
    with _opened(data) as document:
        return tuple(
            "".join(o.text for o in _objects(page, 0) if isinstance(o, Placed)) for page in document
        )


def preload() -> None:
    """Import PDFium: once here, not once in each process that reads a file."""
    import pypdfium2  # noqa: F401


def width(data: bytes) -> float:
    """How wide the first page is; 0 if there is none."""
    try:
        with _opened(data) as document:
            return float(document.get_page_size(0)[0])
    except Unreadable:
        return 0


def picture(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of the picture on the first page; None without one."""
    from pypdfium2 import raw

    try:
        with _opened(data) as document:
            found = next(iter(document[0].get_objects([raw.FPDF_PAGEOBJ_IMAGE])), None)
            return found.get_px_size() if found else None
    except Unreadable:
        return None


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The document, until it is read. Raises Unreadable."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("no PDF that can be opened") from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise Unreadable("a damaged PDF") from error
    finally:
        document.close()


def _alternatives(page: Any) -> Iterator[str]:
    """The alternative texts of the tagged page."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    count = raw.FPDF_StructTree_CountChildren(tree)
    waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, i) for i in reversed(range(count))]
    while waiting:
        element = waiting.pop()
        if element:
            said = _utf16(raw.FPDF_StructElement_GetAltText, element)
            if said:
                yield said
            children = range(raw.FPDF_StructElement_CountChildren(element))
            get = raw.FPDF_StructElement_GetChildAtIndex
            waiting += [get(element, i) for i in reversed(children)]
    raw.FPDF_StructTree_Close(tree)


def _pinned(page: Any) -> Iterator[str]:
    """What annotations say; a link says nothing."""
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if raw.FPDFAnnot_GetSubtype(note) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            yield _utf16(raw.FPDFAnnot_GetStringValue, note, b"Contents") or "a note"
        raw.FPDFPage_CloseAnnot(note)


def _utf16(get: Any, *what: Any) -> str:
    """A string that PDFium writes into a buffer of the size that it asks for."""
    import ctypes

    size = get(*what, None, 0)
    buffer = ctypes.create_string_buffer(size)
    get(*what, ctypes.cast(buffer, get.argtypes[-2]), size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")


def _objects(page: Any, height: float) -> Iterator[Placed | Drawn]:
    from pypdfium2 import raw

    kinds = [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH]
    for found in page.get_objects(filter=kinds, textpage=page.get_textpage()):
        if found.type == raw.FPDF_PAGEOBJ_TEXT:
            matrix = found.get_matrix()
            yield Placed(found.extract(), matrix.e, height - matrix.f)
        else:
            left, bottom, right, top = found.get_bounds()
            yield Drawn(left, height - top, right - left, top - bottom)
