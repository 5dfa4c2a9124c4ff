"""How a page tells wordings apart: probable ones, shortened ones, paraphrases, words that differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_quote, an_article, an_outlet
from digests import SPOKEN, WTOP, a_digest, a_translation, an_utterance
from lxml import html
from markup import said, select
from rendered import STORY, body, page

from digest.model import (
    Change,
    ChangeKind,
    Segment,
    SegmentKind,
    Site,
    Utterance,
    Wording,
    WordingState,
)
from digest.publish.cards import differences
from digest.publish.edition import Edition
from digest.publish.structured import metadata


def a_wording(text: str, language: str, outlet: str, **fields: object) -> Wording:
    article = an_article(f"“{text}”", language=language, outlet=an_outlet(outlet), slug="report")
    quote = a_quote(text, article=article, is_paraphrase=fields.pop("is_paraphrase", False))
    return Wording(quote=quote, **{"state": WordingState.AS_PRINTED, **fields})


def with_wordings(*more: Wording, **fields: object) -> Site:
    utterance = an_utterance()
    return a_digest(utterances=(replace(utterance, wordings=(*utterance.wordings, *more), **fields),))


def data(site: Site) -> str:
    return metadata.for_story(Edition(site, "en"), site.stories[0])


def card(site: Site, language: str) -> html.HtmlElement:
    [figure] = select(body(site, f"{language}/{STORY}"), "figure.card")
    return figure


def marked(text: str, other: str, language: str) -> str:
    parts = differences(text, other, language).parts
    assert "".join(part.text for part in parts) == text
    return "".join(f"[{part.text}]" if part.differs else part.text for part in parts)


@pytest.mark.parametrize(
    ("language", "text", "other", "expected"),
    [
        ("en", "We are really ready, yes", "We are ready", "We are [really] ready, [yes]"),
        ("en", "about 10 days", "about ten days ago", "about 10 days"),
        ("en", "we are READY!", "“We are ready”", "we are READY!"),
        ("es", "Bienvenido diálogo", "Bienvenido el diálogo", "Bienvenido diálogo"),
        ("fr", "l’Europe attend", "l'Europe attendra", "l’Europe [attend]"),
        ("ru", "мы готовы сейчас", "мы готовы прямо сейчас", "мы готовы сейчас"),
        ("ar", "المحادثة كانت ودّية جدا", "المحادثة كانت ودية", "المحادثة كانت ودّية [جدا]"),
        ("zh", "我们已经准备好了", "我们准备好了", "我们[已经]准备好了"),
    ],
)
def test_words_that_the_other_wording_does_not_have_are_marked(
    language: str, text: str, other: str, expected: str
) -> None:
    assert marked(text, other, language) == expected


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("a tone of respect", "The conversation was in a tone of respect", True),
        (
            "The conversation was in a tone of great respect",
            "The conversation was in a tone of respect",
            False,
        ),
        ("a tone of contempt", "The conversation was in a tone of respect", False),
    ],
)
def test_a_part_of_the_other_wording_is_shortened_other_words_are_not(
    text: str, other: str, *, expected: bool
) -> None:
    assert differences(text, other, "en").shortened is expected


def test_a_second_wording_in_a_language_shows_where_it_differs_from_the_one_above() -> None:
    other = a_wording("I can say that the talk was in a tone of respect", "en", "Blick")
    [words] = select(card(with_wordings(other), "en"), ".others__words")
    assert [mark.text for mark in select(words, "mark")] == ["talk"]
    assert "Underlined: other words than Newsweek has" in said(
        select(card(with_wordings(other), "en"), ".others")[0]
    )


def test_right_to_left_words_are_marked_inside_their_own_direction() -> None:
    first = a_wording("المحادثة جرت بنبرة محترمة", "ar", "Lebanon 24")
    second = a_wording("المحادثة جرت بنبرة ودية", "ar", "Al Manar")
    shown = select(card(with_wordings(first, second), "es"), ".others__words[lang=ar]")
    assert [(words.get("dir"), [m.text for m in select(words, "mark")]) for words in shown] == [
        ("rtl", []),
        ("rtl", ["ودية"]),
    ]


def test_a_conjunction_written_with_the_first_word_makes_no_difference() -> None:
    found = differences(
        "أهلا بالحوار، وأهلا بالدبلوماسية", "من بلد إلى بلد، فأهلا بالحوار، وأهلا بالدبلوماسية", "ar"
    )
    assert found.shortened
    assert not any(part.differs for part in found.parts)


def test_an_outlet_that_shortened_another_ones_wording_is_said_to() -> None:
    part = a_wording("in a tone of respect", "en", "Blick")
    [credit] = select(card(with_wordings(part), "en"), ".others .credit")
    assert "shortened: a part of what Newsweek printed" in said(credit)


def test_a_probable_wording_says_so_and_gives_way_to_a_translation_of_the_original() -> None:
    spoken, printed = an_utterance().wordings
    utterance = replace(an_utterance(), wordings=(spoken, replace(printed, probable=True)))
    alone = a_digest(utterances=(utterance,))
    assert "Probably, not surely, these are words for the statement beside them." in said(card(alone, "en"))
    of = Segment(SegmentKind.QUOTE, "es", SPOKEN)
    both = card(
        a_digest(a_translation("The talk was respectful", of=of, into="en"), utterances=(utterance,)), "en"
    )
    assert "The talk was respectful" in select(both, "blockquote")[1].text_content()
    assert "probably the same statement" in said(select(both, ".others .credit")[0])


def test_structured_data_calls_no_probable_wording_a_translation_of_the_original() -> None:
    spoken, printed = an_utterance().wordings
    probable = replace(an_utterance(), wordings=(spoken, replace(printed, probable=True)))
    assert "workTranslation" in data(a_digest())
    assert "Quotation" in data(a_digest(utterances=(probable,)))
    assert "workTranslation" not in data(a_digest(utterances=(probable,)))


def test_a_paraphrase_has_no_quotation_marks_and_is_called_one() -> None:
    told = a_wording(
        "the talk was respectful", "en", "Blick", is_paraphrase=True, state=WordingState.PARAPHRASE
    )
    utterance = Utterance(id=told.quote.id, story=WTOP.id, person=None, wordings=(told,))
    figure = card(a_digest(utterances=(utterance,)), "en")
    assert not select(figure, "blockquote")
    assert said(select(figure, ".wording__words")[0]) == "the talk was respectful"
    assert said(select(figure, ".wording__state")[0]) == "paraphrase"
    assert "Blick not the words spoken" in said(figure)
    assert '"Quotation"' not in page(a_digest(utterances=(utterance,)), f"en/{STORY}").head


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ChangeKind.NEGATION, "Our editors found: one of WTOP and Newsweek denies what the other says."),
        (ChangeKind.NUMBER, "Our editors found: WTOP and Newsweek give different numbers."),
        (ChangeKind.NAME, "Our editors found: WTOP and Newsweek give different names."),
        (ChangeKind.MODALITY, "Our editors found: WTOP and Newsweek differ in how certain the statement is."),
    ],
)
def test_readers_see_a_change_of_meaning_only_once_an_editor_confirmed_it(
    kind: ChangeKind, expected: str
) -> None:
    spoken, printed = (wording.quote.id for wording in an_utterance().wordings)
    guess = Change(kind=kind, first=spoken, second=printed)
    assert "Our editors found" not in said(card(with_wordings(changes=(guess,)), "en"))
    confirmed = replace(guess, confirmed=True)
    assert expected in said(card(with_wordings(changes=(confirmed,)), "en"))
