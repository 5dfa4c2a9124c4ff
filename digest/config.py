"""The site's options: one schema for both shells, checked here and nowhere else.

Each option stands in `mkdocs.yml` under `plugins: - digest:`; only `languages` is needed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as opt
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from digest.errors import ConfigError
from digest.languages import is_language
from digest.model import Layout, Settings, TranslateMode
from digest.publish import catalog_languages
from digest.read import SOURCE_FOLDERS
from digest.translate import ENGINE_NAMES

PAIR = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?-[A-Za-z]{2,3}(-[A-Za-z]{2,4})?")


OLD_LAYOUT = (
    "docs_dir is the content folder itself, so a generator without this plugin would publish every source; "
    "run digest migrate, which moves ordinary pages into a folder of their own"
)
"""Told of a layout that is still read as before; fails nothing."""


OUTLETS = "outlets.yml"


class DigestConfig(Config):
    """The plugin's options."""

    languages = opt.ListOfItems(opt.Type(str), default=["en"])
    """The editions, the default one first."""

    content_dir = opt.Type(str, default="content")
    """The folder of sources, relative to `mkdocs.yml`: articles, data, translations, evidence, record."""

    taglines = opt.Type(dict, default={})
    """One line by edition that tells readers what the site is."""

    timezone = opt.Type(str, default="UTC")
    """The time zone that decides which day a moment belongs to, as `America/Caracas`."""

    translate = opt.Choice(tuple(TranslateMode), default=TranslateMode.AUTO)
    """`auto`: an installed engine fills what the memory lacks. `never`: the memory only."""

    engines = opt.Type(dict, default={"default": ["argos", "apertium"]})
    """Engines to try in order, by pair (`es-en`) or `default`; an empty list: none."""

    beam = opt.Type(int, default=4)
    """Hypotheses that Argos keeps at each step; 2 is about twice as fast, and a little worse."""

    batch_tokens = opt.Type(int, default=1024)
    """Tokens that Argos translates at a time; fewer need less memory."""

    jobs = opt.Type(int, default=1)
    """How many processes find quotations and batches are translated at a time, and editions indexed."""

    cache_dir = opt.Type(str, default=".cache/digest")
    """Machine output made during builds, relative to `mkdocs.yml`; safe to delete."""


def settings_from(site: MkDocsConfig, options: DigestConfig) -> Settings:
    """Return what the owner decided.

    Raises:
        ConfigError: options are wrong; its text names every one.
    """
    engines = _engines(options.engines)
    folder = Path(site.config_file_path).parent if site.config_file_path else Path.cwd()
    layout, pages_dir, content_dir = _layout(Path(site.docs_dir), _normal(folder / options.content_dir))
    problems = [
        *_site_problems(site),
        *_folder_problems(pages_dir, content_dir, layout, Path(site.site_dir)),
        *_language_problems(options.languages),
        *_tagline_problems(options.taglines, options.languages),
        *_engine_problems(engines),
        *_timezone_problems(options.timezone),
    ]
    for name, what in (("jobs", "processes"), ("beam", "hypotheses"), ("batch_tokens", "tokens")):
        if options[name] < 1:
            problems.append(f"digest.{name}: write a number of {what}, 1 or more")
    if problems:
        where = Path(site.config_file_path or "mkdocs.yml").name
        raise ConfigError("\n".join(f"{where}: {problem}" for problem in problems))
    return Settings(
        content_dir=content_dir,
        pages_dir=pages_dir,
        layout=layout,
        cache_dir=folder / options.cache_dir,
        languages=tuple(options.languages),
        site_name=site.site_name,
        tagline_by_language={code: str(line) for code, line in options.taglines.items()},
        site_url=(site.site_url or "").rstrip("/") + "/",
        timezone=options.timezone,
        translate=TranslateMode(options.translate),
        engines=engines,
        models_file=folder / "models.toml",
        beam=options.beam,
        batch_tokens=options.batch_tokens,
        jobs=options.jobs,
        template_dirs=(Path(site.theme.custom_dir),) if site.theme.custom_dir else (),
    )


def load_settings(config_file: str) -> Settings:
    """Return the settings of the site whose `mkdocs.yml` is `config_file`.

    Raises:
        ConfigError: there is no such file, or something in it is wrong.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not Path(config_file).is_file():
        raise ConfigError(f"{config_file}: no such file; run this beside mkdocs.yml, or name it with -f")
    try:
        site = load_config(config_file)
    except (Abort, ConfigurationError) as error:
        raise ConfigError(f"{config_file}: {error}") from error
    plugin = site.plugins.get("digest")
    if plugin is None:
        raise ConfigError(f"{config_file}: the plugin is not listed; add “plugins: - digest”")
    return settings_from(site, plugin.config)


def _normal(path: Path) -> Path:
    """Return an absolute path without `..`, links unfollowed, as MkDocs writes `docs_dir`."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links


def _layout(pages_dir: Path, content_dir: Path) -> tuple[Layout, Path, Path]:
    """Return whose site it is, its pages and its sources; nothing but the two folders decides."""
    if pages_dir != content_dir and pages_dir.is_relative_to(content_dir):
        return Layout.OWN, pages_dir, content_dir
    pages, content = pages_dir.resolve(), content_dir.resolve()
    if pages != content and pages.is_relative_to(content):
        return Layout.OWN, pages, content
    if os.path.lexists(pages_dir / OUTLETS) and (
        pages == content or not os.path.lexists(content_dir / OUTLETS)
    ):
        return Layout.OLD, pages_dir, pages_dir
    return Layout.HOST, pages_dir, content_dir


def _folder_problems(pages_dir: Path, content_dir: Path, layout: Layout, site_dir: Path) -> Iterable[str]:
    pages, content, name = pages_dir.resolve(), content_dir.resolve(), content_dir.name
    if layout is Layout.OWN and not pages.is_relative_to(content):
        yield "docs_dir: a link that leads out of the content folder is not followed; make it a folder"
    elif layout is Layout.OWN and pages.relative_to(content).parts[0] in SOURCE_FOLDERS:
        yield f"docs_dir: a folder of sources cannot be published; write docs_dir: {name}/pages"
    if layout is Layout.HOST and content.is_relative_to(pages):
        yield (
            f"docs_dir holds content_dir ({name}), so whatever builds the site would publish the sources; "
            f"write docs_dir: {name}/pages for a digest of its own, or a content_dir outside of docs_dir"
        )
    if site_dir.resolve().is_relative_to(content):
        yield f"site_dir lies inside {name}, where the sources are; write site_dir: site"


def _engines(value: dict[str, object]) -> dict[str, tuple[str, ...]]:
    def names(listed: object) -> tuple[str, ...]:
        # YAML's own null is what “none” says, too.
        if listed in ("none", ["none"], None):
            return ()
        return tuple(map(str, listed)) if isinstance(listed, list) else (str(listed),)

    return {str(pair): names(listed) for pair, listed in value.items()}


def _site_problems(site: MkDocsConfig) -> Iterable[str]:
    if not site.site_url:
        yield "site_url is missing; feeds and search engines need it: site_url: https://example.org/"


def _language_problems(languages: list[str]) -> Iterable[str]:
    have = catalog_languages()
    if not languages:
        yield f"digest.languages is empty; list the editions, as [{', '.join(have)}]"
    for code in dict.fromkeys(languages):
        if languages.count(code) > 1:
            yield f"digest.languages lists “{code}” more than once; once will do"
        if not is_language(code):
            yield f"digest.languages: “{code}” is no language; write a BCP 47 code, as en or pt-BR"
        elif code not in have:
            yield f"digest.languages: no interface texts in “{code}”; there are in {', '.join(have)}"


def _tagline_problems(taglines: dict[str, object], languages: list[str]) -> Iterable[str]:
    for code, line in taglines.items():
        if code not in languages:
            yield f"digest.taglines: “{code}” is no edition; there are {', '.join(languages)}"
        if not isinstance(line, str):
            yield f"digest.taglines.{code}: write one line of text"


def _engine_problems(engines: dict[str, tuple[str, ...]]) -> Iterable[str]:
    for pair, names in engines.items():
        if pair != "default" and not PAIR.fullmatch(pair):
            yield f"digest.engines: “{pair}” is no pair; write default, or source and target as es-en"
        for name in names:
            if name not in ENGINE_NAMES:
                have = ", ".join(ENGINE_NAMES)
                yield f"digest.engines: “{name}” is no engine; there are {have}, or none alone"


def _timezone_problems(timezone: str) -> Iterable[str]:
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield f"digest.timezone: “{timezone}” is no time zone; write one as America/Caracas or UTC"
