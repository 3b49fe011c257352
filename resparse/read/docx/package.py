"""The bytes of a Word file -> its parts as trees: a zip of XML, either of which may be made to harm."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from resparse.read.error import InputError

OLE = b"\xd0\xcf\x11\xe0"  # how files of Word before 2007 begin, and encrypted ones of today
UNPACKED = 200_000_000  # bytes of all parts read; the largest resolution has 6 million
NAMESPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
DAMAGED = "is a damaged Word file ({}); open it in a word processor and save it anew"

Element = etree._Element


class Package:
    """The parts of a Word file, read when they are asked for."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            raise InputError(
                "is an old Word file (.doc) or an encrypted one; save it without its password, "
                "or convert it: `soffice --headless --convert-to docx FILE`"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise InputError(DAMAGED.format(error)) from None
        self._left = UNPACKED
        self.main = next(self.related("", "officeDocument"), "word/document.xml")

    def part(self, name: str) -> Element | None:
        """The tree of a part, nothing where there is none."""
        try:
            with self._zip.open(name) as stream:
                xml = stream.read(self._left + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise InputError(DAMAGED.format(error)) from None
        self._left -= len(xml)
        if self._left < 0:
            raise InputError(f"unpacks to more than {UNPACKED // 1_000_000} MB; no resolution is that large")
        return _tree(xml)

    def related(self, name: str, kind: str) -> Iterator[str]:
        """Names of the parts that a part refers to, of a kind ("footnotes", "styles")."""
        for element in self._relationships(name):
            if element.get("Type", "").endswith("/" + kind) and element.get("TargetMode") != "External":
                yield self._target(name, element)

    def relation(self, name: str, identifier: str | None) -> str | None:
        """Name of the part that a part refers to by an id."""
        found = (element for element in self._relationships(name) if element.get("Id") == identifier)
        return next((self._target(name, element) for element in found), None)

    def first(self, kind: str) -> Element | None:
        """The tree of the part of a kind that belongs to the document."""
        return next((self.part(name) for name in self.related(self.main, kind)), None)

    def _relationships(self, name: str) -> Iterator[Element]:
        folder, base = posixpath.split(name)
        tree = self.part(posixpath.join(folder, "_rels", base + ".rels"))
        return iter(()) if tree is None else tree.iter("{*}Relationship")

    @staticmethod
    def _target(name: str, element: Element) -> str:
        path = posixpath.join("/", posixpath.dirname(name), element.get("Target", ""))
        return posixpath.normpath(path).lstrip("/")


def _tree(xml: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        tree = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(DAMAGED.format(error.msg)) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise InputError(DAMAGED.format("it has a document type, which Word never writes"))
    return tree


def local(element: Element) -> str:
    """Name of an element without its namespace; nothing for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """Attribute of an element, in either of the namespaces that Word files have had."""
    if element is None:
        return None
    return next((found for space in NAMESPACES if (found := element.get(space + name)) is not None), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, of its first child of the next name …"""
    for name in path:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element
