"""Other machines translate with the engines of the one that asks, or say what they lack."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from argos_packages import unpacked
from memories import a_use, settings_in

from digest.model import Engine
from digest.translate import TranslationEngine, engines
from digest.translate.backlog import Filled
from digest.translate.fill import fill

PEACE = a_use("Queremos paz.")


class Elsewhere:
    """An engine that only the machine that asks has."""

    def __init__(self, stamp: Engine) -> None:
        self._stamp = stamp

    def stamp(self, *_pair: str) -> Engine | None:
        return self._stamp

    def translate(self, texts: Sequence[str], *_pair: str) -> list[str]:
        raise AssertionError(f"a worker has its own engines: {texts}")


def filled(folder: Path, name: str, engine: TranslationEngine) -> Filled:
    settings = settings_in(folder, engines={"default": (name,)})
    with ThreadPoolExecutor(1) as executor:
        (found,) = fill(
            [(PEACE.segment, PEACE.target)], settings=settings, engines={name: engine}, executor=executor
        )
    return found


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("apertium", "it comes as a package of that machine's system: apt-get install apertium-…"),
        ("firefox", "run digest models install there"),
    ],
)
def test_a_worker_says_which_engine_it_lacks_and_where_that_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, how: str
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    engine = Elsewhere(Engine(name=name, model="xxa-xxb", version="7.1"))
    [failure] = filled(tmp_path, name, engine).failures
    assert failure.endswith(f": {name} xxa-xxb 7.1 is not here, which translates es → en; {how}")


def test_a_worker_with_another_version_translates_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = unpacked(tmp_path / "packages")
    # The library reads the variable once, when it is first imported: another test may have done so.
    monkeypatch.setattr("argostranslate.settings.package_data_dir", packages)
    monkeypatch.setattr("argostranslate.settings.package_dirs", [packages])
    own = engines(settings_in(tmp_path))["argos"]
    assert filled(tmp_path, "argos", own).translations
    stamp = own.stamp("es", "en")
    assert stamp
    found = filled(tmp_path, "argos", Elsewhere(replace(stamp, version="99.0")))
    assert not found.translations
    assert "99.0 is not here" in found.failures[0]
