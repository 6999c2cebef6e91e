"""BB041-BB074: what the fields of a data file mean together (reading)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

MEANING: Mapping[str, Message] = {
    "BB041": Message(
        "an id that no other {what} has", "`{id}` again, first in line {line}", "rename one of them"
    ),
    "BB042": Message("the id of a figure", "`{id}`", "{hint}"),
    "BB043": Message("the id of a source", "`{id}`", "{hint}"),
    "BB044": Message(
        "a figure cited as {{id}} or {{id.number}}, {{id.label}}, {{id.scope}}, {{id.change}}",
        "`{found}`",
        "write {{{{ for a brace that is printed",
    ),
    "BB045": Message(
        "a text without braces", "a brace", "figures are cited in titles, labels and sentences only"
    ),
    "BB046": Message(
        "the id of a figure",
        "`{{count}}`",
        "only `closing_title` can print the number of figures",
    ),
    "BB047": Message("a label that does not end in itself", "a circle through `{id}`", "{hint}"),
    "BB048": Message(
        "a figure with `{field}`",
        "`{{{id}.{attribute}}}`, but `{id}` has none",
        "give the figure its `{field}`, or cite it without .{attribute}",
    ),
    "BB049": Message(
        "one main figure in an area", "another one; the first is in line {line}", "unmark one"
    ),
    "BB050": Message(
        "one area that leads", "another one; the first is in line {line}", "unmark one"
    ),
    "BB051": Message(
        "one overview figure in an area", "another one; the first is in line {line}", "unmark one"
    ),
    "BB052": Message("at most {limit} figures on the overview", "{count}", "unmark some"),
    "BB053": Message(
        "a figure of the area `{area}`", "`{id}`", "compare figures of one area, or move it here"
    ),
    "BB054": Message(
        "figures in the same unit ({unit}, as `{first}`)",
        "{found}",
        "compare only what one scale can show",
    ),
    "BB055": Message(
        "exact or estimated figures from zero up",
        "{found} at `{id}`",
        "a bound or a negative number has no bar: take it out",
    ),
    "BB056": Message(
        "this text in `{language}`", "none", "add it, or do not ask for this language"
    ),
    "BB057": Message(
        "texts in `{language}`", "only {have}", "add them, or ask for another language"
    ),
    "BB058": Message("another id", "`{id}`", "`{{count}}` prints the number of figures: rename it"),
    "BB059": Message(
        "a file in the data file’s folder or below", "`{found}`", "copy the file there"
    ),
    "BB060": Message("a file that is there", "no `{found}`", "copy it there, or mend its name"),
    "BB061": Message("the code `{unit}`", "`{found}`", "write `unit: {unit}`"),
    "BB062": Message("each of them once", "`{id}` again", "take one out"),
    "BB063": Message(
        "at most {limit} characters when the labels are filled in", "more", "cite fewer labels"
    ),
    "BB064": Message("at most {limit} figures", "{count}", "divide the file"),
    "BB065": Message("another figure", "`{id}` itself", "name the figure that it led to"),
    "BB071": Message(
        "a source",
        "none for {what}",
        "describe it under `sources` and name it in `source`",
        "warning",
    ),
    "BB072": Message(
        "figures cited by their ids",
        "{found} typed by hand",
        "cite the figure, or put what is part of a name in brackets: `[24/7]`",
        "warning",
    ),
    "BB073": Message(
        "`unit` or `counts`",
        "neither at `{id}`",
        "say what is counted, so that texts can cite the figure",
        "warning",
    ),
    "BB074": Message(
        "one value for one label, unit and period",
        "`{id}` and `{other}` (line {line}) with different values",
        "mend one of them, or say in the labels how they differ",
        "warning",
    ),
}
