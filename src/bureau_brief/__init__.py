"""Turn a public office's results into a one-page PDF briefing and a short PowerPoint deck.

data file --reading--> Record --resolving--> Brief --page--> Page --page_pdf---> .pdf
                                                  \\--deck--> Deck --deck_pptx--> .pptx

Reading checks the file and reports every problem with its line. Resolving writes every
sentence and formats every number, once, in one language. The plans place those strings on a
page and on slides; the drawers draw what the plans say. So the page and the slides cannot
disagree: what both print was written before either was laid out.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bureau_brief.building import Built, build
    from bureau_brief.problems import Place, Problem, Problems

__version__ = "0.1.0"
__all__ = ["Built", "Place", "Problem", "Problems", "__version__", "build"]


def __getattr__(name: str) -> Any:
    """The door's names, imported when they are first used: `--help` should not pay for them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from bureau_brief import building, problems

    return getattr(building if name in ("Built", "build") else problems, name)
