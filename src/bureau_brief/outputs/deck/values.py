"""The deck as a plan: every text, shape, chart and table with its place, slide by slide.

In: nothing. Out: frozen dataclasses; places in inches, type in points, colours as slots of the
theme. The order of a slide's items is the order in which they are drawn and read. Whatever
shows a text keeps the brief.Text it comes from: that is the manifest of the deck.
Not for: deciding anything (the other modules of this package), or drawing (`deck_pptx`).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from bureau_brief.brief import Text
from bureau_brief.outputs.layouts import Box, Insets, LayoutSet, Role
from bureau_brief.problems import Problem
from bureau_brief.values import value

Colour = Literal["tx1", "bg1", "bg2", "accent1", "accent3", "other", "idle"]
"""Slots of the theme; `other` is the tint of bars beside the leading one (accent3, lighter),
`idle` the marks of the areas that are not this one (bg2, darker)."""

Align = Literal["l", "ctr", "r"]
Form = Literal[
    "title",
    "overview",
    "one",
    "cause",
    "rate",
    "figures",
    "bars",
    "targets",
    "series",
    "more",
    "closing",
]


@value
class Span:
    """A stretch of text of one size, weight and colour."""

    text: str
    size: float
    bold: bool
    colour: Colour
    ends_line: bool = False
    """A line break follows: on the cover, after `; `."""

    def __hash__(self) -> int:
        return hash(self.text)  # a quarter of the time of a hash of all, and as good

    @property
    def weight(self) -> str:
        """Of its font, as themes name it."""
        return "bold" if self.bold else "regular"


@value
class Paragraph:
    """One paragraph; without spans an empty line."""

    spans: tuple[Span, ...]
    shows: tuple[Text, ...]
    line: float
    """Exact line height."""
    level: int = 0
    """Level of the placeholder whose style it has, from 0."""
    before: float = 0
    after: float = 0
    align: Align = "l"

    def __str__(self) -> str:
        return "".join([span.text for span in self.spans])


@value
class TextBox:
    """Text in a placeholder of the layout (`idx`) or in a shape of its own."""

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    insets: Insets = Insets()
    anchor: Literal["t", "ctr", "b"] = "t"
    fill: Colour | None = None
    idx: int | None = None


@value
class Rule:
    """A filled rectangle that says nothing: a rule or a band."""

    name: str
    box: Box
    fill: Colour


@value
class Bracket:
    """A line under a bar, turned up at both ends: it spans the whole."""

    name: str
    box: Box
    colour: Colour
    thickness: float


@value
class Arrow:
    """A line from left to right with a head."""

    name: str
    x0: float
    x1: float
    y: float
    colour: Colour
    thickness: float


@value
class Strip:
    """A row of marks, one an area; the current one stands out."""

    name: str
    box: Box
    gap: float
    count: int
    current: int
    """From 0."""


@value
class SlideNumber:
    """The number of the slide, as a field."""

    name: str
    box: Box
    idx: int
    number: int
    size: float = 12
    """Where the layout has no place for it."""


@value
class Image:
    """A picture; there is none but the logo."""

    name: str
    box: Box
    alt: Text
    content: bytes
    """A PNG."""


@value
class Label:
    """What stands at the end of a bar, or beside a point of a line."""

    text: Text
    size: float
    bold: bool = True
    side: Literal["outEnd", "l", "r"] = "outEnd"


@value
class Series:
    """One series of a chart: exact values, one a category."""

    name: Text
    values: tuple[Decimal | None, ...]
    """None: a gap."""
    fills: tuple[Colour | None, ...]
    """The colour of each bar."""
    outline: Colour | None = None
    thickness: float = 0
    """Of the outline, in points."""
    labels: tuple[Label | None, ...] = ()
    """One a category, or none at all."""
    number_format: str = ""
    """Prints every labelled value exactly as its label; empty where no format can."""


@value
class Chart:
    """Bars, columns or a line on a scale from zero, with a data sheet."""

    name: str
    box: Box
    alt: Text
    categories: tuple[Text, ...]
    series: tuple[Series, ...]
    maximum: Decimal
    """Where the value axis ends."""
    gap: int
    """Between categories, in per cent of a bar."""
    overlap: int
    plot: tuple[float, float, float, float]
    """Inner plot area: x, y, width, height as shares of the chart."""
    kind: Literal["bars", "columns", "line"] = "bars"
    category_size: float = 0
    """0: no category names."""
    idx: int | None = None


@value
class Cell:
    """A cell of a table; `right` is its right margin in inches."""

    paragraphs: tuple[Paragraph, ...]
    right: float = 0


@value
class Table:
    """A table with rules above and below each row."""

    name: str
    box: Box
    alt: Text
    columns: tuple[float, ...]
    row_height: float
    rows: tuple[tuple[Cell, ...], ...]
    rule: Colour
    thickness: float
    idx: int | None = None


Item = TextBox | Rule | Bracket | Arrow | Strip | SlideNumber | Image | Chart | Table


@value
class Slide:
    """One slide."""

    form: Form
    role: Role
    items: tuple[Item, ...]
    notes: tuple[Text, ...]
    part: Text
    """The part of the deck that it belongs to."""

    @property
    def title(self) -> Text:
        """The text of its title, which is its first item."""
        first = self.items[0]
        assert isinstance(first, TextBox)  # noqa: S101
        return first.paragraphs[0].shows[0]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of tables too."""
        for item in self.items:
            if isinstance(item, TextBox):
                yield from item.paragraphs
            elif isinstance(item, Table):
                yield from (p for row in item.rows for cell in row for p in cell.paragraphs)

    def charted(self) -> Iterator[Text]:
        """What charts print: names and values beside their bars."""
        for item in self.items:
            if isinstance(item, Chart) and item.category_size:
                yield from item.categories
                yield from (one.text for series in item.series for one in series.labels if one)

    def shown(self) -> Iterator[Text]:
        """Every text of the brief that can be seen on it."""
        yield from (text for paragraph in self.paragraphs() for text in paragraph.shows)
        yield from self.charted()

    def said(self) -> Iterator[str]:
        """Everything that can be read on it but the slide number."""
        yield from map(str, self.paragraphs())
        yield from map(str, self.charted())


@value
class Looks:
    """Colours (hex by name) and fonts (by name) that the master takes on."""

    colours: Mapping[str, str]
    latin: str
    east_asian: str


@value
class Deck:
    """A whole deck."""

    layouts: LayoutSet
    slides: tuple[Slide, ...]
    hero: float
    """Size of the headline number, one for the whole deck; set in the layouts."""
    locale: str
    second_locale: str
    """Language of Latin words inside East Asian text; empty elsewhere."""
    title: str
    author: str
    published: str
    """The date of the results, ISO; empty if there is none."""
    data: bytes = b""
    """What the finished file carries inside, as JSON; empty: nothing."""
    data_hash: str = ""
    """SHA-256 of the data file."""
    warnings: tuple[Problem, ...] = ()
    looks: Looks | None = None
    """An office's own; none: those of the master."""
