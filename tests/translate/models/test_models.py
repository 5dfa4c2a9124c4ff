"""Packages from an index on the loopback, or a file: installed, pinned, checked, removed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from memories import a_use, settings_in
from package_server import Served, an_archive, an_archive_at, models, names, package_server, quiet
from system import in_namespace, needs

from digest.errors import EngineError, PackageError
from digest.translate import load_memory, translate
from digest.translate.engines.argos import Argos
from digest.translate.models.pins import files_digest, load_pins
from digest.translate.models.store import installed


@pytest.fixture
def served() -> Iterator[Served]:
    with package_server() as served:
        yield served


def engine(folder: Path) -> Argos:
    return Argos(folder / "packages", models_file=folder / "models.toml")


def test_a_package_is_downloaded_installed_pinned_and_translates(tmp_path: Path, served: Served) -> None:
    archive = served.offer()
    _, pin = models(tmp_path, served).install("es_en", quiet)
    assert (pin.version, pin.sha256) == ("0.1", hashlib.sha256(archive).hexdigest())
    assert load_pins(tmp_path / "models.toml") == {"es_en": pin}
    assert engine(tmp_path).translate(["Queremos paz."], "es", "en") == ["We want peace."]
    assert names(tmp_path / "downloads") == []


def test_of_several_versions_the_newest_is_taken_and_older_ones_are_replaced(
    tmp_path: Path, served: Served
) -> None:
    served.offer(version="1.9")
    models(tmp_path, served).install("es_en", quiet)
    models(tmp_path, served).remove("es_en")
    an_archive_at(tmp_path / "old.argosmodel", package_version="1.8")
    models(tmp_path).install_file(tmp_path / "old.argosmodel")
    (tmp_path / "models.toml").unlink()
    served.offer(version="1.10")
    models(tmp_path, served).install("es_en", quiet)
    assert [one.version for one in installed(tmp_path / "packages")] == ["1.10"]


def test_the_pinned_version_is_taken_though_a_newer_one_is_offered(tmp_path: Path, served: Served) -> None:
    served.offer(version="1.0")
    models(tmp_path, served).install("es_en", quiet)
    served.offer(version="1.1")
    assert models(tmp_path, served).install("es_en", quiet)[1].version == "1.0"


def test_a_pinned_version_that_is_not_offered_any_more_is_named(tmp_path: Path, served: Served) -> None:
    served.offer(version="1.0")
    models(tmp_path, served).install("es_en", quiet)
    served.files.clear()
    served.offer(version="1.1")
    with pytest.raises(PackageError, match=r"pins es_en 1\.0, and the index offers 1\.1"):
        models(tmp_path, served).install("es_en", quiet)


def test_an_archive_that_is_not_the_pinned_one_is_refused(tmp_path: Path, served: Served) -> None:
    served.offer()
    models(tmp_path, served).install("es_en", quiet)
    before = files_digest(tmp_path / "packages")
    served.files.clear()
    served.offer(archive=an_archive(files={"README.txt": b"another"}))
    with pytest.raises(PackageError, match=r"not the archive that models\.toml pins"):
        models(tmp_path, served).install("es_en", quiet)
    assert files_digest(tmp_path / "packages") == before
    assert names(tmp_path / "downloads") == []


def test_a_package_for_another_pair_than_asked_is_refused(tmp_path: Path, served: Served) -> None:
    served.offer("es_en", archive=an_archive("en_fr"))
    with pytest.raises(PackageError, match="it is en_fr, not es_en"):
        models(tmp_path, served).install("es_en", quiet)
    assert not (tmp_path / "models.toml").exists()
    assert installed(tmp_path / "packages") == ()


def test_a_pair_may_be_named_in_the_tags_of_the_site(tmp_path: Path, served: Served) -> None:
    served.offer("es_pb", archive=an_archive(to_code="pb"))
    name, _ = models(tmp_path, served).install("es-VE_pt-BR", quiet)
    stamp = engine(tmp_path).stamp("es-VE", "pt-BR")
    assert stamp is not None
    assert (name, stamp.model) == ("es_pb", "es_pb")
    assert models(tmp_path).remove("es-VE_pt-BR") == "es_pb"
    assert models(tmp_path).remove("es-VE_pt-BR") is None


def test_a_pair_that_is_not_offered_is_named_with_the_way_by_english(tmp_path: Path, served: Served) -> None:
    served.offer("es_en")
    with pytest.raises(PackageError, match=r"the index offers no es_fr$"):
        models(tmp_path, served).install("es_fr", quiet)
    served.offer("en_fr")
    with pytest.raises(PackageError, match="by way of English: install es en, and en fr"):
        models(tmp_path, served).install("es_fr", quiet)


def test_a_package_changed_after_it_was_pinned_translates_nothing(tmp_path: Path) -> None:
    an_archive_at(tmp_path / "a.argosmodel")
    models(tmp_path).install_file(tmp_path / "a.argosmodel")
    [package] = installed(tmp_path / "packages")
    (package.folder / "README.md").write_text("changed")
    with pytest.raises(EngineError, match=r"files of es_en are not those that models\.toml pins"):
        engine(tmp_path).translate(["Queremos paz."], "es", "en")
    [state] = models(tmp_path).states(thorough=True)
    assert state.fault


def test_another_version_than_the_pinned_one_translates_nothing(tmp_path: Path) -> None:
    for version in ("1.0", "1.1"):
        an_archive_at(tmp_path / f"{version}.argosmodel", package_version=version)
    models(tmp_path).install_file(tmp_path / "1.0.argosmodel")
    pins = (tmp_path / "models.toml").read_text()
    (tmp_path / "models.toml").unlink()
    models(tmp_path).install_file(tmp_path / "1.1.argosmodel")
    (tmp_path / "models.toml").write_text(pins)
    with pytest.raises(EngineError, match=r"pins es_en 1\.0, and 1\.1 is installed"):
        engine(tmp_path).translate(["Queremos paz."], "es", "en")


def test_where_models_are_pinned_no_other_serves(tmp_path: Path) -> None:
    for pair in ("es_en", "en_fr"):
        an_archive_at(tmp_path / f"{pair}.argosmodel", pair)
        models(tmp_path).install_file(tmp_path / f"{pair}.argosmodel")
    assert engine(tmp_path).stamp("es", "fr") is not None
    pinned = (tmp_path / "models.toml").read_text()
    (tmp_path / "models.toml").write_text(pinned[pinned.index("[argos.es_en]") :])
    assert engine(tmp_path).stamp("es", "fr") is None
    (tmp_path / "models.toml").unlink()
    assert engine(tmp_path).stamp("es", "fr") is not None


def test_every_mistake_in_models_toml_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "models.toml").write_text('# ours\n[es_en]\nversion = "1.9"\n\n[spanish]\nsize = 3\n')
    with pytest.raises(PackageError) as caught:
        load_pins(tmp_path / "models.toml")
    said = str(caught.value).splitlines()
    assert [line.split(": ")[0] for line in said] == ["models.toml:2"] * 2 + ["models.toml:5"] * 5
    (tmp_path / "models.toml").write_text("[es_en\n")
    with pytest.raises(PackageError, match=r"models\.toml:1: cannot be read"):
        load_pins(tmp_path / "models.toml")


def test_broken_pins_are_warned_of_and_do_not_stop_a_build(tmp_path: Path) -> None:
    (tmp_path / "models.toml").write_text("[es_en\n")
    told: list[str] = []
    found = translate(
        [a_use("Queremos paz.")],
        load_memory(tmp_path / "memory"),
        settings=settings_in(tmp_path, models_file=tmp_path / "models.toml"),
        warn=told.append,
    )
    assert found == {}
    assert "models.toml:1" in told[0]


def test_removing_takes_away_package_and_pin(tmp_path: Path) -> None:
    an_archive_at(tmp_path / "a.argosmodel")
    models(tmp_path).install_file(tmp_path / "a.argosmodel")
    assert models(tmp_path).remove("es_en")
    assert installed(tmp_path / "packages") == ()
    assert load_pins(tmp_path / "models.toml") == {}
    assert not models(tmp_path).remove("es_en")


KILLED = """
import os, sys, pathlib
from digest.translate.models import Models, store
def killed(_): os.kill(os.getpid(), 9)
setattr(store, sys.argv[2], killed)
folder = pathlib.Path(sys.argv[1])
made = Models(packages=folder / "packages", pins_file=folder / "models.toml", downloads=folder, index="")
made.install_file(folder / "new.argosmodel")
"""


@pytest.mark.parametrize("moment", ["file_digest", "files_digest", "installed"])
def test_whoever_is_killed_while_installing_leaves_the_old_package(tmp_path: Path, moment: str) -> None:
    an_archive_at(tmp_path / "old.argosmodel")
    models(tmp_path).install_file(tmp_path / "old.argosmodel")
    (tmp_path / "models.toml").unlink()
    before = files_digest(tmp_path / "packages")
    an_archive_at(tmp_path / "new.argosmodel", package_version="0.2")
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path, moment], check=False)
    assert done.returncode == -9
    assert files_digest(tmp_path / "packages") == before
    models(tmp_path).install_file(tmp_path / "new.argosmodel")
    assert [one.version for one in installed(tmp_path / "packages")] == ["0.2"]
    assert [path.name for path in (tmp_path / "packages").iterdir()] == ["translate-es_en-0_2"]


@needs("unshare")
def test_packages_may_be_on_a_disk_of_their_own(tmp_path: Path) -> None:
    an_archive_at(tmp_path / "a.argosmodel")
    (tmp_path / "packages").mkdir()
    install = "from package_server import models; from pathlib import Path; folder = Path(sys.argv[1]);"
    install += (
        "print(models(folder).install_file(folder / 'a.argosmodel')[0], models(folder).remove('es_en'))"
    )
    mounted = 'mount -t tmpfs none "$1/packages" && "$2" -c "$3" "$1" && ls -A "$1/packages"'
    code = f"import sys; sys.path.insert(0, '..'); {install}"
    done = in_namespace(
        "sh", "-c", mounted, "sh", tmp_path, sys.executable, code, folder=Path(__file__).parents[1]
    )
    assert (done.stdout, done.stderr) == ("es_en es_en\n.digest-models.lock\n", "")
