"""What speaks against a speaker who is only meant or carried on leaves a quotation to nobody."""

from __future__ import annotations

import pytest
from builders import an_article

from digest.quote import find_quotes


def speakers(text: str, language: str) -> list[str | None]:
    return [quote.speaker for quote in find_quotes(an_article(text, language=language)).quotes]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "«No vamos a cerrar la escuela», dijo Marta Lagos. «Nadie lo ha pedido nunca», dijo él."),
        ("es", "«No vamos a cerrar la escuela», dijo Pedro Lagos. «Nadie lo ha pedido nunca», dijo ella."),
        ("ru", "«Мы не закроем эту школу», — сказал Иван Лосев. «Никто об этом не просил», — сказала она."),
        ("el", "«Δεν θα κλείσει το σχολείο», είπε ο Πέτρος Λαγός. «Κανείς δεν το ζήτησε», είπε εκείνη."),
        ("en", "“We will not close the school,” said Mr Peter Holt. “Nobody asked for that,” she said."),
    ],
)
def test_a_pronoun_of_the_other_gender_does_not_mean_the_last_speaker(language: str, text: str) -> None:
    first, second = speakers(text, language)
    assert (first is not None, second) == (True, None)


def test_a_pronoun_of_the_same_gender_does() -> None:
    text = "«No vamos a cerrar la escuela», dijo Marta Lagos. «Nadie lo ha pedido nunca», dijo ella."
    assert speakers(text, "es") == ["Marta Lagos", "Marta Lagos"]


def test_who_is_named_inside_a_quotation_does_not_speak_it_by_being_carried_on() -> None:
    text = "“The bridge will be painted,” said Peter Holt. “Holt has been wrong about every bridge.”"
    assert speakers(text, "en") == ["Peter Holt", None]


def test_a_tag_of_an_unknown_verb_and_a_pronoun_ends_a_turn() -> None:
    text = (
        "«A ponte fica fechada até maio», disse Rui Lemos. «Isso é conversa de gente antiga», resmoneia ela."
    )
    assert speakers(text, "pt") == ["Rui Lemos", None]


def test_a_role_that_a_pronoun_takes_up_is_nearer_than_who_spoke_before() -> None:
    text = (
        "« Le pont restera fermé », a dit Claire Morel.\n\n"
        "La boulangère, elle, hausse les épaules. « On fera le tour », dit-elle."
    )
    assert speakers(text, "fr") == ["Claire Morel", None]


def test_a_colon_after_somebodys_phrase_leads_to_the_words_of_that_one() -> None:
    text = "O poeta Rui Lemos diz que o livro «Cal» vem de uma frase da tia: «A cal tudo apaga um dia»."
    assert speakers(text, "pt")[-1] is None


def test_a_noun_before_a_pronoun_and_its_verb_is_no_role() -> None:
    text = "In the last verse she sings, “Leave the lamp on for the miller,” a verse she says is older."
    assert speakers(text, "en") == [None]


def test_a_list_that_somebody_is_of_is_not_the_subject() -> None:
    text = "“Dat kan echt niet door de beugel”, zegt Sander Mol van Lijst Piet Pot."
    assert speakers(text, "nl") == ["Sander Mol"]


def test_the_first_of_two_marks_that_adjoin_holds_a_title() -> None:
    text = "Il critico Paolo Marchi ha definito il romanzo «Acqua e sale» «scritto troppo in fretta»."
    assert "Paolo Marchi" not in speakers(text, "it")


def test_a_few_words_deep_in_a_clause_about_others_are_nobodys() -> None:
    text = (
        "Paul Holt said that he had met the owner and several of the younger bakers, "
        "who voiced “their fears” over the mill."
    )
    assert speakers(text, "en") in ([None], [])


def test_a_few_words_in_a_relative_clause_about_others_are_theirs() -> None:
    text = "Marta Lagos indicó que conoció a los panaderos del barrio, quienes expresaron «mucho miedo» al cierre."
    assert speakers(text, "es") in ([None], [])
