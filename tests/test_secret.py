"""What is kept counts for who sealed it: a secret of the owner's, or of the user's on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from digest.secret import KEY_VARIABLE, cache_secret, secret_in


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "digest" / "cache-key"


def test_the_first_build_makes_a_secret_that_others_cannot_read(file: Path) -> None:
    first = secret_in(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert secret_in(file) == first


def test_an_owners_secret_goes_before_the_users_and_makes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv(KEY_VARIABLE, "the owner's")
    told = cache_secret()
    assert not [*tmp_path.iterdir()]
    monkeypatch.setenv(KEY_VARIABLE, "")
    users = cache_secret()
    assert (tmp_path / "digest" / "cache-key").is_file()
    assert told != users == cache_secret()


SPOILT: dict[str, Callable[[Path], object]] = {
    "others can read it": lambda file: file.chmod(0o640),
    "it is cut": lambda file: file.write_bytes(b"short"),
    "it is a link": lambda file: file.symlink_to(file.rename(file.with_name("elsewhere"))),
    "it is a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_secret_that_may_be_somebody_elses_is_not_used(spoilt: str, file: Path) -> None:
    first = secret_in(file)
    SPOILT[spoilt](file)
    assert len({first, secret_in(file), secret_in(file)}) == 3


def test_without_a_place_for_a_secret_there_is_another_each_time(file: Path) -> None:
    file.parent.write_text("a file where a folder should be")
    assert secret_in(file) != secret_in(file)
