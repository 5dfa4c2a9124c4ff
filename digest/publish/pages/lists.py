"""Pages that list things: a person's statements, a topic's stories, an outlet's reports, and who there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from digest.model import Moment, Page, Person, Topic
from digest.publish import addresses, order, structured, texts
from digest.publish.addresses import sheet as on_sheet
from digest.publish.edition import OutletView, facts_of
from digest.publish.pages import described
from digest.publish.pages.listing import listings
from digest.publish.pages.maker import Maker, Preview
from digest.publish.parted import ways_to_earlier

Id = TypeVar("Id", bound=str)

NAMES = 90
"""Names on one page of a list that has a line for each."""


def list_pages(maker: Maker) -> Iterator[Page]:
    """Yield the pages of an edition's people, topics and outlets."""
    edition = maker.edition
    for person in edition.people:
        yield from _person(maker, person)
        yield from _about(maker, person)
    for topic in edition.topics:
        yield from _topic(maker, topic)
    for view in edition.outlets:
        yield from _outlet(maker, view)
    yield from _people(maker)
    yield maker.page(
        "topics",
        addresses.topics,
        title=maker.text("Topics"),
        preview=Preview(maker.text("Every topic, with its latest stories.")),
        sections=edition.by_topic(),
    )
    yield from _outlets(maker)


def _person(maker: Maker, person: Person) -> Iterator[Page]:
    edition = maker.edition
    cards = edition.said_by(person)
    role = texts.role(maker.site, person, maker.language)
    for one in listings(cards, lambda card: card.when):
        number = one.sheet.number
        yield maker.page(
            "person",
            _numbered(lambda code: addresses.person(code, person.id), number),
            title=person.name_in(maker.language),
            preview=Preview(
                maker.ngettext(
                    "%(num)d statement by %(name)s, in the words that were spoken and in translation.",
                    "%(num)d statements by %(name)s, in the words that were spoken and in translation.",
                    len(cards),
                    name=person.name_in(maker.language),
                ),
                feed=maker.feed("person", addresses.person(maker.language, person.id)),
            ),
            head=_no_head
            if number
            else lambda _: structured.for_person(edition, person, cards[: order.SHEET]),
            person=person,
            role=role,
            offices=[
                (one, label)
                for one in person.offices
                if (label := texts.role(maker.site, person, maker.language, one.role))
            ],
            own=addresses.person(maker.language, person.id),
            listing=one,
            facts=facts_of(cards),
            about=len(edition.said_about(person)),
            earlier=_earlier(maker, "people", person.id, addresses.person),
        )


def _about(maker: Maker, person: Person) -> Iterator[Page]:
    cards = maker.edition.said_about(person)
    if not cards:
        return
    name = person.name_in(maker.language)
    for one in listings(cards, lambda card: card.when):
        yield maker.page(
            "about",
            _numbered(lambda code: addresses.about(code, person.id), one.sheet.number),
            title=maker.text("What others said about %(name)s", name=name),
            preview=Preview(described.of_cards(maker, cards)),
            person=person,
            own=addresses.about(maker.language, person.id),
            listing=one,
        )


def _topic(maker: Maker, topic: Topic) -> Iterator[Page]:
    for one in listings(maker.edition.on(topic.id), lambda view: view.story.latest):
        yield maker.page(
            "topic",
            _numbered(lambda code: addresses.topic(code, topic.id), one.sheet.number),
            title=topic.label_in(maker.language),
            preview=Preview(
                maker.ngettext(
                    "%(num)d story on %(topic)s",
                    "All %(num)d stories on %(topic)s",
                    len(maker.edition.on(topic.id)),
                    topic=topic.label_in(maker.language),
                ),
                feed=maker.feed("topic", addresses.topic(maker.language, topic.id)),
            ),
            topic=topic,
            wider=maker.edition.wider(topic),
            parts=maker.edition.parts(topic),
            own=addresses.topic(maker.language, topic.id),
            listing=one,
            earlier=_earlier(maker, "topics", topic.id, addresses.topic),
        )


def _outlet(maker: Maker, view: OutletView) -> Iterator[Page]:
    reports = tuple(map(maker.edition.report, view.articles))
    for one in listings(reports, lambda report: report.article.moment):
        yield maker.page(
            "outlet",
            _numbered(lambda code: addresses.outlet(code, view.outlet.id), one.sheet.number),
            title=view.outlet.name,
            preview=Preview(
                maker.text(
                    "What %(outlet)s reported, with the statements it quotes.", outlet=view.outlet.name
                ),
                feed=maker.feed("outlet", addresses.outlet(maker.language, view.outlet.id)),
            ),
            view=view,
            own=addresses.outlet(maker.language, view.outlet.id),
            listing=one,
            earlier=_earlier(maker, "outlets", view.outlet.id, addresses.outlet),
        )


def _people(maker: Maker) -> Iterator[Page]:
    """Yield the list of people by name: its pages are parts of an alphabet, which newcomers may shift."""
    people = maker.edition.people_by_name
    starts = range(0, max(1, len(people)), NAMES)
    parts = [people[start : start + NAMES] for start in starts]
    named = [(part[0][0], part[-1][0]) for part in parts if part]
    for at, part in enumerate(parts):
        yield maker.page(
            "people",
            _numbered(addresses.people, at + 1 if at else None),
            title=maker.text("People"),
            preview=Preview(maker.text("Everybody who is quoted here, with what each of them said.")),
            people=part,
            at_page=at,
            parts=named if len(parts) > 1 else (),
            own=addresses.people(maker.language),
            earlier=ways_to_earlier(maker.site, "", "", addresses.people(maker.language)),
        )


def _outlets(maker: Maker) -> Iterator[Page]:
    views = maker.edition.outlets
    starts = range(0, max(1, len(views)), NAMES)
    for at, start in enumerate(starts):
        yield maker.page(
            "outlets",
            _numbered(addresses.outlets, at + 1 if at else None),
            title=maker.text("Outlets"),
            preview=Preview(maker.text("Every outlet that is read here, with its reports.")),
            outlets=views[start : start + NAMES],
            at_page=at,
            pages=len(starts),
            own=addresses.outlets(maker.language),
        )


def _earlier(
    maker: Maker, kind: str, id_: Id, address: Callable[[str, Id], str]
) -> tuple[tuple[Moment, str], ...]:
    return ways_to_earlier(maker.site, kind, id_, address(maker.language, id_))


def _numbered(address: Callable[[str], str], number: int | None) -> Callable[[str], str]:
    return lambda code: on_sheet(address(code), number)


def _no_head(_: str) -> str:
    return ""
