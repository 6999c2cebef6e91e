"""A Record as a sign-off: every figure with source, phrase and checks, in one language.

In: a checked Record, a language, optionally a user's folder of templates. Out: a brief.SignOff.
Not for: the places of the figures (the plan of the sign-off).
"""

from pathlib import Path

from bureau_brief.arithmetic import Amount, Sum, sums
from bureau_brief.brief import Text, words
from bureau_brief.brief.signing import Entry, SignOff
from bureau_brief.record import Figure, Record
from bureau_brief.resolving.figures import read_out
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.values import replace
from bureau_brief.wording import fill, joined, wording

LINES = ("name", "date", "signature")


def sign_off(record: Record, language: str, templates: Path | None = None) -> SignOff:
    """The sign-off of `record` in `language`. Raises Problems of the templates."""
    speaker = Speaker(record, wording(language, templates))
    said, checks = speaker.wording, sums(record)
    figure, source, checked, shown = (
        said.heading(key) for key in ("figure", "phrase", "checks", "shown")
    )
    return SignOff(
        title=said.heading("sign_off"),
        subtitle=_subtitle(speaker),
        columns=(figure, source, checked, shown),
        entries=tuple(_entry(speaker, one, checks) for one in record.figures().values()),
        lines=tuple(said.heading(key) for key in LINES),
        page=said.heading("page"),
        slide=said.saying("sign_off_slide"),
        number=said.saying("sign_off_page"),
        join=said.words.lists.more,
    )


def _subtitle(speaker: Speaker) -> Text:
    """What is signed; shorter: without the name of the data file, which may be in any script."""
    record, said = speaker.record, speaker.wording
    whole, unnamed = (
        said.text(
            "sign_off",
            organisation=speaker.plain(record.organisation),
            document=speaker.plain(record.document),
            date=said.date(record.published),
            file=file,
        )
        for file in (record.file, "")
    )
    return replace(whole, shorter=unnamed)


def _entry(speaker: Speaker, figure: Figure, checks: tuple[Sum, ...]) -> Entry:
    own = [check for check in checks if figure.id in check.ids]
    formulas = [check.said(lambda amount: _number(speaker, amount)) for check in own]
    path = speaker.known[figure.id].path
    return Entry(
        figure.id,
        figure=read_out(speaker, figure),
        source=_source(speaker, figure, path),
        checks=words(speaker.wording.stated(formulas), path),
    )


def _source(speaker: Speaker, figure: Figure, path: str) -> Text:
    found = figure.source
    if found is None:
        return words("", path)
    stated = fill(speaker.wording.words.quotes.words, x=found.stated) if found.stated else ""
    said = speaker.wording.sentence(
        "sign_off_source",
        source=speaker.source(found.ref),
        at=speaker.plain(found.at),
        stated=stated,
    )
    return words(said, path)


def _number(speaker: Speaker, amount: Amount) -> str:
    return joined(speaker.wording.amount(amount.value, None, amount.qualifier))
