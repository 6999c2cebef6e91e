"""A Record written as plain data is read again as the same Record."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bureau_brief.plain import hashed, plain
from bureau_brief.reading import read, read_bytes
from bureau_brief.record import Record
from bureau_brief.resources import SAMPLE
from tests.generated import Data, data_files

DATA = Path(__file__).parent / "data"
FILES = [SAMPLE, *sorted(DATA.glob("*.yaml"))]


def _again(record: Record) -> Record:
    """What reading makes of the plain data."""
    text = json.dumps(plain(record), ensure_ascii=False)
    return replace(read_bytes(text.encode(), "again.json")[0], file=record.file)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_round_trip_loses_nothing(path: Path) -> None:
    record, _ = read(path)
    assert _again(record) == record


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data_files(areas=(1, 8), figures=(1, 30)))
def test_the_round_trip_loses_nothing_of_any_file(data: Data) -> None:
    record, _ = read_bytes(json.dumps(data).encode(), "any.json")
    assert _again(record) == record


def _with_value(written: str) -> Record:
    text = SAMPLE.read_text(encoding="utf-8").replace("value: 335800", f"value: {written}")
    return read_bytes(text.encode(), "guiyang.yaml")[0]


@pytest.mark.parametrize("written", ["335800", "335800.50", "0.000000001", "335800.0", "1e3"])
def test_a_number_keeps_its_digits(written: str) -> None:
    record = _with_value(written)
    value, again = record.figures()["jobs"].value, _again(record).figures()["jobs"].value
    assert value.as_tuple() == again.as_tuple()


def test_the_hash_is_of_what_is_said_not_of_how_it_is_written() -> None:
    record, _ = read(SAMPLE)
    assert hashed(plain(record)) == hashed(plain(_again(record)))
    assert hashed(plain(record)) != hashed(plain(_with_value("335801")))
