"""The page as a plan: every line of text, rule and bar with its place.

In: nothing. Out: frozen dataclasses, in points, x from the left and y from the top.
The order of the items is the order in which they are drawn and read.
Not for: deciding anything (the other modules of this package), or drawing (`page_pdf`).
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeVar

from bureau_brief.brief import Text
from bureau_brief.fitting import Line
from bureau_brief.problems import Problem
from bureau_brief.values import replace, value

Role = Literal["H1", "H2", "P"]


@value
class Box:
    """A rectangle: what is set in it may not leave it."""

    x0: float
    y0: float
    x1: float
    y1: float


@value
class PlacedLine:
    """One line of text; the space that ended it is inside its last run."""

    x: float
    baseline: float
    line: Line


@value
class TextBox:
    """One paragraph: its lines joined are its texts joined."""

    role: Role
    texts: tuple[Text, ...]
    lines: tuple[PlacedLine, ...]
    box: Box
    slot: str
    """What it is for (`number`, `sentence`, `evidence`): named in tests and reports."""
    link: str = ""
    """The address that it leads to; empty: nowhere."""


@value
class Rect:
    """A filled or outlined rectangle.

    `figure` is the id whose value its width shows; with an index (`visits[2]`) its height shows
    that point of the figure's series. A bar cut at the edge has none.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    line: float = 0
    figure: str = ""

    def corners(self) -> tuple[tuple[float, float], ...]:
        """The two that bound its ink."""
        half = self.line / 2 if self.stroke else 0
        return (
            (self.x - half, self.y - half),
            (self.x + self.width + half, self.y + self.height + half),
        )


@value
class Path:
    """A line through points, or a filled shape of them."""

    points: tuple[tuple[float, float], ...]
    colour: str
    line: float = 0
    """Thickness; 0 fills the shape instead."""

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Points that bound its ink."""
        half = self.line / 2
        return tuple((x + d, y + d) for x, y in self.points for d in (-half, half))


@value
class Rule:
    """A rule between parts of the page; decoration, never read out."""

    shape: Rect


@value
class Graphic:
    """A chart and its shapes. `scale` is points per unit of value."""

    alt: Text
    """What it shows in words; empty where the text beside it says everything."""
    shapes: tuple[Rect | Path, ...]
    scale: float = 0
    low: float = 0
    """The value at which the scale begins."""

    def bounds(self) -> Box:
        """The smallest box around its shapes, outlines included."""
        corners = [corner for shape in self.shapes for corner in shape.corners()]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


@value
class Image:
    """A picture in its box; `alt` says what it shows."""

    alt: Text
    content: bytes
    box: Box


Item = TextBox | Rule | Graphic | Image


@value
class Draft:
    """What a level makes of a Brief, before it is known whether that is taken."""

    items: tuple[Item, ...]
    shown: tuple[str, ...]
    """Ids of the figures that it shows, conversions included."""
    left_over: float
    forms: tuple[tuple[str, str], ...] = ()
    """Area and the form that shows its relations, in printed order."""
    excess: float = 0
    """Height that it takes beyond what there is; 0 or less fits."""


@value
class Page:
    """A whole page."""

    width: float
    height: float
    level: str
    language: str
    locale: str
    title: str
    author: str
    items: tuple[Item, ...]
    left_over: float
    """Empty height that is left above the footer, beyond the row's own padding."""
    shown: tuple[str, ...]
    """Ids of the figures that it shows, conversions included."""
    second_locale: str = ""
    """Language of Latin words inside East Asian text; empty elsewhere."""
    published: str = ""
    """The date of the results, ISO; empty if there is none."""
    data: bytes = b""
    """What the finished file carries inside, as JSON; empty: nothing."""
    forms: tuple[tuple[str, str], ...] = ()
    """Area and the form that shows its relations, in printed order."""

    warnings: tuple[Problem, ...] = ()
    """What it leaves out, area by area."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Hex by the names that shapes and runs use."""

    def text_boxes(self) -> tuple[TextBox, ...]:
        """The paragraphs in reading order."""
        return tuple(item for item in self.items if isinstance(item, TextBox))


_Any = TypeVar("_Any", TextBox, Item)


def moved(item: _Any, dy: float, dx: float = 0) -> _Any:
    """The item `dy` points further down and `dx` further right."""
    if isinstance(item, Image):
        return replace(item, box=replace(item.box, y0=item.box.y0 + dy, y1=item.box.y1 + dy))
    if isinstance(item, TextBox):
        lines = tuple([PlacedLine(p.x + dx, p.baseline + dy, p.line) for p in item.lines])
        one = item.box
        box = Box(one.x0 + dx, one.y0 + dy, one.x1 + dx, one.y1 + dy)
        return TextBox(item.role, item.texts, lines, box, item.slot, item.link)
    if isinstance(item, Rule):
        return replace(item, shape=_moved_shape(item.shape, dy, dx))
    shapes = tuple(_moved_shape(shape, dy, dx) for shape in item.shapes)
    return replace(item, shapes=shapes)


_Shape = TypeVar("_Shape", bound=Rect | Path)


def _moved_shape(shape: _Shape, dy: float, dx: float) -> _Shape:
    if isinstance(shape, Rect):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
