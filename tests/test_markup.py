"""Texts that are written into XML come back as they were, whatever they hold."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bureau_brief.outputs.deck_data import data_parts
from bureau_brief.outputs.markup import document, element, escaped, quoted
from bureau_brief.outputs.package import Part

hostile = st.text(
    st.one_of(st.sampled_from("&<>\"'];"), st.characters(exclude_categories=["Cc", "Cs"])),
    max_size=30,
).filter(lambda text: not set(text) & {"\ufffe", "\uffff"})


@given(hostile)
def test_a_text_cannot_become_markup(text: str) -> None:
    root = etree.fromstring(f"<a b={quoted(text)}>{escaped(text)}</a>")
    assert (root.text or "") == text
    assert root.get("b") == text
    assert len(root) == 0


@given(hostile)
def test_data_are_carried_as_they_are(text: str) -> None:
    package, presentation = Part("", ""), Part("ppt/presentation.xml", "")
    item, *_ = data_parts(package, presentation, text.encode(), "0")
    root = etree.fromstring(item.content)
    assert (root.text or "") == text
    assert len(root) == 0


def test_break_hints_stay_in_data_alone() -> None:
    said = element("a", content="就业\u200b创业")
    assert etree.fromstring(document(said)).text == "就业创业"


def test_an_empty_element_is_short() -> None:
    assert element("a", ' b="c"') == '<a b="c"/>'
