"""One language's lists, dates, titles and sentences, as a careful editor prints them."""

import datetime as dt
from decimal import Decimal

import pytest

from bureau_brief.brief import NOTHING, Part, Saying, Text, capitalised, texts, words
from bureau_brief.wording import fill, wording
from bureau_brief.wording.sentences import SENTENCES, tidy


@pytest.mark.parametrize(
    ("items", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c", "d"), "a, b, c and d")],
)
def test_a_list_reads_as_running_text(items: tuple[str, ...], text: str) -> None:
    assert wording("en").listed(items) == text


def test_statements_and_sentences_stand_side_by_side() -> None:
    assert wording("en").stated(["a", "b", "c"]) == "a; b; c"
    assert wording("en").following(["A.", "B."]) == "A. B."
    assert wording("en").stated([]) == ""


def test_what_is_filled_in_is_not_read_again() -> None:
    assert fill("{a} and {b}", a="{b}", b="{a}") == "{b} and {a}"
    assert wording("en").listed(["{a}", "{b}", "{x}"]) == "{a}, {b} and {x}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Made in the U.S..", "Made in the U.S."),
        ("Who works?.", "Who works?"),
        ("“Who?”.", "“Who?”."),
        ("来源。。", "来源。"),
        ("in 2019.. Then", "in 2019. Then"),
        ("and so on... more", "and so on... more"),
        ("a..b.yaml", "a..b.yaml"),
        ("../data/x.yaml", "../data/x.yaml"),
        ("two  spaces ", "two spaces"),
        ("12\u00a0\u00a0jobs", "12\u00a0\u00a0jobs"),
        ("one\n  line", "one line"),
        ("一\n行", "一行"),
        ("\n", ""),
    ],
)
def test_a_sentence_is_one_tidy_line(text: str, printed: str) -> None:
    assert tidy(text) == printed


def test_a_sentence_must_be_given_exactly_its_values() -> None:
    with pytest.raises(AssertionError):
        wording("en").sentence("message")
    with pytest.raises(AssertionError):
        wording("en").sentence("message", phrase="x", other="y")


def test_a_text_knows_the_sentence_it_is_made_from() -> None:
    said = wording("en").text("message", ("jobs",), phrase="5 jobs")
    assert (str(said), said.path, said.figures) == ("5 jobs", "templates:message", ("jobs",))
    heading = wording("en").heading("method")
    assert (str(heading), heading.path) == ("Method and periods", "words:headings.method")


def test_a_date_is_long_and_its_day_is_bound_to_its_month() -> None:
    assert wording("en").date(dt.date(2021, 1, 13)) == "13\u00a0January 2021"
    assert wording("en").date(None) == ""


def test_articles_are_bound_in_titles() -> None:
    assert wording("en").bound("A plan for the city") == "A\u00a0plan for the\u00a0city"
    assert wording("en").bound("Area data that they want") == "Area data that they want"


@pytest.mark.parametrize(("number", "form"), [(1, "one"), (0, "other"), (19, "other")])
def test_a_count_has_a_plural_form(number: int, form: str) -> None:
    assert wording("en").form(number) == form


def test_a_saying_is_filled_with_counts_in_the_digits_of_the_language() -> None:
    said = wording("en").saying("page_generated", file="a.yaml", all=wording("en").digits(4200))
    assert str(said.fill(shown=3100)) == "From a.yaml; 3,100 of 4,200 figures shown."
    assert said.path == "templates:page_generated"
    with pytest.raises(KeyError):
        said.fill(i=1)
    assert str(Saying("{{{n}}}", "x").fill(n=1000)) == "{1000}"


@pytest.mark.parametrize(
    ("key", "values", "text"),
    [
        ("type_date", {"document": "", "date": ""}, ""),
        ("type_date", {"document": "Results", "date": ""}, "Results"),
        ("type_date", {"document": "", "date": "13 May 2021"}, "13 May 2021"),
        ("cover_line", {"period": "2020", "date": ""}, "2020."),
        ("page_contact", {"contact": ""}, "Contact: not given in the source."),
        ("page_contact", {"contact": "Call 123."}, "Contact: Call 123."),
        (
            "closing_contact",
            {"organisation": "Bureau", "contact": "123 45"},
            "Bureau. 123 45.",
        ),
        ("source_short", {"name": "Gazette", "date": ""}, "Gazette"),
        (
            "page_source",
            {"title": "“T”", "short": "", "publisher": "", "date": ""},
            "“T”.",
        ),
        (
            "page_source",
            {"title": "“T”", "short": "G", "publisher": "P", "date": "13 May 2021"},
            "“T”, G, P, updated 13 May 2021.",
        ),
        ("slide_source", {"sources": "", "periods": "In 2020.", "estimated_total": ""}, "In 2020."),
        ("periods", {"period": "2020", "exceptions": ""}, "2020."),
        ("periods", {"period": "2020", "exceptions": "a (2019)"}, "2020, except a (2019)."),
        (
            "overview_kicker",
            {"results": "one", "results_form": "one", "areas": "three", "areas_form": "other"},
            "Overview: one result in three areas",
        ),
        (
            "page_notes",
            {"periods": "2020.", "sources": "0", "qualifiers": "yes", "conversions": ""},
            "2020.",
        ),
        (
            "page_notes",
            {"periods": "2020.", "sources": "1", "qualifiers": "yes", "conversions": ""},
            "2020. Qualifiers are the source’s.",
        ),
        (
            "page_notes",
            {"periods": "2020.", "sources": "2", "qualifiers": "", "conversions": "yes"},
            "2020. Conversions are the sources’.",
        ),
    ],
)
def test_a_sentence_reads_well_whatever_is_missing(
    key: str, values: dict[str, str], text: str
) -> None:
    assert wording("en").sentence(key, **values) == text


def closing_title(**given: str) -> str:
    values = {
        "count": "19",
        "form": "other",
        "sources": "1",
        "sourced": "yes",
        "kind": "",
        "date": "",
    }
    return wording("en").sentence("closing_title", **{**values, **given})


def test_the_closing_title_says_no_more_than_is_so() -> None:
    assert closing_title(kind="article", date="13 May") == (
        "All 19 figures come from one article dated 13 May"
    )
    assert closing_title() == "All 19 figures come from one source"
    assert closing_title(kind="report") == "All 19 figures come from one report"
    assert closing_title(sources="3") == "All 19 figures come from 3 sources"
    assert closing_title(sources="0", sourced="") == "All 19 figures are the office’s own"
    assert closing_title(sourced="") == "19 figures, and where they come from"
    one = {"count": "1", "form": "one"}
    assert closing_title(**one) == "The one figure comes from one source"
    assert closing_title(**one, sources="0") == "The one figure is the office’s own"


def closing_method(**given: str) -> str:
    flags = {
        "sources": "1",
        "computed": "",
        "qualifiers": "",
        "conversions": "",
        "periods": "2020.",
    }
    return wording("en").sentence("closing_method", **{**flags, **given})


def test_the_method_says_no_more_than_is_so() -> None:
    assert closing_method() == "Figures are the source’s; none was added or rounded. 2020."
    assert closing_method(qualifiers="yes", conversions="yes", sources="2").startswith(
        "Figures, qualifiers and conversions are the sources’;"
    )
    assert closing_method(qualifiers="yes").startswith("Figures and qualifiers are")
    assert closing_method(conversions="yes").startswith("Figures and conversions are")
    assert closing_method(computed="yes", sources="0") == (
        "Figures are the office’s own; rates that no source states are computed from them. 2020."
    )


def note(**given: str) -> str:
    values = dict.fromkeys(SENTENCES["note_figure"], "") | {"phrase": "5 jobs", "period": "2020"}
    return wording("en").sentence("note_figure", **{**values, **given})


def test_a_figure_is_defended_as_far_as_the_file_goes() -> None:
    assert note() == "5 jobs: no source given; 2020; taken over from the data file."
    assert note(source="G") == "5 jobs: from G; 2020; taken over from the data file."
    assert note(source="G", at="page 3", stated="“five”") == (
        "5 jobs: stated as “five” in G, page 3; 2020; taken over as stated."
    )
    assert note(check="rate").endswith("; recomputed from its part and its whole.")
    assert note(check="part").endswith("; compared with its whole.")


def test_a_text_is_its_parts() -> None:
    said = Text((Part("qualifier", "nearly\u00a0"), Part("number", "1"), Part("unit", "\u00a0m")))
    assert (str(said), said.part("qualifier"), said.part("unit")) == (
        "nearly\u00a01\u00a0m",
        "nearly",
        "m",
    )
    assert said.part("words") == ""
    assert str(capitalised(said)) == "Nearly\u00a01\u00a0m"
    assert capitalised(NOTHING) is NOTHING
    assert not NOTHING
    assert not words("")
    assert [str(text) for text in texts((words("a"), (words("b"), Decimal(5))))] == ["a", "b"]
