"""The data that a finished file carries, completed with what its plan shows where.

In: a Page or a Deck, and the data of `embedding`. Out: the plan with its JSON.
Not for: what stands in a finished file: that is read back from the file.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bureau_brief.outputs.carrying import Carried, as_json
from bureau_brief.outputs.places import Placed, texts
from bureau_brief.values import replace

if TYPE_CHECKING:
    from bureau_brief.outputs.deck.values import Deck
    from bureau_brief.outputs.page.values import Page
    from bureau_brief.outputs.signing import Sheets


def carrying_page(page: "Page", carried: Carried) -> "Page":
    """The page with what its file carries."""
    about = {"output": "pdf", "language": page.locale, "level": page.level}
    return replace(page, data=_completed(carried, about, texts(page)))


def carrying_deck(deck: "Deck", carried: Carried, most_slides: int) -> "Deck":
    """The deck with what its file carries."""
    about = {"output": "pptx", "language": deck.locale, "most_slides": most_slides}
    data = _completed(carried, about, texts(deck))
    return replace(deck, data=data, data_hash=carried.origin["sha256"])


def carrying_sheets(sheets: "Sheets", carried: Carried) -> "Sheets":
    """The sign-off with what its file carries; it shows every figure once, in its table."""
    about = {"output": "signoff", "language": sheets.locale}
    table = (("table", text) for box in sheets.text_boxes() for text in box.texts)
    return replace(sheets, data=_completed(carried, about, table))


def _completed(carried: Carried, about: Mapping[str, Any], placed: Iterable[Placed]) -> bytes:
    shown: dict[str, dict[str, None]] = {}
    for where, text in placed:
        for id_ in text.figures:
            shown.setdefault(id_, {})[where] = None
    origin = {**carried.origin, **about, "shown": {id_: list(w) for id_, w in shown.items()}}
    last = as_json({carried.key: origin})
    return f"{carried.data.removesuffix('}')},{last.removeprefix('{')}".encode()
