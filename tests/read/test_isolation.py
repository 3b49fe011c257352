"""Files made to harm end in one line each, cost nobody else anything, and leave the parent alive."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from resparse.read import InputError, isolation, read
from resparse.read.isolation import Worker, read_isolated
from resparse.read.limits import Limits
from resparse.source import Source
from tests.read import hostile
from tests.read.pdfs import Text, pdf

LIMITS = Limits(seconds=4)
SAYS = {
    "cut short": "damaged",
    "only a head": "damaged",
    "encrypted": "encrypted.*qpdf --decrypt",
    "a scan": "no text layer on page 1.*ocrmypdf --skip-text",
    "nothing on it": "no text layer on page 1",
    "too many pages": "has 200000 pages, more than 2000.*--max-pages",
    "pages in a circle": "damaged",
    "no zip": "not a zip",
    "no document": "no document in it",
    "blanks without end": "unpacks to more than 200 MB",
    "a file from outside": "document type",
}
ENDS_WELL = ("tables in a circle",)  # the engine sees through it
FILES = [*(("pdf", *item) for item in hostile.pdfs().items()), *(("docx", *item) for item in hostile.docxs().items())]


@pytest.mark.parametrize(("reader", "name", "data"), FILES, ids=[f"{reader}: {name}" for reader, name, _ in FILES])
def test_a_file_made_to_harm_ends_in_one_line(reader: str, name: str, data: bytes) -> None:
    begun = time.monotonic()
    if name in ENDS_WELL:
        assert "The General Assembly," in read_isolated(reader, data, name, LIMITS).text
        return
    with pytest.raises(InputError, match=SAYS.get(name)) as caught:
        read_isolated(reader, data, name, LIMITS)
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value)  # what is wrong; what to do
    assert time.monotonic() - begun < 12


def _outcome(file: tuple[str, bytes]) -> Source | InputError:
    try:
        return read(file[1], name=file[0], limits=LIMITS)
    except InputError as error:
        return error


def test_one_that_dies_costs_its_own_file() -> None:
    bomb = hostile.pdfs()["a flate bomb in a flate bomb"]
    files = ((str(i), bomb if i % 3 == 1 else hostile.SOUND) for i in range(7))
    found = [_outcome(file) for file in files]
    assert [isinstance(one, InputError) for one in found] == [i % 3 == 1 for i in range(7)]
    assert [one.name for one in found if isinstance(one, Source)] == ["0", "2", "3", "5", "6"]


def test_a_worker_does_many_jobs_and_is_replaced_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "LIFE", 2)
    isolation._idle.clear()
    begun: list[Worker] = []

    class Counted(Worker):
        def __init__(self) -> None:
            super().__init__()
            begun.append(self)

    monkeypatch.setattr(isolation, "Worker", Counted)
    for _ in range(4):
        read_isolated("pdf", hostile.SOUND, None, LIMITS)
    assert len(begun) == 2
    assert all(worker.process.returncode is not None for worker in begun)


def test_a_worker_that_was_killed_is_replaced() -> None:
    read_isolated("pdf", hostile.SOUND, None, LIMITS)
    process = isolation._idle[-1].process
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert read_isolated("pdf", hostile.SOUND, None, LIMITS).text


def test_time_is_limited_on_the_wall_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "START", "import time; time.sleep(60)")
    monkeypatch.setattr(isolation, "GRACE", 0.1)
    isolation._idle.clear()
    with pytest.raises(InputError, match=r"more than 0\.2 seconds.*--max-seconds"):
        read_isolated("pdf", hostile.SOUND, None, Limits(seconds=0.2))


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(size=100), "bytes, more than 100.*--max-size"),
        (Limits(pages=1), "has 2 pages, more than 1.*--max-pages 2"),
        (Limits(characters=30), "too many characters.*--max-characters"),
    ],
)
def test_each_limit_names_its_option(limits: Limits, says: str) -> None:
    page = [Text(100, 700, "The General Assembly,")]
    with pytest.raises(InputError, match=says):
        read_isolated("pdf", pdf(page, page), None, limits)


def _in_a_fork(answer: multiprocessing.Queue[str]) -> None:
    answer.put(read_isolated("pdf", hostile.SOUND, None, LIMITS).text)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_a_process_that_was_forked_has_workers_of_its_own() -> None:
    text = read_isolated("pdf", hostile.SOUND, None, LIMITS).text
    context = multiprocessing.get_context("fork")
    answer: multiprocessing.Queue[str] = context.Queue()
    process = context.Process(target=_in_a_fork, args=(answer,))
    process.start()
    assert answer.get(timeout=20) == text
    process.join()
    assert read_isolated("pdf", hostile.SOUND, None, LIMITS).text == text
