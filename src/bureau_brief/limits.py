"""A file from anywhere, and work on it in a process of its own, which may take only so much.

In: a path; the work, whose result can be pickled. Out: the bytes; its result, or TooMuch. PDFium
takes what a small file asks for: gigabytes, minutes, and the whole process with it.
Where processes cannot be forked (Windows) the work is done here, without a limit.
Not for: files that this program just made, or work side by side (`workers`).
"""

import contextlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

MOST_MEMORY, MOST_SECONDS = 300 * 2**20, 5
"""Beyond what the process has already; of the processor."""

MOST_BYTES = 100_000_000

_Result = TypeVar("_Result")


class TooMuch(Exception):  # noqa: N818 - it says what the file asks for
    """The work was stopped."""

    def __str__(self) -> str:
        return "one that takes too much memory or time"


def content_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file. Raises OSError: a pipe or a device may have no end."""
    if path.exists() and not path.is_file():
        raise OSError(None, "this is not a file")
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"
        raise OSError(None, f"more than {size}")
    return content


def limited(work: Callable[[], _Result]) -> _Result:
    """What `work` returns or raises. Raises TooMuch."""
    if not hasattr(os, "fork"):
        return work()
    inbox, outbox = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inbox)
        _run(work, outbox)
    os.close(outbox)
    with os.fdopen(inbox, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    if not answer:
        raise TooMuch
    raised, result = pickle.loads(answer)  # noqa: S301 - from a process of this program
    if raised:
        raise result
    return result  # type: ignore[no-any-return]


def _run(work: Callable[[], Any], outbox: int) -> NoReturn:
    """In the child: the work within its limits; if it dies, its parent reads nothing."""
    with contextlib.suppress(BaseException):
        _limit()
        try:
            answer = False, work()
        except Exception as error:
            answer = True, error
        with os.fdopen(outbox, "wb") as stream:
            stream.write(pickle.dumps(answer))
    os._exit(0)


def _limit() -> None:
    import faulthandler
    import resource

    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library's last words
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    with contextlib.suppress(OSError, ValueError):  # a system that does not tell, or cannot limit
        own = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (own + MOST_MEMORY, own + MOST_MEMORY))
