"""Problems as SARIF: held against the parts of its schema that a pipeline reads."""

import json
from pathlib import Path

import jsonschema
import pytest

from bureau_brief.cli import run
from bureau_brief.messages import MESSAGES
from bureau_brief.resources import SAMPLE

BROKEN = Path(__file__).parent / "data" / "broken"

TEXT = {
    "type": "object", "required": ["text"], "additionalProperties": False,
    "properties": {"text": {"type": "string", "minLength": 1}, "markdown": {"type": "string"}},
}  # fmt: skip
LEVEL = {"enum": ["none", "note", "warning", "error"]}
PHYSICAL = {
    "type": "object", "required": ["artifactLocation"], "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object", "required": ["uri"], "additionalProperties": False,
            "properties": {"uri": {"type": "string", "format": "uri-reference", "minLength": 1}},
        },
        "region": {
            "type": "object", "required": ["startLine"], "additionalProperties": False,
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 1},
            },
        },
    },
}  # fmt: skip
RESULT = {
    "type": "object", "required": ["message"], "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": -1},
        "level": LEVEL, "message": TEXT,
        "partialFingerprints": {"additionalProperties": {"type": "string"}},
        "locations": {
            "type": "array",
            "items": {
                "type": "object", "additionalProperties": False,
                "properties": {
                    "physicalLocation": PHYSICAL,
                    "logicalLocations": {
                        "type": "array",
                        "items": {"properties": {"fullyQualifiedName": {"type": "string"}},
                                  "additionalProperties": False},
                    },
                },
            },
        },
    },
}  # fmt: skip
DRIVER = {
    "type": "object", "required": ["name"], "additionalProperties": False,
    "properties": {
        "name": {"type": "string"}, "semanticVersion": {"type": "string"},
        "rules": {
            "type": "array", "uniqueItems": True,
            "items": {
                "type": "object", "required": ["id"], "additionalProperties": False,
                "properties": {
                    "id": {"type": "string"}, "shortDescription": TEXT, "help": TEXT,
                    "defaultConfiguration": {"properties": {"level": LEVEL}},
                },
            },
        },
    },
}  # fmt: skip
SCHEMA = {
    "type": "object", "required": ["version", "runs"], "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object", "required": ["tool", "results"], "additionalProperties": False,
                "properties": {
                    "tool": {"type": "object", "required": ["driver"],
                             "properties": {"driver": DRIVER}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}  # fmt: skip


@pytest.mark.parametrize("name", ["rate-differs.yaml", "two-leads.yaml", "empty.yaml", "table.csv"])
def test_a_report_is_sarif(tmp_path: Path, name: str) -> None:
    report = tmp_path / "report.sarif"
    assert run(["check", str(BROKEN / name), "--sarif", str(report)]) == 1
    log = json.loads(report.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert one["results"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == MESSAGES[result["ruleId"]].severity


def test_a_result_names_the_line_and_the_file_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my data").mkdir()
    (tmp_path / "my data" / "r.yaml").write_bytes((BROKEN / "rate-differs.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    assert run(["check", "my data/r.yaml", "--sarif", "out/report.sarif"]) == 1
    log = json.loads((tmp_path / "out" / "report.sarif").read_text(encoding="utf-8"))
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20data/r.yaml"
    assert place["region"] == {"startLine": 24, "startColumn": 16}
    assert "50.19" in result["message"]["text"]


def test_a_file_in_order_gives_a_report_without_results(tmp_path: Path) -> None:
    report = tmp_path / "report.sarif"
    assert run(["check", str(SAMPLE), "--sarif", str(report)]) == 0
    log = json.loads(report.read_text(encoding="utf-8"))
    assert log["runs"][0]["results"] == []


def test_a_report_is_written_over_the_last_one_and_over_nothing_else(tmp_path: Path) -> None:
    report = tmp_path / "report.sarif"
    report.write_text("notes of somebody", encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text("bureau_brief: 2", encoding="utf-8")
    for data in (SAMPLE, broken, SAMPLE):
        run(["check", str(data), "--sarif", str(report)])
    assert json.loads(report.read_text(encoding="utf-8"))["runs"][0]["results"] == []
    kept = sorted(path.name for path in tmp_path.glob("report*"))
    assert kept == ["report (edited).sarif", "report.sarif"]


def test_warnings_are_in_it(tmp_path: Path) -> None:
    report = tmp_path / "report.sarif"
    data = tmp_path / "r.yaml"
    data.write_bytes((BROKEN / "value-that-its-source-does-not-state.yaml").read_bytes())
    assert run(["check", str(data), "--sarif", str(report)]) == 0
    log = json.loads(report.read_text(encoding="utf-8"))
    assert [(r["ruleId"], r["level"]) for r in log["runs"][0]["results"]] == [("BB121", "warning")]


def test_what_does_not_fit_is_reported_with_the_warnings(tmp_path: Path) -> None:
    report, data = tmp_path / "report.sarif", tmp_path / "r.yaml"
    text = (BROKEN / "value-that-its-source-does-not-state.yaml").read_text(encoding="utf-8")
    data.write_text(text.replace("label: books lent", f"label: {'o' * 300}"), encoding="utf-8")
    assert run(["check", str(data), "--sarif", str(report)]) == 1
    results = json.loads(report.read_text(encoding="utf-8"))["runs"][0]["results"]
    assert {result["ruleId"] for result in results} >= {"BB121", "BB302"}
