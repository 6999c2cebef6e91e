"""The program knows its own work again, and keeps what somebody edited."""

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from bureau_brief import build
from bureau_brief.cli import run
from bureau_brief.files import write_all
from bureau_brief.problems import Problems
from bureau_brief.seals import is_sealed

SMALL = Path(__file__).parent / "data" / "small.yaml"
PAGE, DECK = "small-en.pdf", "small-en.pptx"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(build(SMALL).files)


def _deck_with_another_title(deck: bytes) -> bytes:
    """What a person does in PowerPoint half an hour before the meeting."""
    presentation = Presentation(io.BytesIO(deck))
    presentation.slides[0].shapes.title.text = "Another title"
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _page_with_another_title(page: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page)) as pdf:
        pdf.docinfo["/Title"] = "Another title"
        pdf.save(out)
    return out.getvalue()


EDITED = {PAGE: _page_with_another_title, DECK: _deck_with_another_title}


@pytest.mark.parametrize("name", EDITED)
def test_what_was_written_is_known_again_and_what_was_edited_is_not(
    files: dict[str, bytes], name: str
) -> None:
    assert is_sealed(files[name])
    assert not is_sealed(EDITED[name](files[name]))


@pytest.mark.parametrize("name", EDITED)
def test_no_byte_can_change_unseen(files: dict[str, bytes], name: str) -> None:
    content = files[name]
    for place in range(0, len(content), len(content) // 40):
        changed = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        if _read(changed) != _read(content):
            assert not is_sealed(changed), place


def _read(content: bytes) -> object:
    """What programs read of it: the padding and times of a zip are not."""
    if content.startswith(b"%PDF"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception as error:
        return repr(error)


def test_a_deck_that_was_only_packed_again_is_still_the_same(files: dict[str, bytes]) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(files[DECK])) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new,
    ):
        for info in reversed(old.infolist()):
            new.writestr(info.filename, old.read(info))
    assert is_sealed(out.getvalue())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"text"])
def test_other_files_are_not_its_own(content: bytes) -> None:
    assert not is_sealed(content)


@pytest.mark.parametrize("name", EDITED)
def test_an_edited_file_is_kept_under_another_name(
    files: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    edited = EDITED[name](files[name])
    for number in ("(edited)", "(edited 2)"):
        (tmp_path / name).write_bytes(edited)
        (put,) = write_all(tmp_path, {name: files[name]})
        assert put.kept is not None
        assert number in put.kept.name
        assert put.kept.read_bytes() == edited
        assert put.path.read_bytes() == files[name]
    assert len(list(tmp_path.iterdir())) == 3


def test_its_own_file_is_replaced_and_nothing_is_kept(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    other = dict(build(SMALL, languages=["en"], outputs=["pptx"]).files)
    (tmp_path / DECK).write_bytes(files[DECK])
    (put,) = write_all(tmp_path, {DECK: other[DECK] + b""})
    assert put.kept is None
    assert [path.name for path in tmp_path.iterdir()] == [DECK]


def test_force_overwrites(files: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / DECK).write_bytes(b"edited")
    (put,) = write_all(tmp_path, {DECK: files[DECK]}, force=True)
    assert put.kept is None
    assert [path.name for path in tmp_path.iterdir()] == [DECK]


def test_an_edited_file_stays_in_its_place_when_another_cannot_be_written(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / PAGE).write_bytes(b"edited")
    (tmp_path / DECK / "full").mkdir(parents=True)
    with pytest.raises(Problems):
        write_all(tmp_path, files)
    assert (tmp_path / PAGE).read_bytes() == b"edited"
    assert sorted(path.name for path in tmp_path.iterdir()) == [PAGE, DECK]


def test_generate_says_what_it_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / DECK).write_bytes(b"edited")
    arguments = ["generate", str(SMALL), "-o", str(tmp_path), "--only", "pptx"]
    assert run(arguments) == 0
    assert "small-en (edited).pptx" in capsys.readouterr().err
    (tmp_path / DECK).write_bytes(b"edited again")
    assert run([*arguments, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["written"][0]["kept"].endswith("small-en (edited 2).pptx")
    assert "BB503" in {problem["code"] for problem in answer["problems"]}
    assert run([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"][0]["kept"] is None
