"""The command as a person meets it: what is written, what is said, the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bureau_brief
from bureau_brief import __version__, cli
from bureau_brief.cli import run
from bureau_brief.resources import SAMPLE

SRC = str(Path(bureau_brief.__file__).parents[1])
SMALL = Path(__file__).parent / "data" / "small.yaml"


def _command(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bureau_brief", *arguments]
    env = {**os.environ, "PYTHONPATH": SRC}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, env=env)


def _broken(folder: Path) -> Path:
    path = folder / "broken.yaml"
    path.write_text(SAMPLE.read_text(encoding="utf-8").replace("value: 335800", "value: many"))
    return path


def test_generate_without_data_writes_the_sample_into_out(tmp_path: Path) -> None:
    done = _command("generate", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "guiyang-en.pdf",
        "guiyang-en.pptx",
        "guiyang-zh.pdf",
        "guiyang-zh.pptx",
    ]
    assert done.stdout.splitlines()[0].startswith("wrote out/guiyang-en.pdf")
    assert "19 of 19 figures shown" in done.stdout


def test_side_by_side_and_one_after_the_other_give_the_same_bytes(tmp_path: Path) -> None:
    from bureau_brief import build

    assert _command("generate", cwd=tmp_path).returncode == 0
    for name, content in build().files.items():
        assert (tmp_path / "out" / name).read_bytes() == content


def test_files_are_named_after_the_data_file_and_the_language(tmp_path: Path) -> None:
    (tmp_path / "district 7.yaml").write_bytes(SAMPLE.read_bytes())
    assert (
        run(["generate", str(tmp_path / "district 7.yaml"), "-o", str(tmp_path / "a" / "b")]) == 0
    )
    names = sorted(path.name for path in (tmp_path / "a" / "b").iterdir())
    kinds = ("en.pdf", "en.pptx", "zh.pdf", "zh.pptx")
    assert names == [f"district 7-{kind}" for kind in kinds]


@pytest.mark.parametrize("kind", ["pdf", "pptx"])
def test_only_writes_one_kind(tmp_path: Path, kind: str) -> None:
    assert run(["generate", "-o", str(tmp_path), "--only", kind]) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"guiyang-en.{kind}", f"guiyang-zh.{kind}"]


def test_the_page_can_be_letter(tmp_path: Path) -> None:
    import pdfplumber

    assert run(["generate", "-o", str(tmp_path), "--only", "pdf", "--page", "letter"]) == 0
    with pdfplumber.open(tmp_path / "guiyang-en.pdf") as pdf:
        assert (pdf.pages[0].width, pdf.pages[0].height) == (612, 792)


def test_a_mistake_writes_nothing_and_keeps_what_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: tmp_path / name for name in ("broken-en.pdf", "broken-en.pptx")}
    for path in before.values():
        path.write_bytes(b"last month")
    assert run(["generate", str(_broken(tmp_path)), "-o", str(tmp_path)]) == 1
    assert all(path.read_bytes() == b"last month" for path in before.values())
    assert len(list(tmp_path.iterdir())) == 3
    said = capsys.readouterr()
    assert said.out.strip() == ""
    assert "areas[1].figures[0].value" in said.err
    assert "hint: " in said.err


def test_what_does_not_fit_names_the_line_of_the_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    old = "people with employment difficulties were helped to find jobs"
    line = next(i for i, row in enumerate(text.splitlines(), 1) if f"en: {old}" in row)
    path = tmp_path / "long.yaml"
    path.write_text(text.replace(old, old + " and much more than that" * 6, 1), encoding="utf-8")
    assert run(["generate", str(path), "-o", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert f"long.yaml:{line}:" in said
    assert "areas[4].sentence" in said
    assert not (tmp_path / "out").exists()


def test_json_says_what_was_written_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", "-o", str(tmp_path), "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert [Path(row["file"]).stat().st_size for row in written] == [r["bytes"] for r in written]
    assert run(["generate", str(_broken(tmp_path)), "-o", str(tmp_path), "--json"]) == 1
    said = capsys.readouterr()
    (problem,) = json.loads(said.out)["problems"]
    assert problem["path"] == "areas[1].figures[0].value"
    assert problem["line"] > 0
    assert said.err == ""


@pytest.mark.parametrize("name", ["a\x1b[2Jb.yaml", "a\u202eb.yaml", "a\udcffb.yaml"])
def test_a_name_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    for more in ([], ["--json"], ["--sarif", str(tmp_path / "said.sarif")]):
        assert run(["check", str(tmp_path / name), *more]) == 1
        said = capsys.readouterr()
        assert "BB020" in said.out + said.err
        assert (said.out + said.err).replace("\n", "").isprintable()
    assert "BB020" in (tmp_path / "said.sarif").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize(("data", "code"), [(SAMPLE, 0), ("broken", 1)])
def test_who_stops_reading_does_not_change_the_exit_code(
    tmp_path: Path, data: Path | str, code: int
) -> None:
    path = _broken(tmp_path) if data == "broken" else data
    buffered = {key: said for key, said in os.environ.items() if key != "PYTHONUNBUFFERED"}
    inbox, outbox = os.pipe()
    os.close(inbox)
    done = subprocess.run(
        [sys.executable, "-m", "bureau_brief", "check", str(path)], cwd=tmp_path, timeout=120,
        stdout=outbox, stderr=outbox, env={**buffered, "PYTHONPATH": SRC},
    )  # fmt: skip
    os.close(outbox)
    assert done.returncode == code


def test_an_answer_is_json_in_any_encoding(tmp_path: Path) -> None:
    assert run(["generate", "-o", str(tmp_path), "--only", "pdf", "--lang", "en"]) == 0
    env = {**os.environ, "PYTHONPATH": SRC, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "bureau_brief", "extract", "guiyang-en.pdf"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "贵阳" in json.loads(done.stdout.decode("ascii"))["organisation"]["zh"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_an_answer_that_cannot_be_printed_is_a_problem(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bureau_brief", "schema"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, timeout=120,
            env={**os.environ, "PYTHONPATH": SRC},
        )  # fmt: skip
    assert done.returncode == 1
    assert b"BB504" in done.stderr and b"Traceback" not in done.stderr


def test_a_command_that_is_stopped_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def stopped(_options: object) -> None:
        raise KeyboardInterrupt

    left: list[int] = []
    monkeypatch.setattr("bureau_brief.cli.COMMANDS", {**cli.COMMANDS, "schema": stopped})
    monkeypatch.setattr(os, "_exit", left.append)
    cli.main(["schema"])
    assert left == [130]
    assert capfd.readouterr() == ("", "")


def test_check_writes_nothing(tmp_path: Path) -> None:
    done = _command("check", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no problems" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_check_reports_what_generate_would(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _broken(tmp_path)
    assert run(["check", str(path)]) == 1
    checked = capsys.readouterr().err
    assert run(["generate", str(path), "-o", str(tmp_path)]) == 1
    assert capsys.readouterr().err == checked


def test_strict_makes_warnings_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace(
        '"{jobs} provided;', '"335,800 jobs provided;'
    )
    path = tmp_path / "typed.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["check", str(path)]) == 0
    assert "warning" in capsys.readouterr().err
    assert run(["check", str(path), "--strict"]) == 1


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_a_language_without_words_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--lang", "xx"]) == 1
    assert "xx" in capsys.readouterr().err


def test_a_missing_file_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "nowhere.yaml"]) == 1
    assert "nowhere.yaml" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only differently there")
def test_a_folder_that_cannot_be_written_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert run(["generate", "-o", str(tmp_path / "file")]) == 1
    assert "BB501" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [[], ["print"], ["generate", "--page", "a5"], ["check", "a", "b"]]
)
def test_wrong_usage_is_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(wrong)
    assert left.value.code == 2
    assert "usage: bureau-brief" in capsys.readouterr().err


def test_version_and_help_import_no_library(tmp_path: Path) -> None:
    code = (
        "import sys; from bureau_brief.cli import run\n"
        "try: run([sys.argv[1]])\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'jinja2', 'babel', 'reportlab', 'pptx', 'uharfbuzz', 'lxml'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    for option in ("--version", "--help"):
        command = [sys.executable, "-c", code, option]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in _command("--version", cwd=tmp_path).stdout


def test_the_command_works_from_any_folder_and_in_any_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "bureau_brief", "generate"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_has_read_enough_is_no_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bureau_brief", "schema"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
