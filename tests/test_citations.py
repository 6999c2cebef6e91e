"""The braces in texts: what they cite, what they print, what they refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.citations import (
    ATTRIBUTES,
    Citation,
    CitationError,
    cited,
    pieces,
    typed_digits,
    without_brackets,
)


def test_words_and_citations_come_in_order() -> None:
    assert pieces("{jobs} provided; {rate.number} found work") == (
        Citation("jobs"),
        " provided; ",
        Citation("rate", "number"),
        " found work",
    )


def test_two_braces_print_one() -> None:
    assert pieces("{{jobs}} and {{{jobs}}}") == ("{jobs} and {", Citation("jobs"), "}")


def test_spaces_in_the_braces_do_not_matter() -> None:
    assert pieces("{ jobs }") == (Citation("jobs"),)


def test_a_text_without_braces_is_one_piece() -> None:
    assert pieces("jobs") == ("jobs",)
    assert pieces("") == ()


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_attribute_can_be_cited(attribute: str) -> None:
    assert pieces(f"{{jobs.{attribute}}}") == (Citation("jobs", attribute),)


@pytest.mark.parametrize(
    "text",
    [
        "{", "}", "{}", "{jobs", "jobs}", "{jobs.}", "{.number}", "{jobs.value}", "{Jobs}", "{a b}",
        "{jobs!r}", "{jobs:>9}", "{jobs[0]}", "{jobs.__class__}", "{0.number.real}", "{{jobs}",
        "{% x %}", "{jo\nbs}", "{a.number.label}",
    ],
)  # fmt: skip
def test_nothing_else_is_possible_in_braces(text: str) -> None:
    with pytest.raises(CitationError):
        pieces(text)


def test_ids_are_listed_as_often_as_they_are_cited() -> None:
    assert cited("{a} of {b.label}, {a}") == ("a", "b", "a")


def test_brackets_round_digits_are_not_printed() -> None:
    assert without_brackets("[18F] is open [24/7] [sic]") == "18F is open 24/7 [sic]"


def test_typed_digits_are_what_neither_citations_nor_brackets_hold() -> None:
    assert typed_digits("{f2} and 12 in [18F]") == " and 12 in "


@given(st.text())
def test_doubled_braces_print_any_text(text: str) -> None:
    doubled = text.replace("{", "{{").replace("}", "}}")
    assert "".join(str(piece) for piece in pieces(doubled)) == text


@given(st.text("{}[].ab1 "))
def test_any_text_has_pieces_or_is_refused(text: str) -> None:
    try:
        found = pieces(text)
    except CitationError as error:
        assert str(error)
    else:
        assert all(isinstance(piece, Citation) or piece for piece in found)
