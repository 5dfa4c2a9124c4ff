"""What outlets may have changed of a meaning: for editors, who decide whether readers are told.

Each wording is compared with the one that leads its statement, and with the first in its own language.
A machine cannot tell a change from a free translation, so what it finds is a guess: it needs evidence on
both sides, or something missing from a wording that is about as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from digest.cache import Codec, remembered
from digest.languages.lengths import in_english
from digest.languages.numbers import another_time
from digest.languages.senses import (
    answered,
    answers_otherwise,
    denials,
    may_deny,
    opposed,
)
from digest.languages.sentences import all_sentences as sentences
from digest.match.alike import prepared
from digest.match.changes.certainty import another_certainty
from digest.match.changes.denied import says_what_is_denied
from digest.match.changes.exchange import exchanged
from digest.match.changes.names import other_country, swapped
from digest.match.changes.parts import are_converse, told_otherwise, winners_agree
from digest.match.changes.people import KnownPeople, only_in
from digest.match.changes.replaced import replaced
from digest.match.changes.states import main
from digest.match.changes.vetoes import denied_otherwise, is_free
from digest.match.changes.worked_out import another_factor, another_share, retold, turned_round
from digest.model import Change, ChangeKind, ConfirmedChange, Problem, Quote, Severity, Utterance

_ALIKE = 0.7
"""A wording with this share of the other one's length, both ways, has room for all that the other says."""
_SLACK = 30
"""Characters by which a short text may be shorter in another language."""
_SHORT = 15
"""Words of a wording in which a denial is of all of it."""
_NEAR = 4
"""Words on either side of a denial among which what it denies is."""
_LONG = 3
"""Letters beyond which a word may be what is denied."""
_TELLS = 2.0
"""What a word says at least, to be looked for."""
_NOTHING_LEFT_OUT = 0.7
"""The same where a whole sentence that denies may be what one left out."""
_KEPT: Codec[Mapping[ChangeKind, str | None]] = Codec(Mapping[ChangeKind, str | None])
_KEPT_WORD: Codec[str | None] = Codec(str | None)


def with_changes(
    utterance: Utterance, people: KnownPeople, confirmed: Iterable[ConfirmedChange] = ()
) -> Utterance:
    """Return the statement with what its wordings may have differently.

    What an editor confirmed is there whether it was found or not; what one found wrong is not.

    Args:
        utterance: Its wordings in order.
        people: Everybody whose name may be in a wording.
        confirmed: Of `stories.yml`.
    """
    quotes = [wording.quote for wording in utterance.wordings]
    found = {
        (change.kind, frozenset((change.first, change.second))): change
        for first, second in _pairs(quotes)
        for change in _changes(first, second, people)
    }
    ids = {quote.id: place for place, quote in enumerate(quotes)}
    for entry in confirmed:
        if entry.parts or not entry.wordings <= ids.keys():
            continue
        if entry.kind is None:
            found = {key: change for key, change in found.items() if key[1] != entry.wordings}
            continue
        first, second = sorted(entry.wordings, key=lambda name: ids[name])
        guess = found.get((entry.kind, entry.wordings), Change(kind=entry.kind, first=first, second=second))
        found[entry.kind, entry.wordings] = replace(guess, confirmed=True)
    return replace(utterance, changes=tuple(found.values())) if found else utterance


def of_quotes(confirmed: Iterable[ConfirmedChange], quotes: Iterable[Quote]) -> tuple[ConfirmedChange, ...]:
    """Return what editors found of any of these quotes."""
    confirmed = tuple(confirmed)
    ids = {quote.id for quote in quotes} if confirmed else frozenset()
    return tuple(change for change in confirmed if not ids.isdisjoint(change.wordings))


def unknown(confirmed: Iterable[ConfirmedChange], utterances: Iterable[Utterance]) -> tuple[Problem, ...]:
    """Return a notice for each entry whose wordings there are not, or are not of one statement.

    It fails nothing: a build that stopped here would leave on the site what an editor has just withdrawn or
    corrected, since that is what takes a wording away.
    """
    together = [frozenset(wording.quote.id for wording in said.wordings) for said in utterances]
    known = frozenset(name for names in together for name in names)
    problems = []
    for entry in confirmed:
        if any(entry.wordings <= names for names in together) or (entry.parts and entry.wordings <= known):
            continue
        lost = ", ".join(f"“{name}”" for name in sorted(entry.wordings - known))
        wrong = f"there is no wording {lost}" if lost else "these two wordings are of different statements"
        message = (
            f"{wrong}, so this decides nothing; copy both ids from `digest quotes --utterances`,"
            " or take the entry out if an article was corrected or withdrawn"
        )
        problems.append(Problem("stories.yml", entry.line, Severity.NOTICE, message))
    return tuple(problems)


def _pairs(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Yield each wording with the leading one, and with the first in its own language."""
    first_by_language: dict[str, Quote] = {}
    for quote in quotes:
        first_by_language.setdefault(main(quote.language), quote)
        references = (quotes[0], first_by_language[main(quote.language)])
        yield from ((other, quote) for other in dict.fromkeys(references) if other is not quote)


def _changes(first: Quote, second: Quote, people: KnownPeople) -> Iterator[Change]:
    if first.text == second.text and main(first.language) == main(second.language):
        return
    found = {**_by_texts(first, second), ChangeKind.NAME: _name(first, second, people)}
    # In the order of their kinds, as editors read them.
    found = {kind: found[kind] for kind in ChangeKind if kind in found}
    if all(told is None for told in found.values()):
        # What is one of those is another word as well.
        found[ChangeKind.WORD] = _word(first, second)
    for kind, told in found.items():
        if told is not None:
            yield Change(kind=kind, first=first.id, second=second.id, told=told)


@remembered("changes", _KEPT)
def _by_texts(first: Quote, second: Quote) -> Mapping[ChangeKind, str | None]:
    """Return what the two wordings alone tell, whoever is known to the site."""
    return {
        ChangeKind.NEGATION: _negation(first, second),
        ChangeKind.NUMBER: _number(first, second),
        ChangeKind.MODALITY: another_certainty(first, second),
    }


@remembered("changed word", _KEPT_WORD)
def _word(first: Quote, second: Quote) -> str | None:
    """Tell of the most surprising word in the place of another, where all else is the same.

    Between two languages, and where wordings are otherwise free, tell of words of which one says the contrary
    of the other, unless one is denied.
    """
    languages = main(first.language), main(second.language)
    same = len(set(languages)) == 1
    other = replaced(first.text, second.text, languages[0]) if same else ()
    if other:
        return f"{other[0].first} / {other[0].second}"
    turned = same and exchanged(first.text, second.text, languages[0]) == ("", "")
    if turned or not _as_long(first, second):
        return None
    if found := told_otherwise(first, second):
        return " / ".join(found)
    contrary = opposed(first.text, second.text, languages)
    if not contrary or turned_round(first.text, second.text, *languages):
        return None
    if len(contrary) == 1 and winners_agree(first, second):
        return None
    changed = next((pair for pair in contrary if not are_converse(first, second, pair)), None)
    return " / ".join(changed) if changed else None


def _negation(first: Quote, second: Quote) -> str | None:
    pair = (first, second), (second, first)
    same = main(first.language) == main(second.language)
    if answers_otherwise(first.text, second.text, first.language, second.language) or (
        same and denied_otherwise(first.text, second.text, main(first.language))
    ):
        return ""
    if not any(
        denials(a.text, a.language) and may_deny(b.text, b.language, freely=True) == 0 for a, b in pair
    ):
        return None
    languages = main(first.language), main(second.language)
    texts = first.text, second.text
    explained = answered(*texts, languages) or turned_round(*texts, *languages)
    if explained or any(_left_out(a, b) for a, b in pair):
        return None
    if same:
        if any(says_what_is_denied(a, b) for a, b in pair):
            return ""
        return "" if _lengths_alike(first, second) and not is_free(*texts, languages[0]) else None
    long = _as_long(first, second, share=_NOTHING_LEFT_OUT)
    return "" if long and any(_denied_there(a, b) for a, b in pair) else None


def _left_out(denying: Quote, other: Quote) -> bool:
    """Tell whether all that denies stands in sentences without which a wording is as long as the other."""
    language = main(denying.language)
    cut = sentences(denying.text, language)
    rest = [sentence for sentence in cut if not denials(sentence, language)]
    if not rest or len(rest) == len(cut):
        return False
    kept, whole = in_english(" ".join(rest), language), in_english(other.text, main(other.language))
    return kept >= _ALIKE * whole


def _denied_there(denying: Quote, other: Quote) -> bool:
    """Tell whether the other wording has a word that this one denies; of short ones any may be meant."""
    told = says_what_is_denied(denying, other)
    if told is not None or not denials(denying.text, denying.language):
        return bool(told)
    return len(prepared(denying.text, main(denying.language)).all_words) < _SHORT


def _number(first: Quote, second: Quote) -> str | None:
    """Tell of numbers that contradict each other: what one has alone may have been left out by the other."""
    languages = main(first.language), main(second.language)
    found = retold(first.text, second.text, *languages)
    if found.contradicts or found.signs:
        return ", ".join(found.changed)
    if _as_long(first, second):
        for told in (another_share, another_factor):
            if shares := told(first.text, second.text, *languages):
                return " / ".join(shares)
    return another_time(first.text, second.text, languages)


def _name(first: Quote, second: Quote, people: KnownPeople) -> str | None:
    """Tell of two people of whom each is named in one wording alone; one name more is no change.

    Those whom the site knows are compared in any script, other names where capital letters show them.
    """
    if not _as_long(first, second):
        return _told(swapped(first, second))
    pairs = (first, second), (second, first)
    only = [only_in(*pair, people) for pair in pairs]
    return _told(only) if all(only) else _told(swapped(first, second) or other_country(first, second))


def _told(names: Sequence[str | None] | None) -> str | None:
    return " / ".join(map(str, names)) if names else None


def _as_long(first: Quote, second: Quote, *, share: float = _ALIKE) -> bool:
    """Tell whether neither wording is a part of the other, by what their languages take for one thing."""
    sizes = sorted(in_english(quote.text, main(quote.language)) + _SLACK for quote in (first, second))
    return sizes[0] >= share * sizes[1]


def _lengths_alike(first: Quote, second: Quote) -> bool:
    shorter, longer = sorted((len(first.text), len(second.text)))
    return shorter >= _ALIKE * longer
