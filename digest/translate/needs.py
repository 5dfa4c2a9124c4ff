"""Which texts need which language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.model import Article, Person, Segment, SegmentKind, SegmentUse, Utterance, reads

UNDATED = "undated"


def segments(
    articles: Sequence[Article],
    utterances: Sequence[Utterance],
    people: Sequence[Person],
    languages: Sequence[str],
) -> tuple[SegmentUse, ...]:
    """Return every use of a segment in an edition of another language.

    Titles, what `Article.excerpt` shows, the leading wording of an utterance unless an outlet worded it in
    the edition's language, places and roles. Names of people and outlets are not translated.

    Args:
        articles: In any order.
        utterances: In any order.
        people: In any order.
        languages: The editions.

    Returns:
        Articles by date, then utterances, then people, and within each by edition: the same each time.
    """
    by_date = sorted(articles, key=lambda article: article.sort_key)
    said = sorted(utterances, key=lambda utterance: (utterance.lead.quote.article.sort_key, utterance.id))
    found = (
        *(use for article in by_date for use in _of_article(article, languages)),
        *(use for utterance in said for use in _of_utterance(utterance, languages)),
        *(use for person in sorted(people, key=lambda p: p.id) for use in _of_person(person, languages)),
    )
    return tuple(dict.fromkeys(found))


def _of_article(article: Article, languages: Iterable[str]) -> Iterator[SegmentUse]:
    month = _month(article)
    texts = [
        (SegmentKind.TITLE, article.title),
        *((SegmentKind.EXCERPT, span.of(article.text)) for span in article.excerpt),
    ]
    for target in languages:
        if reads(target, article.language):
            continue
        for kind, text in texts:
            yield SegmentUse(Segment(kind, article.language, text), target, _place(article, kind), month)


def _of_utterance(utterance: Utterance, languages: Iterable[str]) -> Iterator[SegmentUse]:
    quote = utterance.lead.quote
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    month = _month(quote.article)
    for target in languages:
        own = utterance.wording_in(target)
        if own is None or utterance.is_changed(own):
            yield SegmentUse(segment, target, _place(quote.article, SegmentKind.QUOTE), month)
        if utterance.place and not reads(target, utterance.place.language):
            yield SegmentUse(utterance.place, target, _place(quote.article, "place"), month)


def _of_person(person: Person, languages: Iterable[str]) -> Iterator[SegmentUse]:
    offices = (person.role, *(office.role for office in person.offices))
    for office in dict.fromkeys(one for one in offices if one):
        segment = Segment(SegmentKind.LABEL, person.role_language, office)
        for target in languages:
            if not reads(target, person.role_language):
                yield SegmentUse(segment, target, f"people.yml#{person.id}", UNDATED)


def _place(article: Article, part: str) -> str:
    # White space parts the places of a PO entry.
    return re.sub(r"\s", "%20", f"{article.path}#{part}")


def _month(article: Article) -> str:
    return f"{article.moment.day:%Y-%m}" if article.moment else UNDATED
