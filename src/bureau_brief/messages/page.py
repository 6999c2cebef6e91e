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
        "take out about {count} figures or shorten sentences to one line",
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
    "BB308": Message(
        "areas that an index has room for",
        "{excess} pt too much with one line for most of them",
        "take out or join about {count} areas, or shorten names and labels to one line",
    ),
    "BB309": Message(
        "at most {limit} figures of priority 1 in `{area}`, the main one counted",
        "one more than the index of all areas has room for: `{text}`",
        "give `{id}` a lower priority (2 to 9), or divide the file into several briefings",
    ),
    "BB310": Message(
        "room for all {all} figures of `{area}` on the page",
        "room for {shown}; left out: {dropped}",
        "give those that must stay a priority nearer to 1, shorten labels, or divide the file",
        "warning",
    ),
    "BB311": Message(
        "rows that fit on one page in large print",
        "{excess} pt too much",
        "take out about {count} areas, shorten sentences and labels, or leave out --large-print",
    ),
    "BB312": Message(
        "letters that stand alone and are read from left to right",
        "{characters}",
        "type an accented letter as one character; leave out emoji and writing from right to left",
    ),
    "BB313": Message(
        "room for the whole context on the page",
        "left out: `{dropped}`",
        "nothing, if that may go; else shorten the context, or divide the file",
        "warning",
    ),
}
