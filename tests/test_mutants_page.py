"""One-defect mutants of a finished page: each is caught, and the page itself is not.

The sample's page is opened with pikepdf, one thing in it is broken, and it is saved. What catches
it is whatever looks at finished pages: own checks, page-validation, qpdf.
"""

import io
import re
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from bureau_brief.embedding import carried
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from tests.checks import oracles
from tests.checks.page import CHECKS
from tests.checks.page_data import carried_faults

RECORD = read(SAMPLE)[0]
BRIEF = resolve(RECORD, "en")
PAGE = OUTPUTS["pdf"].plan(BRIEF, Options(carried=carried(RECORD)))
SOUND = OUTPUTS["pdf"].draw(PAGE)

Mutant = Callable[[Pdf], None]
FIRST = ("B11", "B4", "B10", "B1", "B2", "B3", "B12", "X1", "B9", "B13")
"""The cheapest first; the others follow."""


def caught(pdf: bytes) -> str:
    """The first that finds a fault; empty if nothing does."""
    if oracles.page_validation_faults(pdf):
        return "page-validation"
    if oracles.qpdf_faults(pdf):
        return "qpdf"
    if carried_faults(pdf, RECORD):
        return "data"
    for name in dict.fromkeys((*FIRST, *CHECKS)):
        if CHECKS[name](pdf, PAGE, BRIEF):
            return name
    return ""


def mutated(mutant: Mutant, **options: Any) -> bytes:
    """The page with one defect."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(SOUND)) as document:
        mutant(document)
        document.save(out, **({"deterministic_id": True} | options))
    return out.getvalue()


def nothing(_document: Pdf) -> None:
    """No defect."""


def test_the_page_itself_is_not_caught_nor_is_it_when_it_is_saved_again() -> None:
    assert caught(SOUND) == ""
    assert caught(mutated(nothing)) == ""


def _tree(document: Pdf) -> Any:
    return document.Root.StructTreeRoot.K[0]


def _role(document: Pdf, role: str, index: int = 0) -> Any:
    return [kid for kid in _tree(document).K if role == kid.S][index]


def _parents(document: Pdf) -> Any:
    return document.Root.StructTreeRoot.ParentTree.Nums


def _font(document: Pdf) -> Any:
    return next(iter(document.pages[0].Resources.Font.values()))


def without(path: str) -> Mutant:
    """An entry taken out: `StructTreeRoot.ParentTree`, from the catalog; `page.Tabs`."""

    def mutant(document: Pdf) -> None:
        *way, last = path.split(".")
        at: Any = document.Root
        for step in way:
            at = document.pages[0].obj if step == "page" else at[f"/{step}"]
        del at[f"/{last}"]

    return mutant


def code(pattern: str, new: str, count: int = 1) -> Mutant:
    """A pattern of the page's own code replaced."""

    def mutant(document: Pdf) -> None:
        before = document.pages[0].Contents.read_bytes().decode("latin-1")
        after = re.sub(pattern, new, before, count=count, flags=re.DOTALL)
        assert after != before, "the defect changed nothing"
        document.pages[0].Contents = document.make_stream(after.encode("latin-1"))

    return mutant


def xmp(pattern: str, new: str) -> Mutant:
    """A pattern of the metadata replaced."""

    def mutant(document: Pdf) -> None:
        before = document.Root.Metadata.read_bytes().decode()
        after = re.sub(pattern, new, before, count=1, flags=re.DOTALL)
        assert after != before, "the defect changed nothing"
        stream = document.make_stream(after.encode())
        stream.Type, stream.Subtype = Name.Metadata, Name.XML
        document.Root.Metadata = stream

    return mutant


def unicode_map(pattern: str, new: str) -> Mutant:
    """A pattern of a font's map to Unicode replaced."""

    def mutant(document: Pdf) -> None:
        before = _font(document).ToUnicode.read_bytes().decode()
        after = re.sub(pattern, new, before, count=1)
        assert after != before, "the defect changed nothing"
        _font(document).ToUnicode = document.make_stream(after.encode())

    return mutant


def data(pattern: bytes, new: bytes) -> Mutant:
    """A pattern of the data replaced, size and checksum left as they were."""

    def mutant(document: Pdf) -> None:
        stream = document.Root.AF[0].EF.F
        stream.write(re.sub(pattern, new, stream.read_bytes(), count=1))

    return mutant


def _set(get: Callable[[Pdf], Any], key: str, value: Callable[[Pdf], Any]) -> Mutant:
    def mutant(document: Pdf) -> None:
        get(document)[key] = value(document)

    return mutant


def _shift_parents(document: Pdf) -> None:
    listed = list(_parents(document)[1])
    _parents(document)[1] = Array([*listed[1:], listed[0]])


def _swap_parents(document: Pdf) -> None:
    nums = _parents(document)[1]
    nums[4], nums[5] = nums[5], nums[4]


def _drop_parent(document: Pdf) -> None:
    _parents(document)[1] = Array(list(_parents(document)[1])[:-1])


def _drop_kid(document: Pdf) -> None:
    _tree(document).K = Array(list(_tree(document).K)[:-1])


def _kid_twice(document: Pdf) -> None:
    kids = list(_tree(document).K)
    _tree(document).K = Array([*kids, kids[3]])


def _swap_kids(document: Pdf) -> None:
    kids = list(_tree(document).K)
    kids[5], kids[8] = kids[8], kids[5]
    _tree(document).K = Array(kids)


def _swap_marks(document: Pdf) -> None:
    one, other = _role(document, "/P", 3), _role(document, "/P", 4)
    one.K, other.K = other.K, one.K


def _swap_alts(document: Pdf) -> None:
    one, other = _role(document, "/Figure"), _role(document, "/Figure", 1)
    one.Alt, other.Alt = other.Alt, one.Alt


def _second_h1(document: Pdf) -> None:
    heading = _role(document, "/H2")
    heading.S = Name.H1
    mark = int(heading.K[0])
    code(rf"/H2 <</MCID {mark}>>", f"/H1 <</MCID {mark}>>")(document)


def _no_file(document: Pdf) -> None:
    del _font(document).FontDescriptor["/FontFile2"]


def _wide(document: Pdf) -> None:
    widths = _font(document).Widths
    widths[80] = int(widths[80]) + 80


def _link(document: Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 50, 90, 60]), F=4,
        A=Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org/")),
    )  # fmt: skip
    document.pages[0].Annots = Array([document.make_indirect(link)])


def _second_page(document: Pdf) -> None:
    document.add_blank_page()


def _script(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _white_profile(document: Pdf) -> None:
    document.Root.OutputIntents[0].DestOutputProfile.write(b"no profile")


def _roles(document: Pdf) -> None:
    document.Root.StructTreeRoot.RoleMap = Dictionary(Note=Name.P)


CATALOG = {
    "the language is lost": without("Lang"),
    "the language is another one": _set(lambda d: d.Root, "/Lang", lambda d: pikepdf.String("zh")),
    "the tags are lost": without("StructTreeRoot"),
    "the file does not say that it is tagged": without("MarkInfo"),
    "it says that it is not tagged": _set(lambda d: d.Root.MarkInfo, "/Marked", lambda d: False),
    "its tags are said to be doubtful": _set(
        lambda d: d.Root.MarkInfo, "/Suspects", lambda d: True
    ),
    "the file's name is shown, not the title": without("ViewerPreferences"),
    "the title is lost": _set(lambda d: d.docinfo, "/Title", lambda d: pikepdf.String("")),
    "the title is another than in XMP": _set(
        lambda d: d.docinfo, "/Title", lambda d: pikepdf.String("Results")
    ),
    "the tab order is not the tags'": without("page.Tabs"),
    "a script": _script,
    "a second page": _second_page,
    "the page lies on its side": _set(lambda d: d.pages[0].obj, "/Rotate", lambda d: 90),
    "the page is smaller": _set(
        lambda d: d.pages[0].obj, "/MediaBox", lambda d: Array([0, 0, 595, 700])
    ),
}
TAGS = {
    "the page has no key in the ParentTree": without("page.StructParents"),
    "the page has another key": _set(lambda d: d.pages[0].obj, "/StructParents", lambda d: 1),
    "the ParentTree is lost": without("StructTreeRoot.ParentTree"),
    "the ParentTree is shifted by one": _shift_parents,
    "two entries of the ParentTree change places": _swap_parents,
    "the last entry of the ParentTree is lost": _drop_parent,
    "the next key is in use": _set(
        lambda d: d.Root.StructTreeRoot, "/ParentTreeNextKey", lambda d: 0
    ),
    "an element is lost": _drop_kid,
    "an element stands twice": _kid_twice,
    "two elements change places": _swap_kids,
    "two elements change their marks": _swap_marks,
    "an element has another parent": _set(
        lambda d: _role(d, "/P"), "/P", lambda d: _role(d, "/H1")
    ),
    "an element names no page": lambda d: _role(d, "/P").__delitem__("/Pg"),
    "the headline is a paragraph": _set(lambda d: _role(d, "/H1"), "/S", lambda d: Name.P),
    "an area's name is a paragraph": _set(lambda d: _role(d, "/H2", 3), "/S", lambda d: Name.P),
    "a level of headings is passed over": _set(lambda d: _role(d, "/H2"), "/S", lambda d: Name.H3),
    "a second headline": _second_h1,
    "a role that nobody knows": _set(lambda d: _role(d, "/P"), "/S", lambda d: Name.Blurb),
    "a role is mapped that is not used": _roles,
    "a chart has no words": lambda d: _role(d, "/Figure").__delitem__("/Alt"),
    "a chart has empty words": _set(
        lambda d: _role(d, "/Figure"), "/Alt", lambda d: pikepdf.String("")
    ),
    "two charts change their words": _swap_alts,
    "a chart has no box": lambda d: _role(d, "/Figure").__delitem__("/A"),
    "a chart's box is elsewhere": _set(
        lambda d: _role(d, "/Figure").A, "/BBox", lambda d: Array([0, 0, 10, 10])
    ),
    "a link is not tagged": _link,
}
CODE = {
    "a text is not marked": code(r"/P <</MCID 5>> BDC(.*?)EMC", r"\1"),
    "a text is decoration": code(r"/P <</MCID 5>> BDC", "/Artifact BMC"),
    "a rule is not decoration": code(r"/Artifact BMC(.*?)EMC", r"\1"),
    "a mark is inside another": code(r"(/P <</MCID 5>> BDC)(.*?)EMC", r"/Artifact BMC \1\2EMC EMC"),
    "a mark has another number": code(r"/MCID 6>>", "/MCID 60>>"),
    "two marks have one number": code(r"/MCID 6>>", "/MCID 5>>"),
    "a mark has another role": code(r"/H2 <</MCID", "/P <</MCID"),
    "a digit is another one": code(r"\(335,800", "(335,300"),
    "a qualifier is lost": code(r"f an es", "f es"),
    "a line's closing space is lost": code(r"en \)\] TJ ET", "en)] TJ ET"),
    "a bar is longer": code(r"154 590\.\d+ 366\.\d+", "154 590.89 399"),
    "a colour of print": code(r"[\d.]+ [\d.]+ [\d.]+ rg", "0 0 0 1 k"),
    "a text stands in the margin": code(r"BT 1 0 0 1 42 ", "BT 1 0 0 1 12 "),
}
FONTS = {
    "a font is not embedded": _no_file,
    "a font has no map to Unicode": lambda d: _font(d).__delitem__("/ToUnicode"),
    "a letter leads to another": unicode_map(r"<65> <0065>", "<65> <0063>"),
    "a letter leads nowhere": unicode_map(r"<65> <0065>", "<65> <0000>"),
    "a letter is left out of the map": unicode_map(r"<65> <0065>\n", ""),
    "a letter is said to be wider": _wide,
}
ARCHIVE = {
    "the metadata are lost": without("Metadata"),
    "it is part 2": xmp(r"<pdfaid:part>3", "<pdfaid:part>2"),
    "it is of conformance U": xmp(r"<pdfaid:conformance>A", "<pdfaid:conformance>U"),
    "it does not say that it is accessible": xmp(r"<pdfuaid:part>1</pdfuaid:part>", ""),
    "what it says is not declared": xmp(r"<pdfaExtension.*</pdfaExtension:schemas>", ""),
    "the language in XMP is another": xmp(r"<rdf:li>en-GB", "<rdf:li>fr-FR"),
    "the date in XMP is another": xmp(r"<xmp:CreateDate>2021", "<xmp:CreateDate>2022"),
    "the colours mean nothing": without("OutputIntents"),
    "the profile of the colours is none": _white_profile,
    "the data are not associated": without("AF"),
    "the data are not named": without("Names"),
    "the data are not said to be data": lambda d: d.Root.AF[0].__delitem__("/AFRelationship"),
    "the data have no type": lambda d: d.Root.AF[0].EF.F.__delitem__("/Subtype"),
    "a digit of the data is another": data(rb"335800", b"335801"),
    "the hash is another file's": data(rb'"sha256":"[0-9a-f]{4}', b'"sha256":"0000'),
}
MUTANTS: Mapping[str, Mutant] = {**CATALOG, **TAGS, **CODE, **FONTS, **ARCHIVE}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_defect_is_caught(name: str) -> None:
    assert caught(mutated(MUTANTS[name])) != ""


BYTES: Mapping[str, Callable[[bytes], bytes]] = {
    "the end is cut off": lambda pdf: pdf[:-200],
    "an object is not where the table says": lambda pdf: pdf.replace(
        b"\n1 0 obj", b"\n\n1 0 obj", 1
    ),
    "no line ends before endstream": lambda pdf: pdf.replace(b"\r\nendstream", b"endstream", 1),
    "the identity is lost": lambda pdf: re.sub(rb"/ID *\n\[.*?\]", b"", pdf, count=1),
    "the version is 1.3": lambda pdf: pdf.replace(b"%PDF-1.7", b"%PDF-2.9", 1),
}


@pytest.mark.parametrize("name", BYTES)
def test_a_defect_of_the_bytes_is_caught(name: str) -> None:
    broken = BYTES[name](SOUND)
    assert broken != SOUND
    assert caught(broken) != ""


def test_a_page_with_a_password_is_caught() -> None:
    locked = mutated(
        nothing, deterministic_id=False, encryption=pikepdf.Encryption(owner="x", user="", R=6)
    )
    assert caught(locked) != ""


def test_there_are_enough_mutants_and_no_two_are_the_same() -> None:
    made = {mutated(mutant) for mutant in MUTANTS.values()}
    assert len(made) == len(MUTANTS) >= 40
    assert mutated(nothing) not in made
