"""The commands that only answer: where a figure comes from, what a problem means.

In: the arguments of the command line. Out: an Answer; nothing is written.
Not for: arguments and exit codes (`cli`). Each command imports what it needs when it runs.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bureau_brief.outputs import Options

if TYPE_CHECKING:
    from bureau_brief.arithmetic import Sum
    from bureau_brief.comparing import Compared

DONE = 0

Answer = tuple[int, dict[str, Any], list[str]]
"""Exit code, the answer for `--json`, and the lines for people."""
Command = Callable[[argparse.Namespace], Answer]


def choices(options: argparse.Namespace) -> dict[str, Any]:
    """What a person chose about words and looks."""
    return {
        "languages": tuple(filter(None, options.lang.split(","))),
        "options": Options(
            page=options.page,
            large_print=options.large_print,
            most_slides=options.max_slides,
            template=options.template,
            layouts=tuple(options.layout),
            theme=options.theme,
        ),
        "templates": options.templates,
    }


def recomputed(checks: "Sequence[Sum]") -> Iterator[tuple[str, str]]:
    """What was recomputed, by kind: how often, and the rate of each conversion."""
    kinds = dict.fromkeys(check.kind for check in checks)
    for kind in kinds:
        own = [check for check in checks if check.kind == kind]
        yield kind, "; ".join(map(str, own)) if kind == "conversion" else f"{len(own)} in order"


def comparison(
    found: "Compared | None", changes: Mapping[str, str]
) -> tuple[dict[str, Any], list[str]]:
    """What came of comparing with an earlier period, for `--json` and for people."""
    if found is None:
        return {}, []
    lines = [f"changed: {said}" for said in changes.values()]
    lines += [f"new: {id_}" for id_ in found.came] + [f"gone: {id_}" for id_ in found.went]
    return {"changes": dict(changes), "came": found.came, "went": found.went}, lines


def diff(options: argparse.Namespace) -> Answer:
    """Say what changed between two data files, or between the data inside two finished files."""
    from bureau_brief.differing import differences

    found = differences(options.before, options.after)
    return DONE, found.as_dict(), [*found.lines()]


def trace(options: argparse.Namespace) -> Answer:
    """Say where a figure comes from, what it was checked against, and every place it appears."""
    from bureau_brief.tracing import trace as traced

    found = traced(options.data, options.figure, **choices(options))
    return DONE, found.as_dict(), [*found.lines()]


def explain(options: argparse.Namespace) -> Answer:
    """Say what the code of a problem means and how to mend it; without a code, list them."""
    from bureau_brief.explaining import explanation, explanations

    if not options.code:
        titles = {page.code: page.title for page in explanations().values()}
        return DONE, titles, [f"{code} {title}" for code, title in titles.items()]
    page = explanation(options.code)
    return DONE, page._asdict(), [str(page)]
