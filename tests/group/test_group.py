"""Stories, people and topics; short texts of our own around real names and events."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from builders import a_moment, a_person, a_quote, an_article, an_outlet

from digest.group import group
from digest.model import (
    Article,
    ArticleId,
    Content,
    Grouping,
    Origin,
    Person,
    Quote,
    Segment,
    StoryDecisions,
    Topic,
    TopicId,
    Translation,
)


class Memory:
    """Translations held in a dictionary by text and target."""

    def __init__(self, text_by_key: dict[tuple[str, str], str] | None = None) -> None:
        self._text_by_key = text_by_key or {}

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation, or None."""
        text = self._text_by_key.get((segment.text, target))
        if text is None:
            return None
        return Translation(segment=segment, language=target, text=text, origin=Origin.DESK)


def report(
    outlet: str, language: str, title: str, text: str, day: str = "2025-12-03", **fields: Any
) -> Article:
    return an_article(
        text,
        slug=title.split(maxsplit=1)[0].lower(),
        outlet=an_outlet(outlet),
        language=language,
        title=title,
        published=a_moment(day) if day else None,
        **fields,
    )


CALL = [
    report(
        "SDP Noticias",
        "es",
        "Maduro confirma la llamada con Trump",
        "El presidente de Venezuela, Nicolás Maduro, dijo en Petare que la Casa Blanca llamó al Palacio de"
        " Miraflores y que habló con Donald Trump.",
    ),
    report(
        "Newsweek",
        "en",
        "Maduro says Trump call was cordial",
        "Venezuela’s president Nicolás Maduro spoke in Petare of a phone call that the White House"
        " made to the"
        " Miraflores Palace. Donald Trump had confirmed it aboard Air Force One.",
    ),
    report(
        "Blick",
        "fr",
        "Maduro parle d’un échange cordial avec Trump",
        "Le président du Venezuela, Nicolás Maduro, a raconté que la Maison-Blanche avait appelé"
        " le palais de"
        " Miraflores et qu’il avait parlé à Donald Trump.",
        "2025-12-04",
    ),
    report(
        "TGCOM24",
        "it",
        "Maduro: telefonata cordiale con Trump",
        "Il presidente del Venezuela Nicolás Maduro ha confermato da Petare la telefonata con Donald Trump.",
    ),
    report(
        "Lebanon 24",
        "ar",
        "مادورو يتحدث عن مكالمة مع ترامب",
        "قال رئيس فنزويلا نيكولاس مادورو في بيتاري إنه تحدث هاتفيا مع دونالد ترامب، وإن البيت"
        " الأبيض اتصل بقصر"
        " ميرافلوريس.",
    ),
]
READY = [
    report(
        "RBC",
        "ru",
        "Путин ответил на вопрос о войне с Европой",
        "Президент России Владимир Путин говорил с журналистами на форуме в Москве перед встречей"
        " с Уиткоффом и"
        " Кушнером. Он сказал, что Европа на стороне войны.",
        "2025-12-02",
    ),
    report(
        "The Independent",
        "en",
        "Putin says Russia is ready if Europe wants war",
        "Russia’s president Vladimir Putin spoke in Moscow before meeting the envoys Steve Witkoff"
        " and Jared"
        " Kushner. He said that Europe was on the side of war.",
        "2025-12-02",
    ),
    report(
        "European Pravda",
        "uk",
        "Путін заявив про готовність до війни з Європою",
        "Російський президент Володимир Путін виступив у Москві перед зустріччю з Віткоффом і Кушнером. Він"
        " говорив про війну і Європу.",
    ),
    report(
        "Faktor",
        "bg",
        "Путин: ако Европа иска война, готови сме",
        "Президентът на Русия Владимир Путин говори в Москва преди срещата с Уиткоф и Кушнер."
        " Според него Европа е"
        " на страната на войната.",
    ),
]
COUNT = [
    report(
        "Caracol Radio",
        "es",
        "Empate técnico en Honduras",
        "Nasry Asfura y Salvador Nasralla están separados por 515 votos en Honduras. Ana Paola"
        " Hall, del CNE, pidió"
        " paciencia en Tegucigalpa.",
        "2025-12-01",
    ),
    report(
        "O Povo",
        "pt",
        "Honduras: 515 votos separam Asfura e Nasralla",
        "A presidente do CNE, Ana Paola Hall, pediu calma. Nasry Asfura tem 515 votos a mais que"
        " Salvador Nasralla.",
        "2025-12-01",
    ),
    report(
        "Pravda (SK)",
        "sk",
        "Trump podporil kandidáta Asfuru v Hondurase",
        "V Hondurase kandiduje Nasry Asfura, prezývaný Tito, proti Salvadorovi Nasrallovi."
        " Podporil ho Donald Trump.",
        "2025-12-01",
    ),
]
EVERYTHING = [*CALL, *READY, *COUNT]


def grouped(
    articles: Sequence[Article] = EVERYTHING, quotes: Sequence[Quote] = (), memory: Any = None, **content: Any
) -> Grouping:
    return group(Content(articles=tuple(articles), **content), quotes, memory or Memory())


def members(grouping: Grouping) -> set[frozenset[ArticleId]]:
    return {frozenset(article.id for article in story.articles) for story in grouping.stories}


def ids(articles: Sequence[Article]) -> frozenset[ArticleId]:
    return frozenset(article.id for article in articles)


def test_three_events_in_eight_languages_are_three_stories_without_any_memory() -> None:
    assert members(grouped()) == {ids(CALL), ids(READY), ids(COUNT)}


def test_stories_come_newest_first_and_their_articles_earliest_first() -> None:
    stories = grouped().stories

    assert [ids(story.articles) for story in stories] == [ids(CALL), ids(READY), ids(COUNT)]
    assert all(list(s.articles) == sorted(s.articles, key=lambda a: a.sort_key) for s in stories)


def test_the_order_of_the_input_changes_nothing() -> None:
    quotes = [a_quote("Casa Blanca", article=CALL[0]), a_quote("Europe", "Putin", article=READY[1])]
    shuffled = random.Random(3).sample(EVERYTHING, len(EVERYTHING))  # noqa: S311

    assert grouped(EVERYTHING, quotes) == grouped(shuffled, quotes[::-1])


def test_articles_that_share_only_a_country_stay_apart() -> None:
    storm = report(
        "WTOP",
        "en",
        "Heavy rain floods roads",
        "Rain has flooded roads along the coast of Venezuela, and schools near the sea stay closed.",
    )

    assert frozenset({storm.id}) in members(grouped([*CALL, storm]))


def test_the_same_subject_a_month_later_is_another_story() -> None:
    later = replace(CALL[1], id=ArticleId("newsweek/later"), published=a_moment("2026-01-05"))

    assert frozenset({later.id}) in members(grouped([*EVERYTHING, later]))


def test_an_article_that_reports_an_older_statement_belongs_to_the_day_of_it() -> None:
    early = replace(COUNT[2], published=a_moment("2025-11-26"))
    text = "Tito y yo podemos trabajar juntos"
    late = report(
        "La Razón",
        "es",
        "Nasralla y Asfura se disputan la victoria en Honduras",
        f"Nasry Asfura, llamado Tito, y Salvador Nasralla esperan el recuento. Donald Trump dijo: «{text}».",
        "2025-12-01",
    )
    recalled = a_quote(text, "Donald Trump", article=late, said_at=a_moment("2025-11-26"))

    assert frozenset({early.id, late.id}) in members(grouped([early, late, *READY], [recalled]))
    assert frozenset({early.id}) in members(grouped([early, late, *READY]))


def test_an_article_without_a_date_still_finds_its_story() -> None:
    undated = replace(CALL[1], published=None)

    assert ids(CALL) in members(grouped([*CALL[:1], undated, *CALL[2:], *READY]))


def test_a_story_says_why_its_articles_are_together() -> None:
    story = next(s for s in grouped().stories if ids(s.articles) == ids(CALL))

    assert len(story.links) == len(story.articles) - 1
    assert all("Maduro" in link.shared for link in story.links)
    assert all(0 < link.score <= 1 for link in story.links)


def test_articles_with_the_same_pin_are_one_story_and_those_with_others_are_not() -> None:
    pinned = [
        replace(CALL[0], story="call"),
        replace(READY[0], story="call"),
        replace(CALL[1], story="other"),
    ]

    assert members(grouped(pinned)) == {ids([pinned[0], pinned[1]]), ids([pinned[2]])}


def test_what_editors_put_together_is_one_story_and_the_link_says_so() -> None:
    decisions = StoryDecisions(together=((CALL[0].id, COUNT[0].id),))

    (story,) = (s for s in grouped(decisions=decisions).stories if CALL[0] in s.articles)

    assert COUNT[0] in story.articles
    link = next(k for k in story.links if {k.first, k.second} == {CALL[0].id, COUNT[0].id})
    assert link.by_editor


def test_what_editors_part_is_never_one_story() -> None:
    decisions = StoryDecisions(apart=((CALL[0].id, CALL[1].id),))

    assert not any({CALL[0], CALL[1]} <= set(s.articles) for s in grouped(decisions=decisions).stories)


def test_parting_wins_over_a_pin() -> None:
    pinned = [replace(article, story="call") for article in CALL]
    decisions = StoryDecisions(apart=((CALL[0].id, CALL[1].id),))

    assert not any(
        {pinned[0], pinned[1]} <= set(s.articles) for s in grouped(pinned, decisions=decisions).stories
    )


def test_an_editors_headline_and_place_belong_to_the_story_of_the_named_article() -> None:
    decisions = StoryDecisions(
        titles={COUNT[1].id: {"es": "El recuento de Honduras"}}, pinned=(READY[0].id, COUNT[2].id)
    )

    story_by_members = {ids(s.articles): s for s in grouped(decisions=decisions).stories}

    assert story_by_members[ids(COUNT)].title_by_language == {"es": "El recuento de Honduras"}
    assert [story_by_members[ids(a)].pinned for a in (CALL, READY, COUNT)] == [None, 0, 1]


def test_decisions_about_articles_that_are_gone_are_harmless() -> None:
    gone = ArticleId("newsweek/gone")
    decisions = StoryDecisions(together=((gone, CALL[0].id),), apart=((gone, CALL[1].id),), pinned=(gone,))

    assert members(grouped(decisions=decisions)) == {ids(CALL), ids(READY), ids(COUNT)}


def test_a_storys_topics_come_by_how_many_members_have_them() -> None:
    diplomacy, war = TopicId("diplomacy"), TopicId("war")
    articles = [
        replace(READY[0], topics=(war,)),
        replace(READY[1], topics=(diplomacy, war)),
        *READY[2:],
        *CALL,
    ]
    topics = [Topic(id=t, label_by_language={}) for t in (diplomacy, TopicId("elections"), war)]

    grouping = grouped(articles, topics=tuple(topics))

    assert grouping.stories[1].topics == (war, diplomacy)
    assert [topic.id for topic in grouping.topics] == [diplomacy, war]


CHINESE = report("新华网", "zh", "马杜罗证实与特朗普通话", "委内瑞拉总统马杜罗说，他与特朗普进行了电话交谈。")


def test_the_memory_adds_an_article_in_a_script_that_shares_no_letters() -> None:
    memory = Memory(
        {
            (CHINESE.title, "en"): "Maduro confirms phone call with Trump",
            (CALL[0].title, "en"): "Maduro confirms the call with Trump",
            (CALL[2].title, "en"): "Maduro speaks of a cordial exchange with Trump",
            (CALL[3].title, "en"): "Maduro: cordial phone call with Trump",
            (CALL[4].title, "en"): "Maduro speaks of a call with Trump",
        }
    )
    articles = [*CALL, *READY, CHINESE]

    assert ids([*CALL, CHINESE]) in members(grouped(articles, memory=memory))


def test_names_of_people_yml_in_chinese_tie_a_chinese_article_to_its_story() -> None:
    people = (
        a_person(aliases=("马杜罗", "نيكولاس مادورو")),
        a_person("Donald Trump", aliases=("特朗普",)),
    )

    assert ids([*CALL, CHINESE]) in members(grouped([*EVERYTHING, CHINESE], people=people))


def test_without_the_memory_there_are_the_same_stories_or_smaller_ones() -> None:
    memory = Memory({(CHINESE.title, "en"): CALL[1].title, (READY[0].title, "en"): COUNT[0].title})
    articles = [*EVERYTHING, CHINESE]

    bare, full = members(grouped(articles)), members(grouped(articles, memory=memory))

    assert all(any(few <= many for many in full) for few in bare)


def speakers(*names: tuple[str, str], people: Sequence[Person] = ()) -> list[Person]:
    """Return the person behind each (language, name), each name in an article of its own."""
    quotes = []
    for number, (language, name) in enumerate(names):
        article = an_article(f"“Paz”, {name}.", slug=f"report-{number}", language=language)
        quotes.append(a_quote("Paz", name, article=article))
    grouping = grouped([q.article for q in quotes], quotes, people=tuple(people))
    assert set(grouping.people) == set(grouping.person_by_speaker.values())
    return [grouping.person_by_speaker[q.article.id, q.speaker or ""] for q in quotes]


def test_one_name_in_several_scripts_is_one_person() -> None:
    people = speakers(
        ("en", "Vladimir Putin"),
        ("es", "Vladímir Putin"),
        ("ru", "Владимир Путин"),
        ("ar", "فلاديمير بوتين"),
        ("fr", "Vladimir Poutine"),
    )

    assert {person.id for person in people} == {"vladimir-putin"}
    assert people[0].name_in("ru") == "Владимир Путин"
    assert people[0].name_in("fr") == "Vladimir Poutine"


def test_an_entry_knows_every_way_its_name_is_written() -> None:
    putin = a_person(
        "Владимир Путин", id="putin", name_by_language={"en": "Vladimir Putin"}, aliases=("普京",)
    )

    people = speakers(("en", "Vladimir Putin"), ("zh", "普京"), ("ru", "Путин"), people=[putin])

    assert people == [putin, putin, putin]


def test_a_surname_means_an_entry_only_if_no_other_entry_has_it() -> None:
    maduro, trump = a_person(), a_person("Donald Trump")

    assert speakers(("en", "Maduro"), people=[maduro, trump]) == [maduro]
    assert speakers(("en", "Trump"), people=[trump, a_person("Melania Trump")])[0].id == "trump"


def test_another_given_name_is_another_person() -> None:
    trump = a_person("Donald Trump")

    first, second = speakers(("en", "Melania Trump"), ("en", "Donald J. Trump"), people=[trump])

    assert first.id == "melania-trump"
    assert second == trump


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("it", "Ana Paola Hall"), ("it", "Ana Paolo Hall")),
        (("en", "Maduro"), ("en", "Nicolás Maduro")),
        (("zh", "普京"), ("en", "Vladimir Putin")),
        (("en", "Steve Witkoff"), ("en", "Jared Kushner")),
    ],
)
def test_where_unsure_two_names_are_two_people(first: tuple[str, str], second: tuple[str, str]) -> None:
    one, other = speakers(first, second)

    assert one.id != other.id


def test_a_new_person_whose_address_an_entry_has_gets_another() -> None:
    entry = a_person("Somebody Else", id="ana-paola-hall")

    (hall,) = speakers(("es", "Ana Paola Hall"), people=[entry])

    assert hall.id == "ana-paola-hall-2"


def test_entries_nobody_quotes_are_no_people_of_the_site() -> None:
    grouping = grouped(CALL, [a_quote("Casa Blanca", article=CALL[0])], people=(a_person("Donald Trump"),))

    assert [person.name for person in grouping.people] == ["Nicolás Maduro"]


def test_nothing_comes_of_nothing() -> None:
    assert grouped([]) == Grouping(stories=(), topics=(), people=(), person_by_speaker={})
