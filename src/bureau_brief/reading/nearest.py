"""The word that was probably meant.

In: a word and the words that would have been right. Out: a hint.
Not for: deciding that a word is wrong.
"""

from collections.abc import Iterable

from bureau_brief.reading.nodes import shown

_MOST_COMPARED, _MOST_LISTED, _FURTHEST = 300, 8, 3


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`; empty if none is."""
    from difflib import get_close_matches  # only when a word is wrong

    short = word[:80]
    like = [k for k in known if abs(len(k) - len(short)) <= _FURTHEST or k in short or short in k]
    matches = get_close_matches(short, like[:_MOST_COMPARED], n=1, cutoff=0.6)
    return matches[0] if matches else ""


def hint(word: str, known: Iterable[str], instead: str = "") -> str:
    """`did you mean x?`, else `instead`, else the first words that are known."""
    listed = list(known)
    match = nearest(word, listed)
    if match:
        return f"did you mean `{shown(match)}`?"
    if instead or not listed:
        return instead
    more = ", …" if len(listed) > _MOST_LISTED else ""
    return "known here: " + ", ".join(f"`{shown(k)}`" for k in listed[:_MOST_LISTED]) + more
