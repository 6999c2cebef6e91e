"""A data file in, a Record or every problem out: YAML, JSON, limits, and what hostile files try."""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import nearest, parsing, read, read_bytes
from bureau_brief.reading.checking import MOST_PROBLEMS
from bureau_brief.record import Figure, Record
from bureau_brief.resources import SAMPLE

DATA = Path(__file__).parent / "data"
FULL, SMALL = DATA / "full.yaml", DATA / "small.yaml"
BASE = """\
bureau_brief: 1
organisation: Riverside library service
headline: "{loans} made it the busiest year yet"
period: in 2025
sources: {register: {title: Annual register}}
areas:
  - id: lending
    title: Lending
    figures:
      - id: loans
        label: books lent
        value: 126400
        counts: loans
        source: {ref: register}
"""


def _file(*edits: tuple[str, str]) -> str:
    """BASE with some words replaced."""
    text = BASE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def _read(text: str, name: str = "f.yaml", languages: tuple[str, ...] = ()) -> Record:
    return read_bytes(text.encode("utf-8"), name, None, languages)[0]


def _problems(
    text: str | bytes, name: str = "f.yaml", languages: tuple[str, ...] = ()
) -> tuple[Problem, ...]:
    data = text.encode("utf-8") if isinstance(text, str) else text
    try:
        return read_bytes(data, name, None, languages)[1]
    except Problems as raised:
        return raised.problems


def _codes(text: str | bytes, name: str = "f.yaml", languages: tuple[str, ...] = ()) -> list[str]:
    return [problem.code for problem in _problems(text, name, languages)]


def _figure(text: str) -> Figure:
    return _read(text).areas[0].figures[0]


def _valued(written: str) -> Decimal:
    return _figure(_file(("126400", written))).value


# What comes out


def test_the_full_file_is_read_field_by_field() -> None:
    record, warnings = read(FULL)
    assert warnings == ()
    assert record.languages == ("en", "zh", "fr")
    assert record.published == dt.date(2026, 1, 13)
    assert record.sources["register"].date == dt.date(2026, 1, 5)
    loans = record.figures()["loans"]
    assert loans.counts is not None
    assert loans.counts.by_language["fr"] == {
        "one": "prêt", "many": "de prêts", "other": "prêts",
    }  # fmt: skip
    assert loans.unit is not None
    assert (loans.unit.code, loans.unit.in_language("zh")) == ("", {"other": "册"})
    assert loans.unit.in_language("en") is None
    assert loans.baseline is not None
    assert (loans.baseline.value, loans.baseline.qualifier) == (Decimal(90000), "about")
    assert [point.value for point in loans.series] == [Decimal(101200), None, Decimal(116600)]
    assert loans.leads_to is not None and loans.leads_to.figure == "films"
    assert (loans.target, loans.better, loans.main, loans.priority) == (120000, "higher", True, 1)
    share = record.figures()["share"]
    assert share.rate_of is not None and share.rate_of.whole == "members"
    assert share.unit is not None and share.unit.code == "percent"
    assert share.unit.in_language("fr") == {"other": "percent"}
    assert record.areas[1].lead and record.areas[0].chart == "none"
    assert record.areas[1].compare is not None
    assert record.areas[1].compare.figures == ("children", "adults")
    assert len(record.areas[0].do_not_say) == 2
    assert len(record.do_not_say) == 1


def test_no_field_of_the_format_is_missing_in_the_full_file() -> None:
    from bureau_brief.reading.shapes import fields_of
    from bureau_brief.record import Area, Compare, Converted, Earlier, Found, LeadsTo, Source

    written = FULL.read_text(encoding="utf-8")
    for cls in (Record, Area, Figure, Source, Found, Compare, LeadsTo, Converted, Earlier):
        for name in fields_of(cls):
            assert f"{name}:" in written


def test_the_smallest_file_is_read_with_two_warnings() -> None:
    record, warnings = read(SMALL)
    assert record.areas[0].figures[0].value == 126400
    assert [warning.code for warning in warnings] == ["BB071", "BB073"]
    assert {warning.severity for warning in warnings} == {"warning"}


def test_a_value_keeps_the_decimals_that_were_written() -> None:
    assert str(read(FULL)[0].figures()["cost"].value) == "1250000.50"


def test_every_field_has_its_place() -> None:
    record = read(FULL)[0]
    lines = FULL.read_text(encoding="utf-8").splitlines()
    for path, start in {
        "headline.zh": '"全年借出',
        "areas[0].figures[0].value": "126400",
        "areas[0].figures[0].counts.en.one": "loan,",
        "areas[1].compare.figures[1]": "adults",
        "sources.survey.title": "Members",
        "areas[0].do_not_say[1].fr": '"{loans.label}"',
    }.items():
        place = record.place(path)
        assert (place.path, place.file) == (path, "full.yaml")
        assert lines[place.line - 1][place.column - 1 :].startswith(start)


def test_a_field_that_is_not_written_has_the_place_of_what_holds_it() -> None:
    record = read(SMALL)[0]
    place = record.place("areas[0].figures[0].label.en")
    assert (place.line, place.column) == (11, 16)
    assert record.place("areas[0].figures[0].source.ref").line == 10
    assert record.place("contact").line == 2


def test_a_text_is_in_the_first_language_and_a_shared_one_in_all() -> None:
    record = _read(_file(("period: in 2025", "period: in 2025\nlanguages: [fr]")))
    assert record.headline.by_language.keys() == {"fr"}
    assert record.areas[0].figures[0].counts is not None
    assert record.areas[0].figures[0].counts.by_language == {"fr": {"other": "loans"}}
    assert record.sources["register"].title.by_language == {"*": "Annual register"}
    assert record.sources["register"].title.in_language("zh") == "Annual register"


def test_plural_forms_alone_are_in_the_first_language() -> None:
    figure = _figure(_file(("counts: loans", "counts: {one: loan, other: loans}")))
    assert figure.counts is not None
    assert figure.counts.by_language == {"en": {"one": "loan", "other": "loans"}}


def test_one_caution_is_a_list_of_one() -> None:
    record = _read(_file(("title: Lending", "title: Lending\n    do_not_say: never")))
    assert [text.in_language("en") for text in record.areas[0].do_not_say] == ["never"]


# What YAML would guess, and a clerk would not


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "2019", "12:30", "1_000", "010", "2021-01-13", "1e5", "0x1F", "."],
)
def test_a_plain_text_is_the_text_as_written(written: str) -> None:
    record = _read(_file(("period: in 2025", f"period: {written}")))
    assert record.period.in_language("en") == written


@pytest.mark.parametrize("written", ['"null"', '"true"', "'~'"])
def test_a_word_in_quotes_is_a_text(written: str) -> None:
    record = _read(_file(("period: in 2025", f"period: {written}")))
    assert record.period.in_language("en") == written[1:-1]


def test_norwegian_is_a_language() -> None:
    record = _read(_file(("period: in 2025", "period: {no: i fjor, en: in 2025}")))
    assert record.period.in_language("no") == "i fjor"


@pytest.mark.parametrize("written", ["~", "null", "NULL", ""])
def test_nothing_is_not_a_text(written: str) -> None:
    assert _codes(_file(("period: in 2025", f"period: {written}"))) == ["BB004"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"), ("-3", "-3"), ("91.80", "91.80"), ('"1200"', "1200"), ("1e5", "100000"),
        ("1.5E+3", "1500"), ("25e-2", "0.25"), ("-0", "0"), ("999999999999999999", "9" * 18),
        ("0.123456789", "0.123456789"),
    ],
)  # fmt: skip
def test_a_number_is_exact(written: str, value: str) -> None:
    assert str(_valued(written)) == value


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1,200", "write 1200"), ("1_200", "write 1200"), ("1 200", "write 1200"),
        ("1'200'000", "write 1200000"), ("１２００", "write 1200"), ("+5", "write 5"),
        ("010", "write 10"), (".5", "write 0.5"), ("−3", "write -3"), ('" 5 "', "write 5"),
        ("1,20", "write digits only"), ("1.234,5", "write digits only"), ("33.58万", "write"),
        ("12:30", "write digits only"), ("0x1F", "write digits only"), ("91.8%", "write digits"),
        (".nan", "write digits only"), ("Infinity", "write digits only"), ("five", "write digits"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_told_how_to_be_one(written: str, hint: str) -> None:
    (problem,) = _problems(_file(("126400", written)))
    assert problem.code == "BB012"
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("written", ["1e999999", "9" * 5_000, "1e18", "0.1234567891", "1e-999999"])
def test_a_number_that_nobody_can_print_is_refused(written: str) -> None:
    started = time.perf_counter()
    assert _codes(_file(("126400", written))) == ["BB013"]
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("written", ["True", "TRUE", "true"])
def test_true_is_true_in_yaml(written: str) -> None:
    assert _figure(_file(("counts: loans", f"counts: loans\n        main: {written}"))).main


@pytest.mark.parametrize("written", ["1.0", '"1"', "01", "one", "0", "10"])
def test_a_priority_is_a_whole_number_from_one_to_nine(written: str) -> None:
    assert _codes(_file(("title: Lending", f"title: Lending\n    priority: {written}"))) == [
        "BB009"
    ]


def test_a_value_may_be_repeated_with_an_alias() -> None:
    text = _file(
        ("source: {ref: register}", "source: &found {ref: register, at: page 3}"),
    ) + (
        "      - {id: more, label: more, value: 1, counts: x}\n"
        "      - {id: less, label: less, value: 1, counts: x, source: *found}\n"
    )
    less = _read(text).figures()["less"]
    assert less.source is not None and less.source.at is not None
    assert less.source.at.in_language("en") == "page 3"


def test_a_text_is_one_paragraph() -> None:
    record = _read(_file(("period: in 2025", "period: >\n  in the\n\n  year\t of  \n  2025\n")))
    assert record.period.in_language("en") == "in the year of 2025"


def test_a_no_break_space_stays() -> None:
    record = _read(_file(("period: in 2025", "period: in\u00a02025")))
    assert record.period.in_language("en") == "in\u00a02025"


def test_text_is_composed() -> None:
    record = _read(_file(("Riverside", "Rivie\u0300re")))
    assert record.organisation.in_language("en") == "Rivi\u00e8re library service"


def test_right_to_left_words_are_words() -> None:
    record = _read(_file(("Riverside library service", "مكتبة النهر")))
    assert record.organisation.in_language("en") == "مكتبة النهر"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\ufeff", "\u2028", "\x85", "\x00"])
def test_invisible_characters_are_refused(character: str) -> None:
    escaped = f'"a\\u{ord(character):04x}b"'
    assert _codes(_file(("period: in 2025", f"period: {escaped}"))) == ["BB017"]


# JSON


def _json(value: object = 126400, **fields: object) -> str:
    document = json.loads(json.dumps(_PLAIN))
    document["areas"][0]["figures"][0] |= {"value": value, **fields}
    return json.dumps(document)


_PLAIN = {
    "bureau_brief": 1,
    "organisation": "Riverside library service",
    "headline": "{loans} made it the busiest year yet",
    "period": "in 2025",
    "sources": {"register": {"title": "Annual register"}},
    "areas": [
        {
            "id": "lending",
            "title": "Lending",
            "figures": [
                {
                    "id": "loans", "label": "books lent", "value": 126400,
                    "counts": "loans", "source": {"ref": "register"},
                }
            ],
        }
    ],
}  # fmt: skip


def test_json_and_yaml_give_the_same_record() -> None:
    same = _read(json.dumps(_PLAIN), "f.json")
    other = _read(BASE, "f.json".replace("json", "yaml"))
    assert same.areas == other.areas and same.headline == other.headline


def test_json_places_are_exact() -> None:
    text = json.dumps(_PLAIN, indent="\t")
    place = _read(text, "f.json").place("areas[0].figures[0].value")
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith("126400")


def test_json_escapes_are_read() -> None:
    text = _json().replace("Riverside", r"R\ud83d\ude00\/\u00e9\t\"")
    assert _read(text, "f.json").organisation.in_language("en") == 'R😀/é " library service'


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1e5", "100000"),
        ("1.50", "1.50"),
        ("123456789012345678", "123456789012345678"),
        ("-2", "-2"),
    ],
)
def test_json_numbers_are_exact(written: str, value: str) -> None:
    record = _read(_json().replace("126400", written), "f.json")
    assert str(record.areas[0].figures[0].value) == value


@pytest.mark.parametrize(
    "written",
    ["NaN", "Infinity", "-Infinity", "01", "1.", ".5", "+1", "0x1", "1_000", "1,000", "'1'"],
)
def test_what_is_no_json_number_is_refused(written: str) -> None:
    assert _codes(_json().replace("126400", written), "f.json") == ["BB025"]


def test_json_true_and_null_are_no_texts() -> None:
    assert _read(_json(main=True), "f.json").areas[0].figures[0].main
    assert _codes(_json(label=True), "f.json") == ["BB003"]
    assert _codes(_json(label=None), "f.json") == ["BB004"]


def test_json_with_a_byte_order_mark_is_read() -> None:
    assert read_bytes(b"\xef\xbb\xbf" + _json().encode(), "f.JSON")[0].areas


@pytest.mark.parametrize("text", ["", "  \n", "[", "{", '{"a"', '{"a":', '"', "[1,", "{}x", "nul"])
def test_json_that_breaks_off_is_a_problem(text: str) -> None:
    assert _codes(text, "f.json") in (["BB001"], ["BB025"])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=20,
    )
)
def test_any_json_is_answered_with_problems(value: object) -> None:
    problems = _problems(json.dumps(value).encode(), "f.json")
    assert problems and all(problem.expected and problem.found for problem in problems)


@given(st.text() | st.text("{}[]:,-?&*!|>'\"%@`# \n\tab1~<.", max_size=60))
def test_any_text_is_answered_with_problems(text: str) -> None:
    assert _problems(text.encode("utf-8", "surrogatepass"))


@given(
    st.integers(0, len(BASE) - 1), st.text("{}[]:,-&*!|>'\"%\n a1~<", max_size=3), st.integers(0, 5)
)
def test_a_slip_of_the_hand_gives_a_record_or_problems(at: int, typed: str, cut: int) -> None:
    problems = _problems(BASE[:at] + typed + BASE[at + cut :])
    assert all(problem.expected and problem.found for problem in problems)


@given(st.binary(max_size=200))
def test_any_bytes_are_answered_with_problems(data: bytes) -> None:
    assert _problems(data)


# Problems together


def test_all_problems_are_told_at_once_in_file_order() -> None:
    text = _file(
        ("{loans} made", "{lones} made"),
        ("period: in 2025", "period: in 2025\ncolour: blue"),
        ("title: Lending", "title: Lending\n    priority: 12"),
        ("126400", "1,200"),
        ("ref: register", "ref: registry"),
    )
    problems = _problems(text)
    assert [problem.code for problem in problems] == ["BB042", "BB005", "BB009", "BB012", "BB043"]
    assert [problem.where.line for problem in problems] == [3, 5, 10, 14, 16]


def test_a_hole_does_not_make_more_problems() -> None:
    text = _file(
        ("value: 126400", "value: many\n        rate_of: {part: loans, whole: [x]}"),
        (
            "counts: loans",
            "unit: [x]\n        target: x\n        previous: 5\n        part_of: {a: b}",
        ),
        ("label: books lent", "label: []\n        qualifier: ovr\n        converted: {value: x}"),
    )
    found = [(p.code, p.where.path.removeprefix("areas[0].figures[0].")) for p in _problems(text)]
    assert found == [
        ("BB003", "label"),
        ("BB008", "qualifier"),
        ("BB002", "converted.unit"),
        ("BB012", "converted.value"),
        ("BB012", "value"),
        ("BB104", "rate_of"),
        ("BB003", "rate_of.whole"),
        ("BB003", "unit"),
        ("BB012", "target"),
        ("BB003", "previous"),
        ("BB003", "part_of"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("sources: {register: {title: Annual register}}", "sources: register", "BB003"),
        ("sources: {register: {title: Annual register}}", "sources: {Re g: {title: x}}", "BB007"),
        ("period: in 2025", "period: in 2025\nlanguages: en", "BB003"),
        ("period: in 2025", "period: in 2025\nlanguages: [english]", "BB007"),
        ("period: in 2025", "period: in 2025\nlanguages: []", "BB010"),
        ("period: in 2025", "period: {}", "BB004"),
        ("period: in 2025", "period: {en: {a: b}}", "BB003"),
        ("counts: loans", "counts: {en: [a]}", "BB003"),
        ("counts: loans", "counts: {one: , other: loans}", "BB004"),
        ("title: Lending", "title: Lending\n    compare: {figures: [loans]}", "BB010"),
        ("title: Lending", "title: Lending\n    chart: pie", "BB008"),
        ("- id: loans", "- loans\n      - id: loans", "BB003"),
        ("counts: loans", "counts: loans\n        unit: {en: '%'}", "BB061"),
        ("counts: loans", "counts: loans\n        unit: usd", "BB061"),
        ("counts: loans", "unit: EUR\n        converted: {value: 1, unit: $}", "BB061"),
    ],
)  # fmt: skip
def test_forms_that_are_not_the_formats(old: str, new: str, code: str) -> None:
    assert code in _codes(_file((old, new)))


def test_an_empty_list_of_areas_is_one_problem() -> None:
    text = BASE[: BASE.index("areas:")].replace("{loans} made", "This was") + "areas: []\n"
    assert _codes(text) == ["BB010"]


def test_a_misspelt_required_field_is_told_once() -> None:
    (problem,) = _problems(_file(("value: 126400", "valeu: 126400")))
    assert (problem.code, problem.hint) == ("BB005", "did you mean `value`?")


def test_a_thousand_problems_are_enough() -> None:
    text = BASE + "".join(f"key-{n}: {n}\n" for n in range(3_000))
    started = time.perf_counter()
    problems = _problems(text)
    assert time.perf_counter() - started < 10
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "BB032"


def test_what_a_message_quotes_is_short_and_visible() -> None:
    (problem,) = _problems(_file(("126400", '"\\e[31m' + "1" * 3_000 + '"')))
    assert len(str(problem)) < 300
    assert "\x1b" not in str(problem)
    assert r"\u001b" in problem.found


# Languages


def test_languages_that_nobody_asks_for_are_not_checked() -> None:
    text = _file(("title: Lending", 'title: {en: Lending, zh: "{nobody}"}'))
    assert _codes(text) == []
    assert "BB042" in _codes(text, languages=("en", "zh"))


def test_short_labels_units_and_nouns_may_lack_a_language() -> None:
    text = _file(
        ("organisation: Riverside library service", "organisation: {en: a, zh: b}"),
        ('"{loans} made it the busiest year yet"', '{en: "{loans}", zh: "{loans}"}'),
        ("period: in 2025", "period: {en: a, zh: b}"),
        ("title: Lending", "title: {en: a, zh: b}"),
        (
            "label: books lent",
            "label: {en: a, zh: b}\n        short_label: a\n        unit: {en: a}",
        ),
    )
    assert _codes(text, languages=("zh",)) == []


def test_a_language_that_the_file_lacks_is_told_once() -> None:
    (problem,) = _problems(BASE, languages=("de",))
    assert (problem.code, problem.found) == ("BB057", "only `en`")


def test_a_shared_text_by_language_needs_each_language() -> None:
    text = FULL.read_text(encoding="utf-8").replace("title: Members’ survey", "title: {en: x}")
    found = [(p.code, p.where.path) for p in _problems(text) if p.code == "BB056"]
    assert found == [("BB056", "sources.survey.title")] * 2


# Numbers typed by hand


@pytest.mark.parametrize(
    "said",
    [
        "on 8 January 2021", "on January 8", "Jan 8, 2021", "2021-01-13", "2021年1月8日", "2021年",
        "1月8日", "8. Januar 2021", "8 de enero de 2021", "1er janvier 2021", "13.01.2021", "2020",
        "2016-2020", "2019/20", "COVID-19", "G20", "H1N1", "PM2.5", "A4", "a 5G network", "[18F]",
        "[24/7]", "the 14th plan", "three-year plan", "five", "Q1 2020", "m²", "May 2021",
    ],
)  # fmt: skip
def test_dates_and_names_are_no_figures(said: str) -> None:
    assert _codes(_file(("it the busiest year yet", said))) == []


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("1,200 people", "`1,200`"), ("91.8%", "`91.8%`"), ("12 people", "`12`"), ("20k", "`20`"),
        ("2,020 people", "`2,020`"), ("$2020", "`2020`"), ("2020%", "`2020%`"), ("5万", "`5`"),
        ("帮助1200名", "`1200`"), ("3个月", "`3`"), ("١٢", "`١٢`"), ("1 and 2", "`1`, `2`"),
        ("20200 books", "`20200`"), ("3-year plan", "`3`"), ("2.5 million", "`2.5`"),
    ],
)  # fmt: skip
def test_a_number_typed_by_hand_is_a_warning(said: str, typed: str) -> None:
    (problem,) = _problems(_file(("it the busiest year yet", said)))
    assert (problem.code, problem.severity) == ("BB072", "warning")
    assert problem.found == f"{typed} typed by hand"


def test_digits_outside_of_citing_texts_are_nobodys_business() -> None:
    text = _file(("period: in 2025", "period: the 12 months to March\ncontact: 555 0100"))
    assert _codes(text) == []


# Files


def test_the_logo_and_the_source_lie_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "data" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "data" / "logo.png").write_bytes(b"x")
    (tmp_path / "data" / "folder.png").mkdir()
    (tmp_path / "data" / "loop.png").symlink_to("loop.png")
    path = tmp_path / "data" / "f.yaml"
    for name, expected in {
        "logo.png": [], "link.png": ["BB059"], "folder.png": ["BB060"], "none.png": ["BB060"],
        "loop.png": ["BB060"], f"{'a' * 300}.png": ["BB060"],
        "../secret.png": ["BB007"], "/etc/logo.png": ["BB007"], "a/../../secret.png": ["BB007"],
        "C:logo.png": ["BB007"], "..\\\\secret.png": ["BB007"], "https://x.org/a.png": ["BB007"],
    }.items():  # fmt: skip
        logo = f'period: in 2025\nlogo: {{file: "{name}", alt: A square}}'
        path.write_text(_file(("period: in 2025", logo)), encoding="utf-8")
        try:
            found = [problem.code for problem in read(path)[1]]
        except Problems as raised:
            found = [problem.code for problem in raised.problems]
        assert found == expected, name


def test_without_a_folder_no_disk_is_touched() -> None:
    text = _file(("title: Annual register", "title: Annual register, file: nowhere.txt"))
    assert _codes(text) == []


@pytest.mark.parametrize("name", ["f.yml", "F.YAML"])
def test_the_other_suffix_is_read_too(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(BASE, encoding="utf-8")
    assert read(tmp_path / name)[0].file == name


@pytest.mark.parametrize("name", ["a\x1b[2Jb.yaml", "a\u202eb.yaml", "a\udcffb.yaml", "a\nb.yaml"])
def test_a_name_that_cannot_be_printed_is_a_problem(name: str) -> None:
    with pytest.raises(Problems) as raised:
        read(Path(name))
    assert [problem.code for problem in raised.value.problems] == ["BB020"]


@pytest.mark.parametrize("name", ["none.yaml", "folder.yaml", "pipe.yaml"])
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(Problems) as raised:
        read(tmp_path / name)
    (problem,) = raised.value.problems
    assert (problem.code, problem.where.file) == ("BB020", str(tmp_path / name))


# Hostile files


def test_a_tag_runs_nothing(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    for tag in (
        f'!!python/object/apply:os.system ["touch {canary}"]',
        f'!!python/object/apply:subprocess.check_output [["touch", "{canary}"]]',
        "!!python/name:os.system",
        "!!binary aGk=",
        "!include /etc/passwd",
        "! x",
        "!<tag:yaml.org,2002:str> x",
    ):
        assert _codes(_file(("title: Lending", f"title: {tag}"))) == ["BB026"]
    assert not canary.exists()


def test_a_billion_laughs_are_not_laughed() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    started = time.perf_counter()
    assert _codes(bomb + BASE) == ["BB028"]
    assert time.perf_counter() - started < 1


def test_aliases_do_not_hide_depth() -> None:
    assert _codes("a: &a " + "[" * 15 + "]" * 15 + "\nb: " + "[" * 8 + "*a" + "]" * 8) == ["BB029"]


@pytest.mark.parametrize("name", ["f.yaml", "f.json"])
@pytest.mark.parametrize("opened", ["[", '{"a":', "- ", "? "])
def test_deep_nesting_is_refused_at_once(name: str, opened: str) -> None:
    started = time.perf_counter()
    assert _codes(opened * 100_000, name) in (["BB029"], ["BB025"], ["BB031"])
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("name", ["f.yaml", "f.json"])
def test_a_file_of_many_values_is_refused(name: str) -> None:
    assert _codes("[" + "1, " * 400_000 + "1]", name) == ["BB028"]


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"#" * 10_000_000)
    with pytest.raises(Problems) as raised:
        read(tmp_path / "f.yaml")
    assert [problem.code for problem in raised.value.problems] == ["BB022"]


def _with_areas(count: int, said: Callable[[int, int], str]) -> str:
    """A file of so many areas of 500 figures; `said`: their fields by area and number."""
    areas = "".join(
        f"  - id: a{area}\n    title: x\n    figures:\n"
        + "".join(f"      - {{id: f{area}-{n}, counts: x, {said(area, n)}}}\n" for n in range(500))
        for area in range(count)
    )
    return BASE[: BASE.index("  - id")].replace("{loans} made", "This was") + areas


def test_many_figures_are_counted() -> None:
    text = _with_areas(11, lambda area, n: f"label: x{area}-{n}, value: {n}")
    started = time.perf_counter()
    assert "BB064" in _codes(text)
    assert time.perf_counter() - started < 15


@pytest.mark.parametrize(
    "old, new",
    [
        ("title: Lending", "title: Lending\n    compare: {{figures: [{}], title: x, words: y}}"),
        ("title: Lending", "title: Lending\n    do_not_say: [{}]"),
        ("counts: loans", "counts: loans\n        sum_of: [{}]"),
    ],
)
def test_a_list_without_end_is_told_once_in_little_time(old: str, new: str) -> None:
    started = time.perf_counter()
    found = _codes(_file((old, new.format(", ".join(["loans"] * 100_000)))))
    assert found.count("BB010") == 1
    assert time.perf_counter() - started < 5


def test_sources_without_end_are_told_in_little_time() -> None:
    started = time.perf_counter()
    many = ", ".join(f"s{n}: {{title: x}}" for n in range(50_000))
    assert "BB010" in _codes(_file(("register: {title", f"{many}, register: {{title")))
    assert time.perf_counter() - started < 10


def test_figures_of_one_label_are_compared_in_little_time() -> None:
    text = _with_areas(10, lambda area, n: f"label: x, period: p{n}, value: {area}")
    started = time.perf_counter()
    assert _codes(text).count("BB074") == 9 * 500
    assert time.perf_counter() - started < 15


def test_a_long_chain_of_labels_is_a_problem() -> None:
    figures = "".join(
        f'      - {{id: f{n}, label: "x {{f{n + 1}.label}}", value: {n}, counts: x}}\n'
        for n in range(2_000)
    )
    text = BASE + figures.replace("f2000.label", "loans")
    assert "BB047" in _codes(text)


def test_a_label_that_cites_itself_is_told_once() -> None:
    assert _codes(_file(("label: books lent", 'label: "lent {loans.label}"'))) == ["BB047"]


def test_a_bad_label_is_told_where_it_stands_not_where_it_is_cited() -> None:
    text = _file(("{loans} made", "{loans.label} made"), ("label: books lent", 'label: "books {"'))
    (problem,) = _problems(text)
    assert (problem.code, problem.where.path) == ("BB044", "areas[0].figures[0].label")


def test_the_readers_need_no_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.setattr(parsing, "_LOADER", yaml.BaseLoader)
    record = read(SAMPLE, ("en", "zh"))[0]
    assert len(record.figures()) == 18
    assert _codes("a: [\n") == ["BB025"]


# Hints


def test_the_nearest_word_is_found_and_nothing_far_away() -> None:
    assert nearest.nearest("lones", ["loans", "members"]) == "loans"
    assert nearest.nearest("zebra", ["loans", "members"]) == ""
    assert nearest.hint("zebra", [], "nothing yet") == "nothing yet"
    assert nearest.hint("zebra", [f"loan-{n}" for n in range(10)]).endswith("`loan-7`, …")


# Cost


def test_reading_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from bureau_brief.reading import read;"
        "from bureau_brief.resources import SAMPLE; read(SAMPLE);"
        "heavy = {'jsonschema', 'difflib', 'babel', 'jinja2', 'pptx', 'reportlab', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
