"""What the standard library says of a zip that is damaged, protected, or none at all.

In: nothing. Out: the errors that opening such a file and reading a part of it may raise.
Not for: reading one.
"""

import zipfile
import zlib

DAMAGED = (
    zipfile.BadZipFile, zlib.error, LookupError, OSError, RuntimeError, NotImplementedError,
    ValueError, EOFError,
)  # fmt: skip
