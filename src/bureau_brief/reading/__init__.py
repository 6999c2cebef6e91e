"""A data file in, a checked Record out, or every problem of the file with its line.

In: the path of a .yaml, .yml or .json file, and the languages that are asked for (none: the
file's own). Out: a Record and the warnings; or Problems, all of them, in file order.
`parsing` makes a tree of nodes with places, `checking` a Record of it; `meaning`, `texts` and
`arithmetic` say what the fields may not mean together, `provenance` whether their sources say
so. What is read can never run code, reach the network or read a file outside its folder.
Not for: what fits on a page or a slide.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from bureau_brief.arithmetic import contradictions
from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.provenance import problems_of_provenance
from bureau_brief.reading.checking import check
from bureau_brief.reading.embedded import Origin, detached, holds
from bureau_brief.reading.meaning import problems_of_meaning
from bureau_brief.reading.nodes import in_file_order
from bureau_brief.reading.parsing import MOST_BYTES, parse
from bureau_brief.reading.scalars import IN_NAMES
from bureau_brief.reading.texts import problems_of_texts
from bureau_brief.record import Record
from bureau_brief.values import replace

SUFFIXES = (".yaml", ".yml", ".json")
_UNPRINTABLE = re.compile(f"[{IN_NAMES}]")


def read(path: Path, languages: Sequence[str] = ()) -> tuple[Record, tuple[Problem, ...]]:
    """The Record of a data file and its warnings. Raises Problems."""
    if path.suffix.lower() not in SUFFIXES:
        raise Problems([problem("BB021", Place("", path.name), found=path.suffix or "none")])
    try:
        if _UNPRINTABLE.search(path.name):
            raise OSError(None, "a name with characters that cannot be printed")
        if path.exists() and not path.is_file():
            raise OSError(None, "this is not a file")
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise Problems([problem("BB020", Place("", str(path)), reason=reason)]) from error
    return read_bytes(data, path.name, path.parent, languages)


def read_bytes(
    data: bytes, name: str, folder: Path | None = None, languages: Sequence[str] = ()
) -> tuple[Record, tuple[Problem, ...]]:
    """The same, of a file's bytes; files that it names are looked for only if `folder` is given."""
    root = parse(data, name)
    origin = detached(root)
    checked = check(root, name)
    record = _named(checked.record, data, origin)
    found = list(checked.problems)
    found += problems_of_meaning(record, folder)
    found += problems_of_texts(checked, tuple(languages) or record.languages)
    found += contradictions(record)
    found += problems_of_provenance(record, folder)
    ordered = in_file_order(found)
    if any(one.severity == "error" for one in ordered):
        raise Problems(ordered)
    return record, ordered


def _named(record: Record, data: bytes, origin: Origin | None) -> Record:
    """With the name and the hash of the file that the data were first read from."""
    if origin is not None and holds(origin, record):
        return replace(record, file=origin.file, sha256=origin.sha256)
    return replace(record, sha256=hashlib.sha256(data).hexdigest())
