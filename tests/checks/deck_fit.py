"""Fit: what the plan measured against what LibreOffice set, box by box.

In: the plan of a deck and the same deck as a PDF. Out: a list of faults: a text that takes more
lines than were measured, a glyph outside its box, a text of a chart outside its frame.
The program's own measuring is what is checked here, so it is used; the PDF is read with pdfium.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from bureau_brief.outputs.deck.setting import Setter
from bureau_brief.outputs.deck.values import Chart, Deck, Paragraph, Slide, Table, TextBox
from bureau_brief.outputs.layouts import Box
from bureau_brief.theme import theme

POINTS = 72
SLACK = 2.5  # points that a glyph may stand out: bearings, and the descent of the last line
SAME_LINE = 1.0  # points between baselines of one line
OTHER_GLYPHS = {"\u2010": "-", "\u2011": "-", "\u00ad": "-", "\ufffe": "-", "\x02": "-"}
"""How pdfium reads a hyphen at the end of a line."""


class Glyph(NamedTuple):
    """A character of the PDF: its box from the top left of the page, and its baseline."""

    text: str
    left: float
    right: float
    baseline: float


class Block(NamedTuple):
    """Paragraphs in a box, with the width they were measured for, in inches."""

    name: str
    box: Box
    width: float
    paragraphs: Sequence[Paragraph]


def faults(deck: Deck, pdf: bytes) -> list[str]:
    """Everything that does not stand as it was measured."""
    setter = Setter(theme().in_language(deck.locale), deck.layouts)
    pages = list(_pages(pdf))
    if len(pages) != len(deck.slides):
        return [f"{len(pages)} pages for {len(deck.slides)} slides"]
    found = []
    for number, (slide, glyphs) in enumerate(zip(deck.slides, pages, strict=True), 1):
        for block in _blocks(slide):
            found += [f"slide {number}, {block.name}: {f}" for f in _text(setter, block, glyphs)]
        for chart in (item for item in slide.items if isinstance(item, Chart)):
            found += [f"slide {number}, {chart.name}: {f}" for f in _chart(chart, glyphs)]
    return found


def _pages(pdf: bytes) -> Iterator[list[Glyph]]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield list(_glyphs(page))


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    height, text = page.get_height(), page.get_textpage()
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        said = OTHER_GLYPHS.get(chr(code), chr(code))
        if said.isspace() or ord(said) < 32:
            continue
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield Glyph(said, left.value, right.value, height - y.value)


def _blocks(slide: Slide) -> Iterator[Block]:
    for item in slide.items:
        if isinstance(item, TextBox):
            width = item.box.width - item.insets.left - item.insets.right
            yield Block(item.name, item.box, width, item.paragraphs)
        elif isinstance(item, Table):
            yield from _cells(item)


def _cells(table: Table) -> Iterator[Block]:
    for row, cells in enumerate(table.rows):
        x = table.box.x
        for column, (width, cell) in enumerate(zip(table.columns, cells, strict=True)):
            box = Box(x, table.box.y + row * table.row_height, width, table.row_height)
            name = f"row {row + 1}, column {column + 1}"
            yield Block(name, box, width - cell.right, cell.paragraphs)
            x += width


def _text(setter: Setter, block: Block, glyphs: Sequence[Glyph]) -> Iterator[str]:
    said = "".join(str(paragraph) for paragraph in block.paragraphs)
    inside = [glyph for glyph in glyphs if _inside(glyph, block.box)]
    lost = Counter(_letters(said)) - Counter(glyph.text for glyph in inside)
    if lost:
        yield f"loses {''.join(sorted(lost.elements()))!r} of {said!r}"
        return
    width = block.width * POINTS
    measured = sum(len(setter.lines(p.spans, width)) for p in block.paragraphs if p.spans)
    # of other texts that stand in the same box (a table's cells do not) none is counted
    lines = _lines(glyph.baseline for glyph in inside)
    if lines > measured:
        yield f"{lines} lines, measured {measured}: {said!r}"


def _chart(chart: Chart, glyphs: Sequence[Glyph]) -> Iterator[str]:
    labels = [one.text for series in chart.series for one in series.labels if one]
    shown = [*chart.categories, *labels] if chart.category_size else labels
    inside = Counter(glyph.text for glyph in glyphs if _inside(glyph, chart.box))
    lost = Counter(_letters("".join(map(str, shown)))) - inside
    if lost:
        yield f"loses {''.join(sorted(lost.elements()))!r} of {[str(text) for text in shown]}"


def _letters(text: str) -> Iterator[str]:
    return (OTHER_GLYPHS.get(c, c) for c in text if not c.isspace() and c != "\u200b")


def _inside(glyph: Glyph, box: Box) -> bool:
    x0, x1 = box.x * POINTS - SLACK, (box.x + box.width) * POINTS + SLACK
    y0, y1 = box.y * POINTS, (box.y + box.height) * POINTS + SLACK
    return x0 <= glyph.left and glyph.right <= x1 and y0 <= glyph.baseline <= y1


def _lines(baselines: Iterator[float]) -> int:
    lines: list[float] = []
    for baseline in sorted(baselines):
        if not lines or baseline - lines[-1] > SAME_LINE:
            lines.append(baseline)
    return len(lines)
