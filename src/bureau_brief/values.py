"""`value`: the plain, frozen classes that the whole program is made of.

In: a class with annotated fields. Out: the same as a dataclass with slots, compared, hashed and
shown by its fields. It is frozen for the type checker, which sees every assignment; nothing is
generated for that at run time, and what all values share is written once, here. Making a class
so costs a quarter of a frozen dataclass, and every start makes over ninety; its instances cost a
quarter as well. `replace` makes another value of one.
Not for: classes that keep state.
"""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import replace as replace
else:

    def replace(one: Any, /, **changes: Any) -> Any:
        """`one` with other contents in some fields: what `dataclasses.replace` makes, sooner."""
        places, content = _contents(type(one))
        cls, *held = content(one)
        for name, changed in changes.items():
            if name not in places:
                raise TypeError(f"{cls.__qualname__} has no field {name!r}")
            held[places[name]] = changed
        return cls(*held)


_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: _Class) -> _Class:
    """`cls` as a class of values."""
    made: Any = dataclass(repr=False, eq=False, match_args=False, slots=True)(cls)
    content = attrgetter("__class__", *(each.name for each in fields(made) if each.compare))

    def equal(one: Any, other: Any) -> bool:
        return content(one) == content(other) if type(one) is type(other) else NotImplemented

    def hashed(one: Any) -> int:
        return hash(content(one))

    own = cls.__dict__
    made.__repr__ = own.get("__repr__", _shown)
    made.__eq__, made.__hash__ = own.get("__eq__", equal), own.get("__hash__", hashed)
    return made  # type: ignore[no-any-return]


def _shown(one: Any) -> str:
    said = (f"{each.name}={getattr(one, each.name)!r}" for each in fields(one) if each.repr)
    return f"{type(one).__qualname__}({', '.join(said)})"


@functools.cache
def _contents(cls: Any) -> tuple[Mapping[str, int], Callable[[Any], Any]]:
    """The position of each field, and what reads the class and all fields of an instance."""
    names = [each.name for each in fields(cls)]
    return {name: place for place, name in enumerate(names)}, attrgetter("__class__", *names)
