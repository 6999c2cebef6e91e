"""The office's logo, on the cover and on the closing slide only, always on white.

In: a Brief and the zone that a slide keeps for it. Out: the picture, as large as the zone
allows, at its right edge; nothing where there is no logo, or where the office's own template
brings one.
"""

from bureau_brief.brief import Brief
from bureau_brief.outputs.deck.setting import Setter
from bureau_brief.outputs.deck.values import Image
from bureau_brief.outputs.layouts import Box

ON_COVER = Box(10.2, 5.45, 2.533, 0.5)
ON_CLOSING = Box(10.2, 0.53, 2.533, 0.34)
"""Between the rule and the title, where the slides of areas have their marks."""


def logo(setter: Setter, brief: Brief, zone: Box) -> tuple[Image, ...]:
    """The picture, or nothing."""
    picture = brief.logo
    if picture is None or setter.layouts.template:
        return ()
    scale = min(zone.width / picture.width, zone.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    box = Box(round(zone.x + zone.width - width, 4), zone.y, round(width, 4), round(height, 4))
    return (Image("Logo", box, brief.logo_alt, picture.content),)
