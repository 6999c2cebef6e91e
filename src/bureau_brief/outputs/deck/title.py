"""The cover: office, headline, kind of document, period and date.

In: a Brief. Out: its Slide.
"""

import itertools
from collections.abc import Iterator

from bureau_brief.brief import Brief, Text
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.frame import title
from bureau_brief.outputs.deck.logo import ON_COVER, logo
from bureau_brief.outputs.deck.paragraphs import Limited, paragraph
from bureau_brief.outputs.deck.setting import POINTS, Setter
from bureau_brief.outputs.deck.values import Item, Paragraph, Slide, TextBox
from bureau_brief.outputs.layouts import AREA, COVER_LINE, Level

OFFICE_SIZE, DOCUMENT_SIZE, PERIOD_SIZE = 24.0, 24.0, 20.0
PERIOD_BEFORE, PERIOD_LINES = 4.0, 2
SHARES = (1, 0.9, 0.8, 0.7, 0.6)
"""Steps from an office's own size down, until everything has room."""


def cover(setter: Setter, brief: Brief) -> Slide:
    """The first slide."""
    headline = title(setter, "cover", brief.headline, grid.COVER_SIZES, grid.COVER_LINES)
    below = _design if setter.layouts.roles["cover"].has(AREA) else _together
    items: tuple[Item, ...] = (headline, *below(setter, brief), *logo(setter, brief, ON_COVER))
    return Slide("title", "cover", items, brief.cover_notes, brief.parts.opening)


def _design(setter: Setter, brief: Brief) -> Iterator[TextBox]:
    """On the program's own cover: the office above the headline, the rest below it."""
    office = paragraph(brief.organisation, OFFICE_SIZE, bold=True, colour="bg1")
    document = paragraph(brief.document, DOCUMENT_SIZE, bold=True, colour="accent1")
    line = paragraph(brief.cover_line, PERIOD_SIZE, level=1, before=PERIOD_BEFORE)
    below = [Limited(document, 1), Limited(line, PERIOD_LINES)]
    yield setter.placed("cover", AREA, [Limited(office, 1)])
    yield setter.placed("cover", COVER_LINE, [each for each in below if each.paragraph.spans])


def _together(setter: Setter, brief: Brief) -> Iterator[TextBox]:
    """On an office's cover: all in the place of the subtitle, as large as its own type allows."""
    slot = setter.layouts.roles["cover"].placeholder(COVER_LINE)
    style, insets = slot.levels[0], slot.insets
    width = (slot.box.width - insets.left - insets.right) * POINTS
    room = (slot.box.height - insets.top - insets.bottom) * POINTS / setter.layouts.taller
    own = style.size or OFFICE_SIZE
    said = [text for text in (brief.organisation, brief.document, brief.cover_line) if text]
    for most, share in itertools.product((1, PERIOD_LINES), SHARES):
        set_ = [_said(text, own * share, style, first=not i) for i, text in enumerate(said)]
        lines = [len(setter.lines(p.spans, width)) for p in set_]
        high = sum(n * p.line for n, p in zip(lines, set_, strict=True))
        if max(lines) <= most and high <= room:
            break
    yield setter.placed("cover", COVER_LINE, [Limited(p, PERIOD_LINES) for p in set_])


def _said(text: Text, size: float, style: Level, *, first: bool) -> Paragraph:
    """A line in the template's own colour; the office stands out."""
    size = min(size, OFFICE_SIZE if first else PERIOD_SIZE)
    colour = style.colour or "tx1"
    return paragraph(text, size, bold=first, colour=colour, align=style.align)  # type: ignore[arg-type]
