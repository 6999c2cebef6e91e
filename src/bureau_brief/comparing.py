"""Two periods side by side: this year's figures get last year's as their `previous`.

In: the Record of a data file and the one of an earlier period. Out: the Record with `previous`
filled in where a figure of the same id is comparable, why others are not, and which figures came
or went. A change is then computed and said as everywhere else (`wording`).
Not for: every difference between two files (`differing`).
"""

from collections.abc import Iterator

from bureau_brief.arithmetic import contradictions, interval
from bureau_brief.arithmetic.looking import At, each, plain
from bureau_brief.problems import Problem, Problems, problem
from bureau_brief.record import Earlier, Figure, Noun, Record, SharedText, Text
from bureau_brief.values import replace, value


@value
class Compared:
    """What came of comparing two periods."""

    record: Record
    """With `previous` where the earlier file has it."""
    filled: tuple[str, ...]
    """Ids of the figures that are compared."""
    came: tuple[str, ...]
    went: tuple[str, ...]
    problems: tuple[Problem, ...]


def compared(record: Record, earlier: Record) -> Compared:
    """`record` with the values of `earlier`. Raises Problems where nothing is comparable."""
    known = earlier.figures()
    own = record.figures()
    found: list[Problem] = []
    filled: dict[str, Earlier] = {}
    for one in each(record):
        before = known.get(one.figure.id)
        if before is None:
            continue
        reasons = list(_reasons(one, before, earlier))
        found += reasons
        if not reasons and one.figure.previous is None:
            period = SharedText((before.period or earlier.period).by_language)
            filled[one.figure.id] = Earlier(period, before.value, before.qualifier)
    if not set(known) & set(own):
        raise Problems([problem("BB143", record.place("areas"), file=earlier.file)])
    joined = _filled(record, filled)
    found += contradictions(joined) if filled else []
    if any(one.severity == "error" for one in found):
        raise Problems(found)
    return Compared(
        joined,
        tuple(filled),
        came=tuple(id_ for id_ in own if id_ not in known),
        went=tuple(id_ for id_ in known if id_ not in own),
        problems=tuple(dict.fromkeys(found)),
    )


def _reasons(one: At, before: Figure, earlier: Record) -> Iterator[Problem]:
    """Why a figure cannot be compared with its earlier self."""
    figure, file = one.figure, earlier.file
    for what, now, then in (
        ("unit", figure.unit, before.unit),
        ("scope", figure.scope, before.scope),
        ("label", figure.label, before.label),
    ):
        if not _same(now, then):
            field = what if now is not None else "value"
            yield one.problem(
                "BB141", field, what=what, id=figure.id, file=file, then=_said(then, now),
                found=_said(now, then),
            )  # fmt: skip
    period, then_period = figure.period or one.record.period, before.period or earlier.period
    field = f"{one.path}.period" if figure.period else "period"
    if _same(period, then_period):
        words = _said(period, then_period)
        yield problem("BB144", one.record.place(field), period=words, file=file)
    lacking = [c for c in one.record.languages if then_period.in_language(c) is None]
    if lacking:
        where = one.record.place(field)
        yield problem("BB145", where, language=lacking[0], file=file)
    if figure.previous is not None and _same(figure.previous.period, then_period):
        yield from _other_value(one, before, file)


def _other_value(one: At, before: Figure, file: str) -> Iterator[Problem]:
    """The data file has a `previous` of its own; the earlier file says otherwise."""
    own = one.figure.previous
    if own is None or own.value.is_nan():
        return
    mine = interval(own.value, own.qualifier)
    if not mine.meets(interval(before.value, before.qualifier)):
        yield one.problem(
            "BB142", "previous.value", value=plain(before.value), file=file, found=plain(own.value)
        )


def _filled(record: Record, filled: dict[str, Earlier]) -> Record:
    """The record with the earlier values in their figures."""
    areas = tuple(
        replace(
            area,
            figures=tuple(
                replace(figure, previous=filled.get(figure.id, figure.previous))
                for figure in area.figures
            ),
        )
        for area in record.areas
    )
    return replace(record, areas=areas)


def _same(now: Text | Noun | None, then: Text | Noun | None) -> bool:
    """The same words in every language that both have, and they have one."""
    if now is None or then is None:
        return now is then
    common = [c for c in now.by_language if then.in_language(c) is not None]
    common += [c for c in then.by_language if now.in_language(c) is not None]
    return bool(common) and all(now.in_language(c) == then.in_language(c) for c in common)


def _said(words: Text | Noun | None, other: Text | Noun | None) -> str:
    """Words for a message, in a language that shows the difference."""
    if words is None:
        return "none"
    codes = [*words.by_language]
    differing = [c for c in codes if other and words.in_language(c) != other.in_language(c)]
    said = words.in_language((differing or codes)[0])
    return f"`{said if isinstance(said, str) else (said or {}).get('other', '')}`"
