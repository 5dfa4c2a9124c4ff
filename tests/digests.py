"""A small digest as records: one call, in the words that three outlets printed, and an undated story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builders import a_moment, a_person, a_quote, an_article, an_outlet

from digest.model import (
    Article,
    Engine,
    Origin,
    Segment,
    SegmentKind,
    Settings,
    Site,
    Story,
    Topic,
    TopicId,
    Translation,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)

SPOKEN = "Puedo decir que la conversación fue en un tono de respeto"
IN_ENGLISH = "I can say that the conversation was in a tone of respect."
IN_FRENCH = "Je peux dire que la conversation s’est déroulée sur un ton de respect"
IN_ARABIC = "أستطيع القول إن المحادثة جرت بنبرة محترمة"

WTOP_URL = "https://wtop.com/news/2025/12/maduro-confirma-llamada-con-trump-y-dice-que-fue-cordial/"

MADURO = a_person(
    "Nicolás Maduro",
    name_by_language={"ar": "نيكولاس مادورو", "ru": "Николас Мадуро"},
    languages=("es",),
    role="President of Venezuela",
)
TOPIC = Topic(
    id=TopicId("diplomacy"), label_by_language={"en": "Diplomacy", "es": "Diplomacia", "ar": "دبلوماسية"}
)
APERTIUM = Engine(name="apertium", model="spa-fra", version="3.8.3")

WTOP = an_article(
    f"«{SPOKEN}», dijo Nicolás Maduro en Petare.",
    slug="llamada",
    title="Maduro confirma la llamada",
    language="es",
    outlet=an_outlet("WTOP", language="es", country="US", url="https://wtop.com/"),
    url=WTOP_URL,
    topics=(TOPIC.id,),
    written_by=WrittenBy.DESK,
)
NEWSWEEK = an_article(
    f"“{IN_ENGLISH}” Nicolás Maduro said.",
    slug="call",
    published=a_moment("2025-12-04"),
    written_by=WrittenBy.DESK,
)
RBC = an_article(
    "Николас Мадуро подтвердил звонок.",
    slug="zvonok",
    title="Мадуро подтвердил звонок",
    language="ru",
    outlet=an_outlet("RBC", language="ru"),
    published=None,
)


def settings(**fields: Any) -> Settings:
    return Settings(
        **{
            "content_dir": Path("content"),
            "cache_dir": Path(".cache"),
            "languages": ("en", "es", "fr", "ar"),
            "site_name": "The Digest",
            "site_url": "https://example.org/digest/",
            **fields,
        }
    )


def a_translation(text: str, *, of: Segment, into: str, **fields: Any) -> Translation:
    fields = {"origin": Origin.DESK, **fields}
    return Translation(segment=of, language=into, text=text, **fields)


def an_utterance(story: Article = WTOP) -> Utterance:
    """Return what Maduro said, in Spanish by WTOP and in English by Newsweek."""
    spoken = a_quote(SPOKEN, article=WTOP, said_at=a_moment(), place="Petare, Caracas")
    printed = a_quote(IN_ENGLISH, article=NEWSWEEK)
    return Utterance(
        id=UtteranceId("c0ffee01"),
        story=story.id,
        person=MADURO,
        wordings=(
            Wording(quote=spoken, state=WordingState.ORIGINAL),
            Wording(quote=printed, state=WordingState.TRANSLATION),
        ),
        spoken_language="es",
    )


def a_digest(*translations: Translation, **fields: Any) -> Site:
    """Return a site of two stories; the quote is in French by Apertium, in Arabic by the desk."""
    title = Segment(SegmentKind.TITLE, "es", WTOP.title)
    quote = Segment(SegmentKind.QUOTE, "es", SPOKEN)
    known = (
        a_translation("Maduro confirme l’appel", of=title, into="fr"),
        a_translation("مادورو يؤكد المكالمة", of=title, into="ar"),
        a_translation(IN_FRENCH, of=quote, into="fr", origin=Origin.MACHINE, engine=APERTIUM),
        a_translation(IN_ARABIC, of=quote, into="ar"),
        *translations,
    )
    return Site(
        **{
            "settings": settings(),
            "stories": (Story(articles=(WTOP, NEWSWEEK), topics=(TOPIC.id,)), Story(articles=(RBC,))),
            "topics": (TOPIC,),
            "people": (MADURO,),
            "utterances": (an_utterance(),),
            "translations": {(known_one.segment, known_one.language): known_one for known_one in known},
            **fields,
        }
    )
