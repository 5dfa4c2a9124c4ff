"""Files of a site are written, or become a second name of what the site before has; that is never changed."""

from __future__ import annotations

from pathlib import Path

import pytest

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
