"""`digest migrate`: pages move out of the sources, and nothing is lost on the way."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site, built, run, tree, write

OLD_YML = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]").replace(
    "docs_dir: content/pages", 'docs_dir: "content"  # all of it'
)

FILES = {
    "README.md": "For editors.\n",
    "en/about.md": "# About\n\n![A map](../pictures/map.svg)\n",
    "en/.nav.yml": "title: English\n",
    "pages/hidden.md": "# A page in a folder called pages\n",
    "pictures/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    "robots.txt": "User-agent: *\n",
    "notes.txt": "For us alone.\n",
    ".notes": b"For us alone.",
    "evidence/saved.html": "<p>Saved.</p>\n",
    "translations/en-es/2025-12.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: es\\n"\n',
}
MOVED = {"en/about.md", "en/.nav.yml", "pages/hidden.md", "pictures/map.svg", "robots.txt"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = a_site(tmp_path, FILES, mkdocs_yml=OLD_YML)
    (folder / "content/pages").mkdir(exist_ok=True)
    return folder


def test_pages_move_sources_stay_and_the_site_is_the_same(old: Path) -> None:
    before, site = tree(old / "content"), tree(built(old, "--strict"))
    result = run("digest", "migrate", folder=old)
    assert result.returncode == 0, result.stderr
    after = tree(old / "content")
    assert after == {f"pages/{path}" if path in MOVED else path: content for path, content in before.items()}
    for path in MOVED:
        assert f"moved content/{path} → content/pages/{path}\n" in result.stdout
    assert "wrote in mkdocs.yml: docs_dir: content/pages\n" in result.stdout
    assert "docs_dir: content/pages  # all of it\n" in (old / "mkdocs.yml").read_text(encoding="utf-8")
    checked = run("mkdocs", "build", "--strict", folder=old)
    assert checked.returncode == 0, checked.stderr
    assert "digest migrate" not in checked.stderr
    assert tree(old / "site") == site


def test_git_sees_renames_alone(old: Path) -> None:
    def git(*words: str) -> str:
        names = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        return subprocess.run(
            ["git", *names, *words], cwd=old, check=True, capture_output=True, text=True
        ).stdout

    git("init", "-q")
    git("add", "--all")
    git("commit", "-qm", "before")
    run("digest", "migrate", folder=old, check=True)
    git("add", "--all")
    states = {line.split("\t")[0] for line in git("diff", "--cached", "--name-status", "-M").splitlines()}
    assert states == {"R100", "M"}


def test_a_dry_run_says_the_same_and_does_nothing(old: Path) -> None:
    before = tree(old)
    said = run("digest", "migrate", "--dry-run", folder=old).stdout
    assert tree(old) == before
    done = run("digest", "migrate", folder=old).stdout
    assert said.replace("would move ", "moved ").replace("would write ", "wrote ") == done


def test_a_second_run_finds_nothing_to_do(old: Path) -> None:
    run("digest", "migrate", folder=old, check=True)
    before = tree(old)
    result = run("digest", "migrate", folder=old)
    assert (result.returncode, result.stdout) == (
        0,
        "nothing to move: docs_dir is not the folder of the sources\n",
    )
    assert tree(old) == before


def test_a_run_that_was_stopped_among_its_moves_is_gone_on_with(old: Path) -> None:
    before = tree(old / "content")
    (old / "content/.digest-migrate/en").mkdir(parents=True)
    for name in (".nav.yml", "about.md"):
        (old / "content/en" / name).rename(old / "content/.digest-migrate/en" / name)
    run("digest", "migrate", folder=old, check=True)
    after = tree(old / "content")
    assert after == {f"pages/{path}" if path in MOVED else path: content for path, content in before.items()}


def test_what_stands_in_the_way_stops_it_before_anything_is_moved(old: Path) -> None:
    write(old / "content/pages/data.json", "{}")
    before = tree(old)
    result = run("digest", "migrate", folder=old)
    assert result.returncode == 1
    assert "content/pages/data.json: stands where pages move to" in result.stderr
    assert tree(old) == before


def test_a_folder_of_another_name_keeps_it(tmp_path: Path) -> None:
    folder = a_site(tmp_path, FILES, mkdocs_yml=OLD_YML.replace('docs_dir: "content"', "docs_dir: docs"))
    (folder / "content/pages").mkdir(exist_ok=True)
    (folder / "content").rename(folder / "docs")
    site = tree(built(folder, "--strict"))
    result = run("digest", "migrate", folder=folder)
    assert result.returncode == 0, result.stderr
    yml = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert "docs_dir: docs/pages" in yml
    assert "      content_dir: docs\n" in yml
    assert tree(built(folder, "--strict")) == site


def test_a_configuration_that_is_not_understood_is_left_to_its_owner(tmp_path: Path) -> None:
    yml = OLD_YML.replace('docs_dir: "content"', "docs_dir: docs").replace(
        "  - digest:\n      languages: [en]\n", "  - {digest: {languages: [en]}}\n"
    )
    folder = a_site(tmp_path, FILES, mkdocs_yml=yml)
    (folder / "content").rename(folder / "docs")
    before = tree(folder)
    result = run("digest", "migrate", folder=folder)
    assert result.returncode == 1
    assert "write “content_dir: docs” under “- digest:”" in result.stderr
    assert tree(folder) == before
