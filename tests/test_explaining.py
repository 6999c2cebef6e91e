"""Every message has a page that says what it means, shows it, and says how to mend it."""

import json
import re

import pytest

from bureau_brief.cli import run
from bureau_brief.explaining import FOLDER, explanations
from bureau_brief.messages import MESSAGES

WRITE = """
{code} has no page. Write one in src/bureau_brief/explanations/{area}.md, at its place:

## {code} What is wrong, as a heading without a full stop

What it means, in a sentence or two, where the heading does not say it all.

    an example that causes it     # and what is right

To mend: what to do.
"""
AREAS = {"0": "form or meaning", "1": "arithmetic or provenance", "2": "wording", "3": "page",
         "4": "deck", "5": "files", "6": "verifying"}  # fmt: skip


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_has_its_page(code: str) -> None:
    page = explanations().get(code)
    assert page is not None, WRITE.format(code=code, area=AREAS.get(code[2], "a new area"))
    paragraphs = page.text.split("\n\n")
    assert paragraphs[-1].startswith("To mend: "), f"{code} does not end with how to mend it"
    assert any(p.startswith("    ") for p in paragraphs), f"{code} has no example, indented by four"
    assert page.title == page.title.strip() and not page.title.endswith(".")
    assert page.title[0].isupper() or page.title[0] in "`{"


def test_no_page_is_left_of_a_message_that_is_gone_and_none_stands_twice() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md"))
    codes = re.findall(r"^## (\S+)", text, flags=re.MULTILINE)
    assert sorted(codes) == sorted(MESSAGES)


def test_pages_stand_in_the_order_of_their_codes_and_in_short_lines() -> None:
    for path in FOLDER.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        codes = re.findall(r"^## (\S+)", text, flags=re.MULTILINE)
        assert codes == sorted(codes), path.name
        assert max(map(len, text.splitlines())) <= 100, path.name


def test_explain_shows_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "bb101"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("BB101 (error): A rate is not its part divided by its whole\n")
    assert "20,424 / 22,246" in said
    assert run(["explain", "BB101", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["code"], answer["severity"]) == ("BB101", "error")


def test_explain_without_a_code_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(MESSAGES)


def test_a_code_that_no_message_has_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "BB999"]) == 1
    assert "BB502" in capsys.readouterr().err
