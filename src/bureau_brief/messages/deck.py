"""BB4xx: the deck."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

DECK: Mapping[str, Message] = {
    "BB401": Message(
        "a text of at most {lines} lines on a slide",
        "{found} lines: `{text}`",
        "cut about {excess} characters",
    ),
    "BB402": Message(
        "a text at most {width} in wide on a slide",
        "a longer one: `{text}`",
        "cut about {excess} characters",
    ),
    "BB403": Message(
        "a number at most {width} in wide on a slide",
        "{excess} in more at its smallest size: `{text}`",
        "shorten its unit, or give the number in a larger unit",
    ),
    "BB404": Message(
        "characters that the fonts of the slides have",
        "{characters}",
        "write them in another way",
    ),
    "BB405": Message(
        "at most {limit} figures on a slide",
        "{found}",
        "take out {excess}, or give them a place in another area",
    ),
    "BB406": Message(
        "at most {limit} words of the source on a slide",
        "{found}: `{text}`",
        "quote {excess} words less",
    ),
    "BB407": Message(
        "at most {limit} slides",
        "{found}, with all {areas} areas sharing slides",
        "allow them with --max-slides {found}, or join areas",
    ),
    "BB408": Message(
        "a title of its own for every slide",
        "a title that another slide has too: `{text}`",
        "write another message or title",
    ),
    "BB409": Message(
        "an alternative text of at most {limit} characters for a chart",
        "{excess} more: `{text}`",
        "shorten the labels of its figures",
    ),
    "BB410": Message(
        "at most {limit} words on this slide",
        "{found}",
        "cut {excess} words of its title and labels",
        "warning",
    ),
    "BB411": Message(
        "a slide for all {figures} figures of `{area}`",
        "one that it shares, with its main figure; the others stand in the notes",
        "allow more slides with --max-slides {slides}, or give it a priority nearer to 1",
        "warning",
    ),
    "BB412": Message(
        "room for the chart of `{area}`",
        "{reason}; its figures stand on the slide without one",
        "{hint}",
        "warning",
    ),
    "BB420": Message(
        "the layout `{layout}` in the slide master",
        "{lacking}",
        "see assets/README.md for what it holds",
    ),
}
