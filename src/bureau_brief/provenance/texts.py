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
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from bureau_brief.phrases import folded
from bureau_brief.phrases.folding import HAN

MOST_MEGABYTES = 2
MOST_PDF_MEGABYTES = 20
MOST_PAGES = 500
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf")

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = re.compile(r"\*+|`+|~~|(?<!\w)_+|_+(?!\w)|^\s{0,3}(?:#+|>+|[-+])\s|\|", re.MULTILINE)
_OPEN_END = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_UNREAD = ("script", "style", "template", "noscript", "svg")
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "data", "em", "font", "i", "mark", "q", "s", "small",
     "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "td", "th")
)  # fmt: skip


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
        return tuple(_joined(page) for page in _pages(_bytes(path, MOST_PDF_MEGABYTES)))
    try:
        text = _bytes(path, MOST_MEGABYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("a text that is not saved as UTF-8") from error
    if suffix.startswith(".htm"):
        return tuple(_joined(lines) for lines in _html(text))
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


class _Reader(HTMLParser):
    """The text of an HTML file: a block ends where a tag that is not inline begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[_Line]] = [[]]
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unread += tag in _UNREAD
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD and self._unread > 0
        self._break(tag)

    def handle_data(self, data: str) -> None:
        number = self.getpos()[0]
        for index, line in enumerate(() if self._unread else data.split("\n")):
            self._put(number + index, f" {line}" if index else line)

    def _put(self, number: int, text: str) -> None:
        place, lines = f"line {number}", self.found[-1]
        if lines and lines[-1].place == place:
            lines[-1] = _Line(place, lines[-1].text + text)
        elif lines or text.strip():
            lines.append(_Line(place, text))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE and self.found[-1]:
            self.found.append([])
        elif tag in ("td", "th") and self.found[-1]:
            self._put(self.getpos()[0], " ")


def _html(text: str) -> list[list[_Line]]:
    reader = _Reader()
    try:
        reader.feed(_tame(text))
        reader.close()
    except (AssertionError, ValueError) as error:
        raise SourceError("HTML that cannot be taken apart") from error
    return [lines for lines in reader.found if lines]


def _tame(text: str) -> str:
    """HTML without comments, declarations and open ends, on the same lines.

    The standard library's parser reads on to the end for each of them: a text of many would
    take hours.
    """
    pieces: list[str] = []
    at, opened = 0, text.find("<!--")
    while opened >= 0:
        closed = text.find("-->", opened + 4)
        pieces += [text[at:opened], "\n" * text.count("\n", opened, max(closed, opened))]
        at = closed + 3 if closed >= 0 else len(text)
        opened = text.find("<!--", at)
    pieces.append(text[at:])
    return _DECLARATION.sub(" ", _OPEN_END.sub("&lt;", "".join(pieces)))


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
