"""Every message of the program, by code.

In: nothing. Out: MESSAGES: what is expected, what was found, how to mend it. The messages
stand in one module an area, so that all of an area can be read, and mended, on one page.
Plain words, lower case, no full stop, backticks round names.
Not for: finding problems.
"""

from collections.abc import Mapping

from bureau_brief.messages.arithmetic import ARITHMETIC
from bureau_brief.messages.comparing import COMPARING
from bureau_brief.messages.deck import DECK
from bureau_brief.messages.files import FILES
from bureau_brief.messages.form import FORM
from bureau_brief.messages.looks import LOOKS
from bureau_brief.messages.meaning import MEANING
from bureau_brief.messages.message import Message, Severity
from bureau_brief.messages.page import PAGE
from bureau_brief.messages.provenance import PROVENANCE
from bureau_brief.messages.template import TEMPLATE
from bureau_brief.messages.verifying import VERIFYING
from bureau_brief.messages.wording import WORDING

MESSAGES: Mapping[str, Message] = {
    **FORM, **MEANING, **ARITHMETIC, **PROVENANCE, **COMPARING, **WORDING, **PAGE, **DECK,
    **TEMPLATE, **FILES, **LOOKS, **VERIFYING,
}  # fmt: skip

__all__ = ["MESSAGES", "Message", "Severity"]
