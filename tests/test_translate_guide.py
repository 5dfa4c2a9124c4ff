"""An editor goes through the guide to translations and types each command, in sentences and in blocks."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import sites
from firefox_models import a_catalogue
from package_server import package_server
from sites import ROOT, write
from system import needs

from digest.translate import load_memory

GUIDE = ROOT / "docs/pages/guide"
COMMAND = re.compile(r"^\$ (digest .+)$|`(digest [^`]+)`", re.MULTILINE)
ARTICLE = """---
title: Queremos paz.
outlet: boya
language: es
published: 2026-03-05
---
El puente está cerrado. «Queremos paz», dijo la alcaldesa Ana Ejemplo.
"""
CONFIG = """
site_name: Harbour Watch
site_url: https://example.org/
docs_dir: content/pages
theme: {name: material}
plugins:
  - digest:
      languages: [en, es]
      engines: {default: [argos, firefox, apertium]}
"""
RECORDS = "v1/buckets/main/collections/translations-models-v2/records"


def told(page: str) -> list[str]:
    """Return the commands of a page in their order, each once."""
    found = COMMAND.findall((GUIDE / page).read_text("utf-8"))
    return list(dict.fromkeys(one or other for one, other in found))


@pytest.mark.thorough
@needs("apertium")
def test_every_command_of_the_guide_to_translations_works_in_its_order(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    assert sites.run("digest", "new", "site", "harbour", folder=tmp_path).returncode == 0
    write(folder / "mkdocs.yml", CONFIG)
    write(folder / "content/articles/2026/03/puente.md", ARTICLE)
    with (folder / "content/outlets.yml").open("a", encoding="utf-8") as outlets:
        outlets.write("boya: {name: La Boya, language: es, excerpt_words: 50}\n")
    records, attachments = a_catalogue("pt_en", sourceLanguage="es")
    with package_server() as served:
        served.offer("es_en")
        root = {"capabilities": {"attachments": {"base_url": f"{served.address}cdn/"}}}
        served.files |= {f"/{RECORDS}": json.dumps(records).encode(), "/v1/": json.dumps(root).encode()}
        served.files |= {f"/cdn/{location}": data for location, data in attachments.items()}
        env = {
            "HOME": str(tmp_path),
            "ARGOS_PACKAGES_DIR": str(tmp_path / "argos"),
            "ARGOS_PACKAGE_INDEX": f"{served.address}index.json",
            "DIGEST_FIREFOX_MODELS": str(tmp_path / "firefox"),
            "FXTRANSLATE_RECORDS_URL": f"{served.address}{RECORDS}",
        }

        def typed(command: str) -> CompletedProcess[str]:
            done = sites.run(*command.split(), folder=folder, env=env)
            assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
            return done

        said = {command: typed(command) for command in told("translate.md")}
        pins = tomllib.loads((folder / "models.toml").read_text("utf-8"))
        assert {engine: [*models] for engine, models in pins.items()} == {
            "argos": ["es_en"],
            "apertium": ["spa-eng"],
            "firefox": ["es_en"],
        }
        checked = said["digest models verify"].stdout.splitlines()
        assert {"es_en 0.1: pinned", "apertium spa-eng 0.8.1: pinned", "firefox es_en 2.0-tiny: pinned"} <= {
            *checked
        }
        po = (folder / "content/translations/es-en/2026-03.po").read_text("utf-8")
        assert "#. machine: firefox es_en 2.0-tiny" in po, "made anew by the engine that was named"
        reviewed = {command: typed(command) for command in told("review.md") if command != "digest review"}
        assert "worded by a machine and read by nobody: digest review" in reviewed["digest status"].stderr
        files = load_memory(folder / "content/translations").files
        assert {file.path.parent.name for file in files} == {"en-es", "es-en"}
