"""Files of a site are written, or become a second name of what the site before has; that is never changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import tree

from digest.publish import SiteFolder


def test_what_is_the_same_is_linked_and_what_differs_is_written(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for name in ("first", "same", "other"):
        SiteFolder(old).write(f"{name}.html", b"one")
    folder = SiteFolder(new, old)
    for name, content in (("first", b"one"), ("same", b"one"), ("other", b"two")):
        folder.write(f"{name}.html", content)
    assert (new / "same.html").samefile(old / "same.html")
    assert not (new / "other.html").samefile(old / "other.html")
    assert (new / "other.html").read_bytes() == b"two"


def test_a_path_that_is_written_twice_does_not_change_the_site_before(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for name in ("first", "twice"):
        SiteFolder(old).write(name, b"one")
    folder = SiteFolder(new, old)
    for name, content in (("first", b"one"), ("twice", b"one"), ("twice", b"two")):
        folder.write(name, content)
    assert (old / "twice").read_bytes() == b"one"
    assert (new / "twice").read_bytes() == b"two"
    assert len(set(folder.sums.values())) == 2


def test_folders_within_folders_are_made_once_whatever_comes_first(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "not" / "there" / "new")
    for path in ("en/story/one/index.html", "en/index.html", "index.html", "en/story/two/index.html"):
        folder.write(path, path.encode())
    (tmp_path / "not/there/new/fr").mkdir()
    folder.write("fr/index.html", b"")
    assert {path: (tmp_path / "not/there/new" / path).read_text() for path in folder.sums} == {
        path: path if path.startswith(("en", "index")) else "" for path in folder.sums
    }


def test_a_file_where_a_folder_is_to_be_is_an_error(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path)
    folder.write("en", b"")
    with pytest.raises(OSError, match="en"):
        folder.write("en/index.html", b"")


SITE = {
    "first": b"one",
    "en/story/a/index.html": b"same",
    "en/story/b/index.html": b"new",
    "en/page": b"file",
    "en/topic/index.html": b"page",
}


def _file_for_folder(old: Path) -> None:
    (old / "en/topic/index.html").unlink()
    (old / "en/topic").rmdir()
    (old / "en/topic").write_bytes(b"")


def _folder_for_file(old: Path) -> None:
    (old / "en/page").unlink()
    (old / "en/page/deep").mkdir(parents=True)
    (old / "en/page/deep/x").touch()


def _more(old: Path) -> None:
    (old / "gone/deep").mkdir(parents=True)
    (old / "gone/deep/index.html").touch()
    (old / "en/.hidden").touch()
    (old / "empty").mkdir()


def _name_of_ours(old: Path) -> None:
    (old / ".made").mkdir()


def _link_to_a_folder(old: Path) -> None:
    (old / "en/story/b/index.html").unlink()
    (old / "en/story/b").rmdir()
    (old / "en/story/b").symlink_to(old.parent / "outside")


def _link_to_a_file(old: Path) -> None:
    (old / "en/page").unlink()
    (old / "en/page").symlink_to(old.parent / "outside/index.html")


def _shut(old: Path) -> None:
    (old / "en/story").chmod(0o700)
    (old / "en/page").chmod(0o600)


OLDER = (
    _name_of_ours,
    _file_for_folder,
    _folder_for_file,
    _more,
    _link_to_a_folder,
    _link_to_a_file,
    _shut,
    lambda _: None,
)


@pytest.mark.parametrize("made", OLDER)
def test_whatever_an_older_site_left_in_the_folder_the_new_one_is_what_was_written(
    made: Callable[[Path], None], tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"new")
    for name in ("before", "new"):
        older = SiteFolder(tmp_path / name)
        for path, content in SITE.items():
            older.write(path, b"older" if "/b/" in path else content)
    made(tmp_path / "new")
    folder = SiteFolder(tmp_path / "new", tmp_path / "before")
    for path, content in SITE.items():
        folder.write(path, content)
    folder.finish()
    assert tree(tmp_path / "new") == SITE
    assert not any(path.is_symlink() for path in (tmp_path / "new").rglob("*"))
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"first", "en"}
    assert {path.name for path in (tmp_path / "new/en").iterdir()} == {"story", "page", "topic"}
    assert len({path.stat().st_mode for path in (tmp_path / "new").rglob("*") if path.is_dir()}) == 1
    assert len({path.stat().st_mode for path in (tmp_path / "new").rglob("*") if path.is_file()}) == 1
    assert tree(outside) == {"index.html": b"new"}
    assert tree(tmp_path / "before") == SITE | {"en/story/b/index.html": b"older"}


def test_what_stands_in_the_folder_as_it_is_to_be_is_not_written_again(tmp_path: Path) -> None:
    for name in ("before", "new"):
        older = SiteFolder(tmp_path / name)
        for path, content in SITE.items():
            older.write(path, content)
    for path in SITE:
        os.utime(tmp_path / "new" / path, (0, 0))
    folder = SiteFolder(tmp_path / "new", tmp_path / "before")
    for path, content in SITE.items():
        folder.write(path, content)
    folder.finish()
    assert {path for path in SITE if (tmp_path / "new" / path).stat().st_mtime} == {"first"}


def test_a_file_is_no_folder_for_another_one_of_the_same_site(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    folder = SiteFolder(tmp_path / "new", tmp_path / "before")
    folder.write("en/index.html", b"")
    with pytest.raises(OSError, match="en"):
        folder.write("en", b"")
    assert (tmp_path / "new/en/index.html").exists()
