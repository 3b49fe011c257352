"""The command line: arguments in, exit code out. What a command needs is imported when it runs."""

from __future__ import annotations

import signal
import sys

import click

from resparse import __version__
from resparse.cli.citations import citations
from resparse.cli.messages import INTERRUPTED, WRONG, complain
from resparse.cli.parse import parse
from resparse.cli.rules import explain, rules
from resparse.cli.schema import schema
from resparse.cli.validate import validate


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
    except ValueError as error:
        from resparse.profiles import ProfileError

        if not isinstance(error, ProfileError):
            raise
        complain(str(error))  # the user's own profiles may be wrong
        code = WRONG
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


for command in (parse, validate, citations, rules, explain, schema):
    cli.add_command(command)
