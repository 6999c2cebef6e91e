"""A finished sign-off held against its plan: the same words in the same order, on all its pages.

In: the Sheets and the texts that the finished file shows. Out: Differences.
Not for: reading the file (`pdf`).
"""

from collections.abc import Iterator, Sequence

from bureau_brief.outputs.page.values import TextBox
from bureau_brief.outputs.signing import Sheets
from bureau_brief.verifying.values import Difference


def differences(sheets: Sheets, found: Sequence[str]) -> Iterator[Difference]:
    """The first paragraph of each page that does not say what it should."""
    planned = [[*map(_said, page)] for page in sheets.paragraphs()]
    if len(found) != len(planned):
        yield Difference("leaf", "sign-off", f"{len(planned)} pages", f"{len(found)} pages")
    for number, (wanted, said) in enumerate(zip(planned, found, strict=False), 1):
        yield from _on_page(f"page {number}", wanted, _bare(said))


def _on_page(place: str, wanted: Sequence[str], said: str) -> Iterator[Difference]:
    at = 0
    for paragraph in map(_bare, wanted):
        if not said.startswith(paragraph, at):
            yield Difference("text", place, paragraph, said[at : at + len(paragraph)])
            return
        at += len(paragraph)
    if said[at:]:
        yield Difference("text", place, "nothing more", said[at:])


def _said(box: TextBox) -> str:
    return "".join(line.line.text for line in box.lines)


def _bare(text: str) -> str:
    return "".join(text.split())
