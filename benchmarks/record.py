"""How long a record takes to load: `python -m benchmarks.record [--statements N]`.

A record of so many statements, four to an article, three articles to a story, is written to a folder that is
removed afterwards and loaded five times, each time in a process of its own. Seconds are the processor's; the
figure is the least. `record.json_seconds` is what Python's own JSON parser takes for the same lines.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from digest.model import (
    ArticleId,
    Event,
    PersonId,
    RecordedArticle,
    RecordedStory,
    RecordedWording,
    RecordKind,
    UtteranceId,
    What,
    sha256_of,
)
from digest.record import RECORD, append, load_record

_WORDS = "Puedo decir que la conversación número {} fue en un tono de respeto y que «no habrá» más este año"


def events(statements: int) -> Iterator[Event]:
    """Yield the events of a record of so many statements."""
    for number in range(statements):
        article = ArticleId(f"outlet-{number // 4 % 50}/slug-of-an-article-{number // 4}")
        text = _WORDS.format(number)
        sha256 = sha256_of(text)
        wording = RecordedWording(
            article=article,
            statement=UtteranceId(sha256[:12]),
            language="es",
            sha256=sha256,
            text=text,
            speaker=f"Speaker {number % 900}",
            person=PersonId(f"speaker-{number % 900}"),
        )
        day = "2026-03-01"
        yield Event(what=What.APPEARED, kind=RecordKind.WORDING, id=sha256[:12], day=day, state=wording)
        if number % 4 == 0:
            page = RecordedArticle(outlet="outlet", title=f"Call {number}", language="es", sha256=sha256)
            yield Event(what=What.APPEARED, kind=RecordKind.ARTICLE, id=article, day=day, state=page)
        if number % 12 == 0:
            story = RecordedStory(members=(article,))
            yield Event(what=What.APPEARED, kind=RecordKind.STORY, id=article, day=day, state=story)


def loaded(folder: Path) -> dict[str, float]:
    """Load the record in this process and return what that took."""
    started = time.process_time()
    published, problems = load_record(folder)
    seconds = time.process_time() - started
    if problems or not published.wordings:
        sys.exit(f"the record was not read: {problems[:1]}")
    started = time.process_time()
    for line in (folder / RECORD).read_bytes().splitlines():
        json.loads(line)
    return {"load_seconds": seconds, "json_seconds": time.process_time() - started}


def main() -> None:
    """Write a record, load it, print figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--load", type=Path, help="load this folder's record and print what that took")
    options = parser.parse_args()
    if options.load:
        print(json.dumps(loaded(options.load)))
        return
    with tempfile.TemporaryDirectory() as name:
        append(Path(name), [*events(options.statements)])
        command = [sys.executable, "-m", "benchmarks.record", "--load", name]
        runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(5)]
    for figure in ("load_seconds", "json_seconds"):
        value = round(min(run[figure] for run in runs), 3)
        print(
            json.dumps({"metric": f"record.{figure}", "value": value, "unit": "s", "n": options.statements})
        )


if __name__ == "__main__":
    main()
