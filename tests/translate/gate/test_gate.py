"""What machine output is not let through."""

from __future__ import annotations

import pytest

from benchmarks.failures import FAILURES, Failure
from digest.translate.doubt import Name, Protected, doubt
from digest.translate.gate import refusal


def judged(source: str, output: str, pair: str = "es-en") -> str | None:
    first, second = pair.split("-")
    return refusal(source, output, source_language=first, target_language=second)


@pytest.mark.parametrize(
    ("source", "output", "reason"),
    [
        ("Queremos paz.", "", "no text"),
        ("Queremos paz.", " ", "no text"),
        ("Queremos paz.", "♪", "symbols instead of words"),
        ("Queremos paz.", "_", "symbols instead of words"),
        ("«…»", "President of it?", "words instead of symbols"),
        (
            "El ministro de la paz llegó hoy.",
            "El ministro de la paz llegó hoy",
            "the source, not translated",
        ),
        ("Firmaron 25 acuerdos.", "They signed agreements.", "a number lost or changed: 25"),
        ("Firmaron 25 acuerdos.", "They signed 52 agreements.", "a number lost or changed: 25"),
        ("Cuesta 1,5 millones.", "It costs 15 million.", "a number lost or changed: 1,5 millones"),
        ("Creció un 7 % en 2025.", "It grew by 7% in 2024.", "a number lost or changed: 2025"),
        ("Queremos paz y diálogo.", "We want peace peace peace.", "a phrase again and again"),
        ("La reunión fue breve.", "It was short, it was short, it was short.", "a phrase again and again"),
        (
            "Queremos paz.",
            "We want peace and many more things that nobody in this whole large country ever said, not at all.",
            "far longer than the source",
        ),
        ("Nicolás Maduro habló.", "Nicolás Mature spoke.", "half a name: Nicolás Maduro"),
        ("Llovió ayer.", "It rained yester@@ day.", "a sign that the source does not have: @@"),
        ("Llovió ayer.", "▁It ▁rained.", "a sign that the source does not have: ▁"),
        (
            "Hola, mundo. ¿Cómo están todos ustedes, y qué quieren decir hoy aquí en la reunión?",
            "Hello.",
            "far shorter than the source",
        ),
    ],
)
def test_bad_output_is_refused_with_a_reason(source: str, output: str, reason: str) -> None:
    assert judged(source, output) == reason


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Queremos paz.", "We want peace.", "es-en"),
        ("No", "No", "es-en"),
        ("Caracas", "Caracas", "es-en"),
        ("Nicolás Maduro y Donald Trump", "Nicolás Maduro y Donald Trump", "es-fr"),
        ("Firmaron 2.500 acuerdos.", "They signed 2,500 agreements.", "es-en"),
        ("Llegaron 25.", "وصل ٢٥.", "es-ar"),
        ("Paz, paz, paz, paz.", "Peace, peace, peace, peace.", "es-en"),
        ("Nicolás Maduro habló en Estados Unidos.", "Nicolas Maduro spoke in the United States.", "es-en"),
        ("El presidente Maduro confirma una llamada.", "President Maduro confirms a call.", "es-en"),
        ("Maduro Confirms Call With Trump", "Maduro confirma llamada con Trump", "en-es"),
        ("The president spoke in Caracas.", "总统在加拉加斯讲话。", "en-zh"),
        ("总统在加拉加斯讲话。", "The president spoke in Caracas.", "zh-en"),
        ("哈哈哈", "Ha ha ha", "zh-en"),
        ("No, no, no, no. Es falso.", "No, no, no, no. It is false.", "es-en"),
        ("“Nooooooo”, gritó la gente.", "“Nooooooo,” people shouted.", "es-en"),
    ],
)
def test_good_output_passes(source: str, output: str, pair: str) -> None:
    assert judged(source, output, pair) is None


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("A crowd of 10,000 came.", "Vinieron 10 000 personas.", "en-es"),
        ("A crowd of 10,000 came.", "Vieram 10 mil pessoas.", "en-pt"),
        ("A crowd of 10,000 came.", "Пришли 10 тысяч человек.", "en-ru"),
        ("A crowd of 10,000 came.", "来了1万人。", "en-zh"),
        ("A crowd of 15,000 came.", "1万5000人が来ました。", "en-ja"),
        ("Cuesta 1,5 millones.", "It costs 1,500,000.", "es-en"),
        ("Cuesta 3200 millones.", "It costs 3.2 billion.", "es-en"),
        ("It costs $3.2bn.", "Cuesta 3200 millones de dólares.", "en-es"),
        ("It took 3 days.", "Duró tres días.", "en-es"),
        ("It took 3 days.", "Это заняло трёх дней.", "en-ru"),
        ("It took 3 days.", "استغرق الأمر ثلاثة أيام.", "en-ar"),
        ("It took 3 days.", "花了三天时间。", "en-zh"),
        ("It took 3 days.", "Üç gün sürdü.", "en-tr"),
        ("It took 3 days.", "זה לקח שלושה ימים.", "en-he"),
        ("He is 45 years old.", "Er ist fünfundvierzig Jahre alt.", "en-de"),
        ("He is 45 years old.", "他四十五岁。", "en-zh"),
        ("The 19th century ended.", "El siglo XIX terminó.", "en-es"),
        ("In the 1990s it grew.", "En los años 90 creció.", "en-es"),
        ("It starts at 7 pm.", "Empieza a las 19 horas.", "en-es"),
        ("On 3 May it rained.", "5月3日は雨でした。", "en-ja"),
        ("They walked 10 miles.", "Caminaron 16 kilómetros.", "en-es"),
        ("It is 80 degrees outside.", "Hace 27 grados fuera.", "en-es"),
        ("Llegaron veinte personas.", "20 people came.", "es-en"),
        ("The 2017-18 season ended.", "La saison 2017-2018 est terminée.", "en-fr"),
        ("٪٧ من الأصوات في ٢٠٢٥", "7% of the votes in 2025", "ar-en"),
        ("Le taux est de 39,91 %.", "The rate is 39.91%.", "fr-en"),
    ],
)
def test_a_number_may_be_grouped_scaled_spelt_or_converted(source: str, output: str, pair: str) -> None:
    assert judged(source, output, pair) is None


@pytest.mark.parametrize(
    ("source", "output", "pair", "reason"),
    [
        (
            "The council met on Monday to count the votes. It rained in the capital all day long. The results are expected to be published on Friday by the electoral commission.",
            "El consejo se reunió el lunes para contar los votos. Llovió todo el día en la capital.",
            "en-es",
            "a sentence lost",
        ),
        (
            "The council met on Monday to count the votes. It rained in the capital all day long.",
            "理事会周一开会计票。首都整天下雨。首都整天下雨。",
            "en-zh",
            "a sentence twice",
        ),
        (
            "The council met on Monday to count the votes.",
            "El consejo se reunió to count the votes el lunes.",
            "en-es",
            "not translated: to count the votes",
        ),
        ("The council met on Monday to count the votes.", "理事会周一 met to count the votes 开会", "en-zh", "not translated: to count the votes"),
        ("It grew by a third.", "Creció un % tercio.", "en-es", "a sign that the source does not have: %"),
    ],
)  # fmt: skip
def test_lost_repeated_and_untranslated_parts_are_refused(
    source: str, output: str, pair: str, reason: str
) -> None:
    assert judged(source, output, pair) == reason


def test_sentences_may_be_merged_and_split() -> None:
    apart = (
        "The council met on Monday to count the votes. It will meet again on Friday. A report will follow."
    )
    merged = "El consejo se reunió el lunes para contar los votos y volverá a reunirse el viernes. Seguirá un informe."
    assert judged(apart, merged, "en-es") is None
    assert judged(merged, apart, "es-en") is None


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: f"{failure.thread} {failure.source[:20]}")
def test_outputs_that_users_reported_are_not_shown_without_a_notice(failure: Failure) -> None:
    codes = dict(zip(("source_language", "target_language"), failure.pair, strict=True))
    kept = Protected(tuple(Name((name,)) for name in failure.names))
    texts = (failure.source, failure.output)
    assert refusal(*texts, **codes) or doubt(*texts, **codes, kept=kept)


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("“Nooooooo,” she wrote.", "كتبت: «لااااااااا»", "en-ar"),
        (
            "Fire destroys old theatre in the harbour A fire has destroyed the old theatre in the harbour.",
            "Un incendio destruyó el viejo teatro en el puerto Un incendio destruyó el viejo teatro en el puerto.",
            "en-es",
        ),
        (
            "The song is called “the man who walked away from home”.",
            "Das Lied heißt „the man who walked away from home“ (Der Mann, der von zu Hause fortging).",
            "en-de",
        ),
        (
            "Thieves break into the museum at Tamworth Thieves took a painting from the museum at Tamworth, police say.",
            "Diebe brechen ins Museum in Tamworth ein In Tamworth Diebe nahmen ein Gemälde aus dem Museum, sagt die Polizei.",
            "en-de",
        ),
    ],
    ids=["letters drawn out", "a lead like its headline", "quoted and explained", "a headline before a name"],
)
def test_what_the_source_does_as_well_is_no_fault(source: str, output: str, pair: str) -> None:
    assert judged(source, output, pair) is None


@pytest.mark.parametrize(
    ("source", "output", "pair", "reason"),
    [
        ("“No,” she wrote.", "كتبت: «لااااااااا»", "en-ar", "a phrase again and again"),
        (
            "Fire destroys old theatre in the harbour A fire has destroyed the old theatre in the harbour.",
            (
                "Incendio destruye viejo teatro en el puerto viejo Incendio destruye viejo teatro en el puerto viejo "
                "Un incendio ha destruido el viejo teatro en el puerto."
            ),
            "en-es",
            "a phrase twice",
        ),
        (
            "The song is called “the man who walked away from home”.",
            "Das Lied heißt „the man who walked away from home“.",
            "en-de",
            "not translated: the man who walked",
        ),
        (
            "Marlowe opens the mill Mayor Marlowe will open the old mill on Friday.",
            "Marlowe abre el molino Marlowe abre el molino El alcalde Marlowe abrirá el viejo molino el viernes.",
            "en-es",
            "a phrase twice",
        ),
    ],
    ids=[
        "only the output draws letters out",
        "a headline thrice",
        "quoted and not explained",
        "a headline twice, and its name once too often",
    ],
)
def test_what_only_the_output_does_is_a_fault(source: str, output: str, pair: str, reason: str) -> None:
    assert judged(source, output, pair) == reason
