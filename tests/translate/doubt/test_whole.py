"""What an output has not whole, and what is only said in another way."""

from __future__ import annotations

import pytest

from digest.translate.doubt import doubt

LIST = "The flood reached Arlen, Bexford, Corrow, Dunmore and Eastley on Monday."


def doubted(source: str, output: str, pair: str) -> str:
    first, second = pair.split("-")
    return doubt(source, output, source_language=first, target_language=second, meaning=None) or ""


@pytest.mark.parametrize(
    ("source", "output", "pair", "reason"),
    [
        ("“The harbour is ours.”", "El puerto es nuestro.", "en-es", "the quotation marks lost"),
        ("The fair opens on 3 May.", "La fiera apre il 3 giugno.", "en-it", "another time: May / giugno"),
        ("The ferry sails on Tuesday.", "Паром отходит в четверг.", "en-ru", "another time: Tuesday / четверг"),
        ("The ferry sails on Friday.", "नौका बुधवार को चलेगी।", "en-hi", "another time: Friday / बुधवार"),
        (
            "Choose the ferry of your alliance with great care before you pay.",
            "Valitse lauttayhtiö huolellisesti.",
            "en-fi",
            "far shorter than expected",
        ),
        ("Dr. Vane sang. Mrs. Quill danced.", "El Dr. Vane cantó la Sra. Quill.", "en-es", "two sentences in one"),
        ("The ferry is late until Sunday.", "Паром опаздывает until Sunday.", "en-ru", "not translated: until"),
        ("The mill was closed after the storm.", "أغلقت المطحنة after العاصفة.", "en-ar", "not translated: after"),
        ("Мельница закрыта после бури.", "The mill is closed после the storm.", "ru-en", "not translated: после"),
        ("The ferry waits behind the mill.", "El ferry espera behind the mill.", "en-es", "not translated: behind the mill"),
        ("La barca espera tras las rocas.", "The boat waits tras las rocas.", "es-en", "not translated: tras las rocas"),
        ("We all met at the mill.", "Nos reunimos at the mill.", "en-es", "not translated: at the mill"),
        (
            "Why the Harbour Will Close This Year The council votes today.",
            "Why the Harbour Will Close This Year El concejo vota hoy.",
            "en-es",
            "not translated: Why the Harbour Will Close",
        ),
        ("Wendla Marlowe left the mill.", "Wendla Brandtner dejó el molino.", "en-es", "another name: Wendla Marlowe"),
        (LIST, "La riada llegó a Arlen, Bexford, Corrow y Dunmore el lunes.", "en-es", "a name of a list lost: Eastley"),
        (LIST, "Die Flut erreichte am Montag Arlen, Corrow, Dunmore und Eastley.", "en-de", "a name of a list lost: Bexford"),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_doubtful(source: str, output: str, pair: str, reason: str) -> None:
    assert doubted(source, output, pair) == reason


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("“The harbour is ours.”", "«El puerto es nuestro».", "en-es"),
        ("Dr. Vane sang. Mrs. Quill danced.", "El Dr. Vane cantó y la Sra. Quill, bailó.", "en-es"),
        ("The choir sang. The guests danced.", "Le chœur chantait et les invités dansaient.", "en-fr"),
        ("Bank of Ireland and Marks and Spencer close.", "Bank of Ireland и Marks and Spencer закрываются.", "en-ru"),
        ("He read “After the Storm” twice.", "Он дважды прочитал «After the Storm».", "en-ru"),
        ("They play in Old Harbour, New Mill, Saint Ann and Ox Hill.", "Они играют в Олд-Харбор, Нью-Милл, Сент-Энн и Окс-Хилл.", "en-ru"),
        ("He likes the song “over the hill”.", "Le gusta la canción “over the hill” (“tras la colina”).", "en-es"),
        ("The Old Mill Songs: Ann felt small.", "The Old Mill Songs: Ann se sentía pequeña.", "en-es"),
        ("Beaver Island is closed today.", "Beaver Adası bugün kapalı.", "en-tr"),
        ("It is a winner-takes-all vote.", "Es un voto winner-takes-all.", "en-es"),
        (LIST, "La riada llegó el lunes a Arlen, Bexford, Corrow, Dunmore e Eastley.", "en-es"),
        (LIST, "В понедельник вода дошла до Арлена, Бексфорда, Корроу, Данмора и Истли.", "en-ru"),
        ("Spain, France, Italy, Greece and Malta agreed.", "España, Francia, Italia, Grecia y Malta aceptaron.", "en-es"),
    ],
)  # fmt: skip
def test_what_is_whole_is_not(source: str, output: str, pair: str) -> None:
    assert doubted(source, output, pair) == ""


MILL = (
    "The millers inspected the weir on Sunday after the heavy rain. They found no cracks in the wall, and the "
    "water level is falling. The mayor asked people who live near the river to stay calm."
)
OF_THE_MILL = {
    "uk": "Мельники оглянули греблю в неділю після сильного дощу. Вони не знайшли тріщин у стіні, і рівень води "
    "падає. Мер попросив людей, які живуть біля річки, зберігати спокій.",
    "fa": "آسیابان‌ها روز یکشنبه پس از باران شدید بند را بازرسی کردند. آنها هیچ ترکی در دیوار پیدا نکردند و سطح آب "
    "در حال کاهش است. شهردار از مردمی که نزدیک رودخانه زندگی می‌کنند خواست آرام بمانند.",
    "sk": "Mlynári v nedeľu po silnom daždi skontrolovali hať. V stene nenašli žiadne praskliny a hladina vody "
    "klesá. Starosta požiadal ľudí, ktorí žijú pri rieke, aby zostali pokojní.",
    "he": "הטוחנים בדקו ביום ראשון את הסכר אחרי הגשם הכבד. הם לא מצאו סדקים בקיר, ומפלס המים יורד. ראש העיר "
    "ביקש מהאנשים שגרים ליד הנהר להישאר רגועים.",
}
OF_MUSIC = {
    "uk": "Оркестр зіграє в неділю симфонію у старому театрі міста. Квитків більше немає, бо музику цього "
    "композитора люблять молоді слухачі. Диригент пообіцяв другий концерт навесні.",
    "fa": "ارکستر روز یکشنبه در تئاتر قدیمی شهر سمفونی می‌نوازد. هیچ بلیتی نمانده است، زیرا جوانان موسیقی این "
    "آهنگساز را دوست دارند. رهبر ارکستر قول کنسرت دوم را در بهار داد.",
    "sk": "Orchester zahrá v nedeľu symfóniu v starom mestskom divadle. Lístky už nie sú, lebo hudbu tohto "
    "skladateľa majú radi mladí poslucháči. Dirigent sľúbil druhý koncert na jar.",
    "he": "התזמורת תנגן ביום ראשון סימפוניה בתיאטרון הישן של העיר. אין עוד כרטיסים, כי צעירים אוהבים את המוזיקה "
    "של המלחין. המנצח הבטיח קונצרט שני באביב.",
}


@pytest.mark.parametrize("language", OF_THE_MILL)
def test_a_text_about_something_else_is_told_by_words_where_the_encoder_is_mute(language: str) -> None:
    assert doubted(MILL, OF_MUSIC[language], f"en-{language}") == "another meaning"
    assert doubted(MILL, OF_THE_MILL[language], f"en-{language}") == ""
    assert doubted(OF_THE_MILL[language], MILL, f"{language}-en") == ""
