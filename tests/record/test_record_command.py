"""`digest record` and `digest check --changes`: what is written, and what readers are about to see."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from record.desks import Desk

from digest.cli import main
from digest.record import RECORD

YML = """\
site_name: The Digest
site_url: https://example.org/digest/
docs_dir: content/pages
plugins:
  - digest: {languages: [en, es], translate: never}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(YML, "utf-8")
    (tmp_path / "content/pages").mkdir()
    return desk


def digest(desk: Desk, *arguments: str) -> Result:
    config = str(desk.content.parent / "mkdocs.yml")
    return CliRunner().invoke(main, ["-f", config, *arguments], catch_exceptions=False)


def recorded(desk: Desk) -> str:
    file = desk.content / RECORD
    return file.read_text("utf-8") if file.exists() else ""


def test_what_is_published_is_recorded_once_and_a_dry_run_writes_nothing(desk: Desk) -> None:
    would = digest(desk, "record", "--dry-run")
    assert (would.exit_code, recorded(desk)) == (0, "")
    assert "events would be recorded" in would.stderr
    done = digest(desk, "record")
    assert done.stdout == would.stdout
    assert len(recorded(desk).splitlines()) == len(done.stdout.splitlines()) > 5
    again = digest(desk, "record")
    assert (again.stdout, "0 events recorded" in again.stderr) == ("", True)


def test_nothing_is_recorded_while_an_article_is_broken_which_would_be_told_as_gone(desk: Desk) -> None:
    assert digest(desk, "record").exit_code == 0
    before = recorded(desk)
    desk.edit("articles/dam.md", ("language: en", "language: no such language"))
    refused = digest(desk, "record")
    assert (refused.exit_code, recorded(desk)) == (1, before)
    assert "dam.md:4: error: “no such language” is no language code" in refused.stdout
    assert "nothing was recorded: what is broken would be told as gone; mend it first" in refused.stderr


def test_what_readers_will_see_change_is_a_table_for_who_reviews_it(desk: Desk) -> None:
    assert digest(desk, "record").exit_code == 0
    same = digest(desk, "check", "--changes", "--format", "markdown").stdout
    assert "Nothing that is published changes.\n\nNew: 0.\n" in same
    desk.edit("articles/dam.md", ("Court stops the Southfield dam", "Court | <b>stops</b> it"))
    desk.remove("articles/reopened.md")
    told = digest(desk, "check", "--changes", "--format", "markdown").stdout.splitlines()
    assert "| article changed | `times/dam` | Court \\| &lt;b>stops&lt;/b> it |" in told
    assert "| article gone | `times/reopened` | removed |" in told


def test_the_words_of_an_article_are_forgotten_and_what_has_none_is_named(desk: Desk) -> None:
    assert digest(desk, "record").exit_code == 0
    before = recorded(desk)
    assert "never needed by anybody" in before
    would = digest(desk, "record", "--forget", "times/dam", "--dry-run")
    assert ("would lose their words" in would.stderr, recorded(desk)) == (True, before)
    assert "lost their words" in digest(desk, "record", "--forget", "times/dam").stderr
    assert "never needed by anybody" not in recorded(desk)
    assert len(recorded(desk).splitlines()) == len(before.splitlines())
    nothing = digest(desk, "record", "--forget", "times/dam")
    assert nothing.exit_code == 1
    assert "“times/dam” has no words in the record; name a wording or an article" in nothing.stderr
