"""Reading the corpus: extracts have no mark-up, and converted texts lose all of it."""

from __future__ import annotations

import re
from pathlib import Path

from resparse.read import read

UNSEEN = "\u200e\u200f\u202a\u202b\u202c"
LINK = re.compile(r"\]\([#h]")
# Asterisks that the texts print: notes and their markers, and one pair around a colon that closes after a word.
PRINTED = re.compile(r"(?:[^\W_]|^¹ |^)\*(?:\s|$)|following\*\*:\*\*", re.MULTILINE)


def test_extracts_have_no_markup(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "ga-pdf" / "text").rglob("*.txt"))
    found = {path: read(path).evidence for path in paths}
    assert len(found) == 4 * 72
    assert [path.name for path, known in found.items() if known.markup or known.italic or known.bold] == []


def test_directions_of_writing_are_all_the_markup_there_is(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "typeset").glob("*/pdftotext/*.txt")):
        source = read(path)
        assert {source.text[start:end].strip(UNSEEN) for start, end in source.evidence.markup} <= {""}, path.name


def test_converted_texts_lose_their_markup(shared: Path) -> None:
    paths = [shared / "seed" / "A_RES_75_16.txt", *sorted((shared / "corpus" / "typeset").glob("*/flatD/*.txt"))]
    assert len(paths) > 50
    for path in paths:
        visible = read(path).visible.text
        assert not LINK.search(visible), path.name
        assert visible.count("*") <= len(PRINTED.findall(visible)) * 4, path.name
