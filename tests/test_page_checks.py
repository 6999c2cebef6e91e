"""The checks B1 to B16, X1 and X5 hold on the sample's page, and each has been seen to fail.

A fault is seeded in the plan, in the colours or in the finished bytes; the checks know only the
right plan and the finished file.
"""

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from bureau_brief.brief import Brief, Part
from bureau_brief.fitting import Line
from bureau_brief.outputs.page import plan
from bureau_brief.outputs.page.values import Graphic, Item, Page, PlacedLine, Rect, TextBox, moved
from bureau_brief.outputs.page_pdf import draw
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from bureau_brief.theme import theme
from tests.checks.page import CHECKS, faults

BRIEF: Brief = resolve(read(SAMPLE)[0], "en")
COLOURS = theme().colours


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_every_check_holds_on_the_sample(size: Any) -> None:
    page = plan(BRIEF, size, theme())
    assert faults(draw(page, COLOURS), page, BRIEF) == {}


PAGE = plan(BRIEF, "a4", theme())

Change = Callable[[Page], Page]


def _boxes(change: Callable[[TextBox], TextBox], *slots: str) -> Change:
    """Change the first box of each of `slots`."""

    def changed(page: Page) -> Page:
        items: list[Item] = []
        left = list(slots)
        for item in page.items:
            if isinstance(item, TextBox) and item.slot in left:
                left.remove(item.slot)
                item = change(item)
            items.append(item)
        assert not left, f"no box of {left}"
        return replace(page, items=tuple(items))

    return changed


def _lines(change: Callable[[PlacedLine], PlacedLine]) -> Callable[[TextBox], TextBox]:
    return lambda box: replace(box, lines=tuple(change(line) for line in box.lines))


def _restyled(**style: Any) -> Callable[[TextBox], TextBox]:
    def change(placed: PlacedLine) -> PlacedLine:
        return replace(placed, line=Line(tuple(replace(run, **style) for run in placed.line.runs)))

    return _lines(change)


def _reworded(old: str, new: str) -> Change:
    """Another text wherever one run holds it: what is drawn, not what the plan says."""

    def change(item: Item) -> Item:
        if not isinstance(item, TextBox):
            return item
        return _lines(
            lambda placed: replace(
                placed,
                line=Line(
                    tuple(replace(run, text=run.text.replace(old, new)) for run in placed.line.runs)
                ),
            )
        )(item)

    def changed(page: Page) -> Page:
        items = tuple(change(item) for item in page.items)
        assert items != page.items, f"{old} is in no run"
        return replace(page, items=items)

    return changed


def _shifted(dx: float) -> Callable[[TextBox], TextBox]:
    return _lines(lambda placed: replace(placed, x=placed.x + dx))


def _without_a_row(page: Page) -> Page:
    heads = [i for i, item in enumerate(page.items) if getattr(item, "role", "") == "H2"]
    return replace(page, items=page.items[: heads[2] - 1] + page.items[heads[3] - 1 :])


def _graphics(change: Callable[[Rect], Rect]) -> Change:
    """Change the bars of every graphic."""

    def changed(item: Item) -> Item:
        if not isinstance(item, Graphic):
            return item
        bars = (change(s) if isinstance(s, Rect) and s.figure else s for s in item.shapes)
        return replace(item, shapes=tuple(bars))

    return lambda page: replace(page, items=tuple(changed(item) for item in page.items))


def _swapped(page: Page) -> Page:
    """The numbers of two areas in each other's places."""
    one, other = [b for b in page.text_boxes() if b.slot == "number"][2:4]
    first, second = one.lines[0].line, other.lines[0].line

    def change(box: Item) -> Item:
        for mine, line in ((one, second), (other, first)):
            if box is mine:
                return replace(mine, lines=(replace(mine.lines[0], line=line), *mine.lines[1:]))
        return box

    return replace(page, items=tuple(change(item) for item in page.items))


def _twice(page: Page) -> Page:
    """An evidence phrase drawn a second time, lower."""
    box = next(b for b in page.text_boxes() if b.slot == "evidence")
    return replace(page, items=(*page.items, moved(box, 40.0)))


IN_THE_PLAN: list[tuple[str, str, Change]] = [
    ("B1", "wide", lambda page: replace(page, width=page.width + 25)),
    ("B2", "left", _boxes(_shifted(-9), "office")),
    ("B2", "low", lambda page: replace(page, items=tuple(moved(i, 12) for i in page.items))),
    ("B3", "small", _boxes(_restyled(size=9.0), "evidence")),
    ("B3", "odd", _boxes(_restyled(size=27.0), "headline")),
    ("B5", "faint", _boxes(_restyled(style="hairline"), "evidence")),
    ("B6", "overlap", _boxes(lambda box: moved(box, 14.0), "evidence")),
    ("B7", "hole", _without_a_row),
    ("B8", "off its stop", _boxes(_shifted(2), "evidence")),
    ("B9", "qualifier lost", _reworded("nearly\u00a0", "\u00a0")),
    ("B9", "estimate lost", _reworded("an estimated\u00a0", "")),
    ("B9", "digit changed", _reworded("335,800", "335,900")),
    ("B9", "said twice", _twice),
    ("B10", "remainder", _reworded("started businesses", "started businesses (1,822 not)")),
    ("B12", "glued", _reworded("students were helped to ", "students were helped to")),
    ("B12", "word changed", _reworded("benefitted", "profited")),
    ("B13", "too long", _graphics(lambda bar: replace(bar, width=bar.width * 0.98))),
    ("B13", "stranger", _graphics(lambda bar: replace(bar, y=bar.y + 30))),
    ("B14", "red", _graphics(lambda bar: replace(bar, fill="grey"))),
    ("B16", "out of its box", _boxes(_shifted(120), "evidence")),
    ("X1", "swapped", _swapped),
]  # fmt: skip


@pytest.mark.parametrize(("name", "fault", "change"), IN_THE_PLAN, ids=lambda v: str(v)[:20])
def test_the_check_fails_on_a_fault_of_the_plan(name: str, fault: str, change: Change) -> None:
    assert CHECKS[name](draw(change(PAGE), COLOURS), PAGE, BRIEF) != []


def test_grey_on_grey_fails_without_colour() -> None:
    # red on white would pass in colour by hue alone; in grey only lightness counts
    pale: Mapping[str, str] = {**COLOURS, "grey": "#9aa3ad"}
    assert CHECKS["X5"](draw(PAGE, pale), PAGE, BRIEF) != []


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]


def _second_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595.28, 841.89))


def _font_file_lost(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            del item["/FontFile2"]
            return


def _unicode_lost(pdf: pikepdf.Pdf) -> None:
    del next(font for font in _fonts(pdf) if "/ToUnicode" in font)["/ToUnicode"]


def _heading_lost(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H1":
            item["/S"] = pikepdf.Name("/P")


def _ballast(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Ballast"] = pdf.make_stream(random.Random(1).randbytes(60_000))


IN_THE_FILE: list[tuple[str, Callable[[pikepdf.Pdf], None]]] = [
    ("B1", _second_page),
    ("B4", _font_file_lost),
    ("B4", _unicode_lost),
    ("B11", _heading_lost),
    ("B15", _ballast),
]


@pytest.mark.parametrize(("name", "damage"), IN_THE_FILE, ids=lambda v: getattr(v, "__name__", v))
def test_the_check_fails_on_a_fault_of_the_file(
    name: str, damage: Callable[[pikepdf.Pdf], None]
) -> None:
    with pikepdf.open(io.BytesIO(draw(PAGE, COLOURS))) as pdf:
        damage(pdf)
        damaged = _saved(pdf)
    assert CHECKS[name](damaged, PAGE, BRIEF) != []


def test_every_check_has_a_seeded_fault() -> None:
    seeded = {name for name, _, _ in IN_THE_PLAN} | {name for name, _ in IN_THE_FILE} | {"X5"}
    assert seeded == set(CHECKS)


def test_a_text_of_the_brief_has_parts_for_its_number() -> None:
    # the faults above take a qualifier out of its run: it must be a part of its own
    nearly = BRIEF.figures()["farmers"].number
    assert nearly.parts[0] == Part("qualifier", "nearly\u00a0")
