"""How one language writes a number: digits, big words, qualifiers, units, plurals, dates.

In: Decimals, the Words of a language, CLDR through Babel. Out: brief.Parts.
Never float, never rounded for show: the compact form only where it is exact.
Not for: which number stands where.
"""

import datetime as dt
import functools
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from bureau_brief.brief import Part
from bureau_brief.record import Figure, Unit
from bureau_brief.wording.words import Words

MOST_DECIMALS = 2  # of a compact form such as 1.98 million


class _Compact(NamedTuple):
    """A number as it is written: its digits, and the big word behind them."""

    digits: Decimal
    big: str


def number_parts(
    words: Words, value: Decimal, unit: Unit | None, qualifier: str, language: str
) -> tuple[Part, ...]:
    """`an estimated 22,246`: qualifier, number and unit with their spaces, in printed order."""
    numbers, marks = words.numbers, _unit_marks(words, unit, value, language)
    compact = _compact(words, value)
    said = words.qualifiers.get(qualifier, {})
    sign = numbers.minus if value < 0 else ""
    digits = plain(words, abs(compact.digits))
    number = f"{sign}{marks['prefix']}{digits}{marks['attached']}"
    after = [compact.big, marks["after"]]
    inside = said.get("inside", "")
    if inside:
        whole = compact.digits == compact.digits.to_integral_value()
        after = [inside + after[0], after[1]] if whole else [after[0] + inside, after[1]]
    join = numbers.join
    unit_text = "".join(join + word for word in after if word)
    before = said.get("before", "")
    parts = (
        Part("qualifier", before + join if before else ""),
        Part("number", number),
        Part("unit", unit_text),
    )
    return tuple(part for part in parts if part.text)


def plain(words: Words, value: Decimal) -> str:
    """Digits with the language's separators and the decimals that `value` has."""
    decimals = max(0, -int(value.as_tuple().exponent))
    pattern = words.numbers.pattern + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=_tag(words)))


def plural(words: Words, value: Decimal) -> str:
    """The plural category of `value`: one, few, many, other ..."""
    return str(_locale(_tag(words)).plural_form(value))


def form(forms: Mapping[str, str], category: str) -> str:
    """The form for a plural category, or the general one."""
    return forms.get(category, forms["other"])


def date(words: Words, day: dt.date) -> str:
    """`13 January 2021`, in the language's long form."""
    written = format_date(day, format="long", locale=_tag(words))
    return str(written).replace(" ", words.numbers.join, 1)


def count(words: Words, number: int) -> str:
    """A small count in words, a larger one in digits."""
    small = words.numbers.small
    return small[number] if number < len(small) else plain(words, Decimal(number))


def change(words: Words, figure: Figure) -> str:
    """`+8.3%` or, for a rate, `+2.6 points`; empty where it may not be computed."""
    before = figure.previous
    if before is None or figure.qualifier != "exact" or before.qualifier != "exact":
        return ""
    difference = figure.value - before.value
    if figure.unit is not None and figure.unit.code == "percent":
        return words.numbers.change_points.format(number=_signed(words, difference))
    if abs(before.value) < SMALLEST_BASE:
        return ""
    percent = (100 * difference / abs(before.value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = _signed(words, percent)[0]
    marks = words.units["percent"]
    attached = marks.get("attached", "")
    return sign + plain(words, abs(percent)) + attached


SMALLEST_BASE = 20  # a change on a smaller base says more than the numbers do


def _signed(words: Words, value: Decimal) -> str:
    return ("+" if value > 0 else words.numbers.minus) + plain(words, abs(value))


def _compact(words: Words, value: Decimal) -> _Compact:
    """The largest big word with which `value` is exact at two decimals or fewer."""
    for big in words.numbers.largest_first:
        digits = value.scaleb(-int(big["power"]))
        exact = digits == digits.quantize(Decimal(1).scaleb(-MOST_DECIMALS))
        if abs(digits) >= 1 and exact:
            digits = _trimmed(digits)
            category = plural(words, abs(digits))
            return _Compact(digits, str(big.get(category, big["other"])))
    return _Compact(value, "")


def _trimmed(value: Decimal) -> Decimal:
    """Without zeros behind the decimal point: 1.980000 -> 1.98, 20.00 -> 20."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _unit_marks(
    words: Words, unit: Unit | None, value: Decimal, language: str
) -> Mapping[str, str]:
    """What stands before, at and after the digits."""
    empty = {"prefix": "", "attached": "", "after": ""}
    if unit is None:
        return empty
    if unit.code:
        return {**empty, **words.units[unit.code]}
    forms = unit.in_language(language)
    return {**empty, "after": form(forms, plural(words, value))} if forms else empty


def _tag(words: Words) -> str:
    return words.locale.replace("-", "_")


@functools.cache
def _locale(identifier: str) -> Locale:
    return Locale.parse(identifier)
