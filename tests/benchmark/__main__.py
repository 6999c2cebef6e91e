"""`python -m tests.benchmark`: how fast the program is, beside a plain script and its peers.

In: how many rounds. Out: a table of medians and of ratios to the plain script, all from one
interleaved run: absolute times move with the machine, ratios much less.
Not for: passing or failing anything.
"""

import argparse
import itertools
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.benchmark import peers
from tests.benchmark.plain import deck, page

HERE = Path(__file__).parent
_TEXT = re.compile(r'(?<=\b(?:en|zh): )(?:"[^"\n]*"|[^,}\n]*)')
_VOWELS, _CONSONANTS, _HAN = "aeo", "bdhnpqu", "业就助创民工农"
_FIXED = re.compile(r"(\{[^{}]*\}|\\u\w{4})")
"""Citations, and signs by their number."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        cold(rounds, Path(folder))
    warm(rounds * 3)


def cold(rounds: int, folder: Path) -> None:
    """Whole processes: the plain script, the command, and its small commands."""
    ours = [sys.executable, "-m", "bureau_brief"]
    verified = [*ours, "generate", "--lang", "en", "-o", str(folder)]
    generate = [*verified, "--no-verify"]
    pair = [str(folder / f"guiyang-en.{kind}") for kind in ("pdf", "pptx")]
    fonts = HERE.parents[1] / "assets" / "fonts"
    commands = {
        "plain script, both files": [
            sys.executable, str(HERE / "plain.py"), str(fonts), str(folder),
        ],
        "generate, both files (budget 0.80)": generate,
        "generate, and read back": verified,
        "verify": [*ours, "verify", *pair],
        "generate --only pdf": [*generate, "--only", "pdf"],
        "generate --only pptx": [*generate, "--only", "pptx"],
        "check (budget 0.60)": [*ours, "check", "--lang", "en"],
        "--help (budget 0.30)": [*ours, "--help"],
    }  # fmt: skip
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float] = {}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            seconds, mebibytes = _process(command)
            if turn:  # the first round warms the machine's caches
                times[name].append(seconds)
                memory[name] = max(memory.get(name, 0), mebibytes)
    print("cold, whole process")
    _table(times, memory)


def warm(rounds: int) -> None:
    """One process: the plain pair, the program's pair, and the peers that are installed."""
    import json

    from bureau_brief import build
    from bureau_brief.resources import SAMPLE

    sample = SAMPLE.read_text(encoding="utf-8")
    content = json.loads((HERE / "content.json").read_text(encoding="utf-8"))
    fonts = HERE.parents[1] / "assets" / "fonts"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def plain() -> None:
            page(content, fonts, str(folder / "plain.pdf"))
            deck(content, str(folder / "plain.pptx"))

        data = folder / "results.yaml"

        def made(**choices: Any) -> Callable[[], object]:
            return lambda: build(data, languages=["en"], **choices)

        makers: dict[str, Callable[[], object]] = {
            "plain script's pair": plain,
            "build(), both files (budget 0.25)": made(verify=False),
            "build(), both files, read back": made(),
            "build(), page alone": made(outputs=["pdf"], verify=False),
            "build(), deck alone": made(outputs=["pptx"], verify=False),
            **peers.makers(content, folder),
        }
        times: dict[str, list[float]] = {key: [] for key in makers}
        for turn in range(rounds + 1):
            for index, (key, make) in enumerate(makers.items()):
                data.write_text(renewed(sample, turn * len(makers) + index), encoding="utf-8")
                start = time.perf_counter()
                make()
                if turn:
                    times[key].append(time.perf_counter() - start)
    print("\nwarm, in one process")
    _table(times, {})


def renewed(sample: str, turn: int) -> str:
    """The sample with other words each turn, as wide and as many: no cache knows them."""
    vowels = [*itertools.permutations(_VOWELS)][turn % 6]
    others, han = (
        [*itertools.permutations(signs)][turn * 7 % 5040] for signs in (_CONSONANTS, _HAN)
    )
    letters = str.maketrans(_VOWELS + _CONSONANTS + _HAN, "".join((*vowels, *others, *han)))

    def said(match: re.Match[str]) -> str:
        pieces = _FIXED.split(match.group())
        return "".join(
            piece if index % 2 else piece.translate(letters) for index, piece in enumerate(pieces)
        )

    return _TEXT.sub(said, sample)


def _process(command: list[str]) -> tuple[float, float]:
    """Wall seconds of one run, and the peak resident MiB of the largest of its processes."""
    # an installed program finds its byte code; here the first round writes it
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    child = os.posix_spawn(
        command[0], command, environment, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, 1, 0)]
    )
    _pid, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_maxrss / 1024


def _table(times: Mapping[str, list[float]], memory: Mapping[str, float]) -> None:
    first = next(iter(times.values()))
    for name, seconds in times.items():
        ratio = statistics.median(a / b for a, b in zip(seconds, first, strict=True))
        line = f"  {name:<38}{statistics.median(seconds) * 1000:8.1f} ms {ratio:6.2f}"
        print(line + (f" {memory[name]:6.0f} MiB" if name in memory else ""))


if __name__ == "__main__":
    main()
