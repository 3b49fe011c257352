"""The child process that opens PDF and Word files: a job in on standard input, a source or a complaint out.

A frame is its length, four bytes, and that many bytes of MessagePack.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import IO, Any

import msgspec
from msgspec import Struct

from resparse.read.error import InputError
from resparse.read.limits import Limits
from resparse.source import Source

READERS = {
    "pdf": ("resparse.read.pdf.document", "source_of_pdf"),
    "docx": ("resparse.read.docx.document", "source_of_docx"),
}


class Job(Struct, frozen=True):
    """A file to read."""

    reader: str
    data: bytes
    name: str | None
    limits: Limits


class Reply(Struct, frozen=True):
    """What became of it: the source, or what is wrong with the file."""

    source: Source | None = None
    error: str = ""


def send(stream: IO[bytes], message: Job | Reply) -> None:
    """Write one frame."""
    packed = msgspec.msgpack.encode(message)
    stream.write(len(packed).to_bytes(4, "big"))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> bytes:
    """Read one frame; nothing, if the stream has ended or the frame is longer than ``most``."""
    length = int.from_bytes(stream.read(4), "big")
    packed = stream.read(length) if 0 < length <= most else b""
    return packed if len(packed) == length else b""


def serve() -> None:
    """Do jobs until there are no more."""
    jobs, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but frames goes out
    while packed := receive(jobs, 1 << 32):
        send(replies, _done(msgspec.msgpack.decode(packed, type=Job)))


def _done(job: Job) -> Reply:
    module, function = READERS[job.reader]
    try:
        confine(job.limits)
        return Reply(source=getattr(import_module(module), function)(job.data, job.name, job.limits))
    except InputError as error:
        return Reply(error=str(error))
    except MemoryError:
        most = job.limits.memory
        return Reply(error=f"needs more than {most} MiB of memory; if it is sound, raise the limit with --max-memory")
    except Exception as error:  # what a damaged file can break cannot be foreseen; it costs this file and no other
        return Reply(error=f"is damaged ({type(error).__name__}: {error}); save it anew and try again")


def confine(limits: Limits) -> None:
    """Bound memory and processor time from now on, where the system can (POSIX)."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 1
    bounds: dict[int, Any] = {
        resource.RLIMIT_AS: limits.memory << 20,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
    }
    for bound, value in bounds.items():
        try:
            resource.setrlimit(bound, (value, resource.getrlimit(bound)[1]))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS; the wall clock of the parent still holds
            continue


if __name__ == "__main__":
    serve()
