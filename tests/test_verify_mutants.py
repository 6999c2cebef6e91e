"""Seeded faults in finished files: `verify` catches every one, and never one that is not there."""

import io
import json
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from lxml import etree

from bureau_brief import Problems, build
from bureau_brief.resources import SAMPLE
from tests import damage
from tests.generated import Size, data_file, sweep, written
from tests.test_verifying import Made, made

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WORDS = "over|nearly|more than|an estimated"
QUALIFIERS = re.compile(
    rf"\b({_WORDS})\b[\s\u00a0]+(?=[$\d])|^({_WORDS})[\s\u00a0]*$", re.IGNORECASE
)
UNITS = (
    ("million", "billion"), ("yuan", "dollars"), ("$", "€"), ("%", " points"),
)  # fmt: skip
FEWEST = 200
NAMED = {
    "digit": {"BB603", "BB604"}, "unit": {"BB606"}, "qualifier lost": {"BB605"},
    "swapped": {"BB604"}, "alternative text": {"BB603"}, "embedded data": {"BB613"},
    "chart cache and not its sheet": {"BB603", "BB609"}, "label format": {"BB609"},
    "data sheet and not its cache": {"BB603", "BB609"}, "label": {"BB603", "BB609"},
}  # fmt: skip
"""By kind of fault: the codes of which one must name it."""


class Mutant(NamedTuple):
    """One fault: what kind, where, and the file with it."""

    kind: str
    where: str
    content: Callable[[], bytes]


def other_digit(text: str, chance: random.Random) -> str:
    """`text` with one of its digits changed."""
    places = [index for index, character in enumerate(text) if character in "0123456789"]
    index = chance.choice(places)
    new = chance.choice([digit for digit in "0123456789" if digit != text[index]])
    return text[:index] + new + text[index + 1 :]


class Zip:
    """The parts of an Office file, to be changed one at a time."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def named(self, pattern: str) -> Iterator[tuple[str, Any]]:
        """Parts by name, parsed."""
        for name, content in self.parts.items():
            if re.fullmatch(pattern, name):
                yield name, etree.fromstring(content)

    def saved(self, name: str, content: bytes) -> bytes:
        """The file with another content of one part."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part, old in self.parts.items():
                archive.writestr(part, content if part == name else old)
        return out.getvalue()

    def with_text(self, name: str, tag: str, index: int, new: str) -> bytes:
        """The file with another text in one element of a part."""
        root = etree.fromstring(self.parts[name])
        list(root.iter(tag))[index].text = new
        return self.saved(name, etree.tostring(root))


def in_texts(kind: str, parts: Zip, pattern: str, chance: random.Random) -> Iterator[Mutant]:
    """Digits, qualifiers and units in the runs of slides or notes."""
    for name, root in parts.named(pattern):
        for index, run in enumerate(root.iter(f"{A}t")):
            text, here = run.text or "", f"{name}, run {index}"
            field = run.getparent().tag == f"{A}fld"
            if re.search(r"\d", text) and not field:
                new = other_digit(text, chance)
                yield Mutant(f"digit, {kind}", here, _text(parts, name, index, new))
            if QUALIFIERS.search(text):
                new = QUALIFIERS.sub("", text, count=1)
                yield Mutant(f"qualifier lost, {kind}", here, _text(parts, name, index, new))
            for old, other in UNITS:
                if old in text:
                    new = text.replace(old, other, 1)
                    yield Mutant(f"unit, {kind}", here, _text(parts, name, index, new))


def _text(parts: Zip, name: str, index: int, new: str) -> Callable[[], bytes]:
    return lambda: parts.with_text(name, f"{A}t", index, new)


def swapped(parts: Zip, chance: random.Random) -> Iterator[Mutant]:
    """Two numbers of one slide that change places."""
    for name, root in parts.named(r"ppt/slides/slide\d+\.xml"):
        runs = [(i, run.text) for i, run in enumerate(root.iter(f"{A}t"))
                if re.fullmatch(r"[\d,.]{2,}%?", run.text or "")
                and run.getparent().tag != f"{A}fld"]  # fmt: skip
        pairs = [(a, b) for a in runs for b in runs if a[0] < b[0] and a[1] != b[1]]
        for (one, first), (other, second) in chance.sample(pairs, min(4, len(pairs))):

            def content(name: str = name, one: int = one, other: int = other,
                        first: str = first, second: str = second) -> bytes:  # fmt: skip
                root = etree.fromstring(parts.parts[name])
                texts = list(root.iter(f"{A}t"))
                texts[one].text, texts[other].text = second, first
                return parts.saved(name, etree.tostring(root))

            yield Mutant("swapped, slide", f"{name}, {first} and {second}", content)


def in_alternatives(parts: Zip, chance: random.Random) -> Iterator[Mutant]:
    """A digit of each alternative text."""
    for name, root in parts.named(r"ppt/slides/slide\d+\.xml"):
        for index, named in enumerate(root.iter(f"{P}cNvPr")):
            said = named.get("descr", "")
            if re.search(r"\d", said):

                def content(name: str = name, index: int = index,
                            new: str = other_digit(said, chance)) -> bytes:  # fmt: skip
                    root = etree.fromstring(parts.parts[name])
                    list(root.iter(f"{P}cNvPr"))[index].set("descr", new)
                    return parts.saved(name, etree.tostring(root))

                yield Mutant("alternative text, slide", name, content)


def in_charts(parts: Zip, chance: random.Random) -> Iterator[Mutant]:
    """Each value and name that a chart keeps; each label's format or words."""
    for name, root in parts.named(r"ppt/charts/chart\d+\.xml"):
        for index, value in enumerate(root.iter(f"{C}v")):
            new = other_digit(value.text, chance) if value.text[0].isdigit() else f"{value.text}s"

            def content(name: str = name, index: int = index, new: str = new) -> bytes:
                return parts.with_text(name, f"{C}v", index, new)

            yield Mutant("chart cache and not its sheet", f"{name}, {value.text}", content)
        for index, pattern in enumerate(root.iter(f"{C}numFmt")):
            if pattern.getparent().tag in (f"{C}dLbls", f"{C}dLbl"):

                def reformatted(name: str = name, index: int = index) -> bytes:
                    root = etree.fromstring(parts.parts[name])
                    list(root.iter(f"{C}numFmt"))[index].set("formatCode", "0,")
                    return parts.saved(name, etree.tostring(root))

                yield Mutant("label format, chart", name, reformatted)
        for index, run in enumerate(root.iter(f"{A}t")):
            new = other_digit(run.text, chance) if re.search(r"\d", run.text) else "other"

            def relabelled(name: str = name, index: int = index, new: str = new) -> bytes:
                return parts.with_text(name, f"{A}t", index, new)

            yield Mutant("label, chart", f"{name}, {run.text}", relabelled)


def in_sheets(parts: Zip, chance: random.Random) -> Iterator[Mutant]:
    """Each cell of each data sheet."""
    for name in list(parts.parts):
        if not name.endswith(".xlsx"):
            continue
        book = Zip(parts.parts[name])
        for sheet, root in book.named(r"xl/worksheets/sheet1\.xml"):
            for tag in (f"{S}v", f"{S}t"):
                for index, cell in enumerate(root.iter(tag)):
                    text = cell.text or ""
                    new = other_digit(text, chance) if re.search(r"\d", text) else f"{text}s"
                    if text:
                        inner = partial(book.with_text, sheet, tag, index, new)
                        content = partial(_nested, parts, name, inner)
                        yield Mutant("data sheet and not its cache", f"{name}, {text}", content)


def _nested(parts: Zip, name: str, inner: Callable[[], bytes]) -> bytes:
    return parts.saved(name, inner())


def in_data(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The data inside a file with one field of one figure changed."""
    for area, _ in enumerate(data["areas"]):
        for index, figure in enumerate(data["areas"][area]["figures"]):
            value = other_digit(str(figure["value"]), random.Random(index))
            for field, new in (("value", value), ("qualifier", "about"), ("label", "other words")):
                changed = json.loads(json.dumps(data))
                changed["areas"][area]["figures"][index][field] = new
                yield f"{figure['id']}.{field}", changed


def in_deck(deck: Made) -> Iterator[Mutant]:
    """Every fault of the deck."""
    parts, chance = Zip(deck.content), random.Random(4)
    yield from in_texts("slide", parts, r"ppt/slides/slide\d+\.xml", chance)
    yield from in_texts("notes", parts, r"ppt/notesSlides/notesSlide\d+\.xml", chance)
    yield from swapped(parts, chance)
    yield from in_alternatives(parts, chance)
    yield from in_charts(parts, chance)
    yield from in_sheets(parts, chance)
    ((name, root),) = parts.named(r"customXml/item\d+\.xml")
    for where, data in in_data(json.loads(root.text)):

        def content(data: dict[str, Any] = data) -> bytes:
            root.text = json.dumps(data, ensure_ascii=False)
            return parts.saved(name, etree.tostring(root))

        yield Mutant("embedded data, deck", where, content)


def in_page(page: Made) -> Iterator[Mutant]:
    """Every fault of the page."""
    pdf, chance = page.content, random.Random(5)
    strings = damage.page_strings(pdf)
    seen: Counter[str] = Counter()
    for text in strings:
        which = seen[text]
        seen[text] += 1
        changes = [("digit, page", other_digit(text, chance))] if re.search(r"\d", text) else []
        if QUALIFIERS.search(text):
            changes.append(("qualifier lost, page", QUALIFIERS.sub("", text, count=1)))
        changes += [("unit, page", text.replace(a, b, 1).replace("€", "E")) for a, b in UNITS
                    if a in text]  # fmt: skip
        for kind, new in changes:

            def content(text: str = text, new: str = new, which: int = which) -> bytes:
                return damage.page_string(pdf, text, new, which)

            yield Mutant(kind, text, content)
    numbers = [text for text in strings if re.fullmatch(r"[\d,.]{2,}%? ?", text)]
    pairs = [(a, b) for a in numbers for b in numbers if a < b]
    for one, other in chance.sample(pairs, 30):

        def changed_places(one: str = one, other: str = other) -> bytes:
            first = damage.page_string(pdf, one, "#", 0)
            second = damage.page_string(first, other, one, 0)
            return damage.page_string(second, "#", other, 0)

        yield Mutant("swapped, page", f"{one} and {other}", changed_places)
    yield from _in_the_pages_data(pdf)


def _in_the_pages_data(pdf: bytes) -> Iterator[Mutant]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        data = json.loads(document.attachments["data.json"].get_file().read_bytes())
    for where, changed in in_data(data):

        def content(changed: dict[str, Any] = changed) -> bytes:
            def put(document: pikepdf.Pdf) -> None:
                old = document.attachments["data.json"].obj.EF.F
                old.write(json.dumps(changed, ensure_ascii=False).encode())

            return damage.page_objects(pdf, put)

        yield Mutant("embedded data, page", where, content)


def caught(one: Made, mutants: list[Mutant]) -> dict[str, tuple[int, int]]:
    """By kind: how many faults were seeded, and how many were caught and called what they are."""
    seeded, found = Counter(m.kind for m in mutants), Counter[str]()
    missed = []
    for mutant in mutants:
        codes = {problem.code for problem in one.verified(mutant.content()).problems}
        if codes & NAMED[mutant.kind.partition(",")[0]]:
            found[mutant.kind] += 1
        else:
            missed.append(f"{mutant.kind}: {mutant.where}: {codes}")
    assert missed == []
    return {kind: (seeded[kind], found[kind]) for kind in seeded}


@pytest.fixture(scope="module", params=["pdf", "pptx"])
def file(request: pytest.FixtureRequest) -> tuple[Made, list[Mutant]]:
    one = made(request.param)
    return one, list((in_page if request.param == "pdf" else in_deck)(one))


def test_every_tenth_fault_is_caught(file: tuple[Made, list[Mutant]]) -> None:
    one, mutants = file
    assert caught(one, mutants[::10])


@pytest.mark.slow
def test_every_fault_is_caught(file: tuple[Made, list[Mutant]], capsys: Any) -> None:
    one, mutants = file
    shares = caught(one, mutants)
    with capsys.disabled():
        print()
        for kind, (seeded, found) in shares.items():
            print(f"  {one.kind}: {kind}: {found} of {seeded} caught")


def test_there_are_many_faults_of_every_kind() -> None:
    page, deck = list(in_page(made("pdf"))), list(in_deck(made("pptx")))
    assert len(page) + len(deck) >= FEWEST
    kinds = Counter(mutant.kind for mutant in [*page, *deck])
    assert len(kinds) >= 15, kinds


def test_a_deck_that_was_only_saved_again_holds() -> None:
    deck = made("pptx")
    assert deck.problems(damage.deck(deck.content, lambda prs: None)) == []


@pytest.mark.parametrize(("language", "page"), [("en", "letter"), ("zh", "a4")])
def test_other_editions_of_the_sample_hold(language: str, page: str) -> None:
    for kind in ("pdf", "pptx"):
        one = made(kind, SAMPLE, language, page)
        assert one.problems(one.content) == []


@pytest.mark.slow
def test_no_correct_file_gives_an_alarm(tmp_path: Path) -> None:
    held, wanted = 0, 300
    for seed, size in sweep(4000):
        smaller = Size(min(size.areas, 12), min(size.figures, 60), "short", size.language,
                       size.relations)  # fmt: skip
        path = written(tmp_path, narrow(data_file(seed, smaller)))
        for output in ("pdf", "pptx"):
            try:
                build(path, outputs=[output])
            except Problems as problems:
                codes = {problem.code for problem in problems.problems}
                assert not any(code.startswith("BB6") for code in codes), str(problems)
            else:
                held += 1
        if held >= wanted:
            break
    assert held >= wanted


def narrow(data: dict[str, Any]) -> dict[str, Any]:
    """The same file with numbers that have room beside their units."""
    for area in data["areas"]:
        for figure in area["figures"]:
            plain = set(figure) <= {"id", "label", "short_label", "value", "unit", "counts", "kind",
                                    "qualifier", "priority", "source", "scope"}  # fmt: skip
            if plain and "unit" in figure and figure["value"] > 999:
                figure["value"] %= 900
    return data
