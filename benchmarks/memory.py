"""How long the memory takes to load: `python -m benchmarks.memory [--segments N]`.

A memory of so many segments, in files of 5,000, is written to a folder that is removed afterwards. `cold`:
nothing is cached. `warm`: the cache knows every file. `one_file_changed`: somebody added a segment. Each load
runs in a process of its own. Seconds are the processor's, which whatever else runs does not lengthen;
`memory.wall_seconds` are the clock's. `memory.peak_mb` is the most memory that loading took; `memory.find_us`
the processor's time to look one segment up and read its entry.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from digest.model import Segment, SegmentKind
from digest.translate import load_memory

_PER_FILE = 5_000
_UNITS = {"load_seconds": "s", "wall_seconds": "s", "peak_mb": "MB", "find_us": "µs"}
_HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
_SOURCE = (
    "El presidente {0} dijo que la conversación número {0} fue cordial, y que «no habrá» más llamadas "
    "antes de fin de año, según la agencia."
)
_ENTRY = """
#. machine: argos es_en 1.9 sha256={0:064x}
#: articles/outlet-{1}/slug-of-an-article-{0}.md#excerpt
#, fuzzy
msgctxt "excerpt"
msgid "{2}"
msgstr "President {0} said that conversation number {0} was cordial, and that there “will be” no more calls \
before the end of the year, according to the agency."
"""


def written(folder: Path, segments: int) -> Path:
    """Write a memory and return its folder."""
    translations = folder / "content" / "translations"
    for first in range(0, segments, _PER_FILE):
        month = first // _PER_FILE
        path = translations / "es-en" / f"{2000 + month // 12}-{month % 12 + 1:02}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        numbers = range(first, min(first + _PER_FILE, segments))
        entries = (_ENTRY.format(n, n % 50, _SOURCE.format(n)) for n in numbers)
        path.write_text(_HEADER + "".join(entries), encoding="utf-8")
    return translations


def loaded(folder: Path, segments: int) -> dict[str, float]:
    """Load the memory in this process, look a thousand segments up, and return what that took."""
    # Kilobytes, but bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    held, began, used = _held(), time.perf_counter(), time.process_time()
    memory = load_memory(folder / "content" / "translations", folder / "cache")
    used, took, held = time.process_time() - used, time.perf_counter() - began, _held() - held
    numbers = range(0, segments, segments // 1000 or 1)
    wanted = [Segment(SegmentKind.EXCERPT, "es", _SOURCE.format(number)) for number in numbers]
    began = time.process_time()
    found = sum(memory.find(segment, "en") is not None for segment in wanted)
    find = (time.process_time() - began) / len(wanted)
    if found < len(wanted):
        raise SystemExit(f"{len(wanted) - found} segments were not found")
    return {"load_seconds": used, "wall_seconds": took, "peak_mb": held / unit, "find_us": find * 1e6}


def _held() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measured(segments: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark."""
    folder = Path(tempfile.mkdtemp(prefix="memory-"))
    try:
        translations = written(folder, segments)
        size = sum(path.stat().st_size for path in translations.rglob("*.po")) / 2**20
        yield {"measure": "memory.size_mb", "value": round(size, 1), "unit": "MB", "segments": segments}
        for cache in ("cold", "warm", "one_file_changed"):
            if cache == "one_file_changed":
                path = max(translations.rglob("*.po"))
                with path.open("a", encoding="utf-8") as file:
                    file.write('\nmsgctxt "title"\nmsgid "Una más"\nmsgstr "One more"\n')
            command = [sys.executable, "-m", "benchmarks.memory", "--load", str(folder)]
            command += ["--segments", str(segments)]
            done = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            for name, value in done.items():
                row = {"measure": f"memory.{name}", "value": round(value, 3), "unit": _UNITS[name]}
                yield row | {"segments": segments, "cache": cache}
    finally:
        shutil.rmtree(folder)


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=200_000)
    parser.add_argument("--load", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.load:
        print(json.dumps(loaded(options.load, options.segments)))
        return
    for row in measured(options.segments):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
