"""What a words.toml may hold: which keys, and of which kind each value is.

In: the parsed file and its path. Out: Problems.
Not for: keys that are missing (a user's file needs only those it changes).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from bureau_brief.problems import Problem, problem, quoted
from bureau_brief.wording.files import UNPRINTABLE, nearest, place

PATTERNS: Mapping[str, tuple[str, ...]] = {
    "numbers.in_text": ("number", "noun"),
    "numbers.phrase": ("number", "label"),
    "numbers.labelled": ("label", "scope"),
    "numbers.judged": ("phrase", "verdict"),
    "numbers.converted": ("number",),
    "numbers.converted_after": ("number", "conversion"),
    "numbers.converted_label": ("conversion", "label"),
    "lists.two": ("a", "b"),
    "lists.more": ("a", "b"),
    "lists.exceptions": ("name", "period"),
    "lists.span": ("a", "b"),
    "lists.statements": ("a", "b"),
    "lists.sentences": ("a", "b"),
    "quotes.words": ("x",),
    "quotes.title": ("x",),
}
"""Values with blanks in braces: each of these once, and nothing else in braces."""

BLANKS = re.compile(r"\{([^{}]*)\}")
CATEGORIES = ("zero", "one", "two", "few", "many", "other")

_LISTS = ("numbers.small", "lists.bind")
_DIGITS = re.compile(r"(#+,)*#*0")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def differing(
    data: Mapping[str, Any], top: Sequence[str], tables: Mapping[str, Sequence[str]], path: Path
) -> list[Problem]:
    """Unknown keys at the top and in every table, and tables that are none."""
    out = _unknown(data, top, "", path)
    for name, keys in tables.items():
        if name in data and not isinstance(data[name], dict):
            out.append(_expected(path, name, "a table", data[name]))
        elif name in data:
            out += _unknown(data[name], keys, f"{name}.", path)
    return out


def wrong(data: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """Values of the wrong kind."""
    if "locale" in data and not _is_locale(data["locale"]):
        yield _expected(path, "locale", "a language tag such as en-GB", data["locale"])
    for name, table in data.items():
        for key, value in table.items() if isinstance(table, dict) else ():
            asked = _asked(name, f"{name}.{key}", value)
            if asked:
                yield _expected(path, f"{name}.{key}", asked, value)


def _asked(table: str, key: str, value: Any) -> str:
    """What is expected at `key`, if `value` is something else; else nothing."""
    if table == "qualifiers":
        right = _is_texts(value, ("before", "inside", "after", "instead"))
        return "" if right else "a table of `before`, `inside`, `after`, `instead`"
    if table == "units":
        return "" if _is_unit(value) else "a table of `prefix`, `attached`, `after`"
    if key == "numbers.largest_first":
        right = isinstance(value, list) and all(map(_is_big, value))
        return "" if right else "a list of `power` (1 to 30) with the word as `other`"
    if key in _LISTS:
        right = isinstance(value, list) and all(map(_is_text, value))
        return "" if right else "a list of texts"
    if key == "numbers.pattern":
        right = isinstance(value, str) and bool(_DIGITS.fullmatch(value))
        return "" if right else "a pattern of `#`, `,` and a `0` at its end"
    if key in PATTERNS:
        blanks = " and ".join(f"{{{name}}}" for name in PATTERNS[key])
        return "" if _has_blanks(value, PATTERNS[key]) else f"a text with {blanks} once each"
    if table == "headings" and not (_is_text(value) and value.strip()):
        return "a text that is not empty"
    return "" if _is_text(value) else "a text"


def _has_blanks(value: Any, names: Sequence[str]) -> bool:
    if not _is_text(value) or set("{}") & set(BLANKS.sub("", value)):
        return False
    return sorted(names) == sorted(BLANKS.findall(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not UNPRINTABLE.search(value) and "\n" not in value


def _is_texts(value: Any, keys: Sequence[str]) -> bool:
    return isinstance(value, dict) and value.keys() <= set(keys) and all(
        map(_is_text, value.values())
    )  # fmt: skip


def _is_forms(value: Any) -> bool:
    return _is_texts(value, CATEGORIES) and "other" in value


def _is_unit(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    after = value.get("after", "")
    rest = {key: text for key, text in value.items() if key != "after"}
    return _is_texts(rest, ("prefix", "attached")) and (_is_text(after) or _is_forms(after))


def _is_big(value: Any) -> bool:
    if not isinstance(value, dict) or type(value.get("power")) is not int:
        return False
    rest = {key: text for key, text in value.items() if key not in ("power", "counted")}
    known = value.get("counted", "other") in CATEGORIES
    return known and 1 <= value["power"] <= 30 and _is_forms(rest)


def _is_locale(value: Any) -> bool:
    if not isinstance(value, str) or not _LANGUAGE_TAG.fullmatch(value):
        return False
    try:
        return bool(Locale.parse(value, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


def _unknown(
    table: Mapping[str, Any], keys: Sequence[str], prefix: str, path: Path
) -> list[Problem]:
    return [
        problem("BB205", place(path, prefix + key), hint=nearest(key, keys))
        for key in table
        if key not in keys
    ]


def _expected(path: Path, key: str, expected: str, value: Any) -> Problem:
    said = repr(value) if isinstance(value, str) else value
    return problem("BB203", place(path, key), expected=expected, found=quoted(said))
