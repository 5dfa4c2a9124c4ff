"""The site's options → `Settings`: one schema for every shell, checked here and nowhere else.

Each option stands in `mkdocs.yml` under `plugins: - digest:`; only `languages` is needed. `options` says what
there is, `source` reads the file without MkDocs, `folders` says whose site it is. Shells that have a
configuration of their own (MkDocs) hand it over as a `Surroundings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from digest.config.archives import archive_settings
from digest.config.checks import problems_of
from digest.config.folders import OLD_LAYOUT, cache_problem, layout_of, normal
from digest.config.look import look_of
from digest.config.options import values_of
from digest.config.source import NAMES, Closed, Source, find_config, source_of
from digest.config.surroundings import Surroundings, surroundings_of
from digest.errors import ConfigError
from digest.model import Feeds, FrameOf, Layout, Settings, TranslateMode

_AS_THEY_ARE = (
    "timezone",
    "as_of",
    "front_days",
    "front_stories",
    "archive_before",
    "archive_sites",
    "article_pages",
    "beam",
    "batch_tokens",
    "max_text_bytes",
    "host",
    "outputs",
    "jobs",
)
"""Options that are called in `Settings` as they are in the configuration, and hold the same."""
DEFAULT_PREFIX = "digest/"
"""Where a digest stands in a host."""

_NO_THEME = "theme is for a digest inside of another site; this site is the digest's own, write frame: own"

_NO_ARCHIVES = (
    "a digest inside of another site has no page for missing addresses, which leads from what was published"
    " here to where it stands now; leave this out"
)

__all__ = [
    "NAMES",
    "OLD_LAYOUT",
    "Closed",
    "Source",
    "Surroundings",
    "archive_settings",
    "find_config",
    "load_settings",
    "load_site",
    "settings_from",
    "source_of",
    "surroundings_of",
]


def load_settings(config_file: str) -> Settings:
    """Return the settings of the site whose `mkdocs.yml` is `config_file`.

    Raises:
        ConfigError: there is no such file, or something in it is wrong.
    """
    return load_site(config_file)[0]


def load_site(config_file: str, *, site_dir: Path | None = None) -> tuple[Settings, Surroundings]:
    """Return a site's settings, and what else its configuration says that pages depend on.

    Args:
        config_file: The path of its `mkdocs.yml`.
        site_dir: Instead of the one that is configured.

    Raises:
        ConfigError: there is no such file, or something in it is wrong.
    """
    source = source_of(Path(config_file))
    site, options, problems = surroundings_of(source)
    site = replace(site, site_dir=normal(site_dir)) if site_dir else site
    if problems:
        # What is wrong with our options is told along.
        problems += _checked(site, options, source)[1] if options is not None else []
        raise ConfigError("\n".join(problems))
    return settings_from(site, options or {}, source), site


def settings_from(site: Surroundings, options: Mapping[Any, Any], source: Source) -> Settings:
    """Return what the owner decided.

    Args:
        site: What the configuration says of the whole site.
        options: Of the plugin, as YAML gives them.
        source: Knows the lines.

    Raises:
        ConfigError: options are wrong; its text names every one.
    """
    settings, problems = _checked(site, options, source)
    if problems or settings is None:
        raise ConfigError("\n".join(dict.fromkeys(problems)))
    return settings


def _checked(
    site: Surroundings, options: Mapping[Any, Any], source: Source
) -> tuple[Settings | None, list[str]]:
    values, wrong = values_of(options)
    engines = _engines(values["engines"])
    layout, pages_dir, content_dir = layout_of(site.docs_dir, normal(site.folder / values["content_dir"]))
    wrong += problems_of(values, engines)
    problems = [f"{source.place('plugins', 'digest', name)}: digest.{name}: {what}" for name, what in wrong]
    problems += site.problems(source, layout, pages_dir, content_dir)
    prefix = _prefix(values["prefix"], layout)
    is_guest = layout is Layout.HOST or bool(prefix)
    wrong = list(_of_place(values, is_guest=is_guest, needs_prefix=layout is Layout.HOST and not prefix))
    cache_dir = normal(site.folder / values["cache_dir"])
    wrong += _of_folders(values, site, cache_dir, (content_dir, pages_dir, site.site_dir))
    if site.site_url.rstrip("/") in (url.rstrip("/") for _, url in values["archive_sites"]):
        wrong.append(("archive_sites", "this is the address of the site itself; write one of another site"))
    problems += [f"{source.place('plugins', 'digest', name)}: digest.{name}: {what}" for name, what in wrong]
    if problems:
        return None, problems
    return Settings(
        content_dir=content_dir,
        pages_dir=pages_dir,
        layout=layout,
        cache_dir=cache_dir,
        languages=values["languages"],
        site_name=site.site_name,
        name_by_language=values["site_names"],
        tagline_by_language=values["taglines"],
        about_by_language=values["about"],
        contact_by_language=values["contact"],
        feeds=Feeds(**values["feeds"]),
        likely_topics=values["topics"] == "likely",
        unreviewed="" if values["unreviewed"] == "index" else values["unreviewed"],
        site_url=f"{site.site_url.rstrip('/')}/{prefix}",
        look=look_of(source.values, root=urlsplit(site.site_url).path if is_guest else ""),
        frame=FrameOf(values["frame"]),
        prefix=prefix,
        **{name: values[name] for name in _AS_THEY_ARE},
        translate=TranslateMode(values["translate"]),
        engines=engines,
        engine_options=_engine_options(values["engine_options"]),
        models_file=site.folder / "models.toml",
        archive_dir=site.folder / "archive",
        # A host's style is not ours; its scripts (analytics) are, and stand at the host's root.
        stylesheets=() if is_guest else site.stylesheets,
        scripts=tuple(map(site.rooted, site.scripts)) if is_guest else site.scripts,
        template_dirs=(site.custom_dir,) if site.custom_dir else (),
    ), []


def _of_folders(
    values: Mapping[str, Any], site: Surroundings, cache_dir: Path, others: tuple[Path, ...]
) -> Iterator[tuple[str, str]]:
    """Yield which folder cannot be meant."""
    if Path(values["content_dir"]).is_absolute():
        yield "content_dir", "write a folder beside this file, as content, not one of this machine"
    yield from (("cache_dir", what) for what in cache_problem(cache_dir, site.folder, others))


def _of_place(values: Mapping[str, Any], *, is_guest: bool, needs_prefix: bool) -> Iterator[tuple[str, str]]:
    """Yield what does not fit whose site it is."""
    if needs_prefix:
        yield "prefix", "the front page of this site is its owner's; write prefix: digest/"
    if values["frame"] == FrameOf.THEME and not is_guest:
        yield "frame", _NO_THEME
    if values["archive_sites"] and is_guest:
        yield "archive_sites", _NO_ARCHIVES


def _prefix(given: str | None, layout: Layout) -> str:
    if given is None:
        return DEFAULT_PREFIX if layout is Layout.HOST else ""
    return given


def _engine_options(value: Mapping[str, object]) -> dict[str, dict[str, str]]:
    return {
        name: {str(key): str(one) for key, one in options.items() if one is not None}
        for name, options in value.items()
        if isinstance(options, Mapping)
    }


def _engines(value: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    def listed(names: object) -> tuple[str, ...]:
        # YAML's own null is what “none” says, too.
        if names in ("none", ["none"], None):
            return ()
        return tuple(map(str, names)) if isinstance(names, list) else (str(names),)

    return {pair: listed(names) for pair, names in value.items()}
