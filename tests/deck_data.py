"""Invented data files that ask for every form of slide. The numbers mean nothing.

In: how many areas and figures, or nothing. Out: a data file as a plain value, to be written as
JSON. Texts have the lengths that real ones have.
"""

import json
from pathlib import Path
from typing import Any

SOURCE = {
    "title": "Annual register of the county office",
    "short": "County register",
    "publisher": "County office",
    "kind": "register",
    "date": "2026-01-12",
}
NOUNS = (
    ("permits issued", "permits", 4310), ("road repairs finished", "repairs", 1286),
    ("calls answered within a minute", "calls", 98450), ("inspections made", "inspections", 2075),
    ("complaints settled", "complaints", 640), ("homes connected to fibre", "homes", 15800),
    ("trees planted along main roads", "trees", 7420), ("library visits", "visits", 212600),
    ("people trained in first aid", "people", 3180), ("loans to small firms", "loans", 415),
    ("bus routes extended to villages", "routes", 37), ("school meals served", "meals", 864000),
)  # fmt: skip
AREAS = (
    "Permits", "Roads", "Hotline", "Inspection", "Complaints", "Broadband", "Parks", "Libraries",
    "First aid", "Small firms", "Buses", "School meals", "Housing", "Water supply", "Markets",
    "Sports grounds", "Registry", "Emergency planning", "Street lights", "Waste collection",
)  # fmt: skip


QUALIFIERS = {"exact": "", "over": "over ", "about": "about ", "estimated": "an estimated "}


def many(areas: int, figures: int) -> dict[str, Any]:
    """`areas` areas of `figures` plain figures each."""
    return office([_area(index, figures) for index in range(areas)])


LONG_WORDS = (
    "apprenticeships co-financed intergovernmentally through decentralised "
    "employment-administration partnerships nationwide"
)
"""Too long for tiles and cells, in few words."""


def labelled(areas: int, figures: int, label: str) -> dict[str, Any]:
    """The same, every label as long as `label`: told apart behind its first word."""
    data = many(areas, figures)
    for number, made in enumerate(made for area in data["areas"] for made in area["figures"]):
        first, _, rest = label.partition(" ")
        made["label"] = f"{first} {chr(97 + number % 26)}{chr(97 + number // 26)} {rest[6:]}"
    return data


def office(areas: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A data file of these areas."""
    return {
        "bureau_brief": 1,
        "organisation": "County office of public services",
        "document": "Results briefing",
        "headline": "The county office reports on a year of steady work",
        "period": "in 2025",
        "published": "2026-01-13",
        "sources": {"register": SOURCE},
        "areas": areas,
        **more,
    }


def figure(id_: str, label: str, counts: str, value: float, **more: Any) -> dict[str, Any]:
    """One figure with its source."""
    stated = f"{QUALIFIERS[more.get('qualifier', 'exact')]}{value:,} {counts}".strip()
    source = {"ref": "register", "at": "table 2", "stated": stated}
    counted = {"counts": counts} if counts else {}
    return {"id": id_, "label": label, "value": value, "source": source, **counted, **more}


def _area(index: int, figures: int) -> dict[str, Any]:
    name = AREAS[index % len(AREAS)] + (f" {index}" if index >= len(AREAS) else "")
    return {
        "id": f"area-{index}",
        "title": name,
        "priority": 1 + index % 9,
        "figures": [_figure(index, number) for number in range(figures)],
    }


def _figure(area: int, number: int) -> dict[str, Any]:
    label, counts, value = NOUNS[(area + number) % len(NOUNS)]
    return figure(f"f{area}-{number}", label, counts, value + 7 * area + number)


def every_form() -> dict[str, Any]:
    """Areas for every form of slide: targets, series, rate, cause, bars, figures, one figure."""
    return office(
        [
            _claims(),
            _jobs(),
            _visits(),
            _homes(),
            _help(),
            _members(),
            _area(7, 6),
            _training(),
            _roads(),
        ],
        headline="{claims} were decided, and {households} were connected to fibre",
    )


def _claims() -> dict[str, Any]:
    """Four results with targets: above, below as a limit, below, and one of the year before."""
    before = {"period": "2024"}
    return {
        "id": "claims", "title": "Claims and benefits",
        "message": "{claims} were decided, above the target; the average wait fell to {wait}",
        "figures": [
            figure("claims", "claims decided", "claims", 12480, target=12000, better="higher",
                   previous={**before, "value": 11020}, period="2025"),
            figure("wait", "average wait; lower is better", "", 9.5, target=10, better="lower",
                   unit={"one": "day", "other": "days"}, period="2025",
                   previous={**before, "value": 12.8}),
            figure("online", "of claims sent in online", "", 81, unit="percent", target=85,
                   better="higher", previous={**before, "value": 74}, period="2025"),
            figure("paid", "in benefits paid", "", 1980000, unit="CNY", target=2000000,
                   qualifier="about", period="2025"),
        ],
    }  # fmt: skip


def _jobs() -> dict[str, Any]:
    """Five periods, and two figures beside them."""
    values = [118400, 126900, 133200, 141700]
    series = [{"period": str(2021 + i), "value": value} for i, value in enumerate(values)]
    return {
        "id": "jobs", "title": "Urban employment",
        "message": "New urban jobs rose every year from 2021 to 2025, reaching {urban.number}",
        "figures": [
            figure("urban", "new urban jobs", "jobs", 152300, series=series, main=True),
            figure("fairs", "job fairs held in the towns", "fairs", 212),
            figure("advice", "people advised in the county’s job centres", "people", 8640,
                   qualifier="over"),
        ],
    }  # fmt: skip


def _visits() -> dict[str, Any]:
    """Eight periods, one of them not counted."""
    values = [198000, 204300, None, 218400, 226900, 233200, 241700]
    series = [
        {"period": str(2018 + i), **({} if value is None else {"value": value})}
        for i, value in enumerate(values)
    ]
    visits = figure("visits", "visits to the libraries", "visits", 252300, series=series)
    return {"id": "visits", "title": "Libraries", "figures": [visits]}


def long_series() -> dict[str, Any]:
    """Twelve periods, one of them not counted, and a figure beside them."""
    series = [{"period": str(2013 + i), "value": 900 + 70 * i} for i in range(12)]
    del series[4]["value"]
    visits = figure("visits", "visits to the libraries", "visits", 1912, series=series, main=True)
    beside = figure("fairs", "book fairs held in the towns", "fairs", 212)
    return office([{"id": "visits", "title": "Libraries", "figures": [visits, beside]}])


def _homes() -> dict[str, Any]:
    rate = {"part": "connected", "whole": "all"}
    return {
        "id": "homes", "title": "Broadband",
        "message": "{households.number} of households were connected to fibre",
        "figures": [
            figure("households", "of households were connected to fibre", "", 75, unit="percent",
                   kind="rate", rate_of=rate, main=True),
            figure("connected", "households connected to fibre", "households", 30000),
            figure("all", "households in the county", "households", 40000, qualifier="estimated"),
        ],
    }  # fmt: skip


def _help() -> dict[str, Any]:
    led = {"figure": "firms", "words": "led to", "stated": "led to"}
    return {
        "id": "firms", "title": "Small firms",
        "message": "{loans} led to {firms}",
        "figures": [
            figure("loans", "loans granted to people who start a firm", "loans", 415,
                   leads_to=led),
            figure("firms", "firms started in the same year", "firms", 388, main=True),
        ],
    }  # fmt: skip


def _members() -> dict[str, Any]:
    ids = ["children", "adults", "pensioners"]
    return {
        "id": "sports", "title": "Sports grounds",
        "compare": {"figures": ids, "title": "Members of clubs by age"},
        "figures": [
            figure("children", "children in clubs", "children", 5210),
            figure("adults", "adults in clubs", "adults", 7880, main=True),
            figure("pensioners", "pensioners in clubs", "pensioners of any age", 1930),
        ],
    }  # fmt: skip


def _roads() -> dict[str, Any]:
    """One result with a target, alone."""
    before = {"value": 96.5, "period": "2024"}
    roads = figure(
        "roads",
        "of road resurfaced",
        "",
        84.2,
        target=90,
        better="higher",
        unit="km",
        previous=before,
        period="2025",
    )
    return {"id": "roads", "title": "Roads", "figures": [roads]}  # fmt: skip


def _training() -> dict[str, Any]:
    trained = figure("trained", "people trained in first aid", "people", 3180)
    trained["source"]["quote"] = "3,180 people were trained in first aid in 41 courses."
    return {"id": "first-aid", "title": "First aid", "figures": [trained]}


def written(data: dict[str, Any], folder: Path, name: str = "county") -> Path:
    """The data file as JSON in `folder`."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
