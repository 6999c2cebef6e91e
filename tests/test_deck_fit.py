"""Every text of every slide stands as it was measured: LibreOffice never sets a line more."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bureau_brief.outputs.deck import plan
from bureau_brief.outputs.deck.values import Deck, TextBox
from bureau_brief.outputs.deck_pptx import draw
from bureau_brief.outputs.layouts import layout_set
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.theme import theme
from tests import deck_data, generated
from tests.checks import tools
from tests.checks.deck_fit import faults

LEAST_DECKS = 200
TAKEN_FROM_ANOTHER_FONT = ("vi",)
"""Languages of which LibreOffice's twin of Arial lacks letters: it shows them in another font."""
AT_A_TIME = 40


def deck_of(path: Path) -> Deck | None:
    """The plan of a data file's deck; None where it does not fit."""
    try:
        return plan(resolve(read(path)[0], "en"), layout_set(), theme())
    except Problems:
        return None


def rendered(decks: Mapping[str, Deck], folder: Path) -> Iterator[tuple[Deck, bytes]]:
    """Each deck as LibreOffice shows it; many in one start of it."""
    office = [tools.tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    for name, deck in decks.items():
        (folder / f"{name}.pptx").write_bytes(draw(deck))
    names = [str(folder / f"{name}.pptx") for name in decks]
    for start in range(0, len(names), AT_A_TIME):
        files = names[start : start + AT_A_TIME]
        command = [*office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    for name, deck in decks.items():
        yield deck, (folder / f"{name}.pdf").read_bytes()


def test_rendered_decks_of_every_form_stand_as_measured(tmp_path: Path) -> None:
    made = {
        "every": deck_data.every_form(),
        "many": deck_data.many(18, 6),
        "few": deck_data.many(2, 3),
    }
    decks = {name: deck_of(deck_data.written(data, tmp_path)) for name, data in made.items()}
    assert None not in decks.values()
    kept = {name: deck for name, deck in decks.items() if deck}
    assert [faults(deck, pdf) for deck, pdf in rendered(kept, tmp_path)] == [[], [], []]


def test_a_rendered_text_that_was_not_measured_is_found(tmp_path: Path) -> None:
    deck = deck_of(deck_data.written(deck_data.many(2, 3), tmp_path))
    assert deck is not None
    ((_, pdf),) = rendered({"deck": _longer(deck)}, tmp_path)
    found = faults(deck, pdf)
    assert len(found) == 1 and found[0].startswith("slide 2, Title: 2 lines, measured 1")


def _longer(deck: Deck) -> Deck:
    """The deck with a longer title on its second slide."""
    slide = deck.slides[1]
    title = slide.items[0]
    assert isinstance(title, TextBox)
    (paragraph,) = title.paragraphs
    (span,) = paragraph.spans
    spans = (replace(span, text=span.text + " in all of the towns and villages" * 2),)
    title = replace(title, paragraphs=(replace(paragraph, spans=spans),))
    changed = replace(slide, items=(title, *slide.items[1:]))
    return replace(deck, slides=(deck.slides[0], changed, *deck.slides[2:]))


@pytest.mark.slow
def test_over_two_hundred_rendered_decks_no_text_takes_more_lines_than_measured(
    tmp_path: Path,
) -> None:
    decks: dict[str, Deck] = {}
    for seed, size in generated.sweep(LEAST_DECKS * 2):
        if size.language in TAKEN_FROM_ANOTHER_FONT or len(decks) == LEAST_DECKS:
            continue
        deck = deck_of(generated.written(tmp_path, generated.data_file(seed, size)))
        if deck is not None:
            decks[f"deck{seed}"] = deck
    assert len(decks) == LEAST_DECKS
    found = [fault for deck, pdf in rendered(decks, tmp_path) for fault in faults(deck, pdf)]
    assert found == []
