"""Programs that answer too late, too much or with what is no text end, and are named."""

from __future__ import annotations

import sys
import time

import pytest

from digest.errors import EngineError
from digest.translate.engines.process import answer


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_program_gets_the_text_and_is_told_with_its_status() -> None:
    code = "import sys; print(sys.stdin.read().upper()); print('careful', file=sys.stderr); sys.exit(3)"
    assert answer(python(code), "sí", seconds=60, most=1000) == (3, "SÍ\n", "careful\n")


def test_a_long_text_and_a_long_answer_do_not_wait_for_each_other() -> None:
    code = "import sys\nfor line in sys.stdin: print(line, end='', flush=True)"
    text = "palabras y más palabras\n" * 20_000
    assert answer(python(code), text, seconds=60, most=2 * len(text.encode())).output == text


def test_a_program_that_does_not_read_its_text_is_no_fault() -> None:
    assert answer(python("print(1)"), "x" * 1_000_000, seconds=60, most=1000).output == "1\n"


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(600)",
        "import os, time; os.close(1); os.close(2); time.sleep(600)",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(20)'])",
        "import time\nwhile True: print(1, flush=True); time.sleep(0.01)",
    ],
)
def test_a_program_that_takes_too_long_is_ended(code: str) -> None:
    begun = time.monotonic()
    with pytest.raises(EngineError, match=r"gave no answer within 0\.5 seconds"):
        answer(python(code), "", seconds=0.5, most=100_000)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_program_that_says_too_much_is_ended(stream: str) -> None:
    code = f"import sys\nwhile True: sys.{stream}.write('x' * 1000)"
    with pytest.raises(EngineError, match="answered with more than 5000 bytes"):
        answer(python(code), "", seconds=60, most=5000)


def test_what_is_no_text_and_what_is_no_program_are_errors() -> None:
    with pytest.raises(EngineError, match="cannot be run"):
        answer(python(r"import sys; sys.stdout.buffer.write(b'\xff')"), "", seconds=60, most=100)
    with pytest.raises(EngineError, match="no-such-program cannot be run"):
        answer(["no-such-program"], "", seconds=60, most=100)
