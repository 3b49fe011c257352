"""Bytes of Akoma Ntoso XML -> source: text put together paragraph by paragraph, and all that the file says of it."""

from __future__ import annotations

from lxml import etree

from resparse.read.akn.assemble import assemble
from resparse.read.akn.tree import blocks
from resparse.read.error import InputError
from resparse.read.limits import Limits
from resparse.source import Source

MEDIA_TYPE = "application/akn+xml"
DEEPEST = 100  # elements within elements; resolutions have 30


def read_akn(data: bytes, name: str | None = None, limits: Limits | None = None) -> Source:
    """Read a resolution in Akoma Ntoso, the United Nations' own or ours. Raises InputError with what to do."""
    limits = limits or Limits()
    if len(data) > limits.size:
        raise InputError(f"has {len(data)} bytes, more than {limits.size}; no resolution is that large")
    root = _tree(data)
    text, evidence = assemble(blocks(root))
    if not any(character.isalpha() for character in text):
        raise InputError("is Akoma Ntoso without any text in it; was it cut off?")
    if len(text) > limits.characters:
        raise InputError(f"has {len(text)} characters, more than {limits.characters}; no resolution is that long")
    return Source(text, name, MEDIA_TYPE, evidence)


def _tree(data: bytes) -> etree._Element:
    """The tree; nothing is loaded beside it, and nothing in it is expanded."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"is no well-formed XML ({error.msg}); mend it, or give the text") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError("has a document type, which Akoma Ntoso never needs; take it out")
    if _deepest(root) > DEEPEST:
        raise InputError(f"has more than {DEEPEST} elements within each other; no resolution is that deep")
    return root


def _deepest(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
