"""BB5xx: files and options."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

FILES: Mapping[str, Message] = {
    "BB501": Message(
        "a folder that can be written", "{reason}", "choose another one with -o, or free this one"
    ),
    "BB502": Message(
        "the code of a message", "`{found}`", "`bureau-brief explain` without a code lists them all"
    ),
}
