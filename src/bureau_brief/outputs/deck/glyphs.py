"""Characters of a deck that its fonts cannot draw.

In: finished slides, what each of them says, the deck's fonts by weight. Out: a Problem for each
text that has such characters.
Not for: where the texts stand.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from bureau_brief.brief import Text
from bureau_brief.fitting import Face
from bureau_brief.outputs.deck.values import Slide
from bureau_brief.problems import Place, Problem, problem


def undrawable(
    slides: Sequence[Slide], said: Sequence[str], faces: Mapping[str, Face]
) -> Iterator[Problem]:
    """The whole deck is asked about first: nearly all have every character."""
    characters = "".join(set().union(*said))
    if not any(face.missing(characters) for face in faces.values()):
        return
    for text, missing in itertools.chain.from_iterable(_missing(each, faces) for each in slides):
        points = ", ".join(f"`{c}` U+{ord(c):04X}" for c in dict.fromkeys(missing))
        values = {"text": str(text).replace("\u00a0", " "), "characters": points}
        if missing:
            yield problem("BB404", Place(text.path), **values)


def _missing(slide: Slide, faces: Mapping[str, Face]) -> Iterator[tuple[Text, str]]:
    """Each text of the slide, and what is missing of it: of its label, where it has one."""
    for one in slide.paragraphs():
        yield one.shows[-1], "".join([faces[s.weight].missing(s.text) for s in one.spans])
    yield from ((text, faces["regular"].missing(str(text))) for text in slide.charted())
