"""Findings -> one JSON array."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from resparse.validate.report.finding import Finding


def to_json(findings: Sequence[Finding]) -> str:
    """One array of objects over all inputs; places are ``null`` where the text is not at hand."""
    return msgspec.json.format(msgspec.json.encode([_row(finding) for finding in findings]), indent=2).decode()


def _row(finding: Finding) -> dict[str, object]:
    said, place = finding.said, finding.place
    return {
        "file": finding.file,
        "rule": said.rule,
        "severity": str(said.severity),
        "message": said.message,
        "page": place and place.page,
        "line": place and place.line,
        "column": place and place.column,
        "end_line": place and place.end_line,
        "end_column": place and place.end_column,
        "in": finding.home,
        "spans": said.spans,
        "edits": said.edits,
        "safe": said.safe,
    }
