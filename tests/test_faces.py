"""Widths by pairs of characters, held against HarfBuzz setting each text whole."""

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from bureau_brief.faces import Face
from bureau_brief.resources import ASSETS

FONTS = ASSETS / "fonts"
LATIN = [Face(path) for path in sorted(FONTS.glob("BureauSans-*.ttf"))]
LETTERS = "ABTVWYafgijortvwy.,;:-–()0123456789%’“”é\u00a0 "
FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False, "ccmp": False}


def shaped(face: Face, text: str) -> list[float]:
    """The advances of a text that HarfBuzz sets whole."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(face.path)))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.flags = hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES
    hb.shape(font, buffer, FEATURES)
    return [one.x_advance * 1000 / font.face.upem for one in buffer.glyph_positions]


@pytest.mark.parametrize("face", LATIN, ids=lambda face: face.path.stem)
@given(text=st.text(st.sampled_from(LETTERS), min_size=1, max_size=40))
def test_advances_by_pair_are_those_of_the_text_set_whole(face: Face, text: str) -> None:
    assert face.advances(text) == pytest.approx(shaped(face, text))


@pytest.mark.parametrize("face", LATIN, ids=lambda face: face.path.stem)
def test_kerning_is_what_a_pair_moves_closer(face: Face) -> None:
    first, last = face.kerns("To")
    assert first < -20
    assert last == 0
    assert face.width("To", 10) < face.width("T", 10) + face.width("o", 10)
