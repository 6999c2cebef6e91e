"""Phrases looked for in their sources, and figures held against what is said there."""

import os
import time
from pathlib import Path

import pytest

from bureau_brief.problems import Problem, Problems
from bureau_brief.provenance import Sources
from bureau_brief.provenance.texts import MOST_MEGABYTES
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE

REPORT = """The year of the library

In 2025 the service lent over 126,400 books and films, more than ever. Some 3,120
people joined, among them 1,566 children.

The town paid 1.98 million euros ($2.1 million) for it. 1,566 of 2,980 readers are children,
which is 52.6 per cent.
"""

DATA = """bureau_brief: 1
organisation: Riverside library service
headline: A busy year
period: in 2025
sources: {{report: {{title: Report, file: {file}}}}}
areas:
  - id: lending
    title: Lending
    figures:
      - id: loans
        label: lent
        value: {value}
        counts: loans
        {more}
        source: {{ref: report, stated: "{stated}"}}
"""


def _read(
    folder: Path, stated: str, value: str = "126400", more: str = "qualifier: over",
    source: str | bytes = REPORT, name: str = "report.txt",
) -> list[Problem]:  # fmt: skip
    """What is said of one figure whose source is a file."""
    content = source.encode() if isinstance(source, str) else source
    (folder / name).write_bytes(content)
    path = folder / "data.yaml"
    path.write_text(DATA.format(stated=stated, value=value, more=more, file=name), encoding="utf-8")
    try:
        return list(read(path)[1])
    except Problems as problems:
        return list(problems.problems)


def _codes(folder: Path, *given: str, **named: str) -> list[str]:
    return [problem.code for problem in _read(folder, *given, **named)]


def test_a_phrase_that_stands_in_its_source_is_in_order(tmp_path: Path) -> None:
    assert _read(tmp_path, "over 126,400 books") == []


@pytest.mark.parametrize(
    "stated",
    ["Some 3,120 people", "SOME 3,120 people", "Some 3,120\u00a0people", "Some  ３,120 people"],
)
def test_line_breaks_spaces_and_full_width_forms_are_folded(tmp_path: Path, stated: str) -> None:
    assert _read(tmp_path, stated, "3120", "qualifier: about") == []


def test_a_phrase_that_is_not_there_is_a_warning_that_says_where_the_number_is(
    tmp_path: Path,
) -> None:
    (problem,) = _read(tmp_path, "over 126,400 loans")
    assert (problem.code, problem.severity) == ("BB132", "warning")
    assert problem.expected == "`over 126,400 loans` in `report.txt`"
    assert problem.found == "`over 126,400` in line 3"
    assert problem.where.path == "areas[0].figures[0].source.stated"
    (problem,) = _read(tmp_path, "over 99 loans", "99")
    assert problem.found == "neither the phrase nor its number"


@pytest.mark.parametrize("stated", ["126,40", "6,400 books", "566 children", "ooks and films"])
def test_a_phrase_does_not_begin_or_end_inside_a_number_or_a_word(
    tmp_path: Path, stated: str
) -> None:
    assert "BB132" in _codes(tmp_path, stated)


def test_the_qualifier_may_stand_before_the_phrase_in_the_source(tmp_path: Path) -> None:
    assert _read(tmp_path, "126,400 books") == []
    (problem,) = _read(tmp_path, "126,400 books", more="")
    assert (problem.code, problem.severity) == ("BB122", "error")
    assert problem.expected == "a value of which its source’s `over 126,400` is true"


def test_a_phrase_beside_different_numbers_is_ambiguous(tmp_path: Path) -> None:
    (problem,) = _read(tmp_path, "1,566", "1566", "")
    assert (problem.code, problem.severity) == ("BB133", "warning")
    assert problem.found == "`1,566` in line 4 and line 6"
    assert _read(tmp_path, "1,566 children", "1566", "") == []


def test_a_phrase_that_is_repeated_without_other_numbers_is_not(tmp_path: Path) -> None:
    text = REPORT.replace("The year of the library", "1,566 children joined")
    assert _read(tmp_path, "1,566 children", "1566", "", text) == []


@pytest.mark.parametrize(
    ("stated", "value", "more", "codes"),
    [
        ("over 126,400", "126400", "qualifier: more_than", []),
        ("over 126,400", "126400", "qualifier: nearly", ["BB123"]),
        ("over 126,400", "126400", "", ["BB122"]),
        ("over 126,400", "126000", "", ["BB122"]),
        ("over 126,400", "126500", "", ["BB121"]),
        ("over 126,400", "126500", "qualifier: over", ["BB121"]),
        ("at least 126,400", "126400", "", ["BB123"]),
        ("126,400", "126400", "qualifier: over", ["BB123"]),
        ("126,400", "124600", "", ["BB121"]),
        ("about 126,400", "126400", "", ["BB123"]),
        ("126,400 per cent", "126400", "", ["BB124"]),
        ("50.2 per cent", "50.2", "unit: percent", []),
        ("50.2 per cent", "50.2", "unit: points", ["BB124"]),
        ("50.2", "50.2", "unit: percent", []),
        ("11 days", "11", "unit: days", []),
        ("11 days", "11", "unit: hours", ["BB124"]),
        ("11 days", "11", "unit: visits", []),
        ("11 days", "11", "", []),
        ("eleven days", "11", "unit: hours", []),
        ("1.98 million euros ($2.1 million)", "1980000",
         "unit: EUR\n        converted: {value: 2100000, unit: USD}", []),
        ("1.98 million euros ($2.1 million)", "1980000",
         "unit: EUR\n        converted: {value: 2000000, unit: USD}", ["BB125"]),
        ("1.98 million euros ($2.1 million)", "1980000",
         "unit: EUR\n        converted: {value: 2100000, unit: CHF}", ["BB124"]),
        ("33.58万个", "335800", "", []),
        ("20余万名", "200000", "qualifier: over", []),
        ("近100万名", "1000000", "qualifier: nearly", []),
        ("近100万名", "1000000", "", ["BB122"]),
    ],
)  # fmt: skip
def test_a_phrase_is_compared_without_a_file_too(
    tmp_path: Path, stated: str, value: str, more: str, codes: list[str]
) -> None:
    text = DATA.replace(", file: {file}", "").format(stated=stated, value=value, more=more)
    path = tmp_path / "data.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        found = read(path)[1]
    except Problems as problems:
        found = problems.problems
    assert [problem.code for problem in found] == codes


def test_a_quote_and_the_words_of_an_arrow_are_looked_for_too(tmp_path: Path) -> None:
    there = 'leads_to: {figure: x, stated: "among them"}\n        qualifier: over'
    gone = there.replace("among them", "because of them")
    other = "\n      - {id: x, label: x, value: 1, counts: x, source: {ref: report}}"
    assert _codes(tmp_path, 'over 126,400 books", quote: "more than ever', more=there) == ["BB042"]
    for more, quote, codes in (
        (there, "more than ever", []),
        (gone, "more than ever", ["BB132"]),
        (there, "less than ever", ["BB132"]),
    ):
        stated = f'over 126,400 books", quote: "{quote}"}}{other} #'
        assert _codes(tmp_path, stated, more=more) == codes


# Kinds of files


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    text = "# The year\n\n- lent **over 126,400** [books](https://example.org) and\n  films\n"
    assert _read(tmp_path, "over 126,400 books and films", source=text, name="r.md") == []


def test_html_is_read_as_a_reader_sees_it(tmp_path: Path) -> None:
    text = (
        "<html><head><style>over 7 books</style></head><body><script>'over 8 books'</script>\n"
        "<p>lent <b>over</b> 126,400&nbsp;books\n and films</p><table><tr><td>films</td>"
        "<td>over 126,400</td></tr></table></body>"
    )
    assert _read(tmp_path, "over 126,400 books and films", source=text, name="r.html") == []
    assert _read(tmp_path, "films over 126,400", source=text, name="r.html") == []
    for unseen in ("over 7 books", "over 8 books", "and films films"):
        codes = _codes(tmp_path, unseen, source=text, name="r.htm")
        assert "BB132" in codes


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    import io

    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "The year of the library")
    canvas.showPage()
    canvas.drawString(72, 700, "The service lent over 126,400")
    canvas.drawString(72, 680, "books and films")
    canvas.save()
    pdf = stream.getvalue()
    assert _read(tmp_path, "over 126,400 books", source=pdf, name="r.pdf") == []
    (problem,) = _read(tmp_path, "over 126,400 loans", source=pdf, name="r.pdf")
    assert problem.found == "`over 126,400` in page 2"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("r.docx", b"x", "a file of another kind, `.docx`"),
        ("r.txt", "Größe".encode("latin-1"), "a text that is not saved as UTF-8"),
        ("r.txt", b"a" * (MOST_MEGABYTES * 1024 * 1024 + 1), "more than 2 MB"),
        ("r.pdf", b"%PDF-1.7 nothing", "a PDF that cannot be opened"),
    ],
)
def test_a_source_that_cannot_be_searched_is_a_warning(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (problem,) = _read(tmp_path, "over 126,400 books", source=content, name=name)
    assert (problem.code, problem.severity, problem.found) == ("BB131", "warning", reason)
    assert problem.where.path == "sources.report.file"


def test_without_the_pdf_reader_a_pdf_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    (problem,) = _read(tmp_path, "over 126,400 books", source=b"%PDF-1.7", name="r.pdf")
    assert "pypdfium2" in problem.found


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("over 126,400 books", encoding="utf-8")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "r.txt").symlink_to(outside)
    path = folder / "data.yaml"
    path.write_text(
        DATA.format(
            stated="over 126,400 books", value="126400", more="qualifier: over", file="r.txt"
        )
    )
    with pytest.raises(Problems) as raised:
        read(path)
    assert [problem.code for problem in raised.value.problems] == ["BB059"]


# The sample


WORDS_OF_OUR_OWN = """Report of the bureau

The bureau gave a hand to 1,200 college students, leading directly to 2,590 jobs. It held 162
online and offline job fairs, where 6,724 employers offered 335,800 jobs; over 200,000 job
seekers came.

It brought 20,000 migrant workers back to work and paid 1.98 million yuan ($305,000). Work was
found for 28,055 veterans and 4,828 drug rehabilitation workers.

It called on 4,340 families, found work for 1,211 people and supported 1,444 people.

In three years nearly 1 million farmers took part, and more than 65,000 farmers were trained.

There are an estimated 22,246 poverty-stricken workers. Of these 20,424 have work, that is 91.8
percent.
"""


def test_the_sample_passes_with_a_source_file(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(WORDS_OF_OUR_OWN, encoding="utf-8")
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count("    date: 2021-01-13\n") == 1
    named = text.replace("    date: 2021-01-13\n", "    date: 2021-01-13\n    file: article.txt\n")
    path = tmp_path / "guiyang.yaml"
    path.write_text(named, encoding="utf-8")
    record, warnings = read(path)
    assert warnings == ()
    sources = Sources(record, tmp_path)
    found = {id_: [hit.place for hit in sources.hits(f)] for id_, f in record.figures().items()}
    assert all(len(places) == 1 for places in found.values())
    assert found["poverty_rate"] == ["line 14"]
    path.write_text(named.replace('stated: "4,340 families"', 'stated: "4,340 households"'))
    assert [problem.code for problem in read(path)[1]] == ["BB132"]


# Sources made to be slow or to break the reader


@pytest.mark.parametrize("piece", ["111 ", "1 ", "1,", "1.111", "20余万", "over "])
def test_numbers_without_end_are_listed_in_little_time(tmp_path: Path, piece: str) -> None:
    start = time.perf_counter()
    _read(tmp_path, "over 126,400 books", source=piece * (200_000 // len(piece)))
    assert time.perf_counter() - start < 5


def test_marks_of_markdown_without_end_are_read_in_little_time(tmp_path: Path) -> None:
    start = time.perf_counter()
    text = f"a{'_' * 200_000}a"
    found = _read(tmp_path, "over 126,400 books", source=text, name="r.md")
    assert [problem.code for problem in found] == ["BB132"]
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "piece", ["<", "<a", "<!--", "<!", "<![", "</", "&", '<a b="', "<?", "<p>", "<script>"]
)
def test_html_without_end_is_read_in_little_time(tmp_path: Path, piece: str) -> None:
    start = time.perf_counter()
    text = piece * (200_000 // len(piece))
    found = _read(tmp_path, "over 126,400 books", source=text, name="r.html")
    assert [problem.code for problem in found] == ["BB132"]
    assert time.perf_counter() - start < 5


def test_comments_and_declarations_of_html_are_not_read(tmp_path: Path) -> None:
    text = (
        "<!doctype html><!-- over\n7 books --><p>1 < 2 <![if !x]>lent\nover 126,400 books<![endif]>"
    )
    assert _read(tmp_path, "lent over 126,400 books", source=text, name="r.html") == []
    (problem,) = _read(tmp_path, "over 126,400 loans", source=text, name="r.html")
    assert problem.found == "`over 126,400` in line 3"
    assert "BB132" in _codes(tmp_path, "over 7 books", "7", source=text, name="r.html")
