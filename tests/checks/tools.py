"""Tools that are not Python packages, and what happens where they are missing.

On a person's machine a test that needs a missing tool skips; where BUREAU_BRIEF_CI is set it
fails, so that no landing rests on a test that did not run.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from bureau_brief.resources import FONTS

VALIDATOR = "BUREAU_BRIEF_OOXML_VALIDATOR"
AT_A_TIME = 40


def tool(name: str) -> str:
    """The path of a program; skips, or fails in CI, where there is none."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is not installed")
    assert found is not None
    return found


def validator() -> str:
    """The Open XML SDK's validator, named by an environment variable."""
    found = os.environ.get(VALIDATOR, "")
    if not found:
        missing(f"{VALIDATOR} names no program")
    return found


def missing(reason: str) -> None:
    """Skip, or fail in CI."""
    if os.environ.get("BUREAU_BRIEF_CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def slides_as_pdf(deck: bytes, folder: Path) -> bytes:
    """The deck as LibreOffice shows it, one page a slide."""
    return slides_as_pdfs({"deck": deck}, folder)["deck"]


def slides_as_pdfs(decks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The same for many decks by name, several in one start of LibreOffice."""
    files = [folder / f"{name}.pptx" for name in decks]
    for file, deck in zip(files, decks.values(), strict=True):
        file.write_bytes(deck)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_with_chinese(folder))}
    for start in range(0, len(files), AT_A_TIME):
        some = map(str, files[start : start + AT_A_TIME])
        run = [*command, str(folder), *some]
        subprocess.run(run, check=True, capture_output=True, timeout=900, env=environment)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in decks}


def _with_chinese(folder: Path) -> Path:
    """Font settings with ours for Microsoft YaHei: a machine may have no Chinese font at all."""
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    for font in FONTS.glob("NotoSansSC-*.ttf"):
        shutil.copyfile(font, fonts / font.name)
    settings = folder / "fonts.conf"
    settings.write_text(
        f"""<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
        <dir>{fonts}</dir><alias binding="same"><family>Microsoft YaHei</family>
        <prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>""",
        encoding="utf-8",
    )
    return settings
