"""Checks of what a page says: B9, B10, B12, X1.

In: a finished page, its plan, its Brief. Out: faults.
Not for: where text stands (`page_geometry`), except that X1 looks a slot up at its place.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from bureau_brief.brief import Brief, Figure, Text
from bureau_brief.outputs.page.values import Page, PlacedLine, TextBox
from tests.checks.page_file import (
    Glyph,
    finished,
    folded,
    follows,
    foot,
    reader_text,
    said,
)

_HYPHENS = re.compile("[-\u00ad\ufffe]")  # PDFium reads one at a line's end as U+FFFE
_BRACKET = re.compile(r"[(（][^)）]*[)）]")
_DIGITS = re.compile(r"\d[\d.,]*")
_BOUNDARY = (r"(?<![\d.,$€£¥₹])", r"(?!\d|[.,]\d)")


def figures_once_with_their_qualifier(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B9: between headline and footer each figure stands once, its qualifier before it.

    What is said beside a figure of its target, its past and its series is no figure of its own.
    """
    body = _body(pdf, page)
    for figure in brief.figures().values():
        body = body.replace(f"({folded(str(figure.verdict))})", "")
    figures = [figure for figure in brief.figures().values() if figure.id in page.shown]
    faults = list(_wrongly_often(Counter(map(_bare, figures)), body))
    full = Counter(_with_conversion(figure) for figure in figures)
    faults += [
        f"`{text}` is not said {times} times"
        for text, times in full.items()
        if _count(text, body.replace(" | (", " (")) < times  # a bracket may open the next line
    ]
    return faults + list(_wrongly_qualified(figures, body))


def _wrongly_often(wanted: Counter[str], body: str) -> Iterator[str]:
    """Numbers that stand more or less often than they should; `4 days` before `4`."""
    for bare in sorted(wanted, key=len, reverse=True):
        found = _count(bare, body)
        if found != wanted[bare]:
            yield f"`{bare}` stands {found} times, not {wanted[bare]}"
        body = _bounded(bare).sub("#", body)


def _wrongly_qualified(figures: list[Figure], body: str) -> Iterator[str]:
    """An exact figure after a qualifier of another one."""
    qualifiers = {folded(f.number.part("qualifier")) for f in figures} - {""}
    qualified = {_full(figure) for figure in figures if figure.number.part("qualifier")}
    for text in sorted(qualified, key=len, reverse=True):
        body = _bounded(text).sub("#", body)
    for figure in figures:
        for qualifier in qualifiers if not figure.number.part("qualifier") else ():
            text = f"{qualifier} {_full(figure)}"
            if _count(text, body):
                yield f"`{text}`: the figure has no qualifier"


def no_unknown_number(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B10: no digit is left when known numbers, dates and the sayings are taken out."""
    rest = _separated(finished(pdf).glyphs)
    for known in sorted(_known(brief, page), key=len, reverse=True):
        pattern = re.escape(known)
        if known[0].isdigit():
            pattern = _BOUNDARY[0] + pattern
        if known[-1].isdigit():
            pattern += _BOUNDARY[1]
        rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
    return [f"`{number}`" for number in _DIGITS.findall(rest)]


def _known(brief: Brief, page: Page) -> set[str]:
    """What may hold digits: numbers of figures, and whole texts that state no figure."""
    figures = brief.figures().values()
    foot = brief.footer
    texts: list[Text] = [
        brief.organisation,
        brief.type_date,
        brief.context,
        foot.source[1],
        foot.notes[1],
        foot.short_notes,
        foot.contact,
        foot.generated[1].fill(shown=len(page.shown)),
        *(area.name for area in brief.areas),
        *(area.rows for area in brief.areas),
        *(area.sentence for area in brief.areas if not area.sentence.figures),
        brief.index.context.fill(shown=len(page.shown)),
        brief.large_print.count.fill(shown=len(page.shown)),
        *(brief.large_print.date, brief.large_print.source, brief.large_print.periods),
        *(text for f in figures for text in _beside(f)),
        *(text for f in figures for row in _particulars(f) for text in row),
        *(text for f in figures for text in (f.number, f.noun, f.period, *_plain_labels(f))),
    ]
    known = {folded(str(text)) for text in texts} | {_bare(figure) for figure in figures}
    known |= {bracket for figure in figures if (bracket := _conversion(figure))}
    return {text for text in known if _DIGITS.search(text)}


def _beside(figure: Figure) -> Iterator[Text]:
    """What is said of a figure's past, its target and its series."""
    yield from (figure.change, figure.verdict)
    if figure.target:
        yield figure.target.mark
    if figure.series:
        yield figure.series.change
        values = [point.value for point in figure.series.points if point.value is not None]
        low, high = math.floor(min(values)), math.ceil(max(values))
        yield figure.series.scale.fill(low=low, high=high)
        for point in figure.series.points:
            yield from (point.period, point.label, point.number)


def _particulars(figure: Figure) -> list[tuple[Text, Text]]:
    said = figure.particulars
    return [*([said.quote] if said.quote else []), *said.rows(compared=True)]


def _plain_labels(figure: Figure) -> tuple[Text, ...]:
    """Its label, if no number of a figure stands in it."""
    return () if figure.label.figures else (figure.label,)


def words_are_the_plans(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """B12: the file's text is the plan's, word for word and space for space.

    Twice: character by character in the order it is drawn (what is heard: a line that ends
    without a space glues two words), and word by word as PDFium extracts it (what is copied).
    """
    wanted = [_text(box) for box in page.text_boxes()]
    drawn = said(finished(pdf).glyphs)
    faults = _first_difference(drawn, "".join(wanted))
    return faults + _different_words(reader_text(pdf).split(), " ".join(wanted).split())


def _unbroken(words: list[str]) -> list[str]:
    """Words without hyphens, cut behind slashes: a line may break there."""
    return _HYPHENS.sub("", " ".join(words)).replace("/", "/ ").split()


def _first_difference(found: str, wanted: str) -> list[str]:
    for index, (one, other) in enumerate(zip_longest(found, wanted)):
        if one != other:
            near = slice(max(0, index - 20), index + 20)
            return [f"`{found[near]}`, not `{wanted[near]}`"]
    return []


def _different_words(found: list[str], wanted: list[str]) -> list[str]:
    found, wanted = (_unbroken(words) for words in (found, wanted))
    known = set(wanted)
    faults = [f"`{word}` is no word of the plan" for word in found if word not in known]
    if not faults and found != wanted:
        faults = _first_difference(" ".join(found), " ".join(wanted))
    return faults


def slots_say_their_texts(pdf: bytes, page: Page, brief: Brief) -> list[str]:
    """X1: what stands at the place of each slot is its text, and states its figures."""
    glyphs = finished(pdf).glyphs
    faults = []
    for box in page.text_boxes():
        found = "".join(_at(glyphs, line) for line in box.lines).strip()
        if found != _text(box):
            faults.append(f"{box.slot}: `{found}`, not `{_text(box)}`")
        faults += [
            f"{box.slot}: {id_} is not in `{found}`"
            for text in (box.texts if box.slot not in ("quote", "particular") else ())
            for id_ in text.figures
            if not _count(_number_of(brief, id_).casefold(), found.casefold())
        ]
    return faults + list(_strangers(page, brief))


def _strangers(page: Page, brief: Brief) -> Iterator[str]:
    """Figures that stand in the row of another area."""
    areas = {folded(str(area.name)): area for area in brief.areas}
    only = brief.areas[0].figures if len(brief.areas) == 1 else ()
    own = {id_ for figure in only for id_ in figure.ids}  # a title before the first area
    row = ""
    for box in page.text_boxes():
        if box.role == "H2":
            row = _text(box)
            own = {id_ for figure in areas[row].figures for id_ in figure.ids}
        elif box.slot in _OF_ONE_AREA:
            strange = [id_ for id_ in box.texts[0].figures if id_ not in own]
            yield from (f"{box.slot}: {id_} stands under {row}" for id_ in strange)


_OF_ONE_AREA = ("number", "evidence", "bar", "part", "whole")


def _at(glyphs: tuple[Glyph, ...], line: PlacedLine) -> str:
    """The glyphs on the place of a line, from left to right."""
    left, right = line.x - 0.5, line.x + line.line.width + 0.5
    there = [
        glyph
        for glyph in glyphs
        if abs(glyph.baseline - line.baseline) < 0.5 and left < (glyph.x0 + glyph.x1) / 2
        if glyph.x0 < right
    ]
    text = said(sorted(there, key=lambda glyph: glyph.x0))
    return text if text.endswith(" ") else text + " " * line.line.text.endswith((" ", "\u00a0"))


def _body(pdf: bytes, page: Page) -> str:
    """The text between headline and context, and the footer."""
    found, footer = finished(pdf), foot(pdf, page)
    head = _HEAD if not page.level.endswith("hero") else _HEAD[:1]  # there the context stands below
    top = max(box.lines[-1].baseline for box in page.text_boxes() if box.slot in head)
    beside = [box.box for box in page.text_boxes() if box.slot in _BESIDE]
    return _separated(
        glyph
        for glyph in found.glyphs
        if top + 1 < glyph.baseline < footer
        and not any(b.x0 - 0.5 <= glyph.x0 <= b.x1 and b.y0 < glyph.baseline < b.y1 for b in beside)
    )


_BESIDE = (
    "rows",
    "quote",
    "particular",
    "change",
    "verdict",
    "target",
    "point",
    "period",
    "caption",
)
_HEAD = ("office", "headline", "context")


def _separated(glyphs: Iterable[Glyph]) -> str:
    """The text of glyphs, a bar between what stands apart and is not joined by a space."""
    out = ""
    for last, glyph in pairwise([None, *glyphs]):
        if last and glyph and not last.text.isspace() and not follows(last, glyph):
            out += " | "
        out += glyph.text if glyph else ""
    return folded(out)


def _count(text: str, body: str) -> int:
    return len(_bounded(text).findall(body))


def _bounded(text: str) -> re.Pattern[str]:
    """`text` where no digit goes on before or behind it."""
    before, after = _BOUNDARY
    return re.compile(f"{before}{re.escape(text)}{after}")


def _full(figure: Figure) -> str:
    return folded(str(figure.number))


def _bare(figure: Figure) -> str:
    """Number and unit without the qualifier."""
    kept = "".join(part.text for part in figure.number.parts if part.kind != "qualifier")
    return folded(kept).strip()


def _conversion(figure: Figure) -> str:
    """The bracket that opens the label of a converted amount."""
    if len(figure.ids) == 1:
        return ""
    found = _BRACKET.search(folded(str(figure.label)))
    return found.group() if found else "(a conversion)"


def _with_conversion(figure: Figure) -> str:
    return f"{_full(figure)} {_conversion(figure)}".strip()


def _number_of(brief: Brief, id_: str) -> str:
    figure = next(f for f in brief.figures().values() if id_ in f.ids)
    return _full(figure) if id_ == figure.id else _conversion(figure)


def _text(box: TextBox) -> str:
    return folded(" ".join(str(text) for text in box.texts))
