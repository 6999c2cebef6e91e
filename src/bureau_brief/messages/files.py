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
    "BB503": Message(
        "the file that this program wrote there",
        "a file that was edited",
        "it is kept as `{kept}`; with --force it is overwritten",
        "warning",
    ),
    "BB504": Message(
        "a place to print the answer", "{reason}", "make room there, or print it to another file"
    ),
    "BB510": Message(
        "a PDF or a deck of this program", "{found}", "give a file whose name ends in .pdf or .pptx"
    ),
    "BB511": Message(
        "a file that carries its data",
        "none in it",
        "this program puts them into every file; another program may have taken them out",
    ),
}
