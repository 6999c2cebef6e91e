"""The colours and fonts of an office, put into the theme of the slide master.

In: the parts of a presentation and Looks. Out: the same parts, their themes changed: slides name
slots of the theme only, so every slide changes with it.
Not for: an office's own template, whose looks stay (`office`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.oxml.ns import qn

from bureau_brief.outputs.deck.values import Looks
from bureau_brief.outputs.package import Part, xml

SLOTS: Mapping[str, str] = {
    "dk1": "ink", "lt1": "paper", "dk2": "accent", "lt2": "tint", "accent1": "accent",
    "accent2": "earlier", "accent3": "outline", "accent4": "grey", "accent5": "hairline",
    "accent6": "ink", "hlink": "accent", "folHlink": "grey",
}  # fmt: skip
"""The colour of a theme file in each slot of a slide theme."""


def take_on(parts: Iterable[Part], looks: Looks) -> None:
    """Change the themes among `parts`."""
    for part in parts:
        if part.kind == CT.OFC_THEME:
            part.content = _changed(part.content, looks)


def _changed(content: bytes, looks: Looks) -> bytes:
    root: Any = etree.fromstring(content)
    for slot, name in SLOTS.items():
        (colour,) = root.iter(qn(f"a:{slot}"))
        colour[0].set("val", looks.colours[name].removeprefix("#").upper())
    for group in ("a:majorFont", "a:minorFont"):
        for font in root.iter(qn(group)):
            for kind, name in (
                ("latin", looks.latin),
                ("ea", looks.east_asian),
                ("cs", looks.latin),
            ):
                font.find(qn(f"a:{kind}")).set("typeface", name)
    return xml(root)
