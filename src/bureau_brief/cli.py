"""The command: arguments, what is printed, and the exit code.

In: the command line. Out: files, lines for people or JSON for machines (`--json`), and
0 done, 1 problems in the input, 2 wrong usage.
Not for: doing the work (`building`). Each command imports what it needs when it runs.
"""

import argparse
import codecs
import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bureau_brief import asking
from bureau_brief.arguments import parser
from bureau_brief.asking import DONE, Answer, Command
from bureau_brief.outputs import SIGN_OFF, STANDARD
from bureau_brief.problems import Place, Problem, Problems, problem

if TYPE_CHECKING:
    from bureau_brief.building import Built
    from bureau_brief.files import Put

PROBLEMS = 1
STOPPED = 130  # with Ctrl-C, as shells say it
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, marks that turn the direction, and bytes of a name that are no UTF-8."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and leave the process without tear-down: nothing is open any more."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        codecs.register_error("escaped", _escaped)
        sys.stdout.reconfigure(errors="escaped")
    try:
        code = run(arguments)
    except KeyboardInterrupt:
        code = STOPPED
    if sys.stderr:
        with contextlib.suppress(OSError):  # nobody reads it any more
            sys.stderr.flush()
    os._exit(code)


def _escaped(error: Any) -> tuple[str, int]:
    """What the encoding of the answer does not have, as JSON writes it in ASCII."""
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    typed = sys.argv[1:] if arguments is None else arguments
    options = parser(COMMANDS, typed).parse_args(typed)
    command: Command = options.command
    try:
        code, answer, lines = command(options)
    except Problems as problems:
        code, answer, lines = PROBLEMS, _reported(problems.problems), []
        if not options.json:
            _complain(problems.problems)
    try:
        print(_json(answer) if options.json else _seen("\n".join(lines)), flush=True)
    except BrokenPipeError:  # who reads the answer has read enough, as `head` does
        pass
    except OSError as error:
        _complain([problem("BB504", Place("", "the answer"), reason=error.strerror)])
        code = PROBLEMS
    return code


def generate(options: argparse.Namespace) -> Answer:
    """Write the page and the deck."""
    outputs = [*([options.only] if options.only else STANDARD), *([SIGN_OFF] * options.signoff)]
    built = _built(options, outputs, verify=options.verify)
    from bureau_brief.files import write_all

    put = write_all(options.output, built.files, force=options.force)
    warnings = [*built.warnings, *_edited(put)]
    if not options.json:
        _complain(warnings)
    written, lines = [], []
    for (path, kept), (name, content) in zip(put, built.files.items(), strict=True):
        dropped = built.dropped[name]
        shown = f"{built.figures - len(dropped)} of {built.figures} figures shown"
        lines.append(f"wrote {path}  {len(content) / 1024:.0f} KB  {shown}")
        written.append({
            "file": str(path), "bytes": len(content), "figures": built.figures,
            "shown": built.figures - len(dropped), "dropped": list(dropped),
            "kept": str(kept) if kept else None,
        })  # fmt: skip
    comparison, more = asking.comparison(built.compared, built.changes)
    return DONE, {"written": written, **_reported(warnings), **comparison}, lines + more


def _built(
    options: argparse.Namespace, outputs: Sequence[str], *, verify: bool, draw: bool = True
) -> "Built":
    """The outputs of the data file, side by side where the machine can do that."""
    from bureau_brief.workers import Forked, InProcess, can_fork

    maker = Forked(outputs, drawn=draw) if can_fork() else InProcess()
    from bureau_brief.building import build

    try:
        return build(outputs=outputs, maker=maker, verify=verify, draw=draw, **_choices(options))
    except Problems:
        if isinstance(maker, Forked):
            maker.dismiss()
        raise


def _edited(put: "Sequence[Put]") -> Iterator[Problem]:
    """A warning for each edited file that was not overwritten."""
    for path, kept in put:
        if kept:
            yield problem("BB503", Place("", str(path)), kept=kept.name)


def check(options: argparse.Namespace) -> Answer:
    """Say every problem of the data file and of the fit; write nothing."""
    try:
        built = _built(options, STANDARD, verify=False, draw=False)
    except Problems as found:
        _report(options, found.problems)
        raise
    _report(options, built.warnings)
    if not options.json:
        _complain(built.warnings)
    count = len(built.warnings)
    said = "no problems" if not count else f"no errors, {count} warning{'s' * (count > 1)}"
    checks = [f"{kind}: {words}" for kind, words in asking.recomputed(built.checks)]
    answer = {**_reported(built.warnings), "checks": [one.as_dict() for one in built.checks]}
    return DONE, answer, [f"{options.data}: {said}", *checks]


def check_template(options: argparse.Namespace) -> Answer:
    """Say which slides an office's own PowerPoint template can carry, and what is drawn on it."""
    from bureau_brief.outputs.office import office
    from bureau_brief.outputs.office.report import lines, report

    found = office(options.template, tuple(options.layout))
    if not options.json:
        _complain(found.warnings)
    answer = report(found)
    return DONE, {**answer, **_reported(found.warnings)}, [*lines(answer)]


def _report(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    """The problems as SARIF, where that is asked for."""
    if options.sarif:
        from bureau_brief.files import write_all
        from bureau_brief.reporting import is_sarif, sarif

        content = _json(sarif(problems, options.data)).encode()
        path: Path = options.sarif
        write_all(path.parent, {path.name: content}, force=is_sarif(path))


def verify(options: argparse.Namespace) -> Answer:
    """Read a finished page and deck back: do they say what the data say, and the same?"""
    from bureau_brief.reviewing import review

    found = review(
        options.pdf, options.pptx, options.data,
        templates=options.templates, template=options.template, theme=options.theme,
    )  # fmt: skip
    if not options.json:
        _complain(found.problems, "differences")
    code = PROBLEMS if found.problems else DONE
    return code, {**found.as_dict(), **_reported(found.problems)}, found.lines()


def schema(_options: argparse.Namespace) -> Answer:
    """Print the JSON Schema of the data file."""
    from bureau_brief.reading.schema import schema as made

    answer = made()
    return DONE, answer, [_json(answer)]


def extract(options: argparse.Namespace) -> Answer:
    """Print the data inside a finished PDF or deck: a data file again."""
    from bureau_brief.extracting import extract as extracted

    answer = extracted(options.file)
    return DONE, answer, [_json(answer)]


def _choices(options: argparse.Namespace) -> dict[str, Any]:
    """The arguments of `build` that the command line gives."""
    return {
        "data": options.data,
        "strict": options.strict,
        "date": options.date,
        "compare": options.compare,
        **asking.choices(options),
    }


def _json(answer: Mapping[str, Any]) -> str:
    """JSON for people and machines."""
    return _seen(json.dumps(answer, ensure_ascii=False, indent=2))


def _seen(text: str) -> str:
    """A text in which nothing can steer a terminal; what JSON says, it says still."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _reported(problems: Sequence[Problem]) -> dict[str, Any]:
    return {"problems": [problem.as_dict() for problem in problems]}


def _complain(problems: Sequence[Problem], count: str = "errors; no file was written") -> None:
    """Problems for people, on the error stream, with a count where there are several."""
    errors = sum(each.severity == "error" for each in problems)
    with contextlib.suppress(BrokenPipeError):
        for each in problems:
            print(_seen(str(each)), file=sys.stderr)
        if errors > 1:
            print(f"{errors} {count}", file=sys.stderr)


COMMANDS: Mapping[str, Command] = {
    "generate": generate,
    "check": check,
    "trace": asking.trace,
    "verify": verify,
    "explain": asking.explain,
    "check-template": check_template,
    "schema": schema,
    "diff": asking.diff,
    "extract": extract,
}
