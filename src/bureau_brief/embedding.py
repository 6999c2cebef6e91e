"""What a finished file carries of the data that it was made from.

In: a checked Record. Out: plain data in the format of a data file, so that generating from it
gives the same files, with one key more, `embedded`, that says where the data come from and how
they were checked. What is shown where is added once a plan stands (`outputs.manifest`).
Not for: putting it into a file (the drawers), or taking it out again (`extracting`).
"""

from typing import Any

from bureau_brief import __version__
from bureau_brief.arithmetic import sums
from bureau_brief.outputs.carrying import Carried, as_json
from bureau_brief.plain import hashed, plain
from bureau_brief.record import EMBEDDED, Record


def carried(record: Record) -> Carried:
    """The data, their origin, and what was recomputed with what result."""
    data = plain(record)
    origin = {
        "program": f"bureau-brief {__version__}",
        "file": record.file,
        "sha256": record.sha256,
        "content": hashed(data),
        "checked": _checks(record),
    }
    return Carried(as_json(data), EMBEDDED, origin)


def _checks(record: Record) -> list[dict[str, Any]]:
    """Every sum behind the figures, as it was made."""
    checks = [(one, one.as_dict()) for one in sums(record)]
    return [
        {
            "figure": one.ids[0],
            "kind": one.kind,
            "of": list(one.ids[1:]),
            "computed": said["sum"],
            "stated": said["stated"],
        }
        for one, said in checks
    ]
