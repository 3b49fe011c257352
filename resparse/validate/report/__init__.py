"""Diagnostics -> reports: text for people, json, sarif and github for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resparse.validate.report.finding import Finding
from resparse.validate.report.github import to_github
from resparse.validate.report.json import to_json
from resparse.validate.report.sarif import to_sarif

FORMS: dict[str, Callable[[Sequence[Finding]], str]] = {"json": to_json, "sarif": to_sarif, "github": to_github}
