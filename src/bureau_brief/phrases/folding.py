"""Text as it is compared: one form of spaces, dashes, quotation marks, digits and letters.

In: a source's text or a phrase of it. Out: the same folded; equal if a reader would call the
two the same. Full-width forms become ordinary ones, any run of spaces and line breaks is one
space, none stands beside a Han character.
Not for: anything that is printed.
"""

import functools
import re
import unicodedata

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SINGLE = re.compile("[\u2018\u2019\u201a\u2032\uff07]")
_DOUBLE = re.compile("[\u201c-\u201e\u2033\uff02\u00ab\u00bb]")
_DIGIT = "[0-9\uff10-\uff19]"
_THOUSANDS = re.compile(f"(?<!{_DIGIT}){_DIGIT}{{1,3}}(?:\uff0c{_DIGIT}{{3}})+(?!{_DIGIT})")
_LISTED = re.compile("[\uff0c\u3001]")  # they part numbers
_FIRST_HAN = "\u3400"


def folded(text: str) -> str:
    """`text` as it is compared."""
    if not text.isascii():
        text = _LISTED.sub(", ", _THOUSANDS.sub(_grouped, _UNSEEN.sub("", text)))
        text = _DASHES.sub("-", _SINGLE.sub("'", _DOUBLE.sub('"', text)))
        text = unicodedata.normalize("NFKC", text)
    text = " ".join(text.casefold().split())
    return text if text.isascii() or max(text) < _FIRST_HAN else _beside_han().sub("", text)


@functools.cache
def _beside_han() -> re.Pattern[str]:
    """A space beside a Han character; compiled for texts that have one."""
    return re.compile(f"(?<=[{HAN}]) | (?=[{HAN}])")


def _grouped(match: re.Match[str]) -> str:
    return match[0].replace("\uff0c", ",")
