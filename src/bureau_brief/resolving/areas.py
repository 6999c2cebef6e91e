"""A programme area of the Record as the Brief's: its texts, its figures, their relations.

In: a record.Area and a Speaker. Out: a brief.Area.
Not for: which form shows a relation where (the plans); a relation is left out here only where
the data forbid to draw it (a bound, `chart: none`).
"""

from collections.abc import Mapping

from bureau_brief import brief
from bureau_brief.brief import NOTHING, Text, capitalised
from bureau_brief.record import Area
from bureau_brief.resolving.choosing import drawable_rate, main_figure
from bureau_brief.resolving.figures import finished, source_short, with_scope
from bureau_brief.resolving.notes import cautions, not_charted, notes
from bureau_brief.resolving.periods import of_figures, period
from bureau_brief.resolving.speaking import Speaker

Figures = Mapping[str, brief.Figure]


def finished_area(speaker: Speaker, area: Area, index: int) -> brief.Area:
    """The area in words."""
    path = f"areas[{index}]"
    main = main_figure(area)
    whole = main.rate_of.whole if drawable_rate(area) and main.rate_of else ""
    figures = {f.id: finished(speaker, f, scoped=f.id != whole) for f in area.figures}
    sentence = speaker.said(area.sentence, f"{path}.sentence") or figures[main.id].label
    rate = _rate(speaker, area, figures, sentence) if whole else None
    flow, compare = _flow(speaker, area, path), _compare(speaker, area, figures, path)
    message = _message(speaker, area, figures, path)
    charted = bool(rate or flow or compare)
    remarks = [*not_charted(speaker, area, charted), *cautions(speaker, area.do_not_say, path)]
    return brief.Area(
        id=area.id,
        path=path,
        name=speaker.said(area.title, f"{path}.title"),
        message=message,
        sentence=sentence,
        main=main.id,
        figures=tuple(figures.values()),
        rate=rate,
        flow=flow,
        compare=compare,
        source_line=_source_line(speaker, area, bool(rate)),
        table_alt=_table_alt(speaker, figures, main.id),
        notes=notes(speaker, message, figures.values(), remarks),
        priority=area.priority,
    )


def _message(speaker: Speaker, area: Area, figures: Figures, path: str) -> Text:
    """The area's message; by default its main figure, read with its label."""
    said = speaker.title(area.message, f"{path}.message")
    if said:
        return said
    main = figures[main_figure(area).id]
    return speaker.as_title(
        speaker.wording.text("message", main.phrase.figures, phrase=str(main.phrase))
    )


def _rate(speaker: Speaker, area: Area, figures: Figures, sentence: Text) -> brief.Rate:
    """The main figure as a proportion of its whole."""
    rate_of = main_figure(area).rate_of
    assert rate_of is not None  # noqa: S101 - drawable_rate said so
    part, whole = figures[rate_of.part], figures[rate_of.whole]
    scope = speaker.plain(speaker.known[whole.id].figure.scope)
    said = scope and scope in str(sentence)
    values = {"number": str(whole.number), "label": str(whole.label)}
    when = period(speaker, speaker.known[whole.id].figure)
    text = speaker.wording.text
    band = text("slide_whole", (whole.id,), scope=scope, **values)
    rate = figures[main_figure(area).id]
    return brief.Rate(
        rate=rate.id,
        part=part.id,
        whole=whole.id,
        whole_page=text(
            "page_whole", (whole.id,), scope="" if said else scope, period=when, **values
        ),
        whole_band=band,
        whole_label=with_scope(speaker, whole.label, scope),
        alt=text(
            "alt_rate",
            (part.id, whole.id, rate.id),
            part=str(part.phrase),
            whole=str(band),
            rate=str(rate.number),
        ),
    )


def _flow(speaker: Speaker, area: Area, path: str) -> brief.Flow | None:
    """The first figure of the area that led to another one of it."""
    own = {figure.id for figure in area.figures}
    for index, figure in enumerate(area.figures):
        leads = figure.leads_to
        if leads is None or leads.figure not in own or area.chart == "none":
            continue
        at = f"{path}.figures[{index}].leads_to"
        said = speaker.said(leads.words, f"{at}.words")
        marks = speaker.wording.words.quotes.words
        quoted = (
            brief.words(marks.format(x=leads.stated), f"{at}.stated") if leads.stated else NOTHING
        )
        default = brief.words(speaker.wording.words.lists.leads_to, "words:lists.leads_to")
        spoken = said or quoted or default
        return brief.Flow(figure.id, leads.figure, words=spoken, quoted=quoted or spoken)
    return None


def _compare(speaker: Speaker, area: Area, figures: Figures, path: str) -> brief.Compare | None:
    """The area's comparison, unless one of its figures is a bound."""
    group = area.compare
    if group is None or area.chart == "none" or any(figures[i].bounded for i in group.figures):
        return None
    numbers = [str(speaker.in_text(speaker.known[id_].figure)) for id_ in group.figures]
    return brief.Compare(
        figures=group.figures,
        title=capitalised(
            speaker.said(group.title, f"{path}.compare.title")
            or speaker.said(area.title, f"{path}.title")
        ),
        words=speaker.said(group.words, f"{path}.compare.words"),
        alt=speaker.wording.text(
            "alt_compare", group.figures, numbers=speaker.wording.stated(numbers)
        ),
    )


def _source_line(speaker: Speaker, area: Area, with_rate: bool) -> Text:
    """Source, period and, under a rate, whether its whole is an estimate."""
    main = main_figure(area)
    estimated = False
    if with_rate and main.rate_of is not None:
        estimated = speaker.known[main.rate_of.whole].figure.qualifier == "estimated"
    refs = dict.fromkeys(figure.source.ref for figure in area.figures if figure.source)
    return speaker.wording.text(
        "slide_source",
        sources=speaker.wording.stated([source_short(speaker, ref) for ref in refs]),
        periods=of_figures(speaker, area.figures),
        estimated_total="yes" if estimated else "",
    )


def _table_alt(speaker: Speaker, figures: Figures, main: str) -> Text:
    others = [figure for figure in figures.values() if figure.id != main]
    ids = tuple(id_ for figure in others for id_ in figure.phrase.figures)
    phrases = speaker.wording.stated([str(figure.phrase) for figure in others])
    return speaker.wording.text("alt_table", ids, numbers=phrases) if others else NOTHING
