"""A programme area of the Record as the Brief's: its texts, its figures, their relations.

In: a Speaker. Out: a brief.Area for each area of its Record.
Not for: which form shows a relation where (the plans); a relation is left out here only where
the data forbid to draw it (a bound, `chart: none`).
"""

from collections.abc import Mapping

from bureau_brief import brief
from bureau_brief.breaking import is_wide
from bureau_brief.brief import NOTHING, Text, capitalised
from bureau_brief.record import Area
from bureau_brief.resolving.choosing import drawable_rate, main_figure
from bureau_brief.resolving.figures import Around, finished, labelled, says, with_scope
from bureau_brief.resolving.levels import rows
from bureau_brief.resolving.periods import period
from bureau_brief.resolving.slides import area_slides, figure_title
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.values import replace
from bureau_brief.wording import fill

Figures = Mapping[str, brief.Figure]

PARTS = range(2, 5)  # how many parts one bar can show


def finished_areas(speaker: Speaker) -> list[brief.Area]:
    """Every area in words, in file order."""
    areas = zip(speaker.record.areas, rows(speaker), strict=True)
    return [_finished(speaker, area, f"areas[{i}]", at) for i, (area, at) in enumerate(areas)]


def _finished(speaker: Speaker, area: Area, path: str, rows: Text) -> brief.Area:
    main = main_figure(area)
    whole = main.rate_of.whole if drawable_rate(area) and main.rate_of else ""
    flow, message = _flow(speaker, area, path), _message(speaker, area, path)
    sentence = _sentence(speaker, area, path, "" if whole else speaker.scope(main))
    around = Around(sentence, NOTHING if flow else message, whole)
    figures = {figure.id: finished(speaker, figure, around) for figure in area.figures}
    rate = _rate(speaker, area, figures, around) if whole else None
    compare = _compare(speaker, area, figures, path)
    finished_ = brief.Area(
        id=area.id,
        path=path,
        name=speaker.said(area.title, f"{path}.title"),
        message=message,
        sentence=sentence,
        main=main.id,
        figures=tuple(figures.values()),
        rate=rate,
        flow=flow,
        compare=compare,
        stacked=_stacked(speaker, area, figures),
        slides=(),
        priority=area.priority,
        rows=rows,
    )
    return replace(finished_, slides=tuple(area_slides(speaker, area, finished_)))


def _message(speaker: Speaker, area: Area, path: str) -> Text:
    """The area's message; by default its main figure, read with its label."""
    said = speaker.title(area.message, f"{path}.message")
    if said:
        return said
    return figure_title(speaker, main_figure(area))


def _sentence(speaker: Speaker, area: Area, path: str, scope: str) -> Text:
    """The words after the main number on the page; by default its label."""
    main = main_figure(area)
    said = speaker.said(area.sentence, f"{path}.sentence")
    return labelled(speaker, main, scope, said)


def _rate(speaker: Speaker, area: Area, figures: Figures, around: Around) -> brief.Rate:
    """The main figure as a proportion of its whole."""
    main = main_figure(area)
    assert main.rate_of is not None  # noqa: S101 - drawable_rate said so
    part, whole = figures[main.rate_of.part], figures[main.rate_of.whole]
    known = speaker.known[whole.id].figure
    scope, text = speaker.plain(known.scope), speaker.wording.text
    ids = (*whole.number.figures, *whole.label.figures)
    said = {"number": str(whole.number), "label": str(whole.label)}
    on_slide = "" if says(whole.label, scope) else scope
    on_page = "" if says(around.page, scope) else on_slide
    band = text("slide_whole", ids, scope=on_slide, **said)
    return brief.Rate(
        rate=main.id,
        part=part.id,
        whole=whole.id,
        whole_page=text(
            "page_whole", ids, scope=on_page, period=period(speaker, known), **said
        ),
        whole_band=band,
        whole_label=with_scope(speaker, whole.label, "" if says(around.slide, scope) else scope),
        alt=text(
            "alt_rate",
            (*part.phrase.figures, *ids, main.id),
            part=str(part.phrase),
            whole=str(band),
            rate=str(figures[main.id].number),
        ),
    )  # fmt: skip


def _flow(speaker: Speaker, area: Area, path: str) -> brief.Flow | None:
    """The first figure of the area that led to another one of it."""
    own = {figure.id for figure in area.figures}
    for index, figure in enumerate(area.figures):
        leads = figure.leads_to
        if leads is None or leads.figure not in own or area.chart == "none":
            continue
        at = f"{path}.figures[{index}].leads_to"
        said = speaker.said(leads.words, f"{at}.words")
        lists, marks = speaker.wording.words.lists, speaker.wording.words.quotes
        readable = leads.stated and not (said and _other_script(str(said), leads.stated))
        quote = fill(marks.words, x=leads.stated) if leads.stated and readable else ""
        quoted = brief.words(quote, f"{at}.stated") if quote else NOTHING
        spoken = said or quoted or brief.words(lists.leads_to, "words:lists.leads_to")
        return brief.Flow(figure.id, leads.figure, words=spoken, quoted=quoted or spoken)
    return None


def _other_script(said: str, stated: str) -> bool:
    """Whether one is Chinese and the other is not: who reads the one may not read the other."""
    return is_wide(said) != is_wide(stated)


def _compare(speaker: Speaker, area: Area, figures: Figures, path: str) -> brief.Compare | None:
    """The area's comparison, unless one of its figures is a bound."""
    group = area.compare
    if group is None or area.chart == "none" or any(figures[i].bounded for i in group.figures):
        return None
    shown = [speaker.in_text(speaker.known[id_].figure) for id_ in group.figures]
    numbers = speaker.wording.stated([str(number) for number in shown])
    ids = tuple(id_ for number in shown for id_ in number.figures)
    return brief.Compare(
        figures=group.figures,
        title=capitalised(
            speaker.said(group.title, f"{path}.compare.title")
            or speaker.said(area.title, f"{path}.title")
        ),
        words=speaker.said(group.words, f"{path}.compare.words"),
        alt=speaker.wording.text("alt_compare", ids, numbers=numbers),
    )


def _stacked(speaker: Speaker, area: Area, figures: Figures) -> brief.Stacked | None:
    """The first whole of the area that two to four exact or estimated parts of it sum to."""
    for whole in area.figures if area.chart != "none" else ():
        parts = [figure for figure in area.figures if figure.part_of == whole.id]
        if (
            len(parts) in PARTS
            and not any(figures[figure.id].bounded for figure in (*parts, whole))
            and all(figure.value > 0 for figure in parts)
            and sum(figure.value for figure in parts) == whole.value
        ):
            said = [speaker.in_text(figure) for figure in (*parts, whole)]
            return brief.Stacked(
                parts=tuple(figure.id for figure in parts),
                whole=whole.id,
                alt=speaker.wording.text(
                    "alt_stacked",
                    tuple(id_ for number in said for id_ in number.figures),
                    whole=str(said[-1]),
                    numbers=speaker.wording.stated([str(number) for number in said[:-1]]),
                ),
            )
    return None
