"""`python -m bureau_brief` is `bureau-brief`."""

from bureau_brief.cli import main

if __name__ == "__main__":
    main()
