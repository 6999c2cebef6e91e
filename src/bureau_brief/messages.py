"""Every message of the program, by code.

In: nothing. Out: what was expected, what was found, and a hint, with `{names}` that `problems`
fills in. They stand here together so that all of them can be read, and mended, on one page.
Plain words, lower case, no full stop, backticks round names.
Not for: finding problems.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Message(NamedTuple):
    """What was expected, what was found instead, and how to mend it (`{name}` is filled in)."""

    expected: str
    found: str
    hint: str
    severity: Severity = "error"


MESSAGES: Mapping[str, Message] = {
    # BB001-BB032: the form of the data file (reading)
    "BB001": Message(
        "a data file of this program",
        "none of its fields",
        "it starts with `bureau_brief: 1`; README shows the smallest one",
    ),
    "BB002": Message("`{key}`", "nothing", "{hint}"),
    "BB003": Message("{expected}", "{found}", "{hint}"),
    "BB004": Message("a value", "nothing", "fill it in, or take the line out"),
    "BB005": Message("a known key", "`{key}`", "{hint}"),
    "BB006": Message("each key once", "`{key}` again, first in line {line}", "keep one of them"),
    "BB007": Message("{expected}", "`{found}`", "write it in that form"),
    "BB008": Message("{choices}", "{found}", "{hint}"),
    "BB009": Message(
        "a whole number from {low} to {high}", "{found}", "write one of these numbers"
    ),
    "BB010": Message("{low} to {high} items", "{count}", "take some out, or add what is missing"),
    "BB011": Message("a text of at most {limit} characters", "{length}", "cut {excess} characters"),
    "BB012": Message("a number", "`{found}`", "{hint}"),
    "BB013": Message(
        "at most {digits} digits before the point and {decimals} after it",
        "`{found}`",
        "give the number in a larger unit",
    ),
    "BB014": Message("a date as YYYY-MM-DD", "{found}", "write a date such as 2021-01-13"),
    "BB015": Message("a language code", "`{key}`", "{hint}"),
    "BB016": Message("a plural form: zero, one, two, few, many or other", "`{found}`", "{hint}"),
    "BB017": Message(
        "characters that can be printed",
        "the invisible character {character}",
        "type the text again without it",
    ),
    "BB020": Message("a file that can be read", "{reason}", "check its name and folder"),
    "BB021": Message(
        "a file whose name ends in .yaml, .yml or .json", "{found}", "save the data as YAML or JSON"
    ),
    "BB022": Message(
        "a file of at most {limit} MB", "a larger one", "divide it into several briefings"
    ),
    "BB023": Message(
        "text saved as UTF-8", "{found}", "save the file again with the encoding UTF-8"
    ),
    "BB024": Message(
        "characters that can be printed",
        "the control character {character}",
        "delete it and type on",
    ),
    "BB025": Message("{kind} that can be read", "{found}", "{hint}"),
    "BB026": Message("plain values", "the tag `{tag}`", "take the tag out"),
    "BB027": Message(
        "an alias of something that stands above it",
        "`*{name}`",
        "put quotes round a text that starts with `*`, or anchor the value with `&{name}`",
    ),
    "BB028": Message(
        "at most {limit} values in a file", "more", "write values out, or divide the file"
    ),
    "BB029": Message(
        "lists and mappings at most {limit} deep", "deeper ones", "take some levels out"
    ),
    "BB030": Message("one document in a file", "a second one", "take the line `---` out"),
    "BB031": Message(
        "a word as a key", "a list or a mapping", "put quotes round a text that starts with a brace"
    ),
    "BB032": Message("fewer problems", "{limit} and more", "mend these first"),
    # BB041-BB074: what the fields of the data file mean together (reading)
    "BB041": Message(
        "an id that no other {what} has", "`{id}` again, first in line {line}", "rename one of them"
    ),
    "BB042": Message("the id of a figure", "`{id}`", "{hint}"),
    "BB043": Message("the id of a source", "`{id}`", "{hint}"),
    "BB044": Message(
        "a figure cited as {{id}} or {{id.number}}, {{id.label}}, {{id.scope}}, {{id.change}}",
        "`{found}`",
        "write {{{{ for a brace that is printed",
    ),
    "BB045": Message(
        "a text without braces", "a brace", "figures are cited in titles, labels and sentences only"
    ),
    "BB046": Message(
        "the id of a figure",
        "`{{count}}`",
        "only `closing_title` can print the number of figures",
    ),
    "BB047": Message("a label that does not end in itself", "a circle through `{id}`", "{hint}"),
    "BB048": Message(
        "a figure with `{field}`",
        "`{{{id}.{attribute}}}`, but `{id}` has none",
        "give the figure its `{field}`, or cite it without .{attribute}",
    ),
    "BB049": Message(
        "one main figure in an area", "another one; the first is in line {line}", "unmark one"
    ),
    "BB050": Message(
        "one area that leads", "another one; the first is in line {line}", "unmark one"
    ),
    "BB051": Message(
        "one overview figure in an area", "another one; the first is in line {line}", "unmark one"
    ),
    "BB052": Message("at most {limit} figures on the overview", "{count}", "unmark some"),
    "BB053": Message(
        "a figure of the area `{area}`", "`{id}`", "compare figures of one area, or move it here"
    ),
    "BB054": Message(
        "figures in the same unit ({unit}, as `{first}`)",
        "{found}",
        "compare only what one scale can show",
    ),
    "BB055": Message(
        "exact or estimated figures from zero up",
        "{found} at `{id}`",
        "a bound or a negative number has no bar: take it out",
    ),
    "BB056": Message(
        "this text in `{language}`", "none", "add it, or do not ask for this language"
    ),
    "BB057": Message(
        "texts in `{language}`", "only {have}", "add them, or ask for another language"
    ),
    "BB058": Message("another id", "`{id}`", "`{{count}}` prints the number of figures: rename it"),
    "BB059": Message(
        "a file in the data file’s folder or below", "`{found}`", "copy the file there"
    ),
    "BB060": Message("a file that is there", "no `{found}`", "copy it there, or mend its name"),
    "BB061": Message("the code `{unit}`", "`{found}`", "write `unit: {unit}`"),
    "BB062": Message("each of them once", "`{id}` again", "take one out"),
    "BB063": Message(
        "at most {limit} characters when the labels are filled in", "more", "cite fewer labels"
    ),
    "BB064": Message("at most {limit} figures", "{count}", "divide the file"),
    "BB065": Message("another figure", "`{id}` itself", "name the figure that it led to"),
    "BB071": Message(
        "a source",
        "none for {what}",
        "describe it under `sources` and name it in `source`",
        "warning",
    ),
    "BB072": Message(
        "figures cited by their ids",
        "{found} typed by hand",
        "cite the figure, or put what is part of a name in brackets: `[24/7]`",
        "warning",
    ),
    "BB073": Message(
        "`unit` or `counts`",
        "neither at `{id}`",
        "say what is counted, so that texts can cite the figure",
        "warning",
    ),
    "BB074": Message(
        "one value for one label, unit and period",
        "`{id}` and `{other}` (line {line}) with different values",
        "mend one of them, or say in the labels how they differ",
        "warning",
    ),
    # BB1xx: figures that contradict each other (arithmetic)
    "BB101": Message(
        "{computed}, that is `{part}` / `{whole}` ({sum})",
        "{value}",
        "mend the rate, its part or its whole",
    ),
    "BB102": Message(
        "0 to 100 per cent of a whole", "{value}", "mend the value, or take `rate_of` out"
    ),
    "BB103": Message(
        "at most {whole}, the value of its whole `{id}`",
        "{value}",
        "mend a value, or say with `qualifier` that one of them is not exact",
    ),
    "BB104": Message(
        "another figure", "a circle back to `{id}`", "name the figure that is the whole"
    ),
    "BB105": Message(
        "one value for one period",
        "{value}, but {earlier} in `{other}`",
        "mend one of them, or its period",
    ),
    "BB106": Message(
        "each period once", "`{period}` again, first in point {index}", "take one out"
    ),
    "BB107": Message(
        "another unit than the original’s", "the same unit", "give the unit of the conversion"
    ),
    "BB108": Message(
        "a whole above zero",
        "{value} for `{id}`",
        "nothing is a share of that: take the relation out",
    ),
    "BB109": Message(
        "`unit: percent` for a rate of a whole", "another unit or none", "write `unit: percent`"
    ),
    "BB110": Message(
        "a rate that its source states",
        "a rate of `{id}`, which is `{qualifier}`",
        "give the source’s phrase in `source.stated`, or take the rate out",
    ),
    "BB111": Message(
        "a part in the unit of its whole `{id}` ({unit})", "{found}", "mend one of the units"
    ),
    # BB2xx: words and templates (wording)
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
    # BB3xx: the page
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
    # BB4xx: the deck
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
        "{found}",
        "join areas until there are {areas}, that is {excess} fewer",
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
    "BB420": Message(
        "the layout `{layout}` in the slide master",
        "{lacking}",
        "see assets/README.md for what it holds",
    ),
    # BB5xx: files and options
    "BB501": Message(
        "a folder that can be written", "{reason}", "choose another one with -o, or free this one"
    ),
}
