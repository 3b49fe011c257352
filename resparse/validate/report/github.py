"""Findings -> workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from resparse.validate.diagnostic import Severity
from resparse.validate.report.finding import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(findings: Sequence[Finding]) -> str:
    """A command for each finding, on a line of its own."""
    return "\n".join(map(_command, findings))


def _command(finding: Finding) -> str:
    said, place = finding.said, finding.place
    properties: dict[str, object] = {"file": finding.file}
    message = said.message
    if place and finding.lined:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # columns are of one line only
            properties |= {"col": place.column, "endColumn": place.end_column}
    elif place:
        message = f"page {place.page}: {message}"
    properties["title"] = said.rule
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[said.severity]} {told}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
