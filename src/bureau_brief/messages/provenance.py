"""BB121-BB139: a figure and the phrase of its source (provenance)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

PROVENANCE: Mapping[str, Message] = {
    "BB121": Message(
        "the number of its source’s phrase ({words})",
        "{value}",
        "mend the value, or `stated`",
        "warning",
    ),
    "BB122": Message(
        "a value of which its source’s `{words}` is true",
        "exactly {value}",
        "say in `qualifier` what the source says, or mend the value",
    ),
    "BB123": Message(
        "the qualifier of its source (`{words}`)",
        "{found}",
        "mend `qualifier`, or `stated`",
        "warning",
    ),
    "BB124": Message(
        "the unit of its source, `{unit}` (`{words}`)",
        "{found}",
        "mend `unit`, or `stated`",
        "warning",
    ),
    "BB125": Message(
        "a conversion that its source states ({words})",
        "{value}",
        "mend the conversion, or `stated`",
        "warning",
    ),
    "BB131": Message(
        "a source that can be searched: text, Markdown, HTML or PDF",
        "{reason}",
        "save it as text (UTF-8) beside the data file, or take `file` out",
        "warning",
    ),
    "BB132": Message(
        "`{phrase}` in `{file}`",
        "{found}",
        "state the phrase exactly as the source has it, or mend `ref`",
        "warning",
    ),
    "BB133": Message(
        "a phrase that stands once in `{file}`, or always beside the same numbers",
        "`{phrase}` in {places}",
        "state a longer phrase, so that it is clear which one is meant",
        "warning",
    ),
}
