"""FILE… -> sources and documents, with the options of every command that reads them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from resparse.cli.files import expanded
from resparse.cli.messages import STDIN

if TYPE_CHECKING:
    from resparse.model import Document
    from resparse.source import Source

# What a PDF or Word file may cost: the fields of resparse.read.limits.Limits.
LIMITS = (
    ("seconds", click.FloatRange(0, min_open=True), "S", "processor time for a PDF or Word file"),
    ("memory", click.IntRange(64), "MIB", "memory for a PDF or Word file"),
    ("characters", click.IntRange(1), "N", "characters in a PDF or Word file"),
    ("pages", click.IntRange(1), "N", "pages in a PDF"),
    ("size", click.IntRange(1), "BYTES", "bytes in a PDF or Word file"),
)


def _known(kind: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Check a code against the profiles there are, of ``bodies`` or ``languages``."""

    def check(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is None:
            return None
        from resparse import profiles

        codes: tuple[str, ...] = getattr(profiles, kind)()
        if value not in codes:
            raise click.BadParameter(f"there is no {value!r}; there are: {', '.join(codes)}", ctx, parameter)
        return value

    return check


def _encoding(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        b"    ".decode(value or "utf-8")
    except UnicodeError:
        pass  # four blanks are no whole text in it, but the name is known
    except (LookupError, ValueError):
        raise click.BadParameter(f"{value!r} names no text encoding; try utf-8 or cp1252", ctx, parameter) from None
    return value


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """What every command that reads documents takes: FILE…, and how to read them."""
    for name, kind, metavar, meaning in LIMITS:
        command = click.option(f"--max-{name}", type=kind, metavar=metavar, help=f"Most {meaning}.")(command)
    for decorate in (
        click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Inputs worked on at once."),
        click.option("--encoding", metavar="NAME", callback=_encoding, help="Encoding of texts, if not UTF-8."),
        click.option("--language", metavar="CODE", callback=_known("languages"), help="Language, such as en."),
        click.option("--body", metavar="CODE", callback=_known("bodies"), help="Organ, such as ga."),
        click.argument("files", metavar="[FILE|DIR|-]...", nargs=-1, callback=lambda *given: expanded(given[-1])),
    ):
        command = decorate(command)
    return command


def documents_of(path: str, *, body: str | None, language: str | None, **options: Any) -> Iterator[Document]:
    """The documents of one input; an ``InputError`` where it cannot be read, or not to its end."""
    from resparse.parse import parse
    from resparse.source import Source

    for found in sources_of(path, data_of(path), **options):
        yield parse(found, body=body, language=language) if isinstance(found, Source) else found


def data_of(path: str) -> bytes:
    """The bytes of one input."""
    from resparse.read import contents

    return _standard_input() if path == STDIN else contents(path)


def sources_of(path: str, data: bytes, *, encoding: str | None, **given: Any) -> Iterable[Source | Document]:
    """What the bytes of an input hold: documents that were parsed before, or the source of one."""
    from resparse.read import read
    from resparse.read.json import from_json, is_json
    from resparse.read.limits import Limits
    from resparse.read.text import decode

    limits = Limits(**{name.removeprefix("max_"): value for name, value in given.items() if value is not None})
    if is_json(data):
        return from_json(decode(data, encoding))
    return (read(data, name=None if path == STDIN else path, encoding=encoding, limits=limits),)


def _standard_input() -> bytes:
    from resparse.read.error import InputError

    if sys.stdin is None:
        raise InputError("is closed; give it something to read, or name a FILE")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}") from None
