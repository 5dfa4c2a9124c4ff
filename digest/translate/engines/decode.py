"""Decoding with CTranslate2: sentences of like length share a batch, whatever text they stand in.

The batches are cut here and not by CTranslate2, so they are the same for any number of workers, and no more
of them wait than the workers need: a user who interrupts does not wait for the rest of a chunk.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.errors import EngineError

BEAM = 4
LENGTH_PENALTY = 0.2
"""Beam and penalty are what Argos itself decodes with."""
LONGEST = 500
"""Tokens of a sentence. Models are trained on shorter ones and lose the end of such a wall of text."""
_SECONDS = 3600
"""For the sentences of one call, some 20,000 characters: minutes on a slow machine."""
_DECODED = 256
"""Tokens of output that any input may have; CTranslate2 stops there, too."""

Tokens = Sequence[str]
_held: dict[tuple[str, int, int], Any] = {}
"""The model in memory; a text on its way through two waits with its whole chunk for the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How to search for a translation, and with how much of the machine."""

    beam: int = BEAM
    """Hypotheses kept at each step."""
    batch_tokens: int = 1024
    jobs: int = 1

    @property
    def options(self) -> str:
        """Return what here decides about outputs, where it is not what Argos itself decodes with."""
        return "" if self.beam == BEAM else f"beam={self.beam}"


def decoded(
    folder: Path, tokens_by_sentence: Mapping[str, Tokens], prefix: str, decoding: Decoding
) -> dict[str, list[str]]:
    """Return the tokens of each sentence's translation by the model in `folder`.

    Raises:
        EngineError: it takes more than an hour.
    """
    ends = time.monotonic() + _SECONDS
    model = loaded(str(folder), _changed(folder), decoding.jobs)
    found: dict[str, list[str]] = {}
    waiting: deque[tuple[Sequence[str], Sequence[Any]]] = deque()
    for batch in batches(tokens_by_sentence, decoding.batch_tokens):
        waiting.append((batch, _begun(model, [tokens_by_sentence[one] for one in batch], prefix, decoding)))
        if len(waiting) > decoding.jobs:
            found |= _ended(*waiting.popleft())
        if time.monotonic() > ends:
            raise EngineError(f"the model in {folder} had no answer within {_SECONDS} seconds")
    for begun in waiting:
        found |= _ended(*begun)
    return found


def batches(tokens_by_sentence: Mapping[str, Tokens], size: int) -> Iterator[list[str]]:
    """Cut sentences into batches of at most `size` tokens with padding, the longest sentences first.

    >>> list(batches({"a": ["a"], "b c": ["b", "c"], "d e": ["d", "e"]}, 4))
    [['b c', 'd e'], ['a']]
    """
    batch: list[str] = []
    longest = 0
    for sentence in sorted(tokens_by_sentence, key=lambda one: (-len(tokens_by_sentence[one]), one)):
        if batch and longest * (len(batch) + 1) > size:
            yield batch
            batch = []
        longest = longest if batch else len(tokens_by_sentence[sentence])
        batch.append(sentence)
    if batch:
        yield batch


def _begun(model: Any, batch: Sequence[Tokens], prefix: str, decoding: Decoding) -> Sequence[Any]:
    results: Sequence[Any] = model.translate_batch(
        batch,
        target_prefix=[[prefix]] * len(batch) if prefix else None,
        asynchronous=True,
        beam_size=decoding.beam,
        num_hypotheses=1,
        length_penalty=LENGTH_PENALTY,
        replace_unknowns=True,
        max_decoding_length=max(_DECODED, 2 * len(batch[0])),
    )
    return results


def _ended(batch: Iterable[str], results: Iterable[Any]) -> dict[str, list[str]]:
    ended = (result.result() for result in results)
    return {sentence: one.hypotheses[0] for sentence, one in zip(batch, ended, strict=True)}


def _changed(folder: Path) -> int:
    return (folder / "model.bin").stat().st_mtime_ns


def loaded(folder: str, changed: int, jobs: int) -> Any:
    """Load a model, once while its file stays the same and no other is asked for."""
    key = folder, changed, jobs
    if key not in _held:
        import ctranslate2  # noqa: PLC0415 - lazily

        _held.clear()  # before the next one comes: two would need twice the memory
        # “default” keeps the weights as they are in the package; “auto” would choose by processor.
        _held[key] = ctranslate2.Translator(
            folder,
            device="cpu",
            compute_type="default",
            inter_threads=jobs,
            # Each worker its share of the processor; 0 is CTranslate2's own choice for one.
            intra_threads=max(1, (os.cpu_count() or 1) // jobs) if jobs > 1 else 0,
        )
    return _held[key]
