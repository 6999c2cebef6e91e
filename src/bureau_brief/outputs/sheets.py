"""The data sheet of a chart: the workbook that PowerPoint opens to edit its numbers.

In: a Chart of the plan. Out: the bytes of an .xlsx, the same on any day; exact numbers.
Not for: the chart itself (`charts`), which names the cells used here.
"""

import zipfile
from collections.abc import Sequence
from decimal import Decimal

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import nsuri

from bureau_brief.outputs.deck.values import Chart
from bureau_brief.outputs.markup import Element, namespaces
from bureau_brief.outputs.package import Part, namespace, packed, xml

SHEET = "Sheet1"
COLUMNS = "ABCDEFG"
SML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_FIRST_FORMAT = 164  # ids below are the format's own


def workbook(chart: Chart) -> bytes:
    """The data sheet: categories down, series across, exact numbers.

    Its parts are only stored: the deck's own compression does better on all of them together.
    """
    formats = [series.number_format or "General" for series in chart.series]
    package = Part("", "")
    book = Part("xl/workbook.xml", CT.SML_SHEET_MAIN)
    sheet = Part("xl/worksheets/sheet1.xml", CT.SML_WORKSHEET, _sheet(chart))
    styles = Part("xl/styles.xml", CT.SML_STYLES, _styles(formats))
    package.relate(RT.OFFICE_DOCUMENT, book)
    book.content = _book(book.relate(WORKSHEET, sheet))
    book.relate(RT.STYLES, styles)
    return packed([package, book, sheet, styles], zipfile.ZIP_STORED)


def _book(sheet: str) -> bytes:
    """The workbook of one sheet, found by the id of its relationship."""
    root = _spreadsheet("workbook")
    id_ = f"{{{nsuri('r')}}}id"
    _in(_in(root, "sheets"), "sheet", **{"name": SHEET, "sheetId": "1", id_: sheet})
    return xml(root)


def _sheet(chart: Chart) -> bytes:
    root = _spreadsheet("worksheet")
    data = _in(root, "sheetData")
    _row(data, 1, ["", *(str(series.name) for series in chart.series)])
    for index, category in enumerate(chart.categories):
        _row(data, index + 2, [str(category), *(series.values[index] for series in chart.series)])
    return xml(root)


def _row(data: Element, number: int, said: Sequence[str | Decimal | None]) -> None:
    row = _in(data, "row", r=str(number))
    for index, content in enumerate(said):
        place = f"{COLUMNS[index]}{number}"
        if isinstance(content, Decimal):
            _in(_in(row, "c", r=place, s=str(index)), "v").text = plain(content)
        elif content:
            _in(_in(_in(row, "c", r=place, t="inlineStr"), "is"), "t").text = content


def _styles(formats: Sequence[str]) -> bytes:
    """A number format for each series; style 0 is plain."""
    root = _spreadsheet("styleSheet")
    own = _in(root, "numFmts", count=str(len(formats)))
    for id_, pattern in enumerate(formats, _FIRST_FORMAT):
        _in(own, "numFmt", numFmtId=str(id_), formatCode=pattern)
    _in(_in(_in(root, "fonts", count="1"), "font"), "sz", val="11")
    fills = _in(root, "fills", count="2")
    for pattern in ("none", "gray125"):
        _in(_in(fills, "fill"), "patternFill", patternType=pattern)
    _in(_in(root, "borders", count="1"), "border")
    plain = {"numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"}
    _in(_in(root, "cellStyleXfs", count="1"), "xf", **plain)
    cells = _in(root, "cellXfs", count=str(len(formats) + 1))
    for id_ in (0, *range(_FIRST_FORMAT, _FIRST_FORMAT + len(formats))):
        _in(cells, "xf", **{**plain, "numFmtId": str(id_), "xfId": "0", "applyNumberFormat": "1"})
    names = _in(root, "cellStyles", count="1")
    _in(names, "cellStyle", name="Normal", xfId="0", builtinId="0")
    return xml(root)


def _spreadsheet(name: str) -> Element:
    return etree.Element(f"{{{SML}}}{name}", nsmap={**namespace(SML), **namespaces("r")})


def _in(parent: Element, name: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{SML}}}{name}", attributes)


def plain(number: Decimal) -> str:
    """Digits without an exponent, and without zeros behind the point."""
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
