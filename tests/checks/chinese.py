"""Check X3: how Chinese lines of a finished page break, and where their glyphs stand.

In: a PDF. Out: faults in words. The rules are written again here, from the design: nothing of the
program is asked.
Not for: what the lines say (`page_text`).
"""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pdfplumber

NEVER_FIRST = set("、，。．；：！？）〕］｝〉》」』】”’％‰℃…—～·%,.;:!?)]}")
NEVER_LAST = set("（〔［｛〈《「『【“‘([{$€£¥￥")
ONE = re.compile(
    r"\d{1,4}年\d{1,2}月\d{1,2}日|（约合[^（）]+）"
    r"|(?<![A-Za-z\d-])[−+]?\d[\d.]*(?:%|余?[万亿]?余?(?:人次|公里|个百分点|个工作日|[名个家场户件元]))"
)
"""What may not be split: dates, conversions, numbers with all that belongs to them."""

_HAN = re.compile("[〇\u3400-\u9fff\U00020000-\U0003ffff]")
_LEFT_HALF, _RIGHT_HALF = set("、，。．；：！？）〕］〉》」』】”’"), set("（〔［〈《「『【“‘")
_MARGIN = 42
_NEAR = 0.5  # points


class Paragraph(NamedTuple):
    """A paragraph as it was drawn: its lines, and the characters of all of them."""

    lines: tuple[str, ...]
    characters: tuple[dict[str, Any], ...]


def paragraphs(pdf: bytes) -> list[Paragraph]:
    """The paragraphs of a page, by the tags that hold them."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        characters = opened.pages[0].chars
        tree = opened.pages[0].structure_tree
    owner = {mcid: number for number, one in enumerate(_blocks(tree)) for mcid in _marks(one)}
    marked = groupby(characters, key=lambda one: owner.get(one["mcid"]))
    return [_paragraph(list(own)) for number, own in marked if number is not None]


def _blocks(tree: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The paragraphs and headings of a tree; what is inside them (a Span) is theirs."""
    for one in tree:
        if one["type"] in ("P", "H1", "H2"):
            yield one
        else:
            yield from _blocks(one.get("children", ()))


def _marks(one: dict[str, Any]) -> Iterator[int]:
    yield from one.get("mcids", ())
    for child in one.get("children", ()):
        yield from _marks(child)


def faults(pdf: bytes) -> list[str]:
    """Everything that a Chinese page may not do with its lines."""
    found = paragraphs(pdf)
    assert found
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        width = float(opened.pages[0].width)
    out = [fault for one in found for fault in line_faults(one.lines)]
    return out + [fault for one in found for fault in _outside(one, width)]


def line_faults(lines: Sequence[str]) -> Iterator[str]:
    """Of one paragraph: what starts and ends its lines, what is split, how it ends."""
    for line in lines:
        bare = line.strip()
        if bare[:1] in NEVER_FIRST:
            yield f"starts with {bare[0]}: {line}"
        if bare[-1:] in NEVER_LAST:
            yield f"ends with {bare[-1]}: {line}"
    text, ends, at = "".join(lines), set(), 0
    for line in lines[:-1]:
        at += len(line)
        ends.add(at)
    for match in ONE.finditer(text):
        if any(match.start() < end < match.end() for end in ends):
            yield f"splits {match.group()}: {' | '.join(lines)}"
    for one, other in pairwise(lines):
        if re.search(r"[A-Za-z]$", one) and re.match(r"[A-Za-z]", other):
            yield f"splits a word: {one} | {other}"
    last, broken = (
        lines[-1],
        len(lines) > 1 and not lines[-2].endswith(" "),
    )  # else a text of its own
    if broken and len(_HAN.findall(last)) < 3 and not re.search("[A-Za-z]", last):
        yield f"ends with fewer than three Han: {' | '.join(lines)}"


def _paragraph(characters: list[dict[str, Any]]) -> Paragraph:
    """A line ends where the next character stands lower, or further left."""
    lines: list[str] = [""]
    for before, one in pairwise([characters[0], *characters]):
        size = max(before["size"], one["size"])
        lower = before["matrix"][5] - one["matrix"][5] > _NEAR
        if lower or one["x0"] < before["x1"] - 1.2 * size:
            lines.append("")
        lines[-1] += one["text"]
    return Paragraph(tuple(lines), tuple(characters))


def _outside(paragraph: Paragraph, width: float) -> Iterator[str]:
    """Characters whose ink is beyond the margins; a blank half of a sign may be."""
    for one in paragraph.characters:
        left, right = one["x0"], one["x1"]
        if one["text"] in _LEFT_HALF:
            right -= one["size"] / 2
        if one["text"] in _RIGHT_HALF:
            left += one["size"] / 2
        if one["text"].strip() and (left < _MARGIN - 2.5 or right > width - _MARGIN + _NEAR):
            yield f"outside: {one['text']} at {left:.1f} to {right:.1f}"
