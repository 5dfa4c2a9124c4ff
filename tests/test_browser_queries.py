"""What readers type in Japanese, Chinese, Thai, Arabic, Hebrew, Turkish and Greek, in one edition."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from golden_cases import rows
from loopback import serving
from playwright.sync_api import Browser, Page
from sites import a_site, built
from system import needs

from digest.publish.search import terms

pytestmark = [pytest.mark.browser, needs("chromium")]

MKDOCS_YML = """
site_name: The Digest
site_url: https://example.org/
docs_dir: content/pages
theme: {name: material}
plugins:
  - digest: {languages: [en], translate: never}
"""

ARTICLES = rows("search/articles.txt")
TYPED = rows("search/typed.txt")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """Return the search page of an English edition of texts in seven languages."""
    # Months apart: of one day they would be one story, as they tell the same.
    articles = {
        f"articles/a{number}.md": f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\noutlet: {code}\n"
        f"language: {code}\npublished: {2025 + number // 12}-{number % 12 + 1:02}-05\n---\n{text}\n"
        for number, (code, title, text) in enumerate(ARTICLES)
    }
    codes = {code for code, *_ in ARTICLES}
    outlets = "".join(f"{code}: {{name: Paper {code}, excerpt_words: 400}}\n" for code in sorted(codes))
    folder = a_site(
        tmp_path_factory.mktemp("queries"),
        {**articles, "outlets.yml": OUTLETS + outlets, "people.yml": "han: {name: 韩雪梅}\n"},
        mkdocs_yml=MKDOCS_YML,
    )
    with serving(built(folder)) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}/en/search/")
        yield page
        context.close()


OUTLETS = "newsweek: {name: Newsweek}\nwtop: {name: WTOP}\n"

ASK = """async (query) => {
  const field = document.getElementById("query");
  const status = document.getElementById("status");
  status.textContent = "";
  field.value = query;
  document.getElementById("search").requestSubmit();
  while (!status.textContent) await new Promise((again) => setTimeout(again, 5));
  return [...document.querySelectorAll("li.hit")].map((hit) => [
    new URL(hit.querySelector("a").href).pathname.split("/")[3],
    hit.querySelector("p").lang,
    [...hit.querySelectorAll("mark")].map((mark) => mark.textContent),
  ]);
}"""


@pytest.mark.parametrize(("language", "query", "told"), TYPED)
def test_what_readers_type_finds_its_text_and_marks_where_it_stands(
    page: Page, language: str, query: str, told: str
) -> None:
    hits = page.evaluate(ASK, query)
    if told == "nothing":
        assert hits == []
    else:
        assert any(lang == code == language and marks for code, lang, marks in hits), hits


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("โรงเรียน", ["โรงเรียน"]),
        ("น้ำท่วม", ["น้ำท่วม"]),
        ("รัฐบาล", ["รัฐบาล"]),
        ("取り残さない", ["取り残さない"]),
    ],
)
def test_in_a_run_nothing_but_what_was_typed_is_marked(page: Page, query: str, marks: list[str]) -> None:
    assert {mark for hit in page.evaluate(ASK, query) for mark in hit[2]} == set(marks)


SPELLINGS = [
    *(text for _, *both in ARTICLES for text in both),
    "l’homme d'État, Oslo–Bergen; soon…perhaps—no",
    "ＮＨＫ ２０２６年 ﾊﾞｽ ½ ② x² ﬁn Ǆ",
    "İSTANBUL ıssız Straße ŁÓDŹ Đoković Þór Ελλάδος",
    "क़ानून हिन्दी বাংলা தமிழ் ქართული հայերեն",
    "والحكومةُ لِلحُكُومَة ؤ ئ ة ۀ می‌شود ی ک ۱۲۳",
    "שָׁלוֹם וּבַבַּיִת",
    "대한민국 정부는 2026년",
    "ｱｲｳ ・ カルロス・モレノ 々 〇 ー",
    "a_b c-d e.f g@h 👍🏽 \u200f\u200e\u00ad",
]


def test_the_browser_makes_the_same_terms_of_a_text_as_the_index(page: Page) -> None:
    page.evaluate(ASK, "捷運")  # the index tells which characters stand for others
    made = page.evaluate("(texts) => texts.map((text) => [...digestTerms.terms(text)])", SPELLINGS)
    assert made == [[term for term, _ in terms(text)] for text in SPELLINGS]
    other = page.evaluate(
        "(texts) => texts.map((text) => [...digestTerms.terms(text)].map(digestTerms.variants))", SPELLINGS
    )
    assert other == [[list(more) for _, more in terms(text)] for text in SPELLINGS]


@pytest.mark.parametrize(("slip", "meant"), [("韩雪海", "韩雪梅"), ("Ρίγα", "Ρήγα")])
def test_a_slip_in_a_name_of_any_script_is_named(page: Page, slip: str, meant: str) -> None:
    page.evaluate(ASK, slip)
    assert meant in page.locator("#status").inner_text()
