"""The foot of a slide: the sources of its figures and their periods, on one line.

In: figures, the sentence of their periods and a Speaker. Out: a Text with shorter ones behind it.
Not for: the sources in full (`frames`).
"""

from collections.abc import Sequence

from bureau_brief.brief import NOTHING, Text
from bureau_brief.record import Figure
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.values import replace


def source_line(
    speaker: Speaker, figures: Sequence[Figure], periods: Text, *, estimated: bool = False
) -> Text:
    """Sources and periods; shorter without the exceptions, then with the sources only counted."""
    refs = {figure.source.ref for figure in figures if figure.source}
    if not periods and not refs:
        return NOTHING
    brief = periods.shorter or periods
    ways = [(speaker.sources(figures), periods)]
    if periods.shorter:
        ways.append((ways[0][0], brief))
    if len(refs) > 1:
        ways.append((counted_sources(speaker, len(refs)), brief))
    said = None
    for sources, text in reversed(ways):
        made = speaker.wording.text(
            "slide_source",
            text.figures,
            sources=sources,
            periods=str(text),
            estimated_total="yes" if estimated else "",
        )
        said = replace(made, shorter=said)
    return said or NOTHING


def counted_sources(speaker: Speaker, count: int) -> str:
    """`three sources, named in the notes`."""
    return speaker.wording.sentence("sources_apart", sources=speaker.wording.count(count))
