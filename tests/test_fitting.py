"""Lines hold what was said, are as wide as they say, and break where they must."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.breaking import unhinted
from bureau_brief.fitting import Face, Line, Run, break_lines
from bureau_brief.theme import theme

FACES = [
    *theme().deck.values(), *theme().page.values(),
    *theme().in_language("zh").deck.values(), *theme().in_language("zh").page.values(),
]  # fmt: skip
WORDS = (
    "a", "To", "AV", "1,200", "jobs,", "long-term", "“quoted”", "workers’", "Donau\u00addampf",
    "发放补贴", "万名。", "（约合", "美元）", "《规划》", "就业\u200b创业", "——", "42\u00a0%",
)  # fmt: skip
runs = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
        st.sampled_from((12.0, 20.0)),
        st.sampled_from(("", "strong")),
        st.sampled_from((0.0, 4.0)),
    ),
    max_size=4,
)


def made(face: Face, said: list[tuple[str, float, str, float]]) -> list[Run]:
    return [Run(text, face, size, style, gap) for text, size, style, gap in said]


@given(st.sampled_from(FACES), runs, st.floats(20, 400), st.booleans())
def test_lines_hold_the_text_and_know_their_width(
    face: Face, said: list[tuple[str, float, str, float]], width: float, balanced: bool
) -> None:
    lines = break_lines(made(face, said), width, balanced=balanced)
    whole = "".join(text for text, *_ in said)
    assert unhinted("".join(line.text for line in lines)) == unhinted(whole)
    for line in lines:
        assert line.width == pytest.approx(Line(line.runs).width, abs=0.01)


@given(st.sampled_from(FACES), runs, st.floats(60, 400))
def test_a_line_takes_all_the_words_it_can(
    face: Face, said: list[tuple[str, float, str, float]], width: float
) -> None:
    lines = break_lines(made(face, said), width)
    for line, after in pairwise(lines):
        assert Line((*line.runs, *after.runs)).width > width - 0.01


@given(st.sampled_from(FACES), runs, st.floats(60, 400))
def test_balanced_lines_are_as_many(
    face: Face, said: list[tuple[str, float, str, float]], width: float
) -> None:
    runs_ = made(face, said)
    balanced = break_lines(runs_, width, balanced=True)
    assert len(balanced) == len(break_lines(runs_, width))


def test_a_line_may_end_with_a_run_of_spaces() -> None:
    face = theme().page["regular"]
    runs_ = [Run("one", face, 10), Run(" ", face, 12), Run("two", face, 10)]
    room = Run("one two", face, 10).width * 0.8
    lines = break_lines(runs_, room)
    assert [line.text for line in lines] == ["one ", "two"]
    assert lines[0].width == pytest.approx(Run("one", face, 10).width)
