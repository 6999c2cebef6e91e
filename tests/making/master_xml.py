"""Writes the slide master, layouts, notes master and theme as PresentationML.

In: the values of `master_layouts`, colours and font names. Out: the text of each part.
Not for: deciding where anything stands. Colours are theme slots and fonts theme fonts
everywhere but in the theme itself, so that a new theme changes every slide.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.making import master_layouts as plan
from tests.making.master_layouts import Box, Layout, Level, Rule, Slot

EMU = 914_400
"""English metric units in an inch."""
WIDTH, HEIGHT = 12_192_000, 6_858_000
LANGUAGE = "en-GB"
LEVELS = 5
"""As many as PowerPoint shows on a master; deeper ones have its own style."""
MASTER_ID = 2**31
"""Ids of masters and layouts start here (ECMA-376, ST_SlideMasterId)."""

_OOXML = "http://schemas.openxmlformats.org"
_A = f'xmlns:a="{_OOXML}/drawingml/2006/main"'
_P = f'xmlns:p="{_OOXML}/presentationml/2006/main"'
_AP = f"{_A} {_P}"
_SPACES = f'{_AP} xmlns:r="{_OOXML}/officeDocument/2006/relationships"'
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_RECTANGLE = '<a:prstGeom prst="rect"/>'
_NUMBER_FIELD = "{00000000-1234-1234-1234-123412341234}"

CORE = (
    f'<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    "<dc:creator>bureau-brief</dc:creator>"
    f"<dc:language>{LANGUAGE}</dc:language>"
    "<cp:lastModifiedBy>bureau-brief</cp:lastModifiedBy>"
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified>'
    "<cp:revision>1</cp:revision>"
    "<dc:title>Slide master of bureau-brief</dc:title></cp:coreProperties>"
)
PRESENTATION_PROPERTIES = f"<p:presentationPr {_P}/>"
VIEW_PROPERTIES = f"<p:viewPr {_P}/>"
"""Empty, but PowerPoint offers to repair a presentation that lacks them. It has table styles and
properties of the program (app.xml) of its own."""


def presentation() -> str:
    """The presentation: one master, a notes master, the size, how plain text looks."""
    sizes = (18,) * LEVELS
    return (
        f'<p:presentation {_SPACES} saveSubsetFonts="1">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/><p:notesSz cx="{HEIGHT}" cy="9144000"/>'
        f"<p:defaultTextStyle>{_plain_levels(sizes)}</p:defaultTextStyle></p:presentation>"
    )


def master() -> str:
    """The slide master, with the ids of its layouts."""
    ids = "".join(
        f'<p:sldLayoutId id="{MASTER_ID + n}" r:id="rId{n}"/>'
        for n in range(1, len(plan.LAYOUTS) + 1)
    )
    title = _level(1, plan.MASTER.slots[0].levels[0], face="mj")
    return (
        f'<p:sldMaster {_SPACES} preserve="1">{_drawing(plan.MASTER, is_master=True)}'
        f"{_COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        '<p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{_plain_levels(plan.BODY_SIZES)}</p:bodyStyle>"
        f"<p:otherStyle>{_plain_levels((18,) * LEVELS)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(layout: Layout) -> str:
    """One layout."""
    kind = ' type="title" showMasterSp="0"' if layout.is_title else ""
    return f'<p:sldLayout {_AP}{kind} preserve="1">{_drawing(layout)}</p:sldLayout>'


def notes_master() -> str:
    """The notes page: the slide and what to say."""
    shapes = "".join(_slot(n, slot, is_master=True) for n, slot in enumerate(plan.NOTES, 2))
    return (
        f"<p:notesMaster {_AP}><p:cSld>{_background()}{_tree(shapes)}</p:cSld>"
        f"{_COLOUR_MAP}<p:notesStyle>{_plain_levels((12,) * LEVELS)}</p:notesStyle>"
        "</p:notesMaster>"
    )


def theme(colours: Mapping[str, str], fonts: Mapping[str, str]) -> str:
    """The theme: every colour slot from the eight colours of theme.toml, two fonts, no effects."""
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{colours[name].removeprefix("#")}"/></a:{slot}>'
        for slot, name in THEME_SLOTS.items()
    )
    faces = (
        f"<a:latin typeface={quoteattr(fonts['latin'])}/>"
        f"<a:ea typeface={quoteattr(fonts['east_asian'])}/>"
        f"<a:cs typeface={quoteattr(fonts['latin'])}/>"
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {_A} name="Bureau brief"><a:themeElements>'
        f'<a:clrScheme name="Bureau brief">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Bureau brief"><a:majorFont>{faces}</a:majorFont>'
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Bureau brief"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


THEME_SLOTS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "accent",
    "lt2": "tint",
    "accent1": "accent",
    "accent2": "earlier",
    "accent3": "outline",
    "accent4": "grey",
    "accent5": "hairline",
    "accent6": "ink",
    "hlink": "accent",
    "folHlink": "grey",
}
"""Which colour of theme.toml fills which slot; accent2 and 4 to 6 are for charts made by hand."""


def _drawing(layout: Layout, is_master: bool = False) -> str:
    """Rules first, under the text; then the placeholders in reading order."""
    rules = "".join(_rule(n, rule) for n, rule in enumerate(layout.rules, 2))
    first = 2 + len(layout.rules)
    slots = "".join(_slot(n, slot, is_master) for n, slot in enumerate(layout.slots, first))
    ground = _background() if is_master else ""
    return f"<p:cSld name={quoteattr(layout.name)}>{ground}{_tree(rules + slots)}</p:cSld>"


def _background() -> str:
    return (
        '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg>"
    )


def _tree(shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree>"
    )


def _rule(number: int, rule: Rule) -> str:
    shade = f'<a:lumMod val="{rule.darker * 1000}"/>' if rule.darker else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(rule.name)}>{_DECORATIVE}'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(rule.box)}'
        f'{_RECTANGLE}<a:solidFill><a:schemeClr val="{rule.colour}">{shade}</a:schemeClr>'
        "</a:solidFill></p:spPr></p:sp>"
    )


def _slot(number: int, slot: Slot, is_master: bool = False) -> str:
    locks = ' noRot="1" noChangeAspect="1"' if slot.kind == "sldImg" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(slot.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr><p:nvPr>{_place(slot, is_master)}'
        f"</p:nvPr></p:nvSpPr>{_looks(slot, is_master)}</p:sp>"
    )


def _looks(slot: Slot, is_master: bool) -> str:
    """Place and text; what stands in a layout as on the master has them from there."""
    if slot in plan.MASTER.slots and not is_master:
        return f"<p:spPr/><p:txBody>{_body('')}{_paragraphs(slot)}</p:txBody>"
    text = _text(slot, is_master) if slot.levels else ""
    return f"<p:spPr>{_frame(slot.box)}{_shape(slot, is_master)}</p:spPr>{text}"


def _place(slot: Slot, is_master: bool) -> str:
    """Which placeholder it is; the number is what slides and layouts find it by."""
    kind = f'<p:ph type="{slot.kind}"'
    idx = f' idx="{slot.idx}"' if slot.idx else ""
    prompt = ' hasCustomPrompt="1"' if slot.levels[:1] and slot.levels[0].prompt else ""
    return f"{kind}{idx}{'' if is_master else prompt}/>"


def _shape(slot: Slot, is_master: bool) -> str:
    colour = _fill(slot.fill) if slot.fill else ""
    return _RECTANGLE + colour if colour or is_master else ""


def _frame(box: Box) -> str:
    x, y, width, height = (round(inches * EMU) for inches in box)
    x_end = min(x + width, WIDTH)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{x_end - x}" cy="{height}"/></a:xfrm>'


def _text(slot: Slot, is_master: bool) -> str:
    levels = () if is_master and slot.kind == "body" else enumerate(slot.levels, 1)
    style = "".join(_own_level(n, level) for n, level in levels)
    body = _body(_setting(slot, is_master))
    return f"<p:txBody>{body}<a:lstStyle>{style}</a:lstStyle>{_paragraphs(slot)}</p:txBody>"


def _body(setting: str) -> str:
    return f"<a:bodyPr{setting}><a:noAutofit/></a:bodyPr>"


def _setting(slot: Slot, is_master: bool) -> str:
    """Insets and anchor: all of them on the master, in a layout what differs from there."""
    said = ' vert="horz" wrap="square" rtlCol="0"' if is_master else ""
    for side, inches in zip(("lIns", "tIns", "rIns", "bIns"), slot.insets, strict=True):
        said += f' {side}="{round(inches * EMU)}"' if inches or is_master else ""
    return said + (f' anchor="{slot.anchor}"' if slot.anchor != "t" or is_master else "")


def _paragraphs(slot: Slot) -> str:
    """The prompt of each level; the page number's field; nothing in the footer."""
    if slot.kind == "sldNum":
        field = f'<a:fld id="{_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{LANGUAGE}"/>'
        return f"<a:p>{field}<a:t>‹#›</a:t></a:fld></a:p>"
    return "".join(_paragraph(n, level.prompt) for n, level in enumerate(slot.levels))


def _paragraph(depth: int, prompt: str) -> str:
    properties = f'<a:pPr lvl="{depth}"/>' if depth else ""
    if not prompt:
        return f'<a:p>{properties}<a:endParaRPr lang="{LANGUAGE}"/></a:p>'
    return (
        f'<a:p>{properties}<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(prompt)}</a:t></a:r></a:p>'
    )


def _plain_levels(sizes: tuple[int, ...]) -> str:
    """Text that a person adds: single spacing, so that it still looks right at another size."""
    levels = (Level("", size, line=None) for size in sizes)
    return "".join(_level(n, level, "mn") for n, level in enumerate(levels, 1))


def _level(number: int, level: Level, face: str) -> str:
    """One paragraph level of a base style, with the fonts of `face` (mj or mn)."""
    fonts = "".join(f'<a:{s} typeface="+{face}-{t}"/>' for s, t in _SCRIPTS)
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="{level.align}" rtl="0" eaLnBrk="1" '
        f'hangingPunct="0">{_line(level)}{_space("spcBef", 0)}{_space("spcAft", 0)}<a:buNone/>'
        f'<a:defRPr lang="{LANGUAGE}" kern="1200" sz="{100 * level.size}" '
        f'b="{int(level.bold)}">{_fill(level.colour)}{fonts}</a:defRPr></a:lvl{number}pPr>'
    )


def _own_level(number: int, level: Level) -> str:
    """One paragraph level of a placeholder: what differs from the base style."""
    align = f' algn="{level.align}"' if level.align != "l" else ""
    before = _space("spcBef", level.before) if level.before else ""
    after = _space("spcAft", level.after) if level.after else ""
    colour = _fill(level.colour) if level.colour != "tx1" else ""
    return (
        f"<a:lvl{number}pPr{align}>{_line(level)}{before}{after}"
        f'<a:defRPr sz="{100 * level.size}" b="{int(level.bold)}">{colour}</a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _space(name: str, points: float) -> str:
    return f'<a:{name}><a:spcPts val="{round(100 * points)}"/></a:{name}>'


def _line(level: Level) -> str:
    if level.line is None:
        return '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
    return _space("lnSpc", level.line or plan.LINE * level.size)


_SCRIPTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
