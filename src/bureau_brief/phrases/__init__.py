"""The numbers in a phrase of a source: `nearly 1 million farmers`, `20余万名`, `$305,000`.

In: a phrase or a sentence. Out: the numbers in it, in order, each with its value, qualifier and
unit. English, Chinese, and whatever else `words.toml` lists. Digits that are part of a name
(COVID-19, 5G) are no number. Where digits can be read in two ways (1.234), both readings are
kept.
Not for: comparing with a figure (`provenance`), or numbers written in words.
"""

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from bureau_brief.phrases.folding import folded

__all__ = ["Said", "each_number", "folded", "measure", "numbers_in"]

_WORDS = Path(__file__).with_name("words.toml")
_DIGITS = (
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,9})?(?![0-9,])"
    r"|[0-9]{1,3}(?:[ '][0-9]{3}){1,6}(?:[.,][0-9]{1,9})?(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,6}(?:,[0-9]{1,9})?(?![0-9])"
    r"|[0-9]{1,18}(?:[.,][0-9]{1,9})?(?![0-9]))"
)
"""Every repetition has an end: a text made to be slow to read must not be."""
_COMMAS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")


class Said(NamedTuple):
    """One number of a phrase."""

    readings: tuple[Decimal, ...]
    """What the digits and the word behind them say; the likeliest first."""
    qualifier: str
    unit: str
    """A unit code, the name of a measure, or nothing."""
    start: int
    """Where its digits begin in the folded phrase."""
    end: int
    words: str
    """The number with everything that belongs to it, folded."""

    @property
    def digit(self) -> Decimal:
        """One in its last printed digit: 10,000 of 1.98 million."""
        return Decimal(1).scaleb(int(self.readings[0].as_tuple().exponent))


class _Reader(NamedTuple):
    number: re.Pattern[str]
    before: re.Pattern[str]
    scales: Mapping[str, int]
    qualifiers: Mapping[str, str]
    after: Mapping[str, str]
    units: Mapping[str, str]


def measure(word: str) -> str:
    """The name of a measure or the code of a unit that `word` is; empty if it is neither."""
    return _reader().units.get(folded(word), "")


def numbers_in(phrase: str) -> tuple[Said, ...]:
    """Every number of a folded phrase, in order."""
    return tuple(each_number(phrase))


def each_number(phrase: str) -> Iterator[Said]:
    """The same one after the other, for texts that are long."""
    reader = _reader()
    for match in reader.number.finditer(phrase):
        before, start = _before(phrase, match.start(), reader)
        inside = (match["inside"] or match["after"] or "").strip()
        unit = match["unit"] or match["sign"] or ""
        yield Said(
            _values(match, reader),
            reader.after.get(inside, "") or before or "exact",
            reader.units.get(unit, ""),
            match.start("digits"),
            match.end(),
            phrase[start : match.end()].strip(),
        )


def _values(match: re.Match[str], reader: _Reader) -> tuple[Decimal, ...]:
    """Every value that the digits may stand for."""
    power = reader.scales.get(match["scale"] or "", 0)
    values = [Decimal(text) for text in _readings(match["digits"])]
    if match["before"] or match["minus"]:
        values = [-value for value in values]
    return tuple([value.scaleb(power) for value in values])


def _readings(digits: str) -> Iterator[str]:
    """The digits as Decimal reads them: comma for thousands, or for decimals, or points."""
    if _COMMAS.fullmatch(digits):
        yield digits.replace(",", "")
        if digits.count(",") == 1 and "." not in digits:
            yield digits.replace(",", ".")
        return
    plain = digits.replace(" ", "").replace("'", "")
    if "," in plain:
        yield plain.replace(".", "").replace(",", ".")
    elif plain.count(".") > 1:
        yield plain.replace(".", "")
    else:
        yield plain
        if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", plain):
            yield plain.replace(".", "")


def _before(phrase: str, end: int, reader: _Reader) -> tuple[str, int]:
    """The qualifier in front of a number, and where it begins."""
    found = reader.before.search(phrase[max(0, end - 40) : end])
    if found is None:
        return "", end
    return reader.qualifiers[found[1]], max(0, end - 40) + found.start(1)


@functools.cache
def _reader() -> _Reader:
    """The words of words.toml as patterns."""
    data: dict[str, Any] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    scales = {word: int(power) for power, words in data["scales"].items() for word in words}
    qualifiers = _by_word(data["before"])
    after = _by_word(data["after"])
    units = {**_by_word(data["measures"]), **_by_word(data["units"])}
    signs = [word for word in units if not word[-1].isalpha()] + ["rmb", "chf", "pln", "人民币"]
    first = "".join(re.escape(word[0]) for word in signs)
    number = re.compile(
        rf"(?=[0-9{first}-])(?:(?P<before>(?<![0-9a-z])-)?(?P<sign>{_one_of(signs)}) ?)?"
        rf"(?<![0-9a-z][-.])(?<![0-9a-z.,])(?P<minus>-)?{_DIGITS}"
        rf"(?: ?(?P<inside>{_one_of(w for w in after if _is_han(w[0]))}))?"
        rf"(?:[ -]?(?P<scale>{_one_of(scales)})(?![a-z]))?"
        rf"(?: ?(?P<after>{_one_of(after)})(?![a-z]))?"
        rf"(?:[ -]?(?P<unit>{_one_of(units)})(?![a-z]))?"
        r"(?![a-z0-9])"
    )
    filler = _one_of(data["between"]["words"])
    before = re.compile(rf"(?<![a-z])({_one_of(qualifiers)})(?: ?(?:{filler}))? ?$")
    return _Reader(number, before, scales, qualifiers, after, units)


def _by_word(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: name for name, listed in words.items() for word in listed}


def _one_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"
