"""The list of slides, and the parts of a deck as PowerPoint's sections: they fold in that list.

In: the presentation's part as a template has it, and the slides. Out: the same with both lists.
No validator sees a section that names a slide that is not there.
Not for: the names of the sections, or the slides themselves.
"""

import functools
import itertools
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.oxml.ns import nsuri, qn

from bureau_brief.outputs.markup import document, namespaces, quoted

FIRST_SLIDE_ID = 256  # smaller ones are not allowed
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_ID = "{{6E0C2B51-0000-4000-8000-{number:012X}}}"
"""A fixed pattern: a random id would change the bytes."""
_SLIDES, _SECTIONS = "slides", "sections"


def with_slides(presentation: bytes, slides: Sequence[tuple[str, str]]) -> bytes:
    """`slides`: the section and the id of the relationship of each, in order."""
    before, between, after = _around(presentation)
    numbered = list(enumerate(slides, FIRST_SLIDE_ID))
    listed = "".join([f'<p:sldId id="{id_}" r:id="{related}"/>' for id_, (_, related) in numbered])
    sections = itertools.groupby(numbered, key=lambda slide: slide[1][0])
    said = "".join(
        f'<p14:section name={quoted(name)} id="{_ID.format(number=number)}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{id_}"/>' for id_, _slide in members)
        + "</p14:sldIdLst></p14:section>"
        for number, (name, members) in enumerate(sections, 1)
    )
    return document(f"{before}{listed}{between}{said}{after}")


@functools.lru_cache(maxsize=8)
def _around(presentation: bytes) -> tuple[str, str, str]:
    """What stands before, between and after the slides and the sections."""
    root: Any = etree.fromstring(presentation)
    etree.strip_tags(root, etree.Comment)
    root.find(qn("p:sldSz")).addprevious(etree.Comment(_SLIDES))
    extensions = root.find(qn("p:extLst"))
    if extensions is None:
        extensions = etree.SubElement(root, qn("p:extLst"))
    for old in extensions.findall(f"{qn('p:ext')}[@uri='{_URI}']"):
        extensions.remove(old)
    extensions.append(etree.Comment(_SECTIONS))
    spaces = namespaces("".join(one for one in "pr" if root.nsmap.get(one) != nsuri(one)))
    before, _, rest = etree.tostring(root, encoding="unicode").partition(f"<!--{_SLIDES}-->")
    between, _, after = rest.partition(f"<!--{_SECTIONS}-->")
    extension = f'<p:ext{spaces} uri="{_URI}"><p14:sectionLst xmlns:p14="{_P14}">'
    return (
        f"{before}<p:sldIdLst{spaces}>",
        f"</p:sldIdLst>{between}{extension}",
        f"</p14:sectionLst></p:ext>{after}",
    )
