"""The forms of the ledger, one module each; `choosing.FORMS` is the list of them.

In: an Area of the Brief and a Setter. Out: a Block: a whole row, or what stands as evidence.
Not for: which form an area takes (`choosing`), or the lead block (`lead`).
"""
