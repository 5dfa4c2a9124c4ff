"""How fast saved pages become articles: `python -m benchmarks.pages [--pages N] [--memory N]`.

The same pages, made here, are read by trafilatura's own command line and by the project, each in processes of
its own, start included. `articles_per_core_second` counts the processor's time, whichever cores it was spent
on. With `--memory`, one process reads so many pages, and how much its memory has grown since a tenth of them
were read is told.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.model import Article, ArticleId, Outlet, OutletId
from digest.quote import find_quotes
from digest.read.page import read_page
from digest.read.report import Report
from digest.read.text import kept_text, page_from_bytes

_SPEECH = {
    "en": "“We shall build the harbour together and leave nobody behind,” Mayor Anna Berg said on Monday.",
    "es": "«Construiremos el puerto juntos y no dejaremos a nadie atrás», dijo la alcaldesa Ana Pérez el lunes.",
    "fr": "« Nous bâtirons ce port ensemble et ne laisserons personne », a déclaré la maire Anne Petit lundi.",
    "de": "„Wir bauen den Hafen zusammen und lassen niemanden zurück“, sagte Bürgermeisterin Anna Berg am Montag.",
    "ru": "«Мы построим порт вместе и никого не оставим», — сказала мэр Анна Петрова в понедельник.",
    "zh": "市长王明说：“我们将一起建设港口，不会让任何人掉队。”他周一在首都这样表示。",
}
_PROSE = {
    "en": "The committee met to discuss plan number {0}, and its members agreed to publish a report by May {1}.",
    "es": "El comité se reunió para debatir el plan número {0}, y sus miembros publicarán un informe el {1} de mayo.",
    "fr": "Le comité s’est réuni pour discuter du plan numéro {0}, et un rapport sera publié le {1} mai prochain.",
    "de": "Der Ausschuss beriet über den Plan Nummer {0}, und ein Bericht soll bis zum {1}. Mai erscheinen.",
    "ru": "Комитет собрался, чтобы обсудить план номер {0}, и доклад будет опубликован до {1} мая этого года.",
    "zh": "委员会周一开会讨论第{0}号计划，委员们同意在五月{1}日之前公布一份详细的报告，并听取居民的意见。",
}
_CARD = '<div class="card"><h3><a href="/{0}">Another story, number {0}</a></h3><p>{1}</p></div>'
_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} | The Paper</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2026-03-{day:02}T09:30:00Z"><meta name="author" content="Eva Lind">
<link rel="canonical" href="https://example.org/{number}">
<script type="application/ld+json">{data}</script><style>{style}</style></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><{box} class="{name}"><h1>{title}</h1>
<p class="byline">By <a rel="author" href="/eva">Eva Lind</a></p>{text}
<aside class="related"><h2>Related stories</h2>{cards}</aside></{box}></main>
<section class="comments"><h2>Comments</h2>{comments}</section>
<footer><p>© 2026 The Paper. All rights reserved.</p><ul>{menu}</ul></footer><script>{script}</script></body></html>
"""


def pages(count: int) -> Iterator[str]:
    """Yield pages in six languages and three layouts, the same ones each time."""
    chance = random.Random(7)  # noqa: S311 - no secret
    for number in range(count):
        language = chance.choice(sorted(_SPEECH))
        prose = [
            "".join(
                _PROSE[language].format(chance.randrange(1000), chance.randrange(1, 31)) + " "
                for _ in range(3)
            )
            for _ in range(chance.randrange(6, 22))
        ]
        prose[2:2] = [_SPEECH[language]]
        prose[5:5] = [_SPEECH[language].replace("Anna", "Eva")]
        title = f"Plan {number}"
        cards = "".join(
            _CARD.format(n, _PROSE[language].format(n, 1)) for n in range(chance.randrange(3, 12))
        )
        box, name = chance.choice([("article", "story"), ("div", "article-body"), ("div", "c12")])
        yield _PAGE.format(
            language=language, title=title, day=number % 28 + 1, number=number, box=box, name=name, cards=cards,
            data=json.dumps({"@type": "NewsArticle", "headline": title, "author": {"name": "Eva Lind"}}),
            style=".c1{color:red}" * 400, script="var a=1;" * 2500,
            menu="".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40)),
            text="".join(f"<p>{paragraph}</p>\n" for paragraph in prose),
            comments="".join(f'<div class="comment"><p>{prose[0]}</p></div>' for _ in range(6)),
        )  # fmt: skip


def written(folder: Path, count: int) -> int:
    """Write the pages and return how many bytes they have."""
    folder.mkdir()
    return sum((folder / f"{n}.html").write_bytes(page.encode()) for n, page in enumerate(pages(count)))


def read_all(folder: Path) -> int:
    """Read each page and return how many quotations were found."""
    outlet = Outlet(id=OutletId("paper"), name="The Paper")
    return sum(_quotations(path, outlet) for path in sorted(folder.iterdir()))


def _quotations(path: Path, outlet: Outlet) -> int:
    report = Report(path.name, ZoneInfo("UTC"))
    source = page_from_bytes(path.read_bytes(), report)
    page = read_page(source or "", report)
    language = page.language or "en"
    kept = kept_text(page.passages, language=language)
    article = Article(
        id=ArticleId(f"paper/{path.stem}"), path=path.name, outlet=outlet, language=language,
        title=page.title or "", text=kept.text, blocks=kept.blocks, language_parts=kept.parts,
    )  # fmt: skip
    return len(find_quotes(article).quotes)


def _processor_seconds(*command: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _told(name: str, value: float, unit: str, **more: object) -> None:
    print(json.dumps({"name": f"pages.{name}", "value": round(value, 3), "unit": unit, **more}), flush=True)


def compared(folder: Path, count: int) -> None:
    """Print how many articles a second of the processor's time each of the two reads."""
    size = written(folder / "pages", count)
    _told("page_kilobytes", size / count / 1000, "kB")
    command = str(Path(sys.executable).with_name("trafilatura"))
    paths = ("--input-dir", str(folder / "pages"), "--output-dir", str(folder / "texts"))
    theirs = count / _processor_seconds(command, *paths)
    ours = count / _processor_seconds(
        sys.executable, "-m", "benchmarks.pages", "--read", str(folder / "pages")
    )
    _told("trafilatura_command", theirs, "articles_per_core_second", pages=count)
    _told("with_quotations", ours, "articles_per_core_second", pages=count)
    _told("ratio", ours / theirs, "")


def growth(count: int) -> None:
    """Print by how much the memory grows while this process reads so many pages."""
    outlet = Outlet(id=OutletId("paper"), name="The Paper")
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        path, first = Path(folder) / "page.html", 0
        for number, page in enumerate(pages(count), start=1):
            path.write_text(page, encoding="utf-8")
            _quotations(path, outlet)
            if number == count // 10:
                first = _resident()
    _told("memory_growth", (_resident() - first) / 1e6, "MB", pages=count, after=count // 10)


def _resident() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--memory", type=int, default=0, help="read so many pages in one process instead")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        _told("quotations", read_all(given.read), "quotations")
    elif given.memory:
        growth(given.memory)
    else:
        with tempfile.TemporaryDirectory(prefix="pages-") as folder:
            compared(Path(folder), given.pages)


if __name__ == "__main__":
    main()
