"""The markup that slides and charts share: texts made safe, lengths, fills, languages.

In: plain values. Out: pieces of XML that are joined to parts: a tree of the same takes ten times
as long. Every text goes through `escaped` and every name through `quoted`, so that nothing in
them can become markup.
Not for: shapes (`shapes`) and charts (`charts`).
"""

import functools
from collections.abc import Mapping

from pptx.oxml.ns import nsuri

from bureau_brief.outputs.deck.values import Colour
from bureau_brief.outputs.layouts import EMU, Tone

SLOTS: Mapping[str, Tone] = {
    "other": Tone("accent3", {"lumMod": 80000, "lumOff": 20000}),
    "idle": Tone("bg2", {"lumMod": 90000}),
}
"""Colours that are a theme slot made lighter or darker; the others are slots."""
NO_FILL = "<a:noFill/>"
NO_LINE = f"<a:ln>{NO_FILL}</a:ln>"


def escaped(text: str) -> str:
    """A text as it may stand between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    said = escaped(text).replace('"', "&quot;")
    return f'"{said}"'


named = functools.lru_cache(maxsize=256)(quoted)
"""`quoted` for names and types, which return on every slide."""


def element(name: str, attributes: str = "", content: str = "") -> str:
    """An element, short where it is empty; each of `attributes` has a space before it."""
    start = f"<{name}{attributes}"
    return f"{start}>{content}</{name}>" if content else f"{start}/>"


def document(content: str) -> bytes:
    """The content of a part, or a piece of it, without the page's break hints.

    Slide programs break between any two Han: a hint says nothing to them.
    """
    return content.replace(_BREAK_HINT, "").encode()


_BREAK_HINT = "\u200b"


@functools.lru_cache(maxsize=16)
def namespaces(prefixes: str) -> str:
    """The declarations of an element."""
    return "".join(f' xmlns:{prefix}="{nsuri(prefix)}"' for prefix in prefixes)


def emu(inches: float) -> int:
    """Inches as the format counts them."""
    return round(inches * EMU)


def points(value: float) -> int:
    """Points as the format counts them: hundredths."""
    return round(value * 100)


def weight(value: float) -> int:
    """The thickness of a line in points, as the format counts it."""
    return round(value * 12700)


class Pen:
    """What the markup of one deck has in common: the languages of its runs, and its colours."""

    def __init__(self, main: str, second: str, tones: Mapping[str, Tone]) -> None:
        """`second`: the language of foreign words inside it; `tones`: an office's own colours."""
        self.main = quoted(main)
        self.lang = f" lang={self.main}" + (f" altLang={quoted(second)}" if second else "")
        self._tones = tones
        self._fills: dict[str | None, str] = {None: NO_FILL}
        self._runs: dict[tuple[float | None, bool | None, Colour | None], str] = {}

    def fill(self, colour: Colour | str | None) -> str:
        """A fill with a colour of the theme, or none."""
        if colour not in self._fills:
            self._fills[colour] = f"<a:solidFill>{self._scheme(colour or '')}</a:solidFill>"
        return self._fills[colour]

    def run(self, size: float | None, bold: bool | None, colour: Colour | None) -> str:
        """The properties of a run; of its style, what is None is inherited."""
        look = (size, bold, colour)
        if look not in self._runs:
            said = self.lang if size is None else f'{self.lang} sz="{points(size)}"'
            said += "" if bold is None else f' b="{int(bold)}"'
            fill = self.fill(colour) if colour else ""
            self._runs[look] = element("a:rPr", said, fill)
        return self._runs[look]

    def line(self, colour: Colour | None, thickness: float, end: str = "") -> str:
        """An outline; `end`: what its ends look like."""
        if not colour:
            return NO_LINE
        return f'<a:ln w="{weight(thickness)}">{self.fill(colour)}{end}</a:ln>'

    def _scheme(self, colour: str) -> str:
        tone = self._tones.get(colour) or SLOTS.get(colour) or Tone(colour, {})
        changes = "".join(f'<a:{name} val="{by}"/>' for name, by in tone.changes.items())
        return element("a:schemeClr", f" val={quoted(tone.name)}", changes)
