"""The measures of the page: stops, what a level may set, and the type of every role.

In: nothing. Out: constants in points, y from the top.
Not for: the measures of each level (`measures`), or colours and font files
(`assets/theme.toml`).
"""

from collections.abc import Mapping
from typing import Literal

from bureau_brief.values import replace, value

PageSize = Literal["a4", "letter"]


@value
class Grid:
    """The stops of a page size. N, L, E: the columns of names, leads and evidence."""

    width: float
    height: float
    top: float
    """Top of the first rule."""
    footer: float
    """The footer's rule."""
    foot_lines: int = 4
    """Under a heading of the foot, at most."""
    left: float = 42
    name_width: float = 98
    """Of the column of names; where L stands at N, names stand above the numbers."""
    lead: float = 154
    lead_width: float = 188
    evidence: float = 360

    @property
    def names_above(self) -> bool:
        """Whether names stand above the numbers, not beside them."""
        return self.lead == self.left

    @property
    def right(self) -> float:
        """The right edge of everything."""
        return self.width - self.left

    @property
    def full(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def evidence_width(self) -> float:
        """The width of the evidence column."""
        return self.right - self.evidence


GRIDS: Mapping[PageSize, Grid] = {
    "a4": Grid(595.28, 841.89, top=36, footer=745),
    "letter": Grid(612, 792, top=32, footer=699),
}

LARGE_GRIDS: Mapping[PageSize, Grid] = {
    size: replace(
        grid,
        top=32,
        footer=grid.height - 92,
        foot_lines=3,
        name_width=226,
        lead=42,
        lead_width=226,
        evidence=290,
    )
    for size, grid in GRIDS.items()
}
"""For large print: two columns, the footer in two columns of three lines."""


@value
class Level:
    """How large and how tightly a page is set; the ledger reads every measure of a row here."""

    name: str
    number: float = 26
    """Size of an area's number."""
    number_steps: tuple[float, ...] = (22, 18)
    """The sizes it steps down to where it is too wide for its column."""
    second_number: float = 17
    unit: float = 13
    qualifier: float = 12.5
    sentence: float = 11
    sentence_leading: float = 13.5
    sentence_drop: float = 16.5
    """From the number's baseline to the sentence's first."""
    scale: float = 1
    """Of changes, verdicts, words in charts and rows of targets: 1 in the normal level."""
    change_drop: float = 14
    """From the sentence's last baseline to the change below it."""
    evidence_number: float = 12.5
    evidence: float = 10
    evidence_leading: float = 12
    evidence_pitch: float = 18
    evidence_top: float = 18.3
    evidence_bold: bool = False
    """The figures in the evidence are set like the main one: bold, in its colour."""
    chart: float = 48
    """Height of a chart by period."""
    lead_chart: float = 86
    bar: float = 9
    """Height of a bar against a target."""
    cap_top: float = 10
    """Cap tops of name, number and first evidence line stand this far below the rule."""
    name_drop: float = 17
    """From the rule to the first baseline of the area's name."""
    lead_numbers: tuple[float, ...] = (56, 52, 48, 44)
    """Sizes of the number that leads: the first that fits."""
    lead_unit: float = 22
    lead_drop: float = 51.5
    """From the rule to the baseline of the number that leads."""
    lead_top: float = 0
    """From the rule to its cap top, whatever its size; 0: `lead_drop` holds."""
    lead_name_drop: float = 21
    lead_sentence: float = 13
    lead_leading: float = 15.25
    lead_under: float = 20.5
    """From the number to its sentence, where that does not stand beside it."""
    lead_beside: bool = True
    """The sentence stands beside the number where there is room."""
    headlines: tuple[float, ...] = (22, 20)
    """Sizes of the headline: the first that fits."""
    lead_bar: float = 15.5
    """From the last baseline above a proportion to the top of its bar."""
    lead_pad: float = 15
    """Below the last line of the block that leads."""
    bracket: bool = True
    """A bracket under a proportion."""
    floor: float = 0
    """No text is smaller."""
    context: bool = True
    """The context is printed, and the kind of document; else the date alone."""
    head_end: float = 19
    """From the last baseline of the head to the rule that ends it."""
    pad: float = 13
    """Below the last line of a row, to the next rule."""
    least_extra: float = -1
    """A level whose rows would get less than this of the height that is left does not fit."""
    most_extra: float = 10
    """A row takes at most this much of the height that is left over."""
    lead_shares: bool = False
    """The block that leads takes its share of that height too."""
    whole: bool = False
    """Bands that leave out a particular do not fit."""


@value
class Type:
    """How a role is set: weight, size, leading and colour."""

    weight: Literal["regular", "semibold", "bold"]
    size: float
    leading: float
    colour: str


OFFICE = Type("semibold", 10, 12, "accent")
KIND = Type("regular", 10, 12, "grey")
CONTEXT = Type("regular", 11, 14.5, "grey")
NAME = Type("semibold", 10, 12.5, "accent")
BAR_LABEL = Type("semibold", 10, 12, "paper")
BAR_LABEL_OUTSIDE = Type("semibold", 10, 12, "ink")
WHOLE = Type("regular", 10, 12, "ink")
ARROW_WORDS = Type("regular", 10, 12, "ink")
COMPARE_WORDS = Type("regular", 10, 12, "ink")
CHANGE = Type("regular", 10, 12, "grey")
LEAD_VERDICT = Type("regular", 11, 13, "ink")
LEAD_VERDICT_MISSED = Type("semibold", 11, 13, "ink")
VERDICT = Type("regular", 10, 12, "ink")
VERDICT_MISSED = Type("semibold", 10, 12, "ink")
VERDICT_NONE = Type("regular", 10, 12, "grey")
PART_NUMBER = Type("semibold", 10, 12, "ink")
PART_NAME = Type("regular", 10, 12, "ink")
PERIOD = Type("regular", 9, 11, "grey")
PERIOD_LAST = Type("regular", 9, 11, "ink")
POINT = Type("regular", 10, 12, "grey")
POINT_LAST = Type("bold", 10, 12, "accent")
MARK_LABEL = Type("regular", 10, 12, "ink")
FOOTER_HEADING = Type("semibold", 9, 11.2, "ink")
FOOTER = Type("regular", 9, 11.2, "grey")

EXTRA_ABOVE = 0.42  # of the height shared out to a row, this part stands above its text
LEAST_ABOVE_FOOTER = 16  # between the last line of text and the footer's rule

OPTICAL = 1.75  # a digit of 50 pt and more starts this far left, so that its ink meets the stop
