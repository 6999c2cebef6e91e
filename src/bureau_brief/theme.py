"""Colours and fonts, from `assets/theme.toml`.

In: the theme file. Out: a Theme, its fonts as Faces ready to measure.
Not for: sizes and places of one output (its plan), or the master's own looks (`master.pptx`).
"""

import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from bureau_brief.fitting import Face
from bureau_brief.resources import FONTS, THEME
from bureau_brief.values import replace, value


@value
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
    deck_fonts: tuple[str, str]
    """Names of the fonts of the slides: Latin and East Asian."""
    own: bool = False
    """An office's own looks, not those that ship."""
    logo: Path | None = None
    """The office's logo, where the data file names none."""
    logo_alt: Mapping[str, str] = field(default_factory=dict)
    """What it shows, by language; under `` where it is the same in all."""
    layouts: tuple[tuple[str, str], ...] = ()
    """Names of layouts of the office's PowerPoint template, for `cover` and `content`."""

    def logo_said(self, language: str) -> str:
        """What the logo shows, in this language or in any."""
        return self.logo_alt.get(language) or next(iter(self.logo_alt.values()), "")

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
    return made(shipped(), lambda name: FONTS / name)


@functools.cache
def shipped() -> dict[str, Any]:
    """What `assets/theme.toml` holds."""
    return tomllib.loads(THEME.read_text(encoding="utf-8"))


def made(data: Mapping[str, Any], file: Callable[[str], Path]) -> Theme:
    """The Theme of a whole theme file; `file` is where a font of a name lies."""
    page, deck = data["fonts"]["page"], data["fonts"]["deck"]
    return Theme(
        colours=data["colours"],
        page=_faces(page, file),
        page_by_language={k: _faces(own, file) for k, own in page.items() if isinstance(own, dict)},
        deck={
            weight: Face(file(deck[f"measure_{weight}"]), kerning=False)
            for weight in ("regular", "bold")
        },
        deck_fonts=(deck["latin"], deck["east_asian"]),
    )


@functools.cache
def _with_han(face: Face) -> Face:
    return replace(face, han=True)


def _faces(files: Mapping[str, str], file: Callable[[str], Path]) -> dict[str, Face]:
    """The faces by weight; weights that are one file are one face."""
    paths = {weight: file(files[weight]) for weight in WEIGHTS}
    faces = {path: Face(path) for path in paths.values()}
    return {weight: faces[path] for weight, path in paths.items()}


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
