"""Tools that others made, asked whether a finished file is right.

In: the bytes of a PDF or PPTX. Out: faults; a tool that is missing skips, or fails in CI.
Not for: what no tool sees (`page_tags`, `deck`).
"""

import json
import subprocess
import tempfile
from pathlib import Path

import page as page_validation

from tests.checks.tools import tool, validator

PROFILES = ("ua1", "3a")


def page_validation_faults(pdf: bytes) -> list[str]:
    """PDF/UA-1 and PDF/A-3a, by page-validation."""
    faults = []
    for profile in PROFILES:
        try:
            report = page_validation.validate_pdf_bytes(pdf, profile=profile)
        except page_validation.PageError as error:
            faults.append(f"{profile}: {error}")
            continue
        if not report.is_compliant:
            faults += [f"{profile} {one.rule_id}: {one.message}" for one in report.failures]
    return faults


def qpdf_faults(pdf: bytes) -> list[str]:
    """Syntax, by qpdf."""
    done = _on_file([tool("qpdf"), "--check"], pdf, "page.pdf")
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


def spoken(pdf: bytes) -> str:
    """What poppler reads out along the tags, every kind of space as one."""
    done = _on_file([tool("pdfinfo"), "-struct-text"], pdf, "page.pdf")
    quoted = (line.strip() for line in done.stdout.splitlines() if line.strip().startswith('"'))
    return " ".join(" ".join(line[1:-1] for line in quoted).replace("\u00a0", " ").split())


def copied(pdf: bytes) -> list[str]:
    """The words that poppler extracts in the order they are drawn."""
    done = _on_file([tool("pdftotext"), "-raw"], pdf, "page.pdf", "-")
    return done.stdout.replace("\u00a0", " ").split()


def sdk_faults(deck: bytes) -> list[str]:
    """The Open XML SDK. Its exit code is 0 for invalid files too."""
    done = _on_file([validator()], deck, "deck.pptx")
    answer = json.loads(done.stdout)
    return [] if answer["ok"] else [json.dumps(answer)[:2000]]


def audit_faults(deck: bytes) -> list[str]:
    """openxml-audit: identities and relationships."""
    from openxml_audit import validate_pptx

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        path.write_bytes(deck)
        result = validate_pptx(str(path))
    return [] if result.is_valid else [str(error) for error in result.errors]


def _on_file(
    command: list[str], content: bytes, name: str, *more: str
) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return subprocess.run([*command, str(path), *more], capture_output=True, text=True)
