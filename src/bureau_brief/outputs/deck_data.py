"""The data inside a deck: a custom XML part that programs keep, and a hash that people see.

In: the package and the presentation, the data as JSON, the hash of their file. Out: the parts
that hold them, related to both.
Not for: what the data are (`manifest`).
"""

import hashlib
from collections.abc import Iterator

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from bureau_brief.outputs.package import Part, namespace, xml

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
    root = etree.Element(f"{{{DATA_NAMESPACE}}}data", nsmap=namespace(DATA_NAMESPACE))
    root.text = data.decode()
    return xml(root, hints=True)


def _about(data: bytes) -> bytes:
    """What programs find the part by: an id that is the data's own, and its namespace."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    digits = hashlib.sha256(data).hexdigest().upper()
    groups = (digits[0:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
    root.set(f"{{{_STORE}}}itemID", f"{{{'-'.join(groups)}}}")
    schemas = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": DATA_NAMESPACE})
    return xml(root)


def _hash(file_hash: str) -> bytes:
    spaces = {None: _PROPERTIES, "vt": _TYPES}
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap=spaces)  # type: ignore[arg-type]
    named = {"fmtid": _SET, "pid": _FIRST_PROPERTY, "name": HASH_NAME}
    entry = etree.SubElement(root, f"{{{_PROPERTIES}}}property", named)
    etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = file_hash
    return xml(root)
