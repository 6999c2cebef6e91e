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
from bureau_brief.outputs.page.grid import GRIDS, KIND, OFFICE
from bureau_brief.outputs.page.measures import NORMAL, TIGHT
from bureau_brief.outputs.page.setting import LEAST_SPACE, Setter
from bureau_brief.outputs.page.values import Page
from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from bureau_brief.theme import theme
from tests.checks import oracles
from tests.checks.page import faults
from tests.generated import Data, Size, data_file, written
from tests.test_page_sweep import cut_rates

DATA = Path(__file__).parent / "data"
CROWDED = data_file(1, Size(areas=18, figures=108, length="short"))


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
    (DATA / "flow-and-bars.yaml", "a4", "poster"),
    (DATA / "flow-and-bars.yaml", "letter", "sparse"),
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


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_eighteen_areas_with_more_figures_than_have_room_fill_the_page(
    tmp_path: Path, size: str
) -> None:
    one = made(written(tmp_path, CROWDED), page=size)
    assert (one.page.level, one.page.left_over) == ("dense", 0)
    assert faults(*one) == {}


def test_what_is_left_out_is_counted_on_the_page_and_named_with_its_priority(
    tmp_path: Path,
) -> None:
    one = made(written(tmp_path, CROWDED))
    every, shown = one.brief.all_ids(), one.page.shown
    missing = set(every) - set(shown)
    assert 0 < len(missing) == len(every) - len(shown)
    said = [str(warning) for warning in one.page.warnings]
    assert all(any(f"`{id_.partition('.')[0]}` (" in text for text in said) for id_ in missing)
    foot = " ".join(str(text) for box in one.page.text_boxes() for text in box.texts)
    assert f"{len(shown)} of {len(every)} figures shown" in foot


def _of_lowest_priority(page: Page, brief: Brief) -> list[str]:
    figures = brief.figures().values()
    missing = [figure for figure in figures if figure.id not in page.shown]
    return [figure.id for figure in missing if figure.priority == 9]


def test_the_lowest_priorities_are_left_out_first(tmp_path: Path) -> None:
    one = made(written(tmp_path, CROWDED))
    figures = one.brief.figures().values()
    shares = {
        priority: sum(f.id in one.page.shown for f in figures if f.priority == priority)
        / sum(f.priority == priority for f in figures)
        for priority in (3, 9)
    }
    assert shares[9] < shares[3]


CONTEXT = "The results of all programmes. {a0-f0} more were counted in another way by the offices."


def _context(one: Made) -> list[str]:
    said = (str(t) for b in one.page.text_boxes() if b.slot == "context" for t in b.texts)
    return list(said)


def test_the_second_sentence_of_the_context_is_the_first_to_go_and_is_said(tmp_path: Path) -> None:
    whole = made(written(tmp_path, {**CROWDED, "context": CONTEXT + " It was a long year." * 3}))
    assert _context(whole) == ["The results of all programmes."]
    (found,) = (w for w in whole.page.warnings if w.code == "BB313")
    assert (found.where.path, found.severity) == ("context", "warning")
    assert "more were counted in another way" in found.found
    roomy = made(written(tmp_path, {**data_file(4), "context": CONTEXT}))
    assert "another way" in _context(roomy)[0]
    assert "BB313" not in {w.code for w in roomy.page.warnings}
    assert faults(*whole) == faults(*roomy) == {}


def test_an_index_says_its_context_where_it_has_room(tmp_path: Path) -> None:
    few = data_file(1, Size(areas=20, figures=20, length="short"))
    many = data_file(3, Size(areas=32, figures=64, length="medium"))
    for data, said in ((few, True), (many, False)):
        one = made(written(tmp_path, {**data, "context": "All programmes. One year."}))
        assert one.page.level == "index"
        assert ("All programmes. One year." in _context(one)) == said
        assert ("BB313" in {w.code for w in one.page.warnings}) != said
        heads = [str(box.texts[0]) for box in one.page.text_boxes() if box.slot == "column"]
        assert "Next result" not in heads


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


def _with_priority_1(folder: Path, priorities: str) -> Path:
    """The index, with its figures of these priorities raised to 1."""
    text = (DATA / "index.yaml").read_text(encoding="utf-8")
    path = folder / "index.yaml"
    path.write_text(re.sub(f"priority: [{priorities}]", "priority: 1", text), encoding="utf-8")
    return path


def test_an_index_shows_every_figure_of_priority_1(tmp_path: Path) -> None:
    text = (DATA / "index.yaml").read_text(encoding="utf-8")
    path = tmp_path / "index.yaml"
    path.write_text(text.replace("priority: 6", "priority: 1", 5), encoding="utf-8")
    one = made(path)
    figures = one.brief.figures().values()
    assert {f.id for f in figures if f.priority == 1} <= set(one.page.shown)
    assert faults(*one) == {}


def test_too_many_figures_of_priority_1_are_refused_and_the_hint_is_enough(tmp_path: Path) -> None:
    path = _with_priority_1(tmp_path, "36")
    found = refused(path)
    assert {problem.code for problem in found} == {"BB309"}
    text = path.read_text(encoding="utf-8")
    for id_ in (re.search("`(.*)` a lower", problem.hint).group(1) for problem in found):  # type: ignore[union-attr]
        text = re.sub(f"(id: {id_}, .*)priority: 1", r"\1priority: 2", text)
    path.write_text(text, encoding="utf-8")
    assert made(path).page.level == "index"


def _long(areas: int) -> Data:
    """One figure an area, all names and labels as long as they may be."""
    data = data_file(5, Size(areas=areas, figures=areas, length="limit"))
    for area in data["areas"]:
        number = area["title"].rpartition(" ")[2]
        area["title"] = f"Vocational training for young people {number}"
        for figure in area["figures"]:
            figure["priority"] = 5
            figure["label"] = (
                "people who were helped to find work by local centres in the whole region"
            )
            figure.pop("short_label", None)
    return data


def test_very_many_areas_with_long_texts_are_a_digest(tmp_path: Path) -> None:
    one = made(written(tmp_path, _long(26)))
    assert one.page.level == "digest"
    assert {area.main for area in one.brief.areas} <= set(one.page.shown)
    assert faults(*one) == {}


def test_more_of_them_are_refused_and_the_texts_to_shorten_are_named(tmp_path: Path) -> None:
    found = refused(written(tmp_path, _long(32)))
    assert {problem.code for problem in found} == {"BB301"}
    assert all(re.search("cut about [0-9]+ characters", problem.hint) for problem in found)


def test_priority_1_keeps_a_figure_that_would_be_dropped(tmp_path: Path) -> None:
    page, brief = made(written(tmp_path, CROWDED))[1:]
    gone = _of_lowest_priority(page, brief)[0]
    areas = [
        {
            **area,
            "figures": [
                {**figure, "priority": 1} if figure["id"] == gone else figure
                for figure in area["figures"]
            ],
        }
        for area in CROWDED["areas"]
    ]
    assert gone in made(written(tmp_path, {**CROWDED, "areas": areas})).page.shown


LARGE_PRINT = [
    (SAMPLE, "a4", "large"),
    (SAMPLE, "letter", "large tight"),
    (DATA / "one-figure.yaml", "letter", "large hero"),
    (DATA / "one-area.yaml", "a4", "large single"),
    (DATA / "one-area.yaml", "letter", "large single"),
    (DATA / "two-areas.yaml", "a4", "large sparse"),
    (DATA / "bands.yaml", "letter", "large sparse"),
    (DATA / "flow-and-bars.yaml", "a4", "large sparse"),
    (DATA / "few-targets.yaml", "a4", "large sparse"),
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


def test_a_flow_and_a_comparison_keep_their_words_and_bars_in_bands() -> None:
    one = made(DATA / "flow-and-bars.yaml")
    assert one.page.forms == (("flow", "flow"), ("comp", "bars"))
    slots = [box.slot for box in one.page.text_boxes()]
    numbers = [i for i, slot in enumerate(slots) if slot == "number"]
    assert slots[numbers[0] : numbers[1] + 1] == ["number", "cause", "number"]
    assert (slots.count("bar"), slots.count("compare")) == (1, 1)


def test_a_period_that_only_repeats_the_foot_is_said_once() -> None:
    assert _lines(made(DATA / "bands.yaml"), "particular") == []
    assert "In 2025" in _lines(made(DATA / "one-area.yaml"), "particular")


def test_a_unit_stands_nearer_than_the_space_that_readers_find(tmp_path: Path) -> None:
    path = tmp_path / "unit.yaml"
    text = (DATA / "small.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("value: 126400", "value: 8400\n        unit: days"), "utf-8")
    one = made(path)
    (line,) = [p.line for b in one.page.text_boxes() for p in b.lines if "8,400" in p.line.text]
    number, _unit = line.runs
    drawn = number.face.width("\u00a0", number.size) + number.gap
    assert drawn == pytest.approx(LEAST_SPACE * number.size)
    assert faults(*one) == {}
    assert {"8,400", "days"} <= set(oracles.copied(one.pdf))


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


def test_what_one_page_refused_the_next_one_refuses(tmp_path: Path) -> None:
    path = _titled(tmp_path, "A \u2192\U0001f600 title")
    assert refused(path) == refused(path)


def test_the_next_level_keeps_lines_but_no_problems() -> None:
    brief = brief_of(SAMPLE)
    normal = Setter(theme(), GRIDS["a4"], NORMAL)
    lines = normal.lines(brief.context, KIND, 120, most=1)
    tight = normal.anew(GRIDS["letter"], TIGHT)
    assert normal.problems
    assert not tight.problems
    assert tight.lines(brief.context, KIND, 120, most=9) is lines
    assert tight.lines(brief.context, OFFICE, 120, most=9) is not lines
    assert tight.lines(brief.context, KIND, 121, most=9) is not lines


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


def test_a_headline_of_a_word_too_many_need_not_lose_a_whole_line(tmp_path: Path) -> None:
    text = (DATA / "two-areas.yaml").read_text(encoding="utf-8")
    path = tmp_path / "long.yaml"
    for words in range(8, 60):
        line = f"headline: {' '.join(['gardens'] * words)}"
        path.write_text(re.sub("^headline: .*", line, text, flags=re.MULTILINE), encoding="utf-8")
        try:
            OUTPUTS["pdf"].plan(brief_of(path), Options())
        except Problems as problems:
            (found,) = problems.problems
            break
    assert (found.code, found.where.path) == ("BB301", "headline")
    assert int(re.findall(r"\d+", found.hint)[0]) <= len(" gardens")


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
    data = data_file(2, Size(areas=12, figures=130, length="short"))
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
