"""What frames the areas: cover, overview, closing slide, and the foot of the page.

In: the Record, its finished areas and a Speaker. Out: the Brief's Overview, Closing, Footer.
Not for: the areas themselves.
"""

from collections.abc import Iterable, Sequence

from bureau_brief import brief
from bureau_brief.brief import NOTHING, Text, capitalised, words
from bureau_brief.record import Figure, Source
from bureau_brief.resolving.choosing import lead_area, main_figure, overview
from bureau_brief.resolving.dividing import rows, sharing
from bureau_brief.resolving.notes import cautions, notes
from bureau_brief.resolving.periods import counted, of_areas
from bureau_brief.resolving.sourcing import counted_sources, source_line
from bureau_brief.resolving.speaking import Speaker, count
from bureau_brief.values import replace
from bureau_brief.wording import fill


def finished_cover(speaker: Speaker, headline: Text) -> tuple[Text, tuple[Text, ...]]:
    """The cover's line of period and date, and its notes."""
    record = speaker.record
    line = speaker.wording.text(
        "cover_line",
        period=str(capitalised(words(speaker.plain(record.period)))),
        date=speaker.wording.date(record.published),
    )
    return line, notes(speaker, headline, (), cautions(speaker, record.do_not_say, ""))


def finished_overview(
    speaker: Speaker, areas: Sequence[brief.Area], headline: Text
) -> brief.Overview | None:
    """The overview slide; None for one or two areas."""
    chosen = overview(speaker.record)
    if not chosen:
        return None
    wording, record = speaker.wording, speaker.record
    counts = {
        "results": wording.count(len(chosen)),
        "results_form": wording.form(len(chosen)),
        "areas": wording.count(len(areas)),
    }
    title = speaker.title(record.overview_title, "overview_title")
    title = title or _overview_title(speaker, areas, headline, counts)
    periods = of_areas(speaker, chosen)
    return brief.Overview(
        kicker=wording.text(
            "overview_kicker", areas_form=wording.form(len(areas)), figures=(), **counts
        ),
        title=title,
        figures=tuple(figure.id for figure in chosen),
        source_line=source_line(speaker, chosen, periods),
        notes=notes(speaker, title, chosen, cautions(speaker, record.do_not_say, "")),
    )


def _overview_title(
    speaker: Speaker, areas: Sequence[brief.Area], headline: Text, counts: dict[str, str]
) -> Text:
    """By default the lead area's main number, read with its sentence.

    Where another slide has that title, or where it has no room, the counts of results and areas.
    """
    lead = next(area for area in areas if area.id == lead_area(speaker.record).id)
    number = lead.figure(lead.main).number
    said = {"number": str(number), "sentence": str(lead.sentence), **counts}
    ids = (*number.figures, *lead.sentence.figures)
    title = speaker.as_title(speaker.wording.text("overview_title", ids, repeated="", **said))
    counted = speaker.as_title(speaker.wording.text("overview_title", (), repeated="yes", **said))
    others = [_spaced(text) for text in (headline, *(area.message for area in areas))]
    return counted if _spaced(title) in others else replace(title, shorter=counted)


def _spaced(text: Text) -> str:
    return str(text).replace("\u00a0", " ")


def finished_shared(
    speaker: Speaker, areas: Sequence[brief.Area], most_slides: int
) -> tuple[brief.Shared, ...]:
    """The slides that areas share, where a slide for each would be more than `most_slides`."""
    framing = 3 if overview(speaker.record) else 2  # cover, overview, closing
    slides = [len(area.slides) for area in areas]
    indexes = sharing(slides, [area.priority for area in areas], most_slides - framing)
    by_id = {areas[index].id: areas[index] for index in indexes}
    groups = rows(list(by_id))
    return tuple(_shared(speaker, [by_id[id_] for id_ in g], len(groups) > 1) for g in groups)


def _shared(speaker: Speaker, areas: Sequence[brief.Area], named: bool) -> brief.Shared:
    """One slide of several areas; `named` by its first, as there are several such slides."""
    wording, known = speaker.wording, speaker.known
    title = wording.text(
        "more_title",
        areas=wording.count(len(areas)),
        areas_form=wording.form(len(areas)),
        first=str(areas[0].name) if named else "",
    )
    title = speaker.as_title(title)
    mains = [known[area.main].figure for area in areas]
    every = [known[figure.id].figure for area in areas for figure in area.figures]
    warned = [(known[area.main].area.do_not_say, area.path) for area in areas]
    remarks = [said for texts, path in warned for said in cautions(speaker, texts, path)]
    return brief.Shared(
        kicker=wording.heading("more"),
        title=title,
        areas=tuple(area.id for area in areas),
        source_line=source_line(speaker, mains, of_areas(speaker, mains)),
        notes=notes(speaker, title, every, remarks),
    )


def finished_parts(speaker: Speaker) -> brief.Parts:
    """The names of the deck's parts."""
    heading = speaker.wording.heading
    return brief.Parts(heading("opening"), heading("areas"), heading("more"), heading("closing"))


def finished_closing(speaker: Speaker, periods: Text) -> brief.Closing:
    """The last slide: two numbers to keep, and where everything comes from."""
    record, wording = speaker.record, speaker.wording
    shown = _two_numbers(speaker)
    title = speaker.title(record.closing_title, "closing_title") or _closing_title(speaker)
    return brief.Closing(
        kicker=wording.heading("closing"),
        title=title,
        figures=tuple(figure.id for figure in shown),
        blocks=(
            (wording.heading("source"), sources(speaker, "closing_source")),
            (wording.heading("method"), _method(speaker, periods)),
            (wording.heading("contact"), _contact(speaker)),
        ),
        source_line=source_line(speaker, shown, NOTHING),
        notes=notes(speaker, title, shown, cautions(speaker, record.do_not_say, "")),
    )


def finished_footer(speaker: Speaker, periods: Text) -> brief.Footer:
    """The foot of the page."""
    record, wording = speaker.record, speaker.wording
    whose = {key: value for key, value in _whose(speaker).items() if key != "computed"}
    said, short = (
        wording.text("page_notes", text.figures, periods=str(text), **whose)
        for text in (periods, counted(speaker, speaker.figures.values()))
    )
    every = wording.digits(count(record))
    return brief.Footer(
        source=(wording.heading("source"), sources(speaker, "page_source")),
        notes=(wording.heading("notes"), said),
        short_notes=short,
        generated=(
            wording.heading("generated"),
            speaker.naming("page_generated", all=every),
        ),
        contact=wording.text("page_contact", contact=speaker.plain(record.contact)),
        address=_address(record.sources.values()),
    )


def _address(sources_: Iterable[Source]) -> str:
    """The address of the only source; with several, one link would lead to the wrong one."""
    addresses = [source.url for source in sources_]
    return addresses[0] or "" if len(addresses) == 1 else ""


def _two_numbers(speaker: Speaker) -> list[Figure]:
    """The lead area's main number and the first other overview number, in data order."""
    record = speaker.record
    lead = main_figure(lead_area(record))
    mains = tuple(main_figure(area) for area in record.areas)
    others = [figure for figure in overview(record) or mains if figure is not lead][:1]
    order = list(speaker.known)
    return sorted([lead, *others], key=lambda figure: order.index(figure.id))


def _cited_sources(speaker: Speaker) -> list[Source]:
    """The sources that figures come from, as they stand in the file."""
    figures = [known.figure for known in speaker.known.values()]
    cited = {figure.source.ref for figure in figures if figure.source}
    return [source for ref, source in speaker.record.sources.items() if ref in cited]


def _closing_title(speaker: Speaker) -> Text:
    """By default: how many figures, from where. `sourced` where every one has a source."""
    every, sources = count(speaker.record), _cited_sources(speaker)
    only = sources[0] if len(sources) == 1 else None
    sourced = all(known.figure.source for known in speaker.known.values())
    return speaker.as_title(
        speaker.wording.text(
            "closing_title",
            count=speaker.wording.digits(every),
            form=speaker.wording.form(every),
            sources=str(len(sources)),
            sourced="yes" if sourced else "",
            kind=speaker.plain(only.kind) if only else "",
            date=speaker.wording.date(only.date) if only else "",
        )
    )


def sources(speaker: Speaker, key: str, *, publisher: bool = True) -> Text:
    """Every source of the file in a sentence of its own, with its publisher or without."""
    every = list(speaker.record.sources.values())
    if not every:
        return speaker.wording.text("source_missing")
    said = speaker.wording.following([_source(speaker, key, one, publisher) for one in every])
    short = capitalised(words(f"{counted_sources(speaker, len(every))}.", "sources"))
    return replace(words(said, "sources"), shorter=short if len(every) > 1 else None)


def _source(speaker: Speaker, key: str, source: Source, publisher: bool) -> str:
    return speaker.wording.sentence(
        key,
        title=fill(speaker.wording.words.quotes.title, x=speaker.plain(source.title)),
        short=speaker.plain(source.short),
        publisher=speaker.plain(source.publisher) if publisher else "",
        date=speaker.wording.date(source.date),
    )


def _whose(speaker: Speaker) -> dict[str, str]:
    """What the method says: how many sources; are any figures qualified, converted, computed?"""
    figures = [known.figure for known in speaker.known.values()]
    unstated = (f for f in figures if f.rate_of and not (f.source and f.source.stated))
    return {
        "sources": str(len(_cited_sources(speaker))),
        "qualifiers": "yes" if any(f.qualifier != "exact" for f in figures) else "",
        "conversions": "yes" if any(f.converted for f in figures) else "",
        "computed": "yes" if any(unstated) else "",
    }


def _method(speaker: Speaker, periods: Text) -> Text:
    whose, text = _whose(speaker), speaker.wording.text
    whole = text("closing_method", periods.figures, periods=str(periods), **whose)
    if periods.shorter is None:
        return whole
    return replace(whole, shorter=text("closing_method", (), periods=str(periods.shorter), **whose))


def _contact(speaker: Speaker) -> Text:
    return speaker.wording.text(
        "closing_contact",
        organisation=speaker.plain(speaker.record.organisation),
        contact=speaker.plain(speaker.record.contact),
    )
