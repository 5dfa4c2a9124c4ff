"""How fast articles are taken in, and what it costs to learn that nothing is new.

    python -m benchmarks.ingest [--articles 1000] [--rounds 3]

Prints JSON lines: for a feed of 500 entries in which nothing is new, requests and seconds of the whole
command; saved pages a second on one core (each with its quotations found), memory at a tenth of them and at
the end; and `ingest.ratio`, the processor time of trafilatura's command line on the same files as a share of
ours, whole commands in turn, the median of the rounds.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.saved import a_saved_page
from digest.add import Adding, Options, State
from digest.fetch import Fetcher
from digest.model import Settings

ENTRIES = 500
CONFIG = """site_name: B
site_url: https://b.example/
docs_dir: content/pages
plugins:
  - digest:
      languages: [en]
"""


def a_feed() -> bytes:
    """Return a feed of 500 entries with their texts."""
    items = "".join(
        f"<item><title>Report {n}</title><link>https://b.example/{n}</link>"
        f"<content:encoded><![CDATA[<p>Text of report {n}.</p>]]></content:encoded></item>"
        for n in range(ENTRIES)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    head = f'<rss version="2.0" {space}><channel><title>B</title><language>en</language>'
    return f"{head}{items}</channel></rss>".encode()


def a_site(folder: Path) -> Settings:
    """Make an empty site."""
    (folder / "content/pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "content/outlets.yml").write_text(
        "b: {name: B, language: en, url: https://b.example/}\n", "utf-8"
    )
    return Settings(
        content_dir=folder / "content", cache_dir=folder / ".cache", languages=("en",), site_name="B",
        site_url="https://b.example/",
    )  # fmt: skip


def megabytes() -> float:
    """Return how much memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def pages(folder: Path, number: int) -> dict[str, Any]:
    """Add saved pages, one after another."""
    settings = a_site(folder)
    files = folder / "pages"
    files.mkdir()
    for at in range(number):
        (files / f"{at}.html").write_text(a_saved_page(at), "utf-8")
    adding = Adding(settings, Options(), fetcher=Fetcher(), now=datetime.now(UTC), stdin=io.BytesIO())
    begin: list[float] = []
    counts: dict[State, int] = {}
    warm, clock, cpu = number // 10, 0.0, 0.0
    for at, outcome in enumerate(adding.run(str(path) for path in sorted(files.iterdir()))):
        counts[outcome.state] = counts.get(outcome.state, 0) + 1
        if at == warm:
            begin.append(megabytes())
            clock, cpu = time.perf_counter(), time.process_time()
    seconds, used = time.perf_counter() - clock, time.process_time() - cpu
    return {
        "measure": "pages", "articles": number, "added": counts.get(State.ADDED, 0),
        "per_second": round((number - warm) / seconds, 1), "per_cpu_second": round((number - warm) / used, 1),
        "megabytes_at_a_tenth": round(begin[0]), "megabytes_at_the_end": round(megabytes()),
    }  # fmt: skip


def ratio(folder: Path, number: int, rounds: int) -> dict[str, Any]:
    """Add saved pages by the command, and let trafilatura's read the same files, in turn."""
    files = folder / "pages"
    files.mkdir(parents=True)
    for at in range(number):
        (files / f"{at}.html").write_text(a_saved_page(at), "utf-8")
    beside = Path(sys.executable).with_name("trafilatura")
    ours, theirs = [], []
    for turn in range(rounds):
        site = folder / f"site{turn}"
        a_site(site)
        names = [str(path) for path in sorted(files.iterdir())]
        ours.append(_spent([sys.executable, "-m", "digest", "add", *names], site))
        output = str(folder / f"texts{turn}")
        theirs.append(_spent([str(beside), "--input-dir", str(files), "--output-dir", output], folder))
    return {
        "measure": "ingest.ratio", "articles": number,
        "value": round(median(one / other for one, other in zip(theirs, ours, strict=True)), 3),
        "cpu_seconds": [round(one, 1) for one in ours], "theirs": [round(one, 1) for one in theirs],
        "bytes_a_page": sum(path.stat().st_size for path in files.iterdir()) // number,
    }  # fmt: skip


def _spent(command: list[str], folder: Path) -> float:
    used = _children()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return _children() - used


def nothing_new(folder: Path) -> dict[str, Any]:
    """Run the command twice on a feed that stays the same; tell of the second run."""
    a_site(folder)
    asked: list[str] = []
    body = a_feed()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            known = self.headers.get("If-None-Match") == '"1"'
            self.send_response(404 if self.path == "/robots.txt" else 304 if known else 200)
            self.send_header("ETag", '"1"')
            self.end_headers()
            if self.path != "/robots.txt" and not known:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    source = f"b:\n  - http://127.0.0.1:{server.server_port}/feed\n"
    (folder / "content/sources.yml").write_text(source, "utf-8")
    command = [sys.executable, "-m", "digest", "add", "--all"]
    env = {**os.environ, "DIGEST_ALLOW_LOOPBACK": "1"}
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    first = len(asked)
    times = []
    used = _children()
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    server.shutdown()
    return {
        "measure": "nothing new", "entries": ENTRIES, "requests_first": first,
        "requests": (len(asked) - first) / 5,
        "cpu_seconds": round((_children() - used) / 5, 3),
        "seconds_best_of_5": round(min(times), 3),
    }  # fmt: skip


def _children() -> float:
    """Return the processor time of all processes that were started and are over."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(nothing_new(Path(folder) / "feed")), flush=True)
        print(json.dumps(pages(Path(folder) / "pages", asked.articles)), flush=True)
        if asked.rounds:
            print(json.dumps(ratio(Path(folder) / "ratio", asked.articles, asked.rounds)), flush=True)


if __name__ == "__main__":
    main()
