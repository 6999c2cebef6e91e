"""What is said of a figure where there is room: its period, what it is compared with, its source.

In: a record.Figure and a Speaker. Out: headings and texts; only what the data file gives.
Not for: a figure's scope, which its label says.
"""

from bureau_brief.brief import Particulars, Text, words
from bureau_brief.record import Figure
from bureau_brief.resolving.history import earlier
from bureau_brief.resolving.periods import printed
from bureau_brief.resolving.speaking import Speaker


def particulars(speaker: Speaker, figure: Figure, quote: Text) -> Particulars:
    """All of them. `quote`: the source's words; they stand here where they are a sentence."""
    heading = speaker.wording.heading
    is_sentence = figure.source is not None and speaker.plain(figure.source.quote)
    compared, found = _compared(speaker, figure), _found(speaker, figure)
    return Particulars(
        quote=(heading("quote"), quote) if is_sentence else None,
        period=(heading("period"), printed(speaker, figure)),
        compared=(heading("compared"), compared) if compared else None,
        found=(heading("found"), found) if found else None,
    )


def _compared(speaker: Speaker, figure: Figure) -> Text | None:
    before = earlier(speaker, figure)
    if before is None:
        return None
    said = speaker.wording.compared(figure, before, speaker.plain(before.period))
    return words(said, "templates:page_compared")


def _found(speaker: Speaker, figure: Figure) -> Text | None:
    if figure.source is None:
        return None
    source, at = speaker.source(figure.source.ref), speaker.plain(figure.source.at)
    return speaker.fixed("page_found", source=source, at=at)
