"""What README promises is what a reader gets."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bureau_brief import Problems, build

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


def test_the_first_screen_has_two_commands_of_one_line_and_pictures() -> None:
    commands = _blocks("sh")
    assert len(commands) == 2
    assert all(command.count("\n") == 1 for command in commands)
    screen = README[: README.index("## ")]
    assert all(command in screen for command in commands)
    pictures = re.findall(r'src="([^"]+)"', screen)
    assert len(pictures) == 3
    assert all((ROOT / picture).stat().st_size > 10_000 for picture in pictures)


def test_the_first_command_generates_the_sample_in_a_fresh_clone(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    for name in _uncommitted():
        target = clone / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        ["bash", "-euc", _blocks("sh")[0]], cwd=clone, env=environment, timeout=600
    )
    assert done.returncode == 0
    assert (clone / "out" / "guiyang-en.pdf").stat().st_size > 10_000
    assert (clone / "out" / "guiyang-en.pptx").stat().st_size > 10_000


def test_the_second_command_runs_this_suite() -> None:
    # Running it here would run this test again; .ci/run runs it as it stands.
    command = _blocks("sh")[1]
    assert command.rstrip().endswith(".venv/bin/python -m tests")
    done = subprocess.run(
        [sys.executable, "-m", "tests", "--collect-only", "-q", "tests/test_readme.py"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "== mypy" in done.stdout
    assert "tests/test_readme.py" in done.stdout


def test_the_smallest_data_file_generates_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "results.yaml"
    path.write_text(_blocks("yaml")[0], encoding="utf-8")
    built = build(path)
    assert list(built.files) == ["results-en.pdf", "results-en.pptx"]
    assert built.figures == 2


def test_the_mistake_is_answered_as_shown(tmp_path: Path) -> None:
    (shown,) = (block for block in _blocks("") if block.startswith("results.yaml:"))
    path = tmp_path / "results.yaml"
    path.write_text(_blocks("yaml")[0].replace("value: 126400", "valeu: 126400"), encoding="utf-8")
    with pytest.raises(Problems) as raised:
        build(path)
    assert shown.strip() in str(raised.value)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results.yaml").write_text(_blocks("yaml")[0], encoding="utf-8")
    (code,) = _blocks("python")
    names: dict[str, object] = {}
    exec(code, names)
    assert "built" in names


def test_every_link_leads_to_a_file() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_commands_named_are_the_commands_there_are() -> None:
    named = set(re.findall(r"^bureau-brief (\w+)", README, flags=re.MULTILINE))
    done = subprocess.run(
        [sys.executable, "-m", "bureau_brief", "--help"], capture_output=True, text=True, check=True
    )
    listed = set(re.findall(r"^    (\w+) ", done.stdout, flags=re.MULTILINE))
    assert named == listed


def _uncommitted() -> list[str]:
    """Changed and new files, so that the clone is what will be committed."""
    command = ["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]
