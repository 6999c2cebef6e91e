"""Two places where ReportLab 5.1 writes what PDF/A and PDF/UA forbid, put right, and some that
take their time.

In: ReportLab's modules. Out: the same modules, mended once a process by `patch`.
The two name the clauses that they serve; `tests/test_archival.py` tells when ReportLab no longer
needs them.
Not for: anything that can be said through ReportLab's own doors.
"""

import functools
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase import pdfdoc, ttfonts

_MOST_PAIRS = 100
"""In one block of a CMap (Adobe Technical Note 5014, also ISO 32000-1, 9.10.3)."""

_stream_format = pdfdoc.PDFStream.format
REPORTLAB_FORMAT: Any = pdfdoc.format
_encoded: Any = pdfdoc.pdfdocEnc
_CLOSING = b"endstream\n"


def patch() -> None:
    """Mend ReportLab; a second call changes nothing."""
    for owner, name, mended in _MENDED:
        setattr(owner, name, mended)


def stream_format(stream: Any, document: Any) -> bytes:
    """ISO 19005-3, 6.1.7.1: an end-of-line marker stands before the keyword `endstream`.

    ReportLab leaves it out, so that the last byte of the content touches the keyword. The marker
    is the long one: after content that ends with a carriage return a line feed alone would be
    read as the second half of a marker, and the length as wrong by one.
    """
    written: bytes = _stream_format(stream, document)
    return written.removesuffix(_CLOSING) + b"\r\n" + _CLOSING


def format_(element: Any, document: Any, toplevel: int = 0) -> bytes:
    """What a page has a thousand of, names, numbers and finished pieces, is known by its type;
    ReportLab asks each what it is in five ways, and a whole number for its logarithm."""
    kind = type(element)
    if kind is bytes:
        return element  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % element
    if kind is float:
        return real(element).encode()
    written: bytes = (
        encoded(element) if kind is str else REPORTLAB_FORMAT(element, document, toplevel)
    )
    return written


@functools.lru_cache(maxsize=4096)
def real(number: float) -> str:
    """A number as ReportLab writes it: it asks each for its logarithm, and a page's margins and
    bars are those of the page before."""
    written: str = fp_str(number)
    return written


def reference_format(reference: Any, document: Any) -> bytes:
    """Number and version of an object, in one step."""
    return b"%d %d R" % document.idToObjectNumberAndVersion[reference.name]


def object_format(one: Any, document: Any) -> bytes:
    """An object under its number, in one step: nothing here is encrypted."""
    content: bytes = pdfdoc.format(one.content, document, toplevel=1)
    end = b"" if content.endswith(b"\n") else b"\n"
    named = document.idToObjectNumberAndVersion[one.name]
    return b"%d %d obj\n%b%bendobj\n" % (*named, content, end)


def encoded(text: Any) -> Any:
    """ASCII, which is nearly all of a PDF's own text, without ReportLab's table of characters."""
    return text.encode() if isinstance(text, str) and text.isascii() else _encoded(text)


ESCAPED = {one: escapePDF(bytes([code])) for code in range(256) for one in (code, chr(code))}
"""What stands in a string for a byte, or for a character of that number."""


def escaped(string: bytes | str) -> str:
    """What stands between the parentheses of a string; ReportLab asks each of its bytes what it
    is."""
    return "".join([*map(ESCAPED.__getitem__, string)])


class Deflate:
    """ReportLab's filter for fonts: what one document after the other embeds is deflated once."""

    pdfname = "FlateDecode"

    def encode(self, content: str | bytes) -> bytes:
        """The deflated content of a stream."""
        return _deflated(content.encode() if isinstance(content, str) else content)


@functools.lru_cache(maxsize=32)
def _deflated(content: bytes) -> bytes:
    return zlib.compress(content)


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """ISO 14289-1, 7.21.7 and ISO 19005-3, 6.2.11.7.2: every code leads to a character.

    ReportLab sends codes that it fills up with to U+0000, which both forbid; writes more than 100
    pairs in a block; and writes characters beyond U+FFFF as five digits, not as UTF-16.
    """
    return _map(name, tuple(subset))


@functools.lru_cache(maxsize=32)
def _map(name: str, subset: Sequence[int]) -> str:
    """What one document after the other embeds is written once, as `_deflated` deflates it."""
    pairs = [f"<{code:02X}> <{_utf_16(one)}>" for code, one in enumerate(subset) if one]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *_blocks(pairs),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _blocks(pairs: Sequence[str]) -> Iterable[str]:
    for start in range(0, len(pairs), _MOST_PAIRS):
        block = pairs[start : start + _MOST_PAIRS]
        yield from (f"{len(block)} beginbfchar", *block, "endbfchar")


@functools.lru_cache(maxsize=4096)
def _utf_16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()


_MENDED: Sequence[tuple[Any, str, Any]] = (
    (pdfdoc.PDFStream, "format", stream_format),
    (pdfdoc.PDFObjectReference, "format", reference_format),
    (pdfdoc.PDFIndirectObject, "format", object_format),
    (pdfdoc, "format", format_),
    (pdfdoc, "pdfdocEnc", encoded),
    (pdfdoc, "escapePDF", escaped),
    (pdfdoc, "PDFName", functools.lru_cache(maxsize=256)(pdfdoc.PDFName)),
    (pdfdoc, "PDFZCompress", Deflate()),
    (ttfonts, "makeToUnicodeCMap", to_unicode),
)
