"""Makes the pictures of README from the sample's finished files.

`python -m tests.making.pictures` needs LibreOffice. In: nothing. Out: assets/sample/*.png.
"""

import tempfile
from pathlib import Path

import pypdfium2

from bureau_brief import build
from bureau_brief.resources import SAMPLE
from tests.checks.tools import slides_as_pdf

PICTURES = SAMPLE.parent
PAGE_SCALE, SLIDE_SCALE = 1.25, 0.8
OVERVIEW, AREA = 1, 3
COLOURS = 64  # enough for smooth edges in one hue


def main() -> None:
    """Write all of them."""
    files = build(languages=["en"]).files
    with tempfile.TemporaryDirectory() as folder:
        slides = slides_as_pdf(files["guiyang-en.pptx"], Path(folder))
    _write(files["guiyang-en.pdf"], 0, PAGE_SCALE, "page.png")
    _write(slides, OVERVIEW, SLIDE_SCALE, "slide-overview.png")
    _write(slides, AREA, SLIDE_SCALE, "slide-area.png")


def _write(pdf: bytes, page: int, scale: float, name: str) -> None:
    picture = pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil()
    picture.quantize(COLOURS).save(PICTURES / name, optimize=True)


if __name__ == "__main__":
    main()
