"""PDF/A pieces: metadata, colours, fonts; and whether ReportLab still needs its two patches."""

import datetime as dt
import io
import re
import zlib
from typing import Any

import pikepdf
import pytest
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.canvas import Canvas

from bureau_brief import build
from bureau_brief.outputs import reportlab_patches
from bureau_brief.resources import FONTS, SRGB
from tests.making.srgb import profile

FONT = FONTS / "BureauSans-Regular.ttf"


@pytest.fixture(scope="module")
def sample() -> bytes:
    return build(outputs=["pdf"]).files["guiyang-en.pdf"]


def test_the_profile_is_the_one_its_maker_makes() -> None:
    assert SRGB.read_bytes() == profile()


def test_the_colours_are_those_of_srgb(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes() == profile()
        assert intent.DestOutputProfile.N == 3


def test_it_is_small(sample: bytes) -> None:
    assert len(sample) <= 60_000


def test_no_font_is_named_that_is_not_embedded(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as document:
        fonts = document.pages[0].Resources.Font
        assert len(fonts) == 3
        for font in fonts.values():
            assert re.match(r"/[A-Z]{6}\+BureauSans", str(font.BaseFont).replace(" ", ""))
            assert font.FontDescriptor.FontFile2.read_bytes()


@pytest.mark.parametrize(
    "piece",
    ["/Widths", "", "A (b) 1.5", "Zoë", "“x”", b"<<>>", b"\xff", 0, 7, -12, 1234567, 0.5, 1e-7],
)
def test_a_piece_is_written_as_reportlab_writes_it(piece: object) -> None:
    written = reportlab_patches.format_(piece, None)
    assert written == reportlab_patches.REPORTLAB_FORMAT(piece, None)


@pytest.mark.parametrize("string", [b"", bytes(range(256)), "A (b) 1.5 \\ Zo\xeb"])
def test_a_string_is_escaped_as_reportlab_escapes_it(string: bytes | str) -> None:
    assert reportlab_patches.escaped(string) == escapePDF(string)


def _pairs(cmap: str) -> dict[int, str]:
    """Code -> text, by a reading of the CMap that is not the program's."""
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", cmap, flags=re.DOTALL)
    pairs = {}
    for count, block in blocks:
        lines = block.strip().splitlines()
        assert len(lines) == int(count) <= 100
        for line in lines:
            code, text = re.fullmatch(r"<(..)> <((?:....)+)>", line).groups()  # type: ignore[union-attr]
            pairs[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return pairs


def test_every_code_of_a_font_leads_to_its_character_beyond_16_bits_too() -> None:
    subset = [0, *range(32, 127), *range(0x4E00, 0x4E50), 0x1F600, 0x20BB7]
    pairs = _pairs(reportlab_patches.to_unicode("ABCDEF+Any", subset))
    assert pairs == {code: chr(c) for code, c in enumerate(subset) if c}


# When one of these two fails, ReportLab writes it right, and the patch can go.


def test_reportlab_still_needs_the_line_end_before_endstream(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """ISO 19005-3, 6.1.7.1."""
    stream = pdfdoc.PDFStream(content=b"q Q", filters=[pdfdoc.PDFZCompress])
    document = pdfdoc.PDFDocument()
    unpatched = reportlab_patches._stream_format(stream, document)
    assert unpatched.endswith(zlib.compress(b"q Q") + b"endstream\n")
    patched = reportlab_patches.stream_format(stream, document)
    assert patched.endswith(zlib.compress(b"q Q") + b"\r\nendstream\n")


def test_reportlab_still_needs_the_map_to_unicode(monkeypatch: pytest.MonkeyPatch) -> None:
    """ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7.2."""
    monkeypatch.undo()
    original = _original_map()
    written = original("ABCDEF+Any", [0, 32, *range(0x4E00, 0x4E80), 0x1F600])
    assert "<00> <0000>" in written  # no character
    assert "131 beginbfchar" in written  # more than a block may hold
    assert "<1F600>" in written  # five digits


def _original_map() -> Any:
    """ReportLab's own function, as its source has it."""
    import inspect

    source = inspect.getsource(ttfonts)
    start = source.index("def makeToUnicodeCMap")
    names: dict[str, Any] = {}
    exec(source[start : source.index("\ndef splice")], names)
    return names["makeToUnicodeCMap"]


def test_patching_twice_is_patching_once() -> None:
    reportlab_patches.patch()
    reportlab_patches.patch()
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(9, 9, "x")
    canvas.save()
    assert b"\n\nendstream" not in out.getvalue()


def test_the_same_page_has_the_same_identity_and_no_clock(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as document:
        year = str(dt.datetime.now(tz=dt.UTC).year)
        assert year not in str(document.docinfo.CreationDate)
        first, second = document.trailer.ID
        assert first == second
