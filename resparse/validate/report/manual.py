"""Rules -> their list, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from resparse.validate.rule import Rule


def to_table(rules: Sequence[Rule]) -> str:
    """A line a rule: name, severity, organs, what is wrong."""
    rows = [(rule.name, str(rule.severity), _organs(rule), rule.summary) for rule in rules]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def to_json(rules: Sequence[Rule]) -> str:
    """An array of objects."""
    rows = [
        {
            "name": rule.name,
            "severity": str(rule.severity),
            "organs": None if rule.organs is None else sorted(rule.organs),
            "languages": None if rule.languages is None else sorted(rule.languages),
            "since": rule.since,
            "until": rule.until,
            "summary": rule.summary,
        }
        for rule in rules
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode()


def to_page(rule: Rule) -> str:
    """The page of the manual, below what the rule holds for."""
    return "\n".join((rule.name, *_held(rule), "", rule.manual))


def _held(rule: Rule) -> Iterator[str]:
    yield f"{rule.severity}; organs: {_organs(rule)}"
    if rule.languages is not None:
        yield f"languages: {', '.join(sorted(rule.languages))}"
    if rule.since is not None or rule.until is not None:
        years = (f"since {rule.since}" if rule.since else "", f"until {rule.until}" if rule.until else "")
        yield " ".join(filter(None, years))
    if rule.fragile:
        yield "in text taken from pages, where it may be the extract that is at fault, a degree less"


def _organs(rule: Rule) -> str:
    return "all" if rule.organs is None else ", ".join(sorted(rule.organs))
