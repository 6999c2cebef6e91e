"""One language: its words, its numbers, its sentences.

In: a language code and, optionally, a user's folder of templates that is searched first.
Out: a Wording that makes finished strings of values. All of a language is data under
`templates/<language>/`; nothing here knows English from Chinese.
Not for: deciding what is said (`resolving`).
"""

import datetime as dt
import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from bureau_brief.brief import Part, Saying, Text
from bureau_brief.brief import words as text
from bureau_brief.problems import Place, Problems, problem
from bureau_brief.record import Converted, Earlier, Figure, Noun, Unit
from bureau_brief.resources import TEMPLATES
from bureau_brief.wording import numbers, sentences
from bureau_brief.wording.checking import BLANKS
from bureau_brief.wording.files import SUFFIX, WORDS_FILE, check_own
from bureau_brief.wording.words import Words, load


class Wording:
    """Makes finished strings in one language."""

    def __init__(self, language: str, folders: tuple[Path, ...]) -> None:
        self.language = language
        self.words: Words = load(folders)
        self._folders = folders
        headings = self.words.headings._asdict().items()
        self._headings = {key: text(said, f"words:headings.{key}") for key, said in headings}
        bound = "|".join(map(re.escape, self.words.lists.bind))
        self._articles = re.compile(rf"(?<!\S)({bound}) ", re.IGNORECASE) if bound else None

    def sentence(self, key: str, /, **values: str) -> str:
        """A sentence of the templates, filled in."""
        return sentences.sentence(self._folders, key, values)

    def text(self, key: str, /, figures: tuple[str, ...] = (), **values: str) -> Text:
        """The same as a finished Text that states `figures`."""
        said = sentences.sentence(self._folders, key, values)
        return text(said, f"templates:{key}", figures)

    def saying(self, key: str, **values: str) -> Saying:
        """A sentence with blanks (`{shown}`) that the layout fills."""
        pattern = sentences.saying(self._folders, key, values)
        group = self.digits(1000).strip("10")
        return Saying(pattern, f"templates:{key}", group)

    def heading(self, key: str) -> Text:
        """A heading of words.toml."""
        return self._headings[key]

    def amount(self, value: Decimal, unit: Unit | None, qualifier: str) -> tuple[Part, ...]:
        """A value with qualifier and unit."""
        return numbers.number_parts(self.words, value, unit, qualifier, self.language)

    def series(
        self, values: Sequence[Decimal], qualifiers: Sequence[str], unit: Unit | None
    ) -> list[tuple[Part, ...]]:
        """Values that stand side by side, all in one form."""
        shape = numbers.shared_shape(self.words, values, unit)
        return [
            numbers.number_parts(self.words, value, unit, qualifier, self.language, shape)
            for value, qualifier in zip(values, qualifiers, strict=True)
        ]

    def conversion(self, converted: Converted) -> str:
        """`($305,000)`: the amount as the source converted it."""
        parts = self.amount(converted.value, converted.unit, "exact")
        return fill(self.words.numbers.converted, number=joined(parts))

    def noun(self, counts: Noun | None, value: Decimal) -> str:
        """The counted noun in the plural that `value` asks for; empty if there is none."""
        return numbers.noun(self.words, counts, value, self.language) if counts else ""

    def in_text(self, number: str, noun: str, conversion: str = "") -> str:
        """A number with its conversion and its noun in running text."""
        said = self.words.numbers
        if conversion:
            number = fill(said.converted_after, number=number, conversion=conversion)
        return fill(said.in_text, number=number, noun=noun) if noun else number

    def date(self, day: dt.date | None) -> str:
        """A date in the long form; empty for none."""
        return numbers.date(self.words.locale, day, self.words.numbers.join) if day else ""

    def count(self, number: int) -> str:
        """A small count in words."""
        return numbers.count(self.words, number)

    def digits(self, number: int) -> str:
        """A count in digits."""
        return numbers.plain(self.words, Decimal(number))

    def form(self, number: int) -> str:
        """The plural category of a count, for sentences that say it."""
        return numbers.plural(self.words, Decimal(number))

    def change(self, figure: Figure, before: Earlier, period: str = "") -> str:
        """`up from 310,000 (+8.3%)`."""
        return self.sentence(
            "change",
            direction=numbers.direction(figure, before),
            previous=joined(self.amount(before.value, figure.unit, before.qualifier)),
            change=numbers.change(self.words, figure, before),
            period=period,
        )

    def change_since(self, figure: Figure, first: Earlier, number: str, period: str) -> str:
        """`up from 39,400 in 2021 (+22.4%)`: since the first period of a series."""
        return self.sentence(
            "change_since",
            direction=numbers.direction(figure, first),
            previous=number,
            period=period,
            change=numbers.change(self.words, figure, first),
            better=figure.better,
        )

    def compared(self, figure: Figure, before: Earlier, period: str) -> str:
        """`310,000 in 2019 (+8.3%)`."""
        return self.sentence(
            "page_compared",
            previous=joined(self.amount(before.value, figure.unit, before.qualifier)),
            period=period,
            change=numbers.change(self.words, figure, before),
        )

    def listed(self, items: Sequence[str]) -> str:
        """The items as a list in running text: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        head = self._folded(self.words.lists.more, items[:-1])
        return fill(self.words.lists.two, a=head, b=items[-1])

    def stated(self, items: Sequence[str]) -> str:
        """`a; b; c`: statements side by side."""
        return self._folded(self.words.lists.statements, items)

    def following(self, items: Sequence[str]) -> str:
        """`A. B.`: whole sentences one after the other."""
        return self._folded(self.words.lists.sentences, items)

    def bound(self, title: str) -> str:
        """A title whose articles are not left at the end of a line."""
        return self._articles.sub("\\1\u00a0", title) if self._articles else title

    def _folded(self, pattern: str, items: Sequence[str]) -> str:
        return functools.reduce(lambda a, b: fill(pattern, a=a, b=b), items) if items else ""


def fill(pattern: str, **values: str) -> str:
    """A pattern of words.toml with its blanks filled; what is filled in is not read again."""
    return "".join([values[text] if blank else text for blank, text in blanks(pattern)])


@functools.cache
def blanks(pattern: str) -> tuple[tuple[bool, str], ...]:
    """The blanks of a pattern (True) and what stands between them."""
    return tuple((index % 2 == 1, text) for index, text in enumerate(BLANKS.split(pattern)))


def joined(parts: Sequence[Part]) -> str:
    """What the parts say together."""
    return "".join(part.text for part in parts)


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@functools.cache
def wording(language: str, own: Path | None = None) -> Wording:
    """The wording of `language`; `own` is a user's templates folder, searched first.

    Raises Problems: no such language, or something in its files that may not be there.
    """
    if not _LANGUAGE.fullmatch(language):
        raise Problems([problem("BB201", Place("", "templates"), language=language)])
    if own is None:
        return Wording(language, (TEMPLATES / language,))
    check_own(own, language, [WORDS_FILE, *(key + SUFFIX for key in sentences.SENTENCES)])
    folders = (own / language, TEMPLATES / language)
    sentences.check(folders)
    return Wording(language, folders)
