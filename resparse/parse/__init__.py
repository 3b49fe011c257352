"""Source -> Document: the stages in their order, each a function from values to values."""

from __future__ import annotations

from collections.abc import Sequence

from resparse import profiles
from resparse.model import Document, Furniture
from resparse.parse import (
    document,
    furniture,
    header,
    ids,
    landmarks,
    lines,
    markers,
    notes,
    paragraphs,
    prose,
    structure,
    tables,
)
from resparse.parse.lines import Line
from resparse.parse.nodes import Making
from resparse.read.text import source_of
from resparse.source import Source


def parse(text: str | Source, *, body: str | None = None, language: str | None = None) -> Document:
    """The document that a text is, whatever the text.

    ``body`` (``"ga"``, ``"sc"`` …) and ``language`` (``"en"`` …) overrule what the text itself tells; ``ProfileError``
    where there is no such profile.
    """
    source = text if isinstance(text, Source) else source_of(text)
    evidence = source.shown_evidence
    tongue = profiles.language(language or "en")
    visible = source.visible.text
    printed: Sequence[Line] = lines.split(visible)
    start = landmarks.body_start(printed, tongue)
    top = landmarks.masthead_start(printed[:start], tongue)
    organ = landmarks.organ(printed, start, body, tongue)
    above = printed[top:start]
    symbol, title = landmarks.symbol(above, organ, tongue), landmarks.title(above, tongue)
    if not evidence.furniture:
        printed = furniture.detach(printed, start, symbol, title)
    kinds = furniture.find(printed, start, symbol, title, evidence.furniture)
    kinds.update((i, "other") for i in landmarks.apart(printed, top, tongue))
    found = notes.find(printed, kinds, start, tongue, evidence.blocks)
    prosaic = [line for i, line in enumerate(printed) if i >= start and i not in kinds and i not in found.lines]
    calls = markers.find(visible, prosaic, found.notes, evidence.superscript, tongue)
    joined = paragraphs.join(markers.trim(visible, prosaic, calls), tongue, evidence.blocks)
    texts = structure.assemble(joined if evidence.blocks else tables.join_rows(joined))
    masthead = [line for i, line in enumerate(printed[:start]) if i not in kinds]
    making = Making(source, tongue, organ, prose.words_of(visible, printed, tongue), calls, evidence, ids.assign(texts))
    pieces = [Furniture(kind, source.under(((printed[i].start, printed[i].end),))) for i, kind in sorted(kinds.items())]
    return document.assemble(header.read(source, masthead, organ, tongue), texts, making, found.notes, pieces)
