"""Which outlet an article is of, and what a new one is called: `tests/golden/outlets`."""

from __future__ import annotations

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from golden_cases import FOLDER, rows

from digest.add.outlets import Outlets


@pytest.fixture(scope="module")
def outlets(tmp_path_factory: pytest.TempPathFactory) -> Outlets:
    content: Path = tmp_path_factory.mktemp("outlets")
    shutil.copy(FOLDER / "outlets" / "outlets.yml", content)
    return Outlets(content, ZoneInfo("UTC"))


def given(text: str) -> str | None:
    return None if text == "-" else text


@pytest.mark.parametrize(("url", "name", "id_"), rows("outlets/of.txt"))
def test_an_article_is_of_the_outlet_whose_address_fits_best_and_of_a_name_only_without_one(
    outlets: Outlets, url: str, name: str, id_: str
) -> None:
    found = outlets.of(given(url), given(name))
    assert (found.id if found else "-") == id_


@pytest.mark.parametrize(("url", "name", "id_", "shown", "address"), rows("outlets/new.txt"))
def test_a_new_outlet_is_called_by_its_host_and_by_the_name_that_it_gives_itself(
    outlets: Outlets, url: str, name: str, id_: str, shown: str, address: str
) -> None:
    found = outlets.unknown(given(url), given(name), None)
    assert ((found.id, found.name, found.url) if found else ("-", "-", None)) == (id_, shown, given(address))
