"""The search index of each edition, made by Pagefind over stubs of the finished pages.

A stub holds a page's language, title and searchable text at the page's own path, and nothing of its
frame: the index stays small, and every hit is a hit in the story. Pagefind's filters stay unused, as
their files come out in random order.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from digest import languages
from digest.model import Page, Problem, Severity
from digest.publish import addresses

STUB = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body data-pagefind-body>{text}</body>
</html>
"""

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""What Pagefind writes for interfaces of its own; ours is `search.js`."""


def write_search(
    pages: Iterable[Page],
    editions: Sequence[str],
    site_dir: Path,
    *,
    jobs: int = 1,
    whole: Callable[[Page], Page] = lambda page: page,
) -> tuple[Problem, ...]:
    """Write the search index of every edition into a site that is otherwise finished.

    Args:
        pages: of all editions; those that are not indexed, or hold nothing to find, are left out.
        editions: their languages.
        site_dir: the site's root folder.
        jobs: how many editions are indexed at once.
        whole: gives a page its text where that was put away; see `Spool`.

    Returns:
        A warning for each edition that has no search, or a weak one. The site is whole without it.
    """
    program = _program()
    if program is None:
        message = "Pagefind is not installed, so the site has no search; install “pagefind[extended]”"
        return (_warning(message),)
    indexed = [page for page in pages if page.indexed]
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        results = pool.map(
            lambda edition: tuple(
                _write(
                    program,
                    edition,
                    (page for one in indexed if one.language == edition and (page := whole(one)).search_text),
                    site_dir,
                )
            ),
            editions,
        )
        return tuple(problem for problems in results for problem in problems)


def _write(program: Path, edition: str, pages: Iterable[Page], site_dir: Path) -> Iterator[Problem]:
    target = site_dir / addresses.search_bundle(edition)
    shutil.rmtree(target, ignore_errors=True)
    with TemporaryDirectory(prefix="digest-search-") as folder:
        work = Path(folder)
        for page in pages:
            _write_stub(page, work / "stubs")
        if not (work / "stubs").exists():
            return
        if not languages.row(edition).spaced and "extended" not in program.name:
            yield _warning(f"search in “{edition}” cannot part words; install “pagefind[extended]”")
        failure = _run(program, work)
        if failure is not None:
            yield _warning(f"Pagefind failed, so the edition “{edition}” has no search: {failure}")
            return
        for path in _unused(work / "bundle"):
            path.unlink()
        shutil.copytree(work / "bundle", target)


def _write_stub(page: Page, folder: Path) -> None:
    inside = page.path.removeprefix(addresses.front(page.language))
    path = folder / inside / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    stub = STUB.format(language=escape(page.language), title=escape(page.title), text=page.search_text)
    path.write_text(stub, encoding="utf-8", errors="ignore", newline="\n")


def _run(program: Path, work: Path) -> str | None:
    """Index `work/stubs` into `work/bundle`; return what went wrong, or None."""
    # Its own folder and environment: Pagefind takes options from files and variables around it.
    command = [str(program), "--site", "stubs", "--output-path", "bundle", "--quiet"]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(command, cwd=work, env=clean, capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return None
    return next(iter(done.stderr.strip().splitlines()), f"exit status {done.returncode}")


def _unused(bundle: Path) -> Iterator[Path]:
    for pattern in UNUSED:
        yield from bundle.glob(pattern)
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    if all(language["wasm"] for language in entry["languages"].values()):
        yield bundle / "wasm.unknown.pagefind"  # for languages without a stemmer


def _program() -> Path | None:
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 (the site builds without it)
    except ImportError:
        return None
    program: Path | None = get_executable()
    return program if program and program.is_file() else None


def _warning(message: str) -> Problem:
    return Problem("", None, Severity.WARNING, message)
