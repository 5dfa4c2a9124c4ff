"""What reads a site never asks the network: names are not even looked up."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import a_site, run

GUARD = """
import os, socket

def refused(*_args, **_kwargs):
    with open(os.environ["DIGEST_TESTS_ASKED"], "a") as told:
        told.write("asked\\n")
    raise OSError("the network was asked")

socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refused
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refused
"""
PAGE = (
    '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>El puerto crece</title>'
    '<link rel="canonical" href="https://wtop.com/puerto"><link rel="stylesheet" href="https://wtop.com/a.css">'
    '<meta property="article:published_time" content="2026-03-05"></head><body><article><h1>El puerto crece</h1>'
    '<img src="https://wtop.com/a.jpg"><p>El ayuntamiento aprobó el jueves el plan del nuevo puerto de la ciudad.</p>'
    "<p>«Construiremos el puerto juntos este año», dijo la alcaldesa Elena Campos.</p></article></body></html>"
)


@pytest.fixture
def guarded(tmp_path: Path) -> tuple[Path, dict[str, str], Path]:
    """Return a site with all that leads elsewhere, an environment without network, and where asking is told."""
    site = a_site(
        tmp_path / "site",
        {
            "articles/puerto.html": PAGE,
            "articles/puerto.yml": "outlet: wtop\n",
            "sources.yml": "wtop:\n  - https://wtop.com/feed\n",
        },
    )
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard/sitecustomize.py").write_text(GUARD, "utf-8")
    asked = tmp_path / "asked"
    env = {"PYTHONPATH": str(tmp_path / "guard"), "DIGEST_TESTS_ASKED": str(asked)}
    return site, env, asked


@pytest.mark.parametrize(
    "command", [("mkdocs", "build", "--strict"), ("digest", "check"), ("digest", "translate")]
)
def test_what_reads_a_site_never_asks_the_network(
    guarded: tuple[Path, dict[str, str], Path], command: tuple[str, ...]
) -> None:
    site, env, asked = guarded
    done = run(*command, folder=site, env=env)
    assert "the network was asked" not in done.stdout + done.stderr
    assert not asked.exists()
    assert "Traceback" not in done.stderr
    assert done.stdout + done.stderr


def test_what_is_told_to_fetch_asks_the_network(guarded: tuple[Path, dict[str, str], Path]) -> None:
    site, env, asked = guarded
    run("digest", "add", "--all", folder=site, env=env)
    assert asked.exists()
