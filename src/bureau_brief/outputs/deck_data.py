"""The data inside a deck: a custom XML part that programs keep, and a hash that people see.

In: the package and the presentation, the data as JSON, the hash of their file. Out: the parts
that hold them, related to both.
Not for: what the data are (`manifest`).
"""

import hashlib
from collections.abc import Iterator

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from bureau_brief.outputs.markup import document, escaped
from bureau_brief.outputs.package import Part

DATA_NAMESPACE = "urn:bureau-brief:data:1"
HASH_NAME = "Data file SHA-256"
"""As it is called among the document's properties."""

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that people define
_FIRST_PROPERTY = "2"  # smaller ids are the format's own


def data_parts(package: Part, presentation: Part, data: bytes, file_hash: str) -> Iterator[Part]:
    """The parts that hold `data` and the hash of their file."""
    item = Part("customXml/item1.xml", CT.XML, _item(data))
    about = Part("customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, _about(data))
    item.relate(RT.CUSTOM_XML_PROPS, about)
    presentation.relate(RT.CUSTOM_XML, item)
    properties = Part("docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, _hash(file_hash))
    package.relate(RT.CUSTOM_PROPERTIES, properties)
    yield from (item, about, properties)


def _item(data: bytes) -> bytes:
    """The data as they are, break hints and all."""
    said = data.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    return f'<data xmlns="{DATA_NAMESPACE}">'.encode() + said + b"</data>"


def _about(data: bytes) -> bytes:
    """What programs find the part by: an id that is the data's own, and its namespace."""
    digits = hashlib.sha256(data).hexdigest().upper()
    groups = (digits[0:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
    return document(
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{"-".join(groups)}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{DATA_NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )


def _hash(file_hash: str) -> bytes:
    return document(
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"><property fmtid="{_SET}"'
        f' pid="{_FIRST_PROPERTY}" name="{HASH_NAME}">'
        f"<vt:lpwstr>{escaped(file_hash)}</vt:lpwstr></property></Properties>"
    )
