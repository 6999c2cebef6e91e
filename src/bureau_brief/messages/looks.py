"""BB52x, BB53x: pictures, and the looks of an office."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

LOOKS: Mapping[str, Message] = {
    "BB521": Message(
        "a PNG or JPEG picture", "{reason}", "open it in a picture program and save it as PNG"
    ),
    "BB522": Message("a picture of at most {limit}", "{found}", "save it smaller"),
    "BB530": Message(
        "a theme as a TOML file (UTF-8)", "{reason}", "copy assets/theme.toml and change the copy"
    ),
    "BB531": Message("a key of a theme", "`{key}`", "{hint}"),
    "BB532": Message("{expected}", "{found}", "see how assets/theme.toml writes it"),
    "BB533": Message(
        "a contrast of at least {least} to 1 between `{one}` and `{other}`",
        "{ratio} to 1 ({colours})",
        "take a darker `{one}`, or a lighter `{other}` where that is not the paper",
    ),
    "BB534": Message(
        "a TrueType font (.ttf) that can be embedded",
        "{reason}",
        "ask the maker of the font for static TrueType files with a licence to embed",
    ),
    "BB535": Message(
        "a font with all letters, digits and signs of a briefing",
        "{found}",
        "name a fuller font",
    ),
}
