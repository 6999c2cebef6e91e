"""Data files whose numbers, relations and source are in order, and faults put into them.

In: a seed. Out: a data file with the text of its source, correct in every number; and for each
kind of fault the same file with one number that is not true. `python -m tests.truth` prints what
share of the faults is told, by kind.
Not for: what fits a page (`generated`).
"""

import copy
import itertools
import json
import tempfile
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bureau_brief.problems import Problem, Problems
from bureau_brief.reading import read

Data = dict[str, Any]

NOUNS = (
    "loans", "members", "visits", "courses", "families", "teachers", "gardens", "buses", "repairs",
    "meals", "lamps", "bridges", "permits", "nurses", "trees", "pupils", "farms", "shops", "calls",
)  # fmt: skip
HAN = (
    "借阅", "会员", "参观", "课程", "家庭", "教师", "花园", "客车", "维修", "餐食", "路灯", "桥梁",
    "证照", "护士", "学生", "农场", "商店",
)  # fmt: skip
ENGLISH = {
    "exact": "{}", "over": "over {}", "more_than": "more than {}", "at_least": "at least {}",
    "nearly": "nearly {}", "under": "fewer than {}", "at_most": "no more than {}",
    "about": "about {}", "estimated": "an estimated {}",
}  # fmt: skip
CHINESE = {
    "exact": "{}", "over": "超过{}", "more_than": "逾{}", "at_least": "至少{}", "nearly": "近{}",
    "under": "不足{}", "at_most": "不超过{}", "about": "约{}", "estimated": "估计{}",
}  # fmt: skip
OTHERS = {"over": "nearly", "more_than": "at_most", "at_least": "under", "nearly": "over",
          "under": "over", "at_most": "at_least", "about": "exact", "estimated": "exact",
          "exact": "over"}  # fmt: skip


class Case(NamedTuple):
    """A data file and its source's text."""

    data: Data
    source: str

    def figures(self) -> list[Data]:
        """Its figures."""
        return [figure for area in self.data["areas"] for figure in area["figures"]]

    def with_stated(self) -> list[Data]:
        """Its figures that quote their source."""
        return [figure for figure in self.figures() if figure["source"].get("stated")]


def problems(case: Case, folder: Path) -> list[Problem]:
    """What is said about the numbers of a case."""
    (folder / "source.txt").write_text(case.source, encoding="utf-8")
    path = folder / "data.json"
    path.write_text(json.dumps(case.data, ensure_ascii=False), encoding="utf-8")
    try:
        found = read(path)[1]
    except Problems as raised:
        found = raised.problems
    return [problem for problem in found if problem.code >= "BB1"]


def correct(seed: int) -> Case:
    """A file in which every number is true."""
    return _Maker(Random(seed)).case()


class _Maker:
    """Figures with their phrases, and the paragraphs that hold them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.chinese = random.random() < 0.4
        self.nouns = list(HAN if self.chinese else NOUNS)
        random.shuffle(self.nouns)
        self.paragraphs: list[str] = []

    def case(self) -> Case:
        """The whole file."""
        makers = [self.plain, self.plain, self.rate, self.sum, self.amount, self.change]
        makers += [self.target] if not self.chinese else []
        areas = [
            {"id": f"a{i}", "title": f"Area {chr(65 + i)}", "figures": list(make())}
            for i, make in enumerate(makers)
        ]
        self.random.shuffle(self.paragraphs)
        data = {
            "bureau_brief": 1, "organisation": "Office", "headline": "The year",
            "period": "in 2025", "areas": areas,
            "sources": {"report": {"title": "Report", "file": "source.txt"}},
        }  # fmt: skip
        return Case(data, "\n\n".join(self.paragraphs) + "\n")

    def figure(self, value: Any, qualifier: str = "exact", **fields: Any) -> Data:
        """A figure, and its sentence in the source."""
        noun = self.nouns.pop()
        phrase = self.phrase(Decimal(str(value)), qualifier, fields.get("unit"), noun)
        before, after = ("今年共有", "，比往年多。") if self.chinese else ("There were ", " here.")
        self.paragraphs.append(f"{before}{phrase}{after}")
        written = value if isinstance(value, int) else str(value)
        figure = {"id": f"f{len(self.paragraphs)}", "label": noun, "value": written}
        figure |= {"source": {"ref": "report", "stated": phrase}, **fields}
        figure |= {} if fields.get("unit") else {"counts": noun}
        return figure | ({} if qualifier == "exact" else {"qualifier": qualifier})

    def phrase(self, value: Decimal, qualifier: str, unit: str | None, noun: str) -> str:
        """The number as a source says it."""
        number, end = f"{value:,}", "" if self.chinese else f" {noun}"
        if unit == "percent":
            return f"{value}%的{noun}" if self.chinese else f"{value} percent of {noun}"
        if self.chinese:
            number = f"{(value / 10000).normalize():f}万" if not value % 100 else f"{value:f}"
            return CHINESE[qualifier].format(number) + f"个{noun}"
        if value >= 10**6 and not value % 10**4:
            number = f"{(value / 10**6).normalize():f} million"
        return ENGLISH[qualifier].format(number) + end

    def count(self, least: int = 200, most: int = 900_000) -> int:
        """A count, sometimes a round one."""
        value = int(self.random.triangular(least, most, least))
        return round(value, -2) if self.random.random() < 0.3 else value

    def plain(self) -> Iterator[Data]:
        """A figure with any qualifier, and its value of the year before."""
        figure = self.figure(self.count(), self.random.choice(list(ENGLISH)))
        before = int(int(figure["value"]) * self.random.uniform(0.7, 0.95)) - 1
        yield figure | {"previous": {"value": before, "period": "in 2024"}}

    def rate(self) -> Iterator[Data]:
        """A part, its whole, and the rate, rounded."""
        whole = self.count()
        part = self.random.randint(whole // 3, whole - 1)
        one = self.figure(part)
        all_ = self.figure(whole, self.random.choice(("exact", "estimated")))
        digit = Decimal(self.random.choice(("1", "0.1", "0.01")))
        rate = (Decimal(100) * part / whole).quantize(digit, ROUND_HALF_UP)
        yield one | {"part_of": all_["id"]}
        yield all_
        relation = {"part": one["id"], "whole": all_["id"]}
        yield self.figure(rate, unit="percent", rate_of=relation)

    def sum(self) -> Iterator[Data]:
        """Two counts and their sum."""
        parts = [self.figure(self.count()) for _ in range(2)]
        total = sum(part["value"] for part in parts)
        yield from parts
        yield self.figure(total, sum_of=[part["id"] for part in parts])

    def amount(self) -> Iterator[Data]:
        """Two amounts of money, converted at one rate."""
        for dollars in (self.random.randint(200, 900) * 1000, self.random.randint(100, 999) * 10):
            yuan = int(dollars * Decimal("6.5"))
            figure = self.figure(yuan)
            phrase = f"{yuan:,} yuan (${dollars:,})"
            phrase = f"{yuan}元（约合{dollars}美元）" if self.chinese else phrase
            self.paragraphs[-1] = f"It paid {phrase} for it."
            figure["source"]["stated"] = phrase
            figure |= {"unit": "CNY", "converted": {"value": dollars, "unit": "USD"}}
            figure.pop("counts")
            yield figure

    def change(self) -> Iterator[Data]:
        """A figure, its previous value and the change between them."""
        figure = self.figure(self.count(2000))
        before = int(figure["value"] * self.random.uniform(0.5, 0.95))
        figure["previous"] = {"value": before, "period": "in 2024"}
        yield figure
        growth = Decimal(100) * figure["value"] / before - 100
        rounded = growth.quantize(Decimal("0.1"), ROUND_HALF_UP)
        yield self.figure(rounded, unit="percent", change_of=figure["id"])

    def target(self) -> Iterator[Data]:
        """A figure with a target and the share of it that was reached."""
        figure = self.figure(self.count())
        target = int(figure["value"] * self.random.uniform(0.6, 1.4)) + 1
        yield figure | {"target": target}
        share = (Decimal(100) * figure["value"] / target).quantize(Decimal("0.1"), ROUND_HALF_UP)
        yield self.figure(share, unit="percent", share_of_target=figure["id"])


# Faults: each changes a case so that one number of it is no longer true


def digits_swapped(case: Case, random: Random) -> bool:
    """Two digits of a value change places."""
    figure = random.choice(case.with_stated())
    digits = list(str(figure["value"]))
    places = [
        i for i, (a, b) in enumerate(itertools.pairwise(digits))
        if a != b and a.isdigit() and b.isdigit() and not (i == 0 and b == "0")
    ]  # fmt: skip
    if not places:
        return False
    at = random.choice(places)
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    figure["value"] = _typed("".join(digits))
    return True


def qualifier_dropped(case: Case, random: Random) -> bool:
    """A bound or an estimate becomes exact."""
    qualified = [figure for figure in case.figures() if figure.get("qualifier")]
    return bool(qualified) and bool(random.choice(qualified).pop("qualifier"))


def qualifier_changed(case: Case, random: Random) -> bool:
    """A qualifier becomes another one, an exact value a bound."""
    figure = random.choice(case.with_stated())
    figure["qualifier"] = OTHERS[figure.get("qualifier", "exact")]
    return True


def rate_off_by_one(case: Case, random: Random) -> bool:
    """A rate is one more or less in its last digit, and so is the phrase; nothing is searched."""
    figure = random.choice([f for f in case.figures() if "rate_of" in f])
    value = Decimal(str(figure["value"]))
    off = value + Decimal(1).scaleb(int(value.as_tuple().exponent)) * random.choice((1, -1))
    return _restated(case, figure, str(off))


def part_above_whole(case: Case, random: Random) -> bool:
    """A part is more than its whole, and so its phrase says; nothing is searched."""
    figure = random.choice([f for f in case.figures() if "part_of" in f])
    whole = next(f for f in case.figures() if f["id"] == figure["part_of"])
    return _restated(case, figure, str(whole["value"] + random.randint(1, 5000)))


def conversion_wrong(case: Case, random: Random) -> bool:
    """A conversion loses or changes a digit."""
    converted = random.choice([f["converted"] for f in case.figures() if "converted" in f])
    converted["value"] = random.choice((converted["value"] // 10, converted["value"] + 1000))
    return True


def conversion_wrong_in_the_source_too(case: Case, random: Random) -> bool:
    """The same in the phrase as well; nothing is searched."""
    figure = random.choice([f for f in case.figures() if "converted" in f])
    figure["converted"]["value"] //= 10
    del case.data["sources"]["report"]["file"], figure["source"]["stated"]
    return True


def unit_wrong(case: Case, random: Random) -> bool:
    """An amount or a rate is given in another unit."""
    figure = random.choice([f for f in case.figures() if f.get("unit")])
    figure["unit"] = {"percent": "EUR", "CNY": "EUR"}[figure["unit"]]
    figure.pop("rate_of", None)
    figure.pop("change_of", None)
    figure.pop("share_of_target", None)
    return True


def phrase_of_another_paragraph(case: Case, random: Random) -> bool:
    """A figure quotes the phrase of another one."""
    one, other = random.sample(case.with_stated(), 2)
    one["source"]["stated"] = other["source"]["stated"]
    return str(one["value"]) != str(other["value"])


def number_of_the_year_before(case: Case, random: Random) -> bool:
    """The value is last year's."""
    figure = random.choice([f for f in case.figures() if "previous" in f])
    figure["value"] = figure["previous"]["value"]
    return True


def sum_wrong(case: Case, random: Random) -> bool:
    """A sum is one off, and so is its phrase; nothing is searched."""
    figure = random.choice([f for f in case.figures() if "sum_of" in f])
    return _restated(case, figure, str(figure["value"] + random.choice((-1, 1, 10))))


def change_or_share_off_by_one(case: Case, random: Random) -> bool:
    """A change or an achieved share is one off in its last digit, and so is its phrase."""
    own = [f for f in case.figures() if "change_of" in f or "share_of_target" in f]
    figure = random.choice(own)
    off = Decimal(str(figure["value"])) + random.choice((-1, 1)) * Decimal("0.1")
    return _restated(case, figure, str(off))


FAULTS: tuple[Callable[[Case, Random], bool], ...] = (
    digits_swapped, qualifier_dropped, qualifier_changed, rate_off_by_one, part_above_whole,
    conversion_wrong, conversion_wrong_in_the_source_too, unit_wrong, phrase_of_another_paragraph,
    number_of_the_year_before, sum_wrong, change_or_share_off_by_one,
)  # fmt: skip


def _restated(case: Case, figure: Data, value: str) -> bool:
    """A wrong value that the phrase repeats: only the sums can tell."""
    figure["value"] = _typed(value)
    figure["source"]["stated"] = value
    case.data["sources"]["report"].pop("file", None)
    return True


def _typed(value: str) -> Any:
    return int(value) if value.isdigit() else value


def told(folder: Path, seeds: range) -> dict[str, tuple[int, int]]:
    """By kind of fault: how many were told, of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for fault in FAULTS:
        caught = tried = 0
        for seed in seeds:
            case = Case(*copy.deepcopy(tuple(correct(seed))))
            if fault(case, Random(seed)):
                tried += 1
                caught += bool(problems(case, folder))
        counts[fault.__name__] = (caught, tried)
    return counts


def table(counts: dict[str, tuple[int, int]]) -> str:
    """The counts as lines."""
    rows = [f"{name:36} {caught:4} of {tried:4}" for name, (caught, tried) in counts.items()]
    caught, tried = (sum(pair[i] for pair in counts.values()) for i in (0, 1))
    return "\n".join([*rows, f"{'all':36} {caught:4} of {tried:4}  {100 * caught / tried:.1f} %"])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(table(told(Path(name), range(40))))
