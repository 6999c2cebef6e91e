"""What a finished deck says, read with zipfile and lxml.

In: the bytes of a .pptx. Out: a Leaf for its properties and one for each slide: texts, tables,
charts (what is cached, what the data sheet holds, labels and formats), alternative texts,
notes. Nothing of the drawer, nor the library it writes with, is used.
Not for: judging what is found (`comparing`).
"""

import re
from collections.abc import Iterator, Sequence

from bureau_brief.verifying.package import Element, Package, Unreadable, tag
from bureau_brief.verifying.values import Leaf, Said, Section, folded
from bureau_brief.verifying.xlsx import Workbook

PROPERTIES = "properties"
_PICTURE = tag("p", "pic")
_BREAKS = {tag("a", "br"): " ", tag("a", "tab"): " "}
_RANGE = re.compile(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
_MOST_CELLS = 10_000


def read(data: bytes) -> list[Leaf]:
    """The leaves of a deck. Raises Unreadable."""
    try:
        return _leaves(Package(data))
    except (LookupError, OverflowError, ValueError) as error:
        raise Unreadable("numbers that are none, or that lead nowhere") from error


def _leaves(package: Package) -> list[Leaf]:
    main = package.main()
    slides = [
        package.related(main, slide.get(tag("r", "id"), ""))
        for slide in package.xml(main).iter(tag("p", "sldId"))
    ]
    return [
        Leaf(PROPERTIES, {PROPERTIES: _title(package)}),
        *(_Slide(package, part, number).leaf() for number, part in enumerate(slides, 1)),
    ]


def _title(package: Package) -> Section:
    part = package.of_type("", "core-properties")
    titles = package.xml(part).iter(tag("dc", "title")) if part else ()
    return [Said("title of the document", title.text or "") for title in titles]


class _Slide:
    """One slide and what belongs to it."""

    def __init__(self, package: Package, part: str, number: int) -> None:
        self._package = package
        self._part = part
        self._name = f"slide {number}"
        self._texts: list[Said] = []
        self._sections: dict[str, Section] = {"texts": self._texts}
        self._charts = 0

    def leaf(self) -> Leaf:
        root = self._package.xml(self._part)
        tree = root.find(f".//{tag('p', 'spTree')}")
        if tree is None:
            raise Unreadable(f"no shapes on {self._name}")
        for element in tree.iter(tag("p", "sp"), tag("p", "graphicFrame")):
            self._shape(element)
        self._texts += (Said(f"{self._name}, picture", "a picture") for _ in tree.iter(_PICTURE))
        if root.get("show") in ("0", "false"):
            self._texts.append(Said(self._name, "a hidden slide"))
        named = root.iter(tag("p", "cNvPr"))
        told = [Said(f"{self._name}, alternative text of `{n.get('name')}`", n.get("descr", ""))
                for n in named if n.get("descr")]  # fmt: skip
        self._sections["alternative texts"] = told
        notes = self._package.of_type(self._part, "notesSlide")
        self._sections["notes"] = list(self._notes(notes)) if notes else []
        return Leaf(self._name, self._sections)

    def _shape(self, element: Element) -> None:
        name = next((e.get("name", "") for e in element.iter(tag("p", "cNvPr"))), "")
        table = next(element.iter(tag("a", "tbl")), None)
        chart = next(element.iter(tag("c", "chart")), None)
        if table is not None:
            for row, cells in enumerate(table.iter(tag("a", "tr")), 1):
                for column, cell in enumerate(cells.iter(tag("a", "tc")), 1):
                    self._say(f"table row {row}, column {column}", cell)
        elif chart is not None:
            self._chart(self._package.related(self._part, chart.get(tag("r", "id"), "")))
        else:
            self._say(name, element)

    def _say(self, place: str, element: Element) -> None:
        said = map(_text, element.iter(tag("a", "p")))
        self._texts += (Said(f"{self._name}, {place}", text) for text in said if folded(text))

    def _notes(self, part: str) -> Iterator[Said]:
        for shape in self._package.xml(part).iter(tag("p", "sp")):
            kind = next((place.get("type", "") for place in shape.iter(tag("p", "ph"))), "")
            if kind in ("sldNum", "dt", "hdr", "ftr"):
                continue  # what PowerPoint itself puts around notes
            texts = [text for text in map(_text, shape.iter(tag("a", "p"))) if folded(text)]
            for number, text in enumerate(texts, 1):
                yield Said(f"notes of {self._name}, paragraph {number}", text)

    def _chart(self, part: str) -> None:
        self._charts += 1
        name = f"chart {self._charts}"
        at = f"chart of {self._name}" if self._charts == 1 else f"{name} of {self._name}"
        root = self._package.xml(part)
        sheet = self._package.of_type(part, "package")
        book = Workbook(self._package.bytes(sheet)) if sheet else None
        cached = list(_cached(root, book.first if book else ""))
        self._sections[f"{name}, cache"] = [Said(f"{at}, value of {c}", t) for c, t in cached]
        stored = list(book.cells()) if book else []
        self._sections[f"{name}, sheet"] = [Said(f"{at}, sheet cell {c}", t) for c, t in stored]
        self._sections[f"{name}, labels"] = [
            Said(f"{at}, {place}", text) for place, text in _labels(root)
        ]


def _text(paragraph: Element) -> str:
    """The runs and fields of a paragraph, a line break as a space."""
    pieces = []
    for element in paragraph.iter(tag("a", "t"), *_BREAKS):
        pieces.append(_BREAKS.get(element.tag) or element.text or "")
    return "".join(pieces)


def _cached(root: Element, first_sheet: str) -> Iterator[tuple[str, str]]:
    """Address and content of every point that a chart keeps of its sheet, categories once."""
    seen = set()
    for number, series in enumerate(root.iter(tag("c", "ser"))):
        for reference in series.iter(tag("c", "strRef"), tag("c", "numRef")):
            cells = _cells(reference.findtext(tag("c", "f")) or "", first_sheet)
            kind = reference.getparent().tag
            for point in reference.iter(tag("c", "pt")):
                index = int(point.get("idx", "0"))
                cell = cells[index] if index < len(cells) else _usual(kind, number, index)
                found = (cell, point.findtext(tag("c", "v")) or "")
                if found not in seen:
                    seen.add(found)
                    yield found


def _usual(kind: str, series: int, index: int) -> str:
    """Where a point would stand, for a chart that names no cells: names in the first row and
    column, a column a series."""
    if kind == tag("c", "cat"):
        return f"A{index + 2}"
    return _letters(series + 2) + ("1" if kind == tag("c", "tx") else str(index + 2))


def _cells(formula: str, first_sheet: str) -> Sequence[str]:
    """`Sheet1!$B$2:$B$4` -> B2, B3, B4, as the workbook names them."""
    sheet, _, area = formula.rpartition("!")
    sheet = sheet.strip("'")
    found = _RANGE.match(area)
    if not found:
        return ()
    column, row, last_column, last_row = found.groups()
    columns = range(_index(column), _index(last_column or column) + 1)
    rows = range(int(row), int(last_row or row) + 1)
    if len(columns) * len(rows) > _MOST_CELLS:
        return ()
    before = f"{sheet}!" if sheet != first_sheet else ""
    return [f"{before}{_letters(c)}{r}" for c in columns for r in rows]


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index


def _letters(index: int) -> str:
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _labels(root: Element) -> Iterator[tuple[str, str]]:
    """What is printed at each bar, own words or the format of its value; titles."""
    for number, series in enumerate(root.iter(tag("c", "ser")), 1):
        every = series.find(tag("c", "dLbls"))
        if every is not None:
            own = {_value(label, "idx"): label for label in every.iter(tag("c", "dLbl"))}
            for index in _points(series):
                said = _label(own.get(str(index), every), every)
                if said:
                    yield f"label {index + 1} of series {number}", said
    for title in root.iter(tag("c", "title")):
        text = " ".join(map(_text, title.iter(tag("a", "p"))))
        if folded(text):
            yield "title", text


def _points(series: Element) -> Iterator[int]:
    """The bars of a series: gaps have none."""
    values = series.find(tag("c", "val"))
    if values is not None:
        yield from (int(point.get("idx", "0")) for point in values.iter(tag("c", "pt")))


def _label(label: Element, every: Element) -> str:
    """What one label prints: its own words, its format, or that of `every` label; else nothing."""
    shown = label.find(tag("c", "showVal"))
    if _value(label, "delete") == "1" or (shown is not None and shown.get("val") == "0"):
        return ""
    words = [_text(paragraph) for paragraph in label.findall(f"{tag('c', 'tx')}//{tag('a', 'p')}")]
    if words:
        return " ".join(words)
    pattern = label.find(tag("c", "numFmt"))
    pattern = every.find(tag("c", "numFmt")) if pattern is None else pattern
    return "General" if pattern is None else str(pattern.get("formatCode", "General"))


def _value(parent: Element, name: str) -> str:
    child = parent.find(tag("c", name))
    return "" if child is None else str(child.get("val", ""))
