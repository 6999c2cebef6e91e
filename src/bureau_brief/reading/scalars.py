"""One written text as the value a field needs: words, a number, a date, true or false.

In: a Scalar, as written. Out: the value, or a Fault: the code of a message and what it names.
YAML's guesses are not taken over: `no`, `2019` and `12:30` are texts where a text belongs, and
a number is its digits, never a float.
Not for: where a value stands and what it is called (`checking`).
"""

import datetime as dt
import functools
import re
import unicodedata
from decimal import Decimal
from typing import Any, NamedTuple

from bureau_brief.reading.nodes import Scalar, shown
from bureau_brief.reading.shapes import Shape

LONGEST = 2_000
NUMBER = r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?([eE][+-]?[0-9]{1,2})?"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
FORBIDDEN = (
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"  # control characters
    r"\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"  # lines, directions, no character
)
"""Characters that no text of a data file may hold, as part of a regular expression."""
IN_NAMES = rf"{FORBIDDEN}\t\n\r\ud800-\udfff"
"""Those, and what else no name of a file may hold that is printed; a surrogate is a byte there."""

_NUMBER = re.compile(NUMBER)
_EXPONENT = 3  # its group
_MANY_DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DATE = re.compile(DATE)
_FORBIDDEN = re.compile(rf"[{FORBIDDEN}\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n]+")
_SEPARATORS = re.compile(r"(?<=[0-9])[,_'’ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_MOST_DIGITS = 18
_MOST_DECIMALS = 9
_compiled = functools.cache(re.compile)
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = {
    word: word.lower() == "true" for w in ("true", "false") for word in (w, w.title(), w.upper())
}
_YES = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}


class Fault(NamedTuple):
    """Why a text cannot be the value: the code of the message, and its values."""

    code: str
    values: dict[str, object]


def fault(code: str, **values: object) -> Fault:
    """A Fault."""
    return Fault(code, values)


def is_nothing(node: Scalar) -> bool:
    """Nothing was written, or `null`."""
    return node.plain and node.text in _NOTHING


def found(node: Scalar) -> str:
    """What was written, for a message."""
    return f"`{shown(node.text)}`" if node.plain else f'`"{shown(node.text)}"`'


def words(node: Scalar) -> str | Fault:
    """A text: one paragraph, in Unicode's composed form."""
    text = node.text
    if is_nothing(node) or not text.strip():
        return fault("BB004")
    if node.plain and text in _TRUTH:
        return fault("BB003", expected="a text", found=found(node), hint=f'write "{text}"')
    if len(text) > LONGEST:
        return fault(
            "BB011", limit=f"{LONGEST:,}", length=f"{len(text):,}", excess=len(text) - LONGEST
        )
    printable = text.isprintable()
    if not printable and (bad := _FORBIDDEN.search(text)):
        return fault("BB017", character=f"U+{ord(bad.group()):04X}")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return (text if printable and "  " not in text else _SPACES.sub(" ", text)).strip(" ")


def string(node: Scalar, shape: Shape) -> str | Fault:
    """A text that fits the patterns of its field."""
    text = words(node)
    if isinstance(text, str):
        for pattern in shape.patterns:
            if not _compiled(pattern.regex).fullmatch(text):
                return fault("BB007", expected=pattern.words, found=shown(text))
    return text


def number(node: Scalar, _shape: Shape) -> Decimal | Fault:
    """An exact number, with the decimals that were written."""
    text = node.text
    if written := _NUMBER.fullmatch(text):
        value = Decimal(text) + 0  # never minus zero
        if written[_EXPONENT] is None:
            return value
        value = Decimal(f"{value:f}")
        exponent = int(value.as_tuple().exponent)
        if value.adjusted() < _MOST_DIGITS and -exponent <= _MOST_DECIMALS:
            return value
    if _MANY_DIGITS.fullmatch(text) and not re.match(r"-?0[0-9]", text):
        return fault("BB013", digits=_MOST_DIGITS, decimals=_MOST_DECIMALS, found=shown(text))
    return fault("BB012", found=shown(text), hint=_number_hint(text))


def whole(node: Scalar, shape: Shape) -> int | Fault:
    """A whole number within the limits of its field."""
    low, high = shape.between or (-(10**18), 10**18)
    if node.plain and _WHOLE.fullmatch(node.text) and low <= int(node.text) <= high:
        return int(node.text)
    return fault("BB009", low=low, high=high, found=found(node))


def truth(node: Scalar, _shape: Shape) -> bool | Fault:
    """`true` or `false`."""
    if node.plain and node.text in _TRUTH:
        return _TRUTH[node.text]
    meant = _YES.get(node.text.lower(), node.text.lower())
    hint = f"write {meant}" if meant in _TRUTH else "write true, or take the line out"
    return fault("BB003", expected="true or false", found=found(node), hint=hint)


def day(node: Scalar, _shape: Shape) -> dt.date | Fault:
    """A date, YYYY-MM-DD."""
    try:
        if _DATE.fullmatch(node.text):
            return dt.date.fromisoformat(node.text)
    except ValueError as error:
        return fault("BB014", found=f"{found(node)}: {error}")
    return fault("BB014", found=found(node))


def choice(node: Scalar, shape: Shape) -> Any:
    """One of the words, or the one number, that the field allows."""
    for allowed in shape.choices:
        if node.text == str(allowed) and (node.plain or isinstance(allowed, str)):
            return allowed
    listed = ", ".join(f"`{allowed}`" for allowed in shape.choices)
    listed = f"one of {listed}" if len(shape.choices) > 1 else listed
    return fault("BB008", choices=listed, found=found(node), word=node.text)


def _number_hint(text: str) -> str:
    """How the number would be written, where that is clear."""
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text.strip()))
    plain = re.sub(r"^\+|^(-?)0+(?=[0-9])", r"\1", plain)
    plain = re.sub(r"^(-?)\.", r"\g<1>0.", plain).replace("−", "-")
    if _NUMBER.fullmatch(plain):
        return f"write {plain}"
    return "write digits only; a unit goes into `unit`, a word such as over into `qualifier`"
