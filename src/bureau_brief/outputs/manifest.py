"""Which figure a plan shows where; and the data that a finished file carries.

In: a Page or a Deck, and the data of `embedding`. Out: places by figure id, in reading order;
the plan with its JSON.
Not for: what stands in a finished file: that is read back from the file (the tests).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from bureau_brief.brief import Text
from bureau_brief.outputs.deck.values import Chart, Deck, Slide, Table
from bureau_brief.outputs.deck.values import TextBox as SlideText
from bureau_brief.outputs.page.values import Graphic, Page, Rect, TextBox

Place = tuple[str, str]
"""Id of a figure, and a place that shows it."""


class Carried(NamedTuple):
    """What finished files carry, whatever they show."""

    data: Mapping[str, Any]
    """The fields of a data file."""
    key: str
    """Under which a file says where the data come from."""
    origin: Mapping[str, Any]


def carrying_page(page: Page, carried: Carried) -> Page:
    """The page with what its file carries."""
    about = {"output": "pdf", "language": page.locale, "level": page.level}
    return replace(page, data=_completed(carried, about, _on_page(page)))


def carrying_deck(deck: Deck, carried: Carried) -> Deck:
    """The deck with what its file carries."""
    about = {"output": "pptx", "language": deck.locale}
    data = _completed(carried, about, _on_slides(deck))
    return replace(deck, data=data, data_hash=carried.origin["sha256"])


def _completed(carried: Carried, about: Mapping[str, str], shown: Iterable[Place]) -> bytes:
    places: dict[str, list[str]] = {}
    for id_, place in dict.fromkeys(shown):
        places.setdefault(id_, []).append(place)
    origin = {**carried.origin, **about, "shown": places}
    whole = {**carried.data, carried.key: origin}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _on_page(page: Page) -> Iterator[Place]:
    for item in page.items:
        if isinstance(item, TextBox):
            yield from _stated(item.texts, item.slot)
        elif isinstance(item, Graphic):
            for shape in item.shapes:
                if isinstance(shape, Rect) and shape.figure:
                    yield shape.figure, "bar"
            yield from _stated([item.alt], "alternative text")


def _on_slides(deck: Deck) -> Iterator[Place]:
    for number, slide in enumerate(deck.slides, 1):
        for name, texts in _of_slide(slide):
            yield from _stated(texts, f"slide {number}, {name}")


def _of_slide(slide: Slide) -> Iterator[tuple[str, list[Text]]]:
    for item in slide.items:
        if isinstance(item, SlideText):
            yield item.name, [text for p in item.paragraphs for text in p.shows]
        elif isinstance(item, Table):
            cells = [cell for row in item.rows for cell in row]
            yield item.name, [text for c in cells for p in c.paragraphs for text in p.shows]
        elif isinstance(item, Chart):
            yield (
                item.name,
                [*item.categories, *(one.text for s in item.series for one in s.labels if one)],
            )
    yield "notes", list(slide.notes)


def _stated(texts: list[Text] | tuple[Text, ...], place: str) -> Iterator[Place]:
    for text in texts:
        yield from ((id_, place) for id_ in text.figures)
