"""The page at every level: the finished file holds the checks; what is left out is said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bureau_brief.brief import Brief
from bureau_brief.cli import run
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.page.values import Page
from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests.checks.page import faults
from tests.generated import Size, data_file, written
from tests.test_page_sweep import cut_rates

DATA = Path(__file__).parent / "data"


class Made(NamedTuple):
    """A finished page, its plan and what it says."""

    pdf: bytes
    page: Page
    brief: Brief


def brief_of(path: Path) -> Brief:
    record, _ = read(path)
    return resolve(record, record.languages[0])


def made(path: Path, **options: Any) -> Made:
    brief = brief_of(path)
    page = OUTPUTS["pdf"].plan(brief, Options(**options))
    return Made(OUTPUTS["pdf"].draw(page), page, brief)


def refused(path: Path, **options: Any) -> Sequence[Problem]:
    with pytest.raises(Problems) as caught:
        OUTPUTS["pdf"].plan(brief_of(path), Options(**options))
    return caught.value.problems


CASES = [
    (DATA / "small.yaml", "a4", "hero"),
    (DATA / "one-figure.yaml", "a4", "hero"),
    (DATA / "one-figure.yaml", "letter", "hero"),
    (DATA / "one-area.yaml", "a4", "single"),
    (DATA / "one-area.yaml", "letter", "single"),
    (DATA / "two-areas.yaml", "a4", "poster"),
    (DATA / "two-areas.yaml", "letter", "sparse"),
    (DATA / "bands.yaml", "a4", "poster"),
    (DATA / "bands.yaml", "letter", "poster"),
    (DATA / "full.yaml", "a4", "sparse"),
    (DATA / "few-targets.yaml", "a4", "open targets"),
    (DATA / "few-targets.yaml", "letter", "open targets"),
    (DATA / "awkward" / "conversions.yaml", "letter", "open"),
    (SAMPLE, "a4", "normal"),
    (SAMPLE, "letter", "tight"),
    (DATA / "dense.yaml", "a4", "dense"),
    (DATA / "dense.yaml", "letter", "dense"),
    (DATA / "index.yaml", "a4", "index"),
    (DATA / "index.yaml", "letter", "index"),
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


def test_an_index_shows_the_main_figure_and_the_next_by_priority() -> None:
    one = made(DATA / "index.yaml")
    for area in one.brief.areas:
        shown = {figure.id for figure in area.figures if figure.id in one.page.shown}
        assert shown == {area.main, f"{area.id}-3"}  # of priority 3; the others have 6 to 8
    assert "48 of 120 figures are shown" in str(one.page.text_boxes()[3].texts[0])
    rows = [str(box.texts[0]) for box in one.page.text_boxes() if box.slot == "rows"]
    assert rows == ["Rows", *(f"{n}–{n + 4}" for n in range(1, 120, 5))]


def test_where_two_figures_leave_no_room_an_index_shows_one(tmp_path: Path) -> None:
    data = data_file(3, Size(areas=32, figures=64, length="short"))
    for figure in (figure for area in data["areas"] for figure in area["figures"]):
        figure["priority"] = 5
    one = made(written(tmp_path, data))
    assert one.page.level == "index"
    figures = {id_ for id_ in one.page.shown if not id_.endswith(".converted")}
    assert figures == {area.main for area in one.brief.areas}
    assert faults(*one) == {}


def test_a_third_figure_of_priority_1_is_refused_in_an_index(tmp_path: Path) -> None:
    text = (DATA / "index.yaml").read_text(encoding="utf-8")
    path = tmp_path / "index.yaml"
    path.write_text(
        text.replace("priority: 3", "priority: 1").replace("priority: 6", "priority: 1")
    )
    found = refused(path)
    assert {problem.code for problem in found} == {"BB309"}
    assert len(found) == 24
    assert "`job-matching-4` a lower priority" in found[0].hint


def test_a_second_priority_1_keeps_a_figure_that_would_be_dropped(tmp_path: Path) -> None:
    text = (DATA / "dense.yaml").read_text(encoding="utf-8")
    path = tmp_path / "dense.yaml"
    keep = "id: training-6, "
    path.write_text(text.replace(keep, keep + "priority: 1, "), encoding="utf-8")
    assert "training-6" not in made(DATA / "dense.yaml", page="letter").page.shown
    assert "training-6" in made(path, page="letter").page.shown


LARGE_PRINT = [
    (SAMPLE, "a4", "large"),
    (SAMPLE, "letter", "large tight"),
    (DATA / "one-figure.yaml", "letter", "large hero"),
    (DATA / "one-area.yaml", "a4", "large single"),
    (DATA / "one-area.yaml", "letter", "large single"),
    (DATA / "two-areas.yaml", "a4", "large sparse"),
    (DATA / "bands.yaml", "letter", "large sparse"),
    (DATA / "few-targets.yaml", "a4", "large open"),
    (DATA / "mixed.yaml", "a4", "large"),
]


@pytest.mark.parametrize(("path", "size", "level"), LARGE_PRINT)
def test_large_print_has_no_type_under_12_pt_and_shows_every_figure(
    path: Path, size: str, level: str
) -> None:
    one = made(path, page=size, large_print=True)
    assert one.page.level == level
    assert set(one.page.shown) == set(one.brief.all_ids())
    assert faults(*one) == {}
    runs = [run for b in one.page.text_boxes() for line in b.lines for run in line.line.runs]
    assert min(run.size for run in runs) == 12


def test_a_page_in_large_print_is_verified_as_one(tmp_path: Path) -> None:
    assert run(["generate", "--large-print", "-o", str(tmp_path)]) == 0
    pair = [str(tmp_path / f"guiyang-en.{kind}") for kind in ("pdf", "pptx")]
    assert run(["verify", *pair]) == 0


def test_large_print_that_does_not_fit_says_by_how_much() -> None:
    (found,) = refused(DATA / "targets.yaml", large_print=True, page="letter")
    assert (found.code, found.where.path) == ("BB311", "areas")
    assert "leave out --large-print" in found.hint


def _titled(folder: Path, title: str) -> Path:
    path = folder / "titled.yaml"
    text = (DATA / "small.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("title: Lending", f'title: "{title}"'), encoding="utf-8")
    return path


def _lines(one: Made, slot: str) -> list[str]:
    return [line.line.text for b in one.page.text_boxes() if b.slot == slot for line in b.lines]


@pytest.mark.parametrize(
    ("title", "point"),
    [
        ("q\u0303 is no letter with a composed form", "U+0303"),
        ("A smile \U0001f600 for everyone", "U+1F600"),
        ("Families \U0001f468\u200d\U0001f469", "U+200D"),
        ("\u05e9\u05dc\u05d5\u05dd is read from right to left", "U+05E9"),
        ("\u0645\u0631\u062d\u0628\u0627 too", "U+0645"),
    ],
)
def test_what_cannot_be_set_is_refused_with_its_code_point(
    tmp_path: Path, title: str, point: str
) -> None:
    (found,) = refused(_titled(tmp_path, title))
    assert (found.code, found.where.path) == ("BB312", "areas[0].title")
    assert point in found.found


def test_an_accent_after_its_letter_is_composed(tmp_path: Path) -> None:
    one = made(_titled(tmp_path, "Cafe\u0301s"))
    assert "Cafés" in _lines(one, "particular")
    assert faults(*one) == {}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "Donau\u00addampf\u00adschiff\u00adfahrts\u00adelektrizitäten\u00adhauptbetriebs\u00adwerk",
            ["Donaudampfschiff\u00ad", "fahrtselektrizitäten\u00ad", "hauptbetriebswerk"],
        ),
        ("Weiterbildungs-/Umschulungshilfe", ["Weiterbildungs-/", "Umschulungshilfe"]),
        ("Fachkräfte-Einwanderungsgesetz", ["Fachkräfte-", "Einwanderungsgesetz"]),
    ],
)
def test_long_compounds_break_behind_hyphens(tmp_path: Path, name: str, lines: list[str]) -> None:
    text = (DATA / "two-areas.yaml").read_text(encoding="utf-8")
    path = tmp_path / "long.yaml"
    path.write_text(text.replace("title: Membership", f'title: "{name}"'), encoding="utf-8")
    one = made(path)
    assert _lines(one, "name")[: len(lines)] == lines
    assert faults(*one) == {}


def test_a_compound_without_a_place_to_break_is_refused_with_its_excess(tmp_path: Path) -> None:
    text = (DATA / "two-areas.yaml").read_text(encoding="utf-8")
    path = tmp_path / "long.yaml"
    long = "Kraftfahrzeughaftpflichtversicherung"
    path.write_text(text.replace("title: Membership", f"title: {long}"), encoding="utf-8")
    (found,) = refused(path)
    assert (found.code, found.where.path) == ("BB302", "areas[0].title")
    assert long in found.found


AWKWARD = sorted((DATA / "awkward").glob("*.yaml"))
_EXPECTED = re.compile(r"# (level|refused): (\w+) ?([^ ]*)\. ")


@pytest.mark.parametrize("path", AWKWARD, ids=lambda path: path.stem)
def test_an_awkward_file_is_set_or_refused_as_its_first_line_says(path: Path) -> None:
    match = _EXPECTED.match(path.read_text(encoding="utf-8"))
    assert match is not None
    what, word, field = match.groups()
    if what == "refused":
        assert (word, field) in {(p.code, p.where.path) for p in refused(path)}
        return
    one = made(path)
    assert one.page.level == word
    assert faults(*one) == {}
    shown, warned = set(one.page.shown), " ".join(map(str, one.page.warnings))
    assert all(f"`{id_}` (" in warned for id_ in set(one.brief.all_ids()) - shown)


def test_there_is_an_awkward_file_for_many_a_trouble() -> None:
    assert len(AWKWARD) >= 12


def _rates_among_others(folder: Path) -> Brief:
    """Twelve areas; their rates are not main and come with their part and whole."""
    data = data_file(2, Size(areas=12, figures=110, length="short"))
    for figures in (area["figures"] for area in data["areas"] if "rate_of" in area["figures"][0]):
        if len(figures) > 3:
            figures[0].pop("main")
            figures[0].pop("kind")
            figures[3]["main"] = True
    return brief_of(written(folder, data))


def test_a_rate_keeps_its_part_and_its_whole_or_is_left_out_with_them(tmp_path: Path) -> None:
    brief = _rates_among_others(tmp_path)
    loose = replace(
        brief,
        areas=tuple(
            replace(area, figures=tuple(replace(f, rests_on=()) for f in area.figures))
            for area in brief.areas
        ),
    )
    pages = [OUTPUTS["pdf"].plan(one, Options()) for one in (brief, loose)]
    assert [page.level for page in pages] == ["dense", "dense"]
    kept, cut = (cut_rates(brief, set(page.shown)) for page in pages)
    assert kept == []
    assert cut != []
