"""Which period figures belong to, said once: `over the past year, except farmer training (...)`.

In: figures and a Speaker. Out: strings in one language.
Not for: dates of publication.
"""

from collections.abc import Iterable

from bureau_brief.record import Area, Figure
from bureau_brief.resolving.speaking import Speaker


def period(speaker: Speaker, figure: Figure) -> str:
    """The figure's own period, else the file's."""
    return speaker.plain(figure.period or speaker.record.period)


def of_figures(speaker: Speaker, figures: Iterable[Figure]) -> str:
    """The periods of figures of one area: exceptions are named by the figure's label."""
    named = {f.id: str(speaker.said(f.label, "")) for f in figures}
    return _sentence(speaker, [(named[id_], _period(speaker, id_)) for id_ in named])


def of_areas(speaker: Speaker, figures: Iterable[Figure]) -> str:
    """The periods of figures of several areas: exceptions are named by the area's short name."""
    chosen = [speaker.known[figure.id] for figure in figures]
    rows: list[tuple[str, str]] = []
    for area in dict.fromkeys(known.area.id for known in chosen):
        own = [known for known in chosen if known.area.id == area]
        periods = {_period(speaker, known.figure.id) for known in own}
        if len(periods) == 1:
            rows.append((_short(speaker, own[0].area), periods.pop()))
        else:
            rows += [
                (str(speaker.said(k.figure.label, "")), _period(speaker, k.figure.id)) for k in own
            ]
    return _sentence(speaker, rows)


def _period(speaker: Speaker, id_: str) -> str:
    return period(speaker, speaker.known[id_].figure)


def _short(speaker: Speaker, area: Area) -> str:
    return speaker.plain(area.short) or speaker.plain(area.title)


def _sentence(speaker: Speaker, rows: list[tuple[str, str]]) -> str:
    """The file's period where any row has it, else the first row's; then the exceptions."""
    periods = [period for _, period in rows]
    default = speaker.plain(speaker.record.period)
    common = default if default in periods or not periods else periods[0]
    pattern = speaker.wording.words.lists.exceptions
    exceptions = [
        pattern.format(name=name, period=period) for name, period in rows if period != common
    ]
    listed = speaker.wording.listed(list(dict.fromkeys(exceptions)))
    return speaker.wording.sentence(
        "periods", period=common[:1].upper() + common[1:], exceptions=listed
    )
