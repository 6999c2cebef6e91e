"""The levels of the page, in the order in which they are tried.

In: nothing. Out: LEVELS. A new level is one function that sets a Brief as a Draft, and one
line here: its measures, for which Briefs it is tried, and that function.
Not for: choosing (`plan`, which takes the first level that fits).
"""

from collections.abc import Callable
from typing import NamedTuple

from bureau_brief.brief import Brief
from bureau_brief.outputs.page import ledger
from bureau_brief.outputs.page.grid import NORMAL, ROOMY, TIGHT, Level
from bureau_brief.outputs.page.setting import Setter
from bureau_brief.outputs.page.values import Draft


class Step(NamedTuple):
    """A level, the Briefs that it is tried for, and how it sets them."""

    level: Level
    suits: Callable[[Brief], bool]
    set: Callable[[Setter, Brief], Draft]


LEVELS = (
    Step(ROOMY, ledger.suits, ledger.ledger),
    Step(NORMAL, ledger.suits, ledger.ledger),
    Step(TIGHT, ledger.suits, ledger.ledger),
)
