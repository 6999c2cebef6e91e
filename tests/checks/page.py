"""The checks of a finished page, by the numbers of the design's table.

In: the bytes of a PDF, the Page it was drawn from, the Brief it says. Out: CHECKS, and `faults`,
everything that they find.
"""

from collections.abc import Callable, Mapping

from bureau_brief.brief import Brief
from bureau_brief.outputs.page.values import Page
from tests.checks import page_geometry, page_marks, page_tags, page_text

Check = Callable[[bytes, Page, Brief], list[str]]

CHECKS: Mapping[str, Check] = {
    "B1": page_geometry.one_page_of_the_right_size,
    "B2": page_geometry.glyphs_inside_margins,
    "B3": page_geometry.few_sizes_above_the_floor,
    "B4": page_marks.fonts_are_embedded,
    "B5": page_marks.contrast_as_rendered,
    "B6": page_geometry.no_overlapping_words,
    "B7": page_geometry.no_empty_band,
    "B8": page_geometry.lines_start_on_stops,
    "B9": page_text.figures_once_with_their_qualifier,
    "B10": page_text.no_unknown_number,
    "B11": page_tags.tags_say_what_the_page_says,
    "B12": page_text.words_are_the_plans,
    "B13": page_marks.bars_show_their_values,
    "B14": page_marks.fills_are_safe_in_grey,
    "B15": page_marks.small_enough,
    "B16": page_geometry.text_stays_in_its_box,
    "X1": page_text.slots_say_their_texts,
    "X5": page_marks.contrast_in_grey,
}


def faults(pdf: bytes, page: Page, brief: Brief) -> dict[str, list[str]]:
    """What each check finds, without those that find nothing."""
    found = {name: check(pdf, page, brief) for name, check in CHECKS.items()}
    return {name: list_ for name, list_ in found.items() if list_}
