"""The generator of data files: every file it makes is one that reading accepts."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from bureau_brief.reading import read
from tests.generated import Data, Size, data_file, data_files, sweep, written

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FEW
@given(data_files())
def test_reading_accepts_every_file_without_a_warning(tmp_path: Path, data: Data) -> None:
    record, warnings = read(written(tmp_path, data))
    assert [str(warning) for warning in warnings] == []
    assert len(record.figures()) == sum(len(area["figures"]) for area in data["areas"])


def test_a_file_has_the_size_that_is_asked_for() -> None:
    data = data_file(7, Size(areas=18, figures=108))
    assert len(data["areas"]) == 18
    assert sum(len(area["figures"]) for area in data["areas"]) == 108


def test_the_same_seed_gives_the_same_file() -> None:
    assert data_file(3) == data_file(3) != data_file(4)


def test_the_sweep_covers_sizes_relations_and_qualifiers() -> None:
    sizes = [size for _, size in sweep(500)]
    assert {1, 2, 3, 7, 14, 18, 24, 32, 34} <= {size.areas for size in sizes}
    assert min(size.figures for size in sizes) == 1
    assert max(size.figures for size in sizes) == 160
    said = json.dumps([data_file(seed, size) for seed, size in sweep(80)])
    for field in ("rate_of", "leads_to", "compare", "converted", "series", "target", "previous"):
        assert f'"{field}"' in said
    for qualifier in ("at_least", "at_most", "estimated", "nearly"):
        assert f'"{qualifier}"' in said
