"""Files made to take all memory or time are told, and nothing else is lost."""

import os
import zlib
from pathlib import Path

import pytest

from bureau_brief.cli import run
from bureau_brief.extracting import extract
from bureau_brief.limits import TooMuch, content_of, limited
from bureau_brief.problems import Problems
from bureau_brief.provenance.texts import SourceError, blocks

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing can be forked")


def _bomb(folder: Path) -> Path:
    """A page whose drawing unpacks to 400 MB: a file of 400 kB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(400)) + packer.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, 1))
    path = folder / "bomb.pdf"
    path.write_bytes(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF")
    return path


@pytest.mark.parametrize("name", ["pipe", "zero", "large", "none"])
def test_a_file_without_end_is_not_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "large").write_bytes(bytes(2_001))
    with pytest.raises(OSError):
        content_of(tmp_path / name, 2_000)
    assert content_of(tmp_path / "large", 2_001) == bytes(2_001)


@pytest.mark.parametrize("option", ["--theme", "--template"])
def test_a_pipe_for_looks_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    out = str(tmp_path / "out")
    assert run(["generate", "-o", out, "--lang", "en", option, str(tmp_path / "pipe")]) == 1
    assert "this is not a file" in capsys.readouterr().err


def test_work_within_the_limits_gives_its_result_or_its_error() -> None:
    assert limited(lambda: {"pages": 3}) == {"pages": 3}
    with pytest.raises(KeyError, match="x"):
        limited(lambda: {}["x"])


def test_work_that_takes_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooMuch):
        limited(lambda: os._exit(3))
    monkeypatch.setattr("bureau_brief.limits.MOST_SECONDS", 1)
    with pytest.raises(TooMuch):
        limited(lambda: [None for _ in iter(int, 1)])


def test_a_source_that_takes_too_much_is_a_warning(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="too much memory or time"):
        blocks(_bomb(tmp_path))


def test_a_page_that_takes_too_much_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", "-o", str(tmp_path), "--only", "pptx", "--lang", "en"]) == 0
    bomb = _bomb(tmp_path)
    with pytest.raises(Problems, match="BB511"):
        extract(bomb)
    assert run(["verify", str(bomb), str(tmp_path / "guiyang-en.pptx")]) == 1
    assert "BB601" in capsys.readouterr().err
