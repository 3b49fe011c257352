"""Source -> Document: the stages in their order, each a function from values to values."""

from __future__ import annotations

from collections.abc import Sequence

from resparse import __version__, profiles
from resparse.model import FORMAT, Annex, Document, Furniture, Generator, Header, Origin, Part
from resparse.parse import (
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
    tiling,
)
from resparse.parse.nodes import Making, footnote, node, nodes, running_text
from resparse.parse.notes import Note
from resparse.parse.structure import Text
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
    printed = lines.split(visible)
    start = landmarks.body_start(printed, tongue)
    top = landmarks.masthead_start(printed[:start], tongue)
    organ = landmarks.organ(printed, start, body, tongue)
    above = printed[top:start]
    symbol, title = landmarks.symbol(above, organ, tongue), landmarks.title(above, tongue)
    kinds = furniture.find(printed, start, symbol, title, evidence.furniture)
    kinds.update((i, "other") for i in range(top))
    found = notes.find(printed, kinds, start, tongue, evidence.blocks)
    prosaic = [line for i, line in enumerate(printed) if i >= start and i not in kinds and i not in found.lines]
    calls = markers.find(prosaic, found.notes, evidence.superscript, tongue)
    texts = structure.assemble(paragraphs.join(markers.trim(prosaic, calls), tongue, evidence.blocks))
    masthead = [line for i, line in enumerate(printed[:start]) if i not in kinds]
    making = Making(source, tongue, organ, prose.words(visible, printed), calls, evidence, ids.assign(texts))
    pieces = [Furniture(kind, source.under(((printed[i].start, printed[i].end),))) for i, kind in sorted(kinds.items())]
    return _document(header.read(source, masthead, organ, tongue), texts, making, found.notes, pieces)


def _document(
    head: Header, texts: Sequence[Text], making: Making, found: Sequence[Note], pieces: Sequence[Furniture]
) -> Document:
    source = making.source
    main = texts[0]
    opening = node(making, main.opening) if main.opening else None
    preamble = nodes(making, main.preamble)
    operative = nodes(making, main.operative)
    closing = nodes(making, main.closing)
    parts = tuple(_part(making, text) for text in texts if text.role == "part")
    annexes = tuple(_annex(making, text, n) for n, text in enumerate((t for t in texts if t.role == "annex"), 1))
    rest = [Furniture("other", source.under(_spans(text))) for text in texts if text.role == "rest"]
    footnotes = tuple(footnote(making, index, note) for index, note in enumerate(found))
    ends = [*closing, *(end for part in parts for end in part.closing)]
    return tiling.complete(
        Document(
            format=FORMAT,
            generator=Generator("resparse", __version__),
            source=Origin(
                source.name, source.media_type, source.sha256, len(source.text), len(source.pages), source.text
            ),
            header=header.close(head, ends, bool(opening or parts), making.language),
            opening=opening,
            preamble=preamble,
            operative=operative,
            closing=closing,
            parts=parts,
            annexes=annexes,
            footnotes=footnotes,
            citations=tuple(making.citations),
            furniture=(*pieces, *rest),
        ),
        source,
    )


def _part(making: Making, text: Text) -> Part:
    return Part(
        label=text.label[0].text,
        title=running_text(making, text.title) or None,
        opening=node(making, text.opening) if text.opening else None,
        preamble=nodes(making, text.preamble),
        operative=nodes(making, text.operative),
        closing=nodes(making, text.closing),
        spans=making.source.under(_spans(text)),
    )


def _annex(making: Making, text: Text, number: int) -> Annex:
    body = nodes(making, [*text.operative, *text.closing])
    title = body[1].text if len(body) > 1 and body[1].type == "heading" else None
    return Annex(f"att_{number}", text.label[0].text, title, body, making.source.under(_spans(text)))


def _spans(text: Text) -> tuple[tuple[int, int], ...]:
    return tuple((line.start, line.end) for line in (*text.label, *text.title))
