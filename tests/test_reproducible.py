"""The same input gives the same bytes, whatever the clock, the zone, the seed and the folder."""

import ast
import datetime as dt
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bureau_brief import build
from bureau_brief.cli import run
from bureau_brief.outputs import Options
from bureau_brief.resources import SAMPLE
from tests.checks.page_file import reader_text

SRC = Path(__file__).resolve().parents[1] / "src"
SMALL = Path(__file__).parent / "data" / "small.yaml"
EDITIONS = (f"{SAMPLE}@en", f"{SAMPLE}@zh", f"{SMALL}@en")

PROGRAM = """
import datetime, hashlib, sys, time
AHEAD = float(sys.argv[1])  # seconds

def ahead(function):
    return lambda *when: function(*when) if when else function(time.time())

real_time, real_ns = time.time, time.time_ns
time.time = lambda: real_time() + AHEAD
time.time_ns = lambda: real_ns() + int(AHEAD * 10**9)
time.localtime, time.gmtime = ahead(time.localtime), ahead(time.gmtime)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    utcnow = today = now

class LaterDate(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

datetime.datetime, datetime.date = Later, LaterDate
from bureau_brief import build
from bureau_brief.outputs import Options
for edition in sys.argv[2:]:
    path, language = edition.split("@")
    made = build(path, languages=[language], options=Options(page="letter"))
    for name, content in made.files.items():
        print(name, hashlib.sha256(content).hexdigest())
"""
"""Prints the hashes of a build whose clock is ahead; every door of the clock is moved."""


def _hashes(ahead: float, cwd: Path, **environment: str) -> list[str]:
    command = [sys.executable, "-c", PROGRAM, str(ahead), *EDITIONS]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "COV"))}
    kept |= {"PYTHONPATH": str(SRC), **environment}
    done = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_no_clock_zone_seed_locale_or_folder_changes_a_byte(tmp_path: Path) -> None:
    one = _hashes(0, tmp_path, TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C")
    other = _hashes(
        4e7 + 10, Path("/"), TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="1700000000",
    )  # fmt: skip
    assert one == other
    assert len(one) == 2 * len(EDITIONS)


def test_building_twice_in_one_process_gives_the_same_bytes() -> None:
    assert build().files == build().files


def test_the_program_never_asks_the_clock_but_for_date_today() -> None:
    asked = []
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow"):
                asked.append(path.name)
            if isinstance(node, ast.Import) and any(a.name == "time" for a in node.names):
                asked.append(path.name)
    assert asked == ["arguments.py"]


@pytest.fixture(scope="module")
def deck() -> bytes:
    return build(outputs=["pptx"]).files["guiyang-en.pptx"]


def test_no_entry_of_a_deck_has_a_time_nor_one_of_its_workbooks(deck: bytes) -> None:
    first = (1980, 1, 1, 0, 0, 0)
    workbooks = 0
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        assert {info.date_time for info in archive.infolist()} == {first}
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                workbooks += 1
                with zipfile.ZipFile(io.BytesIO(archive.read(name))) as sheet:
                    assert {info.date_time for info in sheet.infolist()} == {first}
    assert workbooks == 3


def test_today_stands_nowhere(deck: bytes) -> None:
    today = dt.date.today()
    spellings = {today.isoformat(), f"{today:%Y%m%d}", f"{today:%d %B %Y}".lstrip("0")}
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        said = b" ".join(archive.read(name) for name in archive.namelist()).decode("latin-1")
    pdf = build(outputs=["pdf"]).files["guiyang-en.pdf"]
    said += pdf.decode("latin-1") + reader_text(pdf)
    assert not [text for text in spellings if text in said]


def test_a_date_that_is_asked_for_is_printed_and_is_the_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", "-o", str(tmp_path), "--date", "2022-03-04"]) == 0
    pdf = (tmp_path / "guiyang-en.pdf").read_bytes()
    assert "4 March 2022" in reader_text(pdf)
    assert b"D:20220304000000" in pdf
    with zipfile.ZipFile(tmp_path / "guiyang-en.pptx") as archive:
        assert b"2022-03-04T00:00:00Z" in archive.read("docProps/core.xml")


def test_today_is_printed_if_it_is_asked_for(tmp_path: Path) -> None:
    before = dt.date.today()
    assert run(["generate", "-o", str(tmp_path), "--only", "pdf", "--date", "today"]) == 0
    text = reader_text((tmp_path / "guiyang-en.pdf").read_bytes())
    days = {before, dt.date.today()}
    assert any(f"{day.day} {day:%B %Y}" in text for day in days)


@pytest.mark.parametrize("wrong", ["2022-13-01", "yesterday", "04/03/2022"])
def test_a_date_that_is_none_is_wrong_usage(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run(["generate", "--date", wrong])
    assert raised.value.code == 2
    assert "YYYY-MM-DD" in re.sub(r"\s+", " ", capsys.readouterr().err)


def test_the_identity_of_a_document_is_that_of_its_data() -> None:
    def identity(size: str, **choices: object) -> bytes:
        made = build(outputs=["pdf"], options=Options(page=size), **choices)  # type: ignore[arg-type]
        (found,) = re.findall(rb"/ID \n\[(.*)\]", made.files["guiyang-en.pdf"])
        return hashlib.sha256(found).digest()

    assert identity("a4") == identity("a4")
    assert identity("a4") != identity("a4", date=dt.date(2022, 3, 4))
