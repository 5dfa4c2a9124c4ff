"""Whatever builds a digest of its own, its pages are the same bytes: MkDocs, ProperDocs, MaterialX, nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sites import MKDOCS_YML, ROOT, a_site, run, tree

PAGES = {"pages/en/about.md": "# About\n\nWho we are.\n"}


def digests_own(site: Path) -> dict[str, bytes]:
    """Return what is the digest's: not the owner's page, whose frame is the theme's, nor the theme's files."""
    return {
        path: content
        for path, content in tree(site).items()
        if not path.startswith(
            ("assets/images", "assets/stylesheets", "assets/javascripts", "en/about", "search/")
        )
        # Of the owner's page, too; and compressed at a moment.
        and "search/index/" not in path
        and not path.startswith(("sitemap", "404", "assets/external", "assets/document_dates"))
    }


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = a_site(tmp_path_factory.mktemp("alone"), PAGES)
    done = run("digest", "build", "--strict", folder=folder)
    assert done.returncode == 0, done.stderr
    made = digests_own(folder / "site")
    assert {"index.html", "en/index.html", "ar/index.html", "en/feed.xml"} <= set(made)
    return made


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=120)
    pip(folder, "--constraint", ROOT / "constraints.txt", "--editable", ROOT, "properdocs==1.6.7")
    return folder


def pip(venv: Path, *words: str | Path) -> None:
    command = [venv / "bin/python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *words]
    subprocess.run(command, check=True, timeout=600)


def test_mkdocs_writes_the_bytes_that_the_digest_writes_alone(
    alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = a_site(tmp_path, PAGES)
    done = run("mkdocs", "build", "--strict", folder=folder)
    assert done.returncode == 0, done.stderr
    assert digests_own(folder / "site") == alone


@pytest.mark.thorough
def test_properdocs_writes_the_same_bytes(alone: dict[str, bytes], installed: Path, tmp_path: Path) -> None:
    folder = a_site(tmp_path, PAGES)
    (folder / "mkdocs.yml").rename(folder / "properdocs.yml")
    done = run("properdocs", "build", "--strict", folder=folder, python=str(installed / "bin/python"))
    assert done.returncode == 0, done.stderr
    assert digests_own(folder / "site") == alone
    assert "Who we are." in (folder / "site/en/about/index.html").read_text("utf-8")


@pytest.mark.thorough
def test_materialx_writes_the_same_bytes(alone: dict[str, bytes], tmp_path: Path) -> None:
    venv = tmp_path / "venv"  # of its own: its files stand where Material's do
    subprocess.run([sys.executable, "-m", "venv", venv], check=True, timeout=120)
    pip(venv, "--constraint", ROOT / "constraints.txt", "--editable", ROOT)
    subprocess.run(
        [venv / "bin/python", "-m", "pip", "uninstall", "-qy", "mkdocs-material"], check=True, timeout=60
    )
    pip(venv, "mkdocs-materialx==10.2.2")
    yml = MKDOCS_YML.replace("name: material\n", "name: materialx\n")
    folder = a_site(tmp_path / "site", PAGES, mkdocs_yml=yml)
    done = run("mkdocs", "build", folder=folder, python=str(venv / "bin/python"))
    assert done.returncode == 0, done.stderr
    assert digests_own(folder / "site") == alone
    assert "Who we are." in (folder / "site/en/about/index.html").read_text("utf-8")
