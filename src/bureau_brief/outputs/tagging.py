"""Tags a page while it is drawn: what a screen reader hears, in the order it is drawn.

In: a ReportLab canvas, and before each thing that is drawn the role that the plan gives it.
Out: marked content in the page's code; at the end the structure tree, the ParentTree that leads
from the marks back to it, and the entries of catalog and page that PDF/UA-1 asks for.
Not for: choosing roles, words or order (the plan), or metadata (`archival`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

Quad = tuple[float, float, float, float]
"""Left, bottom, right and top in points, y from the bottom."""

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


class Tags:
    """The structure of a document, grown in drawing order."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._parent = self._document = _element("Document")
        self._kids: list[Any] = []
        """What stands in the innermost group so far."""
        self._pages: list[tuple[Any, list[Any]]] = []
        """Each page, and the element of each of its marks, by MCID."""
        self._begin()
        self._linked: list[Any] = []
        """The element of each link, in order of its key."""
        self._open = False

    def turn(self) -> None:
        """End the page: what is drawn from now on stands on the next one."""
        self._canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        self._page = self._canvas._doc.thisPageRef()
        self._marked: list[Any] = []
        self._pages.append((self._page, self._marked))

    @contextmanager
    def group(self, role: str) -> Iterator[None]:
        """The elements inside belong to one: the rows of a table, on however many pages."""
        group = _element(role, P=self._parent)
        self._kids.append(group)
        around = self._parent, self._kids
        self._parent, self._kids = group, []
        yield
        group["K"] = PDFArray(self._kids)
        self._parent, self._kids = around

    @contextmanager
    def element(
        self, role: str, *, alt: str = "", box: Quad | None = None, scope: str = ""
    ) -> Iterator[None]:
        """What is drawn inside is one element of the document."""
        element = _element(role, P=self._parent, Pg=self._page)
        if alt:
            element["Alt"] = PDFString(alt)
        if box:
            element["A"] = PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray(box)})
        if scope:
            table = {"O": PDFName("Table"), "Scope": PDFName(scope)}
            element["A"] = PDFDictionary(table)
        self._kids.append(element)
        with self._mark(element):
            yield

    def mixed(self, role: str, language: str) -> Callable[[bool], str]:
        """An element some of whose pieces are in another `language`.

        What it gives opens the mark of each piece (of a foreign one, if True), so that marks can
        lie inside one text object; whoever draws the piece closes it. A mark inside a mark would
        do, but poppler reads no further after it.
        """
        element = _element(role, P=self._parent, Pg=self._page, K=PDFArray([]))
        self._kids.append(element)

        def opening(foreign: bool) -> str:
            if not foreign:
                return self._marked_piece(element, element)
            span = _element("Span", P=element, Pg=self._page, Lang=PDFString(language))
            span["K"] = PDFArray([])
            return self._marked_piece(span, element)

        return opening

    def _marked_piece(self, owner: Any, element: Any) -> str:
        mark = len(self._marked)
        self._marked.append(owner)
        owner["K"].sequence.append(mark)
        if owner is not element:
            element["K"].sequence.append(owner)
        return f"/{owner['S'][1:]} <</MCID {mark}>> BDC"

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside says nothing and is never read out."""
        with self._between("/Artifact BMC"):
            yield

    @contextmanager
    def _mark(self, element: Any) -> Iterator[None]:
        mark = len(self._marked)
        self._marked.append(element)
        element["K"] = mark
        with self._between(f"/{element['S'][1:]} <</MCID {mark}>> BDC"):
            yield

    @contextmanager
    def _between(self, opening: str) -> Iterator[None]:
        """Marked content may not nest: a reader would meet the inner part twice."""
        if self._open:
            raise RuntimeError("marked content inside marked content")
        self._open = True
        self._canvas._code.append(opening)
        yield
        self._canvas._code.append("EMC")
        self._open = False

    def finish(self) -> None:
        """Put the tree into the catalog, and its keys on the pages. Call it after showPage."""
        document = self._canvas._doc
        self._document["K"] = PDFArray(self._kids)
        root = _referred(Type=PDFName("StructTreeRoot"), K=PDFArray([self._document]))
        self._document["P"] = root
        marked = [PDFArray(marks) for _, marks in self._pages]
        root["ParentTree"] = _number_tree([*marked, *self._linked])
        root["ParentTreeNextKey"] = len(marked) + len(self._linked)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for key, (ref, _) in enumerate(self._pages):
            page = document.idToObject[ref.name]
            page.__NoDefault__ = [*dict.fromkeys(page.__NoDefault__), "StructParents", "Tabs"]
            page.StructParents, page.Tabs = key, PDFName("S")
            page.Trans = None  # ReportLab's empty page transition


def _element(role: str, **entries: Any) -> Any:
    return _referred(Type=PDFName("StructElem"), S=PDFName(role), **entries)


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
