"""BB1xx: figures that contradict each other (arithmetic)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

ARITHMETIC: Mapping[str, Message] = {
    "BB101": Message(
        "{computed}, that is {sum}",
        "{value}",
        "mend the rate, its part or its whole",
    ),
    "BB102": Message(
        "0 to 100 per cent of a whole", "{value}", "mend the value, or take `rate_of` out"
    ),
    "BB103": Message(
        "at most {whole}, the value of its whole `{id}`",
        "{value}",
        "mend a value, or say with `qualifier` that one of them is not exact",
    ),
    "BB104": Message(
        "another figure", "a circle back to `{id}`", "name the figure that is the whole"
    ),
    "BB105": Message(
        "one value for one period",
        "{value}, but {earlier} in `{other}`",
        "mend one of them, or its period",
    ),
    "BB106": Message(
        "each period once", "`{period}` again, first in point {index}", "take one out"
    ),
    "BB107": Message(
        "another unit than the original’s", "the same unit", "give the unit of the conversion"
    ),
    "BB108": Message(
        "a whole above zero",
        "{value} for `{id}`",
        "nothing is a share of that: take the relation out",
    ),
    "BB109": Message(
        "`unit: percent` for a rate of a whole", "another unit or none", "write `unit: percent`"
    ),
    "BB110": Message(
        "a rate that its source states",
        "a rate of `{id}`, which is `{qualifier}`",
        "give the source’s phrase in `source.stated`, or take the rate out",
    ),
    "BB111": Message(
        "a part in the unit of its whole `{id}` ({unit})", "{found}", "mend one of the units"
    ),
    "BB112": Message(
        "{computed}, that is {sum}, rounded",
        "{value}, which is cut off",
        "round it, unless its source states it so",
        "warning",
    ),
    "BB113": Message(
        "a figure with `{lacking}`",
        "`{id}`, which has none",
        "give `{id}` its `{lacking}`, or take the relation out",
    ),
    "BB114": Message(
        "`unit: {unit}` for this relation to `{id}`",
        "another unit or none",
        "a rate changes in points, everything else in percent; a share of a target is in percent",
    ),
    "BB115": Message("{computed}, that is {sum}", "{value}", "mend the change, or the two values"),
    "BB116": Message(
        "{computed}, that is {sum}", "{value}", "mend the share, the value or its target"
    ),
    "BB117": Message(
        "{computed}, that is {sum}", "{value}", "mend the sum or its parts, or take `sum_of` out"
    ),
    "BB118": Message(
        "a conversion at about the rate of `{id}` ({rate})",
        "{found}, more than 2 per cent apart",
        "mend one of the amounts, unless the source converts at different rates",
        "warning",
    ),
    "BB119": Message(
        "values of one period that can both be true",
        "{value}, but {earlier} in `{other}`",
        "mend a value or its qualifier",
    ),
}
