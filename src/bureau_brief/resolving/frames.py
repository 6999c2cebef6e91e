"""What frames the areas: cover, overview, closing slide, and the foot of the page.

In: the Record, its finished areas and a Speaker. Out: the Brief's Overview, Closing, Footer.
Not for: the areas themselves.
"""

from collections.abc import Mapping, Sequence

from bureau_brief import brief
from bureau_brief.brief import NOTHING, Text, words
from bureau_brief.record import Figure, Source
from bureau_brief.resolving.choosing import lead_area, main_figure, overview
from bureau_brief.resolving.figures import source_short
from bureau_brief.resolving.notes import cautions, notes
from bureau_brief.resolving.periods import of_areas
from bureau_brief.resolving.speaking import Speaker, count

Figures = Mapping[str, brief.Figure]


def finished_overview(
    speaker: Speaker, figures: Figures, lead: brief.Area
) -> brief.Overview | None:
    """The overview slide; None for one or two areas."""
    chosen = overview(speaker.record)
    if not chosen:
        return None
    wording, record = speaker.wording, speaker.record
    title = speaker.title(record.overview_title, "overview_title") or _lead_title(speaker, lead)
    kicker = wording.text(
        "overview_kicker",
        results=wording.count(len(chosen)),
        areas=wording.count(len(record.areas)),
    )
    return brief.Overview(
        kicker=kicker,
        title=title,
        figures=tuple(figure.id for figure in chosen),
        source_line=_source_line(speaker, chosen),
        notes=notes(speaker, title, [figures[figure.id] for figure in chosen]),
    )


def _lead_title(speaker: Speaker, lead: brief.Area) -> Text:
    """By default the lead area's main number, read with its sentence."""
    main = lead.figure(lead.main)
    ids = (*main.number.figures, *lead.sentence.figures)
    text = speaker.wording.text(
        "overview_title", ids, number=str(main.number), sentence=str(lead.sentence)
    )
    return speaker.as_title(text)


def finished_closing(speaker: Speaker, figures: Figures) -> brief.Closing:
    """The last slide: two numbers to keep, and where everything comes from."""
    record, wording = speaker.record, speaker.wording
    shown = _two_numbers(speaker)
    title = speaker.title(record.closing_title, "closing_title") or _closing_title(speaker)
    sources = [_source(speaker, "closing_source", source) for source in record.sources.values()]
    return brief.Closing(
        kicker=wording.heading("closing"),
        title=title,
        figures=tuple(figure.id for figure in shown),
        blocks=(
            (wording.heading("source"), _joined(speaker, sources, "page_source_missing")),
            (wording.heading("method"), _method(speaker)),
            (wording.heading("contact"), _contact(speaker)),
        ),
        source_line=_source_line(speaker, shown),
        notes=notes(speaker, title, [figures[figure.id] for figure in shown]),
    )


def finished_footer(speaker: Speaker) -> brief.Footer:
    """The foot of the page."""
    record, wording = speaker.record, speaker.wording
    sources = [_source(speaker, "page_source", source) for source in record.sources.values()]
    every = of_areas(speaker, record.figures().values())
    generated = wording.saying("page_generated", file=record.file, all=str(count(record)))
    return brief.Footer(
        source=(wording.heading("source"), _joined(speaker, sources, "page_source_missing")),
        notes=(wording.heading("notes"), wording.text("page_notes", periods=every)),
        generated=(wording.heading("generated"), generated),
        contact=wording.text("page_contact", contact=speaker.plain(record.contact).rstrip(".")),
    )


def finished_cover(speaker: Speaker, headline: Text) -> tuple[Text, tuple[Text, ...]]:
    """The cover's line of period and date, and its notes."""
    record = speaker.record
    period = speaker.plain(record.period)
    line = speaker.wording.text(
        "cover_line",
        period=period[:1].upper() + period[1:],
        date=speaker.wording.date(record.published),
    )
    return line, notes(speaker, headline, (), cautions(speaker, record.do_not_say, ""))


def _two_numbers(speaker: Speaker) -> list[Figure]:
    """The lead area's main number and the first other overview number, in data order."""
    record = speaker.record
    lead = main_figure(lead_area(record))
    others = [f for f in overview(record) or _mains(speaker) if f is not lead][:1]
    return sorted([lead, *others], key=list(record.figures().values()).index)


def _mains(speaker: Speaker) -> tuple[Figure, ...]:
    return tuple(main_figure(area) for area in speaker.record.areas)


def _closing_title(speaker: Speaker) -> Text:
    record = speaker.record
    sources = list(record.sources.values())
    only: Source | None = sources[0] if len(sources) == 1 else None
    return speaker.as_title(
        speaker.wording.text(
            "closing_title",
            count=str(count(record)),
            sources=str(len(sources)),
            kind=speaker.plain(only.kind) if only else "",
            date=speaker.wording.date(only.date) if only else "",
        )
    )


def _source(speaker: Speaker, key: str, source: Source) -> Text:
    return speaker.wording.text(
        key,
        title=speaker.wording.words.quotes.title.format(x=speaker.plain(source.title)),
        short=speaker.plain(source.short),
        publisher=speaker.plain(source.publisher),
        date=speaker.wording.date(source.date),
    )


def _joined(speaker: Speaker, sources: Sequence[Text], missing: str) -> Text:
    text = " ".join(str(source) for source in sources)
    return words(text, "sources") if text else speaker.wording.text(missing)


def _method(speaker: Speaker) -> Text:
    every = of_areas(speaker, speaker.record.figures().values())
    return speaker.wording.text("closing_method", periods=every)


def _contact(speaker: Speaker) -> Text:
    return speaker.wording.text(
        "closing_contact",
        organisation=speaker.plain(speaker.record.organisation),
        contact=speaker.plain(speaker.record.contact).rstrip("."),
    )


def _source_line(speaker: Speaker, figures: Sequence[Figure]) -> Text:
    """Sources and periods of a slide that shows figures of several areas."""
    refs = dict.fromkeys(figure.source.ref for figure in figures if figure.source)
    sources = speaker.wording.stated([source_short(speaker, ref) for ref in refs])
    periods = of_areas(speaker, figures)
    if not figures:
        return NOTHING
    return speaker.wording.text(
        "slide_source", sources=sources, periods=periods, estimated_total=""
    )
