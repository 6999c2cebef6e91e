"""Which period figures belong to, said once: `over the past year, except farmer training (...)`.

In: figures and a Speaker. Out: a sentence as a Text, with the figures that its labels cite.
Not for: dates of publication.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bureau_brief.brief import Text, capitalised, words
from bureau_brief.record import Figure
from bureau_brief.resolving.speaking import Known, Speaker
from bureau_brief.values import replace
from bureau_brief.wording import fill

MOST_COUNTED = 2  # periods that are named where figures are only counted


class _Row(NamedTuple):
    """A figure, or an area by its first figure, and its period."""

    known: Known
    whole_area: bool
    period: str


def period(speaker: Speaker, figure: Figure) -> str:
    """The figure's own period, else the file's."""
    return speaker.plain(figure.period or speaker.record.period)


def printed(speaker: Speaker, figure: Figure) -> Text:
    """The same as it stands alone."""
    return speaker.once("period", figure, lambda figure: _printed(speaker, figure))


def of_figures(speaker: Speaker, figures: Iterable[Figure]) -> Text:
    """The periods of figures of one area: exceptions are named by the figure's label."""
    return _sentence(speaker, [_row(speaker, figure) for figure in figures])


def of_areas(speaker: Speaker, figures: Iterable[Figure]) -> Text:
    """The periods of figures of several areas: exceptions are named by the area's short name."""
    rows: list[_Row] = []
    by_area: dict[str, list[_Row]] = {}
    for figure in figures:
        row = _row(speaker, figure)
        by_area.setdefault(row.known.area.id, []).append(row)
    for own in by_area.values():
        same = len({row.period for row in own}) == 1
        rows += [own[0]._replace(whole_area=True)] if same else own
    return _sentence(speaker, rows)


def counted(speaker: Speaker, figures: Iterable[Figure]) -> Text:
    """The same in less room: exceptions are counted, not named."""
    rows = [_row(speaker, figure) for figure in figures]
    common = _common(speaker, rows)
    others = Counter(row.period for row in rows if row.period != common)
    wording, pattern = speaker.wording, speaker.wording.words.lists.exceptions

    def counted_(count: int, other: str = "") -> str:
        said = {"count": wording.digits(count), "form": wording.form(count), "other": other}
        return wording.sentence("periods_count", **said)

    exceptions = [fill(pattern, name=counted_(n), period=period) for period, n in others.items()]
    if len(exceptions) > MOST_COUNTED:
        exceptions = [counted_(sum(others.values()), "yes")]
    return wording.text(
        "periods", period=str(capitalised(words(common))), exceptions=wording.listed(exceptions)
    )


def _printed(speaker: Speaker, figure: Figure) -> Text:
    path = f"{speaker.known[figure.id].path}.period" if figure.period else "period"
    return capitalised(words(period(speaker, figure), path))


def _row(speaker: Speaker, figure: Figure) -> _Row:
    return _Row(speaker.known[figure.id], False, period(speaker, figure))


def _name(speaker: Speaker, row: _Row) -> Text:
    if row.whole_area:
        area = row.known.area
        return words(speaker.plain(area.short) or speaker.plain(area.title))
    return speaker.label(row.known.figure)


def _sentence(speaker: Speaker, rows: Sequence[_Row]) -> Text:
    """The file's period where any row has it, else the commonest; then the exceptions.

    Shorter: that there are exceptions, which the notes name.
    """
    common = _common(speaker, rows)
    others = [(_name(speaker, row), row.period) for row in rows if row.period != common]
    pattern = speaker.wording.words.lists.exceptions
    exceptions = [fill(pattern, name=str(name), period=period) for name, period in others]
    named = str(capitalised(words(common)))
    if not others:
        return speaker.fixed("periods", period=named, exceptions="")
    whole = speaker.wording.text(
        "periods",
        figures=tuple(id_ for name, _ in others for id_ in name.figures),
        period=named,
        exceptions=speaker.wording.listed(list(dict.fromkeys(exceptions))),
    )
    return replace(whole, shorter=speaker.fixed("periods_apart", period=named))


def _common(speaker: Speaker, rows: Sequence[_Row]) -> str:
    """The file's period where any row has it, else the commonest."""
    periods = [row.period for row in rows]
    default = speaker.plain(speaker.record.period)
    if default in periods or not periods:
        return default
    return Counter(periods).most_common(1)[0][0]
