"""The parts of a deck as PowerPoint's sections: they fold in the list of slides.

In: the presentation's XML, and the part that each slide belongs to. Out: the list of sections
in it. No validator sees a section that names a slide that is not there.
Not for: the names of the parts.
"""

import itertools
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from bureau_brief.outputs.markup import document, namespaces, quoted

_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_ID = "{{6E0C2B51-0000-4000-8000-{number:012X}}}"
"""A fixed pattern: a random id would change the bytes."""


def add_sections(presentation: Any, slides: Sequence[tuple[str, str]]) -> None:
    """Sections of `slides`, (name of the part, id of the slide) in order."""
    extensions = presentation.find(qn("p:extLst"))
    if extensions is None:
        extensions = etree.SubElement(presentation, qn("p:extLst"))
    for old in extensions.findall(f"{qn('p:ext')}[@uri='{_URI}']"):
        extensions.remove(old)
    parts = itertools.groupby(slides, key=lambda slide: slide[0])
    listed = "".join(
        f'<p14:section name={quoted(name)} id="{_ID.format(number=number)}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{id_}"/>' for _name, id_ in members)
        + "</p14:sldIdLst></p14:section>"
        for number, (name, members) in enumerate(parts, 1)
    )
    said = f'<p14:sectionLst xmlns:p14="{_P14}">{listed}</p14:sectionLst>'
    extension = f'<p:ext{namespaces("p")} uri="{_URI}">{said}</p:ext>'
    extensions.append(etree.fromstring(document(extension)))
