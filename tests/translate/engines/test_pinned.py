"""Where anything is pinned, only what is pinned translates, whichever engine it is of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from memories import a_use, settings_in
from sites import a_site, run
from system import needs

from digest.errors import EngineError, PackageError
from digest.model import Engine
from digest.translate import load_memory, translate
from digest.translate.engines.apertium import Apertium
from digest.translate.models import Pin, load_all_pins, save_pins


class Another:
    """An engine of another package."""

    def stamp(self, *_pair: str) -> Engine | None:
        return Engine(name="another", model="big", version="2")

    def translate(self, texts: Sequence[str], *_pair: str) -> list[str]:
        return ["We want peace." for _ in texts]


def made(folder: Path, pins: dict[str, dict[str, Pin]]) -> tuple[list[str], list[str]]:
    """Return what another engine's translations are, and its failures."""
    for name, some in pins.items():
        save_pins(folder / "models.toml", some, name)
    settings = settings_in(folder, engines={"default": ("another",)}, models_file=folder / "models.toml")
    said: list[str] = []
    use = a_use("Queremos paz.")
    memory = load_memory(folder)
    found = translate([use], memory, settings=settings, engines={"another": Another()}, warn=said.append)
    return [one.text for one in found.values()], said


def test_without_a_file_whatever_is_there_translates(tmp_path: Path) -> None:
    assert made(tmp_path, {}) == (["We want peace."], [])


def test_an_engine_that_is_not_pinned_translates_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, {"other": {"big": Pin(version="2")}}) == ([], [])
    assert made(tmp_path, {"another": {"small": Pin(version="2")}}) == ([], [])


def test_one_that_is_pinned_translates_in_that_version_alone(tmp_path: Path) -> None:
    assert made(tmp_path, {"another": {"big": Pin(version="2")}}) == (["We want peace."], [])
    texts, said = made(tmp_path, {"another": {"big": Pin(version="1")}})
    assert (texts, said) == ([], ["models.toml pins another big 1, and 2 is installed"])


def test_pins_of_one_engine_leave_those_of_others(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text(f'[es_en]\nversion = "1.9"\nsha256 = "{"0" * 64}"\nfiles = "{"1" * 64}"\n')
    save_pins(file, {"spa-eng": Pin(version="0.8")}, "apertium")
    found = load_all_pins(file) or {}
    assert (found["argos"]["es_en"].version, found["apertium"]["spa-eng"].version) == ("1.9", "0.8")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[firefox.pt_en]\nversion = "1"\n', 1),
        ('# x\n[firefox.portuguese]\nversion = "1"\nfiles = "' + "0" * 64 + '"\n', 2),
        ('[apertium."spa eng"]\nversion = "1"\n', 1),
        ("[another.big]\n", 1),
        ('[another.big]\nversion = "1"\nsize = 3\n', 1),
    ],
)
def test_a_mistake_in_a_pin_of_any_engine_is_named(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "models.toml").write_text(text)
    with pytest.raises(PackageError, match=rf"models\.toml:{line}: "):
        load_all_pins(tmp_path / "models.toml")


def command(folder: Path, *arguments: str) -> CompletedProcess[str]:
    env = {"HOME": str(folder / "home"), "ARGOS_PACKAGES_DIR": str(folder / "packages")}
    return run("digest", "models", *arguments, folder=folder, env=env)


@needs("apertium")
def test_apertium_is_pinned_with_its_data_and_checked(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    assert command(folder, "install", "--engine", "apertium", "es", "en").stdout.startswith(
        "installed spa-eng "
    )
    models_file = folder / "models.toml"
    assert Apertium(models_file=models_file).translate(["Queremos paz."], "es", "en") == ["We want peace."]
    pins = (load_all_pins(models_file) or {})["apertium"]
    save_pins(models_file, {"spa-eng": Pin(version=pins["spa-eng"].version, files="0" * 64)}, "apertium")
    assert command(folder, "verify").returncode == 1
    with pytest.raises(EngineError, match="are not those"):
        Apertium(models_file=models_file).translate(["Queremos paz."], "es", "en")
    assert command(folder, "remove", "--engine", "apertium", "es", "en").stdout == "removed spa-eng\n"
