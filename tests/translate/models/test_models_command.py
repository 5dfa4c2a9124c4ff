"""`digest models`, and that nothing else ever downloads."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from argos_packages import unpacked
from package_server import Served, an_archive_at, package_server
from sites import MKDOCS_YML, WTOP_MD, a_site, run, tree
from system import needs


@pytest.fixture
def served() -> Iterator[Served]:
    with package_server() as served:
        yield served


def env(folder: Path, served: Served | None = None) -> dict[str, str]:
    """Return an environment in which every request would go to the server of the test."""
    address = served.address if served else "http://127.0.0.1:9/"
    return {
        "HOME": str(folder / "home"),
        "ARGOS_PACKAGES_DIR": str(folder / "packages"),
        "ARGOS_PACKAGE_INDEX": address,
        **{f"{scheme}_proxy": address for scheme in ("http", "https", "ftp")},
        "no_proxy": "127.0.0.1",
    }


def models(folder: Path, *arguments: str, served: Served | None = None) -> CompletedProcess[str]:
    return run("digest", "models", *arguments, folder=folder, env=env(folder, served))


def test_a_model_is_installed_from_the_index_listed_verified_and_removed(
    tmp_path: Path, served: Served
) -> None:
    folder = a_site(tmp_path)
    served.offer("es_en", version="1.0")
    assert models(folder, "list", "--available", served=served).stdout == "es_en 1.0\n"
    done = models(folder, "install", "es", "en", served=served)
    assert done.stdout.startswith("installed es_en 1.0, sha256 "), done.stderr
    assert "es_en: 0 of 0 MB" in done.stderr, "plain lines where there is no terminal"
    assert models(folder, "list").stdout == "es_en 1.0: pinned\n"
    assert (models(folder, "verify").returncode, (folder / "models.toml").is_file()) == (0, True)
    assert models(folder, "remove", "es", "en").stdout == "removed es_en\n"
    assert models(folder, "remove", "es", "en").returncode == 1
    assert models(folder, "list").stdout == ""


def test_install_alone_brings_what_is_pinned(tmp_path: Path, served: Served) -> None:
    folder = a_site(tmp_path)
    assert models(folder, "install").stderr.startswith("no model is pinned; to add one")
    served.offer("es_en")
    served.offer("en_fr")
    for pair in ("es_en", "en_fr"):
        assert models(folder, "install", *pair.split("_"), served=served).returncode == 0
    (tmp_path / "packages").rename(tmp_path / "elsewhere")
    assert models(folder, "verify").returncode == 1
    assert models(folder, "install", served=served).stdout.count("installed") == 2
    assert models(folder, "verify").returncode == 0
    assert models(folder, "install", served=served).stdout == ""


HERE = """
import pathlib, sys
from digest.config import load_settings
from digest.translate.models import install_pinned
settings = load_settings("mkdocs.yml")
print(*install_pinned(settings, settings.models_file.read_bytes(), sys.argv[1]))
"""


def test_another_machine_gets_what_is_pinned_and_lacking_there(tmp_path: Path, served: Served) -> None:
    folder = a_site(tmp_path)
    served.offer("es_en")
    assert models(folder, "install", "es", "en", served=served).returncode == 0
    pins = (folder / "models.toml").read_bytes()
    there = {**os.environ, **env(tmp_path / "there", served)}

    def asked() -> str:
        command = [sys.executable, "-c", HERE, f"{served.address}index.json"]
        return subprocess.run(
            command, cwd=folder, env=there, capture_output=True, text=True, check=True
        ).stdout

    assert [asked(), asked()] == ["es_en\n", "\n"]
    installed = tree(tmp_path / "there/packages")
    assert installed == tree(tmp_path / "packages")
    assert (folder / "models.toml").read_bytes() == pins


def test_a_mirror_is_named_with_index(tmp_path: Path, served: Served) -> None:
    served.offer("es_en")
    done = models(a_site(tmp_path), "install", "es", "en", "--index", f"{served.address}index.json")
    assert done.returncode == 0, done.stderr


def test_a_file_is_installed_without_the_network(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    an_archive_at(folder / "mine.argosmodel", "en_fr")
    assert models(folder, "install", "mine.argosmodel").stdout.startswith("installed en_fr 0.1, sha256 ")
    rows = [json.loads(row) for row in models(folder, "verify", "--format", "json").stdout.splitlines()]
    assert rows == [
        {
            "engine": "argos",
            "model": "en_fr",
            "installed": "0.1",
            "pinned": "0.1",
            "used": True,
            "problem": None,
        }
    ]


def test_a_model_that_is_not_pinned_is_listed_as_such(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    unpacked(tmp_path / "packages", "es_en")
    assert models(folder, "list").stdout == "es_en 0.1: not pinned\n"
    (folder / "models.toml").write_text("# nothing\n")
    assert models(folder, "list").stdout == "es_en 0.1: not pinned, so not used\n"


def test_verify_names_a_changed_package_and_fails(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    an_archive_at(folder / "mine.argosmodel")
    models(folder, "install", "mine.argosmodel")
    [weights] = (folder / "packages").rglob("model.bin")
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    done = models(folder, "verify")
    assert done.returncode == 1
    assert "the files of es_en are not those that models.toml pins" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["install", "no-such-file"], ["install", "es", "en", "fr"], ["remove", "es"], ["nonsense"]]
)
def test_wrong_usage_ends_with_status_2(tmp_path: Path, arguments: list[str]) -> None:
    assert models(a_site(tmp_path), *arguments).returncode == 2


def test_what_goes_wrong_is_one_line_without_a_traceback(tmp_path: Path) -> None:
    done = models(a_site(tmp_path), "install", "es", "en")
    assert done.returncode == 1
    assert "http://127.0.0.1:9/index.json cannot be had" in done.stderr
    assert "Traceback" not in done.stderr


def test_neither_translate_nor_a_build_downloads_what_is_missing(tmp_path: Path, served: Served) -> None:
    folder = a_site(tmp_path)
    served.offer("es_en")
    models(folder, "install", "es", "en", served=served)
    (tmp_path / "packages").rename(tmp_path / "elsewhere")
    served.asked.clear()
    for command in (["digest", "translate"], ["mkdocs", "build", "--strict"], ["digest", "models", "verify"]):
        run(*command, folder=folder, env=env(folder, served))
    # Nor with packages that argostranslate would fetch sentence models for.
    unpacked(tmp_path / "packages")
    (folder / "models.toml").unlink()
    done = run("digest", "translate", folder=folder, env=env(folder, served))
    assert re.search(r"wrote translations/en-fr", done.stdout), done.stderr
    assert served.asked == []


def on_a_terminal(*command: str, folder: Path, env: Mapping[str, str]) -> str:
    """Return what a command shows on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERM": "xterm", **env},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    # A terminal whose other end is closed is an error to read.
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0, shown.decode()
    return shown.decode()


def test_translating_shows_a_bar_with_its_rate_on_a_terminal_and_lines_elsewhere(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=MKDOCS_YML.replace("[en, es, fr, ar]", "[en, es]"))
    unpacked(tmp_path / "packages")
    shown = on_a_terminal("digest", "translate", "--jobs", "2", folder=folder, env=env(tmp_path))
    assert re.search(r"translating +\[#+ *\] +\d+% .*\d segments/s", shown)
    again = on_a_terminal("digest", "translate", folder=folder, env=env(tmp_path))
    assert "translating" not in again, "nothing to do is no bar at 0 %"
    for path in (folder / "content" / "translations").rglob("*.po"):
        path.unlink()
    done = run("digest", "translate", folder=folder, env=env(tmp_path))
    assert re.search(r"^translating: (\d+) of \1 segments$", done.stderr, re.MULTILINE)


def test_verify_says_so_where_nothing_is_installed(tmp_path: Path) -> None:
    done = models(a_site(tmp_path), "verify")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("no models here")


@pytest.mark.parametrize(
    ("engines", "said"),
    [
        (
            "argos",
            "no engine translated en → es; install a model (digest models install en es), or write the",
        ),
        (
            "apertium",
            "no engine translated en → fr; install an Apertium pair (apt search apertium), or write",
        ),
        ("[apertium, argos]", "en → fr; install an Apertium pair (apt search apertium) or a model (digest"),
        (
            "libretranslate",
            "en → es; check engine_options: of libretranslate in mkdocs.yml, or write the texts",
        ),
        ("none", "mkdocs.yml names no engine for en → es; write the texts in the PO files"),
    ],
)
def test_translate_names_the_pairs_that_no_engine_serves(tmp_path: Path, engines: str, said: str) -> None:
    chosen = MKDOCS_YML.replace("languages:", f"engines: {{default: {engines}}}\n      languages:")
    folder = a_site(tmp_path, mkdocs_yml=chosen)
    done = run("digest", "translate", folder=folder, env=env(folder))
    assert done.returncode == 0, done.stderr
    assert said in done.stderr


@needs("apertium")
def test_translate_says_which_engine_would_serve_a_pair_if_it_were_pinned(tmp_path: Path) -> None:
    chosen = MKDOCS_YML.replace(
        "languages: [en, es, fr, ar]", "engines: {default: apertium}\n      languages: [en, es]"
    )
    folder = a_site(tmp_path, mkdocs_yml=chosen)
    (folder / "models.toml").write_text('[apertium.eng-fra]\nversion = "1"\n')
    done = run("digest", "translate", folder=folder, env=env(folder))
    said = "apertium would, if models.toml pinned it (digest models install --engine apertium en es)"
    assert f"no engine translated en → es; {said}, or write the texts in the PO files\n" in done.stderr


def test_only_without_redo_is_refused_instead_of_translating_all(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    done = run("digest", "translate", "--only", "doubtful", folder=folder, env=env(folder))
    assert (done.returncode, done.stdout) == (2, "")
    assert "add --redo" in done.stderr


def test_an_index_without_models_is_said_to_have_none(tmp_path: Path, served: Served) -> None:
    served.files = {"/index.json": b"[]"}
    done = models(a_site(tmp_path), "list", "--available", served=served)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{served.address} offers no models\n"


def test_translate_says_which_pinned_model_is_not_here(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    models(folder, "install", str(an_archive_at(tmp_path / "a.argosmodel")))
    said = "es_en is pinned and not installed, so it translated nothing; run digest models install\n"
    assert said not in run("digest", "translate", folder=folder, env=env(folder)).stderr
    shutil.rmtree(folder / "packages")
    assert said in run("digest", "translate", folder=folder, env=env(folder)).stderr


def test_translate_counts_what_is_missing_because_it_was_refused(tmp_path: Path) -> None:
    title = "Firmaron 9999 acuerdos y 7777 tratados"
    article = WTOP_MD.replace("Maduro confirma la llamada", title)
    argos_alone = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]\n      engines: {default: argos}")
    folder = a_site(tmp_path, {"articles/wtop.md": article}, mkdocs_yml=argos_alone)
    unpacked(folder / "packages", "es_en")
    done = run("digest", "translate", folder=folder, env=env(folder))
    assert f"refused (a number lost or changed: 9999, 7777): {title} → " in done.stderr
    assert re.search(r"\d are still missing, \d of them refused\n", done.stdout)
    again = run("digest", "translate", folder=folder, env=env(folder))
    assert "refused (" not in again.stderr, "told once"
    assert "of them refused" in again.stdout
