"""BB2xx: words and templates (wording)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

WORDING: Mapping[str, Message] = {
    "BB201": Message(
        "a folder of words for each language",
        "no `{language}/words.toml`",
        "ask for another language, or add the folder templates/{language}",
    ),
    "BB202": Message("a TOML file", "{error}", "mend the line that is named"),
    "BB203": Message("{expected}", "{found}", "see how the English file writes it"),
    "BB204": Message("this key", "nothing", "add it; the English file shows what it holds"),
    "BB205": Message("a key that the words have", "an unknown one", "{hint}"),
    "BB206": Message(
        "the sentence `{key}.txt.j2`", "no such file", "add it; the English folder has one"
    ),
    "BB207": Message(
        "a sentence with its values in {{{{ }}}}",
        "{error}",
        "see how the English sentence is written",
    ),
    "BB208": Message("a sentence that uses only its own values", "`{name}`", "it has {known}"),
    "BB209": Message("at most {limit} characters", "{length}", "shorten the sentence"),
    "BB210": Message(
        "a plain sentence: texts, values and `if`",
        "{found}",
        "write it without; templates/README.md shows what a sentence may hold",
    ),
    "BB211": Message(
        "a folder of templates", "no folder `{folder}`", "name the folder that holds `en/` or `zh/`"
    ),
    "BB212": Message("a file that a sentence is read from", "another name", "{hint}"),
    "BB213": Message(
        "a plain text file (UTF-8) in the templates folder", "{reason}", "put a copy of it there"
    ),
}
