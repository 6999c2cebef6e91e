"""Which figures stand together on a slide, and which areas share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.brief import About
from bureau_brief.resolving.dividing import MOST_TOGETHER, divided, even, rows, sharing

Drawn = dict[About, set[str]]
RELATIONS: list[About] = ["targets", "series", "rate", "flow", "compare"]
ids = st.lists(st.text("abcdefgh", min_size=1), unique=True, max_size=60)


def numbered(count: int) -> list[str]:
    return [str(number) for number in range(count)]


@given(ids)
def test_slides_are_filled_evenly_and_nothing_is_left_out(all_ids: list[str]) -> None:
    groups = even(all_ids)
    sizes = [len(group) for group in groups]
    assert [id_ for group in groups for id_ in group] == all_ids
    assert not sizes or (max(sizes) <= MOST_TOGETHER and max(sizes) - min(sizes) <= 1)
    assert sizes == sorted(sizes, reverse=True)
    assert len(groups) == -(-len(all_ids) // MOST_TOGETHER)


@given(ids)
def test_shared_slides_hold_all_areas_and_as_few_as_possible(all_ids: list[str]) -> None:
    groups = rows(all_ids)
    assert [id_ for group in groups for id_ in group] == all_ids
    assert len(groups) == -(-len(all_ids) // MOST_TOGETHER)
    assert all(0 < len(group) <= MOST_TOGETHER for group in groups)


@pytest.mark.parametrize(
    ("areas", "slides"),
    [(6, [6]), (7, [4, 3]), (8, [5, 3]), (9, [6, 3]), (10, [6, 4]), (13, [6, 4, 3])],
)
def test_no_shared_slide_after_the_first_has_less_than_a_row(areas: int, slides: list[int]) -> None:
    assert [len(group) for group in rows(numbered(areas))] == slides


def test_six_figures_stand_on_one_slide_and_seven_on_two() -> None:
    assert len(divided(numbered(6), (), {})) == 1
    assert [len(group.figures) for group in divided(numbered(7), (), {})] == [4, 3]


def test_the_figures_of_the_title_stand_on_the_first_slide_in_data_order() -> None:
    first, second = divided(numbered(8), ("7", "5"), {})
    assert first.figures == ("0", "1", "5", "7")
    assert second.figures == ("2", "3", "4", "6")


def test_a_relation_keeps_its_slide_when_more_than_two_figures_stand_beside_it() -> None:
    drawn: Drawn = {"rate": {"0", "1", "2"}}
    assert divided(numbered(3), (), drawn) == [("rate", ("0", "1", "2"))]
    assert divided(numbered(5), (), drawn) == [("figures", ("0", "1", "2", "3", "4"))]
    assert divided(numbered(6), (), drawn) == [
        ("rate", ("0", "1", "2")),
        ("figures", ("3", "4", "5")),
    ]


def test_a_relation_that_shows_every_figure_is_preferred() -> None:
    drawn: Drawn = {"flow": {"0", "1"}, "compare": set(numbered(6))}
    assert divided(numbered(6), (), drawn) == [("compare", tuple(numbered(6)))]


def test_one_or_two_figures_stand_under_the_periods_of_the_main_one_and_more_elsewhere() -> None:
    drawn: Drawn = {"series": {"1"}}
    assert divided(numbered(3), (), drawn) == [("series", ("0", "1", "2"))]
    assert divided(numbered(4), (), drawn) == [("series", ("1",)), ("figures", ("0", "2", "3"))]


def test_three_targets_stand_on_a_slide_and_four_on_two() -> None:
    three: Drawn = {"targets": set(numbered(3))}
    assert divided(numbered(3), (), three) == [("targets", ("0", "1", "2"))]
    four: Drawn = {"targets": set(numbered(4))}
    assert divided(numbered(4), (), four) == [("targets", ("0", "1")), ("targets", ("2", "3"))]


def test_figures_without_a_target_fill_the_last_rows_or_have_a_slide() -> None:
    drawn: Drawn = {"targets": {"1", "2"}}
    assert divided(numbered(3), (), drawn) == [("targets", ("0", "1", "2"))]
    assert divided(numbered(4), (), drawn) == [("targets", ("1", "2")), ("figures", ("0", "3"))]


@given(ids, ids, st.dictionaries(st.sampled_from(RELATIONS), st.sets(st.text("abcdefgh"))))
def test_every_figure_stands_on_exactly_one_slide(
    all_ids: list[str], first: list[str], drawn: dict[About, set[str]]
) -> None:
    if not all_ids:
        return
    own = {about: group & set(all_ids) for about, group in drawn.items() if group & set(all_ids)}
    if "series" in own:
        own["series"] = set(list(own["series"])[:1])
    own = {a: g for a, g in own.items() if len(g) <= MOST_TOGETHER or a == "targets"}
    groups = divided(all_ids, first, own)
    assert sorted(id_ for group in groups for id_ in group.figures) == sorted(all_ids)
    assert all(0 < len(group.figures) <= MOST_TOGETHER for group in groups)


def test_areas_of_low_priority_share_and_all_have_a_place() -> None:
    assert sharing([1] * 11, [5] * 11, 11) == []
    assert sharing([1] * 12, [1] * 11 + [9], 11) == [10, 11]
    assert len(sharing([1] * 18, list(range(18)), 11)) == 9
    assert sharing([1] * 66, [5] * 66, 11) == list(range(66))
    assert sharing([1] * 67, [5] * 67, 11) == list(range(67))


def test_an_area_that_needs_two_slides_counts_twice() -> None:
    assert sharing([2, 1, 1], [1, 2, 3], 4) == []
    assert sharing([2, 1, 1], [1, 2, 3], 3) == [1, 2]
