"""What a wording is evidence of, before and after it is joined with others."""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Person, Quote, WordingState


def state_of(quote: Quote, person: Person | None) -> WordingState:
    """Return the state that the quote and its speaker's languages give.

    What the text or an editor says of the language spoken decides; else the one language that a person
    speaks in public does; where several are possible, the words stay as printed.
    """
    if quote.is_paraphrase:
        return WordingState.PARAPHRASE
    if quote.spoken_language:
        return _state(_same(quote.language, quote.spoken_language))
    languages = person.languages if person else ()
    if not languages:
        return WordingState.AS_PRINTED
    if len(languages) == 1:
        return _state(_same(quote.language, languages[0]))
    if any(_same(quote.language, language) for language in languages):
        return WordingState.AS_PRINTED
    return WordingState.TRANSLATION


def certain_language(quote: Quote, person: Person | None) -> str | None:
    """Return the language spoken as far as it may keep wordings apart.

    That is the language of an original, or the one said to have been spoken. A translation into the
    language of a person who speaks another is no such evidence: people do speak foreign languages.
    """
    if quote.spoken_language:
        return main(quote.spoken_language)
    if state_of(quote, person) is WordingState.ORIGINAL:
        return main(quote.language)
    return None


def spoken_language(quotes: Iterable[Quote], person: Person | None) -> str | None:
    """Return the language that joined wordings were spoken in, if known."""
    quotes = list(quotes)
    said = sorted({quote.spoken_language for quote in quotes if quote.spoken_language})
    if said:
        return said[0]
    if person and len(person.languages) == 1:
        return person.languages[0]
    return None


def state_beside(quote: Quote, person: Person | None, spoken: str | None) -> WordingState:
    """Return the state once it is known from other wordings which language was spoken.

    Nothing becomes an original by this. A wording as printed becomes a translation where another language
    was spoken; one called a translation, but in the very language that was spoken, is as printed.
    """
    own = state_of(quote, person)
    if spoken is None or own in {WordingState.ORIGINAL, WordingState.PARAPHRASE}:
        return own
    if _same(quote.language, spoken):
        return own if quote.spoken_language else WordingState.AS_PRINTED
    return WordingState.TRANSLATION


def main(language: str) -> str:
    """Return the main language of a code: `pt` of `pt-BR`."""
    return language.split("-", maxsplit=1)[0]


def _same(first: str, second: str) -> bool:
    return main(first) == main(second)


def _state(original: object) -> WordingState:
    return WordingState.ORIGINAL if original else WordingState.TRANSLATION
