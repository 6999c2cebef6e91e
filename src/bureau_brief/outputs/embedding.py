"""The fonts that a page embeds.

In: the faces of a Page and the characters that each one draws. Out: ReportLab's fonts by face.
A small font is read once a process and ReportLab embeds what is used of it. Reading a large one
(Chinese) takes ReportLab longer than all the rest: HarfBuzz cuts it to the characters of the
page first.
Not for: drawing (`page_pdf`).
"""

import functools
import io
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bureau_brief.fitting import Face, Run

_KEPT = 8  # of each font, some 12 kB each


class Embedded(NamedTuple):
    """A font in one document."""

    font: Any
    characters: Iterable[str]
    """What is drawn of it, in that order, each once."""


def fonts_of(runs: Iterable[Run]) -> Mapping[Face, Embedded]:
    """The font of every face in `runs`. Those of large faces serve this one page."""
    texts: dict[Face, list[str]] = {}
    for run in runs:
        texts.setdefault(run.face, []).append(run.text)
    used = {face: dict.fromkeys("".join(said)) for face, said in texts.items()}
    fonts = {
        face: Embedded(_cut(face, characters) if face.large else whole(face), characters)
        for face, characters in used.items()
    }
    _tell_apart(fonts.values())
    return fonts


def _tell_apart(fonts: Iterable[Embedded]) -> None:
    """Each font has a name of its own: ReportLab keeps what it embeds by the name inside the file,
    which is one where weights were cut out of a variable font, or are the same file."""
    taken: set[bytes] = set()
    for number, embedded in enumerate(fonts):
        inside = embedded.font.face
        if inside.name in taken:
            inside.name += b"-%d" % number
        taken.add(inside.name)


@functools.cache
def whole(face: Face) -> Any:
    """The font of a small face, read once a process.

    ReportLab embeds all of ASCII and what else a page draws: pages of one language mostly need
    the same, so what was cut is kept.
    """
    font: Any = TTFont(str(face.path), str(face.path))
    cut = functools.lru_cache(maxsize=_KEPT)(font.face.makeSubset)
    font.face.makeSubset = lambda subset: cut(tuple(subset))
    font.face.getCharWidth = functools.cache(font.face.getCharWidth)
    return _registered(font)


def _cut(face: Face, characters: Iterable[str]) -> Any:
    return _registered(TTFont(str(face.path), io.BytesIO(face.cut(characters))))


def _registered(font: Any) -> Any:
    pdfmetrics.registerFont(font)
    return font
