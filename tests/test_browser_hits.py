"""Hits of the sample's search: one a story, what is shown of it, and what readers choose by."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from searching import SPOKEN, Visit, results, spoken_story
from system import needs

pytestmark = [pytest.mark.browser, needs("chromium")]


@pytest.fixture(scope="module")
def story(sample: Path) -> str:
    return spoken_story(sample)


def test_a_story_is_one_hit_with_day_speaker_outlet_and_an_excerpt_in_one_language(
    visit: Visit, story: str
) -> None:
    page = visit("en/search/?words=Maduro")
    hits = [path for path in results(page) if "/story/" in path]
    assert len(hits) == len(set(hits))
    hit = page.locator(f"li.hit:has(a[href$='{story}'])")
    expect(hit.locator("time")).to_have_attribute("datetime", re.compile(r"^\d{4}-\d\d-\d\d$"))
    assert hit.locator("bdi").count() >= 1
    assert hit.locator("p").get_attribute("lang")
    visit_spoken = visit(f"en/search/?words={SPOKEN}")
    results(visit_spoken)
    shown = visit_spoken.locator(f"li.hit:has(a[href$='{story}'])")
    expect(shown.locator("p")).to_have_attribute("lang", "es")
    expect(shown.locator("mark").get_by_text("bienvenida", exact=True).first).to_be_visible()
    expect(shown.locator(".sources")).to_contain_text("Maduro")


def test_a_word_that_nobody_wrote_finds_nothing_and_a_slip_is_named(visit: Visit, story: str) -> None:
    assert results(visit("en/search/?words=xyzzy")) == []
    page = visit("en/search/?words=Madruo")
    assert results(page) == []
    page.get_by_role("button", name="Maduro").click()
    expect(page.locator(f"#results a[href$='{story}']")).to_be_visible()


def test_hits_are_chosen_by_language_person_outlet_topic_and_year_and_put_in_order(visit: Visit) -> None:
    page = visit("en/search/?words=Maduro")
    everything = results(page)
    for by in ("languages", "people", "outlets", "topics", "year"):
        select = page.locator(f"select[data-by={by}]")
        if select.is_disabled():
            continue
        select.select_option(index=1)
        expect(page.locator("#status")).not_to_be_empty()
        assert set(results(page)) <= set(everything)
        assert f"{by}=" in page.url
        select.select_option(index=0)
    page.locator("select[name=sort]").select_option("date")
    expect(page.locator("li.hit").first).to_be_visible()
    days = page.locator("li.hit time").evaluate_all("all => all.map(time => time.dateTime)")
    assert days == sorted(days, reverse=True)


def test_a_first_search_fetches_less_than_300_kilobytes(visit: Visit) -> None:
    page = visit("en/search/?words=Maduro call")
    results(page)
    sizes = page.evaluate(
        """performance.getEntriesByType('resource').map(entry => entry.decodedBodySize)
        .concat(performance.getEntriesByType('navigation').map(entry => entry.decodedBodySize))"""
    )
    assert 0 < sum(sizes) < 300_000


def test_a_statement_can_be_linked_to_and_cited(visit: Visit, story: str) -> None:
    page = visit(f"en/{story}", permissions=["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    card = page.locator(f"figure.card:has-text('{SPOKEN}')").first
    card.locator(".share").click()
    expect(card.locator(".share")).to_have_attribute("aria-expanded", "true")
    copied = {}
    for way in card.locator(".share__ways button").all():
        name = way.inner_text()
        way.click()
        expect(way).to_contain_text("Copied")
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    anchor = card.get_attribute("id")
    assert [name for name in asked if name != "icon.svg"] == ["share.js"]
    assert copied["Copy link"].endswith(f"/en/{story}#{anchor}")
    plain = copied["Cite: Plain text"]
    assert plain.startswith("Nicolás Maduro")
    assert SPOKEN in plain
    assert "[" in plain
    [item] = json.loads(copied["Cite: CSL-JSON"])
    assert (item["author"], item["language"]) == ([{"literal": "Nicolás Maduro"}], "es")
    assert item["URL"] == copied["Copy link"]
    assert copied["Cite: BibTeX"].startswith(f"@online{{{anchor},")
    assert copied["Cite: BibTeX"].count("{") == copied["Cite: BibTeX"].count("}")


def test_a_citation_tells_who_translated_in_one_line_without_marks_of_proof(visit: Visit, story: str) -> None:
    page = visit(f"fr/{story}", permissions=["clipboard-read", "clipboard-write"])
    for card in page.locator("figure.card--pair").all():
        card.locator(".share").click()
        card.locator(".share__ways button").nth(1).click()
        expect(card.locator(".share__ways button").nth(1)).to_contain_text("Copi")
        plain = page.evaluate("navigator.clipboard.readText()")
        assert "\n" not in plain
        assert not set(plain) & set("✓†")
