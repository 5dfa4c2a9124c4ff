"""A backlog is translated chunk by chunk, each kept as it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Sequence
from pathlib import Path

import pytest
from argos_packages import unpacked
from memories import a_segment, settings_in

from digest.errors import EngineError
from digest.model import Engine, Segment
from digest.translate.backlog import CHUNK, chunks
from digest.translate.engines import cache, decode
from digest.translate.engines.argos import Argos
from digest.translate.fill import fill

TEXTS = ["Queremos paz.", "La llamada fue breve.", "Fue un día largo."]


def a_backlog(size: int = CHUNK * 2) -> list[tuple[Segment, str]]:
    """Return different texts of `size` characters in all, made of sentences that the packages know."""
    texts = [f"{' '.join([TEXTS[n % 3]] * 40)} {n}" for n in range(size // 500)]
    return [(a_segment(text), "en") for text in texts]


class Interrupted:
    """The real engine, stopped by its user in the second chunk."""

    def __init__(self, engine: Argos, error: BaseException) -> None:
        self.engine, self.error, self.calls = engine, error, 0

    def stamp(self, source: str, target: str) -> Engine | None:
        return self.engine.stamp(source, target)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.calls += 1
        if self.calls == 2:
            raise self.error
        return self.engine.translate(texts, source, target)


def test_chunks_are_cut_by_the_texts_alone_and_lose_nothing() -> None:
    segments = [segment for segment, _ in a_backlog()]
    cut = list(chunks(iter(segments)))
    assert [segment for chunk in cut for segment in chunk] == segments
    assert len(cut) > 2
    assert all(sum(len(segment.text) for segment in chunk) <= CHUNK for chunk in cut)


def test_a_text_longer_than_a_chunk_is_a_chunk_of_its_own() -> None:
    segments = [a_segment("a"), a_segment("b" * CHUNK * 2), a_segment("c")]
    assert [len(chunk) for chunk in chunks(segments)] == [1, 1, 1]
    assert list(chunks([])) == []


def test_interrupting_keeps_the_chunks_that_are_done(tmp_path: Path) -> None:
    argos = Argos(unpacked(tmp_path / "packages"))
    engine = Interrupted(argos, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        list(fill(a_backlog(), settings=settings_in(tmp_path), engines={"argos": engine}))
    kept = cache.load(tmp_path / "cache", "es-en")
    first = next(chunks(segment for segment, _ in a_backlog()))
    assert len(kept) == len(first)


def test_an_engine_that_broke_down_is_not_asked_again_for_its_pair(tmp_path: Path) -> None:
    argos = Argos(unpacked(tmp_path / "packages"))
    engine = Interrupted(argos, EngineError("no more"))
    filled = list(fill(a_backlog(), settings=settings_in(tmp_path), engines={"argos": engine}))
    assert engine.calls == 2
    assert [one.failures for one in filled] == [(), ("no more",), *((),) * (len(filled) - 2)]


BACKLOG = """
import sys
import weakref
from pathlib import Path
from memories import settings_in
from test_argos_chunks import a_backlog
from digest.translate.engines.argos import Argos
from digest.translate.backlog import CHUNK
from digest.translate.fill import fill
folder = Path(sys.argv[1])
for _ in fill(a_backlog(CHUNK * 200), settings=settings_in(folder), engines={"argos": Argos(folder / "packages")}):
    print("a chunk", flush=True)
"""


def test_a_real_interruption_ends_the_process_and_keeps_what_is_done(tmp_path: Path) -> None:
    unpacked(tmp_path / "packages")
    here = Path(__file__).parent
    command = [sys.executable, "-c", BACKLOG, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": f"{here}:{here.parents[1]}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"a chunk\n", process.stderr.read().decode()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert process.returncode == -signal.SIGINT
    assert b"KeyboardInterrupt" in said
    kept = cache.load(tmp_path / "cache", "es-en")
    assert 0 < len(kept) < len(a_backlog(CHUNK * 200))


def test_one_model_is_in_memory_at_a_time(tmp_path: Path) -> None:
    engine = Argos(unpacked(tmp_path))
    assert engine.translate(["Queremos paz."], "es", "en") == ["We want peace."]
    (held,) = decode._held.values()  # noqa: SLF001 - what is in memory cannot be seen from outside
    first = weakref.ref(held)
    del held
    engine.translate(["Queremos paz."], "es", "fr")
    assert first() is None
    assert len(decode._held) == 1  # noqa: SLF001
