"""Characters of a deck that its fonts cannot draw.

In: finished slides, what each of them says, the deck's fonts by weight. Out: a Problem for each
text that has such characters.
Not for: where the texts stand.
"""

from collections.abc import Iterator, Mapping, Sequence

from bureau_brief.brief import Text
from bureau_brief.fitting import Face
from bureau_brief.outputs.deck.values import Slide
from bureau_brief.problems import Place, Problem, problem


def undrawable(
    slides: Sequence[Slide], said: Sequence[str], faces: Mapping[str, Face]
) -> Iterator[Problem]:
    """A whole slide is asked about first: nearly all have every character."""
    for slide, words in zip(slides, said, strict=True):
        if any(face.missing(words) for face in faces.values()):
            for text, missing in _missing(slide, faces):
                points = ", ".join(f"`{c}` U+{ord(c):04X}" for c in dict.fromkeys(missing))
                values = {"text": str(text).replace("\u00a0", " "), "characters": points}
                if missing:
                    yield problem("BB404", Place(text.path), **values)


def _missing(slide: Slide, faces: Mapping[str, Face]) -> Iterator[tuple[Text, str]]:
    """Each text of the slide, and what is missing of it: of its label, where it has one."""
    for one in slide.paragraphs():
        yield one.shows[-1], "".join([faces[s.weight].missing(s.text) for s in one.spans])
    yield from ((text, faces["regular"].missing(str(text))) for text in slide.charted())
