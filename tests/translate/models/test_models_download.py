"""Downloads from an index on the loopback: broken off, gone on with, begun again, refused."""

from __future__ import annotations

import hashlib
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from package_server import Served, an_archive, models, names, package_server, quiet

from digest.errors import PackageError
from digest.translate.models import Models


@pytest.fixture
def served() -> Iterator[Served]:
    with package_server() as served:
        yield served


def test_a_download_that_breaks_off_goes_on_where_it_stopped(tmp_path: Path, served: Served) -> None:
    archive = served.offer()
    served.cut_after = [10_000, 10_000, 20_000]
    told: list[tuple[int, int]] = []
    served.asked.clear()
    models(tmp_path, served).install("es_en", lambda done, total: told.append((done, total)))
    assert [wanted for path, wanted in served.asked if path.endswith("model")] == [
        "",
        "bytes=10000-",
        "bytes=30000-",
    ]
    assert told[-1] == (len(archive), len(archive))


def test_a_download_goes_on_in_the_next_run(tmp_path: Path, served: Served) -> None:
    archive = served.offer()
    # The index, one piece, and then nothing as often as it is tried.
    served.cut_after = [len(served.files["/index.json"]), 10_000, 0]
    with pytest.raises(PackageError, match="it ends after 10000 bytes"):
        models(tmp_path, served).install("es_en", quiet)
    assert names(tmp_path / "downloads") == [
        "translate-es_en-0.1.argosmodel.from",
        "translate-es_en-0.1.argosmodel.part",
    ]
    _, pin = models(tmp_path, served).install("es_en", quiet)
    assert served.asked[-1][1] == "bytes=10000-"
    assert pin.sha256 == hashlib.sha256(archive).hexdigest()


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let this process write no more than that into a file, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_named_and_no_fault_of_the_address(tmp_path: Path, served: Served) -> None:
    archive = served.offer()
    with no_file_larger_than(10_000), pytest.raises(PackageError) as caught:
        models(tmp_path, served).install("es_en", quiet)
    place = tmp_path / "downloads" / "translate-es_en-0.1.argosmodel"
    assert str(caught.value) == f"{place} cannot be written: File too large"
    assert [path for path, _ in served.asked] == ["/index.json", "/es_en-0.1.argosmodel"]
    assert models(tmp_path, served).install("es_en", quiet)[1].sha256 == hashlib.sha256(archive).hexdigest()
    assert served.asked[-1][1] == "bytes=10000-"


@pytest.mark.parametrize("ranges", [True, False])
def test_a_download_begins_again_where_the_file_changed_or_the_server_cannot_go_on(
    tmp_path: Path, served: Served, *, ranges: bool
) -> None:
    served.offer()
    served.cut_after = [len(served.files["/index.json"]), 10_000, 0]
    with pytest.raises(PackageError):
        models(tmp_path, served).install("es_en", quiet)
    served.files.clear()
    served.ranges = ranges
    archive = served.offer(archive=an_archive(files={"README.txt": b"changed since"}))
    assert models(tmp_path, served).install("es_en", quiet)[1].sha256 == hashlib.sha256(archive).hexdigest()


def test_a_part_that_is_longer_than_the_file_is_begun_again(tmp_path: Path, served: Served) -> None:
    archive = served.offer()
    part = tmp_path / "downloads" / "translate-es_en-0.1.argosmodel.part"
    part.parent.mkdir()
    part.write_bytes(bytes(len(archive) + 1))
    tag = f'"{hashlib.sha256(archive).hexdigest()}"'
    part.with_suffix(".from").write_text(json.dumps([f"{served.address}es_en-0.1.argosmodel", tag]))
    assert models(tmp_path, served).install("es_en", quiet)[1].sha256 == hashlib.sha256(archive).hexdigest()


def test_the_next_address_is_tried_where_one_does_not_answer(tmp_path: Path, served: Served) -> None:
    served.offer()
    index = json.loads(served.files["/index.json"])
    index[0]["links"] = ["missing.argosmodel", "ipfs://nowhere", *index[0]["links"]]
    served.files["/index.json"] = json.dumps(index).encode()
    assert models(tmp_path, served).install("es_en", quiet)[1].version == "0.1"


@pytest.mark.parametrize(
    ("index", "reason"),
    [(b"no json", "is no index"), (b"[" * 200_000, "is no index"), (b"{}", "holds no list"), (None, "404")],
)
def test_what_is_no_index_is_named(tmp_path: Path, served: Served, index: bytes | None, reason: str) -> None:
    served.files = {} if index is None else {"/index.json": index}
    with pytest.raises(PackageError, match=reason):
        models(tmp_path, served).offered()


def test_no_address_leads_to_a_file_of_this_machine(tmp_path: Path, served: Served) -> None:
    (tmp_path / "index.json").write_text("[]")
    with pytest.raises(PackageError, match="no address of the web"):
        Models(packages=tmp_path, pins_file=tmp_path, downloads=tmp_path, index=tmp_path.as_uri()).offered()
    served.moved["/index.json"] = (tmp_path / "index.json").as_uri()
    with pytest.raises(PackageError, match="cannot be had"):
        models(tmp_path, served).offered()


def test_what_makes_no_sense_in_an_index_is_left_out(tmp_path: Path, served: Served) -> None:
    served.offer("es_en")
    index = json.loads(served.files["/index.json"])
    odd = [None, 1, {}, {"from_code": "es"}, {**index[0], "links": 3}, {**index[0], "from_code": "../es"}]
    index[0]["links"] = ["http://[no-address", "file:///etc/hosts", *index[0]["links"]]
    served.files["/index.json"] = json.dumps([*odd, *index, {**index[0], "type": "sbd"}]).encode()
    [offer] = models(tmp_path, served).offered()
    assert (offer.name, offer.addresses) == ("es_en", (f"{served.address}es_en-0.1.argosmodel",))


def test_a_server_that_leads_to_no_address_is_named(tmp_path: Path, served: Served) -> None:
    served.offer()
    served.moved["/es_en-0.1.argosmodel"] = "http://[no-address"
    with pytest.raises(PackageError, match=r"argosmodel cannot be had: Invalid IPv6 URL"):
        models(tmp_path, served).install("es_en", quiet)


@pytest.mark.parametrize("index", ["mirror", "mirror/index.json"])
def test_a_copy_of_an_index_in_a_folder_does_as_well(tmp_path: Path, served: Served, index: str) -> None:
    archive = served.offer()
    folder = tmp_path / "mirror"
    folder.mkdir()
    # Saved as it is, its links lead to Argos's own host.
    listed = json.loads(served.files["/index.json"])
    listed[0]["links"] = [f"https://data.invalid/{listed[0]['links'][0]}"]
    (folder / "index.json").write_text(json.dumps(listed))
    (folder / "es_en-0.1.argosmodel").write_bytes(archive)
    ours = replace(models(tmp_path), index=str(tmp_path / index))
    assert [one.name for one in ours.offered()] == ["es_en"]
    assert ours.install("es_en", quiet)[1].sha256 == hashlib.sha256(archive).hexdigest()
    assert names(folder) == ["es_en-0.1.argosmodel", "index.json"], "the copy stays"


def test_a_folder_without_an_index_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=r"index\.json cannot be read: No such file"):
        replace(models(tmp_path), index=str(tmp_path)).offered()
