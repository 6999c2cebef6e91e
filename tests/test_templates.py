"""Templates of one's own: what they may change, and that they can do nothing else."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from bureau_brief.wording import templates, wording
from bureau_brief.wording.files import LARGEST
from bureau_brief.wording.templates import LONGEST, environment

Write = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path) -> Write:
    """A folder of templates with one file in `en/`."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / "our words" / "en" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path.parent.parent

    return write


def problems(folder: Path, language: str = "en") -> list[Problem]:
    with pytest.raises(Problems) as caught:
        resolve(read(SAMPLE)[0], language, folder)
    return list(caught.value.problems)


def message(folder: Path, phrase: str = "335,800 jobs") -> str:
    return wording("en", folder).sentence("message", phrase=phrase)


def test_one_sentence_of_ones_own_changes_that_sentence_only(own: Write) -> None:
    shipped = resolve(read(SAMPLE)[0], "en")
    ours = resolve(read(SAMPLE)[0], "en", own("marker.txt.j2", "Programme {i} of {n}\n"))
    assert str(ours.marker.fill(i=2, n=7)) == "Programme 2 of 7"
    assert ours.closing == shipped.closing


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ phrase }}!", "335,800 jobs!"),
        ("{{ phrase | upper }} {{ phrase|trim|capitalize|lower }}", "335,800 JOBS 335,800 jobs"),
        ("{{ 'a' ~ phrase }}", "a335,800 jobs"),
        ("{{ phrase or 'none' }}{{ phrase and 'x' }}", "335,800 jobsx"),
        ("{% if not phrase %}none{% elif phrase == 'x' %}x{% else %}some{% endif %}", "some"),
        ("{{ 'many' if 'jobs' in phrase else 'few' }}", "many"),
        ("{# a remark #}two\r\n  lines,  {{ phrase }} \n", "two lines, 335,800 jobs"),
        ("\ufeffmark", "mark"),
        ("岗位\n{{ phrase }}", "岗位335,800 jobs"),
        ("{% raw %}{{ phrase }}{% endraw %}", "{{ phrase }}"),
        ("", ""),
    ],
)
def test_a_sentence_may_hold_text_values_and_choices(
    own: Write, template: str, printed: str
) -> None:
    assert message(own("message.txt.j2", template)) == printed


def test_what_a_value_says_is_never_run(own: Write) -> None:
    folder = own("message.txt.j2", "{{ phrase }}")
    assert message(folder, "{{ 7 * 7 }}{% for %}{shown}") == "{{ 7 * 7 }}{% for %}{shown}"


HOSTILE = {
    "attribute": "{{ phrase.__class__ }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "item": "{{ phrase['__class__'] }}",
    "attr filter": "{{ phrase|attr('__class__') }}",
    "call": "{{ phrase() }}",
    "range": "{% for i in range(10**9) %}x{% endfor %}",
    "loop over a value": "{% for c in phrase %}{{ c }}{% endfor %}",
    "multiplication": "{{ 'x' * 999999999 }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "format": "{{ '%999999999d'|format(1) }}",
    "percent": "{{ '%999999999s' % phrase }}",
    "center": "{{ phrase|center(999999999) }}",
    "replace": "{{ phrase|replace('', 'xxxxxxxx') }}",
    "trim with arguments": "{{ phrase|trim('x') }}",
    "include": "{% include '/etc/passwd' %}",
    "include above": "{% include '../../../etc/passwd' %}",
    "include another": "{% include 'marker.txt.j2' %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import path %}",
    "extends": "{% extends 'marker.txt.j2' %}",
    "block": "{% block a %}{% endblock %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call block": "{% call m() %}{% endcall %}",
    "set": "{% set x = 1 %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "with": "{% with x = 'a' %}{{ x }}{% endwith %}",
    "namespace": "{{ namespace() }}",
    "cycler": "{{ cycler('a').next() }}",
    "lipsum": "{{ lipsum(n=99999) }}",
    "self": "{{ self }}",
    "test": "{{ 'x' if phrase is defined else 'y' }}",
    "number": "{{ 1 if phrase else 2 }}",
    "list": "{{ [phrase] }}",
    "half a choice": "{{ 'x' if phrase }}",
    "control character": "{{ '\\u0000' }}",
    "half a character": "{{ '\\ud800' }}",
    "bell": "ring \a",
    "unknown value": "{{ phrases }}",
    "unknown value in a choice not taken": "{% if not phrase %}{{ phrases }}{% endif %}",
    "open": "{{ phrase",
    "open choice": "{% if phrase %}",
    "unknown filter": "{{ phrase|frobnicate }}",
    "unknown tag": "{% exec 'x' %}",
    "deep brackets": "{{ " + "(" * 1900 + "phrase" + ")" * 1900 + " }}",
    "deep choices": "{% if phrase %}" * 120 + "{% endif %}" * 120,
    "endless number": "{{ " + "9" * 3900 + " }}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_template_can_do_nothing_but_speak(own: Write, name: str) -> None:
    folder = own("message.txt.j2", "{# a line above #}\n" + HOSTILE[name])
    begun = time.perf_counter()
    with pytest.raises(Problems) as caught:
        message(folder)
    assert time.perf_counter() - begun < 1
    for found in caught.value.problems:
        assert found.code in ("BB207", "BB208", "BB210")
        assert found.where.file == (folder / "en" / "message.txt.j2").as_posix()
        assert found.where.line in (1, 2)
        assert len(str(found)) < 500


def test_the_sandbox_has_no_globals_and_no_loader() -> None:
    assert not environment().globals
    assert not environment().tests
    assert environment().loader is None


def test_a_value_that_is_not_given_is_no_empty_space(own: Write) -> None:
    path = own("message.txt.j2", "{{ phrase }}") / "en" / "message.txt.j2"
    with pytest.raises(UndefinedError):
        templates.compiled(path, ("phrase",))({})


def test_mistakes_of_several_files_are_reported_at_once(own: Write) -> None:
    own("message.txt.j2", "{{ a }}")
    found = problems(own("note_say.txt.j2", "{{ b }}"))
    assert [p.where.file.rpartition("/")[2] for p in found] == ["message.txt.j2", "note_say.txt.j2"]


def test_every_mistake_of_a_template_is_reported_with_its_line(own: Write) -> None:
    found = problems(own("marker.txt.j2", "{i}\n{{ a }}\n{{ b }}{{ 'x' * 2 }}"))
    assert [(p.code, p.where.line) for p in found if p.found != "`2` without quotation marks"] == [
        ("BB208", 2),
        ("BB208", 3),
        ("BB210", 3),
    ]


@pytest.mark.parametrize(
    "template", ["{i} of {all}", "{i!r}", "{i:>99999999}", "{i.__class__}", "{i", "}", "{}"]
)
def test_a_blank_that_the_layout_does_not_fill_is_a_problem(own: Write, template: str) -> None:
    (found,) = problems(own("marker.txt.j2", template))
    assert found.code == "BB208"
    assert "{n}" in found.hint


def test_a_file_name_with_braces_is_printed_as_it_is() -> None:
    said = wording("en").saying("page_generated", file="a{shown}{{b}.yaml", all="19")
    assert str(said.fill(shown=7)) == "From a{shown}{{b}.yaml; 7 of 19 figures shown."


def test_too_long_a_template_is_a_problem(own: Write) -> None:
    assert [p.code for p in problems(own("message.txt.j2", "x" * (LONGEST + 1)))] == ["BB209"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * (LARGEST + 1)])
def test_a_file_that_is_no_small_text_is_a_problem(own: Write, content: bytes) -> None:
    for name in ("note_say.txt.j2", "words.toml"):
        folder = own(name, content)
        assert "BB213" in [p.code for p in problems(folder)]
        (folder / "en" / name).unlink()


def test_a_link_out_of_the_folder_is_not_followed(own: Write, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    folder = own("marker.txt.j2", "Area {i} of {n}")
    (folder / "en" / "note_say.txt.j2").symlink_to(secret)
    assert [p.code for p in problems(folder)] == ["BB213"]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert [p.code for p in problems(tmp_path / "nothing")] == ["BB211"]


def test_a_misspelled_file_is_a_problem_with_the_name_that_was_meant(own: Write) -> None:
    (found,) = problems(own("mesage.txt.j2", "x"))
    assert (found.code, found.hint) == ("BB212", "did you mean `message.txt.j2`?")
    (found,) = [p for p in problems(own("message.txt", "x")) if "message.txt" in p.where.file
                and "mesage" not in p.where.file]  # fmt: skip
    assert found.hint == "did you mean `message.txt.j2`?"


def test_a_file_beside_the_language_folders_is_a_problem(own: Write) -> None:
    folder = own("README.md", "not read")
    (folder / "marker.txt.j2").write_text("x", encoding="utf-8")
    (found,) = problems(folder)
    assert (found.code, found.hint) == ("BB212", "put it in our words/en/")


def test_a_folder_for_another_language_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    assert resolve(read(SAMPLE)[0], "en", tmp_path) == resolve(read(SAMPLE)[0], "en")


def test_a_language_that_lacks_a_sentence_says_which(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    words = (SAMPLE.parents[2] / "templates" / "en" / "words.toml").read_text(encoding="utf-8")
    (tmp_path / "de" / "words.toml").write_text(words, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        wording("de", tmp_path).sentence("marker")
    (found,) = caught.value.problems
    assert (found.code, found.expected) == ("BB206", "the sentence `marker.txt.j2`")


def test_ones_own_words_need_only_the_keys_that_change(own: Write) -> None:
    folder = own("words.toml", '[headings]\ncontact = "Press office"\n[units]\nCNY = {after="RMB"}')
    said = resolve(read(SAMPLE)[0], "en", folder)
    assert [str(heading) for heading, _ in said.closing.blocks] == [
        "Source", "Method and periods", "Press office",
    ]  # fmt: skip
    assert str(said.figures()["subsidies"].number) == "1.98\u00a0million\u00a0RMB"


WRONG_WORDS = {
    "locale = 5": ("BB203", "locale"),
    'locale = "xx-XX"': ("BB203", "locale"),
    'locale = "../../etc"': ("BB203", "locale"),
    "headings = 5": ("BB203", "headings"),
    "[headings]\nsource = 5": ("BB203", "headings.source"),
    '[headings]\nsource = "a\\nb"': ("BB203", "headings.source"),
    '[headings]\nsource = "\\u0000"': ("BB203", "headings.source"),
    '[headings]\nsource = " "': ("BB203", "headings.source"),
    f"[headings]\nsource.{'a.' * 3000}a = 1": ("BB203", "headings.source"),
    f"[headings]\nsource = 0x{'f' * 5000}": ("BB203", "headings.source"),
    '[headings]\nsorce = "x"': ("BB205", "headings.sorce"),
    '[header]\nsource = "x"': ("BB205", "header"),
    '[numbers]\npattern = "0.00"': ("BB203", "numbers.pattern"),
    "[numbers]\npattern = 5": ("BB203", "numbers.pattern"),
    "[numbers]\nsmall = 5": ("BB203", "numbers.small"),
    "[numbers]\nsmall = [1]": ("BB203", "numbers.small"),
    '[numbers]\nin_text = "{number}"': ("BB203", "numbers.in_text"),
    '[numbers]\nin_text = "{number} {noun} {noun}"': ("BB203", "numbers.in_text"),
    '[numbers]\nin_text = "{number:>99999999} {noun}"': ("BB203", "numbers.in_text"),
    '[numbers]\nin_text = "{number.__class__} {noun}"': ("BB203", "numbers.in_text"),
    '[numbers]\nin_text = "{number} {noun} }"': ("BB203", "numbers.in_text"),
    "[numbers]\nlargest_first = 5": ("BB203", "numbers.largest_first"),
    "[numbers]\nlargest_first = [5]": ("BB203", "numbers.largest_first"),
    '[numbers]\nlargest_first = [{power = 0, other = "x"}]': ("BB203", "numbers.largest_first"),
    '[numbers]\nlargest_first = [{power = true, other = "x"}]': ("BB203", "numbers.largest_first"),
    "[numbers]\nlargest_first = [{power = 6}]": ("BB203", "numbers.largest_first"),
    '[qualifiers]\nover = "over"': ("BB203", "qualifiers.over"),
    '[qualifiers]\nover = {behind = "over"}': ("BB203", "qualifiers.over"),
    '[qualifiers]\nexact = {before = "just"}': ("BB205", "qualifiers.exact"),
    '[units]\nCNY = "yuan"': ("BB203", "units.CNY"),
    "[units]\nCNY = {after = 5}": ("BB203", "units.CNY"),
    '[units]\nCNY = {after = {one = "yuan"}}': ("BB203", "units.CNY"),
    '[quotes]\nwords = "x"': ("BB203", "quotes.words"),
}


@pytest.mark.parametrize("toml", WRONG_WORDS)
def test_a_wrong_word_is_a_problem_that_names_its_key(own: Write, toml: str) -> None:
    folder = own("words.toml", toml)
    code, key = WRONG_WORDS[toml]
    assert [(p.code, p.where.path) for p in problems(folder)] == [(code, key)]
    assert problems(folder)[0].where.file.endswith("our words/en/words.toml")


def test_a_words_file_that_is_no_toml_is_a_problem_with_its_line(own: Write) -> None:
    (found,) = problems(own("words.toml", '[headings]\nsource = "x'))
    assert (found.code, found.where.line) == ("BB202", 2)
    for toml in ("a = " + "[" * 5000, "a = " + "9" * 5000):
        (found,) = problems(own("words.toml", toml))
        assert found.code == "BB202"


def test_a_folder_that_may_not_be_read_is_a_problem(
    own: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    folder = own("words.toml", "")
    monkeypatch.setattr(Path, "iterdir", refused)
    assert [(found.code, found.where.file) for found in problems(folder)] == [
        ("BB213", folder.as_posix())
    ]


def test_a_folder_that_no_disk_can_have_is_a_problem() -> None:
    assert [found.code for found in problems(Path("a" * 300))] == ["BB211"]


def test_words_of_a_new_language_must_be_whole(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "words.toml").write_text('[headings]\nsource = "Source"', encoding="utf-8")
    found = problems(tmp_path, "de")
    assert {p.code for p in found} == {"BB204"}
    assert {"locale", "numbers", "headings.notes"} <= {p.where.path for p in found}
    (tmp_path / "de" / "words.toml").unlink()
    assert [p.code for p in problems(tmp_path, "de")] == ["BB201"]


class TestKeptByteCode:
    """Templates that ship are compiled once; nothing is kept of anybody else's."""

    @pytest.fixture
    def shipped(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder that stands for the program's own templates, and one for its byte code."""
        monkeypatch.setattr(templates, "TEMPLATES", tmp_path)
        monkeypatch.setattr(templates, "_kept", lambda: templates._Kept(str(tmp_path / "kept")))
        monkeypatch.setattr(sys, "dont_write_bytecode", False)
        (tmp_path / "en").mkdir()
        (tmp_path / "kept").mkdir()
        return tmp_path

    @staticmethod
    def said(folder: Path, source: str) -> str:
        path = folder / "en" / "message.txt.j2"
        path.write_text(source, encoding="utf-8")
        return templates.compiled(path, ("phrase",))({"phrase": "jobs"})

    def test_a_change_is_seen_at_once(self, shipped: Path) -> None:
        assert self.said(shipped, "{{ phrase }}!") == "jobs!"
        assert len(list((shipped / "kept").iterdir())) == 1
        assert self.said(shipped, "{{ phrase }}?") == "jobs?"

    def test_what_is_kept_is_used(self, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said(shipped, "{{ phrase }}!")
        monkeypatch.setattr(templates, "_code", None)
        assert self.said(shipped, "{{ phrase }}!") == "jobs!"

    def test_damage_and_a_folder_that_is_gone_cost_nothing_but_time(self, shipped: Path) -> None:
        self.said(shipped, "{{ phrase }}!")
        (kept,) = (shipped / "kept").iterdir()
        kept.write_bytes(kept.read_bytes()[:-40])
        assert self.said(shipped, "{{ phrase }}!") == "jobs!"
        shutil.rmtree(shipped / "kept")
        assert self.said(shipped, "{{ phrase }}!") == "jobs!"

    def test_a_mistake_is_never_kept(self, shipped: Path) -> None:
        with pytest.raises(Problems):
            self.said(shipped, "{{ phrases }}")
        assert not list((shipped / "kept").iterdir())

    def test_other_folders_leave_nothing(self, shipped: Path, own: Write) -> None:
        path = own("message.txt.j2", "{{ phrase }}!") / "en" / "message.txt.j2"
        shutil.move(path.parent.parent, shipped.parent / "theirs")
        path = shipped.parent / "theirs" / "en" / "message.txt.j2"
        assert templates.compiled(path, ("phrase",))({"phrase": "jobs"}) == "jobs!"
        assert not list((shipped / "kept").iterdir())
