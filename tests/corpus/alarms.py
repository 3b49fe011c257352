"""What the rules say of genuine documents, a table by rule: ``python -m tests.corpus.alarms [SET…] [--show GLOB]``.

Sets: ga-pdf, typeset, akn, multilingual, text; without one, the first three, which are what counts. ``--show`` prints
what rules of that name say, with the place marked.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from resparse.model import Document
from resparse.parse import parse
from resparse.read import read
from resparse.validate import Diagnostic, Severity, validate
from tests.corpus.conftest import SHARED

CORPUS = SHARED / "corpus"
SETS = {
    "ga-pdf": ("ga-pdf/pdf/*.pdf",),
    "typeset": ("typeset/sc/pdf/*.pdf", "typeset/hrc/pdf/*.pdf", "typeset/ecosoc/pdf/*.pdf"),
    "akn": ("akn/xml/*[0-9].xml", "akn/xml/*-en.xml"),
    "multilingual": ("typeset/*-ml/pdf/*.pdf",),
    "text": ("ga-pdf/text/*/*.txt", "typeset/*/flat*/*.txt"),
}
COUNTED = ("ga-pdf", "typeset", "akn")
Alarms = dict[Path, tuple[Document, list[Diagnostic]]]


def alarms(sets: tuple[str, ...] = COUNTED, select: str = "*") -> Alarms:
    """Each document of the sets, with what is said of it."""
    found: Alarms = {}
    for path in paths(sets):
        document = parse(read(path))
        found[path] = document, validate(document, select=[select])
    return found


def paths(sets: tuple[str, ...]) -> Iterator[Path]:
    """The files of the sets."""
    for name in sets:
        for glob in SETS[name]:
            yield from sorted(CORPUS.glob(glob))


def rate(found: Alarms, severity: Severity) -> float:
    """How many diagnostics of this severity there are for each document."""
    return sum(said.severity is severity for _, several in found.values() for said in several) / len(found)


def table(found: Alarms) -> Iterator[str]:
    """A line a rule: its diagnostics by severity, and in how many documents; then what there is for each document."""
    counts: dict[str, Counter[Severity]] = defaultdict(Counter)
    homes: dict[str, set[Path]] = defaultdict(set)
    for path, (_, several) in found.items():
        for said in several:
            counts[said.rule][said.severity] += 1
            homes[said.rule].add(path)
    yield f"{'rule':<40}{'error':>9}{'warning':>9}{'info':>9}{'documents':>11}"
    for name, count in sorted(counts.items(), key=lambda row: [-row[1][s] for s in reversed(Severity)]):
        numbers = "".join(f"{count[severity]:>9}" for severity in reversed(Severity))
        yield f"{name:<40}{numbers}{len(homes[name]):>11}"
    rates = ", ".join(f"{severity} {rate(found, severity):.3f}" for severity in reversed(Severity))
    yield f"{len(found)} documents; for each: {rates} (asked: error 0.020, warning 0.200)"


def shown(found: Alarms, glob: str) -> Iterator[str]:
    """What rules of that name say, and where."""
    for path, (document, several) in found.items():
        for said in several:
            if fnmatchcase(said.rule, glob):
                text = str(document.source.text)
                (start, _), (_, end) = said.spans[0], said.spans[-1]
                before, after = text[max(start - 60, 0) : start], text[end : end + 40]
                place = f"{before}»{text[start:end]}«{after}".replace("\n", "⏎")
                yield f"{path.parent.parent.name}/{path.stem} {said.severity} {said.rule}: {said.message}\n    {place}"


def main() -> None:
    """Print the table, or what some rules say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--show", metavar="GLOB", help="print what rules of this name say")
    given = parser.parse_args()
    found = alarms(tuple(given.sets) or COUNTED, given.show or "*")
    print(*(shown(found, given.show) if given.show else ()), *table(found), sep="\n")


if __name__ == "__main__":
    main()
