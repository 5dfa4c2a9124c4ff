"""What is read before its turn, by others: the same articles, outcomes and files as one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from newsrooms import PAGE, a_file, a_newsroom, a_rss, add
from sites import run, tree, write

from digest.add.ahead import WINDOW, Ahead
from digest.add.draft import Draft, draft_of
from digest.receive import Body, Item, Received, UnreadableError

TEXT = (
    "The ferry sails\n\n“We shall sail at noon,” Captain Ann Example said on the pier on Thursday morning.\n"
)


class Noting(ThreadPoolExecutor):
    """Threads that note what they were asked to do."""

    asked = 0

    def map(self, *arguments: Any, **named: Any) -> Any:
        self.asked += 1
        return super().map(*arguments, **named)


@pytest.fixture
def executor() -> Iterator[Noting]:
    with Noting(2) as threads:
        yield threads


def pages(folder: Path) -> list[Path]:
    """Write files of every kind: articles, one of them twice, one of a new outlet, an empty one, no file."""
    made = [
        a_file(
            folder, f"{n}.html", PAGE.replace("el-puerto-crece", f"p{n}").replace("juntos", f"con {n} grúas")
        )
        for n in range(12)
    ]
    again = a_file(folder, "again.html", made[3].read_bytes())
    new = a_file(folder, "new.html", PAGE.replace("faro.example", "otro.example").replace("puerto", "muelle"))
    return [*made[:6], a_file(folder, "empty.html", ""), folder / "nowhere.html", again, *made[6:], new]


def test_files_become_the_same_articles(tmp_path: Path, executor: Noting) -> None:
    sources = pages(tmp_path)
    for name in ("own", "helped"):
        a_newsroom(tmp_path / name)
    own = add(tmp_path / "own", *sources)
    assert add(tmp_path / "helped", *sources, executor=executor) == own
    assert executor.asked >= 2
    assert tree(tmp_path / "helped/content") == tree(tmp_path / "own/content")
    assert [outcome.state for outcome in own].count("added") == 13


def test_a_feeds_items_do_too(tmp_path: Path, executor: Noting) -> None:
    entries = [
        (f"p{n}", f"La obra {n}", f"«Serán {n} grúas en el puerto», dijo Ana Ruiz el jueves.")
        for n in range(9)
    ]
    feed = a_file(tmp_path, "feed.xml", a_rss(*entries))
    for name in ("own", "helped"):
        a_newsroom(tmp_path / name)
    own = add(tmp_path / "own", feed)
    assert add(tmp_path / "helped", feed, executor=executor) == own
    assert executor.asked
    assert all(outcome.quotes for outcome in own)


def an_ahead(executor: Noting | None) -> Ahead:
    zone = ZoneInfo("UTC")
    return Ahead(executor, partial(draft_of, zone=zone), lambda _: None, zone)


def test_what_came_before_an_error_is_taken_in_and_the_error_is_told(executor: Noting) -> None:
    first = Received(source=TEXT.encode(), body=Body.PASTED)

    def items() -> Iterator[Item]:
        yield first
        raise UnreadableError("it ends in the middle")

    taken = an_ahead(executor).items(items())
    assert next(taken) == first
    with pytest.raises(UnreadableError, match="in the middle"):
        next(taken)


def test_no_more_than_a_window_is_read_before_its_turn(executor: Noting) -> None:
    read: list[int] = []

    def items() -> Iterator[Item]:
        for number in range(3 * WINDOW):
            read.append(number)
            yield Received(url=f"https://faro.example/{number}")

    next(an_ahead(executor).items(items()))
    assert len(read) == WINDOW


@pytest.mark.parametrize("helped", [True, False])
def test_a_draft_is_the_same_with_help_and_without(*, helped: bool, executor: Noting) -> None:
    received = Received(source=TEXT.encode(), body=Body.PASTED)
    ahead = an_ahead(executor if helped else None)
    (item,) = ahead.items(iter([received]))
    assert isinstance(item, Received)
    draft = ahead.draft(item)
    assert isinstance(draft, Draft)
    assert draft == draft_of(received, zone=ZoneInfo("UTC"))


def test_the_processes_that_a_site_is_given_read_files(tmp_path: Path) -> None:
    for name, jobs in (("own", 1), ("helped", 2)):
        a_newsroom(tmp_path / name)
        yml = f"site_name: D\nsite_url: https://d.example/\ndocs_dir: content/pages\nplugins:\n  - digest: {{jobs: {jobs}}}\n"
        write(tmp_path / name / "mkdocs.yml", yml)
        (tmp_path / name / "content/pages").mkdir()
    sources = [str(path) for path in pages(tmp_path)] * 2
    own, helped = (run("digest", "add", *sources, folder=tmp_path / name) for name in ("own", "helped"))
    assert (own.returncode, own.stdout, own.stderr) == (helped.returncode, helped.stdout, helped.stderr)
    assert "13 added" in own.stderr
    articles = {"own": tree(tmp_path / "own/content"), "helped": tree(tmp_path / "helped/content")}
    assert articles["own"].keys() == articles["helped"].keys()
