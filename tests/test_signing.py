"""The sign-off: a table of all figures, as a finished PDF that others read."""

import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from bureau_brief import build
from bureau_brief.cli import run
from bureau_brief.extracting import extract
from bureau_brief.outputs import OUTPUTS, SIGN_OFF, Options
from bureau_brief.outputs.signing import COLUMNS, GUTTER, Sheets
from bureau_brief.reading import read
from bureau_brief.record import Record
from bureau_brief.resolving import resolve
from bureau_brief.resolving.signing import sign_off
from bureau_brief.resources import SAMPLE
from bureau_brief.tracing import trace
from bureau_brief.verifying import verify_sheets
from tests import generated
from tests.checks import oracles
from tests.checks.page_tags import tagged

LARGE = generated.Size(areas=12, figures=60)


def _planned(record: Record, language: str = "en") -> Sheets:
    brief = resolve(record, language)
    options = Options(sign_off=sign_off(record, language))
    sheets: Sheets = OUTPUTS[SIGN_OFF].plan(brief, options)
    return sheets


def _words(pdf: bytes) -> list[str]:
    """The text of each page, without spaces."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return ["".join((page.extract_text() or "").split()) for page in opened.pages]


@pytest.fixture(scope="module", params=["sample-en", "sample-zh", "large"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    if request.param == "large":
        path = generated.written(tmp_path_factory.mktemp("large"), generated.data_file(3, LARGE))
        language = "en"
    else:
        path, language = SAMPLE, request.param.partition("-")[2]
    built = build(path, outputs=[SIGN_OFF], languages=[language])
    (content,) = built.files.values()
    return content


def test_it_is_accessible_and_archival(made: bytes) -> None:
    assert oracles.page_validation_faults(made) == []
    assert oracles.qpdf_faults(made) == []


def test_every_word_stays_in_its_column_and_on_its_page(made: bytes) -> None:
    with pdfplumber.open(io.BytesIO(made)) as opened:
        for page in opened.pages:
            stops = [42.0]
            for share in COLUMNS:
                stops.append(stops[-1] + share * (page.width - 84 + GUTTER))
            head, foot = (150, 250) if page.page_number == 1 else (30, 250)
            for word in page.extract_words():
                assert word["top"] > 0 and word["bottom"] < page.height - 20
                assert word["x0"] >= 41 and word["x1"] <= page.width - 42 + 5  # a sign hangs
                if head < word["top"] < page.height - foot:
                    column = max(i for i, stop in enumerate(stops) if stop <= word["x0"] + 1)
                    assert word["x1"] <= stops[column + 1], word


def test_every_figure_has_a_row_with_its_phrase() -> None:
    (pdf,) = build(outputs=[SIGN_OFF], languages=["en"]).files.values()
    text = "".join(oracles.spoken(pdf).split())
    for figure in read(SAMPLE)[0].figures().values():
        assert figure.source is not None and figure.source.stated is not None
        assert f"“{figure.source.stated}”".replace(" ", "") in text, figure.id
    for line in ("Approvedby", "Date", "Signature", "6.49CNY/USD", "=91.81%"):
        assert line in text
    seen = "".join(_words(pdf))
    assert seen.count("Sourceandphrase") == 2  # the head of the table on both pages
    assert "Page1of2" in seen and "Page2of2" in seen


def test_the_places_are_those_of_a_trace() -> None:
    record = read(SAMPLE)[0]
    sheets = _planned(record)
    rows = [row for page in sheets.pages for row in page.rows if not row.heading]
    assert len(rows) == len(record.figures())
    for id_, row in zip(record.figures(), rows, strict=True):
        shown = trace(SAMPLE, id_).shown["guiyang-en.pptx"]
        seen = [where.split(",")[0] for where, _ in shown if not where.endswith("notes")]
        said = "".join(str(text) for text in row.cells[3].texts).replace("\u00a0", " ")
        assert said == ", ".join(["page", *dict.fromkeys(seen)]), id_


def test_one_table_goes_over_all_pages_and_its_head_is_read_once(tmp_path: Path) -> None:
    path = generated.written(tmp_path, generated.data_file(3, LARGE))
    (pdf,) = build(path, outputs=[SIGN_OFF]).files.values()
    assert len(_words(pdf)) > 2
    roles = [element.role for element in tagged(pdf).elements()]
    assert roles.count("Table") == 1 and roles.count("H1") == 1
    assert roles.count("TR") == 1 + len(read(path)[0].figures())
    assert roles.count("TH") == 4
    assert roles.count("TD") == 4 * (roles.count("TR") - 1)


def test_each_page_leads_back_to_its_own_elements(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        nums = document.Root.StructTreeRoot.ParentTree.Nums
        marks = {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}
        for page in document.pages:
            for element in marks[int(page.StructParents)]:
                assert element.Pg.objgen == page.obj.objgen


def test_it_carries_the_data_and_is_the_same_every_time(tmp_path: Path) -> None:
    first, second = (
        build(outputs=[SIGN_OFF], languages=["en"]).files["guiyang-en-signoff.pdf"]
        for _ in range(2)
    )
    assert first == second
    path = tmp_path / "signed.pdf"
    path.write_bytes(first)
    data = extract(path)
    assert data["embedded"]["output"] == "signoff"
    assert set(data["embedded"]["shown"]) >= set(read(SAMPLE)[0].figures())


def test_it_is_read_back_and_a_changed_digit_is_found() -> None:
    record = read(SAMPLE)[0]
    for language in ("en", "zh"):
        sheets = _planned(record, language)
        pdf = OUTPUTS[SIGN_OFF].draw(sheets)
        brief = resolve(record, language)
        assert verify_sheets(pdf, sheets, brief, record.facts()).problems == ()
        changed = record_with(record, "jobs", Decimal(335801))
        other = OUTPUTS[SIGN_OFF].draw(_planned(changed, language))
        (problem,) = verify_sheets(other, sheets, brief, record.facts()).problems
        assert problem.code == "BB609"
    (problem,) = verify_sheets(b"%PDF-1.7", sheets, brief, record.facts()).problems
    assert problem.code == "BB601"


def record_with(record: Record, id_: str, value: Decimal) -> Record:
    """The record with another value of one figure."""
    areas = tuple(
        replace(a, figures=tuple(replace(f, value=value) if f.id == id_ else f for f in a.figures))
        for a in record.areas
    )
    return replace(record, areas=areas)


def test_generate_writes_it_beside_page_and_deck(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", "--signoff", "--lang", "en", "-o", str(tmp_path), "--json"]) == 0
    names = [Path(row["file"]).name for row in json.loads(capsys.readouterr().out)["written"]]
    assert names == ["guiyang-en.pdf", "guiyang-en.pptx", "guiyang-en-signoff.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_it_is_not_made_unless_it_is_asked_for() -> None:
    assert list(build(languages=["en"]).files) == ["guiyang-en.pdf", "guiyang-en.pptx"]
