"""Where a figure comes from and where it appears: held against the finished files."""

import json
import re
from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation

from bureau_brief import build
from bureau_brief.arithmetic import sums
from bureau_brief.cli import run
from bureau_brief.problems import Problems
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE
from bureau_brief.tracing import trace
from tests.deck_data import many, written

FULL = Path(__file__).parent / "data" / "full.yaml"


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _slides(folder: Path, content: bytes) -> list[str]:
    """The words of each slide and of its notes."""
    path = folder / "deck.pptx"
    path.write_bytes(content)
    out = []
    for slide in Presentation(str(path)).slides:
        words = [node.text or "" for node in slide.element.iter() if str(node.tag).endswith("}t")]
        notes = slide.notes_slide.notes_text_frame
        out.append(_squeezed("".join(words) + (notes.text if notes else "")))
    return out


def test_every_place_that_a_trace_names_shows_the_figure(tmp_path: Path) -> None:
    files = build().files
    slides = _slides(tmp_path, files["guiyang-en.pptx"])
    (tmp_path / "page.pdf").write_bytes(files["guiyang-en.pdf"])
    with pdfplumber.open(tmp_path / "page.pdf") as pdf:
        page = _squeezed(pdf.pages[0].extract_text())
    for id_ in read(SAMPLE)[0].figures():
        shown = trace(SAMPLE, id_).shown
        seen = [place for place in shown["guiyang-en.pdf"] if "in words" not in place.where]
        assert seen, id_
        for place in seen:
            assert all(word in page for word in place.text.split()), place
        for where, text in shown["guiyang-en.pptx"]:
            number = re.match(r"slide (\d+), ", where)
            assert number, where
            if "in words" not in where:
                assert _squeezed(text) in slides[int(number[1]) - 1], (where, text)


def test_a_figure_stands_on_no_slide_that_a_trace_does_not_name(tmp_path: Path) -> None:
    slides = _slides(tmp_path, build().files["guiyang-en.pptx"])
    numbers = {"jobs": "335,800", "families": "4,340", "workforce": "22,246", "fairs": "162"}
    for id_, number in numbers.items():
        named = {
            int(where.split()[1].rstrip(","))
            for where, _ in trace(SAMPLE, id_).shown["guiyang-en.pptx"]
        }
        assert named == {i for i, words in enumerate(slides, 1) if number in words}, id_


def test_a_trace_says_how_a_figure_was_checked() -> None:
    assert [str(check) for check in trace(SAMPLE, "poverty_rate").checks] == [
        "20,424 / estimated 22,246 = 91.81%, stated 91.8%"
    ]
    assert [check.kind for check in trace(SAMPLE, "employed").checks] == ["rate", "part"]
    assert [str(check) for check in trace(SAMPLE, "subsidies").checks] == [
        "1,980,000 / 305,000 = 6.49 CNY/USD"
    ]
    assert trace(SAMPLE, "fairs").checks == ()


def test_every_kind_of_sum_is_shown() -> None:
    assert {(check.kind, check.as_dict()["sum"]) for check in sums(read(FULL)[0])} == {
        ("part", "nearly 20,400 ≤ 126,400"),
        ("rate", "1,566 / estimated 3,120 = 50.19%"),
        ("part", "1,566 ≤ estimated 3,120"),
        ("part", "1,554 ≤ estimated 3,120"),
        ("sum", "1,566 + 1,554 = 3,120"),
        ("conversion", "1,350,000 / 1,250,000.50 = 1.08 USD/EUR"),
        ("change", "126,400 / 116,600 − 100% = 8.40%"),
        ("share", "126,400 / 120,000 = 105.33%"),
    }


def test_a_trace_says_where_the_phrase_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(FULL), "loans", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("loans: 126,400\u00a0books and films lent\n")
    assert "source     register, table 2" in said
    assert "“126,400 loans”, line 1 in register.txt" in said
    assert run(["trace", str(SAMPLE), "jobs"]) == 0
    assert "“335,800 jobs”, not looked for: its source names no file" in capsys.readouterr().out


def test_a_trace_says_which_file_cannot_be_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = written(many(67, 1), tmp_path)  # one area more than the slides hold
    assert run(["trace", str(data), "f0-0"]) == 0
    assert "county-en.pptx: does not fit yet" in capsys.readouterr().out


def test_a_trace_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(SAMPLE), "subsidies", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["source"] == {
        "ref": "article", "at": "paragraph 4", "stated": "1.98 million yuan ($305,000)",
    }  # fmt: skip
    assert answer["place"]["path"] == "areas[2].figures[1]"
    assert {place["where"] for place in answer["shown"]["guiyang-en.pdf"]} == {"evidence"}
    assert answer["checks"][0]["kind"] == "conversion"


def test_an_unknown_figure_is_a_problem() -> None:
    with pytest.raises(Problems) as raised:
        trace(SAMPLE, "job")
    (problem,) = raised.value.problems
    assert problem.code == "BB042"
    assert "`jobs`" in problem.hint


def test_check_shows_what_was_recomputed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(SAMPLE)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "conversion: 1,980,000 / 305,000 = 6.49 CNY/USD",
        "part: 2 in order",
        "rate: 1 in order",
    ]
