"""Work done side by side gives what one process gives, also when something goes wrong."""

import os
from dataclasses import replace

import pytest

from bureau_brief.brief import Brief
from bureau_brief.outputs import OUTPUTS, Options
from bureau_brief.problems import Place, Problems, problem
from bureau_brief.reading import read
from bureau_brief.resolving import resolve
from bureau_brief.resources import SAMPLE
from bureau_brief.workers import Forked, InProcess, Job, Refused, can_fork

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return resolve(read(SAMPLE)[0], "en")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_forked_work_is_the_same_as_work_in_one_process(brief: Brief, count: int) -> None:
    jobs = [Job("pdf", brief, Options()), Job("pptx", brief, Options())] * 2
    assert Forked(["pdf", "pptx"]).make(jobs[:count]) == InProcess().make(jobs[:count])


def test_problems_come_back_from_a_fork(brief: Brief) -> None:
    long = replace(brief, headline=replace(brief.headline, parts=brief.headline.parts * 4))
    (found,) = Forked(["pdf"]).make([Job("pdf", long, Options())])
    assert isinstance(found, Refused)
    assert {p.where.path for p in found.problems} == {"headline"}


def test_a_child_that_is_given_nothing_ends() -> None:
    maker = Forked(["pdf"])
    maker.dismiss()
    maker2 = Forked(["pdf"])
    assert maker2.make([]) == []
    maker2.dismiss()


def test_when_the_child_dies_the_parent_meets_the_error(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()

    def plan(_brief: Brief, _options: Options) -> bytes:
        if os.getpid() != parent:
            os._exit(3)
        raise Problems([problem("BB501", Place("", "here"), reason="asked for")])

    broken = OUTPUTS["pdf"]._replace(plan=plan)
    monkeypatch.setattr("bureau_brief.workers.OUTPUTS", {**OUTPUTS, "x": broken})
    jobs = [Job("x", brief, Options())] * 2
    for made in Forked(["x"]).make(jobs):
        assert isinstance(made, Refused)
        assert made.problems[0].found == "asked for"


def test_one_processor_means_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0}, raising=False)
    assert not can_fork()
