"""What stands on a page beside its text."""

from __future__ import annotations

import pytest
from saved_pages import TEXTS, a_saved_page, kept, paragraphs, reading

LANGUAGES = sorted(TEXTS)
COMMENTS = {
    "it": "Commenti", "pt": "Comentários", "pl": "Komentarze", "tr": "Yorumlar", "uk": "Коментарі", "ja": "コメント",
    "ko": "댓글", "ar": "التعليقات", "el": "Σχόλια", "sv": "Kommentarer", "hi": "टिप्पणियाँ", "he": "תגובות",
}  # fmt: skip
RELATED = {
    "it": "Leggi anche", "pt": "Leia também", "pl": "Czytaj także", "tr": "İlgili haberler", "uk": "Читайте також",
    "ja": "関連記事", "ko": "관련기사", "ar": "اقرأ أيضا", "el": "Διαβάστε επίσης", "sv": "Läs också", "hi": "यह भी पढ़ें",
    "he": "קראו גם",
}  # fmt: skip
INVITATIONS = {
    "it": "Iscriviti alla nostra newsletter", "pt": "Assine a nossa newsletter", "pl": "Zapisz się na nasz newsletter",
    "tr": "Haber bültenimize abone olun", "uk": "Підписуйтесь на наш канал у Telegram", "ja": "ニュースレターに登録する",
    "ko": "뉴스레터를 구독하세요", "ar": "اشترك في نشرتنا الإخبارية", "el": "Εγγραφείτε στο newsletter μας",
    "sv": "Prenumerera på vårt nyhetsbrev", "hi": "हमारे न्यूज़लेटर को सब्सक्राइब करें", "he": "הירשמו לניוזלטר שלנו",
}  # fmt: skip
WALLS = {
    "it": "Questo contenuto è riservato agli abbonati. Abbonati per continuare a leggere.",
    "pt": "Conteúdo exclusivo para assinantes. Assine para continuar lendo.",
    "pl": "Artykuł tylko dla prenumeratorów. Wykup dostęp, aby czytać dalej.",
    "tr": "Bu içerik sadece abonelere özeldir. Okumaya devam etmek için abone olun.",
    "uk": "Матеріал доступний лише передплатникам. Підпишіться, щоб читати далі.",
    "ja": "この記事は有料会員限定です。続きを読むにはログインしてください。",
    "ko": "이 기사는 구독자 전용입니다. 계속 읽으려면 로그인하세요.",
    "ar": "هذا المقال للمشتركين فقط. اشترك لمتابعة القراءة.",
    "el": "Το άρθρο είναι μόνο για συνδρομητές.",
    "sv": "Artikeln är endast för prenumeranter. Logga in för att läsa vidare.",
    "hi": "यह लेख केवल सदस्यों के लिए है। आगे पढ़ने के लिए लॉग इन करें।",
    "he": "הכתבה למנויים בלבד. להמשך קריאה התחברו.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_page_is_its_four_paragraphs(language: str) -> None:
    page, told = reading(a_saved_page(language))
    assert [passage.text for passage in page.passages] == paragraphs(language)
    assert (page.title, page.language, told) == (TEXTS[language][0], language, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_comments_are_no_part_of_the_text(language: str) -> None:
    other = paragraphs(language)[1]
    box = f'<div class="x9"><h3>{COMMENTS[language]} (12)</h3><div><p>{other}</p></div><div><p>{other}</p></div></div>'
    assert kept(a_saved_page(language, behind=box)) == paragraphs(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_of_related_stories_is_no_part_of_the_text(language: str) -> None:
    other = paragraphs(language)[1]
    box = f"<div><h4>{RELATED[language]}</h4><div><p>{other}</p></div></div>"
    assert kept(a_saved_page(language, inside=box)) == paragraphs(language)
    bare = f"<h4>{RELATED[language]}</h4><ul><li><a href='/1'>{other}</a></li><li><a href='/2'>{other}</a></li></ul>"
    assert kept(a_saved_page(language, inside=bare)) == paragraphs(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_that_leads_to_another_story_is_no_part_of_the_text(language: str) -> None:
    line = f"<p><strong>{RELATED[language]}:</strong> <a href='/1'>{paragraphs(language)[2]}</a></p>"
    assert kept(a_saved_page(language, inside=line)) == paragraphs(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invitation_is_no_part_of_the_text(language: str) -> None:
    line = f'<div class="b17"><p>{INVITATIONS[language]}</p></div>'
    assert kept(a_saved_page(language, inside=line)) == paragraphs(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_cut_for_subscribers_is_named(language: str) -> None:
    page, told = reading(a_saved_page(language, behind=f"<div><p>{WALLS[language]}</p></div>"))
    assert [passage.text for passage in page.passages] == paragraphs(language)
    assert [message.partition(":")[0] for message in told] == ["the page is cut"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_teasers_are_known_by_their_shape(language: str) -> None:
    card = (
        f'<div class="k"><h3><a href="/1">{TEXTS[language][0]}</a></h3><p>{paragraphs(language)[1]}</p></div>'
    )
    assert kept(a_saved_page(language, after=f"<section>{card * 4}</section>")) == paragraphs(language)
    assert kept(a_saved_page(language, behind=f"<section>{card * 4}</section>")) == paragraphs(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_nothing_but_its_headline_is_an_error(language: str) -> None:
    title = TEXTS[language][0]
    _, told = reading(
        f'<html lang="{language}"><head><title>{title}</title></head><body><h1>{title}</h1></body></html>'
    )
    assert len(told) == 1
    assert "no article text" in told[0]


def test_the_text_is_kept_where_a_box_has_a_name_like_those_of_others() -> None:
    page = a_saved_page("it").replace("<article>", '<div class="related-wrapper articoli-correlati">')
    assert kept(page.replace("</article>", "</div>")) == paragraphs("it")


def test_a_section_about_comments_stays() -> None:
    section = (
        "<h2>Comments</h2><p>The mayor answered comments by residents for an hour in the old town hall.</p>"
    )
    page = a_saved_page("it").replace("<h1>", section + "<h1>", 1)
    assert kept(page)[-4:] == paragraphs("it")
