"""Finished strings: Texts that know where they came from, and Sayings with blanks for layout.

In: nothing. Out: Part, Text, Saying, and what is done with them.
Not for: which texts a briefing has (the package itself and `relations`).
"""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

from bureau_brief.values import replace, value

_said = attrgetter("text")
_BLANK = re.compile(r"\{\{|\}\}|\{(\w+)\}")

PartKind = Literal["qualifier", "number", "unit", "words", "strong"]


@value
class Part:
    """A stretch of a Text that a page may set in its own size: `nearly `, `1`, ` million`."""

    kind: PartKind
    text: str


@value
class Text:
    """A finished string: its parts joined. U+00A0 binds what may not be split."""

    parts: tuple[Part, ...]
    path: str = ""
    """The field of the data file, or the key of the words, that it was made from."""
    figures: tuple[str, ...] = ()
    """Ids of the figures whose numbers stand in it, in order (`subsidies.converted`)."""
    shorter: "Text | None" = None
    """The same in fewer words, for where the whole has no room."""

    def __str__(self) -> str:
        return "".join([part.text for part in self.parts])

    def __bool__(self) -> bool:
        return any(map(_said, self.parts))

    def part(self, kind: PartKind) -> str:
        """What its parts of one kind say, joined, without outer spaces; empty if there is none."""
        return "".join(part.text for part in self.parts if part.kind == kind).strip(" \u00a0")


def words(text: str, path: str = "", figures: tuple[str, ...] = ()) -> Text:
    """A Text of one part."""
    return Text((Part("words", text),), path, figures)


NOTHING = Text(())


@value
class Saying:
    """A sentence with blanks that only layout can fill: a count, a position."""

    pattern: str
    path: str
    group: str = ""
    """What stands between thousands."""
    unnamed: "Saying | None" = None
    """The same without the name of the data file, which may be in any script."""

    def fill(self, **blanks: int) -> Text:
        """The sentence with its blanks filled; shorter, where it names the data file, without the
        name. Raises KeyError on a blank that is not given."""
        said = {name: f"{value:,}".replace(",", self.group) for name, value in blanks.items()}

        def filled(match: re.Match[str]) -> str:
            return said[match.group(1)] if match.group(1) else match.group(0)[0]

        shorter = self.unnamed.fill(**blanks) if self.unnamed else None
        return Text((Part("words", _BLANK.sub(filled, self.pattern)),), self.path, (), shorter)


def texts(value: object) -> Iterator[Text]:
    """Every Text inside `value` (a Brief or a part of one), in field order."""
    if isinstance(value, Text):
        yield value
        yield from texts(value.shorter)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def capitalised(text: Text) -> Text:
    """`text` as it stands alone: its first letter a capital."""
    if not text.parts or not text.parts[0].text:
        return text
    first = text.parts[0]
    letter, rest = first.text[0], first.text[1:]
    if letter == letter.upper():
        return text
    return replace(text, parts=(Part(first.kind, letter.upper() + rest), *text.parts[1:]))
