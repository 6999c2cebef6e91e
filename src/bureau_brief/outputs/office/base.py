"""What a deck on an office's template is built on.

In: the parts of the template, and those of the program's own master. Out: parts free to be
changed, with a notes master, the settings that PowerPoint asks for (the template's own may name
its old slides) and a part for the properties of the document.
"""

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from bureau_brief.outputs.package import Part, xml

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def base(template: Sequence[Part], own: Sequence[Part]) -> list[Part]:
    """The parts to add slides to."""
    parts = [part.copied() for part in template]
    core = Part("docProps/core.xml", CT.OPC_CORE_PROPERTIES)
    parts[0].relate(CORE, core)
    parts.append(core)
    main = next(part for part in parts if part.kind == CT.PML_PRESENTATION_MAIN)
    for kind, relation in ((CT.PML_PRES_PROPS, RT.PRES_PROPS), (CT.PML_VIEW_PROPS, RT.VIEW_PROPS)):
        settings = next(part for part in own if part.kind == kind).copied()
        main.relate(relation, settings)
        parts.append(settings)
    if not any(part.kind == CT.PML_NOTES_MASTER for part in parts):
        _add_notes_master(parts, own)
    return parts


def _add_notes_master(parts: list[Part], own: Sequence[Part]) -> None:
    """The program's notes master and its theme, under names that are free."""
    design = next(part for part in own if part.kind == CT.PML_NOTES_MASTER)
    (theme_name,) = (target for kind, target in design.relations.values() if kind == RT.THEME)
    look = next(part for part in own if part.name == theme_name)
    theme = Part(_free("ppt/theme/theme{}.xml", parts), look.kind, look.content)
    master = Part(_free("ppt/notesMasters/notesMaster{}.xml", parts), design.kind, design.content)
    master.relate(RT.THEME, theme)
    parts += [theme, master]
    main = next(part for part in parts if part.kind == CT.PML_PRESENTATION_MAIN)
    root: Any = etree.fromstring(main.content)
    listed = etree.Element(qn("p:notesMasterIdLst"))
    relation = main.relate(RT.NOTES_MASTER, master)
    etree.SubElement(listed, qn("p:notesMasterId"), {qn("r:id"): relation})
    root.find(qn("p:sldMasterIdLst")).addnext(listed)
    main.content = xml(root)


def _free(pattern: str, parts: Sequence[Part]) -> str:
    names = {part.name for part in parts}
    number = 1
    while pattern.format(number) in names:
        number += 1
    return pattern.format(number)
