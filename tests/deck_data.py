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


def many(areas: int, figures: int) -> dict[str, Any]:
    """`areas` areas of `figures` plain figures each."""
    return office([_area(index, figures) for index in range(areas)])


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
    source = {"ref": "register", "at": "table 2", "stated": f"{value:,} {counts}"}
    return {"id": id_, "label": label, "counts": counts, "value": value, "source": source, **more}


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


def written(data: dict[str, Any], folder: Path, name: str = "county") -> Path:
    """The data file as JSON in `folder`."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
