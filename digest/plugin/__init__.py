"""MkDocs shell: each event turns MkDocs' objects into plain arguments and is one call deep.

One build makes every edition. In a digest of its own, its pages are pages of MkDocs: generated, never parsed
as Markdown, each with a view of the configuration that has its own language. In a host they are none: MkDocs
and its plugins see nothing of them, and they are written under their prefix when the site stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from digest.alone import write_digest
from digest.build import build, local_pool, outputs
from digest.collector import collect_rarely
from digest.config import OLD_LAYOUT, settings_from
from digest.errors import DigestError
from digest.messages import line_of, lines_of, told
from digest.model import FrameOf, Layout, Page, Problem, Settings, Severity, Site
from digest.plugin.given import address, lines, surroundings, with_added, written
from digest.plugin.links import Addresses
from digest.plugin.pages import GeneratedPage, View, add, strings, view
from digest.plugin.theme import ThemeFrame
from digest.plugin.walked import refuse_circles
from digest.publish import Frames, SiteFolder, Spool, finish, missing, owned, templates_dir
from digest.read import may_go_out

log = get_plugin_logger("digest")

THEME_SCRIPTS = "assets/javascripts/"
INTERRUPTED = 130
"""What shells report of a program that its user stopped."""


@contextmanager
def interruptible() -> Iterator[None]:
    """End the program with one line and 130 where its user stops it."""
    try:
        yield
    except KeyboardInterrupt:
        log.error("interrupted")  # noqa: TRY400 - nobody wants to know where
        raise SystemExit(INTERRUPTED) from None


class DigestPlugin(BasePlugin[LegacyConfig]):
    """Build a digest in every configured language out of the content folder."""

    options: Mapping[Any, Any]
    settings: Settings
    views: Mapping[str, View]
    site: Site | None = None
    pages: tuple[Page, ...] = ()
    frames: Frames
    frames_of_owned: Frames
    """Of pages in Markdown: other plugins' styles and scripts are for these."""
    spool: Spool
    page_by_path: Mapping[str, Page]
    unfinished: Path | None = None
    """The folder of the site while it is being written by a build that empties it first."""

    nav: Navigation
    theme_frame: ThemeFrame | None = None
    """Of a host's theme, where the digest's pages stand in it."""
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
        collect_rarely()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options; put our templates between the site's own and the theme's."""
        if sum(isinstance(plugin, DigestPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError("mkdocs.yml: the plugin digest is listed more than once; keep one")
        refuse_circles(Path(config.docs_dir))
        try:
            self.settings = settings_from(surroundings(config), self.options, lines(config))
        except DigestError as error:
            raise PluginError("\n".join(lines_of(str(error)))) from error
        self.addresses = Addresses()
        config.markdown_extensions.append(cast("str", self.addresses))  # Python-Markdown takes both
        if self.settings.is_guest:
            return config
        ours = [templates_dir() / "own", templates_dir()]
        at = 1 if config.theme.custom_dir else 0
        config.theme.dirs[at:at] = [str(one) for one in ours if str(one) not in config.theme.dirs]
        self.views = {code: view(config, code) for code in self.settings.languages}
        self.in_material = any(strings(folder, "en").is_file() for folder in config.theme.dirs)
        return config

    @event_priority(-100)  # after plugins that add files of their own
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep the sources out of the site and add every page of the digest."""
        # MkDocs has emptied it by now.
        self.unfinished = None if self.serving or self.dirty else Path(config.site_dir)
        for file in [file for file in files if not self._may_go_out(file, config.docs_dir)]:
            files.remove(file)
        self._refuse_neighbours(files)
        try:
            with interruptible():
                self._build()
        except DigestError as error:
            if not self.serving or self.site is None:
                raise PluginError("\n".join(lines_of(str(error)))) from error
            # MkDocs' server would answer nobody until the next good build.
            for line in lines_of(str(error)):
                log.warning("%s", line)
            log.warning("the site is served as it was before this")
        add(self.pages, files, config)
        return files

    def _refuse_neighbours(self, files: Files) -> None:
        prefix = self.settings.prefix
        theirs = next((file.src_uri for file in files if prefix and file.dest_uri.startswith(prefix)), None)
        if theirs is not None:
            raise PluginError(
                f"{theirs}: stands under {prefix}, where the digest stands; write another prefix"
            )

    def _may_go_out(self, file: File, docs_dir: str) -> bool:
        if file.src_dir != docs_dir:
            if self.settings.is_guest:
                return True
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
            # A host's are written one by one, when its own site stands.
            made = () if self.settings.is_guest else outputs(site, executor=executor)
            pages = spool.keep_all(made)
        self._tell(site.problems)
        if self.settings.layout is Layout.OLD:
            log.info("%s", OLD_LAYOUT)
        self.site = site
        self.spool, self.pages = spool, pages

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in told(problems):
            tell = log.info if problem.severity is Severity.NOTICE else log.warning
            tell("%s", line_of(problem, self.settings.content_dir))

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> None:
        """Note whose text comes next."""
        self.addresses.page = page.file.src_uri

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take note of the navigation, for pages that are written when the site stands."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Take note of the owner's pages, now that they are rendered."""
        if self.settings.is_guest:
            if self.settings.frame is FrameOf.THEME:
                self.theme_frame = ThemeFrame(self.settings, config, env, files, self.nav)
            return env
        pages = (file.page for file in files.documentation_pages())
        in_markdown = (page for page in pages if page and not isinstance(page, GeneratedPage))
        own = owned(self.settings, map(written, in_markdown))
        self.frames = Frames(self.settings, own, served=self.serving)
        added = with_added(config)
        theirs = replace(self.settings, stylesheets=added.stylesheets, scripts=added.scripts)
        self.frames_of_owned = Frames(theirs, own, served=self.serving)
        self.page_by_path = {page.path: page for page in (*self.pages, *own)}
        return env

    @event_priority(100)  # before others look at the context
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show the page in its own language, inside the digest's frame."""
        if self.settings.is_guest:
            return context
        return self._framed(context, self.page_by_path[address(page.file)])

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give 404.html, which stands at no address of its own, the frame of the default edition."""
        if template_name != "404.html" or self.settings.is_guest:
            return context
        return self._framed(context, missing(self.settings))

    def _framed(self, context: TemplateContext, page: Page) -> TemplateContext:
        framed: dict[str, Any] = {**context, "config": self.views[page.language]}
        if page.kind == "owned" and self.in_material:
            framed["frame"] = self.frames.frame(page)
        else:
            frames = self.frames_of_owned if page.kind == "owned" else self.frames
            framed["document"] = frames.document(self.spool.whole(page))
        return cast("TemplateContext", framed)

    @event_priority(100)  # before a search writes what it knows
    def _write_in_theme(self, *, config: MkDocsConfig) -> None:
        """Write the digest's pages in the theme's frame, where it asks for that."""
        if self.theme_frame is not None:
            self._write_guest(config, self.theme_frame.document)

    @event_priority(-100)  # after plugins that write into the site
    def _write_late(self, *, config: MkDocsConfig) -> None:
        """Write what is no page: feeds, sitemaps, redirects and the search index."""
        assert self.site is not None  # noqa: S101 - on_files made it, or ended the build
        if self.settings.is_guest:
            if self.theme_frame is None:
                self._write_guest(config)
            self.unfinished = None
            return
        folder = Path(config.site_dir)
        try:
            with interruptible():
                pages = tuple(self.page_by_path.values())
                self._tell(finish(self.site, pages, self.spool, SiteFolder(folder)))
        except DigestError as error:
            raise PluginError("\n".join(lines_of(str(error)))) from error
        self.unfinished = None

    on_post_build = CombinedEvent(_write_in_theme, _write_late)

    def _write_guest(self, config: MkDocsConfig, framed: Callable[[Page], str] | None = None) -> None:
        assert self.site is not None  # noqa: S101 - as above
        folder = Path(config.site_dir) / self.settings.prefix
        try:
            with interruptible():
                self._tell(write_digest(self.site, SiteFolder(folder), framed=framed)[1])
        except DigestError as error:
            raise PluginError("\n".join(lines_of(str(error)))) from error
        log.info("add to robots.txt: Sitemap: %ssitemap.xml", self.settings.site_url)

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
