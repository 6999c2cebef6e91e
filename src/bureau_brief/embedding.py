"""What a finished file carries of the data that it was made from.

In: a checked Record. Out: plain data in the format of a data file, so that generating from it
gives the same files, with one key more, `embedded`, that says where the data come from and how
they were checked. What is shown where is added once a plan stands (`outputs.manifest`).
Not for: putting it into a file (the drawers), or taking it out again (`extracting`).
"""

from collections.abc import Iterator
from decimal import Decimal

from bureau_brief import __version__
from bureau_brief.arithmetic import checked
from bureau_brief.outputs.manifest import Carried
from bureau_brief.plain import hashed, plain
from bureau_brief.record import EMBEDDED, Figure, Record

_HUNDRED = Decimal(100)


def carried(record: Record) -> Carried:
    """The data, their origin, and what was recomputed with what result."""
    data = plain(record)
    origin = {
        "program": f"bureau-brief {__version__}",
        "file": record.file,
        "sha256": record.sha256,
        "content": hashed(data),
        "checked": list(_checks(record)),
    }
    return Carried(data, EMBEDDED, origin)


def _checks(record: Record) -> Iterator[dict[str, str]]:
    known = record.figures()
    for figure in known.values():
        if checked(record, figure) == "rate" and figure.rate_of:
            part, whole = known[figure.rate_of.part], known[figure.rate_of.whole]
            yield {
                "figure": figure.id,
                "rule": "a rate is its part divided by its whole",
                "of": f"{part.id} / {whole.id}",
                "computed": _rate(figure, part, whole),
                "stated": f"{figure.value:f}",
            }
        elif figure.part_of in known:
            yield {
                "figure": figure.id,
                "rule": "a part is not more than its whole",
                "of": str(figure.part_of),
                "stated": f"{figure.value:f} of {known[figure.part_of].value:f}",
            }


def _rate(figure: Figure, part: Figure, whole: Figure) -> str:
    """With two digits more than the rate has."""
    exponent = int(figure.value.as_tuple().exponent) - 2
    return f"{(_HUNDRED * part.value / whole.value).quantize(Decimal(1).scaleb(exponent)):f}"
