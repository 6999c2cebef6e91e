"""Finished files with a fault in them, as a person or a broken program might leave them.

In: the bytes of a file and what to change. Out: the bytes of the changed file, still a file that
every program opens. Written with pikepdf, python-pptx and openpyxl: none of what reads the files
back.
Not for: choosing faults (the tests).
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pikepdf
from pptx import Presentation


def page_text(pdf: bytes, old: str, new: str, which: int = 0) -> bytes:
    """The page with `old` written as `new` in the one of its text strings that is `which`."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        commands = list(pikepdf.parse_content_stream(page))
        holding = [i for i, one in enumerate(commands) if old in _shown(one)]
        index = holding[which]
        changed = _shown(commands[index]).replace(old, new, 1).encode("latin-1")
        commands[index] = pikepdf.ContentStreamInstruction(
            [pikepdf.String(changed)], pikepdf.Operator("Tj")
        )
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(commands))
        return _saved(document)


def page_string(pdf: bytes, old: str, new: str, which: int = 0) -> bytes:
    """The page with one whole text string, the one that is `which` of its equals, said anew."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        commands = list(pikepdf.parse_content_stream(page))
        index = [i for i, one in enumerate(commands) if _shown(one) == old][which]
        commands[index] = pikepdf.ContentStreamInstruction(
            [pikepdf.String(new.encode("latin-1"))], pikepdf.Operator("Tj")
        )
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(commands))
        return _saved(document)


def page_strings(pdf: bytes) -> list[str]:
    """The text strings of the page in the order they are drawn, as far as they are ASCII."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [text for one in pikepdf.parse_content_stream(document.pages[0])
                if (text := _shown(one))]  # fmt: skip


def page_objects(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The page after `change` was applied to its document."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        return _saved(document)


def deck(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The deck after `change` was applied to it with python-pptx, and saved by it."""
    presentation = Presentation(io.BytesIO(data))
    change(presentation)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def runs(element: Any) -> list[Any]:
    """Every run of text below an element that says something."""
    return [run for run in element.xpath(".//a:t") if run.text and run.text.strip()]


def replace_run(element: Any, old: str, new: str) -> None:
    """Change `old` in the first run that holds it."""
    run = next(run for run in runs(element) if old in run.text)
    run.text = run.text.replace(old, new, 1)


def charts(presentation: Any) -> list[Any]:
    """Every chart of a deck."""
    return [
        shape.chart
        for slide in presentation.slides
        for shape in slide.shapes
        if getattr(shape, "has_chart", False)
    ]


def sheet_cell(chart: Any, cell: str, value: object) -> None:
    """Another value in a cell of a chart's data sheet, its cache left as it is."""
    part = chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    book.active[cell] = value
    out = io.BytesIO()
    book.save(out)
    part._blob = out.getvalue()


def deck_part(data: bytes, name: str, old: str, new: str) -> bytes:
    """The deck with one text changed in the first part whose name matches."""
    out = io.BytesIO()
    done = False
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if not done and re.search(name, entry.filename) and old.encode() in content:
                content, done = content.replace(old.encode(), new.encode(), 1), True
            target.writestr(entry, content)
    assert done, f"`{old}` is in no part"
    return out.getvalue()


def other_digit(text: str) -> Iterator[str]:
    """`text` with each of its digits changed, one after the other."""
    for index, character in enumerate(text):
        if character.isdigit():
            yield text[:index] + str((int(character) + 1) % 10) + text[index + 1 :]


def _shown(command: Any) -> str:
    """What a text-showing command shows; empty for any other."""
    if str(command.operator) not in ("Tj", "TJ"):
        return ""
    (operand,) = command.operands
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    said = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return said.decode("latin-1")


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
