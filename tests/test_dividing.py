"""Which figures stand together on a slide, and which areas share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.resolving.dividing import MOST_TOGETHER, divided, even, rows, sharing

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
    assert len(divided(numbered(6), (), [])) == 1
    assert [len(group) for group in divided(numbered(7), (), [])] == [4, 3]


def test_the_figures_of_the_title_stand_on_the_first_slide_in_data_order() -> None:
    first, second = divided(numbered(8), ("7", "5"), [])
    assert first == ("0", "1", "5", "7")
    assert second == ("2", "3", "4", "6")


def test_a_relation_keeps_its_slide_when_more_than_two_figures_stand_beside_it() -> None:
    drawn = [{"0", "1", "2"}]
    assert divided(numbered(3), (), drawn) == [("0", "1", "2")]
    assert divided(numbered(5), (), drawn) == [("0", "1", "2", "3", "4")]
    assert divided(numbered(6), (), drawn) == [("0", "1", "2"), ("3", "4", "5")]


def test_a_relation_that_shows_every_figure_is_preferred() -> None:
    assert divided(numbered(6), (), [{"0", "1"}, set(numbered(6))]) == [tuple(numbered(6))]


@given(ids, ids, st.lists(st.sets(st.text("abcdefgh", min_size=1)), max_size=3))
def test_every_figure_stands_on_exactly_one_slide(
    all_ids: list[str], first: list[str], drawn: list[set[str]]
) -> None:
    if not all_ids:
        return
    own = [group & set(all_ids) for group in drawn if group & set(all_ids)]
    groups = divided(all_ids, first, [g for g in own if len(g) <= MOST_TOGETHER])
    assert sorted(id_ for group in groups for id_ in group) == sorted(all_ids)
    assert all(0 < len(group) <= MOST_TOGETHER for group in groups)


def test_areas_of_low_priority_share_and_all_have_a_place() -> None:
    assert sharing([1] * 11, [5] * 11, 11) == []
    assert sharing([1] * 12, [1] * 11 + [9], 11) == [10, 11]
    assert len(sharing([1] * 18, list(range(18)), 11)) == 9
    assert sharing([1] * 66, [5] * 66, 11) == list(range(66))
    assert sharing([1] * 67, [5] * 67, 11) == list(range(67))


def test_an_area_that_needs_two_slides_counts_twice() -> None:
    assert sharing([2, 1, 1], [1, 2, 3], 4) == []
    assert sharing([2, 1, 1], [1, 2, 3], 3) == [1, 2]
