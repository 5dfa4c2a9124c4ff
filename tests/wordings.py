"""Real press wordings, word for word; who published them is in the outlet's name."""

from __future__ import annotations

from collections.abc import Sequence

from builders import a_moment, a_person, a_quote, an_article, an_outlet
from memories import Memory

from digest.match import match
from digest.model import (
    ConfirmedChange,
    Grouping,
    Person,
    Quote,
    Story,
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
AT_ONCE = ("мы готовы прямо сейчас", "we are ready right now")
NOBODY = (
    "Если Европа вдруг захочет начать войну, и начнет ее, то очень может быстро произойти"
    " ситуация, при которой"
    " нам не с кем будет договариваться"
)


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


def utterances(
    grouping: Grouping, quotes: Sequence[Quote], memory: Memory, confirmed: Sequence[ConfirmedChange] = ()
) -> tuple[Utterance, ...]:
    return match(grouping, quotes, memory, confirmed).utterances


def texts(found: Sequence[Utterance]) -> set[frozenset[str]]:
    return {frozenset(w.quote.text for w in utterance.wordings) for utterance in found}


def state_of(found: Sequence[Utterance], text: str) -> WordingState:
    return next(w.state for u in found for w in u.wordings if w.quote.text == text)


def dialogue(*, but: Sequence[str] = ()) -> list[Quote]:
    return [printed(name, *wording) for name, wording in DIALOGUE.items() if name not in but]


def full_memory() -> Memory:
    """Return a memory in which each statement has a real translation into every other language."""
    statements = [
        list(DIALOGUE.values()),
        [("en", ENGLISH), ("es", ITS_SPANISH)],
        list(zip(("ru", "en"), AT_ONCE, strict=True)),
    ]
    return Memory(
        {
            (text, target): other
            for statement in statements
            for language, text in statement
            for target, other in statement
            if language != target
        }
    )
