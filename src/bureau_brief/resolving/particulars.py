"""What is said of a figure where there is room: its period, what it is compared with, its source.

In: a record.Figure and a Speaker. Out: headings and texts; only what the data file gives.
Not for: the source's own words (a figure's `quote`), or its scope, which its label says.
"""

from collections.abc import Iterator

from bureau_brief.brief import Text, capitalised, words
from bureau_brief.record import Figure
from bureau_brief.resolving.history import earlier
from bureau_brief.resolving.periods import period
from bureau_brief.resolving.speaking import Speaker


def particulars(speaker: Speaker, figure: Figure) -> tuple[tuple[Text, Text], ...]:
    """Heading and text of each."""
    return tuple(_all(speaker, figure))


def _all(speaker: Speaker, figure: Figure) -> Iterator[tuple[Text, Text]]:
    wording, path = speaker.wording, speaker.known[figure.id].path
    at = f"{path}.period" if figure.period else "period"
    yield wording.heading("period"), capitalised(words(period(speaker, figure), at))
    before = earlier(speaker, figure)
    if before is not None:
        said = wording.compared(figure, before, speaker.plain(before.period))
        yield wording.heading("compared"), words(said, "templates:page_compared")
    if figure.source is not None:
        source, at = speaker.source(figure.source.ref), speaker.plain(figure.source.at)
        yield wording.heading("found"), wording.text("page_found", source=source, at=at)
