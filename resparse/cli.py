"""The command line: arguments in, exit code out. What a command needs is imported when it runs."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from resparse import __version__

if TYPE_CHECKING:
    from resparse.model import Document
    from resparse.read.error import InputError
    from resparse.source import Source

WRONG = 2  # exit code: wrong usage, or an input that could not be read
INTERRUPTED = 130
STDIN = "-"
# What a PDF or Word file may cost: the fields of resparse.read.limits.Limits.
LIMITS = (
    ("seconds", click.FloatRange(0, min_open=True), "S", "processor time for a PDF or Word file"),
    ("memory", click.IntRange(64), "MIB", "memory for a PDF or Word file"),
    ("characters", click.IntRange(1), "N", "characters in a PDF or Word file"),
    ("pages", click.IntRange(1), "N", "pages in a PDF"),
    ("size", click.IntRange(1), "BYTES", "bytes in a PDF or Word file"),
)
SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "xml": ".xml", "text": ".txt"}

Write = Callable[[str, str], None]


def main() -> None:
    """Run the command line and end the process."""
    signal.signal(signal.SIGINT, lambda *_: sys.exit(INTERRUPTED))
    try:
        code = cli.main(prog_name="resparse", standalone_mode=False)
    except click.ClickException as error:
        path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else None
        complain(error.format_message() + (f" (see: {path} --help)" if path else ""))
        code = WRONG
    except click.Abort:
        code = INTERRUPTED
    sys.exit(code)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="resparse %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Read United Nations resolutions: header, paragraphs, footnotes and citations.

    A FILE may be a text, PDF, Word, Akoma Ntoso or JSON that resparse wrote; without one, or with -, it is standard
    input.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(WRONG)


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


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """What every command that reads documents takes: FILE…, and how to read them."""
    for name, kind, metavar, meaning in LIMITS:
        command = click.option(f"--max-{name}", type=kind, metavar=metavar, help=f"Most {meaning}.")(command)
    for decorate in (
        click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="PDF and Word files read at once."),
        click.option("--encoding", metavar="NAME", callback=_encoding, help="Encoding of texts, if not UTF-8."),
        click.option("--language", metavar="CODE", callback=_known("languages"), help="Language, such as en."),
        click.option("--body", metavar="CODE", callback=_known("bodies"), help="Organ, such as ga."),
        click.argument("files", metavar="[FILE|-]...", nargs=-1),
    ):
        command = decorate(command)
    return command


@cli.command()
@reading
@click.option("-f", "--format", "form", type=click.Choice(list(SUFFIXES)), default="json", show_default=True)
@click.option("-o", "--output", metavar="FILE|DIR", help="Write there; to a DIR, one file for each input.")
@click.option("--with-source", is_flag=True, help="Keep the text of each source in its document (json, jsonl).")
@click.option(
    "--date", metavar="YYYY-MM-DD", callback=_date, help="Date of the mark-up (xml), if not that of the text."
)
def parse(
    files: Sequence[str], form: str, output: str | None, with_source: bool, date: str | None, **options: Any
) -> None:
    """Turn resolutions into documents: json or xml, one after another, jsonl, one a line, or text as it is printed."""
    faults: list[InputError] = []
    with written(output, files, SUFFIXES[form]) as write:
        for file, document in documents(files, faults, **options):
            write(file, _formed(document, form, file, with_source, date))
    if faults:
        raise click.exceptions.Exit(WRONG)


def _formed(document: Document, form: str, file: str, with_source: bool, date: str | None) -> str:
    """The document in the form that was asked for; what XML cannot hold is said."""
    if form == "xml":
        from resparse.write.xml import forbidden, to_xml

        lost = forbidden(document)
        if lost:
            complain(f"{_called(file)}: XML cannot hold {', '.join(lost)}; U+FFFD is written for it")
        return to_xml(document, date=date)
    if form == "text":
        from resparse.write.text import to_text

        return to_text(document)
    from resparse.write.json import to_json

    return to_json(document, with_source=with_source, indent=form == "json")


@cli.command()
def schema() -> None:
    """Print the JSON Schema that every document fits."""
    from resparse.write.schema import schema_json

    with written(None, (), "") as write:
        write(STDIN, schema_json())


def documents(
    files: Sequence[str], faults: list[InputError], *, body: str | None, language: str | None, **options: Any
) -> Iterator[tuple[str, Document]]:
    """The documents of all inputs, each with its FILE; an input that cannot be read is said so and added to faults."""
    from resparse.parse import parse
    from resparse.read.error import InputError
    from resparse.read.isolation import ahead
    from resparse.source import Source

    jobs = options.pop("jobs") or min(4, os.cpu_count() or 1)

    def load(file: str) -> Iterable[Source | Document]:
        return _loaded(file, **options)

    loaded = ahead(load, (file for file in files if file != STDIN), jobs)
    for file in files or (STDIN,):
        try:
            for found in load(file) if file == STDIN else next(loaded).result():
                yield file, parse(found, body=body, language=language) if isinstance(found, Source) else found
        except InputError as error:
            complain(f"{_called(file)}: {error.reason}")
            faults.append(error)


def _called(file: str) -> str:
    return "standard input" if file == STDIN else file


def _loaded(file: str, *, encoding: str | None, **given: Any) -> Iterable[Source | Document]:
    from resparse.read import contents, read
    from resparse.read.json import from_json, is_json
    from resparse.read.limits import Limits
    from resparse.read.text import decode

    limits = Limits(**{name.removeprefix("max_"): value for name, value in given.items() if value is not None})
    data = _standard_input() if file == STDIN else contents(file)
    if is_json(data):
        return from_json(decode(data, encoding))
    return (read(data, name=None if file == STDIN else file, encoding=encoding, limits=limits),)


def _standard_input() -> bytes:
    from resparse.read.error import InputError

    if sys.stdin is None:
        raise InputError("is closed; give it something to read, or name a FILE")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}") from None


@contextmanager
def written(output: str | None, files: Sequence[str], suffix: str) -> Iterator[Write]:
    """Give ``write(file, text)``, which writes text made from the input FILE where ``output`` says.

    A file is opened when something comes to be written: an input that cannot be read leaves none behind.
    """
    targets = _targets(output, files or (STDIN,), suffix)
    stream: BinaryIO | None = None
    current: Path | None = None

    def write(file: str, text: str) -> None:
        nonlocal stream, current
        if stream is None or targets[file] != current:
            if stream:
                stream.close()
            current = targets[file]
            stream = _opened(current)
        stream.write(text.encode() + b"\n")
        stream.flush()

    try:
        yield write
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who reads us has had enough
        raise click.exceptions.Exit(0) from None
    except OSError as error:
        raise click.ClickException(f"{current or 'standard output'}: cannot be written: {error.strerror}") from None
    finally:
        if current and stream:
            with suppress(OSError):  # every write was flushed: what could not be written has been said
                stream.close()


def _targets(output: str | None, files: Sequence[str], suffix: str) -> dict[str, Path | None]:
    """Input -> the file that its documents go to; ``None`` is standard output."""
    if output is None or output == STDIN:
        return dict.fromkeys(files)
    folder = output.endswith(("/", os.sep)) or os.path.isdir(output)
    targets = {file: Path(output, _stem(file) + suffix) if folder else Path(output) for file in files}
    taken: dict[Path, str] = {}
    for file, target in targets.items():
        if os.path.exists(file) and target.exists() and target.samefile(file):
            raise click.UsageError(f"{file} would be written over; name another output")
        other = taken.setdefault(target, file)
        if folder and other != file:
            raise click.UsageError(f"{other} and {file} would both be written to {target}; write them to two folders")
    return dict(targets)


def _stem(file: str) -> str:
    return "stdin" if file == STDIN else Path(file).stem


def _opened(target: Path | None) -> BinaryIO:
    if target is None and sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    if target is None:
        return sys.stdout.buffer
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.open("wb")


def complain(message: str) -> None:
    """One line on standard error; names and texts in it cannot command the terminal."""
    click.echo(f"resparse: {printable(message)}", err=True)


def printable(text: str) -> str:
    """The text with what is no visible character escaped."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
