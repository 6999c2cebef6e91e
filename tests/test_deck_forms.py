"""Decks of every form and of many areas: the same checks hold as on the sample."""

from pathlib import Path

import pytest

from bureau_brief import build
from bureau_brief.reading import read
from tests import deck_data
from tests.checks import deck, deck_render, tools
from tests.checks.deck import Finished
from tests.checks.deck_render import Rendered

LONG = deck_data.labelled(18, 1, deck_data.LONG_WORDS)
LONG["overview_title"] = "Each area reports one main result"
for area in LONG["areas"]:
    area["message"] = f"{area['title']} reports one main result"
DATA = {
    "every form": deck_data.every_form(),
    "18 areas, 108 figures": deck_data.many(18, 6),
    "12 areas of one figure": deck_data.many(12, 1),
    "4 areas of 9 figures": deck_data.many(4, 9),
    "2 areas": deck_data.many(2, 2),
    "18 areas, long labels": LONG,
}


@pytest.fixture(scope="module", params=DATA)
def finished(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    path = deck_data.written(DATA[request.param], tmp_path_factory.mktemp("data"))
    return Finished(build(path, outputs=["pptx"]).files["county-en.pptx"], read(path)[0])


@pytest.mark.parametrize("name", deck.CHECKS)
def test_the_check_holds(finished: Finished, name: str) -> None:
    assert deck.CHECKS[name](finished) == []


@pytest.fixture(
    scope="module", params=["every form", "18 areas, 108 figures", "18 areas, long labels"]
)
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    folder = tmp_path_factory.mktemp("rendered")
    path = deck_data.written(DATA[request.param], folder)
    made = Finished(build(path, outputs=["pptx"]).files["county-en.pptx"], read(path)[0])
    return Rendered(made, tools.slides_as_pdf(made.data, folder))


@pytest.mark.parametrize("name", deck_render.CHECKS)
def test_the_check_holds_on_the_rendered_deck(rendered: Rendered, name: str) -> None:
    assert deck_render.CHECKS[name](rendered) == []


def test_every_form_is_among_them(tmp_path: Path) -> None:
    from tests.test_deck import deck_of

    forms = {slide.form for data in DATA.values() for slide in deck_of(data, tmp_path).slides}
    assert forms == {
        *("title", "overview", "one", "cause", "rate", "figures", "bars", "targets", "series"),
        *("more", "closing"),
    }
