"""The levels of the page, in the order in which they are tried.

In: nothing. Out: LEVELS. A new level is one function that sets a Brief as a Draft, and one
line here: its measures, for which Briefs it is tried, and that function. The larger of two steps
comes first; ledger and targets start from the middle and go up (`roomier`) while height is left
over that their rows do not take.
Not for: choosing (`plan`, which takes the first level that fits).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from bureau_brief.brief import Brief
from bureau_brief.outputs.page import dense, digest, index, ledger, sparse, targets
from bureau_brief.outputs.page.choosing import chosen
from bureau_brief.outputs.page.forms import series
from bureau_brief.outputs.page.grid import Level
from bureau_brief.outputs.page.measures import (
    DENSE,
    DIGEST,
    FEW,
    HERO,
    INDEX,
    LARGE,
    LARGE_FEW,
    LARGE_HERO,
    LARGE_OPEN,
    LARGE_POSTER,
    LARGE_ROOMY,
    LARGE_SINGLE,
    LARGE_SPARSE,
    LARGE_TIGHT,
    LOOSE,
    NORMAL,
    OPEN,
    OPEN_TARGETS,
    POSTER,
    ROOMY,
    SERIES,
    SINGLE,
    SPARSE,
    TARGETS,
    TIGHT,
)
from bureau_brief.outputs.page.setting import Setter
from bureau_brief.outputs.page.values import Draft

MOST_AREAS = 32


class Step(NamedTuple):
    """A level, the Briefs that it is tried for, and how it sets them."""

    family: str
    """Levels of one family say the same; the later families say less."""
    level: Level
    suits: Callable[[Brief], bool]
    set: Callable[[Setter, Brief], Draft]
    roomier: "Step | None" = None
    """Taken instead where this level leaves height over and that one fits too."""


_LOOSE = Step("dense", LOOSE, dense.suits, dense.loose)
_OPEN = Step("ledger", OPEN, ledger.suits, ledger.ledger)
_ROOMY = Step("ledger", ROOMY, ledger.suits, ledger.ledger, roomier=_OPEN)
_FEW = partial(ledger.ledger, choose=partial(chosen, leads=False))
_TARGETS = partial(ledger.ledger, choose=targets.chosen)
_OPEN_TARGETS = Step("ledger", OPEN_TARGETS, targets.suits, _TARGETS)

LEVELS = (
    Step("ledger", HERO, sparse.suits_hero, sparse.hero),
    Step("ledger", SINGLE, sparse.suits_single, sparse.bands),
    Step("ledger", POSTER, sparse.suits, sparse.bands),
    Step("ledger", SPARSE, sparse.suits_four, sparse.bands),
    Step("ledger", TARGETS, targets.suits, _TARGETS, roomier=_OPEN_TARGETS),
    Step("ledger", FEW, sparse.suits_rows, _FEW),
    Step("ledger", SERIES, series.suits, ledger.ledger, roomier=_ROOMY),
    Step("ledger", NORMAL, ledger.suits, ledger.ledger, roomier=_ROOMY),
    Step("ledger", TIGHT, ledger.suits, ledger.ledger),
    Step("dense", DENSE, dense.suits, dense.dense, roomier=_LOOSE),
    Step("index", INDEX, index.suits_two, index.two_figures),
    Step("index", INDEX, index.suits, index.one_figure),
    Step("index", DIGEST, index.suits, digest.digest),
)

_LARGE_OPEN = Step("large", LARGE_OPEN, ledger.suits, ledger.ledger)
_LARGE_ROOMY = Step("large", LARGE_ROOMY, ledger.suits, ledger.ledger, roomier=_LARGE_OPEN)

LARGE_PRINT = (
    Step("large", LARGE_HERO, sparse.suits_hero, sparse.hero),
    Step("large", LARGE_SINGLE, sparse.suits_single, sparse.bands),
    Step("large", LARGE_POSTER, sparse.suits, sparse.bands),
    Step("large", LARGE_SPARSE, sparse.suits_four, sparse.bands),
    Step("large", LARGE_FEW, sparse.suits_rows, _FEW),
    Step("large", LARGE, ledger.suits, ledger.ledger, roomier=_LARGE_ROOMY),
    Step("large", LARGE_TIGHT, ledger.suits, ledger.ledger),
)
"""Tried instead of LEVELS where a reader needs no type under 12 pt."""
