"""The logo stands on the cover and the closing slide, on white, with words for it."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from bureau_brief import build
from bureau_brief.resources import SAMPLE
from tests.checks import oracles
from tests.checks.deck_package import CHECKS, Package

FULL = Path(__file__).parent / "data" / "full.yaml"
PICTURE = 13  # a shape's type


def deck_of(data: Path) -> bytes:
    return build(data, outputs=["pptx"], languages=["en"]).files[f"{data.stem}-en.pptx"]


def pictures(deck: bytes) -> dict[int, list[Any]]:
    slides = enumerate(Presentation(io.BytesIO(deck)).slides, 1)
    found = {n: [s for s in slide.shapes if s.shape_type == PICTURE] for n, slide in slides}
    return {number: shapes for number, shapes in found.items() if shapes}


def test_the_logo_stands_on_the_first_and_the_last_slide_once() -> None:
    deck = deck_of(FULL)
    found = pictures(deck)
    slides = len(Presentation(io.BytesIO(deck)).slides)
    assert {number: len(shapes) for number, shapes in found.items()} == {1: 1, slides: 1}
    assert len([name for name in Package(deck).parts if "/media/" in name]) == 1


def test_the_logo_has_words_keeps_its_shape_and_stands_in_its_zone() -> None:
    for number, (logo,) in pictures(deck_of(FULL)).items():
        assert logo._element.nvPicPr.cNvPr.get("descr") == "A blue square"
        width, height = logo.image.size
        assert logo.width / logo.height == pytest.approx(width / height, abs=0.01)
        assert logo.height <= 0.5 * 914400 and logo.width <= 2.54 * 914400
        panel = 5.0 if number == 1 else 0.44  # inches: below the panel, or the rule
        assert logo.top >= panel * 914400
        assert (logo.left + logo.width) / 914400 == pytest.approx(12.733, abs=0.01)


def test_without_a_logo_there_is_no_picture() -> None:
    assert pictures(deck_of(SAMPLE)) == {}


def test_a_deck_with_a_logo_is_valid_and_whole() -> None:
    deck = deck_of(FULL)
    assert oracles.sdk_faults(deck) == [] and oracles.audit_faults(deck) == []
    assert [fault for check in CHECKS.values() for fault in check(Package(deck))] == []
