"""The slide master's layouts: what stands where, in inches and points.

In: nothing. Out: LAYOUTS, MASTER and NOTES, plain values that `master_xml` writes down.
Not for: what a slide says, and where the shapes of one form (arrow, bars, tiles) stand.

The grid: 13.333 x 7.5 in; left edge 0.6, right edge 12.733; content from 2.10 to 6.60;
panel 0.6 to 5.6, right column 6.0 to 12.733.
"""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x, y, width, height."""

LINE = 1.2
"""Line height as a multiple of the size, always written as exact points: programs differ on
what "single" means."""


@dataclass(frozen=True, slots=True)
class Level:
    """The look of one paragraph level of a placeholder."""

    prompt: str
    size: int
    bold: bool = False
    colour: str = "tx1"
    line: float | None = 0
    """Exact line height; 0 is LINE times the size, None leaves it to the program."""
    before: int = 0
    after: int = 0
    align: str = "l"


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder."""

    name: str
    kind: str
    """The placeholder type of the format: title, ctrTitle, subTitle, body, tbl, chart, ftr."""
    idx: int
    box: Box
    levels: tuple[Level, ...]
    anchor: str = "t"
    insets: Box = (0, 0, 0, 0)
    """Left, top, right, bottom."""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled rectangle that says nothing: a rule or a panel."""

    name: str
    box: Box
    colour: str
    darker: int = 0
    """Per cent of the luminance to keep; 0 leaves the colour as it is."""


@dataclass(frozen=True, slots=True)
class Layout:
    name: str
    slots: tuple[Slot, ...]
    rules: tuple[Rule, ...] = ()
    is_title: bool = False


def _text(name: str, idx: int, box: Box, *levels: Level, kind: str = "body") -> Slot:
    return Slot(name, kind, idx, box, levels)


_COLUMN = (6.0, 2.10, 6.733, 4.5)
"""The right column beside the panel."""

_TITLE = _text(
    "Title", 0, (0.6, 0.90, 11.6, 1.0), Level("Sentence with the number", 28, bold=True),
    kind="title",
)  # fmt: skip
_SOURCE = _text("Source", 11, (0.6, 6.94, 11.2, 0.30), Level("", 12), kind="ftr")
_NUMBER = _text(
    "Slide number", 12, (11.933, 6.94, 0.8, 0.30), Level("", 12, align="r"), kind="sldNum"
)
_AREA = _text("Area name", 13, (0.6, 0.55, 7.4, 0.32), Level("Area name", 16, True, "accent1"))
_MARKER = _text("Area marker", 16, (8.333, 0.55, 2.1, 0.32), Level("Area 1 of 1", 16, align="r"))
_HERO = Slot(
    "Headline number",
    "body",
    14,
    (0.6, 2.10, 5.0, 4.5),
    (
        Level("Qualifier", 24, colour="bg1", line=28),
        Level("Number", 80, bold=True, colour="bg1", line=80),
        Level("What it counts", 24, colour="bg1", before=4),
        Level("Period", 18, colour="bg1", before=14),
    ),
    insets=(0.35, 0.72, 0.30, 0.20),
    fill="accent1",
)
_FIGURES = _text("Figures", 15, _COLUMN, Level("Figures", 20), kind="tbl")
_TEXT = Slot(
    "Text",
    "body",
    15,
    _COLUMN,
    (
        Level("Heading", 16, bold=True, colour="accent1"),
        Level("Words of the source", 28, line=35, before=6),
        Level("Name of the source", 18, before=12),
        Level("Text", 18, before=3, after=18),
    ),
    anchor="ctr",
)
_CHART_TITLE = _text(
    "Chart title",
    17,
    (6.0, 2.30, 6.733, 0.40),
    Level("Chart title", 20, bold=True),
    Level("Number", 40, bold=True, colour="accent1", line=43),
    Level("What it counts", 20),
)
_CHART = _text("Chart", 15, (6.0, 2.80, 6.733, 3.20), Level("Chart", 18), kind="chart")
_NOTE = _text(
    "Note",
    18,
    (6.0, 6.10, 6.733, 0.50),
    Level("Note", 18),
    Level("Number", 40, bold=True, line=43),
    Level("What it counts", 20),
)


def _area(name: str, *slots: Slot) -> Layout:
    """A layout of the master's own frame, in reading order."""
    return Layout(name, (_TITLE, _AREA, _MARKER, *slots, _SOURCE, _NUMBER))


_COVER = Layout(
    "Title",
    (
        Slot(
            "Headline",
            "ctrTitle",
            0,
            (0.6, 1.5, 11.6, 3.05),
            (Level("Headline", 44, bold=True, colour="bg1"),),
            anchor="b",
        ),
        _text("Office", 13, (0.6, 0.6, 10.6, 0.5), Level("Office", 24, bold=True, colour="bg1")),
        _text(
            "Document and period",
            1,
            (0.6, 5.35, 9.2, 1.3),
            Level("Document", 24, bold=True, colour="accent1"),
            Level("Period and date", 20, before=4),
            kind="subTitle",
        ),
    ),
    rules=(Rule("Panel", (0, 0, 13.3333, 5.0), "accent1"),),
    is_title=True,
)

LAYOUTS = (
    _COVER,
    _area("Full width"),
    _area("Number and figures", _HERO, _FIGURES),
    _area("Number and text", _HERO, _TEXT),
    _area("Number and chart", _HERO, _CHART_TITLE, _CHART, _NOTE),
)

MASTER = Layout(
    "Bureau brief",
    (
        _TITLE,
        _text("Text", 1, (0.6, 2.10, 12.133, 4.5), Level("Text", 24)),
        _SOURCE,
        _NUMBER,
    ),
    rules=(
        Rule("Top rule", (0.6, 0.36, 12.133, 0.08), "accent1"),
        Rule("Footer rule", (0.6, 6.84, 12.133, 0.01), "bg1", darker=75),
    ),
)

BODY_SIZES = (24, 20, 18, 18, 18)
"""Text without a style of its own, by level: what a person adds by hand."""

NOTES = (
    Slot("Slide image", "sldImg", 2, (0.75, 0.8, 6.0, 3.375), ()),
    _text("Notes", 3, (0.75, 4.5, 6.0, 4.75), Level("Notes", 12)),
)
