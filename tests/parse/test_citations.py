"""Citations are found where they stand, and named as the United Nations names them."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resparse.parse.citations import Found, find
from resparse.parse.citations.links import document_url
from resparse.profiles import body, language

ENGLISH = language("en")
CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("citations.toml").read_text("utf-8"))["case"]
# Drawn at random over six languages and read one by one: what names the document, with none of the sentence round it.
SAMPLE = list(csv.DictReader(Path(__file__).with_name("citations-sample.csv").read_text("utf-8").splitlines()))


def found(text: str, adopting: str = "ga", code: str = "en") -> tuple[Found, ...]:
    return find(text, language(code), body(adopting) if adopting else None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    citations = found(text, case.get("adopting", "ga"), case.get("language", "en"))
    assert [[c.symbol, c.date or "", c.pinpoint or "", text[c.start : c.end]] for c in citations] == case["found"]


@pytest.mark.parametrize(
    ("text", "kind", "organ", "aliases"),
    [
        ("its resolution 72/74", "resolution", "ga", ()),
        ("its resolution 76/246 B", "resolution", "ga", ("A/RES/76/246",)),
        ("resolution 31/6 A to C", "resolution", "ga", ("A/RES/31/6A", "A/RES/31/6B", "A/RES/31/6C", "A/RES/31/6")),
        ("resolution 217 A (III)", "resolution", "ga", ("A/RES/217A(III)",)),
        ("decision 75/561", "decision", "ga", ()),
        ("Security Council resolution 1325 (2000)", "resolution", "sc", ("S/RES/1325 (2000)",)),
        ("United Nations Environment Assembly resolution 5/12", "resolution", "unea", ()),
        ("A/75/345-S/2020/898", "document", "ga", ("S/2020/898",)),
        ("A/HRC/47/58", "document", "hrc", ()),
        ("E/2020/27", "document", "ecosoc", ()),
        ("S/PRST/2013/16", "document", "sc", ()),
        ("CEDAW/C/GC/33", "document", None, ()),
        ("UNEP/EA.4/Res.1", "resolution", "unea", ()),
        ("A/HRC/DEC/54/101", "decision", "hrc", ()),
        ("A/78/6 (Sect. 3)/Add.1", "document", "ga", ("A/78/6 (Sect. 3)/Add.1",)),
        ("A/73/12 (Part I)", "document", "ga", ("A/73/12 (Part I)", "A/73/12")),
        ("Supplement No. 53 (A/66/53)", "official_records", "ga", ("A/66/53(SUPP)",)),
    ],
)
def test_what_it_names(text: str, kind: str, organ: str | None, aliases: tuple[str, ...]) -> None:
    (citation,) = found(text)
    assert (citation.kind, citation.body, citation.aliases) == (kind, organ, aliases)


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case["text"])
def test_what_was_drawn_at_random(case: dict[str, str]) -> None:
    before, rest = case["text"].split("⟦")
    printed, after = rest.split("⟧")
    [cited] = [c for c in found(before + printed + after, case["adopting"], case["language"]) if c.start == len(before)]
    said = {name: getattr(cited, name) or "" for name in ("kind", "body", "symbol", "date", "pinpoint")}
    assert said == {name: case[name] for name in said}
    assert cited.end == len(before + printed)


def test_url() -> None:
    assert document_url("A/RES/72/74", ENGLISH) == "https://docs.un.org/en/A/RES/72/74"
    assert document_url("S/RES/1325 (2000)", ENGLISH) == "https://docs.un.org/en/S/RES/1325(2000)"
    assert document_url("A/HRC/DEC/54/101", ENGLISH) == "https://docs.un.org/en/A/HRC/DEC/54/101"


def test_a_decision_without_a_document_has_no_url() -> None:
    assert document_url("A/DEC/75/561", ENGLISH) is None


PIECES = st.sampled_from(
    [
        *(
            "its resolution",
            "resolutions",
            "decision",
            "in its",
            "and",
            "to",
            "of",
            "the",
            ",",
            ";",
            "(",
            ")",
            "/",
            "-",
        ),
        *("Security Council", "Human Rights Council", "General Assembly", "Supplement No. 5 (", "6 December 2017"),
        *("72/74", "1325 (2000)", "217 A (III)", "S-27/2", "2020/7", "A to C", "9", "Z", "‑", "\N{NO-BREAK SPACE}"),
        *("A/75/345-S/2020/898", "A/RES/", "E/2020/27", "(Part I)", "/Add.1", "Add.1", "Corr.2"),
        *("paragraph 3 of", "annex II", ", para. 4 (b)", "chap. I"),
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789/()ASERX-., "),
    st.builds(" ".join, st.lists(PIECES, max_size=24)),
    st.builds("".join, st.lists(PIECES, max_size=24)),
)


@given(text=TEXTS, adopting=st.sampled_from(["", "ga", "sc", "ecosoc", "hrc"]))
def test_citations_lie_in_the_text_in_order_and_apart(text: str, adopting: str) -> None:
    end = 0
    for citation in found(text, adopting):
        assert end <= citation.start < citation.end <= len(text)
        assert citation.symbol
        assert not set(citation.symbol) & set(" \N{NO-BREAK SPACE}\t\n")
        assert citation.symbol not in citation.aliases
        end = citation.end
