"""Hundreds of invented data files: each page holds the checks, or is refused and names a field."""

from pathlib import Path

import pytest

from bureau_brief.brief import Brief
from bureau_brief.cli import run
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from tests.checks.page import CHECKS, faults
from tests.generated import data_file, sweep, written

FILES, CHUNKS = 520, 26


def fit(folder: Path, seed: int) -> dict[str, list[str]]:
    """What is wrong with the page of a seed, and with what is said of it."""
    size = dict(sweep(seed + 1))[seed]
    path = written(folder, data_file(seed, size), f"seed-{seed}")
    brief = resolve(read(path)[0], "en")
    try:
        page = OUTPUTS["pdf"].plan(brief, Options())
    except Problems as problems:
        return _of_a_refusal(path, problems)
    every, left_out = set(brief.all_ids()), " ".join(str(warning) for warning in page.warnings)
    hidden = [id_ for id_ in brief.all_ids() if id_ not in page.shown]
    unsaid = [id_ for id_ in hidden if f"`{id_.partition('.')[0]}` (" not in left_out]
    found = faults(OUTPUTS["pdf"].draw(page), page, brief)
    if page.level == "dense" and (cut := cut_rates(brief, set(page.shown))):
        found["rates"] = cut
    if unsaid or not set(page.shown) <= every:
        found["shown"] = unsaid
    return found


def cut_rates(brief: Brief, shown: set[str]) -> list[str]:
    """Rates that are shown without a part or a whole that their area has."""
    return [
        figure.id
        for area in brief.areas
        for figure in area.figures
        if figure.id in shown
        and any(one.id in figure.rests_on and one.id not in shown for one in area.figures)
    ]


def _of_a_refusal(path: Path, refusal: Problems) -> dict[str, list[str]]:
    """Every problem names a field or a sentence of the templates; no file is written."""
    nameless = [str(p) for p in refusal.problems if not p.where.path or not p.hint]
    out = path.parent / f"{path.stem}-out"
    code = run(["generate", str(path), "-o", str(out), "--only", "pdf", "--json"])
    written_ = [*(["exit code 0"] if code != 1 else []), *map(str, out.glob("*"))]
    return {name: found for name, found in (("nameless", nameless), ("written", written_)) if found}


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_page_holds_the_checks_or_is_refused_with_a_field(tmp_path: Path, chunk: int) -> None:
    found = {seed: fit(tmp_path, seed) for seed in range(chunk, FILES, CHUNKS)}
    assert {seed: what for seed, what in found.items() if what} == {}


def test_a_few_of_them_always(tmp_path: Path) -> None:
    assert {"B1", "B16"} <= set(CHECKS)
    assert {seed: what for seed in (0, 9, 18) if (what := fit(tmp_path, seed))} == {}
