"""`digest status`, as a table, for programs and for editors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import a_site, built, run, tree

from digest.cli.status import table, width
from digest.model import Coverage

MEMORY = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: {target}\\n"

#. desk
#, fuzzy
#| msgid "Before"
msgctxt "title"
msgid "Maduro confirma la llamada"
msgstr "Translated"
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"translations/es-{to}/2025-12.po": MEMORY.format(target=to) for to in ("en", "ar")}
    return a_site(tmp_path_factory.mktemp("site"), files)


def test_counts_are_given_as_json_lines_by_language_and_pair(site: Path) -> None:
    result = run("digest", "status", "--format", "json", folder=site)
    assert result.returncode == 0, result.stderr
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["source"], row["target"]) for row in rows][:3] == [(None, "en"), ("es", "en"), (None, "es")]
    english = rows[0]
    assert (english["translated"], english["stale"], english["reviewed"]) == (1, 1, 0)
    assert english["segments"] == english["translated"] + english["missing"]
    assert {"machine", "doubtful", "refused"} <= english.keys()


def test_the_table_has_a_line_for_each_language_and_pair(site: Path) -> None:
    lines = run("digest", "status", folder=site).stdout.splitlines()
    assert lines[0].split() == [
        *(
            "language",
            "segments",
            "translated",
            "machine",
            "unread",
            "reviewed",
            "stale",
            "doubtful",
            "refused",
            "missing",
        )
    ]
    assert any(line.startswith("ar العربية") for line in lines)
    assert len({width(line) for line in lines}) == 1


def test_columns_are_aligned_beside_wide_characters() -> None:
    counts = [
        Coverage(
            target=target,
            source=source,
            segments=segments,
            translated=0,
            machine=0,
            reviewed=0,
            stale=0,
            doubtful=0,
            refused=0,
            missing=segments,
        )
        for target, source, segments in (
            ("zh", None, 7),
            ("zh", "en", 123_456_789),
            ("ja", None, 1),
            ("ar", None, 22),
        )
    ]
    lines = list(table(counts))
    assert "中文" in lines[1]
    assert len({width(line) for line in lines}) == 1
    assert len({width(line[: line.index("  0  ")]) for line in lines[1:]}) == 1


def test_strictly_a_missing_text_is_a_problem(site: Path) -> None:
    assert run("digest", "status", "--strict", folder=site).returncode == 1


def test_a_broken_memory_is_a_problem_and_named(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"translations/es-en/2025-12.po": MEMORY.format(target="en") + '\nmsgid "\n'})
    result = run("digest", "status", folder=folder)
    assert result.returncode == 1
    assert "translations/es-en/2025-12.po:11: the text has no end" in result.stderr


def test_a_page_for_editors_is_written_where_it_is_asked_for_and_nowhere_else(site: Path) -> None:
    before = tree(site / "content")
    result = run("digest", "status", "--html", "todo.html", folder=site)
    assert (result.returncode, result.stderr) == (0, "wrote todo.html\n")
    assert "Maduro confirma la llamada" in (site / "todo.html").read_text(encoding="utf-8")
    assert tree(site / "content") == before
    published = tree(built(site))
    assert not any("The source changed since" in page.decode(errors="replace") for page in published.values())


def test_a_page_that_cannot_be_written_is_named(site: Path) -> None:
    result = run("digest", "status", "--html", "no/such/folder.html", folder=site)
    assert result.returncode == 1
    assert "no/such/folder.html" in result.stderr
    assert "Traceback" not in result.stderr
    assert run("digest", "status", "--html", "content", folder=site).returncode == 2
