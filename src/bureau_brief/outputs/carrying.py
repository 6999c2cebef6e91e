"""The data that finished files carry, before any of them is planned.

In: nothing. Out: a value that `embedding` fills and `manifest` completes.
Not for: plans: what is carried is known before their modules are loaded.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple


def as_json(data: Mapping[str, Any]) -> str:
    """Data as a file carries them."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), check_circular=False)


class Carried(NamedTuple):
    """What finished files carry, whatever they show."""

    data: str
    """The fields of a data file, as JSON: the same in every file that is made of it."""
    key: str
    """Under which a file says where the data come from."""
    origin: Mapping[str, Any]
