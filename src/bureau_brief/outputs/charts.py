"""Charts as native charts: bars and columns from zero.

In: a Chart of the plan. Out: the chart's XML.
Not for: any decision, or the data sheet (`sheets`). Labels stand on the series: on the plot
they vanish once a bar has a colour of its own. Axis ids stay positive, or the schema refuses
them.
"""

from collections.abc import Sequence

from lxml import etree
from pptx.oxml.ns import nsuri

from bureau_brief.outputs.deck.values import Chart, Label, Series
from bureau_brief.outputs.markup import (
    Element,
    Languages,
    add,
    filled,
    line,
    namespaces,
    points,
)
from bureau_brief.outputs.package import xml
from bureau_brief.outputs.sheets import COLUMNS, SHEET, plain

CATEGORY_AXIS, VALUE_AXIS = "1", "2"
AXIS_WEIGHT = 0.75  # points
PLAIN_SIZE = 18.0  # of a chart without text: what a person adds has a size


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
    _text(root, languages, chart.category_size or PLAIN_SIZE)
    source = add(root, "c:externalData", {f"{{{nsuri('r')}}}id": workbook})
    value(source, "autoUpdate", 0)
    return xml(root)


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
    value(bars, "barDir", "col" if chart.upright else "bar")
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
    _look(element, series, 0)
    value(element, "invertIfNegative", 0)
    for point, fill in enumerate(series.fills):
        if fill != series.fills[0]:
            bar = add(element, "c:dPt")
            value(bar, "idx", point)
            value(bar, "invertIfNegative", 0)
            value(bar, "bubble3D", 0)
            _look(bar, series, point)
    if any(series.labels):
        _labels(element, series, languages)
    names = [str(category) for category in chart.categories]
    _strings(add(element, "c:cat"), f"{SHEET}!$A$2:$A${last}", names)
    _numbers(add(element, "c:val"), f"{SHEET}!${column}$2:${column}${last}", series)


def _look(parent: Element, series: Series, point: int) -> None:
    properties = add(parent, "c:spPr")
    filled(properties, series.fills[point])
    line(properties, series.outline, series.thickness)


def _labels(element: Element, series: Series, languages: Languages) -> None:
    """Values at the ends of the bars; as text where no number format can say them."""
    labels = add(element, "c:dLbls")
    styles = [(label.size, label.bold) for label in series.labels if label]
    size, bold = max(styles, key=styles.count)
    for index, said in enumerate(series.labels):
        if said is None:
            label = add(labels, "c:dLbl")
            value(label, "idx", index)
            value(label, "delete", 1)
        elif not series.number_format or (said.size, said.bold) != (size, bold):
            _label(labels, index, said, series.number_format, languages)
    _style(labels, series.number_format, size, bold, languages)


def _label(
    labels: Element, index: int, said: Label, number_format: str, languages: Languages
) -> None:
    """A label in a style of its own, or as text."""
    label = add(labels, "c:dLbl")
    value(label, "idx", index)
    if not number_format:
        rich = add(add(label, "c:tx"), "c:rich")
        _rich(rich, languages, said.size, str(said.text), bold=said.bold, whole=True)
    _style(label, number_format, said.size, said.bold, languages)


def _style(parent: Element, number_format: str, size: float, bold: bool, of: Languages) -> None:
    pattern = number_format or "General"
    add(parent, "c:numFmt", {"formatCode": pattern, "sourceLinked": "0"})
    _no_fill(parent)
    _text(parent, of, size, bold=bold, whole=True)
    _shown(parent)


def _shown(labels: Element) -> None:
    value(labels, "dLblPos", "outEnd")
    value(labels, "showLegendKey", 0)
    value(labels, "showVal", 1)
    for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize"):
        value(labels, name, 0)


def _category_axis(area: Element, chart: Chart, languages: Languages) -> None:
    """The first category on top, or left under columns; no line under bars, no ticks."""
    axis = add(area, "c:catAx")
    value(axis, "axId", CATEGORY_AXIS)
    value(add(axis, "c:scaling"), "orientation", "minMax" if chart.upright else "maxMin")
    value(axis, "delete", 0 if chart.category_size else 1)
    value(axis, "axPos", "b" if chart.upright else "l")
    add(axis, "c:numFmt", {"formatCode": "General", "sourceLinked": "0"})
    value(axis, "majorTickMark", "none" if chart.upright else "out")  # unseen, but a gap
    value(axis, "minorTickMark", "none")
    value(axis, "tickLblPos", "nextTo")
    line(add(axis, "c:spPr"), "accent3" if chart.upright else None, AXIS_WEIGHT)
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
    value(scaling, "max", plain(chart.maximum))
    value(scaling, "min", 0)
    value(axis, "delete", 1)
    value(axis, "axPos", "l" if chart.upright else "t")
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
    _points(cache, [None if number is None else plain(number) for number in series.values])


def _points(cache: Element, texts: Sequence[str | None]) -> None:
    """What the chart shows until its data sheet is opened; a gap has no point."""
    value(cache, "ptCount", len(texts))
    for index, text in enumerate(texts):
        if text is not None:
            add(add(cache, "c:pt", {"idx": str(index)}), "c:v").text = text


def _text(
    parent: Element, languages: Languages, size: float, *, bold: bool = False, whole: bool = False
) -> None:
    """The style of a chart's text."""
    _rich(add(parent, "c:txPr"), languages, size, bold=bold, whole=whole)


def _rich(
    body: Element,
    languages: Languages,
    size: float,
    said: str = "",
    *,
    bold: bool,
    whole: bool,
) -> None:
    """Text in a chart; `whole`: on one line. Without that LibreOffice stacks a label's digits."""
    add(body, "a:bodyPr", {"wrap": "none"} if whole else {"rot": "0", "vert": "horz"})
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
