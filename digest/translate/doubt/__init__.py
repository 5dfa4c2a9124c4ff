"""A translation and what must not be lost → the same, with a notice if it is doubtful.

In go a source and its output, or a `Translation`, and the names and terms of the site (`Protected`). Out
comes what makes it doubtful in a few words (`doubt`, `doubt_about`), or the translation as pages show it
(`with_notices`). `Meaning` asks the encoder what words cannot tell; `beyond_words` asks it for the memory,
which keeps the answer. `notices` has the reasons in order: names, denials, numbers that only may differ, and
what is not whole. What a person worded or reviewed is never doubtful; editors are told of an `other_number`.
Refusing is the gate's business.
"""

from digest.translate.doubt.kept import NOTHING, Protected, protected
from digest.translate.doubt.meaning import Meaning
from digest.translate.doubt.names import Name
from digest.translate.doubt.notices import beyond_words, doubt, doubt_about, other_number, with_notices

__all__ = [
    "NOTHING",
    "Meaning",
    "Name",
    "Protected",
    "beyond_words",
    "doubt",
    "doubt_about",
    "other_number",
    "protected",
    "with_notices",
]
