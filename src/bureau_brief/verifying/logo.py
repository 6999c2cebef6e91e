"""The logo of a finished deck, by its size alone.

In: the bytes of a deck. Out: width and height in pixels, from the head of its PNG.
Not for: its pixels, or the logo of a page (`pdf`).
"""

import io
import struct
import zipfile

from bureau_brief.zips import DAMAGED

NAME = "ppt/media/logo.png"
_HEAD = b"\x89PNG\r\n\x1a\n"


def logo(data: bytes) -> tuple[int, int] | None:
    """Its size; None where there is none, or none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(NAME) as stream:
            head = stream.read(24)
    except DAMAGED:
        return None
    if not head.startswith(_HEAD) or len(head) < 24:
        return None
    width, height = struct.unpack(">II", head[16:24])
    return (width, height) if width and height else None
