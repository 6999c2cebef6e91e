"""Two periods side by side, and two files field by field."""

import json
from collections.abc import Mapping
from pathlib import Path

import pdfplumber
import pytest
import yaml

from bureau_brief import build
from bureau_brief.cli import run
from bureau_brief.comparing import compared
from bureau_brief.differing import differences
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE

Fields = Mapping[str, object]


def _file(folder: Path, name: str, period: str, *figures: Fields, **fields: object) -> Path:
    """A data file of one area."""
    data = {
        "bureau_brief": 1,
        "organisation": "Riverside library service",
        "headline": "The year",
        "period": period,
        "sources": {"register": {"title": "Register"}},
        "areas": [{"id": "lending", "title": "Lending", "figures": [*figures]}],
        **fields,
    }
    path = folder / name
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _figure(id_: str, value: object, **fields: object) -> Fields:
    base = {"id": id_, "label": f"{id_} lent", "value": value, "counts": id_}
    return {**base, "source": {"ref": "register"}, **fields}


def _two(folder: Path, now: Fields, then: Fields, **fields: object) -> tuple[Path, Path]:
    new = _file(folder, "2021.yaml", "in 2021", now, _figure("films", 20), **fields)
    return new, _file(folder, "2020.yaml", "in 2020", then, _figure("films", 18))


def _codes(now: Path, then: Path) -> list[str]:
    try:
        return [p.code for p in compared(read(now)[0], read(then)[0]).problems]
    except Problems as problems:
        return [p.code for p in problems.problems]


def test_figures_are_matched_by_id_and_get_their_earlier_values(tmp_path: Path) -> None:
    now = _file(tmp_path, "2021.yaml", "in 2021", _figure("books", 126400), _figure("maps", 3))
    then = _file(tmp_path, "2020.yaml", "in 2020", _figure("games", 9), _figure("books", 116600))
    found = compared(read(now)[0], read(then)[0])
    books = found.record.figures()["books"]
    assert books.previous is not None
    assert (books.previous.value, books.previous.period.in_language("en")) == (116600, "in 2020")
    assert found.filled == ("books",)
    assert (found.came, found.went, found.problems) == (("maps",), ("games",), ())
    assert found.record.figures()["maps"].previous is None


def test_the_earlier_qualifier_comes_too(tmp_path: Path) -> None:
    then = _figure("books", 116600, qualifier="nearly")
    now, before = _two(tmp_path, _figure("books", 126400), then)
    previous = compared(read(now)[0], read(before)[0]).record.figures()["books"].previous
    assert previous is not None and previous.qualifier == "nearly"


@pytest.mark.parametrize(
    ("now", "then", "field", "found"),
    [
        ({"unit": "EUR"}, {"unit": "USD"}, "unit", "`EUR`"),
        ({"unit": "EUR"}, {}, "unit", "`EUR`"),
        ({}, {"unit": "EUR"}, "value", "none"),
        ({"unit": "days"}, {"unit": "hours"}, "unit", "`days`"),
        ({"scope": "in town"}, {"scope": "in the county"}, "scope", "`in town`"),
        ({"scope": "in town"}, {}, "scope", "`in town`"),
        ({"label": "books sold"}, {}, "label", "`books sold`"),
    ],
)
def test_what_was_defined_otherwise_is_not_compared(
    tmp_path: Path, now: Fields, then: Fields, field: str, found: str
) -> None:
    files = _two(tmp_path, _figure("books", 5, **now), _figure("books", 4, **then))
    result = compared(*(read(path)[0] for path in files))
    (problem,) = result.problems
    assert (problem.code, problem.severity, problem.found) == ("BB141", "warning", found)
    assert problem.where.path == f"areas[0].figures[0].{field}"
    assert problem.where.line > 0
    assert result.record.figures()["books"].previous is None
    assert result.filled == ("films",)


def test_one_definition_in_several_languages_is_one(tmp_path: Path) -> None:
    now = _figure("books", 5, label={"en": "books lent", "zh": "借出图书"})
    files = _two(tmp_path, now, _figure("books", 4, label={"en": "books lent", "fr": "prêts"}))
    assert _codes(*files) == []
    files = _two(tmp_path, now, _figure("books", 4, label={"en": "books lent", "zh": "图书"}))
    assert _codes(*files) == ["BB141"]


def test_two_files_of_one_period_are_not_compared(tmp_path: Path) -> None:
    now = _file(tmp_path, "a.yaml", "over the past year", _figure("books", 5), _figure("maps", 6))
    then = _file(tmp_path, "b.yaml", "over the past year", _figure("books", 4), _figure("maps", 5))
    result = compared(read(now)[0], read(then)[0])
    assert [problem.code for problem in result.problems] == ["BB144"]  # once for the file
    assert result.filled == ()


def test_a_period_that_lacks_a_language_is_told(tmp_path: Path) -> None:
    both = {"en": "books lent", "zh": "借出图书"}
    now, then = _two(tmp_path, _figure("books", 5, label=both), _figure("books", 4, label=both))
    text = now.read_text(encoding="utf-8").replace(
        "period: in 2021", "period: {en: in 2021, zh: 2021年}"
    )
    now.write_text("languages: [en, zh]\n" + text, encoding="utf-8")
    with pytest.raises(Problems):  # the other texts lack it as well
        read(now)
    record = read(now, ["en"])[0]
    codes = {problem.code for problem in compared(record, read(then)[0]).problems}
    assert "BB145" in codes


def test_a_previous_value_of_its_own_stays_and_is_compared(tmp_path: Path) -> None:
    own = {"previous": {"value": 4, "period": "in 2020"}}
    files = _two(tmp_path, _figure("books", 5, **own), _figure("books", 4))
    assert _codes(*files) == []
    files = _two(tmp_path, _figure("books", 5, **own), _figure("books", 3))
    result = compared(*(read(path)[0] for path in files))
    (problem,) = result.problems
    assert (problem.code, problem.expected) == ("BB142", "3, the value in `2020.yaml`")
    previous = result.record.figures()["books"].previous
    assert previous is not None and previous.value == 4


def test_the_earlier_value_and_the_series_must_agree(tmp_path: Path) -> None:
    series = {"series": [{"period": "in 2020", "value": 7}]}
    assert _codes(*_two(tmp_path, _figure("books", 8, **series), _figure("books", 7))) == []
    assert _codes(*_two(tmp_path, _figure("books", 8, **series), _figure("books", 6))) == ["BB105"]


def test_files_without_a_figure_in_common_are_not_compared(tmp_path: Path) -> None:
    now = _file(tmp_path, "a.yaml", "in 2021", _figure("books", 5))
    then = _file(tmp_path, "b.yaml", "in 2020", _figure("roads", 4))
    assert _codes(now, then) == ["BB143"]


# In words, and in the files


def _generated(folder: Path, now: Path, then: Path, *options: str) -> int:
    return run(["generate", str(now), "--compare", str(then), "-o", str(folder / "out"), *options])


def test_generate_says_what_changed_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = _file(tmp_path, "2021.yaml", "in 2021", _figure("books", 12640, main=True),
                _figure("films", 20), _figure("maps", 1))  # fmt: skip
    then = _file(tmp_path, "2020.yaml", "in 2020", _figure("books", 11660), _figure("films", 18),
                 _figure("games", 1))  # fmt: skip
    assert _generated(tmp_path, now, then) == 0
    lines = capsys.readouterr().out.replace("\u00a0", " ").splitlines()[2:]
    assert lines == [
        "changed: 12,640 books lent: up from 11,660 (+8.4%)",
        "changed: 20 films lent: up from 18",  # no percentage of so few
        "new: maps",
        "gone: games",
    ]
    assert _generated(tmp_path, now, then, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["came"], answer["went"]) == (["maps"], ["games"])
    assert set(answer["changes"]) == {"books", "films"}


def test_the_change_can_be_cited_and_stands_on_the_page(tmp_path: Path) -> None:
    books = _figure("books", 12640, main=True)
    now = _file(tmp_path, "2021.yaml", "in 2021", books, _figure("films", 20),
                headline="{books}: more than ever")  # fmt: skip
    then = _file(tmp_path, "2020.yaml", "in 2020", _figure("books", 11660), _figure("films", 18))
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(build(now, compare=then, outputs=["pdf"]).files["2021-en.pdf"])
    with pdfplumber.open(pdf) as opened:
        words = " ".join((opened.pages[0].extract_text() or "").split())
    assert "11,660" in words
    built = build(now, outputs=["pdf"])
    assert built.compared is None and built.changes == {}


def test_what_is_not_comparable_is_a_problem_when_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _two(tmp_path, _figure("books", 5, label="sold"), _figure("books", 4))
    assert _generated(tmp_path, *files) == 0
    assert "BB141" in capsys.readouterr().err
    assert _generated(tmp_path, *files, "--strict") == 1


# Two files, field by field


def test_a_file_does_not_differ_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(SAMPLE), str(SAMPLE)]) == 0
    assert capsys.readouterr().out == "no differences\n"


def test_every_difference_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = _file(tmp_path, "a.yaml", "in 2020", _figure("books", 116600), _figure("maps", 1))
    new = _file(tmp_path, "b.yaml", "in 2020", _figure("books", 116700, qualifier="over"),
                _figure("games", 1), contact="Ring us")  # fmt: skip
    assert run(["diff", str(old), str(new)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "new figure   games",
        "gone figure  maps",
        "changed      books.value: 116,600 -> 116,700",
        "changed      books.qualifier: nothing -> over",
        'changed      contact: nothing -> {"en": "Ring us"}',
    ]
    assert run(["diff", str(old), str(new), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["changed"][0] == {"field": "books.value", "before": 116600, "after": 116700}


def test_a_figure_that_moved_to_another_area_is_the_same(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    data["areas"][1]["figures"].append(data["areas"][2]["figures"].pop())
    moved = tmp_path / "moved.json"
    moved.write_text(json.dumps(data, default=str), encoding="utf-8")
    found = differences(SAMPLE, moved)
    assert (found.came, found.went) == ((), ())
    assert [str(change) for change in found.changed] == [
        "subsidies.area: migrant-workers -> job-matching"
    ]


@pytest.mark.parametrize("suffix", ["pdf", "pptx"])
def test_two_finished_files_differ_as_their_data_do(tmp_path: Path, suffix: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    mended = text.replace("value: 4340", "value: 4341").replace('"4,340 fam', '"4,341 fam')
    (tmp_path / "new.yaml").write_text(mended, encoding="utf-8")
    for name in ("old", "new"):
        built = build(tmp_path / f"{name}.yaml", outputs=[suffix])
        (tmp_path / f"{name}.{suffix}").write_bytes(built.files[f"{name}-en.{suffix}"])
    changes = differences(tmp_path / f"old.{suffix}", tmp_path / f"new.{suffix}").changed
    assert [str(change) for change in changes] == [
        "families.value: 4,340 -> 4,341",
        "families.source.stated: 4,340 families -> 4,341 families",
    ]
    with_data = differences(tmp_path / "old.yaml", tmp_path / f"new.{suffix}").changed
    assert with_data == changes
