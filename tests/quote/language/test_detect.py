"""What language words are in: a text's, and a quotation's inside an article."""

from __future__ import annotations

from importlib.resources import files

import pytest
from builders import an_article

from digest.languages import codes, vocabulary
from digest.languages.identify import identifier, let_go
from digest.quote import find_quotes
from digest.quote.language.detect import detect, language_of

OWN_SCRIPT = {"el", "he", "hi", "ja", "ko", "zh"}
FEWEST = 150


def test_a_few_words_are_in_another_language_where_the_text_around_them_says_so_too() -> None:
    assert language_of("bienvenido el diálogo", article_language="en", said_in="es") == "es"
    assert language_of("welcome dialogue, welcome diplomacy", article_language="en", said_in="es") == "en"
    article = an_article("—Peace, yes. War, never —agregó Nicolás Maduro en inglés.", language="es")
    quote = find_quotes(article).quotes[0]
    assert (quote.language, quote.spoken_language) == ("en", "en")


def test_the_articles_language_is_the_likelier_one_where_neighbours_share_the_words() -> None:
    shared = "не планираме война с Европа"
    assert detect(shared)[1] < detect(shared, expected="bg")[1]
    assert language_of(shared, article_language="bg") == "bg"


def test_foreign_names_in_a_quotation_do_not_make_it_foreign() -> None:
    assert language_of("查吉欧格鲁 (Sakis Kechagioglou) 和乔治", article_language="en") == "zh"
    assert language_of("Мы говорили с Air Force One и Donald Trump", article_language="en") == "ru"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("o diálogo respeitoso", "pt"),
        ("el diálogo respetuoso", "es"),
        ("il dialogo rispettoso", "it"),
        ("de l’appel d’hier", "fr"),
        ("el diàleg amb els pobles", "ca"),
        ("der Weg des Friedens", "de"),
        ("de weg van het volk", "nl"),
        ("путь к миру и диалогу", "ru"),
        ("шлях до миру та діалогу", "uk"),
        ("пътят към мира", "bg"),
        ("طريق السلام في أوروبا", "ar"),
        ("راه صلح در اروپا", "fa"),
    ],
)
def test_a_few_words_tell_close_languages_apart(text: str, code: str) -> None:
    assert detect(text)[0] == code


@pytest.mark.parametrize("code", sorted({*codes(), "ca", "sv"} - OWN_SCRIPT))
def test_a_language_that_shares_its_script_has_a_list_of_frequent_words(code: str) -> None:
    path = files("digest.languages") / "vocabularies" / f"{code}.txt"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("##")]
    listed = " ".join(lines).split()
    assert len(listed) >= FEWEST
    assert len(set(listed)) == len(listed)
    assert [word for word in listed if word not in vocabulary.words(_whole(word))] == []


def _whole(word: str) -> str:
    """Return a word with another on the other side of its apostrophe."""
    return "x" * word.startswith("'") + word + "x" * word.endswith("'")


def test_the_more_frequent_a_word_the_more_it_tells() -> None:
    likelier = vocabulary.evidence("o")
    assert likelier["pt"] > likelier["es"] > 0
    assert "de" not in likelier


def test_a_text_without_letters_has_some_language_and_nothing_breaks() -> None:
    assert detect("2025")[1] <= 1
    assert language_of("2025", article_language="ar") == "ar"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rada města se musí zítra znovu sejít a rozhodnout o přístavu", "cs"),
        ("Hội đồng thành phố phải họp lại vào ngày mai để quyết định về bến cảng", "vi"),
        ("Consiliul orașului trebuie să se întâlnească mâine și să decidă despre port", "ro"),
        ("Το συμβούλιο της πόλης πρέπει να συνεδριάσει ξανά αύριο για το λιμάνι", "el"),
        ("A városi tanácsnak holnap újra össze kell ülnie, hogy döntsön a kikötőről", "hu"),
        ("Kaupunginvaltuuston on kokoonnuttava huomenna uudelleen päättämään satamasta", "fi"),
        ("ქალაქის საბჭო ხვალ ისევ უნდა შეიკრიბოს და ნავსადგურზე გადაწყვიტოს", "ka"),
        ("Քաղաքի խորհուրդը վաղը պետք է նորից հավաքվի և որոշի նավահանգստի մասին", "hy"),
        ("สภาเมืองต้องประชุมกันอีกครั้งในวันพรุ่งนี้เพื่อตัดสินใจเรื่องท่าเรือ", "th"),
        ("নগর পরিষদকে আগামীকাল আবার বসে বন্দর নিয়ে সিদ্ধান্ত নিতে হবে", "bn"),
    ],
)
@pytest.mark.parametrize("article", ["en", "es", "ru", "ar"])
def test_a_language_without_a_row_is_named_and_is_none_that_has_one(
    text: str, code: str, article: str
) -> None:
    assert language_of(text, article_language=article) == code
    assert language_of(text, article_language=code) == code


@pytest.mark.parametrize(
    "text",
    [
        "ᏂᎦᏓ ᎠᏂᏴᏫ ᏂᎨᎫᏓᎸᎾ ᎠᎴ ᎤᏂᏠᏱ ᎤᎾᏕᎿ ᏚᏳᎧᏛ ᎨᏒᎢ",
        "'O kēia mau kānaka a pau, ua hānau kū'oko'a 'ia lākou me ka hanohano like",
    ],
)
def test_a_language_that_nobody_knows_here_is_not_known(text: str) -> None:
    for article in ("en", "es", "ru", "zh"):
        assert language_of(text, article_language=article) == "und"


def test_galician_in_a_spanish_article_is_no_portuguese() -> None:
    text = "O concello ten que reunirse mañá outra vez para decidir que facer co porto da vila"
    assert language_of(text, article_language="es") in {"gl", "und", "es"}


def test_a_model_that_was_let_go_is_loaded_again_and_says_the_same() -> None:
    text = "bienvenido el diálogo y la paz de todos"
    before, held = detect(text), identifier(frozenset({"en", "es"}))
    let_go()
    assert identifier(frozenset({"en", "es"})) is not held
    assert detect(text) == before
