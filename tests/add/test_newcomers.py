"""What newcomers meet on the way: a broken feed, a run that writes nothing, a site without content."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import a_site, run

PAGE = (
    '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>El puerto crece</title>'
    '<link rel="canonical" href="https://wtop.com/puerto"></head><body><article><h1>El puerto crece</h1>'
    "<p>El ayuntamiento aprobó el jueves el plan del nuevo puerto de la ciudad tras dos años de debate.</p>"
    "<p>«Construiremos el puerto juntos este año», dijo la alcaldesa Elena Campos.</p></article></body></html>"
)


@pytest.mark.parametrize(
    "feed",
    ["<rss><channel", "<rss><channel><title>Faro</title>", "<feed xmlns='http://www.w3.org/2005/Atom'><entr"],
)
def test_a_feed_that_is_broken_before_its_first_entry_is_an_error(tmp_path: Path, feed: str) -> None:
    site = a_site(tmp_path)
    (tmp_path / "feed.xml").write_text(feed, "utf-8")
    done = run("digest", "add", "feed.xml", folder=site)
    assert done.returncode == 1
    assert "failed: feed.xml: this is broken XML" in done.stdout


def test_a_whole_feed_without_entries_is_none(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    (tmp_path / "feed.xml").write_text("<rss><channel><title>Faro</title></channel></rss>", "utf-8")
    done = run("digest", "add", "feed.xml", folder=site)
    assert (done.returncode, done.stderr.strip()) == (0, "nothing to add")


def test_a_dry_run_says_what_would_be_added(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    dry = run("digest", "add", "--dry-run", "page.html", folder=site)
    assert dry.stdout.startswith("would be added: content/articles/")
    assert run("digest", "add", "page.html", folder=site).stdout.startswith("added: content/articles/")


def test_without_a_content_folder_nothing_is_translated_and_none_is_made(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: B\nsite_url: https://b.example/\ndocs_dir: content/pages\nplugins:\n  - digest:\n      languages: [en]\n"
    )
    done = run("digest", "translate", folder=tmp_path)
    assert done.returncode == 1
    assert "content: there is no such folder, so there is nothing to translate" in done.stderr
    assert not (tmp_path / "content").exists()
