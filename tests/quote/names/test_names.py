from __future__ import annotations

import pytest
from builders import an_article

from digest.quote import find_quotes
from digest.quote.grammar.patterns import grammar_of
from digest.quote.names.cased import names_in
from digest.quote.names.uncased import uncased_names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Valéry Giscard d’Estaing a nommé un ministre.", ["Valéry Giscard d’Estaing"]),
        ("fr", "Isaac Herzog d’Israël est venu.", ["Isaac Herzog"]),
        ("fr", "À Paris, Dominique de Villepin a parlé.", ["Dominique de Villepin"]),
        ("fr", "Le ministre de l’Intérieur a parlé.", []),
        ("it", "Il ministro dell’Interno ha parlato.", []),
        (
            "ru",
            "Мария Захарова Дональду Трампу не ответила.",
            ["Мария Захарова", "Дональду Трампу"],
        ),
        (
            "ru",
            "Владимир Путин ждал. Путину Дональд Трамп не ответил.",
            ["Владимир Путин", "Дональд Трамп"],
        ),
        ("ru", "Глава Чечни Рамзан Кадыров молчит.", ["Рамзан Кадыров"]),
        ("ru", "Представитель Кремля Дмитрий Песков молчит.", ["Дмитрий Песков"]),
        ("ru", "И зампред Совбеза Дмитрий Медведев молчит.", ["Дмитрий Медведев"]),
        ("ru", "Урсула фон дер Ляйен молчит.", ["Урсула фон дер Ляйен"]),
        ("bg", "Лидерът на ПП Асен Василев мълчи.", ["Асен Василев"]),
        ("pl", "Szef MSZ Węgier Péter Szijjártó milczy.", ["Péter Szijjártó"]),
        ("ru", "Президент Владимир Владимирович Путин молчит.", ["Владимир Владимирович Путин"]),
        ("pl", "Prezydent Warszawy Rafał Trzaskowski milczy.", ["Rafał Trzaskowski"]),
        (
            "es",
            "La ministra de Ciencia Diana Morant calla. Diana Morant calla.",
            ["Diana Morant", "Diana Morant"],
        ),
        ("es", "La portavoz de Isabel Díaz Ayuso calla.", ["Isabel Díaz Ayuso"]),
        ("bg", "Румен Радев мълчи. За Радев Бойко Борисов мълчи.", ["Румен Радев", "Бойко Борисов"]),
    ],
)
def test_names_end_where_other_words_and_other_names_begin(
    language: str, text: str, names: list[str]
) -> None:
    assert [" ".join(name.words) for name in names_in(text, grammar_of(language))] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الرئيس التركي رجب طيب أردوغان إن كلامه هنا.", "رجب طيب أردوغان"),
        ("قال الرئيس التركي رجب طيب أردوغان: كلامه هنا.", "رجب طيب أردوغان"),
        ("قال الوزير العراقي محمد شياع السوداني في بغداد. وأضاف السوداني شيئا.", "محمد شياع السوداني"),
        ("قال الوزير المصري بدر عبد العاطي في القاهرة.", "بدر عبد العاطي"),
        ("قال الرئيس الفنزويلي نيكولاس مادورو بوضوح: كلامه هنا.", "نيكولاس مادورو"),
        ("قال الرئيس الفنزويلي نيكولاس مادورو مبتسما إن كلامه هنا.", "نيكولاس مادورو"),
        ("قال الرئيس الفنزويلي نيكولاس مادورو الثلاثاء شيئا. وقال الثلاثاء شيئا.", "نيكولاس مادورو"),
        ("قال الرئيس الروسي فلاديمير بوتين للصحافيين شيئا. وقال بوتين شيئا.", "فلاديمير بوتين"),
    ],
)
def test_an_arabic_name_keeps_a_third_word_that_is_shown_to_be_part_of_it(text: str, name: str) -> None:
    found = [span.of(text) for span, _ in uncased_names(text, grammar_of("ar"), ())]
    assert found[0] == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "По словам Николаса Мадуро, «разговор был уважительным».", None),
        ("ru", "По словам президента РФ Владимира Путина, «у них нет мирной повестки».", "Владимир Путин"),
        ("uk", "За словами Володимира Путіна, «вони на боці війни».", "Володимир Путін"),
        ("pl", "Według Władimira Putina „oni są po stronie wojny”.", "Władimir Putin"),
    ],
)
def test_a_mans_name_in_the_genitive_is_shown_in_its_plain_form_where_rows_know_it(
    language: str, text: str, name: str | None
) -> None:
    assert [quote.speaker for quote in find_quotes(an_article(text, language=language)).quotes] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Разговор был уважительным», — цитирует агентство Дональда Трампа."),
        ("uk", "«Розмова була шанобливою», — цитує агентство Дональда Трампа."),
        ("pl", "Jak powiedział ambasador Donalda Trumpa, „rozmowa przebiegła z szacunkiem”."),
    ],
)
def test_whoever_stands_in_another_case_is_not_taken_for_the_subject(language: str, text: str) -> None:
    assert [quote.speaker for quote in find_quotes(an_article(text, language=language)).quotes] == [None]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "pt",
            '"A conversa foi cordial", disse o presidente da Câmara a Donald Trump.',
            ["o presidente da Câmara"],
        ),
        (
            "it",
            "Secondo Nicolás Maduro “la chiamata è stata cordiale”, ma per Donald Trump “è stata una telefonata”.",
            ["Nicolás Maduro", "Donald Trump"],
        ),
        ("it", "Il ministro, citando Nicolás Maduro, ha invocato “un tono di rispetto reciproco”.", [None]),
        (
            "pt",
            "“Foi cordial”, disse Nicolás Maduro, recebido por Donald Trump, que o descreveu como “um bom vizinho”.",
            ["Nicolás Maduro", None],
        ),
        (
            "es",
            "Según el presidente estadounidense, Donald Trump, con Maduro “fue una llamada telefónica”.",
            ["Donald Trump"],
        ),
        ("zh", "俄罗斯总统普京在会见美国总统特朗普时说：“这是一次电话交谈。”", ["普京"]),
    ],
)
def test_other_people_of_a_sentence_get_none_of_its_words(
    language: str, text: str, speakers: list[str | None]
) -> None:
    assert [quote.speaker for quote in find_quotes(an_article(text, language=language)).quotes] == speakers


def test_an_arabic_given_name_is_not_shown_without_the_word_after_it_that_may_be_the_last_name() -> None:
    assert uncased_names("قال الرئيس الإيراني مسعود بزشكيان خلال اجتماع شيئا.", grammar_of("ar"), ()) == ()
    [(span, titled)] = uncased_names("وقال الدكتور خليل الحية شيئا.", grammar_of("ar"), ())
    assert (span.of("وقال الدكتور خليل الحية شيئا."), titled) == ("خليل الحية", True)
    found = uncased_names("قال الرئيس الفنزويلي مادورو الذي زار كراكاس شيئا.", grammar_of("ar"), ())
    assert len(found) == 1


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "ru",
            "«У них нет мирной повестки», — прокомментировал заявление Трампа президент Владимир Путин.",
            "Владимир Путин",
        ),
        (
            "pl",
            "„Oni są po stronie wojny” – skomentował decyzję Trumpa prezydent Władimir Putin.",
            "Władimir Putin",
        ),
        ("ru", "«У них нет мирной повестки», — ответил Дональду Трампу Владимир Путин.", "Владимир Путин"),
        ("ru", "«Это был телефонный звонок», — сказал Дональд Трамп Путину.", "Дональд Трамп"),
        ("uk", "«Це був телефонний дзвінок», — цитує Дональда Трампа The Guardian.", None),
    ],
)
def test_who_is_answered_or_commented_on_is_no_part_of_the_speaker(
    language: str, text: str, name: str | None
) -> None:
    assert [quote.speaker for quote in find_quotes(an_article(text, language=language)).quotes] == [name]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("it", "Nicolás Maduro ha ringraziato Donald Trump: “La chiamata è stata cordiale”.", [None]),
        ("zh", "委内瑞拉总统马杜罗感谢美国总统特朗普：“通话很友好。”", [None]),
        (
            "pt",
            "Nicolás Maduro criticou Donald Trump, que chamou à conversa “uma mera chamada telefónica”.",
            [None],
        ),
        ("tr", "“Bu bir telefon görüşmesiydi” diyen Donald Trump'a Maduro teşekkür etti.", [None]),
        ("zh", "俄罗斯总统普京引用特朗普的话说：“这是一次电话交谈。”", [None]),
        (
            "ja",
            "トランプ大統領が「電話だった」と述べたことについて、担当者は「答えられない」と述べた。",
            ["トランプ", None],
        ),
    ],
)
def test_a_clause_about_somebody_else_leaves_a_quotation_without_a_speaker(
    language: str, text: str, speakers: list[str | None]
) -> None:
    assert [quote.speaker for quote in find_quotes(an_article(text, language=language)).quotes] == speakers
