"""The index: one row an area, with its main result and the next one, and where all stand.

In: a Setter and a Brief. Out: a Draft with two figures an area where that fits, or with one;
more where they are of priority 1. Where not even those fit, Problems name what to shorten.
Not for: pages that can show more (`ledger`, `dense`), or how a row is set (`table`).
"""

from bureau_brief.brief import Area, Brief
from bureau_brief.outputs.page.dropping import KEEP, main_first
from bureau_brief.outputs.page.setting import Setter
from bureau_brief.outputs.page.table import GAP, ROWS_WIDTH, Columns, Row, Table
from bureau_brief.outputs.page.values import Draft

PACES = ((15.0, 20.0), (13.0, 16.5))
"""The size of the main number, and how close rows of one line may stand with it."""
ONE_FIGURE = (154.0, 202.0, 250.0)  # where the only column of figures may start


def suits(_brief: Brief) -> bool:
    """Any number of areas that a page takes."""
    return True


def suits_two(brief: Brief) -> bool:
    """Where an area has a second figure: an empty column says nothing."""
    return any(len(area.figures) > 1 for area in brief.areas)


def two_figures(setter: Setter, brief: Brief) -> Draft:
    """Two figures an area, and all of priority 1. Where that is too high, next ones of the
    lowest priorities go, but no more than half of them."""
    grid = setter.grid
    ends = grid.evidence - GAP, grid.right - ROWS_WIDTH
    columns = Columns(grid.lead - GAP, ((grid.lead, ends[0]), (grid.evidence, ends[1])))
    rows = [_chosen(area, 2) for area in brief.areas]
    tables = [Table(setter, brief, columns, *pace) for pace in PACES]
    table = next((table for table in tables if table.excess(rows) <= 0), tables[-1])
    kept = table.fewest_dropped(rows)
    return table.draft(kept if 2 * _next_ones(kept) >= _next_ones(rows) else rows)


def one_figure(setter: Setter, brief: Brief) -> Draft:
    """One figure an area, and all of priority 1: more room for long names and labels."""
    right = setter.grid.right - ROWS_WIDTH
    rows = [_chosen(area, 1) for area in brief.areas]
    places = [Columns(x - GAP, ((x, right),)) for x in ONE_FIGURE]
    for pace in PACES:
        tables = [Table(setter, brief, columns, *pace) for columns in places]
        best = min(tables, key=lambda table: table.excess(rows))
        if best.excess(rows) <= 0:
            break
    return best.draft(rows)


def _chosen(area: Area, most: int) -> Row:
    """The main figure, those of priority 1, and the next ones by priority up to `most`."""
    main, *others = main_first(area)
    said = set(main.lone_label.figures)
    others = sorted((f for f in others if f.id not in said), key=lambda figure: figure.priority)
    kept = (main, *(figure for figure in others if figure.priority == KEEP))
    return Row(area, kept, tuple(others[len(kept) - 1 : most - 1]))


def _next_ones(rows: list[Row]) -> int:
    return sum(len(row.optional) for row in rows)
