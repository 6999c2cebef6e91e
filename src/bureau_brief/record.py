"""What an office did: the Record, field by field as in the data file.

In: nothing. Out: frozen dataclasses. They are also the definition of the format: the checker
(`reading.checking`) and the JSON Schema (`reading.schema`) both walk these classes, their
types and the notes in `Annotated`. A field without a default is required.
Not for: places in the file beyond `Record.places`, formatted numbers, or wording.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from bureau_brief.problems import Mark, Place
from bureau_brief.values import value


class Pattern(NamedTuple):
    """A constraint on a string: the whole of it matches `regex`; `words` say so in a message."""

    regex: str
    words: str


class Between(NamedTuple):
    """A constraint on a number, or on how many items a list or mapping has."""

    low: int
    high: int


class Cites(NamedTuple):
    """A note on a Text: it may cite figures (`{jobs}`), so no digit should be typed in it."""


EVERY_LANGUAGE = "*"
EMBEDDED = "embedded"
"""Key of a data file that was taken out of a finished file: where it comes from. Not for people."""


@value
class Text:
    """What people read, by language code; written plainly, it is in the file's first language."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> str | None:
        """The words in `language`, or None."""
        return self.by_language.get(language, self.by_language.get(EVERY_LANGUAGE))


@value
class SharedText(Text):
    """A Text that serves every language where it is written plainly (names, years)."""


@value
class Noun:
    """A counted noun or a measure, by language and plural category (`other` is always there)."""

    by_language: Mapping[str, Mapping[str, str]]

    def in_language(self, language: str) -> Mapping[str, str] | None:
        """The forms in `language` by plural category, or None."""
        return self.by_language.get(language, self.by_language.get(EVERY_LANGUAGE))


@value
class Unit(Noun):
    """What is printed beside a number: a code such as `percent` or `CNY`, or a measure."""

    code: str = ""


Citing = Annotated[Text, Cites()]
Id = Annotated[str, Pattern(r"[a-z0-9_-]+", "small letters a to z, digits, `-` and `_`")]
LanguageCode = Annotated[
    str, Pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code such as `en`, `zh` or `pt-BR`")
]
FileName = Annotated[
    str,
    Pattern(
        r"(?!/)(?!(.*/)?\.\.(/|$))[^\\:]+",
        "a file in the data file's folder or below, with `/` between folders",
    ),
]
ImageName = Annotated[
    FileName, Pattern(r".*\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg])", "a PNG or JPEG file")
]
Address = Annotated[
    str, Pattern(r"https?://\S+", "an address that starts with https:// or http://")
]
Priority = Annotated[int, Between(1, 9)]
Qualifier = Literal[
    "exact", "over", "more_than", "at_least", "nearly", "under", "at_most", "about", "estimated"
]
Kind = Literal["rate", "outcome", "reach", "activity", "input", "base"]

UNIT_CODES = ("percent", "points", "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "INR", "CHF", "PLN")
"""Unit codes that need no words in the data file; the wording of a language prints them."""

BOUNDS: frozenset[Qualifier] = frozenset(
    ("over", "more_than", "at_least", "nearly", "under", "at_most")
)
"""One-sided qualifiers: such a value is never charted and gives no percentage."""


@value
class Found:
    """Where in a source a figure stands."""

    ref: Annotated[Id, "id of one of the file's sources"]
    at: Annotated[Text | None, "place in the source: paragraph 3, table 2, page 14"] = None
    stated: Annotated[str | None, "the number phrase exactly as the source has it"] = None
    quote: Annotated[SharedText | None, "the source's sentence, shown where there is room"] = None


@value
class RateOf:
    """A rate is recomputed from its part and its whole."""

    part: Annotated[Id, "id of the figure that is the numerator"]
    whole: Annotated[Id, "id of the figure that is the denominator"]


@value
class LeadsTo:
    """One result led to another, in the source's own words."""

    figure: Annotated[Id, "id of the figure it led to"]
    words: Annotated[Text | None, "the words on the arrow: led directly to"] = None
    stated: Annotated[str | None, "the source's words, quoted on the slide"] = None


@value
class Converted:
    """The same amount in another unit, as converted by the source."""

    value: Annotated[Decimal, "the converted amount"]
    unit: Annotated[Unit, "its unit, usually a currency"]


@value
class Earlier:
    """An earlier value of a figure, or one point of its series."""

    period: Annotated[SharedText, "the period it belongs to"]
    value: Annotated[Decimal, "the value in that period, in the figure's unit"]
    qualifier: Annotated[Qualifier, "how exact that value is"] = "exact"


@value
class Point:
    """One period of a series; a period without a value was not counted."""

    period: Annotated[SharedText, "the period"]
    value: Annotated[Decimal | None, "the value in that period; none where nothing was counted"] = (
        None
    )
    qualifier: Annotated[Qualifier, "how exact that value is"] = "exact"


@value
class Figure:
    """One number of the office, with everything that is needed to print and to defend it."""

    id: Annotated[Id, "name to cite the figure by; unique in the file"]
    label: Annotated[Citing, "what is counted, without the number"]
    value: Annotated[Decimal, "the exact number as stated"]
    short_label: Annotated[Citing | None, "wording for tiles and tables"] = None
    unit: Annotated[Unit | None, "printed beside the number: a code or a measure"] = None
    counts: Annotated[Noun | None, "the counted noun in running text"] = None
    qualifier: Annotated[Qualifier, "how exact the value is"] = "exact"
    kind: Annotated[Kind | None, "decides the main figure where none is marked"] = None
    main: Annotated[bool, "the main number of its area"] = False
    overview: Annotated[bool, "stands on the overview slide"] = False
    priority: Annotated[Priority, "1 (keep) to 9 (drop first)"] = 5
    period: Annotated[Text | None, "only where it differs from the file's"] = None
    scope: Annotated[Text | None, "where or whom it covers: in Guian and Guiyang"] = None
    source: Annotated[Found | None, "where the figure comes from"] = None
    part_of: Annotated[Id | None, "id of the whole it is a part of"] = None
    rate_of: Annotated[RateOf | None, "the part and the whole of a rate"] = None
    sum_of: Annotated[tuple[Id, ...], Between(0, 100), "ids of the figures that add up to it"] = ()
    change_of: Annotated[Id | None, "id of the figure whose change since `previous` it states"] = (
        None
    )
    share_of_target: Annotated[
        Id | None, "id of the figure whose achieved share of its `target` it states"
    ] = None
    leads_to: Annotated[LeadsTo | None, "the result it led to"] = None
    converted: Annotated[Converted | None, "as converted by the source; a figure of its own"] = None
    previous: Annotated[Earlier | None, "the value of the period before"] = None
    target: Annotated[Decimal | None, "the planned value, in the figure's unit"] = None
    baseline: Annotated[Earlier | None, "the value the plan started from"] = None
    series: Annotated[tuple[Point, ...], Between(0, 60), "values by period, oldest first"] = ()
    better: Annotated[Literal["higher", "lower", "neutral"], "which direction is good"] = "neutral"


@value
class Compare:
    """The only way to a comparison of figures on one scale."""

    figures: Annotated[tuple[Id, ...], Between(2, 6), "ids of figures of this area"]
    title: Annotated[Citing | None, "title of the chart"] = None
    words: Annotated[Citing | None, "words below the bars: were helped to find employment"] = None


@value
class Area:
    """A programme area: one thing the office did for one group."""

    id: Annotated[Id, "name of the area in the file; unique"]
    title: Annotated[Citing, "name of the area"]
    figures: Annotated[tuple[Figure, ...], Between(1, 500), "its figures, in reading order"]
    short: Annotated[Text | None, "name of the area in notes on periods"] = None
    message: Annotated[Citing | None, "title of its slide: a sentence with its number cited"] = None
    sentence: Annotated[Citing | None, "the words after the main number on the page"] = None
    lead: Annotated[bool, "this area opens the page"] = False
    priority: Annotated[Priority, "1 (keep) to 9 (first to share a slide)"] = 5
    chart: Annotated[Literal["auto", "none"], "none switches the area's chart off"] = "auto"
    compare: Annotated[Compare | None, "figures to compare on one scale"] = None
    do_not_say: Annotated[tuple[Citing, ...], Between(0, 50), "cautions, printed in the notes"] = ()


@value
class Source:
    """Where figures come from."""

    title: Annotated[SharedText, "title of the source"]
    short: Annotated[SharedText | None, "its short name, for slides"] = None
    publisher: Annotated[SharedText | None, "who published it"] = None
    kind: Annotated[Text | None, "what it is: article, report, table"] = None
    date: Annotated[dt.date | None, "when it was published or updated"] = None
    file: Annotated[FileName | None, "the source's file, in the data file's folder"] = None
    url: Annotated[Address | None, "its address"] = None


@value
class Logo:
    """The office's logo."""

    file: Annotated[ImageName, "PNG or JPEG in the data file's folder or below"]
    alt: Annotated[Text, "what the logo shows, for people who cannot see it"]


class Fact(NamedTuple):
    """What the data state of one figure, and nothing of how it is written."""

    value: Decimal
    qualifier: Qualifier
    measures: tuple[str, ...] = ()
    """Its measure in every language: 万元 is no 万 of the number's own."""


Facts = Mapping[str, Fact]
"""By the id of a figure; a conversion by `id.converted`."""


@value
class Record:
    """One data file, checked."""

    bureau_brief: Annotated[Literal[1], "version of this format"]
    organisation: Annotated[Text, "name of the office"]
    headline: Annotated[Citing, "what the briefing says in one line, with its numbers cited"]
    period: Annotated[Text, "the period of every figure that states no other"]
    areas: Annotated[tuple[Area, ...], Between(1, 200), "programme areas, in reading order"]
    languages: Annotated[tuple[LanguageCode, ...], Between(1, 20), "editions made by default"] = (
        "en",
    )
    document: Annotated[Text | None, "kind of document: Results briefing"] = None
    overview_title: Annotated[Citing | None, "title of the overview slide"] = None
    closing_title: Annotated[
        Citing | None, "title of the last slide; {count} counts the figures"
    ] = None
    context: Annotated[Citing | None, "one or two sentences under the headline"] = None
    published: Annotated[dt.date | None, "date of the results"] = None
    contact: Annotated[Text | None, "whom to ask, in one line"] = None
    logo: Annotated[Logo | None, "the office's logo"] = None
    sources: Annotated[Mapping[Id, Source], Between(0, 500), "where figures come from, by id"] = (
        field(default_factory=dict)
    )
    do_not_say: Annotated[
        tuple[Citing, ...], Between(0, 50), "cautions for the whole briefing"
    ] = ()
    file: str = field(default="", metadata={"format": False})
    """Name of the data file, without its folder."""
    sha256: str = field(default="", metadata={"format": False}, compare=False)
    """Hash of the data file's bytes."""
    written_in: str = field(default="", metadata={"format": False}, compare=False)
    """Name of the file that was read, of `places`; `file` is where its data stood first."""
    places: Mapping[str, Mark] = field(
        default_factory=dict, metadata={"format": False}, repr=False, compare=False
    )
    """Where each field is written, by path (`areas[1].figures[0].label`)."""

    def figures(self) -> dict[str, Figure]:
        """Every figure by id, in file order."""
        return {figure.id: figure for area in self.areas for figure in area.figures}

    def facts(self) -> Facts:
        """What finished files are held against: every figure and every conversion."""
        stated: dict[str, Fact] = {}
        for id_, figure in self.figures().items():
            forms = figure.unit.by_language.values() if figure.unit else ()
            measures = tuple(word for form in forms for word in form.values())
            stated[id_] = Fact(figure.value, figure.qualifier, measures)
            if figure.converted:
                stated[f"{id_}.converted"] = Fact(figure.converted.value, "exact")
        return stated

    def place(self, path: str) -> Place:
        """Where `path` is written, or the nearest field above it."""
        near = path
        while near and near not in self.places:
            near = near.rpartition(".")[0] if not near.endswith("]") else near.rpartition("[")[0]
        found = self.places.get(near)
        return Place.at(found, path, self.written_in) if found else Place(path, self.file)
