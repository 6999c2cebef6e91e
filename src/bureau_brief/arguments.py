"""The arguments of the command line.

In: the commands by name. Out: their parser: what it parses has `command`, the function that was
asked for, and that command's arguments.
Not for: what a command does (`cli`, `asking`).
"""

import argparse
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bureau_brief import __version__
from bureau_brief.asking import Command
from bureau_brief.brief import MOST_SLIDES
from bureau_brief.outputs import STANDARD
from bureau_brief.resources import SAMPLE

FEWEST_SLIDES = 4  # cover, overview, areas, closing

Arguments = Callable[[argparse.ArgumentParser], None]


def parser(commands: Mapping[str, Command], typed: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of what was typed: every command, and the arguments of those that stand there."""
    made = argparse.ArgumentParser(
        prog="bureau-brief",
        description="Turn a public office's results into a one-page PDF and a PowerPoint deck.",
    )
    made.add_argument("--version", action="version", version=f"bureau-brief {__version__}")
    added = made.add_subparsers(required=True, metavar="COMMAND")
    for name, command in commands.items():
        help_, arguments = _COMMANDS[name]
        one = added.add_parser(name, help=help_, description=command.__doc__)
        one.set_defaults(command=command)
        if name in typed:
            one.add_argument("--json", action="store_true", help="answer in JSON, for machines")
            arguments(one)
    return made


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


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    _data_arguments(parser)
    parser.add_argument(
        "--sarif", type=Path, metavar="FILE", help="write the problems as SARIF, for pipelines"
    )


def _trace_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="data file, .yaml or .json")
    parser.add_argument("figure", metavar="FIGURE", help="id of the figure")
    _choice_arguments(parser)


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", default="", metavar="CODE", help="BB101, say")


def _template_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("template", type=Path, metavar="T.pptx", help="template, .pptx or .potx")
    _layout_argument(parser)


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    for name in ("before", "after"):
        parser.add_argument(
            name, type=Path, metavar=name.upper(), help="a data file, or a finished .pdf or .pptx"
        )


def _extract_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a .pdf or .pptx of this program")


def _slides(written: str) -> int:
    """A number of slides, from the command line."""
    if not written.isdecimal() or int(written) < FEWEST_SLIDES:
        raise argparse.ArgumentTypeError(f"{written} is no whole number from {FEWEST_SLIDES}")
    return int(written)


def _day(text: str) -> dt.date:
    """A date as it is typed. The clock is asked only if somebody asks for it."""
    return dt.date.today() if text == "today" else dt.date.fromisoformat(text)


_COMMANDS: Mapping[str, tuple[str, Arguments]] = {
    "generate": ("write the page and the deck", _generate_arguments),
    "check": ("say every problem; write nothing", _check_arguments),
    "trace": ("say where a figure comes from and where it appears", _trace_arguments),
    "verify": ("read both finished files back", _verify_arguments),
    "explain": ("say what a problem means and how to mend it", _explain_arguments),
    "check-template": ("say what an office's PowerPoint template can do", _template_arguments),
    "schema": ("print the JSON Schema of the data file, for editors", lambda parser: None),
    "diff": ("say what changed between two files", _diff_arguments),
    "extract": ("print the data inside a finished PDF or deck", _extract_arguments),
}
"""What each command is for, in the list of commands, and its arguments."""
