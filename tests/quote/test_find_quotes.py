from __future__ import annotations

import subprocess
import sys

import pytest
from builders import an_article

from digest.model import DeclaredQuote
from digest.quote import find_quotes, with_candidates
from digest.quote.credit.case import THRESHOLD
from digest.quote.language.detect import detect, language_of

TRUMP = "I wouldn't say it went well or badly. It was a phone call."
MADURO_ES = (
    "Puedo decir que la conversación fue en un tono de respeto, inclusive puedo decir que fue cordial "
    "entre el presidente de los Estados Unidos y el presidente de Venezuela"
)


def speakers(*paragraphs: str, **fields: object) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in find_quotes(an_article(*paragraphs, **fields)).quotes]


def test_a_news_report_yields_four_quotes_of_the_one_and_one_of_the_other() -> None:
    found = speakers(
        "Venezuelan President Nicolás Maduro described a telephone call with U.S. President Donald Trump.",
        '"If that call means that steps are being taken toward a respectful dialogue from state to state, '
        "from country to country, welcome dialogue, welcome diplomacy. Because we will always seek "
        'peace!" Maduro said in Spanish.',
        "While Trump confirmed the call, he gave no details of it.",
        'Maduro said he believed "the path of the people of the United States and the people of Venezuela '
        'has to be a path of respect, diplomacy and dialogue," confirming that the White House had '
        'telephoned "about 10 days ago," the state channel quoted him as saying on Wednesday in Caracas.',
        'Venezuelan President Nicolás Maduro said of the call on Wednesday: "I can say that the '
        "conversation was in a tone of respect. I can even say that it was cordial between the president of "
        'the United States and the president of Venezuela."',
        f'U.S. President Donald Trump told reporters aboard Air Force One on Sunday: "{TRUMP}"',
        "Trump said any country could be called.",
        title="Maduro describes call with Trump",
    )
    assert [speaker for _, speaker in found] == ["Nicolás Maduro"] * 4 + ["Donald Trump"]
    assert found[2][0] == "about 10 days ago"
    assert found[4][0] == TRUMP


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("“It was a phone call,” Donald Trump said.", "It was a phone call"),
        ("“It was a phone call.” Donald Trump said.", "It was a phone call."),
        ("“It was a phone call!” Donald Trump said.", "It was a phone call!"),
        ("“It was a phone call…” Donald Trump said.", "It was a phone call…"),
        ("“ It was a phone call ”, Donald Trump said.", "It was a phone call"),
    ],
)
def test_a_quote_keeps_its_last_mark_but_no_comma(printed: str, kept: str) -> None:
    assert speakers(printed) == [(kept, "Donald Trump")]


@pytest.mark.parametrize(
    "text",
    [
        "The councillors’ office isn’t open, and the voters’ lists aren’t either, Donald Trump said.",
        "It was the ’90s, and ’twas cold, Donald Trump said.",
        "The room is 6' 2\" wide and the table 5' 10\" long, Donald Trump said.",
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert speakers(text) == []


def test_single_marks_hold_a_quote_where_somebody_says_it() -> None:
    printed = "‘I wouldn’t say it went well or badly, and it’s the voters’ right to know,’ Donald Trump said."
    assert speakers(printed) == [
        ("I wouldn’t say it went well or badly, and it’s the voters’ right to know", "Donald Trump")
    ]


def test_an_inner_quotation_belongs_to_the_outer_one() -> None:
    printed = "“They asked me ‘how did it go?’ and I said ‘It was a phone call,’ no more,” Donald Trump said."
    assert len(speakers(printed)) == 1


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert speakers("“It was a phone call, Donald Trump said.", "Another paragraph stands here.") == []


def test_a_quote_over_several_paragraphs_closes_in_the_last() -> None:
    found = speakers("Donald Trump wrote: “It was a phone call.", "It went well or badly.”")
    assert found == [("It was a phone call.", "Donald Trump"), ("It went well or badly.", "Donald Trump")]


def test_two_people_of_one_surname_are_not_confused() -> None:
    found = speakers(
        "Donald Trump and Melania Trump were in Washington.",
        "“It was a phone call, and nothing more than that,” Trump said.",
    )
    assert found[0][1] is None


@pytest.mark.parametrize("name", ["Wednesday", "Venezuela", "The White House", "Reuters", "NATO"])
def test_a_speaker_with_a_name_is_a_person(name: str) -> None:
    article = an_article(f"“It was a phone call, and nothing more than that,” {name} said.")
    quote = find_quotes(article).quotes[0]
    assert quote.speaker is None or not quote.speaker_is_name


def test_a_speaker_without_a_name_is_shown_as_printed() -> None:
    article = an_article(
        "“It was a phone call, and nothing more,” a spokesman for the White House said Sunday."
    )
    quote = find_quotes(article).quotes[0]
    assert (quote.speaker, quote.rule) == ("a spokesman for the White House", "role")
    assert not quote.speaker_is_name


def test_somebody_addressed_is_not_the_speaker() -> None:
    found = speakers("“It was a phone call, and nothing more,” the minister told Donald Trump.")
    assert found[0][1] == "the minister"


def test_the_speaker_stands_where_the_article_names_him() -> None:
    article = an_article(
        "“It was a phone call, and nothing more,” said U.S. President Donald Trump on Sunday."
    )
    quote = find_quotes(article).quotes[0]
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(article.text) == "Donald Trump"
    assert (quote.cue, quote.rule) == ("said", "verb-name")


def test_quotes_come_in_the_order_of_the_text() -> None:
    article = an_article(
        "“It was a phone call, and nothing more,” Donald Trump said. “We are ready right now,” he said.",
        quotes=(DeclaredQuote(text="We are ready right now", line=2),),
    )
    starts = [quote.span.start for quote in find_quotes(article).quotes]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_a_language_without_a_row_is_read_with_the_common_marks() -> None:
    found = find_quotes(an_article("“Nu aș spune că a mers bine sau rău, a fost un apel.”", language="ro"))
    assert len(found.quotes) == 1


def test_a_quote_in_another_language_is_recognised() -> None:
    article = an_article(f"Nicolás Maduro said: “{MADURO_ES}”.")
    assert find_quotes(article).quotes[0].language == "es"


def test_a_few_words_are_taken_for_the_articles_language_unless_the_script_differs() -> None:
    assert language_of("bienvenido el diálogo", article_language="en") == "en"
    assert language_of("нет мирной повестки", article_language="en") != "en"
    assert language_of("我们准备好了", article_language="en") == "zh"


def test_letters_and_small_words_tell_close_languages_apart() -> None:
    assert detect("всё было бы иначе")[0] == "ru"
    assert detect("все було б інакше")[0] == "uk"
    assert detect("Comercio e Industria del país")[0] == "es"


def test_galician_in_a_spanish_article_is_neither_spanish_nor_portuguese() -> None:
    galician = "Creo que o camiño do pobo ten que ser un camiño de respecto, de diplomacia e de diálogo"
    assert language_of(galician, article_language="es") == "gl"


def test_catalan_in_a_spanish_article_is_catalan() -> None:
    catalan = "Crec que el camí del poble ha de ser un camí de respecte, de diplomàcia i de diàleg"
    assert language_of(catalan, article_language="es") == "ca"


def test_a_variant_of_the_articles_language_stays_what_it_is() -> None:
    text = "Não diria que foi bem nem mal. Foi uma ligação telefônica"
    assert language_of(text, article_language="pt-BR") == "pt-BR"


def test_a_cue_never_changes_what_language_the_text_is_in() -> None:
    article = an_article("“I can say that the conversation was respectful,” Nicolás Maduro said in Spanish.")
    quote = find_quotes(article).quotes[0]
    assert (quote.language, quote.spoken_language) == ("en", "es")


@pytest.mark.parametrize(
    "text",
    [
        "“I can say that the conversation was respectful,” Nicolás Maduro said in Spanish waters.",
        "In Spanish politics this is rare. “I can say that the conversation was respectful,” Maduro said.",
        "The book is printed in Spanish. “I can say that the conversation was respectful,” Maduro said.",
    ],
)
def test_the_name_of_a_language_alone_does_not_tell_what_was_spoken(text: str) -> None:
    assert find_quotes(an_article(text)).quotes[0].spoken_language is None


def test_the_language_model_is_loaded_only_when_a_quote_needs_it() -> None:
    code = "import sys, digest.quote; sys.exit('py3langid' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_process_tells_the_same_languages() -> None:
    code = (
        "from digest.quote.language.detect import detect; "
        "print([detect(text) for text in ('welcome dialogue, welcome diplomacy', 'bienvenido el diálogo hoy')])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_a_headline_in_capitals_makes_no_name_longer() -> None:
    found = speakers(
        "Donald Trump Will Call Nicolás Maduro",
        "“It was a phone call, and nothing more,” said Donald Trump.",
        headings=(0,),
    )
    assert found[0][1] == "Donald Trump"


def test_a_name_inside_a_quote_is_not_whom_a_pronoun_means() -> None:
    found = speakers("“I spoke with the President of the United States, Donald Trump,” he said.")
    assert found[0][1] is None


def test_a_given_name_that_is_a_country_stays_part_of_the_name() -> None:
    found = speakers("“It was a phone call, and nothing more,” said Jordan Bardella.")
    assert found[0][1] == "Jordan Bardella"


def test_the_language_one_person_spoke_says_nothing_about_another() -> None:
    article = an_article(
        "Nicolás Maduro said in Spanish: “I can say that the conversation was respectful,” and Donald Trump "
        "said: “It was a phone call, and nothing more.”"
    )
    assert [quote.spoken_language for quote in find_quotes(article).quotes] == ["es", None]


def test_a_language_said_of_the_next_quote_is_not_said_of_the_one_before() -> None:
    article = an_article(
        "“It was a phone call, and nothing more,” Donald Trump said, and “we welcome dialogue and diplomacy,” "
        "Nicolás Maduro added in Spanish."
    )
    assert [quote.spoken_language for quote in find_quotes(article).quotes] == [None, "es"]


def test_a_guess_is_a_candidate_for_editors_and_never_a_speaker() -> None:
    found = find_quotes(
        an_article(
            "„Es war ein Anruf, und nichts weiter“, sagte Donald Trump.",
            "„Sie haben keinen friedlichen Plan, sie stehen auf der Seite des Krieges.“",
            language="de",
        )
    )
    assert found.quotes[1].candidate is None
    quote = with_candidates(found.quotes)[1]
    assert (quote.speaker, quote.speaker_span, quote.candidate) == (None, None, "Donald Trump")
    assert 0 < quote.score < THRESHOLD
    assert quote.candidate_span is not None
    assert quote.candidate_span.of(quote.article.text) == "Donald Trump"


def test_a_word_with_a_sharp_s_that_only_opens_a_sentence_is_nobody() -> None:
    text = "„Wir brauchen eine neue Ordnung für ganz Europa.“"
    for opening in ("Außerdem:", "Schließlich außerdem:", "Außerdem wurde gefordert:"):
        (quote,) = with_candidates(find_quotes(an_article(f"{opening} {text}", language="de")).quotes)
        assert (quote.speaker, quote.candidate) == (None, None)


def test_who_is_shown_is_no_candidate() -> None:
    found = find_quotes(an_article("“It was a phone call, and nothing more,” Donald Trump said.")).quotes
    (quote,) = with_candidates(found)
    assert (quote.speaker, quote.candidate, quote.candidate_span) == ("Donald Trump", None, None)


def test_a_guess_is_carried_on_to_no_other_quote() -> None:
    found = find_quotes(
        an_article(
            "Donald Trump and Nicolás Maduro had a call.",
            "“I can say that the conversation was respectful,” it was said. “I can even say it was cordial.”",
        )
    )
    assert [quote.speaker for quote in found.quotes] == [None, None]


@pytest.mark.parametrize("language", ["th", "lo", "km", "my", "bo", "dz", "yue"])
def test_languages_without_a_row_that_part_no_words_end_no_build(language: str) -> None:
    found = speakers(
        "นายสมชาย ใจดี กล่าวว่า “เราจะสร้างสะพานใหม่ให้เสร็จในปีหน้า” ในวันศุกร์",
        "市长林晓云说：“桥明年完工。”",
        language=language,
    )
    assert "เราจะสร้างสะพานใหม่ให้เสร็จในปีหน้า" in dict(found)
