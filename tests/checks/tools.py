"""Tools that are not Python packages, and what happens where they are missing.

On a person's machine a test that needs a missing tool skips; where BUREAU_BRIEF_CI is set it
fails, so that no landing rests on a test that did not run.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bureau_brief.resources import FONTS

VALIDATOR = "BUREAU_BRIEF_OOXML_VALIDATOR"


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
    office = tool("soffice")
    source = folder / "deck.pptx"
    source.write_bytes(deck)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_with_chinese(folder))}
    subprocess.run(
        [*command, str(source)], check=True, capture_output=True, timeout=180, env=environment
    )
    return (folder / "deck.pdf").read_bytes()


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
