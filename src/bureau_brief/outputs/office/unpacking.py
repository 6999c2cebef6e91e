"""An office's template as parts, read with care: it may come from anywhere.

In: the bytes of a .pptx or .potx. Out: its parts without slides and without what only slides
need; or Problems: no such file, protected, with macros, too large, linked to other files.
Not for: what its layouts offer (`matching`), or files that this program wrote.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import NAMESPACE as NS
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from bureau_brief.outputs.package import Part
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.zips import DAMAGED

MOST_BYTES, MOST_PARTS = 128 * 2**20, 4096
"""Of a template when unpacked."""
MOST_LAYOUTS = 250
MOST_XML = 5_000_000
"""Of a part that is parsed: in memory it takes fifty times as much."""

MAIN = frozenset({CT.PML_PRESENTATION_MAIN, CT.PML_TEMPLATE_MAIN, CT.PML_SLIDESHOW_MAIN})
_KEPT = frozenset(
    {RT.SLIDE_MASTER, RT.NOTES_MASTER, RT.HANDOUT_MASTER, RT.THEME, RT.TABLE_STYLES, RT.FONT}
)
"""What a presentation keeps of its relationships: the others are of slides, or of one machine."""
_RUNS = ("vbaProject", "control", "activeXControlBinary", "wordVbaData")
_OLE = b"\xd0\xcf\x11\xe0"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

_NONE = ("/officeDocument", "a presentation that is not there")


def opened(content: bytes, name: str) -> list[Part]:
    """The parts that layouts need, the package first. Raises Problems that name the file."""
    place = Place("", name)
    try:
        entries = _entries(content, place)
        kinds = _kinds(entries)
        parts = {part.name: part for part in _parts(entries, kinds)}
        main = parts[_main(parts[""])]
        _check_kind(main, place)
        found = list(_macros(parts.values(), place))
        _strip(main)
        kept = [_sound(part) for part in _reachable(parts, main)]
        _few_layouts(kept, place)
    except (*DAMAGED, etree.XMLSyntaxError) as error:
        raise Problems([_no_template(place, "a damaged or protected file")]) from error
    found += _links(kept, place)
    if found:
        raise Problems(found)
    main.kind = CT.PML_PRESENTATION_MAIN
    package = Part("", "")
    package.relate(RT.OFFICE_DOCUMENT, main)
    for part in kept:
        _forget_slides(part, parts)
    return [package, *kept]


def parsed(part: Part) -> Any:
    """The root element of a part; entities are never resolved."""
    return etree.fromstring(part.content, _PARSER)


def _sound(part: Part) -> Part:
    """The part itself. Raises ValueError if it is XML that defines entities, or no XML at all."""
    if part.name.endswith(".xml") and parsed(part).getroottree().docinfo.doctype:
        raise ValueError(part.name)
    return part


def _no_template(place: Place, reason: str, hint: str = "") -> Problem:
    hint = hint or "save it in PowerPoint as a presentation (.pptx) or a template (.potx)"
    return problem("BB421", place, reason=reason, hint=hint)


def _entries(content: bytes, place: Place) -> dict[str, bytes]:
    """Every file of the zip, counted while it is unpacked: what the zip says may be a lie."""
    if content.startswith(_OLE):
        hint = "take the password off, or save it as .pptx"
        raise Problems([_no_template(place, "a protected file, or the old format .ppt", hint)])
    if not content.startswith(b"PK"):
        raise Problems([_no_template(place, "another kind of file")])
    entries: dict[str, bytes] = {}
    left = MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise Problems([problem("BB422", place, limit=f"{MOST_PARTS} parts")])
        _small_enough(archive.infolist(), place)
        for info in archive.infolist():
            with archive.open(info) as stream:
                entry = stream.read(left + 1)
            left -= len(entry)
            if left < 0:
                limit = f"{MOST_BYTES // 2**20} MB unpacked"
                raise Problems([problem("BB422", place, limit=limit)])
            if not info.is_dir():
                entries[info.filename.lstrip("/")] = entry
    return entries


def _small_enough(infos: Iterable[zipfile.ZipInfo], place: Place) -> None:
    """What the zip says of its own size: no more than this is read of it."""
    if sum(info.file_size for info in infos) > MOST_BYTES:
        limit = f"{MOST_BYTES // 2**20} MB unpacked"
        raise Problems([problem("BB422", place, limit=limit)])
    for info in infos:
        if info.filename.endswith((".xml", ".rels")) and info.file_size > MOST_XML:
            limit = f"{MOST_XML // 1_000_000} MB in one part"
            raise Problems([problem("BB422", place, limit=limit)])


def _few_layouts(parts: Iterable[Part], place: Place) -> None:
    """Every layout is taken apart to see what it can carry."""
    if sum(part.kind == CT.PML_SLIDE_LAYOUT for part in parts) > MOST_LAYOUTS:
        raise Problems([problem("BB422", place, limit=f"{MOST_LAYOUTS} layouts")])


def _kinds(entries: Mapping[str, bytes]) -> dict[str, str]:
    """The content type of every part."""
    root = etree.fromstring(entries["[Content_Types].xml"], _PARSER)
    space = f"{{{NS.OPC_CONTENT_TYPES}}}"
    default = {
        e.get("Extension", "").lower(): e.get("ContentType", "")
        for e in root.iter(f"{space}Default")
    }
    named = {
        e.get("PartName", "").lstrip("/").lower(): e.get("ContentType", "")
        for e in root.iter(f"{space}Override")
    }
    return {
        name: named.get(name.lower()) or default.get(name.rpartition(".")[2].lower(), "")
        for name in entries
    }


def _parts(entries: Mapping[str, bytes], kinds: Mapping[str, str]) -> Iterator[Part]:
    names = {name.lower(): name for name in entries}
    for name in ("", *entries):
        if name == "[Content_Types].xml" or name.endswith(".rels"):
            continue
        part = Part(name, kinds.get(name, ""), entries.get(name, b""))
        folder, base = posixpath.split(name)
        for element in _relationships(entries.get(posixpath.join(folder, "_rels", f"{base}.rels"))):
            id_, kind, target = (element.get(key, "") for key in ("Id", "Type", "Target"))
            if element.get("TargetMode") == "External":
                part.links[id_] = (kind, target)
            else:
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                part.relations[id_] = (kind, names.get(path.lower(), path))
        yield part


def _relationships(content: bytes | None) -> Iterator[Any]:
    if content:
        space = f"{{{NS.OPC_RELATIONSHIPS}}}"
        yield from etree.fromstring(content, _PARSER).iter(f"{space}Relationship")


def _main(package: Part) -> str:
    """The name of the presentation."""
    found = package.relations.values()
    return next(target for kind, target in [*found, _NONE] if kind.endswith("/officeDocument"))


def _check_kind(main: Part, place: Place) -> None:
    if "macroEnabled" in main.kind:
        raise Problems([_macro(place)])
    if main.kind not in MAIN:
        raise Problems([_no_template(place, "another kind of document")])
    if not parsed(main).tag.startswith("{http://schemas.openxmlformats.org/"):
        hint = "save it as `PowerPoint presentation`, not as `Strict Open XML`"
        raise Problems([_no_template(place, "the strict variant of the format", hint)])


def _macro(place: Place) -> Problem:
    hint = "save it without macros, as .pptx or .potx"
    return _no_template(place, "a file with macros or controls that run", hint)


def _macros(parts: Any, place: Place) -> Iterator[Problem]:
    """A file that carries a programme, even where nothing seems to start it."""
    kinds = {kind for part in parts for kind, _ in part.relations.values()}
    if any(kind.rpartition("/")[2] in _RUNS for kind in kinds):
        yield _macro(place)


def _links(parts: list[Part], place: Place) -> Iterator[Problem]:
    """Links that a programme follows by itself; a link that a person clicks may stay."""
    for part in parts:
        for kind, target in part.links.values():
            clicked = kind == RT.HYPERLINK and target.lower().startswith(_CLICKED)
            if not clicked:
                yield problem("BB423", place, target=target[:80], part=part.name)


_CLICKED = ("http:", "https:", "mailto:")


def _strip(main: Part) -> None:
    """Take everything out of the presentation that is not its looks."""
    main.relations = {id_: r for id_, r in main.relations.items() if r[0] in _KEPT}
    main.links = {}
    root = parsed(main)
    for name in ("sldIdLst", "custShowLst", "photoAlbum", "custDataLst", "smartTags",
                 "modifyVerifier", "extLst"):  # fmt: skip
        for element in root.findall(f"{{*}}{name}"):
            root.remove(element)
    main.content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _reachable(parts: Mapping[str, Part], main: Part) -> Iterator[Part]:
    """The parts that are used, once each; slides are not."""
    waiting, seen = [main.name], {main.name}
    while waiting:
        part = parts[waiting.pop(0)]
        yield part
        for kind, target in part.relations.values():
            known = target in parts and target not in seen
            if known and kind not in (RT.SLIDE, RT.NOTES_SLIDE):
                seen.add(target)
                waiting.append(target)


def _forget_slides(part: Part, parts: Mapping[str, Part]) -> None:
    """Take out relationships to slides and to nothing, and the clicks that used them."""
    gone = {
        id_
        for id_, (kind, target) in part.relations.items()
        if kind in (RT.SLIDE, RT.NOTES_SLIDE) or target not in parts
    }
    if not gone:
        return
    part.relations = {id_: r for id_, r in part.relations.items() if id_ not in gone}
    root = parsed(part)
    for element in list(root.iter("{*}hlinkClick", "{*}hlinkHover")):
        if any(value in gone for value in element.attrib.values()):
            element.getparent().remove(element)
    part.content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
