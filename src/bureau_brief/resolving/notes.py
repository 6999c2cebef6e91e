"""What the presenter reads under a slide: one line to say, every figure's source, the cautions.

In: an area's or a slide's figures and a Speaker. Out: paragraphs as Texts.
Not for: anything that the slide itself shows.
"""

from collections.abc import Iterable, Sequence

from bureau_brief.arithmetic import checked
from bureau_brief.brief import Text, capitalised
from bureau_brief.record import BOUNDS, Area, Figure
from bureau_brief.record import Text as Words
from bureau_brief.resolving.choosing import qualifier
from bureau_brief.resolving.figures import read_out
from bureau_brief.resolving.periods import period
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.wording import fill


def notes(
    speaker: Speaker, message: Text, figures: Iterable[Figure], remarks: Iterable[Text] = ()
) -> tuple[Text, ...]:
    """The paragraphs of one slide that shows `figures`, and those that its title states."""
    say = speaker.wording.text("note_say", message.figures, message=str(message))
    shown = {figure.id: figure for figure in figures}
    titled = [id_.partition(".")[0] for id_ in message.figures]
    shown |= {id_: speaker.known[id_].figure for id_ in titled if id_ not in shown}
    return (say, *(_figure(speaker, figure) for figure in shown.values()), *remarks)


def cautions(speaker: Speaker, texts: Sequence[Words], path: str) -> list[Text]:
    """`do_not_say`, one paragraph each."""
    out = []
    for index, text in enumerate(texts):
        said = speaker.said(text, f"{path}.do_not_say[{index}]" if path else f"do_not_say[{index}]")
        if said:
            out.append(speaker.wording.text("note_caution", said.figures, caution=str(said)))
    return out


def not_charted(speaker: Speaker, area: Area, *, charted: bool) -> list[Text]:
    """Why the area's figures stand in no chart, where a reader might expect one."""
    if charted or len(area.figures) < 2:
        return []
    bounds = [figure for figure in area.figures if qualifier(speaker.figures, figure) in BOUNDS]
    reason = "units"
    if area.chart == "none":
        reason = "choice"
    elif bounds:
        reason = "bounds"
    elif len({_scale(speaker, figure) for figure in area.figures}) == 1:
        reason = "uncompared"
    listed = bounds if reason == "bounds" else area.figures
    shown = [speaker.in_text(figure) for figure in listed]
    numbers = speaker.wording.stated([str(number) for number in shown])
    ids = () if reason == "choice" else tuple(id_ for number in shown for id_ in number.figures)
    return [speaker.wording.text("note_not_charted", ids, reason=reason, numbers=numbers)]


def _scale(speaker: Speaker, figure: Figure) -> tuple[str, ...]:
    """What a figure counts, in what: figures that differ in it share no scale."""
    unit = figure.unit
    measure = unit.in_language(speaker.wording.language) if unit else None
    code = unit.code if unit else ""
    nouns = figure.counts.in_language(speaker.wording.language) if figure.counts else None
    return (code, (measure or {}).get("other", ""), (nouns or {}).get("other", ""))


def _figure(speaker: Speaker, figure: Figure) -> Text:
    """Value as shown, as stated, source, place, period, and how it was checked."""
    return speaker.once("note", figure, lambda figure: _made(speaker, figure))


def _made(speaker: Speaker, figure: Figure) -> Text:
    found = figure.source
    stated = found.stated if found else None
    shown = capitalised(read_out(speaker, figure))
    return speaker.wording.text(
        "note_figure",
        figures=shown.figures,
        phrase=str(shown),
        stated=fill(speaker.wording.words.quotes.words, x=stated) if stated else "",
        source=speaker.source(found.ref) if found else "",
        at=speaker.plain(found.at) if found else "",
        period=period(speaker, figure),
        check=checked(speaker.figures, figure),
    )
