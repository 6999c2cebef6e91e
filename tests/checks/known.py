"""The numbers that a finished file may show, worked out from the data file alone.

In: a Record. Out: sets of digit strings, and the figures with the words that go before them.
Written without the program's own wording: it is what the wording is checked against.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal

from bureau_brief.record import Figure, Noun, Record, Text

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
QUALIFIERS = {
    "exact": "", "over": "over ", "more_than": "more than ", "at_least": "at least ",
    "nearly": "nearly ", "under": "under ", "at_most": "at most ", "about": "about ",
    "estimated": "an estimated ",
}  # fmt: skip
MILLION = 1_000_000


def digits(value: Decimal) -> str:
    """`335,800`, `91.8`, and `1.98` for 1.98 million."""
    millions = value / MILLION
    if abs(value) >= MILLION and millions == round(millions, 2):
        return f"{millions.normalize():f}"
    return f"{value:,f}"


def amount(value: Decimal, unit: str) -> str:
    """The value with its unit as it stands in running text, in English."""
    number = digits(value)
    word = " million" if abs(value) >= MILLION and digits(value) != f"{value:,f}" else ""
    marks = {"percent": "{}%", "USD": "${}", "CNY": "{} yuan", "EUR": "€{}"}
    return marks.get(unit, "{}").format(number + word)


def phrases(record: Record) -> dict[str, str]:
    """By id: qualifier, number and unit, with plain spaces; conversions as `id.converted`."""
    out = {}
    for figure in record.figures().values():
        unit = figure.unit.code if figure.unit else ""
        out[figure.id] = QUALIFIERS[figure.qualifier] + amount(figure.value, unit)
        if figure.converted:
            out[f"{figure.id}.converted"] = amount(
                figure.converted.value, figure.converted.unit.code
            )
    return out


def known_numbers(record: Record, language: str) -> set[str]:
    """Every digit string that data, dates, names and counts account for."""
    known = {number for phrase in phrases(record).values() for number in NUMBER.findall(phrase)}
    known |= {f"{f.value:f}" for f in record.figures().values()}
    for figure in record.figures().values():
        known |= set(_others(figure))
    for text in _strings(record, language):
        known |= set(NUMBER.findall(re.sub(r"\{[^}]*\}", "", text)))
    days = [record.published, *(source.date for source in record.sources.values())]
    for day in days:
        known |= {str(day.day), str(day.year)} if day else set()
    known |= {str(n) for n in range(1, len(record.areas) + 1)}
    return known | {str(len(phrases(record))), *NUMBER.findall(record.file)}


def _others(figure: Figure) -> Iterator[str]:
    """Targets, earlier values and series, as printed and as they stand in a data sheet."""
    unit = figure.unit.code if figure.unit else ""
    dated = [figure.previous, figure.baseline, *figure.series]
    for value in (figure.target, *(one.value for one in dated if one)):
        if value is not None:
            yield from (f"{value:f}", f"{value:,f}", *NUMBER.findall(amount(value, unit)))
    for one in dated:
        if one and one.value:
            change = abs((figure.value - one.value) / one.value * 100)
            yield from (f"{change:.1f}", f"{abs(figure.value - one.value):f}")


def numbers(text: str) -> list[str]:
    """The digit strings of a text, in order."""
    return NUMBER.findall(text)


def folded(text: str) -> str:
    """Every kind of space, line and paragraph break as one plain space."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u200b", "")).strip()


def _strings(value: object, language: str) -> Iterator[str]:
    """Every text a person wrote in the data file, in one language."""
    if isinstance(value, Text):
        yield value.in_language(language) or ""
    elif isinstance(value, Noun):
        yield from (value.in_language(language) or {}).values()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item, language)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item, language)
    elif is_dataclass(value):
        for field in fields(value):
            if field.metadata.get("format", True):
                yield from _strings(getattr(value, field.name), language)
