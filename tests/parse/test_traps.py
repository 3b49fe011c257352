"""What makes A/RES/75/16 hard to read, place by place; traps.toml has a small twin of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from resparse.model import Document, Footnote, Node
from resparse.parse import parse
from resparse.read import read
from tests.wholeness import faults, nodes

SAMPLE = Path(__file__).parents[2] / "samples" / "A_RES_75_16.txt"
SOURCE = read(SAMPLE)


@pytest.fixture(scope="module")
def document() -> Document:
    return parse(SOURCE)


def called(document: Document, node: Node) -> list[tuple[str, str]]:
    """The notes that a node calls, each with the words before its marker."""
    markers = {note.id: note.marker for note in document.footnotes}
    marks = [mark for mark in node.marks if mark.type == "footnote"]
    return [(markers[mark.target or ""], node.text[: mark.start].split()[-1]) for mark in marks]


def symbols(document: Document, home: Node | Footnote) -> list[str]:
    return [citation.symbol for citation in document.citations if citation.in_ == home.id]


def test_all_of_it_is_there(document: Document) -> None:
    assert (len(document.preamble), len(document.operative), len(document.footnotes)) == (29, 26, 6)
    assert {node.type for node in nodes(document)} == {"formula", "preambular", "operative", "meeting"}
    assert [node.num for node in document.operative] == [f"{number}." for number in range(1, 27)]
    assert [note.marker for note in document.footnotes] == list("123456")
    assert [len(note.referenced_from) for note in document.footnotes] == [1] * 6


def test_nothing_of_it_is_lost(document: Document) -> None:
    assert faults(document, SOURCE) == []


def test_1_a_marker_after_the_comma_that_ends_a_paragraph(document: Document) -> None:
    having, taking = document.preamble[4:6]
    assert having.text.startswith("Having considered the report")
    assert having.text.endswith("regional and other organizations,")
    assert called(document, having) == [("2", "organizations,")]
    assert taking.text.startswith("Taking into account the desire")


def test_2_a_paragraph_goes_on_in_lower_case_after_three_notes(document: Document) -> None:
    paragraph = document.preamble[11]
    assert "to review and appraise the level of cooperation" in paragraph.text
    assert called(document, paragraph) == [("5", "Goals,")]
    assert len(paragraph.spans) > 1


def test_3_a_paragraph_goes_on_with_a_capital_after_two_notes(document: Document) -> None:
    paragraph = document.preamble[17]
    assert "Conferences of Organization of Islamic Cooperation Member States on Mediation" in paragraph.text
    assert paragraph.text.endswith("and 1 November 2019,")


def test_4_italics_close_in_the_middle_of_a_sentence_that_goes_on_with_a_capital(document: Document) -> None:
    paragraph = document.operative[5]
    assert "Centre for Dialogue, Peace and Understanding within the General Secretariat" in paragraph.text
    (italic,) = [mark for mark in paragraph.marks if mark.type == "italic"]
    assert paragraph.text[: italic.end].endswith("the Centre for Dialogue,")


def test_5_wholly_italic_paragraphs_on_consecutive_lines(document: Document) -> None:
    phrases = [
        [node.text[mark.start : mark.end] for mark in node.marks if mark.type == "phrase"]
        for node in document.operative[:8]
    ]
    assert [phrase.split()[0] for (phrase,) in phrases] == [
        *("Takes", "Urges", "Notes", "Affirms", "Requests", "Welcomes", "Also", "Invites")
    ]


def test_6_a_note_that_cuts_nothing(document: Document) -> None:
    assert document.preamble[2].text.endswith("involving Muslim communities,")
    assert document.preamble[3].text.startswith("Noting the adoption by the Islamic Summit Conference")
    assert called(document, document.preamble[1]) == [("1", "Conference")]


def test_7_the_lines_of_the_meeting_are_not_the_last_paragraphs(document: Document) -> None:
    assert document.operative[-1].text.endswith("Organization of Islamic Cooperation”.")
    assert [(node.type, node.text) for node in document.closing] == [
        ("meeting", "30th plenary meeting 23 November 2020")
    ]
    assert (document.header.adoption_meeting, document.header.adoption_date) == ("30th plenary meeting", "2020-11-23")


def test_8_links_around_symbols_and_numbers(document: Document) -> None:
    assert not any("](" in node.text for node in nodes(document))
    assert "pursuant to General Assembly resolution 72/74, to review" in document.preamble[11].text
    assert "A/RES/72/74" in symbols(document, document.preamble[11])
    assert document.header.originating_document == ("A/75/L.27", "A/75/L.27/Add.1")


def test_9_a_list_of_twenty_nine_resolutions(document: Document) -> None:
    cited = symbols(document, document.preamble[0])
    assert len(cited) == len(set(cited)) == 29
    assert (cited[0], cited[-2], cited[-1]) == ("A/RES/37/4", "A/RES/72/74", "A/RES/73/135")
    dated = [citation.date for citation in document.citations if citation.in_ == document.preamble[0].id]
    assert (dated[0], dated[-1]) == ("1982-10-22", "2018-12-13")


def test_10_a_resolution_of_another_organ(document: Document) -> None:
    assert symbols(document, document.preamble[12]) == ["A/HRC/RES/16/18"]


def test_11_the_roman_series_and_a_joint_symbol(document: Document) -> None:
    assert "A/RES/3369(XXX)" in symbols(document, document.preamble[1])
    (report,) = [citation for citation in document.citations if citation.in_ == document.footnotes[1].id]
    assert (report.symbol, report.aliases, report.text) == ("A/75/345", ("S/2020/898",), "A/75/345-S/2020/898")


def test_12_the_symbol_is_not_the_drafts(document: Document) -> None:
    assert (document.header.symbol, document.header.number) == ("A/RES/75/16", "75/16")
    assert "A/RES/75/16" not in SOURCE.text
    assert SOURCE.text.index("A/75/L.27") < SOURCE.text.index("75/16.")
    assert document.header.title == (
        "Cooperation between the United Nations and the Organization of Islamic Cooperation"
    )
