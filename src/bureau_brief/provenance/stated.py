"""A figure held against the phrase that its source states: value, qualifier, unit, conversion.

In: an At and the numbers of its phrase, as they read in the source where that was found.
Out: Problems. Words that are no number are not judged.
Not for: where the phrase stands (`finding`).
"""

from collections.abc import Iterator, Sequence

from bureau_brief.arithmetic import interval
from bureau_brief.arithmetic.looking import At, plain
from bureau_brief.phrases import Said, measure
from bureau_brief.problems import Problem
from bureau_brief.record import BOUNDS, UNIT_CODES, Unit

_ALIKE = {"more_than": "over"}


def problems_of_stated(one: At, numbers: Sequence[Said]) -> Iterator[Problem]:
    """What the phrase of a figure says otherwise than the figure."""
    figure = one.figure
    if not numbers or figure.value.is_nan():
        return
    same = [said for said in numbers if figure.value in said.readings]
    if not same:
        yield _other_value(one, numbers)
        return
    qualifier = _ALIKE.get(figure.qualifier, figure.qualifier)
    unit = _unit(figure.unit) if any(said.unit for said in same) else ""
    agreeing = [said for said in same if said.qualifier == qualifier] or same
    said = next((said for said in agreeing if said.unit == unit), agreeing[0])
    if said.qualifier != qualifier and qualifier:
        yield _other_qualifier(one, said)
    if said.unit != unit and said.unit and (unit or said.unit in UNIT_CODES):
        field, found = ("unit", f"`{unit}`") if unit else ("value", "another unit or none")
        yield one.problem("BB124", field, words=said.words, unit=said.unit, found=found)
    yield from _converted(one, numbers)


def _other_value(one: At, numbers: Sequence[Said]) -> Problem:
    """No number of the phrase is the figure's; a bound of which the value is not true is worse."""
    figure, said = one.figure, numbers[0]
    bound = said.qualifier in BOUNDS and len(numbers) == 1 and figure.qualifier == "exact"
    if bound and not interval(said.readings[0], said.qualifier).holds(figure.value):
        return one.problem("BB122", words=said.words, value=plain(figure.value))
    return one.problem("BB121", words=_quoted(numbers), value=plain(figure.value))


def _other_qualifier(one: At, said: Said) -> Problem:
    """`nearly 126,400` is not true of exactly 126,400; other differences are only told."""
    value, qualifier = one.figure.value, one.figure.qualifier
    if qualifier != "exact":
        return one.problem(
            "BB123", "qualifier", words=said.words, found=f"`{qualifier}` {plain(value)}"
        )
    if not interval(value, said.qualifier).holds(value):
        return one.problem("BB122", words=said.words, value=plain(value))
    return one.problem("BB123", words=said.words, found=f"exactly {plain(value)}")


def _converted(one: At, numbers: Sequence[Said]) -> Iterator[Problem]:
    """The conversion stands in the phrase too, where the phrase has more than one number."""
    converted = one.figure.converted
    if converted is None or len(numbers) < 2 or converted.value.is_nan():
        return
    unit = _unit(converted.unit)
    same = [said for said in numbers if converted.value in said.readings]
    if not same:
        yield one.problem(
            "BB125", "converted.value", words=_quoted(numbers), value=plain(converted.value)
        )
    elif all(said.unit and said.unit != unit for said in same) and unit:
        yield one.problem(
            "BB124", "converted.unit", words=same[0].words, unit=same[0].unit, found=f"`{unit}`"
        )


def _quoted(numbers: Sequence[Said]) -> str:
    return ", ".join(f"`{said.words}`" for said in numbers[:3])


def _unit(unit: Unit | None) -> str:
    """The code of a unit, or the name of its measure where that is known."""
    if unit is None:
        return ""
    words = (forms.get("other", "") for forms in unit.by_language.values())
    return unit.code or next((name for name in map(measure, words) if name), "")
