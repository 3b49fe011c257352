"""A PDF becomes a text in reading order, and evidence; with tags or without them, the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resparse.read import InputError
from resparse.read.limits import Limits
from resparse.read.pdf import read_pdf
from resparse.read.pdf.document import source_of_pdf
from resparse.source import Source
from tests.read.pdfs import Text, pdf

ARTIFACT = "Artifact"
MASTHEAD = (
    Text(60, 740, "United Nations", tag=ARTIFACT),
    Text(480, 740, "A/RES/99/1", tag=ARTIFACT),
    Text(60, 710, "General Assembly", "bold", 18, tag=ARTIFACT),
    Text(397, 712, "Distr.: General", tag=ARTIFACT),
    Text(397, 700, "16 October 2044", tag=ARTIFACT),
)
PREAMBULAR = "Recalling that the lights of the hall burn by night, and that those who pay for them"
FIRST = (
    *MASTHEAD,
    Text(85, 600, "99/1.", "bold", 12, ("H1", "title")),
    Text(123, 600, "Lights of the hall", "bold", 12, ("H1", "title")),
    Text(147, 570, "The General Assembly", "italic", tag=("P", "formula")),
    Text(228, 570, ",", tag=("P", "formula")),
    Text(147, 552, "Recalling", "italic", tag=("P", "first")),
    Text(189, 552, "that the lights of the hall burn by night, and that those who pay for them", tag=("P", "first")),
    Text(123, 540, "sleep badly,", tag=("P", "first")),
    Text(147, 522, "1.", tag=("P", "one")),
    Text(171, 522, "Decides", "italic", tag=("P", "one")),
    Text(205, 522, "to put them out at ten o'clock of every evening, as it is late by then and", tag=("P", "one")),
    Text(
        123,
        510,
        "dark outside, and that whoever still has to read the new reports of the old Secretary-",
        tag=("P", "one"),
    ),
    Text(123, 498, "General", tag=("P", "one")),
    Text(154.5, 501.5, "1", size=6.5, tag=("P", "one")),
    Text(
        160,
        498,
        "in bed shall have a candle of his own, which the Organization will not pay for, nor",
        tag=("P", "one"),
    ),
    Text(99, 140, "__________________", size=8, tag=ARTIFACT),
    Text(114, 128, "1", size=5.5, tag=("Note", "notes")),
    Text(123, 125, "A/98/7.", size=8.5, tag=("Note", "notes")),
    Text(114, 118, "2", size=5.5, tag=("Note", "notes")),
    Text(123, 115, "Ibid., para. 3.", size=8.5, tag=("Note", "notes")),
    Text(65, 44, "44-12345 (E)", tag=ARTIFACT),
    Text(65, 30, "*4412345*", tag=ARTIFACT),
)
SECOND = (
    Text(60, 733, "A/RES/99/1", size=8.5, tag=ARTIFACT),
    Text(480, 733, "Lights of the hall", size=8.5, tag=ARTIFACT),
    Text(123, 700, "will it be asked to;", tag=("P", "one")),
    Text(147, 682, "2.", tag=("P", "two")),
    Text(171, 682, "Thanks", "italic", tag=("P", "two")),
    Text(203, 682, "the electrician.", tag=("P", "two")),
    Text(60, 36, "2/2", "bold", 7, ARTIFACT),
    Text(520, 36, "44-12345", size=6, tag=ARTIFACT),
)
PAGES = (FIRST, SECOND)


def _read(*pages: Sequence[Text]) -> Source:
    return source_of_pdf(pdf(*pages), "lights.pdf", Limits())


def _without_tags(page: Sequence[Text]) -> list[Text]:
    return [text._replace(tag=None) for text in page]


def _under(source: Source, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [source.text[start:end] for start, end in spans]


@pytest.fixture(params=["tagged", "untagged"], scope="module")
def source(request: pytest.FixtureRequest) -> Source:
    return _read(*(PAGES if request.param == "tagged" else map(_without_tags, PAGES)))


def test_text_is_in_reading_order(source: Source) -> None:
    first, second = source.text.split("\f")
    assert [line for line in first.splitlines() if line] == [
        "United Nations",
        "General Assembly",
        "A/RES/99/1",
        "Distr.: General",
        "16 October 2044",
        "99/1. Lights of the hall",
        "The General Assembly,",
        "Recalling that the lights of the hall burn by night, and that those who pay for them",
        "sleep badly,",
        "1. Decides to put them out at ten o'clock of every evening, as it is late by then and",
        "dark outside, and that whoever still has to read the new reports of the old Secretary-",
        "General1 in bed shall have a candle of his own, which the Organization will not pay for, nor",
        "__________________",
        "1 A/98/7.",
        "2 Ibid., para. 3.",
        "44-12345 (E)",
        "*4412345*",
    ]
    assert [line for line in second.splitlines() if line] == [
        "A/RES/99/1",
        "Lights of the hall",
        "will it be asked to;",
        "2. Thanks the electrician.",
        "2/2",
        "44-12345",
    ]
    assert source.media_type == "application/pdf"
    assert len(source.pages) == 2


def test_markers_are_superscripts(source: Source) -> None:
    assert _under(source, source.evidence.superscript) == ["1", "1", "2"]


def test_italics_are_known(source: Source) -> None:
    assert _under(source, source.evidence.italic) == ["The General Assembly", "Recalling", "Decides", "Thanks"]


def test_furniture_of_the_page_is_known_and_the_masthead_is_none(source: Source) -> None:
    assert _under(source, source.evidence.furniture) == [
        "__________________",
        "44-12345 (E)",
        "*4412345*",
        "A/RES/99/1",
        "Lights of the hall",
        "2/2",
        "44-12345",
    ]


def test_a_paragraph_over_two_pages_is_one_block(source: Source) -> None:
    blocks = [(block.kind, source.text[block.start : block.end]) for block in source.evidence.blocks]
    one = next(text for _, text in blocks if text.startswith("1. Decides"))
    assert one.endswith("will it be asked to;")
    assert "\f" in one
    assert [text for kind, text in blocks if kind == "note"] == ["1 A/98/7.", "2 Ibid., para. 3."]
    assert ("paragraph", "2. Thanks the electrician.") in blocks
    assert ("heading", "99/1. Lights of the hall") in blocks


def _typed(*words: tuple[float, str]) -> str:
    """Words in a face of fixed width, each so many tenths of its size after the one before."""
    texts, x = [], 100.0
    for gap, word in words:
        x += gap
        texts.append(Text(x, 300, word, "typewriter"))
        x += 6.0 * len(word)
    return _read(texts).text.strip()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (((0, "internationa"), (1.2, "l")), "international"),
        (((0, "20"), (1.4, "30")), "2030"),
        (((0, "of"), (1.8, "the")), "of the"),
        (((0, "(xviii)"), (0.5, "Harmonizing")), "(xviii) Harmonizing"),
        (((0, "Total"), (60, "12")), "Total\t12"),
    ],
)
def test_spaces_are_what_the_eye_sees(words: tuple[tuple[float, str], ...], text: str) -> None:
    assert _typed(*words) == text


@pytest.mark.parametrize(
    ("before", "raised", "superscript"),
    [
        ("Assembly", "12", ["12"]),
        ("15", "th", []),
        ("16", "a", []),
        ("n", "o", []),
        ("States", "a", ["a"]),
        ("x", "*", ["*"]),
    ],
)
def test_ordinals_are_no_markers(before: str, raised: str, superscript: list[str]) -> None:
    x = 100 + 6.0 * len(before)
    source = _read([Text(100, 700, before, "typewriter"), Text(x, 703.5, raised, "typewriter", 6)])
    assert _under(source, source.evidence.superscript) == superscript


def test_a_row_of_a_tagged_table_is_one_block() -> None:
    page = [
        Text(100, 700, "Gross", tag=("Table", "t", "TR", "1", "TD", "a", "P", "1")),
        Text(100, 688, "amount", tag=("Table", "t", "TR", "1", "TD", "a", "P", "1")),
        Text(300, 700, "63 930", tag=("Table", "t", "TR", "1", "TD", "b", "P", "1")),
        Text(100, 670, "Of which:", tag=("Table", "t", "TR", "2", "TD", "a", "P", "1")),
    ]
    source = _read(page)
    blocks = [(block.kind, source.text[block.start : block.end]) for block in source.evidence.blocks]
    assert blocks == [("table", "Gross\namount\t63 930"), ("paragraph", "Of which:")]


def test_the_label_of_a_list_item_stands_before_its_text() -> None:
    page = [
        Text(100, 700, "(a)", tag=("L", "l", "LI", "1", "Lbl", "a")),
        Text(124, 700, "By day, when it is light;", tag=("L", "l", "LI", "1", "LBody", "b", "P", "1")),
        Text(100, 688, "though not in winter;", tag=("L", "l", "LI", "1", "LBody", "b", "P", "1")),
    ]
    source = _read(page)
    assert [source.text[b.start : b.end] for b in source.evidence.blocks] == [
        "(a) By day, when it is light;\nthough not in winter;"
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            Text,
            x=st.floats(0, 600, width=32),
            y=st.floats(0, 780, width=32),
            text=st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=20),
            font=st.sampled_from(["roman", "italic", "bold"]),
            size=st.floats(0, 30, width=32),
            tag=st.sampled_from([None, ARTIFACT, ("P", "a"), ("P", "b"), ("Note", "n"), ("TD", "t")]),
        ),
        max_size=12,
    )
)
def test_whatever_stands_on_a_page_is_text_with_sound_spans(page: list[Text]) -> None:
    try:
        source = _read(page, page)
    except InputError:
        return
    assert not {c for c in source.text if ord(c) < 32} - set("\n\t\f")
    drawn = Counter("".join(text.text for text in page * 2).replace("\u00ad", "-"))
    assert Counter("".join(source.text.split())) <= drawn
    evidence = source.evidence
    for spans in (evidence.italic, evidence.bold, evidence.superscript, evidence.furniture):
        assert all(0 <= start < end <= len(source.text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(0 <= block.start < block.end <= len(source.text) for block in evidence.blocks)


def test_read_in_a_child_it_is_the_same() -> None:
    data = pdf(*PAGES)
    assert read_pdf(data, "lights.pdf") == source_of_pdf(data, "lights.pdf", Limits())
