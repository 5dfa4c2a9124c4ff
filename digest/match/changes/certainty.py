"""How certain each of two wordings is: what may be for one and will be for the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.languages import row
from digest.languages.senses import Modality, denials, modalities
from digest.match.alike import prepared
from digest.match.changes.states import main
from digest.model import Quote

_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-ÖØ-ÞА-Я][\w’'-]*")


def another_certainty(first: Quote, second: Quote) -> str | None:
    """Tell of a class that one has and the other has not, if that one has another class instead."""
    here, there = _classes(first), _classes(second)
    if hedged := _hedged(here, there) or _hedged(there, here, turned=True):
        return hedged
    for classes in (here, there):
        for kind in (Modality.HEDGED, Modality.AHEAD):
            classes.pop(kind, None)
    if main(first.language) != main(second.language):
        # Other languages say what is to come by their tenses.
        here.pop(Modality.COMING, None)
        there.pop(Modality.COMING, None)
    if Modality.CERTAIN in here.keys() ^ there.keys():
        # `surely` strengthens what another word says; against `may` it stands alone.
        sure, unsure = (here, there) if Modality.CERTAIN in here else (there, here)
        if Modality.POSSIBLE not in unsure or Modality.POSSIBLE in sure:
            sure.pop(Modality.CERTAIN)
    # What must not be may not be.
    not_to_be = {*here, *there} == {Modality.DUE, Modality.POSSIBLE} and all(
        denials(quote.text, quote.language) for quote in (first, second)
    )
    if here and there and not here.keys() & there.keys() and not not_to_be:
        return f"{next(iter(here.values()))} / {next(iter(there.values()))}"
    return None


def _hedged(
    own: Mapping[Modality, str], other: Mapping[Modality, str], *, turned: bool = False
) -> str | None:
    """Tell of what one wording says may be, and the other will be or certainly is."""
    if Modality.HEDGED not in own or {Modality.HEDGED, Modality.POSSIBLE} & other.keys():
        return None
    sure = other.get(Modality.CERTAIN) or other.get(Modality.AHEAD)
    pair = (own[Modality.HEDGED], sure)
    return " / ".join(map(str, pair[::-1] if turned else pair)) if sure else None


def _classes(quote: Quote) -> dict[Modality, str]:
    text = prepared(quote.text, main(quote.language))
    spoken = f" {' '.join(text.all_words)} "
    if row(quote.language).cased and not row(quote.language).nouns_are_capital:
        # A word inside a sentence with a capital letter is a name: `Mrs May`.
        spoken = f" {' '.join(prepared(_NAME.sub(' ', quote.text), main(quote.language)).all_words)} "

    def held(word: str) -> str | None:
        """Return a word that the wording has, an ending with its word."""
        if word.startswith("-") or word.endswith("-"):
            start = r"\w*" if word.startswith("-") else r"(?<!\w)"
            end = r"\w*" if word.endswith("-") else r"(?!\w)"
            found = re.search(f"{start}{re.escape(word.strip('-'))}{end}", quote.text.casefold())
            return found[0] if found else None
        if not row(quote.language).spaced:
            found = re.search(rf"(?<![不没沒无無]){re.escape(word)}", quote.text)
            return word if found else None
        return word if f" {' '.join(prepared(word, main(quote.language)).all_words)} " in spoken else None

    found = modalities(quote.language).items()
    return {kind: told for kind, words in found for word in words if (told := held(word))}
