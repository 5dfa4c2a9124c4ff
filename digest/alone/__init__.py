"""The shell without a generator: writes the whole site itself, digest pages byte for byte as MkDocs' shell.

Ordinary pages are made by Python-Markdown and stand in our own document. Pages are written one by one, into
a folder that takes the site's place when all of it stands: a reader sees the site as it was, or as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from digest.alone.export import ExportForm, export
from digest.alone.ordinary import Ordinary, ordinary
from digest.alone.swap import replacing
from digest.build import build, local_pool, outputs
from digest.config import Surroundings
from digest.errors import DigestError
from digest.model import OutputFile, Page, Problem, Settings, Severity, Site
from digest.publish import Frames, Spool, finish, missing, owned, templates_dir

__all__ = ["Built", "ExportForm", "StrictError", "build_alone", "export", "write_digest"]

# As MkDocs: what of a folder of templates is no file for readers.
_TEMPLATES = (".*", "*/.*", "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*", "*.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build wrote, and what it found on the way."""

    pages: int
    problems: tuple[Problem, ...]


class StrictError(DigestError):
    """A strict build found problems, so the site stays as it was."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
        super().__init__(f"{count}, and this build is strict: the site stays as it was")


def build_alone(
    settings: Settings, site: Surroundings, *, strict: bool = False, warn: Callable[[str], None]
) -> Built:
    """Write the site into `site.site_dir`, all of it or nothing.

    Args:
        settings: Of the digest.
        site: What else its configuration says.
        strict: Any problem but a notice leaves the site as it was.
        warn: Told, in a sentence, of each translation engine that broke down.

    Raises:
        StrictError: carries the problems.
        DigestError: the memory is broken, a page would show words that nobody printed, or the disk is full.
    """
    with local_pool(settings) as executor:
        digest = build(settings, executor=executor, warn=warn)
        pages = Ordinary() if settings.is_guest else ordinary(settings, site)
        found = (*digest.problems, *pages.problems)
        # Of a site that is its owner's affair, the digest's own folder alone.
        with replacing(site.site_dir / settings.prefix) as folder:
            count, late = write_digest(digest, folder, pages, executor=executor)
            problems = (*found, *late)
            if strict and any(problem.severity is not Severity.NOTICE for problem in problems):
                raise StrictError(problems)
    return Built(pages=count, problems=problems)


def write_digest(
    digest: Site,
    folder: Path,
    pages: Ordinary | None = None,
    *,
    framed: Callable[[Page], str] | None = None,
    executor: Executor | None = None,
) -> tuple[int, tuple[Problem, ...]]:
    """Write every page and file of a digest, page by page; return how many pages, and what went wrong.

    Args:
        digest: What the pages show.
        folder: Its root: of the site, or under its prefix.
        pages: What stands in the site as its owner wrote it.
        framed: Makes a page of ours a whole document; None: our own frame does.
        executor: Makes the editions; None: this process.

    Raises:
        QuotationError: a page would show words as printed that their source does not hold.
    """
    pages = pages or Ordinary()
    settings = digest.settings
    theirs = owned(settings, pages.written)
    taken = {page.path for page in theirs}
    frames, spool = Frames(settings, theirs), Spool()
    framed = framed or frames.document
    known: list[Page] = []
    for source, target in (*_assets(settings), *pages.files):
        _copy(source, folder / target)
    for made in outputs(digest, executor=executor):
        if isinstance(made, OutputFile):
            spool.keep_file(made)
        elif made.path not in taken:
            _write(folder, made.path, framed(made))
            known.append(spool.keep(replace(made, body="", head="")))  # the search has yet to see the rest
    for page in theirs:
        _write(folder, page.path, frames.document(page))
    _write(folder, "404.html", frames.document(missing(settings)))
    everything = (*known, *theirs)
    return len(everything), finish(digest, everything, spool, folder)


def _write(folder: Path, path: str, html: str) -> None:
    file = folder / (path + "index.html" if path.endswith("/") or not path else path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _assets(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Yield the files of templates that pages load; the owner's stand in place of ours."""
    found: dict[str, Path] = {}
    for folder in (*settings.template_dirs, templates_dir()):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder).as_posix()
            if not any(fnmatch(name.lower(), pattern) for pattern in _TEMPLATES):
                found.setdefault(name, file)
    return ((file, name) for name, file in found.items())
