"""Every text of every slide stands as it was measured: LibreOffice never sets a line more."""

import re
from collections.abc import Callable, Mapping
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
from tests.checks.deck_fit import faults
from tests.checks.tools import slides_as_pdfs
from tests.generated_chinese import chinese_file

LEAST_DECKS = 200
FONT = re.compile(rb"/BaseFont/[A-Z]+\+([\w-]+)")
TAKEN_FROM_ANOTHER_FONT = ("vi",)
"""Languages of which LibreOffice's twin of Arial lacks letters: it shows them in another font."""


def deck_of(path: Path, language: str = "en") -> Deck | None:
    """The plan of a data file's deck; None where it does not fit."""
    try:
        return plan(resolve(read(path)[0], language), layout_set(), theme())
    except Problems:
        return None


def faults_of(decks: Mapping[str, Deck], folder: Path) -> list[str]:
    """What LibreOffice shows of each deck otherwise than it was measured."""
    shown = slides_as_pdfs({name: draw(deck) for name, deck in decks.items()}, folder)
    return [f"{name}: {fault}" for name in decks for fault in faults(decks[name], shown[name])]


def test_rendered_decks_of_every_form_stand_as_measured(tmp_path: Path) -> None:
    made = {
        "every": deck_data.every_form(),
        "line": deck_data.long_series(),
        "many": deck_data.many(18, 6),
        "few": deck_data.many(2, 3),
    }
    decks = {name: deck_of(deck_data.written(data, tmp_path)) for name, data in made.items()}
    assert None not in decks.values()
    kept = {name: deck for name, deck in decks.items() if deck}
    assert faults_of(kept, tmp_path) == []
    fonts = {font for file in tmp_path.glob("*.pdf") for font in FONT.findall(file.read_bytes())}
    assert fonts == {b"LiberationSans", b"LiberationSans-Bold"}


@pytest.mark.parametrize(
    ("language", "data", "more"),
    [
        ("en", deck_data.many(2, 3), " in all of the towns and villages" * 2),
        ("zh", chinese_file(3, generated.Size(2, 3)), "，全市各区县都有" * 4),
    ],
)
def test_a_rendered_text_that_was_not_measured_is_found(
    language: str, data: generated.Data, more: str, tmp_path: Path
) -> None:
    deck = deck_of(generated.written(tmp_path, data), language)
    assert deck is not None
    shown = slides_as_pdfs({"right": draw(deck), "wrong": draw(_longer(deck, more))}, tmp_path)
    assert faults(deck, shown["right"]) == []
    (found,) = faults(deck, shown["wrong"])
    assert found.startswith("slide 2, Title: 2 lines, measured 1")


def _longer(deck: Deck, more: str) -> Deck:
    """The deck with a longer title on its second slide."""
    slide = deck.slides[1]
    title = slide.items[0]
    assert isinstance(title, TextBox)
    (paragraph,) = title.paragraphs
    (span,) = paragraph.spans
    title = replace(
        title, paragraphs=(replace(paragraph, spans=(replace(span, text=span.text + more),)),)
    )
    changed = replace(slide, items=(title, *slide.items[1:]))
    return replace(deck, slides=(deck.slides[0], changed, *deck.slides[2:]))


@pytest.mark.parametrize(
    "label",
    [
        "补贴养老，窗口，O2O，保障窗口二七类",
        "培训退役军人、Guiyang帮助一五类",
        "获得；《条例》Guiyang24小时一三类",
        "各区县培训申请App（试行）各区县帮助",
    ],
)
def test_a_break_that_libreoffice_does_not_know_is_not_measured(label: str, tmp_path: Path) -> None:
    data = chinese_file(3, generated.Size(2, 7, relations=False))
    for area in data["areas"]:
        for figure in area["figures"]:
            figure.pop("short_label", None)
            figure["label"] = label + "甲乙丙丁戊己庚"[int(figure["id"][-1])]
    deck = deck_of(generated.written(tmp_path, data), "zh")
    assert deck is not None
    assert faults_of({"deck": deck}, tmp_path) == []


def _english(seed: int, size: generated.Size) -> generated.Data | None:
    taken = size.language in TAKEN_FROM_ANOTHER_FONT
    return None if taken else generated.data_file(seed, size)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "make"), [("en", _english), ("zh", chinese_file)])
def test_over_two_hundred_rendered_decks_every_text_stands_as_measured(
    language: str, make: Callable[[int, generated.Size], generated.Data | None], tmp_path: Path
) -> None:
    decks: dict[str, Deck] = {}
    for seed, size in generated.sweep(LEAST_DECKS * 2):
        data = make(seed, size) if len(decks) < LEAST_DECKS else None
        deck = deck_of(generated.written(tmp_path, data), language) if data else None
        if deck is not None:
            decks[f"deck{seed}"] = deck
    assert len(decks) == LEAST_DECKS
    assert faults_of(decks, tmp_path) == []
