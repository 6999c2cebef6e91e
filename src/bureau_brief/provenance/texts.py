"""A source's file as paragraphs to search: text, Markdown, HTML, PDF.

In: a file of the data file's folder. Out: its blocks, folded, each with its places (line or
page); or a SourceError that says in a few words why it cannot be read. The file is data: HTML
is read with the standard library and nothing in it is followed; a PDF with pypdfium2, if that is
there.
Not for: searching (`finding`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bureau_brief.limits import TooMuch, limited
from bureau_brief.phrases import folded
from bureau_brief.phrases.folding import HAN

MOST_MEGABYTES = 2
MOST_PDF_MEGABYTES = 20
MOST_PAGES = 500
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf")

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = re.compile(
    r"\*+|`+|~~|(?<!\w)_+|(?<!_)_++(?!\w)|^\s{0,3}(?:#+|>+|[-+])\s|\|", re.MULTILINE
)


class SourceError(Exception):
    """Why a source's file cannot be read, in a few words."""


class Block(NamedTuple):
    """A paragraph, folded, and where each of its lines begins."""

    text: str
    starts: tuple[int, ...]
    places: tuple[str, ...]

    def place(self, offset: int) -> str:
        """`line 12` or `page 3`."""
        return self.places[bisect_right(self.starts, offset) - 1]


class _Line(NamedTuple):
    place: str
    text: str


def blocks(path: Path) -> tuple[Block, ...]:
    """The paragraphs of a source's file. Raises SourceError."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise SourceError(f"a file of another kind, `{suffix or path.name}`")
    if suffix == ".pdf":
        return tuple(_joined(page) for page in _read_apart(_bytes(path, MOST_PDF_MEGABYTES)))
    try:
        text = _bytes(path, MOST_MEGABYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("a text that is not saved as UTF-8") from error
    if suffix.startswith(".htm"):
        return tuple(_joined(lines) for lines in _of_html(text))
    if suffix != ".txt":
        text = _MARKUP.sub(" ", _LINK.sub(r"\1", text))
    return tuple(_joined(lines) for lines in _paragraphs(text))


def _bytes(path: Path, megabytes: int) -> bytes:
    limit = megabytes * 1024 * 1024
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise SourceError((error.strerror or str(error)).lower()) from error
    if len(data) > limit:
        raise SourceError(f"more than {megabytes} MB")
    return data


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Runs of lines that are not empty."""
    lines: list[_Line] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            lines.append(_Line(f"line {number}", line))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _joined(lines: Iterable[_Line]) -> Block:
    """Lines as one folded text: a space between them, none beside a Han character."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[str] = []
    length, last = 0, ""
    for place, line in lines:
        text = folded(line)
        if not text:
            continue
        if last and not (_begins_with_han(last) or _begins_with_han(text)):
            text = f" {text}"
        starts.append(length)
        places.append(place)
        pieces.append(text)
        length, last = length + len(text), text[-1]
    return Block("".join(pieces), tuple(starts), tuple(places))


def _of_html(text: str) -> Iterator[list[_Line]]:
    from bureau_brief.provenance.hypertext import lines

    try:
        for block in lines(text):
            yield [_Line(f"line {number}", line) for number, line in block]
    except (AssertionError, ValueError) as error:
        raise SourceError("HTML that cannot be taken apart") from error


def _read_apart(data: bytes) -> list[list[_Line]]:
    """The pages of a PDF, whatever it asks for."""
    try:
        return limited(lambda: list(_pages(data)))
    except TooMuch as error:
        raise SourceError(str(error)) from error


def _pages(data: bytes) -> Iterator[list[_Line]]:
    """The pages of a PDF, each as one paragraph."""
    try:
        import pypdfium2
    except ImportError as error:
        raise SourceError("a PDF, and pypdfium2 is not installed to read it") from error
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise SourceError("a PDF that cannot be opened") from error
    try:
        for number in range(min(len(pdf), MOST_PAGES)):
            words = pdf[number].get_textpage().get_text_bounded()
            yield [_Line(f"page {number + 1}", words.replace("\ufffe", ""))]
    except pypdfium2.PdfiumError as error:
        raise SourceError("a PDF with a page that cannot be read") from error
    finally:
        pdf.close()


def _begins_with_han(text: str) -> bool:
    return re.match(f"[{HAN}]", text) is not None
