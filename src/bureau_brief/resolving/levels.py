"""What only some levels of the page say: the index of many areas, large print.

In: a Speaker. Out: the Brief's Index and LargePrint, and an area's positions in the data file.
Not for: the foot of other pages (`frames`).
"""

from collections.abc import Iterator

from bureau_brief import brief
from bureau_brief.brief import Text, words
from bureau_brief.resolving.frames import sources
from bureau_brief.resolving.speaking import Speaker, count, counted
from bureau_brief.wording import fill


def finished_index(speaker: Speaker) -> brief.Index:
    """Heads of columns, and the line that says how much is shown."""
    wording = speaker.wording
    every = wording.digits(count(speaker.record))
    return brief.Index(
        columns=(
            wording.heading("programme"),
            wording.heading("main_result"),
            wording.heading("next_result"),
            wording.heading("rows"),
        ),
        context=speaker.naming("page_index", all=every),
    )


def finished_large_print(speaker: Speaker, date: str, periods: Text) -> brief.LargePrint:
    """The head without its kind of document, the foot without publisher and file."""
    wording = speaker.wording
    every = wording.digits(count(speaker.record))
    return brief.LargePrint(
        date=words(date, "published"),
        source=sources(speaker, "page_source", publisher=False),
        periods=periods,
        count=wording.saying("page_generated", file="", all=every),
    )


def rows(speaker: Speaker) -> Iterator[Text]:
    """The positions of each area's figures among all of the file, conversions counted."""
    digits, pattern = speaker.wording.digits, speaker.wording.words.lists.span
    end = 0
    for index, area in enumerate(speaker.record.areas):
        start, end = end + 1, end + sum(len(counted(figure)) for figure in area.figures)
        said = digits(start) if start == end else fill(pattern, a=digits(start), b=digits(end))
        yield words(said, f"areas[{index}].figures")
