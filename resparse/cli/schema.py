"""``resparse schema``: the JSON Schema of documents."""

from __future__ import annotations

import click

from resparse.cli.files import File
from resparse.cli.messages import STDIN
from resparse.cli.outputs import written


@click.command()
def schema() -> None:
    """Print the JSON Schema that every document fits."""
    from resparse.write.schema import schema_json

    with written(None, (File(STDIN, ""),), "") as write:
        write(STDIN, schema_json())
