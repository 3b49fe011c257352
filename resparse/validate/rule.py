"""A rule: a check with its name, its severity, what it holds for, and its page of the manual."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from msgspec import Struct

from resparse.validate.diagnostic import Diagnostic, Severity
from resparse.validate.view import View

Check = Callable[[View], Iterator[Diagnostic]]


class Rule(Struct, frozen=True):
    """A check that runs where organ, language and year fit.

    ``organs`` and ``languages``: ``None`` stands for all of them. ``since`` and ``until`` are years, both included;
    ``since`` holds as well where the year is not known. What a ``fragile`` rule looks at is often lost when text is
    taken from a page: in such a text its diagnostics weigh a degree less.
    """

    name: str
    severity: Severity
    check: Check
    manual: str
    organs: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    since: int | None = None
    until: int | None = None
    fragile: bool = False

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]

    def holds(self, view: View) -> bool:
        """Whether this is a document that the rule speaks of."""
        header, year = view.header, view.year
        return (
            (self.organs is None or header.body in self.organs)
            and (self.languages is None or view.language.code in self.languages)
            and (self.since is None or year is None or year >= self.since)
            and (self.until is None or (year is not None and year <= self.until))
        )


def rule(
    severity: Severity,
    *,
    organs: set[str] | None = None,
    languages: set[str] | None = None,
    since: int | None = None,
    until: int | None = None,
    fragile: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function: its name is the rule's name, its docstring the manual page."""

    def decorate(check: Check) -> Rule:
        return Rule(
            name=check.__name__.replace("_", "-"),
            severity=severity,
            check=check,
            manual=inspect.getdoc(check) or "",
            organs=None if organs is None else frozenset(organs),
            languages=None if languages is None else frozenset(languages),
            since=since,
            until=until,
            fragile=fragile,
        )

    return decorate
