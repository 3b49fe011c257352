"""Who cites whom, in which paragraph, with which phrase: as lines and as a graph."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from hypothesis import example, given
from lxml import etree

import resparse
from resparse.model import Document
from resparse.write.edges import described, edges, name_of
from resparse.write.edges.graphml import NAMESPACE, to_graphml
from resparse.write.edges.lines import COLUMNS, to_csv, to_jsonl, to_table
from tests.texts import TEXTS

TEXT = """
United Nations A/RES/99/12
General Assembly

[on the report of the Third Committee (A/99/478, para. 33)]

99/12. Harbours

The General Assembly,

Recalling its resolution 98/440 of 21 December 2043,¹

Guided by the Charter of the United Nations,

1. Endorses:

(a) The plan in annex II to its resolution 97/3;

(b) The plan of A/99/17;

2. Decides to meet again.

¹ See resolution 96/4.
"""


def rows(document: Document) -> list[tuple[str, str, str, str | None, str | None]]:
    return [(edge.cited, edge.part, edge.kind, edge.paragraph, edge.phrase) for edge in edges(document)]


def test_edges_tell_where_and_how() -> None:
    assert rows(resparse.parse(TEXT)) == [
        ("A/99/478", "header", "document", None, None),
        ("A/RES/98/440", "preamble", "resolution", "1", "Recalling"),
        ("UN-Charter", "preamble", "charter", "2", "Guided"),
        ("A/RES/97/3", "operative", "resolution", "1 (a)", "Endorses"),
        ("A/99/17", "operative", "document", "1 (b)", "Endorses"),
        ("A/RES/96/4", "note", "resolution", "1", "Recalling"),
    ]
    assert [edge.pinpoint for edge in edges(resparse.parse(TEXT))] == ["33", None, None, "annex II", None, None]


def test_a_document_is_called_by_its_symbol_or_its_source() -> None:
    assert name_of(resparse.parse(TEXT)) == "A/RES/99/12"
    assert name_of(resparse.parse(resparse.read(b"See A/99/17.", name="note.txt"))) == "note.txt"
    assert name_of(resparse.parse("See A/99/17.")) == "-"


@given(text=TEXTS)
def test_each_citation_is_an_edge(text: str) -> None:
    document = resparse.parse(text)
    header = len(document.header.originating_document)
    assert [edge.text for edge in edges(document)][header:] == [one.text for one in document.citations]


def test_lines() -> None:
    found = list(edges(resparse.parse(TEXT)))
    assert [json.loads(line)["cited"] for line in to_jsonl(found).splitlines()] == [edge.cited for edge in found]
    table = list(csv.DictReader(to_csv(found).splitlines()))
    assert tuple(table[0]) == COLUMNS
    assert [row["paragraph"] for row in table] == [edge.paragraph or "" for edge in found]


def test_a_table_has_even_columns_and_no_control_characters() -> None:
    found = [resparse.write.edges.Edge("\x1b[31m决议", "B", "document", None, None, "note", "1", None, None, "B", None)]
    head, row = to_table(found).splitlines()
    assert "\x1b" not in row
    assert head.index("CITED") == row.index("B") + 2  # two characters that take two columns each


def graph(documents: list[Document]) -> etree._Element:
    found = [edge for document in documents for edge in edges(document)]
    return etree.fromstring(to_graphml(found, {name_of(one): described(one) for one in documents}).encode())


@given(text=TEXTS)
@example(text=TEXT)
def test_a_graph_is_whole(text: str) -> None:
    root = graph([resparse.parse(text)])
    assert root.tag == f"{{{NAMESPACE}}}graphml"
    nodes = [node.get("id") for node in root.iter(f"{{{NAMESPACE}}}node")]
    ends = [end for edge in root.iter(f"{{{NAMESPACE}}}edge") for end in (edge.get("source"), edge.get("target"))]
    keys = {key.get("id") for key in root.iter(f"{{{NAMESPACE}}}key")}
    assert len(set(nodes)) == len(nodes)
    assert set(ends) <= set(nodes)
    assert {datum.get("key") for datum in root.iter(f"{{{NAMESPACE}}}data")} <= keys


def test_a_document_that_cites_and_is_cited_is_one_node() -> None:
    other = resparse.parse(TEXT.replace("99/12", "98/440").replace("98/440 of", "97/1 of"))
    root = graph([resparse.parse(TEXT), other])
    read = root.xpath("//g:node[g:data[@key='node_read']='true']/@id", namespaces={"g": NAMESPACE})
    assert read == ["A/RES/99/12", "A/RES/98/440"]


def test_a_graph_of_the_samples_is_in_the_schema_of_graphml() -> None:
    texts = sorted((Path(resparse.__file__).parents[1] / "samples").glob("*.txt"))
    root = graph([resparse.parse(resparse.read(path)) for path in texts])
    assert [child.tag.partition("}")[2] for child in root] == ["key"] * 12 + ["graph"]
    kinds = {"string", "boolean"}
    assert {key.get("attr.type") for key in root.iter(f"{{{NAMESPACE}}}key")} == kinds
