"""Where a line of text may break.

In: a text without line breaks. Out: the places at which a new line may start.
Latin text breaks behind its spaces, words whole. Chinese and mixed text follows the Unicode
line breaking algorithm (UAX #14) as the "Requirements for Chinese Text Layout" of the W3C
tailor it: signs that may not begin or end a line, and what is read as one: a number with its
big word and measure word, a date, a conversion in brackets. Break hints (U+200B) win.
Not for: widths, or which of the places is taken (`fitting`).
"""

import functools
import re
from itertools import accumulate, pairwise

BREAK_HINT = "\u200b"
SOFT_HYPHEN = "\u00ad"

_WIDE = "\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3" \
    "\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"  # fmt: skip
_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"

_FIRST_WIDE = "\u2e80"

CLOSING = "、，。．；：！？）〕］｝〉》」』】〗”’"
"""Signs with their ink in the left half of an em: what is blank may be left out."""
OPENING = "（〔［｛〈《「『【〖“‘"
"""Signs with their ink in the right half of an em."""

_NO_START = frozenset(CLOSING + "…—～·‧・％‰℃℉°′″々〻ー–-/,.;:!?)]}»%\"'\u200b")
_NO_END = frozenset(OPENING + "￥＄￡￠([{«$€£¥₹№#+−±\"'")
_STARTS_ON_SLIDES = frozenset("…—％‰℃℉%°ー–/")
"""What LibreOffice lets begin a line."""
_JOINS_LATIN = frozenset(CLOSING + "％") - frozenset("；：！？")
"""Behind these it breaks before no Latin word, as UAX #14 had it until Unicode 5.1, and before
no bracket behind one."""
_GLUE = frozenset("\u00a0\u202f\u2011\u2060\ufeff")
_PHRASE = f"[^ —…{re.escape(CLOSING + OPENING)}]+"
"""Between two signs; where it holds hints, it breaks at these alone."""

_SPLIT = re.compile(r" |(?<=\w[-–/])(?=\w)")
_IN_WORDS = re.compile(r"(?<=[^\W\d_]{2})[-‐–—/\u00ad]+(?=[^\W\d_]{2})")

_DIGITS = "[0-9０-９]"
_NUMBER = rf"[+−±-]?(?:HK)?[$€£¥￥₹]?{_DIGITS}[0-9０-９,.，．\u202f]*(?<![,.，．])"
_UNITS = (
    "个百分点|百分点|个工作日|工作日|个小时|个季度|平方公里|平方米|立方米|公里|公斤|公顷|千米|千克|"
    "千瓦时|万千瓦|美元|欧元|英镑|日元|港元|卢比|瑞士法郎|兹罗提|小时|分钟|季度|个月|周岁|"
    "[人家户场件架班车][次天]|[%％‰℃℉°㎎㎏㎜㎝㎞㎡㎥]|"
)
_READ_AS_ONE = (
    rf"{_DIGITS}{{1,4}}年(?:{_DIGITS}{{1,2}}月(?:{_DIGITS}{{1,2}}[日号])?)?"
    rf"|{_DIGITS}{{1,2}}月{_DIGITS}{{1,2}}[日号]"
    r"|（约合[^（）]{1,20}）"
    rf"|(?:不超过|超过|不足|至少|估计|近|约合|约|第)?(?<![A-Za-z0-9-]){_NUMBER}"
    rf"(?:[至到–—～~-]{_NUMBER})?余?(?:万亿|亿|万)?余?(?:{_UNITS}[{_HAN}])?"
)
"""What is read as one: a date, a conversion, a number with all that belongs to it."""

LEAST_HAN = 3  # on the last line of a Chinese text


@functools.cache
def pattern(regex: str) -> re.Pattern[str]:
    """A pattern of this module, compiled when it is first needed: Latin text never needs it."""
    return re.compile(regex)


def is_wide(text: str) -> bool:
    """Whether a character of `text` is one em wide."""
    if text.isascii() or max(text) < _FIRST_WIDE:
        return False
    return bool(pattern(f"[{_WIDE}]").search(text))


def unhinted(text: str) -> str:
    """The text without break hints and soft hyphens."""
    return text.replace(BREAK_HINT, "").replace(SOFT_HYPHEN, "")


def places(text: str, *, slides: bool = False) -> tuple[int, ...]:
    """The indexes in `text` at which a new line may start; `slides`: those slide programs know."""
    return _mixed(text, slides) if is_wide(text) else _plain(text)


@functools.lru_cache(maxsize=4096)
def loose(text: str, slides: bool = False) -> tuple[int, ...]:
    """The same where a line is too narrow for hints and long last lines."""
    pairs = enumerate(pairwise(text), 1)
    found = [i for i, (a, b) in pairs if _may_break(a, b) and not (slides and _joined(a, b))]
    whole = {
        i
        for match in pattern(_READ_AS_ONE).finditer(text)
        for i in range(match.start() + 1, match.end())
    }
    return tuple(i for i in found if i not in whole)


def first(text: str) -> int:
    """Where a slide program may break first: it keeps few signs together, and no numbers."""
    if not is_wide(text):
        return next((match.start() for match in _SPLIT.finditer(text)), len(text))
    pairs = enumerate(pairwise(text), 1)
    return next((i for i, (a, b) in pairs if _may_break(a, b) or _starts(a, b)), len(text))


def inside(text: str) -> tuple[int, ...]:
    """Where Latin words wider than a line may break: behind hyphens, dashes, slashes and soft
    hyphens that have two letters on either side; no number and no date is cut."""
    return tuple(match.end() for match in _IN_WORDS.finditer(text))


def enough(tail: str) -> bool:
    """Whether `tail` is long enough for a last line: three Han, or as much in Latin words."""
    han = len(pattern(f"[{_HAN}]").findall(tail))
    latin = len(tail) - han if any(c.isascii() and c.isalpha() for c in tail) else 0
    return han + latin / 2 >= LEAST_HAN


def drawn(text: str) -> str:
    """`text` as a line draws it: without hints, a soft hyphen only at its end."""
    return unhinted(text) + (SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else "")


def _plain(text: str) -> tuple[int, ...]:
    *words, _ = text.replace(BREAK_HINT, " ").rstrip(" ").split(" ")
    return tuple(accumulate([len(word) + 1 for word in words]))


@functools.lru_cache(maxsize=4096)
def _mixed(text: str, slides: bool) -> tuple[int, ...]:
    kept: set[int] = set()
    for phrase in pattern(_PHRASE).finditer(text) if BREAK_HINT in text else ():
        if BREAK_HINT in phrase.group():
            kept.update(
                i for i in range(phrase.start() + 1, phrase.end()) if text[i - 1] != BREAK_HINT
            )
    return tuple(i for i in loose(text, slides) if i not in kept and enough(text[i:]))


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end with `before` and the next one start with `after`."""
    if before == BREAK_HINT:
        return True
    if after == " " or after in _NO_START or {before, after} & _GLUE:
        return False
    if before == " ":
        return True
    return before not in _NO_END and (is_wide(before) or is_wide(after))


def _joined(before: str, after: str) -> bool:
    """Whether slide programs may keep together what `_may_break` would not."""
    return (before in _JOINS_LATIN and after.isalnum() and not is_wide(after)) or (
        after in OPENING + "￥" and before.isalnum() and not is_wide(before)
    )


def _starts(before: str, after: str) -> bool:
    """Whether a slide program may break before `after` although it may not begin a line."""
    return after in _STARTS_ON_SLIDES and is_wide(before) and before not in _NO_END
