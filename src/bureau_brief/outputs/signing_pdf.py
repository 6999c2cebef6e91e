"""Draws a sign-off with the pen of the page: one table over all its pages.

In: Sheets and the theme's colours. Out: the bytes of a PDF, tagged and archival like the page.
Not for: any decision (`signing`).
"""

from collections.abc import Mapping

from bureau_brief.outputs.page_pdf import Pen, document, draw_item, draw_text
from bureau_brief.outputs.signing import Row, Sheets
from bureau_brief.outputs.tagging import Tags


def draw(sheets: Sheets, colours: Mapping[str, str]) -> bytes:
    """The PDF of a sign-off."""

    def paint(pen: Pen, tags: Tags) -> None:
        for item in sheets.head:
            draw_item(pen, tags, item)
        with tags.group("Table"):
            for index, page in enumerate(sheets.pages):
                if index:
                    tags.turn()
                for row in page.rows:
                    _row(pen, tags, row)
                with tags.artifact():
                    for line in page.number.lines:
                        pen.line(line)
        for item in sheets.signed:
            draw_item(pen, tags, item)

    return document(sheets, colours, paint)


def _row(pen: Pen, tags: Tags, row: Row) -> None:
    """The cells of a row, and the rule below them; a repeated head is not read out."""
    if row.repeated:
        with tags.artifact():
            for line in (line for cell in row.cells for line in cell.lines):
                pen.line(line)
    else:
        with tags.group("TR"):
            for cell in row.cells:
                role, scope = ("TH", "Column") if row.heading else ("TD", "")
                draw_text(pen, tags, cell, role, scope)
    with tags.artifact():
        pen.shape(row.rule.shape)
