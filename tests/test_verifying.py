"""`verify` reads finished files back: what it holds, and what it names when they are edited."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bureau_brief import Problems, build
from bureau_brief.brief import Brief
from bureau_brief.cli import run
from bureau_brief.embedding import carried
from bureau_brief.outputs import OUTPUTS, STANDARD, Options
from bureau_brief.reading import read
from bureau_brief.record import Fact, Facts
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from bureau_brief.verifying import Verified
from tests import damage

DATA = Path(__file__).parent / "data"
MATCHING, MIGRANTS, VETERANS, POVERTY = 3, 4, 5, 8


class Made(NamedTuple):
    """A file in the making: its plan, what it was planned from, its bytes."""

    kind: str
    content: bytes
    plan: Any
    brief: Brief
    stated: Facts

    def verified(self, content: bytes) -> Verified:
        """What reading `content` back says, where this file should stand."""
        name = f"guiyang-en.{self.kind}"
        return OUTPUTS[self.kind].verify(content, self.plan, self.brief, self.stated, name)

    def problems(self, content: bytes) -> list[tuple[str, str, str, str]]:
        """Code, place, what is expected and what is found."""
        found = self.verified(content).problems
        return [(one.code, one.where.path, one.expected, one.found) for one in found]


def made(kind: str, path: Path = SAMPLE, language: str = "en", page: str = "a4") -> Made:
    record, _ = read(path)
    brief = resolve(record, language)
    options = Options(page=page, carried=carried(record))  # type: ignore[arg-type]
    plan = OUTPUTS[kind].plan(brief, options)
    return Made(kind, OUTPUTS[kind].draw(plan), plan, brief, record.facts())


@pytest.fixture(scope="module")
def page() -> Made:
    return made("pdf")


@pytest.fixture(scope="module")
def deck() -> Made:
    return made("pptx")


@pytest.mark.parametrize("kind", STANDARD)
@pytest.mark.parametrize("name", ["small.yaml", "dense.yaml"])
def test_what_was_just_made_holds(kind: str, name: str) -> None:
    one = made(kind, DATA / name)
    assert one.problems(one.content) == []


@pytest.mark.parametrize("kind", STANDARD)
def test_every_figure_is_found_and_present(kind: str) -> None:
    one = made(kind)
    found = one.verified(one.content).statements
    assert {statement.figure for statement in found} >= set(one.brief.figures())
    assert {statement.state for statement in found} == {"present"}


def test_the_letter_page_holds_and_is_not_the_a4_page(page: Made) -> None:
    letter = made("pdf", page="letter")
    assert letter.problems(letter.content) == []
    assert page.problems(letter.content) != []


def test_a_digit_of_the_page_is_named_with_its_figure_and_place(page: Made) -> None:
    changed = damage.page_text(page.content, "6,724", "6,742")
    assert page.problems(changed) == [
        (
            "BB603",
            "page, number of Job matching",
            "the number `6,724`, the figure `employers`",
            "`6,742`",
        )
    ]


def test_a_qualifier_that_the_page_lost_is_named(page: Made) -> None:
    (found,) = page.problems(damage.page_text(page.content, "an estimated ", ""))
    assert found[0] == "BB605"
    assert "an estimated 22,246" in found[2] and "`workforce`" in found[2]


def test_text_that_somebody_put_on_the_page_is_named(page: Made) -> None:
    def stamp(document: Any) -> None:
        old = document.pages[0].Contents.read_bytes()
        text = b"\nBT /F1+0 9 Tf 1 0 0 1 300 20 Tm (1,822 left) Tj ET"
        document.pages[0].Contents = document.make_stream(old + text)

    (found,) = page.problems(damage.page_objects(page.content, stamp))
    assert found[0] == "BB607"
    assert found[3] == "`1,822`"


def test_a_note_that_somebody_pinned_on_the_page_is_named(page: Made) -> None:
    import pikepdf

    def pin(document: Any) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[9, 9, 99, 99],
            Contents="rather 93%",
        )  # fmt: skip
        document.pages[0].Annots = document.make_indirect(pikepdf.Array([note]))

    (found,) = page.problems(damage.page_objects(page.content, pin))
    assert found[:2] == ("BB607", "page, note pinned on it")


def test_a_bar_of_another_length_is_named(page: Made) -> None:
    import pikepdf

    def widen(document: Any) -> None:
        commands = list(pikepdf.parse_content_stream(document.pages[0]))
        index, box = next(
            (index, [float(number) for number in one.operands])
            for index, one in enumerate(commands)
            if str(one.operator) == "re" and 33 < one.operands[2] < 34
        )
        box[2] *= 1.1
        commands[index] = pikepdf.ContentStreamInstruction(box, pikepdf.Operator("re"))
        document.pages[0].Contents = document.make_stream(pikepdf.unparse_content_stream(commands))

    assert "BB611" in {
        found[0] for found in page.problems(damage.page_objects(page.content, widen))
    }


def test_an_alternative_text_of_the_page_is_read(page: Made) -> None:
    def retell(document: Any) -> None:
        for one in document.objects:
            if "/Alt" in getattr(one, "keys", list)() and "28,055" in str(one.Alt):
                one.Alt = str(one.Alt).replace("28,055", "28,505")

    (found,) = page.problems(damage.page_objects(page.content, retell))
    assert found[:2] == ("BB603", "page, alternative text 2")
    assert "`veterans`" in found[2]


def test_a_second_page_is_named(page: Made) -> None:
    def double(document: Any) -> None:
        document.pages.append(document.pages[0])

    assert [found[0] for found in page.problems(damage.page_objects(page.content, double))] == [
        "BB610"
    ]


def test_a_title_that_a_person_edited_is_named(deck: Made) -> None:
    def edit(prs: Any) -> None:
        prs.slides[MATCHING].shapes.title.text = "6,724 employers were helped to provide jobs"

    found = deck.problems(damage.deck(deck.content, edit))
    assert {one[1] for one in found} == {"slide 4, Title"}
    assert ("BB602", "nothing") in {(one[0], one[3]) for one in found}


def test_a_chart_value_that_a_person_edited_is_named_in_cache_and_sheet(deck: Made) -> None:
    from pptx.chart.data import CategoryChartData

    def edit(prs: Any) -> None:
        chart = next(s.chart for s in prs.slides[VETERANS].shapes if getattr(s, "has_chart", 0))
        data = CategoryChartData()
        plot = chart.plots[0]
        data.categories = list(plot.categories)
        for series in plot.series:
            data.add_series(series.name, [28155, *list(series.values)[1:]])
        chart.replace_data(data)

    found = {(one[0], one[1]): one[3] for one in deck.problems(damage.deck(deck.content, edit))}
    assert ("BB603", "chart of slide 6, value of B2") in found
    assert ("BB603", "chart of slide 6, sheet cell B2") in found


def test_a_sheet_and_its_cache_are_told_apart(deck: Made) -> None:
    def edit(prs: Any) -> None:
        damage.sheet_cell(damage.charts(prs)[0], "B2", 20425)

    (found,) = deck.problems(damage.deck(deck.content, edit))
    assert found[0] == "BB603"
    assert ", sheet cell B2" in found[1]


def test_two_known_figures_that_changed_places_are_both_named(deck: Made) -> None:
    def swap(prs: Any) -> None:
        table = next(s.table for s in prs.slides[MATCHING].shapes if s.has_table)
        one, other = (table.cell(row, 0).text_frame for row in (0, 2))
        first = damage.runs(one._element)[-1]
        second = damage.runs(other._element)[-1]
        first.text, second.text = second.text, first.text

    found = deck.problems(damage.deck(deck.content, swap))
    assert [one[0] for one in found] == ["BB604", "BB604"]
    assert "`employers`" in found[0][2] and "`fairs`" in found[0][3]


def test_a_picture_that_was_pasted_and_a_slide_that_was_hidden_are_named(deck: Made) -> None:
    def paste(prs: Any) -> None:
        prs.slides[VETERANS].shapes.add_picture(str(DATA / "logo.png"), 0, 0)
        prs.slides[MIGRANTS]._element.set("show", "0")

    found = {(one[1], one[3]) for one in deck.problems(damage.deck(deck.content, paste))}
    assert {("slide 6, picture", "`a picture`"), ("slide 5", "`a hidden slide`")} <= found


def test_a_slide_that_is_gone_is_named_with_what_it_said(deck: Made) -> None:
    def delete(prs: Any) -> None:
        ids = prs.slides._sldIdLst
        prs.part.drop_rel(ids[MIGRANTS].rId)
        ids.remove(ids[MIGRANTS])

    found = deck.problems(damage.deck(deck.content, delete))
    assert ("BB610", "slide 5") in {one[:2] for one in found}
    assert "`migrants`" in " ".join(one[2] for one in found)


def test_a_slide_that_was_added_is_named_with_its_numbers(deck: Made) -> None:
    def add(prs: Any) -> None:
        slide = prs.slides.add_slide(prs.slides[1].slide_layout)
        slide.shapes.title.text = "All in all 338,390 jobs"

    found = {one[0]: one[3] for one in deck.problems(damage.deck(deck.content, add))}
    assert found["BB607"] == "`338,390`"
    assert "BB610" in found


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and no more", b"PK\x03\x04", b"words"])
@pytest.mark.parametrize("kind", STANDARD)
def test_what_is_no_finished_file_is_said_to_be_none(kind: str, content: bytes) -> None:
    one = made(kind, DATA / "small.yaml")
    assert [found[0] for found in one.problems(content)] == ["BB601"]


def test_a_deck_that_cannot_be_trusted_is_not_read(
    deck: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = damage.deck_part(deck.content, r"ppt/slides/slide2\.xml", "<p:cSld", "<p:cSld <")
    assert [one[0] for one in deck.problems(broken)] == ["BB601"]
    lost = damage.deck_part(deck.content, r"ppt/_rels/presentation\.xml\.rels", "slide3", "slide99")
    assert [one[0] for one in deck.problems(lost)] == ["BB601"]
    monkeypatch.setattr("bureau_brief.verifying.package.MOST_BYTES", 1000)
    (found,) = deck.problems(deck.content)
    assert found[0] == "BB601"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (r"ppt/slides/slide2\.xml", "p:spTree", "p:tree"),
        (r"ppt/charts/chart2\.xml", 'c:pt idx="0"', 'c:pt idx="A1:A2"'),
        (r"ppt/charts/chart2\.xml", "$A$2:$A$3", f"$A$2:$ZZZZZZZ${'9' * 30}"),
        (r"ppt/charts/chart2\.xml", "$A$2:$A$3", f"$A$2:$A${'9' * 5000}"),
        (r"ppt/slides/slide2\.xml", "</p:sld>", f"{'<p:x/>' * 1_000_000}</p:sld>"),
    ],
)
def test_a_part_that_is_damaged_is_told(deck: Made, name: str, old: str, new: str) -> None:
    broken = damage.deck_part(deck.content, name, old, new)
    assert [one[0] for one in deck.problems(broken)] == ["BB601"]


@pytest.mark.parametrize("kind", STANDARD)
def test_bytes_that_are_damaged_are_told_or_change_nothing_that_is_said(
    page: Made, deck: Made, kind: str
) -> None:
    """Damage to a font or a picture says nothing else; nothing is raised but problems."""
    one = {"pdf": page, "pptx": deck}[kind]
    found: list[str] = []
    for at in range(100, len(one.content), 2_000):
        before, piece, after = one.content[:at], one.content[at : at + 40], one.content[at + 40 :]
        for damaged in (bytes(byte ^ 0x55 for byte in piece), b""):
            found += [told[0] for told in one.problems(before + damaged + after)]
    assert "BB601" in found and all(code.startswith("BB6") for code in found), found


def test_an_entity_of_a_deck_is_never_opened(deck: Made, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    uri = (tmp_path / "secret.txt").as_uri()
    head = f'<!DOCTYPE p:sld [<!ENTITY x SYSTEM "{uri}">]><p:sld '
    name = r"ppt/slides/slide2\.xml"
    entity = damage.deck_part(deck.content, name, "<p:sld ", head)
    entity = damage.deck_part(entity, name, "335,800<", "&x;<")
    assert "secret" not in str(deck.problems(entity))
    assert deck.problems(entity) != []


def test_a_chart_that_names_no_cells_is_read_by_its_order(deck: Made) -> None:
    """As LibreOffice writes charts, without a data sheet."""
    changed = deck.content
    for cells in ("$B$1", "$A$2:$A$3", "$B$2:$B$3"):
        changed = damage.deck_part(changed, r"ppt/charts/chart2\.xml", f"Sheet1!{cells}", "label 0")
    assert deck.problems(changed) == []
    wrong = damage.deck_part(changed, r"ppt/charts/chart2\.xml", "28055<", "28056<")
    (found,) = deck.problems(wrong)
    assert found[:2] == ("BB603", "chart of slide 6, value of B2")


def test_a_number_that_the_wording_gets_wrong_is_found_by_the_data(deck: Made) -> None:
    wrong = {**deck.stated, "jobs": Fact(deck.stated["jobs"].value + 1, "exact")}
    found = deck._replace(stated=wrong).verified(deck.content)
    assert {one.code for one in found.problems} == {"BB603"}
    assert all("`jobs`" in one.expected for one in found.problems)
    states = {one.state for one in found.statements if one.figure == "jobs"}
    assert "different" in states


def test_a_qualifier_that_the_wording_gets_wrong_is_found_by_the_data(page: Made) -> None:
    wrong = {**page.stated, "seekers": page.stated["seekers"]._replace(qualifier="nearly")}
    found = page._replace(stated=wrong).verified(page.content).problems
    assert {one.code for one in found} == {"BB605"}


def test_generate_writes_nothing_that_does_not_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import bureau_brief.outputs.page_pdf as page_pdf

    drawn = page_pdf.draw

    def faulty(plan: Any, *more: Any) -> bytes:
        return damage.page_text(drawn(plan, *more), "335,800", "335,900")

    monkeypatch.setattr(page_pdf, "draw", faulty)
    with pytest.raises(Problems) as caught:
        build(languages=["en"])
    codes = [one.code for one in caught.value.problems]
    assert codes[-1] == "BB612"
    assert "BB603" in codes
    assert str(caught.value.problems[0].where).startswith("guiyang-en.pdf: page, ")
    assert set(build(languages=["en"], verify=False).files) == {"guiyang-en.pdf", "guiyang-en.pptx"}


def written(folder: Path, *options: str, language: str = "en") -> tuple[str, str]:
    assert run(["generate", "-o", str(folder), *options]) == 0
    return str(folder / f"guiyang-{language}.pdf"), str(folder / f"guiyang-{language}.pptx")


def test_verify_says_that_a_pair_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = written(tmp_path)
    capsys.readouterr()
    assert run(["verify", *pair]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0].startswith("guiyang-en.pdf: says what the data say: 19 figures")
    assert len(lines) == 2 + len(read(SAMPLE)[0].figures())
    veterans = next(line for line in lines if line.startswith("  veterans "))
    for place in ("28,055: page 1", "slides 3", "charts 2", "notes", "alternative texts", "data 2"):
        assert place in veterans


def test_verify_names_the_figure_and_every_place_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, deck = written(tmp_path)
    capsys.readouterr()
    path = Path(page)
    path.write_bytes(damage.page_text(path.read_bytes(), "6,724", "6,742"))
    assert run(["verify", page, deck, "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["holds"] is False
    (problem,) = answer["problems"]
    assert (problem["code"], problem["file"]) == ("BB603", "guiyang-en.pdf")
    places = next(f["places"] for f in answer["figures"] if f["figure"] == "employers")
    states = {(place["file"], place["place"]): place["state"] for place in places}
    assert states["guiyang-en.pdf", "page, number of Job matching"] == "different"
    assert states["guiyang-en.pptx", "slide 4, Title"] == "present"


def test_verify_tells_people_where_it_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, deck = written(tmp_path)
    path = Path(deck)

    def edit(prs: Any) -> None:
        damage.replace_run(prs.slides[POVERTY].shapes.title._element, "91.8%", "98.1%")

    path.write_bytes(damage.deck(path.read_bytes(), edit))
    capsys.readouterr()
    assert run(["verify", page, deck]) == 1
    said = capsys.readouterr()
    assert "guiyang-en.pptx: slide 9, Title: error BB603" in said.err
    assert "guiyang-en.pptx: 1 difference from the data" in said.out
    lines = said.out.splitlines()
    index = next(
        i for i, line in enumerate(lines) if line.startswith("  poverty_rate  91.8%: page")
    )
    assert lines[index + 1].strip() == "different in slide 9, Title"


def test_verify_of_a_file_that_is_not_there_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(tmp_path / "gone.pdf")
    assert run(["verify", gone, gone]) == 1
    assert "BB601" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without end")
def test_verify_does_not_read_a_file_without_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "zero.pdf"
    link.symlink_to("/dev/zero")
    assert run(["verify", str(link), str(link)]) == 1
    assert "BB601" in capsys.readouterr().err
    assert run(["extract", str(link)]) == 1
    assert "BB020" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options", [("--page", "letter"), ("--max-slides", "6"), ("--date", "2021-02-01")], ids=str
)
def test_verify_takes_the_choices_of_generate_from_the_files(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert run(["verify", *written(tmp_path, *options)]) == 0


def test_verify_takes_the_edition_from_the_files(tmp_path: Path) -> None:
    assert run(["verify", *written(tmp_path, "--lang", "zh", language="zh")]) == 0


def test_verify_holds_files_against_another_data_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = written(tmp_path)
    newer = tmp_path / "guiyang.yaml"
    newer.write_text(SAMPLE.read_text(encoding="utf-8").replace("4340", "4341"), encoding="utf-8")
    assert run(["verify", *pair, "--data", str(SAMPLE)]) == 0
    capsys.readouterr()
    assert run(["verify", *pair, "--data", str(newer)]) == 1
    said = capsys.readouterr().err
    assert "guiyang-en.pdf: page, evidence of Families in difficulty: error BB603" in said
    assert "embedded data, areas[4].figures[1].value: error BB613" in said
    assert "`families`" in said


def _data_of(deck: Path) -> tuple[str, str]:
    """Name and content of the part that holds the data."""
    import zipfile

    with zipfile.ZipFile(deck) as archive:
        name = next(n for n in archive.namelist() if n.startswith("customXml/item1"))
        return name, archive.read(name).decode()


def test_data_that_somebody_changed_inside_one_file_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, deck = written(tmp_path)
    path = Path(deck)
    name, text = _data_of(path)
    assert '"value":4340' in text
    changed = damage.deck_part(path.read_bytes(), name, '"value":4340', '"value":4304')
    path.write_bytes(changed)
    capsys.readouterr()
    assert run(["verify", page, deck]) == 1
    said = capsys.readouterr().err
    assert "guiyang-en.pptx: embedded data: error BB614" in said
    assert (
        "areas[4].figures[1].value: error BB613: expected `4340`, the figure `families`, "
        "found `4304`" in said
    )
    assert "guiyang-en.pdf" not in said


def test_files_without_data_need_a_data_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import pikepdf

    page, deck = written(tmp_path)
    path, other = Path(page), Path(deck)

    def strip(document: pikepdf.Pdf) -> None:
        del document.attachments["data.json"]

    path.write_bytes(damage.page_objects(path.read_bytes(), strip))
    name, _text = _data_of(other)
    other.write_bytes(damage.deck_part(other.read_bytes(), name, "urn:bureau", "urn:other"))
    capsys.readouterr()
    assert run(["verify", page, deck]) == 1
    assert capsys.readouterr().err.count("BB511") == 2
    assert run(["verify", page, deck, "--data", str(SAMPLE)]) == 1
    said = capsys.readouterr().err
    assert said.count("BB613") == 2


def test_own_words_are_read_back_with_their_folder(tmp_path: Path) -> None:
    from bureau_brief.resources import TEMPLATES

    words = tmp_path / "words"
    (words / "en").mkdir(parents=True)
    text = (TEMPLATES / "en" / "words.toml").read_text(encoding="utf-8")
    (words / "en" / "words.toml").write_text(text.replace("Source", "Where from"))
    pair = written(tmp_path, "--templates", str(words))
    assert run(["verify", *pair]) == 1
    assert run(["verify", *pair, "--templates", str(words)]) == 0


def _words(folder: Path, old: str, new: str) -> str:
    """An own folder of English words with one of them changed."""
    from bureau_brief.resources import TEMPLATES

    text = (TEMPLATES / "en" / "words.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "en").mkdir()
    (folder / "en" / "words.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("old", "new"), [('before = "over"', 'before = "beyond"'), ('= "million"', '= "mio."')]
)
def test_words_that_nobody_knows_are_no_fault(tmp_path: Path, old: str, new: str) -> None:
    assert run(["generate", "-o", str(tmp_path), "--templates", _words(tmp_path, old, new)]) == 0


@pytest.mark.parametrize(
    "source",
    ["quote: Twelve since 2012.", "quote: All 12 opened.", "quote: Over 12., stated: over 12"],
)
def test_a_quote_may_say_its_number_in_words_or_bare(tmp_path: Path, source: str) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(
        "bureau_brief: 1\norganisation: Library\nheadline: Open\nperiod: in 2025\n"
        "sources: {s: {title: Annual report}}\nareas:\n  - id: a\n    title: Branches\n"
        "    figures:\n      - {id: opened, label: branches opened, value: 12, counts: branches,\n"
        f"         qualifier: over, source: {{ref: s, {source}}}}}\n",
        encoding="utf-8",
    )
    assert run(["generate", str(path), "-o", str(tmp_path / "out")]) == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('before = "over"', 'before = "nearly"', "BB605"),
        ('before = "nearly"', 'before = ""', "BB605"),
        ('= "million"', '= "billion"', "BB603"),
    ],
)
def test_words_that_say_another_number_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str
) -> None:
    words = _words(tmp_path, old, new)
    assert run(["generate", "-o", str(tmp_path / "out"), "--templates", words]) == 1
    said = capsys.readouterr().err
    assert code in said and "BB612" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["zh", "fr"])
def test_latin_names_beside_the_numbers_of_another_edition_are_no_fault(
    tmp_path: Path, language: str
) -> None:
    from tests.generated import Size, data_file
    from tests.generated import written as saved

    size = Size(4, 9, "short", relations=False)
    text = json.dumps(data_file(5, size), ensure_ascii=False)
    data = {**json.loads(text.replace('"en":', f'"{language}":')), "languages": [language]}
    for figure in (figure for area in data["areas"] for figure in area["figures"]):
        figure["value"] = min(figure["value"], 900)
    assert len(build(saved(tmp_path, data)).files) == 2
