"""Where the files of profiles are: in the package, and in a directory of the user's own."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

OWN = "RESPARSE_PROFILES"  # names a directory with folders ``bodies`` and ``languages``, as here


@cache
def profile_files(folder: str) -> dict[str, Traversable]:
    """Code -> file, in the order of the codes; a file of the user's takes the place of one of the same name here."""
    shipped = files("resparse.profiles") / folder
    own = Path(os.environ[OWN]) / folder if os.environ.get(OWN) else None
    both = [*shipped.iterdir(), *(own.iterdir() if own and own.is_dir() else ())]
    by_code = {file.name.removesuffix(".toml"): file for file in both if file.name.endswith(".toml")}
    return dict(sorted(by_code.items()))


def shipped(name: str) -> str:
    """The text of a file that every profile needs."""
    return (files("resparse.profiles") / name).read_text("utf-8")
