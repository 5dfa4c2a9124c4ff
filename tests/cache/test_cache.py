"""What was made before is taken only where nothing that it was made of is different, and nothing touched it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from builders import a_moment, a_quote, an_article

from digest.cache import Cache, Codec, Stage, UnkeyedError, each, no_cache, opened, remembered
from digest.cache.codec import DamagedError
from digest.cache.fingerprint import Fingerprints
from digest.cache.store import NAME
from digest.model import Article, Quote
from digest.secret import KEY_VARIABLE


def of(*values: Any) -> bytes:
    return Fingerprints().of(*values)


def test_equal_values_have_one_name() -> None:
    assert of(an_article("One"), {"a": (1, None)}) == of(an_article("One"), {"a": (1, None)})


@pytest.mark.parametrize(
    "field", [field.name for field in fields(Article) if field.name not in {"outlet", "written_by"}]
)
def test_a_difference_in_any_field_is_another_name(field: str) -> None:
    article = an_article("One")
    assert of(replace(article, **{field: ("something", 1)})) != of(article)


def test_values_of_different_types_and_shapes_have_different_names() -> None:
    values = ["", "1", 1, 1.0, True, None, b"1", ("1",), ("1", ""), ["11"], {"1": ""}, {"": "1"}, frozenset()]
    names = {of(value) for value in values}
    assert len(names) == len(values)
    assert of("ab", "c") != of("a", "bc")


def test_the_order_of_a_mapping_counts_and_that_of_a_set_does_not() -> None:
    assert of({"a": 1, "b": 2}) != of({"b": 2, "a": 1})
    assert of(frozenset("abcdefgh")) == of(frozenset("hgfedcba"))


def test_what_nobody_can_tell_the_whole_of_has_no_name() -> None:
    with pytest.raises(UnkeyedError, match="object"):
        of(object())


def test_records_come_back_as_they_were() -> None:
    article = an_article("“One and all”, he said.", line_by_field={"title": 1}, authors=("A", "B"))
    quote = a_quote("One and all", article=article, said_at=a_moment())
    assert Codec[Article](Article).load(Codec[Article](Article).dump(article)) == article
    quotes: Codec[Quote] = Codec(Quote, given=(Article,))
    assert quotes.load(quotes.dump(quote), article=article) == quote
    assert article.text.encode() not in quotes.dump(quote)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[1,2,3]", b"null", b'"text"', b"[" * 100_000])
def test_what_is_no_record_is_told(data: bytes) -> None:
    with pytest.raises(DamagedError):
        Codec[Article](Article).load(data)


def test_what_is_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        key = cache.key("kind", "input")
        cache.put("kind", key, b"value")
        assert cache.get("kind", key) == b"value"
    with opened(tmp_path) as cache:
        assert cache.get("kind", cache.key("kind", "input")) == b"value"
        assert cache.get("kind", cache.key("kind", "other")) is None
        assert cache.get("kind", cache.key("other", "input")) is None


def filled(folder: Path, count: int = 40) -> dict[bytes, bytes]:
    with opened(folder) as cache:
        values = {cache.key("kind", number): b"value %d " % number * 200 for number in range(count)}
        for key, value in values.items():
            cache.put("kind", key, value)
    return values


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_says_nothing_wrong_and_can_be_used_again(tmp_path: Path, seed: int) -> None:
    values = filled(tmp_path)
    file = tmp_path / NAME
    chosen = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(file.read_bytes())
    if seed % 4 == 0:
        del data[chosen.randrange(len(data)) :]
    else:
        for _ in range(10 ** (seed % 4)):
            data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
    file.write_bytes(data)
    with opened(tmp_path) as cache:
        assert all(cache.get("kind", key) in {value, None} for key, value in values.items())
    assert filled(tmp_path) == values
    filled(tmp_path)
    with opened(tmp_path) as cache:
        assert all(cache.get("kind", key) == value for key, value in values.items())


def test_a_value_under_another_key_or_another_secret_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = list(filled(tmp_path, 2))
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute("UPDATE made SET value = (SELECT value FROM made WHERE key = ?)", (first,))
    with opened(tmp_path) as cache:
        assert cache.get("kind", first)
        assert cache.get("kind", second) is None
    monkeypatch.setenv(KEY_VARIABLE, "the owner's")
    with opened(tmp_path) as cache:
        assert cache.get("kind", first) is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with opened(tmp_path / "file") as cache:
        assert not cache.keeps
        cache.put("kind", b"key", b"value")
        assert cache.get("kind", b"key") is None


def test_many_builds_write_at_once(tmp_path: Path) -> None:
    def run(at: int) -> None:
        with opened(tmp_path) as cache:
            for number in range(at, at + 60):
                cache.put("kind", cache.key("kind", number), b"%d" % number)
                if number % 7 == 0:
                    cache.flush()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, (0, 20, 40, 60)))
    with opened(tmp_path) as cache:
        assert [cache.get("kind", cache.key("kind", n)) for n in range(120)] == [
            b"%d" % n for n in range(120)
        ]


def test_the_file_has_a_bound_and_what_was_asked_for_last_stays(tmp_path: Path) -> None:
    def run(numbers: Sequence[int]) -> Cache:
        with opened(tmp_path, most=1_000_000) as cache:
            for number in numbers:
                key = cache.key("kind", number)
                if cache.get("kind", key) is None:
                    cache.put("kind", key, bytes(100_000))
        return cache

    for first in range(0, 40, 4):
        run(range(first, first + 8))
        assert (tmp_path / NAME).stat().st_size < 2_000_000
    with opened(tmp_path) as cache:
        assert all(cache.get("kind", cache.key("kind", number)) for number in range(36, 44))


def test_a_run_that_only_reads_drops_nothing(tmp_path: Path) -> None:
    values = filled(tmp_path)
    with opened(tmp_path, most=1) as cache:
        assert cache.get("kind", next(iter(values)))
    with opened(tmp_path) as cache:
        assert all(cache.get("kind", key) == value for key, value in values.items())


@dataclass(frozen=True)
class Doubled:
    number: int


def doubled(number: int) -> Doubled:
    MADE.append(number)
    return Doubled(number * 2)


MADE: list[int] = []
DOUBLING: Stage[int, Doubled] = Stage(
    kind="d", make=doubled, codec=Codec(Doubled), weight=lambda number: number, chunk=64
)


def test_only_what_is_not_known_is_made(tmp_path: Path) -> None:
    for things, made in ((range(4), [0, 1, 2, 3]), (range(6), [4, 5]), (range(6), [])):
        MADE.clear()
        with opened(tmp_path) as cache:
            found = list(each(DOUBLING, things, cache=cache))
        assert found == [Doubled(2 * n) for n in things]
        assert made == MADE


class Here:
    """Runs everything at once, and tells what it was handed."""

    def __init__(self) -> None:
        self.handed: list[list[int]] = []

    def map(self, run: Any, parts: Sequence[list[int]]) -> Any:
        self.handed = list(parts)
        return map(run, parts)


def test_things_are_handed_out_until_they_weigh_enough() -> None:
    here: Any = Here()
    list(each(DOUBLING, [63, 1, 5, 192, 1], cache=no_cache(), executor=here))
    assert here.handed == [[63, 1], [5, 192], [1]]


def test_processes_make_the_same(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool, opened(tmp_path) as cache:
        found = list(each(replace(DOUBLING, chunk=9), range(10), cache=cache, executor=pool))
    assert found == [Doubled(2 * n) for n in range(10)]


def test_what_was_made_of_a_file_that_changed_meanwhile_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "file"
    meanwhile = "2"

    def make(path: Path) -> Doubled:
        value = Doubled(2 * int(path.read_text()))
        path.write_text(meanwhile)
        return value

    stage: Stage[Path, Doubled] = Stage(
        kind="d", make=make, codec=Codec(Doubled), inputs=lambda path: path.read_text()
    )
    with opened(tmp_path) as cache:
        file.write_text("1")
        assert list(each(stage, [file], cache=cache)) == [Doubled(2)]
        assert cache.get("d", cache.key("d", "1")) is None
        meanwhile = "1"
        file.write_text("1")
        assert list(each(stage, [file], cache=cache)) == [Doubled(2)]
        assert cache.get("d", cache.key("d", "1"))


@remembered("halved", Codec(int | None))
def halved(number: int) -> int | None:
    MADE.append(number)
    return None if number % 2 else number // 2


def test_a_function_remembers_what_it_returned_where_a_cache_is_open(tmp_path: Path) -> None:
    MADE.clear()
    for _ in range(2):
        with opened(tmp_path):
            assert [halved(4), halved(3)] == [2, None]
    assert MADE == [4, 3]
    assert halved(4) == 2
    assert MADE == [4, 3, 4]
