"""The outputs: the only list of them.

In: a Brief and Options. Out: a plan, or Problems; then the bytes of one file; then what reading
it back says. Each output imports its libraries where it is made, so that nothing is paid for
what is not asked for.
Not for: writing files (`files`).
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bureau_brief.brief import MOST_SLIDES, Brief
from bureau_brief.brief.signing import SignOff
from bureau_brief.values import replace, value

if TYPE_CHECKING:
    from bureau_brief.outputs.carrying import Carried
    from bureau_brief.outputs.deck import Deck
    from bureau_brief.outputs.layouts import LayoutSet
    from bureau_brief.outputs.page import Page, PageSize
    from bureau_brief.outputs.signing import Sheets
    from bureau_brief.theme import Theme
    from bureau_brief.verifying import Verified


@value
class Options:
    """What a person may choose about the looks of the outputs."""

    page: "PageSize" = "a4"
    most_slides: int = MOST_SLIDES
    carried: "Carried | None" = None
    """The data that finished files carry; none: they carry nothing."""
    template: Path | None = None
    """The office's own PowerPoint template."""
    layouts: tuple[tuple[str, str], ...] = ()
    """Names of its layouts for `cover` and `content`, where a person wants others."""
    large_print: bool = False
    """The page has no type under 12 pt."""
    sign_off: SignOff | None = None
    """What the sign-off says, where one is made."""
    theme: Path | None = None
    """The office's own theme file."""


class Output(NamedTuple):
    """One kind of file: its plan, or Problems, and the drawer of that plan."""

    suffix: str
    plan: Callable[[Brief, Options], Any]
    draw: Callable[[Any], bytes]
    shown: Callable[[Any], frozenset[str]]
    """The ids of the figures that a plan shows, conversions included."""
    preload: Callable[[bool], None]
    """Imports and reads what the plan needs, and (True) the drawer, before there is anything to
    plan."""
    verify: "Callable[[bytes, Any, Brief, Any, str], Verified]"
    """Reads the finished file back: bytes, plan, Brief, what the data state, its name."""


def looks(options: Options) -> "Theme":
    """The office's own looks, else those that ship. Raises Problems."""
    if options.theme is None:
        from bureau_brief.theme import theme

        return theme()
    from bureau_brief.theming import own_theme

    return own_theme(options.theme)


def _page_plan(brief: Brief, options: Options) -> "Page":
    from bureau_brief.outputs.manifest import carrying_page
    from bureau_brief.outputs.page import plan

    page = plan(brief, options.page, looks(options), large=options.large_print)
    return carrying_page(page, options.carried) if options.carried else page


def _page_drawn(page: "Page") -> bytes:
    from bureau_brief.outputs.page_pdf import draw
    from bureau_brief.seals import sealed_page

    return sealed_page(draw(page, page.colours))


def _page_shown(page: "Page") -> frozenset[str]:
    return frozenset(page.shown)


def _page_preload(drawn: bool) -> None:
    from bureau_brief.outputs import manifest, page  # noqa: F401
    from bureau_brief.theme import theme

    for face in theme().page.values():
        face.width("0", 1)  # reads the font for measuring
    if drawn:
        from bureau_brief.outputs import page_pdf  # noqa: F401
        from bureau_brief.outputs.embedding import whole

        for face in theme().page.values():
            whole(face)


def _page_verified(data: bytes, page: "Page", brief: Brief, stated: Any, name: str) -> "Verified":
    from bureau_brief.verifying import verify_page

    return verify_page(data, page, brief, stated, name)


def _deck_plan(brief: Brief, options: Options) -> "Deck":
    from bureau_brief.outputs.deck import plan
    from bureau_brief.outputs.layouts import layout_set
    from bureau_brief.outputs.manifest import carrying_deck

    if options.template:
        deck = _on_template(brief, options, options.template)
    else:
        deck = plan(brief, layout_set(), looks(options), options.most_slides)
    return carrying_deck(deck, options.carried, options.most_slides) if options.carried else deck


def _on_template(brief: Brief, options: Options, template: Path) -> "Deck":
    """The deck on an office's template, in the largest type that leaves it all its charts."""
    from bureau_brief.outputs.deck import plan
    from bureau_brief.outputs.deck.placing import largest
    from bureau_brief.outputs.layouts import layout_set
    from bureau_brief.outputs.office import office
    from bureau_brief.theme import theme

    chosen = {**dict(looks(options).layouts), **dict(options.layouts)}
    found = office(template, tuple(chosen.items()))  # its colours and fonts are its own

    def make(layouts: "LayoutSet") -> "Deck":
        return plan(brief, layouts, theme(), options.most_slides)

    deck = largest(make, found.layouts, found.views, layout_set())
    return replace(deck, warnings=(*found.warnings, *deck.warnings))


def _deck_drawn(deck: "Deck") -> bytes:
    from bureau_brief.outputs.deck_pptx import draw

    return draw(deck)


def _deck_shown(deck: "Deck") -> frozenset[str]:
    return frozenset(id_ for slide in deck.slides for text in slide.shown() for id_ in text.figures)


def _deck_preload(drawn: bool) -> None:
    from bureau_brief.outputs import deck, manifest  # noqa: F401
    from bureau_brief.outputs.layouts import layout_set
    from bureau_brief.theme import theme

    if drawn:
        from bureau_brief.outputs.deck_pptx import master

        master()
    layout_set()
    for face in theme().deck.values():
        face.width("0", 1)  # reads the font


def _deck_verified(data: bytes, deck: "Deck", brief: Brief, stated: Any, name: str) -> "Verified":
    from bureau_brief.verifying import verify_deck

    return verify_deck(data, deck, brief, stated, name)


def _sign_off_plan(brief: Brief, options: Options) -> "Sheets":
    from bureau_brief.outputs.manifest import carrying_sheets
    from bureau_brief.outputs.signing import plan

    if options.sign_off is None:
        raise ValueError("a sign-off needs what it says")
    plans = [OUTPUTS[name].plan(brief, options) for name in STANDARD]
    sheets = plan(options.sign_off, brief, plans, options.page, looks(options))
    return carrying_sheets(sheets, options.carried) if options.carried else sheets


def _sign_off_drawn(sheets: "Sheets") -> bytes:
    from bureau_brief.outputs.signing_pdf import draw
    from bureau_brief.seals import sealed_page

    return sealed_page(draw(sheets, sheets.colours))


def _sign_off_shown(sheets: "Sheets") -> frozenset[str]:
    boxes = sheets.text_boxes()
    return frozenset(id_ for box in boxes for text in box.texts for id_ in text.figures)


def _sign_off_preload(drawn: bool) -> None:
    _page_preload(drawn)
    _deck_preload(False)


def _sign_off_verified(
    data: bytes, sheets: "Sheets", brief: Brief, stated: Any, name: str
) -> "Verified":
    from bureau_brief.verifying import verify_sheets

    return verify_sheets(data, sheets, brief, stated, name)


STANDARD = ("pdf", "pptx")
"""What is made where nothing else is asked for."""
SIGN_OFF = "signoff"

OUTPUTS: Mapping[str, Output] = {
    "pdf": Output(".pdf", _page_plan, _page_drawn, _page_shown, _page_preload, _page_verified),
    "pptx": Output(".pptx", _deck_plan, _deck_drawn, _deck_shown, _deck_preload, _deck_verified),
    SIGN_OFF: Output(
        "-signoff.pdf",
        _sign_off_plan,
        _sign_off_drawn,
        _sign_off_shown,
        _sign_off_preload,
        _sign_off_verified,
    ),
}
