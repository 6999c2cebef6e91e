"""What can be wrong with an office's own PowerPoint template (BB421 to BB439)."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

TEMPLATE: Mapping[str, Message] = {
    "BB421": Message("a PowerPoint template, .pptx or .potx", "{reason}", "{hint}"),
    "BB422": Message(
        "a template of at most {limit}",
        "more",
        "take out its slides and large pictures, and save it again",
    ),
    "BB423": Message(
        "a template that needs nothing from elsewhere",
        "a link to `{target}` in `{part}`",
        "embed the picture or medium in PowerPoint instead of linking to it",
    ),
    "BB424": Message(
        "a layout with a free area of at least {width} by {height} in under its title",
        "{found}",
        "add a layout to the slide master with a title on top and nothing under it",
    ),
    "BB425": Message(
        "an accent 1 with a contrast of at least 4.5 on background and tiles",
        "{ratio}",
        "`{other}` is used instead; change accent 1 in the template's theme if that is not meant",
        "warning",
    ),
    "BB426": Message(
        "theme fonts whose widths are known (Arial)",
        "{fonts}",
        "text was measured with the widths of Arial and a margin: look at its line breaks",
        "warning",
    ),
    "BB427": Message(
        "a plain background under the content",
        "a picture or a gradient on `{layout}`",
        "contrast was computed for the theme's own background: look whether all can be read",
        "warning",
    ),
    "BB428": Message(
        "text that can be read on the background",
        "a contrast of {ratio} on `{layout}`",
        "choose another one with `--layout content=NAME`, or mend the template's colours",
    ),
    "BB430": Message(
        "a title that can be read on its background",
        "the template's own colour of titles on `{layout}`",
        "the theme's text colour is used instead; mend the layout if that is not meant",
        "warning",
    ),
    "BB429": Message(
        "a layout of the template for `{use}`",
        "`{name}`",
        "its layouts are: {known}",
    ),
}
