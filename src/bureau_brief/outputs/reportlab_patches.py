"""Two places where ReportLab 5.1 writes what PDF/A and PDF/UA forbid, put right, and two that
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

from reportlab.pdfbase import pdfdoc, ttfonts

_MOST_PAIRS = 100
"""In one block of a CMap (Adobe Technical Note 5014, also ISO 32000-1, 9.10.3)."""

_stream_format = pdfdoc.PDFStream.format
_number: Any = vars(pdfdoc)["fp_str"]
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


def number(value: float) -> str:
    """Whole numbers without ReportLab's search for their digits by logarithms: each page has
    five hundred, the widths of its fonts."""
    written: str = str(value) if type(value) is int else _number(value)
    return written


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


def _utf_16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()


_MENDED: Sequence[tuple[Any, str, Any]] = (
    (pdfdoc.PDFStream, "format", stream_format),
    (pdfdoc, "fp_str", number),
    (pdfdoc, "PDFZCompress", Deflate()),
    (ttfonts, "makeToUnicodeCMap", to_unicode),
)
