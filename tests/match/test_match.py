"""Real press wordings, word for word; who published them is in the outlet's name."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from builders import a_moment, a_person, a_quote, an_article, an_outlet

from digest.match import match
from digest.model import (
    Grouping,
    Origin,
    Person,
    Quote,
    Segment,
    Story,
    Translation,
    Utterance,
    WordingState,
)

MADURO = a_person("Nicolás Maduro", languages=("es",))
PUTIN = a_person("Владимир Путин", id="vladimir-putin", languages=("ru",))

DIALOGUE = {
    "SDP Noticias": (
        "es",
        (
            "Si esa llamada significa que se están dando pasos hacia un diálogo respetuoso de estado a"
            " estado, de"
            " país a país, bienvenido el diálogo, bienvenida la diplomacia, porque siempre buscaremos la paz"
        ),
    ),
    "Ciudad MCY": (
        "es",
        (
            "Si esa llamada significa que se están dando pasos hacia un diálogo respetuoso de Estado a"
            " Estado, de"
            " país a país, ¡Bienvenido el diálogo, bienvenida la diplomacia. ¡Porque siempre"
            " buscaremos la paz!"
        ),
    ),
    "Newsweek": (
        "en",
        (
            "If that call means that steps are being taken toward a respectful dialogue from state to"
            " state, from"
            " country to country, welcome dialogue, welcome diplomacy. Because we will always seek peace!"
        ),
    ),
    "GZH": (
        "pt",
        (
            "Se essa ligação significa que estão sendo dados passos rumo a um diálogo respeitoso, de Estado a"
            " Estado, de país a país, bem-vindo seja o diálogo, bem-vinda a diplomacia, porque sempre"
            " buscaremos"
            " a paz"
        ),
    ),
    "Lebanon 24": (
        "ar",
        (
            "إذا كانت هذه الدعوة تعني أننا نتخذ خطوات نحو حوار محترم، من دولة إلى دولة،"
            " ومن بلد إلى بلد، فأهلا بالحوار، وأهلا بالدبلوماسية، لأننا سنسعى دائما إلى السلام"
        ),
    ),
}
ENGLISH = "Welcome dialogue, welcome diplomats, welcome the peace. Peace, yes. War, never, never in your life"
ITS_SPANISH = (
    "Bienvenido diálogo, bienvenidos diplomáticos, bienvenida la paz."
    " Paz, sí. Guerra, nunca, nunca en la vida"
)
TONE = (
    "Puedo decir que la conversación fue en un tono de respeto, inclusive puedo decir que fue"
    " cordial entre el presidente de los Estados Unidos y el presidente de Venezuela"
)
READY = {
    "Square News": (
        "ru",
        (
            "Мы не собираемся воевать с Европой, я уже об этом сто раз сказал. Но если Европа вдруг"
            " захочет воевать"
            " и начнет, мы готовы прямо сейчас"
        ),
    ),
    "The Independent": (
        "en",
        (
            "We are not planning to go to war with Europe, but if Europe wants to and starts, we are"
            " ready right now"
        ),
    ),
}
NOBODY = (
    "Если Европа вдруг захочет начать войну, и начнет ее, то очень может быстро произойти"
    " ситуация, при которой"
    " нам не с кем будет договариваться"
)


class Memory:
    """Translations held in a dictionary by text and target."""

    def __init__(self, text_by_key: dict[tuple[str, str], str] | None = None) -> None:
        self._text_by_key = text_by_key or {}

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation, or None."""
        text = self._text_by_key.get((segment.text, target))
        if text is None:
            return None
        return Translation(segment=segment, language=target, text=text, origin=Origin.DESK)


def printed(
    outlet: str, language: str, text: str, speaker: str = "Nicolás Maduro", **fields: object
) -> Quote:
    """Return the quote of an outlet's own article."""
    published = fields.pop("published", a_moment())
    article = an_article(
        f"{speaker}: “{text}”.",
        slug=f"report-{language}-{len(text)}",
        outlet=an_outlet(outlet),
        language=language,
        published=published,
    )
    return a_quote(text, speaker, article=article, **fields)


def grouped(quotes: Sequence[Quote], person: Person | None = MADURO, *stories: Sequence[Quote]) -> Grouping:
    """Return the quotes' articles as one story (or as the given ones), all of one person."""
    parts = stories or (quotes,)
    articles = [list({q.article.id: q.article for q in part}.values()) for part in parts]
    return Grouping(
        stories=tuple(Story(articles=tuple(sorted(part, key=lambda a: a.sort_key))) for part in articles),
        topics=(),
        people=(person,) if person else (),
        person_by_speaker={(q.article.id, q.speaker): person for q in quotes if person and q.speaker},
    )


def texts(utterances: Sequence[Utterance]) -> set[frozenset[str]]:
    return {frozenset(w.quote.text for w in utterance.wordings) for utterance in utterances}


def state_of(utterances: Sequence[Utterance], text: str) -> WordingState:
    return next(w.state for u in utterances for w in u.wordings if w.quote.text == text)


def dialogue(*, but: Sequence[str] = ()) -> list[Quote]:
    return [printed(name, *wording) for name, wording in DIALOGUE.items() if name not in but]


def full_memory() -> Memory:
    """Return a memory in which each statement has a real translation into every other language."""
    statements = [list(DIALOGUE.values()), [("en", ENGLISH), ("es", ITS_SPANISH)]]
    return Memory(
        {
            (text, target): other
            for statement in statements
            for language, text in statement
            for target, other in statement
            if language != target
        }
    )


def test_two_transcriptions_of_one_sentence_are_one_utterance() -> None:
    quotes = dialogue(but=["Newsweek", "GZH", "Lebanon 24"])

    (utterance,) = match(grouped(quotes), quotes, Memory())

    assert [w.quote.article.outlet.name for w in utterance.wordings] == ["Ciudad MCY", "SDP Noticias"]
    assert {w.state for w in utterance.wordings} == {WordingState.ORIGINAL}
    assert utterance.spoken_language == "es"


def test_a_portuguese_translation_finds_its_spanish_original_without_any_memory() -> None:
    quotes = [*dialogue(but=["Newsweek", "Lebanon 24"]), printed("Ciudad MCY", "es", TONE)]

    found = match(grouped(quotes), quotes, Memory())

    assert texts(found) == {frozenset(q.text for q in quotes[:-1]), frozenset({TONE})}
    joined = max(found, key=lambda utterance: len(utterance.wordings))
    assert [w.state.value for w in joined.wordings] == ["original", "original", "translation"]


def test_the_memory_joins_wordings_in_scripts_that_share_no_letters() -> None:
    quotes = [*dialogue(), printed("Ciudad MCY", "es", TONE)]

    found = match(grouped(quotes), quotes, full_memory())

    assert texts(found) == {frozenset(q.text for q in quotes[:-1]), frozenset({TONE})}


def test_two_wordings_meet_through_a_third_language_of_the_memory() -> None:
    arabic, russian = (
        printed("Lebanon 24", *DIALOGUE["Lebanon 24"]),
        printed("RBC", "ru", "Добро пожаловать, диалог, добро пожаловать, дипломатия"),
    )
    english = DIALOGUE["Newsweek"][1]
    memory = Memory({(arabic.text, "en"): english, (russian.text, "en"): english})

    assert len(match(grouped([arabic, russian]), [arabic, russian], memory)) == 1
    assert len(match(grouped([arabic, russian]), [arabic, russian], Memory())) == 2


STATES = {
    "the English is marked as spoken in English": ({"spoken_language": "en"}, {}, MADURO),
    "nothing is marked and he speaks Spanish": ({}, {}, MADURO),
    "nothing is known of him": ({}, {}, a_person()),
    "he speaks both": ({}, {}, a_person(languages=("es", "en"))),
    "both are marked": ({"spoken_language": "en"}, {"spoken_language": "es"}, MADURO),
}


@pytest.mark.parametrize("known", STATES.values(), ids=STATES)
@pytest.mark.parametrize("filled", [False, True], ids=["memory empty", "memory full"])
def test_what_he_said_in_english_is_never_taken_for_what_he_said_in_spanish(
    known: tuple[dict[str, str], dict[str, str], Person], *, filled: bool
) -> None:
    english, spanish, person = known
    quotes = [
        *(printed(name, *wording, **spanish) for name, wording in DIALOGUE.items()),
        printed("WTOP", "en", ENGLISH, **english),
    ]
    memory = full_memory() if filled else Memory()

    found = match(grouped(quotes, person), quotes, memory)

    assert frozenset({ENGLISH}) in texts(found)


@pytest.mark.parametrize("filled", [False, True], ids=["memory empty", "memory full"])
@pytest.mark.parametrize(
    ("language", "part"),
    [
        ("es", "bienvenido el diálogo, bienvenida la diplomacia"),
        ("es", "bienvenido el diálogo, bienvenida la diplomacia, porque siempre buscaremos la paz"),
        ("en", "welcome dialogue, welcome diplomacy. Because we will always seek peace!"),
        ("en", "dialogue is welcome, diplomacy is welcome, because we will always seek peace"),
        ("fr", "bienvenue au dialogue, bienvenue à la diplomatie, car nous rechercherons toujours la paix"),
        ("pt", "bem-vindo seja o diálogo, bem-vinda a diplomacia, porque sempre buscaremos a paz"),
        ("en", "welcome dialogue, welcome diplomacy"),
        ("en", "dialogue is welcome, diplomacy is welcome"),
    ],
)
def test_not_even_a_part_of_the_one_is_taken_for_the_other(language: str, part: str, *, filled: bool) -> None:
    quotes = [
        printed("The Epoch Times", language, part),
        printed("WTOP", "en", ENGLISH),
        printed("WTOP", "es", ITS_SPANISH, spoken_language="en"),
    ]
    memory = full_memory() if filled else Memory()

    found = match(grouped(quotes), quotes, memory)

    assert frozenset({part}) in texts(found)


def test_an_english_original_and_its_spanish_translation_meet_through_the_memory() -> None:
    quotes = [
        printed("WTOP", "en", ENGLISH, spoken_language="en"),
        printed("WTOP", "es", ITS_SPANISH, spoken_language="en"),
    ]

    (utterance,) = match(grouped(quotes), quotes, full_memory())

    assert [(w.quote.language, w.state.value) for w in utterance.wordings] == [
        ("en", "original"),
        ("es", "translation"),
    ]
    assert utterance.spoken_language == "en"


def test_two_originals_in_different_languages_are_never_one_utterance() -> None:
    text = "Paz, paz, paz y paz"
    quotes = [
        printed("WTOP", "es", text, spoken_language="es"),
        printed("GZH", "pt", text, spoken_language="pt"),
    ]
    memory = Memory({(text, "pt"): text, (text, "es"): text})

    assert len(match(grouped(quotes), quotes, memory)) == 2


def test_a_part_of_a_sentence_belongs_to_the_sentence_that_holds_it() -> None:
    part = "steps are being taken toward a respectful dialogue"
    quotes = [
        printed("Newsweek", *DIALOGUE["Newsweek"]),
        printed("News.Az", "en", part),
        printed("WTOP", "en", ENGLISH),
    ]

    assert frozenset({part, DIALOGUE["Newsweek"][1]}) in texts(match(grouped(quotes), quotes, Memory()))


def test_a_number_in_words_agrees_with_the_same_in_digits() -> None:
    whole = (
        "About ten days ago, the White House called the Miraflores Palace."
        " I had a phone conversation with President Donald Trump"
    )
    quotes = [printed("CubaHeadlines", "en", whole), printed("Newsweek", "en", "about 10 days ago")]

    assert len(match(grouped(quotes), quotes, Memory())) == 1


def test_statements_of_one_speaker_on_one_subject_stay_apart() -> None:
    quotes = [
        printed("Square News", *READY["Square News"], "Путин"),
        printed("Пятый канал", "ru", NOBODY, "Путин"),
    ]

    assert len(match(grouped(quotes, PUTIN), quotes, Memory())) == 2


def test_a_number_that_differs_on_both_sides_keeps_wordings_apart() -> None:
    quotes = [
        printed("Caracol Radio", "es", "con el 57 por ciento de las actas tenemos un empate técnico"),
        printed("La Razón", "es", "con el 58 por ciento de las actas tenemos un empate técnico"),
    ]

    assert len(match(grouped(quotes), quotes, Memory())) == 2


def test_the_same_words_on_two_days_are_two_utterances() -> None:
    text = "Siempre buscaremos la paz y el diálogo"
    quotes = [
        printed("WTOP", "es", text, said_at=a_moment("2025-12-02")),
        printed("SDP Noticias", "es", text, said_at=a_moment("2025-12-03")),
    ]

    assert len(match(grouped(quotes), quotes, Memory())) == 2


def test_the_same_words_in_two_stories_are_an_utterance_of_each() -> None:
    first, second = dialogue(but=["Newsweek", "GZH", "Lebanon 24"])

    found = match(grouped([first, second], MADURO, [first], [second]), [first, second], Memory())

    assert [u.story for u in found] == [first.article.id, second.article.id]


def test_a_quote_without_a_speaker_is_an_utterance_of_nobody() -> None:
    text = DIALOGUE["SDP Noticias"][1]
    quotes = [
        printed("SDP Noticias", "es", text, None),  # type: ignore[arg-type]
        printed("WTOP", "es", text, None),  # type: ignore[arg-type]
    ]

    found = match(grouped(quotes), quotes, Memory())

    assert [u.person for u in found] == [None, None]


@pytest.mark.parametrize(
    ("language", "spoken", "languages", "state"),
    [
        ("es", "es", (), WordingState.ORIGINAL),
        ("en", "es", ("en",), WordingState.TRANSLATION),
        ("es", None, ("es",), WordingState.ORIGINAL),
        ("pt-BR", None, ("pt",), WordingState.ORIGINAL),
        ("en", None, ("es",), WordingState.TRANSLATION),
        ("fr", None, ("es", "en"), WordingState.TRANSLATION),
        ("es", None, ("es", "en"), WordingState.AS_PRINTED),
        ("es", None, (), WordingState.AS_PRINTED),
    ],
)
def test_a_wording_is_an_original_only_if_something_says_so(
    language: str, spoken: str | None, languages: tuple[str, ...], state: WordingState
) -> None:
    quote = printed("WTOP", language, ENGLISH, spoken_language=spoken)

    (utterance,) = match(grouped([quote], a_person(languages=languages)), [quote], Memory())

    assert utterance.wordings[0].state is state


def test_a_translation_into_the_language_that_was_spoken_is_shown_as_printed() -> None:
    quotes = [
        printed("WTOP", "en", ENGLISH, spoken_language="en"),
        printed("Newsweek", "en", ENGLISH.removesuffix(" in your life")),
    ]

    (utterance,) = match(grouped(quotes), quotes, Memory())

    assert [w.state.value for w in utterance.wordings] == ["original", "as-printed"]


def test_without_the_memory_there_are_the_same_matches_or_fewer() -> None:
    quotes = [
        *dialogue(),
        printed("WTOP", "en", ENGLISH),
        printed("WTOP", "es", ITS_SPANISH),
        printed("Ciudad MCY", "es", TONE),
    ]

    bare = texts(match(grouped(quotes), quotes, Memory()))
    full = texts(match(grouped(quotes), quotes, full_memory()))

    assert all(any(few <= many for many in full) for few in bare)
    assert len(full) < len(bare)


def test_a_wrong_translation_in_the_memory_breaks_no_match_of_the_texts() -> None:
    quotes = [*dialogue(but=["Newsweek", "Lebanon 24"]), printed("Ciudad MCY", "es", TONE)]
    memory = Memory({(DIALOGUE["GZH"][1], "es"): TONE})

    bare = texts(match(grouped(quotes), quotes, Memory()))
    misled = texts(match(grouped(quotes), quotes, memory))

    assert all(any(few <= many for many in misled) for few in bare)


def test_the_order_of_the_input_changes_nothing() -> None:
    quotes = [
        *dialogue(),
        printed("WTOP", "en", ENGLISH),
        printed("WTOP", "es", ITS_SPANISH),
        printed("Ciudad MCY", "es", TONE),
    ]
    shuffled = random.Random(7).sample(quotes, len(quotes))  # noqa: S311

    assert match(grouped(quotes), quotes, full_memory()) == match(grouped(shuffled), shuffled, full_memory())


def test_an_utterance_is_named_by_its_earliest_wording() -> None:
    early = printed("SDP Noticias", *DIALOGUE["SDP Noticias"], published=a_moment("2025-12-03"))
    late = printed("Ciudad MCY", *DIALOGUE["Ciudad MCY"], published=a_moment("2025-12-04"))

    (one,) = match(grouped([early]), [early], Memory())
    (both,) = match(grouped([early, late]), [late, early], Memory())

    assert one.id == both.id
    assert len(one.id) == 12


def test_utterances_come_in_the_order_of_the_earliest_article() -> None:
    article = an_article(
        f"“{TONE}”, dijo. “{ITS_SPANISH}”, dijo también.", language="es", outlet=an_outlet("Ciudad MCY")
    )
    quotes = [a_quote(ITS_SPANISH, article=article), a_quote(TONE, article=article)]

    assert [u.wordings[0].quote.text for u in match(grouped(quotes), quotes, Memory())] == [TONE, ITS_SPANISH]


def test_every_quote_is_in_exactly_one_utterance() -> None:
    quotes = [*dialogue(), printed("WTOP", "en", ENGLISH), printed("Ciudad MCY", "es", TONE)]

    found = match(grouped(quotes), quotes, full_memory())

    assert sorted(w.quote.text for u in found for w in u.wordings) == sorted(q.text for q in quotes)


def test_letters_that_have_no_latin_form_are_no_hindrance() -> None:
    quotes = [printed("Lebanon 24", "ar", "ع ع ع"), printed("WTOP", "en", "…")]

    assert len(match(grouped(quotes), quotes, Memory())) == 2
