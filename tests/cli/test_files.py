"""What stands for files: a folder, a pattern, a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from resparse.cli.files import File, expanded


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("c.txt", "in/b.txt", "in/a.pdf", "in/deep/a.v2.txt", "in/.hidden", "in/.git/x.txt", "[1].txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    Path("empty").mkdir()
    Path("in/loop").symlink_to("..", target_is_directory=True)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ((), [("-", "stdin")]),
        (("c.txt", "-", "c.txt"), [("c.txt", "c"), ("-", "stdin"), ("c.txt", "c")]),
        (("in",), [("in/a.pdf", "a"), ("in/b.txt", "b"), ("in/deep/a.v2.txt", "deep/a.v2")]),
        (("in/../in/",), [("in/a.pdf", "a"), ("in/b.txt", "b"), ("in/deep/a.v2.txt", "deep/a.v2")]),
        (("*.txt",), [("[1].txt", "[1]"), ("c.txt", "c")]),
        (("in/**/?.*.txt",), [("in/deep/a.v2.txt", "deep/a.v2")]),
        (("i?",), [("in/a.pdf", "in/a"), ("in/b.txt", "in/b"), ("in/deep/a.v2.txt", "in/deep/a.v2")]),
        (("[1].txt",), [("[1].txt", "[1]")]),
        (("none.txt", "none/*", "empty"), [("none.txt", "none"), ("none/*", ""), ("empty", "")]),
    ],
)
def test_names_and_their_places(given: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert expanded(given) == tuple(File(*one) for one in found)
