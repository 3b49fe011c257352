"""``resparse citations``: who cites what, as lines or as a graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from resparse.cli.inputs import documents, reading
from resparse.cli.messages import WRONG
from resparse.cli.outputs import targets_of, written

if TYPE_CHECKING:
    from pathlib import Path

    from resparse.model import Document
    from resparse.read.error import InputError

SUFFIXES = {"table": ".txt", "jsonl": ".jsonl", "csv": ".csv", "graphml": ".graphml"}


@click.command()
@reading
@click.option("-f", "--format", "form", type=click.Choice(list(SUFFIXES)), default="table", show_default=True)
@click.option("-o", "--output", metavar="FILE|DIR", help="Write there; to a DIR, one file for each input.")
def citations(files: Sequence[str], form: str, output: str | None, **options: Any) -> None:
    """List what resolutions cite: the document, its kind and date, and the paragraph, phrase and words that name it."""
    faults: list[InputError] = []
    suffix = SUFFIXES[form]
    targets = targets_of(output, files, suffix)
    together: dict[Path | None, list[Document]] = {}
    first: dict[Path | None, str] = {}
    with written(output, files, suffix) as write:
        for file, document in documents(files, faults, **options):
            if form == "jsonl":
                _write_lines(write, file, document)
            else:
                together.setdefault(targets[file], []).append(document)
                first.setdefault(targets[file], file)
        for target, those in together.items():
            write(first[target], _formed(those, form))
    if faults:
        raise click.exceptions.Exit(WRONG)


def _write_lines(write: Any, file: str, document: Document) -> None:
    from resparse.write.edges import edges
    from resparse.write.edges.lines import to_jsonl

    lines = to_jsonl(edges(document))
    if lines:
        write(file, lines)


def _formed(those: Sequence[Document], form: str) -> str:
    """The edges of all documents that go to one file."""
    from resparse.write.edges import described, edges, name_of
    from resparse.write.edges.lines import to_csv, to_table

    found = [edge for document in those for edge in edges(document)]
    if form == "graphml":
        from resparse.write.edges.graphml import to_graphml

        return to_graphml(found, {name_of(document): described(document) for document in those})
    return to_csv(found) if form == "csv" else to_table(found)
