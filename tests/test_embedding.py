"""Finished files carry their data, and generating from these gives the same files."""

import contextlib
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pptx import Presentation

from bureau_brief import Problems, build
from bureau_brief.arithmetic import sums
from bureau_brief.brief import Text
from bureau_brief.cli import run
from bureau_brief.extracting import extract
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.outputs.places import texts
from bureau_brief.plain import plain
from bureau_brief.reading import read, read_bytes
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests.checks import oracles
from tests.checks.page_tags import tagged
from tests.generated import Size, data_file

NAMES = {"pdf": "guiyang-en.pdf", "pptx": "guiyang-en.pptx"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample")
    for name, content in build().files.items():
        (made / name).write_bytes(content)
    return made


@pytest.fixture(scope="module", params=list(NAMES))
def file(request: pytest.FixtureRequest, folder: Path) -> Path:
    return folder / NAMES[request.param]


def test_a_file_carries_the_whole_data_file(file: Path) -> None:
    data = extract(file)
    origin = data.pop("embedded")
    assert data == plain(read(SAMPLE)[0])
    assert origin["file"] == "guiyang.yaml"
    assert origin["sha256"] == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert origin["program"].startswith("bureau-brief ")


def test_generating_from_the_data_gives_the_same_files_byte_for_byte(
    file: Path, folder: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.json"
    taken.write_text(json.dumps(extract(file), ensure_ascii=False), encoding="utf-8")
    again = build(taken).files
    for kind, name in NAMES.items():
        assert again[f"taken-en.{kind}"] == (folder / name).read_bytes()


def test_what_is_wrong_with_the_data_has_its_place_in_the_file_that_was_read(
    file: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.json"
    taken.write_text(json.dumps(extract(file)), encoding="utf-8")
    record, _ = read(taken)
    assert record.file == "guiyang.yaml"
    assert str(record.place("headline")).startswith("taken.json:1:")


def test_data_that_somebody_changed_no_longer_speak_for_their_file(
    file: Path, tmp_path: Path
) -> None:
    data = extract(file)
    data["areas"][0]["figures"][0]["value"] = 1201
    taken = tmp_path / "taken.json"
    taken.write_text(json.dumps(data), encoding="utf-8")
    record, _ = read(taken)
    assert record.file == "taken.json"
    assert record.sha256 == hashlib.sha256(taken.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "said",
    [
        {},
        "text",
        {"file": "../x.yaml", "sha256": "0" * 64},
        {"file": "x.yaml", "sha256": "none"},
        {"file": ["x"], "sha256": {"a": 1}, "content": 3},
    ],
)
def test_an_origin_that_makes_no_sense_is_passed_over(said: Any, tmp_path: Path) -> None:
    taken = tmp_path / "taken.json"
    data = {**plain(read(SAMPLE)[0]), "embedded": said}
    taken.write_text(json.dumps(data), encoding="utf-8")
    assert read(taken)[0].file == "taken.json"


def test_it_says_what_was_recomputed_and_with_what_result(file: Path) -> None:
    checks = extract(file)["embedded"]["checked"]
    assert checks == [
        {"figure": one.ids[0], "kind": one.kind, "of": list(one.ids[1:]),
         "computed": one.as_dict()["sum"], "stated": one.as_dict()["stated"]}
        for one in sums(read(SAMPLE)[0])
    ]  # fmt: skip
    (rate,) = (one for one in checks if one["kind"] == "rate")
    assert rate["of"] == ["employed", "workforce"]
    assert rate["computed"] == "20,424 / estimated 22,246 = 91.81%"
    assert rate["stated"] == "91.8%"


def test_every_figure_is_shown_somewhere_and_nothing_else_is(file: Path) -> None:
    record, _ = read(SAMPLE)
    shown = extract(file)["embedded"]["shown"]
    assert set(shown) == {*record.figures(), "subsidies.converted"}


def test_the_page_says_where_a_figure_stands(folder: Path) -> None:
    shown = extract(folder / NAMES["pdf"])["embedded"]["shown"]
    assert shown["jobs"] == ["headline", "number"]
    assert shown["veterans"] == ["bar", "in words"]


def _texts(value: object) -> Iterator[Text]:
    """Every text that is kept anywhere inside a plan, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _plans(output: str) -> Iterator[Any]:
    """The plans of generated data files, without those that do not fit."""
    for seed in range(40):
        areas = 4 + seed % 8
        size = Size(areas=areas, figures=14 + 4 * (areas - 4), length="short")
        data = json.dumps(data_file(seed, size)).encode()
        with contextlib.suppress(Problems):
            brief = resolve(read_bytes(data, "any.json")[0], "en", None)
            yield OUTPUTS[output].plan(brief, Options())


@pytest.mark.parametrize("output", list(NAMES))
def test_no_text_of_a_plan_is_passed_over(output: str) -> None:
    plans = list(islice(_plans(output), 8))
    assert len(plans) == 8
    for plan in plans:
        kept = {(str(text), text.figures) for text in _texts(plan) if text.figures}
        walked = {(str(text), text.figures) for _, text in texts(plan) if text.figures}
        assert kept <= walked


def test_the_slides_that_are_named_show_the_number(folder: Path) -> None:
    shown = extract(folder / NAMES["pptx"])["embedded"]["shown"]["migrants"]
    named = {int(place.split(",")[0].removeprefix("slide ")) for place in shown}
    slides = list(Presentation(str(folder / NAMES["pptx"])).slides)
    for number, slide in enumerate(slides, 1):
        said = " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        said += slide.notes_slide.notes_text_frame.text
        assert ("20,000" in said) == (number in named), number


def test_the_pdf_names_its_data_as_data(folder: Path) -> None:
    with pikepdf.open(folder / NAMES["pdf"]) as document:
        (file,) = document.Root.AF
        assert file.AFRelationship == "/Data"
        assert file.EF.F.Subtype == "/application/json"
        names = document.Root.Names.EmbeddedFiles.Names
        assert [str(names[0]), names[1].objgen] == ["data.json", file.objgen]
        content = file.EF.F.read_bytes()
        params = file.EF.F.Params
        assert params.Size == len(content)
        assert bytes(params.CheckSum) == hashlib.md5(content).digest()


def test_the_deck_shows_the_hash_among_its_properties(folder: Path) -> None:
    with zipfile.ZipFile(folder / NAMES["pptx"]) as archive:
        properties = archive.read("docProps/custom.xml").decode()
    assert hashlib.sha256(SAMPLE.read_bytes()).hexdigest() in properties
    assert "Data file SHA-256" in properties


def test_the_deck_with_its_data_is_valid(folder: Path) -> None:
    deck = (folder / NAMES["pptx"]).read_bytes()
    assert oracles.audit_faults(deck) == []
    assert oracles.sdk_faults(deck) == []


def test_programs_that_save_a_deck_keep_its_data(folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.pptx"
    Presentation(str(folder / NAMES["pptx"])).save(str(saved))
    assert extract(saved) == extract(folder / NAMES["pptx"])


def test_programs_that_rewrite_a_pdf_keep_its_data(folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.pdf"
    with pikepdf.open(folder / NAMES["pdf"]) as document:
        document.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert extract(saved) == extract(folder / NAMES["pdf"])


def test_an_edition_carries_all_languages_of_the_data(folder: Path) -> None:
    assert "zh" in extract(folder / NAMES["pdf"])["headline"]


def test_the_data_cost_no_tag_and_no_mark(folder: Path) -> None:
    pdf = (folder / NAMES["pdf"]).read_bytes()
    assert tagged(pdf).faults == []
    assert pypdfium2.PdfDocument(pdf).count_attachments() == 1


# the command


def test_extract_prints_a_data_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(folder / NAMES["pdf"])]) == 0
    taken = tmp_path / "taken.json"
    taken.write_text(capsys.readouterr().out, encoding="utf-8")
    assert run(["check", str(taken)]) == 0


def test_what_is_printed_cannot_steer_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = tmp_path / "hostile.pdf"
    with pikepdf.new() as document:
        text = json.dumps({"a": "\x9b31m\u202e", "b": "贵"}, ensure_ascii=False).encode()
        document.add_blank_page()
        document.attachments["data.json"] = pikepdf.AttachedFileSpec(document, text)
        document.save(hostile)
    assert run(["extract", str(hostile)]) == 0
    out = capsys.readouterr().out
    assert "\x9b" not in out and "\u202e" not in out and "贵" in out
    assert json.loads(out)["a"] == "\x9b31m\u202e"


def _bare_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out)
    return out.getvalue()


def _with_data(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_bare_pdf())) as document:
        document.attachments["data.json"] = pikepdf.AttachedFileSpec(document, content)
        document.save(out)
    return out.getvalue()


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


_BOMB = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
_DATA = b'<data xmlns="urn:bureau-brief:data:1">'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.txt", b"x", "BB510"),
        ("x.pdf", b"no PDF", "BB511"),
        ("x.pdf", _bare_pdf(), "BB511"),
        ("x.pdf", _with_data(b'{"a": NaN}'), "BB511"),
        ("x.pdf", _with_data(b'{"a": 1e999}'), "BB511"),
        ("x.pdf", _with_data(b""), "BB511"),
        ("x.pptx", b"no zip", "BB511"),
        ("x.pptx", _zip("customXml/item1.xml", b"<broken"), "BB511"),
        ("x.pptx", _zip("customXml/item1.xml", b"<data/>"), "BB511"),
        ("x.pptx", _zip("customXml/item1.xml", _DATA + b"[1]</data>"), "BB511"),
        ("x.pptx", _zip("customXml/item1.xml", _BOMB + _DATA + b"&b;</data>"), "BB511"),
        ("x.pptx", _zip("customXml/item1.xml", _DATA + b"[" * 100_000 + b"</data>"), "BB511"),
        ("x.pptx", _zip("customXml/item1.xml", _DATA + b" " * 11_000_000 + b"</data>"), "BB511"),
    ],
)
def test_a_file_without_data_is_a_problem(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Problems) as raised:
        extract(path)
    assert [one.code for one in raised.value.problems] == [code]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="BB020"):
        extract(tmp_path / "x.pdf")
