"""What functions remember of texts is given back; tables stay."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from types import ModuleType

import pytest

import digest
from digest.cache import give_back
from digest.languages.latin import folded
from digest.languages.vocabulary import evidence


def a_module(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType(name)
    module.limited = lru_cache(maxsize=9)(str.upper)  # type: ignore[attr-defined]
    module.table = cache(str.upper)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, module)
    module.limited("a"), module.table("a")
    return module


def test_what_a_room_remembers_is_given_back_and_its_tables_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    own, within, beside = (a_module(name, monkeypatch) for name in ("made_up", "made_up.room", "made_up2"))
    give_back("made_up")
    assert [one.limited.cache_info().currsize for one in (own, within, beside)] == [0, 0, 1]
    assert [one.table.cache_info().currsize for one in (own, within, beside)] == [1, 1, 1]


def test_languages_say_the_same_after_they_have_forgotten() -> None:
    before = folded("Ärzte"), evidence("und")
    give_back("digest.languages")
    assert folded.cache_info().currsize == 0
    assert (folded("Ärzte"), evidence("und")) == before


def unlimited() -> Iterator[tuple[str, set[str]]]:
    """Yield the functions that remember all they were ever asked, with the names of what they are given."""
    for module in pkgutil.walk_packages(digest.__path__, "digest."):
        for name, value in vars(importlib.import_module(module.name)).items():
            # A class of functions that remember is none itself.
            remembers = hasattr(value, "cache_parameters") and not inspect.isclass(value)
            if remembers and value.cache_parameters()["maxsize"] is None:
                yield f"{module.name}.{name}", set(inspect.signature(value).parameters)


def test_what_is_remembered_of_texts_words_and_values_has_an_end() -> None:
    """A backlog of 100,000 texts has as many numbers; tables of languages are few."""
    found = dict(unlimited())
    assert "digest.languages.row" in found
    texts = {"text", "word", "value", "sentence", "written", "source", "output", "one", "characters"}
    assert [name for name, given in found.items() if given & texts] == []
