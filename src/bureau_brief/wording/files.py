"""The files of a language: found in a user's folder first, read with care.

In: folders, a file's name. Out: its text, or a Problem. Such files come from outside the
program: only a plain, small, UTF-8 file that really lies in its templates folder is read.
Not for: what the text means (`words`, `templates`).
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from bureau_brief.problems import Place, Problems, problem
from bureau_brief.resources import TEMPLATES

WORDS_FILE = "words.toml"
SUFFIX = ".txt.j2"
LARGEST = 100_000  # bytes; the English words.toml has 4,000

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither a PDF nor a slide can hold."""


def found_in(folders: Sequence[Path], name: str) -> Path | None:
    """The file `name` of the first folder that has it."""
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def read(path: Path) -> str:
    """The text of `path`, a file of a language's folder. Raises Problems."""
    reason = ""
    root = path.parent.parent
    if root != TEMPLATES and not path.resolve().is_relative_to(root.resolve()):
        reason = "a link that leads out of it"
    elif path.stat().st_size > LARGEST:
        reason = f"more than {LARGEST} bytes"
    else:
        try:
            return path.read_text(encoding="utf-8-sig")  # Windows editors write a mark in front
        except (OSError, UnicodeDecodeError) as error:
            reason = str(error)
    raise Problems([problem("BB213", place(path), reason=reason)])


def place(path: Path, key: str = "", line: int = 0) -> Place:
    """Where a problem is: `templates/en/words.toml`, or the path in the user's own folder."""
    shipped = path.is_relative_to(TEMPLATES)
    name = Path("templates", path.relative_to(TEMPLATES)) if shipped else path
    return Place(key, name.as_posix(), line, 1 if line else 0)


def check_own(own: Path, language: str, names: Sequence[str]) -> None:
    """Refuse a user's folder that is not there, or whose files nothing would read."""
    if not os.path.isdir(own):  # noqa: PTH112 - no error for a name that no disk can have
        raise Problems([problem("BB211", Place(""), folder=own)])
    inside = own / language
    try:
        strays = [path for path in sorted(own.iterdir()) if _looks_like_ours(path)]
        unknown = sorted(inside.iterdir()) if inside.is_dir() else []
    except OSError as error:
        raise Problems([problem("BB213", place(own), reason=error.strerror)]) from error
    unknown = [path for path in unknown if _looks_like_ours(path) and path.name not in names]
    found = [problem("BB212", place(path), hint=f"put it in {own.name}/{language}/")
             for path in strays]  # fmt: skip
    found += [problem("BB212", place(path), hint=nearest(path.name, names)) for path in unknown]
    if found:
        raise Problems(found)


def nearest(name: str, names: Sequence[str]) -> str:
    """A hint for a misspelled name."""
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(name, names, n=1)
    return f"did you mean `{close[0]}`?" if close else f"one of {', '.join(names)}"


def _looks_like_ours(path: Path) -> bool:
    return path.suffix in (".j2", ".toml", ".txt") and not path.is_dir()
