"""What will be said: a Record and one language resolved into a Brief.

In: a checked Record, a language that all its texts have, optionally a user's folder of
templates. Out: a Brief: every number formatted, every sentence written, every order fixed.
Not for: sizes, places, and what fits.
"""

from pathlib import Path

from bureau_brief.brief import MOST_SLIDES, Brief
from bureau_brief.record import Record
from bureau_brief.resolving.areas import finished_areas
from bureau_brief.resolving.choosing import lead_area
from bureau_brief.resolving.frames import (
    finished_closing,
    finished_cover,
    finished_footer,
    finished_overview,
    finished_parts,
    finished_shared,
)
from bureau_brief.resolving.levels import finished_index, finished_large_print
from bureau_brief.resolving.periods import of_areas
from bureau_brief.resolving.slides import told_apart
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.wording import wording


def resolve(
    record: Record,
    language: str,
    templates: Path | None = None,
    most_slides: int = MOST_SLIDES,
) -> Brief:
    """The Brief of `record` in `language`. Raises Problems of the templates.

    Areas share slides where a deck of `most_slides` is too short for all of them.
    """
    speaker = Speaker(record, wording(language, templates))
    words = speaker.wording
    areas = told_apart(speaker, finished_areas(speaker))
    headline = speaker.title(record.headline, "headline")
    cover_line, cover_notes = finished_cover(speaker, headline)
    periods = of_areas(speaker, speaker.figures.values())
    document, date = speaker.said(record.document, "document"), words.date(record.published)
    return Brief(
        language=language,
        locale=words.words.locale,
        organisation=speaker.said(record.organisation, "organisation"),
        document=document,
        type_date=words.text("type_date", document=str(document), date=date),
        headline=headline,
        context=speaker.shortened(record.context, "context"),
        cover_line=cover_line,
        cover_notes=cover_notes,
        lead=lead_area(record).id,
        areas=areas,
        overview=finished_overview(speaker, areas, headline),
        shared=finished_shared(speaker, areas, most_slides),
        closing=finished_closing(speaker, periods),
        parts=finished_parts(speaker),
        footer=finished_footer(speaker, periods),
        index=finished_index(speaker),
        large_print=finished_large_print(speaker, date, periods),
        marker=words.saying("marker"),
        logo_alt=speaker.said(record.logo.alt if record.logo else None, "logo.alt"),
        published=record.published.isoformat() if record.published else "",
    )
