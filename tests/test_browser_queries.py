"""What readers type in Japanese, Chinese, Thai, Arabic, Hebrew, Turkish and Greek, in one edition."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
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

TEXTS = {
    "ja": (
        "新しい防波堤の工事が始まる",
        "市長の高田花子は月曜日に「わたしたちは漁師と一緒に防波堤を造ります」と述べた。バスターミナルは来年までに移転し、費用は約三十億円と見込まれている。",
    ),
    "zh": (
        "新码头工程开工",
        "市长林志远星期一说：“我们将和渔民一起修建防波堤。”公交总站明年搬迁，卡洛斯·莫雷诺负责设计，预计费用三十亿元。",
    ),
    "th": (
        "เริ่มก่อสร้างเขื่อนกันคลื่นแห่งใหม่",
        "นายกเทศมนตรีสมชายกล่าวเมื่อวันจันทร์ว่าชาวประมงจะได้รับประโยชน์จากท่าเรือ และสถานีขนส่งจะย้ายในปีหน้า",
    ),
    "ar": (
        "بدء بناء كاسر الأمواج الجديد",
        "قالت رئيسة البلدية ليلى حداد يوم الاثنين: «سنبني الميناء مع الصيادين». وستنتقل محطة الحافلات العام المقبل، والتكلفة نحو ٣٠ مليونا.",
    ),
    "he": (
        "החלה בניית שובר הגלים החדש",
        "ראש העיר נועה ברק אמרה ביום שני: „נבנה את הנמל יחד עם הדייגים”. תחנת האוטובוסים תעבור בשנה הבאה, והעלות מוערכת בשלושים מיליון.",
    ),
    "tr": (
        "Yeni dalgakıranın yapımı başladı",
        "Belediye başkanı Işıl Güneş pazartesi günü “Limanı balıkçılarla birlikte yapacağız” dedi. Otobüs terminali gelecek yıl İskele’ye taşınacak.",
    ),
    "el": (
        "Άρχισε η κατασκευή του νέου κυματοθραύστη",
        "Η δήμαρχος Άννα Ρήγα είπε τη Δευτέρα: «Θα χτίσουμε το λιμάνι μαζί με τους ψαράδες». Ο σταθμός λεωφορείων μεταφέρεται του χρόνου.",
    ),
}
"""A headline and a text by language; people, places and works are invented."""

QUERIES = {
    "ja": [
        "防波堤",
        "漁師",
        "高田",
        "花子",
        "造ります",
        "バスターミナル",
        "ターミナル",
        "三十億円",
        "防波堤 市長",
    ],
    "zh": ["防波堤", "渔民", "林志远", "志远", "莫雷诺", "公交总站", "码头", "渔民码头"],
    "th": ["เขื่อน", "ชาวประมง", "สมชาย", "ท่าเรือ", "ขนส่ง"],
    "ar": ["الميناء", "ميناء", "الصيادين", "صيادين", "تكلفة", "الأمواج", "امواج", "30", "حدّاد"],
    "he": ["הנמל", "נמל", "דייגים", "עלות", "אוטובוסים", "נועה ברק"],
    "tr": ["liman", "ışıl", "Isil", "gunes", "balıkçı", "iskele", "dalgakıran"],
    "el": ["λιμάνι", "λιμανι", "ΛΙΜΑΝΙ", "ψαραδες", "κυματοθραύστης"],
}
"""Written before the search was tried on them; each finds its own text."""

NOTHING = ["堤波", "漁民", "ירח", "قمر", "φεγγάρι", "mehtap", "พระจันทร์", "“liman birlikte”", "xyzzy"]


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """Return the search page of an English edition of texts in seven languages."""
    # Months apart: of one day they would be one story, as they tell the same.
    articles = {
        f"articles/{code}.md": f"---\ntitle: {title}\noutlet: {code}\nlanguage: {code}\n"
        f"published: 2026-0{month}-05\n---\n{text}\n"
        for month, (code, (title, text)) in enumerate(TEXTS.items(), start=1)
    }
    outlets = "".join(f"{code}: {{name: Paper {code}, excerpt_words: 400}}\n" for code in TEXTS)
    folder = a_site(
        tmp_path_factory.mktemp("queries"),
        {**articles, "outlets.yml": OUTLETS + outlets},
        mkdocs_yml=MKDOCS_YML,
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(built(folder))))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/en/search/")
    yield page
    context.close()
    server.shutdown()
    server.server_close()


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


@pytest.mark.parametrize(
    ("language", "query"), [(code, one) for code, all_ in QUERIES.items() for one in all_]
)
def test_a_query_finds_its_text_and_marks_where_it_stands(page: Page, language: str, query: str) -> None:
    hits = page.evaluate(ASK, query)
    marked = {tuple(hit[:2]): hit[2] for hit in hits}
    assert marked[language, language]


@pytest.mark.parametrize("query", NOTHING)
def test_words_that_nothing_holds_find_nothing(page: Page, query: str) -> None:
    assert page.evaluate(ASK, query) == []


SPELLINGS = [
    *(text for both in TEXTS.values() for text in both),
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
    made = page.evaluate("(texts) => texts.map((text) => [...digestTerms.terms(text)])", SPELLINGS)
    assert made == [[term for term, _ in terms(text)] for text in SPELLINGS]
    other = page.evaluate(
        "(texts) => texts.map((text) => [...digestTerms.terms(text)].map(digestTerms.variants))", SPELLINGS
    )
    assert other == [[list(more) for _, more in terms(text)] for text in SPELLINGS]
