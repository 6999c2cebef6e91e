"""Which fonts of a template can be measured.

In: a theme. Out: what a person should know of fonts whose widths are not known, and how much
wider than Arial text is taken to be for their sake.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pptx.oxml.ns import qn

from bureau_brief.problems import Place, Problem, problem

KNOWN = frozenset({"arial", "helvetica", "liberation sans", "arimo"})
"""Fonts as wide as the one that slides are measured with."""
_MARGINS: Mapping[str, float] = {
    "calibri": 1, "carlito": 1, "cambria": 1.02, "times new roman": 1.02,
    "segoe ui": 1.1, "microsoft yahei": 1.1, "open sans": 1.1, "noto sans": 1.1,
    "georgia": 1.15, "tahoma": 1.15, "century gothic": 1.2, "poppins": 1.2, "lucida sans": 1.2,
    "montserrat": 1.25, "verdana": 1.3, "dejavu sans": 1.3,
}  # fmt: skip
"""How much wider than Arial their widest text may be, digits in bold above all: a number that is
too wide breaks in the middle. Those of Calibri, Cambria, Times and Verdana were measured with
free fonts of the same widths, or nearly so; the others are estimates on the safe side."""
_USUAL = 1.06
"""The margin of any other font."""
_TWINNED, _SUBSTITUTE = 1.02, 1.27
"""Up to this margin fonts have free twins that stand in where a machine lacks them; for others one
as wide as this may, and a number that is too wide would break in the middle."""


def margins(theme: Any) -> tuple[float, float]:
    """How much wider than Arial text in the theme's fonts may be, and how much more its numbers."""
    fonts = [font.lower() for font in _latin(theme)]
    text = max((1 if font in KNOWN else _MARGINS.get(font, _USUAL) for font in fonts), default=1)
    twinned = all(font in KNOWN or _MARGINS.get(font, _USUAL) <= _TWINNED for font in fonts)
    return text, 1 if twinned else max(1, _SUBSTITUTE / text)


def unknown_fonts(theme: Any, name: str) -> Iterator[Problem]:
    """The fonts of titles and of text that are measured with another's widths."""
    unknown = [font for font in dict.fromkeys(_latin(theme)) if font.lower() not in KNOWN]
    if unknown:
        said = ", ".join(f"`{font}`" for font in unknown)
        yield problem("BB426", Place("", name), fonts=said)


def _latin(theme: Any) -> Iterator[str]:
    for kind in ("majorFont", "minorFont"):
        font = None if theme is None else theme.find(f".//{qn(f'a:{kind}')}/{qn('a:latin')}")
        if font is not None and font.get("typeface"):
            yield font.get("typeface")
