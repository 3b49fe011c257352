"""The command line in its pipelines: what goes in, what comes out, what is said, and the exit code."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import resparse
from resparse.cli import cli
from resparse.cli.messages import printable

ROOT = Path(resparse.__file__).parents[1]
SAMPLES = ROOT / "samples"
TEXT = "The General Assembly,\n\n1. Decides to meet — again.\n"
COMMAND = (sys.executable, "-m", "resparse")

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run resparse in a folder with two texts, ``a.txt`` and ``b.txt``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}\n\n{TEXT}", "utf-8")
    return lambda *arguments, **options: subprocess.run([*COMMAND, *arguments], capture_output=True, **options)


def names(output: bytes) -> list[str | None]:
    return [json.loads(line)["source"]["name"] for line in output.splitlines()]


def test_standard_input_has_no_name(run: Run) -> None:
    for arguments in (("parse",), ("parse", "-")):
        done = run(*arguments, input=TEXT.encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert json.loads(done.stdout)["source"]["name"] is None


def test_pretty_json_one_after_another(run: Run) -> None:
    done = run("parse", "a.txt", "b.txt")
    documents = list(resparse.from_json(done.stdout.decode()))
    assert [document.source.name for document in documents] == ["a.txt", "b.txt"]
    assert done.stdout.startswith(b'{\n  "format"')
    assert done.stdout.endswith(b"}\n")


def test_one_document_a_line(run: Run) -> None:
    assert names(run("parse", "-f", "jsonl", "a.txt", "-", "./b.txt", input=b"a").stdout) == ["a.txt", None, "./b.txt"]


def test_the_text_is_kept_on_request(run: Run) -> None:
    assert json.loads(run("parse", "--with-source", input=TEXT.encode()).stdout)["source"]["text"] == TEXT
    assert "text" not in json.loads(run("parse", input=TEXT.encode()).stdout)["source"]


def test_the_same_input_gives_the_same_bytes_in_every_locale(run: Run) -> None:
    outputs = {
        run("parse", "--with-source", "a.txt", env={**os.environ, "PYTHONHASHSEED": seed, **locale}).stdout
        for seed, locale in (
            ("1", {"LC_ALL": "C.UTF-8"}),
            ("2", {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
            ("3", {"PYTHONIOENCODING": "latin-1"}),
        )
    }
    assert len(outputs) == 1
    assert "—".encode() in outputs.pop()


def test_one_bad_input_among_many(run: Run) -> None:
    Path("empty").mkdir()
    done = run("parse", "-f", "jsonl", "a.txt", "none.txt", "empty", "b.txt")
    assert done.returncode == 2
    assert names(done.stdout) == ["a.txt", "b.txt"]
    assert done.stderr.decode().splitlines() == [
        "resparse: none.txt: no such file; check the path",
        "resparse: empty: is a directory; name the files in it",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\n\f\n", "is blank"),
        (b"\x00\x01\x02", "is binary"),
        (b"caf\xe9", "--encoding"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b'{"format": "resparse/2"}', "resparse/2"),
        (b'{"format": "resparse/1', "broken JSON"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(run: Run, data: bytes, says: str) -> None:
    Path("bad.txt").write_bytes(data)
    for arguments, name in ((("parse", "bad.txt"), "bad.txt"), (("parse",), "standard input")):
        done = run(*arguments, input=data)
        assert (done.returncode, done.stdout) == (2, b"")
        [line] = done.stderr.decode().splitlines()
        assert line.startswith(f"resparse: {name}: ")
        assert says in line


def test_what_is_no_resolution_is_a_document_all_the_same(run: Run) -> None:
    done = run("parse", input="Dear Ms. Müller,\n\nThe light is out.\n".encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["header"]["kind"] == "unknown"


def test_an_encoding_is_named(run: Run) -> None:
    done = run("parse", "--with-source", "--encoding", "cp1252", input=b"caf\xe9")
    assert json.loads(done.stdout)["source"]["text"] == "café"


def test_documents_are_inputs(run: Run) -> None:
    whole = run("parse", "--with-source", "a.txt", "b.txt").stdout
    assert run("parse", "--with-source", input=whole).stdout == whole
    assert names(run("parse", "-f", "jsonl", input=whole).stdout) == ["a.txt", "b.txt"]
    Path("a.json").write_bytes(whole.decode().encode("utf-16"))  # what some shells make of a redirection
    assert run("parse", "--with-source", "a.json").stdout == whole
    lines = run("parse", "-f", "jsonl", "--with-source", "a.json").stdout
    assert run("parse", "--with-source", "-", input=lines).stdout == whole


def test_to_a_file(run: Run) -> None:
    done = run("parse", "-f", "jsonl", "a.txt", "b.txt", "-o", "new/all.jsonl")
    assert (done.returncode, done.stdout) == (0, b"")
    assert names(Path("new/all.jsonl").read_bytes()) == ["a.txt", "b.txt"]


def test_to_a_folder(run: Run) -> None:
    done = run("parse", "a.txt", "none.txt", "b.txt", "-", "-o", "new/", input=b"a")
    assert (done.returncode, done.stdout) == (2, b"")
    assert sorted(path.name for path in Path("new").iterdir()) == ["a.json", "b.json", "stdin.json"]
    run("parse", "-f", "jsonl", "a.txt", "-o", "new")
    assert names(Path("new/a.jsonl").read_bytes()) == ["a.txt"]


def test_xml_is_an_output_and_an_input(run: Run) -> None:
    done = run("parse", "-f", "xml", "a.txt", "-o", "new/")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    xml = Path("new/a.xml").read_bytes()
    assert xml.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso ')
    document = json.loads(run("parse", "new/a.xml").stdout)
    assert document["source"]["media_type"] == "application/akn+xml"
    assert [node["text"] for node in document["operative"]] == ["Decides to meet — again."]


def test_text_is_printed_and_read_again(run: Run) -> None:
    text = run("parse", "-f", "text", "a.txt").stdout
    assert text.decode().endswith("The General Assembly,\n\n1. Decides to meet — again.\n")
    assert run("parse", "-f", "text", input=text).stdout == text
    run("parse", "-f", "text", "a.txt", "-o", "new/")
    assert Path("new/a.txt").read_bytes() == text


@pytest.mark.parametrize(
    ("arguments", "epoch", "date"),
    [
        ((), None, "1900-01-01"),
        ((), "2000000000", "2033-05-18"),
        (("--date", "2044-12-19"), "2000000000", "2044-12-19"),
    ],
)
def test_the_date_of_the_mark_up(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], epoch: str | None, date: str
) -> None:
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = run("parse", "-f", "xml", "a.txt", *arguments)
    assert f'<FRBRdate date="{date}" name="markup"/>' in done.stdout.decode()


def test_a_date_of_nothing_is_said_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    done = run("parse", "-f", "xml", "a.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"SOURCE_DATE_EPOCH is 'soon'" in done.stderr


def test_what_xml_cannot_hold_is_reported(run: Run) -> None:
    Path("odd.txt").write_text(TEXT.replace("meet", "me\x07et"), "utf-8")
    done = run("parse", "-f", "xml", "odd.txt")
    assert done.returncode == 0
    assert "Decides to me\ufffdet" in "".join(done.stdout.decode().replace("</span>", "").split("<span")).replace(
        ' class="italic" refersTo="#operativePhrase">', ""
    )
    assert done.stderr == b"resparse: odd.txt: XML cannot hold U+0007; U+FFFD is written for it\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("a.txt", "-o", "a.txt"), "a.txt would be written over"),
        (("a.txt", "old/a.txt", "-o", "new/"), "would both be written to new/a.json"),
        (("old/a.json", "-o", "old"), "old/a.json would be written over"),
        (("--body", "klingon"), "ecosoc, ga, hrc, other, sc"),
        (("--language", "tlh"), "there are: "),
        (("--encoding", "hex"), "names no text encoding"),
        (("--date", "2044-02-31"), "is no date"),
        (("-f", "yaml"), "'json', 'jsonl'"),
        (("--mend",), "--mend"),
    ],
)
def test_wrong_usage_is_said_in_one_line(run: Run, arguments: tuple[str, ...], says: str) -> None:
    Path("old").mkdir()
    for name in ("a.txt", "a.json"):
        Path("old", name).write_text(TEXT, "utf-8")
    done = run("parse", *arguments, input=b"a")
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("resparse: ")
    assert says in line
    assert "resparse parse --help" in line
    assert Path("old/a.txt").read_text("utf-8") == TEXT


def test_names_cannot_command_the_terminal(run: Run) -> None:
    name = "a\x1b[31m\x07\u202e.txt"
    done = run("parse", name, f"--{name}")
    assert done.returncode == 2
    Path(name).touch()
    for done in (run("parse", name), run("parse", f"--{name}")):
        assert not {*done.stderr.decode()} & {"\x1b", "\x07", "\u202e"}
        assert "\\x1b[31m\\x07\\u202e.txt" in done.stderr.decode()


def test_a_name_that_is_no_text(run: Run) -> None:
    name = os.fsdecode(b"a\xff.txt")
    Path(name).write_text("a")
    assert names(run("parse", "-f", "jsonl", name).stdout) == ["a\ufffd.txt"]
    assert run("parse", name, "-o", "new/").returncode == 0
    assert b"resparse: b\\udcff.txt: no such file" in run("parse", os.fsdecode(b"b\xff.txt")).stderr


def test_printable() -> None:
    assert printable("Türkiye — 中文 \U0001f6a8") == "Türkiye — 中文 \U0001f6a8"
    assert printable("\0\n\x7f\x9b\u2028\udcff") == "\\x00\\n\\x7f\\x9b\\u2028\\udcff"


def test_a_closed_pipe_ends_quietly(run: Run) -> None:
    files = " ".join(["a.txt"] * 400)
    code = f"set -o pipefail; {' '.join(COMMAND)} parse --with-source {files} | head -n 1"
    done = subprocess.run(["bash", "-c", code], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said(run: Run) -> None:
    done = run("parse", "a.txt", "-o", "/dev/full")
    assert done.returncode == 2
    assert done.stderr == b"resparse: /dev/full: cannot be written: No space left on device\n"


def test_an_interrupt_ends_quietly(run: Run) -> None:
    process = subprocess.Popen(
        [*COMMAND, "parse", "a.txt", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.readline()  # it is at work, and waits for more
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (130, b"")


def test_twenty_megabytes_take_a_bounded_part_of_memory(run: Run) -> None:
    text = (SAMPLES / "A_RES_75_16.txt").read_bytes()
    whole = text * (20_000_000 // len(text))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    start = time.perf_counter()
    done = run("parse", "-f", "jsonl", input=whole)
    assert (done.returncode, done.stderr) == (0, b"")
    assert time.perf_counter() - start < 60
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak == before or peak * 1024 < 40 * len(whole)


CITING = b"The General Assembly,\n\nRecalling its resolution 98/440,\n\n1. Decides to meet again.\n"


def test_citations_are_listed(run: Run) -> None:
    done = run("citations", input=CITING)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [line.split()[:2] for line in done.stdout.decode().splitlines()] == [
        ["CITING", "CITED"],
        ["-", "A/RES/98/440"],
    ]


@pytest.mark.parametrize(("form", "lines"), [("jsonl", 2), ("csv", 3), ("table", 3)])
def test_citations_of_many_inputs_stand_together(run: Run, form: str, lines: int) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_bytes(CITING)
    parsed = run("parse", "a.txt", "b.txt").stdout
    from_texts, from_documents = (
        run("citations", "-f", form, "a.txt", "b.txt"),
        run("citations", "-f", form, input=parsed),
    )
    assert from_texts.stdout == from_documents.stdout
    assert len(from_texts.stdout.splitlines()) == lines


def test_citations_go_to_a_file_or_to_one_for_each_input(run: Run) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_bytes(CITING)
    assert run("citations", "-f", "graphml", "-o", "all.graphml", "a.txt", "b.txt").returncode == 0
    assert Path("all.graphml").read_text().count("</graphml>") == 1
    assert run("citations", "-f", "csv", "-o", "out/", "a.txt", "b.txt").returncode == 0
    assert [len(Path("out", name).read_text().splitlines()) for name in ("a.csv", "b.csv")] == [2, 2]


def test_an_input_without_citations_has_no_lines(run: Run) -> None:
    assert run("citations", "-f", "jsonl", input=b"nothing").stdout == b""
    assert run("citations", "-f", "csv", input=b"nothing").stdout.startswith(b"citing,cited,")


def test_citations_of_an_input_that_cannot_be_read(run: Run) -> None:
    Path("a.txt").write_bytes(CITING)
    done = run("citations", "-f", "jsonl", "none.txt", "a.txt")
    assert (done.returncode, len(done.stdout.splitlines()), len(done.stderr.splitlines())) == (2, 1, 1)


def test_the_schema_is_printed(run: Run) -> None:
    assert json.loads(run("schema").stdout)["title"] == "resparse/1"


def test_a_command_can_be_called_from_python(run: Run) -> None:
    done = CliRunner().invoke(cli, ["parse", "-f", "jsonl", "a.txt", "none.txt"])
    assert done.exit_code == 2
    assert names(done.stdout_bytes) == ["a.txt"]
    assert "none.txt" in done.stderr


def test_without_a_command_it_helps(run: Run) -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Usage: resparse" in done.stderr
    assert run("--version").stdout == f"resparse {resparse.__version__}\n".encode()
