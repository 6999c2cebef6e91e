"""How one language writes a number: digits, big words, qualifiers, units, plurals, dates.

In: Decimals, the Words of a language, CLDR through Babel. Out: brief.Parts and strings.
Never float, never rounded for show: the digits are those of the Decimal as it was stated, and
the compact form stands only where it is exact.
Not for: which number stands where.
"""

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date

from bureau_brief.brief import Part
from bureau_brief.record import Earlier, Figure, Noun, Unit
from bureau_brief.wording.words import Big, Marks, Said, Words

MOST_DECIMALS = 2  # of a compact form such as 1.98 million
SMALLEST_BASE = 20  # a change on a smaller count says more than the numbers do
RATES = ("percent", "points")  # never compact; they change in points

_WIDE = Context(prec=100)  # for the one division, whatever the size of the numbers
_TENTH = Decimal("0.1")
_NOTHING_SAID, _NO_MARKS = Said(), Marks()


class Written(NamedTuple):
    """The digits of a number, and the big word behind them."""

    whole: str
    fraction: str
    big: Big | None

    def value(self) -> Decimal:
        """The number that the digits alone say."""
        return Decimal(f"{self.whole}.{self.fraction or '0'}" if self.fraction else self.whole)


class Shape(NamedTuple):
    """How every number of a series is written: behind which big word, with how many decimals."""

    big: Big | None
    decimals: int


def number_parts(
    words: Words,
    value: Decimal,
    unit: Unit | None,
    qualifier: str,
    language: str,
    shape: Shape | None = None,
) -> tuple[Part, ...]:
    """`an estimated 22,246`: qualifier, number and unit with their spaces, in printed order."""
    written = _shaped(value, shape) if shape else _written(words, value, unit)
    marks = _marks(words, unit, language)
    said = _said(words, qualifier, written, marks)
    join, numbers = words.numbers.join, words.numbers
    sign = numbers.minus if value < 0 else ""
    digits = _digits(words, written.whole, written.fraction)
    after = form(marks.after, category(words, value, unit)) if marks.after else ""
    unit_text = "".join(join + word for word in (*_behind(words, written, said), after) if word)
    parts = (
        Part("qualifier", said.before + join if said.before else ""),
        Part("number", sign + marks.prefix + digits + marks.attached),
        Part("unit", unit_text),
        Part("qualifier", join + said.after if said.after else ""),
    )
    return tuple(part for part in parts if part.text)


def shared_shape(words: Words, values: Sequence[Decimal], unit: Unit | None) -> Shape:
    """One form for all `values`: the big word of the largest where all are exact with it."""
    big = _written(words, max(values, key=abs), unit).big
    decimals = max(_decimals(value, big.power) for value in values) if big else 0
    return Shape(big, decimals) if decimals <= MOST_DECIMALS else Shape(None, 0)


def plain(words: Words, value: Decimal) -> str:
    """Digits with the language's separators and the decimals that `value` has; no sign."""
    whole, _, fraction = f"{value.copy_abs():f}".partition(".")
    return _digits(words, whole, fraction)


def category(words: Words, value: Decimal, unit: Unit | None) -> str:
    """The plural category of what is counted by `value`: one, few, many, other ..."""
    big = _written(words, value, unit).big
    return big.counted if big and big.counted else plural(words, value)


def noun(words: Words, counts: Noun, value: Decimal, language: str) -> str:
    """The counted noun that goes with `value`; empty where the language has none."""
    forms = counts.in_language(language)
    return form(forms, category(words, value, None)) if forms else ""


def form(forms: Mapping[str, str], category: str) -> str:
    """The form for a plural category, or the general one."""
    return forms.get(category, forms["other"])


def plural(words: Words, value: Decimal) -> str:
    """The plural category of a plain number in CLDR."""
    return _plural(words.locale, str(value))


@functools.lru_cache(maxsize=4096)
def _plural(locale: str, digits: str) -> str:  # of digits: Decimals 1 and 1.0 are equal
    return str(_locale(locale).plural_form(Decimal(digits)))


@functools.lru_cache(maxsize=256)
def date(locale: str, day: dt.date, join: str) -> str:
    """`13 January 2021`, in the language's long form; day and month bound by `join`."""
    return str(format_date(day, format="long", locale=_locale(locale))).replace(" ", join, 1)


def count(words: Words, number: int) -> str:
    """A small count in words, a larger one in digits."""
    small = words.numbers.small
    return small[number] if number < len(small) else plain(words, Decimal(number))


def direction(figure: Figure, before: Earlier) -> str:
    """`up`, `down`, `same`; empty where qualified values do not tell."""
    lower, upper = ("over", "more_than", "at_least"), ("nearly", "under", "at_most")
    now, then = figure.qualifier, before.qualifier
    if figure.value == before.value:
        return "same" if now == then and now not in lower + upper else ""
    if figure.value > before.value:
        return "" if now in upper and then in lower else "up"
    return "" if now in lower and then in upper else "down"


def change(words: Words, figure: Figure, before: Earlier) -> str:
    """`+8.3%` or, for a rate, `+2.6 points`; empty where it may not be computed."""
    difference = _WIDE.subtract(figure.value, before.value)
    if not difference or figure.qualifier != "exact" or before.qualifier != "exact":
        return ""
    if figure.unit is not None and figure.unit.code in RATES:
        return _signed(words, difference, "points")
    if before.value <= 0 or (before.value < SMALLEST_BASE and not _is_measured(figure)):
        return ""
    share = _WIDE.divide(_WIDE.multiply(Decimal(100), difference), before.value)
    percent = share.quantize(_TENTH, ROUND_HALF_UP, _WIDE)
    return _signed(words, percent, "percent") if percent else ""


def _is_measured(figure: Figure) -> bool:
    """An amount in a unit (18 days) and no count: one more or less is no accident."""
    return figure.unit is not None and figure.counts is None


def _signed(words: Words, value: Decimal, code: str) -> str:
    """A change with its sign."""
    sign = "+" if value > 0 else words.numbers.minus
    size = value.copy_abs()
    return sign + "".join(p.text for p in number_parts(words, size, Unit({}, code), "exact", ""))


def _written(words: Words, value: Decimal, unit: Unit | None) -> Written:
    """Compact where that is exact; else every digit."""
    whole, _, fraction = f"{value.copy_abs():f}".partition(".")
    if unit is not None and (unit.code in RATES or _is_big(words, unit)):
        return Written(whole, fraction, None)
    for big in words.numbers.largest_first:
        if len(whole) > big.power:
            decimals = (whole[-big.power :] + fraction).rstrip("0")
            if len(decimals) <= MOST_DECIMALS:
                return Written(whole[: -big.power], decimals, big)
    return Written(whole, fraction, None)


def _is_big(words: Words, unit: Unit) -> bool:
    """Whether the unit begins with a big word itself (万元): 3.2万万元 is no number."""
    return any(
        forms["other"].startswith(big.forms["other"])
        for forms in unit.by_language.values()
        for big in words.numbers.largest_first
    )


def _shaped(value: Decimal, shape: Shape) -> Written:
    """The digits of a value in the form of its series."""
    power = shape.big.power if shape.big else 0
    whole, _, fraction = f"{value.copy_abs().scaleb(-power, _WIDE):f}".partition(".")
    if shape.big:
        fraction = fraction.rstrip("0").ljust(shape.decimals, "0")
    return Written(whole, fraction, shape.big)


def _decimals(value: Decimal, power: int) -> int:
    """How many decimals the value needs in units of ten to the `power`."""
    return len(f"{value.scaleb(-power, _WIDE):f}".partition(".")[2].rstrip("0"))


def _said(words: Words, qualifier: str, written: Written, marks: Marks) -> Said:
    """The qualifier's words; what stands inside gives way where there is no place for it."""
    said = words.qualifiers.get(qualifier, _NOTHING_SAID)
    if said.inside and (marks.attached or (written.fraction and not written.big)):
        return Said(before=said.instead)
    return said


def _behind(words: Words, written: Written, said: Said) -> Iterator[str]:
    """The big word and what a qualifier puts inside: 余万 behind a whole number, else 万余."""
    big = form(written.big.forms, plural(words, written.value())) if written.big else ""
    yield big + said.inside if written.fraction else said.inside + big


def _digits(words: Words, whole: str, fraction: str) -> str:
    """The digits with the language's separators, grouped as its pattern says."""
    groups = words.numbers.pattern.split(",")[1:]
    group, decimal = _separators(words.locale)
    if groups:
        last, others = len(groups[-1]), len(groups[0])
        whole, rest = whole[-last:], whole[:-last]
        while rest:
            whole, rest = f"{rest[-others:]}{group}{whole}", rest[:-others]
    return f"{whole}{decimal}{fraction}" if fraction else whole


@functools.cache
def _separators(locale: str) -> tuple[str, str]:
    """What stands between thousands, and before decimals."""
    symbols = _locale(locale).number_symbols["latn"]
    return symbols["group"], symbols["decimal"]


def _marks(words: Words, unit: Unit | None, language: str) -> Marks:
    """What stands before, at and after the digits."""
    if unit is None:
        return _NO_MARKS
    return words.units[unit.code] if unit.code else Marks(after=unit.in_language(language))


@functools.cache
def _locale(identifier: str) -> Locale:
    return Locale.parse(identifier, sep="-")
