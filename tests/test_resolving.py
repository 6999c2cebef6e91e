"""What a briefing says: the sample's every claim, and what stands where a file says nothing."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from bureau_brief import brief
from bureau_brief.brief import Brief
from bureau_brief.reading import read
from bureau_brief.record import (
    Area,
    Compare,
    Converted,
    Earlier,
    Figure,
    Found,
    LeadsTo,
    Noun,
    RateOf,
    Record,
    SharedText,
    Source,
    Text,
    Unit,
)
from bureau_brief.resolving import resolve
from bureau_brief.resolving.choosing import lead_area, main_figure, overview, qualifier
from bureau_brief.resources import SAMPLE
from bureau_brief.wording.sentences import SENTENCES


def en(text: str) -> Text:
    return Text({"en": text})


def figure(id_: str, value: str = "1200", **given: Any) -> Figure:
    counts = Noun({"en": {"other": given.pop("noun", "people")}})
    label = given.pop("label", f"{id_} people helped")
    return Figure(
        **{"id": id_, "label": en(label), "value": Decimal(value), "counts": counts, **given}
    )


def percent(id_: str, value: str, part: str, whole: str, **given: Any) -> Figure:
    given = {"unit": Unit({}, "percent"), "counts": None, "rate_of": RateOf(part, whole), **given}
    return figure(id_, value, **given)


def area(id_: str, *figures: Figure, **given: Any) -> Area:
    return Area(id_, given.pop("title", en(f"Area {id_}")), figures, **given)


def record(*areas: Area, **given: Any) -> Record:
    said = {"organisation": en("Bureau"), "headline": en("Headline"), "period": en("in 2020")}
    return Record(1, **{**said, "areas": areas, "file": "data.yaml", **given})


def said(*areas: Area, **given: Any) -> Brief:
    return resolve(record(*areas, **given), "en")


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def sample() -> Record:
    return read(SAMPLE)[0]


@pytest.fixture(scope="module")
def finished(sample: Record) -> Brief:
    return resolve(sample, "en")


def everything(value: Brief) -> str:
    return "\n".join(plain(text) for text in brief.texts(value))


def shown(value: Brief) -> str:
    """Everything but the notes: what a reader sees."""
    silent = [replace(a, notes=()) for a in value.areas]
    closing = replace(value.closing, notes=())
    over = value.overview and replace(value.overview, notes=())
    return everything(
        replace(value, areas=tuple(silent), closing=closing, overview=over, cover_notes=())
    )


# The sample


def test_the_sample_says_what_the_design_says(finished: Brief) -> None:
    assert plain(finished.headline) == (
        "335,800 jobs provided; 91.8% of poverty-stricken workers found work or started businesses"
    )
    assert [plain(area.message) for area in finished.areas] == [
        "Help for 1,200 college students to start businesses led directly to 2,590 jobs",
        "6,724 employers were helped to provide 335,800 jobs, and over 200,000 job seekers applied",
        "20,000 migrant workers were helped to return to Jiangsu and Zhejiang to find work",
        "28,055 veterans and 4,828 drug rehabilitation workers were helped to find employment",
        "1,211 people with employment difficulties were helped to find jobs; "
        "4,340 families visited",
        "Nearly 1 million farmers benefitted from a three-year training plan",
        "91.8% of poverty-stricken workers found work or started businesses",
    ]
    assert plain(finished.closing.title) == (
        "All 19 figures come from one article dated 13 January 2021"
    )
    assert plain(finished.closing.source_line) == "Source: Guiyang China, 13 January 2021."
    assert plain(finished.type_date).replace("  ", " ") == "Results briefing | 13 January 2021"
    assert plain(finished.footer.generated[1].fill(shown=19)) == (
        "From guiyang.yaml; 19 of 19 figures shown."
    )


def test_the_samples_choices_are_those_of_the_design(sample: Record, finished: Brief) -> None:
    assert [main_figure(area).id for area in sample.areas] == [
        "startup_jobs", "jobs", "migrants", "veterans", "found_jobs", "farmers", "poverty_rate",
    ]  # fmt: skip
    assert finished.lead == "poverty"
    assert finished.overview
    assert finished.overview.figures == ("jobs", "migrants", "veterans", "farmers", "poverty_rate")
    assert finished.closing.figures == ("jobs", "poverty_rate")
    assert len(finished.all_ids()) == 19


def test_every_number_keeps_its_qualifier_everywhere(finished: Brief) -> None:
    text = everything(finished)
    for number, words in (
        ("200,000", "over "), ("1 million", "nearly "), ("65,000", "more than "),
        ("22,246", "an estimated "),
    ):  # fmt: skip
        for match in re.finditer(re.escape(number), text):
            assert text[: match.start()].lower().endswith(words), (number, match.start())


def test_jobs_were_provided_and_nothing_more(finished: Brief) -> None:
    for text in brief.texts(finished):
        words = plain(text)
        if "335,800" in words and not words.startswith("Take care"):
            assert not re.search(r"filled|hired|created", words.partition("335,800")[2]), words


@pytest.mark.parametrize(
    "never", ["99 yuan", "6.5%", "1,822", "338,390", "2,655", "2020", "1,200 start-ups", "%)"]
)
def test_nothing_is_concluded_that_the_source_does_not_say(finished: Brief, never: str) -> None:
    assert never not in everything(finished)


def test_the_award_stands_in_the_context_only(finished: Brief) -> None:
    for text in brief.texts(replace(finished, context=brief.NOTHING)):
        if re.search(r"award|COVID", plain(text)):
            assert plain(text).startswith("“Guiyang bureau wins provincial award") or (
                "no evidence for employment figures" in plain(text)
            )


def test_each_figure_is_defended_in_the_notes_of_its_slide(sample: Record, finished: Brief) -> None:
    for area in finished.areas:
        notes = [plain(note) for note in area.slides[0].notes]
        assert notes[0] == f"To say: {plain(area.message)}."
        for shown_figure in area.figures:
            source = sample.figures()[shown_figure.id].source
            assert source and source.at
            (line,) = [n for n in notes if f"stated as “{source.stated}” in Guiyang" in n]
            assert plain(shown_figure.number) in line.replace("Nearly", "nearly").replace(
                "An est", "an est"
            ).replace("Over ", "over ").replace("More", "more")
            assert source.at.by_language["en"] in line


def test_the_notes_of_cover_overview_and_closing_defend_the_figures_they_show(
    finished: Brief,
) -> None:
    assert [note.figures for note in finished.cover_notes] == [
        ("jobs", "poverty_rate"), ("jobs",), ("poverty_rate",),
    ]  # fmt: skip
    assert finished.overview
    assert [note.figures for note in finished.overview.notes[1:]] == [
        (id_,) for id_ in finished.overview.figures
    ]
    assert [note.figures for note in finished.closing.notes[1:]] == [("jobs",), ("poverty_rate",)]


def test_a_conversion_follows_its_amount_in_every_form(finished: Brief) -> None:
    subsidies = finished.figures()["subsidies"]
    assert plain(subsidies.phrase) == (
        "1.98 million yuan ($305,000) in subsidies for those who returned to work in Guiyang"
    )
    assert subsidies.phrase.figures == ("subsidies", "subsidies.converted")
    assert subsidies.short_label.figures == ("subsidies.converted",)
    for text in brief.texts(finished):
        assert "$305,000" not in plain(text) or "subsidies.converted" in text.figures or (
            "stated as" in plain(text) or plain(text).startswith("“")
        )  # fmt: skip


def test_a_text_lists_exactly_the_figures_whose_numbers_stand_in_it(finished: Brief) -> None:
    known = {id_: plain(f.number.part("number")) for id_, f in finished.figures().items()}
    known["subsidies.converted"] = "$305,000"
    quotes = {figure.quote for figure in finished.figures().values()}  # as the source writes it
    for text in set(brief.texts(finished)) - quotes:
        for id_ in text.figures:
            assert known[id_] in plain(text), (id_, plain(text))


def test_every_text_says_where_it_comes_from(sample: Record, finished: Brief) -> None:
    for text in brief.texts(finished):
        if not text:
            continue
        kind, _, key = text.path.partition(":")
        if kind == "templates":
            assert key in SENTENCES
        elif kind == "words":
            assert key.split(".")[0] in ("headings", "lists")
        else:
            assert text.path in sample.places, text.path


def test_resolving_twice_says_the_same(sample: Record, finished: Brief) -> None:
    assert resolve(sample, "en") == finished


def test_no_text_has_a_blemish(finished: Brief) -> None:
    for text in walk_texts(finished):
        assert not re.search(r"\.\.| [,.;:]|\( | \)|  (?!\|)(?<!\|  )|^\s|\s$|[{}]", plain(text)), (
            text
        )


def walk_texts(value: object) -> Iterator[brief.Text]:
    if isinstance(value, brief.Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from walk_texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from walk_texts(getattr(value, field.name))


# Choosing


def test_the_main_figure_is_marked_or_of_the_strongest_kind_or_the_first() -> None:
    kinds = ("base", "input", "activity", "reach", "outcome", "rate")
    figures = [figure(kind, kind=kind) for kind in kinds]
    for end in range(1, len(kinds) + 1):
        assert main_figure(area("a", *figures[:end])).id == kinds[end - 1]
    assert main_figure(area("a", *figures, figure("x", main=True))).id == "x"
    assert main_figure(area("a", figure("one"), figure("two"))).id == "one"


def rated(id_: str, **given: Any) -> Area:
    part, whole = figure(f"{id_}part", "20"), figure(f"{id_}whole", "50")
    rate = percent(f"{id_}rate", "40", part.id, whole.id, main=True)
    return area(id_, rate, part, whole, **given)


def test_the_lead_is_marked_or_led_by_a_whole_rate_or_the_first() -> None:
    first, second, third = area("a", figure("f")), rated("b"), area("c", figure("g"), lead=True)
    assert lead_area(record(first, second, third)).id == "c"
    assert lead_area(record(first, second)).id == "b"
    assert lead_area(record(first)).id == "a"
    bounded = replace(second.figures[2], qualifier="over")
    unsure = replace(second, figures=(*second.figures[:2], bounded))
    assert lead_area(record(first, unsure)).id == "a"
    unsure = replace(
        second, figures=(replace(second.figures[0], qualifier="nearly"), *second.figures[1:])
    )
    assert lead_area(record(first, unsure)).id == "a"
    assert lead_area(record(first, replace(second, chart="none"))).id == "a"
    assert lead_area(record(first, replace(second, figures=second.figures[:2]))).id == "a"


def test_the_overview_shows_at_most_six_one_an_area_the_rate_last() -> None:
    areas = [area(f"a{i}", figure(f"f{i}"), priority=9 - i) for i in range(8)]
    assert overview(record(*areas[:2])) == ()
    assert [f.id for f in overview(record(*areas))] == ["f2", "f3", "f4", "f5", "f6", "f7"]
    with_rate = overview(record(rated("r"), *areas))
    assert [f.id for f in with_rate] == ["f4", "f5", "f6", "f7", "rrate"]
    marked = [replace(a, figures=(replace(a.figures[0], overview=True),)) for a in areas[:3]]
    assert [f.id for f in overview(record(rated("r"), *marked))] == ["f0", "f1", "f2"]


@pytest.mark.parametrize(
    ("part", "whole", "own"),
    [
        ("exact", "exact", "exact"), ("exact", "estimated", "estimated"),
        ("about", "exact", "about"), ("over", "exact", "over"), ("exact", "over", "under"),
        ("exact", "nearly", "over"), ("exact", "at_least", "at_most"), ("over", "over", "about"),
        ("over", "under", "over"), ("estimated", "about", "estimated"),
        ("nearly", "estimated", "about"),
    ],
)  # fmt: skip
def test_a_computed_rate_is_no_surer_than_its_parts(part: Any, whole: Any, own: str) -> None:
    figures = [figure("p", qualifier=part), figure("w", qualifier=whole)]
    known = {f.id: f for f in figures}
    rate = percent("r", "40", "p", "w")
    assert qualifier(known, rate) == own
    stated = replace(rate, source=Found("s", stated="40 percent"))
    assert qualifier(known, stated) == "exact"
    assert qualifier(known, replace(stated, qualifier="nearly")) == "nearly"
    assert qualifier(known, replace(rate, source=Found("s"))) == own


def test_a_computed_rate_is_printed_with_its_qualifier() -> None:
    areas = rated("a")
    figures = (*areas.figures[:2], replace(areas.figures[2], qualifier="estimated"))
    finished = said(replace(areas, figures=figures)).areas[0]
    assert plain(finished.figure("arate").number) == "an estimated 40%"
    assert plain(finished.slides[0].source_line).endswith("The total is an estimate.")


# What the file leaves open


def test_a_bare_file_still_reads_well() -> None:
    finished = said(area("a", figure("f", label="people helped")))
    assert finished.overview is None
    assert (plain(finished.areas[0].message), plain(finished.areas[0].sentence)) == (
        "1,200 people helped", "people helped",
    )  # fmt: skip
    assert plain(finished.closing.title) == "The one figure is the office’s own"
    assert [plain(text) for _, text in finished.closing.blocks] == [
        "Not given in the data file.",
        "Figures are the office’s own; none was added or rounded. In 2020.",
        "Bureau. Telephone and e-mail: not given in the source.",
    ]
    assert plain(finished.footer.contact) == "Contact: not given in the source."
    assert plain(finished.cover_line) == "In 2020."
    assert plain(finished.areas[0].slides[0].source_line) == "In 2020."
    assert not finished.closing.source_line
    assert not finished.type_date
    assert not finished.context
    assert not finished.areas[0].slides[0].table_alt
    assert (finished.published, finished.locale) == ("", "en-GB")
    assert plain(finished.areas[0].slides[0].notes[1]) == (
        "1,200 people helped: no source given; in 2020; taken over from the data file."
    )


def test_without_titles_no_two_slides_have_the_same_title() -> None:
    areas = [area(f"a{i}", figure(f"f{i}", label=f"people of {i}")) for i in range(3)]
    finished = said(*areas)
    assert finished.overview
    assert plain(finished.overview.title) == "Three areas report three main results"
    own = said(replace(areas[0], sentence=en("were helped")), *areas[1:]).overview
    assert own
    assert plain(own.title) == "1,200 were helped"


def test_several_sources_stand_side_by_side() -> None:
    sources = {
        "a": Source(SharedText({"*": "Report"}), date=dt.date(2021, 1, 13)),
        "b": Source(SharedText({"*": "Who works?"}), SharedText({"*": "Survey"})),
        "c": Source(SharedText({"*": "Never cited"})),
    }
    figures = [figure("f", source=Found("a")), figure("g", source=Found("b"))]
    finished = said(area("x", *figures), sources=sources)
    (slide,) = finished.areas[0].slides
    assert plain(slide.source_line) == "Source: Report, 13 January 2021; Survey. In 2020."
    assert plain(finished.footer.source[1]) == (
        "“Report”, updated 13 January 2021. “Who works?”, Survey. “Never cited”."
    )
    assert plain(finished.closing.title) == "All 2 figures come from 2 sources"
    unsourced = said(area("x", *figures, figure("h")), sources=sources)
    assert plain(unsourced.closing.title) == "3 figures, and where they come from"


def test_contact_cautions_and_closing_title_of_the_file_are_used() -> None:
    finished = said(
        area("a", figure("f")),
        contact=en("press@bureau.example."),
        do_not_say=(en("Never add {f}."), Text({"zh": "x"})),
        closing_title=en("all {count} figures are ours"),
    )
    assert plain(finished.footer.contact) == "Contact: press@bureau.example."
    assert plain(finished.closing.title) == "All 1 figures are ours"
    assert [plain(n) for n in finished.cover_notes[1:]] == ["Take care: Never add 1,200 people."]
    assert plain(finished.closing.notes[-1]) == "Take care: Never add 1,200 people."


def test_citations_print_number_label_scope_and_change() -> None:
    one = figure(
        "f", "335800", qualifier="over", label="jobs", scope=en("in the city"), noun="jobs",
        previous=Earlier(SharedText({"*": "2019"}), Decimal(310000)),
    )  # fmt: skip
    two = figure("g", "20", previous=None)
    message = "{f.number} {f.label} {f.scope}, {f.change}; {{18F}} [24/7] {g}{g.change}"
    finished = said(area("a", one, two, message=en(message))).areas[0]
    assert plain(finished.message) == (
        "Over 335,800 jobs in the city, up from 310,000; {18F} 24/7 20 people"
    )
    assert finished.message.figures == ("f", "g")


def test_an_arrow_says_the_files_words_or_the_sources_or_ours() -> None:
    def flow(leads: LeadsTo, **given: Any) -> brief.Flow | None:
        return said(area("a", figure("f", leads_to=leads), figure("g"), **given)).areas[0].flow

    ours, stated = flow(LeadsTo("g")), flow(LeadsTo("g", stated="leading to"))
    words = flow(LeadsTo("g", en("gave"), "leading to"))
    assert ours and stated and words
    assert [str(ours.words), str(ours.quoted)] == ["led to", "led to"]
    assert [str(stated.words), str(stated.quoted)] == ["“leading to”", "“leading to”"]
    assert [str(words.words), str(words.quoted)] == ["gave", "“leading to”"]
    assert flow(LeadsTo("g"), chart="none") is None
    assert flow(LeadsTo("elsewhere")) is None


def test_a_comparison_is_titled_and_holds_no_bound() -> None:
    group = Compare(("f", "g"), words=en("were helped"))
    figures = [figure("f", noun="veterans"), figure("g", "900", noun="students")]
    compare = said(area("a", *figures, compare=group)).areas[0].compare
    assert compare
    assert (plain(compare.title), plain(compare.words)) == ("Area a", "were helped")
    assert plain(compare.alt) == ("Bar chart on one scale from zero: 1,200 veterans; 900 students.")
    titled = said(area("a", *figures, compare=replace(group, title=en("people")))).areas[0]
    assert titled.compare
    assert plain(titled.compare.title) == "People"
    bounded = replace(figures[1], qualifier="over")
    assert said(area("a", figures[0], bounded, compare=group)).areas[0].compare is None


@pytest.mark.parametrize(
    ("figures", "given", "reason"),
    [
        (("exact", "over"), {}, "because a bound is not a count: over 5 people."),
        (("exact", "exact"), {}, "because the data file does not compare these figures: 5 people; "
         "5 people."),
        (("exact", "exact"), {"chart": "none"}, "because the data file switches the chart off."),
    ],
)  # fmt: skip
def test_the_notes_say_why_there_is_no_chart(
    figures: tuple[Any, ...], given: dict[str, Any], reason: str
) -> None:
    made = [figure(f"f{i}", "5", qualifier=q) for i, q in enumerate(figures)]
    notes = said(area("a", *made, **given)).areas[0].slides[0].notes
    assert plain(notes[-1]) == f"Not charted {reason}"


def test_figures_of_different_things_share_no_scale() -> None:
    made = [figure("f", "5"), figure("g", "6", noun="families")]
    notes = said(area("a", *made)).areas[0].slides[0].notes
    assert plain(notes[-1]) == (
        "Not charted because these figures do not share one scale: 5 people; 6 families."
    )
    assert len(said(area("a", made[0])).areas[0].slides[0].notes) == 2


def test_a_long_alternative_text_leaves_the_labels_out() -> None:
    many = [figure(f"f{i}", "5", label="people " * 20 + f"number {i}") for i in range(5)]
    assert plain(said(area("a", *many)).areas[0].slides[0].table_alt) == (
        "Table: 5 people; 5 people; 5 people; 5 people."
    )


def test_a_quotation_is_the_sources_sentence_or_its_number() -> None:
    source = {"s": Source(SharedText({"*": "Report"}))}
    stated = figure("f", source=Found("s", stated="1,200 people"))
    quoted = replace(stated, id="g", source=Found("s", quote=SharedText({"*": "We helped."})))
    finished = said(area("a", stated, quoted, figure("h")), sources=source).figures()
    assert (str(finished["f"].quote), str(finished["f"].quote_source)) == (
        "“1,200 people”",
        "Report",
    )
    assert finished["f"].quote.path.endswith("figures[0].source.stated")
    assert str(finished["g"].quote) == "“We helped.”"
    assert finished["g"].quote.path.endswith("figures[1].source.quote")
    assert not finished["h"].quote


def test_a_conversion_stands_in_the_default_title() -> None:
    money = figure(
        "f", "1980000", unit=Unit({}, "CNY"), counts=None, label="in subsidies",
        converted=Converted(Decimal(305000), Unit({}, "USD")),
    )  # fmt: skip
    finished = said(area("a", money), headline=en("{f} paid"))
    assert plain(finished.headline) == "1.98 million yuan ($305,000) paid"
    assert finished.headline.figures == ("f", "f.converted")
    assert plain(finished.areas[0].message) == "1.98 million yuan ($305,000) in subsidies"
    assert len(finished.cover_notes) == 2
    assert plain(finished.footer.notes[1]) == "In 2020."


# Scope


CITY = en("in the city")


def test_a_scope_follows_the_label_once_on_page_and_slide() -> None:
    finished = said(
        area("a", figure("f", label="people", scope=CITY), figure("g", scope=CITY)),
        headline=en("Helped"),
    ).areas[0]
    assert plain(finished.sentence) == "people in the city"
    assert plain(finished.message) == "1,200 people in the city"
    main, other = finished.figures
    assert plain(main.label) == "people"  # the default title has said it
    assert plain(main.lone_label) == "people in the city"
    assert plain(other.phrase) == "1,200 g people helped"  # the sentence has said it


def test_a_scope_that_a_text_cites_is_not_said_again() -> None:
    one = figure("f", label="people", scope=CITY)
    message, sentence = en("Help {f.scope}"), en("helped {f.scope} to work")
    finished = said(area("a", one, message=message, sentence=sentence)).areas[0]
    assert plain(finished.sentence) == "helped in the city to work"
    assert plain(finished.figures[0].label) == "people"
    assert plain(finished.figures[0].phrase) == "1,200 people"
    elsewhere = said(area("a", one, message=en("Help"), sentence=en("helped"))).areas[0]
    assert plain(elsewhere.sentence) == "helped in the city"
    assert plain(elsewhere.figures[0].label) == "people in the city"


def scoped_rate(**given: Any) -> brief.Area:
    base = rated("a", **given)
    whole = replace(base.figures[2], scope=CITY, label=en("workers"))
    return said(replace(base, figures=(*base.figures[:2], whole))).areas[0]


def test_a_rate_has_the_scope_of_its_whole() -> None:
    finished = scoped_rate(message=en("{arate} work"))
    assert finished.rate
    assert plain(finished.rate.whole_page) == "of 50 workers in the city, in 2020"
    assert plain(finished.rate.whole_band) == "of 50 workers in the city"
    assert plain(finished.rate.whole_label) == "workers in the city"
    assert plain(finished.figure("awhole").label) == "workers"
    assert plain(finished.figure("arate").label) == "arate people helped"
    assert plain(finished.figure("arate").lone_label) == "arate people helped in the city"
    assert "in the city" in plain(finished.rate.alt)


def test_a_rate_whose_texts_cite_the_scope_says_it_once() -> None:
    finished = scoped_rate(
        message=en("{arate} work {arate.scope}"), sentence=en("work {awhole.scope}")
    )
    assert finished.rate
    assert plain(finished.message) == "40% work in the city"
    assert plain(finished.rate.whole_page) == "of 50 workers, in 2020"
    assert plain(finished.rate.whole_label) == "workers"
    assert plain(finished.figure("awhole").phrase) == "50 workers"


# Periods


def test_exceptions_are_named_by_area_or_by_figure() -> None:
    plan, now = en("three-year plan"), en("at present")
    whole = area("a", figure("f", period=plan), figure("g", period=plan), short=en("training"))
    mixed = area("b", figure("h"), figure("i", period=now, label="workers of {f}"))
    finished = said(whole, mixed, area("c", figure("j")))
    assert plain(finished.footer.notes[1]) == (
        "In 2020, except training (three-year plan) and workers of 1,200 people (at present)."
    )
    assert finished.footer.notes[1].figures == ("f",)
    assert plain(finished.areas[0].slides[0].source_line) == "Three-year plan."
    assert plain(finished.areas[1].slides[0].source_line) == (
        "In 2020, except workers of 1,200 people (at present)."
    )
    assert plain(finished.areas[0].figures[0].period) == "Three-year plan"
    assert finished.areas[0].figures[0].period.path == "areas[0].figures[0].period"
    assert finished.areas[1].figures[0].period.path == "period"


def test_where_no_figure_has_the_files_period_the_commonest_stands_for_all() -> None:
    plan, now = en("three-year plan"), en("at present")
    figures = [figure("f", period=plan), figure("g", period=now), figure("h", period=now)]
    assert plain(said(area("a", *figures)).areas[0].slides[0].source_line) == (
        "At present, except f people helped (three-year plan)."
    )


def test_the_files_period_stands_first_even_where_it_is_the_rarer() -> None:
    figures = [figure("f"), figure("g", period=en("now")), figure("h", period=en("now"))]
    assert plain(said(area("a", *figures)).areas[0].slides[0].source_line) == (
        "In 2020, except g people helped (now) and h people helped (now)."
    )
