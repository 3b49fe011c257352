"""``resparse rules`` and ``resparse explain``: what is checked, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from resparse.cli.messages import STDIN
from resparse.cli.outputs import written

if TYPE_CHECKING:
    from resparse.validate.rule import Rule


@click.command()
@click.option("-f", "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
def rules(form: str) -> None:
    """List the rules: name, severity, organs, and what is wrong."""
    from resparse.validate.report.manual import to_json, to_table
    from resparse.validate.rules import RULES

    several: list[Rule] = [*RULES.values()]
    with written(None, (), "") as write:
        write(STDIN, to_json(several) if form == "json" else to_table(several))


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Print the page of a RULE: what, why, bad, good, exceptions, source."""
    from resparse.validate.config import strangers
    from resparse.validate.report.manual import to_page
    from resparse.validate.rules import RULES

    if rule not in RULES:
        raise click.UsageError(next(strangers([rule]), f"{rule} stands for several rules; name one"))
    with written(None, (), "") as write:
        write(STDIN, to_page(RULES[rule]))
