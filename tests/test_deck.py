"""The plan of the deck: which slides there are, in which order, and what stands on them."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bureau_brief.brief import MOST_SLIDES, Brief
from bureau_brief.outputs.deck import plan
from bureau_brief.outputs.deck.values import Chart, Deck, Slide, Strip, TextBox
from bureau_brief.outputs.layouts import HERO, layout_set
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.theme import theme
from tests.deck_data import figure, many, office, written


def brief_of(data: dict[str, Any], folder: Path, most_slides: int = MOST_SLIDES) -> Brief:
    return resolve(read(written(data, folder))[0], "en", most_slides=most_slides)


def deck_of(data: dict[str, Any], folder: Path, most_slides: int = MOST_SLIDES) -> Deck:
    return plan(brief_of(data, folder, most_slides), layout_set(), theme(), most_slides)


def forms(deck: Deck) -> list[str]:
    return [slide.form for slide in deck.slides]


def said(slide: Slide) -> str:
    return " ".join(slide.said()).replace("\u00a0", " ")


def test_eleven_areas_have_a_slide_each(tmp_path: Path) -> None:
    deck = deck_of(many(11, 2), tmp_path)
    assert forms(deck) == ["title", "overview", *["figures"] * 11, "closing"]


def test_areas_beyond_share_slides_before_the_closing_one(tmp_path: Path) -> None:
    data = many(18, 6)
    deck = deck_of(data, tmp_path)
    assert forms(deck) == ["title", "overview", *["figures"] * 9, "more", "more", "closing"]
    names = {area["title"] for area in data["areas"]}
    shown = " ".join(map(said, deck.slides))
    assert all(name in shown for name in names)
    assert [str(slide.part) for slide in deck.slides] == [
        *["Overview"] * 2,
        *["Areas"] * 9,
        *["More areas"] * 2,
        "Sources, method and contact",
    ]


def test_areas_of_high_priority_keep_their_slides(tmp_path: Path) -> None:
    data = many(18, 1)
    for area in data["areas"]:
        area["priority"] = 1 if area["title"] in ("Water supply", "Registry") else 5
    own = [said(s) for s in deck_of(data, tmp_path).slides if str(s.part) == "Areas"]
    assert any("Water supply" in text for text in own)
    assert any("Registry" in text for text in own)


def test_the_notes_of_a_shared_slide_hold_every_figure_of_its_areas(tmp_path: Path) -> None:
    data = many(14, 3)
    deck = deck_of(data, tmp_path)
    notes = " ".join(str(note) for slide in deck.slides for note in slide.notes)
    for area in data["areas"]:
        assert all(made["source"]["stated"] in notes for made in area["figures"])


def test_figures_that_stand_only_in_notes_are_warned_of_with_the_slides_they_need(
    tmp_path: Path,
) -> None:
    found = [w for w in deck_of(many(14, 3), tmp_path).warnings if w.code == "BB411"]
    assert len(found) == 5 - 1 and "--max-slides 17" in found[0].hint
    assert not deck_of(many(14, 3), tmp_path, 17).warnings
    assert not deck_of(many(14, 1), tmp_path).warnings


def test_a_chart_without_room_gives_way_to_a_table_and_is_warned_of(tmp_path: Path) -> None:
    counted = [figure(kind, f"{kind} in clubs", kind, 90) for kind in ("children", "adults")]
    counted[1]["counts"] = "grown-up members of clubs who pay the whole fee and train every week"
    compare = {"figures": ["children", "adults"], "title": "Members"}
    area = {"id": "clubs", "title": "Clubs", "figures": counted, "compare": compare}
    deck = deck_of(office([area]), tmp_path)
    assert forms(deck) == ["title", "figures", "closing"]
    (warning,) = deck.warnings
    assert warning.code == "BB412" and warning.where.path == "areas[0].figures[1].counts"
    assert warning.severity == "warning" and "Grown-up members" in warning.found


def _counted(values: list[float], last: float) -> dict[str, Any]:
    series = [{"period": str(2010 + i), "value": value} for i, value in enumerate(values)]
    lost = figure("lost", "of water lost", "", last, series=series, unit="percent")
    return {"id": "water", "title": "Water", "figures": [lost]}


def _charts(deck: Deck) -> list[Chart]:
    return [item for slide in deck.slides for item in slide.items if isinstance(item, Chart)]


def test_the_axis_of_columns_ends_just_above_the_highest_however_small(tmp_path: Path) -> None:
    for scale in (0.00001, 1, 30):
        (chart,) = _charts(
            deck_of(office([_counted([scale, 2 * scale], round(3 * scale, 6))]), tmp_path)
        )
        highest = max(value for value in chart.series[0].values if value is not None)
        assert Decimal("1.05") < chart.maximum / highest < Decimal("1.3")
    (chart,) = _charts(deck_of(office([_counted([0, 0, 0], 0)]), tmp_path))
    assert chart.maximum == 1


@pytest.mark.parametrize("periods", [3, 8, 9, 61])
def test_a_series_is_columns_and_beyond_eight_periods_a_line_labelled_at_its_ends(
    tmp_path: Path, periods: int
) -> None:
    deck = deck_of(office([_counted([float(n) for n in range(1, periods)], 99)]), tmp_path)
    assert forms(deck) == ["title", "series", "closing"] and not deck.warnings
    (chart,) = _charts(deck)
    labelled = [index for index, label in enumerate(chart.series[0].labels) if label]
    items = (item for item in deck.slides[1].items if isinstance(item, TextBox))
    names = [str(item.paragraphs[0]) for item in items if item.name.endswith(" period")]
    ends = [str(chart.categories[0]), str(chart.categories[-1])]
    assert len(chart.categories) == periods
    if periods <= 8:
        assert (chart.kind, labelled, names) == ("columns", [*range(periods)], [])
    else:
        assert (chart.kind, labelled, names) == ("line", [0, periods - 1], ends)
    assert "61 periods" in str(chart.alt) or periods < 61


def test_a_gap_breaks_the_line_and_a_value_alone_is_a_dot(tmp_path: Path) -> None:
    data = office([_counted([float(n) for n in range(1, 10)], 10)])
    series = data["areas"][0]["figures"][0]["series"]
    del series[0]["value"], series[3]["value"], series[5]["value"]
    (chart,) = _charts(deck_of(data, tmp_path))
    dots = [fill is not None for fill in chart.series[0].fills]
    assert [index for index, dot in enumerate(dots) if dot] == [1, 4, 9]
    assert [index for index, label in enumerate(chart.series[0].labels) if label] == [1, 9]


def test_a_period_that_was_not_counted_is_a_gap_without_a_label(tmp_path: Path) -> None:
    data = office([_counted([10, 20], 30)])
    data["areas"][0]["figures"][0]["series"].insert(1, {"period": "2010/11"})
    (chart,) = _charts(deck_of(data, tmp_path))
    assert chart.series[0].values == (10, None, 20, 30)
    assert [bool(label) for label in chart.series[0].labels] == [True, False, True, True]
    assert "no count" in str(chart.alt)


def test_labels_that_would_touch_are_said_of_the_first_and_the_last_period_only(
    tmp_path: Path,
) -> None:
    wide = _counted([100100.5] * 7, 100200.5)
    (chart,) = _charts(deck_of(office([wide]), tmp_path))
    assert [bool(label) for label in chart.series[0].labels] == [True, *[False] * 6, True]


def test_a_target_above_the_result_is_an_open_end_and_one_below_a_white_line(
    tmp_path: Path,
) -> None:
    made = [
        figure(f"f{i}", f"{name} done", name, 100, target=target, better="higher")
        for i, (name, target) in enumerate((("jobs", 120), ("visits", 80), ("calls", 100)))
    ]
    data = office([{"id": "a", "title": "All", "figures": made}])
    ends = [chart.series[1] for chart in _charts(deck_of(data, tmp_path))]
    assert [(end.outline, end.values) for end in ends] == [
        ("accent1", (120,)),
        ("bg1", (80,)),
        ("accent1", (100,)),
    ]
    assert all(end.fills == (None,) for end in ends)


def test_a_unit_too_wide_for_the_panel_stands_under_its_number(tmp_path: Path) -> None:
    cost = figure("cost", "spent on repairs", "", 11966905, unit={"other": "yuan a year"})
    deck = deck_of(office([{"id": "cost", "title": "Cost", "figures": [cost]}]), tmp_path)
    panel = next(i for i in deck.slides[1].items if isinstance(i, TextBox) and i.idx == HERO)
    assert [str(p).replace("\u00a0", " ") for p in panel.paragraphs[1:3]] == [
        "11,966,905",
        "yuan a year",
    ]


def test_the_foot_of_a_slide_is_shortened_rather_than_refused(tmp_path: Path) -> None:
    data = many(6, 1)
    for index, area in enumerate(data["areas"]):
        area["figures"][0]["period"] = f"in the months from April to {['May', 'June'][index % 2]}"
    overview = deck_of(data, tmp_path).slides[1]
    assert "except where the notes say otherwise." in said(overview)


def test_titles_of_the_same_figure_are_told_apart_by_their_areas(tmp_path: Path) -> None:
    made = [figure(f"f{i}", "people helped", "people", 90) for i in range(3)]
    areas = [
        {"id": f"a{i}", "title": name, "figures": [made[i]]}
        for i, name in enumerate(("North", "South", "West"))
    ]
    titles = [
        str(slide.title).replace("\u00a0", " ") for slide in deck_of(office(areas), tmp_path).slides
    ]
    assert titles[2:5] == [
        "North: 90 people helped",
        "South: 90 people helped",
        "West: 90 people helped",
    ]


def _titled(words: int) -> dict[str, Any]:
    area = {"id": "a", "title": "A", "figures": [figure("f", "people helped", "people", 90)]}
    return {**area, "message": "{f} were helped " + " ".join(["towns"] * words)}


def test_a_title_steps_down_and_is_then_a_problem_with_what_to_cut(tmp_path: Path) -> None:
    sizes = {}
    for words in range(9, 30):
        try:
            deck = deck_of(office([_titled(words)]), tmp_path)
        except Problems as problems:
            (problem,) = problems.problems
            break
        title = deck.slides[1].items[0]
        assert isinstance(title, TextBox)
        sizes[words] = title.paragraphs[0].spans[0].size
    assert list(dict.fromkeys(sizes.values())) == [28, 26, 24]
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)
    assert problem.code == "BB401" and "characters" in problem.hint
    assert problem.where.path == "areas[0].message"
    assert int(re.findall(r"\d+", problem.hint)[0]) <= len(" towns")  # one word more than fits


def _overview(numbers: int, *, rate: bool) -> dict[str, Any]:
    """Areas of one number each, the last one led by a rate."""
    areas = many(numbers, 1)["areas"]
    if rate:
        areas[-1]["figures"] = [
            figure("all", "households", "households", 400),
            figure("some", "households connected", "households", 300),
            {"id": "rate", "label": "of households connected", "value": 75, "unit": "percent",
             "main": True, "rate_of": {"part": "some", "whole": "all"}},
        ]  # fmt: skip
    for area in areas:
        area["figures"][-1 if rate and area is areas[-1] else 0]["overview"] = True
    return office(areas)


@pytest.mark.parametrize(
    ("numbers", "rate", "rows"),
    [(3, False, [3]), (4, False, [2, 2]), (5, False, [2, 3]), (6, False, [3, 3]),
     (3, True, [2]), (4, True, [3]), (5, True, [4])],
)  # fmt: skip
def test_the_overview_has_a_tile_a_number_and_a_rate_on_a_band(
    tmp_path: Path, numbers: int, rate: bool, rows: list[int]
) -> None:
    slide = deck_of(_overview(numbers, rate=rate), tmp_path).slides[1]
    tiles = [i for i in slide.items if isinstance(i, TextBox) and i.name.startswith("Tile")]
    tops = [tile.box.y for tile in tiles]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows
    assert all(len({t.box.width for t in tiles if t.box.y == top}) == 1 for top in tops)
    assert any(isinstance(item, Chart) for item in slide.items) == rate


def test_more_slides_can_be_asked_for(tmp_path: Path) -> None:
    assert "more" not in forms(deck_of(many(18, 6), tmp_path, 21))


def test_sixty_six_areas_fit_and_one_more_is_refused_with_the_slides_it_needs(
    tmp_path: Path,
) -> None:
    deck = deck_of(many(66, 1), tmp_path)
    assert forms(deck) == ["title", "overview", *["more"] * 11, "closing"]
    with pytest.raises(Problems) as raised:
        deck_of(many(67, 1), tmp_path)
    (problem,) = raised.value.problems
    assert problem.code == "BB407"
    assert "at most 14 slides" in str(problem) and "--max-slides 15" in str(problem)


def test_the_marks_stand_for_three_to_fourteen_areas(tmp_path: Path) -> None:
    for areas, marked in ((2, False), (3, True), (14, True), (15, False)):
        deck = deck_of(many(areas, 1), tmp_path)
        strips = [item for slide in deck.slides for item in slide.items if isinstance(item, Strip)]
        assert bool(strips) == marked
        assert {strip.count for strip in strips} <= {areas}
    assert "Area 3 of 15" in said(deck.slides[4])


def test_an_area_of_many_figures_gets_a_second_slide_with_a_title_of_its_own(
    tmp_path: Path,
) -> None:
    deck = deck_of(many(3, 8), tmp_path)
    assert forms(deck) == ["title", "overview", *["figures"] * 6, "closing"]
    first, second = deck.slides[2:4]
    assert str(first.title).replace("\u00a0", " ") == "4,310 permits issued"
    assert str(second.title).replace("\u00a0", " ") == "644 complaints settled"
    assert "Area 1 of 3" in said(first) and "Area 1 of 3" in said(second)
    assert all("continued" not in said(slide) for slide in deck.slides)


def test_a_rate_keeps_its_form_when_three_figures_stand_beside_it(tmp_path: Path) -> None:
    parts = [
        figure("whole", "households", "households", 400),
        figure("part", "households connected", "households", 300),
        {"id": "rate", "label": "of households connected", "value": 75, "unit": "percent",
         "main": True, "rate_of": {"part": "part", "whole": "whole"}},
    ]  # fmt: skip
    others = [
        figure(f"{kind}-o", f"{kind} repaired", kind, 90) for kind in ("roofs", "doors", "lifts")
    ]
    area = {"id": "homes", "title": "Homes", "figures": [*parts, *others]}
    assert forms(deck_of(office([area]), tmp_path)) == ["title", "rate", "figures", "closing"]
    area["figures"] = [*parts, *others[:2]]
    assert forms(deck_of(office([area]), tmp_path)) == ["title", "figures", "closing"]


def test_the_cells_of_a_shared_slide_have_one_size_of_number(tmp_path: Path) -> None:
    data = many(14, 1)
    data["areas"][13]["figures"][0]["value"] = 1234567890
    data["areas"][13]["priority"] = data["areas"][12]["priority"] = 9
    shared = next(slide for slide in deck_of(data, tmp_path).slides if slide.form == "more")
    cells = [i for i in shared.items if isinstance(i, TextBox) and i.name.startswith("Area ")]
    numbers = [cell.paragraphs[1].spans[0] for cell in cells if cell.name[5:].isdigit()]
    assert len(numbers) == 4 and {span.size for span in numbers} == {40}


def test_a_title_that_nobody_wrote_gives_way_to_a_shorter_one(tmp_path: Path) -> None:
    label = "visits that people from every district paid to one of the new service centres, " * 2
    data = many(3, 2)
    data["areas"][1]["title"] = "Service centres"
    data["areas"][1]["figures"][0] |= {"label": label.strip(", "), "scope": "in the whole county"}
    deck = deck_of(data, tmp_path)
    slide = next(slide for slide in deck.slides if "Service centres" in str(slide.title))
    number = str(brief_of(data, tmp_path).areas[1].figures[0].number)
    assert str(slide.title).startswith(f"Service centres: {number}\u00a0")
    assert str(slide.title).endswith("in the\u00a0whole county")
    assert len(str(slide.title)) < len(label) < len(str(slide.notes[0]))
    assert label.strip(", ") in said(slide)


def test_every_text_with_characters_that_the_fonts_lack_is_told_once(tmp_path: Path) -> None:
    data = many(3, 2)
    data["areas"][0]["title"] = "Baths 𓀀 and 𓀁"
    data["areas"][2]["figures"][1]["label"] = "visitors to the 𓀀"
    with pytest.raises(Problems) as refused:
        deck_of(data, tmp_path)
    found = {one.where.path: one.found for one in refused.value.problems}
    assert {one.code for one in refused.value.problems} == {"BB404"}
    assert found["areas[0].title"] == "`𓀀` U+13000, `𓀁` U+13001"
    assert found["areas[2].figures[1].label"] == "`𓀀` U+13000"
    assert len(refused.value.problems) == len(found)
