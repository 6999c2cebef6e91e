"""A figure of the Record as the Brief's: number, labels, phrase, noun, period, quote.

In: a record.Figure and a Speaker. Out: a brief.Figure.
Not for: relations between figures (`areas`).
"""

from typing import NamedTuple

from bureau_brief import brief
from bureau_brief.brief import NOTHING, Part, Text, capitalised, words
from bureau_brief.record import BOUNDS, Figure
from bureau_brief.resolving.choosing import qualifier
from bureau_brief.resolving.history import change as said_change
from bureau_brief.resolving.history import previous, series
from bureau_brief.resolving.particulars import particulars
from bureau_brief.resolving.periods import printed
from bureau_brief.resolving.speaking import Speaker, counted
from bureau_brief.resolving.targets import target, verdict
from bureau_brief.values import replace
from bureau_brief.wording import blanks, fill


class Around(NamedTuple):
    """The texts that stand around a figure: a scope that one of them says is not said again."""

    page: Text = NOTHING
    """The area's sentence."""
    slide: Text = NOTHING
    """The area's message."""
    whole: str = ""
    """Id of the figure whose scope the sentences of its rate say."""


def finished(speaker: Speaker, figure: Figure, around: Around) -> brief.Figure:
    """The figure in words."""
    path = speaker.known[figure.id].path
    own, number = speaker.plain(figure.scope), speaker.number(figure)
    bare = speaker.label(figure)
    short = speaker.said(figure.short_label, f"{path}.short_label") or bare
    noun = _noun(speaker, figure, bare, path)
    quote, quote_source = _quote(speaker, figure)
    before, change = previous(speaker, figure), said_change(speaker, figure)
    unsaid = "" if around.whole == figure.id or says(around.slide, own) else own
    phrase = _phrase(speaker, figure, "" if says(around.page, own) else own)
    judged = verdict(speaker, figure)
    return brief.Figure(
        id=figure.id,
        number=number,
        label=_labelled(speaker, figure, bare, unsaid),
        short_label=_labelled(speaker, figure, short, unsaid),
        lone_label=_labelled(speaker, figure, short, speaker.scope(figure)),
        phrase=phrase,
        evidence=_judged(speaker, phrase, judged) if figure.target is not None else phrase,
        noun=noun,
        category=capitalised(noun),
        period=printed(speaker, figure),
        quote=quote,
        quote_source=quote_source,
        value=figure.value,
        percent=figure.unit is not None and figure.unit.code == "percent",
        bounded=qualifier(speaker.figures, figure) in BOUNDS,
        priority=figure.priority,
        ids=counted(figure),
        rests_on=(figure.rate_of.part, figure.rate_of.whole) if figure.rate_of else (),
        change=change,
        verdict=judged,
        particulars=particulars(speaker, figure, quote),
        previous=before,
        target=target(speaker, figure, phrase, change if before else NOTHING),
        series=series(speaker, figure),
    )


def read_out(speaker: Speaker, figure: Figure) -> Text:
    """Number, conversion, label and scope in one line, for a sentence of its own."""
    return _phrase(speaker, figure, speaker.scope(figure))


def labelled(speaker: Speaker, figure: Figure, scope: str, said: Text = NOTHING) -> Text:
    """Its label, or `said`, with the conversion in front of it and the scope behind it."""
    label = said or speaker.label(figure)
    return _labelled(speaker, figure, label, scope)


def _phrase(speaker: Speaker, figure: Figure, scope: str) -> Text:
    """Number and label as one line, in the order and with the space of the language.

    A label that begins with a conversion follows its number as the conversion would.
    """
    return speaker.once("phrase", figure, lambda figure: _line(speaker, figure, scope), of=scope)


def _line(speaker: Speaker, figure: Figure, scope: str) -> Text:
    label = labelled(speaker, figure, scope)
    number, said = speaker.number(figure), speaker.wording.words.numbers
    parts: list[Part] = []
    for blank, text in blanks(said.converted_after if figure.converted else said.phrase):
        if blank and text == "number":
            parts += number.parts
        elif text:
            parts.append(Part("words", str(label) if blank else text))
    return Text(_merged(parts), label.path, (*number.figures, *label.figures))


def _judged(speaker: Speaker, phrase: Text, verdict: Text) -> Text:
    """`4.1 minutes to answer a call (over the limit of 3 minutes; lower is better)`"""
    pattern = speaker.wording.words.numbers.judged
    before, _, after = pattern.partition("{phrase}")
    said = {"before": before, "after": after}
    filled = {name: fill(text, verdict=str(verdict)) for name, text in said.items()}
    parts = (Part("words", filled["before"]), *phrase.parts, Part("words", filled["after"]))
    return replace(phrase, parts=_merged([part for part in parts if part.text]))


def says(text: Text, scope: str) -> bool:
    """Whether `text` names the scope already; titles bind words and have capitals."""
    return not scope or scope.casefold() in str(text).replace("\u00a0", " ").casefold()


def with_scope(speaker: Speaker, label: Text, scope: str) -> Text:
    """`poverty-stricken workers in Guian and Guiyang`; a label that says so stays as it is."""
    if says(label, scope):
        return label
    pattern = speaker.wording.words.numbers.labelled
    text = fill(pattern, label=str(label), scope=scope)
    return replace(label, parts=(Part("words", text),))


def _merged(parts: list[Part]) -> tuple[Part, ...]:
    """Neighbouring words as one part."""
    out: list[Part] = []
    for part in parts:
        if out and out[-1].kind == part.kind == "words":
            out[-1] = Part("words", out[-1].text + part.text)
        else:
            out.append(part)
    return tuple(out)


def _labelled(speaker: Speaker, figure: Figure, label: Text, scope: str) -> Text:
    label = with_scope(speaker, label, scope)
    if figure.converted is None:
        return label
    pattern = speaker.wording.words.numbers.converted_label
    text = fill(pattern, conversion=speaker.conversion(figure), label=str(label))
    return Text((Part("words", text),), label.path, (*counted(figure)[1:], *label.figures))


def _noun(speaker: Speaker, figure: Figure, label: Text, path: str) -> Text:
    noun = speaker.wording.noun(figure.counts, figure.value)
    return words(noun, f"{path}.counts") if noun else label


def _quote(speaker: Speaker, figure: Figure) -> tuple[Text, Text]:
    """The source's words in quotation marks, and the source's short name.

    A sentence is held against its source alone: it may say the number in words, or bare.
    """
    found = figure.source
    if found is None:
        return NOTHING, NOTHING
    quoted = speaker.plain(found.quote)
    path = f"{speaker.known[figure.id].path}.source.{'quote' if quoted else 'stated'}"
    said = quoted or found.stated or ""
    mark = speaker.wording.words.quotes.words
    ids = () if quoted else (figure.id,)
    quote = words(fill(mark, x=said), path, ids) if said else NOTHING
    return quote, words(speaker.source(found.ref), f"sources.{found.ref}")
