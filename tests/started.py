"""Commands as processes of their own, without paying for what each of them loads.

A command spends a second on imports, another on the encoder and the templates, and a tenth of one on a small
site; the tests run hundreds. So one process loads once what they do and forks for each: its own memory,
folder, streams and status, as ever. `DIGEST_TESTS_FRESH=1` (`make test-all`) starts each from nothing, as does
whatever runs with another Python or in another environment, which may be read while modules are imported.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import re
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

LATE = re.compile(r"(DIGEST|ARGOS)_\w+|HOME|\w+_proxy")
"""Variables that are read when a command runs: it may have its own of them."""
SECONDS = 300
"""What a command may take before it is ended."""


def started(
    command: Sequence[str], folder: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str] | None:
    """Run `python -m COMMAND…` in `folder`; None where it has to be started from nothing."""
    if os.environ.get("DIGEST_TESTS_FRESH") or not all(map(LATE.fullmatch, env)):
        return None
    if _starter().environment != _environment():
        return None
    with tempfile.TemporaryDirectory() as at:
        status = _starter().status_of(command, folder, at, env)
        out, err = (Path(at, name).read_text("utf-8") for name in ("out", "err"))
    if status == -signal.SIGALRM:
        raise subprocess.TimeoutExpired(command, SECONDS, out, err)
    return subprocess.CompletedProcess(command, status, out, err)


class _Starter:
    """The process that forks, as it is seen from the tests."""

    def __init__(self) -> None:
        self.environment = _environment()
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        atexit.register(self._process.communicate)

    def status_of(self, command: Sequence[str], folder: Path, at: str, env: Mapping[str, str]) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps((command, str(folder), at, dict(env))) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@cache
def _starter() -> _Starter:
    return _Starter()


def _environment() -> dict[str, str]:
    # Less what pytest counts in it, and what an engine's library sets where it is loaded.
    return {name: text for name, text in os.environ.items() if not name.startswith(("PYTEST_", "KMP_"))}


def _load() -> None:
    """Import what commands do, and build a small site: templates, models and tables are then there, too."""
    from sites import MKDOCS_YML, a_site

    from digest.build import build, outputs
    from digest.cli import COMMANDS
    from digest.config import load_settings

    commands = sorted({f"digest.cli.{room}" for room, _ in COMMANDS.values()})
    for module in (*commands, "digest.alone", "digest.plugin", "mkdocs.commands.build", "material"):
        import_module(module)
    # Without engines: those read the environment when they are imported.
    yml = f"{MKDOCS_YML}      translate: never\n"
    with tempfile.TemporaryDirectory() as name:
        for _ in outputs(build(load_settings(str(a_site(Path(name), mkdocs_yml=yml) / "mkdocs.yml")))):
            pass


def _asked() -> tuple[list[str], str, str, dict[str, str]]:
    """Fork for each line and tell how it ended; return, in the fork, what is to be run, and where."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            command, folder, at, env = json.loads(line)
            return command, folder, at, env
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer
    sys.exit()


def _become(command: list[str], folder: str, at: str, env: dict[str, str]) -> None:
    """Make of this process what a shell would have made."""
    for number, name in enumerate((os.devnull, f"{at}/out", f"{at}/err")):
        opened = os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the rest of its life
    sys.argv, sys.path[0] = command, folder
    os.environ.update(env)
    os.chdir(folder)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.alarm(SECONDS)


def _run() -> Any:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _load()
    gc.freeze()  # nobody's garbage: no fork looks through it, which takes twice what a command does
    asked = _asked()
    _become(*asked)
    # What ends it ends the process: a status, or a traceback and 1.
    return runpy.run_module(asked[0][0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _run()
