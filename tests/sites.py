"""Small real sites on disk, built by the real MkDocs, for tests that look at results."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from started import SECONDS, started

ROOT = Path(__file__).parent.parent

MKDOCS_YML = """
site_name: The Digest
site_url: https://example.org/digest/
docs_dir: content/pages
theme:
  name: material
plugins:
  - digest:
      languages: [en, es, fr, ar]
"""

OUTLETS_YML = """
newsweek: {name: Newsweek, language: en}
wtop: {name: WTOP, language: es, country: US, url: "https://wtop.com/"}
rbc: {name: RBC, language: ru, url: "https://www.rbc.ru/"}
"""

PEOPLE_YML = """
nicolas-maduro:
  name: Nicolás Maduro
  names: {ar: نيكولاس مادورو, ru: Николас Мадуро}
  languages: [es]
"""

NEWSWEEK_MD = """
---
title: Maduro confirms a call
outlet: newsweek
language: en
published: 2025-12-03
written_by: desk
---
“I can say that the conversation was in a tone of respect,” Nicolás Maduro said in Spanish.
"""

WTOP_MD = """
---
title: Maduro confirma la llamada
outlet: wtop
language: es
published: 2025-12-03
written_by: desk
url: https://wtop.com/news/2025/12/maduro-confirma-llamada-con-trump-y-dice-que-fue-cordial/
---
«Puedo decir que la conversación fue en un tono de respeto», dijo Nicolás Maduro en Caracas.
"""


def a_site(
    folder: Path, files: Mapping[str, str | bytes] | None = None, *, mkdocs_yml: str = MKDOCS_YML
) -> Path:
    """Write a site of two summaries, and `files` over or beside them (by path in `content/`)."""
    content = {
        "outlets.yml": OUTLETS_YML,
        "people.yml": PEOPLE_YML,
        "articles/newsweek.md": NEWSWEEK_MD,
        "articles/wtop.md": WTOP_MD,
        **(files or {}),
    }
    for name, text in content.items():
        write(folder / "content" / name, text)
    (folder / "content/pages").mkdir(exist_ok=True)
    write(folder / "mkdocs.yml", mkdocs_yml)
    return folder


def write(path: Path, text: str | bytes) -> None:
    """Write a file and its folders; text loses its common indent and the blank line at its start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode())


def run(
    *command: str,
    folder: Path,
    env: Mapping[str, str] | None = None,
    python: str = sys.executable,
    check: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run `python -m COMMAND…` in `folder` and return what it printed."""
    done = started(command, folder, env or {}) if python == sys.executable else None
    if done is None:
        done = subprocess.run(
            [python, "-m", *command],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(env or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    if check:
        done.check_returncode()
    return done


def built(folder: Path, *options: str, env: Mapping[str, str] | None = None) -> Path:
    """Build the site in `folder` and return the folder of the result."""
    result = run("mkdocs", "build", *options, folder=folder, env=env)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file under `folder`, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
