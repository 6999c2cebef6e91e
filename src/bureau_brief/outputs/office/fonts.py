"""Which fonts of a template can be measured.

In: a theme. Out: what a person should know of fonts whose widths are not known.
"""

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from bureau_brief.problems import Place, Problem, problem

KNOWN = frozenset({"arial", "helvetica", "liberation sans", "arimo"})
"""Fonts as wide as the one that slides are measured with."""


def unknown_fonts(theme: Any, name: str) -> Iterator[Problem]:
    """The fonts of titles and of text that are measured with another's widths."""
    found = dict.fromkeys(_latin(theme))
    unknown = [font for font in found if font.lower() not in KNOWN]
    if unknown:
        said = ", ".join(f"`{font}`" for font in unknown)
        yield problem("BB426", Place("", name), fonts=said)


def _latin(theme: Any) -> Iterator[str]:
    for kind in ("majorFont", "minorFont"):
        font = None if theme is None else theme.find(f".//{qn(f'a:{kind}')}/{qn('a:latin')}")
        if font is not None and font.get("typeface"):
            yield font.get("typeface")
