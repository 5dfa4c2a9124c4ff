"""The sample digest in a real browser, under a sub-path: search, switch, feed, missing pages, quote cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest
from golden_cases import rows
from playwright.sync_api import Browser, Page, expect
from searching import SPOKEN, Visit, is_redirect, results, spoken_story
from system import needs

pytestmark = [pytest.mark.browser, needs("chromium")]

EDITIONS = ("en", "es", "fr", "ar", "pt")
SITE_URL = "https://example.org/digest/"

IN_ENGLISH = "respectful dialogue"
"""Of what Maduro said on 3 December 2025, as translated."""


@pytest.fixture(scope="module")
def story(sample: Path) -> str:
    return spoken_story(sample)


def test_a_query_in_english_finds_the_story_through_its_translation(visit: Visit, story: str) -> None:
    page = visit(f"en/search/?q={IN_ENGLISH}")
    assert f"en/{story}" in results(page)
    page.locator(f"#results a[href$='/en/{story}']").click()
    page.wait_for_url(f"**/digest/en/{story}")
    expect(page.locator("blockquote[lang=es]").filter(has_text=SPOKEN).first).to_be_visible()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_query_in_spanish_finds_the_story_through_the_words_spoken(
    visit: Visit, story: str, edition: str
) -> None:
    assert f"{edition}/{story}" in results(visit(f"{edition}/search/?q={SPOKEN}"))


def test_an_arabic_query_finds_the_story_in_the_arabic_edition(visit: Visit, story: str) -> None:
    assert f"ar/{story}" in results(visit("ar/search/?q=مادورو"))


def test_a_query_can_be_typed_and_a_result_opened_with_keys_alone(visit: Visit) -> None:
    page = visit("es/search/")
    page.locator("#query").focus()
    page.keyboard.type("bienvenida")
    page.keyboard.press("Enter")
    first = results(page)[0]
    assert "words=bienvenida" in page.url
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#results a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{first}")
    expect(page.locator("h1")).to_be_visible()


def test_the_search_field_of_any_page_leads_to_results_in_its_edition(visit: Visit, story: str) -> None:
    page = visit("fr/people/")
    page.locator("header input[name=words]").fill(SPOKEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/search/?words=*")
    assert f"fr/{story}" in results(page)


def test_a_search_without_a_hit_says_so(visit: Visit) -> None:
    page = visit("en/search/?q=qwrtzpsdfg")
    assert results(page) == []
    expect(page.locator("#status")).to_have_attribute("role", "status")


def test_nothing_of_the_index_is_fetched_before_somebody_searches(visit: Visit) -> None:
    page = visit("en/search/")
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert fetched
    assert not [name for name in fetched if "/search/index/" in name]


def test_markup_in_a_query_stays_text(visit: Visit) -> None:
    page = visit("en/search/?q=<img src=x onerror=alert(1)> Maduro")
    results(page)
    assert page.locator("main img, #results img, .page img").count() == 0


@pytest.mark.parametrize("kind", ["story", "article", "person", "topic", "people", "topics", "search"])
def test_the_language_switch_leads_to_the_same_page(visit: Visit, sample: Path, kind: str) -> None:
    index = min((sample / "en" / kind).rglob("index.html"), key=lambda path: (is_redirect(path), str(path)))
    rest = index.parent.relative_to(sample / "en").as_posix() + "/"
    page = visit(f"en/{rest}")
    for code in ("ar", "es", "fr", "en"):
        page.locator(f"nav.editions a[hreflang={code}]").click()
        page.wait_for_url(f"**/digest/{code}/{rest}")
        expect(page.locator("html")).to_have_attribute("lang", code)
        expect(page.locator("h1").first).to_be_visible()


def test_the_page_of_languages_leads_to_every_edition(visit: Visit) -> None:
    page = visit()
    for code in EDITIONS:
        page.locator(f".page a[hreflang={code}]").click()
        page.wait_for_url(f"**/digest/{code}/")
        page.go_back()


@pytest.mark.parametrize("path", ["nowhere/", "fr/story/nobody/nothing/", "ar/story/deeper/than/any.html"])
def test_a_missing_page_says_so_in_every_edition_and_leads_back(visit: Visit, served: str, path: str) -> None:
    page = visit(path, status=404)
    for code in EDITIONS:
        said = page.locator(f"section.missing[lang={code}]")
        expect(said.get_by_role("heading")).to_be_visible()
        assert said.locator("a").first.evaluate("link => link.href") == f"{served}{code}/"
    page.locator("section.missing[lang=ar] a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_a_missing_page_can_be_searched_from(visit: Visit) -> None:
    page = visit("es/no/hay/nada/", status=404)
    page.locator("header input[name=words]").fill(SPOKEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/digest/*/search/?words=*")
    assert results(page)


def test_the_address_of_any_member_arrives_at_the_story(visit: Visit, sample: Path, story: str) -> None:
    moved = sorted(path for path in (sample / "ar/story").rglob("index.html") if is_redirect(path))
    member = next(path for path in moved if f"digest/ar/{story}" in path.read_text(encoding="utf-8"))
    page = visit(member.parent.relative_to(sample).as_posix() + "/")
    page.wait_for_url(f"**/digest/ar/{story}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


@pytest.mark.parametrize("language", EDITIONS)
def test_the_feed_is_served_and_its_entries_open(visit: Visit, served: str, language: str) -> None:
    page = visit(f"{language}/")
    href = page.locator("link[type='application/atom+xml']").evaluate_all("links => links[0].href")
    assert href == f"{served}{language}/feed.xml"
    feed = feedparser.parse(page.request.get(href).body())
    assert not feed.bozo
    assert feed.feed.language == language
    assert feed.entries
    for entry in feed.entries:
        assert page.request.get(entry.link.replace(SITE_URL, served)).ok


def shown(page: Page) -> tuple[bool, bool]:
    """Tell whether the first and the second wording of the page's first pair are visible."""
    pair = page.locator("figure.card--pair").first
    first, second = pair.locator(".wording--first blockquote"), pair.locator(".wording--second blockquote")
    return first.is_visible(), second.is_visible()


@pytest.mark.parametrize("script", [False, True])
def test_a_reader_chooses_what_quote_cards_show_without_javascript_too(
    visit: Visit, story: str, *, script: bool
) -> None:
    page = visit(f"en/{story}", java_script_enabled=script)
    assert shown(page) == (True, True)
    page.locator("label[for=show-original]").click()
    assert shown(page) == (True, False)
    page.locator("label[for=show-translation]").click()
    assert shown(page) == (False, True)
    page.locator("label[for=show-both]").click()
    assert shown(page) == (True, True)


def test_without_javascript_the_search_page_leads_to_an_index_of_all_stories(visit: Visit) -> None:
    page = visit("en/search/", java_script_enabled=False)
    expect(page.locator("noscript, .notice").first).to_be_attached()
    page.get_by_role("link", name="Index of all stories").click()
    page.wait_for_url("**/digest/en/search/all/")
    for kind in ("archive", "topic", "person", "outlet"):
        expect(page.locator(f".roll a[href*='{kind}/']").first).to_be_visible()


def test_an_old_link_to_a_search_still_searches(visit: Visit, story: str) -> None:
    page = visit(f"es/search/?q={SPOKEN}")
    assert f"es/{story}" in results(page)
    assert "words=bienvenida" in page.url
    assert "?q=" not in page.url


def test_a_page_opened_from_a_folder_says_why_it_cannot_search(browser: Browser, sample: Path) -> None:
    page = browser.new_context().new_page()
    page.goto((sample / "en/search/index.html").as_uri() + "?words=call")
    expect(page.locator("#status")).to_contain_text("opened from a folder cannot search")
    page.get_by_role("link", name="Index of all stories").click()
    page.locator(".section__name a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.context.close()


def test_pages_read_from_a_folder_link_to_one_another(browser: Browser, sample: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((sample / "ar/search/index.html").as_uri())
    hrefs = page.locator(".page a").evaluate_all("links => links.map(link => link.href)")
    assert hrefs
    assert all(href.startswith(sample.as_uri()) for href in hrefs)
    context.close()


def test_a_script_that_gets_into_a_page_does_not_run_and_what_a_policy_forbids_is_an_error(
    browser: Any, served: str
) -> None:
    page = browser.new_context().new_page()
    logged: list[str] = []
    page.on("console", lambda said: logged.append(said.type))
    page.goto(f"{served}en/")
    forbidden = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
        })"""
    )
    assert forbidden == "script-src-elem"
    assert page.evaluate("window.ran") is None
    assert "error" in logged  # what makes the tests of `visit` fail
    # And what makes any test fail that opens a page.
    assert all("script-src" in said for said in browser.violations)
    assert browser.violations.pop()
    browser.violations.clear()
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["maduro", "xyzzyx"])
def test_nothing_moves_when_results_come(visit: Visit, query: str, width: int) -> None:
    page = visit(f"en/search/?q={query}", viewport={"width": width, "height": 800})
    expect(page.locator("#status")).not_to_be_empty()
    shifted = page.evaluate(
        """() => new Promise((done) => {
          const entries = (list) => list.getEntries().filter((entry) => !entry.hadRecentInput);
          let sum = 0;
          const observer = new PerformanceObserver((list) => {
            for (const entry of entries(list)) sum += entry.value;
          });
          observer.observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 500);
        })"""
    )
    assert shifted < 0.02


@pytest.mark.parametrize(("edition", "query", "words"), rows("search/queries.txt"))
def test_a_query_of_the_golden_cases_finds_a_page_with_its_words(
    visit: Visit, sample: Path, edition: str, query: str, words: str
) -> None:
    found = results(visit(f"{edition}/search/?q={query}"))[:5]
    assert any(words in (sample / path / "index.html").read_text(encoding="utf-8") for path in found)
