"""The text of an HTML file, block by block.

In: HTML as a text. Out: its blocks, each the lines that hold its words, with their numbers.
Not for: reading the file, or what its words mean (`texts`).
"""

import re
from html.parser import HTMLParser

Numbered = tuple[int, str]
"""A line's number, and what stands on it."""

_OPEN_END = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_UNREAD = ("script", "style", "template", "noscript", "svg")
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "data", "em", "font", "i", "mark", "q", "s", "small",
     "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "td", "th")
)  # fmt: skip


def lines(text: str) -> list[list[Numbered]]:
    """The blocks of an HTML text. Raises ValueError or AssertionError where there is no telling."""
    reader = _Reader()
    reader.feed(_tame(text))
    reader.close()
    return [block for block in reader.found if block]


class _Reader(HTMLParser):
    """The text of an HTML file: a block ends where a tag that is not inline begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[Numbered]] = [[]]
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
        block = self.found[-1]
        if block and block[-1][0] == number:
            block[-1] = (number, block[-1][1] + text)
        elif block or text.strip():
            block.append((number, text))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE and self.found[-1]:
            self.found.append([])
        elif tag in ("td", "th") and self.found[-1]:
            self._put(self.getpos()[0], " ")


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
