"""Problems for code-scanning pipelines: SARIF 2.1.0.

In: problems and the data file they are of. Out: one run as plain data, ready for JSON, with the
page on each code as its help. The lines are those of the file as it lies in the repository.
Not for: people (`problems` says them), or finding problems.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bureau_brief import __version__
from bureau_brief.explaining import explanations
from bureau_brief.problems import Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Sequence[Problem], data: Path) -> dict[str, Any]:
    """One run of `check` as a SARIF log."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "bureau-brief",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, data, codes.index(problem.code)) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def is_sarif(path: Path) -> bool:
    """Whether a log of an earlier run stands there; it is no work of anybody's hands."""
    if not os.path.isfile(path):  # noqa: PTH113 - no error for a name that no disk can have
        return False
    with path.open("rb") as stream:
        return SCHEMA.encode() in stream.read(200)


def _rule(code: str) -> dict[str, Any]:
    page = explanations()[code]
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": page.severity},
    }


def _result(problem: Problem, data: Path, index: int) -> dict[str, Any]:
    place = problem.where
    physical: dict[str, Any] = {"artifactLocation": {"uri": _address(place.file, data)}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": place.path}]
    text = f"expected {problem.expected}, found {problem.found}. To mend: {problem.hint}"
    same = hashlib.sha256(f"{problem.code} {place.path} {problem.found}".encode()).hexdigest()
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"problem/v1": same},
    }


def _address(file: str, data: Path) -> str:
    """The data file as it was named on the command line; another file by its own name."""
    path = data if file in ("", data.name) else Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
