"""Everything that a change must pass: lint, format, types, tests with coverage.

`python -m tests` runs it all; what follows is given to pytest (`python -m tests -k page`). The
sweeps over hundreds of generated files run in CI only, or with `python -m tests -m slow`.
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


def main(arguments: list[str]) -> int:
    """Run the steps, then pytest; the exit code of the first that fails."""
    for step in STEPS:
        print("==", *step, flush=True)
        code = _run(*step)
        if code:
            return code
    print("== pytest", flush=True)
    partly = arguments or ["--cov", "--cov-report=term"]
    quick = [] if arguments or os.environ.get("BUREAU_BRIEF_CI") else ["-m", "not slow"]
    return _run("pytest", *quick, *partly)


def _run(module: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
