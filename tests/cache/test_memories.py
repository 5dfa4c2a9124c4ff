"""What functions remember of texts is given back; tables stay."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from types import ModuleType

import pytest

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
