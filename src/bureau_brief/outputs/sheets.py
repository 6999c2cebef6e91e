"""The data sheet of a chart: the workbook that PowerPoint opens to edit its numbers.

In: a Chart of the plan. Out: the bytes of an .xlsx, the same on any day; exact numbers.
Not for: the chart itself (`charts`), which names the cells used here.
"""

from collections.abc import Sequence
from decimal import Decimal

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from bureau_brief.outputs.deck.values import Chart
from bureau_brief.outputs.markup import document, escaped, namespaces, quoted
from bureau_brief.outputs.package import Part, entries_of, zipped

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
    entries = entries_of([package, book, sheet, styles])
    return zipped(entries, entries.keys() - {sheet.name}, stored=True)


def _book(sheet: str) -> bytes:
    """The workbook of one sheet, found by the id of its relationship."""
    sheets = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="{sheet}"/></sheets>'
    return document(f'<workbook xmlns="{SML}"{namespaces("r")}>{sheets}</workbook>')


def _sheet(chart: Chart) -> bytes:
    rows: list[list[str | Decimal | None]] = [["", *(str(series.name) for series in chart.series)]]
    rows += [
        [str(category), *(series.values[index] for series in chart.series)]
        for index, category in enumerate(chart.categories)
    ]
    data = "".join(_row(number, said) for number, said in enumerate(rows, 1))
    return document(f'<worksheet xmlns="{SML}"><sheetData>{data}</sheetData></worksheet>')


def _row(number: int, said: Sequence[str | Decimal | None]) -> str:
    cells = ""
    for index, content in enumerate(said):
        place = f"{COLUMNS[index]}{number}"
        if isinstance(content, Decimal):
            cells += f'<c r="{place}" s="{index}"><v>{plain(content)}</v></c>'
        elif content:
            cells += f'<c r="{place}" t="inlineStr"><is><t>{escaped(content)}</t></is></c>'
    return f'<row r="{number}">{cells}</row>'


def _styles(formats: Sequence[str]) -> bytes:
    """A number format for each series; style 0 is plain."""
    own = "".join(
        f'<numFmt numFmtId="{id_}" formatCode={quoted(pattern)}/>'
        for id_, pattern in enumerate(formats, _FIRST_FORMAT)
    )
    plain = 'fontId="0" fillId="0" borderId="0"'
    cells = "".join(
        f'<xf numFmtId="{id_}" {plain} xfId="0" applyNumberFormat="1"/>'
        for id_ in (0, *range(_FIRST_FORMAT, _FIRST_FORMAT + len(formats)))
    )
    return document(
        f'<styleSheet xmlns="{SML}"><numFmts>{own}</numFmts>'
        '<fonts><font><sz val="11"/></font></fonts>'
        '<fills><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders><border/></borders>"
        f'<cellStyleXfs><xf numFmtId="0" {plain}/></cellStyleXfs>'
        f"<cellXfs>{cells}</cellXfs>"
        '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def plain(number: Decimal) -> str:
    """Digits without an exponent, and without zeros behind the point."""
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
