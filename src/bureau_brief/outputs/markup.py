"""The markup that slides and charts share: elements, lengths, fills, languages.

In: a parent element and plain values. Out: new children of it, through lxml, so that nothing in
a text can become markup; lengths as the format counts them.
Not for: shapes (`shapes`) and charts (`charts`).
"""

import functools
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree
from pptx.oxml.ns import nsuri, qn

from bureau_brief.outputs.deck.values import Colour
from bureau_brief.outputs.layouts import EMU, Tone

Element = etree._Element

SLOTS: Mapping[Colour, tuple[str, Mapping[str, int]]] = {
    "other": ("accent3", {"lumMod": 80000, "lumOff": 20000}),
    "idle": ("bg2", {"lumMod": 90000}),
}
"""Colours that are a theme slot made lighter or darker; the others are slots."""

tag = functools.cache(qn)


class Languages(NamedTuple):
    """The language of every run, and that of foreign words inside it."""

    main: str
    second: str

    def attributes(self) -> dict[str, str]:
        """The attributes of a run."""
        return {"lang": self.main, "altLang": self.second} if self.second else {"lang": self.main}


def add(parent: Element, name: str, attributes: Mapping[str, str] | None = None) -> Element:
    """A new last child."""
    return etree.SubElement(parent, tag(name), dict(attributes or {}))


def emu(inches: float) -> str:
    """Inches as the format counts them."""
    return str(round(inches * EMU))


def points(value: float) -> str:
    """Points as the format counts them: hundredths."""
    return str(round(value * 100))


def weight(value: float) -> str:
    """The thickness of a line in points, as the format counts it."""
    return str(round(value * 12700))


def filled(parent: Element, colour: Colour | str | None) -> None:
    """A fill with a colour of the theme, or none."""
    if not colour:
        add(parent, "a:noFill")
        return
    slot, changes = SLOTS.get(colour, (colour, {}))  # type: ignore[call-overload]
    scheme = add(add(parent, "a:solidFill"), "a:schemeClr", {"val": slot})
    for change, value in changes.items():
        add(scheme, f"a:{change}", {"val": str(value)})


def toned(root: Element, tones: Mapping[str, Tone]) -> Element:
    """A slide or chart whose colours are those that an office's theme has for them."""
    for element in root.iter(tag("a:schemeClr")) if tones else ():
        changes = {c.tag.rpartition("}")[2]: int(c.get("val", "0")) for c in element}
        colour = next(
            (c for c, known in SLOTS.items() if known == (element.get("val"), changes)), ""
        )
        found = tones.get(colour or element.get("val", ""))
        if found:
            element.set("val", found.name)
            for child in list(element):
                element.remove(child)
            for change, value in found.changes.items():
                add(element, f"a:{change}", {"val": str(value)})
    return root


def line(parent: Element, colour: Colour | None, thickness: float = 0) -> Element:
    """An outline, or none."""
    outline = add(parent, "a:ln", {"w": weight(thickness)} if colour else None)
    filled(outline, colour)
    return outline


def namespaces(prefixes: str = "arp") -> dict[str, str]:
    """The prefixes that an element declares; by default those of a slide."""
    return {prefix: nsuri(prefix) for prefix in prefixes}
