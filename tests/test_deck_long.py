"""Long texts on slides: what steps down or gives way before anything is refused."""

from pathlib import Path
from typing import Any

import pytest

from bureau_brief.outputs.deck.values import Chart, TextBox
from bureau_brief.outputs.layouts import HERO
from tests.deck_data import LONG_WORDS, figure, labelled, many, office
from tests.test_deck import deck_of, forms

LONG = "households in the eastern districts advised at home on how to save energy"
"""A label of 73 characters."""


@pytest.mark.parametrize("label", [LONG[:55], LONG])
@pytest.mark.parametrize("areas", [1, 2, 3, 5, 8, 18])
def test_long_labels_without_short_ones_have_room_in_every_form(
    tmp_path: Path, areas: int, label: str
) -> None:
    for figures in (1, 2, 3, 4, 6):
        deck = deck_of(labelled(areas, figures, label), tmp_path)
        assert forms(deck)[0] == "title" and forms(deck)[-1] == "closing"
        assert "more" in forms(deck) or areas < 18


def test_tiles_take_smaller_labels_before_they_are_refused(tmp_path: Path) -> None:
    tile = next(
        item
        for item in deck_of(labelled(5, 1, LONG), tmp_path).slides[1].items
        if isinstance(item, TextBox) and item.name == "Tile 1"
    )
    assert tile.paragraphs[2].spans[0].size == 18


def test_labels_too_long_for_tiles_and_cells_stand_in_rows(tmp_path: Path) -> None:
    deck = deck_of(labelled(18, 1, LONG_WORDS), tmp_path)
    for form in ("overview", "more"):
        slide = next(slide for slide in deck.slides if slide.form == form)
        texts = [item for item in slide.items if isinstance(item, TextBox)]
        boxes = [item.box for item in texts if item.name.startswith("Label")]
        assert len(boxes) == 6
        assert boxes[-1].y + boxes[-1].height == pytest.approx(6.6)
        sizes = {span.size for p in slide.paragraphs() for span in p.spans}
        assert min(sizes - {12, 16}) >= 18


@pytest.mark.parametrize(
    ("label", "kinds"),
    [(LONG_WORDS, {"Area", "Number", "Label"}), (f"{LONG}, {LONG[11:]}", {"Number", "Label"})],
)
def test_names_stand_beside_numbers_unless_labels_need_that_room(
    tmp_path: Path, label: str, kinds: set[str]
) -> None:
    data, long = many(18, 1), labelled(18, 1, label)
    data["areas"][9:] = [{**area, "priority": 9} for area in long["areas"][9:]]
    slide = next(s for s in deck_of(data, tmp_path).slides if s.form == "more")
    texts = [item for item in slide.items if isinstance(item, TextBox) and item.idx is None]
    assert {item.name.rstrip(" 0123456789") for item in texts} == kinds


def test_the_numbers_to_keep_are_smaller_where_their_labels_take_four_lines(tmp_path: Path) -> None:
    label = f"{LONG}, in the winter months by telephone"
    closing = deck_of(labelled(3, 1, label), tmp_path).slides[-1]
    panel = next(i for i in closing.items if isinstance(i, TextBox) and i.idx == HERO)
    assert [panel.paragraphs[0].spans[0].size, panel.paragraphs[1].spans[0].size] == [24, 18]


def test_a_long_word_makes_the_label_of_the_panel_smaller(tmp_path: Path) -> None:
    word = "Fachkräfteeinwanderungsgesetz"
    made = figure("f", f"{word} beraten", "", 12)
    slide = deck_of(office([{"id": "a", "title": "A", "figures": [made]}]), tmp_path).slides[1]
    panel = next(i for i in slide.items if isinstance(i, TextBox) and i.idx == HERO)
    assert panel.paragraphs[2].spans[0].size == 20


def _against_target(count: int, period: str) -> dict[str, Any]:
    before = {"value": 80, "period": f"{period} before"}
    made = [
        figure(f"f{n}", f"claims decided in office {'abc'[n]}", "", 90, target=95,
               better="higher", period=period, previous=before)
        for n in range(count)
    ]  # fmt: skip
    return office([{"id": "a", "title": "Claims", "figures": made}])


@pytest.mark.parametrize(
    ("count", "period", "bars"),
    [(1, "in the first three quarters of the year", 1),
     (2, "in the first three quarters of the year", 2),
     (3, "in the first half", 3),
     (3, "in the first three quarters of the school year", 0)],
)  # fmt: skip
def test_targets_go_without_bars_where_the_names_of_their_periods_have_no_room(
    tmp_path: Path, count: int, period: str, bars: int
) -> None:
    deck = deck_of(_against_target(count, period), tmp_path)
    assert forms(deck) == ["title", "targets", "closing"]
    items = deck.slides[1].items
    assert sum(isinstance(item, Chart) for item in items) == bars
    assert [warning.code for warning in deck.warnings] == ([] if bars else ["BB412"])
    verdicts = [said for said in deck.slides[1].said() if said.startswith("Target not met")]
    mark = " (outline)" if bars else ""
    assert verdicts == [f"Target not met: at least\u00a095{mark}"] * count


def test_a_unit_too_wide_for_a_cause_stands_under_its_number(tmp_path: Path) -> None:
    unit = {"other": "cubic metres"}
    led = figure("led", "of water kept back", "", 14489714, unit=unit)
    led["leads_to"] = {"figure": "result", "words": "led to"}
    result = figure("result", "households with water", "", 90, main=True)
    area = {"id": "a", "title": "Water", "figures": [led, result]}
    deck = deck_of(office([area]), tmp_path)
    assert forms(deck) == ["title", "cause", "closing"]
    cause = next(i for i in deck.slides[1].items if i.name == "Cause")
    assert isinstance(cause, TextBox)
    assert [str(p) for p in cause.paragraphs[1:3]] == ["14,489,714", "cubic metres"]
