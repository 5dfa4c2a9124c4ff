from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from finished import Finished, a_finished_site


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return a_finished_site(tmp_path_factory.mktemp("finished"))


@pytest.fixture
def site(whole: Finished, tmp_path: Path) -> Finished:
    copy = tmp_path / "site"
    shutil.copytree(whole.folder, copy)
    return Finished(whole.digest, whole.around, copy)
