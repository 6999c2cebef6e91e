"""The data that finished files carry, before any of them is planned.

In: nothing. Out: a value that `embedding` fills and `manifest` completes.
Not for: plans: what is carried is known before their modules are loaded.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Carried(NamedTuple):
    """What finished files carry, whatever they show."""

    data: Mapping[str, Any]
    """The fields of a data file."""
    key: str
    """Under which a file says where the data come from."""
    origin: Mapping[str, Any]
