"""The command: arguments, what is printed, and the exit code.

In: the command line. Out: files, lines for people or JSON for machines (`--json`), and
0 done, 1 problems in the input, 2 wrong usage.
Not for: doing the work (`building`). Each command imports what it needs when it runs.
"""

import argparse
import datetime as dt
import gc
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bureau_brief import __version__, asking
from bureau_brief.asking import DONE, Answer
from bureau_brief.brief import MOST_SLIDES
from bureau_brief.outputs import SIGN_OFF, STANDARD
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.resources import SAMPLE

if TYPE_CHECKING:
    from bureau_brief.building import Built
    from bureau_brief.files import Put

PROBLEMS = 1
FEWEST_SLIDES = 4  # cover, overview, areas, closing
_UNSEEN = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters that JSON leaves as they are, and marks that turn the direction."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and leave the process without tear-down: nothing is open any more."""
    gc.disable()  # one short run: collecting costs more than it frees
    try:
        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads the answer has read enough, as `head` does
        code = DONE
    sys.stderr.flush()
    os._exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], Answer] = options.command
    try:
        code, answer, lines = command(options)
    except Problems as problems:
        code, answer, lines = PROBLEMS, _reported(problems.problems), []
        if not options.json:
            _complain(problems.problems)
    print(_json(answer) if options.json else "\n".join(lines))
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
        from bureau_brief.reporting import sarif

        content = _json(sarif(problems, options.data)).encode()
        write_all(options.sarif.parent, {options.sarif.name: content})


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


def _slides(written: str) -> int:
    """A number of slides, from the command line."""
    if not written.isdecimal() or int(written) < FEWEST_SLIDES:
        raise argparse.ArgumentTypeError(f"{written} is no whole number from {FEWEST_SLIDES}")
    return int(written)


def _day(text: str) -> dt.date:
    """A date as it is typed. The clock is asked only if somebody asks for it."""
    return dt.date.today() if text == "today" else dt.date.fromisoformat(text)


def _json(answer: Mapping[str, Any]) -> str:
    """JSON for people and machines; nothing in it can steer a terminal."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _reported(problems: Sequence[Problem]) -> dict[str, Any]:
    return {"problems": [problem.as_dict() for problem in problems]}


def _complain(problems: Sequence[Problem], count: str = "errors; no file was written") -> None:
    """Problems for people, on the error stream, with a count where there are several."""
    for each in problems:
        print(each, file=sys.stderr)
    errors = sum(each.severity == "error" for each in problems)
    if errors > 1:
        print(f"{errors} {count}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bureau-brief",
        description="Turn a public office's results into a one-page PDF and a PowerPoint deck.",
    )
    parser.add_argument("--version", action="version", version=f"bureau-brief {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _generate_arguments(_command(commands, generate, "write the page and the deck"))
    checked = _command(commands, check, "say every problem; write nothing")
    _data_arguments(checked)
    checked.add_argument(
        "--sarif", type=Path, metavar="FILE", help="write the problems as SARIF, for pipelines"
    )
    traced = _command(commands, asking.trace, "say where a figure comes from and where it appears")
    traced.add_argument("data", type=Path, metavar="DATA", help="data file, .yaml or .json")
    traced.add_argument("figure", metavar="FIGURE", help="id of the figure")
    _choice_arguments(traced)
    _verify_arguments(_command(commands, verify, "read both finished files back"))
    explained = _command(commands, asking.explain, "say what a problem means and how to mend it")
    explained.add_argument("code", nargs="?", default="", metavar="CODE", help="BB101, say")
    checked = _command(commands, check_template, "say what an office's PowerPoint template can do")
    checked.add_argument("template", type=Path, metavar="T.pptx", help="template, .pptx or .potx")
    _layout_argument(checked)
    _command(commands, schema, "print the JSON Schema of the data file, for editors")
    differing = _command(commands, asking.diff, "say what changed between two files")
    for name in ("before", "after"):
        differing.add_argument(
            name, type=Path, metavar=name.upper(), help="a data file, or a finished .pdf or .pptx"
        )
    taken = _command(commands, extract, "print the data inside a finished PDF or deck")
    taken.add_argument("file", type=Path, metavar="FILE", help="a .pdf or .pptx of this program")
    return parser


def _command(
    commands: Any, command: Callable[[argparse.Namespace], Answer], help_: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        command.__name__.replace("_", "-"), help=help_, description=command.__doc__
    )
    parser.set_defaults(command=command)
    parser.add_argument("--json", action="store_true", help="answer in JSON, for machines")
    return parser


def _generate_arguments(parser: argparse.ArgumentParser) -> None:
    _data_arguments(parser)
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("out"), metavar="DIR",
        help="folder to write into (default: out)",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="overwrite files that somebody edited")
    parser.add_argument("--only", choices=STANDARD, help="write only this kind of file")
    parser.add_argument(
        "--signoff", action="store_true",
        help="write a table of all figures to sign, too: source, phrase, checks, places",
    )  # fmt: skip
    parser.add_argument(
        "--no-verify", dest="verify", action="store_false",
        help="do not read the finished files back",
    )  # fmt: skip


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pdf", type=Path, metavar="PDF", help="the finished page")
    parser.add_argument("pptx", type=Path, metavar="PPTX", help="the finished deck")
    parser.add_argument(
        "--data", type=Path, metavar="DATA",
        help="data file that they should say (default: the data inside them)",
    )  # fmt: skip
    parser.add_argument("--templates", type=Path, metavar="DIR", help="own words, if they have any")
    parser.add_argument("--template", type=Path, metavar="T.pptx", help="own template of the deck")
    parser.add_argument("--theme", type=Path, metavar="T.toml", help="own looks of the files")


def _data_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "data", nargs="?", type=Path, default=SAMPLE, metavar="DATA",
        help="data file, .yaml or .json (default: the sample that ships with the program)",
    )  # fmt: skip
    _choice_arguments(parser)
    parser.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD",
        help="date to print instead of the data file's, or `today`",
    )  # fmt: skip
    parser.add_argument(
        "--compare", type=Path, metavar="EARLIER",
        help="data file of an earlier period: its values become the figures' `previous`",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")


def _choice_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--page", choices=["a4", "letter"], default="a4", help="page size")
    parser.add_argument(
        "--large-print", action="store_true", help="a page with no type under 12 pt"
    )
    parser.add_argument(
        "--max-slides", type=_slides, default=MOST_SLIDES, metavar="N",
        help=f"most slides of the deck (default: {MOST_SLIDES}); areas beyond share slides",
    )  # fmt: skip
    parser.add_argument(
        "--lang", default="", metavar="en,zh", help="languages (default: the data file's)"
    )
    parser.add_argument(
        "--templates", type=Path, metavar="DIR", help="folder of own words, searched first"
    )
    parser.add_argument(
        "--theme", type=Path, metavar="T.toml", help="the office's own colours, fonts and logo"
    )
    parser.add_argument(
        "--template", type=Path, metavar="T.pptx",
        help="the office's own PowerPoint template, .pptx or .potx",
    )  # fmt: skip
    _layout_argument(parser)


def _layout_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--layout", type=_layout, action="append", default=[], metavar="USE=NAME",
        help="layout of the template to use for the cover or the content: content='Title Only'",
    )  # fmt: skip


def _layout(written: str) -> tuple[str, str]:
    """The use of a layout and its name, from the command line."""
    use, _, name = written.partition("=")
    if use not in ("cover", "content") or not name:
        raise argparse.ArgumentTypeError(f"{written} is neither cover=NAME nor content=NAME")
    return use, name
