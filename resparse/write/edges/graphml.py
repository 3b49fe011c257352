"""Edges -> GraphML, as network tools read it: documents are nodes, citations are edges, both with their data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from resparse.write.edges import Edge
from resparse.write.xml.elements import legal

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = ("label", "kind", "body", "url", "read")
_EDGE = ("kind", "date", "part", "paragraph", "phrase", "pinpoint", "text")


def to_graphml(edges: Iterable[Edge], documents: Mapping[str, Mapping[str, str | None]]) -> str:
    """The graph of some edges; ``documents`` are those that were read, with their data, whether or not they cite.

    Of a node, ``kind`` and ``body`` are those of the document, ``read`` tells the documents that were read from those
    that are only cited.
    """
    edges = list(edges)
    namespaces: dict[str | None, str] = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap=namespaces)  # type: ignore[arg-type]
    for domain, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "boolean" if name == "read" else "string"
            _add(root, "key", {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": kind})
    graph = _add(root, "graph", {"id": "citations", "edgedefault": "directed"})
    for name, values in _nodes(edges, documents).items():
        _values(_add(graph, "node", {"id": name}), "node", {"label": name, **values})
    for number, edge in enumerate(edges, 1):
        ends = {"id": f"e{number}", "source": legal(edge.citing), "target": legal(edge.cited)}
        _values(_add(graph, "edge", ends), "edge", {name: getattr(edge, name) for name in _EDGE})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode().rstrip("\n")


def _nodes(
    edges: Iterable[Edge], documents: Mapping[str, Mapping[str, str | None]]
) -> Mapping[str, Mapping[str, str | None]]:
    """The documents that were read, then those that are only cited, each once."""
    nodes = {legal(name): {**values, "read": "true"} for name, values in documents.items()}
    for edge in edges:
        cited = {"kind": edge.kind, "body": edge.body, "url": edge.url, "read": "false"}
        nodes.setdefault(legal(edge.cited), cited)
    return nodes


def _values(element: etree._Element, domain: str, values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is not None:
            _add(element, "data", {"key": f"{domain}_{name}"}).text = legal(value)


def _add(parent: etree._Element, tag: str, attributes: Mapping[str, str]) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", dict(attributes))
