"""Finished files read back: do they say what the plan says, figure by figure?

In: the bytes of a page or a deck, the plan it was drawn from, the Brief and the Facts behind it.
Out: a Verified: where each figure stands and in which state, and a Problem for everything that is
not as it should be. Twice: every text is its plan's, in its order, and every number that stands
for a figure is that of the data. The readers share no code with the drawers.
Not for: making plans of the data inside finished files (`reviewing`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from bureau_brief.brief import Brief
from bureau_brief.extracting import carried
from bureau_brief.outputs.deck.values import Deck
from bureau_brief.outputs.page.values import Page
from bureau_brief.outputs.signing import Sheets
from bureau_brief.problems import Place, Problem, problem
from bureau_brief.record import Facts
from bureau_brief.values import value
from bureau_brief.verifying import deck as deck_plan
from bureau_brief.verifying import embedded, pdf, pptx, signing
from bureau_brief.verifying import page as page_plan
from bureau_brief.verifying.comparing import compare
from bureau_brief.verifying.known import Known
from bureau_brief.verifying.numbers import contradicted
from bureau_brief.verifying.package import Unreadable
from bureau_brief.verifying.reports import as_problem
from bureau_brief.verifying.values import Difference, Held, Kind, Leaf


@value
class Statement:
    """A figure at a place of a file, and whether it stands there as it should."""

    figure: str
    place: str
    state: Kind | Literal["present"]


@value
class Verified:
    """What came of reading one file back."""

    file: str
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]


def verify_page(data: bytes, page: Page, brief: Brief, stated: Facts, file: str = "") -> Verified:
    """The finished page held against its plan and the data."""
    try:
        sheet = pdf.read(data)
    except Unreadable as error:
        return _unreadable(file, error)
    wanted = [page_plan.wanted(page)]
    known = _known(brief, wanted)
    held = list(compare(wanted, [page_plan.found(page, sheet)], known))
    more = [*page_plan.pages(sheet), *page_plan.bars(page, sheet)]
    more += contradicted(held, stated, known)
    return _with_data(_verified(file, held, more), page.data, carried(data, ".pdf"), stated)


def verify_deck(data: bytes, deck: Deck, brief: Brief, stated: Facts, file: str = "") -> Verified:
    """The finished deck held against its plan and the data."""
    try:
        found = pptx.read(data)
    except Unreadable as error:
        return _unreadable(file, error)
    wanted = deck_plan.wanted(deck)
    known = _known(brief, wanted)
    held = list(compare(wanted, found, known))
    told = _verified(file, held, list(contradicted(held, stated, known)))
    return _with_data(told, deck.data, carried(data, ".pptx"), stated)


def verify_sheets(
    data: bytes, sheets: Sheets, _brief: Brief, stated: Facts, file: str = ""
) -> Verified:
    """The finished sign-off held against its plan and the data that it carries."""
    try:
        unlike = tuple(signing.differences(sheets, pdf.texts(data)))
    except Unreadable as error:
        return _unreadable(file, error)
    told = Verified(file, (), tuple(as_problem(difference, file) for difference in unlike))
    return _with_data(told, sheets.data, carried(data, ".pdf"), stated)


def _known(brief: Brief, wanted: Sequence[Leaf]) -> Known:
    sections = (section for leaf in wanted for section in leaf.sections.values())
    return Known(brief, (said.text for section in sections for said in section))


def _verified(file: str, held: Sequence[Held], more: Sequence[Difference]) -> Verified:
    differences = [*(difference for one in held for difference in one.differences), *more]
    states = {(d.place, d.figure): d.kind for d in more}
    statements = tuple(statement for one in held for statement in _statements(one, states))
    return Verified(file, statements, tuple(as_problem(d, file) for d in differences))


def _with_data(told: Verified, wanted: bytes, found: bytes | None, stated: Facts) -> Verified:
    """The same, and the data that the file carries."""
    if not wanted:
        return told
    unlike = list(embedded.differences(found, wanted))
    wrong = {difference.figure for difference in unlike}
    states = (
        Statement(id_, embedded.PLACE, "data" if id_ in wrong or found is None else "present")
        for id_ in stated
    )
    problems = (as_problem(difference, told.file) for difference in unlike)
    return Verified(told.file, (*told.statements, *states), (*told.problems, *problems))


def _statements(held: Held, states: Mapping[tuple[str, str], Kind]) -> Iterator[Statement]:
    """The figures of one place, each in its state there."""
    if held.expected is None:
        return
    place = held.expected.place
    own = {difference.figure: difference.kind for difference in held.differences}
    for figure in dict.fromkeys(held.expected.figures):
        state = own.get(figure) or states.get((place, figure))
        yield Statement(figure, place, state or "present")


def _unreadable(file: str, error: Unreadable) -> Verified:
    return Verified(file, (), (problem("BB601", Place("", file), reason=error),))
