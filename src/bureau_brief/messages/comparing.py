"""BB141-BB151: two periods side by side (comparing), two languages (editions)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

COMPARING: Mapping[str, Message] = {
    "BB141": Message(
        "the {what} that `{id}` has in `{file}` ({then})",
        "{found}",
        "not comparable, so no change is shown: give both the same {what} if they mean the same",
        "warning",
    ),
    "BB142": Message(
        "{value}, the value in `{file}`",
        "{found}",
        "mend `previous`, or take it out: it is filled in from that file",
        "warning",
    ),
    "BB143": Message(
        "a figure with an id that `{file}` has too",
        "none",
        "compare files of one office; figures are matched by their ids",
    ),
    "BB144": Message(
        "another period than that of `{file}`",
        "{period} in both",
        "not comparable, so no change is shown: name the periods so that they differ (in 2021)",
        "warning",
    ),
    "BB145": Message(
        "the period in `{language}` in `{file}`",
        "none",
        "not comparable, so no change is shown: add the period in that language",
        "warning",
    ),
    "BB150": Message(
        "the figures that the text has in `{first}` ({wanted})",
        "{found} in `{language}`",
        "cite the same figures in every language, so that the editions say the same",
        "warning",
    ),
    "BB151": Message(
        "words that print {value}",
        "{found} in `{language}`, which reads as another value",
        "mend the big words of `words.toml` in your folder of that language",
        "warning",
    ),
}
