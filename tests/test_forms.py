"""The forms of the page: what is drawn follows from the data, as long as the values say."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bureau_brief.brief import Brief
from bureau_brief.outputs.page import plan
from bureau_brief.outputs.page.forms import marks
from bureau_brief.outputs.page.measures import POSTER, TARGETS
from bureau_brief.outputs.page.values import Graphic, Page, Rect, TextBox
from bureau_brief.outputs.page.values import Path as Line
from bureau_brief.outputs.page_pdf import draw
from bureau_brief.reading import read
from bureau_brief.record import BOUNDS, Compare, Point, SharedText, Unit
from bureau_brief.resolving import resolve
from bureau_brief.theme import theme
from tests.checks.page import faults
from tests.checks.page_file import EVIDENCE, finished
from tests.checks.page_marks import bars_show_their_values
from tests.test_resolving import area, figure, percent, said

DATA = Path(__file__).parent / "data"
FILES = ("targets", "series", "mixed", "parts")
COLUMN = 193.28  # the evidence column of an A4 page


def brief_of(name: str) -> Brief:
    return resolve(read(DATA / f"{name}.yaml")[0], "en")


def page_of(brief: Brief, size: Any = "a4") -> Page:
    return plan(brief, size, theme())


def graphics(page: Page) -> list[Graphic]:
    return [item for item in page.items if isinstance(item, Graphic)]


def rects(page: Page) -> list[Rect]:
    return [shape for one in graphics(page) for shape in one.shapes if isinstance(shape, Rect)]


def boxes(page: Page, slot: str) -> list[str]:
    return [str(b.texts[0]).replace("\u00a0", " ") for b in page.text_boxes() if b.slot == slot]


def years(*values: str | None) -> tuple[Point, ...]:
    return tuple(
        Point(SharedText({"*": str(2014 + i)}), None if v is None else Decimal(v))
        for i, v in enumerate(values)
    )


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("name", FILES)
def test_a_page_of_each_form_holds_the_checks_of_a_finished_page(name: str, size: str) -> None:
    brief = brief_of(name)
    page = page_of(brief, size)
    assert faults(draw(page, theme().colours), page, brief) == {}
    assert set(page.shown) == set(brief.all_ids())


@pytest.mark.parametrize(
    ("name", "level", "forms"),
    [
        ("targets", "targets", ["proportion", *["targets"] * 5]),
        ("series", "series", [*["series"] * 6, "phrases"]),
        ("mixed", "roomy", ["proportion", "target", "series", "phrases", "flow", "phrases"]),
        ("parts", "sparse", ["phrases", "stacked", "series", "bars"]),
    ],
)
def test_the_plan_says_which_form_each_area_takes(name: str, level: str, forms: list[str]) -> None:
    page = page_of(brief_of(name))
    assert (page.level, [form for _, form in page.forms]) == (level, forms)


def test_bars_against_targets_are_read_back_as_shares_of_their_own_target() -> None:
    brief = brief_of("targets")
    drawn = {
        round(s.x1 - s.x0, 2)
        for s in finished(draw(page_of(brief), theme().colours)).shapes
        if s.rectangle and s.fill == (0x12, 0x43, 0x6D) and abs(s.height - 9) < 0.1
    }
    wanted = {
        f.id: float(f.value / f.target.value) * 0.70 * COLUMN
        for f in brief.figures().values()
        if f.target and f.id != "rate"
    }
    assert wanted.pop("fairs") > COLUMN  # cut: it fills the column
    assert len(wanted) == 10
    for length in [*wanted.values(), COLUMN]:
        assert any(abs(length - found) <= 0.005 * length for found in drawn), length


def test_a_bar_of_another_length_is_found_in_the_finished_file() -> None:
    for name in FILES:
        brief = brief_of(name)
        page = page_of(brief)
        for chart in [one for one in graphics(page) if one.scale]:
            bent = [replace(s, width=s.width * 1.02, height=s.height * 1.02)
                    if isinstance(s, Rect) and s.figure and s.fill == "accent" else s
                    for s in chart.shapes]  # fmt: skip
            items = tuple(replace(i, shapes=tuple(bent)) if i is chart else i for i in page.items)
            changed = replace(page, items=items)
            pdf = draw(changed, theme().colours)
            if tuple(bent) != chart.shapes:
                assert bars_show_their_values(pdf, page, brief), (name, chart.alt)


def test_a_bar_beyond_143_per_cent_is_cut_and_the_foot_says_so() -> None:
    page = page_of(brief_of("targets"))
    cut = [one for one in graphics(page) if len(one.shapes) == 5]
    assert [chart.alt.figures for chart in cut] == [("fairs",)]
    slashes = [s for s in cut[0].shapes if isinstance(s, Line)]
    middles = [EVIDENCE + COLUMN - sum(x for x, _ in s.points) / 4 for s in slashes]
    assert middles == pytest.approx(marks.SLASHES, abs=0.05)
    assert "A cut bar is longer." in " ".join(
        str(text) for box in page.text_boxes() if box.slot == "footer" for text in box.texts
    )


def test_the_mark_of_every_target_stands_at_one_place() -> None:
    found = {round(r.x + r.width / 2, 2) for r in rects(page_of(brief_of("targets")))
             if r.fill == "ink" and r.height == TARGETS.bar + 2 * marks.RISE}  # fmt: skip
    assert found == {round(EVIDENCE + 0.70 * COLUMN, 2)}


def test_what_was_missed_is_said_in_words_and_weight() -> None:
    page = page_of(brief_of("targets"))
    weight = {
        str(box.texts[0]): "SemiBold" in str(box.lines[0].line.runs[0].face.path)
        for box in page.text_boxes()
        if box.slot == "verdict"
    }
    assert len(weight) == 12
    for words, bold in weight.items():
        assert bold == words.startswith(("below the target", "over the limit"))


def test_no_one_sided_bound_is_a_bar() -> None:
    for name in FILES:
        record = read(DATA / f"{name}.yaml")[0]
        bounds = {f.id for f in record.figures().values() if f.qualifier in BOUNDS}
        drawn = {r.figure for r in rects(page_of(resolve(record, "en"))) if r.figure}
        assert not drawn & bounds


def forms_of(*areas: Any) -> list[str]:
    return [form for _, form in page_of(said(*areas)).forms]


def test_chart_none_leaves_numbers_and_words() -> None:
    given = {"target": Decimal(10), "series": years("1", "2", "3")}
    first = area("a", figure("x"))
    assert forms_of(first, area("b", figure("f", **given))) == ["phrases", "target"]
    off = said(first, area("b", figure("f", **given), chart="none"))
    page = page_of(off)
    assert [form for _, form in page.forms] == ["phrases", "phrases"]
    assert graphics(page) == []
    assert "above the target of 10" in boxes(page, "change")


def test_a_page_has_three_kinds_of_chart_at_most() -> None:
    rate = area("rate", percent("r", "50.0", "p", "w"), figure("p", "50"), figure("w", "100"))
    pair = (figure("m", "3"), figure("n", "2"))
    others = [
        area("a", figure("f", target=Decimal(10))),
        area("b", figure("g", series=years("1", "2", "3"))),
        area("c", *pair, compare=Compare(("m", "n"))),
        area("d", figure("h", target=Decimal(10))),
    ]
    assert forms_of(rate, *others) == ["proportion", "target", "series", "phrases", "target"]


def test_different_units_never_share_a_scale() -> None:
    """Every scale belongs to one figure or to a group that the data file compares."""
    for name in FILES:
        brief = brief_of(name)
        units = {f.id: (f.percent, str(f.number.part("unit"))) for f in brief.figures().values()}
        for chart in graphics(page_of(brief)):
            shown = {s.figure.partition("[")[0] for s in chart.shapes if isinstance(s, Rect)} - {""}
            assert len({units[id_] for id_ in shown}) <= 1


def line_of(*values: str | None) -> Graphic:
    given = {"unit": Unit({}, "percent"), "counts": None, "series": years(*values)}
    page = page_of(said(area("x", figure("x")), area("a", figure("f", values[-1], **given))))
    return next(one for one in graphics(page) if one.scale)


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        (("91.0", "94", "96.4"), 91, 97),
        (("90.2", "94", "96"), 90, 96),
        (("50", "50", "50"), 49, 51),
        (("0", "0", "0"), 0, 1),
    ],
)
def test_the_scale_of_a_rate_is_whole_points_outward(
    values: tuple[str, ...], low: int, high: int
) -> None:
    chart = line_of(*values)
    assert chart.low == low
    height = POSTER.lead_chart - 13.3 - 6  # in a band, as in a lead block
    assert chart.scale == pytest.approx(height / (high - low))


def test_a_line_breaks_where_nothing_was_counted() -> None:
    lines = [s for s in line_of("80", "81", None, "83", "84").shapes if isinstance(s, Line)]
    strokes = [s for s in lines if s.line]
    assert [len(s.points) for s in strokes] == [2, 2]
    assert len([s for s in lines if not s.line]) == 4  # dots


def test_columns_leave_a_place_that_says_so() -> None:
    page = page_of(brief_of("series"))
    assert "no count" in boxes(page, "point")
    assert [r.figure for r in rects(page) if r.figure.startswith("homes")] == [
        "homes[0]", "homes[2]", "homes[3]", "homes[4]",
    ]  # fmt: skip


def test_more_than_eight_periods_are_a_line_from_zero() -> None:
    values = [str(v) for v in range(100, 110)]
    page = page_of(
        said(area("x", figure("x")), area("a", figure("f", values[-1], series=years(*values))))
    )
    (chart,) = [one for one in graphics(page) if one.scale]
    assert chart.low == 0
    assert not any(isinstance(s, Rect) for s in chart.shapes)


def test_labels_that_find_no_place_make_phrases_of_a_series() -> None:
    year = "in the {}th year of the long plan for the whole province"
    long = tuple(Point(SharedText({"*": year.format(i)}), Decimal(i + 1)) for i in range(3))
    found = forms_of(area("x", figure("x")), area("a", figure("f", "3", series=long)))
    assert found == ["phrases", "phrases"]


def test_no_label_covers_another_or_a_column() -> None:
    for name in ("series", "parts", "mixed"):
        page = page_of(brief_of(name))
        for chart in [one for one in graphics(page) if one.scale]:
            bars = [s for s in chart.shapes if isinstance(s, Rect) and "[" in s.figure]
            for box in page.text_boxes():
                if box.slot in ("point", "caption"):
                    assert not any(_covers(box, bar) for bar in bars), str(box.texts[0])


def _covers(box: TextBox, bar: Rect) -> bool:
    line = box.lines[0]
    beside = line.x + line.line.width > bar.x and line.x < bar.x + bar.width
    return beside and bar.y < line.baseline and bar.y + bar.height > line.baseline - 6


def test_a_change_that_the_sentence_says_is_not_said_twice() -> None:
    page = page_of(brief_of("targets"))
    assert not any("89.4" in words for words in boxes(page, "change"))
