"""Invented data files: any size, every relation and qualifier, several languages.

In: a seed and a Size, or Hypothesis. Out: data files as plain mappings, and as JSON on disk; the
same seed and size give the same file. `data_files()` is the strategy for property tests, `sweep`
the same kind of file by number. The files pass the checks of reading unless a Size says
otherwise; whether they fit a page or a deck is what tests ask.
Not for: files that are wrong (`tests/data/broken`).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Literal, NamedTuple

from hypothesis import strategies as st

Data = dict[str, Any]
Length = Literal["short", "medium", "limit", "over"]

MOST_AREAS, MOST_FIGURES = 34, 160

CHARACTERS: dict[Length, tuple[int, int]] = {
    "short": (5, 18), "medium": (10, 40), "limit": (50, 66), "over": (70, 130),
}  # fmt: skip
"""How long labels and sentences are; names and headlines follow."""

WORDS = {
    "en": "people helped to find work in the city after training courses were held with "
    "employers and schools, families visited at home by advisers from local centres",
    "fr": "personnes aidées à trouver un emploi dans la région après des formations organisées "
    "avec les entreprises, familles accompagnées à l’école où l’été a été préparé, œuvres",
    "de": "Menschen fanden Arbeit nach Schulungen in Betrieben und Gemeinden, unterstützt von "
    "Arbeitsvermittlungsstellen, über Fachkräfteeinwanderungsgesetz, Straßen, größere Höfe",
    "pl": "osób znalazło pracę dzięki szkoleniom prowadzonym przez urząd, źródła zatrudnienia "
    "w gminach wiejskich, młodzież z rodzin wielodzietnych, ćwiczenia, żłobki",
    "vi": "người lao động được hỗ trợ tìm việc làm sau các khóa đào tạo nghề, hộ gia đình khó "
    "khăn được tư vấn, doanh nghiệp tuyển dụng ở quận và phường",
    "el": "άνθρωποι βρήκαν εργασία μετά από κατάρτιση στην πόλη, οικογένειες που έλαβαν στήριξη "
    "από τα κέντρα του δήμου, νέοι και επιχειρήσεις",
    "ru": "человек нашли работу после обучения в городе, семьи получили помощь в районных "
    "центрах, объявления о вакансиях, ещё и подъёмные",
}
"""Words to make texts of, by language; the files' edition stays English."""

QUALIFIERS = (
    "exact", "over", "more_than", "at_least", "nearly", "under", "at_most", "about", "estimated",
)  # fmt: skip
KINDS = ("rate", "outcome", "reach", "activity", "input", "base", None)
UNITS: tuple[Any, ...] = (
    None, None, None, "percent", "points", "CNY", "USD", "EUR", {"en": "days"}, {"en": "km"},
)  # fmt: skip
NOUNS = ("people", "jobs", "families", "visits", "courses", "employers")


class Size(NamedTuple):
    """How large a file is, and what its texts are made of."""

    areas: int = 7
    figures: int = 19
    length: Length = "medium"
    language: str = "en"
    relations: bool = True


SAMPLE_SIZE = Size()


def data_file(seed: int, size: Size = SAMPLE_SIZE) -> Data:
    """The data file of a seed and a size."""
    return _Maker(Random(seed), size).file()


def data_files(
    areas: tuple[int, int] = (1, MOST_AREAS), figures: tuple[int, int] = (1, MOST_FIGURES)
) -> st.SearchStrategy[Data]:
    """Data files; counts shrink towards the least, texts towards short English ones."""
    sizes = st.builds(
        Size,
        areas=st.integers(*areas),
        figures=st.integers(*figures),
        length=st.sampled_from(list(CHARACTERS)),
        language=st.sampled_from(list(WORDS)),
        relations=st.booleans(),
    )
    return st.builds(data_file, st.integers(0, 2**32 - 1), sizes)


def sweep(count: int) -> Iterator[tuple[int, Size]]:
    """Seeds and sizes of `count` files that cover the range evenly."""
    for seed in range(count):
        random = Random(seed)
        areas = min(MOST_AREAS, 1 + int(random.random() ** 1.6 * MOST_AREAS))
        a_area = random.choice((1, 2, 2, 3, 3, 4, 5, 6, 9))
        figures = max(areas, min(MOST_FIGURES, areas * a_area + random.randint(-1, 2)))
        length = random.choices(list(CHARACTERS), (5, 5, 2, 1))[0]
        language = random.choices(list(WORDS), (8, 1, 1, 1, 1, 1, 1))[0]
        yield seed, Size(areas, figures, length, language, random.random() < 0.8)


def written(folder: Path, data: Data, name: str = "results") -> Path:
    """The path of `data` as a JSON file in `folder`."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


class _Maker:
    """Makes one file; every choice comes from one source of chance."""

    def __init__(self, random: Random, size: Size) -> None:
        self.random = random
        self.size = size
        self.words = WORDS[size.language].split()
        self.made = 0

    def file(self) -> Data:
        """The whole file."""
        random, size = self.random, self.size
        counts = [1] * size.areas
        for _ in range(size.figures - size.areas):
            counts[random.randrange(size.areas)] += 1
        areas = [self.area(index, count) for index, count in enumerate(counts)]
        data: Data = {
            "bureau_brief": 1,
            "organisation": _raised(self.text(12, 45)),
            "document": "Results briefing",
            "headline": self._headline(areas),
            "period": random.choice(("in 2025", "over the past year", "calendar year 2025")),
            "published": "2026-01-31",
            "areas": areas,
            "sources": {"report": {"title": "Annual report", "date": "2026-01-31"}},
        }
        if random.random() < 0.7:
            data["context"] = _raised(self.text(30, 150)) + "."
        if random.random() < 0.5:
            data["contact"] = "results@example.org"
        if random.random() < 0.2:
            random.choice(areas)["lead"] = True
        return data

    def area(self, index: int, count: int) -> Data:
        """An area of `count` figures, some of them related."""
        figures = [self.figure(f"a{index}-f{number}") for number in range(count)]
        area: Data = {
            "id": f"a{index}",
            "title": f"{_raised(self.text(4, 34))} {_roman(index + 1)}",
            "figures": figures,
        }
        relation = self.random.choice(_RELATIONS) if self.size.relations else _Maker.unrelated
        relation(self, area)
        if self.random.random() < 0.4:
            area["sentence"] = self._sentence(figures)
        if self.random.random() < 0.1:
            area["chart"] = "none"
        return area

    def figure(self, id_: str) -> Data:
        """A figure with some of the optional fields."""
        self.made += 1
        random = self.random
        unit, kind = random.choice(UNITS), random.choice(KINDS)
        figure: Data = {
            "id": id_,
            "label": f"{self.label()} {_roman(self.made)}",
            "value": self.value(unit),
            "qualifier": random.choice(QUALIFIERS) if random.random() < 0.4 else "exact",
            "priority": 1 if random.random() < 0.01 else random.randint(2, 9),
            "source": {"ref": "report", "at": "page 4"},
        }
        figure |= {"unit": unit} if unit else {"counts": {"en": random.choice(NOUNS)}}
        figure |= {"kind": kind} if kind and kind != "rate" else {}
        if random.random() < 0.1:
            figure["scope"] = f"in {self.text(4, 14)}"
        if random.random() < 0.03:
            figure["period"] = "at present"
        if random.random() < 0.2:
            figure["short_label"] = self.text(4, 22)
        return figure

    def value(self, unit: Any) -> Any:
        """A value that its unit may have."""
        random = self.random
        if unit == "percent":
            return round(random.uniform(0, 100), 1)
        if random.random() < 0.1:
            return round(random.uniform(0, 50), random.choice((1, 2)))
        return int(10 ** random.uniform(0, 7.6))

    def label(self) -> str:
        """A label of the length that the file has."""
        return self.text(*CHARACTERS[self.size.length])

    def text(self, least: int, most: int) -> str:
        """Words, at least `least` and about `most` characters in all."""
        target = self.random.randint(least, most)
        text = self.random.choice(self.words)
        while len(text) < target:
            longer = f"{text} {self.random.choice(self.words)}"
            if len(longer) > most and len(text) >= least:
                break
            text = longer
        return text.strip(",")

    def _headline(self, areas: list[Data]) -> str:
        cited = self.random.choice(areas)["figures"][0]["id"]
        return f"{{{cited}}} {self.text(10, 60)}"

    def _sentence(self, figures: list[Data]) -> str:
        marked = any("main" in figure for figure in figures)
        if len(figures) > 1 and not marked and self.random.random() < 0.4:
            figures[0]["main"] = True  # a sentence cites another figure than the one it follows
            return f"{self.label()} with {{{figures[1]['id']}}}"
        return self.label()

    # relations: each changes some figures of an area

    def rate(self, area: Data) -> None:
        """The first figure becomes the share of the second in the third."""
        if len(area["figures"]) < 3:
            return
        rate, part, whole = area["figures"][:3]
        for one in (part, whole):
            one |= {"counts": {"en": "people"}, "qualifier": "exact"}
            one.pop("unit", None)
        whole["value"] = self.random.randint(50, 500_000)
        part["value"] = self.random.randint(1, whole["value"])
        whole["qualifier"] = self.random.choice(("exact", "estimated"))
        rate |= {
            "value": round(100 * part["value"] / whole["value"], 1),
            "unit": "percent",
            "qualifier": whole["qualifier"],
            "kind": "rate",
            "main": True,
            "rate_of": {"part": part["id"], "whole": whole["id"]},
        }
        rate.pop("counts", None)
        part["part_of"] = whole["id"]

    def flow(self, area: Data) -> None:
        """The first figure led to the second."""
        if len(area["figures"]) > 1:
            one, other = area["figures"][:2]
            one["leads_to"] = {"figure": other["id"], "words": "led to"}
            other["main"] = True

    def compare(self, area: Data) -> None:
        """Two to six figures on one scale."""
        group = area["figures"][: self.random.randint(2, 6)]
        if len(group) < 2:
            return
        for one in group:
            one |= {"qualifier": "exact", "counts": {"en": self.random.choice(NOUNS)}}
            one["value"] = int(one["value"]) + 1
            one.pop("unit", None)
        area["compare"] = {"figures": [one["id"] for one in group], "words": self.text(10, 60)}

    def converted(self, area: Data) -> None:
        """An amount in a second currency."""
        figure = area["figures"][-1]
        figure |= {"unit": "CNY", "value": 1_980_000, "converted": {"value": 305000, "unit": "USD"}}
        figure.pop("counts", None)

    def over_time(self, area: Data) -> None:
        """Earlier values: the year before, or three to eight years with gaps."""
        for figure in area["figures"]:
            if self.random.random() < 0.7:
                before = self.value(figure.get("unit"))
                figure["previous"] = {"value": before, "period": "2024"}
                years = range(2025 - self.random.randint(3, 8), 2024)
                figure["series"] = [{"period": str(y), **self._point(figure)} for y in years]
                figure["series"].append({"period": "2024", "value": before})

    def _point(self, figure: Data) -> Data:
        return {"value": self.value(figure.get("unit"))} if self.random.random() < 0.9 else {}

    def targets(self, area: Data) -> None:
        """Planned values, missed and met."""
        for figure in area["figures"]:
            if self.random.random() < 0.8:
                factor = self.random.choice((0.5, 0.8, 0.95, 1, 1.1, 2))
                figure["target"] = round(figure["value"] * factor, 1)
                figure["better"] = self.random.choice(("higher", "lower", "neutral"))

    def unrelated(self, area: Data) -> None:
        """Nothing."""


_RELATIONS = (
    _Maker.rate, _Maker.flow, _Maker.compare, _Maker.converted, _Maker.over_time, _Maker.targets,
    _Maker.unrelated,
)  # fmt: skip


def _raised(text: str) -> str:
    return text[0].upper() + text[1:]


def _roman(number: int) -> str:
    """Numbers without digits, so that no text holds a typed one: XIV."""
    out = ""
    for value, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
                           (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        while number >= value:
            out, number = out + letters, number - value
    return out
