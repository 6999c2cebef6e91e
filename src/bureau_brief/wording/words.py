"""The fixed words of one language: `templates/<language>/words.toml`.

In: the folders that may hold it (a user's first). A user's file needs only the keys it
changes: the others are the shipped file's. Out: a Words value with a closed set of keys, or
Problems that name the missing, the unknown and the wrong ones.
Not for: sentences (`sentences`), or numbers (`numbers`).
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.record import UNIT_CODES, Qualifier
from bureau_brief.wording.checking import differing, wrong
from bureau_brief.wording.files import WORDS_FILE, found_in, place, read

QUALIFIERS: tuple[Qualifier, ...] = (
    "over", "more_than", "at_least", "nearly", "under", "at_most", "about", "estimated",
)  # fmt: skip

Forms = Mapping[str, str]
"""A word by plural category; `other` is always there."""


class Headings(NamedTuple):
    """The headings of the page's footer and of slides, and the names of the deck's parts."""

    source: str
    notes: str
    generated: str
    method: str
    contact: str
    closing: str
    quote: str
    opening: str
    areas: str
    more: str
    programme: str
    main_result: str
    next_result: str
    rows: str
    period: str
    compared: str
    found: str
    sign_off: str
    figure: str
    phrase: str
    checks: str
    shown: str
    page: str
    name: str
    date: str
    signature: str


class Big(NamedTuple):
    """A word for a power of ten: million, 万."""

    power: int
    forms: Forms
    counted: str
    """Plural category of what is counted behind it (French: `1 million d’emplois`)."""


class Numbers(NamedTuple):
    """How a language writes numbers."""

    pattern: str
    minus: str
    join: str
    in_text: str
    phrase: str
    labelled: str
    judged: str
    converted: str
    converted_after: str
    converted_label: str
    small: Sequence[str]
    largest_first: Sequence[Big]


class Said(NamedTuple):
    """A qualifier: in front of the number, right behind its digits, or behind its unit."""

    before: str = ""
    inside: str = ""
    after: str = ""
    instead: str = ""
    """In front of the number where `inside` has no place: 90%, 3.5 km."""


class Marks(NamedTuple):
    """A unit: in front of the digits, right behind them, or behind the number."""

    prefix: str = ""
    attached: str = ""
    after: Forms | None = None


class Lists(NamedTuple):
    """How a language joins what it lists."""

    two: str
    more: str
    exceptions: str
    span: str
    statements: str
    sentences: str
    leads_to: str
    bind: Sequence[str]


class Quotes(NamedTuple):
    """Quotation marks of words and of titles."""

    words: str
    title: str


class Words(NamedTuple):
    """All fixed words of a language."""

    locale: str
    headings: Headings
    numbers: Numbers
    qualifiers: Mapping[str, Said]
    units: Mapping[str, Marks]
    lists: Lists
    quotes: Quotes


TABLES: Mapping[str, tuple[str, ...]] = {
    "headings": Headings._fields,
    "numbers": Numbers._fields,
    "qualifiers": QUALIFIERS,
    "units": UNIT_CODES,
    "lists": Lists._fields,
    "quotes": Quotes._fields,
}
"""Every table of words.toml and its keys; beside them stands only `locale`."""


def load(folders: Sequence[Path]) -> Words:
    """The words of `folders`, the first one's before the others'. Raises Problems."""
    paths = [path for folder in folders if (path := found_in([folder], WORDS_FILE))]
    if not paths:
        language = folders[-1].name
        raise Problems([problem("BB201", Place("", "templates"), language=language)])
    data: dict[str, Any] = {}
    for path in reversed(paths):
        own = _parsed(path)
        _refuse([*differing(own, ["locale", *TABLES], TABLES, path), *wrong(own, path)])
        data = _merged(data, own)
    _refuse(_missing(data, paths[-1]))
    return _words(data)


def _parsed(path: Path) -> dict[str, Any]:
    text = read(path)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # digits, or lists in lists, without end
        line = re.search(r"line (\d+)", str(error))
        at = place(path, line=int(line.group(1)) if line else text.count("\n") + 1)
        raise Problems([problem("BB202", at, error=error)]) from error


def _refuse(found: Sequence[Problem]) -> None:
    if found:
        raise Problems(found)


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with the keys of `own` in their place, table by table."""
    merged = {**base, **own}
    for name in TABLES:
        if name in base and name in own:
            merged[name] = {**base[name], **own[name]}
    return merged


def _missing(data: Mapping[str, Any], path: Path) -> list[Problem]:
    top = [key for key in ("locale", *TABLES) if key not in data]
    inner = [f"{name}.{key}" for name in TABLES for key in TABLES[name]
             if name in data and key not in data[name]]  # fmt: skip
    return [problem("BB204", place(path, key)) for key in (*top, *inner)]


def _words(data: Mapping[str, Any]) -> Words:
    """The checked data as Words."""
    numbers = dict(data["numbers"])
    bigs = [
        Big(big["power"], {k: v for k, v in big.items() if isinstance(v, str)},
            big.get("counted", ""))
        for big in numbers["largest_first"]
    ]  # fmt: skip
    numbers["largest_first"] = sorted(bigs, key=lambda big: -big.power)
    units = {code: {**marks} for code, marks in data["units"].items()}
    for marks in units.values():
        after = marks.get("after")
        marks["after"] = {"other": after} if isinstance(after, str) else after
    return Words(
        locale=data["locale"],
        headings=Headings(**data["headings"]),
        numbers=Numbers(**numbers),
        qualifiers={name: Said(**said) for name, said in data["qualifiers"].items()},
        units={code: Marks(**marks) for code, marks in units.items()},
        lists=Lists(**data["lists"]),
        quotes=Quotes(**data["quotes"]),
    )
