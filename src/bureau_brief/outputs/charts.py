"""Charts as native charts: horizontal bars from zero, with a data sheet.

In: a Chart of the plan. Out: the chart's XML, and the workbook that PowerPoint opens to edit
its data, the same bytes on any day.
Not for: any decision. Labels stand on the series: on the plot they vanish once a bar has a
colour of its own. Axis ids stay positive, or the schema refuses them.
"""

import zipfile
from collections.abc import Sequence
from decimal import Decimal

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import nsuri

from bureau_brief.outputs.deck.values import Chart, Series
from bureau_brief.outputs.markup import (
    Element,
    Languages,
    add,
    filled,
    line,
    namespaces,
    points,
)
from bureau_brief.outputs.package import Part, namespace, packed, xml

SHEET = "Sheet1"
SML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
COLUMNS = "ABCDEFG"
CATEGORY_AXIS, VALUE_AXIS = "1", "2"
_FIRST_FORMAT = 164  # ids below are the format's own


def chart_xml(chart: Chart, languages: Languages, workbook: str) -> bytes:
    """The chart; `workbook` is the id of the relationship to its data sheet."""
    root = etree.Element(f"{{{nsuri('c')}}}chartSpace", nsmap=namespaces("car"))
    value(root, "date1904", 0)
    value(root, "lang", languages.main)
    value(root, "roundedCorners", 0)
    drawn = add(root, "c:chart")
    value(drawn, "autoTitleDeleted", 1)
    _plot(add(drawn, "c:plotArea"), chart, languages)
    value(drawn, "plotVisOnly", 1)
    value(drawn, "dispBlanksAs", "gap")
    _no_fill(root)
    _text(root, languages, chart.category_size or chart.label_size or 18)
    source = add(root, "c:externalData", {f"{{{nsuri('r')}}}id": workbook})
    value(source, "autoUpdate", 0)
    return xml(root)


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


def _row(data: Element, number: int, said: Sequence[str | Decimal]) -> None:
    row = _in(data, "row", r=str(number))
    for index, content in enumerate(said):
        place = f"{COLUMNS[index]}{number}"
        if isinstance(content, Decimal):
            _in(_in(row, "c", r=place, s=str(index)), "v").text = _plain(content)
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


def value(parent: Element, name: str, said: object) -> None:
    """A child that says one value."""
    add(parent, f"c:{name}", {"val": str(said)})


def _plot(area: Element, chart: Chart, languages: Languages) -> None:
    place = add(add(area, "c:layout"), "c:manualLayout")
    value(place, "layoutTarget", "inner")
    value(place, "xMode", "edge")
    value(place, "yMode", "edge")
    for name, share in zip("xywh", chart.plot, strict=True):
        value(place, name, share)
    bars = add(area, "c:barChart")
    value(bars, "barDir", "bar")
    value(bars, "grouping", "clustered")
    value(bars, "varyColors", 0)
    for index, series in enumerate(chart.series):
        _series(bars, chart, index, series, languages)
    value(bars, "gapWidth", chart.gap)
    value(bars, "overlap", chart.overlap)
    value(bars, "axId", CATEGORY_AXIS)
    value(bars, "axId", VALUE_AXIS)
    _category_axis(area, chart, languages)
    _value_axis(area, chart)
    _no_fill(area)


def _series(bars: Element, chart: Chart, index: int, series: Series, languages: Languages) -> None:
    element = add(bars, "c:ser")
    value(element, "idx", index)
    value(element, "order", index)
    column, last = COLUMNS[index + 1], len(chart.categories) + 1
    _strings(add(element, "c:tx"), f"{SHEET}!${column}$1", [str(series.name)])
    _look(element, chart, series, 0)
    value(element, "invertIfNegative", 0)
    for point, fill in enumerate(series.fills):
        if fill != series.fills[0]:
            bar = add(element, "c:dPt")
            value(bar, "idx", point)
            value(bar, "invertIfNegative", 0)
            value(bar, "bubble3D", 0)
            _look(bar, chart, series, point)
    if series.labels:
        _labels(element, chart, series, languages)
    names = [str(category) for category in chart.categories]
    _strings(add(element, "c:cat"), f"{SHEET}!$A$2:$A${last}", names)
    _numbers(add(element, "c:val"), f"{SHEET}!${column}$2:${column}${last}", series)


def _look(parent: Element, chart: Chart, series: Series, point: int) -> None:
    properties = add(parent, "c:spPr")
    filled(properties, series.fills[point])
    line(properties, series.outline, chart.outline)


def _labels(element: Element, chart: Chart, series: Series, languages: Languages) -> None:
    """Values at the ends of the bars; as text where no number format can say them."""
    labels = add(element, "c:dLbls")
    if not series.number_format:
        for index, said in enumerate(series.labels):
            label = add(labels, "c:dLbl")
            value(label, "idx", index)
            _rich(add(add(label, "c:tx"), "c:rich"), languages, chart.label_size, str(said))
            _shown(label)
    pattern = series.number_format or "General"
    add(labels, "c:numFmt", {"formatCode": pattern, "sourceLinked": "0"})
    _no_fill(labels)
    _text(labels, languages, chart.label_size, bold=True)
    _shown(labels)


def _shown(labels: Element) -> None:
    value(labels, "dLblPos", "outEnd")
    value(labels, "showLegendKey", 0)
    value(labels, "showVal", 1)
    for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize"):
        value(labels, name, 0)


def _category_axis(area: Element, chart: Chart, languages: Languages) -> None:
    """The first category on top, no line, no ticks."""
    axis = add(area, "c:catAx")
    value(axis, "axId", CATEGORY_AXIS)
    value(add(axis, "c:scaling"), "orientation", "maxMin")
    value(axis, "delete", 0 if chart.category_size else 1)
    value(axis, "axPos", "l")
    add(axis, "c:numFmt", {"formatCode": "General", "sourceLinked": "0"})
    value(axis, "majorTickMark", "none")
    value(axis, "minorTickMark", "none")
    value(axis, "tickLblPos", "nextTo")
    line(add(axis, "c:spPr"), None)
    if chart.category_size:
        _text(axis, languages, chart.category_size)
    value(axis, "crossAx", VALUE_AXIS)
    value(axis, "crosses", "autoZero")
    value(axis, "auto", 1)
    value(axis, "lblAlgn", "ctr")
    value(axis, "lblOffset", 100)
    value(axis, "noMultiLvlLbl", 0)


def _value_axis(area: Element, chart: Chart) -> None:
    """From zero to the chart's maximum, never shown."""
    axis = add(area, "c:valAx")
    value(axis, "axId", VALUE_AXIS)
    scaling = add(axis, "c:scaling")
    value(scaling, "orientation", "minMax")
    value(scaling, "max", _plain(chart.maximum))
    value(scaling, "min", 0)
    value(axis, "delete", 1)
    value(axis, "axPos", "t")
    add(axis, "c:numFmt", {"formatCode": "General", "sourceLinked": "0"})
    value(axis, "majorTickMark", "none")
    value(axis, "minorTickMark", "none")
    value(axis, "tickLblPos", "none")
    value(axis, "crossAx", CATEGORY_AXIS)
    value(axis, "crosses", "autoZero")
    value(axis, "crossBetween", "between")


def _strings(parent: Element, cells: str, texts: Sequence[str]) -> None:
    reference = add(parent, "c:strRef")
    add(reference, "c:f").text = cells
    cache = add(reference, "c:strCache")
    _points(cache, texts)


def _numbers(parent: Element, cells: str, series: Series) -> None:
    reference = add(parent, "c:numRef")
    add(reference, "c:f").text = cells
    cache = add(reference, "c:numCache")
    add(cache, "c:formatCode").text = series.number_format or "General"
    _points(cache, [_plain(number) for number in series.values])


def _points(cache: Element, texts: Sequence[str]) -> None:
    value(cache, "ptCount", len(texts))
    for index, text in enumerate(texts):
        add(add(cache, "c:pt", {"idx": str(index)}), "c:v").text = text


def _text(parent: Element, languages: Languages, size: float, *, bold: bool = False) -> None:
    """The style of a chart's text."""
    _rich(add(parent, "c:txPr"), languages, size, bold=bold)


def _rich(
    body: Element, languages: Languages, size: float, said: str = "", *, bold: bool = True
) -> None:
    # without wrap="none" LibreOffice stacks the digits of a label
    add(body, "a:bodyPr", {"wrap": "none"} if bold else None)
    add(body, "a:lstStyle")
    paragraph = add(body, "a:p")
    style = {"sz": points(size), "b": str(int(bold))}
    filled(add(add(paragraph, "a:pPr"), "a:defRPr", style), "tx1")
    if said:
        run = add(paragraph, "a:r")
        filled(add(run, "a:rPr", {**languages.attributes(), **style}), "tx1")
        add(run, "a:t").text = said
    add(paragraph, "a:endParaRPr", languages.attributes())


def _no_fill(parent: Element) -> None:
    properties = add(parent, "c:spPr")
    filled(properties, None)
    line(properties, None)


def _plain(number: Decimal) -> str:
    """Digits without an exponent, and without zeros behind the point."""
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
