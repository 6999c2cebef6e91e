"""A figure of the Record as the Brief's: number, labels, phrase, noun, period, quote.

In: a record.Figure and a Speaker. Out: a brief.Figure.
Not for: relations between figures (`areas`).
"""

from dataclasses import replace

from bureau_brief import brief
from bureau_brief.brief import NOTHING, Part, Text, capitalised, words
from bureau_brief.record import BOUNDS, Figure
from bureau_brief.resolving.periods import period
from bureau_brief.resolving.speaking import Speaker


def finished(speaker: Speaker, figure: Figure, *, scoped: bool = True) -> brief.Figure:
    """The figure in words; `scoped` adds its scope to its labels."""
    path = speaker.known[figure.id].path
    number = speaker.number(figure)
    bare = speaker.said(figure.label, f"{path}.label")
    label = _whole_label(speaker, figure, bare, scoped)
    short = speaker.said(figure.short_label, f"{path}.short_label") or bare
    noun = _noun(speaker, figure, bare, path)
    quote, quote_source = _quote(speaker, figure)
    return brief.Figure(
        id=figure.id,
        number=number,
        label=label,
        short_label=_whole_label(speaker, figure, short, scoped),
        phrase=phrase(speaker, number, label),
        noun=noun,
        category=capitalised(noun),
        period=capitalised(words(period(speaker, figure), f"{path}.period")),
        quote=quote,
        quote_source=quote_source,
        value=figure.value,
        percent=figure.unit is not None and figure.unit.code == "percent",
        bounded=figure.qualifier in BOUNDS,
        priority=figure.priority,
        ids=_ids(figure),
    )


def phrase(speaker: Speaker, number: Text, label: Text) -> Text:
    """Number and label as one line, in the order and with the space of the language."""
    pattern = speaker.wording.words.numbers.phrase
    before, _, rest = pattern.partition("{number}")
    between, _, after = rest.partition("{label}")
    lead = (Part("words", before),) if before else ()
    tail = (Part("words", between + str(label) + after),)
    parts = (*lead, *number.parts, *tail)
    return Text(parts, label.path, (*number.figures, *label.figures))


def with_scope(speaker: Speaker, label: Text, scope: str) -> Text:
    """`poverty-stricken workers in Guian and Guiyang`."""
    if not scope:
        return label
    pattern = speaker.wording.words.numbers.labelled
    return replace(label, parts=(Part("words", pattern.format(label=label, scope=scope)),))


def _whole_label(speaker: Speaker, figure: Figure, label: Text, scoped: bool) -> Text:
    """The label with the conversion in front of it and the scope behind it."""
    if scoped:
        label = with_scope(speaker, label, speaker.plain(figure.scope))
    if figure.converted is None:
        return label
    conversion = speaker.wording.conversion(figure.converted)
    text = speaker.wording.words.numbers.converted_label.format(conversion=conversion, label=label)
    return Text((Part("words", text),), label.path, (*_ids(figure)[1:], *label.figures))


def _noun(speaker: Speaker, figure: Figure, label: Text, path: str) -> Text:
    noun = speaker.noun(figure.counts, figure)
    return words(noun, f"{path}.counts") if noun else label


def _quote(speaker: Speaker, figure: Figure) -> tuple[Text, Text]:
    """The source's words in quotation marks, and the source's short name."""
    found = figure.source
    if found is None:
        return NOTHING, NOTHING
    path = f"{speaker.known[figure.id].path}.source"
    said = speaker.plain(found.quote) or found.stated or ""
    mark = speaker.wording.words.quotes.words
    quote = words(mark.format(x=said), path, (figure.id,)) if said else NOTHING
    return quote, words(source_short(speaker, found.ref), f"sources.{found.ref}")


def source_short(speaker: Speaker, ref: str) -> str:
    """`Guiyang China, 13 January 2021`."""
    source = speaker.record.sources[ref]
    name = speaker.plain(source.short) or speaker.plain(source.title)
    return speaker.wording.sentence(
        "source_short", name=name, date=speaker.wording.date(source.date)
    )


def _ids(figure: Figure) -> tuple[str, ...]:
    return (figure.id, f"{figure.id}.converted") if figure.converted else (figure.id,)
