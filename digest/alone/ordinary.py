"""Pages that the site's owner writes in Markdown, and their pictures: found, made and linked as by MkDocs."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pathspec import GitIgnoreSpec

from digest.config import Closed, Surroundings
from digest.errors import ConfigError
from digest.model import Problem, Settings, Severity
from digest.publish import Written, addresses, one_text
from digest.read import PAGE_TYPES, may_go_out

_EXTENSIONS = ("toc", "tables", "fenced_code")
"""What MkDocs' own pages may use without asking."""
_HIDDEN = (".*", "/templates/")
"""What MkDocs leaves out of any site."""
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_INDEX = ("index", "README")
_LINKS = (("a", "href"), ("img", "src"), ("source", "src"), ("video", "src"), ("audio", "src"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinary:
    """What stands in the site as its owner wrote it."""

    written: tuple[Written, ...] = ()
    files: tuple[tuple[Path, str], ...] = ()
    """Pictures and the like, and where in the site they stand."""
    problems: tuple[Problem, ...] = ()


def ordinary(settings: Settings, site: Surroundings) -> Ordinary:
    """Return the owner's pages.

    Raises:
        ConfigError: what they leave out cannot be told.
    """
    folder = settings.pages_dir
    if folder is None:
        return Ordinary()
    found = list(_published(folder, settings, _excluded(site)))
    names = list(filter(_has_address, found))
    target_by_name = {name: _target(name, directories=site.use_directory_urls) for name in names}
    maker = _Maker(settings, folder, target_by_name, site.markdown_extensions)
    for name in sorted(set(found).difference(names)):
        maker.problem(
            name, Severity.ERROR, "no link can spell this name, which is not in UTF-8; rename the file"
        )
    return Ordinary(
        written=tuple(maker.page(name) for name in names if _is_page(name)),
        files=tuple((folder / name, target_by_name[name]) for name in names if not _is_page(name)),
        problems=tuple(maker.problems),
    )


def _excluded(site: Surroundings) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines([*_HIDDEN, *site.exclude_docs.splitlines()])
    except ValueError as error:
        raise ConfigError(f"exclude_docs: {error}; write patterns as in .gitignore") from error


def _published(folder: Path, settings: Settings, excluded: GitIgnoreSpec) -> Iterator[str]:
    """Yield the files of the pages' folder that go out, by path; of README and index in one folder, index."""
    found: dict[str, str] = {}
    for root, _, files in sorted(os.walk(folder)):
        for file in sorted(files, key=lambda name: (not name.startswith("index."), name)):
            name = (Path(root) / file).relative_to(folder).as_posix()
            if not excluded.match_file(name) and may_go_out(folder / name, settings):
                found.setdefault(_target(name, directories=True), name)
    return iter(found.values())


def _has_address(name: str) -> bool:
    """Tell whether a name is text: on Linux it may be bytes that are no UTF-8, which no link can spell."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_page(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PAGE_TYPES


def _target(name: str, *, directories: bool) -> str:
    """Return where in the site a file stands.

    >>> _target("en/about.md", directories=True), _target("en/README.md", directories=False)
    ('en/about/index.html', 'en/index.html')
    """
    path = PurePosixPath(name)
    if not _is_page(name):
        return name
    if path.stem in _INDEX:
        return (path.parent / "index.html").as_posix()
    return (path.with_suffix("") / "index.html" if directories else path.with_suffix(".html")).as_posix()


def _address(target: str) -> str:
    folder, _, name = target.rpartition("/")
    inside = f"{folder}/" if folder else ""
    return inside if name == "index.html" else inside + name


class _Maker:
    """Makes pages, and collects what is wrong with them."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        target_by_name: Mapping[str, str],
        extensions: tuple[tuple[str, Mapping[str, Any]], ...],
    ) -> None:
        self._folder = folder
        self._shown = folder.relative_to(settings.content_dir)
        self._targets = target_by_name
        self._wanted = dict([*((name, {}) for name in _EXTENSIONS), *extensions])
        self.problems: list[Problem] = []
        self._extensions = [name for name in self._wanted if self._is_usable(name)]

    def page(self, name: str) -> Written:
        """Return the page of a Markdown file."""
        text = (self._folder / name).read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        keys, text = _split(text)
        links = _Links(name, self)
        markdown = self._markdown(links)
        try:
            html = markdown.convert(text)
        except RecursionError:
            self.problem(name, Severity.ERROR, "lists are nested too deeply in this text; write paragraphs")
            html = ""
        title = one_text(keys.get("title")) or links.heading or _titled(name)
        return Written(
            path=_address(self._targets[name]),
            title=title,
            body=html if links.heading is not None else f"<h1>{_escaped(title)}</h1>\n{html}",
            description=one_text(keys.get("description")),
        )

    def link(self, url: str, name: str) -> str:
        """Return a link of a file's text as a link of its page."""
        try:
            parts = urlsplit(url)
        except ValueError:  # half an address of IPv6, say
            return url
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return url
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        target = self._targets.get(inside)
        if target is None:
            if _is_page(parts.path):
                self.problem(name, Severity.WARNING, f"this links to “{url}”, and there is no such page")
            return url
        page = _address(self._targets[name])
        return urlunsplit(("", "", addresses.link(_address(target), page=page), parts.query, parts.fragment))

    def _markdown(self, links: _Links) -> Markdown:
        configured = {name: dict(self._wanted[name]) for name in self._extensions}
        return Markdown(extensions=[*self._extensions, links], extension_configs=configured)

    def _is_usable(self, name: str) -> bool:
        if any(isinstance(value, Closed) for value in _deep(self._wanted[name])):
            why = "an option of it names Python code, which is not run here"
        else:
            try:
                Markdown(extensions=[name], extension_configs={name: dict(self._wanted[name])})
            except Exception as error:  # noqa: BLE001 - an extension may raise whatever it likes
                why = f"it cannot be used: {error}"
            else:
                return True
        self.problems.append(
            Problem("", None, Severity.NOTICE, f"{name} is left out of ordinary pages; {why}")
        )
        return False

    def problem(self, name: str, severity: Severity, message: str) -> None:
        """Take note of what is wrong with a file."""
        self.problems.append(Problem((self._shown / name).as_posix(), None, severity, message))


class _Links(Extension):
    """Leads links of files to their pages, and takes note of the first heading."""

    def __init__(self, name: str, maker: _Maker) -> None:
        super().__init__()
        self.heading: str | None = None
        self._name = name
        self._maker = maker

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Come last, when the tree is complete."""
        outer = self

        class Run(Treeprocessor):
            def run(self, root: Element) -> None:
                outer.look(root)

        md.treeprocessors.register(Run(md), "digest-links", 0)

    def look(self, root: Element) -> None:
        """Change the links of a page."""
        for tag, attribute in _LINKS:
            for element in root.iter(tag):
                url = element.get(attribute)
                if url:
                    element.set(attribute, self._maker.link(url, self._name))
        heading = next(root.iter("h1"), None)
        if heading is not None:
            self.heading = " ".join("".join(heading.itertext()).split())


def _split(text: str) -> tuple[Mapping[str, Any], str]:
    """Return the front matter and the text; what is no YAML is text, as MkDocs takes it."""
    found = _FRONT.match(text)
    if not found:
        return {}, text
    try:
        keys = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    return (keys, text[found.end() :].lstrip("\n")) if isinstance(keys, dict) else ({}, text)


def _titled(name: str) -> str:
    path = PurePosixPath(name)
    stem = path.parent.name or "Home" if path.stem in _INDEX else path.stem
    title = stem.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _deep(value: object) -> Iterator[object]:
    yield value
    held = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for item in held:
        yield from _deep(item)
