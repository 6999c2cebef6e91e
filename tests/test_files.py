"""Files are put in place whole and together, or not at all."""

import os
from pathlib import Path

import pytest

from bureau_brief.files import write_all
from bureau_brief.problems import Problems


def test_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    paths = write_all(tmp_path / "new" / "folder", {"a.pdf": b"1", "b.pptx": b"2"})
    assert [put.path.read_bytes() for put in paths] == [b"1", b"2"]
    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == ["a.pdf", "b.pptx"]


def test_a_file_that_stands_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old and longer")
    write_all(tmp_path, {"a.pdf": b"new"}, force=True)
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_new_file_can_be_read_by_others(tmp_path: Path) -> None:
    (tmp_path / "ordinary").write_bytes(b"")
    ((path, _kept),) = write_all(tmp_path, {"a.pdf": b"1"})
    assert path.stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_nothing_is_replaced_when_one_file_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(Problems) as raised:
        write_all(tmp_path, {"a.pdf": b"new", "no/such/folder\0": b""})
    assert raised.value.problems[0].code == "BB501"
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_in_the_way_of_the_second_file_leaves_the_first_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "b.pptx" / "full").mkdir(parents=True)
    with pytest.raises(Problems):
        write_all(tmp_path, {"a.pdf": b"new", "b.pptx": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.pptx"]


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes with names")
def test_a_pipe_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b")
    with pytest.raises(Problems, match="no file"):
        write_all(tmp_path, {"a": b"x", "b": b"y"})
    assert (tmp_path / "b").is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_who_stops_the_command_finds_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    replace = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if target.name == "b":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, {"a": b"new", "b": b"new"}, force=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}
