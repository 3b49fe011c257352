"""PDFs of the corpus against the United Nations' own XML of the same documents: what the reader alone gets right."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from resparse.model import Span
from resparse.read import read
from resparse.source import Source
from tests.read.untag import untagged

TYPOGRAPHY = str.maketrans({0x2010: "-", 0x2011: "-", 0xA0: " ", 0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
SETS = ("ga-pdf", "typeset/sc", "typeset/hrc", "typeset/ecosoc")


def _folded(text: str) -> str:
    return re.sub(r"[\s-]", "", text.translate(TYPOGRAPHY)).rstrip(".")


def _without(text: str, start: int, end: int, holes: list[Span]) -> str:
    kept = []
    for hole in sorted(holes):
        if hole[1] > start and hole[0] < end:
            kept.append(text[start : max(start, hole[0])])
            start = max(start, hole[1])
    return "".join([*kept, text[start:end]])


def _documents(shared: Path, name: str, tags: bool) -> Iterator[tuple[dict[str, Any], Source]]:
    rows = [json.loads(line) for line in (shared / "corpus" / name / "gold.jsonl").read_text("utf-8").splitlines()]
    paths = [shared / "corpus" / name / "pdf" / f"{row['id']}.pdf" for row in rows]
    data = (path.read_bytes() for path in paths)
    yield from zip(rows, (read(one if tags else untagged(one)) for one in data), strict=True)


def _counted(row: dict[str, Any], source: Source) -> Counter[str]:
    """How many units, notes and markers there are, and how many are blocks, notes and superscripts of the source."""
    known, text = source.evidence, source.text
    notes = [block for block in known.blocks if block.kind == "note"]
    holes = [*known.superscript, *known.furniture, *((note.start, note.end) for note in notes)]
    blocks = {_without(text, block.start, block.end, holes) for block in known.blocks if block.kind != "note"}
    folded = {_folded(form) for block in blocks for form in (block, *block.split(None, 1)[1:])}
    units = [_folded(unit["text"]) for unit in row["units"] if unit["text"]]
    wanted = Counter(marker.strip("() ") for unit in row["units"] for marker in unit["notes"])
    inside = [any(note.start <= start < note.end for note in notes) for start, _ in known.superscript]
    found = Counter(
        marker.strip("() ")
        for (start, end), in_note in zip(known.superscript, inside, strict=True)
        if not in_note
        for marker in re.split(r"[,\s]+", text[start:end])
    )
    written = Counter(_folded(_without(text, note.start, note.end, list(known.furniture))) for note in notes)
    printed = Counter(_folded(note["marker"].strip("() ") + note["text"]) for note in row["footnotes"])
    return Counter(
        units=len(units),
        blocks=sum(unit in folded for unit in units),
        markers=wanted.total(),
        superscripts=(wanted & found).total(),
        notes=printed.total(),
        note_blocks=(printed & written).total(),
    )


@pytest.mark.parametrize("tags", [True, False], ids=["tagged", "untagged"])
@pytest.mark.parametrize("name", SETS)
def test_paragraphs_notes_and_markers_are_known(shared: Path, name: str, tags: bool) -> None:
    counted = Counter[str]()
    for row, source in _documents(shared, name, tags):
        counted.update(_counted(row, source))
    assert counted["blocks"] >= 0.98 * counted["units"], counted
    assert counted["superscripts"] == counted["markers"], counted
    assert counted["note_blocks"] >= 0.995 * counted["notes"], counted
