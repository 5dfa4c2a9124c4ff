"""What runs into a name and is no part of it: somebody else's, or what an office is of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.model import Span
from digest.quote.grammar import Grammar, before_word
from digest.quote.names.forms import Mention, is_declined, is_genitive, is_mans, is_oblique
from digest.quote.names.known import is_given
from digest.quote.names.limits import FULL_NAME_WORDS
from digest.quote.names.word import Word

_LATIN_END = "\u0250"
_LETTERS = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")


def parted(runs: Sequence[tuple[int, str]], grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Yield runs of capitalised words, two names in two cases apart: `Мария Захарова Дональду Трампу`."""
    foreign = grammar.row.oblique_endings[0] > _LATIN_END
    for start, run in runs:
        if foreign and run.isascii():
            continue  # an outlet: `The Guardian`
        cut = _cut(run, grammar) if " " in run else 0
        yield start, run[:cut] if cut else run
        if cut and not (foreign and run[cut:].isascii()):
            yield start + cut + 1, run[cut + 1 :]


def _cut(run: str, grammar: Grammar) -> int:
    """Return the length of the first of two names in a run, if it holds two."""
    words = run.split()
    at = _before_latin(words) or _after_oblique(words, grammar)
    at = at or _before_adjective(words, grammar)
    if at := at or (_after_given_names(words, grammar) if len(words) > FULL_NAME_WORDS else 0):
        return len(" ".join(words[:at]))
    return _before_declined(words, grammar) if len(words) >= 2 * FULL_NAME_WORDS else 0


def _before_latin(words: list[str]) -> int:
    """Return how many words stand before Latin letters in a run that begins in others."""
    latin = (at for at, word in enumerate(words) if word.isascii())
    return next(latin, 0) if words[0] > _LATIN_END else 0


def _after_oblique(words: list[str], grammar: Grammar) -> int:
    """Return 1 if a run begins with a surname of its own in another case: `Зеленскому Стармер`."""
    first, second, *_ = words
    endings = (*grammar.row.oblique_endings, *grammar.row.genitive_endings)
    alone = first not in grammar.declined_given_names and not second.endswith(endings)
    return int(alone and is_oblique((first,), grammar))


def _after_given_names(words: list[str], grammar: Grammar) -> int:
    """Return how many words are somebody's in another case: `Шону Хэннити Джей Ди Вэнс`."""
    if len(words) >= 2 * FULL_NAME_WORDS and (
        is_mans(words[1], grammar) or is_genitive((words[0], words[1]), grammar)
    ):
        return FULL_NAME_WORDS
    declined = words[0] in grammar.declined_given_names
    at = next((at for at in range(FULL_NAME_WORDS, len(words) - 1) if is_given(words[at])), 0)
    if declined and at:
        return at
    last = words[0] in grammar.given_names and len(words) == FULL_NAME_WORDS + 1
    oblique = [word.endswith(grammar.row.oblique_endings) for word in words]
    return FULL_NAME_WORDS if last and oblique[-1] and not oblique[FULL_NAME_WORDS - 1] else 0


def _before_adjective(words: list[str], grammar: Grammar) -> int:
    """Return 2 if a third word in another case follows a full name: `Клара Горская Северной газете`."""
    if len(words) != FULL_NAME_WORDS + 1 or words[1].endswith(grammar.row.patronymics or ("\0",)):
        return 0
    endings = (*grammar.row.oblique_endings, *grammar.row.adjective_cases)
    declined = [word.endswith(endings) for word in words]
    return FULL_NAME_WORDS if declined == [False, False, True] else 0


def _before_declined(words: list[str], grammar: Grammar) -> int:
    oblique = [word.endswith(grammar.row.oblique_endings) for word in words]
    cut = next((at for at in range(FULL_NAME_WORDS, len(words) - 1) if all(oblique[at:])), 0)
    return len(" ".join(words[:cut])) if cut and not any(oblique[:cut]) else 0


def without_others(
    found: Sequence[Mention], lasts: set[str], alone: set[str], grammar: Grammar
) -> list[Mention]:
    """Leave out surnames of somebody else that stand right before a name: `Путину Дональд Трамп`.

    `alone` are names that stand by themselves, as both of `Według Johnsona Hammond` do elsewhere.
    """
    declines = bool(grammar.row.oblique_endings)
    return [
        _without_first(mention)
        if len(mention.words) > 1
        and (
            _begins_with_other(mention.words, lasts, grammar, declines=declines)
            or (declines and _are_two(mention.words, alone, grammar))
        )
        else mention
        for mention in found
    ]


def _are_two(words: tuple[str, ...], alone: set[str], grammar: Grammar) -> bool:
    first, last = words[0], words[-1]
    if len(words) > FULL_NAME_WORDS or last not in alone or is_given(first):
        return False
    return any(one not in words and is_declined(first, one, grammar) for one in alone)


def _begins_with_other(words: tuple[str, ...], lasts: set[str], grammar: Grammar, *, declines: bool) -> bool:
    if len(words) > FULL_NAME_WORDS and words[0] in lasts:
        return True
    return declines and any(is_declined(words[0], last, grammar) for last in lasts)


def _without_first(mention: Mention) -> Mention:
    first, *rest = mention.words
    span = Span(mention.span.start + len(first) + 1, mention.span.end)
    return Mention(span, tuple(rest), owner=mention.owner)


def without_fields(found: Sequence[Mention], text: str, grammar: Grammar) -> list[Mention]:
    """Return the names without what their offices are of."""
    full = {mention.words for mention in found if len(mention.words) >= FULL_NAME_WORDS}
    return [
        _without_field(mention, full, text, grammar) if len(mention.words) > FULL_NAME_WORDS else mention
        for mention in found
    ]


def _without_field(mention: Mention, full: set[tuple[str, ...]], text: str, grammar: Grammar) -> Mention:
    if mention.titled and (count := _genitives(mention.words, grammar)):
        start = mention.span.start + len(" ".join(mention.words[:count])) + 1
        return replace(mention, span=Span(start, mention.span.end), words=mention.words[count:])
    if mention.words[1:] in full and _follows_office(text, mention.span.start, grammar):
        return replace(mention, words=mention.words[1:])  # whose office it is stays before the name
    return mention


def _genitives(words: tuple[str, ...], grammar: Grammar) -> int:
    """Return how many words in the genitive stand before a full name that is in another case."""
    row = grammar.row
    endings = row.genitive_endings
    if words[1].endswith("."):  # `George W. Bush`
        return 0
    if not endings or all(word.endswith(endings) for word in words) or words[1].endswith(row.patronymics):
        return 0
    long = tuple(end for end in endings if len(end) > 1)
    count = int(words[0].endswith(endings))
    while count and len(words) - count > FULL_NAME_WORDS and words[count].endswith(long):
        count += 1
    return count


def _follows_office(text: str, at: int, grammar: Grammar) -> bool:
    """Tell whether a title and `of` stand before a place: `la ministra de Finanzas`."""
    word = before_word(text, at)
    while word and word.lower() in grammar.determiners:
        at = text.rindex(word, 0, at)
        word = before_word(text, at)
    folded = word.lower()
    if folded not in grammar.row.belonging and folded not in grammar.row.belonging_prefixes:
        return False
    for _ in range(FULL_NAME_WORDS):  # `l’ancien ministre socialiste du Budget`
        at = text.rindex(word, 0, at)
        word = before_word(text, at)
        if not word.islower() or word in grammar.titles:
            break
    return word.lower() in grammar.titles


def without_addressees(found: list[Mention], grammar: Grammar) -> list[Mention]:
    """Leave out who is spoken to: `Beck al New York Times`, of whom another mention says that he is Beck."""
    row = grammar.row
    particles = frozenset(row.particles).intersection(row.others).difference(row.belonging)  # Spanish `al`
    return [_without_addressee(mention, found, particles) for mention in found] if particles else found


def _without_addressee(mention: Mention, found: list[Mention], particles: frozenset[str]) -> Mention:
    at = next((at for at, word in enumerate(mention.words) if at and word in particles), 0)
    if not at:
        return mention
    before = mention.words[:at]
    if at < FULL_NAME_WORDS and not any(one.words[-1:] == before for one in found if one is not mention):
        return mention  # `Bashar al Asad`
    end = mention.span.start + len(" ".join(before))
    return replace(mention, span=Span(mention.span.start, end), words=before, owner=False)


def own_ending(text: str, end: int, grammar: Grammar) -> str:
    """Return what looks like the ending of an owner and is the name's own: `Elin Lindfors sade`.

    What somebody owns is told right after the name: no verb of saying, and not the end of a clause.
    """
    letters = _LETTERS.match(text, end)
    if letters is None:
        return ""
    after = _NEXT.match(text, letters.end())
    word = after.group(1).lower() if after else ""
    kinds = (grammar.others, grammar.between, grammar.auxiliaries, grammar.row.joins)
    ends = not word or any(word in kind for kind in kinds)
    return letters.group() if ends or (after and grammar.verb.match(text, after.start(1))) else ""


def with_own_endings(found: list[Mention], text: str) -> list[Mention]:
    """Return the names, each with the letters that are its own where it stands without an owner's ending."""
    plain = {mention.words[-1] for mention in found if not mention.owner}
    return [_whole(mention, text, plain) if mention.owner else mention for mention in found]


def _whole(mention: Mention, text: str, plain: set[str]) -> Mention:
    letters = _LETTERS.match(text, mention.span.end)
    last = mention.words[-1] + (letters.group() if letters else "")
    if letters is None or last not in plain:
        return mention
    span = Span(mention.span.start, letters.end())
    return replace(mention, span=span, words=(*mention.words[:-1], last), owner=False)


def opens_with_owner(mention: Mention, known: set[str]) -> bool:
    """Tell whether a run of nouns begins with somebody who owns the rest: `Trumps Angriff`."""
    first = mention.words[0]
    return len(mention.words) > 1 and first.endswith("s") and first[:-1] in known


def without_workplace(words: list[Word], grammar: Grammar) -> list[Word]:
    """Return the words before whose somebody is: `Jan Holm van Lijst Piet Pot`, where a thing follows."""
    pairs = enumerate(itertools.pairwise(words))
    belonging = grammar.row.belonging
    found = (at for at, (one, after) in pairs if at > 1 and one.text in belonging and after.is_thing)
    return words[: next(found, None)]


def without_tail(words: list[Word], grammar: Grammar) -> list[Word]:
    """Return the words without where somebody is from, what language is spoken, or what opens a sentence."""
    if len(words) < 2:  # `Isaac Herzog d’Israël`, `Ali Kaya Kürtçe`, `Luis R. G. Su abogado`
        return words
    _, _, place = words[-1].text.replace("'", "’").partition("’")
    is_from = bool(place) and words[-1].text[0].islower() and grammar.is_place(place)
    opens = words[-2].text.endswith(".") and words[-1].text.lower() in grammar.opening_words
    speaks = words[-1].text.lower() in grammar.spoken_codes
    last = words[-1].text.lower()
    joins = last in grammar.row.joins or (len(words) > FULL_NAME_WORDS and last in grammar.openers)
    return words[:-1] if is_from or opens or speaks or joins else words
