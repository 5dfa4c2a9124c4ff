"""How a digest reads as it ages: `python -m benchmarks.reading [--stories 3 60 300 3000]`.

A made-up digest of so many stories (`readable`) is built, and every kind of page opened in Chromium on a
phone 360 px wide; of each kind those with the most bytes, as no other can be the longest by far. It prints
a JSON line a figure:

- `reading.front_px`: height of the front page; `reading.longest_px`: of the longest page, and which one.
- `reading.headline_px`, `reading.quotation_px`: where the front page's first headline and a story's first
  quotation begin, on a screen 740 px high.
- `reading.labels`: words that say who said, worded, printed or translated others, and when, of all words on
  the front page of the edition in which they are most.
- `reading.first_visit_kb`: of all editions' stories the page with the most bytes, with all it loads,
  compressed as hosts do (gzip).
- `reading.axe`, with `--axe AXE.min.js` (npm's axe-core): what it finds on the page of each kind with the
  most bytes, details opened, in every edition, light and dark, at both widths; each finding with its page.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.corpus import Maker, configuration
from benchmarks.site import built

TOPICS = (
    "politics",
    "economy",
    "health",
    "climate",
    "justice",
    "energy",
    "trade",
    "culture",
    "science",
    "sport",
)
OUTLETS = 12
A_WEEK = 35
"""Stories a week: a year and a half holds 3,000 of them."""
_SAID = {"en": "“{}”, {} said.", "es": "«{}», dijo {}.", "fr": "« {} », a déclaré {}.", "ar": "«{}»، قال {}."}
_START = date(2030, 1, 1)
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
OPENED = 3
"""Pages of each kind, those with the most bytes."""

LABELS = """() => {
  const labels = ".credit, .sources, .byline__note, .wording__label, .card__who, .notice, .colophon__stance";
  const words = (text) => text.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
  const found = [...document.querySelectorAll(labels)].filter((one) => !one.parentElement.closest(labels));
  return [found.reduce((sum, one) => sum + words(one.innerText), 0), words(document.body.innerText)];
}"""


def readable(folder: Path, stories: int, seed: int = 1) -> Path:
    """Write a digest in which every story is one report with a quotation, and return its configuration.

    One person said every second thing; topics, outlets and days are shared out evenly.
    """
    maker = Maker(seed)
    content = folder / "content"
    names = [maker.name(number) for number in range(8)]
    for number in range(stories):
        code = ("en", "en", "en", "es", "fr", "ar")[number % 6]
        day = _START + timedelta(days=number * 7 // A_WEEK)
        said = maker.text([*maker.ranks(maker.chosen.randint(9, 22)), maker.coined()], code)
        title = maker.text([*maker.ranks(7), maker.coined()], code)
        around = maker.text([*maker.ranks(24), maker.coined(), maker.coined()], code)
        name = names[0 if number % 2 else 1 + number % 7]
        outlet = f"outlet-{number % OUTLETS}"
        head = f"title: {json.dumps(title, ensure_ascii=False)}\noutlet: {outlet}\nlanguage: {code}\n"
        head += f"url: https://{outlet}.example/{number}\npublished: {day}\n"
        head += f"topics: [{TOPICS[number % len(TOPICS)]}]\nstory: s{number}\n"
        text = f"---\n{head}---\n\n{around}.\n\n{_SAID[code].format(said, name)}\n"
        _write(content / "articles" / f"a{number}.md", text)
    countries = ("US", "ES", "FR", "EG", "MX", "GB")
    _write(
        content / "outlets.yml",
        "".join(
            f"outlet-{at}:\n  name: Outlet {at}\n  country: {countries[at % 6]}\n" for at in range(OUTLETS)
        ),
    )
    _write(
        content / "topics.yml", "".join(f"{topic}:\n  labels:\n    en: {topic.title()}\n" for topic in TOPICS)
    )
    _write(
        content / "people.yml", "".join(f"person-{at}:\n  name: {name}\n" for at, name in enumerate(names))
    )
    return configuration(folder)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder under `/digest/` and give its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Print nothing."""

        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/digest"))

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/digest/"
    finally:
        server.shutdown()
        server.server_close()


def kinds(site: Path, language: str) -> dict[str, list[str]]:
    """Return the addresses of an edition's pages by kind, those with the most bytes first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path in (site / language).rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            kind = text.partition('class="page page--')[2].partition('"')[0]
            found[kind].append((len(text), path.parent.relative_to(site).as_posix() + "/"))
    return {kind: [path for _, path in sorted(pages, reverse=True)] for kind, pages in found.items()}


def opened(browser: Browser, address: str, size: dict[str, int], scheme: str = "light") -> Page:
    """Open a page in a window of a size."""
    page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)
    return page


def measured(site: Path, number: int, browser: Browser, base: str) -> Iterator[dict[str, Any]]:
    """Yield the figures of a site: heights of its English edition, shares and weights of the worst."""
    of = {"stories": number}
    heights: dict[str, int] = {}
    pages = kinds(site, "en")
    for paths in pages.values():
        for path in paths[:OPENED]:
            page = opened(browser, base + path, PHONE)
            heights[path] = page.evaluate("document.documentElement.scrollHeight")
            page.close()
    longest = max(heights, key=lambda path: heights[path])
    yield {"measure": "reading.front_px", "value": heights["en/"], "unit": "px"} | of
    yield {"measure": "reading.longest_px", "value": heights[longest], "unit": "px", "page": longest} | of
    front = opened(browser, base + "en/", PHONE)
    top = front.locator(".lead__headline").bounding_box()
    front.close()
    labels, words = max(
        (labelled(browser, base, code) for code in languages(site)), key=lambda two: two[0] / two[1]
    )
    story = pages["story"][0]
    page = opened(browser, base + story, PHONE)
    quotation = page.locator("main blockquote").first.bounding_box()
    page.close()
    yield {"measure": "reading.headline_px", "value": round(top["y"]) if top else None, "unit": "px"} | of
    yield {
        "measure": "reading.quotation_px",
        "value": round(quotation["y"]) if quotation else None,
        "unit": "px",
    } | of
    share = round(labels / words, 3)
    yield {"measure": "reading.labels", "value": share, "unit": "of words", "words": words} | of
    loaded = (site / "assets/digest" / name for name in ("digest.css", "digest.js", "icon.svg"))
    stories = (site / kinds(site, code)["story"][0] / "index.html" for code in languages(site))
    size = max(map(zipped, stories)) + sum(map(zipped, loaded))
    yield {"measure": "reading.first_visit_kb", "value": round(size / 1024, 1), "unit": "KB"} | of


def languages(site: Path) -> list[str]:
    """Return the languages of a site's editions."""
    return sorted(path.parent.name for path in site.glob("*/index.html") if (path.parent / "story").is_dir())


def zipped(path: Path) -> int:
    """Return how many bytes of a file a host sends."""
    return len(gzip.compress(path.read_bytes()))


def labelled(browser: Browser, base: str, language: str) -> tuple[int, int]:
    """Return how many words of a front page are labels, and how many words it has."""
    page = opened(browser, f"{base}{language}/", PHONE)
    labels, words = page.evaluate(LABELS)
    page.close()
    return labels, words


def accessible(
    site: Path, browser: Browser, base: str, axe: str, of: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield what axe-core finds, and the number of pages it was run on."""
    ran = found = 0
    places = ["", *(paths[0] for language in languages(site) for paths in kinds(site, language).values())]
    for path, size, scheme in product(places, (PHONE, DESK), ("light", "dark")):
        page = opened(browser, base + path, size, scheme)
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        # Not as an element: the page's policy forbids that.
        page.evaluate(axe)
        for rule in page.evaluate("axe.run().then((result) => result.violations.map((one) => one.id))"):
            yield {"measure": "reading.axe_finding", "value": rule, "page": path, "width": size["width"]} | of
            found += 1
        ran += 1
        page.close()
    yield {"measure": "reading.axe", "value": found, "unit": "findings", "runs": ran} | of


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--stories", type=int, nargs="+", default=[3, 60, 300, 3000])
    parser.add_argument("--axe", type=Path, help="the file axe.min.js of axe-core")
    parser.add_argument("--site", type=Path, help="a finished site of one such number, instead of building")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        for stories in options.stories:
            with tempfile.TemporaryDirectory(prefix="reading-") as made:
                site = options.site
                if site is None:
                    built(readable(Path(made), stories))
                    site = Path(made) / "site"
                with served(site) as base:
                    rows = [measured(site, stories, browser, base)]
                    if options.axe:
                        axe = options.axe.read_text(encoding="utf-8")
                        rows.append(accessible(site, browser, base, axe, {"stories": stories}))
                    for row in chain.from_iterable(rows):
                        print(json.dumps(row, ensure_ascii=False), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
