"""BB001-BB032: the form of a data file (reading)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

FORM: Mapping[str, Message] = {
    "BB001": Message(
        "a data file of this program",
        "none of its fields",
        "it starts with `bureau_brief: 1`; README shows the smallest one",
    ),
    "BB002": Message("`{key}`", "nothing", "{hint}"),
    "BB003": Message("{expected}", "{found}", "{hint}"),
    "BB004": Message("a value", "nothing", "fill it in, or take the line out"),
    "BB005": Message("a known key", "`{key}`", "{hint}"),
    "BB006": Message("each key once", "`{key}` again, first in line {line}", "keep one of them"),
    "BB007": Message("{expected}", "`{found}`", "write it in that form"),
    "BB008": Message("{choices}", "{found}", "{hint}"),
    "BB009": Message(
        "a whole number from {low} to {high}", "{found}", "write one of these numbers"
    ),
    "BB010": Message("{low} to {high} items", "{count}", "take some out, or add what is missing"),
    "BB011": Message("a text of at most {limit} characters", "{length}", "cut {excess} characters"),
    "BB012": Message("a number", "`{found}`", "{hint}"),
    "BB013": Message(
        "at most {digits} digits before the point and {decimals} after it",
        "`{found}`",
        "give the number in a larger unit",
    ),
    "BB014": Message("a date as YYYY-MM-DD", "{found}", "write a date such as 2021-01-13"),
    "BB015": Message("a language code", "`{key}`", "{hint}"),
    "BB016": Message("a plural form: zero, one, two, few, many or other", "`{found}`", "{hint}"),
    "BB017": Message(
        "characters that can be printed",
        "the invisible character {character}",
        "type the text again without it",
    ),
    "BB020": Message("a file that can be read", "{reason}", "check its name and folder"),
    "BB021": Message(
        "a file whose name ends in .yaml, .yml or .json", "{found}", "save the data as YAML or JSON"
    ),
    "BB022": Message(
        "a file of at most {limit} MB", "a larger one", "divide it into several briefings"
    ),
    "BB023": Message(
        "text saved as UTF-8", "{found}", "save the file again with the encoding UTF-8"
    ),
    "BB024": Message(
        "characters that can be printed",
        "the control character {character}",
        "delete it and type on",
    ),
    "BB025": Message("{kind} that can be read", "{found}", "{hint}"),
    "BB026": Message("plain values", "the tag `{tag}`", "take the tag out"),
    "BB027": Message(
        "an alias of something that stands above it",
        "`*{name}`",
        "put quotes round a text that starts with `*`, or anchor the value with `&{name}`",
    ),
    "BB028": Message(
        "at most {limit} values in a file", "more", "write values out, or divide the file"
    ),
    "BB029": Message(
        "lists and mappings at most {limit} deep", "deeper ones", "take some levels out"
    ),
    "BB030": Message("one document in a file", "a second one", "take the line `---` out"),
    "BB031": Message(
        "a word as a key", "a list or a mapping", "put quotes round a text that starts with a brace"
    ),
    "BB032": Message("fewer problems", "{limit} and more", "mend these first"),
}
