"""Word files of the corpus: numbers run on, every note is called, no text is lost."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from resparse.read.docx.document import source_of_docx
from resparse.read.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _raw(data: bytes, part: str) -> list[str]:
    """Text of each paragraph of a part, straight from its XML; a marker or a hyphen of Word's own cuts it."""
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
    separators = {p for note in tree.iter(W + "footnote") if note.get(W + "type") for p in note.iter(W + "p")}
    return [
        stretch
        for paragraph in tree.iter(W + "p")
        if paragraph not in separators
        for stretch in "".join(
            (item.text or "") if item.tag == W + "t" else "\0"
            for item in paragraph.iter(W + "t", W + "footnoteReference", W + "footnoteRef", W + "noBreakHyphen")
        ).split("\0")
    ]


def test_word_files(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "ga-docx").glob("*.docx"))
    assert len(paths) == 24
    for path in paths:
        data = path.read_bytes()
        source = source_of_docx(data, path.name, Limits())
        known, text = source.evidence, source.text
        starts = (re.match(r"(\d+)\.\s", text[block.start : block.end]) for block in known.blocks)
        numbers = [int(start[1]) for start in starts if start]
        assert numbers == list(range(1, len(numbers) + 1)), path.name
        notes = [block for block in known.blocks if block.kind == "note"]
        called = {text[a:b] for a, b in known.superscript if not notes or a < notes[0].start}
        assert called == {str(i) for i in range(1, len(notes) + 1)}, path.name
        folded = re.sub(r"\s", "", text)
        for part in ("word/document.xml", "word/footnotes.xml"):
            assert [raw for raw in _raw(data, part) if re.sub(r"[\s\u00ad]", "", raw) not in folded] == [], path.name
