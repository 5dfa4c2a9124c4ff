"""What structured data say of statements: the words shown first, and those that translate them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from digest.model import Article, Origin, Site, Translation, WordingState
from digest.publish import addresses
from digest.publish.cards import Card, Passage
from digest.publish.edition import Edition
from digest.publish.frame import external
from digest.publish.structured import nodes
from digest.publish.structured.nodes import Node


def described(edition: Edition, shown: Sequence[Card], room: int | None) -> tuple[list[Node], list[Node]]:
    """Return the statements that there is room for, as the page has them, and the people who spoke."""
    by_card: dict[str, list[Node]] = {}
    speakers: dict[str, Node] = {}
    for card in sorted(shown, key=lambda card: card.weight, reverse=True):
        found = [nodes.full(node) for node in _quotations(edition, card)]
        new = {}
        if found and card.person:
            speaker = nodes.person(edition, card.person)
            new = {speaker["@id"]: speaker} if speaker["@id"] not in speakers else {}
        if room is not None:
            room -= nodes.size([*found, *new.values()])
            if room < 0:
                break
        by_card[card.anchor] = found
        speakers |= new
    return [node for card in shown for node in by_card.get(card.anchor, [])], list(speakers.values())


def named(edition: Edition, shown: Iterable[Card]) -> list[Node]:
    """Return the statements of a page by their ids; somebody's words about a statement are no quotation."""
    return [
        {"@id": _passage_id(edition.site, card, card.first, edition.language)}
        for card in shown
        if _is_quotation(card)
    ]


def _is_quotation(card: Card) -> bool:
    return card.first.wording.state is not WordingState.PARAPHRASE


def _quotations(edition: Edition, card: Card) -> Iterator[Node]:
    """Yield the passages that a card shows first; a translation within what it translates."""
    if not _is_quotation(card):
        return
    site, language = edition.site, edition.language
    quotation = _quotation(site, card, card.first, language)
    second = _quotation(site, card, card.second, language) if card.second else None
    if second and _translates(card):
        # It is within what it translates, and so the same speaker's.
        quotation["workTranslation"] = {key: value for key, value in second.items() if key != "creator"}
        second = None
    yield quotation
    if second:
        yield second


def _translates(card: Card) -> bool:
    """Tell whether the second passage translates the first: the words spoken, or what we had translated."""
    if card.second is None:
        return False
    if card.second.translation:
        return card.second.wording is card.first.wording
    printed = card.second.wording
    return (
        printed.state is WordingState.TRANSLATION
        and card.first.wording is card.utterance.original
        and not printed.probable
    )


def _quotation(site: Site, card: Card, passage: Passage, language: str) -> Node:
    named = (
        {"@type": "Person", "name": card.speaker}
        if card.speaker and card.first.wording.quote.speaker_is_name
        else None
    )
    return {
        "@type": "Quotation",
        "@id": _passage_id(site, card, passage, language),
        "text": passage.text,
        "inLanguage": passage.lang,
        "creator": {"@id": nodes.person_id(site, card.person)} if card.person else named,
        "dateCreated": nodes.date(card.said_at) if passage.state == WordingState.ORIGINAL else None,
        "isBasedOn": None if passage.translation else _reference(passage.article),
        **(_worded_by(site, passage.translation) if passage.translation else {}),
    }


def _reference(article: Article) -> Node:
    """Return a link to what the page says of the report, or all of that where it has no address."""
    url = external(article.url)
    return {"@id": url} if url else nodes.source(article)


def _worded_by(site: Site, translation: Translation) -> Node:
    reviewer = {"@type": "Person", "name": translation.reviewed_by} if translation.reviewed_by else None
    engine = translation.engine
    names = {
        Origin.OUTLET: {"@type": "Organization", "name": translation.by},
        Origin.PERSON: {"@type": "Person", "name": translation.by},
        Origin.DESK: {"@id": nodes.us_id(site)},
    }
    return {
        "translator": names.get(translation.origin)
        if translation.by or translation.origin is Origin.DESK
        else None,
        "creditText": f"{engine.name} {', '.join(engine.steps)}" if engine else None,
        "editor": reviewer,
    }


def _passage_id(site: Site, card: Card, passage: Passage, language: str) -> str:
    """Return an id that is the same on every page that shows the passage: an address in its story's page."""
    edition = language if passage.translation else site.settings.languages[0]
    path = addresses.story(edition, card.story)
    return f"{addresses.absolute(path, site_url=site.settings.site_url)}#{card.fragment(passage)}"
