"""Engines of other packages: whatever they do wrong is told as theirs, and the next engine is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from argos_packages import unpacked
from sites import MKDOCS_YML, a_site, run, write

ENGINE = """
from digest.model import Engine


class Theirs:
    def __init__(self, settings):
        {init}

    def stamp(self, source, target):
        {stamp}

    def translate(self, texts, source, target):
        {translate}
"""
STAMP = 'return Engine(name="theirs", model="m", version="1")'


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"init": "raise ValueError('no licence')"}, "theirs cannot be had: ValueError: no licence"),
        ({"stamp": "raise OSError('the disk is gone')"}, "theirs broke down: OSError: the disk is gone"),
        ({"stamp": "return {'name': 'theirs'}"}, "theirs broke down: TypeError: stamp gave dict instead of"),
        ({"translate": "raise KeyError('oops')"}, "theirs broke down: KeyError: 'oops'"),
        ({"translate": "return None"}, "theirs broke down: TypeError: "),
        ({"translate": "return list(texts)[1:]"}, "theirs gave "),
        ({"translate": "return [None for _ in texts]"}, "theirs gave NoneType for a text"),
    ],
)
def test_what_one_does_wrong_is_told_in_a_line_and_the_next_is_asked(
    tmp_path: Path, wrong: dict[str, str], said: str
) -> None:
    theirs = {"init": "pass", "stamp": STAMP, "translate": "return list(texts)", **wrong}
    write(tmp_path / "theirs.py", ENGINE.format(**theirs))
    write(tmp_path / "theirs-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: theirs\nVersion: 1\n")
    points = "[digest.engines]\ntheirs = theirs:Theirs\n"
    write(tmp_path / "theirs-1.dist-info/entry_points.txt", points)
    chosen = MKDOCS_YML.replace("languages:", "engines: {default: [theirs, argos]}\n      languages:")
    folder = a_site(tmp_path / "site", mkdocs_yml=chosen)
    packages = unpacked(tmp_path / "packages")
    env = {"PYTHONPATH": str(tmp_path), "HOME": str(folder), "ARGOS_PACKAGES_DIR": str(packages)}
    done = run("digest", "translate", folder=folder, env=env)
    assert "Traceback" not in done.stderr
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert "argos es_en" in (folder / "content/translations/es-en/2025-12.po").read_text()
