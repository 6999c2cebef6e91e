"""What will be said: the Brief, every string finished, every order fixed.

In: nothing. Out: frozen dataclasses that `resolving` fills and that the page and the deck
place. A Text keeps where it came from and which figures it states, so that a finished file
can be held against it, slot by slot.
Not for: sizes and places (the plans), or numbers that still need formatting (`value` is for
lengths of bars only).
"""

from collections.abc import Mapping
from decimal import Decimal

from bureau_brief.brief.levels import Index, LargePrint, Particulars
from bureau_brief.brief.relations import (
    Compare,
    Flow,
    Point,
    Previous,
    Rate,
    Series,
    Stacked,
    Target,
)
from bureau_brief.brief.slides import (
    MOST_SLIDES,
    About,
    AreaSlide,
    Closing,
    Overview,
    Parts,
    Shared,
)
from bureau_brief.brief.text import (
    NOTHING,
    Part,
    PartKind,
    Saying,
    Text,
    capitalised,
    texts,
    words,
)
from bureau_brief.values import value

__all__ = [
    "MOST_SLIDES",
    "NOTHING",
    "About",
    "Area",
    "AreaSlide",
    "Brief",
    "Closing",
    "Compare",
    "Figure",
    "Flow",
    "Footer",
    "Index",
    "LargePrint",
    "Overview",
    "Part",
    "PartKind",
    "Particulars",
    "Parts",
    "Picture",
    "Point",
    "Previous",
    "Rate",
    "Saying",
    "Series",
    "Shared",
    "Stacked",
    "Target",
    "Text",
    "capitalised",
    "texts",
    "words",
]


@value
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
    evidence: Text
    """The phrase, with the verdict on its target in brackets where it has one."""
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
    rests_on: tuple[str, ...]
    """Of a rate: the ids of its part and its whole."""
    change: Text
    """`up from 310,000 (+8.3%)`, `unchanged`; `no earlier value` where there is no `previous`."""
    verdict: Text
    """`below the target of 350,000`, `within the limit of 15 days; lower is better`; `no target
    set` where there is no `target`."""
    particulars: Particulars
    previous: Previous | None = None
    target: Target | None = None
    series: Series | None = None


@value
class Area:
    """A programme area: what its ledger row and its slides say."""

    id: str
    path: str
    name: Text
    message: Text
    """What it says in one sentence: the title of its first slide."""
    sentence: Text
    """The words after the main number on the page."""
    main: str
    figures: tuple[Figure, ...]
    rate: Rate | None
    flow: Flow | None
    compare: Compare | None
    stacked: Stacked | None
    slides: tuple[AreaSlide, ...]
    priority: int
    rows: Text
    """The positions of its figures in the data file: `6–10`."""

    def figure(self, id_: str) -> Figure:
        """The figure with this id. Raises KeyError."""
        for figure in self.figures:
            if figure.id == id_:
                return figure
        raise KeyError(id_)


@value
class Footer:
    """The foot of the page: three columns of heading and text."""

    source: tuple[Text, Text]
    notes: tuple[Text, Text]
    short_notes: Text
    """The same where there is no room for names: figures of other periods are counted."""
    generated: tuple[Text, Saying]
    """`From {file}; {shown} of {all} figures shown.`, filled by the page."""
    contact: Text
    address: str = ""
    """Of the source, if there is one only and it has an address."""


@value
class Picture:
    """A picture as a plain PNG: RGB on white, no more than pixels."""

    content: bytes
    width: int
    height: int


@value
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
    shared: tuple[Shared, ...]
    """Where the slides do not go round: the areas without slides of their own."""
    closing: Closing
    parts: Parts
    footer: Footer
    index: Index
    large_print: LargePrint
    marker: Saying
    """`Area {i} of {n}`"""
    logo_alt: Text
    """What the office's logo shows; empty if the file names none."""
    published: str
    """The date of the results, ISO; empty if the file gives none."""

    @property
    def sharing(self) -> frozenset[str]:
        """The ids of the areas without slides of their own."""
        return frozenset(id_ for shared in self.shared for id_ in shared.areas)

    logo: Picture | None = None
    """The office's logo; what it shows is said by `logo_alt`."""

    def figures(self) -> Mapping[str, Figure]:
        """Every figure by id, in data order."""
        return {figure.id: figure for area in self.areas for figure in area.figures}

    def all_ids(self) -> tuple[str, ...]:
        """The ids of all figures and conversions, in data order."""
        return tuple(id_ for figure in self.figures().values() for id_ in figure.ids)
