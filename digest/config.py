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
from digest.model import Settings, TranslateMode
from digest.publish import catalog_languages
from digest.translate import ENGINE_NAMES

PAIR = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?-[A-Za-z]{2,3}(-[A-Za-z]{2,4})?")


class DigestConfig(Config):
    """The plugin's options."""

    languages = opt.ListOfItems(opt.Type(str), default=["en"])
    """The editions, the default one first."""

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
    problems = [
        *_site_problems(site),
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
    folder = Path(site.config_file_path).parent if site.config_file_path else Path.cwd()
    return Settings(
        content_dir=Path(site.docs_dir),
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
