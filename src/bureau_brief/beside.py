"""A file that an input names, looked for beside it.

In: a folder, and a name that stands in a file from anywhere. Out: the path of a file that lies in
this folder or below; whether a name leads out of it. A name that no disk can have (too long, a
link to itself) is the name of no file.
Not for: reading it.
"""

from pathlib import Path

_NO_FILE = (OSError, ValueError, RuntimeError)  # too long; a NUL; a link to itself


def beside(folder: Path, name: str) -> Path | None:
    """The file of this name, if there is one in the folder or below."""
    try:
        path = folder / name
        return path if path.is_file() and not leads_out(folder, name) else None
    except _NO_FILE:
        return None


def leads_out(folder: Path, name: str) -> bool:
    """Whether the name, or a link of this name, leads out of the folder."""
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except _NO_FILE:
        return False
