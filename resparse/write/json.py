"""Document -> JSON, the same bytes on every machine."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from resparse.model import Document


def to_json(document: Document, *, with_source: bool = False, indent: bool = True) -> str:
    """Write a document as resparse/1: over many lines, or without ``indent`` on one.

    The text of the source is written only ``with_source``, where the document carries it.
    """
    if not with_source and document.source.text is not UNSET:
        document = msgspec.structs.replace(document, source=msgspec.structs.replace(document.source, text=UNSET))
    line = msgspec.json.encode(document)
    return (msgspec.json.format(line, indent=2) if indent else line).decode()
