from __future__ import annotations

import pytest
from golden_cases import rows

from digest.languages.sentences import sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gov. Marsh met Sen. Quint on Feb. 9. | She left."),
        ("fr", "Mgr. Lefranc et le gén. Brun partent. | Il pleut."),
        ("fr", "Né en l’an 12 av. J.-C. à Lyon, à 9 h. 15 dit-on, il voyagea. | Il est mort."),
        ("it", "La villa del 79 d.C. fu sepolta. | Poi la trovarono."),
        ("pt", "O mapa da pág. 9 do livro está errado. | Depois foi mudado."),
        ("pl", "Por. rozdz. 4 i godz. 12 w planie. | To błąd."),
        ("el", "Στο κεφ. 2 της σελ. 8 υπάρχει λάθος. | Μετά διορθώθηκε."),
        ("fr", "L’art. 5 vient du Ier s. av. J.-C. | Il est long."),
        ("de", "Der 3. Senat tagt am 5. Mai z. B. in Bonn. | Danach ging er."),
        ("it", "L’avv. Bruni parla con il dott. Sala. | Poi esce."),
        ("pl", "W 1998 r. wybrano m.in. gen. Wilka. | Potem odszedł."),
        ("tr", "19. yüzyıl ve Prof. Dr. Kaya. | Sonra gitti."),
        ("es", "Vino a las 7 p. m. con la Dra. Mena. | Luego se fue."),
        ("pt", "O sr. Ramos e a dra. Nunes saíram. | Depois chovia."),
        ("nl", "Dhr. Bakker sprak o.a. over geld. | Daarna ging hij."),
        ("cs", "Dne 7. října přišel Ing. Malý. | Potom odešel."),
        ("ru", "Об этом сказал г-н А. С. Зимин. | Потом ушёл."),
        ("uk", "Вул. Лісова, буд. 5 м. Київ. | Потім пішов."),
        ("el", "Ο κ. Νικολάου μίλησε. | Μετά έφυγε."),
        ("ar", "قال د. سمير حسن اليوم. | ثم خرج."),
        ("hi", "प्रो. वर्मा आए। | वह गए।"),
        ("pt", "Foi o 7.º dia da 3.ª feira. | Depois choveu."),
        ("en", "Stop… | They ran."),
        ("zh", "他来了。| 我走了。"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str, text: str) -> None:
    wanted = [one.strip() for one in text.split("|")]
    assert sentences(text.replace("|", ""), language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Really?” he asked. at the gate"),
        ("ru", "«Правда?» спросил он. и ушёл"),
        ("el", "Αλήθεια; είπε. και έφυγε"),
    ],
)
def test_nothing_is_cut_before_a_small_letter(language: str, text: str) -> None:
    assert sentences(text, language) == [text]


def test_scripts_without_capitals_are_cut_all_the_same() -> None:
    assert sentences("ის წავიდა. მე დავრჩი.", "ka") == ["ის წავიდა.", "მე დავრჩი."]


def test_a_language_without_a_table_is_cut_as_its_punctuation_says() -> None:
    assert sentences("Ana ketdi. Men qoldim.", "uz") == ["Ana ketdi.", "Men qoldim."]


def test_lines_become_one() -> None:
    assert sentences("One\n  line.\nTwo.", "en") == ["One line.", "Two."]


@pytest.mark.parametrize(("language", "text"), rows("sentences/ends.txt"))
def test_abbreviations_initials_and_dates_end_no_sentence(language: str, text: str) -> None:
    wanted = text.split(" / ")
    assert sentences(" ".join(wanted), language) == wanted
