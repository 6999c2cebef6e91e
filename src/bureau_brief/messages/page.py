"""BB3xx: the page."""

from collections.abc import Mapping

from bureau_brief.messages.message import Message

PAGE: Mapping[str, Message] = {
    "BB301": Message(
        "a text of at most {lines} lines on the page",
        "{found} lines: `{text}`",
        "cut about {excess} characters",
    ),
    "BB302": Message(
        "a text at most {width} pt wide on the page",
        "{excess} pt more: `{text}`",
        "shorten it, or break the long word with a hyphen",
    ),
    "BB303": Message(
        "characters that the page’s font has",
        "{characters}",
        "write them in another way, or name a font that has them",
    ),
    "BB304": Message(
        "rows that fit on one page",
        "{excess} pt too much even when set tightly",
        "take out about {figures} figures or shorten sentences to one line",
    ),
    "BB305": Message(
        "a number at most {width} pt wide",
        "{excess} pt more at its smallest size: `{text}`",
        "shorten its unit, or give the number in a larger unit",
    ),
    "BB306": Message(
        "office name and kind of document side by side",
        "{excess} pt too much: `{text}`",
        "cut about {characters} characters of the office’s name",
    ),
    "BB307": Message(
        "at most {limit} areas on one page",
        "{found}",
        "take out or join {excess} of them, or divide the file into several briefings",
    ),
    "BB309": Message(
        "at most {limit} figures of priority 1 in an area of an index, the main one counted",
        "another one in `{area}`: `{text}`",
        "give `{id}` a lower priority (2 to 9), or divide the file into several briefings",
    ),
    "BB310": Message(
        "room for all {all} figures of `{area}` on the page",
        "room for {shown}; left out: {dropped}",
        "give those that must stay a priority nearer to 1, shorten labels, or divide the file",
        "warning",
    ),
}
