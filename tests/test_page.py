"""The page at every level: the finished file holds the checks; what is left out is said."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from bureau_brief.brief import Brief
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.page.values import Page
from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests.checks.page import faults
from tests.generated import Size, data_file, written

DATA = Path(__file__).parent / "data"


class Made(NamedTuple):
    """A finished page, its plan and what it says."""

    pdf: bytes
    page: Page
    brief: Brief


def brief_of(path: Path) -> Brief:
    record, _ = read(path)
    return resolve(record, record.languages[0])


def made(path: Path, **options: str) -> Made:
    brief = brief_of(path)
    page = OUTPUTS["pdf"].plan(brief, Options(**options))  # type: ignore[arg-type]
    return Made(OUTPUTS["pdf"].draw(page), page, brief)


def refused(path: Path, **options: str) -> Sequence[Problem]:
    with pytest.raises(Problems) as caught:
        OUTPUTS["pdf"].plan(brief_of(path), Options(**options))  # type: ignore[arg-type]
    return caught.value.problems


CASES = [
    (SAMPLE, "a4", "normal"),
    (SAMPLE, "letter", "tight"),
    (DATA / "dense.yaml", "a4", "dense"),
    (DATA / "dense.yaml", "letter", "dense"),
]


@pytest.mark.parametrize(("path", "size", "level"), CASES)
def test_each_level_holds_the_checks_of_a_finished_page(path: Path, size: str, level: str) -> None:
    one = made(path, page=size)
    assert one.page.level == level
    assert faults(*one) == {}


def test_dense_shows_eighty_figures_on_a4() -> None:
    page = made(DATA / "dense.yaml").page
    assert (len(page.shown), page.warnings) == (80, ())


def test_what_is_left_out_is_counted_on_the_page_and_named_with_its_priority() -> None:
    one = made(DATA / "dense.yaml", page="letter")
    missing = set(one.brief.all_ids()) - set(one.page.shown)
    assert 0 < len(missing) == 80 - len(one.page.shown)
    said = [str(warning) for warning in one.page.warnings]
    assert all(any(f"`{id_}` (" in text for text in said) for id_ in missing)
    foot = " ".join(str(text) for box in one.page.text_boxes() for text in box.texts)
    assert f"{len(one.page.shown)} of 80 figures shown" in foot


def test_more_than_32_areas_are_refused_with_the_number(tmp_path: Path) -> None:
    path = written(tmp_path, data_file(1, Size(areas=34, figures=34, length="short")))
    (found,) = refused(path)
    assert (found.code, found.where.path, found.found) == ("BB307", "areas", "34")
    assert "join 2 of them" in found.hint
