"""Templates that differ as those of real offices do, made on the spot.

In: nothing. Out: the bytes of a .pptx or .potx by what is odd about it. Each starts from the
file that python-pptx brings along, which this program has not made.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

Entries = dict[str, bytes]
LOGO = Path(__file__).parent / "data" / "logo.png"
LAYOUTS = re.compile(r"ppt/slide(Layouts|Masters)/slide\w+\.xml$")
CHINESE = (
    "标题幻灯片", "标题和内容", "节标题", "两栏内容", "比较", "仅标题", "空白", "内容与标题",
    "图片与标题", "标题和竖排文字", "竖排标题与文本",
)  # fmt: skip
MASTER_NUMBER = 2147483648


def unpacked(data: bytes) -> Entries:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(entries: Mapping[str, bytes]) -> bytes:
    """A zip of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def _saved(presentation: Any) -> bytes:
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def standard(width: float = 10, height: float = 7.5, font: str = "Arial") -> bytes:
    """Eleven layouts of the usual kind, 4:3 unless another size is asked for."""
    presentation = Presentation()
    across, down = width / 10, height / 7.5
    presentation.slide_width, presentation.slide_height = Inches(width), Inches(height)
    data = _saved(presentation)
    entries = unpacked(data)
    for name in filter(LAYOUTS.search, entries):
        root = etree.fromstring(entries[name])
        for element in root.iter(qn("a:off"), qn("a:ext")):
            for key, factor in (("x", across), ("y", down), ("cx", across), ("cy", down)):
                if key in element.attrib:
                    element.set(key, str(round(int(element.get(key)) * factor)))
        entries[name] = etree.tostring(root)
    theme = "ppt/theme/theme1.xml"
    entries[theme] = entries[theme].replace(b'typeface="Calibri"', f'typeface="{font}"'.encode())
    return packed(entries)


def wide() -> bytes:
    """16:9, nothing odd."""
    return standard(13.333, 7.5)


def portrait() -> bytes:
    """A page that stands upright."""
    return standard(7.5, 10)


def without_a_title() -> bytes:
    """The layout that would be taken has no title; others have."""
    return _without(wide(), lambda name: name == "Title Only", ("title",))


def without_placeholders() -> bytes:
    """No layout has any placeholder."""
    return _without(wide(), lambda _name: True, None)


def _without(data: bytes, chosen: Callable[[str], bool], kinds: Iterable[str] | None) -> bytes:
    presentation = Presentation(io.BytesIO(data))
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders) if chosen(layout.name) else ():
            if kinds is None or shape._element.ph.get("type") in kinds:
                shape._element.getparent().remove(shape._element)
    return _saved(presentation)


def with_chinese_names() -> bytes:
    """Layouts and placeholders named in Chinese."""
    presentation = Presentation(io.BytesIO(wide()))
    for layout, name in zip(presentation.slide_layouts, CHINESE, strict=True):
        layout._element.cSld.set("name", name)
        for number, shape in enumerate(layout.placeholders, 1):
            shape._element.xpath(".//p:cNvPr")[0].set("name", f"占位符 {number}")
    return _saved(presentation)


def with_slides() -> bytes:
    """Leftover slides with charts, notes, pictures and comments, and a logo that leads to one."""
    presentation: Any = Presentation(io.BytesIO(wide()))
    for number in range(3):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Old slide {number}"
        numbers = CategoryChartData()
        numbers.categories = ["a", "b"]
        numbers.add_series("s", (1, 2))
        place = (Inches(1), Inches(2), Inches(5), Inches(4))
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, numbers)
        slide.notes_slide.notes_text_frame.text = "confidential"
    layout = presentation.slide_layouts[5]
    relation = layout.part.relate_to(presentation.slides[0].part, _SLIDE)
    layout.shapes._spTree.append(_logo(relation))
    entries = unpacked(_saved(presentation))
    _comment(entries)
    _picture(entries, "ppt/slideLayouts/slideLayout6.xml")
    main = entries["ppt/presentation.xml"].decode()
    ids = re.findall(r'<p:sldId [^>]*?id="(\d+)"[^>]*?r:id="(\w+)"', main) or [
        (b, a) for a, b in re.findall(r'<p:sldId [^>]*?r:id="(\w+)"[^>]*?id="(\d+)"', main)
    ]
    shows = f'<p:custShowLst><p:custShow name="old" id="0"><p:sldLst><p:sld r:id="{ids[0][1]}"/>'
    shows += "</p:sldLst></p:custShow></p:custShowLst>"
    main = re.sub(r"(<p:notesSz[^>]*/>)", rf"\1{shows}", main)
    listed = "".join(f'<p14:sldId id="{id_}"/>' for id_, _ in ids)
    section = _SECTIONS.format(listed=listed)
    entries["ppt/presentation.xml"] = re.sub(
        r"(<p:extLst>.*</p:extLst>)?</p:presentation>", f"{section}</p:presentation>", main
    ).encode()
    return packed(entries)


_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
_SECTIONS = (
    '<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="Old" id="{{6B2F3F0A-1B7B-4F0E-9C1D-000000000001}}"><p14:sldIdLst>'
    "{listed}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
)


def _logo(relation: str) -> Any:
    """A small mark on a layout; a click on it leads to a slide."""
    space = 'xmlns:a="{}" xmlns:p="{}" xmlns:r="{}"'.format(
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    return etree.fromstring(
        f'<p:sp {space}><p:nvSpPr><p:cNvPr id="77" name="Logo"><a:hlinkClick r:id="{relation}" '
        'action="ppaction://hlinksldjump"/></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="11640000" y="400000"/><a:ext cx="460000" cy="300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/>'
        "</a:solidFill></p:spPr></p:sp>"
    )


def _comment(entries: Entries) -> None:
    """A comment on the first slide."""
    space = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    entries["ppt/commentAuthors.xml"] = (
        f'<p:cmAuthorLst {space}><p:cmAuthor id="0" name="Somebody" initials="S" lastIdx="1" '
        'clrIdx="0"/></p:cmAuthorLst>'
    ).encode()
    entries["ppt/comments/comment1.xml"] = (
        f'<p:cmLst {space}><p:cm authorId="0" idx="1"><p:pos x="0" y="0"/><p:text>secret</p:text>'
        "</p:cm></p:cmLst>"
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.presentationml"
    _declare(entries, "ppt/commentAuthors.xml", f"{kind}.commentAuthors+xml")
    _declare(entries, "ppt/comments/comment1.xml", f"{kind}.comments+xml")
    _relate(entries, "ppt/presentation.xml", "commentAuthors", "commentAuthors.xml")
    _relate(entries, "ppt/slides/slide1.xml", "comments", "../comments/comment1.xml")


def _picture(entries: Entries, layout: str) -> None:
    """A picture on a layout, in the corner beside the title."""
    entries["ppt/media/logo.PNG"] = LOGO.read_bytes()
    kinds = "[Content_Types].xml"
    png = b'<Default Extension="png" ContentType="image/png"/><Override'
    entries[kinds] = entries[kinds].replace(b"<Override", png, 1)
    relation = _relate(entries, layout, "image", "../media/logo.PNG")
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="78" name="Arms" descr="Arms of the county"/><p:cNvPicPr/>'
        '<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip xmlns:r="http://schemas.openxml'
        f'formats.org/officeDocument/2006/relationships" r:embed="{relation}"/><a:stretch>'
        '<a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="120000" y="400000"/>'
        '<a:ext cx="460000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic></p:spTree>"
    )
    entries[layout] = entries[layout].replace(b"</p:spTree>", picture.encode())


def _declare(entries: Entries, name: str, kind: str) -> None:
    said = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(b"</Types>", said)


def _relate(entries: Entries, name: str, kind: str, target: str, mode: str = "") -> str:
    folder, _, base = name.rpartition("/")
    path = f"{folder}/_rels/{base}.rels"
    number = f"rId{entries[path].count(b'<Relationship ') + 100}"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    said = f'<Relationship Id="{number}" Type="{space}/{kind}" Target="{target}"{mode}/>'
    entries[path] = entries[path].replace(b"</Relationships>", f"{said}</Relationships>".encode())
    return number


def with_two_masters() -> bytes:
    """A second master with the same layouts and a theme of its own, other colours."""
    entries = unpacked(wide())
    shift = 11
    copies = {"ppt/slideMasters/slideMaster1.xml": "ppt/slideMasters/slideMaster2.xml",
              "ppt/theme/theme1.xml": "ppt/theme/theme9.xml"}  # fmt: skip
    copies |= {
        f"ppt/slideLayouts/slideLayout{n}.xml": f"ppt/slideLayouts/slideLayout{n + shift}.xml"
        for n in range(1, shift + 1)
    }
    renamed = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in copies.items()}
    kinds = dict(re.findall(r'PartName="/([^"]+)" ContentType="([^"]+)"',
                            entries["[Content_Types].xml"].decode()))  # fmt: skip
    for old, new in copies.items():
        entries[new] = entries[old]
        _declare(entries, new, kinds[old])
        rels = f"{old.rpartition('/')[0]}/_rels/{old.rpartition('/')[2]}.rels"
        if rels in entries:
            text = re.sub(r"[\w]+\.xml(?=\")", lambda m: renamed[m[0]], entries[rels].decode())
            entries[rels.replace(old.rpartition("/")[2], new.rpartition("/")[2])] = text.encode()
    master = entries["ppt/slideMasters/slideMaster2.xml"].decode()
    numbers = iter(range(MASTER_NUMBER + 50, MASTER_NUMBER + 90))
    master = re.sub(
        r'(<p:sldLayoutId [^>]*?\bid=)"\d+"', lambda m: f'{m[1]}"{next(numbers)}"', master
    )
    entries["ppt/slideMasters/slideMaster2.xml"] = master.encode()
    relation = _relate(
        entries, "ppt/presentation.xml", "slideMaster", "slideMasters/slideMaster2.xml"
    )
    main = entries["ppt/presentation.xml"].decode()
    listed = f'<p:sldMasterId id="{MASTER_NUMBER + 40}" r:id="{relation}"/></p:sldMasterIdLst>'
    entries["ppt/presentation.xml"] = main.replace("</p:sldMasterIdLst>", listed).encode()
    return packed(entries)


def as_potx() -> bytes:
    """A template by its own type."""
    entries = unpacked(wide())
    old, new = b"presentation.main+xml", b"template.main+xml"
    entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(old, new)
    return packed(entries)


def dark() -> bytes:
    """White text on a dark ground, as the master maps the theme's colours."""
    entries = unpacked(wide())
    name = "ppt/slideMasters/slideMaster1.xml"
    entries[name] = entries[name].replace(
        b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    )
    return packed(entries)


def with_white_titles() -> bytes:
    """White titles, and no dark ground under them."""
    entries = unpacked(wide())
    name = "ppt/slideMasters/slideMaster1.xml"
    styles = re.compile(rb"(<p:titleStyle>.*?<a:schemeClr val=)\"tx1\"", re.DOTALL)
    entries[name] = styles.sub(rb'\1"bg1"', entries[name])
    return packed(entries)


def with_a_wide_footer() -> bytes:
    """A footer as wide as the content, and no date."""
    presentation: Any = Presentation(io.BytesIO(wide()))
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        for shape in list(sheet.placeholders):
            kind = shape._element.ph.get("type")
            if kind == "dt":
                shape._element.getparent().remove(shape._element)
            elif kind == "ftr":
                shape.left, shape.width = Inches(0.67), Inches(10)
                shape.top, shape.height = Inches(6.95), Inches(0.4)
    return _saved(presentation)


def with_titles_at_the_bottom() -> bytes:
    """Content on top, the title under it."""
    presentation: Any = Presentation(io.BytesIO(wide()))
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.ph.get("type") == "title":
                _place(shape, 0.7, 5.9, 11.9, 0.95)
            elif shape._element.ph.get("type", "obj") in ("body", "obj"):
                _place(shape, 0.7, 0.6, 11.9, 5.1)
    return _saved(presentation)


def with_groups() -> bytes:
    """Bands at the top and at the bottom in one group, which counts its places in hundredths of
    an inch, and a logo beside the title."""
    presentation: Any = Presentation(io.BytesIO(wide()))
    master = presentation.slide_master
    bands = "".join(
        _BAND.format(id=id_, x=0, y=y, width=round(1333.3), height=height)
        for id_, y, height in ((902, 0, 20), (903, 725, 25))
    )
    group = _GROUP.format(bands=bands, width=round(13.333 * 914400), height=round(7.5 * 914400))
    logo = _BAND.format(id=904, x=10972800, y=320040, width=1645920, height=640080)
    for number, shape in enumerate((group, logo)):
        master.shapes._spTree.insert(2 + number, parse_xml(shape))
    return _saved(presentation)


_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_BAND = (
    f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{{id}}" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/>'
    "</a:solidFill></p:spPr></p:sp>"
)
_GROUP = (
    f'<p:grpSp {_SPACES}><p:nvGrpSpPr><p:cNvPr id="901" name="Bands"/><p:cNvGrpSpPr/><p:nvPr/>'
    '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="1333" cy="750"/></a:xfrm></p:grpSpPr>{bands}</p:grpSp>'
)


def with_crowded_titles() -> bytes:
    """Two masters; on the first, pictures at both ends of the title leave no room between."""
    entries = unpacked(with_two_masters())
    marks = "".join(
        _BAND.format(id=id_, x=round(x * 914400), y=300000, width=3000000, height=900000)
        for id_, x in ((905, 2.6), (906, 7.4))
    )
    _draw(entries, "ppt/slideMasters/slideMaster1.xml", marks)
    return packed(entries)


def with_a_panel() -> bytes:
    """A white panel on a dark ground; the master's text goes over its edges."""
    entries = unpacked(wide())
    inch = 914400
    panel = _BAND.format(id=907, x=round(0.6 * inch), y=round(0.3 * inch),
                         width=round(12.1 * inch), height=round(6.5 * inch))  # fmt: skip
    ground = _BAND.format(id=908, x=0, y=0, width=round(13.333 * inch), height=round(7.5 * inch))
    fill = '<a:schemeClr val="accent2"/>'
    shapes = ground.replace(fill, '<a:srgbClr val="333333"/>')
    shapes += panel.replace(fill, '<a:srgbClr val="FFFFFF"/>')
    _draw(entries, "ppt/slideMasters/slideMaster1.xml", shapes)
    return packed(entries)


def on_black() -> bytes:
    """A black ground that is no colour of the theme."""
    entries = unpacked(wide())
    name = "ppt/slideMasters/slideMaster1.xml"
    black = b'<p:bg><p:bgPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:effectLst/>'
    entries[name] = re.sub(
        rb"<p:bg>.*?</p:bg>", black + b"</p:bgPr></p:bg>", entries[name], flags=re.DOTALL
    )
    return packed(entries)


def without_styles() -> bytes:
    """Nothing says how large any text is, as in what LibreOffice saves."""
    entries = unpacked(wide())
    styles = re.compile(rb"<p:txStyles>.*?</p:txStyles>|<a:lvl\dpPr.*?</a:lvl\dpPr>", re.DOTALL)
    for name in filter(LAYOUTS.search, entries):
        entries[name] = styles.sub(b"", entries[name])
    return packed(entries)


def _draw(entries: Entries, name: str, shapes: str) -> None:
    """Shapes behind everything else of a master or layout."""
    entries[name] = re.sub(
        rb"(<p:spTree>.*?(?:</p:grpSpPr>|<p:grpSpPr/>))",
        lambda match: match[1] + shapes.encode(),
        entries[name],
        count=1,
        flags=re.DOTALL,
    )


def _place(shape: Any, *inches: float) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, inches)


TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "wide": wide,
    "standard": standard,
    "portrait": portrait,
    "without a title": without_a_title,
    "without placeholders": without_placeholders,
    "with Chinese names": with_chinese_names,
    "with slides": with_slides,
    "with two masters": with_two_masters,
    "potx": as_potx,
    "dark": dark,
    "with a wide footer": with_a_wide_footer,
    "with titles at the bottom": with_titles_at_the_bottom,
    "with groups": with_groups,
}
