"""BB6xx: finished files that do not say what their data say (verifying)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

_AGAIN = "generate the file again, or change the data file if the data are wrong"

VERIFYING: Mapping[str, Message] = {
    "BB601": Message("a finished PDF or PowerPoint file", "{reason}", "generate it again"),
    "BB602": Message("the number {expected}{figure}", "nothing", _AGAIN),
    "BB603": Message("the number {expected}{figure}", "{found}", _AGAIN),
    "BB604": Message("the number {expected}{figure}", "{found}{other}", _AGAIN),
    "BB605": Message(
        "{expected}{figure}, with this qualifier",
        "{found}",
        "a qualifier belongs to its number: put it back, or generate the file again",
    ),
    "BB606": Message("{expected}{figure}, with this unit", "{found}", _AGAIN),
    "BB607": Message(
        "only numbers of the data",
        "{found}",
        "the data do not give this number: take it out, or give it in the data file",
    ),
    "BB608": Message(
        "no number here",
        "{found}{other}",
        "the data give this number, but not in this place: take it out, or generate the file again",
    ),
    "BB609": Message("the text {expected}", "{found}", _AGAIN),
    "BB610": Message("{expected}", "{found}", "slides are those that the data ask for"),
    "BB611": Message(
        "a bar of {expected}{figure}", "{found}", "bars are as long as their figures; " + _AGAIN
    ),
    "BB612": Message(
        "finished files that say what the data say",
        "{count} differences in what was just made",
        "nothing was written; this is a fault of the program or of its words, please report it; "
        "`--no-verify` writes the files all the same",
    ),
    "BB613": Message(
        "{expected}{figure}", "{found}", "generate both files again from the same data"
    ),
    "BB614": Message(
        "the data as they were when the file was made",
        "data that were changed since",
        "do not trust this file: generate it again from the data file",
    ),
}
