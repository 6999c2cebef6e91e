"""What a deck has beside its areas: which figures stand together, which areas share a slide.

In: nothing. Out: frozen dataclasses of finished texts, and the ids of figures and areas.
Not for: the form of a slide (the deck's plan).
"""

from typing import Literal

from bureau_brief.brief.text import Text
from bureau_brief.values import value

MOST_SLIDES = 14
"""Of a deck, where nobody asks for more or fewer."""

About = Literal["targets", "series", "rate", "flow", "compare", "figures"]
"""The relation that a slide of an area shows; `figures` where they only stand together."""


@value
class AreaSlide:
    """What one slide of an area says: figures that stand together."""

    about: About
    title: Text
    main: str
    """Id of the figure that leads it: the area's main one, on further slides the first."""
    figures: tuple[str, ...]
    """Ids, in data order."""
    source_line: Text
    table_alt: Text
    """Every figure beside the leading one, for the alternative text of a table."""
    notes: tuple[Text, ...]


@value
class Shared:
    """A slide that several areas share, each with its main number."""

    kicker: Text
    title: Text
    areas: tuple[str, ...]
    """Ids, in data order."""
    source_line: Text
    notes: tuple[Text, ...]


@value
class Overview:
    """The slide of four to six numbers."""

    kicker: Text
    title: Text
    figures: tuple[str, ...]
    """Ids in the order shown: data order, a rate last."""
    source_line: Text
    notes: tuple[Text, ...]


@value
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


@value
class Parts:
    """The names of the parts that a deck is divided into."""

    opening: Text
    areas: Text
    more: Text
    closing: Text
