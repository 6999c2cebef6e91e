"""What the presenter reads under a slide: one line to say, every figure's source, the cautions.

In: an area's or a slide's figures and a Speaker. Out: paragraphs as Texts.
Not for: anything that the slide itself shows.
"""

from collections.abc import Iterable, Sequence

from bureau_brief import brief
from bureau_brief.arithmetic import checked
from bureau_brief.brief import Text
from bureau_brief.record import BOUNDS, Area, Figure
from bureau_brief.record import Text as Words
from bureau_brief.resolving.figures import source_short
from bureau_brief.resolving.periods import period
from bureau_brief.resolving.speaking import Speaker


def notes(
    speaker: Speaker, message: Text, figures: Iterable[brief.Figure], cautions: Iterable[Text] = ()
) -> tuple[Text, ...]:
    """The paragraphs of one slide that shows `figures`."""
    bare = str(message).rstrip(".。")
    say = speaker.wording.text("note_say", message.figures, message=bare)
    lines = [_figure(speaker, speaker.known[shown.id].figure, shown.phrase) for shown in figures]
    return (say, *lines, *cautions)


def cautions(speaker: Speaker, texts: Sequence[Words], path: str) -> list[Text]:
    """`do_not_say`, one paragraph each."""
    out = []
    for index, text in enumerate(texts):
        said = speaker.said(text, f"{path}.do_not_say[{index}]" if path else f"do_not_say[{index}]")
        if said:
            out.append(speaker.wording.text("note_caution", said.figures, caution=str(said)))
    return out


def not_charted(speaker: Speaker, area: Area, charted: bool) -> list[Text]:
    """Why the area's figures stand in no chart, where a reader might expect one."""
    if charted or len(area.figures) < 2:
        return []
    bounded = [figure for figure in area.figures if figure.qualifier in BOUNDS]
    key = "note_not_charted_bounds" if bounded else "note_not_charted_units"
    shown = bounded or area.figures
    numbers = speaker.wording.stated([str(speaker.in_text(figure)) for figure in shown])
    return [speaker.wording.text(key, tuple(figure.id for figure in shown), numbers=numbers)]


def _figure(speaker: Speaker, figure: Figure, shown: Text) -> Text:
    """Value as shown, as stated, source, place, period, and how it was checked."""
    found = figure.source
    marks = speaker.wording.words.quotes.words
    return speaker.wording.text(
        "note_figure",
        figures=shown.figures,
        phrase=str(shown),
        stated=marks.format(x=found.stated) if found and found.stated else "",
        source=source_short(speaker, found.ref) if found else "",
        at=speaker.plain(found.at) if found else "",
        period=period(speaker, figure),
        check=checked(speaker.record, figure),
    )
