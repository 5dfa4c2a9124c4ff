"""Which sentences of two texts belong together, and what is lost or added."""

from __future__ import annotations

import pytest

from digest.translate.alignment import lost, sentences

DOUBTFUL = 0.5
"""Log-odds from which a loss makes an output doubtful."""

VOTES = "The council met on Monday to count the votes."
RAIN = "It rained in the capital all day long."
RESULT = "The results will be published on Friday by the electoral commission."


@pytest.mark.parametrize(
    ("language", "votes", "rain", "result"),
    [
        (
            "ru",
            "Совет собрался в понедельник, чтобы подсчитать голоса.",
            "В столице весь день шёл дождь.",
            "Результаты будут опубликованы в пятницу избирательной комиссией.",
        ),
        (
            "ar",
            "اجتمع المجلس يوم الاثنين لفرز الأصوات.",
            "هطلت الأمطار في العاصمة طوال اليوم.",
            "ستنشر اللجنة الانتخابية النتائج يوم الجمعة.",
        ),
        ("zh", "理事会周一开会计票。", "首都整天下雨。", "选举委员会将于周五公布结果。"),
        (
            "es",
            "El consejo se reunió el lunes para contar los votos.",
            "Llovió en la capital todo el día.",
            "La comisión electoral publicará los resultados el viernes.",
        ),
    ],
)
def test_a_part_is_lost_if_no_sentence_is_as_long_and_no_word_tells_of_it(
    language: str, votes: str, rain: str, result: str
) -> None:
    source, between = f"{VOTES} {RAIN} {RESULT}", "" if language == "zh" else " "
    whole, short = between.join((votes, rain, result)), between.join((votes, rain))
    assert lost(source, whole, "en", language) < DOUBTFUL < lost(source, short, "en", language)
    assert lost(whole, source, language, "en") < DOUBTFUL < lost(whole, f"{VOTES} {RAIN}", language, "en")


def test_a_headline_without_a_mark_is_not_told_by_the_sentence_that_repeats_it() -> None:
    lead = "The council of the capital met on Monday to count the votes of the election."
    source = f"Council counts votes of election in capital {lead} {RAIN}"
    told = "El consejo de la capital se reunió el lunes para contar los votos de las elecciones."
    rain = "Llovió en la capital todo el día."
    headline = "El consejo cuenta los votos de las elecciones en la capital"
    assert (
        lost(source, f"{told} {rain}", "en", "es") > lost(source, f"{headline} {told} {rain}", "en", "es") + 2
    )


def test_a_language_without_a_lexicon_is_judged_by_lengths() -> None:
    source = f"{VOTES} {RAIN} {RESULT}"
    votes, rain = "Baraza lilikutana Jumatatu kuhesabu kura.", "Mvua ilinyesha katika mji mkuu siku nzima."
    result = "Matokeo yatachapishwa siku ya Ijumaa na tume ya uchaguzi."
    assert lost(source, f"{votes} {rain} {result}", "en", "sw") < DOUBTFUL
    assert lost(source, votes, "en", "sw") > DOUBTFUL


def test_a_quotation_of_several_sentences_is_cut_but_no_abbreviation() -> None:
    assert sentences('"We were late. Dr. Ode left." He sat.', "en") == (
        '"We were late.',
        'Dr. Ode left."',
        "He sat.",
    )
    assert sentences("«Мы опоздали. Зал был пуст», — сказал он.", "ru") == (
        "«Мы опоздали.",
        "Зал был пуст», — сказал он.",
    )
