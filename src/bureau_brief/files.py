"""Finished files put in place: all of them, or none.

In: a folder and bytes by file name. Out: paths. Each file is written under a temporary name
in the same folder; only when all are written are they renamed, so that nobody ever sees half
a file, and what was there comes back if anything goes wrong.
Not for: deciding what is written.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from bureau_brief.problems import Place, Problem, Problems, problem


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write `files` into `folder`, which is made if need be. Raises Problems."""
    waiting: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            waiting.append((_written(folder, content), folder / name))
        _put(waiting)
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        raise Problems([_cannot_write(folder, error)]) from error
    finally:
        for temporary, _final in waiting:
            temporary.unlink(missing_ok=True)
    return [final for _temporary, final in waiting]


def _put(waiting: Iterable[tuple[Path, Path]]) -> None:
    """Give every file its name; if one cannot have it, all are as they were."""
    undo: list[tuple[Path, Path | None]] = []
    try:
        for temporary, final in waiting:
            undo.append((final, _aside(final, temporary) if final.is_file() else None))
            temporary.replace(final)
    except (OSError, ValueError):
        for final, kept in reversed(undo):
            if kept:
                kept.replace(final)
            elif final.is_file():
                final.unlink()
        raise
    for _final, kept in undo:
        if kept:
            kept.unlink()


def _aside(final: Path, temporary: Path) -> Path:
    """A second name for what stands there, so that it is never without one."""
    kept = temporary.with_name(f"{temporary.name}-old")
    try:
        kept.hardlink_to(final)
    except OSError:  # a file system without links
        final.replace(kept)
    return kept


def _written(folder: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".bureau-brief-")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        path.chmod(0o666 & ~_umask())
    except OSError:
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
