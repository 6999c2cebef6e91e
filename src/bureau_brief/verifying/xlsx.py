"""The cells of a workbook, read with zipfile and lxml.

In: the bytes of an .xlsx. Out: what each cell holds, by address: `B3` of the first sheet,
`Other!B3` of any further one.
Not for: formats and formulas: the value that is stored is the value that is shown.
"""

from collections.abc import Iterator

from bureau_brief.verifying.package import Element, Package, tag


class Workbook:
    """Sheets by name, in order, and their cells."""

    def __init__(self, data: bytes) -> None:
        package = Package(data)
        main = package.main()
        self.sheets = [
            (sheet.get("name", ""), package.related(main, sheet.get(tag("r", "id"), "")))
            for sheet in package.xml(main).iter(tag("s", "sheet"))
        ]
        self._package = package
        self._shared = self._shared_strings(main)

    @property
    def first(self) -> str:
        """The name of the first sheet."""
        return self.sheets[0][0] if self.sheets else ""

    def cells(self) -> Iterator[tuple[str, str]]:
        """Address and content of every cell that is not empty."""
        for index, (name, part) in enumerate(self.sheets):
            for cell in self._package.xml(part).iter(tag("s", "c")):
                content = self._content(cell)
                if content:
                    at = cell.get("r", "?")
                    yield f"{name}!{at}" if index else at, content

    def _content(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(tag("s", "t")))
        value = cell.find(tag("s", "v"))
        said = (value.text or "") if value is not None else ""
        return self._shared[int(said)] if kind == "s" and said else said

    def _shared_strings(self, main: str) -> list[str]:
        part = self._package.of_type(main, "sharedStrings")
        if not part:
            return []
        return [
            "".join(text.text or "" for text in item.iter(tag("s", "t")))
            for item in self._package.xml(part).iter(tag("s", "si"))
        ]
