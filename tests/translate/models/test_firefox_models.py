"""Models of Firefox from a catalogue like Mozilla's, on the loopback and in a folder: installed, pinned, checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from firefox_models import a_catalogue
from package_server import Served, package_server, quiet
from sites import a_site, run

from digest.errors import PackageError
from digest.translate.engines.firefox import Firefox
from digest.translate.models import FirefoxModels, load_pins

RECORDS = "v1/buckets/main/collections/translations-models-v2/records"


@pytest.fixture
def served() -> Iterator[Served]:
    with package_server() as served:
        yield served


@pytest.fixture(scope="module")
def catalogue() -> tuple[dict[str, Any], dict[str, bytes]]:
    return a_catalogue("pt_en")


def offered(served: Served, catalogue: tuple[dict[str, Any], dict[str, bytes]]) -> str:
    """Offer a catalogue as Remote Settings does, its attachments elsewhere; return the address of its records."""
    records, attachments = catalogue
    root = {"capabilities": {"attachments": {"base_url": f"{served.address}cdn/"}}}
    served.files |= {f"/{RECORDS}": json.dumps(records).encode(), "/v1/": json.dumps(root).encode()}
    served.files |= {f"/cdn/{location}": data for location, data in attachments.items()}
    return f"{served.address}{RECORDS}"


def in_a_folder(folder: Path, catalogue: tuple[dict[str, Any], dict[str, bytes]]) -> Path:
    records, attachments = catalogue
    folder.mkdir()
    (folder / "records.json").write_text(json.dumps(records))
    for location, data in attachments.items():
        (folder / Path(location).name).write_bytes(data)
    return folder


def models(folder: Path, index: str | Path) -> FirefoxModels:
    return FirefoxModels(
        packages=folder / "packages",
        pins_file=folder / "models.toml",
        downloads=folder / "downloads",
        index=str(index),
    )


def test_a_model_comes_from_the_catalogue_is_pinned_and_translates(
    tmp_path: Path, served: Served, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    ours = models(tmp_path, offered(served, catalogue))
    assert [(one.name, one.version) for one in ours.offered()] == [("pt_en", "2.0-tiny")]
    name, pin = ours.install("pt_en", quiet)
    assert load_pins(tmp_path / "models.toml", "firefox") == {name: pin}
    assert [path for path, _ in served.asked if "lex" in path] == [], "the shortlist is left out"
    assert sorted(path.name for path in (tmp_path / "packages/pt_en").iterdir()) == [
        "metadata.json",
        "model.bin",
        "vocab.spm",
    ]
    engine = Firefox(tmp_path / "packages", models_file=tmp_path / "models.toml")
    assert engine.translate(["Queremos paz."], "pt-BR", "en") == ["We want peace."]
    assert [(one.used, one.fault) for one in ours.states(thorough=True)] == [(True, None)]
    assert list((tmp_path / "downloads").iterdir()) == []


def test_a_folder_a_file_and_a_mirror_without_a_root_do_as_well(
    tmp_path: Path, served: Served, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    folder = in_a_folder(tmp_path / "mirror", catalogue)
    pins = [models(tmp_path / "a", folder).install("pt_en", quiet)[1]]
    pins.append(models(tmp_path / "b", folder / "records.json").install("pt_en", quiet)[1])
    served.files |= {f"/{location}": data for location, data in catalogue[1].items()}
    served.files["/records.json"] = json.dumps(catalogue[0]).encode()
    pins.append(models(tmp_path / "c", f"{served.address}records.json").install("pt_en", quiet)[1])
    assert len(set(pins)) == 1


def test_the_best_of_a_pair_is_taken_and_then_the_pinned_one(
    tmp_path: Path, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    records, attachments = catalogue
    ways = [("1.0", "base-memory"), ("2.0", "tiny"), ("3.0a1", "base"), ("2.0", "base-memory")]
    every = [{**one, "version": v, "architecture": a} for v, a in ways for one in records["data"]]
    folder = in_a_folder(tmp_path / "mirror", ({"data": every}, attachments))
    assert models(tmp_path, folder).install("pt_en", quiet)[1].version == "2.0-base-memory"
    newer = [{**one, "version": "4.0"} for one in records["data"]]
    (folder / "records.json").write_text(json.dumps({"data": [*every, *newer]}))
    assert models(tmp_path, folder).install("pt_en", quiet)[1].version == "2.0-base-memory"
    (folder / "records.json").write_text(json.dumps({"data": newer}))
    with pytest.raises(
        PackageError, match=r"pins pt_en 2\.0-base-memory, and the catalogue offers 4\.0-tiny"
    ):
        models(tmp_path, folder).install("pt_en", quiet)


def test_what_is_not_what_the_catalogue_says_is_not_installed(
    tmp_path: Path, served: Served, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    address = offered(served, catalogue)
    record = next(one for one in catalogue[0]["data"] if one["fileType"] == "vocab")
    path = f"/cdn/{record['attachment']['location']}"
    served.files[path] = served.files[path][:-1] + b"!"
    with pytest.raises(PackageError, match="another sha256"):
        models(tmp_path, address).install("pt_en", quiet)
    damaged = [{**one, "decompressedHash": hashlib.sha256(b"").hexdigest()} for one in catalogue[0]["data"]]
    small = [{**one, "decompressedSize": 10} for one in catalogue[0]["data"]]
    for number, (data, wanted) in enumerate(((damaged, "another sha256"), (small, "more than the 10 bytes"))):
        folder = in_a_folder(tmp_path / f"mirror{number}", ({"data": data}, catalogue[1]))
        with pytest.raises(PackageError, match=wanted):
            models(tmp_path, folder).install("pt_en", quiet)
    assert not (tmp_path / "packages/pt_en").exists()
    assert not (tmp_path / "models.toml").exists()


@pytest.mark.parametrize("text", ["", "[1", "3", '{"data": 3}', '"x"'])
def test_what_is_no_catalogue_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "records.json").write_text(text)
    with pytest.raises(PackageError, match=r"records\.json is no catalogue"):
        models(tmp_path, tmp_path).offered()


def test_a_folder_without_records_is_told_which_file_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=r"records\.json cannot be read: No such file"):
        models(tmp_path, tmp_path).offered()


def test_records_that_make_no_sense_offer_nothing(
    tmp_path: Path, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    record = catalogue[0]["data"][0]
    bad = [
        3,
        {},
        {**record, "sourceLanguage": "../x"},
        {**record, "version": "1 2"},
        {**record, "attachment": {**record["attachment"], "location": "../../etc/passwd"}},
        {**record, "attachment": {**record["attachment"], "hash": "no"}},
        {**record, "fileType": "lex"},
    ]
    (tmp_path / "records.json").write_text(json.dumps({"data": bad}))
    assert models(tmp_path, tmp_path).offered() == ()
    with pytest.raises(PackageError, match="offers no pt_en"):
        models(tmp_path, tmp_path).install("pt_en", quiet)


@pytest.mark.parametrize("kind", ["model", "vocab"])
def test_a_model_of_which_the_catalogue_lacks_a_file_is_not_offered_and_the_file_is_named(
    tmp_path: Path, catalogue: tuple[dict[str, Any], dict[str, bytes]], kind: str
) -> None:
    records = [one for one in catalogue[0]["data"] if one["fileType"] != kind]
    folder = in_a_folder(tmp_path / "mirror", ({"data": records}, catalogue[1]))
    assert models(tmp_path, folder).offered() == ()
    with pytest.raises(PackageError, match=f"no sound record of the {kind} of pt_en 2.0-tiny"):
        models(tmp_path, folder).install("pt_en", quiet)


def test_a_file_that_a_folder_lacks_is_named(
    tmp_path: Path, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    folder = in_a_folder(tmp_path / "mirror", catalogue)
    record = next(one for one in catalogue[0]["data"] if one["fileType"] == "vocab")
    gone = folder / Path(record["attachment"]["location"]).name
    gone.unlink()
    with pytest.raises(PackageError) as caught:
        models(tmp_path, folder).install("pt_en", quiet)
    assert str(caught.value) == f"{gone} is not there; pt_en 2.0-tiny needs it"
    assert not (tmp_path / "packages/pt_en").exists()


def command(folder: Path, *arguments: str) -> CompletedProcess[str]:
    env = {"HOME": str(folder / "home"), "DIGEST_FIREFOX_MODELS": str(folder / "models")}
    return run("digest", "models", *arguments, folder=folder, env=env)


def test_the_commands_install_list_verify_and_remove(
    tmp_path: Path, served: Served, catalogue: tuple[dict[str, Any], dict[str, bytes]]
) -> None:
    folder, index = a_site(tmp_path), offered(served, catalogue)
    done = command(folder, "install", "--engine", "firefox", "--index", index, "pt-BR", "en")
    assert done.stdout.startswith("installed pt_en 2.0-tiny, sha256 "), done.stderr
    assert command(folder, "list").stdout == "firefox pt_en 2.0-tiny: pinned\n"
    vocabulary = folder / "models/pt_en/vocab.spm"
    vocabulary.write_bytes(vocabulary.read_bytes()[:-1])
    verified = command(folder, "verify", "--engine", "firefox")
    assert (verified.returncode, "are not those that models.toml pins" in verified.stdout) == (1, True)
    assert command(folder, "remove", "--engine", "firefox", "pt", "en").stdout == "removed pt_en\n"
    listed = command(folder, "list")
    assert (listed.stdout, "Firefox's models translate" in listed.stderr) == ("", True)
