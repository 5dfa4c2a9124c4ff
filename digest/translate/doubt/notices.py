"""What makes unreviewed machine output doubtful: it is shown, with a notice.

A protected name that is in the source and in no form in the output was probably translated as a word
("Sala" for Hall) or lost; a sentence that denies something and comes back without a word that denies may
say the contrary.
"""

from __future__ import annotations

from dataclasses import replace

from digest.languages.negations import denials, may_deny
from digest.languages.numbers import lost_and_added
from digest.model import Notice, Origin, Translation
from digest.translate import alignment
from digest.translate.doubt.kept import NOTHING, Protected, lost_term

_LOST, _ADDED = 0.5, 4.0
"""Log-odds from which a part seems to be missing; a logarithm of likelihood from which one is too many."""


def with_notices(translation: Translation, kept: Protected) -> Translation:
    """Return the translation with a notice if it is a machine's, unreviewed and doubtful."""
    if doubt_about(translation, kept) is None:
        return translation
    return replace(translation, notices=(*translation.notices, Notice.DOUBTFUL))


def doubt_about(translation: Translation, kept: Protected) -> str | None:
    """Return what makes a translation doubtful; nothing does where a person worded or reviewed it."""
    if translation.origin is not Origin.MACHINE or translation.reviewed:
        return None
    source, output = translation.segment.text, translation.text
    pair = {"source_language": translation.segment.language, "target_language": translation.language}
    return doubt(source, output, kept=kept, **pair)


def doubt(
    source: str, output: str, *, source_language: str, target_language: str, kept: Protected = NOTHING
) -> str | None:
    """Return what makes `output` a doubtful translation of `source`, or None if nothing does."""
    pair = (source_language, target_language)
    return (
        kept.index.lost(source, output, pair)
        or lost_term(source, output, kept.terms, pair)
        or _lost_denial(source, output, pair)
        or _added_number(source, output, pair)
        or _sentences(source, output, pair)
    )


def _lost_denial(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A sentence that denies and comes back without any word that does."""
    if not denials(source, pair[0]):
        return None
    for bead in alignment.aligned(source, output, *pair):
        if denials(bead.source, pair[0]) and may_deny(bead.output, pair[1]) == 0:
            return "a denial lost"
    return None


def _added_number(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A number in digits that the source has not."""
    _, added = lost_and_added(source, output, *pair)
    return f"a number that the source does not have: {', '.join(added)}" if added else None


def _sentences(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A sentence that seems lost, or one too many."""
    if alignment.lost(source, output, *pair) > _LOST:
        return "a sentence may be lost"
    return "a sentence may be added" if alignment.added(source, output, *pair) > _ADDED else None
