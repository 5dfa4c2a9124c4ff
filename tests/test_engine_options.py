"""How `engines` and what concerns them are written in `mkdocs.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site

from digest.config import load_settings
from digest.errors import ConfigError
from digest.model import Settings


def settings(folder: Path, options: str) -> Settings:
    wanted = MKDOCS_YML + "".join(f"      {line}\n" for line in options.splitlines())
    return load_settings(str(a_site(folder, mkdocs_yml=wanted) / "mkdocs.yml"))


@pytest.mark.parametrize("none", ["none", "[none]", "[]", "null", ""])
def test_a_pair_may_have_no_engine(tmp_path: Path, none: str) -> None:
    assert settings(tmp_path, f"engines: {{default: argos, es-en: {none}}}").engines == {
        "default": ("argos",),
        "es-en": (),
    }


def test_engines_are_tried_in_the_order_they_are_named_in(tmp_path: Path) -> None:
    named = settings(tmp_path, "engines: {default: [apertium, argos], es-pt-BR: apertium}").engines
    assert named == {"default": ("apertium", "argos"), "es-pt-BR": ("apertium",)}


def test_beam_batches_and_jobs_are_options(tmp_path: Path) -> None:
    made = settings(tmp_path, "beam: 2\nbatch_tokens: 512\njobs: 3")
    assert (made.beam, made.batch_tokens, made.jobs) == (2, 512, 3)


def test_models_are_pinned_beside_the_configuration(tmp_path: Path) -> None:
    assert settings(tmp_path, "jobs: 1").models_file == tmp_path / "models.toml"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ("beam: 0", "digest.beam"),
        ("batch_tokens: -1", "digest.batch_tokens"),
        ("engines: {es: argos}", "“es” is no pair"),
        ("engines: {es-en: deepl}", "“deepl” is no engine"),
        ("engines: {es-en: [argos, none]}", "“none” is no engine"),
    ],
)
def test_a_wrong_option_is_named(tmp_path: Path, options: str, named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        settings(tmp_path, options)
