"""What a template offers, for the person who looks after it.

In: an Office. Out: which layout serves which slides, what stands in its placeholders, and what
is drawn because it has no place for it; as data and as lines.
"""

from collections.abc import Iterator
from typing import Any

from bureau_brief.outputs.layouts import (
    AREA,
    CHART_TITLE,
    CONTENT,
    COVER_LINE,
    HERO,
    MARKER,
    NOTE,
    SLIDE_NUMBER,
    SOURCE,
    TITLE,
    Layout,
)
from bureau_brief.outputs.office import Office
from bureau_brief.outputs.office.palette import words

_SLIDES = {
    "cover": "cover", "full": "overview, cause, targets, more areas", "figures": "several figures",
    "text": "one figure, closing", "chart": "rate, bars, series",
}  # fmt: skip
_CONTENTS = {
    TITLE: "title", COVER_LINE: "office, document, period", AREA: "area name",
    MARKER: "area marker", HERO: "headline number", CONTENT: "table, text or chart",
    CHART_TITLE: "title of the chart", NOTE: "words under the chart", SOURCE: "source",
    SLIDE_NUMBER: "slide number",
}  # fmt: skip


def report(office: Office) -> dict[str, Any]:
    """What was matched, as data."""
    layouts, area = office.layouts, office.match.content.area
    return {
        "slide": [round(layouts.width, 2), round(layouts.height, 2)],
        "free": [round(area.width, 2), round(area.height, 2)],
        "type": round(office.views[0].type, 3),
        "colours": {name: words(tone) for name, tone in layouts.tones.items()},
        "roles": {role: _role(role, layout) for role, layout in layouts.roles.items()},
    }


def _role(role: str, layout: Layout) -> dict[str, Any]:
    own = [place for place in layout.placeholders if place.kind and not place.detached]
    drawn = [place for place in layout.placeholders if place not in own]
    return {
        "slides": _SLIDES[role],
        "layout": layout.name,
        "placeholders": {_CONTENTS[place.idx]: place.name for place in own},
        "drawn": [_CONTENTS[place.idx] for place in drawn],
    }


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    width, height = found["slide"]
    free = " by ".join(f"{inches:.2f}" for inches in found["free"])
    yield f"slide {width:.2f} by {height:.2f} in; free under the title {free} in"
    yield f"panel and rules in {found['colours']['accent1']}, tiles in {found['colours']['bg2']}"
    for role in found["roles"].values():
        yield f"{role['slides']}: layout `{role['layout']}`"
        for content, name in role["placeholders"].items():
            yield f"  {content}: in `{name}`"
        if role["drawn"]:
            yield f"  drawn, as it has no place for them: {', '.join(role['drawn'])}"
