"""The page and the deck cannot disagree: read from the finished files, figure by figure."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bureau_brief import build
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.deck.values import Deck
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests import damage
from tests.checks import deck as deck_checks
from tests.checks.agreement import Pair, disagreements, unknown_numbers
from tests.checks.known import folded
from tests.checks.page_text import slots_say_their_texts
from tests.generated import Data, Size, data_file, written

DATA = Path(__file__).parent / "data"
FILES = [SAMPLE, DATA / "small.yaml", DATA / "dense.yaml"]
SEEDS = (0, 1, 2, 3, 5, 6, 8, 9)
MATCHING, FARMERS = 3, 7


@functools.cache
def pair_of(path: Path) -> Pair:
    built = build(path, languages=["en"])
    by_kind = {Path(name).suffix: content for name, content in built.files.items()}
    dropped = {id_ for name, ids in built.dropped.items() if name.endswith(".pdf") for id_ in ids}
    return Pair(by_kind[".pdf"], by_kind[".pptx"], read(path)[0], frozenset(dropped))


def with_narrow_numbers(data: Data) -> Data:
    """The same file with numbers that have room beside their units, and one period."""
    for figure in (figure for area in data["areas"] for figure in area["figures"]):
        figure.pop("period", None)
        if figure["value"] > 999:
            figure["value"] %= 900
    return data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_files_state_every_figure_with_its_qualifier_and_no_other_number(path: Path) -> None:
    pair = pair_of(path)
    assert disagreements(pair) == []
    assert unknown_numbers(pair) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_both_files_of_invented_data_state_every_figure_with_its_qualifier(
    tmp_path: Path, seed: int
) -> None:
    size = Size(areas=3 + seed % 4, figures=8 + seed, length="short", relations=False)
    data = with_narrow_numbers(data_file(seed, size))
    assert disagreements(pair_of(written(tmp_path, data))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_slides_of_the_finished_deck_say_what_the_plan_says_in_its_order(path: Path) -> None:
    pair = pair_of(path)
    brief = resolve(pair.record, "en")
    deck: Deck = OUTPUTS["pptx"].plan(brief, Options())
    slides = deck_checks.Finished(pair.deck, pair.record).slides
    for number, (slide, planned) in enumerate(zip(slides, deck.slides, strict=True), 1):
        texts = [
            folded(text)
            for shape in deck_checks.shapes(slide)
            if not getattr(shape, "has_chart", False)
            for text in deck_checks.shape_texts(shape)
        ]
        wanted = [folded(str(paragraph)) for paragraph in planned.paragraphs()]
        own_number = [str(number)] if number > 1 else []
        assert texts == [*filter(None, wanted), *own_number]
        assert deck_checks.notes(slide) == folded(" ".join(map(str, planned.notes)))


def slots(pair: Pair) -> Callable[[bytes], list[str]]:
    """X1 for pages that should say what this pair's page says."""
    brief = resolve(pair.record, "en")
    page = OUTPUTS["pdf"].plan(brief, Options())
    return lambda pdf: slots_say_their_texts(pdf, page, brief)


Change = Callable[[Any], None]


def _title_digit(prs: Any) -> None:
    damage.replace_run(prs.slides[MATCHING].shapes.title._element, "335,800", "335,900")


def _title_qualifier(prs: Any) -> None:
    damage.replace_run(prs.slides[MATCHING].shapes.title._element, "over\u00a0", "")


def _table_qualifier(prs: Any) -> None:
    damage.replace_run(prs.slides[MATCHING].shapes._spTree, "over", "about")


def _notes_digit(prs: Any) -> None:
    damage.replace_run(prs.slides[MATCHING].notes_slide._element, "162", "163")


def _notes_qualifier(prs: Any) -> None:
    damage.replace_run(prs.slides[FARMERS].notes_slide._element, "early\u00a01\u00a0", "bout 1 ")


def _added_sum(prs: Any) -> None:
    damage.replace_run(prs.slides[FARMERS].shapes.title._element, "plan", "plan, 6.5% of them")


@pytest.mark.parametrize(
    "change",
    [_title_digit, _title_qualifier, _table_qualifier, _notes_digit, _notes_qualifier, _added_sum],
)
def test_a_fault_in_the_deck_is_a_disagreement(change: Change) -> None:
    pair = pair_of(SAMPLE)
    damaged = pair._replace(deck=damage.deck(pair.deck, change))
    assert disagreements(damaged) + unknown_numbers(damaged) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("28,055", "28,056"),
        ("6,724", "6,742"),
        ("over ", ""),
        ("nearly ", "about "),
        ("an estimated ", "some "),
        ("($305,000)", "(305,000)"),
        ("million yuan", "billion yuan"),
        ("1,444", "1,444 (1,822)"),
    ],
)
def test_a_fault_in_the_page_is_a_disagreement(old: str, new: str) -> None:
    pair = pair_of(SAMPLE)
    damaged = pair._replace(page=damage.page_text(pair.page, old, new))
    assert disagreements(damaged) + unknown_numbers(damaged) != []


def test_two_known_figures_swapped_in_one_file_are_a_disagreement() -> None:
    pair = pair_of(SAMPLE)
    swapped = damage.page_text(damage.page_text(pair.page, "4,340", "X"), "1,444", "4,340")
    swapped = damage.page_text(swapped, "X", "1,444")
    assert disagreements(pair._replace(page=swapped)) == []  # the same figures, in wrong places
    built = slots(pair)
    assert built(pair.page) == []
    assert built(swapped) != []
