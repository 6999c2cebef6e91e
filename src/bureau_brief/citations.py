"""The braces in a data file's texts: `{jobs}`, `{jobs.number}`, `{{`, and `[18F]`.

In: one text of the data file. Out: its pieces, plain words and Citations, in order.
Not for: knowing which figures exist (reading), or what a citation prints (wording).
"""

import functools
import re

from bureau_brief.values import value

ATTRIBUTES = ("number", "label", "scope", "change")

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_CITED = re.compile(r"([a-z0-9_-]+)(?:\.([a-z]+))?")
_BRACKETED = re.compile(r"\[([^\[\]]*\d[^\[\]]*)\]")


@value
class Citation:
    """A figure cited by its id; `attribute` is empty for the figure in running text."""

    figure: str
    attribute: str = ""


class CitationError(ValueError):
    """Braces that hold something other than an id, or that do not close."""


@functools.lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[str | Citation, ...]:
    """Split `text` at its citations. Raises CitationError with what stands in the braces."""
    out: list[str | Citation] = []
    words, end = "", 0
    for match in _BRACES.finditer(text):
        words += text[end : match.start()]
        end = match.end()
        piece = _piece(match)
        if isinstance(piece, str):
            words += piece
        else:
            out += (words, piece) if words else (piece,)
            words = ""
    words += text[end:]
    return (*out, words) if words else tuple(out)


def cited(text: str) -> tuple[str, ...]:
    """The ids that `text` cites, in order, each as often as it stands there."""
    return tuple(piece.figure for piece in pieces(text) if isinstance(piece, Citation))


def without_brackets(words: str) -> str:
    """`[18F]` -> `18F`: brackets mark digits that are part of a name."""
    return _BRACKETED.sub(r"\1", words)


def typed_digits(text: str) -> str:
    """`text` without citations and bracketed names: digits left here were typed by hand."""
    plain = "".join(piece for piece in pieces(text) if isinstance(piece, str))
    return _BRACKETED.sub("", plain)


def _piece(match: re.Match[str]) -> str | Citation:
    whole = match.group(0)
    if whole in ("{{", "}}"):
        return whole[0]
    inside = match.group(1)
    found = _CITED.fullmatch(inside.strip()) if inside is not None else None
    if found is None or (found.group(2) or "number") not in ATTRIBUTES:
        raise CitationError(whole)
    return Citation(found.group(1), found.group(2) or "")
