"""Python looks for circles rarely wherever a build runs (`digest.collector`)."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from digests import settings

from digest.build import local_pool
from digest.plugin import DigestPlugin


@pytest.fixture(autouse=True)
def as_python_does() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_in_other_processes() -> None:
    with local_pool(settings(jobs=2)) as executor:
        assert executor
        assert executor.submit(gc.get_threshold).result()[0] > 700


def test_under_mkdocs() -> None:
    DigestPlugin().on_startup(command="build", dirty=False)
    assert gc.get_threshold()[0] > 700
