"""An office's own looks: a theme file of its own, over the one that ships.

In: a TOML file with any of the keys of `assets/theme.toml`, and a logo. Out: a Theme, or
Problems, all at once: a key that no theme has, a colour that would be hard to read, a font that
cannot be embedded. Nothing is darkened or replaced in silence.
Not for: the looks that ship (`theme`), or an office's slide template (`outputs.office`).
"""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from bureau_brief.beside import beside
from bureau_brief.faces import Face
from bureau_brief.limits import content_of
from bureau_brief.problems import Place, Problem, Problems, problem, quoted
from bureau_brief.resources import FONTS
from bureau_brief.theme import WEIGHTS, Theme, contrast, made, shipped
from bureau_brief.values import replace

MOST_BYTES, MOST_FONT_BYTES = 100_000, 30_000_000
LIMITS = (
    ("accent", "paper", 4.5), ("accent", "tint", 4.5), ("ink", "paper", 4.5), ("ink", "tint", 4.5),
    ("grey", "paper", 4.5), ("outline", "paper", 3.0), ("earlier", "paper", 3.0),
)  # fmt: skip
"""Colours that stand on each other, and the contrast that they must keep."""
WHITE = "#FFFFFF"
EARLIER = 3.17  # contrast on white of the earlier columns, in the accent's own hue
NEEDED = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0–—‘’“”…−€£"
"""What any edition prints: letters, digits, and the signs of the sentences."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NAME = re.compile(r"(?!/)(?!(.*/)?\.\.(/|$))[^\\:]+")
_DECK_FONTS = ("latin", "east_asian")
_DECK_FILES = ("measure_regular", "measure_bold")
_HEADS = {
    b"OTTO": "outlines in the form of PostScript (CFF)",
    b"wOFF": "a web font", b"wOF2": "a web font", b"ttcf": "a collection of fonts",
}  # fmt: skip
RESTRICTED = 0x0002  # of the licence bits of a font: no embedding
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")


@functools.cache
def own_theme(path: Path) -> Theme:
    """The looks that `path` asks for. Raises Problems."""
    data = _read(path)
    found = [*_shape(data, path)]
    if not found:
        colours = _colours(data.get("colours", {}))
        found = [
            *_contrasts(colours, path),
            *_fonts(data.get("fonts", {}), path),
            *_logo(data, path),
        ]
    if found:
        raise Problems(found)
    fonts = data.get("fonts", {})
    base = shipped()
    merged = {
        "colours": colours,
        "fonts": {
            "page": {**base["fonts"]["page"], **fonts.get("page", {})},
            "deck": {**base["fonts"]["deck"], **fonts.get("deck", {})},
        },
    }
    looks = made(merged, lambda name: _file(path, name) or FONTS / name)
    looks = replace(looks, layouts=tuple(data.get("layouts", {}).items()))
    logo = data.get("logo")
    if not logo:
        return replace(looks, own=True)
    alt = {"": logo["alt"]} if isinstance(logo["alt"], str) else logo["alt"]
    return replace(looks, own=True, logo=_file(path, logo["file"]), logo_alt=alt)


def _read(path: Path) -> dict[str, Any]:
    where = Place("", path.name)
    try:
        return tomllib.loads(content_of(path, MOST_BYTES).decode("utf-8"))
    except OSError as error:
        reason = error.strerror or "no file"
    except (ValueError, RecursionError) as error:  # TOML, UTF-8 or size; lists in lists
        reason = str(error)
    raise Problems([problem("BB530", where, reason=reason)])


def _shape(data: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """Keys that no theme has, and values of another kind."""
    base = shipped()
    yield from _unknown(data, (*base, "logo", "layouts"), "", path)
    for name in ("colours", "fonts", "logo", "layouts"):
        if not isinstance(data.get(name, {}), dict):
            yield _wrong(path, name, "a table", data[name])
            return
    colours, fonts = data.get("colours", {}), data.get("fonts", {})
    yield from _unknown(colours, tuple(base["colours"]), "colours.", path)
    for key, value in colours.items():
        if key in base["colours"] and not (isinstance(value, str) and _HEX.fullmatch(value)):
            yield _wrong(path, f"colours.{key}", "a colour such as `#12436D`", value)
    if str(colours.get("paper", WHITE)).upper() != WHITE:
        expected = "`#FFFFFF`: nothing is printed under the text"
        yield _wrong(path, "colours.paper", expected, colours["paper"])
    yield from _layouts(data.get("layouts", {}), path)
    yield from _unknown(fonts, ("page", "deck"), "fonts.", path)
    yield from _page_fonts(fonts.get("page", {}), "fonts.page", path)
    deck = fonts.get("deck", {})
    yield from _texts(deck, (*_DECK_FONTS, *_DECK_FILES), "fonts.deck", path)
    if isinstance(deck, dict) and "latin" in deck and not all(k in deck for k in _DECK_FILES):
        files = " and ".join(f"`{key}`" for key in _DECK_FILES)
        expected = f"{files} beside `latin`: files with its widths"
        yield problem("BB532", Place("fonts.deck", path.name), expected=expected, found="nothing")


def _layouts(layouts: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """The layouts of a PowerPoint template, by name; it may yet lack them."""
    yield from _unknown(layouts, ("cover", "content"), "layouts.", path)
    for key, value in layouts.items():
        if not _is_text(value):
            yield _wrong(path, f"layouts.{key}", "the name of a layout", value)


def _page_fonts(fonts: Any, key: str, path: Path) -> Iterator[Problem]:
    """The three weights of a page's font, or of a language's own."""
    own = {k: v for k, v in fonts.items() if isinstance(v, dict)} if isinstance(fonts, dict) else {}
    plain = {k: v for k, v in fonts.items() if k not in own} if own else fonts
    if plain or not own:
        yield from _texts(plain, WEIGHTS, key, path)
    if isinstance(plain, dict) and plain:
        for weight in WEIGHTS:
            if weight not in plain:
                where = Place(f"{key}.{weight}", path.name)
                yield problem("BB532", where, expected="a file for each weight", found="nothing")
    for language, files in own.items():
        if key != "fonts.page" or not _LANGUAGE.fullmatch(language):
            yield problem("BB531", Place(f"{key}.{language}", path.name), key=language,
                          hint="a language code such as `zh`, or one of the weights")  # fmt: skip
        else:
            yield from _page_fonts(files, f"{key}.{language}", path)


def _texts(table: Any, keys: tuple[str, ...], name: str, path: Path) -> Iterator[Problem]:
    """A table of texts with these keys; files lie beside the theme or below."""
    if not isinstance(table, dict):
        yield _wrong(path, name, "a table", table)
        return
    yield from _unknown(table, keys, f"{name}.", path)
    for key, value in table.items():
        if key in keys and not _is_text(value):
            yield _wrong(path, f"{name}.{key}", "a text", value)
        elif key in keys and key not in _DECK_FONTS and not _NAME.fullmatch(value):
            yield _wrong(path, f"{name}.{key}", "a file beside the theme or below", value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not _UNSEEN.search(value)


def _unknown(table: Any, keys: tuple[str, ...], prefix: str, path: Path) -> Iterator[Problem]:
    for key in table if isinstance(table, dict) else ():
        if key not in keys and not (prefix == "fonts.page." and isinstance(table[key], dict)):
            close = get_close_matches(key, keys, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"one of {', '.join(keys)}"
            yield problem("BB531", Place(prefix + key, path.name), key=key, hint=hint)


def _wrong(path: Path, key: str, expected: str, value: Any) -> Problem:
    return problem("BB532", Place(key, path.name), expected=expected, found=quoted(value))


def _colours(own: Mapping[str, str]) -> dict[str, str]:
    """The colours, those that the file does not name as shipped; the earlier columns of a series
    in the hue of the accent."""
    colours = {**shipped()["colours"], **own}
    if "accent" in own and "earlier" not in own and contrast(own["accent"], WHITE) > EARLIER:
        colours["earlier"] = _lighter(colours["accent"], EARLIER)
    return colours


def _lighter(colour: str, ratio: float) -> str:
    """The colour mixed with white until it keeps just this contrast on white."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if contrast(_mixed(colour, middle), WHITE) > ratio else (low, middle)
        )
    return _mixed(colour, low)


def _mixed(colour: str, white: float) -> str:
    parts = bytes.fromhex(colour.removeprefix("#"))
    return "#" + "".join(f"{round(part + (255 - part) * white):02X}" for part in parts)


def _contrasts(colours: Mapping[str, str], path: Path) -> Iterator[Problem]:
    for one, other, least in LIMITS:
        ratio, both = contrast(colours[one], colours[other]), f"{colours[one]} on {colours[other]}"
        if ratio < least:
            where, shown = Place(f"colours.{one}", path.name), f"{int(ratio * 100) / 100:.2f}"
            values = {"one": one, "other": other, "least": least, "ratio": shown, "colours": both}
            yield problem("BB533", where, **values)


def _fonts(fonts: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """Font files that are not there, or that no page can carry."""
    page, deck = fonts.get("page", {}), fonts.get("deck", {})
    named = [(f"fonts.page.{k}", v, True) for k, v in page.items() if isinstance(v, str)]
    for language, own in page.items():
        if isinstance(own, dict):
            named += [(f"fonts.page.{language}.{k}", v, True) for k, v in own.items()]
    named += [(f"fonts.deck.{k}", deck[k], False) for k in _DECK_FILES if k in deck]
    for key, name, embedded in named:
        where, file = Place(key, path.name), _file(path, name)
        if file is None and beside(FONTS, name) is None:
            yield problem("BB534", where, reason=f"no file `{name}` beside the theme")
        elif file is not None:
            yield from _font(file, where, embedded=embedded)


def _logo(data: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """A logo is there and says what it shows."""
    logo = data.get("logo")
    if logo is None:
        return
    yield from _unknown(logo, ("file", "alt"), "logo.", path)
    alt, file = logo.get("alt"), logo.get("file")
    told = alt.values() if isinstance(alt, dict) else [alt]
    if not told or not all(map(_is_text, told)):
        yield _wrong(path, "logo.alt", "what the logo shows, as a text or by language", alt)
    if not isinstance(file, str) or not _NAME.fullmatch(file) or _file(path, file) is None:
        yield _wrong(path, "logo.file", "a picture beside the theme or below", file)


def _file(path: Path, name: str) -> Path | None:
    """The file of this name in the theme's folder or below, if there is one."""
    found = beside(path.parent, name)
    return found and found.resolve()


def _font(file: Path, where: Place, *, embedded: bool) -> Iterator[Problem]:
    reason = _unfit(file)
    if reason:
        yield problem("BB534", where, reason=f"{reason} in `{file.name}`")
        return
    missing = Face(file).missing(NEEDED) if embedded else ""
    if missing:
        points = ", ".join(f"`{c}` U+{ord(c):04X}" for c in missing[:8])
        more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
        yield problem("BB535", where, found=f"no {points}{more} in `{file.name}`")


def _unfit(file: Path) -> str:
    """Why a font file cannot be embedded; empty if it can."""
    with file.open("rb") as stream:
        content = stream.read(MOST_FONT_BYTES + 1)
    if len(content) > MOST_FONT_BYTES:
        return f"more than {MOST_FONT_BYTES // 1_000_000} MB"
    if content[:4] not in _TRUETYPE:
        return _HEADS.get(content[:4], "no TrueType font")
    tables = dict(_tables(content))
    if b"fvar" in tables:
        return "a font with several weights (variable)"
    licence = tables.get(b"OS/2", len(content)) + 8
    if int.from_bytes(content[licence : licence + 2]) & RESTRICTED:
        return "a licence that forbids embedding"
    from reportlab.pdfbase.ttfonts import TTFont  # only where there is a font to try

    try:
        TTFont("trial", str(file))
    except Exception:
        return "a damaged font"
    return ""


def _tables(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Where the tables of a font begin, by their tags."""
    for at in range(12, 12 + 16 * int.from_bytes(content[4:6]), 16):
        yield content[at : at + 4], int.from_bytes(content[at + 8 : at + 12])
