"""The editions of one data file, held against each other: do they state the same figures?

In: the Briefs of a record, one a language. Out: warnings: a text that cites other figures in
another language, a number that another edition's words make another value.
Numbers are read back by `phrases`, which knows nothing of how they were written.
Not for: finished files (`verifying`).
"""

from collections.abc import Iterator, Mapping, Sequence

from bureau_brief.brief import Brief, texts
from bureau_brief.phrases import folded, numbers_in
from bureau_brief.problems import Place, Problem, problem

READ = ("en", "zh")
"""Languages whose numbers `phrases` reads whatever their words are."""


def unlike(briefs: Sequence[Brief]) -> Iterator[Problem]:
    """What the editions do not say alike, the first being the measure."""
    for brief in briefs if len(briefs) > 1 else ():
        if brief is not briefs[0]:
            yield from _cited(briefs[0], brief)
        if brief.language in READ:
            yield from _misread(brief)


def _cited(first: Brief, other: Brief) -> Iterator[Problem]:
    """Texts of the data file whose figures differ from those of the first edition."""
    wanted, found = _by_path(first), _by_path(other)
    for path in wanted.keys() & found.keys():
        if wanted[path] != found[path]:
            said = {"language": other.language, "first": first.language}
            figures = {"wanted": _listed(wanted[path]), "found": _listed(found[path])}
            yield problem("BB150", Place(path), **said, **figures)


def _by_path(brief: Brief) -> Mapping[str, frozenset[str]]:
    """The figures that stand in each text that the office wrote."""
    found: dict[str, set[str]] = {}
    for text in texts(brief):
        if text.path and ":" not in text.path:  # the program's own words have a colon
            found.setdefault(text.path, set()).update(text.figures)
    return {path: frozenset(figures) for path, figures in found.items()}


def _listed(figures: frozenset[str]) -> str:
    return ", ".join(f"`{id_}`" for id_ in sorted(figures)) or "none"


def _misread(brief: Brief) -> Iterator[Problem]:
    """Figures whose number, read back, is another value than the file's."""
    for figure in brief.figures().values():
        said = numbers_in(folded(str(figure.number)))
        if len(said) == 1 and figure.value not in said[0].readings:
            text = str(figure.number).replace("\u00a0", " ")
            values = {"value": f"{figure.value:f}", "found": text, "language": brief.language}
            yield problem("BB151", Place(figure.number.path), **values)
