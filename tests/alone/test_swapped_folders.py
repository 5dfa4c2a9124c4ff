"""`digest.alone.swap`: a folder takes the place of another as a whole, whatever killed runs have left."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest
from sites import tree

from digest.alone.swap import replacing
from digest.errors import DigestError


def write_site(target: Path, text: str) -> None:
    with replacing(target) as new:
        (new / "index.html").write_text(text)


def stopped(target: Path, error: BaseException) -> None:
    with replacing(target) as new:
        (new / "index.html").write_text("half of")
        raise error


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_folder_that_is_not_there_yet_is_made_with_those_above_it(tmp_path: Path) -> None:
    write_site(tmp_path / "a/b/site", "new")
    assert tree(tmp_path / "a/b") == {"site/index.html": b"new"}


def test_nothing_of_the_old_folder_stays_but_what_its_owner_hid_at_its_top(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git/HEAD").write_text("ref")
    (site / ".nojekyll").touch()
    (site / "es").mkdir()
    (site / "es/.hidden").touch()
    (site / "old.html").touch()
    write_site(site, "new")
    assert set(tree(site)) == {".git/HEAD", ".nojekyll", "index.html"}
    assert names(tmp_path) == {"site"}


def test_a_hidden_file_that_the_new_folder_brings_itself_is_the_new_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".nojekyll").write_text("old")
    with replacing(site) as new:
        (new / ".nojekyll").write_text("new")
    assert (site / ".nojekyll").read_text() == "new"


def test_who_may_read_the_folder_stays_as_its_owner_chose(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    site.chmod(0o711)
    write_site(site, "new")
    assert site.stat().st_mode & 0o777 == 0o711


@pytest.mark.parametrize("error", [ValueError(), KeyboardInterrupt()])
def test_after_an_error_or_a_stop_the_old_folder_is_as_it_was(tmp_path: Path, error: BaseException) -> None:
    site = tmp_path / "site"
    write_site(site, "old")
    with pytest.raises(type(error)):
        stopped(site, error)
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_a_folder_that_a_killed_run_had_moved_away_comes_back(tmp_path: Path) -> None:
    left = tmp_path / ".site.old-abc"
    left.mkdir()
    (left / "index.html").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        stopped(tmp_path / "site", KeyboardInterrupt())
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_what_a_killed_run_had_replaced_already_goes_and_its_hidden_files_move_on(tmp_path: Path) -> None:
    site, left = tmp_path / "site", tmp_path / ".site.old-abc"
    left.mkdir()
    (left / ".git").write_text("kept")
    (left / "old.html").touch()
    site.mkdir()
    write_site(site, "new")
    assert tree(tmp_path) == {"site/.git": b"kept", "site/index.html": b"new"}


def test_the_half_of_a_killed_run_goes_and_that_of_one_at_work_stays(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".site.new-dead", tmp_path / ".site.new-alive"
    dead.mkdir()
    alive.mkdir()
    handle = os.open(alive, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        write_site(tmp_path / "site", "new")
    finally:
        os.close(handle)
    assert names(tmp_path) == {"site", ".site.new-alive"}


def test_folders_of_other_sites_beside_it_are_nobodys_business(tmp_path: Path) -> None:
    for name in (".site-two.new-x", ".other.old-y", "site.new-z"):
        (tmp_path / name).mkdir()
    write_site(tmp_path / "site", "new")
    assert names(tmp_path) == {"site", ".site-two.new-x", ".other.old-y", "site.new-z"}


def test_a_link_is_followed_to_the_folder_it_means(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")
    write_site(tmp_path / "site", "new")
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "disk") == {"index.html": b"new"}


def test_where_a_file_stands_for_a_folder_on_the_way_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(DigestError, match=r"cannot be written.*; site is as it was"):
        write_site(tmp_path / "a/site", "new")


def test_a_full_disk_while_writing_is_told_with_the_file(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, "old")
    full = OSError(28, "No space left on device", "x.html")
    with pytest.raises(DigestError, match=r"No space left on device \(x\.html\); site is as it was"):
        stopped(site, full)
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_what_was_replaced_is_handed_to_the_next_and_never_to_two(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "cache/digest"
    for text in ("first", "second"):
        with replacing(site, kept) as new:
            assert not names(new)
            (new / "index.html").write_text(text)
    assert tree(kept) == {"spare/index.html": b"first"}
    with replacing(site, kept) as new:
        assert tree(new) == {"index.html": b"first"}
        assert not names(kept)
        with replacing(site, kept) as other:
            assert not names(other)
        (new / "index.html").unlink()
        (new / "index.html").write_text("third")
    assert tree(tmp_path) == {"site/index.html": b"third", "cache/digest/spare/index.html": b"second"}


def test_what_cannot_be_kept_is_removed_and_what_its_owner_hid_is_not_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / "file").touch()
    for kept in (tmp_path / "file", tmp_path / "cache"):
        write_site(site, "old")
        (site / ".nojekyll").touch()
        with replacing(site, kept) as new:
            (new / ".nojekyll").touch()
            (new / "index.html").write_text("new")
        assert tree(site) == {".nojekyll": b"", "index.html": b"new"}
        assert names(tmp_path) <= {"site", "file", "cache"}
    assert not (tmp_path / "cache/spare").exists()
