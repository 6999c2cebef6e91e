"""Colours and fonts, from `assets/theme.toml`.

In: the theme file. Out: a Theme, its fonts as Faces ready to measure.
Not for: sizes and places of one output (its plan), or the master's own looks (`master.pptx`).
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bureau_brief.fitting import Face
from bureau_brief.resources import FONTS, THEME


@dataclass(frozen=True, slots=True)
class Theme:
    """The looks of both outputs."""

    colours: Mapping[str, str]
    """Hex (`#12436D`) by name (`ink`, `accent`, `grey`)."""
    page: Mapping[str, Face]
    """Fonts of the page, by weight: `regular`, `semibold`, `bold`."""
    deck: Mapping[str, Face]
    """Fonts that slide text is measured with, by weight: `regular`, `bold`."""
    page_by_language: Mapping[str, Mapping[str, Face]]
    """Fonts of the page in languages that have their own, by language."""

    def in_language(self, language: str) -> "Theme":
        """The looks of an edition in `language`: zh-Hans takes the fonts of zh."""
        base = language.partition("-")[0]
        looks = replace(self, page=self.page_by_language.get(base, self.page))
        if base not in EAST_ASIAN:
            return looks
        return replace(looks, deck={weight: _with_han(face) for weight, face in self.deck.items()})


WEIGHTS = ("regular", "semibold", "bold")
EAST_ASIAN = ("zh", "ja", "ko")


@functools.cache
def theme() -> Theme:
    """The theme that ships with the program, read once."""
    data = tomllib.loads(THEME.read_text(encoding="utf-8"))
    fonts = data["fonts"]
    return Theme(
        colours=data["colours"],
        page=_faces(fonts["page"]),
        page_by_language={
            k: _faces(own) for k, own in fonts["page"].items() if isinstance(own, dict)
        },
        deck={
            weight: Face(FONTS / fonts["deck"][f"measure_{weight}"], kerning=False)
            for weight in ("regular", "bold")
        },
    )


@functools.cache
def _with_han(face: Face) -> Face:
    return replace(face, han=True)


def _faces(files: Mapping[str, str]) -> dict[str, Face]:
    return {weight: Face(FONTS / files[weight]) for weight in WEIGHTS}


def rgb(hex_: str) -> tuple[float, float, float]:
    """`#12436D` -> red, green and blue from 0 to 1."""
    red, green, blue = bytes.fromhex(hex_.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hex colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(hex_: str) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(hex_))
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
