import lzma
import tomllib
from pathlib import Path

import pytest

from tools.lexicon import make
from tools.lexicon.model1 import learnt
from tools.lexicon.readers import READERS, Pair

PAIRS = [
    Pair("es", "La guerra terminó", "The war is over"),
    Pair("es", "La guerra y la paz", "War and peace"),
    Pair("es", "Queremos la paz", "We want peace"),
    Pair("es", "Queremos pan", "We want bread"),
    Pair("es", "El pan y la sal", "Bread and salt"),
]


def test_words_that_are_met_together_stand_for_each_other() -> None:
    texts, english = make.stemmed(PAIRS, "es")
    found = learnt(texts, english, rounds=20, least=2, most=0.5)
    assert found["guerra", "war"] > 0.8
    assert found["paz", "peac"] > 0.8
    assert ("pan", "war") not in found


def test_a_word_that_most_texts_hold_is_given_no_english() -> None:
    texts, english = make.stemmed(PAIRS, "es")
    assert not any(stem == "la" for stem, _ in learnt(texts, english, rounds=5, least=2, most=0.5))


def test_english_words_that_one_word_stands_for_are_taken_for_each_other() -> None:
    tables = [{"enorme": {"huge": 0.5, "larg": 0.5}}, {"riesig": {"huge": 1.0}}]
    alike = make.synonyms(tables)
    assert alike == {"huge": {"larg": 0.125}, "larg": {"huge": 0.125}}
    assert make.widened(tables[1], alike)["riesig"] == {"huge": 1.0, "larg": 0.375}


def test_english_words_resemble_each_other_by_what_stands_for_both() -> None:
    tables = [{"enorme": {"huge": 0.6, "larg": 0.8}, "rey": {"king": 0.9}}, {"riesig": {"huge": 0.8}}]
    assert make.resembling(tables) == {
        "huge": {"larg": pytest.approx(0.6)},
        "larg": {"huge": pytest.approx(0.6)},
        "king": {},
    }


def test_a_table_is_read_as_it_was_written() -> None:
    english = {"paz": {"peac": 0.9, "calm": 0.1}}
    assert make.read(make.written({"el": 1.1}, english)) == {"el": {}, **english}


def test_of_two_tables_the_larger_weight_of_each_pair_is_kept() -> None:
    one, other = {"rey": {"king": 0.2}}, {"rey": {"king": 0.6, "ruler": 0.1}}
    assert make.merged([one, other]) == {"rey": {"king": 0.6, "ruler": 0.1}}


def test_a_written_table_has_a_line_a_stem_and_the_same_bytes_each_time() -> None:
    data = make.written({"paz": 6.2, "el": 1.1}, {"paz": {"calm": 0.1, "peac": 0.9}})
    assert data == make.written({"el": 1.1, "paz": 6.2}, {"paz": {"peac": 0.9, "calm": 0.1}})
    assert lzma.decompress(data).decode() == "el\t2\npaz\t12\tpeac 18\tcalm 2\n"


@pytest.mark.parametrize("key", ["name", "version", "from", "licence", "holder", "takes", "read"])
def test_every_source_says_where_it_is_from_and_who_allows_what(key: str) -> None:
    sources = tomllib.loads((Path(make.__file__).parent / "sources.toml").read_text(encoding="utf-8"))[
        "source"
    ]
    assert all(source[key] for source in sources)
    assert {source["read"] for source in sources} == set(READERS)
