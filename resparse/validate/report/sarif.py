"""Findings -> SARIF 2.1.0, the format of static analysis tools (OASIS standard)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import msgspec

from resparse import __version__
from resparse.validate.diagnostic import Severity
from resparse.validate.report.finding import Change, Finding
from resparse.validate.rule import Rule
from resparse.validate.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Object = dict[str, object]


def to_sarif(findings: Sequence[Finding]) -> str:
    """One run, with every rule, a result for each finding, and its fixes."""
    places = {name: index for index, name in enumerate(RULES)}
    run = {
        "tool": {"driver": {"name": "resparse", "version": __version__, "rules": [*map(_rule, RULES.values())]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.said.rule]) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode()


def _rule(rule: Rule) -> Object:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int) -> Object:
    said = finding.said
    result: Object = {
        "ruleId": said.rule,
        "ruleIndex": index,
        "level": _LEVELS[said.severity],
        "message": {"text": said.message},
        "locations": [_location(finding)],
    }
    if finding.changes:
        replacements = [_replacement(change) for change in finding.changes]
        change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
        result["fixes"] = [{"description": {"text": said.message}, "artifactChanges": [change]}]
    return result


def _location(finding: Finding) -> Object:
    """The place in the file; where its lines are not those of the text, the page and the paragraph."""
    place = finding.place
    physical: Object = {"artifactLocation": _artifact(finding.file)}
    location: Object = {"physicalLocation": physical}
    if place and finding.lined:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    elif place:
        location["properties"] = {"page": place.page}
    if finding.home:
        location["logicalLocations"] = [{"name": finding.home, "kind": "element"}]
    return location


def _artifact(file: str) -> Object:
    return {"uri": quote(file.replace("\\", "/").encode("utf-8", "surrogateescape"))}


def _replacement(change: Change) -> Object:
    region = {"charOffset": change.offset, "charLength": change.length}
    return {"deletedRegion": region, "insertedContent": {"text": change.text}}
