"""Charts as native charts: bars, columns and lines from zero.

In: a Chart of the plan. Out: the chart's XML.
Not for: any decision, or the data sheet (`sheets`). Labels stand on the series: on the plot
they vanish once a bar has a colour of its own. Axis ids stay positive, or the schema refuses
them.
"""

from collections.abc import Sequence

from bureau_brief.outputs.deck.values import Chart, Label, Series
from bureau_brief.outputs.markup import (
    NO_FILL,
    NO_LINE,
    Pen,
    document,
    escaped,
    namespaces,
    points,
    quoted,
)
from bureau_brief.outputs.sheets import COLUMNS, SHEET, plain

CATEGORY_AXIS, VALUE_AXIS = 1, 2
AXIS_WEIGHT, DOT = 0.75, 8  # points
PLAIN_SIZE = 18.0  # of a chart without text: what a person adds has a size

_CLEAR = f"<c:spPr>{NO_FILL}{NO_LINE}</c:spPr>"
_AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
_GENERAL = '<c:numFmt formatCode="General" sourceLinked="0"/>'
_VALUES = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/>'
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/>'
)


def chart_xml(chart: Chart, pen: Pen, workbook: str) -> bytes:
    """The chart; `workbook` is the id of the relationship to its data sheet."""
    text = _text(pen, chart.category_size or PLAIN_SIZE)
    return document(
        f"<c:chartSpace{namespaces('car')}><c:lang val={pen.main}/>"
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>{_plot(chart, pen)}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{_CLEAR}{text}<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )


def _plot(chart: Chart, pen: Pen) -> str:
    place = "".join(
        f'<c:{name} val="{share}"/>' for name, share in zip("xywh", chart.plot, strict=True)
    )
    return (
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{place}</c:manualLayout></c:layout>'
        f"{_line(chart, pen) if chart.kind == 'line' else _bars(chart, pen)}"
        f"{_category_axis(chart, pen)}{_value_axis(chart)}{_CLEAR}</c:plotArea>"
    )


def _bars(chart: Chart, pen: Pen) -> str:
    series = "".join(
        _series(chart, i, s, _bar_looks(s, pen), pen) for i, s in enumerate(chart.series)
    )
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.kind == "bars" else "col"}"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{chart.gap}"/><c:overlap val="{chart.overlap}"/>{_AXES}</c:barChart>'
    )


def _bar_looks(series: Series, pen: Pen) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_look(series, point, pen)}</c:dPt>"
        for point, fill in enumerate(series.fills)
        if fill != series.fills[0]
    )
    return f'{_look(series, 0, pen)}<c:invertIfNegative val="0"/>{points}'


def _line(chart: Chart, pen: Pen) -> str:
    """A line through the values, broken at a gap; filled points are dots."""
    series = "".join(
        _series(chart, i, s, _line_looks(s, pen), pen, '<c:smooth val="0"/>')
        for i, s in enumerate(chart.series)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_AXES}</c:lineChart>'
    )


def _line_looks(series: Series, pen: Pen) -> str:
    line = f"<c:spPr>{pen.line(series.outline, series.thickness, '<a:round/>')}</c:spPr>"
    dots = "".join(
        f'<c:dPt><c:idx val="{point}"/><c:marker><c:symbol val="circle"/><c:size val="{DOT}"/>'
        f"<c:spPr>{pen.fill(fill)}{NO_LINE}</c:spPr></c:marker>"
        f'<c:bubble3D val="0"/>{line}</c:dPt>'
        for point, fill in enumerate(series.fills)
        if fill
    )
    return f'{line}<c:marker><c:symbol val="none"/></c:marker>{dots}'


def _series(chart: Chart, index: int, series: Series, looks: str, pen: Pen, end: str = "") -> str:
    """One series: its name, its looks, then labels, categories and values."""
    column, last = COLUMNS[index + 1], len(chart.categories) + 1
    labels = _labels(series, pen) if any(series.labels) else ""
    name = _strings(f"{SHEET}!${column}$1", [str(series.name)])
    names = _strings(f"{SHEET}!$A$2:$A${last}", [str(category) for category in chart.categories])
    numbers = _numbers(f"{SHEET}!${column}$2:${column}${last}", series)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>{looks}{labels}'
        f"<c:cat>{names}</c:cat><c:val>{numbers}</c:val>{end}</c:ser>"
    )


def _look(series: Series, point: int, pen: Pen) -> str:
    line = pen.line(series.outline, series.thickness)
    return f"<c:spPr>{pen.fill(series.fills[point])}{line}</c:spPr>"


def _labels(series: Series, pen: Pen) -> str:
    """Values at the ends of the bars; as text where no number format can say them."""
    styles = [_style_of(label) for label in series.labels if label]
    usual = max(styles, key=styles.count)
    labels = ""
    for index, said in enumerate(series.labels):
        if said is None:
            labels += f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
        elif not series.number_format or _style_of(said) != usual:
            labels += _label(index, said, series.number_format, pen)
    return f"<c:dLbls>{labels}{_style(series.number_format, *usual, pen)}</c:dLbls>"


def _style_of(label: Label) -> tuple[float, bool, str]:
    return label.size, label.bold, label.side


def _label(index: int, said: Label, number_format: str, pen: Pen) -> str:
    """A label in a style of its own, or as text."""
    text = ""
    if not number_format:
        rich = _rich(pen, said.size, str(said.text), bold=said.bold, whole=True)
        text = f"<c:tx><c:rich>{rich}</c:rich></c:tx>"
    style = _style(number_format, *_style_of(said), pen)
    return f'<c:dLbl><c:idx val="{index}"/>{text}{style}</c:dLbl>'


def _style(number_format: str, size: float, bold: bool, side: str, pen: Pen) -> str:
    pattern = quoted(number_format or "General")
    text = _text(pen, size, bold=bold, whole=True)
    place = f'<c:dLblPos val="{side}"/>{_VALUES}'
    return f'<c:numFmt formatCode={pattern} sourceLinked="0"/>{_CLEAR}{text}{place}'


def _category_axis(chart: Chart, pen: Pen) -> str:
    """The first category on top, or left under columns; no line under bars, no ticks."""
    upright, named = chart.kind != "bars", bool(chart.category_size)
    line = pen.line("accent3", AXIS_WEIGHT) if upright else NO_LINE
    text = _text(pen, chart.category_size) if named else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling>'
        f'<c:orientation val="{"minMax" if upright else "maxMin"}"/></c:scaling>'
        f'<c:delete val="{0 if upright or named else 1}"/>'
        f'<c:axPos val="{"b" if upright else "l"}"/>{_GENERAL}'
        f'<c:majorTickMark val="{"none" if upright else "out"}"/>'  # unseen, but a gap
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"nextTo" if named else "none"}"/>'
        f'<c:spPr>{line}</c:spPr>{text}<c:crossAx val="{VALUE_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart) -> str:
    """From zero to the chart's maximum, never shown."""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plain(chart.maximum)}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"t" if chart.kind == "bars" else "l"}"/>{_GENERAL}'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{"midCat" if chart.kind == "line" else "between"}"/></c:valAx>'
    )


def _strings(cells: str, texts: Sequence[str]) -> str:
    cache = _points([escaped(text) for text in texts])
    return f"<c:strRef><c:f>{cells}</c:f><c:strCache>{cache}</c:strCache></c:strRef>"


def _numbers(cells: str, series: Series) -> str:
    code = f"<c:formatCode>{escaped(series.number_format or 'General')}</c:formatCode>"
    cache = _points([None if number is None else plain(number) for number in series.values])
    return f"<c:numRef><c:f>{cells}</c:f><c:numCache>{code}{cache}</c:numCache></c:numRef>"


def _points(texts: Sequence[str | None]) -> str:
    """What the chart shows until its data sheet is opened; a gap has no point."""
    shown = "".join(
        f'<c:pt idx="{index}"><c:v>{text}</c:v></c:pt>'
        for index, text in enumerate(texts)
        if text is not None
    )
    return f'<c:ptCount val="{len(texts)}"/>{shown}'


def _text(pen: Pen, size: float, *, bold: bool = False, whole: bool = False) -> str:
    """The style of a chart's text."""
    return f"<c:txPr>{_rich(pen, size, bold=bold, whole=whole)}</c:txPr>"


def _rich(pen: Pen, size: float, said: str = "", *, bold: bool, whole: bool) -> str:
    """Text in a chart; `whole`: on one line. Without that LibreOffice stacks a label's digits."""
    setting = 'wrap="none"' if whole else 'rot="0" vert="horz"'
    style, fill = f' sz="{points(size)}" b="{int(bold)}"', pen.fill("tx1")
    run = f"<a:r><a:rPr{pen.lang}{style}>{fill}</a:rPr><a:t>{escaped(said)}</a:t></a:r>"
    return (
        f"<a:bodyPr {setting}/><a:p><a:pPr><a:defRPr{style}>{fill}</a:defRPr>"
        f"</a:pPr>{run if said else f'<a:endParaRPr{pen.lang}/>'}</a:p>"
    )
