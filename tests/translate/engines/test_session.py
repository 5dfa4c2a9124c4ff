"""What an engine says is as untrusted as an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from memories import a_use, settings_in

from digest.errors import EngineError
from digest.model import Engine
from digest.translate import fill_memory, load_memory
from digest.translate.engines import Session

STAMP = Engine(name="ours", model="es_en", version="1")


@dataclass
class Sayer:
    """An engine that says one thing of every text."""

    output: object
    said: Engine = STAMP

    def stamp(self, *_pair: str) -> Engine | None:
        return self.said

    def translate(self, texts: Sequence[str], *_pair: str) -> list[str]:
        return [self.output for _ in texts]  # type: ignore[misc]


def outputs(folder: Path, engine: Sayer, text: str = "Queremos paz.") -> str:
    session = Session.of("es", "en", folder)
    return session.outputs([text], engine, engine.said)[text]


@pytest.mark.parametrize(
    ("output", "kept"),
    [
        ("We \u202ewant\u202c peace.", "We want peace."),
        ("We \x1b[31mwant\x1b[0m peace.\x07", "We want peace."),
        ("We \x1b]0;title\x07want peace.", "We want peace."),
        ("We want\u0000 peace.", "We want peace."),
        ("We want \ud83d peace.", "We want \ufffd peace."),
    ],
)
def test_overrides_controls_escapes_and_halves_of_characters_are_left_out(
    tmp_path: Path, output: str, kept: str
) -> None:
    assert outputs(tmp_path, Sayer(output)) == kept
    assert outputs(tmp_path, Sayer("never asked again")) == kept


def test_an_endless_output_is_cut_and_then_refused(tmp_path: Path) -> None:
    assert len(outputs(tmp_path, Sayer("peace " * 1_000_000))) < 2000
    report = fill_memory(
        [a_use("Queremos paz.")],
        load_memory(tmp_path / "content" / "translations"),
        settings=settings_in(tmp_path),
        engines={"argos": Sayer("peace " * 1_000_000)},
    )
    [refused] = report.refused
    assert refused.reason
    assert len(refused.text) < 2000


def test_what_is_no_text_is_an_engine_that_broke_down(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="ours gave NoneType for a text"):
        outputs(tmp_path, Sayer(None))


@pytest.mark.parametrize(
    "said",
    [
        replace(STAMP, version="1\n#. desk"),
        replace(STAMP, model="es en"),
        replace(STAMP, name=""),
        replace(STAMP, version="1\u202e2"),
        replace(STAMP, pivot="e n"),
        replace(STAMP, options="reviewed: Ana"),
    ],
)
def test_a_stamp_that_would_say_something_else_in_the_memory_is_not_taken(
    tmp_path: Path, said: Engine
) -> None:
    with pytest.raises(EngineError):
        Session.of("es", "en", tmp_path).stamp(Sayer("We want peace.", said))
