"""What stands around a page's headline: standfirst, outlet (`site`), authors (`author_classes`) and days (`below`)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from saved_pages import a_saved_page, kept, paragraphs, reading

from digest.read import Told, read_page_bytes

LEAD = "La città avrà un porto più grande e una strada nuova entro la fine dell’anno prossimo."
FRAME = '<html lang="it"><head><title>{title}</title>{head}</head><body>{above}<main><div><h1>Il porto cresce</h1>{below}</div><div class="testo">{text}</div></main>{foot}</body></html>'


def framed(*, below: str = "", head: str = "", foot: str = "", title: str = "Il porto cresce") -> str:
    """Return a page whose headline stands in another box than its text."""
    text = "".join(f"<p>{one}</p>" for one in paragraphs("it"))
    return FRAME.format(title=title, head=head, above="", below=below, text=text, foot=foot)


@pytest.mark.parametrize(
    ("below", "head"),
    [
        (f'<p class="sommario">{LEAD}</p>', ""),
        (f'<div class="field--name-field-lead"><div>{LEAD}</div></div>', ""),
        (f"<h2>{LEAD}</h2>", ""),
        (f"<p>{LEAD}</p>", ""),
        (f'<div class="css-1x"><div>{LEAD}</div></div>', f'<meta name="description" content="{LEAD}">'),
        (f'<div class="css-1x"><div>{LEAD}</div></div>', f'<meta property="og:description" content="{LEAD[:60]}">'),
    ],
)  # fmt: skip
def test_a_standfirst_outside_the_text_s_box_opens_the_text(below: str, head: str) -> None:
    assert kept(framed(below=below, head=head)) == [LEAD, *paragraphs("it")]


@pytest.mark.parametrize(
    "below",
    [
        f'<p class="photo-caption">{LEAD}</p>',
        f"<figure><figcaption>{LEAD}</figcaption></figure>",
        f'<p class="lead"><a href="/other">{LEAD}</a></p>',
        f'<div class="newsletter-intro"><p>{LEAD}</p></div>',
    ],
)
def test_what_is_no_standfirst_stays_outside(below: str) -> None:
    assert kept(framed(below=below)) == list(paragraphs("it"))


def test_a_standfirst_that_the_text_says_itself_is_kept_once() -> None:
    first = paragraphs("it")[0]
    assert kept(framed(below=f'<p class="lead">{first}</p>')) == list(paragraphs("it"))
    assert kept(framed(below=f'<p class="excerpt">{first[:70]} […]</p>'))[0] != first[:70]


def test_an_excerpt_that_a_system_cut_off_is_no_part_of_the_text() -> None:
    first = paragraphs("it")[0]
    foot = f'<div class="more"><p>{first[:70]} […]</p></div>'
    assert kept(framed(below=f'<p class="excerpt">{first[:70]}…</p>', foot=foot)) == list(paragraphs("it"))


def test_who_wrote_a_text_may_stand_behind_its_standfirst() -> None:
    below = f'<div class="annuncio">{LEAD}</div><div class="articolo__author">Anna Serra</div>'
    assert reading(framed(below=below))[0].authors == ("Anna Serra",)


@pytest.mark.parametrize(
    ("title", "foot", "site"),
    [
        ("Il porto cresce | Cronaca | Il Faro", "<footer>© Il Faro</footer>", "Il Faro"),
        ("Il Faro: Il porto cresce", '<a href="/"><img src="l.png" alt="Il Faro"></a>', "Il Faro"),
        ("Il porto cresce - e la città discute", "<footer>© Il Faro</footer>", None),
        ("Il porto cresce", "<footer>© Il Faro</footer>", None),
        ("Il porto cresce | Il Faro", "", None),
    ],
)
def test_the_outlet_is_named_by_the_title_where_the_page_names_it_again(
    title: str, foot: str, site: str | None
) -> None:
    assert reading(framed(title=title, foot=foot))[0].site == site


def test_an_outlet_s_name_may_be_its_host_or_stand_in_any_encoding() -> None:
    head = '<link rel="canonical" href="https://www.ilfaro.example/2026/porto">'
    assert reading(framed(title="Il porto cresce | Il Faro", head=head))[0].site == "Il Faro"
    page = a_saved_page("ar", head='<meta property="og:site_name" content="الميناء">')
    page = page.replace("utf-8", "windows-1256")
    told = read_page_bytes(page.encode("cp1256"), Told(path="", zone=ZoneInfo("UTC")))
    assert told.site == "الميناء"


@pytest.mark.parametrize(
    ("below", "foot", "authors"),
    [
        ('<p class="articolo__author">Anna Serra</p>', "", ("Anna Serra",)),
        ('<p class="meta-writer">Di Anna Serra</p>', "", ("Anna Serra",)),
        ("", '<div class="news-author">Di Anna Serra</div>', ("Anna Serra",)),
        ("", '<span class="post-author vcard">a cura <span class="fn">Anna Serra</span></span>', ("Anna Serra",)),
        ("", '<p class="news-author">Anna Serra</p>', ()),
        ("", '<p class="news-author">Di Anna Serra</p><p class="news-author">Di Ugo Bini</p>', ()),
        ("", '<div class="comments"><p class="comment-author">Di Anna Serra</p></div>', ()),
        ('<p class="articolo__author">5 minuti di lettura</p>', "", ()),
    ],
)  # fmt: skip
def test_authors_are_known_by_their_classes(below: str, foot: str, authors: tuple[str, ...]) -> None:
    assert reading(framed(below=below, foot=foot))[0].authors == authors
