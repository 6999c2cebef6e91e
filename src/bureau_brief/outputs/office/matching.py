"""Which layout of a template serves which slide, by the types of its placeholders and the room
that it leaves, never by its name or its number.

In: Sheets. Out: a Match: the layout of the cover, the layout of the other slides with its free
area, and the placeholders that they use; or Problems that say what is missing.
Not for: colours (`palette`), or sizes of type (`views`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bureau_brief.outputs.layouts import Box, Insets
from bureau_brief.outputs.office.palette import covers
from bureau_brief.outputs.office.sheets import FIXED, TITLES, Sheet, Slot
from bureau_brief.outputs.office.spaces import GAP, MARGIN, bottom, common, free, meet, right
from bureau_brief.problems import Place, Problems, problem
from bureau_brief.values import replace, value

LEAST_WIDTH, LEAST_HEIGHT = 5.0, 2.6
"""Inches of free area that content needs."""
TITLE_SHARE = 0.18
"""Of the free height, for a title where the layout has no place for one."""
LEAST_LINE = 5.0
"""Inches of a title between the marks beside its words; layouts that leave less are taken last."""
WIDE = 0.6
"""Share of the slide's width from which a title, or the master's text, says where the content's
edges are."""
MARK = 0.3
"""Of the title's width: what is wider is a band under it, no mark beside its words."""
NEARLY = 0.9
"""Of the largest free area: such layouts are chosen by their placeholders."""


@value
class Fit:
    """A layout, the place of the title on it, and what is free below that, or above."""

    sheet: Sheet
    title: Slot | None
    """None: the layout has none, and the title stands in `title_box`."""
    title_box: Box
    area: Box

    @property
    def room(self) -> float:
        """The size of the free area."""
        return self.area.width * self.area.height

    @property
    def clear(self) -> Insets:
        """What marks that stand on the title's place, a logo for one, take of it at both sides."""
        box, left, right_ = self.title_box, 0.0, 0.0
        insets = self.title.insets if self.title else Insets()
        for mark in (shape.box for shape in self.sheet.shapes if meet(shape.box, box)):
            if mark.width > MARK * box.width:
                continue
            if mark.x + mark.width / 2 < box.x + box.width / 2:
                left = max(left, right(mark) + GAP - box.x - insets.left)
            else:
                right_ = max(right_, right(box) - mark.x + GAP - insets.right)
        return Insets(round(left, 4), 0, round(right_, 4), 0)

    @property
    def usable(self) -> bool:
        """Whether content has room on it."""
        return self.area.width >= LEAST_WIDTH and self.area.height >= LEAST_HEIGHT

    @property
    def line(self) -> float:
        """How wide the words of its title may be."""
        insets = self.title.insets if self.title else Insets()
        taken = (insets.left, insets.right, self.clear.left, self.clear.right)
        return self.title_box.width - sum(taken)


@value
class Match:
    """The layouts that a deck is made on."""

    cover: Fit
    content: Fit
    subtitle: Slot | None
    source: Slot | None
    number: Slot | None


def match(
    found: Sequence[Sheet], size: tuple[float, float], name: str, chosen: Mapping[str, str]
) -> Match:
    """The best layouts; `chosen` names layouts that a person wants instead. Raises Problems."""
    place = Place("", name)
    fits = [_fit(sheet, size) for sheet in found]
    usable = [fit for fit in fits if fit.usable]
    wanted = _chosen(fits, chosen, place)
    if "content" not in wanted and not usable:
        raise Problems([problem("BB424", place, found=_best(fits), width=LEAST_WIDTH,
                                height=LEAST_HEIGHT)])  # fmt: skip
    content = wanted.get("content") or _content(usable)
    cover = wanted.get("cover") or _cover(fits, content)
    return Match(
        cover=cover,
        content=content,
        subtitle=_subtitle(cover),
        source=_source(content),
        number=content.sheet.slot("sldNum"),
    )


def _chosen(fits: Sequence[Fit], chosen: Mapping[str, str], place: Place) -> dict[str, Fit]:
    """Layouts by the use that a person wants them for."""
    named = {fit.sheet.name: fit for fit in fits}
    unknown = [(use, name) for use, name in chosen.items() if name not in named]
    if unknown:
        known = ", ".join(f"`{name}`" for name in named)
        raise Problems(problem("BB429", place, use=use, name=n, known=known) for use, n in unknown)
    return {use: named[name] for use, name in chosen.items()}


def _best(fits: Sequence[Fit]) -> str:
    if not fits:
        return "no layout at all"
    best = max(fits, key=lambda fit: fit.room)
    return f"{best.area.width:.1f} by {best.area.height:.1f} in on `{best.sheet.name}`"


def _content(usable: Sequence[Fit]) -> Fit:
    """The layout with a title, much room, and fewest placeholders that would stay empty."""
    titled = _roomy(fit for fit in usable if fit.title) or list(usable)
    most = max(fit.room for fit in titled)
    near = [fit for fit in titled if fit.room >= NEARLY * most]
    return min(near, key=lambda fit: sum(slot.kind not in FIXED for slot in fit.sheet.slots))


def _roomy(fits: Iterable[Fit]) -> list[Fit]:
    """Those whose titles have room beside the marks that stand there; all if none has."""
    found = list(fits)
    return [fit for fit in found if fit.line >= LEAST_LINE] or found


def _cover(fits: Sequence[Fit], content: Fit) -> Fit:
    """A layout for a cover, best of the same master; else the one of the other slides."""
    covers_ = _roomy(fit for fit in fits if fit.title and _is_cover(fit.sheet))
    same = [fit for fit in covers_ if fit.sheet.master == content.sheet.master]
    return next(iter(same or covers_), content)


def _is_cover(sheet: Sheet) -> bool:
    return bool(sheet.slot("ctrTitle") or sheet.slot("subTitle"))


def _subtitle(cover: Fit) -> Slot | None:
    """The place for the office, the kind of document and the period."""
    slot = cover.sheet.slot("subTitle")
    return slot if slot and slot.box.width >= LEAST_WIDTH / 2 and not slot.turned else None


def _source(content: Fit) -> Slot | None:
    """The footer, if it is wide enough for a source."""
    slot = content.sheet.slot("ftr")
    return slot if slot and slot.box.width >= 0.7 * content.area.width else None


def _fit(sheet: Sheet, size: tuple[float, float]) -> Fit:
    slide = Box(0, 0, *size)
    fits = [_within(on, sheet, slide) for on in dict.fromkeys((_panel(sheet, slide), slide))]
    return next((fit for fit in fits if fit.usable), fits[-1])


def _panel(sheet: Sheet, slide: Box) -> Box:
    """What the panels behind the content leave of a slide: beyond their edges, the same colour
    may not be read."""
    panel = slide
    for box in (shape.box for shape in sheet.shapes if _behind(shape.box, slide)):
        if not covers(box, slide):
            panel = common(panel, Box(box.x + GAP, box.y + GAP,
                                      box.width - 2 * GAP, box.height - 2 * GAP))  # fmt: skip
    return panel


def _within(on: Box, sheet: Sheet, slide: Box) -> Fit:
    """The place of the title, and what is free of a part of the slide."""
    title = next((s for s in sheet.slots if s.kind in TITLES and _upright(s)), None)
    margin = MARGIN * slide.width
    page = Box(margin, margin, slide.width - 2 * margin, slide.height - 2 * margin)
    taken = list(_taken(sheet, slide))
    if title is None:
        whole = free(common(page, on), taken)
        height = TITLE_SHARE * whole.height
        below = Box(whole.x, whole.y + height, whole.width, whole.height - height)
        return Fit(sheet, None, replace(whole, height=max(height - GAP, 0)), below)
    box = title.box
    x0, x1 = page.x, right(page)
    edges = [each for each in (box, sheet.body) if each.width >= WIDE * slide.width]
    if edges:
        x0 = min(each.x for each in edges) + title.insets.left
        x1 = max(map(right, edges)) - title.insets.right
    top, end = bottom(box) + GAP, box.y - GAP
    below = Box(x0, top, x1 - x0, max(bottom(page) - top, 0))
    above = Box(x0, page.y, x1 - x0, max(end - page.y, 0))
    areas = [free(common(area, on), taken) for area in (below, above)]
    return Fit(sheet, title, box, max(areas, key=lambda area: area.width * area.height))


def _upright(slot: Slot) -> bool:
    return not slot.turned and slot.box.width > slot.box.height


def _taken(sheet: Sheet, slide: Box) -> Iterator[Box]:
    """What stands on a layout and is not behind everything."""
    for shape in sheet.shapes:
        if not covers(shape.box, slide) and not _behind(shape.box, slide):
            yield shape.box
    for slot in sheet.slots:
        if slot.kind in FIXED and slot.box.width:
            yield slot.box


def _behind(box: Box, slide: Box) -> bool:
    """A panel or picture that covers most of the slide: content stands on it."""
    return box.width * box.height >= 0.6 * slide.width * slide.height
