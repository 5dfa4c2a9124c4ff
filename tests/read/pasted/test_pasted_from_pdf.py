"""Texts copied out of a PDF or a letter: wrapped at a width, words divided, letters that only look like others."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from folders import read_files, told
from saved_pages import TEXTS, paragraphs

from digest.languages.visible import clean
from digest.read.pasted import read_pasted
from digest.read.pasted.divided import rejoined
from digest.read.text import reads_backwards

SPACED = sorted(set(TEXTS) - {"ja"})


def wrapped(language: str, width: int, between: str = "\n\n") -> str:
    return between.join("\n".join(textwrap.wrap(text, width)) for text in paragraphs(language))


@pytest.mark.parametrize("language", SPACED)
@pytest.mark.parametrize("width", [28, 40, 72])
def test_lines_of_a_column_are_paragraphs_again(language: str, width: int) -> None:
    pasted = read_pasted(wrapped(language, width), language=language)
    assert [passage.text for passage in pasted.passages] == paragraphs(language)


@pytest.mark.parametrize("language", ["it", "pt", "pl", "uk", "sv", "el"])
def test_one_longer_line_and_the_printer_s_own_change_nothing(language: str) -> None:
    longest = "https://example.org/a/very/long/address/that/was/never/wrapped/at/all.html"
    source = f"{wrapped(language, 34)}\n{longest}\n3/5/26, 9:30 AM {TEXTS[language][0]}\nhttps://example.org/port 1/2\n"
    texts = [passage.text for passage in read_pasted(source, language=language).passages]
    assert texts[: len(paragraphs(language))] == paragraphs(language)
    assert texts[4:] in ([], [longest])


@pytest.mark.parametrize("language", ["pt", "pl", "tr"])
def test_a_paragraph_goes_on_behind_the_foot_of_a_page(language: str) -> None:
    lines = wrapped(language, 40).split("\n")
    source = "\n".join([*lines[:1], "", "- 1 -", "Page 2 of 3", "", *lines[1:]])
    texts = [passage.text for passage in read_pasted(source, language=language).passages]
    assert texts == paragraphs(language)


def test_a_japanese_column_is_read_without_gaps() -> None:
    source = "\n\n".join(
        "\n".join(text[at : at + 13] for at in range(0, len(text), 13)) for text in paragraphs("ja")
    )
    assert [passage.text for passage in read_pasted(source, language="ja").passages] == paragraphs("ja")


def test_a_list_of_headlines_stays_a_list() -> None:
    source = "Nuovo porto in arrivo presto\nSciopero dei treni domani qui\nIl sindaco parla della scuola\nPioggia attesa per domenica"
    assert len(read_pasted(source, language="it").passages) == 4


@pytest.mark.parametrize(
    ("language", "lines", "text"),
    [
        ("it", ["la costru-", "zione del porto"], "la costruzione del porto"),
        ("pl", ["nowe nabrze-", "że w porcie"], "nowe nabrzeże w porcie"),
        ("ru", ["северо-", "западный ветер"], "северо-западный ветер"),
        ("de", ["Vor-", "und Nachteile"], "Vor- und Nachteile"),
        ("de", ["der Haushalts-", "ausschuss"], "der Haushaltsausschuss"),
        ("pt", ["o acordo luso-", "brasileiro"], "o acordo luso-brasileiro"),
        ("en", ["from 1990-", "1995"], "from 1990-1995"),
        ("en", ["the Anglo-", "Irish treaty"], "the Anglo-Irish treaty"),
        ("uk", ["будівницт\u00ad", "во порту"], "будівництво порту"),
    ],
)
def test_divided_words_are_whole_and_hyphens_stay(language: str, lines: list[str], text: str) -> None:
    assert rejoined(lines, language=language) == text


@pytest.mark.parametrize(
    ("copied", "letters"),
    [
        ("⼤⽔⻢⻋⺠⻓", "大水马车民长"),
        ("oﬃcial ﬁgures, ﬂag", "official figures, flag"),
        ("ﻣﻴﻨﺎء", "ميناء"),
        ("ﷺ ﴿x﴾", "ﷺ ﴿x﴾"),
        ("\u200f«نعم»\u200f", "«نعم»"),
        ("می\u200cشود", "می\u200cشود"),
        ("\u2067«כן»\u2069 אמר", "«כן» אמר"),
    ],
)
def test_letters_are_those_that_readers_take_them_for(copied: str, letters: str) -> None:
    assert clean(copied) == letters


@pytest.mark.parametrize("language", ["ar", "he"])
def test_words_in_the_order_of_the_screen_are_an_error(tmp_path: Path, language: str) -> None:
    by_words = "\n\n".join(
        "." + " ".join(reversed(text.rstrip(".").split())) for text in paragraphs(language)
    )
    by_letters = "\n\n".join(text[::-1] for text in paragraphs(language))
    for name, text in (("words", by_words), ("letters", by_letters)):
        keys = f"title: T\noutlet: newsweek\nlanguage: {language}\n"
        content = read_files(tmp_path / name, {"articles/a.txt": text, "articles/a.yml": keys})
        assert content.articles == ()
        assert "in the order of the screen" in told(content)[0]
    assert not reads_backwards("\n\n".join(paragraphs(language)))


def test_what_is_hardly_meant_is_a_warning_with_its_line(tmp_path: Path) -> None:
    keys = "title: T\noutlet: newsweek\nlanguage: es\npublished: 1025-12-03\nurl: https://example.org/a\n"
    text = "\n\n".join(paragraphs("it"))
    content = read_files(tmp_path, {f"articles/{name}.md": f"---\n{keys}---\n{text}\n" for name in "ab"})
    assert len(content.articles) == 2
    lines = [line for line in told(content) if line.startswith("articles/b.md")]
    assert [line.partition(": ")[0] for line in lines] == [
        "articles/b.md:4",
        "articles/b.md:5",
        "articles/b.md:6",
    ]
    assert "Italian" in lines[0]


def test_a_text_that_is_too_long_is_named_and_pictures_do_not_count(tmp_path: Path) -> None:
    long = "Un testo. " * 250_000
    head = "---\ntitle: T\noutlet: newsweek\nlanguage: it\n---\n"
    picture = f"![x](data:image/png;base64,{'A' * 3_000_000})\n\n"
    files = {"articles/a.md": head + long, "articles/b.md": head + picture + "\n\n".join(paragraphs("it"))}
    content = read_files(tmp_path, files)
    assert [article.id for article in content.articles] == ["newsweek/b"]
    assert told(content) == [
        "articles/a.md:1: the text has 2,500,047 bytes, and no article more than 2,000,000 (max_text_bytes); keep the part that is one"
    ]


@pytest.mark.parametrize(
    ("label", "codec", "language"),
    [
        ("iso-8859-1", "cp1252", "pt"), ("iso-8859-9", "cp1254", "tr"), ("windows-1251", "cp1251", "uk"),
        ("shift_jis", "cp932", "ja"), ("euc-kr", "cp949", "ko"), ("iso-8859-8-i", "cp1255", "he"),
        ("windows-1256", "cp1256", "ar"), ("gb2312", "gb18030", "ja"), ("x-sjis", "cp932", "ja"), ("latin2", "iso8859-2", "pl"),
    ],
)  # fmt: skip
def test_labels_of_encodings_are_read_as_browsers_read_them(
    tmp_path: Path, label: str, codec: str, language: str
) -> None:
    title, *texts = (
        text.replace("”", '"').replace("„", '"').replace("״", '"').replace("–", "-")
        for text in TEXTS[language]
    )
    body = "".join(f"<p>{text}</p>" for text in texts)
    page = f'<html lang="{language}"><head><meta charset="{label}"><title>{title}</title></head><body><article>{body}</article></body></html>'
    content = read_files(
        tmp_path, {"articles/p.html": page.encode(codec), "articles/p.yml": "outlet: newsweek\n"}
    )
    assert told(content) == []
    assert content.articles[0].text == "\n\n".join(texts)
