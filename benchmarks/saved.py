"""Saved pages for measurements: ten shapes of articles in four frames, in ten languages; no two alike.

The frames are as heavy as those of real sites: menus, style sheets, the state of an application as JSON.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Words = dict[str, Any]
TEXTS: dict[str, Words] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_LENGTH = 3
"""How often an article says its five paragraphs, with other numbers each time."""


def a_saved_page(number: int) -> str:
    """Return one of the pages, whose number is part of all that it says."""
    languages = list(TEXTS)
    words = TEXTS[languages[number % len(languages)]]
    shape = SHAPES[number // len(languages) % len(SHAPES)]
    frame = FRAMES[number // len(languages) // len(SHAPES) % len(FRAMES)]
    paragraphs = [
        f"{paragraph} {number * 31 + place}." for place in range(_LENGTH) for paragraph in words["text"]
    ]
    code = languages[number % len(languages)]
    words = {**words, "title": f"{words['title']} {number}"}
    head = (
        f'<!DOCTYPE html><html lang="{code}"{" dir=rtl" if code == "ar" else ""}><head><meta charset="utf-8">'
        f'<title>{words["title"]} – Example</title><meta property="og:site_name" content="Example">'
        f'<meta property="article:published_time" content="2026-03-05T09:30:00+01:00">'
        f'<link rel="canonical" href="https://b.example/{number}">'
    )
    return head + frame(words, shape(words, paragraphs))


def _p(texts: Sequence[str]) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


def _links(words: Words, times: int = 1) -> str:
    return "".join(
        f'<li><a href="/o{at}">{text}</a></li>' for at, text in enumerate(list(words["others"]) * times)
    )


def _cards(words: Words) -> str:
    return "".join(
        f'<div class="card"><a href="/c{at}"><h3>{text}</h3></a><p>{words["teaser"]}</p></div>'
        for at, text in enumerate(words["others"])
    )


def _journal(words: Words, texts: Sequence[str]) -> str:
    return (
        f'<article class="post"><header><h1 class="entry-title">{words["title"]}</h1><span class="byline">'
        f'<a href="/a">{words["author"]}</a></span></header><div class="entry-content">{_p(texts)}</div>'
        f'<div class="jp-relatedposts"><h3>{words["related"]}</h3>{_cards(words)}</div></article>'
        f'<div id="comments"><h2>{words["comments"]}</h2><p>{words["comment"]}</p></div>'
    )


def _boxes(words: Words, texts: Sequence[str]) -> str:
    lines = "".join(f'<div class="txt">{text}</div>' for text in texts)
    return f'<div class="h1">{words["title"]}</div>{lines}<div class="s">{words["share"]}</div>'


def _columns(words: Words, texts: Sequence[str]) -> str:
    return (
        f"<table><tr><td><ul>{_links(words)}</ul></td><td><b>{words['title']}</b><br><br>"
        f"{'<br><br>'.join(texts)}</td><td>{words['letter']}</td></tr></table>"
    )


def _breaks(words: Words, texts: Sequence[str]) -> str:
    return (
        f'<h3 class="post-title">{words["title"]}</h3><div class="post-body">{"<br/><br/>".join(texts)}</div>'
        f'<div class="post-footer">{words["tags"]}: <a href="/t">{words["author"]}</a></div>'
    )


def _blocks(words: Words, texts: Sequence[str]) -> str:
    blocks = "".join(f'<div data-component="text-block"><p class="x1">{text}</p></div>' for text in texts)
    return (
        f'<article><h1>{words["title"]}</h1><figure><img src="a.jpg"><figcaption>{words["caption"]}'
        f'</figcaption></figure>{blocks}<div data-component="links-block"><p>{words["related"]}</p>'
        f"<ul>{_links(words)}</ul></div></article>"
    )


def _between(words: Words, texts: Sequence[str]) -> str:
    led = f'<p><strong>{words["related"]}:</strong> <a href="/1">{words["others"][0]}</a></p>'
    return f"<article><h1>{words['title']}</h1>{_p(texts[:3])}{led}{_p(texts[3:])}</article>"


def _ticker(words: Words, texts: Sequence[str]) -> str:
    entries = "".join(
        f"<div class=entry><time>10:{at:02}</time>{_p([text])}</div>" for at, text in enumerate(texts)
    )
    return f"<h1>{words['title']}</h1><div class=live>{entries}</div>"


def _data(words: Words, texts: Sequence[str]) -> str:
    told = {"@type": "NewsArticle", "headline": words["title"], "articleBody": "\n\n".join(texts)}
    return f'<script type="application/ld+json">{json.dumps(told)}</script><div id="root"></div>'


def _quoted(words: Words, texts: Sequence[str]) -> str:
    blocks = "".join(f"<blockquote><p>{text}</p></blockquote>" for text in texts[1::5])
    return f"<main><h1>{words['title']}</h1>{_p(texts)}{blocks}</main>"


def _letter(words: Words, texts: Sequence[str]) -> str:
    return f"<main><h1>{words['title']}</h1>{_p(texts)}<p>{words['letter']}</p></main>"


SHAPES: list[Callable[[Words, Sequence[str]], str]] = [
    _journal, _boxes, _columns, _breaks, _blocks, _between, _ticker, _data, _quoted, _letter,
]  # fmt: skip


def _menu(words: Words, times: int) -> str:
    return f"<header><nav><ul>{_links(words, times)}</ul></nav></header>"


def _sheet(rules: int) -> str:
    return "".join(
        f".c{at} .b{at % 7} {{ margin: {at % 9}px; color: #{at % 1000:03}; }}\n" for at in range(rules)
    )


def _state(words: Words, entries: int) -> str:
    return json.dumps([{"id": at, "title": words["others"][at % 3], "on": True} for at in range(entries)])


def _plain(words: Words, article: str) -> str:
    return f"</head><body>{_menu(words, 2)}{article}<footer><p>© Example</p></footer></body></html>"


def _styled(words: Words, article: str) -> str:
    return (
        f"<style>{_sheet(900)}</style></head><body>{_menu(words, 12)}<div class=wrap>{article}</div>"
        f"<aside>{_cards(words) * 3}</aside><footer><ul>{_links(words, 8)}</ul></footer></body></html>"
    )


def _application(words: Words, article: str) -> str:
    return (
        f"<style>{_sheet(500)}</style></head><body><div id=app>{_menu(words, 8)}{article}</div>"
        f"<script>window.__STATE__ = {_state(words, 500)};</script></body></html>"
    )


def _portal(words: Words, article: str) -> str:
    drawing = f"<svg>{'<path d=M0,0h9v9z></path>' * 60}</svg>"
    side = f"<div class=side><h4>{words['related']}</h4>{_cards(words) * 5}</div>"
    return (
        f"<style>{_sheet(1200)}</style></head><body>{drawing}{_menu(words, 20)}"
        f"<div class=row><div class=main>{article}</div>{side}</div>"
        f"<script>var s = {_state(words, 300)};</script></body></html>"
    )


FRAMES: list[Callable[[Words, str], str]] = [_plain, _styled, _application, _portal]
