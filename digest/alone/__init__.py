"""The shell without a generator: writes the whole site itself, digest pages byte for byte as MkDocs' shell.

Ordinary pages are made by Python-Markdown and stand in our own document. Pages are written one by one, into
a folder that takes the site's place when all of it stands: a reader sees the site as it was, or as it is.
Where nothing has changed, `standing` tells so and the site stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from digest.alone.export import ExportForm, export, is_exported
from digest.alone.ordinary import Ordinary, ordinary
from digest.alone.standing import Known, as_made, keep, key_of
from digest.alone.swap import replacing, settle
from digest.cache import opened
from digest.config import Surroundings
from digest.errors import DigestError
from digest.model import OutputFile, Page, Problem, Settings, Severity, Site
from digest.publish import (
    Frames,
    SiteFolder,
    Spool,
    Target,
    finish,
    former_words,
    missing,
    owned,
    templates_dir,
)

__all__ = [
    "Built",
    "ExportForm",
    "Ordinary",
    "StrictError",
    "build_alone",
    "export",
    "is_exported",
    "ordinary",
    "write_digest",
]

# As MkDocs: what of a folder of templates is no file for readers.
_TEMPLATES = (".*", "*/.*", "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*", "*.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build wrote, and what it found on the way."""

    pages: int
    problems: tuple[Problem, ...]
    is_unchanged: bool = False
    """Whether the site stood as it would have been made."""


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
        DigestError: the memory is broken, a page would show words that nobody printed, the disk is full, or
            the folder holds something else than a site.
    """
    pages = Ordinary() if settings.is_guest else ordinary(settings, site)
    # Of a site that is its owner's affair, the digest's own folder alone.
    target = site.site_dir / settings.prefix
    settle(target)
    _is_to_replace(target)
    with opened(settings.cache_dir) as cache:
        key = key_of(settings, site, pages.written, cache)
        known = as_made(key, settings, target, pages.written, cache) if key else None
    if known:
        # What stands needs none of the stages, and they are most of what a program imports.
        _refused(known.problems, strict=strict)
        return Built(pages=known.pages, problems=known.problems, is_unchanged=True)
    from digest.build import build, local_pool  # noqa: PLC0415 - as above

    with local_pool(settings) as executor:
        digest = build(settings, executor=executor, warn=warn)
        with replacing(target, settings.cache_dir) as new:
            folder = SiteFolder(new, target)
            count, late = write_digest(digest, folder, pages, executor=executor)
            folder.finish()
            problems = (*digest.problems, *pages.problems, *late)
            _refused(problems, strict=strict)
    made = Known(
        pages=count,
        problems=problems,
        utterances=digest.utterances,
        former=tuple(former_words(digest)),
        sums=folder.sums,
    )
    with opened(settings.cache_dir) as cache:
        # An engine may get models; and somebody may have written something meanwhile.
        if key and digest.is_complete and key == key_of(settings, site, pages.written, cache):
            keep(key, made, cache)
    return Built(pages=count, problems=problems)


def _is_to_replace(target: Path) -> None:
    held = [one.name for one in target.iterdir()] if target.is_dir() else []
    # Hidden files stay, whatever is replaced; and every site has a page at its top, whoever built it.
    if any(not one.startswith(".") for one in held) and not any(one.endswith(".html") for one in held):
        raise DigestError(
            f"{target}: holds files that no build wrote; name a new or an empty folder, or a site"
        )


def _refused(problems: tuple[Problem, ...], *, strict: bool) -> None:
    if strict and any(problem.severity is not Severity.NOTICE for problem in problems):
        raise StrictError(problems)


def write_digest(
    digest: Site,
    folder: Target,
    pages: Ordinary | None = None,
    *,
    framed: Callable[[Page], str] | None = None,
    executor: Executor | None = None,
) -> tuple[int, tuple[Problem, ...]]:
    """Write every page and file of a digest, page by page; return how many pages, and what went wrong.

    Args:
        digest: What the pages show.
        folder: Of its root: of the site, or under its prefix.
        pages: What stands in the site as its owner wrote it.
        framed: Makes a page of ours a whole document; None: our own frame does.
        executor: Makes the editions; None: this process.

    Raises:
        QuotationError: a page would show words as printed that their source does not hold.
    """
    from digest.build import outputs  # noqa: PLC0415 - what stands needs no stages

    pages = pages or Ordinary()
    settings = digest.settings
    theirs = owned(settings, pages.written)
    taken = {page.path for page in theirs}
    spool = Spool()
    known: list[Page] = []
    for source, target in (*_assets(settings), *pages.files):
        folder.copy(source, target)
    frames = Frames(settings, theirs)
    framed = framed or frames.document
    for made in outputs(digest, executor=executor):
        if isinstance(made, OutputFile):
            spool.keep_file(made)
        elif made.path not in taken:
            _write(folder, made.path, framed(made))
            known.append(spool.keep_found(made))
    for page in theirs:
        _write(folder, page.path, frames.document(page))
    _write(folder, "404.html", frames.document(missing(settings)))
    everything = (*known, *theirs)
    return len(everything), finish(digest, everything, spool, folder)


def _write(folder: Target, path: str, html: str) -> None:
    file = path + "index.html" if path.endswith("/") or not path else path
    folder.write(file, html.encode("utf-8", errors="xmlcharrefreplace"))


def _assets(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Yield the files of templates that pages load; the owner's stand in place of ours."""
    found: dict[str, Path] = {}
    for folder in (*settings.template_dirs, templates_dir()):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder).as_posix()
            if not any(fnmatch(name.lower(), pattern) for pattern in _TEMPLATES):
                found.setdefault(name, file)
    return ((file, name) for name, file in found.items())
