"""Where a plan shows a figure: every place and the text that stands there.

In: a Page or a Deck. Out: its texts in reading order, each with its place (`slide 3, Title`).
Not for: what an output draws (the drawers).
What the plan of one output is made of is imported where such a plan is met, for each output is
made in a process of its own.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bureau_brief.brief import Text

if TYPE_CHECKING:
    from bureau_brief.outputs.deck.values import Deck, Slide
    from bureau_brief.outputs.page.values import Page


class Shown(NamedTuple):
    """One place of one figure."""

    where: str
    text: str


Placed = tuple[str, Text]
"""A place, and a Text that stands there."""


def places(plan: "Page | Deck", figure: str) -> tuple[Shown, ...]:
    """Every place where `plan` shows the figure or its conversion, each once."""
    shown = (
        Shown(where, str(text))
        for where, text in texts(plan)
        if any(id_.partition(".")[0] == figure for id_ in text.figures)
    )
    return tuple(dict.fromkeys(shown))


def texts(plan: "Page | Deck") -> Iterator[Placed]:
    """Every text that the plan shows or says, notes and words of charts too."""
    if not hasattr(plan, "slides"):
        yield from _on_page(plan)
        return
    for number, slide in enumerate(plan.slides, 1):
        for where, text in _on_slide(slide):
            yield f"slide {number}, {where}", text


def _on_page(page: "Page") -> Iterator[Placed]:
    from bureau_brief.outputs.page.values import Graphic, TextBox

    for item in page.items:
        if isinstance(item, TextBox):
            for text in item.texts:
                yield item.slot, text
        elif isinstance(item, Graphic):
            yield "in words", item.alt


def _on_slide(slide: "Slide") -> Iterator[Placed]:
    from bureau_brief.outputs.deck.values import Chart, Table, TextBox

    for item in slide.items:
        if isinstance(item, TextBox):
            yield from ((item.name, text) for p in item.paragraphs for text in p.shows)
        elif isinstance(item, Table):
            cells = [cell for row in item.rows for cell in row]
            yield from ((item.name, t) for c in cells for p in c.paragraphs for t in p.shows)
            yield f"{item.name}, in words", item.alt
        elif isinstance(item, Chart):
            yield from ((item.name, text) for text in item.categories)
            labels = (label for series in item.series for label in series.labels if label)
            yield from ((item.name, label.text) for label in labels)
            yield f"{item.name}, in words", item.alt
    yield from (("notes", text) for text in slide.notes)
