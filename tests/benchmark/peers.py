"""Other tools making the same page, where they are installed (`pip install '.[peers]'`).

In: the plain strings of `content.json`. Out: functions that make one page each.
Not for: judging how the results look; none of them fits, checks, or makes a deck.
"""

import importlib.util
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

Maker = Callable[[], object]


def makers(content: dict[str, Any], folder: Path) -> dict[str, Maker]:
    """A maker for each peer that is installed."""
    known = {"fpdf": _fpdf, "weasyprint": _weasyprint, "typst": _typst}
    return {
        f"{name}, page alone": make(content, folder)
        for name, make in known.items()
        if importlib.util.find_spec(name)
    }


def _rows(content: dict[str, Any]) -> list[tuple[str, str]]:
    """Every text with a plain style name, in order."""
    rows = [("h1", content["headline"]), ("p", content["context"])]
    for area in content["areas"]:
        rows += [("h2", area["name"]), ("big", area["number"]), ("p", area["sentence"])]
        rows += [("p", line) for line in area["evidence"]]
    return rows + [("p", text) for text in content["footer"]]


def _fpdf(content: dict[str, Any], folder: Path) -> Maker:
    from fpdf import FPDF  # type: ignore[import-not-found,unused-ignore]

    sizes = {"h1": 18, "h2": 10, "big": 18, "p": 9}

    def make() -> None:
        pdf = FPDF(format="A4")
        pdf.add_page()
        for style, text in _rows(content):
            pdf.set_font("Helvetica", "B" if style in ("h1", "big") else "", sizes[style])
            plain = text.encode("latin-1", "replace").decode("latin-1")
            pdf.multi_cell(0, sizes[style] * 0.45, plain, new_x="LMARGIN", new_y="NEXT")
        pdf.output(str(folder / "fpdf.pdf"))

    return make


def _weasyprint(content: dict[str, Any], folder: Path) -> Maker:
    from weasyprint import HTML  # type: ignore[import-not-found,unused-ignore]

    tags = {"h1": "h1", "h2": "h2", "big": "h3", "p": "p"}
    body = "".join(f"<{tags[s]}>{escape(t)}</{tags[s]}>" for s, t in _rows(content))
    html = f"<style>p, h2 {{ font-size: 9pt; margin: 0 }} h3 {{ margin: 0 }}</style>{body}"
    return lambda: HTML(string=html).write_pdf(str(folder / "weasyprint.pdf"))


def _typst(content: dict[str, Any], folder: Path) -> Maker:
    import typst  # type: ignore[import-not-found,unused-ignore]

    sizes = {"h1": 18, "h2": 10, "big": 18, "p": 9}
    source = folder / "page.typ"
    turn = iter(range(10**9))

    def make() -> None:
        # A number that changes, or the compiler's cache answers instead of the compiler.
        lines = [f'#set page(paper: "a4", margin: 1.5cm)\n// {next(turn)}']
        for style, text in _rows(content):
            quoted = text.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'#block(text(size: {sizes[style]}pt, "{quoted}"))')
        source.write_text("\n".join(lines), encoding="utf-8")
        typst.compile(str(source), output=str(folder / "typst.pdf"))

    return make
