"""What archives of packages may hold, and what is refused before anything of them is used."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from package_server import REGULAR, an_archive, an_archive_at

from digest.errors import PackageError
from digest.translate.engines.argos import Argos
from digest.translate.models.archive import unpack

KNOWN = ("Queremos paz. La llamada fue breve.", "We want peace. The call was short.")


def an_entry(name: str, mode: int = REGULAR) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.filename = name  # as it is: ZipInfo mends some names
    entry.external_attr = mode
    return entry


def refused(tmp_path: Path, reason: str, archive: bytes | None = None, **fields: Any) -> None:
    """Check that an archive is refused for a reason and that nothing of it stands outside its folder."""
    tmp_path.mkdir(exist_ok=True)
    path = tmp_path / "a.argosmodel"
    path.write_bytes(archive if archive is not None else an_archive(**fields))
    into = tmp_path / "deep" / "er" / "into"
    into.mkdir(parents=True)
    with pytest.raises(PackageError, match=reason):
        unpack(path, into)
    outside = {one for one in tmp_path.rglob("*") if into not in one.parents}
    assert outside == {path, into, *into.parents} - {tmp_path, *tmp_path.parents}


@pytest.mark.parametrize(
    "name",
    ["/etc/evil", "../evil", "translate-es_en/../../evil", "C:/evil", "..\\evil", "\\\\host\\evil", "a\tb"],
)
def test_names_that_lead_out_of_the_package_are_refused(tmp_path: Path, name: str) -> None:
    refused(tmp_path, "leads out of the package", entries={an_entry(name): b"evil"})


@pytest.mark.parametrize("mode", [0o120777, 0o020644, 0o010644], ids=["link", "device", "pipe"])
def test_links_and_special_files_are_refused(tmp_path: Path, mode: int) -> None:
    link = an_entry("translate-es_en/model/link", mode << 16)
    refused(tmp_path, "is a link or another special file", entries={link: b"/etc/passwd"})


def test_a_name_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive = an_archive(entries={an_entry("translate-es_en/metadata.json"): b"{}"})
    refused(tmp_path, "holds a name twice", archive)


def test_names_that_differ_by_case_alone_are_refused(tmp_path: Path) -> None:
    refused(tmp_path, "holds a name twice", files={"METADATA.json": b"{}"})


def test_an_archive_of_absurd_size_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    refused(tmp_path, "would unpack to 21 MB", files={"zeros": bytes(21 * 1024**2)})
    assert not list(tmp_path.rglob("zeros"))


def test_an_archive_that_lies_about_its_sizes_gives_no_more_than_it_says(tmp_path: Path) -> None:
    archive = bytearray(an_archive(files={"zeros": bytes(4 * 1024**2)}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = archive.rfind(signature)
        if signature == b"PK\x03\x04":
            at = archive.find(b"translate-es_en/zeros") - 30
        archive[at + offset : at + offset + 4] = struct.pack("<I", 10)
    refused(tmp_path, "is no sound Argos package", bytes(archive))
    assert [path.stat().st_size for path in tmp_path.rglob("zeros")] in ([], [10], [0])


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    refused(tmp_path, "holds 1\\d\\d\\d files", files={f"stanza/{n}": b"" for n in range(1_000)})


@pytest.mark.parametrize(
    ("archive", "reason"),
    [
        (b"", "no sound Argos package"),
        (b"PK no zip at all", "no sound Argos package"),
        (an_archive()[:-500], "no sound Argos package"),
        (an_archive(type="sbd"), "no package that translates"),
        (an_archive(from_code="../es"), "no package that translates"),
        (an_archive(package_version="1/../.."), "no package that translates"),
        (an_archive(package_version=None), "package_version is “”"),
        (an_archive(without="metadata.json", files={"metadata.json": b"{"}), "metadata.json is no JSON"),
        (an_archive(without="metadata.json", files={"metadata.json": b"[" * 200_000}), "json is no JSON"),
        (an_archive(without="metadata.json", files={"metadata.json": b"[]"}), "json holds no object"),
        (an_archive(without="metadata.json"), "no single folder with a metadata.json"),
        (an_archive(entries={an_entry("other/readme"): b""}), "no single folder"),
        (an_archive(without="model.bin"), "has no model/model.bin"),
        (an_archive(without="sentencepiece.model"), "has no model/model.bin, or none of"),
    ],
)
def test_what_is_no_package_is_refused(tmp_path: Path, archive: bytes, reason: str) -> None:
    refused(tmp_path, reason, archive)


def test_a_file_inside_damaged_anywhere_is_refused(tmp_path: Path) -> None:
    whole = an_archive()
    start, end = whole.find(b"model.bin"), whole.find(b"PK", whole.find(b"model.bin"))
    for at in range(start + 9, end, (end - start) // 40):
        archive = bytearray(whole)
        archive[at] ^= 0xFF
        refused(tmp_path / str(at), "no sound Argos package", bytes(archive))


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_files_packed_in_an_unusual_way_are_refused_with_a_word_for_it(tmp_path: Path, packed: int) -> None:
    made = an_archive_at(tmp_path.parent / f"{tmp_path.name}.argosmodel")
    with zipfile.ZipFile(made, "a", packed) as archive:
        archive.writestr("translate-es_en/notes.txt", "What the model was made of.")
    refused(tmp_path, "notes.txt is packed in a way that is not read", made.read_bytes())


def test_nothing_in_a_package_may_be_executed(tmp_path: Path) -> None:
    script = an_entry("translate-es_en/run.sh", 0o100755 << 16)
    unpack(an_archive_at(tmp_path / "a.argosmodel", entries={script: b"#!/bin/sh\n"}), tmp_path / "into")
    assert (tmp_path / "into" / "translate-es_en" / "run.sh").stat().st_mode & 0o111 == 0


@pytest.mark.parametrize("extra", ["stanza/es/tokenize/ancora.pt", "minisbd/es.onnx", "spacy/meta.json", ""])
def test_packages_with_any_sentence_model_or_none_are_cut_by_our_own(tmp_path: Path, extra: str) -> None:
    archive = an_archive_at(tmp_path / "a.argosmodel", files={extra: b"not a model"} if extra else {})
    unpack(archive, tmp_path / "packages")
    assert Argos(tmp_path / "packages").translate([KNOWN[0]], "es", "en") == [KNOWN[1]]


@pytest.mark.parametrize("pair", ["es_en", "en_fr"], ids=["sentencepiece.model", "bpe.model"])
def test_packages_with_either_tokeniser_are_taken(tmp_path: Path, pair: str) -> None:
    unpacked = unpack(an_archive_at(tmp_path / "a.argosmodel", pair), tmp_path / "into")
    assert (unpacked.name, unpacked.version) == (pair, "0.1")
