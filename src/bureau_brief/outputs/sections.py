"""The parts of a deck as PowerPoint's sections: they fold in the list of slides.

In: the presentation's XML, and the part that each slide belongs to. Out: the list of sections
in it. No validator sees a section that names a slide that is not there.
Not for: the names of the parts.
"""

import itertools
from collections.abc import Sequence

from lxml import etree
from pptx.oxml.ns import qn

from bureau_brief.outputs.markup import Element, add

_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_ID = "{{6E0C2B51-0000-4000-8000-{number:012X}}}"
"""A fixed pattern: a random id would change the bytes."""


def add_sections(presentation: Element, slides: Sequence[tuple[str, str]]) -> None:
    """Sections of `slides`, (name of the part, id of the slide) in order."""
    extensions = presentation.find(qn("p:extLst"))
    if extensions is None:
        extensions = add(presentation, "p:extLst")
    for old in extensions.findall(f"{qn('p:ext')}[@uri='{_URI}']"):
        extensions.remove(old)
    extension = add(extensions, "p:ext", {"uri": _URI})
    listed = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    parts = itertools.groupby(slides, key=lambda slide: slide[0])
    for number, (name, members) in enumerate(parts, 1):
        said = {"name": name, "id": _ID.format(number=number)}
        section = etree.SubElement(listed, f"{{{_P14}}}section", said)
        ids = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for _name, id_ in members:
            etree.SubElement(ids, f"{{{_P14}}}sldId", {"id": id_})
