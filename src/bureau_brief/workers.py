"""Outputs made side by side, their libraries imported while the data file is still being read.

In: names of outputs, then Briefs. Out: for each Brief and output a Drawn or a Refused.
On a machine with fork and two cores the command line takes two thirds of the time this way;
elsewhere, and in the library, the same work is done in one process.
Not for: deciding what is made.
"""

import contextlib
import gc
import os
import pickle
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NamedTuple, Protocol

from bureau_brief.brief import Brief
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.problems import Problem, Problems
from bureau_brief.record import Facts


class Job(NamedTuple):
    """One file to make."""

    output: str
    brief: Brief
    options: Options
    name: str = ""
    """Of the file."""
    stated: Facts | None = None
    """What the data state: the finished file is read back and held against it; None: it is not."""
    drawn: bool = True
    """Whether the file is made; else only its fit is asked for."""


class Drawn(NamedTuple):
    """A finished file."""

    content: bytes
    shown: frozenset[str]
    """Ids of the figures that it shows, conversions included."""
    warnings: tuple[Problem, ...]


class Refused(NamedTuple):
    """What is wrong with a file that could not be made."""

    problems: tuple[Problem, ...]


Made = Drawn | Refused


class Maker(Protocol):
    """Makes files of jobs."""

    def make(self, jobs: Sequence[Job]) -> list[Made]:
        """The results, in the order of the jobs."""


class InProcess:
    """Makes one file after the other."""

    def make(self, jobs: Sequence[Job]) -> list[Made]:
        """The results, in the order of the jobs."""
        return [_made(job) for job in jobs]


class Forked:
    """Makes the files of each output in a child process that imports its libraries from now on.

    The results travel through pipes between this program's own processes. A child that dies
    leaves its work to this process, which then meets the same error where it can be seen.
    """

    def __init__(self, outputs: Sequence[str], drawn: bool = True) -> None:
        self._children = {name: _Child(name, drawn) for name in outputs}

    def make(self, jobs: Sequence[Job]) -> list[Made]:
        """The results, in the order of the jobs. Can be called once."""
        made: dict[int, Made] = {}
        places = list(enumerate(job.output for job in jobs))
        own = {name: [i for i, output in places if output == name] for name in self._children}
        for name, child in self._children.items():
            child.send([jobs[i] for i in own[name]])
        for name, child in self._children.items():
            mine = [jobs[i] for i in own[name]]
            results = child.receive() or InProcess().make(mine)
            made.update(zip(own[name], results, strict=True))
        return [made[i] for i in range(len(jobs))]

    def dismiss(self) -> None:
        """Let the children end that were given nothing to make."""
        for child in self._children.values():
            child.send([])
            child.receive()


class _Child:
    """A process that makes the files of one output."""

    def __init__(self, output: str, drawn: bool) -> None:
        inbox, self._requests = os.pipe()
        self._results, outbox = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._requests)
            os.close(self._results)
            _run(lambda: _serve(output, drawn, inbox, outbox))
        os.close(inbox)
        os.close(outbox)

    def send(self, jobs: Sequence[Job]) -> None:
        """Give it its jobs, once."""
        if self._requests >= 0:
            with contextlib.suppress(BrokenPipeError):  # it died: that is met in `receive`
                _send(self._requests, list(jobs))
            self._requests = -1

    def receive(self) -> list[Made] | None:
        """What it made, once; None if it died."""
        if self._results < 0:
            return None
        made: list[Made] | None = _received(self._results)
        self._results = -1
        os.waitpid(self._pid, 0)
        return made


def can_fork() -> bool:
    """Whether a second process would really run beside this one."""
    return hasattr(os, "fork") and len(os.sched_getaffinity(0)) > 1


def _made(job: Job) -> Made:
    output = OUTPUTS[job.output]
    try:
        plan = output.plan(job.brief, job.options)
    except Problems as problems:
        return Refused(problems.problems)
    content = output.draw(plan) if job.drawn else b""
    if job.stated is not None and job.drawn:
        wrong = output.verify(content, plan, job.brief, job.stated, job.name).problems
        if wrong:
            return Refused(wrong)
    return Drawn(content, output.shown(plan), plan.warnings)


def _serve(output: str, drawn: bool, inbox: int, outbox: int) -> None:
    """In the child: import, wait for the jobs, make them."""
    gc.disable()
    if not drawn:
        os.nice(19)  # only planning: it is the parent, reading, that everybody waits for
    sys.modules.setdefault(_WEB, ModuleType(_WEB))
    OUTPUTS[output].preload(drawn)
    jobs = _received(inbox)
    _send(outbox, InProcess().make(jobs or []))


_WEB = "urllib.request"
"""A fifth of what python-pptx imports, for one helper of texts. Nothing here reads from the web: a
child has an empty module in its place."""


def _run(work: Any) -> None:
    """Do `work` in a forked process, and leave without the parent's tear-down."""
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def _send(pipe: int, value: object) -> None:
    with os.fdopen(pipe, "wb") as stream:
        pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)


def _received(pipe: int) -> Any:
    """What the other process sent; None if it ended without a word."""
    with os.fdopen(pipe, "rb") as stream:
        try:
            return pickle.load(stream)  # noqa: S301 - from a process of this program
        except EOFError:
            return None
