"""Files with one mistake each, and exactly what is said about it.

In `data/broken/*.yaml` the message stands in comments above the line that causes it; where a
file can hold no comments, in a file of the same name with `.expected` behind it.
`python -m tests.test_broken` writes the messages anew: read the difference afterwards.
"""

from pathlib import Path

import pytest

from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import read

BROKEN = Path(__file__).parent / "data" / "broken"
FILES = sorted(path for path in BROKEN.iterdir() if path.suffix != ".expected")


def _problems(path: Path) -> tuple[Problem, ...]:
    try:
        return read(path)[1]
    except Problems as raised:
        return raised.problems


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".expected")


def _is_message(line: str, path: Path) -> bool:
    return line.lstrip().startswith((f"# {path.name}:", "#   hint: "))


def _commented(path: Path) -> str:
    """The messages in the comments of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.lstrip()[2:] for line in lines if _is_message(line, path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_mistake_is_told_with_its_place_and_a_hint(path: Path) -> None:
    said = "\n".join(str(problem) for problem in _problems(path))
    if _beside(path).exists():
        assert said == _beside(path).read_text(encoding="utf-8").rstrip("\n")
    else:
        assert said == _commented(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_message_stands_above_the_line_it_names(path: Path) -> None:
    if _beside(path).exists():
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    for problem in _problems(path):
        assert _is_message(lines[problem.where.line - 2], path)


def test_every_problem_has_a_hint_and_is_written_in_one_style() -> None:
    for path in FILES:
        for problem in _problems(path):
            for text in (problem.expected, problem.found, problem.hint):
                assert text and text == text.strip() and not text.endswith(".")
                assert not text[0].isupper() or text.startswith(("UTF", "YAML", "JSON"))


def test_every_message_about_a_data_file_is_tried() -> None:
    from bureau_brief.messages import MESSAGES

    tried = {problem.code for path in FILES for problem in _problems(path)}
    elsewhere = {"BB020", "BB022", "BB028", "BB032", "BB059", "BB064"}  # test_reading
    elsewhere |= {"BB131", "BB132", "BB133"}  # test_provenance
    elsewhere |= {"BB141", "BB142", "BB143", "BB144", "BB145"}  # test_comparing
    elsewhere |= {"BB150", "BB151"}  # test_editions
    assert {code for code in MESSAGES if code < "BB200"} - elsewhere == tried


def update() -> None:
    """Write the messages of all files anew."""
    for path in FILES:
        if _beside(path).exists():
            said = "\n".join(str(problem) for problem in _problems(path))
            _beside(path).write_text(said + "\n", encoding="utf-8")
        else:
            _comment(path)


def _comment(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [line for line in lines if not _is_message(line, path)]
    for _ in range(2):  # the second time with the lines as they are then
        path.write_text("\n".join(bare) + "\n", encoding="utf-8")
        out: list[str] = []
        found = _problems(path)
        shift = 0
        for number, line in enumerate(bare, 1):
            for problem in (p for p in found if p.where.line == number):
                indent = " " * (len(line) - len(line.lstrip()))
                told = str(problem).replace(f":{number}:", f":{number + shift + 2}:", 1)
                out += [indent + "# " + part for part in told.splitlines()]
                shift += 2
            out.append(line)
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    update()
