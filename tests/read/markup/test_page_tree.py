"""A page's text as its readers see it: marks, breaks, readings, notes, hidden and struck-out words."""

from __future__ import annotations

import time

import pytest
from saved_pages import TEXTS, a_saved_page, kept, paragraphs, reading

from digest.model import BlockKind
from digest.read.markup.parse import tree_from_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p>Il sindaco disse <q>partiamo <q lang="fr">demain</q> insieme</q> lunedì.</p>', "Il sindaco disse «partiamo ‘demain’ insieme» lunedì."),
        ("<p>Servono <del>trenta</del> <ins>quaranta</ins> milioni.</p>", "Servono quaranta milioni."),
        ('<p>Servono <span style="text-decoration: line-through">trenta</span> quaranta milioni.</p>', "Servono quaranta milioni."),
        ('<p>«Servono 40<sup><a href="#fn2">2</a></sup> milioni».</p>', "«Servono 40 milioni»."),
        ('<p>«Servono 40<a href="#nota"><sup>[3]</sup></a> milioni».</p>', "«Servono 40 milioni»."),
        ("<p>Servono<sup>1</sup> 40 milioni».<sup>2</sup></p>", "Servono 40 milioni»."),
        ("<p>Sono 40 km<sup>2</sup> e 3 campi<sup>2</sup>.</p>", "Sono 40 km² e 3 campi²."),
        ("<p>Una superficie di 10<sup>2</sup> chilometri e molta CO<sub>2</sub>.</p>", "Una superficie di 10² chilometri e molta CO₂."),
        ("<p>Disse «\u2066avanti\u2069»\u200f e «\u200bpresto\u2060» ieri.</p>", "Disse «avanti» e «presto» ieri."),
        ('<p class="sr-only">Apre in una nuova finestra</p><p>Resta questo paragrafo del testo.</p>', "Resta questo paragrafo del testo."),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_the_page_shows_it(markup: str, text: str) -> None:
    texts = paragraphs("it")
    assert kept(a_saved_page("it", inside=markup)) == [*texts[:2], text, *texts[2:]]


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="k3 sf-hidden">{0}</p>',
        "<p hidden>{0}</p>",
        '<div style="display:none"><p>{0}</p></div>',
        "<template><p>{0}</p></template>",
        "<dialog><p>{0}</p></dialog>",
        '<amp-list src="x"><div placeholder><p>{0}</p></div></amp-list>',
        '<amp-sidebar layout="nodisplay"><p>{0}</p></amp-sidebar>',
        "<noscript><p>{0}</p></noscript>",
        "<!-- <p>{0}</p> -->",
    ],
)
@pytest.mark.parametrize("language", ["tr", "ko", "el"])
def test_what_a_page_hides_is_no_part_of_it(markup: str, language: str) -> None:
    hidden = markup.format(paragraphs(language)[1])
    assert kept(a_saved_page(language, inside=hidden)) == paragraphs(language)


@pytest.mark.parametrize("mode", ['shadowrootmode="open"', 'shadowmode="closed"'])
def test_what_stands_in_a_shadow_root_is_kept(mode: str) -> None:
    title, *texts = TEXTS["pt"]
    shadow = f"<x-body><template {mode}>{''.join(f'<p>{text}</p>' for text in texts)}</template></x-body>"
    assert (
        kept(f'<html lang="pt"><title>{title}</title><body><h1>{title}</h1>{shadow}</body></html>') == texts
    )


@pytest.mark.parametrize("box", ["section", "article", "aside", "figure", "div"])
def test_a_paragraph_whose_end_is_left_out_ends_before_the_next_box(box: str) -> None:
    title, *texts = TEXTS["pl"]
    source = (
        f"<!DOCTYPE html><html lang=pl><meta charset=utf-8><title>{title}</title><body><main><article><h1>{title}</h1>"
        f"<p>{texts[0]}<p>{texts[1]}<{box} class=b3><h3>Obok</h3><p>„Nigdy tego nie podpiszemy”: klub odpowiada</{box}>"
        f"<p>{texts[2]}<p>{texts[3]}</article></main>"
    )
    found = kept(source)
    assert found[:2] == texts[:2]
    assert found[-2:] == texts[2:]


def test_rubies_are_read_without_their_readings() -> None:
    markup = "<p>町の「<ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>を直す」と市は説明した。</p>"
    assert kept(a_saved_page("ja", inside=markup))[2] == "町の「灯台を直す」と市は説明した。"


@pytest.mark.parametrize("language", ["uk", "pt", "tr", "ar"])
def test_breaks_part_paragraphs(language: str) -> None:
    title, *texts = TEXTS[language]
    for line in ("<br><br>", "<br />\n<br />\n", "<br>&nbsp;<br>"):
        body = line.join(texts)
        assert (
            kept(
                f'<html lang="{language}"><title>{title}</title><body><article><h1>{title}</h1><div>{body}</div></article></body></html>'
            )
            == texts
        )
        assert (
            kept(
                f'<html lang="{language}"><title>{title}</title><body><article><h1>{title}</h1><p><span>{body}</span></p></article></body></html>'
            )
            == texts
        )


def test_single_breaks_part_lines_of_dialogue_but_not_verses() -> None:
    title, *texts = TEXTS["pl"]
    talk = "Burmistrz wyszła do ludzi.<br>— Zbudujemy port razem — powiedziała Anna Nowak.<br>— Nigdy — odparł Jan Kos."
    verse = "<p>Morze szumi,<br>łódź odpływa,<br>port zasypia.</p>"
    page = f'<html lang="pl"><title>{title}</title><body><article><h1>{title}</h1><p>{talk}</p>{verse}<p>{texts[3]}</p></article></body></html>'
    assert kept(page) == [
        "Burmistrz wyszła do ludzi.",
        "— Zbudujemy port razem — powiedziała Anna Nowak.",
        "— Nigdy — odparł Jan Kos.",
        "Morze szumi, łódź odpływa, port zasypia.",
        texts[3],
    ]


def test_words_in_another_language_are_told() -> None:
    markup = '<p>Disse <span lang="de">„Wir schaffen das gemeinsam“</span> ieri.</p><blockquote lang="fr"><p>Nous partons demain matin.</p></blockquote>'
    page = reading(a_saved_page("it", inside=markup))[0]
    said = {part.span.of(passage.text): part.language for passage in page.passages for part in passage.parts}
    assert said == {"„Wir schaffen das gemeinsam“": "de", "Nous partons demain matin.": "fr"}
    assert [passage.text for passage in page.passages if passage.kind is BlockKind.QUOTATION] == [
        "Nous partons demain matin."
    ]


def test_an_inline_image_of_any_size_loses_nothing() -> None:
    image = f'<img src="data:image/png;base64,{"A" * 11_000_000}" alt="">'
    assert kept(a_saved_page("sv", inside=image)) == paragraphs("sv")


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_short_texts_are_kept_without_what_stands_around_them(language: str) -> None:
    title, *texts = TEXTS[language]
    page = (
        f'<html lang="{language}"><head><title>{title}</title></head><body><header><a href="/">Paper</a></header><article>'
        f"<h1>{title}</h1><figure><img src='x'><figcaption>{texts[2]}</figcaption></figure><p>{texts[1]}</p><p>{texts[3]}</p></article>"
        f"<div><a href='/1'>{texts[2]}</a><a href='/2'>{texts[0]}</a></div></body></html>"
    )
    assert kept(page) == [texts[1], texts[3]]


@pytest.mark.parametrize("language", ["it", "ko", "el"])
def test_a_text_that_stands_in_the_data_alone_is_read_by_paragraphs(language: str) -> None:
    import json

    title, *texts = TEXTS[language]
    for node in (
        {"@type": "NewsArticle", "headline": title, "articleBody": "\n\n".join(texts)},
        {
            "@graph": [
                {"@type": "WebPage"},
                {
                    "@type": ["ReportageNewsArticle"],
                    "articleBody": "".join(f"<p>{text}</p>" for text in texts),
                },
            ]
        },
        [
            {
                "@type": "LiveBlogPosting",
                "liveBlogUpdate": [{"@type": "BlogPosting", "articleBody": text} for text in texts],
            }
        ],
    ):
        head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
        page = f'<html lang="{language}"><head><title>{title}</title>{head}</head><body><div id="app"></div></body></html>'
        assert kept(page) == texts


@pytest.mark.parametrize("opened", ["<div>", "<ul><li>", "<div></p>", "<h1>"])
def test_a_hundred_thousand_boxes_in_each_other_are_read_at_once_and_in_order(opened: str) -> None:
    started = time.process_time()
    tree = tree_from_html("<p>before</p>" + opened * 100_000 + "deep" + "</div>" * 100_000 + "<p>after</p>")
    assert time.process_time() - started < 10  # it was 25 seconds and more
    assert tree.text_content().split() == ["beforedeepafter"]
