"""MkDocs shell: each event turns MkDocs' objects into plain arguments and is one call deep.

One build makes every edition: pages are generated, never parsed as Markdown, and each one sees the
configuration through a view that has its own language.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from digest.build import build, local_pool, outputs
from digest.config import OLD_LAYOUT, Source, Surroundings, settings_from, source_of
from digest.errors import ConfigError, DigestError
from digest.model import Layout, Page, Script, Settings, Site
from digest.publish import Frames, Spool, Written, finish, missing, owned, templates_dir
from digest.read import may_go_out

log = get_plugin_logger("digest")

THEME_SCRIPTS = "assets/javascripts/"


class GeneratedPage(MkDocsPage):
    """A page whose body is finished HTML: no front matter, no Markdown."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.digest = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the title and description from our page."""
        self.markdown = ""
        self.meta = {
            "title": self.digest.title,
            "description": self.digest.description,
            # Not the theme's main.html, nor the owner's: the document is finished.
            "template": "digest/finished.html",
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it is."""
        self.content = self.digest.body
        self.toc = TableOfContents([])
        self.present_anchor_ids: set[str] = set()
        self.links_to_anchors: dict[File, dict[str, str]] = {}


class View:
    """What a page's language changes of the configuration, over the rest of it; read-only."""

    def __init__(self, base: Any, **over: Any) -> None:
        self._base, self._over = base, over

    def __getattr__(self, key: str) -> Any:
        return self._over[key] if key in self._over else getattr(self._base, key)

    def __getitem__(self, key: str) -> Any:
        return self._over[key] if key in self._over else self._base[key]

    def __contains__(self, key: str) -> bool:
        return key in self._over or key in self._base


class DigestPlugin(BasePlugin[LegacyConfig]):
    """Build a digest in every configured language out of the content folder."""

    options: Mapping[Any, Any]
    settings: Settings
    views: Mapping[str, View]
    site: Site
    pages: tuple[Page, ...] = ()
    frames: Frames
    spool: Spool
    page_by_path: Mapping[str, Page]
    unfinished: Path | None = None
    """The folder of the site while it is being written by a build that empties it first."""

    in_material = False
    """Whether the theme is Material or made like it, so that pages in Markdown stand in its document."""
    serving = False
    dirty = False

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        """Keep the options as they are written: `digest.config` checks them, for every shell alike."""
        self.options = dict(options)
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep this plugin for all builds of a server: MkDocs does so for plugins that have this event."""
        self.serving, self.dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options; put our templates between the site's own and the theme's."""
        if sum(isinstance(plugin, DigestPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError("mkdocs.yml: the plugin digest is listed more than once; keep one")
        try:
            self.settings = settings_from(surroundings(config), self.options, lines(config))
        except DigestError as error:
            raise PluginError(str(error)) from error
        ours = [templates_dir() / "own", templates_dir()]
        at = 1 if config.theme.custom_dir else 0
        config.theme.dirs[at:at] = [str(one) for one in ours if str(one) not in config.theme.dirs]
        self.views = {code: view(config, code) for code in self.settings.languages}
        self.in_material = any(strings(folder, "en").is_file() for folder in config.theme.dirs)
        return config

    @event_priority(-100)  # after plugins that add files of their own
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep the sources out of the site and add every page of the digest."""
        for file in [file for file in files if not self._may_go_out(file, config.docs_dir)]:
            files.remove(file)
        try:
            self._build()
        except DigestError as error:
            if not self.serving or not self.pages:
                raise PluginError(str(error)) from error
            # MkDocs' server would answer nobody until the next good build.
            log.warning("%s", error)
            log.warning("the site is served as it was before this")
        add(self.pages, files, config)
        return files

    def _may_go_out(self, file: File, docs_dir: str) -> bool:
        if file.src_dir != docs_dir:
            # Our frame runs none of the theme's scripts.
            return not file.src_uri.startswith(THEME_SCRIPTS) and not file.src_uri.endswith(".map")
        # What a host keeps outside of the content is none of our business.
        pages = self.settings.pages_dir
        return (
            self.settings.layout is Layout.HOST
            or pages is None
            or may_go_out(pages / file.src_uri, self.settings)
        )

    def _build(self) -> None:
        with local_pool(self.settings) as executor:
            site = build(self.settings, executor=executor, warn=log.warning)
        spool = Spool()
        pages = spool.keep_all(outputs(site))
        for problem in site.problems:
            log.warning("%s", problem)
        if self.settings.layout is Layout.OLD:
            log.info("%s", OLD_LAYOUT)
        self.site = site
        self.spool, self.pages = spool, pages

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Take note of the owner's pages, now that they are rendered."""
        pages = (file.page for file in files.documentation_pages())
        theirs = (page for page in pages if page and not isinstance(page, GeneratedPage))
        own = owned(self.settings, map(written, theirs))
        self.frames = Frames(self.settings, own)
        self.page_by_path = {page.path: page for page in (*self.pages, *own)}
        self.unfinished = None if self.serving or self.dirty else Path(config.site_dir)
        return env

    @event_priority(100)  # before others look at the context
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show the page in its own language, inside the digest's frame."""
        return self._framed(context, self.page_by_path[address(page.file)])

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give 404.html, which stands at no address of its own, the frame of the default edition."""
        return self._framed(context, missing(self.settings)) if template_name == "404.html" else context

    def _framed(self, context: TemplateContext, page: Page) -> TemplateContext:
        framed: dict[str, Any] = {**context, "config": self.views[page.language]}
        if page.kind == "owned" and self.in_material:
            framed["frame"] = self.frames.frame(page)
        else:
            framed["document"] = self.frames.document(self.spool.whole(page))
        return cast("TemplateContext", framed)

    @event_priority(-100)  # after plugins that write into the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page: feeds, sitemaps, redirects and the search index."""
        pages = tuple(self.page_by_path.values())
        for problem in finish(self.site, pages, self.spool, Path(config.site_dir)):
            log.warning("%s", problem)
        self.unfinished = None

    def on_build_error(self, *, error: Exception) -> None:
        """Say in one line which file could not be written, and leave no half of a site behind."""
        if not isinstance(error, OSError):
            return
        message = f"{error.filename}: {error.strerror}" if error.strerror and error.filename else str(error)
        if self.unfinished:
            with suppress(OSError):
                clean_directory(str(self.unfinished))
            message += f"; the unfinished site in {self.unfinished} was removed"
        raise PluginError(message) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when a source or a template changes, too; MkDocs watches the pages."""
        server.watch(str(templates_dir()))
        server.watch(str(self.settings.content_dir))
        return server


def surroundings(config: MkDocsConfig) -> Surroundings:
    """Return what MkDocs made of the configuration."""
    return Surroundings(
        folder=Path(config.config_file_path).parent if config.config_file_path else Path.cwd(),
        site_name=config.site_name,
        site_url=config.site_url or "",
        docs_dir=Path(config.docs_dir),
        site_dir=Path(config.site_dir),
        custom_dir=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        use_directory_urls=config.use_directory_urls,
        stylesheets=tuple(config.extra_css),
        scripts=tuple(map(script, config.extra_javascript)),
    )


def script(given: ExtraScriptValue | str) -> Script:
    """Return a script of the owner's."""
    if isinstance(given, str):
        return Script(path=given, type="module" if given.endswith(".mjs") else "")
    return Script(path=given.path, type=given.type, defer=given.defer, is_async=given.async_)


def lines(config: MkDocsConfig) -> Source:
    """Return the configuration as it is written, for the lines of its options."""
    path = Path(os.path.relpath(config.config_file_path)) if config.config_file_path else Path("mkdocs.yml")
    try:
        return source_of(path)
    except ConfigError:
        # MkDocs could read it, so only the lines are missing.
        return Source(path, {}, {})


def view(config: MkDocsConfig, language: str) -> View:
    """Return the configuration as a page in `language` sees it."""
    # No direction: the language's own applies. No homepage: the logo leads to the edition's front page.
    theme = View(config.theme, language=material_language(config, language), direction=None)
    return View(config, theme=theme, extra=View(config.extra, homepage=None))


def material_language(config: MkDocsConfig, language: str) -> str:
    """Return the name of Material's own file of strings for `language`, or of English."""
    for candidate in (language, language.split("-", maxsplit=1)[0]):
        if any(strings(folder, candidate).is_file() for folder in config.theme.dirs):
            return candidate
    return "en"


def strings(theme_dir: str, language: str) -> Path:
    """Return where a theme made like Material keeps its strings in `language`."""
    return Path(theme_dir) / "partials" / "languages" / f"{language}.html"


def address(file: File) -> str:
    """Return the path of a file's page, as `digest.publish.addresses` writes it: not escaped."""
    folder, _, name = file.dest_uri.rpartition("/")
    inside = f"{folder}/" if folder else ""
    return inside if name == "index.html" else inside + name


def written(page: MkDocsPage) -> Written:
    """Return a page that MkDocs made of a Markdown file, as ours are."""
    return Written(
        path=address(page.file),
        title=str(page.title or ""),
        body=page.content or "",
        description=str(page.meta.get("description") or ""),
    )


def add(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> None:
    """Add the digest's pages to MkDocs' files, but for addresses where the owner wrote a page."""
    taken = {file.dest_uri for file in files}
    for page in pages:
        file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if file.dest_uri not in taken:
            files.append(file)
            GeneratedPage(page, file, config)
