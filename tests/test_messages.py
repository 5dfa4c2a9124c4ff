"""Messages are lines: none too long, not too many, and a terminal obeys none of them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site, run

from digest.messages import LONGEST, MOST, lines_of, told
from digest.model import Problem, Severity


def problems(number: int, path: str = "articles/a.md", severity: Severity = Severity.ERROR) -> list[Problem]:
    return [Problem(path, line, severity, f"wrong {line}") for line in range(number)]


def test_a_message_is_one_line_of_at_most_three_hundred_characters() -> None:
    [problem] = told([Problem("a.md", 1, Severity.ERROR, "a\nb\x1b[31m " + "x" * 1000)])
    assert problem.message.startswith("a b�[31m x")
    assert len(problem.message) == LONGEST
    [line] = lines_of("mkdocs.yml:3: " + "y" * 1000)
    assert len(line) == LONGEST + len("mkdocs.yml:3: ")


def test_of_more_than_fifty_in_a_file_the_first_are_told_and_a_count() -> None:
    shown = list(told([*problems(200, severity=Severity.WARNING), *problems(MOST, "articles/b.md")]))
    assert [problem.path for problem in shown].count("articles/b.md") == MOST
    first = [problem for problem in shown if problem.path == "articles/a.md"]
    assert len(first) == MOST
    assert first[-1].message == "and 151 more problems in this file"
    assert first[-1].severity is Severity.WARNING


def test_a_count_is_as_grave_as_the_worst_that_it_counts() -> None:
    grave = [*problems(60, severity=Severity.WARNING), *problems(1)]
    assert list(told(grave))[-1].severity is Severity.ERROR


def test_many_lines_of_an_error_end_with_a_count() -> None:
    lines = list(lines_of("\n".join("x: y" for _ in range(70))))
    assert (len(lines), lines[-1]) == (MOST + 1, "and 20 more")


def test_every_command_names_files_as_they_are_from_where_it_runs(tmp_path: Path) -> None:
    folder = a_site(tmp_path / "site", {"articles/two.md": "No front matter.\n"})
    below = folder / "content/articles"
    for place, path in (
        (folder, "content/articles/two.md"),
        (below, "two.md"),
        (tmp_path, "site/content/articles/two.md"),
    ):
        yml = str(folder / "mkdocs.yml")
        checked = run("digest", "-f", yml, "check", folder=place)
        assert checked.stdout.startswith(f"{path}:1: error: ")
    rows = run("digest", "check", "--format", "json", folder=folder).stdout.splitlines()
    assert {(json.loads(row)["path"], json.loads(row)["file"]) for row in rows} == {
        ("articles/two.md", "content/articles/two.md")
    }
    built = run("mkdocs", "build", folder=folder)
    assert "content/articles/two.md:1: there is no front matter" in built.stderr


@pytest.mark.parametrize("command", [["check"], ["build"], ["quotes"]], ids=lambda words: words[0])
def test_ctrl_c_at_any_moment_ends_with_one_line_and_130(tmp_path: Path, command: list[str]) -> None:
    yml = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]\n      jobs: 2")
    folder = a_site(tmp_path, mkdocs_yml=yml)
    start = time.monotonic()
    run("digest", *command, folder=folder)
    whole = time.monotonic() - start
    # Not at once: what Python does before it reads the first line of ours is Python's.
    for share in (0.3, 0.5, 0.7):
        process = subprocess.Popen(
            [sys.executable, "-m", "digest", *command],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        time.sleep(whole * share)
        interrupt(process)
        out, err = process.communicate(timeout=60)
        if process.returncode in {0, 1} and "interrupted" not in err:
            continue  # it was quicker
        assert process.returncode == 130, (share, out, err)
        assert err.splitlines()[-1:] == ["interrupted"]
        assert "Traceback" not in err


def interrupt(process: subprocess.Popen[str]) -> None:
    """Do what a terminal does: interrupt every process of the group."""
    import os

    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
