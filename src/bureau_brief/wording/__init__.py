"""One language: its words, its numbers, its sentences.

In: a language code and, optionally, a user's folder of templates that is searched first.
Out: a Wording that makes finished strings of values. All of a language is data under
`templates/<language>/`; nothing here knows English from Chinese.
Not for: deciding what is said (`resolving`).
"""

import datetime as dt
import functools
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from bureau_brief.brief import Part, Saying, Text
from bureau_brief.brief import words as text
from bureau_brief.record import Converted, Earlier, Figure, Noun, Unit
from bureau_brief.resources import TEMPLATES
from bureau_brief.wording import numbers
from bureau_brief.wording.sentences import sentence
from bureau_brief.wording.words import Words, load


class Wording:
    """Makes finished strings in one language."""

    def __init__(self, language: str, folders: tuple[Path, ...]) -> None:
        self.language = language
        self.words: Words = load(folders)
        self._folders = folders

    def sentence(self, key: str, /, **values: str) -> str:
        """A sentence of the templates, filled in."""
        return sentence(self._folders, key, values)

    def text(self, key: str, /, figures: tuple[str, ...] = (), **values: str) -> Text:
        """The same as a finished Text that states `figures`."""
        return text(self.sentence(key, **values), f"templates:{key}", figures)

    def saying(self, key: str, **values: str) -> Saying:
        """A sentence with blanks (`{shown}`) that the layout fills."""
        doubled = {name: v.replace("{", "{{").replace("}", "}}") for name, v in values.items()}
        return Saying(sentence(self._folders, key, doubled), f"templates:{key}")

    def heading(self, key: str) -> Text:
        """A heading of words.toml."""
        return text(getattr(self.words.headings, key), f"words:headings.{key}")

    def number(self, figure: Figure, qualifier: str | None = None) -> tuple[Part, ...]:
        """A figure's number with qualifier and unit."""
        said = figure.qualifier if qualifier is None else qualifier
        return self.amount(figure.value, figure.unit, said)

    def amount(self, value: Decimal, unit: Unit | None, qualifier: str) -> tuple[Part, ...]:
        """A value with qualifier and unit."""
        return numbers.number_parts(self.words, value, unit, qualifier, self.language)

    def conversion(self, converted: Converted) -> str:
        """`($305,000)`: the amount as the source converted it."""
        parts = self.amount(converted.value, converted.unit, "exact")
        return self.words.numbers.converted.format(number=joined(parts))

    def noun(self, counts: Noun | None, value: Decimal) -> str:
        """The counted noun in the plural that `value` asks for; empty if there is none."""
        forms = counts.in_language(self.language) if counts else None
        return numbers.form(forms, numbers.plural(self.words, value)) if forms else ""

    def in_text(self, number: str, noun: str) -> str:
        """A number with its noun in running text."""
        return self.words.numbers.in_text.format(number=number, noun=noun) if noun else number

    def date(self, day: dt.date | None) -> str:
        """A date in the long form; empty for none."""
        return numbers.date(self.words, day) if day else ""

    def count(self, number: int) -> str:
        """A small count in words."""
        return numbers.count(self.words, number)

    def change(self, figure: Figure, before: Earlier) -> str:
        """`up from 310,000 (+8.3%)`."""
        difference = figure.value - before.value
        direction = "up" if difference > 0 else "down" if difference else "same"
        previous = joined(self.amount(before.value, figure.unit, before.qualifier))
        amount = numbers.change(self.words, figure) if difference else ""
        return self.sentence("change", direction=direction, previous=previous, change=amount)

    def listed(self, items: Sequence[str]) -> str:
        """The items as a list in running text: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        head = functools.reduce(lambda a, b: self.words.lists.more.format(a=a, b=b), items[:-1])
        return self.words.lists.two.format(a=head, b=items[-1])

    def stated(self, items: Sequence[str]) -> str:
        """`a; b; c`: statements side by side."""
        pattern = self.words.lists.statements
        return functools.reduce(lambda a, b: pattern.format(a=a, b=b), items) if items else ""


def joined(parts: Sequence[Part]) -> str:
    """What the parts say together."""
    return "".join(part.text for part in parts)


@functools.cache
def wording(language: str, own: Path | None = None) -> Wording:
    """The wording of `language`; `own` is a user's templates folder, searched first."""
    roots = (own, TEMPLATES) if own else (TEMPLATES,)
    return Wording(language, tuple(root / language for root in roots))
