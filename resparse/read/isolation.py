"""Files that an engine may choke on, read in child processes that may die: each costs its own file and no other."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

import msgspec

from resparse.read.error import InputError
from resparse.read.limits import Limits
from resparse.read.worker import Job, Reply, receive, send
from resparse.source import Source

START = "import sys; sys.path[:] = sys.argv[1:]; from resparse.read.worker import serve; serve()"
ROOT = str(Path(__file__).resolve().parents[2])  # where this package is, last: the parent may have it from its folder
LARGEST_REPLY = 40  # bytes of a reply to a character of the source: text, spans and blocks
LIFE = 200  # files to a worker: memory that an engine loses does not add up
GRACE = 5.0  # seconds: the child's own limit is of processor time, and it has to start


class Worker:
    """A child process that does one job at a time, and how much of its life is left."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.left = LIFE
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", START, *filter(None, sys.path), ROOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        _all.add(self)
        self._jobs = cast(IO[bytes], self.process.stdin)
        self._replies = cast(IO[bytes], self.process.stdout)

    def do(self, job: Job) -> Reply:
        """The reply to a job; an InputError if the process dies of it or takes too long."""
        late = threading.Event()
        timer = threading.Timer(job.limits.seconds + GRACE, self._stop, (late,))
        timer.start()
        packed = b""
        try:
            send(self._jobs, job)
            packed = receive(self._replies, LARGEST_REPLY * job.limits.characters)
        except OSError:  # it died while it was reading
            pass
        finally:
            timer.cancel()
        self.left -= 1
        if packed:
            return msgspec.msgpack.decode(packed, type=Reply)
        self.close()
        raise InputError(_epitaph(self.process.returncode, late.is_set(), job.limits))

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self.process.kill()

    def close(self) -> None:
        """End the process, whatever it does."""
        self.left = 0
        self.process.kill()
        self.process.wait()
        for stream in (self._jobs, self._replies):
            with suppress(OSError):  # what was not sent cannot be
                stream.close()


def _epitaph(code: int, late: bool, limits: Limits) -> str:
    if late or code == -getattr(signal, "SIGXCPU", 0):
        return f"takes more than {limits.seconds:g} seconds; if it is sound, raise the limit with --max-seconds"
    mib = limits.memory
    return f"is damaged, or needs more than {mib} MiB of memory; if it is sound, raise the limit with --max-memory"


_idle: deque[Worker] = deque()  # workers without a job; append and pop are atomic
_all: weakref.WeakSet[Worker] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """End what this process has begun, busy or not: whoever waited for it is gone."""
    for worker in list(_all):
        if worker.owner == os.getpid():
            worker.close()


def read_isolated(reader: str, data: bytes, name: str | None, limits: Limits) -> Source:
    """Bytes of a file, and its reader ("pdf", "docx") -> source, read in a child process. Raises InputError."""
    if len(data) > limits.size:
        raise InputError(f"has {len(data)} bytes, more than {limits.size}; raise the limit with --max-size {len(data)}")
    worker = _worker()
    try:
        reply = worker.do(Job(reader, data, name, limits))
    except BaseException:
        worker.close()
        raise
    if worker.left > 0:
        _idle.append(worker)
    else:
        worker.close()
    if reply.source is None:
        raise InputError(reply.error)
    return reply.source


def _worker() -> Worker:
    """One that has nothing to do, or a new one; those of the process that this one was forked from are not ours."""
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid() and worker.process.poll() is None:
            return worker
    return Worker()
