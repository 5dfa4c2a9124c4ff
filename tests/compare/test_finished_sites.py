"""A finished site is held against its content: what a reader or a program would see differently is told."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256

import pytest
from finished import ARTICLE, HEADLINE, PERSON, STORY, Finished
from sites import write

from digest.compare import compare_site


def test_a_site_as_it_was_built_has_all_quotations_of_its_content(whole: Finished) -> None:
    assert compare_site(whole.digest, whole.around, whole.folder) == (2, True)


CHANGES = {
    "words are hidden": (STORY, "<blockquote", "<blockquote hidden"),
    "the page is hidden": (STORY, "<html ", "<html hidden "),
    "words are hidden from some": (STORY, "<main>", '<main aria-hidden="true">'),
    "words stand in a template": (STORY, "<figure", "<template></template><figure"),
    "a style hides words": (STORY, "</head>", "<style>figure{display:none}</style></head>"),
    "an attribute hides words": (STORY, "<main>", '<main style="display:none">'),
    "a style sheet hides words": ("assets/digest/digest.css", "}", "}.card{display:none}"),
    "a script is added": (STORY, "</body>", "<script>document.title = 1</script></body>"),
    "a script is changed": ("assets/digest/digest.js", "document", "window.document"),
    "the policy is gone": (STORY, "default-src", "x-src"),
    "another address is the base": (STORY, "<head>", '<head><base href="https://example.com/">'),
    "readers are led elsewhere": (
        STORY,
        "<head>",
        '<head><meta http-equiv="refresh" content="0;url=//x.example">',
    ),
    "words that nobody marked": (STORY, "</main>", "<blockquote>“I am made up.”</blockquote></main>"),
    "a figure that nobody marked": (
        STORY,
        "</main>",
        '<figure class="card"><q>I am made up.</q></figure></main>',
    ),
    "another sentence": (STORY, "</main>", "<p>Nobody said that.</p></main>"),
    "a word is parted": (STORY, "un tono", "un to\u200bno"),
    "a word is turned": (STORY, "un tono", "un \u202etono\u202c"),
    "a word may break": (STORY, "respeto", "res\u00adpeto"),
    "a letter is another": (STORY, "un tono", "un t\u043eno"),
    "words run together": (STORY, "un tono", "untono"),
    "a word is gone": (STORY, "un tono de respeto", "un tono"),
    "what programs read is another's": (STORY, '"name":"Newsweek"', '"name":"Another"'),
    "a page's description": (
        STORY,
        '<meta name="description" content="',
        '<meta name="description" content="Not ',
    ),
    "how much there is": (STORY, "2 outlets", "7 outlets"),
    "a label": (STORY, 'state">translation<', 'state">original<'),
    "a headline": (STORY, f">{HEADLINE}<", ">Maduro denies a call<"),
    "a title": (STORY, f"<title>{HEADLINE}", "<title>Maduro denies a call"),
    "a day": (STORY, "December 3, 2025", "December 4, 2025"),
    "a day for programs": (STORY, 'datetime="2025-12-03"', 'datetime="2025-12-04"'),
    "an outlet's address": (ARTICLE, 'href="https://wtop.com/news', 'href="https://wtop.example/news'),
    "an outlet": (STORY, "<bdi>WTOP</bdi>", "<bdi>Another</bdi>"),
    "a translation": (ARTICLE, "Maduro confirms the call", "Maduro denies the call"),
    "who translated": (ARTICLE, "apertium", "deepl"),
    "that nobody looked at it": (ARTICLE, "not reviewed", "reviewed by Ann Example"),
    "a language": (STORY, 'lang="es"', 'lang="pt"'),
    "a name": (PERSON, "Nicolás Maduro", "Nicolas Maduro"),
    "a link among ours": (
        STORY,
        "</ul>\n</nav>",
        '<li><a href="../../../topics/">“Nobody said that.”</a></li></ul></nav>',
    ),
    "the page for missing addresses": ("404.html", "</main>", "<p>Nobody said that.</p></main>"),
    "where an address leads on to": ("en/story/wtop/wtop/index.html", "newsweek/newsweek", "newsweek/other"),
    "a feed": ("en/feed.xml", HEADLINE, "Maduro denies a call"),
    "words behind a comment": ("en/feed.xml", f"{HEADLINE}</title>", f"{HEADLINE}<!-- --> at last</title>"),
    "what readers of feeds do not know": ("en/feed.xml", "<entry>", '<entry xmlns="urn:other">'),
    "a value that stands twice": ("en/feed.json", '"title"', '"title": "Not this", "title"'),
    "a style sheet's text": ("assets/digest/digest.css", 'content:"', 'content:"/* not this */'),
    "a feed's style": ("en/feed.xml", "<feed", '<?xml-stylesheet href="x.css"?><feed'),
    "a feed for programs": ("en/feed.json", HEADLINE, "Maduro denies a call"),
    "a person's feed": ("en/person/nicolas-maduro/rss.xml", "2025", "2024"),
    "a statement to embed": ("en/embed/{}/index.html", "un tono", "un solo tono"),
    "the news for crawlers": ("news-sitemap.xml", HEADLINE, "Maduro denies a call"),
    "the sitemap": ("sitemap.xml", "en/story/newsweek/newsweek/", "en/story/newsweek/other/"),
    "a picture": ("assets/digest/icon.svg", "<svg", "<svg opacity='0'"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_told_with_both_sides(site: Finished, name: str) -> None:
    path, old, new = CHANGES[name]
    [found] = [str(one.relative_to(site.folder)) for one in site.folder.glob(path.replace("{}", "*"))][:1]
    site.change(found, old, new)
    [fault] = [line for line in site.faults() if line.startswith(f"{found}: ")]
    assert re.match(
        r".+: (cannot be read: a key stands twice|shows “.+” where the content builds “.+”|shows “.+”, which|does not show “)",
        fault,
    ), fault


def test_what_nobody_sees_is_shown_in_the_message(site: Finished) -> None:
    site.change(STORY, "un tono", "un to\u200bno")
    [fault] = site.faults()
    assert "to[U+200B]no" in fault


def test_the_message_shows_the_place_that_differs_and_not_the_beginning(site: Finished) -> None:
    site.change(STORY, "de respeto", "de guerra")
    assert "un tono de guerra" in site.faults()[0]
    assert "un tono de respeto" in site.faults()[0]


def test_files_for_programs_are_compared_by_what_they_say(site: Finished) -> None:
    files = [path for path in site.folder.rglob("*.json") if '"digest/1"' in path.read_text("utf-8")]
    assert files
    for file in files:
        file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=2, sort_keys=True), "utf-8")
    assert site.faults() == []
    [people] = [file for file in files if file.name == "people.json"]
    people.write_text(people.read_text("utf-8").replace("Maduro", "Another"), "utf-8")
    assert len(site.faults()) == 1


def test_another_text_in_the_search_is_told_also_under_a_name_that_fits(site: Finished) -> None:
    index = site.folder / "en/search/index/index.json"
    [part] = index.parent.glob("s-*.json")
    data = part.read_bytes().replace(HEADLINE.encode(), b"Maduro denies a call")
    part.unlink()
    name = f"s-0-{sha256(data).hexdigest()[:8]}.json"
    (index.parent / name).write_bytes(data)
    told = index.read_text("utf-8").replace(part.name, name)
    index.write_text(told, "utf-8")
    assert any("Maduro denies a call" in fault and "index.json" in fault for fault in site.faults())


def test_words_that_a_search_finds_are_compared_too(site: Finished) -> None:
    index = site.folder / "en/search/index/index.json"
    [part] = index.parent.glob("t-*.json")
    part.write_text(part.read_text("utf-8").replace('"maduro"', '"madura"'), "utf-8")
    assert site.faults()[0].startswith("en/search/index/index.json: ")


def test_what_is_missing_cut_or_empty_is_named(site: Finished) -> None:
    (site.folder / STORY).unlink()
    page = site.folder / ARTICLE
    page.write_text(page.read_text("utf-8")[:300], "utf-8")
    (site.folder / "en/feed.xml").write_bytes(b"")
    (site.folder / "assets/digest/digest.css").unlink()
    faults = site.faults()
    assert f"{STORY}: is missing; build the site again" in faults
    assert any(fault.startswith(f"{ARTICLE}: ") for fault in faults)
    assert "en/feed.xml: cannot be read: it is empty" in faults
    assert "assets/digest/digest.css: is missing; build the site again" in faults


def test_pages_that_the_content_does_not_build_are_named(site: Finished) -> None:
    copy = (site.folder / STORY).read_text("utf-8")
    write(site.folder / "en/story/newsweek/made-up/index.html", "<p>“I am made up.”")
    write(site.folder / "en/person/ann/feed.xml", "<feed/>")
    write(site.folder / "elsewhere/index.html", re.sub(' data-[a-z0-9]+="[^"]*"', "", copy))
    write(site.folder / "other/index.html", "<p>The owner's.")
    write(site.folder / "en/index.htm", "<p>“I am made up.”")
    write(site.folder / "_redirects", "/en/* https://example.com/ 302")
    assert [fault.partition(":")[0] for fault in site.faults()] == [
        "_redirects",
        "elsewhere/index.html",
        "en/index.htm",
        "en/person/ann/feed.xml",
        "en/story/newsweek/made-up/index.html",
    ]


def test_a_source_that_stands_in_a_site_as_it_is_is_named_under_any_name(site: Finished) -> None:
    content = site.digest.settings.content_dir
    sources = {
        "docs/wtop.md": content / "articles" / "wtop.md",
        "wtop.txt": content / "articles" / "wtop.md",
        "en/people.yml": content / "people.yml",
    }
    for name, source in sources.items():
        (site.folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(source, site.folder / name)
    write(site.folder / "docs/other.md", "The owner's own.")
    assert site.faults() == [
        f"{name}: is content/{source.relative_to(content)} as it is, and sources are never published; delete it"
        for name, source in sorted(sources.items())
    ]


def test_an_owners_page_may_say_anything_but_what_it_marks_as_the_digest_s_is_verified(
    site: Finished,
) -> None:
    about = "en/about/index.html"
    site.change(about, "We are made up.", "<q>We are not.</q>")
    assert site.faults() == []
    [card] = re.findall(
        r"<figure[^>]*data-statement.*?</figure>", (site.folder / STORY).read_text("utf-8"), re.DOTALL
    )
    site.change(about, "<q>We are not.</q>", card)
    assert site.faults() == []
    site.change(about, "un tono", "un solo tono")
    assert len(site.faults()) == 1


def test_an_owners_page_may_be_called_otherwise_where_links_lead_to_it(site: Finished) -> None:
    site.change("en/about/index.html", "<title>About us", "<title>Who we are")
    for page in site.folder.rglob("*.html"):
        if "About us" in (text := page.read_text("utf-8")):
            page.write_text(text.replace(">About us</a>", ">Who we are</a>"), "utf-8")
    assert site.faults() == []
    site.change(STORY, ">Who we are</a>", ">“I am made up.”</a>")
    assert [fault.partition(":")[0] for fault in site.faults()] == [STORY]


def test_an_edition_that_is_gone_is_one_fault_and_an_empty_site_is_none_of_ours(site: Finished) -> None:
    shutil.rmtree(site.folder / "ar")
    assert [fault for fault in site.faults() if fault.startswith("ar")] == [
        "ar/: there is no page of this edition"
    ]
    shutil.rmtree(site.folder / "en")
    [fault] = site.faults()
    assert fault.endswith("site: there is no page of any edition; is this the finished site?")


def test_a_site_of_another_address_is_told_once(site: Finished) -> None:
    for page in site.folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("example.org/digest", "example.org/other"), "utf-8")
    [fault] = site.faults()
    assert (
        "its pages stand at https://example.org/other/en/; site_url is https://example.org/digest/" in fault
    )


def test_a_page_of_the_owner_s_that_menus_lead_to_is_missed_where_it_is_gone(site: Finished) -> None:
    (site.folder / "en/about/index.html").unlink()
    assert site.faults() == ["en/about/index.html: is missing, and menus lead to it; build the site again"]


def test_a_page_without_its_kind_of_document_is_told_and_a_mark_of_the_encoding_is_not(
    site: Finished,
) -> None:
    page = site.folder / STORY
    whole = page.read_bytes()
    page.write_bytes(b"\xef\xbb\xbf" + whole)
    assert site.faults() == []
    page.write_bytes(re.sub(rb"(?i)<!doctype html>", b"", whole))
    [fault] = site.faults()
    assert fault.startswith(f"{STORY}: does not begin with “<!doctype html>”")


def test_of_a_search_the_file_that_is_missing_is_named(site: Finished) -> None:
    [part] = (site.folder / "en/search/index").glob("words-*.json")
    part.unlink()
    [fault] = site.faults()
    assert fault.startswith("en/search/index/index.json: ")
    assert f"{part.name}, which it names, is missing" in fault
