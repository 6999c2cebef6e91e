"""`python -m bureau_brief` and `bureau-brief` are this: the command, without garbage collection.

One short run leaves nothing behind that is worth collecting, its imports least of all.
"""

import gc

gc.disable()

from bureau_brief.cli import main  # noqa: E402 - from its first import on

if __name__ == "__main__":
    main()
