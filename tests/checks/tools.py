"""Tools that are not Python packages, and what happens where they are missing.

On a person's machine a test that needs a missing tool skips; where BUREAU_BRIEF_CI is set it
fails, so that no landing rests on a test that did not run.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

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
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return (folder / "deck.pdf").read_bytes()
