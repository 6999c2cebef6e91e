"""The slides of an area in words: which figures stand together, their titles and notes.

In: a record.Area and what the Brief says of it. Out: a brief.AreaSlide for each slide: the first
has the area's message, the others their first figure.
Not for: relations (`areas`), or the form that shows them (the deck's plan).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from bureau_brief import brief
from bureau_brief.brief import NOTHING, About, Text
from bureau_brief.record import Area, Figure
from bureau_brief.resolving.choosing import main_figure
from bureau_brief.resolving.dividing import divided
from bureau_brief.resolving.figures import read_out, with_scope
from bureau_brief.resolving.notes import cautions, not_charted, notes
from bureau_brief.resolving.periods import of_figures
from bureau_brief.resolving.sourcing import source_line
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.values import replace

LONGEST_ALT = 250  # characters of an alternative text
MADE = "templates:message"
"""The path of a title that no person wrote."""


def area_slides(speaker: Speaker, area: Area, words: brief.Area) -> Iterator[brief.AreaSlide]:
    """What each slide of the area says: others than the first are titled by their first figure.

    A message that no person wrote is about the main figure and goes with it.
    """
    ids = [figure.id for figure in area.figures]
    groups = divided(ids, (words.main, *words.message.figures), _drawn(words))
    remarks = [
        *not_charted(speaker, area, charted=_charted(words)),
        *cautions(speaker, area.do_not_say, words.path),
    ]
    written = words.message.path != MADE
    for number, group in enumerate(groups):
        figures = [speaker.known[id_].figure for id_ in group.figures]
        main = main_figure(area) if words.main in group.figures else figures[0]
        leads = number == 0 if written else words.main in group.figures
        title = words.message if leads else figure_title(speaker, figures[0])
        whole = words.rate.whole if words.rate and words.rate.whole in group.figures else ""
        estimated = bool(whole) and speaker.known[whole].figure.qualifier == "estimated"
        yield brief.AreaSlide(
            about=group.about,
            title=title,
            main=main.id,
            figures=group.figures,
            source_line=source_line(
                speaker, figures, of_figures(speaker, figures), estimated=estimated
            ),
            table_alt=_table_alt(speaker, words, [f for f in figures if f is not main]),
            notes=notes(speaker, title, figures, remarks),
        )


def _drawn(words: brief.Area) -> dict[About, set[str]]:
    """For each relation of the area the figures that it draws; the one to be preferred first."""
    drawn: dict[About, set[str]] = {}
    targets = {figure.id for figure in words.figures if figure.target}
    if targets:
        drawn["targets"] = targets
    periods = words.figure(words.main).series
    if periods:
        drawn["series"] = {words.main}
    if words.rate:
        drawn["rate"] = {words.rate.rate, words.rate.part, words.rate.whole}
    if words.flow:
        drawn["flow"] = {words.flow.cause, words.flow.effect}
    if words.compare and not _lost(words, words.compare):
        drawn["compare"] = {words.main, *words.compare.figures}
    return drawn


def _lost(words: brief.Area, compare: brief.Compare) -> bool:
    """Whether bars would lose a conversion: a bar shows its number and its noun."""
    beside = [words.figure(id_) for id_ in compare.figures if id_ != words.main]
    return any(len(figure.ids) > 1 for figure in beside)


def _charted(words: brief.Area) -> bool:
    """Whether any of its figures stands in a chart."""
    related = words.rate or words.flow or words.compare or words.stacked
    return bool(related) or any(
        figure.series or (figure.target and figure.target.drawable) for figure in words.figures
    )


def figure_title(speaker: Speaker, figure: Figure) -> Text:
    """A figure as the title of a slide; shorter: its area, and the number with its noun."""
    phrase, number = read_out(speaker, figure), speaker.in_text(figure)
    counted = with_scope(speaker, number, speaker.scope(figure))
    area = speaker.known[figure.id].area
    named = {"area": speaker.plain(area.short) or speaker.plain(area.title), "phrase": str(counted)}
    text = speaker.wording.text
    whole = speaker.as_title(text("message", phrase.figures, phrase=str(phrase)))
    short = speaker.as_title(text("message_named", counted.figures, **named))
    return replace(whole, shorter=short)


def told_apart(speaker: Speaker, areas: Sequence[brief.Area]) -> tuple[brief.Area, ...]:
    """Areas whose slides made a title of the same figure have their names in it."""
    titles = Counter(str(words.title) for area in areas for words in area.slides)
    if len(titles) == titles.total():
        return tuple(areas)

    def named(area: brief.Area, words: brief.AreaSlide) -> brief.AreaSlide:
        if titles[str(words.title)] == 1 or words.title.path != MADE:
            return words
        said = {"area": str(area.name), "phrase": str(words.title)}
        title = speaker.as_title(speaker.wording.text("message_named", words.title.figures, **said))
        say = speaker.wording.text("note_say", title.figures, message=str(title))
        return replace(words, title=title, notes=(say, *words.notes[1:]))

    return tuple(
        replace(area, slides=tuple(named(area, words) for words in area.slides)) for area in areas
    )


def _table_alt(speaker: Speaker, words: brief.Area, others: Sequence[Figure]) -> Text:
    """Every figure beside the leading one; without the labels where that would be long."""
    if not others:
        return NOTHING
    alt = _alt(speaker, [words.figure(figure.id).phrase for figure in others])
    if len(str(alt)) <= LONGEST_ALT:
        return alt
    return _alt(speaker, [speaker.in_text(figure) for figure in others])


def _alt(speaker: Speaker, texts: list[Text]) -> Text:
    ids = tuple(id_ for text in texts for id_ in text.figures)
    return speaker.wording.text(
        "alt_table", ids, numbers=speaker.wording.stated([str(text) for text in texts])
    )
