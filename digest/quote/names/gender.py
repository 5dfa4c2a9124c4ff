"""Whether an article shows somebody to be a woman or a man: by title, article, or given name."""

from __future__ import annotations

from typing import Literal

from digest.quote.grammar import Grammar, before_word
from digest.quote.names.known import is_man, is_woman
from digest.quote.names.people import People

Gender = Literal["feminine", "masculine"]
_MOST_TITLES = 4


def gender_of(people: People, text: str, name: str) -> Gender | None:
    """Return the gender of whoever is called `name` in an article; None where nothing shows it, or both."""
    grammar = people.grammar
    found = {
        gender
        for mention in people.mentions
        if people.fullest(mention) == name
        for gender in [_by_words(text, mention.span.start, grammar)]
        if gender
    }
    if not found and (given := _by_name(name.split(people.joiner), grammar)):
        found = {given}
    return found.pop() if len(found) == 1 else None


def _by_words(text: str, at: int, grammar: Grammar) -> Gender | None:
    """Return what titles right before a name show, and the article before these."""
    row = grammar.row
    feminine, masculine = grammar.feminine, grammar.masculine
    for _ in range(_MOST_TITLES):
        word = before_word(text, at)
        if not word or (word not in grammar.titles and word.lower() not in row.determiners):
            return None
        if word in feminine:
            return "feminine"
        if word in masculine:
            return "masculine"
        at = text.rindex(word, 0, at)
    return None


def _by_name(words: list[str], grammar: Grammar) -> Gender | None:
    """Return what a given name shows: a row tells endings, and whole names that are otherwise."""
    feminine, masculine = grammar.feminine_names, grammar.masculine_names
    if len(words) < 2:  # a surname, maybe
        return None
    if feminine.has_whole(words[0]):
        return "feminine"
    if masculine.has_whole(words[0]):
        return "masculine"
    if is_man(words[0]) or is_woman(words[0]):
        return "masculine" if is_man(words[0]) else "feminine"
    if words[0] in feminine:
        return "feminine"
    return "masculine" if words[0] in masculine else None
