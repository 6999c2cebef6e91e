"""What a deck's plan says, place by place.

In: a Deck. Out: Leaves in the order and with the sections of `pptx`.
Not for: how it looks.
"""

from collections.abc import Iterator

from bureau_brief.outputs.deck.values import (
    Chart,
    Deck,
    Image,
    Paragraph,
    Series,
    Slide,
    SlideNumber,
    Table,
    TextBox,
)
from bureau_brief.verifying.pptx import PROPERTIES
from bureau_brief.verifying.values import Leaf, Said, Section


def wanted(deck: Deck) -> list[Leaf]:
    """The leaves of the plan."""
    return [
        Leaf(PROPERTIES, {PROPERTIES: [Said("title of the document", deck.title)]}),
        *(_leaf(slide, number) for number, slide in enumerate(deck.slides, 1)),
    ]


def _leaf(slide: Slide, number: int) -> Leaf:
    name = f"slide {number}"
    sections: dict[str, Section] = {"texts": list(_texts(slide, name))}
    sections["alternative texts"] = [
        Said(f"{name}, alternative text of `{item.name}`", str(item.alt), item.alt.figures)
        for item in slide.items
        if isinstance(item, Chart | Image | Table)
    ]
    sections["notes"] = [
        Said(f"notes of {name}, paragraph {i}", str(text), text.figures)
        for i, text in enumerate(slide.notes, 1)
    ]
    charts = [item for item in slide.items if isinstance(item, Chart)]
    for index, chart in enumerate(charts, 1):
        at = f"chart of {name}" if index == 1 else f"chart {index} of {name}"
        cells = list(_cells(chart))
        for section, place in (("cache", "value of"), ("sheet", "sheet cell")):
            sections[f"chart {index}, {section}"] = [
                Said(f"{at}, {place} {cell}", text, figures, bare=True)
                for cell, text, figures in cells
            ]
        sections[f"chart {index}, labels"] = list(_labels(chart, at))
    return Leaf(name, sections)


def _texts(slide: Slide, name: str) -> Iterator[Said]:
    for item in slide.items:
        if isinstance(item, TextBox):
            yield from _paragraphs(f"{name}, {item.name}", item.paragraphs)
        elif isinstance(item, SlideNumber):
            yield Said(f"{name}, {item.name}", str(item.number))
        elif isinstance(item, Table):
            for row, cells in enumerate(item.rows, 1):
                for column, cell in enumerate(cells, 1):
                    at = f"{name}, table row {row}, column {column}"
                    yield from _paragraphs(at, cell.paragraphs)
    pictures = [item for item in slide.items if isinstance(item, Image)]
    yield from (Said(f"{name}, picture", "a picture") for _ in pictures)


def _paragraphs(place: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Said]:
    for paragraph in paragraphs:
        if paragraph.spans:
            figures = tuple(id_ for text in paragraph.shows for id_ in text.figures)
            yield Said(place, str(paragraph), figures)


def _cells(chart: Chart) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Address, content and figures of each cell of the data sheet, series by series."""
    for index, series in enumerate(chart.series):
        column = chr(ord("B") + index)
        yield f"{column}1", str(series.name), series.name.figures
        if index == 0:
            for row, category in enumerate(chart.categories, 2):
                yield f"A{row}", str(category), category.figures
        for row, value in enumerate(series.values, 2):
            if value is not None:
                yield f"{column}{row}", f"{value:f}", _labelled(series, row - 2)


def _labelled(series: Series, index: int) -> tuple[str, ...]:
    """The figures that the label of a bar names."""
    label = series.labels[index] if series.labels else None
    return label.text.figures if label else ()


def _labels(chart: Chart, at: str) -> Iterator[Said]:
    """What is printed at each bar: words, or its value in a format."""
    for number, series in enumerate(chart.series, 1):
        for index, label in enumerate(series.labels, 1):
            if label:
                place = f"{at}, label {index} of series {number}"
                text = series.number_format or str(label.text)
                yield Said(place, text, () if series.number_format else label.text.figures)
