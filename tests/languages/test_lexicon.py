import subprocess
import sys
from importlib.resources import files

import pytest

from digest.languages import codes, lexicon

WORDS = {
    "ar": {"الشرطة": "police", "المستشفى": "hospital", "الحرب": "war"},
    "bg": {"полицията": "police", "болница": "hospital", "език": "language"},
    "de": {"Krankenhaus": "hospital", "Sicherheit": "security", "Polizei": "police"},
    "es": {"guerra": "war", "hospitales": "hospital", "policía": "police"},
    "fa": {"پلیس": "police", "بیمارستان": "hospital", "جنگ": "war"},
    "fr": {"guerre": "war", "hôpital": "hospital", "roi": "king"},
    "he": {"משטרה": "police", "החולים": "hospital", "שפה": "language"},
    "it": {"guerra": "war", "ospedale": "hospital", "polizia": "police"},
    "ja": {"病院": "hospital", "警察": "police", "言語": "language"},
    "ko": {"병원": "hospital", "경찰": "police", "언어": "language"},
    "nl": {"ziekenhuis": "hospital", "politie": "police", "taal": "language"},
    "pl": {"szpital": "hospital", "policja": "police", "język": "language"},
    "pt": {"hospitais": "hospital", "segurança": "security", "polícia": "police"},
    "ru": {"войны": "war", "больницы": "hospital", "полиции": "police"},
    "sk": {"nemocnica": "hospital", "polícia": "police", "jazyk": "language"},
    "tr": {"hastane": "hospital", "polis": "police", "dil": "language"},
    "uk": {"лікарня": "hospital", "поліція": "police", "мова": "language"},
    "zh": {"医院": "hospital", "警察": "police", "安全": "security"},
}


@pytest.mark.parametrize("language", WORDS)
def test_telling_words_have_their_english(language: str) -> None:
    for word, english in WORDS[language].items():
        meant = {stem for part in lexicon.stems(word, language) for stem in lexicon.english(part, language)}
        assert lexicon.stems(english, "en")[0] in meant, word


@pytest.mark.parametrize("language", WORDS)
def test_weights_are_shares_and_the_likeliest_english_comes_first(language: str) -> None:
    for word in WORDS[language]:
        for stem in lexicon.stems(word, language):
            weights = list(lexicon.english(stem, language).values())
            assert weights == sorted(weights, reverse=True)
            assert all(0 < weight <= 1 for weight in weights)


def test_english_stands_for_itself() -> None:
    assert lexicon.english("negoti", "en-GB") == {"negoti": 1.0}


@pytest.mark.parametrize(("word", "like"), [("begin", "start"), ("talk", "speak"), ("large", "big")])
def test_english_words_stand_for_those_that_other_languages_say_alike(word: str, like: str) -> None:
    (one,), (other,) = lexicon.stems(word, "en"), lexicon.stems(like, "en")
    meant = lexicon.english(one, "en")
    assert next(iter(meant.items())) == (one, 1.0)
    assert 0.2 < meant[other] < 1


def test_a_language_without_a_table_has_no_english_and_nothing_but_rare_words() -> None:
    assert lexicon.english("rauha", "fi") == {}
    assert lexicon.rarity("rauha", "fi") == lexicon.RAREST


def test_a_language_is_found_by_its_main_code() -> None:
    assert lexicon.english("guerra", "es-VE") == lexicon.english("guerra", "es") != {}


def test_a_rare_word_tells_more_than_an_article() -> None:
    assert lexicon.rarity("the", "en") < lexicon.rarity("peace", "en") <= lexicon.RAREST
    assert lexicon.rarity("el", "es") < lexicon.rarity("guerra", "es")


def test_inflected_words_have_one_stem() -> None:
    assert lexicon.stems("Kills, killed, killing", "en") == ("kill",) * 3
    assert lexicon.stems("NEGOCIACIONES", "es") == lexicon.stems("negociación", "es")
    assert lexicon.stems("переговорах", "ru") == lexicon.stems("Переговоры", "ru")
    assert lexicon.stems("والسلام", "ar") == lexicon.stems("السَّلام", "ar")


def test_chinese_japanese_and_korean_come_in_characters_and_pairs() -> None:
    assert lexicon.stems("和平", "zh") == ("和", "和平", "平")
    assert lexicon.stems("ニュース", "ja") == ("ニュ", "ュー", "ース")
    assert lexicon.stems("평화를", "ko") == ("평화", "화를")


def test_numbers_and_marks_are_no_stems() -> None:
    assert lexicon.stems("2025: ¡30 %!", "es") == ()


def test_no_table_is_read_before_a_word_is_asked_for() -> None:
    ask = (
        "import digest.languages.lexicon as l; before = l._lines.cache_info().currsize;"
        "l.stems('la guerra', 'es'); between = l._lines.cache_info().currsize;"
        "l.english('guerra', 'es'); print(before, between, l._lines.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True).stdout == b"0 0 1\n"


def test_the_notice_lists_every_source_with_a_licence_that_lets_tables_be_shipped() -> None:
    notice = files("digest.languages").joinpath("lexicon", "NOTICE.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in notice.splitlines() if line.startswith("| ")][2:]
    assert rows
    for _package, licence, holder, taken in rows:
        assert holder
        assert taken
        assert licence.startswith(
            ("Apache-2.0", "BSD-3-Clause", "MIT", "ISC", "Unicode-3.0", "public domain")
        )


def test_the_notice_carries_the_permission_that_the_unicode_licence_asks_to_be_passed_on() -> None:
    notice = files("digest.languages").joinpath("lexicon", "NOTICE.md").read_text(encoding="utf-8")
    assert "COPYRIGHT AND PERMISSION NOTICE" in notice
    assert "this copyright and permission notice appear" in notice


WITHOUT_TABLE = {"ca", "cs", "da", "el", "hi", "hr", "hu", "id", "ro", "sr", "sv", "sw", "vi"}
"""Rows whose languages no lexicon was learnt for yet: names, numbers and an engine's output are what matches them."""


def test_every_language_that_has_a_row_has_a_table_or_is_known_to_have_none() -> None:
    tables = [table.name for table in files("digest.languages").joinpath("lexicon").iterdir()]
    found = {name.removesuffix(".tsv.xz") for name in tables if name.endswith(".xz")}
    assert found == set(codes()) - WITHOUT_TABLE
