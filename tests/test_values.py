"""The classes that values are made of behave as frozen dataclasses do."""

import copy
import pickle
from dataclasses import field, fields

import pytest

from bureau_brief.values import replace, value


@value
class Point:
    """A value."""

    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@value
class Named(Point):
    """A value with one field more."""

    name: str = ""

    def __str__(self) -> str:
        return self.name


def test_values_are_equal_by_class_and_compared_fields() -> None:
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Named(1, 2)
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert len({Point(1, 2), Point(1, 2), Named(1, 2)}) == 2


def test_a_value_shows_its_fields() -> None:
    assert repr(Point(1, note="x")) == "Point(x=1, y=0)"
    assert str(Named(1, name="here")) == "here"


def test_a_changed_value_is_a_copy() -> None:
    one = Named(1, name="a")
    other = replace(one, y=5)
    assert (one.y, other.y, other.name) == (0, 5, "a")
    assert [each.name for each in fields(Named)] == ["x", "y", "note", "name"]
    assert repr(replace(other, x=2, name="b")) == "Named(x=2, y=5, name='b')"
    assert replace(Point(1, note="kept"), x=2).note == "kept"


def test_a_change_of_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match="Point has no field 'z'"):
        replace(Point(1), z=1)  # type: ignore[call-arg]


def test_values_travel_between_processes() -> None:
    one = Named(1, 2, name="a")
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one


def test_a_value_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Point(1).z = 1  # type: ignore[attr-defined]
