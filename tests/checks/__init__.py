"""Checks on finished files: what a reader finds in them, held against the design.

In: the bytes of a file, the plan it was drawn from, the Brief it says. Out: lists of faults.
Nothing here is shared with the drawers: files are read back with other libraries.
"""
