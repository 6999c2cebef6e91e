"""What only some levels of the page say: the index of many areas, large print.

In: a Speaker. Out: the Brief's Index and LargePrint, and an area's positions in the data file.
Not for: the foot of other pages (`frames`).
"""

from bureau_brief import brief
from bureau_brief.brief import Text, words
from bureau_brief.resolving.frames import sources
from bureau_brief.resolving.periods import of_areas
from bureau_brief.resolving.speaking import Speaker, count, counted
from bureau_brief.wording import fill


def finished_index(speaker: Speaker) -> brief.Index:
    """Heads of columns, and the line that says how much is shown."""
    wording, record = speaker.wording, speaker.record
    every = wording.digits(count(record))
    return brief.Index(
        columns=(
            wording.heading("programme"),
            wording.heading("main_result"),
            wording.heading("next_result"),
            wording.heading("rows"),
        ),
        context=wording.saying("page_index", file=record.file, all=every),
    )


def finished_large_print(speaker: Speaker, date: str) -> brief.LargePrint:
    """The head without its kind of document, the foot without publisher and file."""
    wording, record = speaker.wording, speaker.record
    periods = of_areas(speaker, record.figures().values())
    every = wording.digits(count(record))
    return brief.LargePrint(
        date=words(date, "published"),
        source=sources(speaker, "page_source", publisher=False),
        periods=periods,
        count=wording.saying("page_generated", file="", all=every),
    )


def rows(speaker: Speaker, index: int) -> Text:
    """The positions of an area's figures among all of the file, conversions counted."""
    areas = speaker.record.areas
    counts = [sum(len(counted(figure)) for figure in area.figures) for area in areas[: index + 1]]
    start, end = sum(counts[:-1]) + 1, sum(counts)
    digits, pattern = speaker.wording.digits, speaker.wording.words.lists.span
    said = digits(start) if start == end else fill(pattern, a=digits(start), b=digits(end))
    return words(said, f"areas[{index}].figures")
