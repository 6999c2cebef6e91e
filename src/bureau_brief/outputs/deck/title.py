"""The cover: office, headline, kind of document, period and date.

In: a Brief. Out: its Slide.
"""

from bureau_brief.brief import Brief
from bureau_brief.outputs.deck import grid
from bureau_brief.outputs.deck.frame import title
from bureau_brief.outputs.deck.setting import Limited, Setter, paragraph
from bureau_brief.outputs.deck.values import Slide
from bureau_brief.outputs.layouts import AREA, COVER_LINE

OFFICE_SIZE, DOCUMENT_SIZE, PERIOD_SIZE = 24.0, 24.0, 20.0
PERIOD_BEFORE, PERIOD_LINES = 4.0, 2


def cover(setter: Setter, brief: Brief) -> Slide:
    """The first slide."""
    office = paragraph(brief.organisation, OFFICE_SIZE, bold=True, colour="bg1")
    document = paragraph(brief.document, DOCUMENT_SIZE, bold=True, colour="accent1")
    line = paragraph(brief.cover_line, PERIOD_SIZE, level=1, before=PERIOD_BEFORE)
    below = [Limited(document, 1), Limited(line, PERIOD_LINES)]
    items = (
        title(setter, "cover", brief.headline, grid.COVER_SIZES, grid.COVER_LINES),
        setter.placed("cover", AREA, [Limited(office, 1)]),
        setter.placed("cover", COVER_LINE, [each for each in below if each.paragraph.spans]),
    )
    return Slide("title", "cover", items, brief.cover_notes, brief.parts.opening)
