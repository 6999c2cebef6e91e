"""Draws a Page with ReportLab.

In: a Page and the theme's colours. Out: the bytes of a PDF, the same for the same Page.
Not for: any decision: places, line breaks, sizes and words are the plan's. Text is drawn
glyph by glyph as it was measured, kerning included; no markup is ever parsed.
"""

import functools
import io
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from bureau_brief.breaking import unhinted
from bureau_brief.fitting import Face, Run
from bureau_brief.outputs.archival import make_archival
from bureau_brief.outputs.embedding import Embedded, fonts_of
from bureau_brief.outputs.page.values import (
    Box,
    Graphic,
    Image,
    Item,
    Page,
    Path,
    PlacedLine,
    Rect,
    Rule,
    TextBox,
)
from bureau_brief.outputs.reportlab_patches import ESCAPED, patch, real
from bureau_brief.outputs.tagging import Link, Quad, Tags, tongues
from bureau_brief.theme import rgb

PDF_VERSION = (1, 7)  # what PDF/A-3 and PDF/UA-1 are built on
Opening = Callable[[bool], str]
"""Opens the mark of a piece of text; True: of one in the second language."""
LEAST_KERN = 0.5  # thousandths of the size; less is rounding of the font's units


def draw(page: Page, colours: Mapping[str, str]) -> bytes:
    """The PDF of `page`, tagged as the plan says."""

    def paint(pen: Pen, tags: Tags) -> None:
        for item in page.items:
            draw_item(pen, tags, item)

    return document(page, colours, paint)


def document(plan: Any, colours: Mapping[str, str], paint: Callable[["Pen", Tags], None]) -> bytes:
    """The PDF of a plan (a Page, or Sheets) whose items `paint` draws."""
    out = io.BytesIO()
    fonts = fonts_of(_runs(plan))
    canvas = _canvas(out, plan, next(iter(fonts.values())).font.fontName)
    make_archival(canvas, plan.locale, plan.published, plan.data)
    tags = Tags(canvas)
    paint(Pen(canvas, plan, fonts, colours), tags)
    canvas.showPage()
    _compress(canvas)
    tags.finish()
    canvas.save()
    return out.getvalue()


def draw_item(pen: "Pen", tags: Tags, item: Item) -> None:
    """One item of a plan in its element, or as an artifact."""
    if isinstance(item, TextBox):
        draw_text(pen, tags, item, item.role)
    elif isinstance(item, Rule):
        with tags.artifact():
            pen.shape(item.shape)
    elif isinstance(item, Image):
        with tags.element("Figure", alt=str(item.alt), box=pen.quad(item.box)):
            pen.image(item)
    elif item.alt:
        with tags.element("Figure", alt=unhinted(str(item.alt)), box=pen.quad(item.bounds())):
            pen.graphic(item)
    else:
        with tags.artifact():
            pen.graphic(item)


def draw_text(pen: "Pen", tags: Tags, box: TextBox, role: str, scope: str = "") -> None:
    """A paragraph as one element; pieces in the second language are marked as such."""
    if pen.is_mixed(box):
        opening = tags.mixed(role, pen.second, pen.link(box))
        for line in box.lines:
            pen.line(line, opening)
        return
    with tags.element(role, scope=scope, link=pen.link(box)):
        for line in box.lines:
            pen.line(line)


def _runs(page: Page) -> list[Run]:
    return [run for box in page.text_boxes() for line in box.lines for run in line.line.runs]


class _Codes(NamedTuple):
    """What draws each character that is drawn of a font."""

    only: str
    """The name of the font's only part; empty: it has several."""
    parts: Mapping[str, str]
    """The name of the part that has it."""
    codes: Mapping[str, str]
    """Its code there."""


def _codes(font: Any, characters: Iterable[str], document: Any) -> _Codes:
    parts, codes = list[str](), list[str]()
    for part, found in font.splitString("".join(characters), document):
        parts += [font.getSubsetInternalName(part, document)] * len(found)
        codes += map(ESCAPED.__getitem__, found)
    return _Codes(
        parts[0] if len(set(parts)) == 1 else "",
        dict(zip(characters, parts, strict=True)),
        dict(zip(characters, codes, strict=True)),
    )


def _canvas(out: io.BytesIO, page: Page, font: Any) -> Canvas:
    """A canvas; without an initial font of ours, every page names an unembedded Helvetica."""
    patch()
    canvas = Canvas(
        out,
        pagesize=(page.width, page.height),
        invariant=1,
        pageCompression=1,
        initialFontName=font,
        lang=page.locale,
        pdfVersion=PDF_VERSION,
    )
    canvas.setTitle(unhinted(page.title))
    canvas.setAuthor(unhinted(page.author))
    canvas.setCreator("bureau-brief")
    canvas.setProducer("ReportLab")
    canvas.setSubject(unhinted(page.author))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _compress(canvas: Any) -> None:
    """ReportLab would write the page's code in ASCII, a quarter longer."""
    for page in canvas._doc.Pages:
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])


class Pen:
    """Puts shapes and text on a canvas whose y runs from the bottom."""

    def __init__(
        self,
        canvas: Any,
        page: Page,
        fonts: Mapping[Face, Embedded],
        colours: Mapping[str, str],
    ) -> None:
        self._canvas = canvas
        self._height = page.height
        self.second = page.second_locale
        self._codes = {
            face: _codes(font, characters, self._canvas._doc)
            for face, (font, characters) in fonts.items()
        }
        self._inks = {name: _ink(hex_) for name, hex_ in colours.items()}

    def quad(self, box: Box) -> Quad:
        """A box of the plan in the page's own coordinates."""
        left, right = round(box.x0, 3), round(box.x1, 3)
        return left, round(self._height - box.y1, 3), right, round(self._height - box.y0, 3)

    def link(self, box: TextBox) -> Link | None:
        """Where a paragraph leads."""
        if not box.link:
            return None
        return Link(box.link, self.quad(box.box), unhinted("".join(map(str, box.texts))))

    def graphic(self, graphic: Graphic) -> None:
        """The shapes of a chart, in order."""
        for shape in graphic.shapes:
            self.shape(shape)

    def image(self, image: Image) -> None:
        """A picture, its pixels stored as they are."""
        left, bottom, right, top = self.quad(image.box)
        reader = ImageReader(io.BytesIO(image.content))
        self._canvas.drawImage(reader, left, bottom, right - left, top - bottom)

    def shape(self, shape: Rect | Path) -> None:
        """One shape."""
        if isinstance(shape, Rect):
            self._rect(shape)
        else:
            self._path(shape)

    def is_mixed(self, box: TextBox) -> bool:
        """Whether words of the second language stand in it."""
        if not self.second:
            return False
        runs = (run for line in box.lines for run in line.line.runs)
        return any(foreign for run in runs for _, foreign in tongues(run.text))

    def line(self, placed: PlacedLine, opening: Opening | None = None) -> None:
        """One line of text: its runs follow each other in one text object.

        `opening` gives what opens the mark of a piece, where pieces are marked one by one.
        """
        code = [f"BT 1 0 0 1 {_n(placed.x)} {_n(self._height - placed.baseline)} Tm"]
        for run in placed.line.runs:
            code.append(self._inks[run.style].text)
            code += (
                self._marked(run, opening)
                if opening
                else self._strings(run, run.text, run.face.kerns(run.text))
            )
            if run.gap:
                code.append(f"[{_n(-run.gap * 1000 / run.size)}] TJ")
        self._canvas._code.append(" ".join([*code, "ET"]))

    def _marked(self, run: Run, opening: Opening) -> list[str]:
        """Show operators for a run, each piece in a mark of its own."""
        kerns, start, out = run.face.kerns(run.text), 0, []
        for text, foreign in tongues(run.text):
            end = start + len(text)
            out += [opening(foreign), *self._strings(run, text, kerns[start:end]), "EMC"]
            start = end
        return out

    def _strings(self, run: Run, text: str, kerns: Sequence[float]) -> list[str]:
        """Show operators for a piece of a run; kerning is a number between strings."""
        only, parts, codes = self._codes[run.face]
        drawn, size = [*map(codes.__getitem__, text)], _n(run.size)
        if only:
            return [f"{only} {size} Tf [{_shown(drawn, kerns)}] TJ"]
        start, out = 0, []
        for part, piece in itertools.groupby(map(parts.__getitem__, text)):
            end = start + len([*piece])
            out.append(f"{part} {size} Tf [{_shown(drawn[start:end], kerns[start:end])}] TJ")
            start = end
        return out

    def _rect(self, rect: Rect) -> None:
        code, y = self._canvas._code, self._height - rect.y - rect.height
        if rect.fill:
            code.append(f"{self._inks[rect.fill].shape} rg")
        if rect.stroke:
            code += [f"{self._inks[rect.stroke].shape} RG", f"{real(rect.line)} w"]
        painted = _PAINTED[bool(rect.stroke), bool(rect.fill)]
        code.append(f"n {_reals(rect.x, y, rect.width, rect.height)} re {painted}")

    def _path(self, path: Path) -> None:
        start, *rest = [_reals(x, self._height - y) for x, y in path.points]
        drawn = " ".join([f"n {start} m", *[f"{point} l" for point in rest]])
        colour = self._inks[path.colour].shape
        self._canvas._code += (
            [f"{colour} RG", f"{real(path.line)} w", drawn, _PAINTED[True, False]]
            if path.line
            else [f"{colour} rg", f"{drawn} h", _PAINTED[False, True]]
        )


class _Ink(NamedTuple):
    """A colour as code."""

    text: str
    """What takes it for text."""
    shape: str
    """Its three shares, as ReportLab writes them."""


@functools.lru_cache(maxsize=256)
def _ink(hex_: str) -> _Ink:
    shares = rgb(hex_)
    return _Ink(f"{' '.join(map(_n, shares))} rg", _reals(*shares))


def _reals(*numbers: float) -> str:
    return " ".join(map(real, numbers))


_PAINTED = {(False, False): "n", (False, True): "f*", (True, False): "S", (True, True): "B*"}
"""What paints a path: its stroke or not, its inside or not."""


def _shown(codes: Sequence[str], kerns: Sequence[float]) -> str:
    """Strings, and between them the kerns that move what follows."""
    string = "".join(
        [
            f"{code}){_n(-kern)}(" if kern and abs(kern) >= LEAST_KERN else code
            for code, kern in zip(codes, kerns, strict=True)
        ]
    )
    return f"({string[:-1]}" if abs(kerns[-1]) >= LEAST_KERN else f"({string})"


@functools.lru_cache(maxsize=4096)
def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
