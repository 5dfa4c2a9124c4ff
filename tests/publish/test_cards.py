from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_moment, a_quote, an_article, an_outlet
from digests import APERTIUM, IN_ARABIC, IN_ENGLISH, SPOKEN, WTOP, a_digest, a_translation, an_utterance

from digest import languages
from digest.model import (
    Change,
    ChangeKind,
    Origin,
    Segment,
    SegmentKind,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
)
from digest.publish import texts
from digest.publish.cards import best, card, order
from digest.translate import segments

RUSSIAN = "Мы не собираемся воевать с Европой, я уже об этом сто раз сказал."
BULGARIAN = "Не планираме война с Европа"


def a_wording(text: str, language: str, state: WordingState, outlet: str, **fields: object) -> Wording:
    article = an_article(f"“{text}”", language=language, outlet=an_outlet(outlet), slug=outlet.lower())
    return Wording(quote=a_quote(text, article=article, language=language, **fields), state=state)


def said(*wordings: Wording, name: str = "beef0001") -> Utterance:
    return Utterance(id=UtteranceId(name), story=WTOP.id, person=None, wordings=wordings)


def test_an_original_stands_first_and_an_outlets_wording_in_the_readers_language_beside_it() -> None:
    shown = card(a_digest(), an_utterance(), "en")
    assert (shown.first.text, shown.first.state) == (SPOKEN, "original")
    assert shown.second is not None
    assert (shown.second.text, shown.second.translation) == (IN_ENGLISH, None)


def test_an_outlets_wording_goes_before_the_memorys() -> None:
    of = Segment(SegmentKind.QUOTE, "es", SPOKEN)
    shown = card(a_digest(a_translation("The talk was respectful", of=of, into="en")), an_utterance(), "en")
    assert shown.second is not None
    assert shown.second.text == IN_ENGLISH


def test_an_outlets_fragment_gives_way_to_a_whole_translation() -> None:
    spoken = a_wording(RUSSIAN, "ru", WordingState.ORIGINAL, "Square News")
    fragment = a_wording(BULGARIAN, "bg", WordingState.TRANSLATION, "Faktor")
    whole = "Не се каним да воюваме с Европа, вече сто пъти го казах."
    of = Segment(SegmentKind.QUOTE, "ru", RUSSIAN)
    site = a_digest(a_translation(whole, of=of, into="bg"))
    shown = card(site, said(spoken, fragment), "bg")
    assert shown.second is not None
    assert shown.second.text == whole
    assert [passage.text for worded in shown.others for passage in worded.passages] == [BULGARIAN]


def changed(utterance: Utterance, *, confirmed: bool) -> Utterance:
    spoken, printed = (wording.quote.id for wording in utterance.wordings[:2])
    change = Change(kind=ChangeKind.NEGATION, first=spoken, second=printed, confirmed=confirmed)
    return replace(utterance, changes=(change,))


def test_a_wording_that_an_editor_found_changed_gives_way_to_one_that_says_what_was_said() -> None:
    spoken = a_wording(RUSSIAN, "ru", WordingState.ORIGINAL, "Square News")
    denied = a_wording(
        f"{BULGARIAN}, не и сега, казвал съм го сто пъти", "bg", WordingState.TRANSLATION, "Faktor"
    )
    other = a_wording(
        "Няма да воюваме с Европа, казах го сто пъти", "bg", WordingState.TRANSLATION, "24 часа"
    )
    for confirmed, shown in ((False, denied), (True, other)):
        found = card(a_digest(), changed(said(spoken, denied, other), confirmed=confirmed), "bg")
        assert found.second is not None
        assert found.second.text == shown.quote.text


def test_a_wording_that_an_editor_found_changed_gives_way_to_a_translation_and_asks_for_one() -> None:
    spoken = a_wording(RUSSIAN, "ru", WordingState.ORIGINAL, "Square News")
    denied = a_wording(
        f"{BULGARIAN}, не и сега, казвал съм го сто пъти", "bg", WordingState.TRANSLATION, "Faktor"
    )
    whole = "Не се каним да воюваме с Европа, вече сто пъти го казах."
    of = Segment(SegmentKind.QUOTE, "ru", RUSSIAN)
    site = a_digest(a_translation(whole, of=of, into="bg"))
    for confirmed, text in ((False, denied.quote.text), (True, whole)):
        utterance = changed(said(spoken, denied), confirmed=confirmed)
        found = card(site, utterance, "bg")
        assert found.second is not None
        assert found.second.text == text
        assert (of in {use.segment for use in segments([], [utterance], [], ["bg"])}) is confirmed


def test_a_fragment_is_shown_when_there_is_nothing_else() -> None:
    spoken = a_wording(RUSSIAN, "ru", WordingState.ORIGINAL, "Square News")
    fragment = a_wording(BULGARIAN, "bg", WordingState.TRANSLATION, "Faktor")
    shown = card(a_digest(), said(spoken, fragment), "bg")
    assert shown.second is not None
    assert shown.second.text == BULGARIAN


def test_an_outlets_wording_that_holds_less_or_more_than_the_original_says_so() -> None:
    spoken = a_wording(RUSSIAN, "ru", WordingState.ORIGINAL, "Square News")
    part = a_wording(BULGARIAN, "bg", WordingState.TRANSLATION, "Faktor")
    longer = a_wording(
        f"{RUSSIAN} Кметът на града благодари на всички пожарникари за смелостта им.",
        "bg",
        WordingState.TRANSLATION,
        "Faktor",
    )
    about = a_wording(
        "Не се каним да воюваме с Европа, казах го сто пъти", "bg", WordingState.TRANSLATION, "Faktor"
    )
    reached = [card(a_digest(), said(spoken, other), "bg").reach for other in (part, longer, about)]
    assert reached == ["part", "more", None]


FERRY = "El puerto de Sanlúcar abrirá de nuevo el martes. Los pescadores han reparado todas las redes. No habrá más retrasos este invierno."
REOPENS = "The port of Sanlúcar will open again on Tuesday."
NETS = "The fishermen have repaired all the nets."
DELAYS = "There will be no more delays this winter."
MAYOR = "The mayor thanked the firefighters for their courage."


def of_the_ferry(*wordings: str) -> Utterance:
    spoken = a_wording(FERRY, "es", WordingState.ORIGINAL, "Square News")
    outlets = ("Faktor", "Blick", "GZH")
    printed = (
        a_wording(text, "en", WordingState.TRANSLATION, outlet)
        for text, outlet in zip(wordings, outlets, strict=False)
    )
    return said(spoken, *printed)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ((REOPENS, NETS, DELAYS), None),
        ((REOPENS, DELAYS), "part"),
        ((REOPENS, NETS, DELAYS, MAYOR), "more"),
        ((REOPENS, MAYOR, DELAYS), "both"),
    ],
)
def test_whether_a_wording_holds_the_original_is_told_by_its_sentences_not_by_its_length(
    sentences: tuple[str, ...], expected: str | None
) -> None:
    assert card(a_digest(), of_the_ferry(" ".join(sentences)), "en").reach == expected


def test_of_several_wordings_the_one_that_says_what_was_said_stands_beside_it() -> None:
    exchanged = f"{REOPENS} {MAYOR} The mayor of the town praised everybody who had helped. {DELAYS}"
    whole = f"{REOPENS} {NETS} {DELAYS}"
    shown = card(a_digest(), of_the_ferry(exchanged, whole), "en")
    assert shown.second is not None
    assert shown.second.text == whole


def test_a_wording_that_adds_a_sentence_and_leaves_one_out_gives_way_to_a_translation() -> None:
    of = Segment(SegmentKind.QUOTE, "es", FERRY)
    whole = "The port reopens on Tuesday, all nets are mended and this winter there will be no delay."
    utterance = of_the_ferry(f"{REOPENS} {MAYOR} {DELAYS}")
    shown = card(a_digest(a_translation(whole, of=of, into="en")), utterance, "en")
    assert shown.second is not None
    assert shown.second.text == whole


def test_readers_of_the_language_spoken_see_the_original_alone() -> None:
    for edition in ("es", "es-MX"):
        shown = card(a_digest(), an_utterance(), edition)
        assert (shown.first.text, shown.second, shown.missing) == (SPOKEN, None, False)


def test_a_translation_that_nobody_made_is_missed_not_invented() -> None:
    shown = card(a_digest(translations={}), an_utterance(), "ar")
    assert (shown.first.text, shown.second, shown.missing) == (SPOKEN, None, True)


def test_without_an_original_the_wording_in_the_readers_language_stands_first() -> None:
    english = a_wording("We do not plan to fight Europe", "en", WordingState.TRANSLATION, "Voz")
    bulgarian = a_wording(BULGARIAN, "bg", WordingState.TRANSLATION, "Faktor")
    shown = card(a_digest(), said(english, bulgarian), "bg")
    assert (shown.first.text, shown.second) == (BULGARIAN, None)
    assert shown.original_unknown


def test_no_wording_is_shown_twice_and_none_is_lost() -> None:
    for language in ("en", "es", "fr", "ar"):
        shown = card(a_digest(), an_utterance(), language)
        passages = [shown.first, *([shown.second] if shown.second else [])]
        texts_shown = [p.text for p in passages if not p.translation]
        texts_shown += [p.text for worded in shown.others for p in worded.passages]
        assert sorted(texts_shown) == sorted([SPOKEN, IN_ENGLISH])


def test_a_machines_translation_says_so_in_its_language_tag() -> None:
    shown = card(a_digest(), an_utterance(), "fr")
    assert shown.second is not None
    assert shown.second.lang == "fr-t-es-t0-und"
    assert card(a_digest(), an_utterance(), "ar").second.lang == "ar"  # type: ignore[union-attr]


def test_a_machines_tag_names_the_language_it_translated_from() -> None:
    of = Segment(SegmentKind.QUOTE, "pt-BR", "Não diria que foi bem nem mal.")
    direct = a_translation("x", of=of, into="ar", origin=Origin.MACHINE, engine=APERTIUM)
    assert texts.tag(direct) == "ar-t-pt-br-t0-und"


def test_a_passage_stands_in_the_quotation_marks_of_its_own_language() -> None:
    shown = card(a_digest(), an_utterance(), "ar")
    assert shown.first.marks == languages.row("es").marks[0]
    assert shown.second is not None
    assert (shown.second.text, shown.second.marks) == (IN_ARABIC, languages.row("ar").marks[0])


def test_a_day_of_printing_is_not_given_as_the_day_of_speaking() -> None:
    undated = said(a_wording(RUSSIAN, "ru", WordingState.ORIGINAL, "Square News"))
    assert card(a_digest(), undated, "ru").said_at is None


def test_utterances_follow_the_day_they_were_said_and_undated_ones_come_last() -> None:
    late = said(a_wording("b", "en", WordingState.ORIGINAL, "Voz", said_at=a_moment("2025-12-02")), name="1")
    early = said(a_wording("a", "en", WordingState.ORIGINAL, "Voz", said_at=a_moment("2025-11-30")), name="2")
    undated = said(a_wording("c", "en", WordingState.ORIGINAL, "Voz"), name="0")
    assert sorted([undated, late, early], key=order) == [early, late, undated]


def test_a_card_continues_one_of_the_same_person_place_and_language_only() -> None:
    first = card(a_digest(), an_utterance(), "en")
    assert first.continues(first)
    assert not first.continues(replace(first, place=None))
    elsewhere = replace(an_utterance(), spoken_language="en")
    assert not card(a_digest(), elsewhere, "en").continues(first)
    nobody = card(a_digest(), replace(an_utterance(), person=None), "en")
    assert not nobody.continues(nobody)


def test_the_utterance_most_outlets_worded_with_its_original_stands_for_a_story() -> None:
    lonely = said(a_wording(BULGARIAN, "bg", WordingState.AS_PRINTED, "Faktor"))
    assert best([lonely, an_utterance()]) == an_utterance()
    assert best([]) is None
