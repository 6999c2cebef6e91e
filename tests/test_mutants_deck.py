"""One-defect mutants of a finished deck: each is caught, and the deck itself is not.

A defect is put into one part; everything else stays byte for byte. What catches it is whatever
looks at finished decks: own checks of parts and of content, openxml-audit, the Open XML SDK.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import pytest

from bureau_brief import build
from bureau_brief.reading import read
from bureau_brief.resources import SAMPLE
from tests.checks import deck, deck_package, oracles

RECORD = read(SAMPLE)[0]
Entries = dict[str, bytes]
Mutant = Callable[[Entries], None]


@pytest.fixture(scope="module")
def sample() -> bytes:
    return build(outputs=["pptx"]).files["guiyang-en.pptx"]


def caught(data: bytes) -> str:
    """The first that finds a fault, cheapest first; empty if nothing does."""
    if deck_package.faults(data, RECORD):
        return "parts"
    finished = deck.Finished(data, RECORD)
    for name, check in deck.CHECKS.items():
        if check(finished):
            return name
    if oracles.audit_faults(data):
        return "openxml-audit"
    return "SDK" if oracles.sdk_faults(data) else ""


def mutated(data: bytes, mutant: Mutant) -> bytes:
    """The deck with one defect."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    before = dict(entries)
    mutant(entries)
    assert entries != before, "the defect changed nothing"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def test_the_deck_itself_is_not_caught_nor_is_it_when_it_is_packed_again(sample: bytes) -> None:
    assert caught(sample) == ""
    untouched = mutated(sample, lambda entries: entries.update({"[Content_Types].xml": entries[
        "[Content_Types].xml"].replace(b"/>", b" />", 1)}))  # fmt: skip
    assert caught(untouched) == ""


TITLE, TABLE, CHART, RATE = (f"ppt/slides/slide{n}.xml" for n in (1, 4, 6, 9))
NOTES, BARS, PRESENTATION = (
    "ppt/notesSlides/notesSlide4.xml", "ppt/charts/chart2.xml", "ppt/presentation.xml",
)  # fmt: skip
RELATIONS = "ppt/slides/_rels/slide6.xml.rels"
TYPES = "[Content_Types].xml"


def changed(name: str, pattern: str, new: str, count: int = 1) -> Mutant:
    """A pattern of one part replaced."""

    def mutant(entries: Entries) -> None:
        text = entries[name].decode()
        entries[name] = re.sub(pattern, new, text, count=count, flags=re.DOTALL).encode()

    return mutant


def lost(name: str) -> Mutant:
    """A part taken out."""

    def mutant(entries: Entries) -> None:
        del entries[name]

    return mutant


def added(name: str, content: bytes) -> Mutant:
    """A part put in."""

    def mutant(entries: Entries) -> None:
        entries[name] = content

    return mutant


def _swapped(entries: Entries) -> None:
    """Two series' caches hold each other's first value; both are known figures."""
    text = entries[BARS].decode()
    first, second = re.findall(r"<c:v>(\d+)</c:v>", text)[-2:]
    text = text.replace(f"<c:v>{first}</c:v>", "<c:v>?</c:v>")
    text = text.replace(f"<c:v>{second}</c:v>", f"<c:v>{first}</c:v>")
    entries[BARS] = text.replace("<c:v>?</c:v>", f"<c:v>{second}</c:v>").encode()


MUTANTS: Mapping[str, Mutant] = {
    # what no validator sees
    "a section names a slide that is not there": changed(
        PRESENTATION, r'(<p14:sldId id=")\d+', r"\g<1>999"
    ),
    "a section has lost a slide": changed(PRESENTATION, r'<p14:sldId id="\d+"/>', ""),
    "two sections have one name": changed(
        PRESENTATION, r'(<p14:section name=")[^"]*', r"\1Same", 2
    ),
    "a chart counts more points than it has names": changed(
        BARS, r'(<c:strCache><c:ptCount val=")2(?="/><c:pt idx="0"><c:v>Vet)', r"\g<1>3"
    ),
    "a chart counts fewer values than it has": changed(
        BARS, r'(<c:numCache>.*?<c:ptCount val=")2', r"\g<1>1"
    ),
    "a chart has lost its value axis": changed(BARS, r"<c:valAx>.*?</c:valAx>", ""),
    "a chart has lost its category axis": changed(BARS, r"<c:catAx>.*?</c:catAx>", ""),
    "an axis crosses one that is not there": changed(
        BARS, r'(<c:valAx>.*?<c:crossAx val=")\d+', r"\g<1>7"
    ),
    "an axis id is negative": changed(BARS, r'(<c:axId val=")1(?=")', r"\g<1>-2068027336", 0),
    "the axis does not start at zero": changed(BARS, r'<c:min val="0"/>', '<c:min val="4000"/>'),
    "notes belong to no slide": changed(
        "ppt/slides/_rels/slide4.xml.rels", r"<Relationship [^>]*notesSlide[^>]*/>", ""
    ),
    "notes belong to another slide": changed(
        "ppt/notesSlides/_rels/notesSlide4.xml.rels", r"slides/slide4", "slides/slide5"
    ),
    "a title is no title placeholder": changed(
        TABLE, r'<p:ph type="title"/>', '<p:ph type="body" idx="14"/>'
    ),
    "a title is a text box": changed(TABLE, r'<p:ph type="title"/>', ""),
    "a title is empty": changed(TABLE, r"(type=\"title\"/>.*?<a:t>)[^<]*", r"\1"),
    "a placeholder is none of its layout": changed(TABLE, r'idx="16"', 'idx="61"'),
    "two shapes have one id": changed(TABLE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    "a chart has no words": changed(CHART, r'(<p:cNvPr id="\d+" name="Chart" descr=")[^"]*', r"\1"),
    "a table has no words": changed(TABLE, r'(name="Figures" descr=")[^"]*', r"\1"),
    "a mark is not said to be decoration": changed(
        CHART, r'(name="Area marks")><a:extLst>.*?</a:extLst></p:cNvPr>', r"\1/>"
    ),
    "a shape leaves the slide": changed(CHART, r'<a:off x="\d+"', '<a:off x="12000000"'),
    "a run has no language": changed(TABLE, r'<a:rPr lang="en-GB"', "<a:rPr"),
    "a run is in another language": changed(TABLE, r'<a:rPr lang="en-GB"', '<a:rPr lang="zh-CN"'),
    "a run of the notes has no language": changed(NOTES, r'<a:rPr lang="en-GB"', "<a:rPr"),
    "a box shrinks its text": changed(
        TABLE, r"<a:bodyPr/>", "<a:bodyPr><a:normAutofit/></a:bodyPr>"
    ),
    "a slide is hidden": changed(CHART, r"<p:sld ", '<p:sld show="0" '),
    "a slide is not listed": changed(PRESENTATION, r'<p:sldId id="259"[^>]*/>', ""),
    "a slide is listed twice": changed(
        PRESENTATION, r'(<p:sldId id="259"( r:id="[^"]*"/>))', r'\1<p:sldId id="300"\2'
    ),
    "two slides have one id": changed(PRESENTATION, r'<p:sldId id="259"', '<p:sldId id="258"'),
    # what the slides say
    "a digit of a title": changed(TABLE, r"335,800", "335,300"),
    "a digit of a table": changed(TABLE, r"<a:t>162<", "<a:t>168<"),
    "a qualifier of a table": changed(TABLE, "<a:t>over\u00a0", "<a:t>"),
    "a digit of a chart's cache": changed(BARS, r"<c:v>28055<", "<c:v>28056<"),
    "two known values of a chart change places": _swapped,
    "a digit of the notes": changed(NOTES, r"6,724", "6,742"),
    "the place of a source": changed(NOTES, r"paragraph 3", "paragraph"),
    "a direct colour": changed(CHART, r'<a:schemeClr val="accent1"/>', '<a:srgbClr val="FF0000"/>'),
    # the file
    "a relationship leads nowhere": changed(RELATIONS, r"charts/chart2", "charts/chart9"),
    "a part is lost": lost("ppt/charts/chart2.xml"),
    "a workbook is lost": lost("ppt/embeddings/sheet2.xlsx"),
    "a layout is lost": lost("ppt/slideLayouts/slideLayout3.xml"),
    "a part has no type": changed(TYPES, r'<Override PartName="/ppt/slides/slide4.xml"[^>]*/>', ""),
    "a part has another type": changed(
        TYPES, r'(slide4.xml" ContentType="[^"]*)slide\+xml', r"\1notesSlide+xml"
    ),
    "a part that nothing leads to": added("ppt/slides/slide99.xml", b"<x/>"),
    "a thumbnail of another deck": added("docProps/thumbnail.jpeg", b"\xff\xd8"),
    "an element stands where the schema has none": changed(
        TABLE, r"<a:bodyPr/>", "<a:bodyPr/><a:bodyPr/>"
    ),
    "an attribute has a value that the schema has not": changed(
        TABLE, r'<a:pPr lvl="1"/>', '<a:pPr lvl="12"/>'
    ),
    "the title of the document is lost": changed(
        "docProps/core.xml", r"<dc:title>.*?</dc:title>", ""
    ),
    "the language of the document is lost": changed(
        "docProps/core.xml", r"<dc:language>.*?</dc:language>", ""
    ),
    # the data inside
    "the data are lost": changed(
        "ppt/_rels/presentation.xml.rels", r"<Relationship [^>]*customXml[^>]*/>", ""
    ),
    "a digit of the data": changed("customXml/item1.xml", r"335800", "335801"),
    "the hash is another file's": changed("docProps/custom.xml", r">[0-9a-f]{8}", ">00000000"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_defect_is_caught(sample: bytes, name: str) -> None:
    assert caught(mutated(sample, MUTANTS[name])) != ""


def test_there_are_enough_mutants_and_no_two_are_the_same(sample: bytes) -> None:
    made = {mutated(sample, mutant) for mutant in MUTANTS.values()}
    assert len(made) == len(MUTANTS) >= 25
