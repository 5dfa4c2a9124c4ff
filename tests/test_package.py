"""What other programs may lean on is there, typed, and does not load what nobody asked for."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from importlib import import_module
from importlib.metadata import packages_distributions, requires, version
from importlib.resources import files
from pathlib import Path

import pytest
from sites import ROOT, a_site, run

import digest


@pytest.mark.parametrize("name", [name for name in digest.__all__ if not name.startswith("_")])
def test_each_public_module_is_there_and_says_what_it_is(name: str) -> None:
    assert import_module(f"digest.{name}").__doc__


def test_the_version_is_that_of_the_package() -> None:
    assert digest.__version__ == version("mkdocs-digest")
    with pytest.raises(AttributeError):
        digest.nothing  # noqa: B018


def test_type_checkers_are_told_that_the_package_is_typed() -> None:
    assert files("digest").joinpath("py.typed").is_file()


def test_the_package_itself_loads_nothing() -> None:
    script = "import sys, digest; print([name for name in sys.modules if name.startswith('digest.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


BROUGHT = {
    "ctranslate2": "argostranslate",
    "distributed": "dask[distributed]",
    "htmldate": "trafilatura",
    "markupsafe": "jinja2",
}
"""Libraries that come with one that is asked for, which is made on them."""


def test_every_library_that_is_imported_is_asked_for_by_name() -> None:
    asked = {
        re.split(r"[^\w.-]", text)[0].lower().replace("_", "-") for text in requires("mkdocs-digest") or ()
    }
    known = packages_distributions()
    roots = {
        name.partition(".")[0]
        for path in (ROOT / "digest").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
    } - {"digest", *sys.stdlib_module_names}
    missing = {
        root for root in roots if not asked & {name.lower().replace("_", "-") for name in known.get(root, ())}
    }
    assert missing == BROUGHT.keys()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""] if node.level == 0 else []
    return [one.name for one in node.names] if isinstance(node, ast.Import) else []


def test_a_site_is_made_from_the_public_modules_alone(tmp_path: Path) -> None:
    from digest.build import build, outputs
    from digest.config import load_settings

    site = build(load_settings(str(a_site(tmp_path) / "mkdocs.yml")))
    assert {"en/", "es/"} <= {made.path for made in outputs(site)}


@pytest.mark.parametrize("name", ["article", "outlets", "people", "topics", "glossary", "stories", "sources"])
def test_there_is_a_schema_of_everything_that_editors_write(tmp_path: Path, name: str) -> None:
    made = json.loads(run("digest", "schema", name, folder=tmp_path).stdout)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["type"] in {"object", "array"}


def test_an_unknown_schema_is_wrong_usage_that_lists_those_there_are(tmp_path: Path) -> None:
    told = run("digest", "schema", "outlet", folder=tmp_path)
    assert told.returncode == 2
    assert "'outlets'" in told.stderr


def test_problems_are_annotations_for_a_workflow_of_github(tmp_path: Path) -> None:
    wrong = "---\noutlet: wtop\ntitle: 100 %\nurl: x\n---\nText.\n"
    told = run(
        "digest", "check", "--format", "github", folder=a_site(tmp_path, {"articles/x/a, b/wrong.md": wrong})
    )
    lines = [line for line in told.stdout.splitlines() if line.startswith("::error file=content/articles/")]
    assert lines
    assert told.returncode == 1
    assert "::error file=content/articles/x/a%2C b/wrong.md,line=4::“url” must be" in told.stdout
