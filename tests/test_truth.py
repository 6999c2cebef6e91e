"""Faults in numbers are told, and numbers that are in order are left alone."""

from pathlib import Path

import pytest

from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE
from tests import generated, truth
from tests.test_provenance import WORDS_OF_OUR_OWN


def test_a_few_faults_of_every_kind_are_told(tmp_path: Path) -> None:
    counts = truth.told(tmp_path, range(3))
    assert set(counts) == {fault.__name__ for fault in truth.FAULTS}
    assert all(caught == tried for caught, tried in counts.values()), truth.table(counts)


def test_a_few_files_that_are_in_order_are_left_alone(tmp_path: Path) -> None:
    for seed in range(1000, 1010):
        assert truth.problems(truth.correct(seed), tmp_path) == []


def test_faults_in_the_sample_are_told(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "    date: 2021-01-13\n", "    date: 2021-01-13\n    file: article.txt\n"
    )
    (tmp_path / "article.txt").write_text(WORDS_OF_OUR_OWN, encoding="utf-8")
    path = tmp_path / "sample.yaml"
    for old, new in (
        ("value: 335800", "value: 353800"),
        ("qualifier: nearly", "qualifier: over"),
        ("        qualifier: estimated\n", ""),
        ("value: 91.8", "value: 91.9"),
        ("value: 20424", "value: 22424"),
        ("converted: {value: 305000", "converted: {value: 350000"),
        ("unit: CNY", "unit: EUR"),
        ('stated: "1,211 people"', 'stated: "1,444 people"'),
    ):
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")
        try:
            told = [problem.code for problem in read(path)[1]]
        except Problems as problems:
            told = [problem.code for problem in problems.problems]
        assert told, old
    path.write_text(text, encoding="utf-8")
    assert read(path)[1] == ()


@pytest.mark.slow
def test_at_least_95_of_100_faults_are_told(tmp_path: Path) -> None:
    counts = truth.told(tmp_path, range(100, 140))
    assert sum(tried for _, tried in counts.values()) >= 300
    for kind, (caught, tried) in counts.items():
        assert tried >= 20 and caught >= 0.95 * tried, f"{kind}\n{truth.table(counts)}"


@pytest.mark.slow
def test_no_false_alarm_on_files_that_are_in_order(tmp_path: Path) -> None:
    for seed in range(300):
        assert truth.problems(truth.correct(seed), tmp_path) == [], seed


@pytest.mark.slow
def test_no_false_alarm_on_generated_files_of_any_size(tmp_path: Path) -> None:
    for seed, size in generated.sweep(300):
        path = generated.written(tmp_path, generated.data_file(seed, size))
        assert [p for p in read(path)[1] if p.code.startswith("BB1")] == [], seed
