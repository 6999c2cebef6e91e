"""The wheel, installed alone in an empty environment, generates the sample from any folder."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, timeout=300)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_words_and_looks(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "bureau_brief/templates/en/words.toml",
        "bureau_brief/assets/theme.toml",
        "bureau_brief/assets/master.pptx",
        "bureau_brief/assets/sample/guiyang.yaml",
        "bureau_brief/assets/fonts/BureauSans-Bold.ttf",
    } <= names
    assert not [name for name in names if name.startswith(("tests", "out"))]


def test_the_wheel_alone_generates_the_sample(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "-q",
        "-c",
        str(ROOT / "tests" / "requirements.lock"),
    ]
    subprocess.run([*install, str(wheel)], check=True, env=environment, timeout=600)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [str(tmp_path / "venv" / "bin" / "bureau-brief"), "generate"]
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    names = sorted(path.name for path in (elsewhere / "out").iterdir())
    kinds = ("en.pdf", "en.pptx", "zh.pdf", "zh.pptx")
    assert names == [f"guiyang-{kind}" for kind in kinds]
