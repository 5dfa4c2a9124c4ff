"""Messages are lines: none too long, not too many, and a terminal obeys none of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from sites import MKDOCS_YML, a_site, run

from digest.cli import main
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


@pytest.fixture(scope="module")
def parallel(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """Return a site that two processes build, and how long a command takes there from nothing."""
    yml = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]\n      jobs: 2")
    folder = a_site(tmp_path_factory.mktemp("parallel"), mkdocs_yml=yml)
    start = time.monotonic()
    assert an_ended(begun("check", folder)) == (0, "2 quotations verified")
    return folder, time.monotonic() - start


# Not at once: what Python does before it reads the first line of ours is Python's.
MOMENTS = [
    pytest.param(command, share, marks=[pytest.mark.thorough] * (share != usual))
    for command, usual in (("check", 0.3), ("build", 0.7), ("quotes", 0.5))
    for share in (0.3, 0.5, 0.7)
]


@pytest.mark.parametrize(("command", "share"), MOMENTS)
def test_ctrl_c_at_any_moment_ends_with_one_line_and_130(
    parallel: tuple[Path, float], command: str, share: float
) -> None:
    folder, whole = parallel
    process = begun(command, folder)
    time.sleep(whole * share)
    interrupt(process)
    status, last = an_ended(process)
    assert (status, last) == (130, "interrupted") or status == 0, "unless it was quicker"


def begun(command: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "digest", command],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def an_ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Return the status of a process and the last line that it said; it left no traceback."""
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    return process.returncode, ["", *err.splitlines()][-1]


def interrupt(process: subprocess.Popen[str]) -> None:
    """Do what a terminal does: interrupt every process of the group."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)


def test_ctrl_c_while_the_command_line_is_read_ends_with_one_line_and_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "make_context", stopped)
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 130
    assert capsys.readouterr().err == "interrupted\n"
