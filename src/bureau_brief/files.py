"""Finished files put in place: all of them, or none.

In: a folder and bytes by file name. Out: where each is. Each file is written under a temporary
name in the same folder; only when all are written are they renamed, so that nobody ever sees
half a file, and what was there comes back if anything goes wrong. A file that somebody edited is
kept under another name.
Not for: deciding what is written.
"""

import itertools
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bureau_brief.problems import Place, Problem, Problems, problem
from bureau_brief.seals import is_sealed


class Put(NamedTuple):
    """A file in its place."""

    path: Path
    kept: Path | None
    """Where the edited file is that stood there."""


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> list[Put]:
    """Write `files` into `folder`, which is made if need be; `force` overwrites edited files.

    Raises Problems.
    """
    waiting: list[tuple[Path, Path]] = []
    kept: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            final = folder / name
            if final.exists() and not final.is_file():
                raise OSError(None, f"`{name}` there, which is no file")
            waiting.append((_written(folder, content), final))
            if not force and _is_edited(final, content):
                kept[final] = _free(final)
        _put(waiting, kept)
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        raise Problems([_cannot_write(folder, error)]) from error
    finally:
        for temporary, _final in waiting:
            temporary.unlink(missing_ok=True)
    return [Put(final, kept.get(final)) for _temporary, final in waiting]


def _is_edited(path: Path, content: bytes) -> bool:
    """Whether what stands at `path` is neither `content` nor as this program wrote it."""
    if not path.is_file():
        return False
    standing = path.read_bytes()
    return standing != content and not is_sealed(standing)


def _free(path: Path) -> Path:
    """A name beside `path` for its edited file: `(edited)`, `(edited 2)` ..."""
    for count in itertools.count(1):
        mark = "(edited)" if count == 1 else f"(edited {count})"
        name = path.with_name(f"{path.stem} {mark}{path.suffix}")
        if not name.exists():
            break
    return name


def _put(waiting: Iterable[tuple[Path, Path]], kept: Mapping[Path, Path]) -> None:
    """Give every file its name; if one cannot have it, all are as they were."""
    undo: list[tuple[Path, Path | None]] = []
    try:
        for temporary, final in waiting:
            old = kept.get(final, temporary.with_name(f"{temporary.name}-old"))
            undo.append((final, _named(final, old) if final.is_file() else None))
            temporary.replace(final)
    except BaseException:  # stopped with Ctrl-C, too
        for final, other in reversed(undo):
            if other:
                other.replace(final)
            elif final.is_file():
                final.unlink()
        raise
    for final, other in undo:
        if other and final not in kept:
            other.unlink()


def _named(path: Path, other: Path) -> Path:
    """A second name for what stands there, so that it is never without one."""
    try:
        other.hardlink_to(path)
    except OSError:  # a file system without links
        path.replace(other)
    return other


def _written(folder: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".bureau-brief-")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        path.chmod(0o666 & ~_umask())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_write(folder: Path, error: OSError | ValueError) -> Problem:
    reason = getattr(error, "strerror", None) or str(error)
    return problem("BB501", Place("", str(folder)), reason=reason)
