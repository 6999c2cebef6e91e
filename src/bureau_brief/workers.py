"""Outputs made side by side, their libraries imported while the data file is still being read.

In: names of outputs, then Briefs. Out: for each Brief and output a Drawn or a Refused.
On a machine with fork and two cores the command line takes two thirds of the time this way;
elsewhere, and in the library, the same work is done in one process.
Not for: deciding what is made.
"""

import gc
import os
import pickle
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from bureau_brief.brief import Brief
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.problems import Problem, Problems


class Job(NamedTuple):
    """One file to make."""

    output: str
    brief: Brief
    options: Options


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
    """Makes files in child processes that import their libraries from now on.

    The results travel through pipes between this program's own processes. A child that dies
    leaves its work to this process, which then meets the same error where it can be seen.
    """

    def __init__(self, outputs: Sequence[str]) -> None:
        inbox, self._requests = os.pipe()
        self._results, outbox = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._requests)
            os.close(self._results)
            _run(lambda: _serve(outputs, inbox, outbox))
        os.close(inbox)
        os.close(outbox)

    def make(self, jobs: Sequence[Job]) -> list[Made]:
        """The results, in the order of the jobs. Can be called once."""
        _send(self._requests, tuple(jobs))
        self._requests = -1
        made = _received(self._results)
        os.waitpid(self._child, 0)
        return InProcess().make(jobs) if made is None else list(made)

    def dismiss(self) -> None:
        """Let the child end if it was given nothing to make."""
        if self._requests >= 0:
            os.close(self._requests)
            os.close(self._results)
            os.waitpid(self._child, 0)


def can_fork() -> bool:
    """Whether a second process would really run beside this one."""
    return hasattr(os, "fork") and len(os.sched_getaffinity(0)) > 1


def _made(job: Job) -> Made:
    output = OUTPUTS[job.output]
    try:
        plan = output.plan(job.brief, job.options)
        return Drawn(output.draw(plan), output.shown(plan), plan.warnings)
    except Problems as problems:
        return Refused(problems.problems)


def _serve(outputs: Sequence[str], inbox: int, outbox: int) -> None:
    """In the child: import, wait for the jobs, make every second one in a child of its own."""
    gc.disable()
    for name in outputs:
        OUTPUTS[name].preload()
    jobs = _received(inbox)
    if jobs is None:
        return
    beside = jobs[1::2]
    if beside:
        results, outlet = os.pipe()
        if os.fork() == 0:
            _run(lambda: _send(outlet, InProcess().make(beside)))
        os.close(outlet)
    made = InProcess().make(jobs[0::2])
    if beside:
        other = _received(results)
        if other is None:
            return
        made = [(made, other)[i % 2][i // 2] for i in range(len(jobs))]
    _send(outbox, made)


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
