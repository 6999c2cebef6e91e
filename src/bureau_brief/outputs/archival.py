"""What makes a PDF last: metadata, colours that mean the same everywhere, its data inside.

In: a ReportLab canvas with its Info set, its language, its day, and the data as bytes. Out: the
entries of the catalog that PDF/A-3 (conformance A) and PDF/UA-1 ask for: XMP that says what Info
says, an sRGB output intent, the data as an associated file.
Not for: tags (`tagging`), or what the data are.
"""

import functools
import hashlib
import zlib
from html import escape  # that of xml.sax imports what talks to networks
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDate,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from bureau_brief.resources import SRGB

DATA_NAME = "data.json"
UNDATED = "2000-01-01"
"""The date of a document whose data file gives none."""
_CONDITION = "sRGB IEC61966-2.1"


def make_archival(canvas: Any, language: str, day: str, data: bytes) -> None:
    """Add what PDF/A-3a and PDF/UA-1 ask of a whole document."""
    document, checksum = canvas._doc, hashlib.md5(data, usedforsecurity=False)
    _date(document, day)
    document.signature = checksum.copy()  # an id that is the data's own, without a clock
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.Metadata = XMP(creator=lambda doc: _xmp(doc, language))
    catalog.OutputIntents = PDFArray([_output_intent()])
    if data:
        file = _file(document, data, checksum.digest())
        names = PDFDictionary({"Names": PDFArray([PDFString(DATA_NAME), file])})
        catalog.Names = PDFDictionary({"EmbeddedFiles": names})
        catalog.AF = PDFArray([file])


def _date(document: Any, day: str) -> None:
    """The day of the results as the document's own.

    A clock would change the bytes, and so would the SOURCE_DATE_EPOCH that ReportLab heeds.
    """
    year, month, date = (int(part) for part in (day or UNDATED).split("-"))
    document._timeStamp.YMDhms = (year, month, date, 0, 0, 0)


def _output_intent() -> PDFDictionary:
    entries = PDFDictionary({"N": 3, "Filter": PDFArray([PDFName("FlateDecode")])})
    profile = PDFStream(entries, _profile())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_CONDITION),
            "Info": PDFString(_CONDITION),
            "DestOutputProfile": profile,
        }
    )


@functools.cache
def _profile() -> bytes:
    """Deflated once a process."""
    return zlib.compress(SRGB.read_bytes())


def _file(document: Any, data: bytes, checksum: bytes) -> Any:
    """The data as a file of its own inside the document (ISO 19005-3, 6.8)."""
    params = {
        "Size": len(data),
        "ModDate": PDFDate(ts=document._timeStamp),
        "CheckSum": PDFString(checksum, enc="raw"),
    }
    content = _stream(
        data,
        Type=PDFName("EmbeddedFile"),
        Subtype="/application#2Fjson",  # PDFName leaves the slash as it is
        Params=PDFDictionary(params),
    )
    file: Any = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(DATA_NAME),
            "UF": PDFString(DATA_NAME),
            "Desc": PDFString("The data of this document, checked"),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": content, "UF": content}),
        }
    )
    file.__RefOnly__ = 1
    return file


def _stream(content: bytes, **entries: Any) -> PDFStream:
    return PDFStream(PDFDictionary(entries), content, filters=[PDFZCompress])


def _xmp(document: Any, language: str) -> bytes:
    """The XMP packet: what Info says, and to which standards the file holds itself."""
    info, moment = document.info, "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00"
    said = {
        "title": info.title,
        "author": info.author,
        "subject": info.subject,
        "language": language,
        "creator": info.creator,
        "producer": info.producer,
        "date": moment.format(*document._timeStamp.YMDhms),
    }
    return _PACKET.format_map(
        {name: escape(text, quote=False) for name, text in said.items()}
    ).encode()


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
