"""Everything that a change must pass: lint, format, types, tests with coverage.

`python -m tests` runs it all; what follows is given to pytest (`python -m tests -k page`). The
sweeps over hundreds of generated files run in CI, beside the other tests, or with
`python -m tests -m slow`.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

STEPS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)
QUICK = ("-m", "not slow", "--cov", "--cov-report=term")
SWEEPS = ("-m", "slow", "-p", "no:cacheprovider")


def main(arguments: list[str]) -> int:
    """Run the steps, then pytest; the exit code of the first that fails."""
    for step in STEPS:
        print("==", *step, flush=True)
        code = _run(*step)
        if code:
            return code
    print("== pytest", *arguments, flush=True)
    if arguments:
        return _run("pytest", *arguments)
    sweeps = _started("pytest", *SWEEPS) if os.environ.get("BUREAU_BRIEF_CI") else None
    code = _run("pytest", *QUICK)
    return _ended(sweeps, needed=not code) or code if sweeps else code


def _run(module: str, *arguments: str) -> int:
    return subprocess.run(_command(module, *arguments), cwd=ROOT).returncode


def _started(module: str, *arguments: str) -> subprocess.Popen[str]:
    """A second process, its output kept until it has ended."""
    return subprocess.Popen(
        _command(module, *arguments), cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _ended(process: subprocess.Popen[str], *, needed: bool) -> int:
    """Print what it said and give its exit code; stop it if that is not needed any more."""
    if not needed:
        process.terminate()
    said, _ = process.communicate()
    print("== pytest", *SWEEPS, said, sep="\n", flush=True)
    return process.returncode


def _command(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
