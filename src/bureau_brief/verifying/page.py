"""What stands at the places of a page's plan, and what the plan puts there.

In: a Page, and the Sheet that was read from its finished file. Out: two Leaves to compare, and
the bars whose length is not that of their figure.
Not for: reading the file (`pdf`), or judging (`comparing`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bureau_brief.outputs.page.values import Graphic, Image, Page, PlacedLine, Rect, TextBox
from bureau_brief.verifying.pdf import Drawn, Placed, Sheet
from bureau_brief.verifying.values import Difference, Leaf, Said

NEAR = 0.6
"""Points by which a text may stand beside its place: files keep fewer decimals than plans."""


def wanted(page: Page) -> Leaf:
    """What the plan says, paragraph by paragraph."""
    said = [
        Said(place, " ".join([line.line.text for line in box.lines]), _figures(box))
        for place, box in _places(page)
    ]
    alternatives = [i.alt for i in page.items if isinstance(i, Graphic | Image) and i.alt]
    told = [Said(f"page, {_ALT} {n}", str(a), a.figures) for n, a in enumerate(alternatives, 1)]
    return _leaf(said, page.title, told)


def found(page: Page, sheet: Sheet) -> Leaf:
    """What the file says at the places of the plan; what stands elsewhere is one more text."""
    there: dict[int, str] = defaultdict(str)
    stray = []
    for text in sheet.texts:
        line = _line_at(page, text)
        if line is None:
            stray.append(text)
        else:
            there[id(line)] += text.text
    said = [
        Said(place, " ".join([there[id(line)] for line in box.lines]))
        for place, box in _places(page)
    ]
    elsewhere = [
        Said(f"page, {text.x:.0f} pt from the left, {text.y:.0f} pt from the top", text.text)
        for text in stray
        if text.text.strip()
    ]
    elsewhere += [Said("page, note pinned on it", text) for text in sheet.pinned]
    told = [Said(f"page, {_ALT} {n}", text) for n, text in enumerate(sheet.alternatives, 1)]
    return _leaf(said, sheet.title, told, elsewhere)


def pages(sheet: Sheet) -> Iterator[Difference]:
    """A page is one page."""
    if sheet.pages != 1:
        yield Difference("leaf", "page", "one page", f"{sheet.pages} pages")


def bars(page: Page, sheet: Sheet) -> Iterator[Difference]:
    """Bars of figures that are not drawn as long as the plan says."""
    for item in page.items:
        for shape in item.shapes if isinstance(item, Graphic) else ():
            if isinstance(shape, Rect) and shape.figure and not _drawn(shape, sheet):
                nearest = min(sheet.shapes, key=lambda s: _distance(shape, s), default=None)
                said = f"{nearest.width:.1f} pt" if nearest else ""
                yield Difference("length", "page, bar", f"{shape.width:.1f} pt", said, shape.figure)


_ALT = "alternative text"


def _leaf(
    said: list[Said], title: str, told: Sequence[Said], elsewhere: Sequence[Said] = ()
) -> Leaf:
    return Leaf(
        "page",
        {
            "texts": said,
            "elsewhere": elsewhere,
            "alternative texts": told,
            "properties": [Said("title of the document", title)],
        },
    )


def _places(page: Page) -> Iterator[tuple[str, TextBox]]:
    """The paragraphs with what they are: `page, evidence of Job matching`."""
    area = ""
    for box in page.text_boxes():
        if box.role == "H2":
            area = " of " + " ".join(str(text) for text in box.texts)
        elif box.slot in ("heading", "footer"):
            area = ""
        yield f"page, {box.slot}{area}", box


def _figures(box: TextBox) -> tuple[str, ...]:
    return tuple(id_ for text in box.texts for id_ in text.figures)


def _line_at(page: Page, text: Placed) -> PlacedLine | None:
    """The line of the plan that a text stands on."""
    there = [
        line
        for box in page.text_boxes()
        for line in box.lines
        if abs(line.baseline - text.y) <= NEAR
        and line.x - NEAR <= text.x <= line.x + line.line.width + NEAR
    ]
    return max(there, key=lambda line: line.x, default=None)


def _drawn(rect: Rect, sheet: Sheet) -> bool:
    return any(_distance(rect, shape) <= NEAR + 2 * rect.line for shape in sheet.shapes)


def _distance(rect: Rect, shape: Drawn) -> float:
    """By how much a drawn shape differs from a planned one; outlines reach over the edges."""
    return max(
        abs(rect.x - shape.x),
        abs(rect.y - shape.y),
        abs(rect.width - shape.width),
        abs(rect.height - shape.height),
    )
