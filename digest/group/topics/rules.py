"""Topics by the rules of `topics.yml`: words, people, sections of outlets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from digest.group.evidence import BEGINNING, Mentioned
from digest.languages import row
from digest.languages.latin import NOT_BEFORE, NOT_BEHIND, folded
from digest.model import Article, ArticleId, Person, PersonId, Topic, TopicId


class Rules:
    """Which topics a report is on by rule.

    Headline and beginning are looked at: further down much is named in passing.

    Args:
        topics: With their rules.
        people: Entries of `people.yml`.
        quoted: Of each article, the people it quotes.
    """

    def __init__(
        self,
        topics: Sequence[Topic],
        people: Sequence[Person],
        quoted: Mapping[ArticleId, Collection[Person]],
    ) -> None:
        self._quoted = quoted
        self._by_section: dict[str, list[TopicId]] = defaultdict(list)
        self._by_person: dict[PersonId, list[TopicId]] = defaultdict(list)
        self._by_words: dict[str, list[tuple[re.Pattern[str], TopicId]]] = defaultdict(list)
        for topic in topics:
            for section in topic.sections:
                self._by_section[section.casefold()].append(topic.id)
            for person in topic.people:
                self._by_person[person].append(topic.id)
            for language, words in topic.words.items():
                main = language.partition("-")[0]
                self._by_words[main].append((_any_of(words, spaced=row(main).spaced), topic.id))
        self._named = Mentioned([person for person in people if person.id in self._by_person])

    def of(self, article: Article) -> set[TopicId]:
        """Return the topics of a report."""
        sections = _sections(article) if self._by_section else ()
        found = {topic for section in sections for topic in self._by_section.get(section, ())}
        begins = f"{article.title}\n{article.text[:BEGINNING]}"
        words = self._by_words.get(article.language.partition("-")[0], ())
        if words:
            plain = folded(begins)
            found.update(topic for pattern, topic in words if pattern.search(plain))
        if self._by_person:
            for person in {*self._quoted.get(article.id, ()), *self._named.in_text(begins)}:
                found.update(self._by_person.get(person.id, ()))
        return found


def _any_of(words: Sequence[str], *, spaced: bool) -> re.Pattern[str]:
    """Return what finds any of some words; `*` at an end of one stands for any letters."""
    patterns = []
    for word in words:
        before = NOT_BEHIND if spaced and not word.startswith("*") else ""
        after = NOT_BEFORE if spaced and not word.endswith("*") else ""
        patterns.append(before + re.escape(folded(word.strip("*"))) + after)
    return re.compile("|".join(patterns))


def _sections(article: Article) -> Iterator[str]:
    """Yield the folders of an article's address, alone and behind its outlet's id."""
    path = unquote(urlsplit(article.url).path) if article.url else ""
    for folder in dict.fromkeys(part.casefold() for part in path.split("/")[:-1] if part):
        yield folder
        yield f"{article.outlet.id.casefold()}/{folder}"
