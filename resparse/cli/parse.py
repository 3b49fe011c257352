"""``resparse parse``: documents as JSON, XML or text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from resparse.cli.files import File
from resparse.cli.inputs import documents_of, reading
from resparse.cli.many import outcomes
from resparse.cli.messages import WRONG, called, complain
from resparse.cli.outputs import on_screen, written

if TYPE_CHECKING:
    from resparse.read.error import InputError

SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "xml": ".xml", "text": ".txt"}


def _date(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as given, else that of SOURCE_DATE_EPOCH, so that builds can be repeated."""
    import datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if value:
            return datetime.date.fromisoformat(value).isoformat()
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat() if epoch else None
    except (ValueError, OverflowError, OSError):
        if value:
            raise click.BadParameter(f"{value!r} is no date; try 2024-06-30", ctx, parameter) from None
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; it counts seconds since 1970", ctx) from None


@click.command()
@reading
@click.option("-f", "--format", "form", type=click.Choice(list(SUFFIXES)), default="json", show_default=True)
@click.option("-o", "--output", metavar="FILE|DIR", help="Write there; to a DIR, one file for each input.")
@click.option("--with-source", is_flag=True, help="Keep the text of each source in its document (json, jsonl).")
@click.option(
    "--date", metavar="YYYY-MM-DD", callback=_date, help="Date of the mark-up (xml), if not that of the text."
)
def parse(
    files: Sequence[File],
    form: str,
    output: str | None,
    with_source: bool,
    date: str | None,
    jobs: int | None,
    **options: Any,
) -> None:
    """Turn resolutions into documents: json or xml, one after another, jsonl, one a line, or text as it is printed."""
    faults: list[InputError] = []
    work = partial(_formed, form=form, with_source=with_source, date=date, **options)
    with (
        written(output, files, SUFFIXES[form]) as write,
        closing(outcomes(files, work, faults, jobs, bar=not on_screen(output))) as results,
    ):
        for file, formed in results:
            if formed.lost:
                complain(f"{called(file)}: XML cannot hold {', '.join(formed.lost)}; U+FFFD is written for it")
            write(file, formed.text)
    if faults:
        raise click.exceptions.Exit(WRONG)


class Formed(NamedTuple):
    """A document in the form that was asked for, and the characters that this form cannot hold."""

    text: str
    lost: tuple[str, ...] = ()


def _formed(path: str, *, form: str, with_source: bool, date: str | None, **options: Any) -> Iterator[Formed]:
    """The documents of an input, each in the form that was asked for."""
    for document in documents_of(path, **options):
        if form == "xml":
            from resparse.write.xml import forbidden, to_xml

            yield Formed(to_xml(document, date=date), tuple(forbidden(document)))
        elif form == "text":
            from resparse.write.text import to_text

            yield Formed(to_text(document))
        else:
            from resparse.write.json import to_json

            yield Formed(to_json(document, with_source=with_source, indent=form == "json"))
