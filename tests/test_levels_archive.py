"""Every level, page size and language: accessible, archival, tagged as planned, its data inside.

One page of each level is tried on every run; `-m slow` tries hundreds of invented files.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bureau_brief import Problems
from bureau_brief.brief import Brief
from bureau_brief.embedding import carried
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.page.levels import LEVELS
from bureau_brief.outputs.page.values import Page
from bureau_brief.reading import read, read_bytes
from bureau_brief.record import Record
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests.checks import deck_package, oracles
from tests.checks.page_data import carried_faults
from tests.checks.page_tags import tags_say_what_the_page_says
from tests.generated import Size, data_file, sweep

DATA = Path(__file__).parent / "data"
FULL, SERIES = DATA / "full.yaml", DATA / "series.yaml"
SIZES = ("a4", "letter")
SEEDS = {
    "hero": 57, "single": 31, "poster": 1, "sparse": 28, "targets": 340, "roomy": 4, "open": 13,
    "normal": 107, "tight": 7, "dense": 3, "index": 2,
}  # fmt: skip
"""For each level an invented file that is set in it; where levels change, another is looked for."""
PAGES = 200
DECKS = 30


class Made(NamedTuple):
    """A finished page and what it was made from."""

    pdf: bytes
    page: Page
    brief: Brief
    record: Record


def made(record: Record, language: str, size: Any) -> Made:
    """Raises Problems where the page does not fit."""
    brief = resolve(record, language, None)
    page = OUTPUTS["pdf"].plan(brief, Options(page=size, carried=carried(record)))
    return Made(OUTPUTS["pdf"].draw(page), page, brief, record)


def faults(one: Made) -> list[str]:
    """What page-validation, qpdf and the own checks find."""
    return [
        *oracles.page_validation_faults(one.pdf),
        *oracles.qpdf_faults(one.pdf),
        *tags_say_what_the_page_says(one.pdf, one.page, one.brief),
        *carried_faults(one.pdf, one.record),
    ]


def _invented() -> Iterator[tuple[int, Record]]:
    for seed, size in sweep(10_000):
        yield seed, _read(seed, size)


def _read(seed: int, size: Size) -> Record:
    return read_bytes(json.dumps(data_file(seed, size)).encode(), f"invented-{seed}.json")[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_in_every_language_and_size(language: str, size: str) -> None:
    one = made(read(SAMPLE, (language,))[0], language, size)
    assert faults(one) == []
    assert len(one.pdf) <= (60_000 if language == "en" else 250_000)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_the_full_file_in_every_language(language: str) -> None:
    assert faults(made(read(FULL, (language,))[0], language, "letter")) == []


@pytest.mark.parametrize("level", sorted({step.level.name for step in LEVELS}))
def test_a_page_of_every_level(level: str) -> None:
    if level == "series":  # no invented file has so many of them
        one = made(read(SERIES, ("en",))[0], "en", "a4")
        assert (one.page.level, faults(one)) == (level, [])
        return
    likely = sorted(sweep(600), key=lambda one: one[0] != SEEDS.get(level))
    for seed, size in likely:
        try:
            one = made(_read(seed, size), "en", "a4")
        except Problems:
            continue
        if one.page.level == level:
            break
    assert one.page.level == level
    assert faults(one) == []


@pytest.mark.slow
def test_two_hundred_invented_pages() -> None:
    levels: Counter[str] = Counter()
    for seed, record in _invented():
        try:
            one = made(record, "en", SIZES[seed % 2])
        except Problems:
            continue
        assert faults(one) == [], f"seed {seed}"
        levels[one.page.level] += 1
        if levels.total() == PAGES:
            break
    assert len(levels) >= 5


@pytest.mark.slow
def test_thirty_invented_decks() -> None:
    drawn = 0
    for seed, record in _invented():
        brief = resolve(record, "en", None)
        try:
            plan = OUTPUTS["pptx"].plan(brief, Options(carried=carried(record)))
        except Problems:
            continue
        deck = OUTPUTS["pptx"].draw(plan)
        assert deck_package.faults(deck, record) == [], f"seed {seed}"
        assert oracles.audit_faults(deck) == [], f"seed {seed}"
        assert oracles.sdk_faults(deck) == [], f"seed {seed}"
        drawn += 1
        if drawn == DECKS:
            break
