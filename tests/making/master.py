"""Makes `assets/master.pptx`: the slide master, its five layouts and the notes master.

In: colours and fonts of `assets/theme.toml`, and the layouts as they stand in `master_layouts`.
Out: a presentation without slides, the same bytes on every run.
Not for: slides and their content, and not part of the installed program.

Run from the top folder: `python -m tests.making.master`
"""

import tomllib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.making import master_layouts as plan
from tests.making import master_xml as xml

ASSETS = Path(__file__).resolve().parents[2] / "assets"
MASTER = ASSETS / "master.pptx"
THEME = ASSETS / "theme.toml"

_TYPES = "application/vnd.openxmlformats-officedocument."
_DRAWING = f"{_TYPES}presentationml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"

PARTS = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "ppt/presentation.xml": f"{_DRAWING}presentation.main+xml",
    "ppt/presProps.xml": f"{_DRAWING}presProps+xml",
    "ppt/viewProps.xml": f"{_DRAWING}viewProps+xml",
    "ppt/slideMasters/slideMaster1.xml": f"{_DRAWING}slideMaster+xml",
    **{
        f"ppt/slideLayouts/slideLayout{n}.xml": f"{_DRAWING}slideLayout+xml"
        for n in range(1, len(plan.LAYOUTS) + 1)
    },
    "ppt/theme/theme1.xml": f"{_TYPES}theme+xml",
    "ppt/notesMasters/notesMaster1.xml": f"{_DRAWING}notesMaster+xml",
    "ppt/theme/theme2.xml": f"{_TYPES}theme+xml",
}
"""Every part, in the order of the file, with its content type."""


def main() -> None:
    """Write the master."""
    MASTER.write_bytes(made(THEME))


def made(theme_file: Path) -> bytes:
    """The whole presentation, with the colours and fonts of `theme_file`."""
    theme = tomllib.loads(theme_file.read_text(encoding="utf-8"))
    return zipped(_parts(theme))


def zipped(parts: dict[str, str]) -> bytes:
    """The parts as one file: fixed order, fixed dates, nothing of the machine."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, content.encode("utf-8"), compresslevel=9)
    return target.getvalue()


def _parts(theme: dict[str, Any]) -> dict[str, str]:
    look = xml.theme(theme["colours"], theme["fonts"]["deck"])
    layouts = {
        f"ppt/slideLayouts/slideLayout{n}.xml": xml.layout(layout)
        for n, layout in enumerate(plan.LAYOUTS, 1)
    }
    content = layouts | {
        "docProps/core.xml": xml.CORE,
        "ppt/presentation.xml": xml.presentation(),
        "ppt/presProps.xml": xml.PRESENTATION_PROPERTIES,
        "ppt/viewProps.xml": xml.VIEW_PROPERTIES,
        "ppt/slideMasters/slideMaster1.xml": xml.master(),
        "ppt/notesMasters/notesMaster1.xml": xml.notes_master(),
        "ppt/theme/theme1.xml": look,
        "ppt/theme/theme2.xml": look,
    }
    return _listing() | {name: content[name] for name in PARTS}


def _listing() -> dict[str, str]:
    """The parts that list the others: content types and relationships."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in PARTS.items()
    )
    types = (
        f'<Types xmlns="{_PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="{_TYPES_OF_RELATIONS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return {"[Content_Types].xml": types} | {
        name: _relations(targets) for name, targets in _RELATED.items()
    }


def _relations(targets: tuple[tuple[str, str], ...]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{_relation(kind)}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>'


def _relation(kind: str) -> str:
    if kind == "core-properties":
        return f"{_PACKAGE}relationships/metadata/{kind}"
    return f"{_RELATIONS}{kind}"


_TYPES_OF_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_LAYOUT_NUMBERS = range(1, len(plan.LAYOUTS) + 1)
_RELATED: dict[str, tuple[tuple[str, str], ...]] = {
    "_rels/.rels": (
        ("officeDocument", "ppt/presentation.xml"),
        ("core-properties", "docProps/core.xml"),
    ),
    "ppt/_rels/presentation.xml.rels": (
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("presProps", "presProps.xml"),
        ("viewProps", "viewProps.xml"),
        ("theme", "theme/theme1.xml"),
    ),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": (
        *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in _LAYOUT_NUMBERS),
        ("theme", "../theme/theme1.xml"),
    ),
    **{
        f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": (
            ("slideMaster", "../slideMasters/slideMaster1.xml"),
        )
        for n in _LAYOUT_NUMBERS
    },
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": (("theme", "../theme/theme2.xml"),),
}
"""Which part uses which others; their rIds count from 1 in this order."""


if __name__ == "__main__":
    main()
