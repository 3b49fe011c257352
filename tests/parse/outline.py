"""A document as its cases write it: an outline of indented lines, ``{1}`` where note 1 is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from resparse.model import Document, Node
from tests.wholeness import nodes

_USUAL = {"preambular": "item", "operative": "item", "item": "item", "section": "operative"}


def show(document: Document, name: str) -> Any:
    """What a case gives under this name."""
    return _SHOWN[name](document)


def _outline(document: Document, siblings: Iterable[Node], usual: str = "", depth: int = 0) -> Iterator[str]:
    """A line a node; the type stands before it where it is not the usual one at that place."""
    notes = {note.id: note.marker for note in document.footnotes}
    for node in siblings:
        text = node.heading or node.text
        for mark in reversed([mark for mark in node.marks if mark.type == "footnote"]):
            text = f"{text[: mark.start]}{{{notes[mark.target or '']}}}{text[mark.end :]}"
        words = [f"[{node.type}]" if node.type != usual else "", node.num, text, node.heading and node.text]
        yield "  " * depth + " ".join(word for word in words if word)
        yield from _outline(document, node.children, _USUAL.get(node.type, ""), depth + 1)


def _part(usual: str) -> Callable[[Document], str]:
    """The outline of the preamble, the operative part or the closing lines."""
    names = {"preambular": "preamble", "operative": "operative", "": "closing"}
    return lambda document: "\n".join(_outline(document, getattr(document, names[usual]), usual))


def _parts(document: Document) -> list[list[str]]:
    """Label, title, preamble, operative part and closing lines of each lettered part."""
    return [
        [
            part.label,
            part.title or "",
            "\n".join(_outline(document, part.preamble, "preambular")),
            "\n".join(_outline(document, part.operative, "operative")),
            "\n".join(_outline(document, part.closing)),
        ]
        for part in document.parts
    ]


def _annexes(document: Document) -> list[list[str]]:
    """Label, title and body of each annex, the body without the headings that say label and title again."""
    return [
        [
            annex.label,
            annex.title or "",
            "\n".join(_outline(document, annex.body[2 if annex.title else 1 :], "operative")),
        ]
        for annex in document.annexes
    ]


def _footnotes(document: Document) -> str:
    return "\n".join(f"{note.marker} {note.text}".rstrip() for note in document.footnotes)


def _furniture(document: Document) -> list[str]:
    text = document.source.text or ""
    return [
        f"{piece.kind}: {' '.join(' '.join(text[start:end].split()) for start, end in piece.spans)}"
        for piece in document.furniture
    ]


def _phrases(document: Document) -> list[str]:
    """The opening phrase of each paragraph that has one."""
    return [
        node.text[mark.start : mark.end] for node in nodes(document) for mark in node.marks if mark.type == "phrase"
    ]


def _header(document: Document) -> dict[str, Any]:
    """The header's fields; TOML has no null, so the word stands for it."""
    return _worded(msgspec.to_builtins(document.header))


def _worded(value: Any) -> Any:
    return {name: _worded(part) for name, part in value.items()} if isinstance(value, dict) else _null(value)


def _null(value: Any) -> Any:
    return "null" if value is None else list(value) if isinstance(value, tuple) else value


def _citations(document: Document) -> list[str]:
    return [f"{' = '.join((c.symbol, *c.aliases))} in {c.in_}" for c in document.citations]


_SHOWN: dict[str, Callable[[Document], Any]] = {
    "header": _header,
    "opening": lambda document: document.opening.text if document.opening else "",
    "preamble": _part("preambular"),
    "operative": _part("operative"),
    "closing": _part(""),
    "parts": _parts,
    "annexes": _annexes,
    "footnotes": _footnotes,
    "furniture": _furniture,
    "phrases": _phrases,
    "citations": _citations,
    "ids": lambda document: [node.id for node in nodes(document)],
}
