"""How pages use the room of a desk, and what they load for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from system import needs

pytestmark = [pytest.mark.browser, needs("chromium")]

Visit = Callable[..., Page]

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.mark.parametrize(("stories", "whole"), [(3, False), (4, True), (5, False), (7, True)])
def test_a_story_left_over_in_a_row_of_three_takes_the_row(
    visit: Visit, stories: int, *, whole: bool
) -> None:
    page = visit("en/", viewport=DESK)
    found = page.evaluate(
        """(stories) => {
          const columns = document.querySelector(".columns");
          columns.parentElement.className = "section section--3";
          const one = columns.querySelector(".teaser");
          columns.replaceChildren(...Array.from({ length: stories }, () => one.cloneNode(true)));
          const last = columns.lastElementChild.getBoundingClientRect().width;
          return last / columns.getBoundingClientRect().width;
        }""",
        stories,
    )
    assert (found > 0.9) is whole


def test_an_untranslated_paragraph_is_aligned_as_its_script_is(visit: Visit) -> None:
    page = visit("ar/", viewport=DESK)
    text = page.locator(".lead__text")
    text.evaluate("(one) => { one.innerHTML = '<span lang=en dir=ltr>Untranslated.</span>'; }")
    expect(text).to_have_css("direction", "ltr")
    text.evaluate("(one) => { one.textContent = 'مترجم'; }")
    expect(text).to_have_css("direction", "rtl")


STYLES = "[...document.styleSheets].map((sheet) => sheet.href.split('/').pop())"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("", ["lists.css"]),
        ("people/", ["lists.css"]),
        ("about/", ["few.css"]),
        ("search/", ["lists.css", "few.css"]),
    ],
)
def test_a_page_loads_the_style_sheets_of_its_kind_alone(visit: Visit, kind: str, more: list[str]) -> None:
    loaded = visit(f"en/{kind}").evaluate(STYLES)
    assert [name for name in loaded if not name.startswith("main.")] == ["digest.css", *more]  # the theme's


def test_a_story_loads_what_every_story_needs(visit: Visit) -> None:
    page = visit("en/")
    page.locator(".lead__headline a").click()
    page.wait_for_url("**/story/**")
    assert page.evaluate(STYLES) == ["digest.css"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_phone_what_shares_a_statement_takes_no_line_of_its_own(visit: Visit, language: str) -> None:
    page = visit(f"{language}/", viewport=PHONE)
    page.locator(".lead__headline a").click()
    who = page.locator(".card__who").first
    speaker, share = (who.locator(part).bounding_box() for part in (".card__speaker", ".share"))
    assert speaker is not None
    assert share is not None
    assert speaker["y"] - 4 <= share["y"] < speaker["y"] + speaker["height"]
    name = who.locator(".speaker").bounding_box()
    assert name is not None
    assert share["x"] >= name["x"] + name["width"] or share["x"] + share["width"] <= name["x"]


def test_a_lead_that_nothing_stands_beside_has_its_speaker_beside_the_words(visit: Visit) -> None:
    page = visit("en/", viewport=DESK)
    page.locator(".lead").evaluate("(lead) => lead.classList.add('lead--brief')")
    who = page.locator(".lead .card__who").bounding_box()
    words = page.locator(".lead .wording--first").bounding_box()
    assert who is not None
    assert words is not None
    assert abs(who["y"] - words["y"]) < 4
    assert who["x"] + who["width"] <= words["x"]


@pytest.mark.parametrize("language", ["en", "ar", "pt"])
def test_on_a_phone_the_first_hit_of_a_search_is_on_the_first_screen(visit: Visit, language: str) -> None:
    page = visit(f"{language}/search/?words=Asfura", viewport=PHONE)
    hit = page.locator("li.hit").first
    expect(hit).to_be_visible()
    box = hit.bounding_box()
    assert box is not None
    assert box["y"] < PHONE["height"] - 140


@pytest.mark.parametrize("kind", ["", "topics/", "search/all/"])
def test_a_word_longer_than_a_phones_screen_widens_no_page(visit: Visit, kind: str) -> None:
    page = visit(f"en/{kind}", viewport=PHONE)
    page.locator("main").evaluate(
        """(main) => {
          for (const link of main.querySelectorAll("a")) link.textContent = "Schifffahrtsgesellschaft".repeat(3);
        }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(("language", "lang", "way"), [("ar", "en", "ltr"), ("en", "ar", "rtl")])
def test_what_runs_the_other_way_stands_on_its_pages_side_with_lines_from_its_own(
    visit: Visit, language: str, lang: str, way: str
) -> None:
    page = visit(f"{language}/", viewport=DESK)
    headline = page.locator(".teaser__headline").first
    headline.evaluate(
        "(one, [lang, way]) => { one.innerHTML = `<span lang=${lang} dir=${way}>Fog</span>`; }", [lang, way]
    )
    expect(headline).to_have_css("direction", way)
    box, around = headline.bounding_box(), page.locator(".teaser").first.bounding_box()
    assert box is not None
    assert around is not None
    assert box["width"] < around["width"] / 2
    ends = [round(one["x"] + (one["width"] if language == "ar" else 0)) for one in (box, around)]
    assert ends[0] == ends[1]


def test_a_notice_that_two_cards_in_a_row_share_is_seen_once_unless_the_second_is_led_to(
    visit: Visit,
) -> None:
    page = visit("en/")
    page.locator(".lead__headline a").click()
    page.wait_for_url("**/story/**")
    page.evaluate(
        """() => {
          const [first, second] = document.querySelectorAll("figure.card");
          second.classList.add("card--again");
          first.after(second);
          for (const card of [first, second]) {
            card.querySelector("figcaption").insertAdjacentHTML("beforeend", "<p class='notice notice--missing'>No</p>");
          }
        }"""
    )
    heights = page.locator(".notice--missing").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert heights[1] <= 1 < heights[0]
