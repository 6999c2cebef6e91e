"""What was planned for a figure, and what became of it, in words.

In: a record.Figure and a Speaker. Out: the verdict, and a brief.Target where there is one.
A qualified value is judged only as far as it tells.
Not for: what was before (`history`), or bars (the plans).
"""

from collections.abc import Mapping

from bureau_brief import brief
from bureau_brief.arithmetic import Standing, standing
from bureau_brief.brief import Part, Text
from bureau_brief.record import BOUNDS, Figure
from bureau_brief.resolving.choosing import qualifier
from bureau_brief.resolving.speaking import Speaker
from bureau_brief.values import replace

# Of a target, and of a limit (`better: lower`): the verdict's name, and whether it was met.
_TARGET: Mapping[Standing, tuple[str, bool | None]] = {
    "above": ("above", True), "at": ("at", True), "at least": ("reached", True),
    "at most": ("target", None), "below": ("below", False), "unknown": ("target", None),
}  # fmt: skip
_LIMIT: Mapping[Standing, tuple[str, bool | None]] = {
    "above": ("over", False), "at": ("within", True), "at least": ("limit", None),
    "at most": ("within", True), "below": ("within", True), "unknown": ("limit", None),
}  # fmt: skip


def verdict(speaker: Speaker, figure: Figure) -> Text:
    """`below the target of 350,000`; `no target set`."""
    if figure.target is None:
        return speaker.fixed("target_verdict", verdict="none", number="")
    name, _met = _judged(speaker, figure)
    number = str(_number(speaker, figure))
    return speaker.wording.text("target_verdict", verdict=name, number=number)


def target(speaker: Speaker, figure: Figure, phrase: Text, change: Text) -> brief.Target | None:
    """The target with the words that stand beside its mark."""
    if figure.target is None:
        return None
    number, text = _number(speaker, figure), speaker.wording.text
    _name, met = _judged(speaker, figure)
    lower = "yes" if figure.better == "lower" else ""
    alt = {
        "phrase": str(phrase),
        "verdict": str(verdict(speaker, figure)),
        "change": str(change) if change else "",
    }
    return brief.Target(
        value=figure.target,
        number=number,
        met=met,
        lower=bool(lower),
        drawable=_drawable(speaker, figure),
        mark=text("target_mark", lower=lower, number=str(number)),
        line=_line(speaker, figure, met, lower),
        alt=text("alt_target", phrase.figures, **alt),
        reading=speaker.fixed("page_targets"),
        reading_cut=speaker.fixed("page_cut"),
    )


def _judged(speaker: Speaker, figure: Figure) -> tuple[str, bool | None]:
    assert figure.target is not None  # noqa: S101 - the callers asked
    said = replace(figure, qualifier=qualifier(speaker.figures, figure))
    table = _LIMIT if figure.better == "lower" else _TARGET
    return table[standing(said, figure.target)]


def _number(speaker: Speaker, figure: Figure) -> Text:
    """The target with its unit."""
    assert figure.target is not None  # noqa: S101 - the callers asked
    parts = speaker.wording.amount(figure.target, figure.unit, "exact")
    return Text(parts, f"{speaker.known[figure.id].path}.target")


def _line(speaker: Speaker, figure: Figure, met: bool | None, lower: str) -> Text:
    """`Target met: at least 12,000 (line in the bar)`, its outcome is set in bold.

    In fewer words: without the mark, where no bar has it.
    """
    assert figure.target is not None  # noqa: S101 - the callers asked
    outcome = speaker.wording.sentence(
        "target_outcome", met="" if met is None else "yes" if met else "no"
    )
    number = str(_number(speaker, figure))

    def line(mark: str) -> Text:
        rest = speaker.wording.sentence("target_line", lower=lower, number=number, mark=mark)
        return Text((Part("strong", outcome), Part("words", rest)), "templates:target_line")

    if not _drawable(speaker, figure):
        return line("")
    mark = "line" if figure.value > figure.target else "outline"
    return replace(line(mark), shorter=line(""))


def _drawable(speaker: Speaker, figure: Figure) -> bool:
    """Whether a bar may show the figure against its target."""
    bounded = qualifier(speaker.figures, figure) in BOUNDS
    possible = figure.target is not None and figure.target > 0 and figure.value >= 0
    return possible and not bounded and speaker.known[figure.id].area.chart != "none"
