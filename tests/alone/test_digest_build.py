"""`digest build` writes the site alone, the digest's pages as MkDocs' shell, and all of it or nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import MKDOCS_YML, ROOT, a_site, run, tree, write
from system import in_namespace, needs

YML = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]")
TWO_YML = MKDOCS_YML.replace("[en, es, fr, ar]", "[en, es]")
PAGES = {
    "pages/en/about.md": "# About us\n\nSee the [guide](guide/index.md#two), ![a map](../pictures/map.svg) and [this](https://example.org/a.md).\n",
    "pages/en/guide/index.md": "---\ntitle: Guide & more\ndescription: How to read\n---\nNo heading. [Back](../about.md)\n",
    "pages/es/about.md": "Texto\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
    "pages/pictures/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    "pages/drafts/secret.md": "SECRET\n",
    "pages/.hidden/page.md": "SECRET\n",
    "pages/robots.txt": "User-agent: *\n",
    "pages/notes.txt": "SECRET\n",
}


def test_the_digests_pages_and_files_are_those_of_mkdocs_byte_for_byte(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    result = run("digest", "build", "--strict", folder=tmp_path)
    assert result.returncode == 0, result.stderr
    alone, ours = tree(tmp_path / "site"), tree(sample)
    themes = {path for path in ours if path.startswith(("assets/images/", "assets/stylesheets/"))}
    assert set(alone) == set(ours) - themes
    written = {f"{code}/about/index.html" for code in ("en", "es", "fr", "ar", "pt")}
    assert {path for path in alone if alone[path] != ours[path]} == written


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_site(tmp_path_factory.mktemp("alone"), PAGES, mkdocs_yml=f"{TWO_YML}exclude_docs: drafts/\n")
    result = run("digest", "build", folder=folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_ordinary_pages_stand_in_the_digests_own_document(site: Path) -> None:
    about = page(site, "en/about/index.html")
    assert about.count("<!doctype html>") == 1
    assert '<html lang="en" dir="ltr">' in about
    assert '<h1 id="about-us">About us</h1>' in about
    assert '<li><a href="../guide/">Guide &amp; more</a></li>' in about
    assert 'href="../../es/about/" hreflang="es"' in about
    assert "<td>1</td>" in page(site, "es/about/index.html")


def test_links_between_files_become_links_between_pages(site: Path) -> None:
    about = page(site, "en/about/index.html")
    assert '<a href="../guide/#two">guide</a>' in about
    assert 'src="../../pictures/map.svg"' in about
    assert 'href="https://example.org/a.md"' in about
    assert '<a href="../about/">Back</a>' in page(site, "en/guide/index.html")


def test_a_title_comes_from_the_front_matter_and_is_the_heading_where_there_is_none(site: Path) -> None:
    guide = page(site, "en/guide/index.html")
    assert "<title>Guide &amp; more – The Digest</title>" in guide
    assert '<meta name="description" content="How to read">' in guide
    assert "<h1>Guide &amp; more</h1>" in guide


def test_only_what_may_go_out_is_in_the_site(site: Path) -> None:
    assert [path for path, content in tree(site).items() if b"SECRET" in content] == []
    assert {"robots.txt", "pictures/map.svg", "404.html", "sitemap.xml", "en/feed.xml"} <= set(tree(site))
    assert not (site / "notes.txt").exists()


def test_an_owners_own_page_stands_in_place_of_ours(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"pages/index.md": "# Welcome to the newsroom\n"}, mkdocs_yml=YML)
    assert run("digest", "build", folder=folder).returncode == 0
    assert "Welcome to the newsroom" in page(folder / "site", "index.html")


def test_what_is_wrong_is_told_and_keeps_a_strict_build_from_changing_the_site(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"pages/en/about.md": "[nowhere](gone.md)\n"}, mkdocs_yml=YML)
    write(folder / "site/old.html", "old")
    strict = run("digest", "build", "--strict", folder=folder)
    assert strict.returncode == 1
    assert "pages/en/about.md:1: warning: this links to “gone.md”" in strict.stdout
    assert "1 problem, and this build is strict: the site stays as it was" in strict.stderr
    assert tree(folder / "site") == {"old.html": b"old"}
    assert run("digest", "build", folder=folder).returncode == 0
    assert not (folder / "site/old.html").exists()


def test_a_page_whose_name_no_link_can_spell_is_told_and_the_others_are_built(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"pages/en/about.md": "# About us\n"}, mkdocs_yml=YML)
    (folder / "content" / "pages" / "en" / os.fsdecode(b"caf\xe9.md")).write_text(
        "# Café\n", encoding="utf-8"
    )
    result = run("digest", "build", folder=folder)
    assert (
        "pages/en/caf�.md:1: error: no link can spell this name, which is not in UTF-8; rename"
        in result.stdout
    )
    assert (folder / "site" / "en" / "about" / "index.html").is_file()


def test_an_extension_that_names_python_code_is_left_out_and_told(tmp_path: Path) -> None:
    yml = f"{YML}markdown_extensions:\n  - admonition\n  - no.such.extension\n  - toc:\n      slugify: !!python/name:os.system\n"
    text = "# About\n\n!!! note\n    Mind this.\n"
    folder = a_site(tmp_path, {"pages/en/about.md": text}, mkdocs_yml=yml)
    result = run("digest", "build", "--strict", folder=folder)
    assert result.returncode == 0, result.stderr
    assert "notice: toc is left out of ordinary pages; an option of it names Python code" in result.stdout
    assert "notice: no.such.extension is left out of ordinary pages" in result.stdout
    assert '<div class="admonition note">' in page(folder / "site", "en/about/index.html")


def test_hidden_files_at_the_top_of_the_site_stay(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=YML)
    write(folder / "site/.git/config", "[core]")
    write(folder / "site/old.html", "old")
    assert run("digest", "build", folder=folder).returncode == 0
    assert (folder / "site/.git/config").is_file()
    assert not (folder / "site/old.html").exists()
    assert [path.name for path in folder.iterdir() if path.name.startswith(".site")] == []


@pytest.mark.parametrize("site_dir", [".", "..", "content", "content/site"])
def test_a_site_dir_that_holds_sources_or_lies_among_them_is_refused(tmp_path: Path, site_dir: str) -> None:
    folder = a_site(tmp_path / "site", mkdocs_yml=YML)
    before = tree(tmp_path)
    refused = run("digest", "build", "--site-dir", site_dir, folder=folder)
    assert refused.returncode == 1
    assert "site_dir: it " in refused.stderr
    assert tree(tmp_path) == before


def test_a_folder_with_files_that_no_build_wrote_is_refused_and_keeps_them(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    held = tmp_path.parent / f"{tmp_path.name}-other"
    write(held / "notes/keep.txt", "What nobody has twice.")
    result = run("digest", "build", "--site-dir", str(held), folder=folder)
    assert result.returncode == 1
    assert "holds files that no build wrote; name a new or an empty folder, or a site" in result.stderr
    assert tree(held) == {"notes/keep.txt": b"What nobody has twice."}


def test_in_a_host_the_digest_alone_is_written(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=YML.replace("content/pages", "docs"))
    write(folder / "docs/index.md", "# The owner's home\n")
    assert run("digest", "build", folder=folder).returncode == 0
    assert [path.name for path in (folder / "site").iterdir()] == ["digest"]
    assert "owner" not in page(folder / "site", "digest/index.html")


@needs("unshare")
def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    folder = a_site(tmp_path / "site", mkdocs_yml=f"{YML}site_dir: disk/site\n")
    script = (
        'mount -t tmpfs -o size=200k none disk && mkdir disk/site && echo old > disk/site/old.html && "$0" -m digest build; '
        'echo "status $?"; ls -A disk disk/site'
    )
    (folder / "disk").mkdir()
    done = in_namespace("sh", "-c", script, sys.executable, folder=folder)
    assert "status 1" in done.stdout
    assert "No space left on device" in done.stderr
    assert done.stderr.rstrip().endswith("site is as it was")
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.split("status 1\n")[1].split() == ["disk:", "site", "disk/site:", "old.html"]


@pytest.mark.thorough
def test_killed_at_any_moment_the_site_is_the_old_or_the_new_and_the_next_run_an_undisturbed_one(
    tmp_path: Path,
) -> None:
    folder = a_site(tmp_path, PAGES, mkdocs_yml=YML)
    run("digest", "build", folder=folder, check=True)
    write(folder / "content/articles/more.md", (folder / "content/articles/wtop.md").read_bytes())
    old = tree(folder / "site")
    start = time.monotonic()
    run("digest", "build", "--site-dir", "wanted", folder=folder, check=True)
    whole = time.monotonic() - start
    new = tree(folder / "wanted")
    assert old != new
    for moment in range(50):
        process = subprocess.Popen(
            [sys.executable, "-m", "digest", "build"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * (moment + 1) / 50)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(folder / "site") in (old, new)
    run("digest", "build", folder=folder, check=True)
    assert tree(folder / "site") == new
    assert [path.name for path in folder.iterdir() if path.name.startswith(".site")] == []


def test_front_matter_without_end_and_half_an_address_end_no_build(tmp_path: Path) -> None:
    layers = "".join(f"l{one + 1}: &l{one + 1} [{', '.join([f'*l{one}'] * 9)}]\n" for one in range(9))
    front = f"---\nl0: &l0 [x]\n{layers}title: *l9\ndescription: *l9\n---\n"
    folder = a_site(tmp_path, {"pages/en/odd.md": f"{front}# Odd\n\n[half](http://[x)\n"}, mkdocs_yml=YML)
    result = run("digest", "build", folder=folder)
    assert result.returncode == 0, result.stderr
    odd = page(folder / "site", "en/odd/index.html")
    assert "<title>Odd" in odd
    assert 'href="http://[x"' in odd
