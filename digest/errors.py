"""The error tree.

DigestError
├── ConfigError        an option of the site is wrong
├── MemoryFileError    a file of the translation memory cannot be read or written; carries problems
├── AddError           nothing can be added to the site as it is
├── FetchError         an address cannot be fetched, or must not be
├── EngineError        a translation engine failed or is not installed
│   └── PackageError   its model cannot be had, is not safe or is not the pinned one
├── EncoderError       the encoder's model is not there, or is not the one that is pinned
├── QuotationError     a page would show words as somebody's that their source does not hold
└── SiteError          a finished site is not what its content builds; carries problems

What is expected to go wrong in content is a `Problem` in a list; these are raised where work cannot go on.
"""

from collections.abc import Iterable
from datetime import datetime

from digest.model import Problem


class DigestError(Exception):
    """Anything that a user can mend; shells show its text without a traceback."""


class ConfigError(DigestError):
    """An option of the site is wrong."""


class MemoryFileError(DigestError):
    """Files of the translation memory cannot be read or written; carries every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.message)))
        super().__init__("\n".join(map(str, self.problems)))


class AddError(DigestError):
    """Nothing can be added to the site as it is."""


class FetchError(DigestError):
    """An address cannot be fetched, or must not be; its text begins with the address."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        retry_at: datetime | None = None,
        is_refused: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        """What the server answered."""
        self.retry_at = retry_at
        """From when on the server may be asked again, where it told."""
        self.is_refused = is_refused
        """Whether a rule keeps us from asking, so that asking again soon changes nothing."""


class EngineError(DigestError):
    """A translation engine failed or is not installed."""


class EncoderError(DigestError):
    """The encoder's model is not there, or is not the one that is pinned."""


class QuotationError(DigestError):
    """A page would show words as somebody's that their source does not hold."""


class SiteError(DigestError):
    """A finished site is not what its content builds; carries a problem for each file that is not."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(message)


class PackageError(EngineError):
    """A model package cannot be had, is not safe or is not the one that is pinned."""
