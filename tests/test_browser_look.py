"""The sample digest as it is seen: on phones and desks, in both directions, light and dark, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from system import needs

pytestmark = [pytest.mark.browser, needs("chromium")]

Visit = Callable[..., Page]

KINDS = (
    *("", "story", "article", "person", "topic", "people", "topics", "search", "about"),
    *("outlet", "archive", "archive/2025-12-03"),
)

PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 900}

ENLARGED = {"width": 320, "height": 256}
"""What a desk's screen holds of a page four times as large."""

WEAK_TEXT = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => channels(colour).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((channels(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const found = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility({ visibilityProperty: true })) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) found.add(`${element.className || element.tagName} ${ratio.toFixed(2)}`);
  }
  return [...found];
}"""

UNSUITED = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.closest("[lang]").lang.startsWith("ar"))
  .filter((element) => {
    const style = getComputedStyle(element);
    return style.fontStyle !== "normal" || !["normal", "0px"].includes(style.letterSpacing);
  })
  .map((element) => element.className || element.tagName)"""


def path_of(sample: Path, language: str, kind: str) -> str:
    """Return the path of the first page of a kind that is no redirect."""
    pages = (
        sorted((sample / language / kind).rglob("index.html")) if kind else [sample / language / "index.html"]
    )
    found = next(page for page in pages if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8"))
    return found.parent.relative_to(sample).as_posix() + "/"


@pytest.mark.parametrize("size", [ENLARGED, DESK], ids=["enlarged", "desk"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_the_screen(
    visit: Visit, sample: Path, kind: str, language: str, size: dict[str, int]
) -> None:
    page = visit(path_of(sample, language, kind), viewport=size)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_text_stands_out_from_its_ground(visit: Visit, sample: Path, kind: str, scheme: str) -> None:
    page = visit(path_of(sample, "fr", kind), color_scheme=scheme)
    assert page.evaluate(WEAK_TEXT) == []


@pytest.mark.parametrize("kind", KINDS)
def test_arabic_is_neither_slanted_nor_spaced_out(visit: Visit, sample: Path, kind: str) -> None:
    assert visit(path_of(sample, "ar", kind)).evaluate(UNSUITED) == []


SMALL = """() => [...document.querySelectorAll(
    "header :is(nav a, input, button), .pick label, summary, .search :is(input, button), .colophon a"
  )].filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 44)
  .map((one) => `${one.textContent.trim()} ${one.getBoundingClientRect().height}`)"""


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_on_a_phone_the_main_controls_are_high_enough_for_fingers(
    visit: Visit, sample: Path, kind: str, language: str
) -> None:
    assert visit(path_of(sample, language, kind), viewport=PHONE).evaluate(SMALL) == []


def test_on_a_phone_every_page_can_be_searched_from(visit: Visit) -> None:
    page = visit("fr/people/", viewport=PHONE)
    page.locator("#seek").fill("Petare")
    page.keyboard.press("Enter")
    page.wait_for_url("**/digest/fr/search/?words=Petare")


def test_a_statement_that_is_linked_to_tells_who_where_and_in_which_language(
    visit: Visit, sample: Path
) -> None:
    page = visit(path_of(sample, "en", "story"))
    again = page.locator("figure.card--again").first
    hidden = again.locator(".card__role").bounding_box()
    page.goto(f"{page.url.partition('#')[0]}#{again.get_attribute('id')}")
    shown = again.locator(".card__role").bounding_box()
    assert hidden is not None
    assert shown is not None
    assert hidden["height"] <= 1 < shown["height"]


def test_right_to_left_editions_mirror(visit: Visit) -> None:
    for language, first_is_left in (("en", True), ("ar", False)):
        page = visit(f"{language}/", viewport=DESK)
        first = page.locator("figure.card--pair .wording--first").first.bounding_box()
        second = page.locator("figure.card--pair .wording--second").first.bounding_box()
        assert first is not None
        assert second is not None
        assert (first["x"] < second["x"]) is first_is_left


def test_on_a_phone_each_passage_is_followed_by_its_own_credit(visit: Visit, sample: Path) -> None:
    page = visit(path_of(sample, "en", "story"), viewport=PHONE)
    pair = page.locator("figure.card--pair").first
    parts = (".wording--first", ".credit--first", ".wording--second", ".credit--second")
    tops = [pair.locator(part).bounding_box()["y"] for part in parts]  # type: ignore[index]
    assert tops == sorted(tops)


def ground(page: Page) -> int:
    """Return how light the page's ground is, from 0 to 765."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


@pytest.mark.parametrize("script", [False, True])
def test_the_scheme_follows_the_device_and_the_reader_without_javascript_too(
    visit: Visit, *, script: bool
) -> None:
    page = visit("en/", color_scheme="dark", java_script_enabled=script)
    page.wait_for_load_state()
    assert ground(page) < 200
    page.locator("label[for=scheme-light]").click()
    assert ground(page) > 700
    page.emulate_media(color_scheme="light")
    page.locator("label[for=scheme-dark]").click()
    assert ground(page) < 200


def test_choices_are_remembered_on_other_pages(visit: Visit, sample: Path, served: str) -> None:
    page = visit(path_of(sample, "en", "story"))
    page.locator("label[for=show-original]").click()
    page.locator("label[for=scheme-dark]").click()
    page.goto(f"{served}fr/")
    assert ground(page) < 200
    expect(page.locator("#show-original")).to_be_checked()
    pair = page.locator("figure.card--pair").first
    expect(pair.locator(".wording--first")).to_be_visible()
    expect(pair.locator(".wording--second")).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar", "pt"])
def test_on_a_phone_the_first_headline_stands_in_the_upper_half(visit: Visit, language: str) -> None:
    phone = {"width": 360, "height": 740}
    page = visit(f"{language}/", viewport=phone)
    headline = page.locator(".lead__headline")
    box = headline.bounding_box()
    assert box is not None
    assert box["y"] < phone["height"] / 2


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar", "pt"])
def test_on_a_phone_every_storys_first_quotation_begins_on_the_first_screen(
    visit: Visit, sample: Path, language: str
) -> None:
    phone = {"width": 360, "height": 740}
    stories = [path.parent for path in (sample / language / "story").rglob("index.html")]
    page = visit(f"{language}/", viewport=phone)
    seen = 0
    for story in stories:
        page.goto(f"{page.url.partition(f'/{language}/')[0]}/{story.relative_to(sample).as_posix()}/")
        quotation = page.locator("main blockquote")
        if quotation.count():
            box = quotation.first.bounding_box()
            assert box is not None
            assert box["y"] < phone["height"] - 40, story
            seen += 1
    assert seen > 2


def test_links_in_small_print_are_as_high_as_targets_have_to_be(visit: Visit, sample: Path) -> None:
    page = visit(path_of(sample, "en", "story"), viewport=PHONE)
    links = page.locator(":is(.card__facts, .credit, .report__outlet, .coverage__outlet, .kicker) a")
    heights = links.evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24


def test_who_reads_a_language_sees_its_words_untranslated_on_every_page_and_nothing_is_asked_for(
    visit: Visit,
) -> None:
    page = visit("fr/")
    quotation = page.locator(".teaser blockquote p[data-of]").first
    code, original = quotation.get_attribute("data-of"), quotation.get_attribute("data-original")
    translation = quotation.inner_text()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(f"label[for=reads-{code}]").click()
    expect(quotation).to_have_text(str(original))
    expect(quotation).to_have_attribute("lang", str(code))
    page.locator(f"label[for=reads-{code}]").click()
    expect(quotation).to_have_text(translation)
    page.locator(f"label[for=reads-{code}]").click()
    assert asked == []
    page.locator(".teaser:has(blockquote p[data-of]) h3 a").first.click()
    page.wait_for_url("**/fr/story/**")
    card = page.locator(f"figure.card--read:has(.wording--first [lang={code}])").first
    expect(card.locator(".wording--first")).to_be_visible()
    expect(card.locator(".wording--second")).to_be_hidden()


def test_a_browser_that_forbids_storage_shows_the_page_and_takes_choices(visit: Visit, sample: Path) -> None:
    page = visit("en/")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page.reload()
    page.locator("label[for=show-original]").click()
    expect(page.locator("figure.card--pair .wording--second").first).to_be_hidden()


def test_keys_alone_skip_to_the_content(visit: Visit) -> None:
    page = visit("es/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    expect(page.locator("a.skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_one_main_heading_and_no_level_is_left_out(visit: Visit, sample: Path, kind: str) -> None:
    page = visit(path_of(sample, "en", kind))
    levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "all => all.map(one => Number(one.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False))


def test_an_owners_page_stands_in_the_same_frame_without_the_themes_script(visit: Visit) -> None:
    page = visit("ar/about/")
    expect(page.locator("body")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator(".masthead")).to_be_visible()
    assert page.locator("script[src]").evaluate_all("all => all.map(one => one.src.split('/').pop())") == [
        "digest.js"
    ]
    page.locator("nav.editions a[hreflang=fr]").click()
    page.wait_for_url("**/digest/fr/about/")


def test_paper_shows_quotations_and_sources_and_nothing_to_click(visit: Visit, sample: Path) -> None:
    page = visit(path_of(sample, "en", "story"))
    page.emulate_media(media="print")
    expect(page.locator("figure.card blockquote").first).to_be_visible()
    for gone in (".masthead__bar", ".masthead__nav", ".pick--show", ".pick--scheme"):
        expect(page.locator(gone).first).to_be_hidden()
    after = "getComputedStyle(document.querySelector('.report__outlet a'), '::after').content"
    assert "https://" in page.evaluate(after)


def test_a_statement_can_be_linked_to(visit: Visit, sample: Path) -> None:
    page = visit(path_of(sample, "en", "person"))
    page.locator(".card__facts a").first.click()
    page.wait_for_url("**/story/**#u-*")
    expect(page.locator("figure.card:target")).to_be_in_viewport()
