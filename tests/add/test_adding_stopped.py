"""What stops `digest add`: its user, kill -9 at any moment, a full or read-only disk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from newsrooms import PAGE, a_file, a_newsroom, a_rss, add, content_of
from sites import run, tree, write

from digest.add import State
from digest.errors import AddError

ADD = """
import io, pathlib, sys
sys.path.insert(0, sys.argv[1])
from newsrooms import add
print("ready", flush=True)
sys.stdin.readline()
add(pathlib.Path(sys.argv[2]), *sys.argv[3:])
"""
ENTRIES = 30


def a_long_feed() -> str:
    texts = [" ".join(f"palabra{number}x{place}" for place in range(60)) for number in range(ENTRIES)]
    entries = (
        (f"n/{number}", f"Noticia {number}", f"«Sí, {number}», dijo Elena Campos. {text}")
        for number, text in enumerate(texts)
    )
    return a_rss(*entries)


def killed_after(folder: Path, source: Path, seconds: float) -> int:
    """Add a source in a process of its own, kill it after so many seconds of work; return its exit status."""
    command = [sys.executable, "-c", ADD, str(Path(__file__).parent.parent), str(folder), str(source)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("\n")
        process.stdin.flush()
        time.sleep(seconds)
        process.kill()
        process.communicate()
        return process.returncode


def is_sound(folder: Path) -> bool:
    """Tell whether every file of the content is whole: nothing is wrong with any article that is there."""
    wrong = [problem for problem in content_of(folder).problems if problem.path != "articles"]
    return not wrong


def moments(folder: Path, number: int) -> None:
    """Kill `number` runs at moments spread over a whole one, and hold what the next run makes of it against it."""
    whole = folder / "whole"
    a_newsroom(whole, "")
    source = a_file(folder, "feed.xml", a_long_feed())
    began = time.monotonic()
    add(whole, source)
    length = time.monotonic() - began
    expected = tree(whole / "content")
    assert len(expected) == ENTRIES + 1
    chance = random.Random(7)  # noqa: S311 - the same moments each time
    interrupted = 0
    for turn in range(number):
        site = folder / str(turn)
        a_newsroom(site, "")
        status = killed_after(site, source, chance.uniform(0, length))
        interrupted += status == -signal.SIGKILL
        assert is_sound(site)
        add(site, source)
        assert tree(site / "content") == expected
    assert interrupted > number // 2


def test_a_run_that_was_killed_is_gone_on_with_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    moments(tmp_path, 3)


@pytest.mark.thorough
def test_runs_killed_at_fifty_moments_end_as_an_undisturbed_one(tmp_path: Path) -> None:
    moments(tmp_path, 50)


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    left = a_file(content, "articles/2026/03/.a.md.x1.tmp", "half")
    other = a_file(content, ".outlets.yml.x2.tmp", "half")
    add(tmp_path, a_file(tmp_path, "page.html", PAGE))
    assert not left.exists()
    assert not other.exists()


def test_its_user_ends_it_with_one_line_and_loses_nothing(tmp_path: Path) -> None:
    run("digest", "new", "site", "site", folder=tmp_path)
    folder = tmp_path / "site"
    command = [sys.executable, "-m", "digest", "add", str(a_file(tmp_path, "page.html", PAGE)), "-"]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("added: ")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "interrupted"
    assert "Traceback" not in said
    assert (folder / "content/articles/2026/03/el-puerto-crece.md").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    write(content / "articles" / "2026", "a file where a folder should be")
    with pytest.raises(AddError, match="cannot be written: Not a directory"):
        add(tmp_path, a_file(tmp_path, "page.html", PAGE))


def test_a_pipe_is_named_and_never_waited_for(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    [outcome] = add(tmp_path, pipe)
    assert (outcome.state, outcome.message) == (State.FAILED, "this is no ordinary file")
