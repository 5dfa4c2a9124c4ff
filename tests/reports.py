"""Reports on three events, in several languages: short texts of our own around real names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builders import a_moment, an_article, an_outlet
from memories import Memory

from digest.group import group
from digest.model import (
    Article,
    ArticleId,
    Content,
    Grouping,
    Quote,
)


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
        "Honduras: Asfuru a Nasrallu delí 515 hlasov",
        "Nasry Asfura vedie nad Salvadorom Nasrallom o 515 hlasov. Podporil ho Donald Trump.",
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
