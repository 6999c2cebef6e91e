"""What will be said: the Brief, every string finished, every order fixed.

In: nothing. Out: frozen dataclasses that `resolving` fills and that the page and the deck
place. A Text keeps where it came from and which figures it states, so that a finished file
can be held against it, slot by slot.
Not for: sizes and places (the plans), or numbers that still need formatting (`value` is for
lengths of bars only).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

_BLANK = re.compile(r"\{\{|\}\}|\{(\w+)\}")

PartKind = Literal["qualifier", "number", "unit", "words"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a Text that a page may set in its own size: `nearly `, `1`, ` million`."""

    kind: PartKind
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A finished string: its parts joined. U+00A0 binds what may not be split."""

    parts: tuple[Part, ...]
    path: str = ""
    """The field of the data file, or the key of the words, that it was made from."""
    figures: tuple[str, ...] = ()
    """Ids of the figures whose numbers stand in it, in order (`subsidies.converted`)."""

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)

    def __bool__(self) -> bool:
        return any(part.text for part in self.parts)

    def part(self, kind: PartKind) -> str:
        """What its parts of one kind say, joined, without outer spaces; empty if there is none."""
        return "".join(part.text for part in self.parts if part.kind == kind).strip(" \u00a0")


def words(text: str, path: str = "", figures: tuple[str, ...] = ()) -> Text:
    """A Text of one part."""
    return Text((Part("words", text),), path, figures)


NOTHING = Text(())


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence with blanks that only layout can fill: a count, a position."""

    pattern: str
    path: str
    group: str = ""
    """What stands between thousands."""

    def fill(self, **blanks: int) -> Text:
        """The sentence with its blanks filled. Raises KeyError on a blank that is not given."""
        said = {name: f"{value:,}".replace(",", self.group) for name, value in blanks.items()}

        def filled(match: re.Match[str]) -> str:
            return said[match.group(1)] if match.group(1) else match.group(0)[0]

        return words(_BLANK.sub(filled, self.pattern), self.path)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, finished. A conversion in brackets belongs to its figure's labels."""

    id: str
    number: Text
    """Qualifier, number and unit as parts: `nearly 1 million`."""
    label: Text
    """What is counted; begins with the conversion in brackets where there is one."""
    short_label: Text
    """The label for tiles and table rows."""
    lone_label: Text
    """The short label where the figure stands without its area: a rate names its scope too."""
    phrase: Text
    """Number and label, read as one line."""
    noun: Text
    """What is counted in one or two words (`veterans`), for rows of a comparison."""
    category: Text
    """The noun as it stands alone (`Veterans`)."""
    period: Text
    """Its period as it stands alone (`Over the past year`)."""
    quote: Text
    """The source's words, in quotation marks; empty if the file gives none."""
    quote_source: Text
    """Where the quote is from: `Guiyang China, 13 January 2021`."""
    value: Decimal
    percent: bool
    bounded: bool
    """A one-sided bound (over, nearly): never charted."""
    priority: int
    ids: tuple[str, ...]
    """The ids it counts for: its own, and its conversion's."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with its part and its whole (ids), drawn as a proportion."""

    rate: str
    part: str
    whole: str
    whole_page: Text
    """`of an estimated 22,246 poverty-stricken workers, at present`"""
    whole_band: Text
    """`of an estimated 22,246 poverty-stricken workers in Guian and Guiyang`"""
    whole_label: Text
    """`poverty-stricken workers in Guian and Guiyang`"""
    alt: Text


@dataclass(frozen=True, slots=True)
class Flow:
    """One figure led to another (ids), in the source's words."""

    cause: str
    effect: str
    words: Text
    quoted: Text
    """The source's words in quotation marks; the words where the file gives none."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Figures (ids) on one scale."""

    figures: tuple[str, ...]
    title: Text
    words: Text
    alt: Text


@dataclass(frozen=True, slots=True)
class Area:
    """A programme area: what its ledger row and its slide say."""

    id: str
    path: str
    name: Text
    message: Text
    """The title of its slide."""
    sentence: Text
    """The words after the main number on the page."""
    main: str
    figures: tuple[Figure, ...]
    rate: Rate | None
    flow: Flow | None
    compare: Compare | None
    source_line: Text
    table_alt: Text
    """Every figure beside the main one, for the alternative text of a table."""
    notes: tuple[Text, ...]
    priority: int

    def figure(self, id_: str) -> Figure:
        """The figure with this id. Raises KeyError."""
        for figure in self.figures:
            if figure.id == id_:
                return figure
        raise KeyError(id_)


@dataclass(frozen=True, slots=True)
class Overview:
    """The slide of four to six numbers."""

    kicker: Text
    title: Text
    figures: tuple[str, ...]
    """Ids in the order shown: data order, a rate last."""
    source_line: Text
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """The last slide."""

    kicker: Text
    title: Text
    figures: tuple[str, ...]
    """Ids of the one or two numbers of its panel, in data order."""
    blocks: tuple[tuple[Text, Text], ...]
    """Heading and text: source, method and periods, contact."""
    source_line: Text
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of the page: three columns of heading and text."""

    source: tuple[Text, Text]
    notes: tuple[Text, Text]
    generated: tuple[Text, Saying]
    """`From {file}; {shown} of {all} figures shown.`, filled by the page."""
    contact: Text


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that both outputs say, in one language."""

    language: str
    locale: str
    """The language tag of the runs: en-GB, zh-CN."""
    organisation: Text
    document: Text
    type_date: Text
    """`Results briefing | 13 January 2021`"""
    headline: Text
    context: Text
    cover_line: Text
    cover_notes: tuple[Text, ...]
    lead: str
    """Id of the area that opens the page."""
    areas: tuple[Area, ...]
    overview: Overview | None
    closing: Closing
    footer: Footer
    marker: Saying
    """`Area {i} of {n}`"""
    published: str
    """The date of the results, ISO; empty if the file gives none."""

    def figures(self) -> Mapping[str, Figure]:
        """Every figure by id, in data order."""
        return {figure.id: figure for area in self.areas for figure in area.figures}

    def all_ids(self) -> tuple[str, ...]:
        """The ids of all figures and conversions, in data order."""
        return tuple(id_ for figure in self.figures().values() for id_ in figure.ids)


def texts(value: object) -> Iterator[Text]:
    """Every Text inside `value` (a Brief or a part of one), in field order."""
    if isinstance(value, Text):
        yield value
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
    raised = Part(first.kind, first.text[0].upper() + first.text[1:])
    return replace(text, parts=(raised, *text.parts[1:]))
