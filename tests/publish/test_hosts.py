"""A host's limits: how full a finished site is, and addresses that lead elsewhere as lines of its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from digests import settings
from sites import MKDOCS_YML, a_site, run, write

from digest.model import HOSTS, Host
from digest.publish import fullness, fullness_lines
from digest.publish.outside.lines import Lines, Way


def a_folder(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        write(folder / name.replace("__", "/"), text)
    return folder


def test_files_bytes_and_lines_are_counted_against_the_limits(tmp_path: Path) -> None:
    a_folder(tmp_path, en__story__a="12345", en__story__b="1", _redirects="/a /b 301\n/c /d 301\n")
    host = Host(name="Small", files=2, bytes=1000, folder_files=2, redirects=3, redirects_bytes=100)
    found = fullness(tmp_path, host, ("en",))
    assert [(need.what, need.is_there, need.limit) for need in found.needs] == [
        ("files", 3, 2),
        ("bytes", 26, 1000),
        ("files in one folder", 2, 2),
        ("lines of _redirects", 2, 3),
        ("bytes of _redirects", 20, 100),
    ]
    assert not found.fits
    assert "Small: files: 3 of 2 (150%): more than it takes" in list(fullness_lines(found, host))


def test_pages_that_lead_elsewhere_are_a_kind_of_their_own(tmp_path: Path) -> None:
    a_folder(
        tmp_path,
        **{"en__story__a__index.html": '<meta http-equiv="refresh" content="0">', "en__feed.xml": "<a/>"},
    )
    assert dict(fullness(tmp_path, HOSTS["netlify"], ("en",)).files_by_kind) == {"leading on": 1, "feeds": 1}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    yml = f"{MKDOCS_YML}      host: cloudflare-pages\n"
    files = {"pages/_redirects": "/old /new 302"}
    folder = a_site(tmp_path_factory.mktemp("hosted"), files, mkdocs_yml=yml)
    assert run("digest", "build", "--strict", folder=folder).returncode == 0
    return folder


def test_members_of_a_story_lead_to_it_by_lines_that_the_host_reads(site: Path) -> None:
    first, *lines = (site / "site/_redirects").read_text("utf-8").splitlines()
    assert first == "/old /new 302"
    assert lines
    assert "/digest/en/story/wtop/wtop/ /digest/en/story/newsweek/newsweek/ 301" in lines
    assert not (site / "site/en/story/wtop/wtop").exists()


def test_without_a_host_each_has_a_page(site: Path, tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    assert run("digest", "build", "--strict", folder=folder).returncode == 0
    assert (folder / "site/en/story/wtop/wtop/index.html").is_file()
    assert not (folder / "site/_redirects").exists()


def test_check_says_how_full_a_host_would_be(site: Path) -> None:
    done = run("digest", "check", "--host", "cloudflare-pages", folder=site)
    assert done.returncode == 0
    assert "Cloudflare Pages: files: " in done.stdout
    assert "of 20,000" in done.stdout
    assert (
        run("digest", "check", "--host", "cloudflare-pages", "--site", "site", folder=site).stdout
        == done.stdout
    )


def test_a_site_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run("digest", "check", "--host", "netlify", folder=a_site(tmp_path))
    assert done.returncode == 1
    assert "no such folder; build the site first" in done.stderr


def a_way(number: int, fragment: str = "") -> Way:
    names = {"title": "Ferry", "lang": "en", "direction": "ltr"}
    return Way(path=f"en/story/a/{number}/", target="en/story/a/b/", fragment=fragment, **names)


def test_lines_end_where_the_host_reads_no_more_and_the_rest_are_pages() -> None:
    lines = Lines(settings(host="gitlab-pages"))
    taken = [lines.take(a_way(number)) for number in range(1_200)]
    assert taken == [True] * 1_000 + [False] * 200
    assert len(lines.written.splitlines()) == 1_000
    assert len(lines.written) <= 64 * 1024


def test_room_is_kept_for_the_lines_with_patterns() -> None:
    lines = Lines(settings(host="gitlab-pages", article_pages=False))
    assert sum(lines.take(a_way(number)) for number in range(1_200)) == 996
    assert lines.written.splitlines()[-1].startswith("/digest/ar/article/:outlet/:slug/ ")


def test_a_host_that_reads_no_such_file_gets_none() -> None:
    lines = Lines(settings(host="github-pages", article_pages=False))
    assert not lines.take(a_way(1))
    assert lines.written == ""


def test_check_says_what_to_turn_off_where_a_host_is_nearly_full(tmp_path: Path) -> None:
    a_folder(tmp_path, en__article__a__index="x", en__story__a__index="x")
    told = list(fullness_lines(fullness(tmp_path, Host(name="Small", files=2), ("en",)), HOSTS["netlify"]))
    assert any("article_pages: false" in line for line in told)


@pytest.mark.parametrize("own", ["/old /new 302\n", "/сеть-и-порт-и-гавань /порт-и-гавань-и-сеть 302\n"])
def test_the_owners_lines_count_by_their_bytes_and_come_first(tmp_path: Path, own: str) -> None:
    many = own * 800
    (tmp_path / "_redirects").write_text(many, "utf-8")
    lines = Lines(settings(host="gitlab-pages", pages_dir=tmp_path))
    for number in range(1_200):
        lines.take(a_way(number))
    assert lines.written.startswith(many)
    assert len(lines.written.splitlines()) <= 1_000
    assert len(lines.written.encode()) <= 64 * 1024


def test_an_owners_file_that_is_a_link_out_of_the_pages_is_not_published(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (tmp_path / "secret").write_text("/secret /x 302\n", "utf-8")
    (pages / "_redirects").symlink_to(tmp_path / "secret")
    lines = Lines(settings(host="gitlab-pages", pages_dir=pages))
    assert lines.take(a_way(1))
    assert "secret" not in lines.written
