"""Tags a page while it is drawn: what a screen reader hears, in the order it is drawn.

In: a ReportLab canvas, and before each thing that is drawn the role that the plan gives it.
Out: marked content in the page's code; at the end the structure tree, the ParentTree that leads
from the marks back to it, and the entries of catalog and page that PDF/UA-1 asks for.
Not for: choosing roles, words or order (the plan), or metadata (`archival`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFString,
)

Quad = tuple[float, float, float, float]
"""Left, bottom, right and top in points, y from the bottom."""


class Link(NamedTuple):
    """An address, where it can be clicked, and what is said of it."""

    address: str
    box: Quad
    words: str


_LATIN = re.compile("[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’',.& -]*[A-Za-zÀ-ɏ]")
_WORD = re.compile("[a-zß-ɏ]{3}")


def tongues(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of an East Asian text, and whether a piece is words in Latin letters.

    A voice for Chinese spells such words out; abbreviations (COVID-19, GDP) it should.
    """
    start = 0
    for found in _LATIN.finditer(text):
        if _WORD.search(found.group()):
            if found.start() > start:
                yield text[start : found.start()], False
            yield found.group(), True
            start = found.end()
    if start < len(text):
        yield text[start:], False


class _Element(PDFObject):
    """An element of the structure, an object of its own.

    A page has a hundred of them: ReportLab's dictionary takes each of their keys and marks for a
    value of its own, which is a tenth of the time of a page.
    """

    __RefOnly__ = 1

    def __init__(self, role: str, parent: Any = None, page: Any = None) -> None:
        self.role = role
        self.parent, self._page = parent, page
        self.kids: list[Any] = []
        """Its marks, by MCID, elements, and dictionaries that lead to objects."""
        self.entries: dict[str, Any] = {}
        self._reference = b""

    def reference(self, document: Any) -> bytes:
        """What leads to it: from its parent and from its kids."""
        if not self._reference:
            self._reference = document.Reference(self).format(document)
        return self._reference

    def format(self, document: Any) -> bytes:
        """What stands for it in the file."""
        format = pdfdoc.format  # as `reportlab_patches` mended it
        kids = b" ".join([_led(kid, document) for kid in self.kids])
        said = [b"/%b %b\n" % (k.encode(), format(v, document)) for k, v in self.entries.items()]
        page = b"/Pg %b " % self._page.format(document) if self._page else b""
        above = _led(self.parent, document)
        named = PDFName(self.role).encode()
        return b"<</Type /StructElem /S %b /P %b %b/K [%b]\n%b>>" % (
            named, above, page, kids, b"".join(said),
        )  # fmt: skip


def _led(one: Any, document: Any) -> bytes:
    """What leads to an element, or to an object; a mark is its number."""
    written: bytes = (
        one.reference(document) if type(one) is _Element else pdfdoc.format(one, document)
    )
    return written


class Tags:
    """The structure of a document, grown in drawing order."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._parent = self._document = _Element("Document")
        """The innermost group."""
        self._pages: list[tuple[Any, list[_Element], list[Any]]] = []
        """Each page, the element of each of its marks, by MCID, and its links."""
        self._begin()
        self._linked: list[tuple[_Element, Any]] = []
        """The element of each link, and what can be clicked."""
        self._open = False

    def turn(self) -> None:
        """End the page: what is drawn from now on stands on the next one."""
        self._canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        self._page = self._canvas._doc.thisPageRef()
        self._marked: list[_Element] = []
        self._links: list[Any] = []
        self._pages.append((self._page, self._marked, self._links))

    @contextmanager
    def group(self, role: str) -> Iterator[None]:
        """The elements inside belong to one: the rows of a table, on however many pages."""
        around = self._parent
        self._parent = _Element(role, around)
        around.kids.append(self._parent)
        yield
        self._parent = around

    def element(
        self,
        role: str,
        *,
        alt: str = "",
        box: Quad | None = None,
        scope: str = "",
        link: Link | None = None,
    ) -> AbstractContextManager[None]:
        """What is drawn inside is one element of the document, or a link that fills one."""
        element = self._paragraph(role, link)
        if alt:
            element.entries["Alt"] = PDFString(alt)
        if box:
            layout = {"O": PDFName("Layout"), "BBox": PDFArray(box)}
            element.entries["A"] = PDFDictionary(layout)
        if scope:
            table = {"O": PDFName("Table"), "Scope": PDFName(scope)}
            element.entries["A"] = PDFDictionary(table)
        return self._between(self._marking(element))

    def mixed(self, role: str, language: str, link: Link | None = None) -> Callable[[bool], str]:
        """An element some of whose pieces are in another `language`.

        What it gives opens the mark of each piece (of a foreign one, if True), so that marks can
        lie inside one text object; whoever draws the piece closes it. A mark inside a mark would
        do, but poppler reads no further after it.
        """
        element = self._paragraph(role, link)

        def opening(foreign: bool) -> str:
            if not foreign:
                return self._marking(element)
            span = self._inside(element, "Span")
            span.entries["Lang"] = PDFString(language)
            return self._marking(span)

        return opening

    def _paragraph(self, role: str, link: Link | None) -> _Element:
        """A new element of the document; with a link, the element of the link inside it."""
        element = self._inside(self._parent, role)
        if link is None:
            return element
        inner, annotation = self._inside(element, "Link"), _annotation(link)
        self._linked.append((inner, annotation))
        self._links.append(annotation)
        reference = {"Type": PDFName("OBJR"), "Obj": annotation, "Pg": self._page}
        inner.kids.append(PDFDictionary(reference))
        return inner

    def _inside(self, parent: _Element, role: str) -> _Element:
        """A new element on this page, the last of its parent."""
        element = _Element(role, parent, self._page)
        parent.kids.append(element)
        return element

    def _marking(self, element: _Element) -> str:
        """What opens a new mark of an element."""
        mark = len(self._marked)
        self._marked.append(element)
        element.kids.append(mark)
        return f"/{element.role} <</MCID {mark}>> BDC"

    def artifact(self) -> AbstractContextManager[None]:
        """What is drawn inside says nothing and is never read out."""
        return self._between("/Artifact BMC")

    def _between(self, opening: str) -> "Tags":
        """Marked content may not nest: a reader would meet the inner part twice."""
        if self._open:
            raise RuntimeError("marked content inside marked content")
        self._open = True
        self._canvas._code.append(opening)
        return self

    def __enter__(self) -> None:
        """What is drawn next is inside the mark that was opened."""

    def __exit__(self, *_: object) -> None:
        self._canvas._code.append("EMC")
        self._open = False

    def finish(self) -> None:
        """Put the tree into the catalog, and its keys on the pages. Call it after showPage."""
        document = self._canvas._doc
        root = _referred(Type=PDFName("StructTreeRoot"), K=PDFArray([self._document]))
        self._document.parent = root
        marked = [PDFArray(marks) for _, marks, _ in self._pages]
        for key, (_, annotation) in enumerate(self._linked, len(marked)):
            annotation["StructParent"] = key
        root["ParentTree"] = _number_tree([*marked, *(element for element, _ in self._linked)])
        root["ParentTreeNextKey"] = len(marked) + len(self._linked)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for key, (ref, _, links) in enumerate(self._pages):
            page = document.idToObject[ref.name]
            page.__NoDefault__ = [*dict.fromkeys(page.__NoDefault__), "StructParents", "Tabs"]
            page.StructParents, page.Tabs = key, PDFName("S")
            page.Annots = PDFArray(links) if links else None
            page.Trans = None  # ReportLab's empty page transition


def _annotation(link: Link) -> Any:
    """What can be clicked. It prints (PDF/A 6.3.3), and says what it is (PDF/UA 7.18.5)."""
    action = {"S": PDFName("URI"), "URI": PDFString(link.address)}
    return _referred(
        Type=PDFName("Annot"),
        Subtype=PDFName("Link"),
        Rect=PDFArray(link.box),
        Border=PDFArray([0, 0, 0]),
        F=4,
        Contents=PDFString(link.words),
        A=PDFDictionary(action),
    )


def _referred(**entries: Any) -> Any:
    """A dictionary that is an object of its own, so that others can point to it."""
    made: Any = PDFDictionary(entries)
    made.multiline = False
    made.__RefOnly__ = 1
    return made


def _number_tree(values: Sequence[Any]) -> Any:
    nums: list[Any] = []
    for key, value in enumerate(values):
        nums += [key, value]
    return _referred(Nums=PDFArray(nums))
