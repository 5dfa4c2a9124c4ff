"""What makes unreviewed machine output doubtful."""

from __future__ import annotations

import pytest

from digest.model import Outlet, OutletId, Term, TermId
from digest.translate.doubt import Name, Protected, doubt, protected

HALL = Name(("Ana Paola Hall",))
PUTIN = Name(("Владимир Путин", "Vladimir Putin", "Vladimir Poutine", "弗拉基米尔·普京"))
KAVANAUGH = Name(("Brett Kavanaugh",))


def doubted(source: str, output: str, pair: str, kept: Protected | None = None) -> str | None:
    first, second = pair.split("-")
    return doubt(source, output, source_language=first, target_language=second, kept=kept or Protected())


@pytest.mark.parametrize(
    ("name", "pair", "source", "output"),
    [
        (HALL, "es-en", "Ana Paola Hall pide calma", "Ana Paola Hall asks for calm"),
        (PUTIN, "fr-en", "Poutine reproche aux Européens", "Putin reproaches the Europeans"),
        (PUTIN, "ru-ar", "Путин выступил в Москве", "تحدث بوتين في موسكو"),
        (PUTIN, "en-ru", "A meeting with Putin took place", "Состоялась встреча с Путиным"),
        (PUTIN, "en-zh", "Putin spoke in Moscow", "普京在莫斯科讲话"),
        (KAVANAUGH, "en-ru", "Kavanaugh spoke in the Senate", "Кавано выступил в сенате"),
        (KAVANAUGH, "en-fa", "Kavanaugh spoke in the Senate", "کاوانا در سنا سخنرانی کرد"),
        (KAVANAUGH, "en-zh", "Kavanaugh spoke in the Senate", "卡瓦诺在参议院讲话"),
        (KAVANAUGH, "en-es", "The Senate heard him", "El Senado lo escuchó"),
        (HALL, "fr-en", "Le conseil compte les voix", "The council counts the votes"),
    ],
)
def test_a_name_is_kept_in_any_form_that_is_known_of_it_or_sounds_like_it(
    name: Name, pair: str, source: str, output: str
) -> None:
    assert doubted(source, output, pair, Protected((name,))) is None


@pytest.mark.parametrize(
    ("name", "pair", "source", "output", "lost"),
    [
        (HALL, "es-en", "Ana Paola Hall pide calma", "Ana Paola Room asks for calm", "Hall"),
        (PUTIN, "ru-ar", "Путин выступил в Москве", "تحدث الرئيس في موسكو", "Путин"),
        (KAVANAUGH, "en-ru", "Kavanaugh spoke in the Senate", "Меркель выступила в сенате", "Kavanaugh"),
        (KAVANAUGH, "en-zh", "Kavanaugh spoke in the Senate", "默克尔在参议院讲话", "Kavanaugh"),
        (PUTIN, "zh-en", "普京在莫斯科讲话", "Merkel spoke in Moscow", "普京"),
    ],
)
def test_a_name_that_is_in_no_form_in_the_output_is_lost(
    name: Name, pair: str, source: str, output: str, lost: str
) -> None:
    assert doubted(source, output, pair, Protected((name,))) == f"a name lost: {lost}"


def test_an_outlet_counts_as_named_by_its_whole_name_only() -> None:
    kept = protected(outlets=[Outlet(id=OutletId("el-pais"), name="El País")])
    assert doubted("Lo dijo El País el lunes.", "The Country said so on Monday.", "es-en", kept) is not None
    assert doubted("Lo dijo El País el lunes.", "El País said so on Monday.", "es-en", kept) is None
    assert doubted("El presidente habló del país.", "The president spoke of it.", "es-en", kept) is None


TERMS = protected(
    glossary=[
        Term(id=TermId("truth-social"), keep="Truth Social"),
        Term(
            id=TermId("assembly"),
            wording_by_language={
                "es": "Asamblea Nacional",
                "en": "National Assembly",
                "ru": "Национальная ассамблея",
            },
        ),
    ]
)


@pytest.mark.parametrize(
    ("pair", "source", "output", "reason"),
    [
        ("en-es", "He wrote it on Truth Social.", "Lo escribió en Verdad Social.", "a term lost: Truth Social → Truth Social"),
        ("en-es", "He wrote it on Truth Social.", "Lo escribió en Truth Social.", None),
        ("es-en", "Habló ante la Asamblea Nacional.", "He spoke to the National Assembly.", None),
        ("es-en", "Habló ante la Asamblea Nacional.", "He spoke to the National Meeting.", "a term lost: Asamblea Nacional → National Assembly"),
        ("es-ru", "Habló ante la Asamblea Nacional.", "Он выступил в Национальной ассамблее.", None),
        ("es-fr", "Habló ante la Asamblea Nacional.", "Il a parlé devant la Chambre.", None),
    ],
)  # fmt: skip
def test_a_term_of_the_glossary_must_come_back_as_the_glossary_words_it(
    pair: str, source: str, output: str, reason: str | None
) -> None:
    assert doubted(source, output, pair, TERMS) == reason


@pytest.mark.parametrize(
    ("pair", "source", "output"),
    [
        ("ru-en", "Мы не собираемся воевать", "We are going to fight"),
        ("zh-en", "我们不打算打仗", "We are going to fight a war"),
        ("en-zh", "We are not going to fight", "我们打算打仗"),
        ("en-ar", "We are not going to fight", "نحن ذاهبون للقتال"),
        ("en-fa", "We do not want to fight", "ما می‌خواهیم بجنگیم"),
        ("en-tr", "We do not want to fight", "Savaşmak istiyoruz"),
        ("en-ja", "We do not want to fight", "私たちは戦いたいです"),
        ("en-ko", "We do not want to fight", "우리는 싸우고 싶습니다"),
        ("en-es", "The negotiations did not end on Friday", "Las negociaciones terminaron el viernes"),
        ("en-it", "The shop did not open on Friday", "Il negozio ha aperto venerdì"),
        ("en-pt", "The deal was not signed on Friday", "O negócio foi assinado na sexta-feira"),
        ("en-he", "We do not want to fight", "אנחנו רוצים להילחם"),
        (
            "en-es",
            "The committee met on Monday in Geneva. It did not publish its findings. A report will follow soon.",
            "El comité se reunió el lunes en Ginebra. Publicó sus conclusiones. Pronto, sin falta, seguirá un informe.",
        ),
    ],
)
def test_a_sentence_that_denies_and_comes_back_without_a_denial_is_doubtful(
    pair: str, source: str, output: str
) -> None:
    assert doubted(source, output, pair) == "a denial lost"


@pytest.mark.parametrize(
    ("pair", "source", "output"),
    [
        ("en-ru", "Nobody is allowed to enter the harbour", "Никому разрешается входить в гавань"),
        ("en-uk", "She never spoke about the harbour", "Вона ніколи говорила про гавань"),
        ("en-pl", "Nobody is allowed to enter the harbour", "Nikomu wolno wejść do tego portu"),
    ],
)
def test_a_denial_that_its_language_says_twice_is_not_whole_without_the_second_word(
    pair: str, source: str, output: str
) -> None:
    assert doubted(source, output, pair) == "half of a denial lost"


@pytest.mark.parametrize(
    ("pair", "source", "output"),
    [
        ("ru-en", "Мы не собираемся воевать", "We aren't going to fight"),
        ("es-ar", "No diría que salió bien", "لا أستطيع أن أقول إنه سار جيدا"),
        ("ru-en", "Я уже сто раз сказал", "I never said it at all"),
        ("en-de", "He did not know that", "Das war ihm unbekannt"),
        ("en-tr", "We do not want to fight", "Savaşmak istemiyoruz"),
        ("en-ja", "We do not want to fight", "私たちは戦いたくないです"),
        ("en-ko", "We do not want to fight", "우리는 싸우고 싶지 않습니다"),
        ("en-fa", "We do not want to fight", "ما نمی‌خواهیم بجنگیم"),
        ("en-es", "It is not only a Russian question", "Es además una cuestión rusa"),
        ("en-de", "Not everyone is like the skipper", "Andere sind anders als der Schiffer"),
        ("en-ru", "They do not tolerate smoke in the cabins", "Они порицают курение в каютах"),
        ("en-uk", "That is not a very nice thing to do", "Це поганий вчинок"),
        ("en-zh", "The guards see that nobody enters the quay", "守卫阻止人进入码头"),
        ("en-it", "The mill was neither sold nor let", "Il mulino non è stato venduto o affittato"),
        ("sw-en", "Hatutaki vita hapa", "We want a war here"),
    ],
)
def test_a_denial_in_other_words_or_in_an_unknown_language_is_kept(
    pair: str, source: str, output: str
) -> None:
    assert doubted(source, output, pair) is None


def test_a_number_out_of_nowhere_is_doubtful() -> None:
    reason = "a number that the source does not have: 3"
    assert doubted("Firmaron acuerdos.", "They signed 3 agreements.", "es-en") == reason


def test_one_of_two_denials_that_are_lost_makes_an_output_doubtful() -> None:
    source = (
        "Council vows not to sell the mill The mayor said on Monday that it will never be sold to anybody."
    )
    output = (
        "El concejo promete vender el molino El alcalde dijo el lunes que nunca se venderá a persona alguna."
    )
    assert (
        doubt(source, output, source_language="en", target_language="es", meaning=None)
        == "one of two denials lost"
    )


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Никто не пришёл в порт.", "Nobody came to the port.", "ru-en"),
        ("Він ніколи нічого не казав.", "He never said anything.", "uk-en"),
        ("Nikt nic nie powiedział.", "Nobody said anything.", "pl-en"),
        ("No dijo nada a nadie.", "He said nothing to anyone.", "es-en"),
        ("Personne n’est jamais venu au port.", "Nobody ever came to the port.", "fr-en"),
        ("Não disse nada a ninguém.", "He said nothing to anyone.", "pt-en"),
        ("Non ha detto niente a nessuno.", "He told nobody anything.", "it-en"),
        ("هیچ ترکی در دیوار پیدا نکردند.", "They found no cracks in the wall.", "fa-en"),
        ("Hiç kimse limana gelmedi.", "Nobody came to the port.", "tr-en"),
        ("Никой не дойде в пристанището.", "Nobody came to the port.", "bg-en"),
        ("No dijo nada y no vino.", "He said nothing and refused to come.", "es-en"),
    ],
)
def test_several_words_that_deny_one_clause_are_one_denial(source: str, output: str, pair: str) -> None:
    assert doubted(source, output, pair) is None


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("No vino nadie al puerto, y no llamó.", "Nobody came to the port, and he called.", "es-en"),
        ("Он не пришёл и не позвонил.", "He did not come and called.", "ru-en"),
        ("Ninguém veio ao porto e ninguém ligou.", "Nobody came to the port and somebody called.", "pt-en"),
    ],
)
def test_a_denial_of_each_of_two_clauses_is_two(source: str, output: str, pair: str) -> None:
    assert doubted(source, output, pair) == "one of two denials lost"
