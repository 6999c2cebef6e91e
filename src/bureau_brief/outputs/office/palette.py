"""Which colours of an office's theme do what the design's colours do, by contrast.

In: a Sheet. Out: for each colour of the design a slot of the theme, made lighter or darker where
need be, so that everything can be read on this template; and what was chosen otherwise than the
theme's first accent, as Problems.
Not for: texts that keep the template's own colour (titles, the cover).
"""

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pptx.oxml.ns import qn

from bureau_brief.outputs.layouts import Box, Tone
from bureau_brief.outputs.office.sheets import TITLES, Sheet, Slot
from bureau_brief.outputs.office.spaces import bottom, right
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.theme import contrast

TEXT, MARK = 4.5, 3.0
"""Least contrast of text with what is behind it, and of marks that mean something."""
TINT = (1.06, 1.7)
"""Contrast of a tile with the background: it is seen, and does not shout."""

_DARKER = tuple({"lumMod": part * 1000} for part in (75, 50))
_LIGHTER = tuple({"lumMod": part * 1000, "lumOff": (100 - part) * 1000} for part in (60, 40))
_GREYS = (
    Tone("tx1", {"lumMod": 50000, "lumOff": 50000}),
    Tone("tx1", {"lumMod": 65000, "lumOff": 35000}),
    Tone("bg1", {"lumMod": 50000}),
    Tone("tx1", {"lumMod": 65000}),
    Tone("tx1", {"lumMod": 50000}),
)
_TINTS = (
    Tone("bg2", {}),
    Tone("bg1", {"lumMod": 95000}),
    Tone("bg1", {"lumMod": 85000, "lumOff": 15000}),
    Tone("bg1", {"lumMod": 75000, "lumOff": 25000}),
    Tone("tx1", {"lumMod": 85000, "lumOff": 15000}),
    Tone("tx1", {"lumMod": 75000, "lumOff": 25000}),
)
_PLAIN = (Tone("bg1", {}), Tone("tx1", {}))
"""Grounds of tiles where none of the others will do."""
_IDLE = (
    Tone("bg1", {"lumMod": 85000}),
    Tone("bg1", {"lumMod": 75000, "lumOff": 25000}),
    Tone("bg1", {"lumMod": 65000, "lumOff": 35000}),
)
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))


class Palette(NamedTuple):
    """The colours of the design on one template."""

    slots: Mapping[str, Tone]
    said: tuple[Problem, ...]
    """What a person should know."""


def palette(sheet: Sheet, area: Box, name: str) -> Palette:
    """The colours for what stands in `area` of a layout. Raises Problems."""
    colours = _Colours(sheet)
    place = Place("", name)
    ground = _behind(sheet, area, colours)
    said = [] if ground else [problem("BB427", place, layout=sheet.name)]
    ground = ground or colours.hex(Tone("bg1", {}))
    ink = _first(colours, (Tone("tx1", {}), Tone("bg1", {}), Tone("tx2", {})), ground, TEXT)
    if ink is None:
        ratio = f"{contrast(colours.hex(Tone('tx1', {})), ground):.1f}"
        raise Problems([problem("BB428", place, layout=sheet.name, ratio=ratio)])
    tint = _tint(colours, ground, ink)
    accent = _accent(colours, ground, tint) or ink
    if accent != Tone("accent1", {}):
        behind = (ground, colours.hex(tint))
        ratio = f"{min(contrast(colours.hex(Tone('accent1', {})), b) for b in behind):.1f}"
        said.append(problem("BB425", place, ratio=ratio, other=words(accent)))
    on_panel = max(
        (Tone("bg1", {}), Tone("tx1", {})),
        key=lambda slot: contrast(colours.hex(slot), colours.hex(accent)),
    )
    grey = _faintest(colours, _GREYS, ground) or ink
    idle = _first(colours, _IDLE, ground, TINT[0] + 0.1) or tint
    slots = {
        "tx1": ink, "bg1": on_panel, "bg2": tint, "accent1": accent, "accent3": grey,
        "other": grey, "idle": idle,
    }  # fmt: skip
    return Palette(slots, tuple(said))


def readable(sheet: Sheet, slot: Slot, ink: Tone) -> bool:
    """Whether the template's own text in a placeholder can be read, or `ink` could not either."""
    colours = _Colours(sheet)
    ground = _behind(sheet, slot.box, colours)
    own = colours.fill(slot.colour) if slot.colour is not None else colours.hex(Tone("tx1", {}))
    least = MARK if slot.kind in TITLES else TEXT
    if not ground or not own or contrast(own, ground) >= least:
        return True
    return contrast(colours.hex(ink), ground) < TEXT


def words(slot: Tone) -> str:
    """A colour as a person finds it in PowerPoint."""
    part = slot.changes.get("lumMod", 100000) // 1000
    if "lumOff" in slot.changes:
        return f"{slot.name}, {100 - part}% lighter"
    return f"{slot.name}, {100 - part}% darker" if part < 100 else slot.name


def _first(colours: "_Colours", choices: Sequence[Tone], ground: str, least: float) -> Tone | None:
    return next((c for c in choices if contrast(colours.hex(c), ground) >= least), None)


def _faintest(colours: "_Colours", choices: Sequence[Tone], ground: str) -> Tone | None:
    """The one that stands out least and still can be seen."""
    seen = [c for c in choices if contrast(colours.hex(c), ground) >= MARK]
    return min(seen, key=lambda c: contrast(colours.hex(c), ground), default=None)


def _tint(colours: "_Colours", ground: str, ink: Tone) -> Tone:
    """The ground of tiles: near the background, and the ink can be read on it."""
    for choice in _TINTS:
        hex_ = colours.hex(choice)
        near = TINT[0] <= contrast(hex_, ground) <= TINT[1]
        if near and contrast(colours.hex(ink), hex_) >= TEXT and _any_accent(colours, hex_):
            return choice
    return _first(colours, _PLAIN, colours.hex(ink), TEXT) or _PLAIN[0]


def _any_accent(colours: "_Colours", tint: str) -> bool:
    return any(contrast(colours.hex(slot), tint) >= TEXT for slot in _accents())


def _accent(colours: "_Colours", ground: str, tint: Tone) -> Tone | None:
    """The theme's first accent, else the same a little darker or lighter, else another colour."""
    behind = (ground, colours.hex(tint))
    for slot in _accents():
        if all(contrast(colours.hex(slot), each) >= TEXT for each in behind):
            return slot
    return None


def _accents() -> Iterator[Tone]:
    yield from (Tone("accent1", change) for change in ({}, _DARKER[0], _LIGHTER[0]))
    yield Tone("tx2", {})  # a yellow made that dark is brown, and no longer the office's
    yield from (Tone("accent1", change) for change in (_DARKER[1], _LIGHTER[1]))
    yield from (Tone(name, {}) for name in _ACCENTS[1:])


def _behind(sheet: Sheet, area: Box, colours: "_Colours") -> str:
    """What stands behind `area`: a colour, or nothing where it is a picture or a gradient."""
    found = colours.fill(sheet.ground) if sheet.ground is not None else ""
    if sheet.ground is None:
        found = colours.hex(Tone("bg1", {}))
    for shape in sheet.shapes:
        if covers(shape.box, area):
            found = colours.fill(shape.colour) if shape.colour is not None else ""
    return found


def covers(box: Box, area: Box) -> bool:
    """Whether a box lies behind the whole of another."""
    across = box.x <= area.x + 0.02 and right(box) >= right(area) - 0.02
    return across and box.y <= area.y + 0.02 and bottom(box) >= bottom(area) - 0.02


class _Colours:
    """Colours of one theme as hex, by the names that slides use."""

    def __init__(self, sheet: Sheet) -> None:
        self._mapping = sheet.mapping
        scheme = None if sheet.theme is None else sheet.theme.find(f".//{qn('a:clrScheme')}")
        self._scheme: dict[str, str] = {}
        for slot in scheme if scheme is not None else ():
            if isinstance(slot.tag, str) and len(slot):
                said = slot[0].get("lastClr") or slot[0].get("val", "")
                self._scheme[slot.tag.rpartition("}")[2]] = said

    def hex(self, slot: Tone) -> str:
        """The colour of a slot, `#12436D`."""
        usual = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
        name = self._mapping.get(slot.name) or usual.get(slot.name, slot.name)
        said = self._scheme.get(name, "")
        return _changed(f"#{said}" if len(said) == 6 else "#000000", slot.changes)

    def fill(self, element: Any) -> str:
        """The colour of a plain fill or background; empty if it is no plain colour."""
        if element.find(f".//{qn('a:blip')}") is not None:
            return ""
        plain = next(element.iter(qn("a:schemeClr"), qn("a:srgbClr")), None)
        style = element.find(qn("p:bgRef"))
        drawn = style is not None and int(style.get("idx", "0")) not in (0, 1001)
        if plain is None or drawn or element.find(f".//{qn('a:gradFill')}") is not None:
            return ""
        changes = {c.tag.rpartition("}")[2]: int(c.get("val", "0")) for c in plain}
        if plain.tag == qn("a:srgbClr"):
            return _changed(f"#{plain.get('val')}", changes)
        return self.hex(Tone(plain.get("val", ""), changes))


def _changed(hex_: str, changes: Mapping[str, int]) -> str:
    """A colour made lighter or darker as the format does it: light in HSL, tints in linear RGB."""
    red, green, blue = (byte / 255 for byte in bytes.fromhex(hex_.removeprefix("#")))
    tint, shade = (changes.get(name, 100000) / 100000 for name in ("tint", "shade"))
    if tint < 1 or shade < 1:
        red, green, blue = (
            (shade * (tint * value**2.2 + 1 - tint)) ** (1 / 2.2) for value in (red, green, blue)
        )
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * changes.get("lumMod", 100000) / 100000 + changes.get("lumOff", 0) / 100000
    drawn = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "#" + "".join(f"{round(value * 255):02X}" for value in drawn)
