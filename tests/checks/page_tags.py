"""B11: the tags of a finished page, walked with pikepdf, as no validator walks them.

In: the bytes of a PDF, the Page it was drawn from, the Brief it says. Out: faults.
The text is decoded from the page's own code with the fonts' ToUnicode; nothing of the drawer
is used.
Not for: what page-validation sees (`oracles`).
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from bureau_brief.brief import Brief
from bureau_brief.outputs.page.values import Graphic, Page, TextBox

_PAIR = re.compile(r"<([0-9A-F]{2})>\s*<([0-9A-F]+)>")
_SHOWN = {"Tj", "TJ", "'", '"'}
_PAINTED = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", *_SHOWN}
_BLOCKS = {"Document", "H1", "H2", "P", "Span", "Figure", "Link", "Table", "TR", "TH", "TD"}
_CONTAINERS = {"Document", "Table", "TR"}


@dataclass
class Marks:
    """What stands in the page's code: text by MCID, and what is wrong with the marks."""

    texts: dict[int, str] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    """The text of each artifact."""


class _Reader:
    """Walks the operators of a page."""

    def __init__(self, page: Any) -> None:
        self.marks = Marks()
        self._page = page
        self._open: list[int | None] = []
        self._decode: Callable[[bytes], str] = lambda _: ""
        self._fonts: dict[str, Callable[[bytes], str]] = {}

    def read(self) -> Marks:
        for operands, operator in pikepdf.parse_content_stream(self._page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                self._begin(operands)
            elif name == "EMC":
                self._open.pop()
            elif name == "Tf":
                self._font(str(operands[0]))
            if name in _SHOWN:
                self._text(operands)
            if name in _PAINTED and not self._open:
                self.marks.faults.append(f"`{name}` is neither marked nor an artifact")
        return self.marks

    def _begin(self, operands: Any) -> None:
        tag = str(operands[0])[1:]
        if self._open:
            self.marks.faults.append(f"{tag} inside marked content")
        if tag == "Artifact":
            self.marks.artifacts.append("")
            self._open.append(None)
        else:
            mark = int(operands[1]["/MCID"])
            if mark in self.marks.texts:
                self.marks.faults.append(f"MCID {mark} twice")
            self.marks.texts[mark], self.marks.tags[mark] = "", tag
            self._open.append(mark)

    def _font(self, name: str) -> None:
        if name not in self._fonts:
            font = self._page.Resources.Font[name]
            cmap = font["/ToUnicode"].read_bytes().decode() if "/ToUnicode" in font else ""
            pairs = {
                int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace")
                for code, text in _PAIR.findall(cmap[cmap.find("beginbfchar") :])
            }
            self._fonts[name] = lambda data: "".join(pairs.get(code, "\ufffd") for code in data)
        self._decode = self._fonts[name]

    def _text(self, operands: Any) -> None:
        pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
        text = "".join(self._decode(bytes(p)) for p in pieces if isinstance(p, pikepdf.String))
        if self._open and self._open[-1] is not None:
            self.marks.texts[self._open[-1]] += text
        elif self._open:
            self.marks.artifacts[-1] += text


@dataclass
class Element:
    """An element of the structure tree."""

    role: str
    node: Any
    marks: list[int] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    kids: list["Element"] = field(default_factory=list)
    content: list["int | Element"] = field(default_factory=list)
    """Marks and kids in their order."""

    def walk(self) -> Iterator["Element"]:
        """Itself, then everything in it, in tree order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def _element(node: Any, faults: list[str], parent: Any) -> Element:
    element = Element(str(node.get("/S", "/?"))[1:], node)
    if node.get("/P") is None or node.P.objgen != parent.objgen:
        faults.append(f"{element.role}: its parent is another one")
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.marks.append(int(kid))
            element.content.append(int(kid))
        elif kid.get("/Type") == "/OBJR":
            element.annotations.append(kid.Obj)
        elif kid.get("/Type") == "/MCR":
            element.marks.append(int(kid.MCID))
        else:
            element.kids.append(_element(kid, faults, node))
            element.content.append(element.kids[-1])
    return element


@dataclass
class Tagged:
    """A finished page with its tags."""

    pdf: pikepdf.Pdf
    marks: Marks
    root: Any
    documents: list[Element]
    faults: list[str]

    def elements(self) -> list[Element]:
        """Every element, in tree order."""
        return [element for document in self.documents for element in document.walk()]

    def text(self, element: Element) -> str:
        """What one element says, the pieces in other languages in their places."""
        return "".join(
            self.marks.texts.get(one, "") if isinstance(one, int) else self.text(one)
            for one in element.content
        )


def tagged(pdf: bytes) -> Tagged:
    """The tags of a file, with what is wrong on the way."""
    document = pikepdf.open(io.BytesIO(pdf))
    marks = _Reader(document.pages[0]).read()
    faults = list(marks.faults)
    root = document.Root.get("/StructTreeRoot")
    if root is None:
        return Tagged(document, marks, root, [], [*faults, "no structure tree"])
    kids = root.get("/K", [])
    nodes = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return Tagged(document, marks, root, [_element(n, faults, root) for n in nodes], faults)


def _tree_agrees(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """Each mark stands in the tree once, under the role that it has in the page's code."""
    stated = Counter(mark for element in found.elements() for mark in element.marks)
    for mark in found.marks.texts:
        if stated[mark] != 1:
            yield f"MCID {mark} is in the tree {stated[mark]} times"
    for element in found.elements():
        for mark in element.marks:
            if found.marks.tags.get(mark) != element.role:
                yield f"MCID {mark}: {found.marks.tags.get(mark)} in the page, {element.role} above"
        if element.role not in _BLOCKS:
            yield f"{element.role} is no role of this program"
        if not element.marks and not element.kids and element.role not in _CONTAINERS:
            yield f"{element.role} is empty"
        if element.role == "Span" and str(element.node.get("/Lang", "")) != page.second_locale:
            yield "a span that is not in the second language"
        if element.node.get("/Pg") is None and element.marks:
            yield f"{element.role} names no page"


def _parents_agree(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """The ParentTree leads from every mark and link back to its element."""
    owners = {mark: e.node.objgen for e in found.elements() for mark in e.marks}
    first = found.pdf.pages[0]
    key = first.get("/StructParents")
    tree = found.root.get("/ParentTree", {}) if found.root is not None else {}
    nums = list(tree.get("/Nums", []))
    parents = {int(k): v for k, v in zip(nums[::2], nums[1::2], strict=True)}
    if key is None or int(key) not in parents:
        yield "the page has no entry in the ParentTree"
        return
    listed = [node.objgen for node in parents[int(key)]]
    if listed != [owners.get(mark) for mark in range(len(found.marks.texts))]:
        yield "the ParentTree leads to other elements"
    if int(found.root.get("/ParentTreeNextKey", -1)) <= max(parents):
        yield "ParentTreeNextKey is in use"
    links = {a.objgen: e.node.objgen for e in found.elements() for a in e.annotations}
    wanted = [box.link for box in page.text_boxes() if box.link]
    found_ = [str(a.get("/A", {}).get("/URI")) for a in first.get("/Annots", [])]
    if found_ != wanted:
        yield f"links to {found_}, not {wanted}"
    for annotation in first.get("/Annots", []):
        owner = parents.get(int(annotation.get("/StructParent", -1)))
        if owner is None or links.get(annotation.objgen) != owner.objgen:
            yield "a link leads to no element, or to another one"
        if not str(annotation.get("/Contents", "")):
            yield "a link without words"


def _reads_as_planned(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """Text and roles in tree order are the plan's, in the plan's order."""
    wanted = []
    for item in page.items:
        if isinstance(item, TextBox):
            text = "".join(line.line.text for line in item.lines)
            wanted.append((item.role, text.replace("\u00a0", " ")))
        elif isinstance(item, Graphic) and item.alt:
            wanted.append(("Figure", str(item.alt)))
    said = []
    for element in found.elements():
        if element.role in (*_CONTAINERS, "Span", "Link"):
            continue
        alt = element.node.get("/Alt")
        said.append((element.role, str(alt) if alt is not None else found.text(element)))
    for index, pair in enumerate(wanted):
        if index >= len(said) or _folded(said[index]) != _folded(pair):
            yield f"{said[index] if index < len(said) else 'nothing'}, not {pair}"
            return
    if len(said) > len(wanted):
        yield f"{said[len(wanted) :]} is not planned"


def _folded(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0], pair[1].replace("\u00a0", " ").replace("\u200b", "")


def _headings(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """One H1, and an H2 for each area that the page shows."""
    roles = Counter(element.role for element in found.elements())
    if roles["H1"] != 1:
        yield f"{roles['H1']} headings of the first level"
    if roles["H2"] != len(brief.areas):
        yield f"{roles['H2']} headings of the second level for {len(brief.areas)} areas"


def _figures(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """Charts have words and a box that holds all of their ink."""
    for element in (e for e in found.elements() if e.role == "Figure"):
        if not str(element.node.get("/Alt", "")).strip():
            yield "a figure without words"
        attributes = element.node.get("/A", {})
        box = [float(v) for v in attributes.get("/BBox", [])]
        if len(box) != 4 or not (box[0] < box[2] and box[1] < box[3]):
            yield f"a figure with the box {box}"
        elif not any(_near(box, b) for b in _planned_boxes(page)):
            yield f"a figure whose box {box} is not the plan's"


def _planned_boxes(page: Page) -> Iterator[tuple[float, float, float, float]]:
    for item in page.items:
        if isinstance(item, Graphic):
            box = item.bounds()
            yield box.x0, page.height - box.y1, box.x1, page.height - box.y0


def _near(box: list[float], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(box, other, strict=True))


def _document(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """What the catalog and the page say about reading."""
    root, first = found.pdf.Root, found.pdf.pages[0]
    wanted = {
        "language": (str(root.get("/Lang", "")), page.locale),
        "marked": (bool(root.get("/MarkInfo", {}).get("/Marked", False)), True),
        "title shown": (bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")), True),
        "tab order": (str(first.get("/Tabs", "")), "/S"),
        "title": (str(found.pdf.docinfo.get("/Title", "")), page.title),
        "roles of its own": (found.root is not None and "/RoleMap" in found.root, False),
    }
    yield from (f"{name}: {a!r}, not {b!r}" for name, (a, b) in wanted.items() if a != b)
    if "/Trans" in first:
        yield "a page transition"
    said = [text for text in found.marks.artifacts if text.strip()]
    if said:
        yield f"text hidden as decoration: {said}"


def _metadata_agree(found: Tagged, page: Page, brief: Brief) -> Iterator[str]:
    """XMP says what Info says."""
    info = found.pdf.docinfo
    if "/Metadata" not in found.pdf.Root:
        yield "no XMP"
        return
    with found.pdf.open_metadata() as xmp:
        day = str(info.get("/CreationDate", ""))[2:16]
        pairs = {
            "title": (xmp.get("dc:title"), str(info.get("/Title", ""))),
            "author": (xmp.get("dc:creator"), [str(info.get("/Author", ""))]),
            "subject": (xmp.get("dc:description"), str(info.get("/Subject", ""))),
            "language": (xmp.get("dc:language"), {page.locale}),
            "producer": (xmp.get("pdf:Producer"), str(info.get("/Producer", ""))),
            "creator": (xmp.get("xmp:CreatorTool"), str(info.get("/Creator", ""))),
            "created": (re.sub(r"\D", "", xmp.get("xmp:CreateDate", ""))[:14], day),
            "part": (xmp.get("pdfaid:part"), "3"),
            "conformance": (xmp.get("pdfaid:conformance"), "A"),
            "accessibility": (xmp.get("pdfuaid:part"), "1"),
        }
    yield from (f"{name}: XMP {a!r}, Info {b!r}" for name, (a, b) in pairs.items() if a != b)


RULES = (
    _tree_agrees,
    _parents_agree,
    _reads_as_planned,
    _headings,
    _figures,
    _document,
    _metadata_agree,
)


def tags_say_what_the_page_says(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B11: tags, order, words, headings, figures, titles."""
    found = tagged(pdf)
    return [*found.faults, *(fault for rule in RULES for fault in rule(found, page, brief))]
