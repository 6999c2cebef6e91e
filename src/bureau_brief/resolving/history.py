"""What was before: the earlier value of a figure, and its series by period.

In: a record.Figure and a Speaker. Out: a brief.Previous, a brief.Series, and the change in
words. A period without a count stays a gap; nothing is filled in.
Not for: targets (`targets`), or lengths of columns (the plans).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bureau_brief import brief
from bureau_brief.brief import NOTHING, Part, Text, capitalised, words
from bureau_brief.record import BOUNDS, Earlier, Figure, Point
from bureau_brief.resolving.choosing import qualifier
from bureau_brief.resolving.periods import period
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.values import replace
from bureau_brief.wording import fill, joined

FEWEST_POINTS = 3  # with fewer counted periods there is nothing to draw
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class _Dated(NamedTuple):
    """A point of the series with its period as it is printed, and its field."""

    point: Point
    period: str
    path: str


def change(speaker: Speaker, figure: Figure) -> Text:
    """`up from 310,000 (+8.3%)`; `no earlier value`."""
    before = earlier(speaker, figure)
    if before is None:
        none = {"direction": "none", "previous": "", "change": "", "period": ""}
        return speaker.fixed("change", **none)
    said = replace(figure, qualifier=qualifier(speaker.figures, figure))
    when = speaker.plain(before.period)
    return words(speaker.wording.change(said, before, when), "templates:change")


def previous(speaker: Speaker, figure: Figure) -> brief.Previous | None:
    """The value of the period before: the figure's own field, else of its series."""
    before = earlier(speaker, figure)
    if before is None:
        return None
    path = f"{speaker.known[figure.id].path}.{'previous' if figure.previous else 'series'}"
    number = speaker.wording.amount(before.value, figure.unit, before.qualifier)
    when = words(speaker.plain(before.period), f"{path}.period")
    return brief.Previous(
        value=before.value,
        number=Text(number, f"{path}.value"),
        period=capitalised(when),
        bounded=before.qualifier in BOUNDS,
    )


def series(speaker: Speaker, figure: Figure) -> brief.Series | None:
    """The figure's values by period; None where they are too few or may not be drawn."""
    dated = _dated(speaker, figure)
    values = [one.point.value for one in dated if one.point.value is not None]
    area = speaker.known[figure.id].area
    if len(values) < FEWEST_POINTS or min(values) < 0 or area.chart == "none":
        return None
    points, caption = _points(speaker, figure, dated), _caption(speaker, figure, dated)
    label = speaker.label(figure)
    unit = _unit(speaker, figure, dated)
    name = speaker.plain(area.short) or speaker.plain(area.title)
    text = speaker.wording.text
    return brief.Series(
        points=points,
        percent=figure.unit is not None and figure.unit.code == "percent",
        title=capitalised(text("series_title", label.figures, label=str(label), unit=unit)),
        caption=words(caption, "templates:series_title") if caption else NOTHING,
        change=_since(speaker, figure, dated, points),
        reading=speaker.fixed("page_columns"),
        scale=speaker.wording.saying("page_scale", name=name),
        alt=_alt(speaker, figure, label, points),
    )


def _alt(speaker: Speaker, figure: Figure, label: Text, points: Sequence[brief.Point]) -> Text:
    """Every period with its value; in fewer words how many there are, the first and the last."""
    counted = [point for point in points if point.value is not None]
    count = speaker.wording.count(len(points))
    whole, short = (
        speaker.wording.text(
            "alt_series",
            (*label.figures, figure.id),
            label=str(label),
            numbers=speaker.wording.stated([_listed(point) for point in shown]),
            periods=periods,
        )
        for shown, periods in ((points, ""), ((counted[0], counted[-1]), count))
    )
    return replace(whole, shorter=short)


def _listed(point: brief.Point) -> str:
    return f"{point.period}: {point.number if point.value is not None else point.label}"


def _dated(speaker: Speaker, figure: Figure) -> list[_Dated]:
    """The points in order, the figure's own value last: where the series ends before it, it is
    added under its own period (its year, where all the others are years)."""
    path = f"{speaker.known[figure.id].path}.series"
    out = [
        _Dated(point, speaker.plain(point.period), f"{path}[{index}]")
        for index, point in enumerate(figure.series)
    ]
    now = period(speaker, figure)
    said = qualifier(speaker.figures, figure)
    if not out or now == out[-1].period:
        return out
    years = _YEAR.findall(now)
    if len(years) == 1 and all(_YEAR.fullmatch(one.period) for one in out):
        now = years[0]
    last = out[-1].point
    if now == out[-1].period or (last.value, last.qualifier) == (figure.value, said):
        return out
    shown = figure.period or speaker.record.period
    own = Point(shown, figure.value, said)  # type: ignore[arg-type]
    return [*out, _Dated(own, str(capitalised(words(now))), f"{path[:-7]}.value")]


def earlier(speaker: Speaker, figure: Figure) -> Earlier | None:
    """The value of the period before, where it was counted."""
    if figure.previous is not None or not figure.series:
        return figure.previous
    before = _dated(speaker, figure)[-2:-1]
    point = before[0].point if before else None
    if point is None or point.value is None:
        return None
    return Earlier(point.period, point.value, point.qualifier)


def _numbers(
    speaker: Speaker, figure: Figure, dated: Sequence[_Dated]
) -> list[tuple[Part, ...] | None]:
    """The counted values in one form; None for a period without a count."""
    counted = [(one.point.value, one.point.qualifier) for one in dated]
    known = [(value, said) for value, said in counted if value is not None]
    made = iter(
        speaker.wording.series([value for value, _ in known], [q for _, q in known], figure.unit)
    )
    return [None if value is None else next(made) for value, _ in counted]


def _points(speaker: Speaker, figure: Figure, dated: Sequence[_Dated]) -> tuple[brief.Point, ...]:
    missing = speaker.fixed("series_missing")
    out = []
    for one, parts in zip(dated, _numbers(speaker, figure, dated), strict=True):
        same = one is dated[-1] and parts and joined(parts) == str(speaker.number(figure))
        out.append(
            brief.Point(
                period=words(one.period, f"{one.path}.period"),
                value=one.point.value,
                label=Text(_bare(parts), one.path) if parts else missing,
                number=Text(parts, one.path, (figure.id,) if same else ()) if parts else missing,
            )
        )
    return tuple(out)


def _bare(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """A number without its unit and the space before it."""
    return tuple(part for part in parts if part.kind != "unit") or parts


def _unit(speaker: Speaker, figure: Figure, dated: Sequence[_Dated]) -> str:
    """What the bare labels leave out: `million`, `days`."""
    values = [one.point.value for one in dated if one.point.value is not None]
    parts = speaker.wording.series(values, ["exact"] * len(values), figure.unit)[-1]
    return Text(parts).part("unit")


def _caption(speaker: Speaker, figure: Figure, dated: Sequence[_Dated]) -> str:
    """`million visits`: the unit and what is counted."""
    unit = _unit(speaker, figure, dated)
    noun = speaker.wording.noun(figure.counts, figure.value)
    if not unit or not noun:
        return unit or noun
    return fill(speaker.wording.words.numbers.in_text, number=unit, noun=noun)


def _since(
    speaker: Speaker, figure: Figure, dated: Sequence[_Dated], points: Sequence[brief.Point]
) -> Text:
    """The change since the first counted period."""
    index = next(i for i, one in enumerate(dated) if one.point.value is not None)
    first = dated[index].point
    assert first.value is not None  # noqa: S101 - just asked
    said = replace(figure, qualifier=qualifier(speaker.figures, figure))
    then = Earlier(first.period, first.value, first.qualifier)
    number = joined(points[index].number.parts)
    spoken = speaker.wording.change_since(said, then, number, dated[index].period)
    return words(spoken, "templates:change_since")
