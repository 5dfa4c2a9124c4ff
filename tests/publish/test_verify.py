from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_quote, an_article
from digests import IN_ENGLISH, NEWSWEEK, SPOKEN, WTOP, a_digest, an_utterance
from sites import MKDOCS_YML, ROOT, a_site, run, write

from digest.errors import QuotationError
from digest.model import Article, Span
from digest.publish import publish
from digest.publish.pages import pages
from digest.publish.verify import Verifier, shown_on, told
from digest.publish.verify.made import shown_on_cards, shown_on_made


def shown(article: Article, text: str, words: str = "") -> str:
    """Return a quotation of `text` in `article` as pages show it, with other words if some are given."""
    span = a_quote(text, article=article).span
    return (
        f'<div><p lang="en" data-article="{article.id}" data-span="{span.start}-{span.end}"'
        f' data-sha256="{article.digest}"><span class="mark">“</span>{words or text}<span>”</span></p></div>'
    )


def faults(page: str, *articles: Article) -> list[str]:
    """Return what is wrong with the words that a page shows; who said them is tested below."""
    found = verifier(*articles).faults(shown_on(page), "en/")
    return [fault for fault in found if "stands in no statement" not in fault]


def verifier(*articles: Article) -> Verifier:
    return Verifier(articles or (WTOP, NEWSWEEK), [an_utterance()], ["en", "es", "fr", "ar"])


def test_every_passage_as_printed_carries_its_article_its_offsets_and_the_hash_of_the_text() -> None:
    found = {quotation for page in pages(a_digest()) for quotation in shown_on(page.body).all_quotations()}
    said = {
        (article.id, span.of(article.text), article.digest)
        for article, span in (
            (WTOP, a_quote(SPOKEN, article=WTOP).span),
            (NEWSWEEK, a_quote(IN_ENGLISH, article=NEWSWEEK).span),
        )
    }
    articles = {article.id: article for article in (WTOP, NEWSWEEK)}
    assert {(q.article, q.span.of(articles[q.article].text), q.digest) for q in found} == said


CARD = '<figure data-statement="{0}">{1}<p data-article="wtop" data-span="1-2">x</p>{2}</figure>'
REACHING = [
    "",
    "<!--",
    "<textarea>",
    "<template>",
    "<svg>",
    "<table><tr><td>",
    "<select>",
    "<b data-outlet>",
    '<i data-statement="b">',
    "</hgroup>",
    "</hgroup><hgroup>",
    "<p DATA-SAID datetime='1'>",
    "<figure>",
    "data-said",
]


@pytest.mark.parametrize("what", REACHING)
@pytest.mark.parametrize("at", [1, 2])
def test_cards_that_are_read_at_once_say_what_each_says_alone_or_are_read_alone(what: str, at: int) -> None:
    first = CARD.format("a", *(what if place == at else "" for place in (1, 2)))
    cards = [first, CARD.format("c", "", "<b data-outlet>One</b>"), CARD.format("d", "", "")]
    together = shown_on_cards([card.encode() for card in cards])
    assert together in (None, [shown_on_made(card) for card in cards])
    assert what or together


def test_a_passage_that_stands_in_its_article_passes() -> None:
    assert faults(shown(WTOP, SPOKEN)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Puedo decir que la conversación fue en un\u00a0tono\nde respe\u00adto",
        "Puedo decir que la conversacio\u0301n <mark>fue</mark> en un tono de respeto",
        "Puedo decir que la [breve] conversación fue en un tono de respeto",
    ],
    ids=["spaces and soft hyphens", "Unicode form and markup", "an insertion between brackets"],
)
def test_typography_makes_no_difference(words: str) -> None:
    assert faults(shown(WTOP, SPOKEN, words)) == []


@pytest.mark.parametrize(
    "words",
    ["Puedo decir que la conversación no fue en un tono de respeto", "Puedo decir que la conversación"],
    ids=["a word more", "words fewer"],
)
def test_other_words_are_named_with_those_that_stand_there(words: str) -> None:
    assert faults(shown(WTOP, SPOKEN, words)) == [
        f"“{words}” is credited to wtop/llamada, where “{SPOKEN}” stands"
    ]


def test_an_article_that_has_changed_or_gone_is_named() -> None:
    changed = replace(WTOP, text="«Ya» " + WTOP.text)
    assert "that text has changed since" in faults(shown(WTOP, SPOKEN), changed)[0]
    assert "an article that there is not" in faults(shown(WTOP, SPOKEN), NEWSWEEK)[0]


def test_right_to_left_and_chinese_words_are_compared_like_any_others() -> None:
    for language, text in (("ar", "أستطيع القول إن المحادثة"), ("zh", "我可以说,谈话是相互尊重的")):
        article = an_article(f"“{text}”", language=language)
        assert faults(shown(article, text), article) == []
        assert faults(shown(article, text, text[1:]), article) != []


def test_no_page_is_made_of_words_that_the_source_does_not_hold() -> None:
    site = a_digest()
    lead = site.utterances[0].lead
    other = replace(lead.quote, article=replace(WTOP, text=WTOP.text.replace("respeto", "guerra")))
    forged = replace(site.utterances[0], wordings=(replace(lead, quote=other),))
    with pytest.raises(QuotationError, match="that text has changed since"):
        list(publish(replace(site, utterances=(forged,))))


def test_a_template_of_the_owner_that_changes_a_quotation_fails_the_build(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=MKDOCS_YML.replace("material", "material\n  custom_dir: theme"))
    macros = (ROOT / "templates/digest/macros.html").read_text(encoding="utf-8")
    assert "{% else %}{{ part.text }}{% endif %}" in macros
    write(
        folder / "theme/digest/macros.html",
        macros.replace("else %}{{ part.text", "else %}{{ part.text | upper"),
    )
    result = run("mkdocs", "build", folder=folder)
    assert result.returncode == 1
    assert "“PUEDO DECIR" in result.stderr
    assert "where “Puedo decir" in result.stderr
    write(folder / "theme/digest/macros.html", macros)
    assert run("mkdocs", "build", folder=folder).returncode == 0


def test_an_element_of_the_same_name_inside_does_not_end_a_quotation() -> None:
    page = shown(WTOP, SPOKEN, "Puedo <b>decir <b>al</b></b>go").replace("<p", "<b").replace("</p>", "</b>x")
    quotation = next(shown_on(page).all_quotations())
    assert quotation.text == "“Puedo decir algo”"
    assert quotation.span == Span(1, 58)


def test_how_attributes_are_quoted_and_ordered_makes_no_difference_nor_do_closing_tags() -> None:
    span, digest = a_quote(SPOKEN, article=WTOP).span, WTOP.digest
    words = f"<p>“{SPOKEN}”<p class=credit>WTOP"
    place = f"data-sha256='{digest}' lang=es DATA-ARTICLE={WTOP.id}\ndata-span={span.start}-{span.end}"
    for page in (f"<ul><li {place}>{words}<li>more</ul>", f"<blockquote {place}>{words}</blockquote>"):
        assert len(list(shown_on(page).all_quotations())) == 1
        assert faults(page.replace("<p class=credit>WTOP", "")) == []
        assert faults(page.replace("respeto", "guerra")) != []


def test_text_that_looks_like_an_element_is_none() -> None:
    like = shown(WTOP, SPOKEN, "Otra cosa").replace("<", "&lt;")
    assert faults(like) == []
    assert (
        faults(f"<!-- {shown(WTOP, SPOKEN, 'Otra')} --><script>{shown(WTOP, SPOKEN, 'x')!r}</script>") == []
    )
    headline = replace(NEWSWEEK, title=shown(WTOP, SPOKEN, "Otra cosa"))
    site = a_digest()
    story = replace(site.stories[0], articles=(WTOP, headline))
    made = list(publish(replace(site, stories=(story, *site.stories[1:]))))
    assert any(one.path == "en/feed.xml" for one in made)


def test_a_quotation_that_does_not_say_where_it_stands_is_a_fault() -> None:
    page = shown(WTOP, SPOKEN).replace("data-span", "data-was")
    assert len(faults(page)) == 1


def test_the_quotation_that_stands_for_a_story_on_lists_says_where_it_stands() -> None:
    teasers = [page for page in pages(a_digest()) if page.kind == "topic" and page.language == "es"]
    assert [q.text.strip("«»\n ") for page in teasers for q in shown_on(page.body).all_quotations()] == [
        SPOKEN
    ]


def test_verifying_takes_as_long_as_the_page_is() -> None:
    def seconds(times: int) -> float:
        page = "<div>" + shown(WTOP, SPOKEN) * times + "<p>" * times
        start = time.process_time()
        assert faults(page) == []
        return time.process_time() - start

    seconds(10)
    assert min(seconds(8000) for _ in range(3)) < 16 * min(seconds(1000) for _ in range(3))


def test_faults_beyond_fifty_are_counted() -> None:
    message = told([f"fault {number}" for number in range(60)])
    assert message.count("\n") == 49
    assert message.endswith("… and 11 more like these")


def test_what_stands_in_a_template_is_shown_to_nobody() -> None:
    page = f"<template>{shown(NEWSWEEK, IN_ENGLISH)}</template>"
    assert list(shown_on(page).all_quotations()) == []
    assert list(shown_on(page.replace("template", "div")).all_quotations())
