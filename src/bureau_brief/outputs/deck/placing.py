"""A deck in the places of the design, put on the slides of an office's template.

In: a Deck and a View. Out: the same Deck with every place and size of the slide.
Not for: whether it fits: the plan has measured that in the same View.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from bureau_brief.outputs.deck.values import (
    Arrow,
    Bracket,
    Cell,
    Chart,
    Deck,
    Label,
    Paragraph,
    Rule,
    Series,
    SlideNumber,
    Span,
    Strip,
    Table,
    TextBox,
)
from bureau_brief.outputs.layouts import LayoutSet
from bureau_brief.outputs.views import View
from bureau_brief.problems import Problems
from bureau_brief.values import replace


def largest(
    make: Callable[[LayoutSet], Deck], layouts: LayoutSet, views: Iterable[View], own: LayoutSet
) -> Deck:
    """The deck in the largest type in which it has all the charts that it has on `own` layouts,
    the design's; where none has, the one with most of them. Raises Problems."""
    wanted = _charts(make, own)
    made: list[Deck] = []
    for view in views:
        try:
            deck = make(with_one_title_size(make(view.seen(layouts))))
        except Problems as error:
            problems = error
            continue
        made.append(on_slides(deck, view, layouts))
        if wanted is None or _kinds(deck) == wanted:
            return made[-1]
    if not made:
        raise problems
    return max(made, key=lambda deck: len(_kinds(deck)))


def _charts(make: Callable[[LayoutSet], Deck], own: LayoutSet) -> list[str] | None:
    """The charts on the design's own layouts; None if it cannot stand on them."""
    try:
        return _kinds(make(own))
    except Problems:
        return None


def _kinds(deck: Deck) -> list[str]:
    return [item.kind for slide in deck.slides for item in slide.items if isinstance(item, Chart)]


def on_slides(deck: Deck, view: View, layouts: LayoutSet) -> Deck:
    """The deck on the template's own layouts."""
    slides = tuple(
        replace(slide, items=tuple(_placed(item, view) for item in slide.items))
        for slide in deck.slides
    )
    return replace(deck, slides=slides, layouts=layouts, hero=view.size(deck.hero))


def with_one_title_size(deck: Deck) -> LayoutSet:
    """The layouts with the size at which every title after the cover fits."""
    used = min(slide.items[0].paragraphs[0].spans[0].size for slide in deck.slides[1:])  # type: ignore[union-attr]
    roles = {
        role: replace(layout, title_sizes=tuple(s for s in layout.title_sizes if s <= used))
        if role != "cover"
        else layout
        for role, layout in deck.layouts.roles.items()
    }
    return replace(deck.layouts, roles=roles)


_Change = Callable[[View, Any], Any]


def _box(view: View, value: Any) -> Any:
    return view.box(value)


def _insets(view: View, value: Any) -> Any:
    return view.insets(value)


def _size(view: View, value: Any) -> Any:
    return view.size(value)


def _thickness(view: View, value: Any) -> Any:
    return round(value * view.type, 2)


def _across(view: View, value: Any) -> Any:
    return round(value * view.across, 4)


def _all_across(view: View, value: Any) -> Any:
    return tuple(round(each * view.across, 4) for each in value)


def _down(view: View, value: Any) -> Any:
    return round(value * view.down, 4)


def _x(view: View, value: Any) -> Any:
    return round(view.x + value * view.across, 4)


def _y(view: View, value: Any) -> Any:
    return round(view.y + value * view.down, 4)


CHANGES: Mapping[type, Mapping[str, _Change]] = {
    Span: {"size": _size},
    Paragraph: {"line": _size, "before": _size, "after": _size},
    TextBox: {"box": _box, "insets": _insets},
    Rule: {"box": _box},
    Bracket: {"box": _box, "thickness": _thickness},
    Arrow: {"x0": _x, "x1": _x, "y": _y, "thickness": _thickness},
    Strip: {"box": _box, "gap": _across},
    SlideNumber: {"box": _box, "size": _size},
    Label: {"size": _size},
    Series: {"thickness": _thickness},
    Chart: {"box": _box, "category_size": _size},
    Cell: {"right": _across},
    Table: {
        "box": _box, "columns": _all_across, "row_height": _down, "thickness": _thickness,
    },
}  # fmt: skip
"""What a place, a size or a thickness is in each value of the plan."""


def _placed(value: Any, view: View) -> Any:
    """A value with everything in it placed."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_placed(each, view) for each in value)
    if not is_dataclass(value) or type(value) not in CHANGES:
        return value
    changes = CHANGES[type(value)]
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    new = {
        name: changes[name](view, old) if name in changes else _placed(old, view)
        for name, old in found.items()
    }
    return replace(value, **new)  # type: ignore[type-var]
